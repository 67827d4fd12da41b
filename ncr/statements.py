"""Statements that are compiled once.

Django's ORM takes one to three milliseconds to build and compile a query through the gate;
SQLite answers most of them in a twentieth of that. So what every reading and every writing asks
is compiled at its first use in a process, from the same QuerySets as everything else, and later
only its values change. A gate is thereby not written a second time in SQL.

A query is built with stand-ins: numbers, words and moments that no row has. Where they turn up
among the parameters, the values of each asking are put.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from operator import itemgetter
from typing import Any, Generic, NamedTuple, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connection, connections, models
from django.db.models.base import ModelState
from django.db.models.query import FlatValuesListIterable

Row = TypeVar("Row")
PLAIN = (int, str, bool, type(None))
NOTHING = -1  # fills lists of ids up: no row has it
STAND_IN = 4_000_000_000_000_000_000  # within the range of a BigAutoField
FAR_OFF = datetime(9000, 1, 1, tzinfo=UTC)
Value = int | str | UUID | datetime | Sequence[int]
Kind = type[Any] | int  # of a value: its type, or the length of a list of ids


class _Statement(NamedTuple):
    """SQL with, for each parameter, a constant or (name of a value, place in its list)."""

    sql: str
    params: list[tuple[Any, str, int | None]]
    converters: list[tuple[int, list[Callable[..., Any]], Any]]
    make: Callable[[Any], Any]


class Compiled(Generic[Row]):
    """A query by its builder; `rows(*fixed, **values)` answers what it finds now.

    The builder is called with the fixed arguments and a stand-in for each value, once for each
    combination of fixed arguments, kinds of values and lengths of lists; lists of ids are filled
    up to a power of two, so that there are few. It answers a QuerySet, of objects or of
    `values_list`. Values stand in comparisons that take them as they are (exact, in, gt, lt).
    """

    def __init__(self, build: Callable[..., models.QuerySet[Any, Row]]) -> None:
        self._build = build
        self._statements: dict[Any, _Statement] = {}

    def rows(self, *fixed: Any, **values: Value) -> list[Row]:
        key = (fixed, *((name, _kind(value)) for name, value in values.items()))
        statement = self._statements.get(key)
        if statement is None:
            statement = self._statements[key] = self._compiled(fixed, dict(key[1:]))
        database = connections[DEFAULT_DB_ALIAS]
        given = {name: _adapted(value, database) for name, value in values.items()}
        params = [
            constant if not name else given[name] if place is None else given[name][place]
            for constant, name, place in statement.params
        ]
        with database.cursor() as cursor:
            cursor.execute(statement.sql, params)
            found: list[Any] = cursor.fetchall()
        if statement.converters:
            found = [_converted(row, statement.converters, database) for row in found]
        return [statement.make(row) for row in found]

    def first(self, *fixed: Any, **values: Value) -> Row | None:
        """The first row of a query that is built to have few."""
        return next(iter(self.rows(*fixed, **values)), None)

    def _compiled(self, fixed: Sequence[Any], kinds: dict[str, Kind]) -> _Statement:
        stand_ins = {
            name: _stand_in(kind, place) for place, (name, kind) in enumerate(kinds.items())
        }
        queryset = self._build(*fixed, **stand_ins)
        compiler = queryset.query.get_compiler(connection=connection)
        sql, given = compiler.as_sql()
        slots = _slots(stand_ins)
        params = [(param, *slots.get(param, ("", None))) for param in given]
        if missing := set(kinds) - {name for _constant, name, _place in params}:
            raise ValueError(f"The query leaves out {', '.join(sorted(missing))}.")
        columns = [column for column, *_rest in compiler.select[: compiler.col_count]]
        converters = [(place, *found) for place, found in compiler.get_converters(columns).items()]
        return _Statement(sql, params, converters, _maker(queryset, compiler))


def keep(row: models.Model) -> None:
    """Adds a row and gives it its id, as `save` does for a new one; no signals are sent."""
    sql, fields = _insert(type(row))
    database = connections[DEFAULT_DB_ALIAS]
    params = [_prepared(field, field.pre_save(row, True), database) for field in fields]
    with database.cursor() as cursor:
        cursor.execute(sql, params)
        row.pk = cursor.fetchone()[0]
    row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS


def change(row: models.Model, *names: str) -> None:
    """Writes the named fields of a row, as `save(update_fields=names)` does; no signals."""
    sql, fields = _update(type(row), names)
    database = connections[DEFAULT_DB_ALIAS]
    params = [_prepared(field, getattr(row, field.attname), database) for field in fields]
    with database.cursor() as cursor:
        cursor.execute(sql, [*params, row.pk])


def _prepared(field: Any, value: Any, database: Any) -> Any:
    """A value as the database takes it; numbers and words go as they are, but not into JSON."""
    if type(value) in PLAIN and not isinstance(field, models.JSONField):
        return value
    return field.get_db_prep_save(value, database)


def _insert(model: type[models.Model]) -> tuple[str, list[Any]]:
    known = _inserts.get(model)
    if known is None:
        meta: Any = model._meta
        fields = [field for field in meta.local_concrete_fields if not field.primary_key]
        columns = ", ".join(_quoted(field.column) for field in fields)
        signs = ", ".join(["%s"] * len(fields))
        known = _inserts[model] = (
            f"INSERT INTO {_quoted(meta.db_table)} ({columns}) VALUES ({signs})"  # noqa: S608
            f" RETURNING {_quoted(meta.pk.column)}",
            fields,
        )
    return known


def _update(model: type[models.Model], names: tuple[str, ...]) -> tuple[str, list[Any]]:
    known = _updates.get((model, names))
    if known is None:
        meta: Any = model._meta
        fields = [meta.get_field(name) for name in names]
        changes = ", ".join(f"{_quoted(field.column)} = %s" for field in fields)
        known = _updates[model, names] = (
            f"UPDATE {_quoted(meta.db_table)} SET {changes}"  # noqa: S608
            f" WHERE {_quoted(meta.pk.column)} = %s",
            fields,
        )
    return known


def _quoted(name: str) -> str:
    return str(connection.ops.quote_name(name))


_inserts: dict[type[models.Model], tuple[str, list[Any]]] = {}
_updates: dict[tuple[type[models.Model], tuple[str, ...]], tuple[str, list[Any]]] = {}


def _kind(value: Value) -> Kind:
    if isinstance(value, (int, str, UUID, datetime)):
        return next(kind for kind in (int, str, UUID, datetime) if isinstance(value, kind))
    return _length(value)


def _length(ids: Sequence[int]) -> int:
    """The power of two up to which a list of ids is filled."""
    return 1 << (max(1, len(ids)) - 1).bit_length()


def _adapted(value: Value, database: Any) -> Any:
    """A value as the database takes it; a list of ids filled up to its kind's length."""
    if isinstance(value, (int, str)):
        return value
    if isinstance(value, UUID):
        return value if database.features.has_native_uuid_field else value.hex
    if isinstance(value, datetime):
        return database.ops.adapt_datetimefield_value(value)
    return (*value, *[NOTHING] * (_length(value) - len(value)))


def _stand_in(kind: Kind, place: int) -> Any:
    """A value of this kind that no row has, another for each place."""
    number = STAND_IN + place * 1_000_000
    if isinstance(kind, int):
        return [number + item for item in range(kind)]
    made: dict[Kind, Any] = {
        int: number,
        str: f"\ue000{place}\ue000",
        UUID: UUID(int=number),
        datetime: FAR_OFF + timedelta(days=place),
    }
    return made[kind]


def _slots(stand_ins: dict[str, Any]) -> dict[Any, tuple[str, int | None]]:
    """For each stand-in, as it turns up among the parameters, the value that it stands in for."""
    slots: dict[Any, tuple[str, int | None]] = {}
    for name, stand_in in stand_ins.items():
        if isinstance(stand_in, list):
            slots.update({item: (name, place) for place, item in enumerate(stand_in)})
        else:
            slots[_adapted(stand_in, connection)] = (name, None)
    return slots


def _converted(
    row: Sequence[Any], converters: Sequence[tuple[int, Any, Any]], database: Any
) -> list[Any]:
    """A row as Python has it (what SQLite keeps as text: ids, moments, JSON)."""
    values = list(row)
    for place, converts, expression in converters:
        for convert in converts:
            values[place] = convert(values[place], expression, database)
    return values


def _maker(queryset: Any, compiler: Any) -> Callable[[Any], Any]:
    """What makes of a row what the QuerySet would: an object with its related ones, or values."""
    if queryset._fields is not None:
        return itemgetter(0) if queryset._iterable_class is FlatValuesListIterable else tuple
    return _object_maker(compiler.select, compiler.klass_info)


def _object_maker(select: Any, klass_info: Any) -> Callable[[Any], Any]:
    """What makes an object of a row, and those that were selected along with it.

    As `Model.from_db` does but for its signals, which nothing listens to here, and in a fifth of
    its time: the fields go where their descriptors look for them.
    """
    model, fields = klass_info["model"], klass_info["select_fields"]
    begin, end = fields[0], fields[-1] + 1
    names = [column.target.attname for column, *_rest in select[begin:end]]
    related = [
        (
            next(
                place
                for place in one["select_fields"]
                if select[place][0].target is one["model"]._meta.pk
            ),
            _object_maker(select, one),
            one["local_setter"],
            one["remote_setter"],
        )
        for one in klass_info.get("related_klass_infos", ())
    ]

    def make(row: Any) -> Any:
        made = model.__new__(model)
        made.__dict__.update(zip(names, row[begin:end], strict=True))
        made._state = ModelState()
        made._state.adding, made._state.db = False, DEFAULT_DB_ALIAS
        for key, make_other, set_other, set_back in related:
            other = make_other(row) if row[key] is not None else None
            set_other(made, other)
            if other is not None:
                set_back(other, made)
        return made

    return make
