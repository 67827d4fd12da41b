"""Suggested marks as readers meet them: by article, or by topic; each in its sentence.

Whoever may read an article reads what is suggested in it. Shown is what stands in the text as it is
read, under topics that everybody sees, where everybody who reads it finds no mark by now.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q, QuerySet

from annotations.models import Suggestion, Topic
from annotations.topics.carrying import place_of
from annotations.topics.covering import covered_in
from annotations.topics.sentences import sentences
from articles.models import Article, Block

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User

ON_A_PAGE = 50
AROUND = 240  # code points of a sentence before and after a mention
SPARE = 100  # rows asked for beyond those that are listed, for those that are marked by now
State = Suggestion.State


@dataclass(slots=True)
class Suggested:
    """A suggestion in its sentence, which is cut where it is long."""

    suggestion: Suggestion
    number: int | None  # of its block
    before: str
    mention: str
    after: str

    @property
    def topic(self) -> Topic:
        return self.suggestion.topic

    @property
    def article(self) -> Article:
        return self.suggestion.article


@dataclass(slots=True)
class Page:
    """Fifty suggestions of an article: by topic, each with how many of it there are."""

    groups: list[tuple[Topic, int, list[Suggested]]]
    total: int
    number: int
    pages: int


def suggested_in(
    article: Article, *, state: State = State.WAITING, number: int = 1, at: int = 0
) -> Page:
    """A page of what waits in an article, or of what was dismissed; three queries.

    The one with the suggestion `at`, where there is such a one.
    """
    blocks = _blocks(Q(revision_id=article.standing_pk))
    listed = _listed(article, state, blocks)
    pages = max(1, -(-len(listed) // ON_A_PAGE))
    place = next((place for place, row in enumerate(listed) if row.pk == at), None)
    number = min(max(1, number), pages) if place is None else 1 + place // ON_A_PAGE
    shown = listed[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
    counts: dict[int, int] = {}
    for row in listed:
        counts[row.topic_id] = counts.get(row.topic_id, 0) + 1
    groups = [
        (group[0].topic, counts[group[0].topic_id], [_in_sentence(row, blocks) for row in group])
        for _topic, rows in groupby(shown, lambda row: row.topic_id)
        if (group := list(rows))
    ]
    return Page(groups, len(listed), number, pages)


def places_in(article: Article, most: int) -> tuple[int, list[Suggestion]]:
    """How many suggestions wait in an article, and the first of them; three queries."""
    blocks = _blocks(Q(revision_id=article.standing_pk), "text")
    listed = _listed(article, State.WAITING, blocks)
    return len(listed), listed[:most]


def waiting_for(
    topics: Iterable[int], user: User | AnonymousUser, limit: int = 20
) -> list[Suggested]:
    """What waits under some topics in all that `user` may read; at most three queries.

    In the order of the articles' dates, the newest first. Of so many as are marked by now that
    few are left, fewer than `limit` are answered.
    """
    seen = Article.objects.visible_to(user)
    rows = list(
        _standing(Suggestion.objects.filter(topic__in=list(topics), article__in=seen))
        .filter(state=State.WAITING)
        .select_related("article")
        .order_by("-article__published", "-article", "pk")[: limit + SPARE]
    )
    if not rows:
        return []
    revisions = {row.revision_id for row in rows}
    blocks = _blocks(Q(revision_id__in=revisions, key__in={row.block_key for row in rows}))
    articles = {row.article_id: row.article for row in rows}
    left = _not_covered(rows, list(articles.values()), blocks)
    left.sort(key=lambda row: _order(row, blocks))
    left.sort(key=lambda row: (row.article.published, row.article_id), reverse=True)
    return [_in_sentence(row, blocks) for row in left[:limit]]


def _standing(rows: QuerySet[Suggestion]) -> QuerySet[Any]:
    """Those in texts as they are read, of topics that everybody sees."""
    standing: QuerySet[Any] = rows.filter(
        revision=F("article__current_revision"), topic__accepted_at__isnull=False
    ).select_related("topic")
    return standing


Blocks = dict[tuple[int, str], Block]


def _blocks(which: Q, *deferred: str) -> Blocks:
    rows = Block.objects.filter(which).defer("html", "attrs", *deferred)
    return {(row.revision_id, row.key): row for row in rows}


def _listed(article: Article, state: State, blocks: Blocks) -> list[Suggestion]:
    """In the order of the topics' names, and within each in that of the text."""
    rows = list(
        _standing(Suggestion.objects.filter(article=article, state=state)).select_related(
            "topic", "decided_by"
        )
    )
    for row in rows:
        row.article = article
    if state == State.WAITING:
        rows = _not_covered(rows, [article], blocks)
    rows = [row for row in rows if (row.revision_id, row.block_key) in blocks]
    return sorted(
        rows, key=lambda row: (row.topic.name.casefold(), row.topic_id, *_order(row, blocks))
    )


def _order(row: Suggestion, blocks: Blocks) -> tuple[int, int]:
    block = blocks.get((row.revision_id, row.block_key))
    return (block.position if block else 0), row.start


def _not_covered(
    rows: Sequence[Suggestion], articles: Sequence[Article], blocks: Blocks
) -> list[Suggestion]:
    """Those where no mark stands by now that everybody who reads the article finds; one query."""
    covered = covered_in(articles, {row.topic_id for row in rows})
    orders: dict[int, dict[str, int]] = {}
    for (revision, key), block in blocks.items():
        orders.setdefault(revision, {})[key] = block.position
    return [
        row
        for row in rows
        if row.block_key in orders.get(row.revision_id, {})
        and covered.mark_at(row.article_id, row.topic_id, place_of(row), orders[row.revision_id])
        is None
    ]


def _in_sentence(row: Suggestion, blocks: Blocks) -> Suggested:
    block = blocks[row.revision_id, row.block_key]
    around = [
        (begin, end) for begin, end in sentences(block.text) if begin < row.end and row.start < end
    ]
    begin = min([row.start, *(begin for begin, _end in around)])
    end = max([row.end, *(end for _begin, end in around)])
    return Suggested(
        row,
        block.number,
        _tail(block.text[begin : row.start]),
        block.text[row.start : row.end],
        _head(block.text[row.end : end]),
    )


def _tail(words: str) -> str:
    return words if len(words) <= AROUND else "…" + words[-AROUND:].partition(" ")[2]


def _head(words: str) -> str:
    return words if len(words) <= AROUND else words[:AROUND].rpartition(" ")[0] + "…"
