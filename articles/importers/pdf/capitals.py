"""Large capitals at the beginning of a text, which stand in several lines."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from articles.importers.pdf.model import Word

LARGE = 1.7  # times the size of the text
MOST_LETTERS = 3
MOST_APART = 1.2  # of the size of the text: from the capital to the words beside it
ALONE = set("AIOYEÀÔÉ") | set("АВИКОСУЯЄІ")  # capitals that are words of their own


def lower_capitals(words: Sequence[Word]) -> None:
    """Puts large capitals into the first of the lines beside them, in the size of those."""
    if not words:
        return
    size = median(word.size for word in words)
    said = {word.text.casefold() for word in words}
    for word in words:
        large = word.size > LARGE * size and len(word.text) <= MOST_LETTERS
        if large and any(sign.isalpha() for sign in word.text):
            _lower(word, words, said)


def _lower(capital: Word, words: Sequence[Word], said: set[str]) -> None:
    top = capital.y - 0.85 * capital.size
    beside = [
        word
        for word in words
        if word is not capital
        and word.size < capital.size / LARGE
        and -0.3 * word.size < word.x0 - capital.x1 < MOST_APART * word.size
        and top < word.y <= capital.y + 0.3 * word.size
    ]
    rows: dict[int, Word] = {}
    for word in beside:
        first = rows.setdefault(round(word.y), word)
        rows[round(word.y)] = min(first, word, key=lambda each: each.x0)
    lines = sorted(rows.values(), key=lambda word: word.y)
    if len(lines) < 2 or lines[0].y > capital.y - 0.5 * lines[0].size:
        return
    first = lines[0]
    left = capital.x0
    capital.y, capital.size = first.y, first.size
    whole = (capital.text + first.text).casefold()
    apart = capital.text in ALONE and whole not in said and first.text.casefold() in said
    capital.blank_after = apart
    capital.x1 = first.x0 - (0.3 * first.size if apart else 0.0)
    capital.x0 = min(left, capital.x1)
    for word in lines[1:]:
        word.x0 = left  # as if the line began at the column's edge
