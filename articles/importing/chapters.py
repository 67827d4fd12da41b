"""The parts of a text as the articles of a collection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from articles.importers import Document
from articles.importers.composing import compose, is_written
from articles.importers.mentions import labels_in, reached, settled
from articles.importers.pieces import Kind, Piece
from articles.models import Article, Collection
from articles.normalising import without_unsayable
from articles.revising import AlreadyHere, import_article, numbered_slug
from ncr.accounts.models import Audience, User
from ncr.refusals import Refused

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
    kept = settled([piece for piece in pieces if is_written(piece)])
    notes = [piece for piece in kept if piece.note]
    return [
        Chapter(title, compose([*own, *_mentioned(labels, notes)]))
        for title, own, labels in _divided(kept, parts)
    ]


def titles_in(pieces: Iterable[Piece], parts: Sequence[str]) -> list[str]:
    """The titles of these chapters, with less work."""
    kept = settled([piece for piece in pieces if is_written(piece)])
    return [title for title, _own, _labels in _divided(kept, parts)]


def _divided(
    pieces: Sequence[Piece], parts: Sequence[str]
) -> Iterator[tuple[str, Sequence[Piece], set[str]]]:
    """Each part that says something beside its title: what it says, and the notes it mentions."""
    by_part: defaultdict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        if not piece.note:
            by_part[piece.part].append(piece)
    for number, title in enumerate(parts):
        if own := _without_title(by_part[number], title):
            labels = {label for piece in by_part[number] for label in labels_in(piece)}
            yield title, own, labels


def _without_title(pieces: Sequence[Piece], title: str) -> Sequence[Piece]:
    first = next(iter(pieces), None)
    same = first is not None and first.kind is Kind.HEADING
    if same and first is not None and _folded(first.source or first.words) == _folded(title):
        return pieces[1:]
    return pieces


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _mentioned(labels: set[str], notes: Sequence[Piece]) -> list[Piece]:
    """The notes with these labels, and those that these mention."""
    wanted = reached(labels, notes) if labels else labels
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
    AlreadyHere where a collection has all of these chapters, and as `import_article`.
    """
    if len(chapters) < 2:
        raise Refused(_("There are no chapters in this text. Bring it in as one article."))
    if not whole.title:
        raise Refused(_("Give it a title first."), "title")
    if (same := _collection_with(chapters)) is not None:
        raise AlreadyHere(same)
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


def _collection_with(chapters: Sequence[Chapter]) -> Collection | None:
    """The collection that has all of these chapters."""
    found = Collection.objects.all()
    for source in {without_unsayable(chapter.source) for chapter in chapters}:
        having = found.filter(articles__revisions__source=source)
        found = Collection.objects.filter(pk__in=set(having.values_list("pk", flat=True)))
        if not found.exists():
            return None
    return found.first()


def free_collection_slug(title: str) -> str:
    """A slug that no collection has."""
    return numbered_slug(title, lambda slug: Collection.objects.filter(slug=slug).exists())
