"""The first page, and the list of articles: searched, narrowed and sorted by its address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from annotations.pace import MINUTE
from annotations.reading.home import home_for
from annotations.reading.listing import Asked, Choices, article_page, choices
from annotations.search.pace import check_searches
from annotations.views.gated import private
from ncr.refusals import Refused, TooMany

ORDER_NAMES = {
    "newest": gettext_lazy("Newest"),
    "active": gettext_lazy("Latest activity"),
    "discussed": gettext_lazy("Most discussed"),
}
FILTER_NAMES = {
    "q": gettext_lazy("Words"),
    "topic": gettext_lazy("Topic"),
    "author": gettext_lazy("Author"),
    "language": gettext_lazy("Language"),
    "since": gettext_lazy("From the year"),
    "until": gettext_lazy("To the year"),
    "new": gettext_lazy("With something new"),
}


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What is being discussed and what is new; a fixed number of queries (`home_for`)."""
    context = {
        "home": home_for(request.user),
        "may_join": settings.SIGNUP == "open",
        "may_bring": request.user.has_perm("articles.add_article"),
    }
    return private(TemplateResponse(request, "articles/home.html", context))


@require_safe
def articles(request: HttpRequest) -> HttpResponse:
    """A page of articles with the form that narrows them; three queries for the anonymous.

    Three more the first time that something is told of an article after it changed.
    """
    asked = Asked.of(request)
    offered = choices(request.user)
    context: dict[str, Any] = {
        "asked": asked,
        "choices": offered,
        "dropped": list(_dropped(asked, offered)),
        "orders": [
            (name, asked.address(order=order), order == asked.order)
            for order, name in ORDER_NAMES.items()
        ],
    }
    status = 200
    try:
        if asked.q:
            check_searches(request)
        context["listed"], after = article_page(asked, request.user)
        if after:
            context["next"] = f"{asked.address()}&after={after}"
    except Refused as refused:
        status = refused.status
        context |= {"problem": refused.message, "listed": []}
    response = TemplateResponse(request, "articles/articles.html", context, status=status)
    if status == TooMany.status:
        response["Retry-After"] = str(MINUTE)
    return private(response)


def _dropped(asked: Asked, offered: Choices) -> Iterator[tuple[Any, str, str]]:
    """What the list is narrowed by: its name, its value, and the list without it."""
    names = {"topic": dict(offered.topics), "language": dict(offered.languages), "new": {"1": ""}}
    for name, label in FILTER_NAMES.items():
        value = getattr(asked, name)
        if value:
            yield label, names.get(name, {}).get(value, value), asked.address(**{name: ""})
