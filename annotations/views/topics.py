"""Pages of topics: the index, a topic's dossier, and what of an article is filed under one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from annotations.models import Thread, Topic
from annotations.reading.article_page import passage_json
from annotations.reading.gates import article_for
from annotations.reading.text import PassageRow, passage_rows
from annotations.topics.dossier import ORDERS, dossier, filed_under, topic_for
from annotations.topics.finding import topic_index
from annotations.topics.keeping import moderates_topic
from annotations.views.gated import follows_moves, private
from articles.models import Article, Block

LONGEST_QUERY = 200
MOST_MARKED = 2000  # passages of one article that are marked at once


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """The topics that the reader may see, 200 on a page; six queries for the anonymous."""
    typed = request.GET.get("q", "").replace("\0", "")[:LONGEST_QUERY]
    index = topic_index(request.user, typed=typed, begin=request.GET.get("from", ""))
    return private(
        TemplateResponse(request, "annotations/topics.html", {"index": index, "typed": typed})
    )


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """What is filed under a topic, in every article that the reader may read."""
    found = _topic_or_404(request, slug)
    if found.slug != slug:
        return private(_to_its_address(request, found))
    order = request.GET.get("order", "newest")
    article = request.GET.get("article", "").replace("\0", "")
    shown = dossier(
        found,
        request.user,
        order=order if order in ORDERS else "newest",
        after=request.GET.get("after", ""),
        article=article,
    )
    within = next((one for one in shown.articles if one.slug == article), None)
    context = {
        "topic": found,
        "dossier": shown,
        "entries": [(one, *shown.filers[one.annotation.pk]) for one in shown.entries],
        "order": order if order in ORDERS else "newest",
        "article": article,
        "within": within,
        "keeps": moderates_topic(request.user, found),
    }
    return private(TemplateResponse(request, "annotations/topic.html", context))


@require_safe
@follows_moves
def topic_in_article(request: HttpRequest, slug: str, topic: str) -> HttpResponse:
    """The keys and passages of an article's threads under a topic, for marking them; JSON."""
    article = article_for(request.user, slug)
    found = _topic_or_404(request, topic)
    filed = filed_under(found, request.user).filter(thread__article=article)
    threads = Thread.objects.visible_to(request.user).filter(pk__in=filed.values("thread_id"))
    rows = _in_text_order(passage_rows(threads), article)
    placed = [row for row in rows if not row.is_lost]
    whole = threads.filter(anchors__isnull=True).only("audience_kind", "audience_id", "number")
    keys = [row.key for row in rows] + [thread.key for thread in whole[:MOST_MARKED]]
    return private(
        JsonResponse(
            {
                "name": found.name,
                "url": found.get_absolute_url(),
                "keys": list(dict.fromkeys(keys)),
                "passages": [passage_json(row) for row in placed[:MOST_MARKED]],
            }
        )
    )


def _in_text_order(rows: list[PassageRow], article: Article) -> list[PassageRow]:
    here = Block.objects.filter(revision_id=article.standing_pk)
    keys = {row.start_key for row in rows}
    places = dict(here.filter(key__in=keys).values_list("key", "position"))
    return sorted(rows, key=lambda row: (places.get(row.start_key, 0), row.start, row.end))


def _topic_or_404(request: HttpRequest, slug: str) -> Topic:
    found = topic_for(request.user, slug)
    if found is None:
        raise Http404
    return found


def _to_its_address(request: HttpRequest, found: Topic) -> HttpResponse:
    """A move that caches ask about again: a topic may get its former name back."""
    address = reverse("topic", args=[found.slug])
    query = request.GET.urlencode()
    return redirect(f"{address}?{query}" if query else address, permanent=True)
