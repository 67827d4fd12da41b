"""What else can be done with one annotation: react, resolve, reopen, and the way to all the rest.

Pages of their own; with the header `X-Fragment: 1` only their middle, for a page that is open.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from annotations import annotating, reacting
from annotations.forms import ResolveForm
from annotations.models import Annotation, QualityMark, Report, Thread
from annotations.quality import marks_of
from annotations.reading.gates import annotation_for, thread_for
from annotations.reading.reacted import kinds_of, reacted_to
from annotations.views.gated import private
from annotations.views.kept import kept
from annotations.views.writing import FORM_METHODS, is_fragment, signed_out
from articles.sanitising import trusted_from_storage
from ncr.accounts.models import is_member, member
from ncr.refusals import NotAllowed, Refused


@require_safe
def acts(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """All that this reader can do with an annotation, and who reacted to it."""
    return _acts_page(request, annotation_for(request.user, uuid))


@FORM_METHODS
def react(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Who reacted, and the buttons; POST says a word (`on=agree`) or takes it back (`off`)."""
    found = annotation_for(request.user, uuid)
    if request.method != "POST":
        return _acts_page(request, found)
    if not is_member(request.user):
        return signed_out(request, _("React"), found.thread.article)
    kind = request.POST.get("on") or request.POST.get("off", "")
    try:
        reacting.react(found, by=member(request), kind=kind, on="on" in request.POST)
    except Refused as refused:
        return kept(request, refused.shown, refused.status, False)
    return redirect(found)


@FORM_METHODS
def resolve(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A form for why a thread is settled."""
    thread = thread_for(request.user, uuid)
    if not is_member(request.user):
        return signed_out(request, _("Resolve"), thread.article)
    form = ResolveForm(request.POST if request.method == "POST" else None, label_suffix="")
    if form.is_valid():
        try:
            annotating.resolve(thread, by=member(request), reason=form.cleaned_data["reason"])
            return redirect(thread)
        except Refused as refused:
            form.refuse(refused)
            return _settling_page(request, thread, "resolve", form, refused.status)
    try:
        annotating.check_may_settle(member(request), thread)
    except NotAllowed as refused:
        return kept(request, refused.message, refused.status, False)
    return _settling_page(request, thread, "resolve", form, 422 if form.is_bound else 200)


@FORM_METHODS
def reopen(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Asks once, then marks a settled thread as open again."""
    thread = thread_for(request.user, uuid)
    if not is_member(request.user):
        return signed_out(request, _("Reopen"), thread.article)
    try:
        annotating.check_may_settle(member(request), thread)
        if request.method == "POST":
            annotating.reopen(thread, by=member(request))
            return redirect(thread)
    except Refused as refused:
        return kept(request, refused.shown, refused.status, False)
    return _settling_page(request, thread, "reopen", None)


def _settling_page(
    request: HttpRequest, thread: Thread, act: str, form: ResolveForm | None, status: int = 200
) -> HttpResponse:
    is_resolving = act == "resolve"
    context = {
        "thread": thread,
        "article": thread.article,
        "form": form,
        "action": request.path,
        "api": reverse(f"api:{act}", args=[thread.uuid]),
        "heading": _("Resolve") if is_resolving else _("Reopen"),
        "submit": _("Mark as resolved") if is_resolving else _("Open it again"),
    }
    name = "_settle" if is_fragment(request) else "settle"
    return private(TemplateResponse(request, f"annotations/{name}.html", context, status=status))


def _marks(found: Annotation, request: HttpRequest) -> list[tuple[str, str, bool]]:
    """What one can tell its author, each with whether one did."""
    mine = marks_of(found, member(request)) if is_member(request.user) else set()
    return [(kind.value, str(kind.label), kind in mine) for kind in QualityMark.Kind]


def _reasons(request: HttpRequest) -> list[Report.Reason]:
    """The reasons for which one press reports; who reports without an account says more."""
    if settings.UNSIGNED_REPORTS and not is_member(request.user):
        return []
    return [one for one in Report.Reason if one != Report.Reason.OTHER]


def _acts_page(request: HttpRequest, found: Annotation) -> HttpResponse:
    thread = found.thread
    is_own = request.user.is_authenticated and found.author_id == request.user.pk
    may_answer = is_member(request.user) and found.is_readable and not thread.is_locked
    reacted = kinds_of(reacted_to([found.pk], request.user)[found.pk])
    context: dict[str, Any] = {
        "annotation": found,
        "thread": thread,
        "article": thread.article,
        "said_html": trusted_from_storage(found.body_html),
        "reacted": reacted,
        "has_reactions": any(one.count for one in reacted),
        "is_own": is_own,
        "may_answer": may_answer,
        "may_react": may_answer and not is_own,
        "may_edit": is_own and is_member(request.user) and not thread.is_locked,
        "may_settle": (
            found.is_opening
            and is_member(request.user)
            and annotating.may_settle(member(request), thread)
        ),
        "has_topics": found.assignments.exists(),
        "may_report": not is_own and found.is_readable,
        "marks": _marks(found, request) if not is_own and found.is_readable else [],
        "reasons": _reasons(request) if not is_own and found.is_readable else [],
    }
    name = "_acts" if is_fragment(request) else "acts"
    return private(TemplateResponse(request, f"annotations/{name}.html", context))
