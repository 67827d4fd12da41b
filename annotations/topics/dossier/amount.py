"""How much there is of a topic, as one reader may read it, and in which articles.

Summed over the rows that triggers keep by topic, article and audience, through the gate of the
articles. Of a topic that is in very many articles the newest are summed, and it says so: so that a
page costs the same however much is filed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.models import TopicCount
from annotations.topics.dossier.walking import STAND_IN, for_each, merged_rows

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User

# Rows that are summed: of the topic itself, and of each that is narrower
MOST_ROWS, MOST_ROWS_BELOW = 400, 75


@dataclass(frozen=True, slots=True)
class Amount:
    """What was counted."""

    by_topic: Counter[int]
    by_article: Counter[int]
    more: frozenset[int]  # topics of which there is more than was counted

    def most(self, number: int) -> list[tuple[int, int]]:
        """The ids of the articles with most, each with how much."""
        return sorted(self.by_article.items(), key=_most_first)[:number]


def amount_of(topic: int, below: Sequence[int], user: User | AnonymousUser) -> Amount:
    """How much there is of a topic and of those below it; one statement."""
    by_topic: Counter[int] = Counter()
    by_article: Counter[int] = Counter()
    rows: Counter[int] = Counter()
    for pk, article, _audience, readable in _rows(topic, below, user):
        rows[pk] += 1
        if rows[pk] <= _bound(pk, topic):  # one more tells that there is more
            by_topic[pk] += readable
            by_article[article] += readable
    more = frozenset(pk for pk, number in rows.items() if number > _bound(pk, topic))
    return Amount(by_topic, by_article, more)


def _rows(
    topic: int, below: Sequence[int], user: User | AnonymousUser
) -> list[tuple[int, int, int, int]]:
    columns = ("topic_id", "article_id", "audience_id", "readable")
    counts = TopicCount.objects.visible_to(user).filter(topic_id=STAND_IN)
    newest = counts.order_by("-article_id").values(*columns)
    walks = [
        *for_each([topic], [newest[: MOST_ROWS + 1]]),
        *for_each(below, [newest[: MOST_ROWS_BELOW + 1]]),
    ]
    return merged_rows(walks)


def _bound(pk: int, topic: int) -> int:
    return MOST_ROWS if pk == topic else MOST_ROWS_BELOW


def _most_first(row: tuple[int, int]) -> tuple[int, int]:
    article, count = row
    return -count, -article
