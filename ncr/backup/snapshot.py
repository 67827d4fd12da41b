"""A state of the first database that stands still while the site goes on writing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.utils.translation import gettext as _

from ncr.refusals import Refused

COPY = "backup-copy"


@contextmanager
def standing_still(folder: Path) -> Iterator[str]:
    """The alias under which one consistent state is read; writers never wait for it."""
    if connections[DEFAULT_DB_ALIAS].vendor == "sqlite":
        with _copied(folder / "copy.sqlite3"):
            yield COPY
    else:
        with transaction.atomic():
            with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield DEFAULT_DB_ALIAS


@contextmanager
def _copied(path: Path) -> Iterator[None]:
    """A copy by SQLite's online backup, in one step and hence of one moment, and checked."""
    source = connections[DEFAULT_DB_ALIAS]
    source.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        source.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        _check(copy)
    connections.settings[COPY] = {**source.settings_dict, "NAME": str(path), "OPTIONS": {}}
    try:
        yield
    finally:
        connections[COPY].close()
        del connections[COPY]
        del connections.settings[COPY]


def _check(copy: sqlite3.Connection) -> None:
    found = [str(row[0]) for row in copy.execute("PRAGMA integrity_check(3)")]
    if found == ["ok"]:
        found = [
            f"{table} {row}: no such {parent}"
            for table, row, parent, _key in copy.execute("PRAGMA foreign_key_check").fetchmany(3)
        ]
    if found and found != ["ok"]:
        raise Refused(
            _("The database is damaged, and no backup was made of it: %(found)s")
            % {"found": "; ".join(found)}
        )
