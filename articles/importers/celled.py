"""Tables: those that say something in rows and columns, and those that only lay a page out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from articles.importers.pieces import Kind, Piece, Why
from articles.importers.rows import written_rows
from articles.markdown.limits import MAX_COLUMNS
from articles.markdown.writing_inline import escape_words

MOST_IN_CELL = 4  # paragraphs, from which a cell is a text of its own
LONGEST_CELL = 1500  # characters


@dataclass
class Cell:
    """What stands in a cell."""

    pieces: list[Piece]


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
    columns = max(
        (place for row in rows for place, cell in enumerate(row, 1) if cell.pieces), default=0
    )
    if len(cells) == 1 or columns == 1 or columns > MAX_COLUMNS:
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
