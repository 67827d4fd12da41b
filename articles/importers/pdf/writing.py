"""Blocks as pieces."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from articles.importers.pdf.blocks import Block
from articles.importers.pdf.joining import Joiner, plain_words
from articles.importers.pdf.kinds import marker_signs
from articles.importers.pdf.margin_words import Left
from articles.importers.pdf.model import Line, Word
from articles.importers.pdf.notes import Note
from articles.importers.pieces import Kind, Piece, Why
from articles.markdown.writing_inline import escape_words

LEFT_OUT = (Why.FACT, Why.CONTENTS, Why.FURNITURE, Why.HIDDEN, Why.REPEATED)
BLANK_LINE = 1.7  # times the step of code


def piece_of(block: Block, joiner: Joiner) -> Piece:
    """The piece that a block is."""
    source = plain_words(block.lines, joiner.known)
    return Piece(
        block.kind,
        _words(block, joiner),
        source=source,
        level=block.level if block.kind is Kind.HEADING else 0,
        depth=block.depth,
        quoted=block.quoted,
        number=block.number,
        begins=block.begins,
        page=block.first.page,
        kept=block.why not in LEFT_OUT,
        sure=block.sure,
        why=block.why,
    )


def _words(block: Block, joiner: Joiner) -> str:
    if block.kind is Kind.TABLE:
        return "\n".join(_rows(block.rows))
    if block.kind is Kind.CODE:
        return code_of(block.lines)
    skipped = marker_signs(block) if block.marked else 0
    heading = block.kind is Kind.HEADING
    breaks = () if heading else block.breaks
    return joiner.markdown(block.lines, breaks=breaks, plain=heading, skipped=skipped)


def _rows(rows: Sequence[Sequence[str]]) -> list[str]:
    width = max(len(row) for row in rows)
    made = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in rows]
    made.insert(1, "|" + "---|" * width)
    return made


def code_of(lines: Sequence[Line]) -> str:
    """Lines of code with their indents, by the width of a letter."""
    left = min(line.x0 for line in lines)
    letters = [(word.x1 - word.x0) / len(word.text) for line in lines for word in line.words]
    width = sorted(letters)[len(letters) // 2] or 1.0
    steps = sorted(after.y - before.y for before, after in pairwise(lines) if after.y > before.y)
    step = steps[0] if steps else 0.0
    made: list[str] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and step and line.y - before.y > BLANK_LINE * step:
            made.append("")
        text, end = "", left
        for word in line.words:
            blanks = round((word.x0 - end) / width)
            text += " " * max(0 if word.glued else int(bool(text)), blanks) + word.text
            end = word.x1
        made.append(text.rstrip())
    return "\n".join(made)


def cell_words(cell: Sequence[Word], lines: Sequence[Line], joiner: Joiner) -> str:
    """The words of a cell as Markdown."""
    return joiner.markdown(lines, in_cell=True, plain=False) if cell else ""


def note_piece(note: Note, joiner: Joiner) -> Piece:
    """A footnote; its label is the number that its mark has."""
    words = joiner.markdown(note.lines, skipped=note.signs)
    return Piece(
        Kind.NOTE,
        words,
        source=plain_words(note.lines, joiner.known),
        note=str(note.number),
        page=note.page,
        sure=0.9,
    )


def left_piece(left: Left) -> Piece:
    """A line at the edge of a page, which is left out."""
    text = " ".join(left.line.text.split())
    return Piece(
        Kind.PARAGRAPH,
        escape_words(text),
        source=text,
        page=left.line.page,
        kept=False,
        sure=0.9,
        why=left.why,
    )
