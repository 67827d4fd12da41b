"""The links between passages that a topic gathers: as a list, and as a picture by date.

A link belongs to a topic when the note that makes it is filed there: who links decides what it is
about, as with every other note, and it can be disputed like that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef

from annotations.models import Annotation, Assignment, PassageLink
from annotations.reading.context import shortened
from annotations.reading.linked import Linked, links_of
from annotations.reading.paging import window
from annotations.reading.passed import Passed, passages_of
from articles.models import Article, Block

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User

PAGE = 20
WIDTH, GROUND, EDGE = 1160, 190, 120  # units of the picture
LOWEST, HIGHEST = 40, 160  # how high an arc stands above the line
TITLE = 18  # letters of a title under the line


@dataclass(frozen=True, slots=True)
class Pair:
    """A link: the note that makes it, its passage, and the second one."""

    note: Annotation
    passage: Passed | None
    number: int | None  # of the paragraph in which the first passage begins
    second: Linked

    @property
    def article(self) -> Article:
        found: Article = self.note.thread.article
        return found

    @property
    def url(self) -> str:
        return f"{self.article.get_absolute_url()}#n-{self.note.thread.key}"

    @property
    def words(self) -> str:
        return shortened(self.passage.words) if self.passage else ""


def links_between(
    topics: Sequence[int], user: User | AnonymousUser, after: str = ""
) -> tuple[list[Pair], str]:
    """A page of the links that `user` may see at both ends, newest first; and the next cursor.

    Of the notes under any of these topics; at most five queries.
    """
    filed = Assignment.objects.filter(
        annotation_id=OuterRef("annotation_id"), topic_id__in=list(topics)
    )
    seen = PassageLink.objects.filter(
        Exists(filed),
        annotation__in=Annotation.objects.visible_to(user).published(),
        article__in=Article.objects.visible_to(user),
    )
    page, following = window(seen, ("-annotation_id",), after, PAGE)
    return _pairs([link.annotation_id for link in page], user), following


def _pairs(ids: list[int], user: User | AnonymousUser) -> list[Pair]:
    if not ids:
        return []
    seconds = links_of(ids, user)
    notes = Annotation.objects.select_related("thread__article", "author").in_bulk(ids)
    passages = passages_of([note.thread_id for note in notes.values()])
    numbers = _numbers(list(notes.values()), passages)
    return [
        Pair(
            notes[pk],
            passages.get(notes[pk].thread_id),
            numbers.get(notes[pk].thread_id),
            seconds[pk],
        )
        for pk in ids
        if pk in notes and pk in seconds
    ]


def _numbers(notes: list[Annotation], passages: dict[int, Passed]) -> dict[int, int | None]:
    """¶ numbers of the first passages, by thread; one query."""
    rows = Block.objects.filter(
        revision_id__in={note.thread.article.standing_pk for note in notes},
        key__in={one.start_key for one in passages.values()},
    )
    known = {(pk, key): number for pk, key, number in rows.values_list("article", "key", "number")}
    return {
        note.thread_id: known.get((note.thread.article_id, passages[note.thread_id].start_key))
        for note in notes
        if note.thread_id in passages
    }


@dataclass(frozen=True, slots=True)
class Point:
    """An article on the line."""

    title: str
    year: str
    x: float


@dataclass(frozen=True, slots=True)
class Arc:
    """A link above the line: its curve, and its word at the top of it."""

    path: str
    x: float
    y: float
    relation: str
    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Links as arcs between articles in the order of their dates."""

    points: list[Point]
    arcs: list[Arc]


def picture_of(pairs: Sequence[Pair]) -> Picture | None:
    """The picture of these links; None where there are none."""
    if not pairs:
        return None
    articles = {one.slug: one for pair in pairs for one in (pair.article, pair.second.article)}
    ordered = sorted(articles.values(), key=lambda one: (one.published or "9", one.slug))
    step = (WIDTH - 2 * EDGE) / max(1, len(ordered) - 1)
    places = {one.slug: round(EDGE + place * step, 1) for place, one in enumerate(ordered)}
    points = [Point(_short(one.title), one.published[:4], places[one.slug]) for one in ordered]
    ends = [(places[pair.article.slug], places[pair.second.article.slug]) for pair in pairs]
    arcs = [
        _arc(pair, *two, ends[:place].count(two) + ends[:place].count((two[1], two[0])))
        for place, (pair, two) in enumerate(zip(pairs, ends, strict=True))
    ]
    return Picture(points, arcs)


def _arc(pair: Pair, begin: float, end: float, below: int) -> Arc:
    """A curve from one article to another, or back to the same; above those between the same."""
    far = abs(end - begin) / (WIDTH - 2 * EDGE)
    height = min(HIGHEST, LOWEST + (HIGHEST - LOWEST) * far * 0.7 + 22 * below)
    aside = 45 if begin == end else 0
    middle, top = round((begin + end) / 2, 1), round(GROUND - height, 1)
    # The top of a cubic curve is three quarters of the way to its handles
    handle = round(GROUND - height * 4 / 3, 1)
    path = f"M{begin} {GROUND}C{begin - aside} {handle} {end + aside} {handle} {end} {GROUND}"
    return Arc(path, middle, top - 10, pair.second.relation, pair.second.label)


def _short(title: str) -> str:
    return title if len(title) <= TITLE else f"{title[: TITLE - 1].rstrip()}…"
