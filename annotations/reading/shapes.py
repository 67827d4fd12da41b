"""The shape of threads: which annotations there are and what each answers, without their words.

A reply is mostly newer than what it answers; one that a moderator moved may be older. Shapes come
in an order in which each stands after what it answers, so that any first few of a thread are a
tree with its opening.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F, QuerySet, Window
from django.db.models.functions import RowNumber

from annotations.models import Annotation
from ncr.statements import Compiled

COLUMNS = ("pk", "thread_id", "parent_id", "uuid", "moderation", "withdrawn_at")


class Shape(NamedTuple):
    """One annotation's place in its thread, without a word of it."""

    pk: int
    thread_id: int
    parent_id: int | None
    uuid: UUID
    moderation: str
    is_withdrawn: bool


def shapes_of(thread_ids: Sequence[int], most: int | None) -> list[Shape]:
    """The shape of some threads, oldest first, but each after what it answers.

    Of each thread at most the `most` oldest, and what those answer. One query; where a moderator
    moved a reply below a newer one, another for each step up to what is known.
    """
    shapes = [_shape(*row) for row in _shapes.rows(most, threads=thread_ids)]
    known = {shape.pk for shape in shapes}
    while missing := {shape.parent_id for shape in shapes if shape.parent_id} - known:
        shapes += [_shape(*row) for row in _parents.rows(ids=sorted(missing))]
        known |= missing
    return _after_parents(shapes)


def _shape(
    pk: int, thread: int, parent: int | None, uuid: UUID, moderation: str, withdrawn_at: Any
) -> Shape:
    return Shape(pk, thread, parent, uuid, moderation, withdrawn_at is not None)


def _after_parents(shapes: Sequence[Shape]) -> list[Shape]:
    """In their order, by id, but with what each answers before it."""
    if all((shape.parent_id or 0) < shape.pk for shape in shapes):
        return list(shapes)  # as nearly always
    by_pk = {shape.pk: shape for shape in shapes}
    placed: dict[int, Shape] = {}
    for shape in shapes:
        above: list[Shape] = []
        at: Shape | None = shape
        while at is not None and at.pk not in placed:
            above.append(at)
            at = by_pk.get(at.parent_id) if at.parent_id else None
        placed.update((one.pk, one) for one in reversed(above))
    return list(placed.values())


def _shapes_query(most: int | None, *, threads: Sequence[int]) -> QuerySet[Annotation, Any]:
    rows: QuerySet[Annotation] = Annotation.objects.filter(thread_id__in=threads)
    if most is not None:
        rows = rows.annotate(
            place=Window(RowNumber(), partition_by=F("thread_id"), order_by=F("id").asc())
        ).filter(place__lte=most)
    return rows.order_by("id").values_list(*COLUMNS)


_shapes: Compiled[Any] = Compiled(_shapes_query)
_parents: Compiled[Any] = Compiled(
    lambda *, ids: Annotation.objects.filter(pk__in=ids).values_list(*COLUMNS)
)


def in_tree_order(shapes: Sequence[Shape], readable: set[int]) -> list[tuple[Shape, int]]:
    """Shapes with their depth, each after its parent; gone ones without an heir are left out.

    Works from a stack, so that the depth of a thread has no limit.
    """
    children: dict[int | None, list[Shape]] = {}
    for shape in sorted(shapes):  # by id: what is older stands before what is newer
        children.setdefault(shape.parent_id, []).append(shape)
    alive = _with_heirs(shapes, readable)
    ordered: list[tuple[Shape, int]] = []
    stack = [(shape, 0) for shape in reversed(children.get(None, []))]
    while stack:
        shape, depth = stack.pop()
        if depth and shape.pk not in alive:
            continue
        ordered.append((shape, depth))
        stack += [(child, depth + 1) for child in reversed(children.get(shape.pk, []))]
    return ordered


def _with_heirs(shapes: Sequence[Shape], readable: set[int]) -> set[int]:
    """Those that are readable or have a readable descendant; children come after parents."""
    alive = set(readable)
    for shape in reversed(shapes):
        if shape.pk in alive and shape.parent_id is not None:
            alive.add(shape.parent_id)
    return alive
