"""Pages of topics: the index, and a topic's dossier in its several views."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from annotations.models import Topic
from annotations.topics.dossier import heading_of, topic_for
from annotations.topics.finding import topic_index
from annotations.topics.following import followed_by
from annotations.topics.keeping import moderates_topic
from annotations.topics.timeline import timeline
from annotations.views.dossier import VIEWS, Asked
from annotations.views.gated import private

LONGEST_QUERY = 200


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """The topics that the reader may see, 200 on a page; six queries, for members eight."""
    typed = request.GET.get("q", "").replace("\0", "")[:LONGEST_QUERY]
    begin = request.GET.get("from", "")
    index = topic_index(request.user, typed=typed, begin=begin)
    followed = [] if typed or begin else followed_by(request.user)
    context = {"index": index, "typed": typed, "followed": followed}
    return private(TemplateResponse(request, "annotations/topics.html", context))


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """What is filed under a topic, in every article that the reader may read.

    Twenty-two queries at most for the passages, however many there are.
    """
    found = topic_or_404(request, slug)
    if found.slug != slug:
        return private(_to_its_address(request, found))
    heading = heading_of(found, request.user)
    asked = Asked(request, heading)
    status, shown = VIEWS[asked.view].show(request, asked)
    context = {
        "topic": found,
        "heading": heading,
        "asked": asked,
        "timeline": timeline(heading.figures),
        "keeps": moderates_topic(request.user, found),
        "is_own": request.user.is_authenticated and found.proposed_by_id == request.user.pk,
        "made_at": timezone.now(),
        **shown,
    }
    template = VIEWS[asked.view].template
    return private(TemplateResponse(request, template, context, status=status))


def topic_or_404(request: HttpRequest, slug: str) -> Topic:
    """The topic of an address, as far as the reader sees it."""
    found = topic_for(request.user, slug)
    if found is None:
        raise Http404
    return found


def _to_its_address(request: HttpRequest, found: Topic) -> HttpResponse:
    """A move that caches ask about again: a topic may get its former name back."""
    address = reverse("topic", args=[found.slug])
    query = request.GET.urlencode()
    return redirect(f"{address}?{query}" if query else address, permanent=True)
