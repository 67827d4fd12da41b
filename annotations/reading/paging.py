"""Pages by key, not by count.

The cursor names the last row shown, so a page costs the same however far in it is, and nothing
is shown twice when something new comes. It is signed together with its order; one that was
tampered with, or belongs to another list, leads to the first page.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core import signing
from django.db.models import Q, QuerySet

INDEXED = ("-active_at",)  # first keys of which there are many equal ones to pass over


def window(
    rows: QuerySet[Any], keys: Sequence[str], after: str, most: int
) -> tuple[list[Any], str]:
    """At most `most` rows in the order of `keys` beyond the cursor, and the next cursor; one query.

    The keys are fields or annotations of the rows that together are unique and never null.
    """
    ordered = rows.order_by(*keys)
    salt = _salt(rows, keys)
    if (cursor := read_cursor(after, salt)) is not None:
        ordered = ordered.filter(_beyond(keys, cursor))
    listed = list(ordered[: most + 1])
    page = listed[:most]
    return page, _write(page[-1], keys, salt) if len(listed) > most else ""


def _beyond(keys: Sequence[str], cursor: Sequence[Any]) -> Q:
    """The rows after `cursor` in the order of `keys` (row values, spelt out for any database)."""
    beyond = Q()
    equal = Q()
    for key, value in zip(keys, cursor, strict=True):
        name, sense = key.lstrip("-"), "lt" if key.startswith("-") else "gt"
        beyond |= equal & Q(**{f"{name}__{sense}": value})
        equal &= Q(**{name: value})
    if keys[0] not in INDEXED:
        return beyond
    # An index is searched from here on; the alternatives above would have it read from its start
    name, sense = keys[0].lstrip("-"), "lte" if keys[0].startswith("-") else "gte"
    return Q(**{f"{name}__{sense}": cursor[0]}) & beyond


def _write(row: Any, keys: Sequence[str], salt: str) -> str:
    return write_cursor([getattr(row, key.lstrip("-")) for key in keys], salt)


def write_cursor(values: Sequence[Any], salt: str) -> str:
    """A cursor of these values; `salt` tells lists and orders apart."""
    plain = [[value.isoformat()] if isinstance(value, datetime) else value for value in values]
    return signing.dumps(plain, salt=salt, compress=True)


def read_cursor(after: str, salt: str) -> list[Any] | None:
    """The values of a cursor; None for none, and for one of another list or order."""
    try:
        values = signing.loads(after, salt=salt) if after else None
    except signing.BadSignature:
        return None
    return values and [
        datetime.fromisoformat(value[0]) if isinstance(value, list) else value for value in values
    ]


def _salt(rows: QuerySet[Any], keys: Sequence[str]) -> str:
    """A cursor holds for the kind of rows and the order that it was made in."""
    return f"after.{rows.model._meta.label_lower}.{'.'.join(keys)}"
