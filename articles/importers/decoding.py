"""Bytes to text, or a refusal in words that help.

Unicode is known by its marks and its form; what is none is judged by `codepages`. A file whose
lines are in several encodings is read line by line.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from itertools import islice, pairwise

from articles.importers.codepages import HIGH, WESTERN, guess
from articles.importers.document import ImportRefused
from articles.normalising import normalise
from articles.refusing import gettext_noop

# more than tab, line feed, form feed, carriage return and escape: no text has them
CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MARKS = (  # UTF-32 first: its mark begins like that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
UNMARKED = (  # codec, name, bytes of a unit
    ("utf-32-le", "UTF-32", 4),
    ("utf-32-be", "UTF-32", 4),
    ("utf-16-le", "UTF-16", 2),
    ("utf-16-be", "UTF-16", 2),
)
LOOKED_AT = 40_000  # bytes; divisible by four
TELLING = 0.02  # the share of units that are ASCII: no text is without spaces and line ends
# ISO 2022 for Japanese: escapes choose the set of characters, all bytes are ASCII
ESCAPES = (b"\x1b$B", b"\x1b$@")
SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
SHORTEST_MIX = 2  # sequences of UTF-8 in a file that is not all UTF-8
MOST_FOREIGN = 20_000  # lines of another encoding in a file of UTF-8
STEP = 16_000  # bytes that are decoded at a time
LONE = 0.001  # share of surrogates without partner in a file that is read all the same
AND = ", "  # between the names of several encodings in one file


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file, normalised, and its encoding; ImportRefused for what is no text.

    A file of several encodings has their names, divided by `AND`.
    """
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
    for mark, codec, name in MARKS:
        if data.startswith(mark):
            return _with_mark(data, codec, name), name
    for found in (_unmarked(data), _escaped(data), _utf_8(data)):
        if found is not None:
            return found
    return guessed(data)


def guessed(data: bytes) -> tuple[str, str]:
    """The text and the encoding, or encodings, of bytes that are not all UTF-8."""
    found = mixed(data)
    if found is not None:
        return found
    encoding = guess(data)
    # bytes that the encoding leaves open become replacement characters
    return data.decode(encoding.codec, errors="replace"), encoding.name


def _with_mark(data: bytes, codec: str, name: str) -> str:
    """UTF-16 or UTF-32 as its mark says; a few surrogates without partner are left out."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        text = data.decode(codec, errors="replace")
        wrong = text.count("\ufffd")
        if len(data) % 2 or wrong > LONE * len(text):
            raise ImportRefused(
                gettext_noop(
                    "The file begins like %(encoding)s and goes on otherwise; it is damaged."
                ),
                encoding=name,
            ) from error
        return text.replace("\ufffd", "")


def _unmarked(data: bytes) -> tuple[str, str] | None:
    """UTF-16 and UTF-32 without a mark: known by the NULs of spaces and line ends."""
    start = data[:LOOKED_AT]
    if b"\x00" not in start:
        return None
    usual, codec, name = max(
        (_usual(start.decode(codec, errors="replace")), codec, name)
        for codec, name, unit in UNMARKED
        if len(data) % unit == 0 or unit == 2
    )
    if usual <= 0:
        return None
    try:
        return data.decode(codec), name
    except UnicodeDecodeError:
        return None


def _usual(text: str) -> float:
    """How much of a text is ASCII, as in all texts something is; 0 if it is none, read so.

    Where it is not, bytes make controls and characters that nobody has assigned, or each two
    letters of ASCII one of Chinese.
    """
    plain = sum(sign < "\x80" for sign in text)
    pairs = sum(_is_pair(sign) for sign in text)
    nobodys = sum(unicodedata.category(sign) in ("Cn", "Co", "Cs") for sign in text)
    is_text = (
        not CONTROLS.search(text)
        and text.count("\ufffd") <= 1
        and plain >= TELLING * len(text)
        and pairs <= 0.6 * (len(text) - plain)
    )
    return (plain - 10 * nobodys) / len(text) if is_text else 0.0


def _is_pair(sign: str) -> bool:
    """Whether the two bytes of the character are letters or signs of ASCII."""
    return all(0x20 <= byte < 0x7F for byte in divmod(ord(sign), 256))


def _escaped(data: bytes) -> tuple[str, str] | None:
    if not any(escape in data for escape in ESCAPES) or not data.isascii():
        return None
    try:
        return data.decode("iso2022_jp_ext"), "ISO-2022-JP"
    except UnicodeDecodeError:
        return None


def _utf_8(data: bytes) -> tuple[str, str] | None:
    """UTF-8, also where it is cut off within its last character or has surrogates in it."""
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError as error:
        if error.end == len(data) > 3 and error.reason == "unexpected end of data":
            cut = data[: error.start]
            return None if cut.isascii() else (cut.decode("utf-8-sig"), "UTF-8")
    try:
        text = data.decode("utf-8", errors="surrogatepass").removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None
    # pairs of surrogates, each written by itself, are one character (Unicode TR 26)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore"), "UTF-8"


def mixed(data: bytes) -> tuple[str, str] | None:
    """UTF-8 with lines, or words, of another encoding amid it."""
    data = data.removeprefix(codecs.BOM_UTF8)
    sequences = _sequences(data)
    if sequences < SHORTEST_MIX:
        return None
    spans = list(islice(_foreign_lines(data), MOST_FOREIGN + 1))
    others = b"\n".join(data[begin:end] for begin, end in spans)
    amid = _sequences(others)
    stray = len(HIGH.findall(SEQUENCE.sub(b"", others)))
    is_cut = amid >= SHORTEST_MIX and amid >= stray
    if len(spans) > MOST_FOREIGN or (not is_cut and sequences - amid < SHORTEST_MIX):
        return None
    other = WESTERN if is_cut else guess(others)
    # a short line of Chinese can be UTF-8 by chance
    if not is_cut and other.is_wide and sequences - amid < stray:
        return None
    return _line_by_line(data, spans, other.codec, is_cut), AND.join(("UTF-8", other.name))


def _sequences(data: bytes) -> int:
    return SEQUENCE.subn(b"", data)[1]


def _foreign_lines(data: bytes) -> Iterator[tuple[int, int]]:
    """Where the lines stand that are no UTF-8; decodes little more than once what is UTF-8."""
    begin = 0
    while begin < len(data):
        end = _line_end(data, begin + STEP)
        try:
            data[begin:end].decode("utf-8")
            begin = end + 1
        except UnicodeDecodeError as error:
            start = data.rfind(b"\n", begin, begin + error.start) + 1 or begin
            stop = _line_end(data, begin + error.start)
            yield start, stop
            begin = stop + 1


def _line_end(data: bytes, place: int) -> int:
    found = data.find(b"\n", place)
    return len(data) if found < 0 else found


def _line_by_line(data: bytes, spans: list[tuple[int, int]], codec: str, is_cut: bool) -> str:
    parts: list[str] = []
    last = 0
    for begin, end in spans:
        parts += [data[last:begin].decode("utf-8"), _line(data[begin:end], codec, is_cut)]
        last = end
    return "".join([*parts, data[last:].decode("utf-8")])


def _line(line: bytes, codec: str, is_cut: bool) -> str:
    """A line that is no UTF-8; with `is_cut` what is UTF-8 within it is read as such."""
    if not is_cut:
        return line.decode(codec, errors="replace")
    places = [0, *(place for found in SEQUENCE.finditer(line) for place in found.span()), len(line)]
    return "".join(
        line[begin:end].decode("utf-8" if number % 2 else codec, errors="replace")
        for number, (begin, end) in enumerate(pairwise(places))
    )
