"""What belongs to the block right before: captions to figures, lines to code."""

from __future__ import annotations

from dataclasses import replace

from articles.importers.pieces import Kind, Piece
from articles.importers.styled import Block


def captions_figure(found: list[Block], piece: Piece) -> bool:
    """Gives the words to the figure right before, if it is shown and has none of its own."""
    last = found[-1] if found else None
    if last is None or last.piece.kind is not Kind.FIGURE:
        return False
    if last.piece.words or not last.piece.kept:
        return False
    captioned = replace(last.piece, words=piece.words, source=piece.source)
    found[-1] = replace(last, piece=captioned)
    return True


def continues_code(found: list[Block], piece: Piece) -> bool:
    """Adds a line to the code right before; a paragraph of several lines stands alone."""
    last = found[-1] if found else None
    if last is None or piece.kind is not Kind.CODE or "\n" in piece.words:
        return False
    if last.piece.kind is not Kind.CODE:
        return False
    joined = replace(
        last.piece,
        words=f"{last.piece.words}\n{piece.words}",
        source=f"{last.piece.source}\n{piece.source}",
    )
    found[-1] = replace(last, piece=joined)
    return True


def leaves_line_empty(found: list[Block]) -> None:
    """Adds an empty line to the code right before, where there is any."""
    last = found[-1] if found else None
    if last is not None and last.piece.kind is Kind.CODE:
        longer = replace(last.piece, words=last.piece.words + "\n")
        found[-1] = replace(last, piece=longer)
