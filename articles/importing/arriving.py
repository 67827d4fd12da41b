"""What a web server sent as a file that importers read: its name, and its letters as UTF-8."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from email.message import Message
from pathlib import PurePosixPath
from urllib.parse import unquote

from django.utils.translation import gettext as _

from articles.importers.kinds import HTML_SUFFIXES, MARKDOWN_SUFFIXES
from articles.importing.addresses import Place
from ncr.refusals import Refused

OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    OFFICE: ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/epub+zip": ".epub",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
}
KNOWN_SUFFIXES = {*SUFFIXES.values(), *HTML_SUFFIXES, *MARKDOWN_SUFFIXES}
UNSAID = ("", "application/octet-stream", "binary/octet-stream", "application/x-download")
ACCEPTED = "text/html, application/xhtml+xml, application/pdf, text/plain, text/markdown, */*;q=0.5"
MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# what these names mean on the web (WHATWG Encoding, 4.2)
WIDER = {"iso-8859-1": "cp1252", "us-ascii": "cp1252", "gb2312": "gb18030", "shift_jis": "cp932"}
# Python knows encodings that are none of texts, and slow ones
USUAL = re.compile(r"(iso|windows|cp|koi8|big5|euc|gb|shift|mac|tis|latin|ks_c|us-ascii)[\w-]*")
LETTERS = re.compile(r"[^\w. -]+")


@dataclass(frozen=True)
class Fetched:
    """A file from the net, and the address at which it was found in the end."""

    data: bytes
    filename: str
    address: str


def arrived(data: bytes, content_type: str, place: Place) -> Fetched:
    """The file that came from a place; raises Refused for what is no text."""
    said = Message()
    said["Content-Type"] = content_type
    kind = content_type.partition(";")[0].strip().lower()
    stem, suffix = _named(place)
    suffix = _suffix(kind, suffix)
    if suffix in (".html", ".txt", ".md"):
        data = in_utf8(data, str(said.get_param("charset") or ""))
    return Fetched(data, f"{stem}{suffix}", str(place))


def _named(place: Place) -> tuple[str, str]:
    """A name for the file by the path, or else by the host; and the suffix that the path has."""
    last = PurePosixPath(unquote(place.path.partition("?")[0], errors="replace"))
    suffix = last.suffix.lower() if last.suffix.lower() in KNOWN_SUFFIXES else ""
    stem = last.name.removesuffix(last.suffix) if suffix else last.name
    return LETTERS.sub("_", stem).strip(". ")[:150] or place.host, suffix


def _suffix(kind: str, suffix: str) -> str:
    if kind in UNSAID and suffix:
        return suffix
    if kind == "text/plain" and suffix in MARKDOWN_SUFFIXES:
        return suffix
    if kind not in SUFFIXES:
        raise Refused(
            _(
                "There is no text at this address, but %(kind)s. Web pages, PDF, Word,"
                " OpenDocument, EPUB and plain text are fetched."
            )
            % {"kind": kind or _("something of an unknown kind")},
            "address",
        )
    return SUFFIXES[kind]


def in_utf8(data: bytes, charset: str) -> bytes:
    """Text in UTF-8 with a mark that says so, where the server named another encoding.

    What the server says goes before what a page says of itself (WHATWG HTML, 13.2.3.2), but not
    before what the bytes are.
    """
    name = charset.strip("\"' ").lower()
    if not USUAL.fullmatch(name) or data.startswith(MARKS) or _is_utf8(data):
        return data
    try:
        text = data.decode(WIDER.get(name, name), "replace")
    except (LookupError, ValueError):
        return data
    if text.count("\ufffd") > max(8, len(data) // 500):
        return data
    return codecs.BOM_UTF8 + text.encode("utf-8", "replace")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
