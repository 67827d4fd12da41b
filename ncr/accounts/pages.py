"""The page of one's own account: who is signed in, and what they can do about it."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from ncr.accounts.forms import ProfileForm
from ncr.accounts.models import User
from ncr.accounts.sanctioned import check_not_silenced
from ncr.accounts.sessions import end_sessions_of
from ncr.accounts.signals import person_renamed
from ncr.refusals import Sanctioned


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """One's account, with the form of what others read; the anonymous are sent to sign in.

    Six queries, however much somebody wrote, and one more to save.
    """
    if not request.user.is_authenticated:
        return redirect("account_login")
    person = User.objects.get(pk=request.user.pk)
    form = ProfileForm(request.POST if request.method == "POST" else None, instance=person)
    if form.is_valid():
        try:
            check_not_silenced(person)
            save_profile(form)
            messages.success(request, _("Your profile is saved."))
            return redirect("account")
        except Sanctioned as refused:
            form.add_error(None, refused.shown)
    context = {
        "form": form,
        "is_at_work": admin.site.has_permission(request),
        **_standing(User.objects.get(pk=person.pk)),
    }
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "accounts/account.html", context, status=status)


@transaction.atomic
def save_profile(form: ProfileForm) -> None:
    """Saves what others read; pages that show a changed name are made anew."""
    person = form.save(commit=False)
    person.save(update_fields=["display_name", "display_key", "about"])
    if "display_name" in form.changed_data:
        transaction.on_commit(lambda: person_renamed.send(sender=User, person=person))


def _standing(person: User) -> dict[str, Any]:
    """What the page says of addresses, second factor, groups and sessions."""
    kinds = set(Authenticator.objects.filter(user=person).values_list("type", flat=True))
    return {
        "person": person,
        "addresses": list(EmailAddress.objects.filter(user=person).order_by("-verified")),
        "has_totp": Authenticator.Type.TOTP in kinds,
        "has_passkey": Authenticator.Type.WEBAUTHN in kinds,
        # This one at least, which may be older than the list
        "sessions": UserSession.objects.filter(user=person).count() or 1,
    }


@never_cache
@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """Signs out one browser of one's own; what is not one's own is not there."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    found = UserSession.objects.filter(user=request.user, pk=pk).first()
    if found is not None and found.session_key == request.session.session_key:
        return redirect("account_logout")
    if found is not None:
        found.end()
    messages.success(request, _("That browser is signed out."))
    return redirect("usersessions_list")


@never_cache
@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Signs out every browser but this one."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    end_sessions_of(request.user.pk, but=request.session.session_key or "")
    messages.success(request, _("You are signed out everywhere but here."))
    return redirect("usersessions_list")
