"""What moderators did, for everybody: in an article, and on the whole site by the year."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from annotations.reading.accountable import ON_A_PAGE, done_in, years
from annotations.reading.gates import article_for
from annotations.views.gated import follows_moves, private


@require_safe
@follows_moves
def moderation(request: HttpRequest, slug: str) -> HttpResponse:
    """What was decided about notes on an article; 404 where the owners do not show it."""
    if not settings.PUBLIC_LOG:
        raise Http404
    found = article_for(request.user, slug)
    before = request.GET.get("before", "")
    is_number = before.isascii() and before.isdecimal() and len(before) < 19
    listed = done_in(found, request.user, before=int(before) if is_number else None)
    context = {
        "article": found,
        "listed": listed[:ON_A_PAGE],
        "before": listed[ON_A_PAGE - 1].pk if len(listed) > ON_A_PAGE else "",
    }
    return private(TemplateResponse(request, "articles/moderation.html", context))


@require_safe
def transparency(request: HttpRequest) -> HttpResponse:
    """Figures of each year; 404 where the owners do not show them."""
    if not settings.TRANSPARENCY:
        raise Http404
    context = {"years": years()}
    return private(TemplateResponse(request, "articles/transparency.html", context))
