"""A person's page: who they are, and what they wrote as far as the reader may read it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe

from annotations.reading.people import person_for
from annotations.views.gated import private
from annotations.visibility import is_moderator
from ncr.accounts.models import User


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


def _record_of(person: User) -> str:
    """The address of somebody's record in the admin; empty where the admin shows no people."""
    try:
        return reverse("admin:accounts_user_change", args=[person.pk])
    except NoReverseMatch:
        return ""
