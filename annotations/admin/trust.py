"""Setting how far somebody is trusted, and letting it grow again."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations.logbook import REASON_LIMIT
from annotations.trusting import let_grow, may_set_trust, set_trust
from ncr.accounts.models import User, member
from ncr.fields import WordsField
from ncr.refusals import Refused

GROWS = "grows"
WHAT = {
    GROWS: gettext_lazy("It grows and falls by what they read and write"),
    User.Trust.NEW: gettext_lazy("New: half as many writes a minute, few links"),
    User.Trust.MEMBER: gettext_lazy("Member"),
    User.Trust.TRUSTED: gettext_lazy(
        "Trusted: twice as many writes a minute, held only by rules that name an article, a topic"
        " or them"
    ),
}


class TrustForm(forms.Form):
    """How far somebody is trusted from now on, and why."""

    trust = forms.ChoiceField(
        label=gettext_lazy("Trust"), choices=list(WHAT.items()), widget=forms.RadioSelect
    )
    reason = WordsField(
        label=gettext_lazy("Reason"),
        max_length=REASON_LIMIT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("It stands in the log of the site."),
    )


def trust_view(admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """Shows and sets the trust of a person; for moderators of the site and owners."""
    if not may_set_trust(request.user):
        raise PermissionDenied
    person = User.objects.filter(pk=pk, is_sample=False).first()
    if person is None:
        raise Http404
    now = person.trust if person.trust_is_fixed else GROWS
    form = TrustForm(request.POST or None, initial={"trust": now}, label_suffix="")
    address = reverse("admin:accounts_user_trust", args=[person.pk])
    if form.is_valid():
        given = form.cleaned_data
        try:
            if given["trust"] == GROWS:
                let_grow(person, by=member(request), reason=given["reason"])
            else:
                set_trust(person, given["trust"], by=member(request), reason=given["reason"])
            messages.success(request, _("The trust of %(name)s is set.") % {"name": person})
            return redirect(address)
        except Refused as refused:
            form.add_error(refused.field or None, refused.message)
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": _("Trust of %(name)s") % {"name": person},
        "person": person,
        "form": form,
        "now": trust_words(person),
    }
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "admin/accounts/trust.html", context, status=status)


def trust_words(person: User) -> str:
    """How far somebody is trusted, and whether a moderator said so."""
    label = str(User.Trust(person.trust).label)
    return _("%(trust)s, set by a moderator") % {"trust": label} if person.trust_is_fixed else label
