"""Everything that a site keeps in its databases, as one text to search for words."""

from __future__ import annotations

import gzip
import pickle
from base64 import b64decode
from pathlib import Path
from typing import Any

from django.db import connection, connections

CACHE = "ncr_cache"


def dump(one: Any = connection) -> str:
    """Every row of every table of one database, and every word of its indexes."""
    with one.cursor() as cursor:
        if one.vendor == "sqlite":
            return "\n".join([*one.connection.iterdump(), *_indexed(cursor)])
        parts = []
        for table in one.introspection.table_names(cursor):
            cursor.execute(f"SELECT t::text FROM {one.ops.quote_name(table)} t")
            parts += [row[0] for row in cursor.fetchall()]
    return "\n".join(parts)


def everything() -> str:
    """Both databases, what lies packed in the cache, and of SQLite the bytes of its files too."""
    return "\n".join(
        part for one in connections.all() for part in (dump(one), *_cached(one), *_files(one))
    )


def _indexed(cursor: Any) -> list[str]:
    """The words of full-text indexes, which lie shortened in their tables."""
    cursor.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'")
    words = []
    for (table,) in cursor.fetchall():
        cursor.execute("DROP TABLE IF EXISTS temp.vocabulary")
        cursor.execute(
            f"CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, '{table}', 'row')"
        )
        cursor.execute("SELECT term FROM temp.vocabulary")
        words += [term for (term,) in cursor.fetchall()]
        cursor.execute("DROP TABLE temp.vocabulary")
    return words


def _cached(one: Any) -> list[str]:
    """What the cache holds, unpacked: keys, values, and pages that lie compressed in them."""
    with one.cursor() as cursor:
        if CACHE not in one.introspection.table_names(cursor):
            return []
        cursor.execute(f"SELECT cache_key, value FROM {CACHE}")
        rows = cursor.fetchall()
    return [f"{key} {_unpacked(pickle.loads(b64decode(value)))}" for key, value in rows]  # noqa: S301


def _unpacked(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return " ".join(map(_unpacked, value))
    if isinstance(value, bytes) and value.startswith(b"\x1f\x8b"):
        return gzip.decompress(value).decode()
    return str(value)


def _files(one: Any) -> list[str]:
    """The bytes of a file of SQLite and of its journal: free pages and all."""
    if one.vendor != "sqlite":
        return []
    path = str(one.settings_dict["NAME"])
    files = [Path(path + end) for end in ("", "-wal")]
    return [file.read_bytes().decode("latin-1") for file in files if file.exists()]
