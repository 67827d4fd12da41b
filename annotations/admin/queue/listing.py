"""A page of the queue: each item with what brought it, its words, who wrote it, who looks at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations.models import Placement, Report, ReviewItem
from annotations.queueing import CLAIM
from articles.models import Block
from ncr.accounts.models import User

HEAVY = 10.0  # weight at which the bar of a row is full
RELATED = (
    "author",
    "claimed_by",
    "decided_by",
    "annotation__thread__article",
    "article",
    "person",
    "topic",
    "assignment__topic",
    "assignment__annotation__thread__article",
)


@dataclass(frozen=True)
class Row:
    """An item as the list shows it; words that lie sealed are not among it."""

    item: ReviewItem
    cause: str
    words: str
    where: str
    trust: str
    reports: int
    age: datetime
    share: int  # of the bar, in per cent
    claimed_by: User | None
    outcome: str

    @property
    def name(self) -> str:
        """What a person who hears the page tells it from the others by."""
        return ", ".join(filter(None, (self.cause, self.where)))


def rows_of(ids: Sequence[int]) -> list[Row]:
    """The items with these ids in their order; three queries."""
    items = ReviewItem.objects.filter(pk__in=ids).select_related(*RELATED)
    by_pk = {one.pk: one for one in items.defer("annotation__body_html")}
    listed = [by_pk[pk] for pk in ids if pk in by_pk]
    counts = _reports(listed)
    numbers = paragraphs_of([one.annotation.thread_id for one in listed if one.annotation])
    return [_row(one, counts.get(one.annotation_id, 0), numbers) for one in listed]


def _row(item: ReviewItem, reports: int, numbers: dict[int, int]) -> Row:
    return Row(
        item=item,
        cause=cause_of(item),
        words=words_of(item),
        where=where_of(item, numbers),
        trust=trust_of(item.author),
        reports=reports,
        age=item.opened_at,
        share=round(100 * max(0.0, min(1.0, item.weight / HEAVY))),
        claimed_by=claimed_by(item),
        outcome=outcome_of(item),
    )


def cause_of(item: ReviewItem) -> str:
    known = item.cause in ReviewItem.Cause.values
    return str(ReviewItem.Cause(item.cause).label) if known else item.cause


def outcome_of(item: ReviewItem) -> str:
    known = item.outcome in ReviewItem.Outcome.values
    return str(ReviewItem.Outcome(item.outcome).label) if known else item.outcome


def trust_of(person: User | None) -> str:
    if person is None:
        return ""
    names = {"new": _("a new member"), "member": _("a member"), "trusted": _("a trusted member")}
    return names.get(person.trust, "")


def claimed_by(item: ReviewItem) -> User | None:
    """Who looks at it; a claim that ran out is none."""
    if not item.is_open or item.claimed_at is None or item.claimed_at <= timezone.now() - CLAIM:
        return None
    return item.claimed_by


def is_sealed(item: ReviewItem) -> bool:
    """Whether its words are nobody's to read in a list: taken back, or removed."""
    said = item.annotation
    return said is not None and (said.is_withdrawn or said.moderation == "removed")


def words_of(item: ReviewItem) -> str:
    """What it is about, in its own words."""
    if item.annotation is not None:
        if is_sealed(item):
            return ""
        return item.annotation.body or _("(marked without words)")
    if item.person is not None:
        return " ".join(filter(None, (str(item.person), item.person.about)))
    if item.topic is not None:
        return " ".join(filter(None, (item.topic.name, item.topic.description)))
    if item.assignment is not None:
        return item.assignment.topic.name
    return item.article.title if item.article is not None else ""


def where_of(item: ReviewItem, numbers: dict[int, int]) -> str:
    """Where it stands: article, paragraph and thread; of other things, what kind they are."""
    said = item.annotation or (item.assignment.annotation if item.assignment else None)
    kind = str(ReviewItem.Kind(item.kind).label) if item.kind in ReviewItem.Kind.values else ""
    if said is None:
        return kind
    thread = said.thread
    number = numbers.get(thread.pk)
    named = _("thread %(label)s") % {"label": thread.label}
    parts = [str(thread.article), f"¶ {number}" if number else "", named]
    return ", ".join([*filter(None, parts), *([kind] if item.annotation is None else [])])


def _reports(items: Sequence[ReviewItem]) -> dict[int | None, int]:
    """How many reports there are of each annotation: of one that waits, those that wait."""
    ids = [one.annotation_id for one in items if one.annotation_id]
    waits = [one.annotation_id for one in items if one.annotation_id and one.is_open]
    meant = Q(annotation__in=ids) & (Q(decided_at=None) | ~Q(annotation__in=waits))
    counted = Report.objects.filter(meant).values_list("annotation_id").annotate(Count("pk"))
    return dict(counted.order_by())


def paragraphs_of(threads: Sequence[int]) -> dict[int, int]:
    """The number of the paragraph in which each thread stands now; one query."""
    here = Block.objects.filter(
        revision_id=OuterRef("thread__article__current_revision_id"), key=OuterRef("start_key")
    )
    placed = Placement.objects.current().of_openings().filter(thread__in=threads)
    numbered: Any = placed.annotate(number=Subquery(here.values("number")[:1]))
    return dict(numbered.exclude(number=None).values_list("thread_id", F("number")))
