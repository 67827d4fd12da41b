"""How much of a topic everybody may know of: what is for everyone or the members."""

from __future__ import annotations

from django.db.models import Sum

from annotations.models import TopicCount
from annotations.topics.keeping import SHARED


def shared_counts(topics: list[int]) -> dict[int, int]:
    """How many readable annotations are filed under each, for everyone or members; one query."""
    rows = (
        TopicCount.objects.filter(
            topic_id__in=topics, audience_id__in=SHARED, article__audience_id__in=SHARED
        )
        .values_list("topic_id")
        .annotate(count=Sum("readable"))
    )
    return dict(rows)
