"""Databases as former states of the program made them; docs/decisions/ says how to add one."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.serving.places import Place

STATES = sorted(path.stem for path in Path(__file__).parent.glob("*.sql"))
APPLIED = re.compile(r"VALUES \(\d+, '(\w+)', '(\w+)'")
# PostgreSQL's tables are made by the migrations of that time, and its rows are the same
FILL = """
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from ncr.backup import place, rows

migrations, statements = json.loads(open(PATH).read())
place.bring_to([tuple(key) for key in migrations])
tables = rows.tables(MigrationExecutor(connection).loader).values()
with transaction.atomic(), connection.cursor() as cursor:
    cursor.execute("SET TIME ZONE 'UTC'")
    for table in tables:
        cursor.execute(f'DELETE FROM "{table.name}"')
    cursor.execute(statements)
    for line in connection.ops.sequence_reset_sql(no_style(), [table.model for table in tables]):
        cursor.execute(line)
"""


def sections(state: str) -> tuple[str, str, str]:
    """Schema, migrations and rows of a state."""
    source = (Path(__file__).parent / f"{state}.sql").read_text(encoding="utf-8")
    schema, _mark, rest = source.partition("-- migrations\n")
    migrations, _mark, rows = rest.partition("-- rows\n")
    return schema, migrations, rows


def make(place: Place, state: str) -> None:
    """Makes the database of a place what it was in a former state."""
    schema, migrations, rows = sections(state)
    if place.url:
        given = place.data / "state.json"
        given.write_text(json.dumps([APPLIED.findall(migrations), rows]), encoding="utf-8")
        place.python(FILL.replace("PATH", repr(str(given))))
        return
    with closing(sqlite3.connect(place.data / "ncr.sqlite3")) as database:
        database.executescript(f"BEGIN; {schema} {migrations} {rows} COMMIT;")
