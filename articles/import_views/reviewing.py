"""The review: what is known about the text, and what the file says beside how it will read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.import_forms import FactsForm
from articles.import_views.gates import number_in, page
from articles.importers import LEAST_SURE
from articles.importers.pieces import Piece
from articles.importing import saying
from articles.importing.changing import CHOICES
from articles.importing.chapters import titles_in
from articles.importing.correcting import digest_of_given
from articles.importing.showing import Review
from articles.importing.taking import collection_of, known_as, titles_of
from articles.models import Article, Import
from articles.normalising import without_unsayable
from ncr.accounts.models import Audience
from ncr.refusals import Refused


@dataclass(frozen=True)
class Known:
    """The article that a text is already, and whether it says the very same."""

    article: Article
    is_same: bool


def reviewed(
    request: HttpRequest,
    found: Import,
    *,
    form: FactsForm | None = None,
    refusal: Refused | None = None,
) -> HttpResponse:
    """The review, with the form as it was sent and what was refused; a fixed number of queries.

    With `?show=` one looks at a part of it, with `?page=` at one page.
    """
    review = Review(
        found, show=request.GET.get("show", ""), number=number_in(request.GET.get("page"))
    )
    chapters = titles_in([row.piece for row in review.all], found.parts)
    context = {
        "bringing": found,
        "review": review,
        "form": form or facts_form(request, found, chapters=chapters),
        "seen": digest_of_given(found),
        "file_kind": saying.file_words(found.kind),
        "warnings": [saying.said_words(one) for one in found.warnings],
        "known": _known(review),
        "collected": collection_of(found),
        "chapters": chapters if len(chapters) > 1 else [],
        "choices": choices(),
        "back": back_to(review.show, review.number),
        "refusal": refusal,
    }
    status = refusal.status if refusal is not None else 422 if form is not None else 200
    return page(request, "review", context, status)


def facts_form(
    request: HttpRequest, found: Import, sent: Any = None, *, chapters: Sequence[str] | None = None
) -> FactsForm:
    """The form of what is known, as it is kept, or as it was sent.

    `chapters` are the titles of those that it has, for who knows them already.
    """
    editor: Any = request.user
    given: dict[str, Any] = {**found.given}
    given["audience"] = given.get("audience") or Audience.EVERYONE
    given["shape"] = given.get("shape") or "article"
    given.setdefault("language", "")  # and not the model's own, which nobody recognised
    return FactsForm(
        sent,
        editor=editor,
        initial=given,
        shapes=_shapes(titles_of(found) if chapters is None else chapters),
        origins=_origins(found),
    )


def _shapes(chapters: Sequence[str]) -> list[tuple[str, str]]:
    if len(chapters) < 2:
        return []
    many = _("a collection of %(n)d articles, one for each chapter") % {"n": len(chapters)}
    return [("article", _("one article")), ("collection", many)]


def _origins(found: Import) -> dict[str, SafeString]:
    """Where each fact was found and how sure it is, or what a person put something else for."""
    words = {}
    for name, fact in found.facts.items():
        if found.given.get(name, "") == fact["value"]:
            words[name] = format_html(_("Found {}."), saying.origin_words(fact))
        elif fact["sure"] < LEAST_SURE and not found.given.get(name):
            found_how = saying.origin_words(fact)
            words[name] = format_html(_("Perhaps “{}” ({})."), fact["value"][:200], found_how)
        else:
            words[name] = format_html(_("Changed by you; found was “{}”."), fact["value"][:200])
    return words


def _known(review: Review) -> Known | None:
    article = known_as(review.bringing, review.source)
    if article is None:
        return None
    source = without_unsayable(review.source)
    return Known(article, article.revisions.filter(source=source).exists())


def choices() -> list[tuple[str, str]]:
    return [
        (name, saying.kind_words(Piece(kind, "", level=level)))
        for name, (kind, level) in CHOICES.items()
    ]


def back_to(show: str, number: int) -> str:
    """The query of a page of the review."""
    query = {}
    if show != "all":
        query["show"] = show
    if number > 1:
        query["page"] = str(number)
    return f"?{urlencode(query)}" if query else ""
