"""Notes whose marks are in the text are kept, and no others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from articles.importers.pieces import Kind, Piece, Why

MARK = re.compile(r"(?<!\\)\[\^(\d+)\]")


def with_their_marks(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with each note kept where its mark is, and as a paragraph where it has none."""
    marked = {
        label
        for piece in pieces
        if piece.kept and piece.kind is not Kind.CODE
        for label in MARK.findall(piece.words)
    }
    noted = {piece.note for piece in pieces if piece.kind is Kind.NOTE}
    return [_settled(piece, marked) if piece.note in noted else piece for piece in pieces]


def _settled(piece: Piece, marked: set[str]) -> Piece:
    if piece.note in marked:
        left = not piece.kept and piece.why is Why.FURNITURE
        return replace(piece, kept=True, why=Why.PLAIN) if left else piece
    kind = Kind.PARAGRAPH if piece.kind is Kind.NOTE else piece.kind
    return replace(piece, kind=kind, note="")
