"""The cells of a table (9), each in the place where it is seen; repeated ones within bounds."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from articles.importers.celled import Cell
from articles.importers.opendocument.names import TABLE, whole
from articles.importers.pieces import Piece

MOST_COLUMNS = 101  # one more than a table may have
MOST_REPEATED = 50  # rows that say the same
GROUPS = {
    TABLE + name
    for name in ("table-header-rows", "table-rows", "table-row-group", "table-header-row-group")
}


def cells_of(
    table: etree._Element, read: Callable[[etree._Element], list[Piece]]
) -> list[list[Cell]]:
    """The cells row by row; empty ones in the places that others go over."""
    rows: list[list[Cell]] = []
    for row in _rows(table):
        cells: list[Cell] = []
        for cell in row:
            if cell.tag not in (TABLE + "table-cell", TABLE + "covered-table-cell"):
                continue
            inside = Cell(read(cell) if cell.tag == TABLE + "table-cell" else [])
            times = whole(cell.get(TABLE + "number-columns-repeated"), 1)
            cells.extend([inside] * min(times, MOST_COLUMNS - len(cells)))
        says_something = any(cell.pieces for cell in cells)
        times = whole(row.get(TABLE + "number-rows-repeated"), 1) if says_something else 1
        rows.extend([cells] * min(times, MOST_REPEATED))
    return rows


def _rows(container: etree._Element) -> list[etree._Element]:
    rows: list[etree._Element] = []
    for child in container:
        if child.tag == TABLE + "table-row":
            rows.append(child)
        elif child.tag in GROUPS:
            rows.extend(_rows(child))
    return rows
