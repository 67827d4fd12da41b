"""What was gathered on the walk as a piece of the kind that its place says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from articles.importers.document import MAX_PIECES, too_many_pieces
from articles.importers.dom.inline import Run, markdown_of, plain_markdown, tree
from articles.importers.dom.labels import without_brackets, without_label
from articles.importers.dom.page import Page
from articles.importers.dom.places import Item, Place
from articles.importers.pieces import Kind, Piece, Why
from articles.markdown.inline import Node, Text, plain_text

MAX_PARAGRAPH = 90_000  # characters, below the dialect's limit for one paragraph


@dataclass
class Sayer:
    """Makes the pieces of one page, in order."""

    page: Page
    pieces: list[Piece] = field(default_factory=list)
    last: Piece | None = None  # that was kept
    after_rule: bool = False
    quote_begins: bool = False

    def paragraph(self, part: list[Run], place: Place, why: Why) -> None:
        """A heading, paragraph, item, quotation or note of these words."""
        note = place.note
        if note is not None and not note.begun:
            part = without_label(part, self.page.notes.labels.get(note.number, ""))
        nodes = tree(without_brackets(part))
        source = plain_text(nodes)
        if not source.strip():
            return
        if len(source) > MAX_PARAGRAPH:
            self._emit_long(source, place, why)
            return
        words = markdown_of(nodes) if why is Why.PLAIN else plain_markdown(nodes)
        self.emit(self._kind_of(words, source, place), why)

    def _emit_long(self, source: str, place: Place, why: Why) -> None:
        """What is too long for one paragraph, as several, divided at blanks."""
        while source:
            cut = len(source)
            if cut > MAX_PARAGRAPH:
                cut = source.rfind(" ", MAX_PARAGRAPH // 2, MAX_PARAGRAPH) + 1 or MAX_PARAGRAPH
            nodes: list[Node] = [Text(source[:cut].strip())]
            self.emit(self._kind_of(plain_markdown(nodes), source[:cut], place), why)
            source = source[cut:]

    def _kind_of(self, words: str, source: str, place: Place) -> Piece:
        if place.note is not None and not place.note.begun:
            place.note.begun = True
            return Piece(Kind.NOTE, words, source, note=str(place.note.number))
        label = str(place.note.number) if place.note is not None else ""
        if place.heading and not label:
            if place.item is not None:
                place.item.used = True
            return Piece(Kind.HEADING, words, source, level=place.heading)
        item = place.item
        if item is not None and not item.used:
            return self._item(item, words, source, place)
        kind = Kind.QUOTATION if place.quoted and not place.depth else Kind.PARAGRAPH
        begins = kind is Kind.QUOTATION and self.quote_begins
        self.quote_begins = False
        return Piece(
            kind, words, source, depth=place.depth, quoted=place.quoted, note=label, begins=begins
        )

    def _item(self, item: Item, words: str, source: str, place: Place) -> Piece:
        item.used = True
        begins = item.items is not None and not item.items.begun and self._after_list(place)
        if item.items is not None:
            item.items.begun = True
        return Piece(
            Kind.LIST_ITEM,
            words,
            source,
            depth=place.depth,
            quoted=place.quoted,
            number=item.number,
            begins=begins,
            note=str(place.note.number) if place.note is not None else "",
        )

    def _after_list(self, place: Place) -> bool:
        """Whether what stands right before is, or is in, an item of a list beside this one."""
        return self.last is not None and self.last.depth >= place.depth

    def emit(self, piece: Piece, why: Why) -> None:
        """Adds a piece, which is left out where there is a reason to."""
        self.page.ticker.tick()
        if len(self.pieces) >= MAX_PIECES:
            raise too_many_pieces()
        left = piece.why or why
        kept = piece.kept and why is Why.PLAIN
        rule = self.after_rule and kept
        sure = piece.sure if kept else min(piece.sure, 0.9)
        piece = replace(piece, part=self.page.part, kept=kept, why=left, rule=rule, sure=sure)
        self.pieces.append(piece)
        if kept:
            self.after_rule = False
            self.last = piece
