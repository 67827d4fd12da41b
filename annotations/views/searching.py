"""The search page: what was asked, what was found, and ways on from there."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from annotations.pace import MINUTE
from annotations.search.asking import LONGEST, Question, understood
from annotations.search.finding import KINDS, ORDERS, TAKEN, Filters, has_any
from annotations.search.narrowing import narrowed
from annotations.search.pace import check_searches
from annotations.search.results import results
from annotations.views.gated import private
from articles.models import Article
from ncr.refusals import Refused, TooMany

ARTICLES_TO_CHOOSE = 200
KIND_NAMES = {
    "text": gettext_lazy("Texts"),
    "notes": gettext_lazy("Notes"),
    "topics": gettext_lazy("Topics"),
    "people": gettext_lazy("People"),
}
ORDER_NAMES = {"best": gettext_lazy("Best match"), "newest": gettext_lazy("Newest first")}
FILTER_NAMES = {
    "article": gettext_lazy("article"),
    "topic": gettext_lazy("topic"),
    "person": gettext_lazy("person"),
    "from": gettext_lazy("from"),
    "to": gettext_lazy("to"),
}


class Asked:
    """What an address asks for; what it does not know of it is as by default."""

    def __init__(self, request: HttpRequest) -> None:
        given = request.GET
        self.typed = given.get("q", "")
        kind, order = given.get("kind", ""), given.get("order", "")
        self.kind = kind if kind in KINDS else KINDS[0]
        self.order = order if order in ORDERS else ORDERS[0]
        self.after = given.get("after", "")
        self.filters = {name: given.get(name, "").strip() for name in FILTER_NAMES}

    @property
    def active(self) -> dict[str, str]:
        """The filters that are set and that this kind of thing takes."""
        return {name: self.filters[name] for name in TAKEN[self.kind] if self.filters[name]}

    def address(self, **changes: str) -> str:
        """The query of this search with some of it changed; it begins at its first page."""
        kept = {"q": self.typed, "kind": self.kind, "order": self.order, **self.filters, **changes}
        kept = {
            name: value for name, value in kept.items() if value and DEFAULTS.get(name) != value
        }
        return "?" + urlencode(kept, errors="replace")


DEFAULTS = {"kind": KINDS[0], "order": ORDERS[0]}


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What answers the question, of one kind; without a question, the form.

    At most nine queries beside those for who is asking; six more where nothing was found.
    """
    asked = Asked(request)
    context = _frame(request, asked)
    status = 200
    if asked.typed.strip():
        try:
            check_searches(request)
            question = understood(asked.typed)
            context |= _answer(request, asked, question)
        except Refused as refused:
            status = refused.status
            context |= {"problem": refused.message, "problem_field": refused.field or "q"}
    response = TemplateResponse(request, "search/search.html", context, status=status)
    if status == TooMany.status:
        response["Retry-After"] = str(MINUTE)
    return private(response)


def _frame(request: HttpRequest, asked: Asked) -> dict[str, Any]:
    articles = Article.objects.visible_to(request.user).order_by("title", "pk")
    return {
        "asked": asked,
        "longest": LONGEST,
        "tabs": [
            (KIND_NAMES[kind], asked.address(kind=kind), kind == asked.kind) for kind in KINDS
        ],
        "orders": [
            (ORDER_NAMES[order], asked.address(order=order), order == asked.order)
            for order in ORDERS
        ],
        "taken": TAKEN[asked.kind],
        "articles": articles.values_list("slug", "title")[:ARTICLES_TO_CHOOSE]
        if TAKEN[asked.kind]
        else [],
        "dropped": [
            (FILTER_NAMES[name], value, asked.address(**{name: ""}))
            for name, value in asked.active.items()
        ],
    }


def _answer(request: HttpRequest, asked: Asked, question: Question) -> dict[str, Any]:
    filters = narrowed(asked.kind, request.user, asked.filters)
    shown = results(
        asked.kind, request.user, question, filters, order=asked.order, after=asked.after
    )
    answer: dict[str, Any] = {"shown": shown, "is_found": bool(shown.hits or shown.heads)}
    if shown.after:
        answer["next"] = asked.address(after=shown.after)
    if not answer["is_found"]:
        answer["elsewhere"] = _elsewhere(request, asked, question)
        answer["without_filters"] = bool(filters != Filters()) and has_any(
            asked.kind, request.user, question
        )
        answer["bare"] = asked.address(**dict.fromkeys(FILTER_NAMES, ""))
    return answer


def _elsewhere(request: HttpRequest, asked: Asked, question: Question) -> list[tuple[Any, str]]:
    """The other kinds of things that have something."""
    return [
        (KIND_NAMES[kind], asked.address(kind=kind, **dict.fromkeys(FILTER_NAMES, "")))
        for kind in KINDS
        if kind != asked.kind and has_any(kind, request.user, question)
    ]
