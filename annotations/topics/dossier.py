"""A topic's dossier: every passage filed under it that the reader may read, over all articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

from annotations.models import Anchor, Annotation, Topic, TopicName, TopicSlug, Verdict
from annotations.models.topic import topic_key
from annotations.reading.entries import Entry, entries_of
from annotations.reading.paging import window
from annotations.topics.finding import counts_of
from articles.body import render_body
from articles.sanitising import SanitisedHtml

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User

PAGE = 20
MOST_ARTICLES = 12
MOST_NARROWER = 60
NOWHERE = 2**31 - 1  # the place of notes on an article as a whole: after its last words
UNDATED = "9999"
# Within an article in the order of its text
ORDERS: dict[str, tuple[str, ...]] = {
    "newest": ("-dated", "-article", "place", "pk"),
    "oldest": ("dated_last", "article", "place", "pk"),
    "active": ("-active", "-pk"),
}


@dataclass(frozen=True, slots=True)
class Within:
    """An article in which something is filed under the topic."""

    slug: str
    title: str
    language: str
    count: int


@dataclass(slots=True)
class Dossier:
    """One page of a topic, as one reader sees it."""

    topic: Topic
    aliases: list[str]
    description: SanitisedHtml
    broader: Topic | None
    narrower: list[tuple[Topic, int]]
    articles: list[Within]  # all of them, those with most first
    entries: list[Entry]
    filers: dict[int, tuple[str, str]]  # by annotation: name and username of who filed it
    disputed: set[int]  # ids of annotations on which somebody disputes the topic
    after: str

    @property
    def total(self) -> int:
        return sum(one.count for one in self.articles)

    @property
    def most_articles(self) -> list[Within]:
        return self.articles[:MOST_ARTICLES]


def topic_for(user: User | AnonymousUser, slug: str) -> Topic | None:
    """The topic of this address, a former one, or one made of a name; None where none is seen.

    At most three queries.
    """
    seen = Topic.objects.visible_to(user)
    found: Topic | None = seen.filter(slug=slug).first()
    if found is None:
        found = seen.filter(pk__in=TopicSlug.objects.filter(slug=slug).values("topic")).first()
    if found is None:
        names = TopicName.objects.filter(key=topic_key(slug))
        found = seen.filter(pk__in=names.values("topic")).first()
    return found


def filed_under(topic: Topic, user: User | AnonymousUser, article: str = "") -> QuerySet[Any]:
    """What the reader may read under a topic, in all articles or in the one of this slug."""
    filed: QuerySet[Any] = Annotation.objects.visible_to(user).filter(assignments__topic=topic)
    if article:
        filed = filed.filter(thread__article__slug=article)
    return filed


def dossier(
    topic: Topic,
    user: User | AnonymousUser,
    *,
    order: str = "newest",
    after: str = "",
    article: str = "",
) -> Dossier:
    """A page of twenty passages with what stands beside them; ten queries, whatever its size."""
    rows = _ordered(topic, filed_under(topic, user, article))
    page, following = window(rows, ORDERS[order], after, PAGE)
    return Dossier(
        topic=topic,
        aliases=aliases_of(topic),
        description=render_body(topic.description),
        broader=Topic.objects.visible_to(user).filter(pk=topic.broader_id).first(),
        narrower=_narrower(topic, user),
        articles=_articles(topic, user),
        entries=entries_of(page, user),
        filers={one.pk: (one.filer_name or one.filer or "", one.filer or "") for one in page},
        disputed={one.pk for one in page if one.is_disputed},
        after=following,
    )


def aliases_of(topic: Topic) -> list[str]:
    return list(topic.names.filter(is_alias=True).order_by("name").values_list("name", flat=True))


def _ordered(topic: Topic, filed: QuerySet[Any]) -> QuerySet[Any]:
    """With what the orders go by; the join to the assignment is the filter's own."""
    first = Anchor.objects.filter(
        thread_id=OuterRef("thread_id"), ordinal=0, role=Anchor.Role.TARGET
    )
    disputes = Verdict.objects.filter(
        assignment__topic=topic,
        assignment__annotation_id=OuterRef("pk"),
        kind=Verdict.Kind.DISPUTED,
        dismissed_at=None,
    )
    ordered: QuerySet[Any] = filed.select_related("thread__article", "author").annotate(
        filer=F("assignments__by__username"),
        filer_name=F("assignments__by__display_name"),
        dated=F("thread__article__published"),
        dated_last=Coalesce(NullIf("thread__article__published", Value("")), Value(UNDATED)),
        article=F("thread__article_id"),
        active=F("thread__active_at"),
        is_disputed=Exists(disputes),
        place=Coalesce(Subquery(first.values("start")[:1]), NOWHERE),
    )
    return ordered


def _narrower(topic: Topic, user: User | AnonymousUser) -> list[tuple[Topic, int]]:
    below = list(
        Topic.objects.visible_to(user).filter(broader=topic).order_by("name")[:MOST_NARROWER]
    )
    counts = counts_of([one.pk for one in below], user)
    return [(one, counts.get(one.pk, 0)) for one in below]


def _articles(topic: Topic, user: User | AnonymousUser) -> list[Within]:
    rows = (
        filed_under(topic, user)
        .values_list("thread__article__slug", "thread__article__title", "thread__article__language")
        .annotate(count=Count("pk"))
        .order_by("-count", "thread__article__title")
    )
    return [Within(*row) for row in rows]
