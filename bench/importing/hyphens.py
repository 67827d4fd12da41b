"""Where words may be divided at a line's end: between a vowel and a consonant before a vowel."""

from __future__ import annotations

import re

VOWELS = "aeiouyäöüéèêàâîôûаеёиоуыэюя"
PLACE = re.compile(rf"(?<=\w\w[{VOWELS}])(?=[^\W\d_{VOWELS}][{VOWELS}]\w)", re.I)
WORD = re.compile(r"[^\W\d_]{7,}")


def parts_of(word: str) -> list[str]:
    """The parts of one word; a word that is not divided is one part."""
    return PLACE.split(word) if WORD.fullmatch(word) else [word]


def with_soft_hyphens(html: str) -> str:
    """HTML whose long words can be divided; what stands in tags is left alone."""
    return re.sub(
        r"<[^>]*>|[^<]+",
        lambda part: part[0] if part[0][0] == "<" else WORD.sub(_divided, part[0]),
        html,
    )


def _divided(word: re.Match[str]) -> str:
    return "\u00ad".join(parts_of(word[0]))
