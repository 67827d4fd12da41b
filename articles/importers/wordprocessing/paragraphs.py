"""What a paragraph is by its properties: a heading, set apart, a rule, half of the next one."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from articles.importers.pieces import Kind, Piece, Why
from articles.importers.stylenames import LISTED
from articles.importers.wordprocessing.drawings import Drawn
from articles.importers.wordprocessing.names import W, child_value, value
from articles.importers.wordprocessing.styles import Shape, Style

INDENTED = 500  # twentieths of a point more than its style, from which a paragraph is set apart
LONGEST_HEADING = 300  # characters


def named_depth(name: str) -> int:
    """The depth that the name of a style says: 2 for "List Bullet 2", and 0 for other names."""
    listed = LISTED.fullmatch(name)
    return int(listed["level"] or 1) if listed else 0


def goes_on(properties: etree._Element | None) -> bool:
    """Whether the next paragraph goes on with this: its end was deleted, or it is an initial."""
    if properties is None:
        return False
    mark = properties.find(W + "rPr")
    if mark is not None and (
        mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None
    ):
        return True
    return child_value(properties, "framePr", "dropCap") in ("drop", "margin")


def is_ruled(properties: etree._Element | None) -> bool:
    """Whether an empty paragraph is a line from side to side."""
    borders = None if properties is None else properties.find(W + "pBdr")
    if borders is None:
        return False
    sides = {each.tag for each in borders if value(each) not in ("nil", "none")}
    return bool(sides & {W + "bottom", W + "top"}) and not sides & {W + "left", W + "right"}


def heading_level(shape: Shape, style: Style, words: str) -> int:
    """The level of a heading by its style or by its outline level; 0 for what is none."""
    if style.role and style.role != "title":
        return 0
    if style.heading:
        return style.heading
    if shape.outline is not None and 0 <= shape.outline < 9 and len(words) < LONGEST_HEADING:
        return shape.outline + 1
    return 1 if style.role == "title" else 0


def set_apart(piece: Piece, own: Shape, usual: Shape) -> Piece:
    """A quotation, where only the paragraph's own indentation says so."""
    left = (own.left or 0) - (usual.left or 0)
    hangs = own.first is not None and own.first < 0
    if left < INDENTED or hangs or not piece.words:
        return piece
    return replace(piece, kind=Kind.QUOTATION, quoted=1, sure=0.6, why=Why.LOOKS)


def figure_of(drawn: Drawn, note: str, depth: int) -> Piece:
    """A figure; one whose picture is not taken is left out, and says why."""
    if drawn.src:
        return Piece(
            Kind.FIGURE, "", drawn.alt, src=drawn.src, alt=drawn.alt, note=note, depth=depth
        )
    why = Why.REMOTE if drawn.remote else Why.EMPTY
    return Piece(
        Kind.FIGURE, "", drawn.alt, alt=drawn.alt, note=note, depth=depth, kept=False, why=why
    )
