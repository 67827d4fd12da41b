"""Pages of an article's revisions: each as it was, their history, two compared, what they did."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from annotations.reading.former import revision_page
from annotations.reading.gates import article_for
from annotations.reading.ledger import Figures, changes_of, figures_of
from annotations.views.gated import follows_moves, private
from articles.comparing import CHANGED, Fold, Row, compared, folded
from articles.models import Article, Block, Revision
from ncr.accounts.choices import redirect_to_sign_in

ON_A_PAGE = 50


@require_safe
@follows_moves
def revision(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A revision of the text as it was, with its notes as they stood; 410 where withdrawn."""
    found = article_for(request.user, slug)
    shown = _published(found, number)
    if shown.withdrawn_at is not None:
        return _withdrawn(request, found)
    page = revision_page(found, shown, request.user, after=request.GET.get("after", ""))
    return private(TemplateResponse(request, "articles/revision.html", page))


@require_safe
@follows_moves
def history(request: HttpRequest, slug: str) -> HttpResponse:
    """The revisions, newest first, and what each did to what was said, in figures."""
    found = article_for(request.user, slug)
    published = found.revisions.published().select_related("published_by").defer("source")
    before = request.GET.get("before", "")
    if before.isascii() and before.isdecimal() and len(before) < 10:
        published = published.filter(number__lt=int(before))
    window = list(published.order_by("-number")[: ON_A_PAGE + 2])
    page = window[:ON_A_PAGE]
    figures = figures_of(found, request.user)
    context = {
        "article": found,
        "listed": [
            {
                "revision": one,
                "figures": figures.get(one.number, Figures()),
                "before": _standing_before(window[place + 1 :]),
                "is_current": one.pk == found.current_revision_id,
            }
            for place, one in enumerate(page)
        ],
        "numbers": [one.number for one in page if one.withdrawn_at is None],
        "before": page[-1].number if len(window) > ON_A_PAGE else "",
    }
    return private(TemplateResponse(request, "articles/history.html", context))


def _standing_before(earlier: list[Revision]) -> Revision | None:
    return next((one for one in earlier if one.withdrawn_at is None), None)


@require_safe
@follows_moves
def changes(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """What a revision did to each annotation; `?mine=1` one's own, `?all=1` what stayed too."""
    found = article_for(request.user, slug)
    shown = _published(found, number)
    if shown.withdrawn_at is not None:
        return _withdrawn(request, found)
    mine, every = request.GET.get("mine") == "1", request.GET.get("all") == "1"
    if mine and not request.user.is_authenticated:
        return private(redirect_to_sign_in(request))
    after = request.GET.get("after", "")
    listed, following = changes_of(
        shown, found, request.user, mine=mine, every=every and not mine, after=after
    )
    context = {
        "article": found,
        "revision": shown,
        "listed": listed,
        "shown": "mine" if mine else "all" if every else "",
        "after": following,
    }
    return private(TemplateResponse(request, "articles/changes.html", context))


@require_safe
@follows_moves
def choose_compared(request: HttpRequest, slug: str) -> HttpResponse:
    """To the comparison of the two revisions that were chosen in a form."""
    found = article_for(request.user, slug)
    pair = [request.GET.get(name, "") for name in ("a", "b")]
    if not all(one.isascii() and one.isdecimal() and len(one) < 10 for one in pair):
        return private(redirect("history", found.slug))
    return private(redirect("compare", found.slug, int(pair[0]), int(pair[1])))


@require_safe
@follows_moves
def compare(request: HttpRequest, slug: str, a: int, b: int) -> HttpResponse:
    """Two revisions, inline or by side (`?view=side`); `?whole=1` shows unchanged blocks too."""
    found = article_for(request.user, slug)
    old, new = _published(found, a), _published(found, b)
    if old.withdrawn_at is not None or new.withdrawn_at is not None:
        return _withdrawn(request, found)
    before, after = _texts(old), _texts(new)
    rows = compared([one[:2] for one in before], [one[:2] for one in after])
    is_whole = request.GET.get("whole") == "1"
    numbers = [number for _key, _text, number in before], [number for _k, _t, number in after]
    context = {
        "article": found,
        "old": old,
        "new": new,
        "is_side": request.GET.get("view") == "side",
        "is_whole": is_whole,
        "rows": [_row(one, *numbers) for one in (rows if is_whole else folded(rows))],
        "figures": _figures(rows),
        "numbers": list(
            found.revisions.standing().order_by("-number").values_list("number", flat=True)
        ),
    }
    return private(TemplateResponse(request, "articles/compare.html", context))


def _row(row: Row | Fold, old: list[Any], new: list[Any]) -> dict[str, Any]:
    """A row with the ¶ numbers of its block, or a fold."""
    if isinstance(row, Fold):
        return {"fold": row}
    return {
        "row": row,
        "old": old[row.old] if row.old is not None else None,
        "new": new[row.new] if row.new is not None else None,
    }


def _figures(rows: list[Row]) -> dict[str, int]:
    """How many blocks were changed, added, removed and moved."""
    found = dict.fromkeys(("changed", "added", "removed", "moved"), 0)
    for row in rows:
        if row.kind in found:
            found[row.kind] += 1
        if row.is_moved and row.kind != CHANGED:
            found["moved"] += 1
    return found


def _texts(revision: Revision) -> list[tuple[str, str, int | None]]:
    rows = Block.objects.filter(revision=revision).order_by("position")
    return list(rows.values_list("key", "text", "number"))


def _published(article: Article, number: int) -> Revision:
    shown = (
        article.revisions.published()
        .select_related("published_by")
        .filter(number=number)
        .defer("source")
        .first()
    )
    if shown is None:
        raise Http404
    return shown


def _withdrawn(request: HttpRequest, article: Article) -> HttpResponse:
    return private(render(request, "articles/withdrawn.html", {"article": article}, status=410))
