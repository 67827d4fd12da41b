"""Lists of threads, page by page: in the order of the text, newest first, or most active.

Paging is by key, not by count: the cursor names the last thread shown, so a page costs the same
however far in it is, and nothing is shown twice when something new comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core import signing
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from annotations.models import Anchor, Placement, Thread
from annotations.reading.conversations import Conversation, conversations
from articles.models import Article, Block

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import ReadingGroup, User

PAGE = 20
ORDERS = ("text", "newest", "active")
NOWHERE = 2**31 - 1  # the place of threads on the article as a whole: after its last block


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """One page of conversations; `after` is the cursor of the next, empty on the last."""

    listed: list[Conversation]
    after: str


def discussion_page(
    article: Article, user: User | AnonymousUser, *, order: str = "text", after: str = ""
) -> ThreadPage:
    """A page of the whole discussion of an article; six queries."""
    threads = Thread.objects.visible_to(user).filter(article=article)
    if order == "text":
        return _paged(_in_text_order(threads, article), user, ("place", "offset", "pk"), after)
    if order == "active":
        return _paged(threads, user, ("-active_at", "-pk"), after)
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


def person_page(
    threads: QuerySet[Thread], user: User | AnonymousUser, *, after: str = ""
) -> ThreadPage:
    """Threads of any article, newest first."""
    return _paged(threads, user, ("-pk",), after)


def group_page(group: ReadingGroup, user: User | AnonymousUser, *, after: str = "") -> ThreadPage:
    """What is said to a group in any article, the most active first."""
    threads = Thread.objects.visible_to(user).filter(audience__group=group)
    return _paged(threads, user, ("-active_at", "-pk"), after)


def _in_text_order(threads: QuerySet[Thread], article: Article) -> QuerySet[Thread]:
    here = Placement.objects.current().filter(
        thread_id=OuterRef("pk"), anchor__ordinal=0, anchor__role=Anchor.Role.TARGET
    )
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
    window = threads.select_related("article").order_by(*keys)
    if (cursor := _read(after, keys)) is not None:
        window = window.filter(_beyond(keys, cursor))
    listed = list(window[: PAGE + 1])
    page = listed[:PAGE]
    shown = conversations(page, user)
    _number_paragraphs(shown, page)
    return ThreadPage(shown, _write(page[-1], keys) if len(listed) > PAGE else "")


def _beyond(keys: Sequence[str], cursor: Sequence[Any]) -> Q:
    """The rows after `cursor` in the order of `keys` (row values, spelt out for any database)."""
    beyond = Q()
    equal = Q()
    for key, value in zip(keys, cursor, strict=True):
        name, sense = key.lstrip("-"), "lt" if key.startswith("-") else "gt"
        beyond |= equal & Q(**{f"{name}__{sense}": value})
        equal &= Q(**{name: value})
    if keys[0] != "-active_at":
        return beyond
    # An index is searched from here on; the alternatives above would have it read from its start
    return Q(active_at__lte=cursor[0]) & beyond


def _salt(keys: Sequence[str]) -> str:
    """A cursor holds for the order it was made in: what it counts means nothing in another."""
    return f"after:{','.join(keys)}"


def _write(thread: Thread, keys: Sequence[str]) -> str:
    values = [getattr(thread, key.lstrip("-")) for key in keys]
    plain = [value.isoformat() if isinstance(value, datetime) else value for value in values]
    return signing.dumps(plain, salt=_salt(keys), compress=True)


def _read(after: str, keys: Sequence[str]) -> list[Any] | None:
    """The cursor, or None where there is none of this order: then the first page."""
    try:
        values = signing.loads(after, salt=_salt(keys)) if after else None
    except signing.BadSignature:
        return None
    if values is None:
        return None
    return [datetime.fromisoformat(v) if isinstance(v, str) else v for v in values]


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
