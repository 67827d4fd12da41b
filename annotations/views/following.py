"""What a reader does with a topic: follow it, and say that they have seen it."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from annotations.topics.following import follow, unfollow, visit
from annotations.views.gated import private
from annotations.views.kept import kept
from annotations.views.topics import topic_or_404
from ncr.accounts.models import is_member, member
from ncr.refusals import SIGN_IN_FIRST


@require_POST
def follow_topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Follows a topic; what is filed under it is told from now on."""
    found = topic_or_404(request, slug)
    if not is_member(request.user):
        return kept(request, str(SIGN_IN_FIRST), 401)
    follow(found, by=member(request))
    messages.success(request, _("You follow this topic: what is filed under it is told to you."))
    return redirect(found)


@require_POST
def unfollow_topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Follows a topic no longer."""
    found = topic_or_404(request, slug)
    if not is_member(request.user):
        return kept(request, str(SIGN_IN_FIRST), 401)
    unfollow(found, by=member(request))
    messages.success(request, _("You no longer follow this topic."))
    return redirect(found)


@require_POST
def visit_topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Takes what the page showed as seen, until the moment (`until`) at which it was made."""
    found = topic_or_404(request, slug)
    if not is_member(request.user):
        return kept(request, str(SIGN_IN_FIRST), 401)
    visit(found, _moment(request.POST.get("until", "")), by=member(request))
    if "application/json" in request.headers.get("Accept", ""):
        return private(HttpResponse(status=204))
    return redirect(found)


def _moment(given: str) -> datetime:
    """The moment that was sent; now where none was, or one that cannot be."""
    try:
        found = parse_datetime(given)
    except ValueError:
        found = None
    return found if found is not None and timezone.is_aware(found) else timezone.now()
