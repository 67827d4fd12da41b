"""A person's page: who they are, and what they wrote as far as the reader may read it.

And people by the beginning of their name, for who writes.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe

from annotations.reading.gates import Moved, article_for
from annotations.reading.people import person_for
from annotations.reading.suggesting import suggested
from annotations.views.gated import private
from annotations.visibility import is_moderator
from ncr.accounts.models import User, is_member, member


@require_safe
def person(request: HttpRequest, name: str) -> HttpResponse:
    """A person and their notes, newest first; seven queries for the anonymous."""
    found, page = person_for(
        request.user,
        name,
        after=request.GET.get("after", ""),
        article=request.GET.get("article", "").replace("\0", ""),
    )
    moderates = is_moderator(request.user)
    context = {
        "person": found,
        "page": page,
        "is_self": request.user.is_authenticated and request.user.pk == found.pk,
        "record": _record_of(found) if moderates else "",
    }
    return private(TemplateResponse(request, "annotations/person.html", context))


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """A few people whom one may mention in an article, by the beginning of a name, as JSON."""
    if not is_member(request.user):
        return private(JsonResponse({"people": []}, status=401))
    given = {name: request.GET.get(name, "").replace("\0", "") for name in ("q", "audience")}
    slug = request.GET.get("article", "").replace("\0", "")
    try:
        article = article_for(request.user, slug)
    except Moved as moved:
        article = article_for(request.user, moved.slug)
    found = suggested(member(request), article, given["q"][:80], given["audience"][:140])
    people = [{"name": one.username, "display_name": str(one)} for one in found]
    return private(JsonResponse({"people": people}))


def _record_of(person: User) -> str:
    """The address of somebody's record in the admin; empty where the admin shows no people."""
    try:
        return reverse("admin:accounts_user_change", args=[person.pk])
    except NoReverseMatch:
        return ""
