"""Words to lines: what stands on one baseline, and in which order it is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from articles.importers.pdf.model import Line, Word
from articles.importers.pdf.words import GAP, is_rtl_sign

SAME_ROW = 0.25  # of the size: how far apart the baselines of a row may lie
RAISED = (0.15, 0.75)  # of the larger size: how far above the baseline a superscript stands
LOWERED = (0.08, 0.45)
SMALLER = 0.86  # of the size of its neighbour: what is raised or lowered
MOST_RAISED = 12  # letters of one word that is raised or lowered
MOST_APART = 0.6  # of the size: between a word and what is raised after it
NO_BLANK = 0.1  # of the size: what is less is none, whatever the file says
RTL_BLANKS = (0.02, 0.3)  # of the size: in which range the least blank of Arabic lies
SPACED_OUT = 0.6  # share of single letters in a line whose letters stand apart

OPENING, CLOSING = "([{«", ")]}»"
OPENED, CLOSED = str.maketrans(CLOSING, OPENING), str.maketrans(OPENING, CLOSING)
# what stays as it is where signs are turned round: numbers, Latin words
UNTURNED = re.compile(r"\d+(?:[.,:/]\d+)*|[A-Za-z]+|.", re.S)


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """The words of each baseline from the top down, each row from left to right."""
    rows: list[list[Word]] = []
    ordered = sorted(words, key=lambda word: (word.y, word.x0))
    for word in ordered:
        home = _row_at(rows, word)
        if home is None:
            rows.append([word])
        else:
            home.append(word)
    rows = _with_marks(rows)
    for row in rows:
        row.sort(key=lambda word: word.x0)
    rows.sort(key=lambda row: row_y(row))
    return rows


def row_y(row: Sequence[Word]) -> float:
    """The baseline of a row: that of its largest words."""
    largest = max((word.size for word in row if not word.raised), default=row[0].size)
    return next((word.y for word in row if word.size == largest and not word.raised), row[0].y)


def _row_at(rows: Sequence[list[Word]], word: Word) -> list[Word] | None:
    for row in reversed(rows[-3:]):
        first, last = row[0], row[-1]
        least = min(last.size, word.size)
        if word.y - last.y <= SAME_ROW * least and word.y - first.y <= 1.5 * SAME_ROW * least:
            return row
    return None


def _with_marks(rows: list[list[Word]]) -> list[list[Word]]:
    """Rows of small words that stand above or below another baseline go into that row."""
    sizes = [max(word.size for word in row) for row in rows]
    homes: dict[int, list[tuple[Word, int, int]]] = {}
    for place, row in enumerate(rows):
        near = [
            other
            for other in range(max(0, place - 3), min(len(rows), place + 4))
            if other != place
            and sizes[place] < SMALLER * sizes[other]
            and -RAISED[1] < (row[0].y - rows[other][0].y) / sizes[other] < LOWERED[1]
        ]
        if near and all(len(word.text) <= MOST_RAISED for word in row):
            found = [_home(rows, near, word) for word in row]
            if all(found):
                homes[place] = [home for home in found if home]
    homes = {
        place: marks
        for place, marks in homes.items()
        if not any(home in homes for _word, home, _raised in marks)
    }
    for marks in homes.values():
        for word, home, raised in marks:
            word.raised = raised
            rows[home].append(word)
    return [row for place, row in enumerate(rows) if place not in homes]


def _home(
    rows: Sequence[Sequence[Word]], near: Sequence[int], mark: Word
) -> tuple[Word, int, int] | None:
    """The row of the larger word that a small one stands at, and whether above or below."""
    best: tuple[float, int, int] | None = None
    for place in near:
        for word in rows[place]:
            if word.raised or mark.size >= SMALLER * word.size:
                continue
            above = (word.y - mark.y) / word.size
            raised = 1 if RAISED[0] <= above <= RAISED[1] else 0
            raised = -1 if LOWERED[0] <= -above <= LOWERED[1] else raised
            apart = max(mark.x0 - word.x1, word.x0 - mark.x1)
            if apart <= MOST_APART * word.size and raised and (best is None or apart < best[0]):
                best = apart, place, raised
    return (mark, best[1], best[2]) if best else None


def line_of(row: Sequence[Word], page: int) -> Line:
    """A row's words as one line, in the order in which they are read."""
    words = sorted(row, key=lambda word: word.x0)
    _mark_raised(words)
    letters = "".join([word.text for word in words])
    has_rtl = not letters.isascii() and any(is_rtl_sign(sign) for sign in letters)
    rtl = has_rtl and is_rtl(letters)
    _glue(words, has_rtl)
    if has_rtl:
        words = _read_from_right(words, rtl)
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[round(word.size, 1)] += len(word.text)
    size = sizes.most_common(1)[0][0]
    x0, x1 = min(word.x0 for word in words), max(word.x1 for word in words)
    return Line(list(words), x0, x1, row_y(words), size, page, x0, x1, rtl=rtl)


def _mark_raised(words: Sequence[Word]) -> None:
    """Marks what is smaller and higher, or lower, in its own row."""
    if len(words) < 2:
        return
    base = row_y(words)
    size = max(word.size for word in words)
    for word in words:
        if word.size < SMALLER * size and not word.raised:
            above = (base - word.y) / size
            word.raised = 1 if above > RAISED[0] else (-1 if above < -LOWERED[0] else 0)


def _glue(words: Sequence[Word], has_rtl: bool) -> None:
    """Says which words stand at the one before without a blank."""
    gap = _rtl_gap(words) if has_rtl else _gap_of(words)
    for before, word in pairwise(words):
        apart = word.x0 - before.x1
        size = max(word.size, before.size) if word.raised or before.raised else word.size
        blank = before.blank_after or word.blank_before
        if has_rtl and apart < NO_BLANK * size:
            blank = False  # the file's order of words is not that of the line
        word.glued = (
            not blank and apart <= gap * size and not (apart < -0.5 * size and word.x1 > before.x1)
        )
        if is_wide(before.text[-1]) and is_wide(word.text[0]):
            word.glued = apart <= 1.2 * size


def _gap_of(words: Sequence[Word]) -> float:
    """The least blank, as part of the size; more where letters stand apart."""
    single = sum(1 for word in words if len(word.text) == 1)
    if len(words) < 6 or single < SPACED_OUT * len(words):
        return GAP
    gaps = sorted(
        (after.x0 - before.x1) / before.size
        for before, after in pairwise(words)
        if not before.blank_after
    )
    if not gaps:
        return GAP
    usual = median(gaps[: max(1, len(gaps) * 2 // 3)])
    if usual > GAP and any(word.blank_after for word in words):
        return MOST_APART  # the blanks say where words end
    return max(GAP, 1.6 * usual)


def _rtl_gap(words: Sequence[Word]) -> float:
    """The least blank of a line of Arabic: in the middle of the widest range without gaps."""
    gaps = [(after.x0 - before.x1) / before.size for before, after in pairwise(words)]
    low, high = RTL_BLANKS
    places = [low, *sorted(gap for gap in gaps if low < gap < high), high]
    start, end = max(pairwise(places), key=lambda pair: pair[1] - pair[0])
    return (start + end) / 2


def is_wide(sign: str) -> bool:
    """Whether it is a sign of Chinese or Japanese, which have no blanks."""
    code = ord(sign)
    return (
        0x2E80 <= code <= 0x9FFF
        or 0xF900 <= code <= 0xFAFF
        or 0xFF00 <= code <= 0xFF60
        or (0x20000 <= code <= 0x3FFFF)
    )


def is_rtl(letters: str) -> bool:
    """Whether most of the letters are written from right to left."""
    right = sum(1 for sign in letters if is_rtl_sign(sign))
    return right * 2 > sum(1 for sign in letters if sign.isalpha())


def _read_from_right(words: list[Word], rtl: bool) -> list[Word]:
    """Words in logical order: runs of the other direction are turned round (UAX 9, L2)."""
    glued = [word.glued for word in words[1:]] + [False]
    runs: list[tuple[bool, list[int]]] = []
    for place, word in enumerate(words):
        right = any(is_rtl_sign(sign) for sign in word.text)
        neutral = not right and not any(sign.isalnum() for sign in word.text)
        side = rtl if neutral else right
        if runs and runs[-1][0] == side:
            runs[-1][1].append(place)
        else:
            runs.append((side, [place]))
    order: list[int] = []
    for side, places in reversed(runs) if rtl else runs:
        order.extend(reversed(places) if side else places)
    made = [words[place] for place in order]
    for word in made:
        if word.logical:
            continue
        word.logical = True
        if any(is_rtl_sign(sign) for sign in word.text) or (
            rtl and not any(sign.isalpha() for sign in word.text)
        ):
            word.text = turned_round(word.text)
    for index, place in enumerate(order[1:], 1):
        before = order[index - 1]
        low, high = min(place, before), max(place, before)
        words[place].glued = high - low == 1 and glued[low]
    if made:
        made[0].glued = False
    _turn_brackets(made)
    return made


def _turn_brackets(words: Sequence[Word]) -> None:
    """Brackets open after a blank and close before one: files do not agree on which they name."""
    for word, after in zip(words, [*words[1:], None], strict=True):
        ends = after is None or not after.glued
        if (
            word.text[0] in OPENING + CLOSING
            and not word.glued
            and not (len(word.text) == 1 and ends)
        ):
            word.text = word.text[0].translate(OPENED) + word.text[1:]
        elif word.text[-1] in OPENING + CLOSING and ends:
            word.text = word.text[:-1] + word.text[-1].translate(CLOSED)
        if word.text[-1] in OPENING and ends and len(word.text) > 1:
            word.text = word.text[:-1] + word.text[-1].translate(CLOSED)


def turned_round(text: str) -> str:
    """Signs from left to right as they are read from right to left; numbers stay as they are.

    Brackets are not turned: PDFium has done that.
    """
    return "".join(reversed(UNTURNED.findall(text)))
