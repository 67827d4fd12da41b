"""The parts of a text as the articles of a collection."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from articles.importers import Document
from articles.importers.composing import compose
from articles.importers.pieces import Kind, Piece
from articles.models import Article, Collection
from articles.revising import import_article, numbered_slug
from ncr.accounts.models import Audience, User
from ncr.refusals import Refused

MARK = re.compile(r"\[\^(\d+)\]")
LONGEST_TITLE = 300  # characters, as an article's


@dataclass(frozen=True)
class Chapter:
    """One article of a collection to be."""

    title: str
    source: str


def chapters_in(pieces: Sequence[Piece], parts: Sequence[str]) -> list[Chapter]:
    """What each part comes to, without those that say nothing; a note goes where it is mentioned.

    A heading with the words of the part's title is the title, and leaves the text.
    """
    pieces = [piece for piece in pieces if piece.kept]
    notes = [piece for piece in pieces if piece.note]
    chapters = []
    for number, title in enumerate(parts):
        own = [piece for piece in pieces if piece.part == number and not piece.note]
        own = _without_title(own, title)
        source = compose([*own, *_mentioned(own, notes)])
        if source.strip():
            chapters.append(Chapter(title, source))
    return chapters


def _without_title(pieces: Sequence[Piece], title: str) -> list[Piece]:
    first = next(iter(pieces), None)
    same = first is not None and first.kind is Kind.HEADING
    if same and first is not None and _folded(first.source or first.words) == _folded(title):
        return list(pieces[1:])
    return list(pieces)


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _mentioned(pieces: Sequence[Piece], notes: Sequence[Piece]) -> list[Piece]:
    """The notes that pieces mention, and those that these mention."""
    wanted: set[str] = set()
    new = {label for piece in pieces for label in MARK.findall(piece.words)}
    while new:
        wanted |= new
        found = (note.words for note in notes if note.note in new)
        new = {label for words in found for label in MARK.findall(words)} - wanted
    return [note for note in notes if note.note in wanted]


def make_collection(
    whole: Document,
    chapters: Sequence[Chapter],
    *,
    by: User | None,
    publish: bool,
    audience: Audience | None = None,
) -> tuple[Collection, list[Article]]:
    """A collection with an article for each chapter, which know what is known of the whole.

    To be called in a transaction. Raises Refused where there is no title, or nothing to divide,
    and as `import_article`.
    """
    if len(chapters) < 2:
        raise Refused(_("There are no chapters in this text. Bring it in as one article."))
    if not whole.title:
        raise Refused(_("Give it a title first."), "title")
    collection = Collection.objects.create(
        slug=free_collection_slug(whole.title),
        title=whole.title[:LONGEST_TITLE],
        byline=whole.byline or "",
        created_by=by,
    )
    # what stands before the whole, and what is said of its author, is no chapter's own
    common = replace(whole, standfirst=None, byline_note=None)
    articles = []
    for place, chapter in enumerate(chapters, 1):
        title = chapter.title or _("Part %(number)d") % {"number": place}
        articles.append(
            import_article(
                replace(common, markdown=chapter.source, title=title[:LONGEST_TITLE]),
                by=by,
                publish=publish,
                audience=audience,
                collection=collection,
                place=place,
            )
        )
    return collection, articles


def free_collection_slug(title: str) -> str:
    """A slug that no collection has."""
    return numbered_slug(title, lambda slug: Collection.objects.filter(slug=slug).exists())
