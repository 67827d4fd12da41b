"""The blocks of a document, one after another, as pieces."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from articles.importers import runs
from articles.importers.celled import Cell, table_pieces
from articles.importers.dom.inline import Run
from articles.importers.pieces import Kind, Piece, Why
from articles.importers.styled import Block
from articles.importers.stylenames import GOING_ON, LISTED
from articles.importers.wordprocessing.choosing import chosen
from articles.importers.wordprocessing.context import Context
from articles.importers.wordprocessing.drawings import Drawn
from articles.importers.wordprocessing.embedded import embedded_pieces
from articles.importers.wordprocessing.names import MC, M, W, child_value, value
from articles.importers.wordprocessing.styles import Shape, Style, shape_of
from articles.importers.wordprocessing.tables import cells_of
from articles.importers.wordprocessing.texts import Line, LineReader
from articles.importers.xml import too_deep
from articles.markdown.writing_inline import escape_words

WRAPPERS = {W + name for name in ("customXml", "ins", "moveTo", "smartTag", "sdtContent", "body")}
INDENTED = 500  # twentieths of a point more than its style, from which a paragraph is set apart
LONGEST_HEADING = 300  # characters
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
        if self.waiting:
            self._paragraph(etree.Element(W + "p"))
        return self.found

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
        self.context.ticker.tick(slow=bool(line.figures))
        line.runs[:0] = self.waiting
        self.waiting = []
        if _goes_on(properties):
            self.waiting = line.runs
            line.runs = []
        numbered = self._numbered(properties, style, style_id)
        if not runs.is_empty(line.runs):
            for part in runs.divided(line.runs):
                self._said(replace(line, runs=part), properties, style, numbered)
                numbered = None
        elif line.rule or _is_ruled(properties):
            self.rule = bool(self.found)
        self._beside(line)

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
            piece = _set_apart(piece, own, style.shape)
        if self.in_contents or line.is_contents or style.role == "contents":
            piece = replace(piece, kept=False, why=Why.CONTENTS)
        elif style.role == "caption" and self._captioned(piece):
            return
        if style.role == "code" and self._continued(piece):
            return
        bold = line.letters > 0 and line.bold >= line.letters
        centred = child_value(properties, "jc") == "center"
        self._add(Block(piece, style.role, line.size, bold, centred))

    def _piece(
        self, line: Line, shape: Shape, style: Style, numbered: tuple[int, int | None, str] | None
    ) -> Piece:
        said = line.runs
        source = runs.plain(said).strip()
        level = _heading_level(shape, style, source)
        if level:
            if runs.all_have(said, runs.STRONG):
                said = runs.without(said, runs.STRONG)
            return self._made(Kind.HEADING, said, source, level=level)
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
            return None
        if not marked.is_marked:
            return (level + 1, None, "") if self._in_item(level + 1) else None
        counted = numbering.count(list_id, level)
        number = counted if marked.is_ordered else None
        depth = level + 1
        if own.list_id is None:
            # "List Bullet 2" may be a list of its own, which begins at its first level
            depth = max(depth, *(_named_depth(name) for name in style.names), 1)
        return depth, number, list_id

    def _by_name(self, style: Style, own: Shape) -> tuple[int, int | None, str] | None:
        for name in style.names:
            listed = LISTED.fullmatch(name)
            if listed and listed["sign"].lower() == "bullet":
                return _named_depth(name), None, name
            indented = own.over(style.shape).left or 0
            if GOING_ON.fullmatch(name) and indented > 0 and self._in_item(1):
                return self.found[-1].piece.depth, None, ""
        return None

    def _in_item(self, depth: int) -> bool:
        """Whether an item of that depth stands open."""
        last = self.found[-1].piece if self.found else None
        return last is not None and last.kept and last.depth >= depth

    def _captioned(self, piece: Piece) -> bool:
        """Gives the words to the figure right before, if it has none of its own."""
        last = self.found[-1].piece if self.found else None
        if last is None or last.kind is not Kind.FIGURE or last.words:
            return False
        why = Why.PLAIN if last.src else last.why
        self.found[-1] = Block(
            replace(last, words=piece.words, source=piece.source, why=why), "figure"
        )
        return True

    def _continued(self, piece: Piece) -> bool:
        """Adds a line to the code right before; a paragraph of several lines stands alone."""
        last = self.found[-1] if self.found else None
        if last is None or last.piece.kind is not Kind.CODE or last.role != "code":
            return False
        if "\n" in piece.words:
            return False
        joined = replace(
            last.piece,
            words=f"{last.piece.words}\n{piece.words}",
            source=f"{last.piece.source}\n{piece.source}",
        )
        self.found[-1] = replace(last, piece=joined)
        return True

    def _beside(self, line: Line) -> None:
        """What stands beside a paragraph: hidden words, pictures, text boxes."""
        hidden = " ".join("".join(line.hidden).split())
        if hidden:
            words = escape_words(hidden)
            piece = Piece(Kind.PARAGRAPH, words, hidden, note=self.note, kept=False, why=Why.HIDDEN)
            self._add(Block(piece))
        depth = self.found[-1].piece.depth if line.figures and self._in_item(1) else 0
        for figure in line.figures:
            self._add(Block(_figure(figure, self.note, depth), "figure"))
        for box in line.boxes:
            inside = Blocks(self.context, self.reader, note=self.note, depth=self.depth + 1)
            inside.in_contents = self.in_contents
            for block in inside.walk(box):
                self._add(block)

    def _table(self, table: etree._Element) -> None:
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


def _named_depth(name: str) -> int:
    """The depth that the name of a style says: 2 for "List Bullet 2", and 0 for other names."""
    listed = LISTED.fullmatch(name)
    return int(listed["level"] or 1) if listed else 0


def _goes_on(properties: etree._Element | None) -> bool:
    """Whether the next paragraph goes on with this: its end was deleted, or it is an initial."""
    if properties is None:
        return False
    mark = properties.find(W + "rPr")
    if mark is not None and (
        mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None
    ):
        return True
    return child_value(properties, "framePr", "dropCap") in ("drop", "margin")


def _is_ruled(properties: etree._Element | None) -> bool:
    """Whether an empty paragraph is a line from side to side."""
    borders = None if properties is None else properties.find(W + "pBdr")
    if borders is None:
        return False
    sides = {each.tag for each in borders if value(each) not in ("nil", "none")}
    return bool(sides & {W + "bottom", W + "top"}) and not sides & {W + "left", W + "right"}


def _heading_level(shape: Shape, style: Style, words: str) -> int:
    """The level of a heading by its style or by its outline level; 0 for what is none."""
    if style.role and style.role != "title":
        return 0
    if style.heading:
        return style.heading
    if shape.outline is not None and 0 <= shape.outline < 9 and len(words) < LONGEST_HEADING:
        return shape.outline + 1
    return 1 if style.role == "title" else 0


def _set_apart(piece: Piece, own: Shape, usual: Shape) -> Piece:
    """A quotation, where only the paragraph's own indentation says so."""
    left = (own.left or 0) - (usual.left or 0)
    hangs = own.first is not None and own.first < 0
    if left < INDENTED or hangs or not piece.words:
        return piece
    return replace(piece, kind=Kind.QUOTATION, quoted=1, sure=0.6, why=Why.LOOKS)


def _figure(drawn: Drawn, note: str, depth: int) -> Piece:
    """A figure; one whose picture is not taken is left out, and says why."""
    if drawn.src:
        return Piece(
            Kind.FIGURE, "", drawn.alt, src=drawn.src, alt=drawn.alt, note=note, depth=depth
        )
    why = Why.REMOTE if drawn.remote else Why.EMPTY
    return Piece(
        Kind.FIGURE, "", drawn.alt, alt=drawn.alt, note=note, depth=depth, kept=False, why=why
    )
