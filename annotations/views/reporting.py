"""Reporting something to the moderators: a page, and its form alone for a page that is open."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from annotations import moderating
from annotations.forms import ReportForm
from annotations.models import Annotation
from annotations.quality import mark, told_words, unmark
from annotations.reading.gates import annotation_for, place_for
from annotations.reading.reported import came_of
from annotations.views.gated import private
from annotations.views.kept import kept
from annotations.views.writing import FORM_METHODS, is_fragment, signed_out
from articles.sanitising import trusted_from_storage
from ncr.accounts.models import is_member, member
from ncr.refusals import Conflict, Refused


@FORM_METHODS
def report(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A form to say what is wrong; whoever reported it before learns what came of that."""
    try:
        found = annotation_for(request.user, uuid)
    except Http404:
        return _not_shown(request, uuid)
    if not is_member(request.user):
        return signed_out(request, _("Report"), found.thread.article)
    by = member(request)
    if found.author_id == by.pk:
        return kept(request, _("This is your own; you can edit or withdraw it."), 403, False)
    if request.method == "POST" and "take_back" in request.POST:
        return _take_back(request, found)
    before = moderating.reported_by(by, found)
    if before is not None:
        may = before.decided_at is None
        return _page(request, found, {"told": came_of(before), "may_take_back": may})
    form = ReportForm(request.POST if request.method == "POST" else None, label_suffix="")
    if not form.is_bound:
        return _page(request, found, {"form": form})
    if form.is_valid():
        try:
            moderating.report(found, by=by, **form.cleaned_data)
            return redirect("report", found.uuid)
        except Refused as refused:
            form.refuse(refused)
            return _page(request, found, {"form": form}, refused.status)
    return _page(request, found, {"form": form}, 422)


@require_POST
def quality(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Tells its author one thing (`mark=unclear`), or takes that back (`unmark`)."""
    found = annotation_for(request.user, uuid)
    if not is_member(request.user):
        return signed_out(request, _("Tell its author"), found.thread.article)
    by = member(request)
    if "unmark" in request.POST:
        unmark(found, by=by, kind=request.POST["unmark"])
        messages.success(request, _("It is taken back."))
        return redirect(found)
    try:
        mark(found, by=by, kind=request.POST.get("mark", ""))
    except Refused as refused:
        return kept(request, refused.message, refused.status, False)
    messages.success(request, told_words())
    return redirect(found)


def _take_back(request: HttpRequest, found: Annotation) -> HttpResponse:
    try:
        moderating.take_back(found, by=member(request))
    except Conflict as refused:
        return kept(request, refused.message, refused.status, False)
    messages.success(request, _("Your report is taken back."))
    return redirect(found)


def _not_shown(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """410 where something stood that was withdrawn or hidden since; 404 for all else."""
    try:
        place_for(request.user, uuid)
    except Http404:
        if request.method == "POST" and request.POST.get("text"):
            return kept(request, _("What you report is not there (any more)."), 404, False)
        raise
    message = _("This is not shown any more: it was withdrawn or hidden. Nothing was reported.")
    return kept(request, message, 410, False)


def _page(
    request: HttpRequest, found: Annotation, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    page = {
        "annotation": found,
        "article": found.thread.article,
        "said_html": trusted_from_storage(found.body_html),
        "api": reverse("api:report", args=[found.uuid]),
        "action": request.path,
        **context,
    }
    template = "annotations/_report.html" if is_fragment(request) else "annotations/report.html"
    return private(TemplateResponse(request, template, page, status=status))
