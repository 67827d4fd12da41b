"""Files to Readings and Documents: `read_file` and `read_document`. No Django, no models.

One module a format; `lines`, `units`, `furniture`, `heads`, `tails` and `mail` are how plain text
is understood, which docs/importing.md describes. All of them make `pieces`, and `composing` makes
the Markdown of a text from those.
"""

from __future__ import annotations

from dataclasses import fields
from importlib import import_module
from typing import Any

from articles.blocks import blocks_from_markdown
from articles.importers.composing import compose
from articles.importers.document import MAX_PIECES, Document, ImportRefused, too_many_pieces
from articles.importers.doubts import doubts
from articles.importers.kinds import kind_of
from articles.importers.pieces import Progress, Reading, silent
from articles.refusing import gettext_noop

__all__ = [
    "Document",
    "ImportRefused",
    "Reading",
    "document_as_json",
    "document_of",
    "read_document",
    "read_file",
]

# by kind: imported when asked for, since some bring a whole library along
READERS = {
    "text": ("articles.importers.plain", "read_text"),
    "markdown": ("articles.importers.markdown", "read_markdown_file"),
    "html": ("articles.importers.html", "read_html"),
    "mhtml": ("articles.importers.html", "read_mhtml"),
    "webarchive": ("articles.importers.html", "read_webarchive"),
    "docx": ("articles.importers.docx", "read_docx"),
    "odt": ("articles.importers.odt", "read_odt"),
    "epub": ("articles.importers.epub", "read_epub"),
    "pdf": ("articles.importers.pdf", "read_pdf"),
}
MAX_CHARACTERS = 5_000_000  # as one article may have in Markdown
LEAST_SURE = 0.5  # of a fact that nobody looks at before it stands: not the day a file was made
FACTS = [field.name for field in fields(Document) if field.name != "markdown"]


def read_file(data: bytes, filename: str, progress: Progress = silent) -> Reading:
    """All that is found in a file, whose kind is known by what it holds.

    Raises ImportRefused, in words for the person who brought the file.
    """
    module, name = READERS[kind_of(data, filename)]
    reading: Reading = getattr(import_module(module), name)(data, progress)
    _check(reading)
    reading.warnings += doubts(reading)
    return reading


def _check(reading: Reading) -> None:
    """Refuses what says nothing, and what nobody could look through or publish."""
    if not any(piece.words.strip() or piece.src or piece.source for piece in reading.pieces):
        raise ImportRefused(gettext_noop("There is no text in this file that could be read."))
    if len(reading.pieces) > MAX_PIECES:
        raise too_many_pieces()
    if sum(len(piece.words) for piece in reading.pieces) > MAX_CHARACTERS:
        raise ImportRefused(
            gettext_noop(
                "There are more than %(most)d characters of text in this file. Bring it in"
                " several files."
            ),
            most=MAX_CHARACTERS,
        )


def document_of(reading: Reading) -> Document:
    """The text of what is kept, with what is known about it."""
    markdown = reading.markdown if reading.markdown is not None else compose(reading.pieces)
    known = {
        name: fact.value
        for name in FACTS
        if (fact := reading.facts.get(name)) is not None and fact.sure >= LEAST_SURE
    }
    return Document(markdown=markdown, **known)


def read_document(data: bytes, filename: str) -> Document:
    """The document in a file; raises as `read_file`."""
    return document_of(read_file(data, filename))


def document_as_json(document: Document) -> dict[str, Any]:
    """What was recognised, as `manage.py import_article --dry-run --json` prints it."""
    blocks = blocks_from_markdown(document.markdown)
    return {
        "title": document.title,
        "standfirst": document.standfirst,
        "byline": document.byline,
        "byline_note": document.byline_note,
        "published": document.published,
        "updated": document.updated,
        "language": document.language,
        "source_url": document.source_url,
        "licence": document.licence,
        "blocks": [
            {"kind": block.kind, "level": block.level, "text": block.text} for block in blocks
        ],
    }
