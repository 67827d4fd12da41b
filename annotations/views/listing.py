"""The first page, and the list of articles: searched, narrowed and sorted by its address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from annotations.pace import MINUTE
from annotations.reading.home import home_for
from annotations.reading.listing import (
    Asked,
    Choices,
    article_page,
    choices,
    collection_page,
)
from annotations.search.pace import check_searches
from annotations.views.gated import private
from articles.models import Article, Collection
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
        "may_bring": request.user.has_perm("articles.change_article"),
    }
    return private(TemplateResponse(request, "articles/home.html", context))


@require_safe
def articles(request: HttpRequest) -> HttpResponse:
    """A page of articles with the form that narrows them; three queries for the anonymous.

    Two more for a member's permissions, and three the first time that something is told of an
    article after it changed.
    """
    asked = Asked.of(request)
    offered = choices(request.user)
    context: dict[str, Any] = {
        "asked": asked,
        "choices": offered,
        "may_bring": request.user.has_perm("articles.change_article"),
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


@require_safe
def collection(request: HttpRequest, slug: str) -> HttpResponse:
    """The articles of a collection that this reader may see, in its order."""
    found = get_object_or_404(Collection, slug=slug)
    listed, after = collection_page(found, request.user, request.GET.get("after", ""))
    if not listed:
        raise Http404
    context = {"collection": found, "listed": listed}
    if after:
        context["next"] = f"?after={after}"
    return private(TemplateResponse(request, "articles/collection.html", context))


@require_safe
def beside_in_collection(request: HttpRequest, slug: str, place: int, way: str) -> HttpResponse:
    """Leads to the next or the previous article that this reader may see; else to all of them.

    So the pages of articles, which are the same for all readers, tell nothing of their neighbours.
    """
    seen = Article.objects.visible_to(request.user).filter(collection__slug=slug)
    if way == "next":
        beside = seen.filter(place__gt=place).order_by("place", "pk").first()
    else:
        beside = seen.filter(place__lt=place).order_by("-place", "-pk").first()
    if beside is None:
        return private(redirect("collection", slug))
    return private(redirect(beside))
