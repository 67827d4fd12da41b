"""Pages on which a person says what comes by mail: all kinds at once, or one from its mail."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ncr.accounts.models import User, is_member, member
from ncr.accounts.muting import (
    choose_kinds,
    kinds_for,
    mail_address,
    mute,
    read_off_token,
    wanted_kinds,
    wants_mail,
)

FORM_METHODS = require_http_methods(["GET", "HEAD", "POST"])


class KindsForm(forms.Form):
    """One box for each kind of notice that somebody can get: whether it comes by mail."""

    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("By mail I want"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, person: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(kind.value, kind.label) for kind in kinds_for(person)]
        self.fields["kinds"].choices = offered  # type: ignore[attr-defined]


@never_cache
@FORM_METHODS
def notice_choices(request: HttpRequest) -> HttpResponse:
    """Which kinds of notices come by mail; the anonymous are sent to sign in."""
    if not is_member(request.user):
        return redirect_to_sign_in(request)
    person = member(request)
    form = KindsForm(person, request.POST if request.method == "POST" else None)
    if form.is_valid():
        choose_kinds(person, form.cleaned_data["kinds"])
        messages.success(request, _("Saved."))
        return redirect("notice_choices")
    return _choices_page(request, person, form)


def _choices_page(request: HttpRequest, person: User, form: KindsForm) -> HttpResponse:
    form.initial = {"kinds": wanted_kinds(person)}
    context: dict[str, Any] = {"form": form, "address": mail_address(person)}
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "accounts/notice_choices.html", context, status=status)


def redirect_to_sign_in(request: HttpRequest) -> HttpResponse:
    """To sign in, and from there back to the page (to the inbox for what was only to be sent)."""
    back = request.get_full_path() if request.method in ("GET", "HEAD") else reverse("notices")
    return redirect(f"{reverse('account_login')}?{urlencode({'next': back})}")


@csrf_exempt  # the token is the permission, and a mail program has no other (RFC 8058, 3.2)
@never_cache
@FORM_METHODS
def notices_off(request: HttpRequest, token: str) -> HttpResponse:
    """GET shows what would be switched off and a button; POST does it, without signing in.

    Mail programs look at links, so a GET changes nothing. A POST never redirects (RFC 8058, 3.1).
    """
    found = read_off_token(token)
    if found is None:
        raise Http404
    person, kind = found
    if request.method == "POST":
        mute(person, kind)
    context = {"kind": kind.label, "is_off": not wants_mail(person, kind)}
    return TemplateResponse(request, "accounts/notices_off.html", context)
