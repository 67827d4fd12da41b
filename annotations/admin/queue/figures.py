"""Figures of the queue: what waits and for how long, how soon it is decided, by whom and why.

Everything is counted through the gate, so that nobody's figures tell of what they may not see.
Four queries of its own, of which two ask the gate of all that waits and all that was decided in
two weeks: with 20,000 items they take seconds, and so they are no part of the list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Any, NamedTuple

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from annotations.admin.queue.listing import cause_of
from annotations.models import ReviewItem
from annotations.queueing import items_for
from ncr.accounts.models import User

WEEK = timedelta(days=7)
MOST = 20_000  # decisions that are looked at, the newest


@dataclass(frozen=True)
class Bar:
    """One line of a chart: words, a number, and how long its bar is in per cent of the longest."""

    label: str
    count: int
    share: int
    note: str = ""
    query: str = ""


class Decided(NamedTuple):
    opened_at: datetime
    closed_at: datetime
    by: int | None
    cause: str

    @property
    def took(self) -> timedelta:
        return max(timedelta(), self.closed_at - self.opened_at)


def figures_for(user: User) -> dict[str, Any]:
    """All figures that the page shows."""
    now = timezone.now()
    waits = items_for(user).filter(closed_at=None)
    counted = _counted_by_cause(waits, now)
    by_cause = {cause: today + days + week for cause, today, days, week in counted}
    oldest = waits.order_by("opened_at").first()
    decided = _decided(user, now - 2 * WEEK)
    this_week = [one for one in decided if one.closed_at > now - WEEK]
    last_week = [one for one in decided if one.closed_at <= now - WEEK]
    return {
        "waiting": sum(by_cause.values()),
        "oldest": oldest,
        "oldest_cause": cause_of(oldest) if oldest else "",
        "median": median_words(this_week),
        "median_before": median_words(last_week),
        "decided": len(this_week),
        "decided_before": len(last_week),
        "by_cause": bars(_causes(by_cause)),
        "by_age": bars(_ages(counted)),
        "by_moderator": bars(_people(this_week), _medians(this_week, lambda one: one.by)),
        "cause_decided": bars(
            _causes(_counted(one.cause for one in this_week)),
            _medians(this_week, lambda one: one.cause),
        ),
    }


def _decided(user: User, since: datetime) -> list[Decided]:
    found = items_for(user).filter(closed_at__gt=since).exclude(closed_at=None)
    found = found.exclude(outcome=ReviewItem.Outcome.GONE)
    rows = found.order_by("-closed_at", "-id").values_list(
        "opened_at", "closed_at", "decided_by_id", "cause"
    )
    return [
        Decided(opened, closed, by, cause)
        for opened, closed, by, cause in rows[:MOST]
        if closed is not None
    ]


def _counted_by_cause(waits: Any, now: datetime) -> list[tuple[str, int, int, int]]:
    """Of each reason how many wait less than a day, up to a week, longer; one query."""
    day = timedelta(days=1)
    counts = (
        waits.order_by()
        .values("cause")
        .annotate(
            today=Count("pk", filter=Q(opened_at__gt=now - day)),
            days=Count("pk", filter=Q(opened_at__lte=now - day, opened_at__gt=now - WEEK)),
            week=Count("pk", filter=Q(opened_at__lte=now - WEEK)),
        )
    )
    return list(counts.values_list("cause", "today", "days", "week"))


def _ages(counted: list[tuple[str, int, int, int]]) -> list[tuple[Any, str, int, str]]:
    today = sum(one for _cause, one, _days, _week in counted)
    days = sum(one for _cause, _today, one, _week in counted)
    week = sum(one for _cause, _today, _days, one in counted)
    return [
        ("today", _("Less than a day"), today, "age=today"),
        ("day", _("A day to a week"), days, "age=day"),
        ("week", _("More than a week"), week, "age=week"),
    ]


def _causes(counts: Mapping[str, int]) -> list[tuple[Any, str, int, str]]:
    """Reasons with their numbers, the most frequent first."""
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [
        (cause, cause_of(ReviewItem(cause=cause)), count, f"cause={cause}")
        for cause, count in ordered
    ]


def _people(decided: list[Decided]) -> list[tuple[Any, str, int, str]]:
    """Who decided how many; one query for their names."""
    counts = _counted(one.by for one in decided)
    names = {one.pk: str(one) for one in User.objects.filter(pk__in=[pk for pk in counts if pk])}
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0] or 0))
    return [(pk, names.get(pk or 0, _("Nobody by name")), count, "") for pk, count in ordered]


def _counted(things: Iterable[Any]) -> dict[Any, int]:
    counts: dict[Any, int] = defaultdict(int)
    for thing in things:
        counts[thing] += 1
    return counts


def _medians(decided: list[Decided], key: Any) -> dict[Any, str]:
    grouped: dict[Any, list[Decided]] = defaultdict(list)
    for one in decided:
        grouped[key(one)].append(one)
    return {name: median_words(ones) for name, ones in grouped.items()}


def median_words(decided: list[Decided]) -> str:
    """The median time to a decision, in words; empty where nothing was decided."""
    if not decided:
        return ""
    return time_words(timedelta(seconds=median(one.took.total_seconds() for one in decided)))


def time_words(took: timedelta) -> str:
    """A length of time in its two greatest units: 2 days 3 h, 1 h 5 min, 4 min."""
    minutes = round(took.total_seconds() / 60)
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        words = ngettext("%d day", "%d days", days) % days
        return f"{words} {hours} {_('h')}" if hours else words
    if hours:
        return f"{hours} {_('h')} {rest} {_('min')}" if rest else f"{hours} {_('h')}"
    return f"{rest} {_('min')}"


def bars(
    rows: list[tuple[Any, str, int, str]], notes: Mapping[Any, str] | None = None
) -> list[Bar]:
    """Lines of a chart, each with its part of the longest."""
    most = max((count for _key, _label, count, _query in rows), default=0) or 1
    return [
        Bar(label, count, round(100 * count / most), (notes or {}).get(key, ""), query)
        for key, label, count, query in rows
    ]
