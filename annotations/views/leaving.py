"""Taking along what one wrote, and leaving for good."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core.internal import ratelimit
from django import forms
from django.contrib import messages
from django.contrib.auth import logout
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header, urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from annotations.erasing import close_account, is_last_owner
from annotations.models import Annotation
from annotations.takeout import archive, file_name
from ncr.accounts.backends import has_second_factor
from ncr.accounts.limits import too_many
from ncr.accounts.models import User, is_member, member
from ncr.refusals import Refused
from ncr.tasks import erase_closed

TAKEOUTS_AN_HOUR = 6


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def takeout(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """GET says what is in it; POST sends it, as it is made."""
    if not is_member(request.user):
        return _sign_in(request)
    person = member(request)
    if request.method != "POST":
        return TemplateResponse(request, "accounts/takeout.html", {"person": person})
    if not _within_pace(person):
        return too_many(request, wait=3600)
    response = StreamingHttpResponse(archive(person), content_type="application/zip")
    response["Content-Disposition"] = str(
        content_disposition_header(True, file_name(person, timezone.now()))
    )
    return response


def _within_pace(person: User) -> bool:
    """A few an hour, by the clock's hour: each reads everything that a person wrote."""
    key = f"takeout:{person.pk}:{timezone.now():%d%H}"
    cache.add(key, 0, 3600)
    try:
        return bool(cache.incr(key) <= TAKEOUTS_AN_HOUR)
    except ValueError:
        return True  # it expired between the two calls


class LeaveForm(forms.Form):
    """What becomes of what one wrote, and that it is really oneself who asks."""

    notes = forms.ChoiceField(
        label=gettext_lazy("What becomes of what you wrote"),
        choices=[
            ("erase", gettext_lazy("Remove it. Answers of others stay, with a line in its place.")),
            ("keep", gettext_lazy("Keep it, without my name.")),
        ],
        widget=forms.RadioSelect,
    )
    proof = forms.CharField(max_length=200)

    def __init__(self, request: HttpRequest, person: User, typed: Any = None) -> None:
        super().__init__(typed)
        self._request, self._person = request, person
        self.fields["proof"] = self._proof()

    def _proof(self) -> forms.CharField:
        """The password; where there is none, the name, by somebody who proved themselves lately."""
        if self._person.has_usable_password():
            return forms.CharField(
                label=gettext_lazy("Your password"),
                strip=False,
                max_length=1000,
                widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
            )
        return forms.CharField(
            label=gettext_lazy("Your user name, to be sure"),
            max_length=200,
            widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
        )

    def clean_proof(self) -> str:
        proof: str = self.cleaned_data["proof"]
        if self._person.has_usable_password():
            if not get_adapter().reauthenticate(self._person, proof):
                raise forms.ValidationError(_("This is not your password."))
        elif proof != self._person.username:
            raise forms.ValidationError(_("This is not your user name."))
        return proof


@sensitive_post_parameters("proof")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """Deletes one's account: closed at once, erased in the background within minutes."""
    if not is_member(request.user):
        return _sign_in(request)
    person = User.objects.get(pk=member(request).pk)
    if not person.has_usable_password() and has_second_factor(person):
        _ask_second_factor(request)
    if request.method == "POST" and not ratelimit.consume(
        request, app="allauth.account", action="reauthenticate", user=person
    ):
        return too_many(request)
    form = LeaveForm(request, person, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            return _left(request, person, keep=form.cleaned_data["notes"] == "keep")
        except Refused as refused:
            form.add_error(None, refused.message)
    return _leave_page(request, person, form)


def _ask_second_factor(request: HttpRequest) -> None:
    from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required

    raise_if_reauthentication_required(request, app="allauth.account")


def _left(request: HttpRequest, person: User, *, keep: bool) -> HttpResponse:
    close_account(person, keep=keep, by=person)
    logout(request)
    erase_closed.enqueue(person.pk)
    messages.success(
        request,
        _("Your account is deleted. What you wrote is without your name in a few minutes.")
        if keep
        else _("Your account is deleted. What you wrote is gone in a few minutes."),
    )
    return redirect("articles")


def _leave_page(request: HttpRequest, person: User, form: LeaveForm) -> HttpResponse:
    context = {
        "form": form,
        "person": person,
        "count": Annotation.objects.filter(author=person).count(),
        "is_last_owner": is_last_owner(person),
    }
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "accounts/delete.html", context, status=status)


def _sign_in(request: HttpRequest) -> HttpResponse:
    return redirect(f"{reverse('account_login')}?{urlencode({'next': request.path})}")
