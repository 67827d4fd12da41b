"""The smallest pieces of a text that an edit keeps or replaces: words, signs, ideographs.

A token is a word, or one sign, or one character of a script that writes no spaces between words.
Combining marks stay with their base, and the parts of an emoji stay together, so that no boundary
of tokens falls within what a reader takes for one character.
"""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate

# Han, kana and Hangul; Thai, Lao, Myanmar and Khmer
_ALONE = (
    r"\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\uff66-\uff9f\U00020000-\U000323af\uac00-\ud7af"
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
)
LONG = 12

_TONES = "\U0001f3fb-\U0001f3ff"
_FLAGS = "\U0001f1e6-\U0001f1ff"
_ASSIGNED = (range(0x300, 0x1F000), range(0xE0100, 0xE01F0))  # where Unicode has marks


def _marks() -> str:
    """A character class of all combining marks (general category M)."""
    spans: list[list[int]] = []
    for code in (code for codes in _ASSIGNED for code in codes):
        if unicodedata.category(chr(code))[0] != "M":
            continue
        if spans and spans[-1][1] == code - 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in spans)


_MARKS = _marks()
_LETTER = rf"[^\W_{_ALONE}]"

# The second is much the quicker, and answers the same where nothing in the text may be special:
# is beyond Latin, Greek and Cyrillic letters and common signs
_ANY = re.compile(
    rf"{_LETTER}(?:{_LETTER}|[{_MARKS}\u200c\u200d])*"
    rf"|[{_ALONE}][{_MARKS}]*"
    rf"|[{_FLAGS}]{{2}}"
    rf"|(?:[^\w\s]|_)(?:[{_MARKS}{_TONES}]|\u200d[^\w\s])*"
)
_PLAIN = re.compile(r"[^\W_]+|[^\w\s]|_")
_SPECIAL = re.compile(
    r"[\u0300-\u036f\u0483-\u0489\u0591-\u1dff\u200c\u200d\u20d0-\u20ff\u2ce0-\U0010ffff]"
)

# What joins a word to the next without a space: 1.1.1, 3-May-1921, l’eau, snake_case
_JOINTS = frozenset("-.'’_")
_LETTERS = rf"{_LETTER}(?:{_LETTER}|[{_MARKS}])*"
_JOINED_AFTER = re.compile(rf"(?:[-.'’_]{_LETTERS})+")
_JOINED_BEFORE = re.compile(rf"(?:{_LETTERS}[-.'’_])+\Z")
JOINED_LENGTH = 60

# Typographic signs that editors and their tools exchange for plain ones
_EXCHANGED = str.maketrans("‘’‚‛“”„‟«»‐‑‒–—―", '\'\'\'\'""""""------')


def fold(text: str) -> str:
    """`text` in lower case with plain quotation marks and dashes, of the same length."""
    plain = text.translate(_EXCHANGED) if not text.isascii() else text
    lower = plain.lower()
    if len(lower) == len(plain):
        return lower
    return "".join(one if len(one.lower()) != 1 else one.lower() for one in plain)


def joined_before(text: str, at: int) -> int:
    """Where the words start that are joined to the one that starts at `at`, or `at`."""
    if at == 0 or text[at - 1] not in _JOINTS:
        return at
    low = max(0, at - JOINED_LENGTH)
    found = _JOINED_BEFORE.search(text[low:at])
    return low + found.start() if found else at


def joined_after(text: str, at: int) -> int:
    """Where the words end that are joined to the one that ends at `at`, or `at`."""
    found = _JOINED_AFTER.match(text, at, at + JOINED_LENGTH)
    return found.end() if found else at


@dataclass(slots=True)
class Tokens:
    """The tokens of one or more stretches of a text, in order, with where they stand in it."""

    words: list[str] = field(default_factory=list)  # folded
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def add(self, text: str, offset: int) -> None:
        """Adds the tokens of `text`, which stands at `offset`."""
        is_plain = text.isascii() or not _SPECIAL.search(text)
        spans = [match.span() for match in (_PLAIN if is_plain else _ANY).finditer(text)]
        folded = fold(text)
        self.words += [folded[start:end] for start, end in spans]
        self.starts += [start + offset for start, _ in spans]
        self.ends += [end + offset for _, end in spans]

    def weights(self) -> list[int]:
        """For each token what all before it weigh together, and at last what all do.

        A token weighs its code points, but a long compound no more than a long word.
        """
        sizes = map(len, self.words)
        return list(accumulate([size if size < LONG else LONG for size in sizes], initial=0))

    def first_at(self, offset: int) -> int:
        """The index of the first token that starts at `offset` or later."""
        return bisect_left(self.starts, offset)
