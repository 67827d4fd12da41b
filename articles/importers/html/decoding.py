"""The bytes of a page to its text: by byte order mark, by what it says of itself, or by guess."""

from __future__ import annotations

import codecs
import re

from articles.importers.decoding import guessed, mixed

META = re.compile(rb"<meta\b[^>]{0,400}?\bcharset\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]{2,40})", re.I)
XML = re.compile(
    rb"\A[\s\xef\xbb\xbf]*<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([A-Za-z0-9_.\-]{2,40})"
)
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# what a name means on the web (WHATWG Encoding, 4.2), where Python takes it more strictly
WIDER = {
    **dict.fromkeys(
        ("ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1"), "cp1252"
    ),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb_2312-80"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ks_c_5601", "korean"), "cp949"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("tis-620", "iso-8859-11"), "cp874"),
    "big5": "big5hkscs",
    "x-user-defined": "cp1252",
    "unicode": "utf-8",
}
NAMES = {"cp1252": "Windows-1252", "cp932": "Shift-JIS", "cp949": "EUC-KR", "big5hkscs": "Big5"}
ESCAPES = b"\x1b$B"  # ISO-2022-JP: what follows is JIS X 0208
LOOKED_AT = 8_192  # bytes at the beginning in which a page says its encoding
ESCAPED_IN = 200_000  # bytes at the beginning in which such an escape stands
FEW = 1 / 500  # of the bytes may be wrong in what a page says it is


def decoded(data: bytes, hint: str = "") -> tuple[str, str]:
    """The text, and the name of its encoding; `hint` is what was said of it outside of the page."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return data[len(mark) if name == "utf-8" else 0 :].decode(name, "replace"), _shown(name)
    if ESCAPES in data[:ESCAPED_IN]:
        # seven bits, and so valid UTF-8 as well
        text = _as(data, "iso-2022-jp")
        if text is not None:
            return text, "ISO-2022-JP"
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace"), _shown(wide)
    try:
        # few texts in other encodings are valid UTF-8 by chance, many pages say what they are not
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        pass
    for said in (hint, *_said(data)):
        found = mixed(data) if _known(said) in ("utf-8", "utf8") else None
        if found is not None:
            return found
        text = _as(data, said)
        if text is not None:
            return text, _shown(_known(said))
    return guessed(data)


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of its tags is NUL."""
    start = data[:200]
    if start[1::2].count(0) > len(start) * 0.4:
        return "utf-16-le"
    return "utf-16-be" if start[::2].count(0) > len(start) * 0.4 else ""


def _said(data: bytes) -> list[str]:
    start = data[:LOOKED_AT]
    found = (META.search(start), XML.match(start))
    return [each[1].decode("ascii") for each in found if each]


def _known(name: str) -> str:
    name = name.strip().lower()
    return WIDER.get(name, name)


def _as(data: bytes, name: str) -> str | None:
    """The text in that encoding, unless it is not known or more than a few bytes are wrong."""
    try:
        text = data.decode(_known(name), "replace") if name else ""
    except (LookupError, ValueError):
        return None
    if not text or _known(name).startswith(("utf-16", "utf-32")):
        return None
    return text if text.count("\ufffd") <= max(8, len(data) * FEW) else None


def _shown(name: str) -> str:
    return NAMES.get(name, name.replace("_", "-").upper())
