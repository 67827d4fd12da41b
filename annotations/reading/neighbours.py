"""The threads before and after one, in the order of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Case, Exists, OuterRef, Q, Subquery, Value, When

from annotations.models import Placement, Thread
from annotations.reading.passed import Passed
from articles.models import Block

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User


def neighbours_of(
    thread: Thread, passage: Passed, position: int, user: User | AnonymousUser
) -> dict[str, Thread]:
    """The threads `before` and `after` one whose passage begins in the block at `position`.

    As the reader may see them; two queries. Threads that stand nowhere in the text are no
    neighbours.
    """
    found = {
        name: _nearest(thread, passage, position, user, is_after=name == "after")
        for name in ("before", "after")
    }
    return {name: one for name, one in found.items() if one is not None}


def _nearest(
    thread: Thread, passage: Passed, position: int, user: User | AnonymousUser, *, is_after: bool
) -> Thread | None:
    """The nearest in the same block, or else in the nearest block that has any."""
    sense, sign = ("gt", "") if is_after else ("lt", "-")
    seen = Thread.objects.visible_to(user).filter(article=thread.article_id)
    placed = Placement.objects.current().of_openings().filter(thread__in=seen)
    talked_about = Exists(placed.filter(start_key=OuterRef("key")))
    blocks: Any = Block.objects.filter(
        talked_about,
        revision_id=thread.article.standing_pk,
        **{f"position__{sense}": position},
    )
    nearest = blocks.order_by(f"{sign}position").values("key")[:1]
    beyond = Q(**{f"start_offset__{sense}": passage.start}) | Q(
        start_offset=passage.start, **{f"thread_id__{sense}": thread.pk}
    )
    here = Q(beyond, start_key=passage.start_key)
    found = (
        placed.filter(here | Q(start_key=Subquery(nearest)))
        .annotate(is_far=Case(When(start_key=passage.start_key, then=Value(0)), default=Value(1)))
        .order_by("is_far", f"{sign}start_offset", f"{sign}thread_id")
        .select_related("thread")
        .first()
    )
    return found.thread if found else None
