"""The filter of an article's notes: what it lets through, as JSON, and its form."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from annotations.reading.article_page import passage_json
from annotations.reading.discussion import ORDERS
from annotations.reading.gates import article_for
from annotations.reading.matching import Wanted, matches, offered
from annotations.views.gated import follows_moves, private


@require_safe
@follows_moves
def matching(request: HttpRequest, slug: str) -> HttpResponse:
    """The keys of the notes that a filter lets through, their passages, and the filter in words."""
    found = article_for(request.user, slug)
    wanted = Wanted.read(request.GET)
    shown = matches(found, request.user, wanted, order_of(request))
    return private(
        JsonResponse(
            {
                "keys": shown.keys,
                "passages": [passage_json(row) for row in shown.rows],
                "chips": [chip._asdict() for chip in shown.chips],
            }
        )
    )


@require_safe
@follows_moves
def filter_form(request: HttpRequest, slug: str) -> HttpResponse:
    """The form of the filter by itself, for the page of the article."""
    found = article_for(request.user, slug)
    context = {
        "article": found,
        "offered": offered(found, request.user),
        "wanted": Wanted.read(request.GET),
        "order": order_of(request),
    }
    return private(TemplateResponse(request, "annotations/_filter.html", context))


def order_of(request: HttpRequest) -> str:
    order = request.GET.get("order", "text")
    return order if order in ORDERS else "text"
