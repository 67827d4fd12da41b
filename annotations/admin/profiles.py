"""Taking back what somebody shows of themselves, and giving it back, in the admin."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations.admin.sanctions import ReasonForm, RuleForm
from annotations.admin.sweeping import asked_page, person_to_decide
from annotations.profiles import FIELDS, give_back_profile, take_back_profile, taken_profiles
from ncr.accounts.models import User
from ncr.refusals import Refused

LABELS = {
    "display_name": gettext_lazy("The display name: “%(words)s”"),
    "about": gettext_lazy("The words about them: “%(words)s”"),
}


class ProfileForm(RuleForm):
    """What is taken back, why, and by which rule."""

    taken = forms.MultipleChoiceField(
        label=gettext_lazy("What is taken back"), widget=forms.CheckboxSelectMultiple
    )
    field_order = ("taken", "rule", "reason")

    def __init__(self, person: User, sent: Any) -> None:
        super().__init__(sent, label_suffix="")
        chosen: Any = self.fields["taken"]
        chosen.choices = [
            (name, LABELS[name] % {"words": getattr(person, name)})
            for name in FIELDS
            if getattr(person, name)
        ]


def take_profile_view(admin: ModelAdmin[User], request: HttpRequest, pk: int) -> HttpResponse:
    """Asks what is taken back and why, and takes it; the person is told."""
    person, by = person_to_decide(request, pk)
    form = ProfileForm(person, request.POST or None)
    if form.is_valid():
        given = form.cleaned_data
        try:
            take_back_profile(
                person,
                by=by,
                fields=given["taken"],
                reason=given["reason"],
                rule=given["rule"],
            )
            messages.success(request, _("Done; the person is told."))
            return redirect("admin:accounts_user_sanctions", pk)
        except Refused as refused:
            form.refuse(refused)
    context = {
        "title": _("Take back the name or the words about them?"),
        "question": _(
            "Nobody reads it any more; instead of the name the user name stands. It can be given"
            " back, and the person may choose other words."
        ),
        "button": _("Take it back"),
        "form": form,
    }
    return asked_page(admin, request, person, context)


def give_profile_view(
    admin: ModelAdmin[User], request: HttpRequest, pk: int, decision: int
) -> HttpResponse:
    """Asks why, and gives back what one decision took."""
    person, by = person_to_decide(request, pk)
    found = next((one for one in taken_profiles(person) if one.pk == decision), None)
    if found is None:
        raise Http404
    form = ReasonForm(request.POST or None, label_suffix="")
    if form.is_valid():
        try:
            give_back_profile(found, by=by, reason=form.cleaned_data["reason"])
            messages.success(request, _("Done; the person is told."))
            return redirect("admin:accounts_user_sanctions", pk)
        except Refused as refused:
            form.refuse(refused)
    context = {
        "title": _("Give back what the profile showed?"),
        "question": " ".join(f"“{words}”" for words in (found.profile or {}).values()),
        "button": _("Give it back"),
        "form": form,
    }
    return asked_page(admin, request, person, context)
