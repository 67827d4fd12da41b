"""Which kind of file it is: by what it holds; by its name only where that leaves a choice."""

from __future__ import annotations

import re
from pathlib import PurePath

from articles.importers.archives import Archive, locked
from articles.importers.document import ImportRefused
from articles.refusing import gettext_noop

MARKDOWN_SUFFIXES = {".md", ".markdown", ".mdown", ".mkd"}
HTML_SUFFIXES = {".html", ".htm", ".xhtml", ".xht"}
SUFFIXES = {
    *(".txt", ".text", ".mhtml", ".mht", ".webarchive", ".docx", ".odt", ".epub", ".pdf"),
    *MARKDOWN_SUFFIXES,
    *HTML_SUFFIXES,
}
# what may stand before; no part of it can be read in two ways, so that none is tried again
BEFORE = rb"[\s\x00\xef\xbb\xbf\xff\xfe]*+(?:<\?xml[^>]*+>\s*+)?+(?:(?><!--.*?-->)\s*+)*+"
HTML_START = re.compile(BEFORE + rb"<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
FRAGMENT_START = re.compile(
    BEFORE + rb"<(p|div|article|section|h[1-6]|ul|ol|table|blockquote)(?:\s[^<>]*+)?+>", re.I | re.S
)
MHTML_START = re.compile(
    rb"\s*(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?"
    rb"Content-Type:\s*multipart/related",
    re.I,
)
FLAT_START = re.compile(rb"[\xef\xbb\xbf\s]*(?:<\?xml[^>]*>\s*)?<office:document\b")
LOOKED_AT = 4096  # bytes at the beginning that say what a file is

# what begins a file that nothing can be read from (signatures as in file(1))
COMPOUND = b"\xd0\xcf\x11\xe0"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # MS-OFFCRYPTO 1.3.2: what a password hides
REFUSED = (
    (COMPOUND, gettext_noop("an old Word file")),
    (b"{\\rtf", gettext_noop("an RTF file")),
    (b"\x89PNG", gettext_noop("a picture")),
    (b"\xff\xd8\xff", gettext_noop("a picture")),
    (b"GIF8", gettext_noop("a picture")),
    (b"\x1f\x8b", gettext_noop("a compressed file")),
)
CONTENT_TYPES = "[Content_Types].xml"  # ECMA-376-2, 10.1.2
ZIPPED = {
    "application/epub+zip": "epub",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.text-template": "odt",
}

MAX_BYTES = {"text": 5_000_000, "markdown": 5_000_000, "html": 20_000_000}
MAX_OTHER = 60_000_000  # of files with pictures in them


def kind_of(data: bytes, filename: str) -> str:
    """`text`, `markdown`, `html`, `mhtml`, `webarchive`, `docx`, `odt`, `epub` or `pdf`.

    Raises ImportRefused for what is none of these, and for what is too large for its kind.
    """
    kind = _kind_of(data, filename)
    most = MAX_BYTES.get(kind, MAX_OTHER)
    if len(data) > most:
        raise too_many_bytes(len(data), most)
    return kind


def too_many_bytes(size: int, most: int) -> ImportRefused:
    """The refusal of a file of `size` bytes where `most` are taken."""
    return ImportRefused(
        gettext_noop(
            "The file is too large: it has %(size).1f MB, and at most %(most)d MB are taken."
        ),
        size=size / 1_000_000,
        most=most // 1_000_000,
    )


def _kind_of(data: bytes, filename: str) -> str:
    suffix = PurePath(filename).suffix.lower()
    start = data[:LOOKED_AT]
    if start.startswith(COMPOUND) and ENCRYPTED in data:
        raise locked()
    for signature, name in REFUSED:
        if start.startswith(signature):
            raise ImportRefused(
                gettext_noop(
                    "This is %(what)s, which cannot be read here. Save it as Word (.docx),"
                    " OpenDocument, PDF, HTML or plain text, and bring that."
                ),
                what=name,
            )
    if b"%PDF-" in start[:1024]:
        return "pdf"
    if start.startswith(b"PK"):
        return _zipped(data)
    if FLAT_START.match(start):
        return "odt"
    if start.startswith(b"bplist00"):
        return "webarchive"
    if MHTML_START.match(start):
        return "mhtml"
    if suffix in HTML_SUFFIXES or HTML_START.match(start.replace(b"\x00", b"")):
        return "html"
    if suffix in MARKDOWN_SUFFIXES:
        return "markdown"
    return "html" if _is_fragment(data) else "text"


def _is_fragment(data: bytes) -> bool:
    """Whether it is a part of a page: between tags from beginning to end, the first one closed.

    Where words follow right behind the closing tag, somebody writes about tags.
    """
    found = FRAGMENT_START.match(data[:LOOKED_AT].replace(b"\x00", b""))
    if found is None:
        return False
    plain = data.replace(b"\x00", b"").rstrip()
    closed = re.compile(rb"</" + found[1] + rb"\s*+>\s*+(?:<|\Z)", re.I)
    return plain.endswith(b">") and closed.search(plain, found.end()) is not None


def _zipped(data: bytes) -> str:
    archive = Archive(data)
    names = set(archive)
    if "mimetype" in names and archive.size("mimetype") < 200:
        declared = archive.read("mimetype").decode("ascii", "replace").strip()
        if declared in ZIPPED:
            return ZIPPED[declared]
    if "META-INF/container.xml" in names:
        return "epub"
    if CONTENT_TYPES in names and b"wordprocessingml" in archive.read(CONTENT_TYPES, 5_000_000):
        return "docx"
    if "content.xml" in names:
        return "odt"
    raise ImportRefused(
        gettext_noop(
            "This is an archive of files, and no Word, OpenDocument or EPUB file. Unpack it, and"
            " bring the files in it."
        )
    )
