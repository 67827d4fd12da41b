"""What is laid before somebody who decides: passage, thread, author, reports, decisions.

Everything that was written passes the gate; a fixed number of queries, whatever its size.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from annotations.admin.record import record_of, reporters_of
from annotations.admin.trail import trail_of
from annotations.models import Annotation, AnnotationVersion, Placement, Thread
from annotations.reading.conversations import Conversation, conversation_from
from annotations.reading.shapes import in_tree_order, shapes_of
from annotations.reading.versions import worded_changes
from annotations.roles import may_order
from articles.models import Block

BEFORE, AFTER = 10, 20  # replies of a long thread that are shown around the one at hand
REPLIES_ON_A_PAGE = 100
MOST_BLOCKS = 5


@dataclass(frozen=True)
class Piece:
    """A block of the text, cut where the passage begins and ends in it."""

    number: int | None
    before: str
    marked: str
    after: str


def case_of(annotation: Annotation, user: Any) -> dict[str, Any]:
    """All that is needed to decide about an annotation."""
    thread = annotation.thread
    reports = list(annotation.reports.select_related("by", "decided_by").order_by("id"))
    return {
        "annotation": annotation,
        **_of_thread(thread),
        "conversation": _around(annotation, user),
        "record": record_of(annotation.author),
        "versions": worded_changes(list(_versions(annotation))),
        "reports": reporters_of(reports),
        "waiting": sum(report.decided_at is None for report in reports),
        "trail": trail_of(annotation=annotation.uuid, thread=thread.uuid),
        "may_order": may_order(user, thread),
        "can_hide": annotation.moderation in ("published", "pending"),
        "can_restore": annotation.moderation in ("hidden", "pending"),
    }


def thread_case_of(thread: Thread, user: Any, after: UUID | None) -> dict[str, Any]:
    """A thread as the reader may see it, with what was decided about it as a whole."""
    return {
        "thread": thread,
        **_of_thread(thread),
        "conversation": conversation_from(thread, user, after=after, most=REPLIES_ON_A_PAGE),
        "trail": trail_of(annotation=None, thread=thread.uuid),
        "ids": dict(_ids_in(thread)),
    }


def _of_thread(thread: Thread) -> dict[str, Any]:
    return {"thread": thread, "article": thread.article, "passage": passage_in(thread)}


def _versions(annotation: Annotation) -> QuerySet[AnnotationVersion]:
    return AnnotationVersion.objects.filter(annotation=annotation).order_by("number")


def passage_in(thread: Thread) -> list[Piece]:
    """The blocks in which a thread's passage stands, or its words alone where they are gone."""
    place = (
        Placement.objects.current()
        .of_openings()
        .filter(thread=thread)
        .select_related("anchor")
        .first()
    )
    if place is None:
        return []
    blocks = _blocks_of(thread, place)
    if not blocks:
        return [Piece(None, "", place.anchor.quote, "")]
    return [_piece(block, place, blocks) for block in blocks[:MOST_BLOCKS]]


def _blocks_of(thread: Thread, place: Placement) -> list[Block]:
    here = thread.article.standing_pk
    ends = Block.objects.filter(revision_id=here, key__in=[place.start_key, place.end_key]).values(
        "position"
    )
    first, last = ends.order_by("position")[:1], ends.order_by("-position")[:1]
    inside = Block.objects.filter(
        revision_id=here,
        position__gte=first,
        position__lte=last,
    )
    return list(inside.order_by("position").only("key", "number", "text", "position"))


def _piece(block: Block, place: Placement, blocks: list[Block]) -> Piece:
    start = place.start_offset if block is blocks[0] else 0
    end = place.end_offset if block is blocks[-1] else len(block.text)
    return Piece(block.number, block.text[:start], block.text[start:end], block.text[end:])


def _around(annotation: Annotation, user: Any) -> Conversation:
    """The thread, or of a long one its opening and what stands around the annotation."""
    thread = annotation.thread
    shapes = shapes_of([thread.pk], None)
    readable = set(
        Annotation.objects.visible_to(user).filter(thread=thread).values_list("pk", flat=True)
    )
    ordered = [shape.uuid for shape, _depth in in_tree_order(shapes, readable)]
    place = ordered.index(annotation.uuid) if annotation.uuid in ordered else 0
    begin = max(0, place - BEFORE - 1)
    return conversation_from(
        thread, user, after=ordered[begin] if begin else None, most=BEFORE + AFTER
    )


def _ids_in(thread: Thread) -> Any:
    return Annotation.objects.filter(thread=thread).values_list("uuid", "pk")
