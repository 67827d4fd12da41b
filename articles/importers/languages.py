"""Which language a text is in, by its commonest words or its script."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

# Words that are common in one language and rare or other words in its neighbours.
COMMON_WORDS = {
    "en": "the of and to in is that for it was with as be are this by have from or which not",
    "de": "der die und das ist nicht von den mit ein eine zu für auf dem des sich auch als wird",
    "fr": "le la les et des est une dans que pour qui pas sur au par avec ce plus sont du",
    "es": "el la los y de que en una por con para se las del es no su más como pero",
    "it": "il di che la e per non una con del sono della è le gli da nel più alla anche",
    "pt": "o que de não uma os em para com do da se mais as dos como pelo são ao também",
    "nl": "de het een van en is dat niet op te voor met zijn er aan ook door maar naar wordt",
    "pl": "w i na nie się z do że jest to od przez oraz jako dla po był ale przy czy",
    "ru": "и в не на что с по как это из для от к за но был его при они или",
    "uk": "і в не на що з та як це від для до за але був його при вони або є",
}
WORDS = {language: frozenset(words.split()) for language, words in COMMON_WORDS.items()}

# Scripts that one language of ours is written in, by the first word of a letter's Unicode name.
SCRIPTS = {
    "ARABIC": "ar",
    "HEBREW": "he",
    "GREEK": "el",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "HANGUL": "ko",
}
SAMPLE = 20_000  # characters that are looked at
ENOUGH_WORDS = 4  # common ones
ENOUGH_SHARE = 0.12  # of all words
LEAD = 1.3  # over the next language

PERSIAN_LETTERS = re.compile("[پچژگ]")
UKRAINIAN_LETTERS = re.compile("[іїєґ]", re.I)
RUSSIAN_LETTERS = re.compile("[ыэъё]", re.I)


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the language that most of the text is in, or None if unsure."""
    sample = text[:SAMPLE]
    scripts = Counter(_script(sign) for sign in sample if sign.isalpha())
    if not scripts:
        return None
    script, count = scripts.most_common(1)[0]
    if count < scripts.total() / 2 and not scripts["HIRAGANA"]:
        return None
    if script in ("LATIN", "CYRILLIC"):
        return _by_words(sample)
    return _by_script(sample, script, scripts)


def _script(sign: str) -> str:
    return unicodedata.name(sign, "?").split()[0]


def _by_script(sample: str, script: str, scripts: Counter[str]) -> str | None:
    if script == "CJK" and scripts["HIRAGANA"] + scripts["KATAKANA"] > scripts.total() / 20:
        return "ja"
    if script == "ARABIC" and len(PERSIAN_LETTERS.findall(sample)) > len(sample) / 100:
        return None  # Persian, Urdu and others: not told apart here
    return SCRIPTS.get(script)


def _by_words(sample: str) -> str | None:
    words = re.findall(r"[^\W\d_]+", sample.lower())
    counts = Counter(
        {language: sum(word in known for word in words) for language, known in WORDS.items()}
    )
    (best, most), (_, next_most) = counts.most_common(2)
    if most < ENOUGH_WORDS or most < ENOUGH_SHARE * len(words):
        return None
    if best in ("ru", "uk"):
        return _russian_or_ukrainian(sample)
    return best if most >= LEAD * next_most else None


def _russian_or_ukrainian(sample: str) -> str | None:
    ukrainian = len(UKRAINIAN_LETTERS.findall(sample))
    russian = len(RUSSIAN_LETTERS.findall(sample))
    if ukrainian == russian:
        return None
    return "uk" if ukrainian > russian else "ru"
