"""Where one is led in the queue: from an item to the next, back to the list, to what to undo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone

from annotations.admin.queue.chosen import Chosen, following
from annotations.admin.queue.listing import RELATED, cause_of, outcome_of, where_of
from annotations.models import ReviewItem
from annotations.queueing import UNDO


def list_url(chosen: Chosen) -> str:
    return _with(reverse("admin:annotations_reviewitem_changelist"), chosen)


def item_url(pk: int, chosen: Chosen) -> str:
    return _with(reverse("admin:annotations_reviewitem_change", args=[pk]), chosen)


def _with(address: str, chosen: Chosen) -> str:
    query = chosen.query()
    return f"{address}?{query}" if query else address


def next_url(user: Any, chosen: Chosen, pk: int) -> str:
    """The page after deciding: the next item of what was chosen, or the list with nothing left."""
    item = ReviewItem.objects.get(pk=pk)
    after = following(user, chosen, item)
    return list_url(chosen) if after is None else item_url(after, chosen)


@dataclass(frozen=True)
class Undoable:
    """What somebody decided a moment ago, and how many seconds are left to take it back."""

    item: ReviewItem
    words: str
    seconds: int


def undoable(user: Any) -> Undoable | None:
    """The last decision of a moderator, as long as it can be undone; one query."""
    now = timezone.now()
    lately = ReviewItem.objects.filter(
        closed_at__gt=now - UNDO, decided_by_id=user.pk, kind="annotation"
    )
    item = lately.exclude(closed_at=None).select_related(*RELATED).order_by("-closed_at").first()
    if item is None or item.closed_at is None:
        return None
    words = ", ".join(filter(None, (cause_of(item), where_of(item))))
    seconds = int((item.closed_at + UNDO - now).total_seconds()) + 1
    return Undoable(item, f"{outcome_of(item)}: {words}", seconds)
