"""The search as JSON."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from annotations.search.asking import understood
from annotations.search.finding import KINDS, ORDERS
from annotations.search.narrowing import narrowed
from annotations.search.pace import check_searches
from annotations.search.results import Hit, results
from annotations.views.searching import Asked

router = Router()


class HitOut(Schema):
    kind: str
    url: str
    title: str
    snippet_html: str
    article: str | None
    paragraph: int | None
    passage_url: str | None
    label: str | None
    author: str | None
    author_name: str | None
    created: Any
    note: str | None


class FoundOut(Schema):
    kind: str
    order: str
    ranked_newest_only: bool
    articles: list[HitOut]
    results: list[HitOut]
    after: str | None


@router.get("/search", response=FoundOut, url_name="search")
def search(
    request: HttpRequest,
    q: str,
    kind: Annotated[str, Query(description=", ".join(KINDS))] = KINDS[0],
    order: Annotated[str, Query(description=", ".join(ORDERS))] = ORDERS[0],
    article: str = "",
    topic: str = "",
    person: str = "",
    after: str = "",
) -> dict[str, Any]:
    """What answers `q`: words, "words in quotes", -word, OR. Also `from` and `to`, as days.

    `snippet_html` is escaped text with `<mark>`; `articles` are those whose titles answer, with
    the first page of texts.
    """
    asked = Asked(request)
    check_searches(request)
    question = understood(asked.typed)
    filters = narrowed(asked.kind, request.user, asked.filters)
    shown = results(
        asked.kind, request.user, question, filters, order=asked.order, after=asked.after
    )
    return {
        "kind": asked.kind,
        "order": asked.order,
        "ranked_newest_only": shown.is_capped,
        "articles": [_hit(one) for one in shown.heads],
        "results": [_hit(one) for one in shown.hits],
        "after": shown.after or None,
    }


def _hit(one: Hit) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "url": one.url,
        "title": one.title,
        "snippet_html": str(one.snippet),
        "article": one.slug or None,
        "paragraph": one.number,
        "passage_url": one.passage_url or None,
        "label": one.label or None,
        "author": one.username or None,
        "author_name": one.author or None,
        "created": one.at,
        "note": one.note or None,
    }
