"""The blocks of a document, one after another, as pieces."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from articles.importers import runs
from articles.importers.celled import Cell, table_pieces
from articles.importers.dom.inline import Run
from articles.importers.joining import captions_figure, continues_code, leaves_line_empty
from articles.importers.pieces import Kind, Piece, Why
from articles.importers.styled import Block
from articles.importers.stylenames import GOING_ON, LISTED
from articles.importers.wordprocessing.choosing import chosen
from articles.importers.wordprocessing.context import Context
from articles.importers.wordprocessing.drawings import Drawn
from articles.importers.wordprocessing.embedded import embedded_pieces
from articles.importers.wordprocessing.names import MC, M, W, child_value, value
from articles.importers.wordprocessing.paragraphs import (
    figure_of,
    goes_on,
    heading_level,
    is_ruled,
    named_depth,
    set_apart,
)
from articles.importers.wordprocessing.styles import Shape, Style, shape_of
from articles.importers.wordprocessing.tables import cells_of
from articles.importers.wordprocessing.texts import Line, LineReader
from articles.importers.xml import too_deep
from articles.markdown.writing_inline import escape_words

WRAPPERS = {W + name for name in ("customXml", "ins", "moveTo", "smartTag", "sdtContent", "body")}
MOST_DEPTH = 20  # tables and text boxes inside each other


class Blocks:
    """Walks the blocks of one part, or of a note, cell or text box in it."""

    def __init__(
        self, context: Context, reader: LineReader, *, note: str = "", depth: int = 0
    ) -> None:
        if depth > MOST_DEPTH:
            raise too_deep()
        self.context = context
        self.reader = reader
        self.note = note
        self.depth = depth
        self.found: list[Block] = []
        self.waiting: list[Run] = []  # words of a paragraph that goes on in the next
        self.rule = False
        self.lists: dict[int, str] = {}  # by depth, the list of the last item there
        self.in_contents = False

    def walk(self, container: etree._Element) -> list[Block]:
        """All blocks inside, and after those inside wrappers."""
        self._walk(container)
        self._end_waiting()
        return self.found

    def _end_waiting(self) -> None:
        """Makes a paragraph of words that waited for one that does not come."""
        if self.waiting:
            self._paragraph(etree.Element(W + "p"))

    def _walk(self, container: etree._Element) -> None:
        for child in container:
            tag = child.tag
            if tag == W + "p":
                self._paragraph(child)
            elif tag == W + "tbl":
                self._table(child)
            elif tag in WRAPPERS:
                self._walk(child)
            elif tag == W + "sdt":
                self._control(child)
            elif tag == MC + "AlternateContent" and (choice := chosen(child)) is not None:
                self._walk(choice)
            elif tag in (M + "oMathPara", M + "oMath"):
                wrapped = etree.Element(W + "p")
                wrapped.append(child)
                self._paragraph(wrapped)
            elif tag == W + "altChunk":
                pieces = embedded_pieces(child, self.reader.part, self.context)
                self.found.extend(Block(piece) for piece in pieces)

    def _control(self, control: etree._Element) -> None:
        gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        before, content = self.in_contents, control.find(W + "sdtContent")
        self.in_contents = before or value(gallery) == "Table of Contents"
        if content is not None:
            self._walk(content)
        self.in_contents = before

    def _paragraph(self, paragraph: etree._Element) -> None:
        properties = paragraph.find(W + "pPr")
        style_id = child_value(properties, "pStyle")
        style = self.context.styles.paragraph(style_id)
        line = self.reader.read(paragraph, style)
        self.context.ticker.tick()
        line.runs[:0] = self.waiting
        self.waiting = []
        if goes_on(properties):
            self.waiting = line.runs
            line.runs = []
        numbered = self._numbered(properties, style, style_id)
        self._figures(line.leading)
        before = len(self.found)
        if not runs.is_empty(line.runs):
            for place, part in enumerate(runs.divided(line.runs)):
                listed = None if place else numbered
                self._said(replace(line, runs=part), properties, style, listed)
        elif style.role == "code":
            leaves_line_empty(self.found)
        elif line.rule or style.role == "rule" or is_ruled(properties):
            self.rule = bool(self.found)
        self._beside(line, in_item=bool(numbered) and len(self.found) > before)

    def _said(
        self,
        line: Line,
        properties: etree._Element | None,
        style: Style,
        numbered: tuple[int, int | None, str] | None,
    ) -> None:
        own = shape_of(properties)
        piece = self._piece(line, own.over(style.shape), style, numbered)
        if piece.kind is Kind.PARAGRAPH and not piece.depth:
            piece = set_apart(piece, own, style.shape)
        if self.in_contents or line.is_contents or style.role == "contents":
            piece = replace(piece, kept=False, why=Why.CONTENTS)
        elif style.role == "caption" and captions_figure(self.found, piece):
            return
        if continues_code(self.found, piece):
            return
        centred = child_value(properties, "jc") == "center"
        self._add(Block(piece, style.role, line.size, line.is_bold, centred))

    def _piece(
        self, line: Line, shape: Shape, style: Style, numbered: tuple[int, int | None, str] | None
    ) -> Piece:
        said = line.runs
        source = runs.plain(said).strip()
        level = heading_level(shape, style, source)
        if level:
            if runs.all_have(said, runs.STRONG):
                said = runs.without(said, runs.STRONG)
            return self._made(Kind.HEADING, runs.on_one_line(said), source, level=level)
        if style.role == "code" and numbered is None:
            return Piece(Kind.CODE, runs.lines(said).strip("\n"), runs.lines(said), note=self.note)
        if numbered is not None:
            depth, number, list_id = numbered
            if list_id:
                begins = self.lists.get(depth, list_id) != list_id
                self.lists = {deep: each for deep, each in self.lists.items() if deep < depth}
                self.lists[depth] = list_id
                return self._made(
                    Kind.LIST_ITEM, said, source, depth=depth, number=number, begins=begins
                )
            return self._made(Kind.PARAGRAPH, said, source, depth=depth)
        if style.role == "quotation":
            return self._made(Kind.QUOTATION, said, source, quoted=1)
        return self._made(Kind.PARAGRAPH, said, source)

    def _made(
        self,
        kind: Kind,
        said: list[Run],
        source: str,
        *,
        level: int = 0,
        depth: int = 0,
        number: int | None = None,
        begins: bool = False,
        quoted: int = 0,
    ) -> Piece:
        return Piece(
            kind,
            runs.inline(said),
            source,
            level=level,
            depth=depth,
            number=number,
            begins=begins,
            quoted=quoted,
            note=self.note,
        )

    def _numbered(
        self, properties: etree._Element | None, style: Style, style_id: str | None
    ) -> tuple[int, int | None, str] | None:
        """Depth, number and list of an item; without a list, what goes on with an item.

        Counts the item, also where it is a heading or says nothing: it is counted when it is seen.
        """
        own = shape_of(properties)
        list_id = own.list_id or style.shape.list_id
        if list_id is None or list_id == "0":
            return self._by_name(style, own) if list_id is None else None
        numbering = self.context.numbering
        level = own.list_level
        if level is None:
            level = style.shape.list_level or 0
            if own.list_id is None and style_id:
                level = numbering.level_of_style(list_id, style_id) or level
        level = min(max(level, 0), 8)
        marked = numbering.level(list_id, level)
        if marked is None:
            return self._by_name(style, own)
        if not marked.is_marked:
            return (level + 1, None, "") if self._in_item(level + 1) else None
        counted = numbering.count(list_id, level)
        number = counted if marked.is_ordered else None
        depth = level + 1
        if own.list_id is None:
            # "List Bullet 2" may be a list of its own, which begins at its first level
            depth = max(depth, *(named_depth(name) for name in style.names), 1)
        return depth, number, list_id

    def _by_name(self, style: Style, own: Shape) -> tuple[int, int | None, str] | None:
        for name in style.names:
            listed = LISTED.fullmatch(name)
            if listed and listed["sign"].lower() == "bullet":
                return named_depth(name), None, name
            indented = own.over(style.shape).left or 0
            if GOING_ON.fullmatch(name) and indented > 0 and self._in_item(1):
                return self.found[-1].piece.depth, None, ""
        return None

    def _in_item(self, depth: int) -> bool:
        """Whether an item of that depth stands open."""
        last = self.found[-1].piece if self.found else None
        return last is not None and last.kept and last.depth >= depth

    def _figures(self, figures: list[Drawn], depth: int = 0) -> None:
        for figure in figures:
            self._add(Block(figure_of(figure, self.note, depth), "figure"))

    def _beside(self, line: Line, *, in_item: bool) -> None:
        """What stands beside a paragraph: hidden words, pictures, text boxes."""
        hidden = " ".join("".join(line.hidden).split())
        if hidden:
            words = escape_words(hidden)
            piece = Piece(Kind.PARAGRAPH, words, hidden, note=self.note, kept=False, why=Why.HIDDEN)
            self._add(Block(piece))
        self._figures(line.figures, self.found[-1].piece.depth if in_item else 0)
        for box in line.boxes:
            inside = Blocks(self.context, self.reader, note=self.note, depth=self.depth + 1)
            inside.in_contents = self.in_contents
            for block in inside.walk(box):
                if block.role != "caption" or not captions_figure(self.found, block.piece):
                    self._add(block)

    def _table(self, table: etree._Element) -> None:
        self._end_waiting()
        rows = [[self._cell(each) for each in row] for row in cells_of(table)]
        for block in table_pieces(rows, self.note):
            if self.in_contents:
                block = replace(block, kept=False, why=Why.CONTENTS)
            self._add(Block(block))

    def _cell(self, cell: etree._Element | None) -> Cell:
        if cell is None:
            return Cell([])
        inside = Blocks(self.context, self.reader, note=self.note, depth=self.depth + 1)
        return Cell([block.piece for block in inside.walk(cell)])

    def _add(self, block: Block) -> None:
        if self.rule and block.piece.kept:
            block = replace(block, piece=replace(block.piece, rule=True))
            self.rule = False
        self.found.append(block)
