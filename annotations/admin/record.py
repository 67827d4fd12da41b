"""What a person did here, in numbers: what moderators weigh, and nothing of what is private."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils import timezone

from annotations.admin.trust import trust_words
from annotations.models import Annotation, Report
from annotations.queueing import decided_reports_of
from ncr.accounts.models import Sanction, User
from ncr.accounts.sanctioned import active_sanctions
from ncr.labels import label_of

OPEN_KINDS = ["everyone", "members"]


@dataclass(frozen=True)
class Record:
    """The record of one person; only what was said to everyone or to members is counted."""

    person: User
    published: int
    hidden: int
    pending: int
    withdrawn: int
    removed: int
    reported: int  # reports of what they wrote, and of themselves
    upheld: int  # of these, reports that something came of
    made: int  # reports that they made
    made_upheld: int
    trust: str
    sanctions: int
    active: int  # of these, in force


def record_of(person: User | None) -> Record | None:
    """The record of a person; five queries, each over that person's rows by an index."""
    if person is None:
        return None
    said = Annotation.objects.filter(author=person, thread__audience_kind__in=OPEN_KINDS)
    standing = Q(withdrawn_at=None)
    counts = said.aggregate(
        published=Count("pk", filter=standing & Q(moderation="published")),
        hidden=Count("pk", filter=standing & Q(moderation="hidden")),
        pending=Count("pk", filter=standing & Q(moderation="pending")),
        withdrawn=Count("pk", filter=~standing),
        removed=Count("pk", filter=standing & Q(moderation="removed")),
    )
    upheld = Q(outcome=Report.Outcome.UPHELD)
    count = {"reported": Count("pk"), "upheld": Count("pk", filter=upheld)}
    words = Report.objects.filter(annotation__in=said).aggregate(**count)
    themselves = Report.objects.filter(person=person).aggregate(**count)
    about = {name: words[name] + themselves[name] for name in count}
    made = Report.objects.filter(by=person).aggregate(
        made=Count("pk"), made_upheld=Count("pk", filter=upheld)
    )
    sanctions = Sanction.objects.filter(person=person).aggregate(
        sanctions=Count("pk"),
        active=Count("pk", filter=Q(pk__in=active_sanctions(timezone.now()).filter(person=person))),
    )
    return Record(person=person, trust=trust_words(person), **counts, **about, **made, **sanctions)


@dataclass(frozen=True)
class Reported:
    """A report, with how often its maker was right before."""

    report: Report
    reason: str
    outcome: str
    made: int
    upheld: int


def reporters_of(reports: Sequence[Report]) -> list[Reported]:
    """Reports with the record of who made them; one query for all."""
    counted = decided_reports_of(report.by_id for report in reports)
    return [
        Reported(
            report,
            label_of(Report.Reason, report.reason),
            label_of(Report.Outcome, report.outcome),
            *counted.get(report.by_id, (0, 0)),
        )
        for report in reports
    ]
