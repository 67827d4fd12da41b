"""What an article's passages are filed under, altogether and block by block."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, FilteredRelation, Q, QuerySet

from annotations.models import Annotation, Assignment, Thread
from articles.models import Article

Named = tuple[str, str]  # a topic's name and slug


@dataclass(slots=True)
class Filed:
    """How many annotations are under each topic, and in which blocks their passages begin."""

    counts: Tally[Named] = field(default_factory=Tally)
    by_block: dict[str, Tally[Named]] = field(default_factory=dict)

    def most_used(self, most: int) -> list[dict[str, Any]]:
        """The topics with most, each with its name, slug and count."""
        return [
            {"name": name, "slug": slug, "count": count}
            for (name, slug), count in _ordered(self.counts)[:most]
        ]

    def names_in(self, keys: Sequence[str], most: int) -> list[str]:
        """The names of the topics with most in some blocks."""
        counts: Tally[Named] = Tally()
        for key in keys:
            counts.update(self.by_block.get(key, {}))
        return [name for (name, _slug), _count in _ordered(counts)[:most]]


NOTHING = Filed()


def filed_in(article: Article, threads: QuerySet[Thread]) -> Filed:
    """What may be read of `threads`, which passed the gate, by topic and block; one query."""
    current = Q(thread__placements__until_revision=None)
    rows: Any = (
        Assignment.objects.filter(
            article=article,
            thread__in=threads,
            annotation__moderation=Annotation.Moderation.PUBLISHED,
            annotation__withdrawn_at=None,
        )
        .annotate(here=FilteredRelation("thread__placements", condition=current))
        .filter(Q(here=None) | Q(here__anchor__ordinal=0))
        .values_list("topic__name", "topic__slug", "here__start_key")
        .annotate(count=Count("pk"))
        .order_by()
    )
    filed = Filed()
    for name, slug, key, count in rows:
        filed.counts[name, slug] += count
        if key:
            filed.by_block.setdefault(key, Tally())[name, slug] += count
    return filed


def _ordered(counts: Tally[Named]) -> list[tuple[Named, int]]:
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))
