"""What a list shows of an article's discussion: where it is dense, and which topics it is under.

Public figures only, those of the article's own audience; kept in the cache under what its stored
page is kept under, so that a list of talked-about articles counts nothing twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.core.cache import cache
from django.db.models import Count, F, Sum

from annotations.models import Anchor, Annotation, Assignment, Placement
from articles.models import Article, Block

COLUMNS = 24
MOST_TOPICS = 4
KEPT_FOR = 24 * 3600  # seconds
HEIGHTS = {0: 0, 1: 4, 2: 7, 5: 12, 10: 18}  # of a column, by the least number of notes


class Digest(NamedTuple):
    """Notes by column, each a part of the text in order; its paragraphs; its topics."""

    notes: tuple[int, ...] = ()
    paragraphs: int = 0
    topics: tuple[tuple[str, str, int], ...] = ()  # name, slug, how often

    @property
    def bars(self) -> list[tuple[int, int, int]]:
        """For drawing, of each column where it begins, its top and its height."""
        heights = [max(h for least, h in HEIGHTS.items() if least <= one) for one in self.notes]
        return [(10 * place, 20 - height, height) for place, height in enumerate(heights)]

    @property
    def width(self) -> int:
        return max(1, 10 * len(self.notes) - 2)


def digests(listed: Sequence[Article]) -> dict[int, Digest]:
    """Of articles with `happened`, by their ids; three queries, and none where all is kept."""
    keys = {_key(one): one for one in listed}
    kept: dict[str, Digest] = cache.get_many(keys)
    missing = {key: one for key, one in keys.items() if key not in kept}
    if missing:
        made = _made(list(missing.values()))
        fresh = {key: made[one.pk] for key, one in missing.items()}
        cache.set_many(fresh, KEPT_FOR)
        kept |= fresh
    return {one.pk: kept[key] for key, one in keys.items()}


def _key(article: Any) -> str:
    parts = (article.pk, article.audience_id, article.current_revision_id, article.happened)
    return f"digest:{'.'.join(map(str, parts))}.{article.changed_at.timestamp()}"


def _made(articles: Sequence[Article]) -> dict[int, Digest]:
    pks = [one.pk for one in articles]
    blocks = defaultdict(list)
    for article, key in (
        Block.objects.filter(
            revision_id__in=[one.current_revision_id for one in articles], number__isnull=False
        )
        .order_by("article_id", "position")
        .values_list("article_id", "key")
    ):
        blocks[article].append(key)
    notes: dict[int, dict[str, int]] = defaultdict(dict)
    for article, key, count in (
        Placement.objects.current()
        .of_openings()
        .filter(
            thread__article_id__in=pks,
            thread__audience_id=F("thread__article__audience_id"),
            thread__readable_count__gt=0,
            anchor__role=Anchor.Role.TARGET,
        )
        .order_by()
        .values_list("thread__article_id", "start_key")
        .annotate(count=Sum("thread__readable_count"))
    ):
        notes[article][key] = count
    topics = _topics(pks)
    return {
        pk: Digest(_columns(blocks[pk], notes[pk]), len(blocks[pk]), tuple(topics[pk]))
        for pk in pks
    }


def _columns(keys: Sequence[str], notes: dict[str, int]) -> tuple[int, ...]:
    columns = [0] * min(COLUMNS, len(keys))
    for place, key in enumerate(keys):
        columns[place * len(columns) // len(keys)] += notes.get(key, 0)
    return tuple(columns)


def _topics(articles: Iterable[int]) -> dict[int, list[tuple[str, str, int]]]:
    counted = (
        Assignment.objects.filter(
            annotation__thread__article_id__in=articles,
            annotation__thread__audience_id=F("annotation__thread__article__audience_id"),
            annotation__moderation=Annotation.Moderation.PUBLISHED,
            annotation__withdrawn_at=None,
        )
        .values_list("annotation__thread__article_id", "topic__name", "topic__slug")
        .annotate(count=Count("annotation_id"))
        .order_by("-count", "topic__name")
    )
    found: dict[int, list[tuple[str, str, int]]] = defaultdict(list)
    for article, *topic in counted:
        if len(found[article]) < MOST_TOPICS:
            found[article].append((topic[0], topic[1], topic[2]))
    return found
