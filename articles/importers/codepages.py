"""Which old encoding bytes are in, when they are no Unicode.

Each encoding is tried on a sample. What comes out is judged by its letters beyond ASCII, as if
they were drawn one by one from those of a language, whose commonest letters are known: the
logarithms of the chances are added up, and what no writer of that language does (a capital amid
small letters, a sign amid a word, Latin letters beside others in one word) costs extra. Among
encodings that explain the bytes equally well the most usual is taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from math import log

from articles.importers import letters

SAMPLE = 60_000  # bytes that are looked at
LINE = 2_000  # bytes of one line of the sample
OTHERS = 3_000  # characters of Chinese and its neighbours that are not named in `letters`
FEW = 4  # bytes beyond ASCII; so few say nothing
SIGN = -4.0  # quotation marks, dashes and the like, which any text has
STRANGE = -10.0  # a letter of another language, a sign that no text has
BROKEN = -12.0  # bytes that mean nothing in the encoding, control characters
ODD_SHAPE = -6.0
SIGNS = frozenset("“”‘’„‚–—…«»‹›•·°§€©®№\u00a0¿¡،؛؟、。「」『』《》（），：；！？")
ASCII = re.compile("[\x00-\x7f]+")
HIGH = re.compile(rb"[\x80-\xff]")
CAPITAL_INSIDE = re.compile(r"[^\W\d_A-Z][^\W\d_a-z]")  # or other letters beyond ASCII
SIGN_INSIDE = re.compile(
    r"(?<=[^\W\d_])[¤¦¬±¶§¼½¾¹²³ªº×÷¨¸´¯°©®€£¥¢†‡‰‹›«»]+(?=[^\W\d_])"
    r"|[A-Za-z][\u0370-\u06ff]|[\u0370-\u06ff][A-Za-z]"
)


@dataclass(frozen=True)
class Encoding:
    """An encoding with the languages that are written in it; `usual` is better the nearer to 0."""

    codec: str
    name: str
    languages: dict[str, str] = field(hash=False)
    usual: float = 0.0
    common: float = 1.0  # the share of a text that is in the letters named; others are rarer

    @cached_property
    def chances(self) -> list[dict[str, float]]:
        """For each language the logarithms of the chances of its letters."""
        return [_chances(order, self.common) for order in self.languages.values()]

    @property
    def is_wide(self) -> bool:
        """Whether it has thousands of characters, of several bytes."""
        return self.common < 1

    @property
    def rare(self) -> float:
        """The logarithm of the chance of one of the thousands of other characters."""
        return log((1 - self.common) / OTHERS) if self.is_wide else STRANGE


def _chances(order: str, share: float) -> dict[str, float]:
    """Chances that fall with the rank, as those of letters do."""
    unique = list(dict.fromkeys(order))
    weights = [1 / (rank + 3) for rank in range(len(unique))]
    return {
        letter: log(share * weight / sum(weights))
        for letter, weight in zip(unique, weights, strict=True)
    }


ENCODINGS = (
    Encoding("cp1252", "Windows-1252", letters.WESTERN),
    Encoding("cp1251", "Windows-1251", letters.CYRILLIC, -2),
    Encoding("cp1250", "Windows-1250", letters.CENTRAL, -4),
    Encoding("cp1253", "Windows-1253", letters.GREEK, -4),
    Encoding("cp1254", "Windows-1254", letters.TURKISH, -4),
    Encoding("cp1255", "Windows-1255", letters.HEBREW, -4),
    Encoding("cp1256", "Windows-1256", letters.ARABIC, -4),
    Encoding("cp1257", "Windows-1257", letters.BALTIC, -5),
    Encoding("koi8_r", "KOI8-R", letters.CYRILLIC, -4),
    Encoding("koi8_u", "KOI8-U", letters.CYRILLIC, -4.5),
    Encoding("iso8859_15", "ISO-8859-15", letters.WESTERN, -4),
    Encoding("iso8859_2", "ISO-8859-2", letters.CENTRAL, -5),
    Encoding("iso8859_5", "ISO-8859-5", letters.CYRILLIC, -5),
    Encoding("iso8859_6", "ISO-8859-6", letters.ARABIC, -5),
    Encoding("iso8859_7", "ISO-8859-7", letters.GREEK, -5),
    Encoding("iso8859_9", "ISO-8859-9", letters.TURKISH, -5),
    Encoding("cp866", "CP866", letters.CYRILLIC, -6),
    Encoding("mac_roman", "Mac Roman", letters.WESTERN, -7),
    Encoding("mac_cyrillic", "Mac Cyrillic", letters.CYRILLIC, -8),
    Encoding(
        "gb18030",
        "GB18030",
        {"zh": letters.CHINESE, "zh-Hant": letters.TRADITIONAL},
        -4,
        common=0.75,
    ),
    Encoding("big5hkscs", "Big5", {"zh-Hant": letters.TRADITIONAL}, -4, common=0.75),
    Encoding("cp932", "Shift-JIS", {"ja": letters.JAPANESE}, -4, common=0.7),
    Encoding("euc_jp", "EUC-JP", {"ja": letters.JAPANESE}, -4, common=0.7),
    Encoding("cp949", "EUC-KR", {"ko": letters.KOREAN}, -4, common=0.75),
)
WESTERN = ENCODINGS[0]


def guess(data: bytes) -> Encoding:
    """The encoding that explains the bytes best; Windows-1252 where they say too little."""
    sample = _sample(data)
    if len(HIGH.findall(sample)) < FEW:
        return WESTERN
    return max(ENCODINGS, key=lambda encoding: _score(encoding, sample))


def lines_beyond_ascii(data: bytes) -> Iterator[bytes]:
    """The lines that have bytes beyond ASCII, without their ends; linear in time."""
    place = 0
    while found := HIGH.search(data, place):
        begin = data.rfind(b"\n", place, found.start()) + 1 or place
        end = data.find(b"\n", found.start())
        place = len(data) if end < 0 else end
        yield data[begin:place]


def _sample(data: bytes) -> bytes:
    """Lines with bytes beyond ASCII, from the beginning; cut at spaces where they are long."""
    taken: list[bytes] = []
    size = 0
    for line in lines_beyond_ascii(data):
        if size > SAMPLE:
            break
        cut = line[:LINE].rpartition(b" ")[0] if len(line) > LINE else b""
        part = cut if HIGH.search(cut) else line[:SAMPLE]
        taken.append(part)
        size += len(part)
    return b"\n".join(taken)


def _score(encoding: Encoding, sample: bytes) -> float:
    """The logarithm of how likely the bytes are in the encoding, in its best language."""
    text = sample.decode(encoding.codec, errors="replace")
    shapes = len(SIGN_INSIDE.findall(text))
    shapes += sum(pair[0].islower() and pair[1].isupper() for pair in CAPITAL_INSIDE.findall(text))
    counts = Counter(ASCII.sub("", text))
    signs = Counter({sign: counts.pop(sign) for sign in list(counts) if sign in SIGNS})
    broken = sum(counts.pop(sign) for sign in list(counts) if sign == "\ufffd" or sign < "\u00a0")
    fixed: float = encoding.usual + SIGN * signs.total() + BROKEN * broken + ODD_SHAPE * shapes
    return max(
        fixed
        + sum(
            count * chances.get(sign, chances.get(sign.lower(), encoding.rare))
            for sign, count in counts.items()
        )
        for chances in encoding.chances
    )
