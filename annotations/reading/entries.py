"""Annotations as entries of a list over all articles: each with its passage in context.

What a topic gathers and what a person wrote is shown by these; whatever is added to an annotation
here (the replies, whom it answers) passes the gate once more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Max, Q

from annotations.models import Annotation
from annotations.reading.cards import kind_label
from annotations.reading.context import Context, in_context, shortened
from annotations.reading.passed import Passed, passages_of
from articles.body import body_text
from articles.models import Article, Block
from articles.sanitising import SanitisedHtml, trusted_from_storage

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User

FIRST_WORDS = 240


@dataclass(slots=True)
class Entry:
    """One annotation with its passage, and what came of it."""

    annotation: Annotation
    passage: Passed | None
    context: Context | None
    number: int | None  # of the paragraph in which the passage begins
    replies: int = 0
    latest: datetime | None = None  # of the replies that the reader may read
    answers: str = ""  # whom it answers, as far as one may read them
    answers_username: str = ""

    @property
    def article(self) -> Article:
        found: Article = self.annotation.thread.article
        return found

    @property
    def kind(self) -> str:
        return kind_label(self.annotation.kind)

    @property
    def html(self) -> SanitisedHtml:
        return trusted_from_storage(self.annotation.body_html)

    @property
    def first_words(self) -> str:
        words = body_text(self.html)
        if len(words) <= FIRST_WORDS:
            return words
        return f"{words[:FIRST_WORDS].rsplit(None, 1)[0]} …"

    @property
    def is_placed(self) -> bool:
        """Whether its passage stands in the text as it is now."""
        return bool(self.passage and self.passage.start_key)

    @property
    def kept_back(self) -> str:
        """hidden or pending, for its author and moderators; empty for what all may read."""
        state: str = self.annotation.moderation
        return "" if state == Annotation.Moderation.PUBLISHED else state


def entries_of(
    annotations: Sequence[Annotation], user: User | AnonymousUser, *, goes_beyond: bool = False
) -> list[Entry]:
    """Entries of annotations that passed the gate, `thread__article` with them; four queries.

    With `goes_beyond` the context of a passage at the edge of its block goes beyond it, for a query
    more.
    """
    threads = {one.thread_id for one in annotations}
    passages = passages_of(sorted(threads))
    blocks = _blocks(annotations, passages)
    around = _around(blocks.values()) if goes_beyond else {}
    replies = _replies(threads, user)
    answered = _answered(annotations, user)
    entries = []
    for one in annotations:
        entry = _entry(one, passages.get(one.thread_id), blocks, around)
        if one.is_opening:
            entry.replies, entry.latest = replies.get(one.thread_id, (0, None))
        else:
            entry.answers, entry.answers_username = answered.get(one.parent_id, ("", ""))
        entries.append(entry)
    return entries


def _entry(
    annotation: Annotation, passage: Passed | None, blocks: dict[Any, Block], around: dict[Any, str]
) -> Entry:
    if passage is None:
        return Entry(annotation, None, None, None)
    article = annotation.thread.article_id
    first = blocks.get((article, passage.start_key))
    last = blocks.get((article, passage.end_key))
    if first is None or last is None:
        context = Context(passage.prefix, shortened(passage.quote), passage.suffix)
        return Entry(annotation, passage, context, None)
    is_one = passage.start_key == passage.end_key
    context = in_context(
        first.text,
        passage.start,
        last.text,
        passage.end,
        is_one=is_one,
        previous=around.get((first.revision_id, first.position - 1), ""),
        following=around.get((last.revision_id, last.position + 1), ""),
    )
    return Entry(annotation, passage, context, first.number)


def _blocks(annotations: Sequence[Annotation], passages: dict[int, Passed]) -> dict[Any, Block]:
    """The blocks at which the passages begin and end, by article and key; one query."""
    keys = {key for passed in passages.values() for key in (passed.start_key, passed.end_key)}
    revisions = {one.thread.article.standing_pk for one in annotations}
    found = Block.objects.filter(revision_id__in=revisions, key__in=keys - {""})
    rows = found.only("article_id", "revision_id", "key", "position", "number", "text")
    return {(block.article_id, block.key): block for block in rows}


def _around(blocks: Iterable[Block]) -> dict[tuple[int, int], str]:
    """The texts of the blocks beside these, by revision and position; headings say nothing."""
    places = {(one.revision_id, one.position + step) for one in blocks for step in (-1, 1)}
    if not places:
        return {}
    beside = reduce(or_, (Q(revision_id=pk, position=place) for pk, place in places))
    rows = Block.objects.filter(beside).exclude(kind=Block.Kind.HEADING)
    return {
        (pk, place): text for pk, place, text in rows.values_list("revision_id", "position", "text")
    }


def _replies(threads: set[int], user: User | AnonymousUser) -> dict[int, tuple[int, Any]]:
    """How many replies in each thread the reader may read, and when the latest came; one query."""
    rows = (
        Annotation.objects.visible_to(user)
        .filter(thread_id__in=threads, parent__isnull=False)
        .values_list("thread_id")
        .annotate(count=Count("pk"), latest=Max("created_at"))
    )
    return {thread: (count, latest) for thread, count, latest in rows}


def _answered(
    annotations: Sequence[Annotation], user: User | AnonymousUser
) -> dict[Any, tuple[str, str]]:
    """The authors of what is answered, by its id; one query."""
    parents = {one.parent_id for one in annotations if one.parent_id}
    rows = Annotation.objects.visible_to(user).filter(pk__in=parents, author__isnull=False)
    names = rows.values_list("pk", "author__display_name", "author__username")
    return {pk: (name or username, username) for pk, name, username in names}
