"""Bringing files in, and the list of one's own imports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from articles.import_forms import BringForm
from articles.import_views.gates import for_importers, number_in, page
from articles.importers.kinds import MAX_OTHER
from articles.importing.beginning import (
    begin_import,
    begin_import_from_web,
    begin_import_of_file,
    start_reading_all,
)
from articles.importing.saying import said_words
from articles.models import Import
from ncr.accounts.models import User, member
from ncr.refusals import Refused

ON_A_PAGE = 30


@require_http_methods(["GET", "HEAD", "POST"])
@for_importers
def imports(request: HttpRequest) -> HttpResponse:
    """The form, and below it one's imports, the newest first.

    What is sent is read at once where that takes a moment. A text that is pasted and refused comes
    back in its field, and so do an address and what stands beside files that cannot be taken.
    """
    by = member(request)
    form = BringForm(request.POST, request.FILES) if request.method == "POST" else BringForm()
    begun: list[Import] = []
    if form.is_valid():
        begun = list(_begin(form, by))
        start_reading_all(begun)
        begun = list(_without_refused_paste(form, begun))
    if begun and not form.errors:
        return _led_on(request, begun)
    return _listed(request, form)


def _begin(form: BringForm, by: User) -> Iterator[Import]:
    """An import for each file, or for what was pasted or named; the form has what is wrong."""
    given = form.cleaned_data
    for file in given["file"]:
        try:
            yield begin_import_of_file(by=by, file=file)
        except Refused as refused:
            form.add_error("file", f"{file.name}: {refused.message}")
    try:
        if given.get("address"):
            yield begin_import_from_web(by=by, address=given["address"].strip())
        elif given["text"].strip():
            data, name = form.pasted()
            yield begin_import(by=by, data=data, filename=name)
    except Refused as refused:
        form.add_error("address" if given.get("address") else "text", refused.message)


def _without_refused_paste(form: BringForm, begun: list[Import]) -> Iterator[Import]:
    """What came of it; a pasted text that was refused stays in its field, and is no import."""
    for one in begun:
        if form.cleaned_data["text"].strip() and one.state == Import.State.REFUSED:
            form.add_error("text", said_words(one.refusal))
            one.delete()
        else:
            yield one


def _led_on(request: HttpRequest, begun: list[Import]) -> HttpResponse:
    if len(begun) == 1:
        return redirect(begun[0])
    words = ngettext("%(n)d file is taken.", "%(n)d files are taken.", len(begun))
    messages.success(request, words % {"n": len(begun)})
    return redirect("imports")


def _listed(request: HttpRequest, form: BringForm) -> HttpResponse:
    own = Import.objects.visible_to(request.user).select_related("article", "collection")
    shown = own.defer("markdown", "warnings", "parts", "facts").order_by("-pk")
    listed = Paginator(shown, ON_A_PAGE).get_page(number_in(request.GET.get("page")))
    context: dict[str, Any] = {
        "form": form,
        "listed": listed,
        "most": MAX_OTHER // 1_000_000,
    }
    return page(request, "imports", context, 422 if form.is_bound else 200)
