"""A page of a topic's passages: each with who filed it, what others say, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Count

from annotations.models import Annotation, Assignment, Topic, Verdict
from annotations.reading.entries import Entry, entries_of
from annotations.topics.dossier.walking import Walked, walk
from annotations.topics.judging import is_quiet
from annotations.visibility import scopes_of
from articles.models import Article

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from annotations.topics.dossier.heading import Heading
    from ncr.accounts.models import User

PAGE = 20


class Dispute(NamedTuple):
    """Who disputes that a passage is under the topic, and why, where this reader reads that."""

    by: User | None
    reason: str


@dataclass(slots=True)
class Passage:
    """An annotation under the topic, or under topics that are narrower."""

    entry: Entry
    filed: list[Assignment]
    narrower: list[Topic]
    endorsed: int = 0
    disputes: list[Dispute] = field(default_factory=list)
    answered_by: User | None = None  # who wrote the latest reply
    is_newly_filed: bool = False  # whether another filed it since the reader's last visit
    news: int = 0  # what others wrote in its thread since the reader's last visit

    @property
    def note(self) -> Annotation:
        return self.entry.annotation

    @property
    def is_mark(self) -> bool:
        """Whether it says nothing but its topic."""
        return self.note.kind == Annotation.Kind.TOPIC

    @property
    def filed_by(self) -> User | None:
        """Who filed it, where that was not who wrote it."""
        first = self.filed[0]
        return first.by if first.by_id != self.note.author_id else None

    @property
    def notes(self) -> int:
        """How many notes of its thread the reader may read, this one included."""
        return self.entry.replies + 1

    @property
    def state(self) -> str:
        """settled, closed (to replies) or question (an open one); empty for a plain one."""
        thread = self.note.thread
        if thread.is_resolved:
            return "settled"
        if thread.is_locked:
            return "closed"
        return "question" if self.note.kind == Annotation.Kind.QUESTION else ""


@dataclass(slots=True)
class Passages:
    """A page of them."""

    listed: list[Passage]
    after: str = ""


def passages_under(
    heading: Heading,
    user: User | AnonymousUser,
    *,
    order: str = "newest",
    after: str = "",
    article: Article | None = None,
) -> Passages:
    """Twenty passages; ten queries and by title eleven, whatever there is, for members one more."""
    walked = walk(heading.topics, user, order, after=after, most=PAGE, article=article)
    return passages_of(heading, user, walked)


def passages_of(heading: Heading, user: User | AnonymousUser, walked: Walked) -> Passages:
    """The passages of annotations that passed the gate, in their order; nine queries."""
    filed = _filed(heading.topics, walked.pks)
    annotations = [filed[pk][0].annotation for pk in walked.pks if pk in filed]
    entries = entries_of(annotations, user, goes_beyond=True)
    verdicts = _verdicts(filed, user)
    answered = _answered_by(entries, user)
    news = _news(heading, annotations, user)
    listed = [
        _passage(heading, entry, filed[entry.annotation.pk], verdicts, answered, news)
        for entry in entries
    ]
    return Passages(listed, walked.after)


def _passage(
    heading: Heading,
    entry: Entry,
    filed: list[Assignment],
    verdicts: dict[int, list[Dispute | None]],
    answered: dict[tuple[int, Any], User | None],
    news: dict[int, int],
) -> Passage:
    said = [one for each in filed for one in verdicts.get(each.pk, [])]
    thread = entry.annotation.thread_id
    below = {one.topic.pk: one.topic for one in heading.narrower}
    return Passage(
        entry,
        filed,
        [below[one.topic_id] for one in filed if one.topic_id in below],
        endorsed=said.count(None),
        disputes=[one for one in said if one is not None],
        answered_by=answered.get((thread, entry.latest)),
        is_newly_filed=any(_is_new(one, heading) for one in filed),
        news=news.get(thread, 0),
    )


def _is_new(one: Assignment, heading: Heading) -> bool:
    reading = heading.reading
    if reading is None or reading.visited_at is None:
        return False
    return one.at > reading.visited_at and one.by_id != reading.person_id


def _filed(topics: Sequence[int], pks: Sequence[int]) -> dict[int, list[Assignment]]:
    """By annotation what says that it is under these topics, the topic's own first; one query."""
    rank = {pk: place for place, pk in enumerate(topics)}
    rows = Assignment.objects.filter(annotation__in=pks, topic__in=topics).select_related(
        "by", "annotation__author", "annotation__thread__article"
    )
    filed: dict[int, list[Assignment]] = {}
    for one in sorted(rows, key=lambda one: rank[one.topic_id]):
        filed.setdefault(one.annotation_id, []).append(one)
    return filed


def _verdicts(
    filed: dict[int, list[Assignment]], user: User | AnonymousUser
) -> dict[int, list[Dispute | None]]:
    """By assignment what others say of it; None is an endorsement. One query."""
    judged = {one.pk: one for listed in filed.values() for one in listed}
    rows = Verdict.objects.filter(assignment__in=judged, dismissed_at=None)
    said: dict[int, list[Dispute | None]] = {}
    for one in rows.select_related("by").order_by("pk"):
        is_dispute = one.kind == Verdict.Kind.DISPUTED
        reason = one.reason if is_dispute and _reads(one, judged[one.assignment_id], user) else ""
        found = Dispute(one.by, reason) if is_dispute else None
        said.setdefault(one.assignment_id, []).append(found)
    return said


def _reads(verdict: Verdict, assignment: Assignment, user: User | AnonymousUser) -> bool:
    """Whether this reader reads why something is disputed; who moderates it reads all."""
    scopes = scopes_of(user)
    moderates = (
        scopes.site
        or assignment.article_id in scopes.articles
        or assignment.topic_id in scopes.topics
    )
    is_own = user.is_authenticated and verdict.by_id == user.pk
    return moderates or is_own or not is_quiet(verdict)


def _answered_by(
    entries: Sequence[Entry], user: User | AnonymousUser
) -> dict[tuple[int, Any], User | None]:
    """Who wrote the latest reply of each thread, by the thread and its moment; one query."""
    latest = {one.annotation.thread_id: one.latest for one in entries if one.latest}
    rows = Annotation.objects.visible_to(user).filter(
        thread_id__in=latest, created_at__in=set(latest.values()), parent__isnull=False
    )
    return {(one.thread_id, one.created_at): one.author for one in rows.select_related("author")}


def _news(
    heading: Heading, annotations: Sequence[Annotation], user: User | AnonymousUser
) -> dict[int, int]:
    """How much others wrote in each thread since the last visit; one query, none at the first."""
    if heading.visited_at is None or not user.is_authenticated:
        return {}
    rows = (
        Annotation.objects.visible_to(user)
        .filter(
            thread_id__in=[one.thread_id for one in annotations],
            created_at__gt=heading.visited_at,
        )
        .exclude(author_id=user.pk)
        .values_list("thread_id")
        .annotate(count=Count("pk"))
    )
    return dict(rows)
