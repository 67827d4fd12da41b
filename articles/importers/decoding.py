"""Bytes to text, or a refusal in words that help."""

from __future__ import annotations

import codecs
import re

from articles.importers.document import ImportRefused
from articles.normalising import normalise
from articles.refusing import gettext_noop

# more than tab, line feed, form feed, carriage return and escape: no text has them
CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file, normalised, and its encoding; ImportRefused for what is no text."""
    text, encoding = _decoded(data)
    if CONTROLS.search(text):
        raise ImportRefused(
            gettext_noop(
                "This is a file of binary data, and no text. Save it as Word (.docx),"
                " OpenDocument, PDF, HTML or plain text, and bring that."
            )
        )
    text = normalise(text)
    if not text.strip():
        raise ImportRefused(gettext_noop("The file is empty: there is no text in it."))
    return text, encoding


def _decoded(data: bytes) -> tuple[str, str]:
    """UTF-8, UTF-16 where a byte order mark says so, otherwise Windows-1252."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16"), "UTF-16"
        except UnicodeDecodeError as error:
            raise ImportRefused(
                gettext_noop("The file begins like UTF-16 and goes on otherwise; it is damaged.")
            ) from error
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        # the five bytes that Windows-1252 leaves open become replacement characters
        return data.decode("cp1252", errors="replace"), "Windows-1252"
