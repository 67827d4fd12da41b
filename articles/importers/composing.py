"""Pieces to the Markdown of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.importers.mentions import settled
from articles.importers.pieces import Kind, Piece
from articles.markdown.writing import RULE
from articles.markdown.writing_inline import address, escape_words, heading_line

MOST_DEPTH = 6  # lists and quotations inside each other; deeper ones stand at this depth
MAX_NUMBER = 999_999_999  # CommonMark 0.31, 5.2: at most nine digits
NOTE_INDENT = "    "
HARD_BREAK = re.compile(r"(?<!\\)((?:\\\\)*)\\\n")
# in a caption: what is escaped and what is code is passed over
CAPTION_SIGN = re.compile(r"\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|[\[\]]|\\$")


def compose(pieces: Iterable[Piece]) -> str:
    """The Markdown of the pieces that are kept, in order.

    A note that none of them mentions is a paragraph, and a mark whose note is not kept goes.
    """
    pieces = list(pieces)
    kept = [piece for piece in pieces if is_written(piece)]
    of_markdown = any(piece.kind is Kind.MARKDOWN for piece in pieces)
    return written(kept if of_markdown else settled(kept))


def is_written(piece: Piece) -> bool:
    """Whether a piece is kept and says anything."""
    return piece.kept and bool(piece.words.strip() or piece.kind is Kind.FIGURE)


def written(pieces: Iterable[Piece]) -> str:
    """The Markdown of pieces as they are, whatever becomes of footnotes."""
    composer = Composer()
    for piece in pieces:
        composer.add(piece)
    return "\n".join(composer.lines) + ("\n" if composer.lines else "")


@dataclass
class Open:
    """An item that is open: how its further lines are indented, and the sign of its list."""

    indent: str
    ordered: bool
    sign: str


@dataclass
class Composer:
    """Writes pieces one after another, keeping which items stand open."""

    lines: list[str] = field(default_factory=list)
    opened: list[Open] = field(default_factory=list)
    last: Piece | None = None

    def add(self, piece: Piece) -> None:
        quotes = _quotes(piece)
        apart = piece.begins and piece.kind is not Kind.LIST_ITEM
        goes_on = self.last is not None and not apart and _quotes(self.last) == quotes
        if not goes_on:
            self.opened.clear()
        before = "> " * quotes + (NOTE_INDENT if piece.note and piece.kind != Kind.NOTE else "")
        closed = self._close(piece)
        if self.lines and not self._is_tight(piece):
            self.lines.append((("> " * quotes) if goes_on else "").rstrip())
        if piece.rule and self.lines:
            self.lines += [before + RULE, before.rstrip()]
        first, *rest = _body(piece).split("\n")
        mark = self._mark(piece, closed) if piece.kind is Kind.LIST_ITEM else ""
        if piece.kind is Kind.LIST_ITEM:
            inside = before + "".join(item.indent for item in self.opened[:-1]) + mark
        else:
            inside = before + "".join(item.indent for item in self.opened)
        self.lines.append(inside + first)
        further = before + "".join(item.indent for item in self.opened)
        further += NOTE_INDENT if piece.kind is Kind.NOTE else ""
        self.lines.extend(further + line if line else further.rstrip() for line in rest)
        self.last = piece

    def _close(self, piece: Piece) -> Open | None:
        """Closes items that the piece does not stand in; answers one whose list may go on."""
        depth = min(piece.depth, MOST_DEPTH, len(self.opened) + 1)
        stays = depth - 1 if piece.kind is Kind.LIST_ITEM else depth
        stays = max(0, stays)
        closed = self.opened[stays] if len(self.opened) > stays else None
        del self.opened[stays:]
        return closed

    def _is_tight(self, piece: Piece) -> bool:
        last = self.last
        return (
            last is not None
            and last.kind is piece.kind is Kind.LIST_ITEM
            and _quotes(last) == _quotes(piece)
            and not piece.rule
            and not (piece.begins and last.depth == piece.depth)
            and "\n" not in last.words
            # CommonMark 0.31, 5.2: only a list that begins with 1 can interrupt a paragraph
            and (piece.depth <= last.depth or piece.number in (None, 1))
        )

    def _mark(self, piece: Piece, closed: Open | None) -> str:
        ordered = piece.number is not None
        usual, other = (".", ")") if ordered else ("-", "*")
        sign = usual
        if closed is not None and closed.ordered == ordered:
            sign = closed.sign
            if piece.begins:
                sign = other if sign == usual else usual
        number = min(piece.number or 0, MAX_NUMBER)
        mark = f"{number}{sign} " if ordered else f"{sign} "
        self.opened.append(Open(" " * len(mark), ordered, sign))
        return mark


def _quotes(piece: Piece) -> int:
    least = 1 if piece.kind is Kind.QUOTATION else 0
    return min(max(piece.quoted, least), MOST_DEPTH)


def _body(piece: Piece) -> str:
    """The piece's own Markdown, without what its containers put before it."""
    words = piece.words.strip("\n")
    match piece.kind:
        case Kind.HEADING:
            return heading_line(min(max(piece.level, 1), 6), _in_one_line(words))
        case Kind.CODE:
            longest = max((len(run) for run in re.findall("`+", words)), default=0)
            fence = "`" * max(3, longest + 1)
            return f"{fence}{piece.language}\n{words}\n{fence}"
        case Kind.FIGURE:
            return _figure(piece)
        case Kind.NOTE:
            return f"[^{piece.note}]: {words}"
        case _:
            return words


def _in_one_line(words: str) -> str:
    """Words where no line can break: a hard break is a blank."""
    return " ".join(HARD_BREAK.sub(r"\1 ", words).split())


def _figure(piece: Piece) -> str:
    """A figure: its caption is Markdown without marks, its alternative text is plain."""
    source = address(piece.src)
    caption = _in_one_line(piece.words)
    if not caption or caption == escape_words(piece.alt):
        return f"![{_closed(caption) or escape_words(piece.alt)}]({source})"
    if not piece.alt:
        return f"![{_closed(caption)}]({source})"
    return f'![{escape_words(piece.alt)}]({source} "{_quotable(caption)}")'


def _closed(caption: str) -> str:
    """A caption in which no bracket, and no backslash at its end, closes or opens the picture's."""
    opened: list[int] = []
    lone: list[int] = []
    for found in CAPTION_SIGN.finditer(caption):
        if found.group() == "[":
            opened.append(found.start())
        elif found.group() in ("]", "\\") and not (found.group() == "]" and opened):
            lone.append(found.start())
        elif found.group() == "]":
            opened.pop()
    for place in sorted(lone + opened, reverse=True):
        caption = caption[:place] + "\\" + caption[place:]
    return caption


def _quotable(caption: str) -> str:
    """A caption between quotation marks: those in it are escaped, and a backslash at its end."""
    return re.sub(r'(\\.)|"|\\$', lambda found: found[1] or "\\" + found.group(), caption)
