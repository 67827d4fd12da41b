"""Files inside the file (`altChunk`; ECMA-376-1, 17.17.2.1): plain text and pages."""

from __future__ import annotations

from email import message_from_bytes

from lxml import etree

from articles.importers.decoding import decode
from articles.importers.document import ImportRefused
from articles.importers.dom import Notes, Page, pieces_of
from articles.importers.pieces import Kind, Piece
from articles.importers.wordprocessing.context import Context
from articles.importers.wordprocessing.names import R
from articles.importers.wordprocessing.package import Part
from articles.importers.xml import parsed_page
from articles.markdown.writing_inline import escape_words

MAX_BYTES = 5_000_000
MOST_CHUNKS = 20
PAGES = ("html", "htm", "xhtml")
ARCHIVED = ("mht", "mhtml")


def embedded_pieces(chunk: etree._Element, part: Part, context: Context) -> list[Piece]:
    """What the file inside says; nothing where it is of a kind that is not read here."""
    relation = part.relations.get(chunk.get(R + "id") or "")
    if relation is None or context.chunks >= MOST_CHUNKS:
        return []
    context.chunks += 1
    data = context.package.bytes_of(relation, MAX_BYTES) or b""
    suffix = relation.target.rpartition(".")[2].lower()
    try:
        if suffix in ARCHIVED:
            return _page(_archived(data))
        if suffix in PAGES:
            return _page(data)
        return _lines(data) if suffix == "txt" else []
    except ImportRefused:
        return []


def _page(data: bytes) -> list[Piece]:
    # its notes stay in its text: their labels would meet those of the document
    return pieces_of(parsed_page(data), Page(notes=Notes(settled=True)))


def _archived(data: bytes) -> bytes:
    """The page in an archive of MIME (RFC 2557)."""
    for part in message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            return page if isinstance(page, bytes) else b""
    return b""


def _lines(data: bytes) -> list[Piece]:
    text, _encoding = decode(data)
    return [
        Piece(Kind.PARAGRAPH, escape_words(line.strip()), line.strip())
        for line in text.splitlines()
        if line.strip()
    ]
