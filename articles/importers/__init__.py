"""Files to Documents: `read_document(data, filename)`. No Django and no models in here.

One module a format; `lines`, `units`, `furniture`, `heads`, `tails` and `mail` are how plain text
is understood, which docs/importing.md describes.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from articles.blocks import blocks_from_markdown
from articles.importers.decoding import MAX_BYTES, decode
from articles.importers.document import Document, ImportRefused
from articles.importers.markdown import read_markdown
from articles.importers.plain import read_plain

__all__ = [
    "MAX_BYTES",
    "Document",
    "ImportRefused",
    "document_as_json",
    "read_document",
]

MARKDOWN_SUFFIXES = {".md", ".markdown", ".mdown", ".mkd"}


def read_document(data: bytes, filename: str) -> Document:
    """The document in a file, by its name's ending Markdown or otherwise plain text.

    Raises ImportRefused, in words for the person who brought the file.
    """
    text = decode(data)
    if PurePath(filename).suffix.lower() in MARKDOWN_SUFFIXES:
        return read_markdown(text)
    return read_plain(text)


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
        "blocks": [
            {"kind": block.kind, "level": block.level, "text": block.text} for block in blocks
        ],
    }
