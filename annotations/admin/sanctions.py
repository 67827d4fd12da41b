"""Sanctions in the admin: what was decided about a person, a form to decide more, and lifting."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations.admin.record import record_of
from annotations.logbook import REASON_LIMIT
from annotations.profiles import taken_profiles
from annotations.reading.sanctions import meaning, sanctions_shown
from annotations.roles import is_owner
from annotations.sanctioning import lift, may_sanction, sanction
from annotations.sweeping import removed_in, waves_of
from annotations.visibility import is_moderator
from articles.models import SiteRule
from ncr.accounts.models import Sanction, User, member
from ncr.fields import WordsField
from ncr.refusals import Refused

LAST_YEAR = 9000  # beyond it not every calendar goes


class ReasonForm(forms.Form):
    """Why; the person reads it."""

    reason = WordsField(
        label=gettext_lazy("Reason"),
        max_length=REASON_LIMIT,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("The person reads it. At most 300 characters."),
    )

    def refuse(self, refused: Refused) -> None:
        """Shows the refusal where it belongs, leaving what was typed in place."""
        self.add_error(refused.field if refused.field in self.fields else None, refused.message)


class RuleForm(ReasonForm):
    """Why, and by which rule of the site."""

    rule = forms.ModelChoiceField(
        label=gettext_lazy("Rule of the site"),
        queryset=SiteRule.objects.none(),
        required=False,
        empty_label=gettext_lazy("No rule in particular"),
        to_field_name="number",
    )
    field_order: tuple[str, ...] = ("rule", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rules: Any = self.fields["rule"]
        rules.queryset = SiteRule.objects.filter(retired_at=None)


class SanctionForm(RuleForm):
    """Which sanction, until when, and by which rule."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Sanction"),
        choices=[
            (
                Sanction.Kind.WARNING,
                gettext_lazy("Warning: they write again when they have said that they read it"),
            ),
            (Sanction.Kind.HOLD, gettext_lazy("Hold: what they write waits for a moderator")),
            (Sanction.Kind.SILENCE, gettext_lazy("Silence: they read, and cannot write")),
            (Sanction.Kind.SUSPEND, gettext_lazy("Suspend: they cannot sign in")),
        ],
        widget=forms.RadioSelect,
    )
    until = forms.DateField(
        label=gettext_lazy("Until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("To the end of this day; left empty, until it is lifted."),
    )
    field_order = ("kind", "until", "rule", "reason")

    def clean_until(self) -> datetime | None:
        """The last second of the day, in the time zone of the site."""
        day = self.cleaned_data["until"]
        if day is None:
            return None
        if day.year > LAST_YEAR:
            raise forms.ValidationError(_("This day is too far off."))
        return timezone.make_aware(datetime.combine(day, time(23, 59, 59)))


def sanctions_view(admin: ModelAdmin[User], request: HttpRequest, pk: int) -> HttpResponse:
    """What a person is sanctioned with and was, with a form for those who may decide."""
    person, may = person_for(request, pk)
    form = SanctionForm(request.POST if request.method == "POST" else None, label_suffix="")
    if form.is_bound and not may:
        raise PermissionDenied
    told: list[str] = []
    if form.is_valid():
        given = form.cleaned_data
        told = _told(given)
        if "look" not in request.POST:
            try:
                sanction(person, **given, by=member(request))
                messages.success(request, _("Done; the person is told."))
                return redirect("admin:accounts_user_sanctions", pk)
            except Refused as refused:
                form.refuse(refused)
    listed = sanctions_shown(person)
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": _("Sanctions of %(name)s") % {"name": person},
        "person": person,
        "record": record_of(person),
        "form": form if may else None,
        "told": told,
        "active": [one for one in listed if one.is_active],
        "past": [one for one in listed if not one.is_active],
        "may": may,
        "taken": taken_profiles(person),
        "waves": [(one, len(removed_in(one, person))) for one in waves_of(person)],
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "admin/accounts/sanctions.html", context, status=status)


def lift_view(admin: ModelAdmin[User], request: HttpRequest, pk: int, uuid: UUID) -> HttpResponse:
    """Asks for a reason, then ends a sanction."""
    person, may = person_for(request, pk)
    if not may:
        raise PermissionDenied
    found = Sanction.objects.filter(uuid=uuid, person=person).first()
    if found is None:
        raise Http404
    form = ReasonForm(request.POST if request.method == "POST" else None, label_suffix="")
    if form.is_valid():
        try:
            lift(found, by=member(request), reason=form.cleaned_data["reason"])
            messages.success(request, _("It is lifted; the person is told."))
            return redirect("admin:accounts_user_sanctions", pk)
        except Refused as refused:
            form.refuse(refused)
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": _("Lift this sanction?"),
        "person": person,
        "sanction": found,
        "words": meaning(found.kind, found.until),
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "admin/accounts/lift.html", context, status=status)


def person_for(request: HttpRequest, pk: int) -> tuple[User, bool]:
    """The person, for moderators and owners of the site; and whether they decide about them."""
    by = member(request)
    if not (is_moderator(by) or is_owner(by)):
        raise PermissionDenied
    person = User.objects.filter(pk=pk, is_sample=False).first()
    if person is None:
        raise Http404
    return person, may_sanction(by, person)


def _told(given: dict[str, Any]) -> list[str]:
    """What the person will read, line by line."""
    rule = given["rule"]
    lines = [f"{meaning(given['kind'], given['until'])}."]
    if rule:
        lines.append(
            _("Rule %(number)s, %(title)s.") % {"number": rule.number, "title": rule.title}
        )
    return [*lines, given["reason"]]
