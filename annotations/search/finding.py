"""A page of what was found, through the gate.

Best match ranks by how often the words stand in a thing and how near each other, and by nothing
that other things say: how rare a word is on the whole would tell of what the reader may not read.
Only about the newest two thousand that answer are ranked, so that a word that everybody uses
costs no more than another; the page says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone

from annotations.models import (
    Annotation,
    AnnotationWords,
    ArticleWords,
    BlockWords,
    PersonWords,
    Placement,
    Topic,
    TopicWords,
)
from annotations.models.words import Words
from annotations.search.asking import Question
from annotations.search.engines import LAST, Candidate, Candidates, engine
from annotations.visibility import people_visible_to
from articles.models import Article, Block
from ncr.accounts.models import User

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

ON_A_PAGE = 20
HEADS = 5  # articles whose titles answer, above the passages of texts
CANDIDATES = 2_000
KINDS = ("text", "notes", "topics", "people")
ORDERS = ("best", "newest")


@dataclass(frozen=True)
class Filters:
    """What narrows a search; which of them a kind of thing has is said in TAKEN."""

    article: Article | None = None
    topic: Topic | None = None
    below: tuple[int, ...] = ()  # ids of narrower topics that count as this one
    person: User | None = None
    since: date | None = None
    until: date | None = None


TAKEN = {
    "text": ("article",),
    "notes": ("article", "topic", "person", "from", "to"),
    "topics": (),
    "people": (),
}


@dataclass
class Page:
    """The ids of what was found, in their order, and where the next page begins."""

    pks: list[int] = field(default_factory=list)
    after: str = ""
    is_capped: bool = False  # whether only the newest were ranked


class _Ranked(NamedTuple):
    score: int
    pk: int


def found(
    kind: str,
    user: User | AnonymousUser,
    question: Question,
    filters: Filters,
    *,
    order: str = "best",
    after: str = "",
    most: int = ON_A_PAGE,
) -> Page:
    """A page of one kind of things that answer; one to three statements.

    `after` is where the page before ended; one that cannot be read begins anew.
    """
    words, gate = _WORDS[kind], _gate(kind, user, filters)
    asked = question.begun() if kind == "people" else question
    if order == "newest":
        return _newest(words, gate, asked, _number(after), most)
    candidates = engine().candidates(words, gate, asked, CANDIDATES)
    return _best(candidates, asked, after, most)


def heads(user: User | AnonymousUser, question: Question) -> list[int]:
    """Articles whose title, standfirst or byline answer, the best first."""
    gate = Article.objects.visible_to(user)
    candidates = engine().candidates(ArticleWords, gate, question, CANDIDATES)
    return _best(candidates, question, "", HEADS).pks


def has_any(kind: str, user: User | AnonymousUser, question: Question) -> bool:
    """Whether without filters there is something of this kind that the reader may see."""
    if found(kind, user, question, Filters(), order="newest", most=1).pks:
        return True
    return kind == "text" and bool(heads(user, question))


_WORDS: dict[str, type[Words]] = {
    "text": BlockWords,
    "notes": AnnotationWords,
    "topics": TopicWords,
    "people": PersonWords,
}


def _gate(kind: str, user: User | AnonymousUser, filters: Filters) -> QuerySet[Any]:
    if kind == "notes":
        return _narrowed(Annotation.objects.visible_to(user), user, filters)
    if kind == "topics":
        return Topic.objects.visible_to(user)
    if kind == "people":
        return people_visible_to(user)
    seen = Article.objects.visible_to(user)
    if filters.article:
        seen = seen.filter(pk=filters.article.pk)
    blocks = Block.objects.filter(article__in=seen, revision=F("article__current_revision"))
    if filters.topic:
        # The second passage of a link is not what its topics are about
        carried = (
            Placement.objects.current()
            .of_openings()
            .filter(
                thread__in=_filed(user, filters).values("thread"),
                thread__article_id=OuterRef("article_id"),
                start_key=OuterRef("key"),
            )
        )
        blocks = blocks.filter(Exists(carried))
    return blocks


def _filed(user: User | AnonymousUser, by: Filters) -> QuerySet[Any]:
    """What the reader may read under the topic of a filter and those below it."""
    topics = [by.topic.pk, *by.below] if by.topic else []
    filed: QuerySet[Any] = Annotation.objects.visible_to(user).filter(
        assignments__topic_id__in=topics
    )
    return filed


def _narrowed(rows: QuerySet[Any], user: User | AnonymousUser, by: Filters) -> QuerySet[Any]:
    if by.article:
        rows = rows.filter(thread__article=by.article)
    if by.person:
        rows = rows.filter(author=by.person)
    if by.topic:
        # A topic tells of its thread only through an annotation that the reader may read
        rows = rows.filter(thread__in=_filed(user, by).values("thread"))
    if by.since:
        rows = rows.filter(created_at__gte=_midnight(by.since))
    if by.until:
        rows = rows.filter(created_at__lt=_midnight(by.until + timedelta(days=1)))
    return rows


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def _newest(
    words: type[Words], gate: QuerySet[Any], question: Question, before: int, most: int
) -> Page:
    pks = engine().newest(words, gate, question, most + 1, before)
    return Page(pks[:most], str(pks[most - 1]) if len(pks) > most else "")


def _number(after: str) -> int:
    return int(after) if after.isascii() and after.isdecimal() and len(after) < 19 else LAST


def _best(candidates: Candidates, question: Question, after: str, most: int) -> Page:
    ranked = sorted(_ranked(candidates.listed, question), reverse=True)
    score, _dot, pk = after.partition(".")
    if len(after) < 40 and all(part.isascii() and part.isdecimal() for part in (score, pk)):
        ranked = [one for one in ranked if one < (int(score), int(pk))]
    page = ranked[:most]
    more = f"{page[-1].score}.{page[-1].pk}" if len(ranked) > most else ""
    return Page([one.pk for one in page], more, candidates.is_capped)


def _ranked(candidates: Iterable[Candidate], question: Question) -> Iterable[_Ranked]:
    groups = [frozenset(word for term in group for word in term.words) for group in question.groups]
    return [_Ranked(_score(one, groups, question.is_prefix), one.pk) for one in candidates]


def _score(one: Candidate, groups: Sequence[frozenset[str]], is_prefix: bool) -> int:
    """In millionths: how often each word stands there, counting less and less; and how near."""
    total, nearest = 0.0, 0.0
    before: Sequence[int] = ()
    for group in groups:
        places = sorted(
            place for word in _answering(one, group, is_prefix) for place in one.places[word]
        )
        total += len(places) / (len(places) + 1.0)
        if before and places:
            nearest += 1.0 / _distance(before, places)
        before = places or before
    return round(1e6 * (total + nearest) / (1 + log(1 + one.length / 40)))


def _answering(one: Candidate, group: frozenset[str], is_prefix: bool) -> Iterable[str]:
    if is_prefix:
        return [word for word in one.places if word.startswith(tuple(group))]
    return group.intersection(one.places)


def _distance(some: Sequence[int], others: Sequence[int]) -> int:
    """The least number of words from one of some to one of others, both in order."""
    placed = sorted([*((place, 0) for place in some), *((place, 1) for place in others)])
    return min(
        (max(1, after - before) for (before, a), (after, b) in pairwise(placed) if a != b),
        default=1,
    )
