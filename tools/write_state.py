"""Writes a SQLite database of a site down as SQL, for tests/serving/test_upgrades.py.

    .venv/bin/python tools/write_state.py var/ncr.sqlite3 > tests/serving/states/NAME.sql

First the schema as SQLite has it, then the migrations that were applied, then the rows in words
that PostgreSQL understands too. Sessions and what search looks through are left out.
"""

from __future__ import annotations

import re
import sqlite3
import sys
from collections.abc import Iterator

MIGRATIONS = "django_migrations"
WITHOUT_ROWS = re.compile(r"django_session|annotations_[a-z]+words")


def main(path: str) -> None:
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    sections = [("schema", schema(database)), ("migrations", rows(database, MIGRATIONS))]
    sections.append(("rows", all_rows(database)))
    for title, statements in sections:
        sys.stdout.write(f"-- {title}\n")
        for statement in statements:
            sys.stdout.write(f"{statement};\n")


def tables(database: sqlite3.Connection) -> list[str]:
    """Those that somebody made: not SQLite's own, nor the ones behind a virtual table."""
    found = [
        str(name)
        for (name,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " ORDER BY rowid"
        )
    ]
    shadows = re.compile(rf"({WITHOUT_ROWS.pattern})_[a-z]+")
    return [name for name in found if not shadows.fullmatch(name)]


def schema(database: sqlite3.Connection) -> Iterator[str]:
    kept = set(tables(database))
    order = "CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, rowid"
    for table, statement in database.execute(
        f"SELECT tbl_name, sql FROM sqlite_master WHERE sql NOT NULL ORDER BY {order}"  # noqa: S608
    ):
        if table in kept:
            yield str(statement)


def all_rows(database: sqlite3.Connection) -> Iterator[str]:
    for table in sorted(tables(database)):
        if table != MIGRATIONS and not WITHOUT_ROWS.fullmatch(table):
            yield from rows(database, table)


def rows(database: sqlite3.Connection, table: str) -> Iterator[str]:
    about = list(database.execute(f'PRAGMA table_info("{table}")'))
    names = ", ".join(f'"{column[1]}"' for column in about)
    for row in database.execute(f'SELECT {names} FROM "{table}" ORDER BY 1'):  # noqa: S608
        values = [literal(value, column[2]) for value, column in zip(row, about, strict=True)]
        yield f'INSERT INTO "{table}" ({names}) VALUES ({", ".join(values)})'  # noqa: S608


def literal(value: object, kind: str) -> str:
    if value is None:
        return "NULL"
    if kind == "bool":
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return str(value)
    return "'" + str(value).replace("'", "''") + "'"


if __name__ == "__main__":
    main(sys.argv[1])
