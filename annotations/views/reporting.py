"""Reporting something to the moderators: a page, and its form alone for a page that is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from annotations import reporting
from annotations.forms import ReportForm
from annotations.models import Annotation
from annotations.pace import address_of, check_address
from annotations.quality import mark, told_words, unmark
from annotations.queueing import shown_of
from annotations.reading.gates import annotation_for, place_for
from annotations.reading.people import shown_person
from annotations.reading.reported import came_of
from annotations.topics.dossier import topic_for
from annotations.views.gated import private
from annotations.views.kept import kept
from annotations.views.writing import FORM_METHODS, is_fragment, signed_out
from articles.sanitising import trusted_from_storage
from ncr.accounts.choices import redirect_to_sign_in
from ncr.accounts.models import is_member, member
from ncr.refusals import SIGN_IN_FIRST, Conflict, NotAllowed, Refused

UNSIGNED_A_MINUTE = 5  # reports from one address


@dataclass(frozen=True)
class Place:
    """What is reported, as the page shows it, and where one came from."""

    subject: reporting.Subject
    crumb: str
    back: str  # words of the link back
    author: str = ""
    html: str = ""

    @property
    def shown(self) -> str:
        return shown_of(self.subject)


@FORM_METHODS
def report(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A form to say what is wrong; whoever reported it before learns what came of that."""
    try:
        found = annotation_for(request.user, uuid)
    except Http404:
        return _not_shown(request, uuid)
    thread = found.thread
    place = Place(
        found,
        _("%(title)s, note %(label)s") % {"title": thread.article.title, "label": thread.label},
        _("Back to the thread"),
        str(found.author or _("Somebody who left")),
        trusted_from_storage(found.body_html),
    )
    if is_member(request.user):
        return _report(request, place)
    if settings.UNSIGNED_REPORTS:
        return _report_unsigned(request, place, found)
    return signed_out(request, _("Report"), thread.article)


@FORM_METHODS
def report_person(request: HttpRequest, name: str) -> HttpResponse:
    """The same about what somebody shows of themselves: the name and the words about them."""
    found = shown_person(request.user, name)
    return _report_or_sign_in(request, Place(found, str(found), _("Back to the person’s page")))


@FORM_METHODS
def report_topic(request: HttpRequest, slug: str) -> HttpResponse:
    """The same about a topic: its name and its description."""
    found = topic_for(request.user, slug)
    if found is None:
        raise Http404
    return _report_or_sign_in(request, Place(found, found.name, _("Back to the topic")))


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


def _report_or_sign_in(request: HttpRequest, place: Place) -> HttpResponse:
    if is_member(request.user):
        return _report(request, place)
    if request.method == "POST":
        return kept(request, str(SIGN_IN_FIRST), 401)
    return private(redirect_to_sign_in(request))


def _report(request: HttpRequest, place: Place) -> HttpResponse:
    by = member(request)
    try:
        reporting.check_not_own(place.subject, by)
    except NotAllowed as refused:
        return kept(request, refused.message, refused.status, False)
    if request.method == "POST" and "take_back" in request.POST:
        return _take_back(request, place)
    before = reporting.reported_by(by, place.subject)
    if before is not None:
        may = before.decided_at is None
        return _page(request, place, {"told": came_of(before), "may_take_back": may})
    form = ReportForm(request.POST if request.method == "POST" else None, label_suffix="")
    if form.is_valid():
        try:
            reporting.report(place.subject, by=by, **form.cleaned_data)
            return redirect(request.path)
        except Refused as refused:
            form.refuse(refused)
            return _page(request, place, {"form": form}, refused.status)
    return _page(request, place, {"form": form}, 422 if form.is_bound else 200)


def _report_unsigned(request: HttpRequest, place: Place, found: Annotation) -> HttpResponse:
    """A visitor's report, on the page alone; of whom it came, only its address tells."""
    if is_fragment(request):
        return private(HttpResponse(status=204))
    form = ReportForm(request.POST if request.method == "POST" else None, label_suffix="")
    if form.is_valid():
        try:
            check_address(request, "report", UNSIGNED_A_MINUTE)
            reporting.report_unsigned(found, address=address_of(request), **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
            return _page(request, place, {"form": form}, refused.status)
        return _page(request, place, {"told": _("Thank you. Moderators will look at it.")})
    return _page(request, place, {"form": form}, 422 if form.is_bound else 200)


def _take_back(request: HttpRequest, place: Place) -> HttpResponse:
    try:
        reporting.take_back(place.subject, by=member(request))
    except Conflict as refused:
        return kept(request, refused.message, refused.status, False)
    messages.success(request, _("Your report is taken back."))
    return redirect(place.subject)


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
    request: HttpRequest, place: Place, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    subject = place.subject
    api = ""
    if isinstance(subject, Annotation) and is_member(request.user):
        api = reverse("api:report", args=[subject.uuid])
    page = {
        "place": place,
        "api": api,
        "action": request.path,
        **context,
    }
    template = "annotations/_report.html" if is_fragment(request) else "annotations/report.html"
    return private(TemplateResponse(request, template, page, status=status))
