"""Figures of topics, counted in the background: when how much was said, and what occurs together.

Of what everyone may read alone, through the gate of a visitor without a name. Proposed topics are
left out of what occurs together: that there are any is told to those alone who read them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q
from django.db.models.functions import TruncMonth

from annotations.models import Annotation, Assignment, Topic, TopicCount, TopicFigures
from ncr.accounts.models import Audience

MOST_TOGETHER = 20


def count_figures(now: datetime) -> int:
    """Counts every topic of which everyone may read something; how many that are.

    Figures of those of which nobody may any more are deleted. Each topic is a write of its own.
    """
    public = TopicCount.objects.visible_to(AnonymousUser())
    counted = set(public.values_list("topic_id", flat=True).distinct())
    above = Topic.objects.filter(narrower__in=counted).values_list("pk", flat=True)
    counted |= set(above)
    TopicFigures.objects.exclude(topic__in=counted).delete()
    for topic in Topic.objects.filter(pk__in=counted).iterator():
        count_topic(topic, now)
    return len(counted)


def count_topic(topic: Topic, now: datetime) -> TopicFigures:
    """Counts one topic with its accepted narrower ones; three queries and a write."""
    below = topic.narrower.filter(accepted_at__isnull=False).values_list("pk", flat=True)
    topics = [topic.pk, *below]
    figures, _is_new = TopicFigures.objects.update_or_create(
        topic=topic,
        defaults={
            "made_at": now,
            "months": [[month, count] for month, count in _months(topics)],
            "together": [[pk, count] for pk, count in _together(topics)],
        },
    )
    return figures


def _public(topics: Iterable[int]) -> Any:
    """What everyone may read under these topics."""
    return Annotation.objects.visible_to(AnonymousUser()).filter(
        pk__in=Assignment.objects.filter(
            topic_id__in=list(topics), audience_id=Audience.EVERYONE, is_readable=True
        ).values("annotation")
    )


def _months(topics: list[int]) -> list[tuple[str, int]]:
    """How many notes were written in each month, answers to what is filed included."""
    said = Annotation.objects.visible_to(AnonymousUser())
    rows = (
        said.filter(thread__in=_public(topics).values("thread"))
        .annotate(month=TruncMonth("created_at"))
        .values_list("month")
        .annotate(count=Count("pk"))
        .order_by("month")
    )
    return [(f"{month:%Y-%m}", count) for month, count in rows]


def _together(topics: list[int]) -> list[tuple[int, int]]:
    """Accepted topics under which notes of these are filed too, those with most first."""
    others = Q(topic__accepted_at__isnull=False) & ~Q(topic_id__in=topics)
    rows = (
        Assignment.objects.filter(others, annotation__in=_public(topics))
        .values_list("topic_id")
        .annotate(count=Count("annotation", distinct=True))
        .order_by("-count", "topic_id")
    )
    return list(rows[:MOST_TOGETHER])
