"""What rows of an import were before they were corrected, so that it can be undone.

Rows that were made out of one another, by joining and splitting, stand side by side as a group: the
first has in `found` all the pieces that the group was made of, each other one names the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import F

from articles.models import Import, ImportPiece


def remember(rows: Sequence[ImportPiece]) -> None:
    """Keeps in one group what rows, which stand side by side in order, are now or once were.

    They are whole groups, or rows of none, and are not written here.
    """
    first, *others = rows
    pieces = [piece for row in rows for piece in _originals(row)]
    for row in others:
        row.found = {"first": first.pk}
    first.found = {"pieces": pieces}


def _originals(row: ImportPiece) -> list[dict[str, Any]]:
    if row.found is None:
        return [{"kept": row.kept, "content": row.content}]
    return list(row.found.get("pieces", []))


def group_of(row: ImportPiece) -> list[ImportPiece]:
    """All rows of the group that a row belongs to, in order; itself where it was not corrected."""
    if row.found is None:
        return [row]
    pk = row.found.get("first", row.pk)
    own = row.bringing.pieces
    first = own.get(pk=pk)
    return [first, *own.filter(found__first=pk).order_by("position")]


def groups_of(rows: Iterable[ImportPiece]) -> list[ImportPiece]:
    """All rows of the groups of some, in order."""
    found = {one.pk: one for row in rows for one in group_of(row)}
    return sorted(found.values(), key=lambda row: row.position)


def insert_after(held: Import, row: ImportPiece, new: Sequence[ImportPiece]) -> None:
    """Writes new rows behind one, and moves on what stands there; one update of the later rows."""
    held.pieces.filter(position__gt=row.position).update(position=F("position") + len(new))
    for place, one in enumerate(new, row.position + 1):
        one.bringing, one.position = held, place
    ImportPiece.objects.bulk_create(new)


def put_back(held: Import, row: ImportPiece) -> ImportPiece:
    """Makes a row's group what it was made of; answers its first row."""
    rows = group_of(row)
    assert rows[0].found is not None
    pieces = rows[0].found["pieces"]
    for one, piece in zip(rows, pieces, strict=False):
        one.kept, one.content, one.found = piece["kept"], piece["content"], None
        one.save(update_fields=["kept", "content", "found"])
    held.pieces.filter(pk__in=[one.pk for one in rows[len(pieces) :]]).delete()
    if missing := pieces[len(rows) :]:
        new = [ImportPiece(kept=piece["kept"], content=piece["content"]) for piece in missing]
        insert_after(held, rows[-1], new)
    return rows[0]
