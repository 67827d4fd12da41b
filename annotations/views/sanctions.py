"""What was decided about one's own account, and saying that one has read a warning."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_POST, require_safe

from annotations import sanctioning
from annotations.reading.sanctions import sanctions_shown
from annotations.views.gated import private
from annotations.views.kept import kept
from annotations.views.notices import for_members
from ncr.accounts.models import Sanction, User
from ncr.refusals import Refused


@require_safe
@for_members
def sanctions(request: HttpRequest, person: User) -> HttpResponse:
    """The sanctions of who is signed in, those in force first; nobody else's."""
    listed = sanctions_shown(person)
    context = {
        "active": [one for one in listed if one.is_active],
        "past": [one for one in listed if not one.is_active],
    }
    return TemplateResponse(request, "annotations/sanctions.html", context)


@require_POST
@for_members
def acknowledge(request: HttpRequest, person: User, uuid: UUID) -> HttpResponse:
    """Says that a warning was read; another person's sanction is not there."""
    found = get_object_or_404(Sanction, uuid=uuid, person=person)
    try:
        sanctioning.acknowledge(found, by=person)
    except Refused as refused:
        return private(kept(request, refused.message, refused.status, False))
    return redirect("sanctions")
