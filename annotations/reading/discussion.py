"""Lists of threads, page by page: in the order of the text, newest first, or most active."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from annotations.models import Anchor, Placement, Thread
from annotations.reading.conversations import Conversation, conversations
from annotations.reading.paging import window
from articles.models import Article, Block

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import ReadingGroup, User

PAGE = 20
ORDERS = ("text", "newest", "active", "discussed")
NOWHERE = 2**31 - 1  # the place of threads on the article as a whole: after its last block


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """One page of conversations; `after` is the cursor of the next, empty on the last."""

    listed: list[Conversation]
    after: str


def discussion_page(
    article: Article,
    user: User | AnonymousUser,
    *,
    order: str = "text",
    after: str = "",
    threads: QuerySet[Thread] | None = None,
) -> ThreadPage:
    """A page of the discussion of an article; six queries.

    `threads` are those to be shown, where not all of them are; they passed the gate.
    """
    if threads is None:
        threads = Thread.objects.visible_to(user).filter(article=article)
    if order == "text":
        return _paged(in_text_order(threads, article), user, ("place", "offset", "pk"), after)
    if order == "active":
        return _paged(threads, user, ("-active_at", "-pk"), after)
    if order == "discussed":
        return _paged(threads, user, ("-readable_count", "-pk"), after)
    return _paged(threads, user, ("-pk",), after)


def block_page(
    article: Article, block: Block, user: User | AnonymousUser, *, after: str = ""
) -> ThreadPage:
    """The threads of which a passage begins in a block, in the order of its text."""
    here = (
        Placement.objects.current()
        .filter(thread_id=OuterRef("pk"), start_key=block.key, anchor__role=Anchor.Role.TARGET)
        .order_by("start_offset")
        .values("start_offset")[:1]
    )
    threads = (
        Thread.objects.visible_to(user)
        .filter(article=article)
        .annotate(offset=Subquery(here))
        .filter(offset__isnull=False)
    )
    return _paged(threads, user, ("offset", "pk"), after)


def lost_page(
    article: Article, key: str, user: User | AnonymousUser, *, after: str = ""
) -> ThreadPage:
    """The threads that stand nowhere now and last stood in the block of this key."""
    placed = (
        Placement.objects.filter(thread_id=OuterRef("pk"), anchor__ordinal=0)
        .exclude(start_key="")
        .order_by("-from_revision__number")
    )
    lost = Placement.objects.current().filter(thread_id=OuterRef("pk"), start_key="")
    threads = (
        Thread.objects.visible_to(user)
        .filter(Exists(lost.filter(anchor__ordinal=0)), article=article)
        .annotate(
            last=Subquery(placed.values("start_key")[:1]),
            offset=Subquery(placed.values("start_offset")[:1]),
        )
        .filter(last=key)
    )
    return _paged(threads, user, ("offset", "pk"), after)


def group_page(group: ReadingGroup, user: User | AnonymousUser, *, after: str = "") -> ThreadPage:
    """What is said to a group in any article, the most active first."""
    threads = Thread.objects.visible_to(user).filter(audience__group=group)
    return _paged(threads, user, ("-active_at", "-pk"), after)


def in_text_order(threads: QuerySet[Thread], article: Article) -> QuerySet[Thread]:
    here = Placement.objects.current().of_openings().filter(thread_id=OuterRef("pk"))
    position = Block.objects.filter(
        revision_id=article.standing_pk, key=OuterRef("start_key")
    ).values("position")[:1]
    placed = here.annotate(position=Subquery(position))
    return threads.annotate(
        place=Coalesce(Subquery(placed.values("position")[:1]), NOWHERE),
        offset=Coalesce(Subquery(here.values("start_offset")[:1]), 0),
    )


def _paged(
    threads: QuerySet[Thread], user: User | AnonymousUser, keys: Sequence[str], after: str
) -> ThreadPage:
    page, following = window(threads.select_related("article"), keys, after, PAGE)
    shown = conversations(page, user)
    _number_paragraphs(shown, page)
    return ThreadPage(shown, following)


def _number_paragraphs(shown: list[Conversation], threads: Sequence[Thread]) -> None:
    keys = {one.passage.start_key for one in shown if one.passage}
    revisions = {thread.article.standing_pk for thread in threads}
    numbers: dict[tuple[int, str], int | None] = {
        (article, key): number
        for article, key, number in Block.objects.filter(
            revision_id__in=revisions, key__in=keys
        ).values_list("article_id", "key", "number")
    }
    for one in shown:
        if one.passage:
            one.number = numbers.get((one.thread.article_id, one.passage.start_key))
