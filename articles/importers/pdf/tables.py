"""Tables of untagged pages: rows of cells that stand below each other.

Cells are divided by wide gaps. Where the cells of several rows fall into the same columns it is a
table; where they do not, the lines stay lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from articles.importers.pdf.measures import Measures
from articles.importers.pdf.model import Line, Word

CELL_GAP = 1.4  # of the size, at least, between cells
LEAST_ROWS = 3
MOST_COLUMNS = 30
MOST_BETWEEN = 1  # lines of one cell between lines of several
MOST_STEP = 3.0  # times the size, between rows


@dataclass
class Table:
    """The lines of a table, and its rows of cells, each with its words."""

    lines: list[Line]
    rows: list[list[list[Word]]]


def cells_of(line: Line) -> list[list[Word]]:
    """The words of a line, divided at wide gaps."""
    cells: list[list[Word]] = []
    end = None
    for word in sorted(line.words, key=lambda word: word.x0):
        if end is None or word.x0 - end > CELL_GAP * line.size:
            cells.append([])
        cells[-1].append(word)
        end = max(end or word.x1, word.x1)
    return cells


def find_tables(lines: Sequence[Line], measures: Measures) -> list[Table]:
    """The tables among lines in reading order."""
    found: list[Table] = []
    place = 0
    counts = [len(cells_of(line)) for line in lines]
    while place < len(lines):
        end = _run_end(lines, counts, place) if counts[place] > 1 else place
        table = _table(lines[place:end], measures) if end - place >= LEAST_ROWS else None
        if table:
            found.append(table)
            place = end
        else:
            place += 1
    return found


def _run_end(lines: Sequence[Line], counts: Sequence[int], start: int) -> int:
    """The end of a run of lines most of which have several cells."""
    end, place = start + 1, start + 1
    while place < len(lines):
        before, line = lines[place - 1], lines[place]
        step = line.y - before.y
        if (line.page, line.region) != (before.page, before.region):
            break
        if not 0 < step <= MOST_STEP * line.size:
            break
        if counts[place] > 1:
            end = place + 1
        elif place - end >= MOST_BETWEEN:
            break
        place += 1
    return end


def _table(lines: Sequence[Line], measures: Measures) -> Table | None:
    rows = [cells_of(line) for line in lines]
    several = [row for row in rows if len(row) > 1]
    if len(several) < LEAST_ROWS or len(several) < 0.6 * len(rows):
        return None
    columns = _columns(rows)
    if not 2 <= len(columns) <= MOST_COLUMNS or not _is_full(rows, columns):
        return None
    placed = [_placed(row, columns) for row in rows]
    if any(row is None for row in placed):
        return None
    whole = _unwrapped(lines, [row for row in placed if row is not None], measures)
    return Table(list(lines), whole) if len(whole) >= 2 else None


def _columns(rows: Sequence[Sequence[Sequence[Word]]]) -> list[tuple[float, float]]:
    """Strips that cells of all rows fall into: overlapping cells are of one column."""
    spans = sorted((cell[0].x0, max(word.x1 for word in cell)) for row in rows for cell in row)
    columns: list[tuple[float, float]] = []
    for x0, x1 in spans:
        if columns and x0 <= columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], x1)
        else:
            columns.append((x0, x1))
    return columns


def _is_full(
    rows: Sequence[Sequence[Sequence[Word]]], columns: Sequence[tuple[float, float]]
) -> bool:
    """Whether most places of the table hold a cell, and cells are no lines of running text."""
    filled = sum(len(row) for row in rows) / (len(rows) * len(columns))
    return filled >= 0.45 and len(columns) <= 2 * median(len(row) for row in rows)


def _placed(
    row: Sequence[list[Word]], columns: Sequence[tuple[float, float]]
) -> list[list[Word]] | None:
    made: list[list[Word]] = [[] for _ in columns]
    for cell in row:
        at = next(i for i, (x0, x1) in enumerate(columns) if x0 <= cell[0].x0 <= x1)
        if made[at]:
            made[at] += cell
        else:
            made[at] = list(cell)
    return made


def _unwrapped(
    lines: Sequence[Line], rows: list[list[list[Word]]], measures: Measures
) -> list[list[list[Word]]]:
    """Rows with the further lines of their cells put to the first."""
    made = [rows[0]]
    for before, line, row in zip(lines, lines[1:], rows[1:], strict=False):
        close = line.y - before.y <= measures.step(line) * 1.15
        if close and not row[0] and any(made[-1][at] for at, cell in enumerate(row) if cell):
            for at, cell in enumerate(row):
                made[-1][at] += cell
        else:
            made.append(row)
    return made
