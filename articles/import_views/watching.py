"""The page of one import: how far it is, why it was refused, its review, or where it went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.import_views.gates import for_importers, own_import, page
from articles.import_views.reviewing import reviewed
from articles.importing.beginning import STUCK, cancel_import, read_again, resume_stuck
from articles.importing.reading import BEGUN
from articles.importing.saying import said_words
from articles.models import Article, Import
from ncr.accounts.models import User, member
from ncr.refusals import Refused

State = Import.State


@require_safe
@for_importers
def bringing(request: HttpRequest, pk: int) -> HttpResponse:
    """What there is to say of an import by its state; four queries but for the review."""
    found = own_import(request, pk)
    if found.state == State.READY:
        return reviewed(request, found)
    if found.state in BEGUN:
        if found.changed_at < timezone.now() - STUCK:
            resume_stuck(timezone.now())
        return page(request, "progress", {"bringing": found, "step": _step_words(found)})
    if found.state == State.DONE:
        return page(request, "done", {"bringing": found, **_where(request, found)})
    context = {"bringing": found, "why": said_words(found.refusal)}
    return page(request, "refused", context)


def _step_words(found: Import) -> str:
    """How far the reading is, in the parts that the file has."""
    if not found.total:
        return _("It waits to be read.") if found.state == State.WAITING else _("It is being read.")
    suffix = PurePath(found.filename).suffix.lower()
    words = {
        ".pdf": _("Page %(done)d of %(all)d"),
        ".epub": _("Chapter %(done)d of %(all)d"),
    }.get(suffix, _("Part %(done)d of %(all)d"))
    return words % {"done": found.read, "all": found.total}


def _where(request: HttpRequest, found: Import) -> dict[str, Any]:
    """Where its text is now, for who may read it there."""
    readable = Article.objects.visible_to(request.user).filter(pk=found.article_id or 0)
    draft = found.article.revisions.filter(published_at=None) if found.article else None
    return {
        "is_read": readable.exists(),
        "has_draft": draft is not None and draft.exists(),
        "works": request.user.is_staff,
    }


@require_POST
@for_importers
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Stops the reading."""
    return _done(request, own_import(request, pk), cancel_import, _("It is cancelled."))


@dataclass(frozen=True)
class Asked:
    """What is asked once more before it is done."""

    title: Any
    text: Any
    button: Any
    verb: Callable[..., Import]
    done: Any
    is_danger: bool = False


ASKED = {
    "throw-away": Asked(
        gettext_lazy("Throw this import away?"),
        gettext_lazy("The file, what was found in it and all that you corrected go."),
        gettext_lazy("Throw away"),
        cancel_import,
        gettext_lazy("It is thrown away."),
        is_danger=True,
    ),
    "again": Asked(
        gettext_lazy("Read the file again?"),
        gettext_lazy("All that you corrected goes, and the file is read once more from its start."),
        gettext_lazy("Read the file again"),
        read_again,
        "",
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_importers
def ask(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """Asks once more, then throws an import away or reads its file again."""
    asked, found = ASKED.get(act), own_import(request, pk)
    if asked is None:
        raise Http404
    if request.method == "POST":
        return _done(request, found, asked.verb, asked.done)
    if found.state != State.READY:
        return redirect(found)
    return page(request, "ask", {"bringing": found, "asked": asked})


def _done(
    request: HttpRequest, found: Import, verb: Callable[..., Import], words: Any
) -> HttpResponse:
    by: User = member(request)
    try:
        verb(found, by=by)
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect(found)
    if words:
        messages.success(request, str(words))
        return redirect("imports")
    return redirect(found)
