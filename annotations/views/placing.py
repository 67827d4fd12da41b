"""The page of a note's place: seen by who may read the note, decided by who may decide it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from annotations.forms import PlaceForm
from annotations.models import Annotation
from annotations.passages import located
from annotations.reading.gates import annotation_for
from annotations.reading.place import Place, choices_in, place_of
from annotations.reviewing import check_may_review, confirm, leave, may_review, place_again
from annotations.views.gated import private
from annotations.views.writing import FORM_METHODS, signed_out
from articles.models import Block
from ncr.accounts.models import is_member, member
from ncr.refusals import Refused

CONFIRM, LEAVE = "confirm", "leave"


@FORM_METHODS
def place(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Where a note stands, and for who may decide it the forms; 403 for others who send one."""
    found = annotation_for(request.user, uuid)
    standing = place_of(found)
    if standing is None:
        raise Http404
    if request.method != "POST":
        form = PlaceForm(initial=request.GET.dict())
        return _page(request, found, standing, form)
    if not is_member(request.user):
        return signed_out(request, _("Its place"), found.thread.article)
    form = PlaceForm(request.POST)
    try:
        _decide(request, found, form)
    except Refused as refused:
        standing = place_of(found) or standing  # as it stands by now
        form.refuse(refused)
        return _page(request, found, standing, form, refused.status)
    if form.errors:
        return _page(request, found, standing, form, 422)
    return redirect("place", found.uuid)


def _decide(request: HttpRequest, found: Annotation, form: PlaceForm) -> None:
    """Does what was pressed; leaves errors in the form where it says too little."""
    by = member(request)
    check_may_review(by, found)
    act = request.POST.get("act", "")
    if not form.is_valid():
        return
    placement = form.cleaned_data["placement"]
    if act == CONFIRM:
        confirm(found, by=by, placement=placement)
    elif act == LEAVE:
        leave(found, by=by, placement=placement)
    elif (passage := form.passage()) is None:
        form.add_error(None, _("Choose a paragraph first."))
    else:
        place_again(found, by=by, passage=passage, placement=placement)


def _page(
    request: HttpRequest, found: Annotation, standing: Place, form: PlaceForm, status: int = 200
) -> HttpResponse:
    may = is_member(request.user) and may_review(member(request), found)
    article = found.thread.article
    given = request.POST if request.method == "POST" else request.GET
    key = given.get("start_key") or given.get("block") or standing.passage.start_key
    context: dict[str, Any] = {
        "annotation": found,
        "article": article,
        "thread": found.thread,
        "place": standing,
        "may": may,
        "form": form,
        "key": key,
    }
    if may:
        context["choices"] = choices_in(article.standing_pk)
        context["paragraph"] = Block.objects.filter(
            revision_id=article.standing_pk, key=key[:12]
        ).first()
        context["selected"] = _selected(found, form)
    return private(TemplateResponse(request, "annotations/place.html", context, status=status))


def _selected(found: Annotation, form: PlaceForm) -> str:
    """The words that were selected in the text, as the server finds them; empty for none."""
    chosen = PlaceForm({name: form[name].value() for name in form.fields})
    chosen.is_valid()
    if not chosen.has_selection:
        return ""
    passage = chosen.passage()
    try:
        return located(found.thread.article, passage).selector.quote if passage else ""
    except Refused:
        return ""
