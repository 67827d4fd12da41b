"""Columns: where a page has to be read down one strip before the next.

A gutter is a strip of paper that stays blank over many rows, while there is text on both sides of
it, line beside line, and that on the left fills its width. Rows above and below, which cross the
gutter, are read before and after. Columns are looked at again for columns in them. Tables have
such strips too, but what stands in their cells is short: those stay rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median

from articles.importers.pdf.lines import is_rtl, line_of, row_y, rows_of
from articles.importers.pdf.model import Line, Word

LEAST_GUTTER = 0.75  # of the size of most words
LEAST_ROWS = 3  # on either side
LEAST_SIGNS = 11  # in a row of a column, on average
LEAST_FILLED = 0.6  # of a column's width, on average
MOST_CELL_ROWS = 9
LEAST_IN_FEW_ROWS = 26  # signs in a row of a column, where there are few
LONG = 0.8  # of a column's width: what a long line fills
LEAST_LONG = 0.35  # of the lines that are long
AMID = 0.4  # of the rows
BESIDE = 0.4  # of the lower side's height: how much of it the other side has beside it
MAX_DEPTH = 5
MAX_SEEDS = 400
FAR = 2.2  # times the leading: a row below that stands in no column any more


@dataclass
class Strip:
    """A blank strip from x0 to x1 over rows `first` to `last`."""

    x0: float
    x1: float
    first: int
    last: int


@dataclass
class Bounds:
    """Where a column begins and ends."""

    x0: float
    x1: float


def lines_in_order(words: Sequence[Word], page: int) -> list[Line]:
    """The lines of a page in reading order, each with its column and region."""
    if not words:
        return []
    whole = Bounds(min(word.x0 for word in words), max(word.x1 for word in words))
    rtl = is_rtl("".join(word.text for word in words[:2000]))
    lines: list[Line] = []
    for region, (bounds, rows) in enumerate(_regions(rows_of(words), whole, rtl, 0)):
        for row in rows:
            line = line_of(row, page)
            line.left, line.right, line.region = bounds.x0, bounds.x1, region
            lines.append(line)
    return lines


Region = tuple[Bounds, list[list[Word]]]


def _regions(rows: list[list[Word]], bounds: Bounds, rtl: bool, depth: int) -> list[Region]:
    strip = best_strip(rows) if depth < MAX_DEPTH and len(rows) > LEAST_ROWS else None
    if strip is None:
        return [(bounds, rows)] if rows else []
    band = rows[strip.first : strip.last + 1]
    middle = (strip.x0 + strip.x1) / 2
    sides = [
        [word for row in band for word in row if (word.x0 < middle) == is_left]
        for is_left in (True, False)
    ]
    if rtl:
        sides.reverse()
    made = _regions(rows[: strip.first], bounds, rtl, depth + 1)
    for side in sides:
        own = Bounds(min(word.x0 for word in side), max(word.x1 for word in side))
        made += _regions(rows_of(side), own, rtl, depth + 1)
    return made + _regions(rows[strip.last + 1 :], bounds, rtl, depth + 1)


def best_strip(rows: Sequence[Sequence[Word]]) -> Strip | None:
    """The longest gutter between two columns."""
    size = median(word.size for row in rows for word in row)
    least = LEAST_GUTTER * size
    free = [_gaps(row, least) for row in rows]
    best: Strip | None = None
    grown: list[list[Strip]] = [[] for _row in rows]  # those that go through each row
    tried = 0
    for seed, gaps in enumerate(free):
        for x0, x1 in [*gaps[1:-1], *_between(rows, seed, least)]:
            if tried > MAX_SEEDS or any(x0 <= one.x0 and one.x1 <= x1 for one in grown[seed]):
                continue
            tried += 1
            strip = _grown(free, Strip(x0, x1, seed, seed), least)
            for row in range(strip.first, strip.last + 1):
                grown[row].append(strip)
            trimmed = _trimmed(rows, strip)
            if trimmed and (best is None or _height(rows, trimmed) > _height(rows, best)):
                best = trimmed
    return best


def _between(rows: Sequence[Sequence[Word]], place: int, least: float) -> list[tuple[float, float]]:
    """The gap between a row and the next where they stand beside each other."""
    if place + 1 >= len(rows):
        return []
    one, two = rows[place], rows[place + 1]
    ends = [(_end(one), two[0].x0), (_end(two), one[0].x0)]
    return [(x0, x1) for x0, x1 in ends if x1 - x0 >= least]


def _end(row: Sequence[Word]) -> float:
    return max(word.x1 for word in row)


def _gaps(row: Sequence[Word], least: float) -> list[tuple[float, float]]:
    """The blank strips of a row; the first and the last reach to the edges."""
    gaps: list[tuple[float, float]] = []
    end = -1e9
    for word in row:  # from left to right
        if word.x0 - end >= least:
            gaps.append((end, word.x0))
        end = max(end, word.x1)
    return [*gaps, (end, 1e9)]


def _grown(free: Sequence[Sequence[tuple[float, float]]], strip: Strip, least: float) -> Strip:
    """The strip over as many rows as leave it blank."""
    for step in (-1, 1):
        row = (strip.first if step < 0 else strip.last) + step
        while 0 <= row < len(free):
            shared = [
                (max(strip.x0, x0), min(strip.x1, x1))
                for x0, x1 in free[row]
                if min(strip.x1, x1) - max(strip.x0, x0) >= least
            ]
            if not shared:
                break
            strip.x0, strip.x1 = max(shared, key=lambda gap: gap[1] - gap[0])
            strip.first, strip.last = min(strip.first, row), max(strip.last, row)
            row += step
    return strip


def _height(rows: Sequence[Sequence[Word]], strip: Strip) -> float:
    return row_y(rows[strip.last]) - row_y(rows[strip.first])


def _trimmed(rows: Sequence[Sequence[Word]], strip: Strip) -> Strip | None:
    """The strip without rows at its ends that stand in no column; None if it is no gutter."""
    strip = Strip(strip.x0, strip.x1, strip.first, strip.last)
    leading = _leading(rows[strip.first : strip.last + 1], strip)
    while strip.last > strip.first and _is_apart(rows, strip, strip.last, -1, leading):
        strip.last -= 1
    while strip.first < strip.last and _is_apart(rows, strip, strip.first, 1, leading):
        strip.first += 1
    return strip if _divides(rows[strip.first : strip.last + 1], strip) else None


def _leading(rows: Sequence[Sequence[Word]], strip: Strip) -> float:
    steps = [row_y(after) - row_y(before) for before, after in pairwise(rows)]
    return median(steps) if steps else 0.0


def _is_apart(
    rows: Sequence[Sequence[Word]], strip: Strip, place: int, step: int, leading: float
) -> bool:
    """Whether the outermost row stands on one side alone, far from the next of that side."""
    left = any(word.x0 < strip.x0 + 0.1 for word in rows[place])
    right = any(word.x1 > strip.x1 - 0.1 for word in rows[place])
    if left and right:
        return False
    inner = place + step
    while strip.first < inner < strip.last:
        if any((word.x0 < strip.x0 + 0.1) == left for word in rows[inner]):
            break
        inner += step
    usual = max(leading, 1.25 * rows[place][0].size)
    return abs(row_y(rows[inner]) - row_y(rows[place])) > FAR * usual


def _divides(rows: Sequence[Sequence[Word]], strip: Strip) -> bool:
    """Whether there are columns of text on both sides, beside each other."""
    sides = []
    for is_left in (True, False):
        parts = [[w for w in row if (w.x0 < strip.x0 + 0.1) == is_left] for row in rows]
        sides.append([part for part in parts if part])
    if min(len(side) for side in sides) < LEAST_ROWS or not all(map(_is_text, sides)):
        return False
    if _are_cells(rows, strip):
        return False
    (top, bottom), (other_top, other_bottom) = ((row_y(side[0]), row_y(side[-1])) for side in sides)
    beside = min(bottom, other_bottom) - max(top, other_top)
    return beside >= BESIDE * min(bottom - top, other_bottom - other_top)


def _are_cells(rows: Sequence[Sequence[Word]], strip: Strip) -> bool:
    """Whether few rows, each with words on both sides, are rows of a table and not of columns."""
    if len(rows) > MOST_CELL_ROWS:
        return False
    both = [row for row in rows if row[0].x0 < strip.x0 + 0.1 and _end(row) > strip.x1 - 0.1]
    letters = fmean(sum(len(word.text) for word in row) for row in rows)
    if len(both) < 0.6 * len(rows) or letters >= 2 * LEAST_IN_FEW_ROWS:
        return False
    # lines of running text mostly begin amid a sentence
    amid = sum(1 for row in rows if row[0].text[0].islower())
    return amid < AMID * len(rows)


def _is_text(side: Sequence[Sequence[Word]]) -> bool:
    """Whether the rows are lines of text and not cells: long enough, and filling their column.

    A side that has columns in it is filled by none of them.
    """
    if fmean(sum(len(word.text) for word in row) for row in side) < LEAST_SIGNS:
        return False
    # one row that sticks out is none of the column's
    left = sorted(row[0].x0 for row in side)[min(1, len(side) // 4)]
    right = sorted(_end(row) for row in side)[-1 - min(1, len(side) // 4)]
    widths = [(_end(row) - row[0].x0) / max(1.0, right - left) for row in side]
    long = sum(1 for width in widths if width > LONG) / len(widths)
    if fmean(widths) >= LEAST_FILLED and long >= LEAST_LONG:
        return True
    return len(side) > 2 * LEAST_ROWS and best_strip(side) is not None
