"""Removing all that somebody wrote, and bringing it back, in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from annotations import sweeping
from annotations.admin.sanctions import ReasonForm, RuleForm, person_for
from annotations.models import ModerationEntry
from annotations.sweeping import Swept
from ncr.accounts.models import User, member
from ncr.refusals import Refused


def sweep_view(admin: ModelAdmin[User], request: HttpRequest, pk: int) -> HttpResponse:
    """Asks why, then removes all that somebody wrote; what there was no time for is offered."""
    person, by = person_to_decide(request, pk)
    begun = request.POST.get("wave", "") or request.GET.get("wave", "")
    wave = _wave(person, begun) if begun else None
    form = None if wave else RuleForm(request.POST or None, label_suffix="")
    try:
        if request.method == "POST" and wave:
            return _said(request, person, wave, sweeping.go_on(wave, person, by=by))
        if form is not None and form.is_valid():
            return _said(request, person, *sweeping.sweep(person, by=by, **form.cleaned_data))
    except Refused as refused:
        if form is None:
            messages.error(request, refused.message)
            return redirect("admin:accounts_user_sanctions", person.pk)
        form.refuse(refused)
    count = sweeping.written_by(person, by).count()
    context = {
        "title": _("Remove all they wrote?"),
        "question": ngettext(
            "%(count)d annotation is taken from everyone’s sight. It can be brought back.",
            "%(count)d annotations are taken from everyone’s sight. They can be brought back.",
            count,
        )
        % {"count": count},
        "button": _("Go on") if wave else _("Remove all they wrote"),
        "wave": wave,
        "form": form,
    }
    return asked_page(admin, request, person, context)


def bring_back_view(
    admin: ModelAdmin[User], request: HttpRequest, pk: int, wave: int
) -> HttpResponse:
    """Asks why, then brings back what one wave removed."""
    person, by = person_to_decide(request, pk)
    found = _wave(person, str(wave))
    form = ReasonForm(request.POST or None, label_suffix="")
    if form.is_valid():
        try:
            swept = sweeping.bring_back(found, person, by=by, reason=form.cleaned_data["reason"])
            _say(request, swept)
            if not swept.left:  # or else it is asked about again, with the reason that was typed
                return redirect("admin:accounts_user_sanctions", person.pk)
        except Refused as refused:
            form.refuse(refused)
    count = len(sweeping.removed_in(found, person))
    context = {
        "title": _("Bring back what was removed?"),
        "question": ngettext(
            "%(count)d annotation is shown again.", "%(count)d annotations are shown again.", count
        )
        % {"count": count},
        "button": _("Bring it back"),
        "form": form,
    }
    return asked_page(admin, request, person, context)


def person_to_decide(request: HttpRequest, pk: int) -> tuple[User, User]:
    """The person and who decides about them; 403 or 404 for who may not."""
    person, may = person_for(request, pk)
    if not may:
        raise PermissionDenied
    return person, member(request)


def _wave(person: User, given: str) -> ModerationEntry:
    waves = {str(one.pk): one for one in sweeping.waves_of(person)}
    if given not in waves:
        raise Http404
    return waves[given]


def _said(request: HttpRequest, person: User, wave: ModerationEntry, swept: Swept) -> HttpResponse:
    _say(request, swept)
    if swept.left:
        address = redirect("admin:accounts_user_sweep", person.pk)
        address["Location"] += f"?wave={wave.pk}"
        return address
    return redirect("admin:accounts_user_sanctions", person.pk)


def _say(request: HttpRequest, swept: Swept) -> None:
    done = ngettext("%d annotation: done.", "%d annotations: done.", swept.done)
    messages.success(request, done % swept.done)
    for why in dict.fromkeys(swept.refused):
        messages.warning(request, why)
    if swept.left:
        text = ngettext(
            "There was no time for %d. Go on with it here.",
            "There was no time for %d. Go on with them here.",
            swept.left,
        )
        messages.warning(request, text % swept.left)


def asked_page(
    admin: ModelAdmin[User], request: HttpRequest, person: User, context: dict[str, Any]
) -> HttpResponse:
    """Asks about a person; `context` has title, question, button and form."""
    form = context["form"]
    everything = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "person": person,
        **context,
    }
    status = 422 if form is not None and form.errors else 200
    return TemplateResponse(request, "admin/accounts/sweep.html", everything, status=status)
