"""One piece of an import is corrected; one comes back to its row.

What cannot be done is said on the piece's own page, with what was typed; there it is 409 where the
piece was changed in another window, and stands there as it is now.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from articles.import_forms import PieceForm
from articles.import_views.gates import for_importers, number_in, own_import, page
from articles.import_views.reviewing import back_to, choices
from articles.importing import changing, correcting
from articles.importing.reading import piece_of
from articles.importing.showing import Review, Row
from articles.models import Import, ImportPiece
from ncr.accounts.models import User, member
from ncr.refusals import Conflict, Refused

Act = Callable[[Import, int, User, QueryDict], ImportPiece]


def _kind(found: Import, pk: int, by: User, sent: QueryDict) -> ImportPiece:
    choice, seen = sent.get("choice", ""), sent.get("seen", "")
    return correcting.set_kind(found, pk, by=by, choice=choice, seen=seen)


def _join(found: Import, pk: int, by: User, sent: QueryDict) -> ImportPiece:
    seen, next_seen = sent.get("seen", ""), sent.get("next_seen", "")
    return correcting.join_with_next(found, pk, by=by, seen=seen, next_seen=next_seen)


def _words(found: Import, pk: int, by: User, sent: QueryDict) -> ImportPiece:
    """Other words; in what can be split, a blank line splits."""
    words, seen = changing.cleaned(sent.get("words", "")), sent.get("seen", "")
    row = found.pieces.filter(pk=pk).first()
    can_split = row is not None and piece_of(row).kind in changing.SAID
    if can_split and changing.BLANK.search(words.strip()):
        return correcting.split(found, pk, by=by, words=words, seen=seen)[0]
    return correcting.rewrite(found, pk, by=by, words=words, seen=seen)


def _of_one(verb: Callable[..., ImportPiece]) -> Act:
    return lambda found, pk, by, sent: verb(found, pk, by=by, seen=sent.get("seen", ""))


ACTS: dict[str, Act] = {
    "kind": _kind,
    "join": _join,
    "words": _words,
    "leave-out": _of_one(correcting.leave_out),
    "keep": _of_one(correcting.keep),
    "undo": _of_one(correcting.undo),
}


@require_POST
@for_importers
def correct(request: HttpRequest, pk: int, piece: int, act: str) -> HttpResponse:
    """Does one thing to one piece."""
    found, verb = own_import(request, pk), ACTS.get(act)
    if verb is None:
        raise Http404
    try:
        row = verb(found, piece, member(request), request.POST)
    except Refused as refused:
        found.refresh_from_db()
        if found.state != Import.State.READY:
            messages.error(request, refused.message)
            return redirect(found)
        return _piece_page(request, found, piece, refused)
    return redirect(_place_of(found, row, request.POST.get("back", "")))


def _place_of(found: Import, row: ImportPiece, back: str) -> str:
    """The row on the page of the review from which one came.

    Where the filter shows it no more, the one that comes next there has the focus.
    """
    asked = QueryDict(back.removeprefix("?"))
    review = Review(found, show=asked.get("show", ""), number=number_in(asked.get("page")))
    # another window may have taken the row away meanwhile: its place tells which comes next
    later = (one.pk for one in review.chosen if one.row.position >= row.position)
    last = review.chosen[-1].pk if review.chosen else 0
    pk = next(later, last)
    query = back_to(review.show, review.page_of(pk) or 1)
    return f"{found.get_absolute_url()}{query}#{f'piece-{pk}' if pk else 'pieces'}"


@require_safe
@for_importers
def piece(request: HttpRequest, pk: int, piece: int) -> HttpResponse:
    """The page of one piece, on which its words are edited and split."""
    found = own_import(request, pk)
    if found.state != Import.State.READY:
        return redirect(found)
    if not found.pieces.filter(pk=piece).exists():
        raise Http404
    return _piece_page(request, found, piece)


def _piece_page(
    request: HttpRequest, found: Import, pk: int, refused: Refused | None = None
) -> HttpResponse:
    review = Review(found)
    row = next((one for one in review.all if one.pk == pk), None)
    context: dict[str, Any] = {
        "bringing": found,
        "row": row,
        "form": _form(request, row, refused),
        "choices": choices(),
        "back": _back(request),
        "refusal": refused,
        "typed": request.POST.get("words", ""),
        "is_stale": isinstance(refused, Conflict),
    }
    return page(request, "piece", context, refused.status if refused is not None else 200)


def _form(request: HttpRequest, row: Row | None, refused: Refused | None) -> PieceForm:
    words = row.piece.words if row is not None else ""
    if "words" not in request.POST:
        return PieceForm(initial={"words": words}, label_suffix="")
    form = PieceForm(request.POST, label_suffix="")
    if refused is not None and form.is_valid():
        form.add_error("words", refused.message)
    return form


def _back(request: HttpRequest) -> str:
    """The page of the review from which one came, as its query."""
    asked = QueryDict(request.POST.get("back", request.GET.urlencode()).removeprefix("?"))
    return back_to(asked.get("show", "all"), number_in(asked.get("page")))


@require_POST
@for_importers
def left_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Keeps all that was left out for one reason, or leaves all of it out again."""
    found, by = own_import(request, pk), member(request)
    why = request.POST.get("why", "")
    try:
        if "keep" in request.POST:
            count = correcting.keep_all(found, by=by, why=why)
            words = ngettext("%(n)d piece is kept.", "%(n)d pieces are kept.", count)
        else:
            count = correcting.leave_out_all(found, by=by, why=why)
            words = ngettext("%(n)d piece is left out.", "%(n)d pieces are left out.", count)
        messages.success(request, words % {"n": count})
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect(f"{found.get_absolute_url()}{_back(request)}#left-out")
