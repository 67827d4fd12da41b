"""The views of a topic's dossier, each with its own address; a view more is an entry of VIEWS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise, cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy

from annotations.search.pace import check_searches
from annotations.topics.confirming import may_dismiss
from annotations.topics.dossier import ORDERS, Heading, passages_under
from annotations.topics.dossier.concordance import SORTS, concordance
from annotations.topics.dossier.sides import side_by_side
from annotations.topics.dossier.within import search_within
from annotations.topics.links import links_between, picture_of
from annotations.topics.waiting import waiting_for
from articles.models import Article
from ncr.accounts.models import is_member, member
from ncr.refusals import Refused

LONGEST_QUERY = 200
MOST_WAITING = 3  # suggested marks
ORDER_NAMES = {
    "newest": gettext_lazy("Newest articles"),
    "oldest": gettext_lazy("Oldest articles"),
    "title": gettext_lazy("By article"),
    "active": gettext_lazy("Latest activity"),
}
SORT_NAMES = {
    "before": gettext_lazy("Words before"),
    "after": gettext_lazy("Keyword and words after"),
    "where": gettext_lazy("Where"),
}


class Asked:
    """What an address asks of a topic; what it does not know of it is as by default."""

    def __init__(self, request: HttpRequest, heading: Heading) -> None:
        given = request.GET
        self._user, self.heading = request.user, heading
        self.view = _one_of(VIEWS, given.get("view", ""))
        self.order = _one_of(ORDERS, given.get("order", ""))
        self.sort = _one_of(("after", *SORTS), given.get("sort", ""))
        self.typed = given.get("q", "").replace("\0", "")[:LONGEST_QUERY]
        self.article_slug = given.get("article", "").replace("\0", "")
        self.after = given.get("after", "")
        self.page = _number(given.get("page", ""))
        self.left, self.right = given.get("left", ""), given.get("right", "")

    @cached_property
    def article(self) -> Article | None:
        """The article that alone is asked for, where the reader sees it; one query."""
        if not self.article_slug:
            return None
        return Article.objects.visible_to(self._user).filter(slug=self.article_slug).first()

    @property
    def is_elsewhere(self) -> bool:
        """Whether an article is asked for that the reader does not see."""
        return bool(self.article_slug) and self.article is None

    def address(self, **changes: str | int) -> str:
        """The query of this page with some of it changed; it begins at its first page."""
        kept: dict[str, Any] = {
            "view": self.view,
            "order": self.order,
            "sort": self.sort,
            "article": self.article_slug,
            "q": self.typed,
            **changes,
        }
        said = {
            name: value for name, value in kept.items() if value and DEFAULTS.get(name) != value
        }
        return "?" + urlencode(said)

    @property
    def all_articles(self) -> str:
        return self.address(article="")

    @property
    def without_words(self) -> str:
        return self.address(q="")

    @property
    def tabs(self) -> list[tuple[Any, str, bool]]:
        """Each view's name and address, and whether it is this one."""
        return [
            (one.name, self.address(view=name, q="", sort="", order=""), name == self.view)
            for name, one in VIEWS.items()
        ]

    @property
    def orders(self) -> list[tuple[Any, str, bool]]:
        return [
            (name, self.address(order=order), order == self.order)
            for order, name in ORDER_NAMES.items()
        ]

    @property
    def sorts(self) -> list[tuple[Any, str, bool]]:
        return [
            (SORT_NAMES[sort], self.address(sort=sort), sort == self.sort) for sort in SORT_NAMES
        ]

    @property
    def articles(self) -> list[tuple[Any, str, bool]]:
        """The articles with most of the topic, each with the address of it alone."""
        return [
            (one, self.address(article=one.article.slug), one.article.slug == self.article_slug)
            for one in self.heading.articles
        ]


Shown = tuple[int, dict[str, Any]]  # the status, and what the template is given


@dataclass(frozen=True)
class View:
    """One of the ways in which a dossier is looked at."""

    name: str | Promise
    template: str
    show: Callable[[HttpRequest, Asked], Shown]


def _passages(request: HttpRequest, asked: Asked) -> Shown:
    if asked.typed.strip():
        return _found(request, asked)
    if asked.is_elsewhere:
        return 200, {"passages": None}
    listed = passages_under(
        asked.heading, request.user, order=asked.order, after=asked.after, article=asked.article
    )
    following = asked.address(after=listed.after) if listed.after else ""
    return 200, {"passages": listed, "following": following, **_waiting(request, asked)}


def _waiting(request: HttpRequest, asked: Asked) -> dict[str, Any]:
    """On the first page what the texts suggest; a query, and two more where there is something."""
    if asked.after or asked.article_slug:
        return {}
    is_known = is_member(request.user)
    narrower = {one.topic.pk: one.topic for one in asked.heading.narrower}
    waiting = waiting_for(asked.heading.topics, request.user, MOST_WAITING)
    return {
        "waiting": [(one, narrower.get(one.suggestion.topic_id)) for one in waiting],
        "may_confirm": is_known,
        "may_dismiss": is_known and may_dismiss(member(request)),
    }


def _found(request: HttpRequest, asked: Asked) -> Shown:
    """What answers the words that are looked for within the topic; what was typed stays."""
    try:
        check_searches(request)
        found = search_within(
            asked.heading, request.user, asked.typed, article=asked.article, after=asked.after
        )
    except Refused as refused:
        return refused.status, {"problem": refused.message}
    following = asked.address(after=found.notes.after) if found.notes.after else ""
    return 200, {"found": found, "following": following}


def _concordance(request: HttpRequest, asked: Asked) -> Shown:
    lines = concordance(
        asked.heading, request.user, sort=asked.sort, page=asked.page, article=asked.article
    )
    return 200, {
        "concordance": lines,
        "before": asked.address(page=lines.page - 1) if lines.page > 1 else "",
        "following": asked.address(page=lines.page + 1) if lines.page < lines.pages else "",
    }


def _sides(request: HttpRequest, asked: Asked) -> Shown:
    return 200, {"sides": side_by_side(asked.heading, request.user, asked.left, asked.right)}


def _links(request: HttpRequest, asked: Asked) -> Shown:
    pairs, after = links_between(asked.heading.topics, request.user, asked.after)
    following = asked.address(after=after) if after else ""
    return 200, {"pairs": pairs, "picture": picture_of(pairs), "following": following}


VIEWS: dict[str, View] = {
    "passages": View(gettext_lazy("Passages"), "annotations/topic/passages.html", _passages),
    "concordance": View(
        gettext_lazy("Concordance"), "annotations/topic/concordance.html", _concordance
    ),
    "sides": View(gettext_lazy("Side by side"), "annotations/topic/sides.html", _sides),
    "links": View(gettext_lazy("Links"), "annotations/topic/links.html", _links),
}
DEFAULTS = {"view": "passages", "order": ORDERS[0], "sort": "after"}


def _one_of(known: Any, given: str) -> str:
    return given if given in known else str(next(iter(known)))


def _number(given: str) -> int:
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 6 else 1
