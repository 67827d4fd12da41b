"""Where one is led in the queue: from an item to the next, back to the list, to what to undo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from annotations.admin.deciding import MOST
from annotations.admin.queue.chosen import Chosen, following
from annotations.admin.queue.listing import RELATED, cause_of, outcome_of, where_of
from annotations.models import ReviewItem
from annotations.queueing import UNDO

TOGETHER = "decided_together"  # in the session: what one press decided in the queue


def list_url(chosen: Chosen) -> str:
    return _with(reverse("admin:annotations_reviewitem_changelist"), chosen)


def item_url(pk: int, chosen: Chosen) -> str:
    return _with(reverse("admin:annotations_reviewitem_change", args=[pk]), chosen)


def _with(address: str, chosen: Chosen) -> str:
    query = chosen.query()
    return f"{address}?{query}" if query else address


def next_url(user: Any, chosen: Chosen, pk: int) -> str:
    """The page after deciding: the next item of what was chosen, or the list with nothing left."""
    item = ReviewItem.objects.filter(pk=pk).first()
    after = following(user, chosen, item) if item else None  # gone with the topic that it was about
    return list_url(chosen) if after is None else item_url(after, chosen)


@dataclass(frozen=True)
class Undoable:
    """What somebody decided a moment ago, and how many seconds are left to take it back."""

    items: list[ReviewItem]  # the latest first; several where one press decided them
    words: str
    seconds: int


def undoable(request: HttpRequest) -> Undoable | None:
    """What a moderator decided last, in one press, as long as it can be undone; two queries."""
    now = timezone.now()
    lately = ReviewItem.objects.filter(
        closed_at__gt=now - UNDO, decided_by_id=request.user.pk, kind="annotation"
    ).order_by("-closed_at")
    items = list(lately.only("closed_at", "outcome")[:MOST])
    if not items:
        return None
    together = set(request.session.get(TOGETHER, ()))
    is_of_many = items[0].pk in together
    items = [one for one in items if one.pk in together] if is_of_many else items[:1]
    if len(items) == 1:
        latest = lately.select_related(*RELATED).get(pk=items[0].pk)
        words = ", ".join(filter(None, (cause_of(latest), where_of(latest))))
    else:
        words = ngettext("%(count)d thing", "%(count)d things", len(items)) % {"count": len(items)}
    ends = (items[-1].closed_at or now) + UNDO
    seconds = int((ends - now).total_seconds()) + 1
    return Undoable(items, f"{outcome_of(items[0])}: {words}", seconds)
