"""Finding topics: by name, in the index, and how much of each a reader may read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Substr

from annotations.models import Topic, TopicCount, TopicName
from annotations.models.topic import topic_key
from annotations.topics.naming import call

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User

ON_A_PAGE = 200
MOST_LETTERS = 80


@dataclass(slots=True)
class Listed:
    """A topic in the index, as one reader sees it."""

    topic: Topic
    count: int
    aliases: list[str] = field(default_factory=list)
    broader: Topic | None = None


@dataclass(slots=True)
class Index:
    """A page of the index: topics under the first letter of their key."""

    groups: list[tuple[str, list[Listed]]]
    letters: list[str]
    next_from: str  # where the next page begins; empty on the last


def named_like(topics: QuerySet[Topic], typed: str) -> QuerySet[Topic]:
    """Of `topics`, those with a name or alias that has a word beginning like what was typed."""
    key = topic_key(typed.replace("\0", ""))
    if not key:
        return topics if not typed.strip() else topics.none()
    names = TopicName.objects.filter(Q(key__startswith=key) | Q(key__contains=f" {key}"))
    return topics.filter(Exists(names.filter(topic=OuterRef("pk"))))


def topic_index(user: User | AnonymousUser, *, typed: str = "", begin: str = "") -> Index:
    """A page of the topics that `user` may see, from the key `begin` on; five queries."""
    seen = named_like(Topic.objects.visible_to(user), typed).filter(names__is_alias=False)
    keyed = seen.annotate(key=F("names__key")).order_by("key")
    rows: list[Any] = list(keyed.filter(key__gte=begin[:160].replace("\0", ""))[: ON_A_PAGE + 1])
    page = rows[:ON_A_PAGE]
    listed = _listed(page, user)
    letters = seen.annotate(letter=Substr("names__key", 1, 1)).values_list("letter", flat=True)
    return Index(
        groups=[
            (letter.upper(), [listed[topic.pk] for topic in group])
            for letter, group in groupby(page, lambda topic: topic.key[0])
        ],
        letters=sorted(letters.distinct().order_by("letter")[:MOST_LETTERS]),
        next_from=rows[-1].key if len(rows) > ON_A_PAGE else "",
    )


def counts_of(topics: Iterable[int], user: User | AnonymousUser) -> dict[int, int]:
    """How many annotations under each topic everyone in an audience of `user` may read; one query.

    What waits for a moderator is not counted, not even for who wrote it.
    """
    rows = (
        TopicCount.objects.visible_to(user)
        .filter(topic_id__in=list(topics))
        .values_list("topic_id")
        .annotate(count=Sum("readable"))
    )
    return dict(rows)


def _listed(page: list[Topic], user: User | AnonymousUser) -> dict[int, Listed]:
    counts = counts_of([topic.pk for topic in page], user)
    above = {topic.broader_id for topic in page if topic.broader_id}
    broader = {topic.pk: topic for topic in Topic.objects.visible_to(user).filter(pk__in=above)}
    listed = {
        topic.pk: Listed(topic, counts.get(topic.pk, 0), broader=broader.get(topic.broader_id or 0))
        for topic in page
    }
    names = call([*page, *broader.values()])
    for pk, one in listed.items():
        one.aliases = names[pk]
    return listed
