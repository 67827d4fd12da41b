"""A decision about somebody, with the form to object: for them, and for those who moderate it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations import appealing
from annotations.forms import RefusableForm
from annotations.reading.decided import decided_for
from annotations.views.gated import private
from annotations.views.writing import FORM_METHODS
from ncr.accounts.choices import redirect_to_sign_in
from ncr.accounts.models import User, is_member, member
from ncr.accounts.suspended import suspended_person
from ncr.refusals import Refused


class AppealForm(RefusableForm):
    """What is wrong with a decision."""

    text = forms.CharField(
        label=gettext_lazy("What is wrong with the decision"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
        help_text=gettext_lazy("At most 4,000 characters. A moderator reads it, and answers you."),
    )


@FORM_METHODS
def decision(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What was decided and why; POST objects, once. 404 for whom it does not concern.

    Who may not sign in for a time proves who they are at the page to sign in, and comes from there.
    """
    reader = _reader(request)
    if reader is None and request.method != "POST":
        return private(redirect_to_sign_in(request))
    found = decided_for(reader, uuid) if reader else None
    form = AppealForm(request.POST if request.method == "POST" else None, label_suffix="")
    if found is None and reader is None:
        return _page(request, {"form": form, "is_signed_out": True}, 401)
    if found is None or reader is None:
        raise Http404
    if form.is_bound and form.is_valid():
        try:
            appealing.appeal(found.decision, by=reader, text=form.cleaned_data["text"])
            messages.success(request, _("Your objection is with the moderators. You will be told."))
            return redirect("decision", uuid=uuid)
        except Refused as refused:
            form.refuse(refused)
            return _page(request, {"one": found, "form": form}, refused.status)
    return _page(request, {"one": found, "form": form}, 422 if form.errors else 200)


def _reader(request: HttpRequest) -> User | None:
    return member(request) if is_member(request.user) else suspended_person(request)


def _page(request: HttpRequest, context: dict[str, Any], status: int) -> HttpResponse:
    name = "annotations/decision.html"
    return private(TemplateResponse(request, name, context, status=status))
