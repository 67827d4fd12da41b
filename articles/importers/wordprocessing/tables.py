"""Tables: those that say something in rows and columns, and those that only lay a page out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from articles.importers.pieces import Kind, Piece, Why
from articles.importers.rows import written_rows
from articles.importers.wordprocessing.choosing import outermost
from articles.importers.wordprocessing.names import W, child_value, whole
from articles.markdown.writing_inline import escape_words

MOST_SPAN = 100  # columns that one cell goes over
MOST_IN_CELL = 4  # paragraphs, from which a cell is a text of its own
LONGEST_CELL = 1500  # characters


@dataclass
class Cell:
    """What stands in a cell."""

    pieces: list[Piece]


def cells_of(table: etree._Element) -> Iterator[list[etree._Element | None]]:
    """The cells row by row; None in places that a cell above or before them goes over."""
    for row in outermost(table, W + "tr"):
        properties = row.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            continue
        places: list[etree._Element | None] = []
        before = whole(child_value(properties, "gridBefore")) or 0
        places.extend([None] * min(max(before, 0), MOST_SPAN))
        for cell in outermost(row, W + "tc"):
            about = cell.find(W + "tcPr")
            merged = None if about is None else about.find(W + "vMerge")
            goes_on = merged is not None and merged.get(W + "val", "continue") == "continue"
            places.append(None if goes_on else cell)
            span = whole(child_value(about, "gridSpan")) or 1
            places.extend([None] * (min(span, MOST_SPAN) - 1))
        yield places


def table_pieces(rows: list[list[Cell]], note: str = "") -> list[Piece]:
    """The table as one piece, with its pictures after it; or what stands in it, one by one."""
    cells = [cell for row in rows for cell in row if cell.pieces]
    figures = [piece for cell in cells for piece in cell.pieces if piece.kind is Kind.FIGURE]
    if _lays_out(cells, rows):
        return [piece for cell in cells for piece in cell.pieces]
    words = written_rows([[cell_words(cell) for cell in row] for row in rows])
    source = "\n".join("\t".join(_source(cell) for cell in row) for row in rows)
    if not words:
        if source.strip() or figures:
            return [piece for cell in cells for piece in cell.pieces]
        return [Piece(Kind.TABLE, "", "", note=note, kept=False, why=Why.EMPTY)]
    left = [
        piece
        for cell in cells
        for piece in cell.pieces
        if not piece.kept and piece.kind is not Kind.FIGURE
    ]
    return [Piece(Kind.TABLE, words, source, note=note), *figures, *left]


def _lays_out(cells: list[Cell], rows: list[list[Cell]]) -> bool:
    """Whether the table only places what could stand one below the other."""
    kept = [[piece for piece in cell.pieces if piece.kept] for cell in cells]
    if any(piece.kind in (Kind.HEADING, Kind.TABLE) for pieces in kept for piece in pieces):
        return True
    columns = max((len(row) for row in rows), default=0)
    if len(cells) == 1 or columns > MOST_SPAN:
        return True
    return any(
        len(pieces) > MOST_IN_CELL or sum(len(piece.words) for piece in pieces) > LONGEST_CELL
        for pieces in kept
    )


def cell_words(cell: Cell) -> str:
    """What is kept of a cell as one line of Markdown."""
    return " ".join(_cell_line(piece) for piece in cell.pieces if piece.kept).strip()


def _cell_line(piece: Piece) -> str:
    if piece.kind is Kind.FIGURE:
        return ""
    words = piece.words
    if piece.kind is Kind.CODE:
        words = escape_words(" ".join(words.split()))
    line = words.replace("\\\n", " ").replace("\n", " ").replace("|", "\\|")
    if piece.kind is not Kind.LIST_ITEM:
        return line
    return f"• {line}" if piece.number is None else f"{piece.number}. {line}"


def _source(cell: Cell) -> str:
    return " ".join(piece.source for piece in cell.pieces)


def as_note(pieces: list[Piece], label: str) -> list[Piece]:
    """The pieces as those of a note: the first that is kept begins it."""
    kept = [place for place, piece in enumerate(pieces) if piece.kept and piece.words]
    if not kept:
        return []
    first = pieces[kept[0]]
    words = first.words
    if first.kind in (Kind.CODE, Kind.TABLE, Kind.FIGURE):
        words = escape_words(" ".join(first.source.split()))
    begun = replace(
        first, kind=Kind.NOTE, words=words, note=label, depth=0, quoted=0, begins=False, rule=False
    )
    rest = [replace(piece, note=label) for piece in pieces[kept[0] + 1 :]]
    return [begun, *rest]
