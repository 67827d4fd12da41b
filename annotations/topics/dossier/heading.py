"""What stands above a topic's passages: what it is, what is near it, how much there is of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from annotations.models import Topic, TopicFigures, TopicName, TopicReading, TopicSlug
from annotations.models.topic import topic_key
from annotations.topics.dossier.amount import Amount, amount_of
from annotations.topics.dossier.walking import recent
from annotations.topics.naming import call
from articles.body import render_body
from articles.models import Article
from articles.sanitising import SanitisedHtml

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User

MOST_ARTICLES = 8
MOST_NARROWER = 60
MOST_TOGETHER = 8
FIRST_ALIASES = 8
MOST_NEW = 100  # that are counted


@dataclass(frozen=True, slots=True)
class Counted:
    """An article in which something is filed under the topic, and how much."""

    article: Article
    count: int


@dataclass(frozen=True, slots=True)
class Narrower:
    """A topic below this one, and how much is filed under it: that, or more than that."""

    topic: Topic
    count: int
    is_more: bool


@dataclass(frozen=True, slots=True)
class Together:
    """Another topic under which notes of this one are filed too, and how many."""

    topic: Topic
    count: int


@dataclass(slots=True)
class Heading:
    """A topic as one reader sees it, without its passages."""

    topic: Topic
    aliases: list[str]
    description: SanitisedHtml
    broader: Topic | None
    narrower: list[Narrower]
    related: list[Topic]
    amount: Amount
    articles: list[Counted]  # those with most of the topic and of narrower ones
    figures: TopicFigures | None
    together: list[Together]
    reading: TopicReading | None
    new: int  # passages with something new since the reader's last visit

    @property
    def first_aliases(self) -> list[str]:
        return self.aliases[:FIRST_ALIASES]

    @property
    def more_aliases(self) -> list[str]:
        """Those that stand folded up: a topic may have hundreds."""
        return self.aliases[FIRST_ALIASES:]

    @property
    def is_web_address(self) -> bool:
        """Whether what names the topic elsewhere can be followed."""
        return self.topic.uri.startswith(("https://", "http://"))

    @property
    def topics(self) -> list[int]:
        """The topic and the narrower ones that the reader sees."""
        return [self.topic.pk, *(one.topic.pk for one in self.narrower)]

    @property
    def count(self) -> int:
        """How much is filed under the topic itself: that, or more than that."""
        return self.amount.by_topic[self.topic.pk]

    @property
    def is_more(self) -> bool:
        return self.topic.pk in self.amount.more

    @property
    def count_below(self) -> int:
        return sum(one.count for one in self.narrower)

    @property
    def is_more_below(self) -> bool:
        return any(one.is_more for one in self.narrower)

    @property
    def articles_in_all(self) -> int:
        """In how many articles what was counted stands."""
        return len(self.amount.by_article)

    @property
    def total(self) -> int:
        """How much is filed; what is under the topic and a narrower one is counted for each."""
        return self.count + self.count_below

    @property
    def visited_at(self) -> datetime | None:
        return self.reading.visited_at if self.reading else None

    @property
    def is_followed(self) -> bool:
        return bool(self.reading and self.reading.follows_since)


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


def heading_of(topic: Topic, user: User | AnonymousUser) -> Heading:
    """What stands above the passages; nine queries at most."""
    below = list(
        Topic.objects.visible_to(user).filter(broader=topic).order_by("name")[:MOST_NARROWER]
    )
    amount = amount_of(topic.pk, [one.pk for one in below], user)
    figures = TopicFigures.objects.filter(topic=topic).first()
    reading = _reading(topic, user)
    broader = Topic.objects.visible_to(user).filter(pk=topic.broader_id).first()
    related = list(Topic.objects.visible_to(user).filter(related=topic).order_by("name"))
    together = _together(figures)
    near = [*filter(None, [broader]), *below, *related, *(one.topic for one in together)]
    names = call([topic, *near])
    return Heading(
        topic=topic,
        aliases=names[topic.pk],
        description=render_body(topic.description),
        broader=broader,
        narrower=[Narrower(one, amount.by_topic[one.pk], one.pk in amount.more) for one in below],
        related=related,
        amount=amount,
        articles=_articles(amount, user, MOST_ARTICLES),
        figures=figures,
        together=together,
        reading=reading,
        new=_new(topic, user, reading),
    )


def articles_of(heading: Heading, user: User | AnonymousUser, most: int) -> list[Counted]:
    """The articles with most of a topic and those below it, each with how much; one query."""
    return _articles(heading.amount, user, most)


def _articles(amount: Amount, user: User | AnonymousUser, most: int) -> list[Counted]:
    rows = amount.most(most)
    found = Article.objects.visible_to(user).in_bulk([pk for pk, _count in rows])
    return [Counted(found[pk], count) for pk, count in rows if pk in found]


def _together(figures: TopicFigures | None) -> list[Together]:
    """Topics by the figures, accepted ones alone: of others not even that they are is told."""
    counts = dict(figures.together) if figures else {}
    found = Topic.objects.filter(pk__in=counts, accepted_at__isnull=False)
    listed = sorted((Together(one, counts[one.pk]) for one in found), key=_most_first)
    return listed[:MOST_TOGETHER]


def _most_first(one: Together) -> tuple[int, str]:
    return -one.count, one.topic.name


def _reading(topic: Topic, user: User | AnonymousUser) -> TopicReading | None:
    if not user.is_authenticated:
        return None
    return TopicReading.objects.filter(topic=topic, person_id=user.pk).first()


def _new(topic: Topic, user: User | AnonymousUser, reading: TopicReading | None) -> int:
    """How many passages have something new since the last visit; no query before the first."""
    if reading is None or not user.is_authenticated:
        return 0
    return recent([topic.pk], user, [reading.visited_at], MOST_NEW).get(topic.pk, 0)
