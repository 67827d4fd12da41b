"""What moderators and rules did, for everybody to see: an article's log, and figures by the year.

Without names and without words, reasons included, since those may quote: only what was done, when,
by a person or a rule, and under which rule of the site.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db.models import Avg, Count, DurationField, ExpressionWrapper, F, QuerySet
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations.models import (
    Appeal,
    Decision,
    Firing,
    ModerationEntry,
    Report,
    ReviewItem,
    Thread,
)
from articles.models import Article, SiteRule
from ncr.accounts.models import User, is_member

ON_A_PAGE = 50
AN_HOUR = 60 * 60  # seconds for which figures are kept
ACTS: dict[str, Any] = {
    "held": gettext_lazy("A note was held until a moderator had seen it"),
    "hide": gettext_lazy("A note was hidden"),
    "remove": gettext_lazy("A note was removed"),
    "restore": gettext_lazy("A note was shown"),
    "ask": gettext_lazy("An author was asked to change a note"),
    "lock": gettext_lazy("A thread was closed to replies"),
    "unlock": gettext_lazy("A thread was opened to replies again"),
    "move": gettext_lazy("A reply was moved to another thread"),
    "undo": gettext_lazy("A decision was taken back at once"),
    "uphold": gettext_lazy("An appeal was answered: the decision stands"),
    "overturn": gettext_lazy("An appeal was answered: the decision is taken back"),
    "vary": gettext_lazy("An appeal was answered: the decision is changed"),
}
AGAINST: dict[str, Any] = {
    "hide": gettext_lazy("Notes hidden"),
    "remove": gettext_lazy("Notes removed"),
    "ask": gettext_lazy("Changes asked for"),
    "profile": gettext_lazy("Names or profiles taken back"),
    "warn": gettext_lazy("Warnings"),
    "hold": gettext_lazy("People whose notes were held"),
    "silence": gettext_lazy("People silenced"),
    "suspend": gettext_lazy("People suspended"),
}


@dataclass(frozen=True)
class Done:
    """One entry of the log as everybody reads it."""

    pk: int
    at: datetime
    what: str
    is_automated: bool
    rule: SiteRule | None


def done_in(article: Article, user: User | AnonymousUser, *, before: int | None) -> list[Done]:
    """The newest acts in what a reader of the article may read; one more than a page, two queries.

    What was said in reading groups or to oneself is nobody's business here.
    """
    kinds = ["everyone", "members"] if is_member(user) else ["everyone"]
    threads = Thread.objects.filter(article=article, audience_kind__in=kinds)
    entries = ModerationEntry.objects.filter(thread__in=threads.values("uuid"), act__in=ACTS)
    if before is not None:
        entries = entries.filter(pk__lt=before)
    page = list(entries.order_by("-pk")[: ON_A_PAGE + 1])
    rules = {rule.number: rule for rule in SiteRule.objects.all()}
    return [
        Done(one.pk, one.at, str(ACTS[one.act]), one.by is None, rules.get(one.rule or 0))
        for one in page
    ]


@dataclass
class Year:
    """What happened in one year, in figures."""

    year: int
    reports: list[tuple[str, int]] = field(default_factory=list)
    decisions: list[tuple[str, int]] = field(default_factory=list)
    appeals: list[tuple[str, int]] = field(default_factory=list)
    held: int = 0
    decided: int = 0
    hours: float | None = None  # from when something came to when it was decided, on average


def years() -> list[Year]:
    """The figures of each year, the newest first; asked anew once an hour, six queries."""
    known: list[Year] | None = cache.get("accountable")
    if known is None:
        known = _years()
        cache.set("accountable", known, AN_HOUR)
    return known


def _years() -> list[Year]:
    found: dict[int, Year] = {}

    def of(year: int) -> Year:
        return found.setdefault(year, Year(year))

    reasons = dict(Report.Reason.choices)
    for year, reason, count in _counted(Report.objects.all(), "created_at", "reason"):
        of(year).reports.append((str(reasons.get(reason, reason)), count))
    for year, act, count in _counted(Decision.objects.filter(act__in=AGAINST), "at", "act"):
        of(year).decisions.append((str(AGAINST[act]), count))
    outcomes = {**dict(Appeal.Outcome.choices), "": _("Not answered yet")}
    for year, outcome, count in _counted(Appeal.objects.all(), "at", "outcome"):
        of(year).appeals.append((str(outcomes.get(outcome, outcome)), count))
    firings = _by_year(Firing.objects.all(), "at")
    for row in firings.annotate(count=Count("annotation", distinct=True)):
        of(row["year"]).held = row["count"]
    took = ExpressionWrapper(F("closed_at") - F("opened_at"), output_field=DurationField())
    closed = ReviewItem.objects.exclude(decided_by=None).exclude(closed_at=None)
    for row in _by_year(closed, "closed_at").annotate(count=Count("pk"), mean=Avg(took)):
        one = of(row["year"])
        one.decided, one.hours = row["count"], round(row["mean"] / timedelta(hours=1), 1)
    return sorted(found.values(), key=lambda one: -one.year)


def _by_year(rows: QuerySet[Any], at: str) -> Any:
    return rows.order_by().annotate(year=ExtractYear(at)).values("year")


def _counted(rows: QuerySet[Any], at: str, by: str) -> Iterable[tuple[int, str, int]]:
    counted = rows.order_by().annotate(year=ExtractYear(at)).values("year", by)
    ordered = counted.annotate(count=Count("pk")).order_by("-count", by)
    return ((row["year"], row[by], row["count"]) for row in ordered)
