"""Erasing somebody's account in the admin: a form with a reason, for owners."""

from __future__ import annotations

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations.erasing import close_account
from annotations.logbook import REASON_LIMIT
from annotations.models import Annotation
from annotations.roles import is_owner
from ncr.accounts.models import User, member
from ncr.fields import WordsField
from ncr.refusals import Refused
from ncr.tasks import erase_closed


class EraseForm(forms.Form):
    """What becomes of the notes, and why the account is erased; the log keeps the reason."""

    notes = forms.ChoiceField(
        label=gettext_lazy("What they wrote"),
        choices=[
            ("erase", gettext_lazy("is removed; answers of others stay")),
            ("keep", gettext_lazy("stays, without their name")),
        ],
        widget=forms.RadioSelect,
    )
    reason = WordsField(
        label=gettext_lazy("Reason"),
        max_length=REASON_LIMIT,
        help_text=gettext_lazy(
            "It stays in the log for good: write nothing into it that names the person."
        ),
        widget=forms.TextInput(attrs={"size": 60}),
    )


def erase_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks for a reason, closes the account at once and erases it in the background."""
    if not is_owner(request.user):
        raise PermissionDenied
    by = member(request)
    person = get_object_or_404(User, pk=pk)
    form = EraseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            keep = form.cleaned_data["notes"] == "keep"
            close_account(person, keep=keep, by=by, reason=form.cleaned_data["reason"])
            erase_closed.enqueue(person.pk)
            messages.success(request, _("The account is closed, and erased within minutes."))
            return redirect("admin:accounts_user_changelist")
        except Refused as refused:
            form.add_error(None, refused.message)
    context = {
        **admin.site.each_context(request),
        "title": _("Erase an account"),
        "opts": User._meta,
        "person": person,
        "count": Annotation.objects.filter(author=person).count(),
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "admin/accounts/user/erase.html", context, status=status)
