"""Tables of untagged pages: rows of cells that stand below each other.

Rows that all leave the same strips blank, wider than blanks between words, make a table; where
they do not, the lines stay lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from articles.importers.pdf.measures import Measures
from articles.importers.pdf.model import Line, Word

CELL_GAP = 0.75  # of the size, at least, between cells
MARKER = re.compile(r"[•●○◦▪■‣*–—-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)\]]|\[\d+\]|\d{1,3}|")
LEAST_ROWS = 3
MOST_COLUMNS = 30
MOST_BETWEEN = 3  # lines of one cell between lines of several
INTERLEAVED = 0.8  # of the usual step: what is less is no step to another row
MOST_STEP = 3.0  # times the size, between rows


@dataclass
class Table:
    """The lines of a table, and its rows of cells, each with its words."""

    lines: list[Line]
    rows: list[list[list[Word]]]


def find_tables(lines: Sequence[Line], measures: Measures) -> list[Table]:
    """The tables among lines in reading order."""
    found: list[Table] = []
    place = 0
    while place < len(lines):
        end = _run_end(lines, place, measures)
        start = (
            place - 1 if place and _is_close(lines[place - 1], lines[place], measures) else place
        )
        if start < end < len(lines) and _is_close(lines[end - 1], lines[end], measures):
            end += 1
        table = _table(lines[start:end], measures) if end - place >= LEAST_ROWS else None
        if table:
            found.append(table)
            place = end
        else:
            place += 1
    return found


Strips = list[tuple[float, float]]


def _gaps(line: Line) -> Strips:
    """The blank strips between the words of a line."""
    gaps: Strips = []
    end = None
    for word in sorted(line.words, key=lambda word: word.x0):
        if end is not None and word.x0 - end >= CELL_GAP * line.size:
            gaps.append((end, word.x0))
        end = max(end or word.x1, word.x1)
    return gaps


def _run_end(lines: Sequence[Line], start: int, measures: Measures) -> int:
    """The end of a run of lines that leave at least one strip blank, with words on its sides."""
    strips = _gaps(lines[start])
    if not strips or (lines[start].share("mono") > 0.9 and not measures.mono):
        return start
    end = place = start + 1
    while place < len(lines):
        before, line = lines[place - 1], lines[place]
        step = line.y - before.y
        if (line.page, line.region) != (before.page, before.region):
            break
        if not 0 < step <= MOST_STEP * line.size:
            break
        strips = _shared(strips, line)
        if not strips:
            break
        if _gaps(line):
            end = place + 1
        elif place - end >= MOST_BETWEEN:
            break
        place += 1
    return end


def _shared(strips: Strips, line: Line) -> Strips:
    """What the line leaves blank of the strips."""
    free = [(-1e9, line.x0), *_gaps(line), (line.x1, 1e9)]
    return [
        (max(one[0], other[0]), min(one[1], other[1]))
        for one in strips
        for other in free
        if min(one[1], other[1]) - max(one[0], other[0]) >= CELL_GAP * line.size
    ]


def _table(lines: Sequence[Line], measures: Measures) -> Table | None:
    columns = _columns(lines)
    if not 2 <= len(columns) <= MOST_COLUMNS:
        return None
    rows = [_placed(line, columns) for line in lines]
    whole = _unwrapped(lines, rows, measures)
    several = [row for row in whole if sum(map(bool, row)) > 1]
    if len(several) < LEAST_ROWS or len(several) < 0.5 * len(whole) or not _is_full(whole):
        return None
    first = [" ".join(word.text for word in row[0]) for row in several]
    if sum(1 for text in first if MARKER.fullmatch(text)) > 0.7 * len(first):
        return None  # a list
    return Table(list(lines), whole)


def _columns(lines: Sequence[Line]) -> Strips:
    """Where the words of all lines stand together, between strips that all leave blank."""
    spans = sorted((word.x0, word.x1) for line in lines for word in line.words)
    least = CELL_GAP * median(line.size for line in lines)
    columns: Strips = []
    for x0, x1 in spans:
        if columns and x0 - columns[-1][1] < least:
            columns[-1] = columns[-1][0], max(columns[-1][1], x1)
        else:
            columns.append((x0, x1))
    return columns


def _placed(line: Line, columns: Strips) -> list[list[Word]]:
    row: list[list[Word]] = [[] for _ in columns]
    for word in line.words:
        at = max(at for at, (x0, _x1) in enumerate(columns) if x0 <= word.x0 + 0.01)
        row[at].append(word)
    return row


def _is_full(rows: Sequence[Sequence[Sequence[Word]]]) -> bool:
    """Whether most places of the table hold a cell."""
    filled = sum(1 for row in rows for cell in row if cell)
    return filled >= 0.4 * len(rows) * len(rows[0])


def _is_close(before: Line, line: Line, measures: Measures) -> bool:
    """Whether both are of one row, whose cells stand in its middle and have several lines."""
    if (before.page, before.region) != (line.page, line.region):
        return False
    return 0 < line.y - before.y < INTERLEAVED * measures.step(line)


def _unwrapped(
    lines: Sequence[Line], rows: list[list[list[Word]]], measures: Measures
) -> list[list[list[Word]]]:
    """Rows with the further lines of their cells put to the first."""
    close = [_is_close(before, line, measures) for before, line in pairwise(lines)] + [False]
    made = [rows[0]]
    for place, row in enumerate(rows[1:], 1):
        step = (lines[place].y - lines[place - 1].y) / measures.step(lines[place])
        further = step <= 1.15 and not row[0] and not close[place]
        further = further and any(made[-1][at] for at, cell in enumerate(row) if cell)
        if further or close[place - 1]:
            for at, cell in enumerate(row):
                made[-1][at] += cell
        else:
            made.append(row)
    return made
