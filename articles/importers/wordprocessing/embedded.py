"""Files inside the file (`altChunk`; ECMA-376-1, 17.17.2.1): plain text and other documents."""

from __future__ import annotations

from importlib import import_module

from lxml import etree

from articles.importers.decoding import decode
from articles.importers.document import ImportRefused
from articles.importers.pieces import Kind, Piece
from articles.importers.wordprocessing.context import Context
from articles.importers.wordprocessing.names import R
from articles.importers.wordprocessing.package import Part
from articles.markdown.writing_inline import escape_words

MAX_BYTES = 5_000_000
MOST_CHUNKS = 20
HTML = "articles.importers.html"  # imported when asked for: it brings whole libraries along
PAGES = ("html", "htm", "xhtml")


def embedded_pieces(chunk: etree._Element, part: Part, context: Context) -> list[Piece]:
    """What the file inside says; nothing where it is of a kind that is not read here."""
    relation = part.relations.get(chunk.get(R + "id") or "")
    if relation is None or context.chunks >= MOST_CHUNKS:
        return []
    context.chunks += 1
    data = context.package.bytes_of(relation, MAX_BYTES)
    suffix = relation.target.rpartition(".")[2].lower()
    try:
        if data and suffix == "txt":
            return _lines(data)
        if data and suffix in PAGES:
            pieces: list[Piece] = import_module(HTML).read_html(data).pieces
            # labels of its notes would meet those of the document
            return [piece for piece in pieces if not piece.note]
    except ImportRefused:
        return []
    return []


def _lines(data: bytes) -> list[Piece]:
    text, _encoding = decode(data)
    return [
        Piece(Kind.PARAGRAPH, escape_words(line.strip()), line.strip())
        for line in text.splitlines()
        if line.strip()
    ]
