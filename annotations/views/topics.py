"""Pages of topics: the index and a topic's dossier."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from annotations.models import Topic
from annotations.topics.dossier import ORDERS, dossier, topic_for
from annotations.topics.finding import topic_index
from annotations.topics.keeping import moderates_topic
from annotations.views.gated import private

LONGEST_QUERY = 200


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
        "entries": [
            (one, *shown.filers[one.annotation.pk], one.annotation.pk in shown.disputed)
            for one in shown.entries
        ],
        "order": order if order in ORDERS else "newest",
        "article": article,
        "within": within,
        "keeps": moderates_topic(request.user, found),
        "is_own": request.user.is_authenticated and found.proposed_by_id == request.user.pk,
    }
    return private(TemplateResponse(request, "annotations/topic.html", context))


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
