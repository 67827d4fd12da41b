"""Rows as lines of JSON: read from a database, written into one, the same from both kinds.

A line is the row's values in the order of the model's columns. Moments are ISO 8601 in UTC, UUIDs
have their hyphens, JSON keeps its own form with sorted keys.
"""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections, models, router
from django.db.migrations.loader import MigrationLoader
from django.utils.duration import duration_iso_string

from ncr.backup.manifest import TableEntry

SESSIONS = "django_session"
# What search looks through: of the engine's own kind, and made anew by `reindex_search`
DERIVED = re.compile(r"annotations_[a-z]+words")
AT_ONCE = 100  # rows read at once; a text may have megabytes
FEW = 8  # of these when they hold files or pictures
BATCH = 500  # rows written at once
BATCH_BYTES = 4 * 1024 * 1024  # and their bytes
PLAIN = {
    "AutoField",
    "BigAutoField",
    "BigIntegerField",
    "BooleanField",
    "CharField",
    "FloatField",
    "IntegerField",
    "PositiveBigIntegerField",
    "PositiveIntegerField",
    "PositiveSmallIntegerField",
    "SlugField",
    "SmallIntegerField",
    "TextField",
}


class Table(NamedTuple):
    """A table of one migration state."""

    name: str
    model: type[models.Model]

    @property
    def fields(self) -> list[models.Field[Any, Any]]:
        return list(self.model._meta.local_concrete_fields)

    @property
    def columns(self) -> list[str]:
        return [str(field.column) for field in self.fields]

    def count(self, using: str) -> int:
        return self.model._base_manager.using(using).count()


def tables(loader: MigrationLoader) -> dict[str, Table]:
    """The tables of the first database as of the migrations that are applied there.

    Without those that no backup has: sessions, and what is derived. About half a second.
    """
    known = loader.graph.nodes
    apps = loader.project_state([key for key in loader.applied_migrations if key in known]).apps
    found = {
        model._meta.db_table: Table(model._meta.db_table, model)
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
        if router.allow_migrate_model(DEFAULT_DB_ALIAS, model)
    }
    kept = sorted(name for name in found if name != SESSIONS and not DERIVED.fullmatch(name))
    return {name: found[name] for name in kept}


def lines(table: Table, using: str) -> Iterator[bytes]:
    """The table's rows by id; memory is that of AT_ONCE rows, of few where they hold files."""
    rows = table.model._base_manager.using(using).order_by("pk")
    names = [str(field.attname) for field in table.fields]
    holds_files = any(isinstance(field, models.BinaryField) for field in table.fields)
    for row in rows.values_list(*names).iterator(chunk_size=FEW if holds_files else AT_ONCE):
        yield (_write([plain(value) for value in row]) + "\n").encode()


_write = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False
).encode


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, (UUID, Decimal)):
        return str(value)
    if isinstance(value, timedelta):
        return duration_iso_string(value)
    if isinstance(value, (bytes, memoryview)):
        return b64encode(value).decode()
    return value


def digest(table: Table, using: str) -> tuple[int, str]:
    """How many rows a table has, and the SHA-256 of their lines."""
    found, count = hashlib.sha256(), 0
    for line in lines(table, using):
        found.update(line)
        count += 1
    return count, found.hexdigest()


def write(table: Table, source: Iterable[bytes], using: str) -> None:
    """Adds rows with the ids that they have; memory is that of a batch.

    Plain statements: no signal, no field that fills itself. Raises ValueError for a line that is
    no row of this table, and what the database says of values that it does not take.
    """
    connection = connections[using]
    quoted = connection.ops.quote_name
    names = ", ".join(quoted(column) for column in table.columns)
    signs = ", ".join(["%s"] * len(table.columns))
    statement = f"INSERT INTO {quoted(table.name)} ({names}) VALUES ({signs})"  # noqa: S608
    prepare = [_preparer(field, using) for field in table.fields]
    with connection.cursor() as cursor:
        for batch in batches(source):
            cursor.executemany(statement, [_row(line, prepare) for line in batch])


def _row(line: bytes, prepare: list[Callable[[Any], Any]]) -> list[Any]:
    values = json.loads(line)
    if not isinstance(values, list) or len(values) != len(prepare):
        raise ValueError("not a row of this table")
    return [make(value) for make, value in zip(prepare, values, strict=True)]


def _preparer(field: models.Field[Any, Any], using: str) -> Callable[[Any], Any]:
    """What makes of a value in JSON the one that the database takes."""
    connection = connections[using]
    target: Any = field.target_field if isinstance(field, models.ForeignKey) else field
    if target.get_internal_type() in PLAIN:
        return lambda value: value

    def prepare(value: Any) -> Any:
        if value is None and field.null:
            return None
        return target.get_db_prep_value(target.to_python(value), connection)

    return prepare


def batches(source: Iterable[bytes]) -> Iterator[list[bytes]]:
    """The lines in lots that are neither too many nor, but for one line, too large."""
    batch: list[bytes] = []
    size = 0
    for line in source:
        batch.append(line)
        size += len(line)
        if len(batch) == BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def last_id(table: Table, using: str) -> int:
    """The highest id that the table ever gave: ids of deleted rows must not come again.

    The log of moderation names people by id. 0 for a table without numbers, or an unused one.
    """
    connection, field = connections[using], table.model._meta.pk
    if not isinstance(field, models.AutoField | models.BigAutoField):
        return 0
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table.name])
        else:
            sequence = _sequence(cursor, table)
            cursor.execute(f"SELECT last_value FROM {sequence} WHERE is_called")  # noqa: S608
        found = cursor.fetchone()
    return int(found[0]) if found else 0


def go_on_counting(table: Table, entry: TableEntry, using: str) -> None:
    """Lets the table's next id come after every one that it ever gave."""
    connection, field = connections[using], table.model._meta.pk
    if not isinstance(field, models.AutoField | models.BigAutoField):
        return
    highest = table.model._base_manager.using(using).aggregate(models.Max("pk"))["pk__max"] or 0
    last = max(entry.last_id, highest)
    if not last:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table.name])
            given = [table.name, last]
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", given)
        else:
            cursor.execute("SELECT setval(%s::regclass, %s)", [_sequence(cursor, table), last])


def _sequence(cursor: Any, table: Table) -> str:
    pk = table.model._meta.pk
    assert pk is not None
    cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [f'"{table.name}"', pk.column])
    return str(cursor.fetchone()[0])
