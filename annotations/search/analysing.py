"""From a text to its words, as the search compares them.

Both engines get the same words, so that they find the same: made here and not by their own
parsers, which differ in what a word is, which accents they fold and which stemmers they have.

A word is a run of letters, digits and marks; an apostrophe ends it, and English 's is left out.
It is brought to its compatibility form and to small letters, stemmed by the rules of its text's
language (Snowball; English, French, German, Russian), and loses its accents after that, since the
stemmers need them. Scripts that put no space between words (Chinese, Japanese, Thai, Lao, Khmer,
Burmese, Tibetan) give a word for each sign, which are then looked for side by side.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from itertools import islice
from threading import Lock
from typing import NamedTuple

import Stemmer

STEMMED = {"en": "english", "fr": "french", "de": "german", "ru": "russian"}
LONGEST = 60  # signs of a word; what follows is not compared
MOST_WORDS = 16_000  # of one text: PostgreSQL counts places up to 16,383
MOST_BYTES = 800_000  # of one text's words: PostgreSQL keeps at most a megabyte

MARK_RANGES = ((0x300, 0x2100), (0xA66F, 0xAC00), (0xFB1E, 0xFB1F), (0xFE00, 0xFE30))
MARKS = "".join(
    chr(code)
    for first, end in (*MARK_RANGES, (0x10A00, 0x11F50))
    for code in range(first, end)
    if unicodedata.category(chr(code)).startswith("M")
)
# Soft hyphens, joiners and marks of direction are in words and no part of them
UNSEEN = "\u00ad\u200c\u200d\u200e\u200f\u2060\ufeff"
SIGNS = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
LETTER = f"(?![{SIGNS}])[^\\W_][{MARKS}{UNSEEN}]*"
WORD = re.compile(
    # The letters that most words consist of are run over at once
    f"(?:[A-Za-z0-9]+(?![{MARKS}{UNSEEN}])|{LETTER})+(?P<own>['’][sS](?![^\\W_]))?"
    f"|(?=[{SIGNS}])[^\\W_][{MARKS}{UNSEEN}]*"
)
DROP_UNSEEN = str.maketrans("", "", UNSEEN)
TAG = re.compile(r"<(/?)([a-zA-Z0-9]+)(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
# Elements that may stand inside a word; all others part words
WITHIN = frozenset(
    ["a", "abbr", "b", "bdi", "bdo", "code", "del", "dfn", "em", "i", "ins", "mark"],
) | frozenset(["s", "small", "span", "strong", "sub", "sup", "u"])


class Token(NamedTuple):
    """A word where it stands in its text: offsets in code points."""

    word: str
    start: int
    end: int


def tokens(text: str, language: str) -> Iterator[Token]:
    """The words of a text in its language (BCP 47), in order; what folds to several is several."""
    stem = STEMMED.get(language.split("-")[0].lower(), "")
    for found in WORD.finditer(text):
        start, end = found.span()
        if found["own"]:
            end -= len(found["own"])
        for word in _folded(found.string[start:end], stem):
            yield Token(word, start, end)


def words_of(text: str, language: str) -> str:
    """The words of a text, parted by spaces: what is kept of it; a fifth of a millisecond."""
    words = " ".join(token.word for token in islice(tokens(text, language), MOST_WORDS))
    while len(words.encode()) > MOST_BYTES:
        words = words[: len(words) * 3 // 4].rpartition(" ")[0]
    return words


def variants(text: str) -> list[tuple[str, ...]]:
    """The words of something typed, in each language that is stemmed and in none; each once."""
    readings = (tuple(token.word for token in tokens(text, one)) for one in ("", *STEMMED))
    return list(dict.fromkeys(reading for reading in readings if reading))


def plain_text(html: str) -> str:
    """The words of sanitised HTML, with a space where one element ends and another begins."""
    return unescape(TAG.sub(_gap, html))


def _gap(tag: re.Match[str]) -> str:
    return "" if tag[2].lower() in WITHIN else " "


@lru_cache(maxsize=65_536)
def _folded(word: str, stem: str) -> tuple[str, ...]:
    if not word.isascii():
        word = unicodedata.normalize("NFKC", word.translate(DROP_UNSEEN))
    word = unicodedata.normalize("NFC", word.casefold())
    if word.isascii() and word.isalnum():
        return (_without_accents(_stemmed(word, stem))[:LONGEST],)
    # A sign like ½ or ㎏ unfolds to more than a word
    parts = (part.group() for part in WORD.finditer(word))
    return tuple(_without_accents(_stemmed(part, stem))[:LONGEST] for part in parts)


def _stemmed(word: str, stem: str) -> str:
    if not stem or not word.isalpha():
        return word
    with _lock:  # a stemmer is for one thread at a time
        return str(_stemmers[stem].stemWord(word))


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFD", word)
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", bare)


_lock = Lock()
_stemmers = {name: Stemmer.Stemmer(name, 0) for name in STEMMED.values()}
