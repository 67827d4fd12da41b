"""How long a text takes to read, by its language.

Silent reading of adults in their own language, in words a minute, and in signs a minute where a
script does not part its words: Trauzettel-Klosinski and Dietz, "Standardized Assessment of
Reading Performance" (IOVS 53, 2012, table 3).
"""

from __future__ import annotations

import re

PACES = {
    "ar": 138,
    "de": 179,
    "en": 228,
    "es": 218,
    "fi": 161,
    "fr": 195,
    "he": 187,
    "it": 188,
    "ja": 357,
    "nl": 202,
    "pl": 166,
    "pt": 181,
    "ru": 184,
    "sl": 180,
    "sv": 199,
    "tr": 166,
    "zh": 255,
}
OTHERWISE = 184  # the mean of all these languages
# Kana, and Chinese signs with their extensions
UNPARTED = re.compile(
    "[\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]"
)


def words_in(text: str) -> int:
    """Words of a text, each Chinese or Japanese sign counted as one."""
    rest, signs = UNPARTED.subn(" ", text)
    return signs + sum(1 for word in rest.split() if any(sign.isalnum() for sign in word))


def minutes_for(words: int, language: str) -> int:
    """Whole minutes, at least one."""
    return max(1, round(words / PACES.get(language.split("-")[0].lower(), OTHERWISE)))
