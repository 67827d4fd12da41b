"""What somebody reads who may not sign in for a time: why, until when, and how to object.

That it is them was proved as for signing in; for an hour their session remembers it. It opens
nothing but this page, and what was decided about them.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ncr.accounts.models import User
from ncr.accounts.sanctioned import suspension_of

REMEMBERED = timedelta(hours=1)
KEY = "suspended_person"


def remember_suspended(request: HttpRequest, person: User) -> None:
    """Notes in the session who has proved who they are, and may not sign in."""
    request.session[KEY] = [person.pk, timezone.now().isoformat()]


def suspended_person(request: HttpRequest) -> User | None:
    """Who was refused here within the last hour and still is; two queries, none for others."""
    held: Any = request.session.get(KEY)
    if not held or datetime.fromisoformat(held[1]) < timezone.now() - REMEMBERED:
        return None
    person = User.objects.filter(pk=held[0], is_active=True).first()
    return person if person is not None and suspension_of(person) else None


@never_cache
@require_safe
def suspended(request: HttpRequest) -> HttpResponse:
    """Why this person cannot sign in, and until when; for everybody else the page to sign in."""
    person = suspended_person(request)
    if person is None:
        return redirect("account_login")
    context = {"sanction": suspension_of(person), "person": person}
    return TemplateResponse(request, "account/suspended.html", context, status=403)
