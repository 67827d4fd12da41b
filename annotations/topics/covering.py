"""Which passages are filed under a topic where everybody who reads the article sees it.

What is filed for members of an article for everyone, for a group or for oneself is left out:
what is suggested to others must not tell of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from annotations.models import Anchor, Assignment
from articles.models import Article
from ncr.accounts.models import Audience

Place = tuple[str, int, int]  # the key of a block, and offsets in its text


class Covered:
    """Passages that are filed under topics, by article and topic."""

    def __init__(self, rows: Iterable[Any]) -> None:
        self._rows: dict[tuple[int, int], list[Any]] = defaultdict(list)
        for article, _audience, topic, *passage in rows:
            self._rows[article, topic].append(passage)

    def __bool__(self) -> bool:
        return bool(self._rows)

    def mark_at(self, article: int, topic: int, place: Place, order: dict[str, int]) -> int | None:
        """The annotation whose passage overlaps a place.

        `order` tells which block is where; one whose end it does not know goes on past the place.
        """
        key, start, end = place
        here = order[key]
        for annotation, first, begin, last, stop in self._rows[article, topic]:
            past = here + 1 if first in order else -1
            begins, ends = (order.get(first, -1), begin), (order.get(last, past), stop)
            if begins < (here, end) and (here, start) < ends:
                return int(annotation)
        return None


def covered_in(articles: Iterable[Article], topics: Iterable[int] | None = None) -> Covered:
    """Where everybody who reads these articles finds passages filed under topics; one query."""
    audiences = {one.pk: one.audience_id or Audience.EVERYONE for one in articles}
    filed = Assignment.objects.filter(
        article__in=audiences,
        is_readable=True,
        thread__placements__until_revision=None,
        thread__placements__anchor__role=Anchor.Role.TARGET,
        thread__placements__start_key__gt="",  # what lost its text has none
    )
    if topics is not None:
        filed = filed.filter(topic__in=list(topics))
    rows = filed.values_list(
        "article_id",
        "audience_id",
        "topic_id",
        "annotation_id",
        "thread__placements__start_key",
        "thread__placements__start_offset",
        "thread__placements__end_key",
        "thread__placements__end_offset",
    )
    return Covered([row for row in rows if audiences[row[0]] == row[1]])
