"""Bytes to text, or a refusal in words that help."""

from __future__ import annotations

import codecs
import re

from articles.importers.document import ImportRefused
from articles.normalising import normalise
from articles.refusing import gettext_noop

MAX_BYTES = 5_000_000

# what begins a file that people take for a text (signatures as in file(1))
KNOWN_BINARIES = (
    (b"%PDF-", gettext_noop("a PDF")),
    (b"PK\x03\x04", gettext_noop("a ZIP, Word, OpenDocument or EPUB file")),
    (b"\xd0\xcf\x11\xe0", gettext_noop("an old Word file")),
    (b"{\\rtf", gettext_noop("an RTF file")),
    (b"\x89PNG", gettext_noop("a picture")),
    (b"\xff\xd8\xff", gettext_noop("a picture")),
    (b"GIF8", gettext_noop("a picture")),
    (b"\x1f\x8b", gettext_noop("a compressed file")),
)
HTML_START = re.compile(r"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head)\b", re.I | re.S)

# more than tab, line feed, form feed, carriage return and escape: no text has them
CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes) -> str:
    """The text of a file, normalised; raises ImportRefused for what is no text or too much."""
    _check_size(data)
    for signature, name in KNOWN_BINARIES:
        if data.startswith(signature):
            raise _not_text(name)
    text = _decoded(data)
    if CONTROLS.search(text):
        raise _not_text(gettext_noop("a file of binary data"))
    if HTML_START.match(text):
        raise _not_text(gettext_noop("a web page with its tags"))
    text = normalise(text)
    if not text.strip():
        raise ImportRefused(gettext_noop("The file is empty: there is no text in it."))
    return text


def _check_size(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise ImportRefused(
            gettext_noop(
                "The file is too large: it has %(size).1f MB, and at most %(most)d MB are taken."
            ),
            size=len(data) / 1_000_000,
            most=MAX_BYTES // 1_000_000,
        )


def _not_text(what: str) -> ImportRefused:
    return ImportRefused(
        gettext_noop(
            "This is %(what)s, not plain text or Markdown. Save it as plain text (UTF-8)."
        ),
        what=what,
    )


def _decoded(data: bytes) -> str:
    """UTF-8, UTF-16 where a byte order mark says so, otherwise Windows-1252."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise _not_text(
                gettext_noop("a file that begins like UTF-16 and goes on otherwise")
            ) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # the five bytes that Windows-1252 leaves open become replacement characters
        return data.decode("cp1252", errors="replace")
