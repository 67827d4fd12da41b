"""The blocks of an OpenDocument text, one after another, as pieces."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from articles.importers import runs
from articles.importers.celled import table_pieces
from articles.importers.dom.inline import Run
from articles.importers.joining import captions_figure, continues_code, leaves_line_empty
from articles.importers.opendocument.frames import Frames
from articles.importers.opendocument.lists import Lists
from articles.importers.opendocument.names import OFFICE, TABLE, TEXT, whole
from articles.importers.opendocument.styles import Style
from articles.importers.opendocument.tables import cells_of
from articles.importers.opendocument.texts import SHAPES, Line, LineReader, Source
from articles.importers.pieces import Kind, Piece, Why
from articles.importers.styled import Block
from articles.importers.xml import too_deep
from articles.markdown.writing_inline import escape_words

INDEXES = {
    TEXT + name
    for name in (
        "table-of-content", "illustration-index", "table-index", "object-index", "user-index",
        "alphabetical-index",
    )
}  # fmt: skip
UNSEEN = {
    TEXT + "tracked-changes", TEXT + "sequence-decls", TEXT + "variable-decls", OFFICE + "forms",
    TEXT + "user-field-decls", OFFICE + "annotation", TEXT + "alphabetical-index-auto-mark-file",
    TEXT + "index-title-template", TEXT + "table-of-content-source", TEXT + "dde-connection-decls",
    TABLE + "calculation-settings", OFFICE + "scripts",
}  # fmt: skip
SET_IN = 22.0  # points by hand, from which a paragraph is set apart
MOST_DEPTH = 20  # tables and frames inside each other


class Blocks:
    """Walks the blocks of a document, or of a note, cell or frame in it."""

    def __init__(self, source: Source, *, note: str = "", depth: int = 0) -> None:
        if depth > MOST_DEPTH:
            raise too_deep()
        self.source = source
        self.note = note
        self.depth = depth
        self.found: list[Block] = []
        self.lists = Lists(source.styles)
        self.why = Why.PLAIN
        self.rule = False

    def walk(self, container: etree._Element) -> list[Block]:
        """All blocks inside."""
        for child in container:
            self._block(child)
        return self.found

    def _block(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in (TEXT + "p", TEXT + "h"):
            self._paragraph(element)
        elif tag == TEXT + "list":
            self._list(element)
        elif tag in (TEXT + "list-item", TEXT + "list-header") and self.lists.depth:
            self.lists.begin_item(element)
            self.walk(element)
        elif tag == TABLE + "table":
            self._table(element)
        elif tag in INDEXES:
            self._left_out(element, Why.CONTENTS)
        elif tag == TEXT + "section" and element.get(TEXT + "display") == "none":
            self._left_out(element, Why.HIDDEN)
        elif tag in SHAPES:
            self._shape(element)
        elif tag not in UNSEEN:
            self.walk(element)

    def _left_out(self, element: etree._Element, why: Why) -> None:
        before, self.why = self.why, self.why or why
        self.walk(element)
        self.why = before

    def _list(self, element: etree._Element) -> None:
        paragraph = next(element.iter(TEXT + "p", TEXT + "h"), None)
        usual = "" if paragraph is None else self._style(paragraph).list_style
        self.lists.open(element, usual)
        self.walk(element)
        self.lists.close(element)

    def _style(self, paragraph: etree._Element) -> Style:
        return self.source.styles.named("paragraph", paragraph.get(TEXT + "style-name"))

    def _paragraph(self, paragraph: etree._Element) -> None:
        style = self._style(paragraph)
        line = LineReader(self.source, style).read(paragraph)
        self.source.ticker.tick()
        if runs.is_empty(line.runs):
            self.rule = self.rule or (style.role == "rule" and bool(self.found))
            if style.role == "code":
                leaves_line_empty(self.found)
        elif style.role == "caption" and len(line.leading) + len(line.shapes) == 1:
            self._captioned_shape(line)
            return
        else:
            self._shapes(line.leading)
            line.leading = []
            for part in runs.divided(line.runs):
                self._said(paragraph, replace(line, runs=part), style)
        if line.hidden:
            self._hidden(" ".join("".join(line.hidden).split()))
        self._shapes([*line.leading, *line.shapes])

    def _shapes(self, shapes: list[etree._Element]) -> None:
        for shape in shapes:
            self._shape(shape)

    def _captioned_shape(self, line: Line) -> None:
        """A frame of a picture and the words below it, which say what it shows."""
        frames = Frames(self.source, self.note, self._inside).blocks(
            [*line.leading, *line.shapes][0]
        )
        words, said = runs.inline(line.runs), runs.plain(line.runs).strip()
        first = frames[0].piece if len(frames) == 1 else None
        if first and first.kind is Kind.FIGURE and first.kept and not first.words:
            frames[0] = replace(frames[0], piece=replace(frames[0].piece, words=words, source=said))
        else:
            frames.append(Block(Piece(Kind.PARAGRAPH, words, said, note=self.note)))
        for block in frames:
            self._add(block)

    def _said(self, paragraph: etree._Element, line: Line, style: Style) -> None:
        piece = self._piece(paragraph, line.runs, style)
        if style.role == "contents":
            piece = replace(piece, kept=False, why=Why.CONTENTS)
        if style.role == "caption" and captions_figure(self.found, piece):
            return
        if continues_code(self.found, piece):
            return
        self._add(Block(piece, style.role, line.size, line.is_bold, style.centred))

    def _piece(self, paragraph: etree._Element, said: list[Run], style: Style) -> Piece:
        source = runs.plain(said).strip()
        level = self._level(paragraph, style)
        if level:
            if runs.all_have(said, runs.STRONG):
                said = runs.without(said, runs.STRONG)
            words = runs.inline(runs.on_one_line(said))
            return Piece(Kind.HEADING, words, source, level=level, note=self.note)
        if self.lists.depth:
            return self._item(runs.inline(said), source)
        if style.role == "code":
            lines = runs.lines(said)
            return Piece(Kind.CODE, lines.strip("\n"), lines, note=self.note)
        words = runs.inline(said)
        if style.role == "quotation":
            return Piece(Kind.QUOTATION, words, source, quoted=1, note=self.note)
        if style.left >= SET_IN:
            return Piece(
                Kind.QUOTATION, words, source, quoted=1, note=self.note, sure=0.6, why=Why.LOOKS
            )
        return Piece(Kind.PARAGRAPH, words, source, note=self.note)

    def _level(self, paragraph: etree._Element, style: Style) -> int:
        if paragraph.tag == TEXT + "h":
            return whole(paragraph.get(TEXT + "outline-level"), 1) or 1
        if style.role == "title":
            return 1
        return 0 if style.role else style.heading

    def _item(self, words: str, source: str) -> Piece:
        here, depth = self.lists.opened[-1], self.lists.depth
        if here.used or not here.level.marked:
            return Piece(Kind.PARAGRAPH, words, source, depth=depth, note=self.note)
        last = next((each.piece for each in reversed(self.found) if each.piece.kept), None)
        begins = not here.begun and last is not None and last.depth >= depth
        here.used = here.begun = True
        number = here.number if here.level.ordered else None
        return Piece(
            Kind.LIST_ITEM,
            words,
            source,
            depth=depth,
            number=number,
            begins=begins,
            note=self.note,
        )

    def _hidden(self, words: str) -> None:
        if words:
            piece = Piece(Kind.PARAGRAPH, escape_words(words), words, note=self.note)
            self._add(Block(replace(piece, kept=False, why=Why.HIDDEN)))

    def _shape(self, shape: etree._Element) -> None:
        opened = self.lists.opened[-1] if self.lists.depth else None
        depth = self.lists.depth if opened and opened.used else 0
        for block in Frames(self.source, self.note, self._inside).blocks(shape):
            self._add(replace(block, piece=replace(block.piece, depth=block.piece.depth or depth)))

    def _table(self, table: etree._Element) -> None:
        for piece in table_pieces(cells_of(table, self._cell), self.note):
            self._add(Block(piece))

    def _cell(self, cell: etree._Element) -> list[Piece]:
        return [block.piece for block in self._inside(cell)]

    def _inside(self, container: etree._Element) -> list[Block]:
        """The blocks in a cell or frame, which are a text of their own."""
        return Blocks(self.source, note=self.note, depth=self.depth + 1).walk(container)

    def _add(self, block: Block) -> None:
        piece = block.piece
        if self.why:
            piece = replace(piece, kept=False, why=self.why)
        if self.rule and piece.kept:
            piece, self.rule = replace(piece, rule=True), False
        self.found.append(replace(block, piece=piece))
