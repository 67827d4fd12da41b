"""Lists of articles, through the gate: found, narrowed, in an order, page by page.

What is counted for everybody here is what the article's own audience may read; what a reader may
read beside that is counted apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils.translation import get_language_info

from annotations.models import Annotation, ArticleWords, Counter, Reading, Thread, Topic
from annotations.reading.digest import Digest, digests
from annotations.reading.paging import window
from annotations.reading.unread import State, states_in
from annotations.search.asking import understood
from annotations.search.engines import engine
from articles.models import Article, Collection
from ncr.accounts.models import audience_ids

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.http import HttpRequest

    from ncr.accounts.models import User

PAGE = 30
MOST_FOUND = 500  # articles that answer a question
MOST_OPENED = 500  # articles that may have something new, the latest visited
MOST_CHOICES = 200
YEAR = re.compile(r"[0-9]{4}")
ORDERS = {
    "newest": ("-published", "-pk"),
    "active": ("-latest", "-pk"),
    "discussed": ("-notes", "-pk"),
}
FILTERS = ("q", "topic", "author", "language", "since", "until", "new")


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for; what it does not know of it is as by default."""

    q: str = ""
    topic: str = ""
    author: str = ""
    language: str = ""
    since: str = ""  # a year
    until: str = ""
    new: str = ""  # "1": with something new for the reader
    order: str = "newest"
    after: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> Asked:
        given = {name: request.GET.get(name, "").strip() for name in FILTERS}
        for name in ("since", "until"):
            given[name] = given[name] if YEAR.fullmatch(given[name]) else ""
        given["new"] = "1" if given["new"] and request.user.is_authenticated else ""
        order = request.GET.get("order", "")
        return cls(
            **given,
            order=order if order in ORDERS else "newest",
            after=request.GET.get("after", ""),
        )

    @property
    def is_narrowed(self) -> bool:
        return any(getattr(self, name) for name in FILTERS)

    def address(self, **changes: str) -> str:
        """The query of this list with some of it changed; it begins at its first page."""
        kept = {name: getattr(self, name) for name in (*FILTERS, "order")} | changes
        kept = {name: value for name, value in kept.items() if value and value != "newest"}
        return "?" + urlencode(kept, errors="replace")


@dataclass(slots=True)
class Listed:
    """An article in a list, with what is told of it there."""

    article: Any  # with `notes` and `beside`
    digest: Digest
    state: State = field(default_factory=lambda: State(False))


@dataclass(slots=True)
class Choices:
    """What a list may be narrowed by, of what the reader may see."""

    topics: list[tuple[str, str]]  # slug and name
    authors: list[str]
    languages: list[tuple[str, str]]  # tag and name
    years: list[str]


def counted(user: User | AnonymousUser) -> QuerySet[Any]:
    """The articles that `user` may see, with `happened`, `notes`, `beside` and `latest`."""
    own = Counter.objects.filter(article=OuterRef("pk"), audience=OuterRef("audience_id"))
    others = (
        Counter.objects.filter(article=OuterRef("pk"), audience__in=audience_ids(user))
        .exclude(audience=OuterRef("audience_id"))
        .order_by()
        .values("article")
        .annotate(sum=Sum("readable"))
    )
    latest = Thread.objects.filter(
        article=OuterRef("pk"), audience=OuterRef("audience_id"), readable_count__gt=0
    ).order_by("-active_at")
    return (
        Article.objects.visible_to(user)
        .select_related("current_revision", "audience__group")
        .defer("current_revision__source")
        .annotate(
            happened=Coalesce(Subquery(own.values("events")[:1]), Value(0)),
            notes=Coalesce(Subquery(own.values("readable")[:1]), Value(0)),
            beside=Coalesce(Subquery(others.values("sum")[:1]), Value(0)),
            latest=Coalesce(Subquery(latest.values("active_at")[:1]), "created_at"),
        )
    )


def article_page(asked: Asked, user: User | AnonymousUser) -> tuple[list[Listed], str]:
    """A page of the list and the cursor of the next; raises Refused where nothing is asked for.

    One query, three where nothing is kept of them, two for a member, and one for each of the
    filters that have to look: words, and what is new (three).
    """
    rows, after = window(_narrowed(asked, user), ORDERS[asked.order], asked.after, PAGE)
    return listed(rows, user), after


def collection_page(
    collection: Collection, user: User | AnonymousUser, after: str
) -> tuple[list[Listed], str]:
    """A page of the articles of a collection by their place, and the cursor of the next."""
    rows = counted(user).filter(collection=collection, place__isnull=False)
    found, after = window(rows, ("place", "pk"), after, PAGE)
    return listed(found, user), after


def listed(rows: list[Any], user: User | AnonymousUser) -> list[Listed]:
    """Articles from `counted` with what a list tells of them."""
    told, states = digests(rows), states_in(rows, user)
    return [Listed(one, told[one.pk], states.get(one.pk, State(False))) for one in rows]


def _narrowed(asked: Asked, user: User | AnonymousUser) -> QuerySet[Any]:
    rows = counted(user)
    if asked.q:
        gate = Article.objects.visible_to(user)
        found = engine().candidates(ArticleWords, gate, understood(asked.q), MOST_FOUND)
        rows = rows.filter(pk__in=[one.pk for one in found.listed])
    if asked.topic:
        filed = Annotation.objects.visible_to(user).filter(
            thread__article=OuterRef("pk"), assignments__topic__slug=asked.topic
        )
        rows = rows.filter(Exists(filed))
    if asked.author:
        rows = rows.filter(byline=asked.author)
    if asked.language:
        rows = rows.filter(language=asked.language)
    if asked.since:
        rows = rows.filter(published__gte=asked.since)
    if asked.until:
        rows = rows.filter(published__lt=f"{int(asked.until) + 1:04}").exclude(published="")
    if asked.new:
        rows = rows.filter(pk__in=_with_something_new(user))
    return rows


def _with_something_new(user: User | AnonymousUser) -> list[int]:
    """Articles that the reader opened, and in which something is new or the text was revised."""
    opened = Reading.objects.filter(person_id=user.pk, article=OuterRef("pk"))
    rows = (
        Article.objects.visible_to(user)
        .annotate(visited=Subquery(opened.values("visited_at")[:1]))
        .filter(visited__isnull=False)
        .order_by("-visited")[:MOST_OPENED]
    )
    return [pk for pk, state in states_in(rows, user).items() if state.new or state.is_revised]


def choices(user: User | AnonymousUser) -> Choices:
    """Two queries; of many the first two hundred."""
    rows = Article.objects.visible_to(user).order_by()
    facts = list(rows.values_list("byline", "language", "published").distinct())
    languages = sorted({language for _byline, language, _published in facts})
    topics = (
        Topic.objects.visible_to(user)
        .filter(
            Exists(Annotation.objects.visible_to(user).filter(assignments__topic_id=OuterRef("pk")))
        )
        .order_by("name")
        .values_list("slug", "name")
    )
    return Choices(
        list(topics[:MOST_CHOICES]),
        sorted({byline for byline, _l, _p in facts if byline})[:MOST_CHOICES],
        sorted(((tag, language_name(tag)) for tag in languages), key=lambda one: one[1]),
        sorted({published[:4] for _b, _l, published in facts if published}, reverse=True),
    )


def language_name(tag: str) -> str:
    """The name of a language in the reader's own, or its tag where Django knows none."""
    try:
        return str(get_language_info(tag.lower())["name_translated"])
    except KeyError:
        return tag
