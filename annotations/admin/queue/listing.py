"""A page of the queue: each item with what brought it, its words, who wrote it, who looks at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, Count, OuterRef, Subquery, When
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations.models import Anchor, Placement, Report, ReviewItem
from annotations.queueing import holder_of, is_sealed, shown_of
from articles.models import Block
from ncr.accounts.models import User
from ncr.labels import label_of

REPORTED = ("annotation", "person", "topic")  # kinds of items that readers report
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
    """The items with these ids in their order; one query, that looks up a few things for each."""
    found: Any = ReviewItem.objects.filter(pk__in=ids).select_related(*RELATED)
    counted = found.annotate(
        waiting=_reports(decided_at=None), reports=_reports(), start_key=_start_key()
    )
    numbered = counted.annotate(number=_number()).defer("annotation__body_html")
    by_pk = {one.pk: one for one in numbered}
    return [_row(by_pk[pk]) for pk in ids if pk in by_pk]


def _row(item: Any) -> Row:
    return Row(
        item=item,
        cause=cause_of(item),
        words=words_of(item),
        where=where_of(item, item.number),
        trust=trust_of(item.author),
        reports=(item.waiting if item.is_open else item.reports) or 0,
        age=item.opened_at,
        share=round(100 * max(0.0, min(1.0, item.weight / HEAVY))),
        claimed_by=holder_of(item, timezone.now()),
        outcome=outcome_of(item),
    )


def cause_of(item: ReviewItem) -> str:
    return label_of(ReviewItem.Cause, item.cause)


def outcome_of(item: ReviewItem) -> str:
    return label_of(ReviewItem.Outcome, item.outcome)


def trust_of(person: User | None) -> str:
    if person is None:
        return ""
    names = {"new": _("a new member"), "member": _("a member"), "trusted": _("a trusted member")}
    return names.get(person.trust, "")


def words_of(item: ReviewItem) -> str:
    """What it is about, in its own words."""
    if item.annotation is not None:
        if is_sealed(item):
            return ""
        return item.annotation.body or _("(marked without words)")
    if (subject := item.person or item.topic) is not None:
        return shown_of(subject)
    if item.assignment is not None:
        return item.assignment.topic.name
    return item.article.title if item.article is not None else ""


def where_of(item: ReviewItem, number: int | None = None) -> str:
    """Where it stands: article, paragraph and thread; of other things, what kind they are."""
    said = item.annotation or (item.assignment.annotation if item.assignment else None)
    kind = label_of(ReviewItem.Kind, item.kind)
    if said is None:
        return kind
    thread = said.thread
    named = _("thread %(label)s") % {"label": thread.label}
    parts = [str(thread.article), f"¶ {number}" if number else "", named]
    return ", ".join([*filter(None, parts), *([kind] if item.annotation is None else [])])


def _reports(**narrowed: Any) -> Case:
    """How many reports there are of what an item is about, each kind by its own index."""
    return Case(
        *(When(kind=kind, then=_reports_of(f"{kind}_id", narrowed)) for kind in REPORTED),
        default=0,
    )


def _reports_of(field: str, narrowed: dict[str, Any]) -> Subquery:
    about = Report.objects.filter(**{field: OuterRef(field)}, **narrowed)
    counted = about.order_by().values(field).annotate(count=Count("pk"))
    return Subquery(counted.values("count"))


def _start_key() -> Subquery:
    """Where the passage of an item's thread begins now.

    Begins at the thread's anchor: the placements that hold now are those of all threads.
    """
    of_thread = OuterRef(OuterRef("annotation__thread_id"))
    target = Anchor.objects.filter(thread_id=of_thread, ordinal=0, role=Anchor.Role.TARGET)
    now = Placement.objects.current().filter(anchor_id=Subquery(target.values("pk")[:1]))
    return Subquery(now.values("start_key")[:1])


def _number() -> Subquery:
    """The number of the paragraph with that key in what is read now."""
    here = Block.objects.filter(
        revision_id=OuterRef("annotation__thread__article__current_revision_id"),
        key=OuterRef("start_key"),
    )
    return Subquery(here.order_by().values("number")[:1])
