"""Who may sign up, and the invitation that somebody who does so came with.

The session holds the id of the invitation between the page that shows it and the form.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from ncr.accounts.models import Invitation

KEPT = "invitation"


def keep_invitation(request: HttpRequest, invitation: Invitation) -> None:
    """Remembers who came with which invitation; an address that it names counts as confirmed."""
    request.session[KEPT] = invitation.pk
    if invitation.email:
        request.session["account_verified_email"] = invitation.email


def forget_invitation(request: HttpRequest) -> None:
    request.session.pop(KEPT, None)
    request.session.pop("account_verified_email", None)


def invitation_of(request: HttpRequest) -> Invitation | None:
    """The usable invitation that this visitor came with; at most one query."""
    pk = request.session.get(KEPT)
    if pk is None:
        return None
    found = Invitation.objects.select_related("group", "by").filter(pk=pk).first()
    return found if found and found.is_usable(timezone.now()) else None


def may_sign_up(request: HttpRequest) -> bool:
    if settings.SIGNUP == "closed":
        return False
    return settings.SIGNUP == "open" or invitation_of(request) is not None
