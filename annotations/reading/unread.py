"""What is new to a reader: what others did in an article that they have not seen yet.

Derived from the events of the audiences that they belong to, by the numbers that their `Reading`
does not hold; each is asked through the gate. New is

- what others wrote, and what they changed of it;
- what a moderator showed again, or decided about something of the reader's own;
- that a note was placed again, resolved, locked or the like, or a reply moved into its thread,
  where the reader wrote in it.

Never what they did themselves. What concerns one annotation is one entry. Before the first visit
nothing is new but the article itself; the same holds for what a group said before one joined it
(docs/decisions/0012). Only the numbers that are missing are looked up in the index of events, so
it costs as much as there is new, and nothing where all is seen, however much is said.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from annotations import ranges
from annotations.models import Annotation, Counter, Event, Placement, Reading, Thread
from annotations.reading.gates import article_for
from annotations.visibility import Reader, stand_in
from articles.models import Article
from ncr.accounts.models import audience_ids
from ncr.statements import Compiled

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User

MOST = 2000  # events in one answer
ENDLESS = 2**62
Kind = Event.Kind
SAID = [Kind.ANNOTATED, Kind.REPLIED]
OF_THREADS = [Kind.PLACED, Kind.RESOLVED, Kind.REOPENED, Kind.LOCKED, Kind.UNLOCKED]


class Visit(NamedTuple):
    """How far somebody has read an article; `seen` by audience as the JSON has it."""

    article: int
    seen: dict[str, ranges.Ranges]
    revision: int | None = None  # the id of the newest that they know
    number: int | None = None  # its number; none where it was taken back meanwhile
    block_key: str = ""

    def seen_of(self, audience: int) -> ranges.Ranges | None:
        """None where the reader has not been here since they belong to the audience."""
        return self.seen.get(str(audience))


@dataclass(slots=True)
class New:
    """One annotation of which something is new, and the numbers of the events that say so."""

    pk: int
    uuid: UUID
    thread: Thread  # as much of it as its label needs
    audience: int
    what: str  # the kind of the event that says most
    block_key: str  # where its passage begins; empty where it stands nowhere
    start: int
    seqs: list[int] = field(default_factory=list)

    @property
    def is_said(self) -> bool:
        """Whether the annotation is new, and not only something about it."""
        return self.what in SAID


@dataclass(frozen=True, slots=True)
class State:
    """An article to a reader, as a list shows it."""

    is_opened: bool
    is_revised: bool = False
    new: int = 0


def visits(articles: Sequence[int], user: User) -> dict[int, Visit]:
    """How far `user` has read these articles, by their ids; one query."""
    rows = _visits.rows(person=user.pk, articles=articles)
    return {
        article: Visit(article, seen, revision, None if withdrawn else number, key)
        for article, seen, revision, number, withdrawn, key in rows
    }


def article_with_visit(user: User, slug: str) -> tuple[Article, Visit | None]:
    """The article and how far `user` has read it; raises as `article_for` does.

    One query, and one more where they have not opened it yet.
    """
    found = _opened.first(slug=slug, person=user.pk, audiences=audience_ids(user))
    if found is None:
        return article_for(user, slug), None
    known = found.revision
    number = known.number if known and known.withdrawn_at is None else None
    return found.article, Visit(
        found.article_id, found.seen, found.revision_id, number, found.block_key
    )


def states_in(articles: Iterable[Article], user: User | AnonymousUser) -> dict[int, State]:
    """What each of these articles is to `user`; two queries, none for the anonymous."""
    listed = list(articles)
    if not user.is_authenticated or not listed:
        return {}
    opened = visits([one.pk for one in listed], user)
    reader = Reader.of(user)
    sought = _gaps_json(opened.values(), user)
    counts = dict(_counts.rows(reader.kind, gaps=sought, **reader.values)) if opened else {}
    return {
        one.pk: State(True, is_revised(opened[one.pk], one), counts.get(one.pk, 0))
        if one.pk in opened
        else State(False)
        for one in listed
    }


def is_revised(visit: Visit, article: Article) -> bool:
    """Whether the text stands in another revision than the newest that the reader knows."""
    return visit.revision is not None and visit.revision != article.standing_pk


def new_in(visit: Visit | None, user: User) -> list[New]:
    """What is new to `user` since a visit, oldest first; one query, none before the first visit."""
    found: dict[int, New] = {}
    if visit is None:
        return []
    reader = Reader.of(user)
    rows = _events.rows(reader.kind, gaps=_gaps_json([visit], user), **reader.values)
    for pk, uuid, audience, seq, what, kind, number, key, start in rows:
        one = found.get(pk)
        if one is None:
            thread = Thread(audience_kind=kind, audience_id=audience, number=number)
            one = found[pk] = New(pk, uuid, thread, audience, what, key or "", start or 0)
        # Of what is not new itself, the latest that happened
        one.what = one.what if one.is_said else what
        one.seqs.append(seq)
    return list(found.values())


def counters_of(article: Article, user: User) -> dict[int, int]:
    """The number of the last event in each audience of `user`; one query."""
    found = Counter.objects.filter(article=article, audience_id__in=audience_ids(user))
    return dict(found.values_list("audience_id", "events"))


def numbers_new(article: int, seen: dict[str, ranges.Ranges], user: User) -> dict[int, list[int]]:
    """The numbers of all events that are new to who has seen these, by audience; one query."""
    reader = Reader.of(user)
    gaps = _gaps_json([Visit(article, seen)], user)
    found: dict[int, list[int]] = {}
    for audience, seq in _numbers.rows(reader.kind, gaps=gaps, **reader.values):
        found.setdefault(audience, []).append(seq)
    return found


def _gaps_json(opened: Iterable[Visit], user: User) -> str:
    """The numbers not seen, as (article, audience, first, last); the last gap has no end."""
    rows = [
        (visit.article, audience, low, high)
        for visit in opened
        for audience in audience_ids(user)
        if (seen := visit.seen_of(audience)) is not None
        for low, high in ranges.gaps(seen, ENDLESS)
    ]
    return json.dumps(rows)


# An event is found by article, audience and number, gap by gap: never by going through them all
IN_GAPS = {
    "sqlite": """
        SELECT e.id FROM json_each(%s) AS gap CROSS JOIN annotations_event AS e
        WHERE e.article_id = json_extract(gap.value, '$[0]')
        AND e.audience_id = json_extract(gap.value, '$[1]')
        AND e.seq BETWEEN json_extract(gap.value, '$[2]') AND json_extract(gap.value, '$[3]')""",
    "postgresql": """
        SELECT e.id FROM jsonb_array_elements(%s::jsonb) AS gap(value) CROSS JOIN LATERAL (
            SELECT id FROM annotations_event WHERE article_id = (gap.value ->> 0)::bigint
            AND audience_id = (gap.value ->> 1)::bigint
            AND seq BETWEEN (gap.value ->> 2)::bigint AND (gap.value ->> 3)::bigint
            OFFSET 0) AS e""",
}


def _news(kind: str, gaps: str, person: int, **values: Any) -> QuerySet[Event]:
    """Events in the gaps that tell this reader something, about an annotation they may read."""
    in_gaps = RawSQL(IN_GAPS[connection.vendor], [gaps])  # noqa: S611
    openings = Annotation.objects.filter(thread_id=OuterRef("thread_id"), parent=None)
    readable = Annotation.objects.visible_to(stand_in(kind, person=person, **values))
    return (
        Event.objects.filter(pk__in=in_gaps)
        .exclude(actor_id=person)
        .annotate(about=Coalesce("annotation_id", Subquery(openings.values("pk")[:1])))
        .filter(_tells(person), Exists(readable.filter(pk=OuterRef("about"))))
    )


def _tells(person: int) -> Q:
    own_words = Annotation.objects.filter(
        thread_id=OuterRef("thread_id"), author_id=person, withdrawn_at=None
    )
    shown = Q(annotation__author_id=person) | Q(annotation__moderation="published")
    tells = Q(kind__in=SAID)
    # Without an actor it tells of an account that was closed
    tells |= Q(kind=Kind.EDITED, actor__isnull=False)
    tells |= Q(kind=Kind.MODERATED) & shown
    # The thread that a reply was moved out of has an event too, which is about no annotation
    of_threads = Q(kind__in=OF_THREADS) | Q(kind=Kind.MOVED, annotation__isnull=False)
    tells |= of_threads & Q(Exists(own_words))
    return tells


def _events_query(kind: str, *, gaps: str, person: int, **values: Any) -> QuerySet[Event, Any]:
    here = Placement.objects.current().of_openings().filter(thread_id=OuterRef("thread_id"))
    about = Annotation.objects.filter(pk=OuterRef("about"))
    rows: QuerySet[Event, Any] = (
        _news(kind, gaps, person, **values)
        .annotate(
            uuid=Subquery(about.values("uuid")),
            key=Subquery(here.values("start_key")[:1]),
            start=Subquery(here.values("start_offset")[:1]),
        )
        .order_by("pk")
        .values_list(
            "about",
            "uuid",
            "audience_id",
            "seq",
            "kind",
            "thread__audience_kind",
            "thread__number",
            "key",
            "start",
        )[:MOST]
    )
    return rows


def _numbers_query(kind: str, *, gaps: str, person: int, **values: Any) -> QuerySet[Event, Any]:
    rows: QuerySet[Event, Any] = _news(kind, gaps, person, **values).order_by()
    return rows.values_list("audience_id", "seq")


def _counts_query(kind: str, *, gaps: str, person: int, **values: Any) -> QuerySet[Event, Any]:
    rows: QuerySet[Event, Any] = (
        _news(kind, gaps, person, **values)
        .order_by()
        .values("article_id")
        .annotate(count=Count("about", distinct=True))
        .values_list("article_id", "count")
    )
    return rows


def _opened_query(*, slug: str, person: int, audiences: Sequence[int]) -> QuerySet[Reading]:
    gate = stand_in("member", audiences=audiences)
    return (
        Reading.objects.filter(
            person_id=person, article__in=Article.objects.visible_to(gate).filter(slug=slug)
        )
        .select_related("article__current_revision", "revision")
        .defer("article__current_revision__source", "revision__source")
    )


_opened: Compiled[Reading] = Compiled(_opened_query)
_VISIT = (
    "article_id",
    "seen",
    "revision_id",
    "revision__number",
    "revision__withdrawn_at",
    "block_key",
)
_events: Compiled[Any] = Compiled(_events_query)
_numbers: Compiled[tuple[int, int]] = Compiled(_numbers_query)
_counts: Compiled[tuple[int, int]] = Compiled(_counts_query)
_visits: Compiled[Any] = Compiled(
    lambda *, person, articles: Reading.objects.filter(
        person_id=person, article_id__in=articles
    ).values_list(*_VISIT)
)
