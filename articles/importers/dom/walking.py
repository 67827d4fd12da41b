"""A tree of elements, walked once without recursion, to pieces.

Only structure is read here: which words are the article, and which stand around it, is said
beforehand by `Page.marks`. Words are gathered as runs; wherever a block begins or ends, what was
gathered becomes a piece (`articles.importers.dom.saying`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml import etree

from articles.importers.dom.codes import code_language, code_text
from articles.importers.dom.elements import (
    BLOCKS,
    BREAKS_OF_PAGES,
    CODES,
    FORMATS,
    HEADINGS,
    LISTS,
    PREFORMATTED,
    SILENT,
    Element,
    is_block,
    is_hidden,
    name_of,
    number,
    text_of,
    types_of,
)
from articles.importers.dom.figures import Figure, figure_piece, images_of, is_figure
from articles.importers.dom.inline import (
    Format,
    Run,
    collapsed,
    divided,
    paragraphs,
    tree,
    with_format,
)
from articles.importers.dom.maths import formula_words
from articles.importers.dom.page import Page, is_emoji, is_formula, is_tracker
from articles.importers.dom.places import Item, Items, Note, Place
from articles.importers.dom.saying import Sayer
from articles.importers.dom.signs import with_items
from articles.importers.dom.tables import is_table, rows_of, table_markdown
from articles.importers.pieces import Kind, Piece, Why
from articles.markdown.inline import Break, Code, Leaf, Mark, Text

ANCHOR_SIGNS = frozenset(("", "¶", "#", "§", "🔗", "⚓", "∞", "link", "permalink", "anchor"))


@dataclass
class Walker:
    """Goes through one tree; `flat` gathers all words as those of one paragraph."""

    page: Page
    flat: bool = False
    runs: list[Run] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    place: Place = field(default_factory=Place)
    opened: list[tuple[Place, bool, str]] = field(default_factory=list)
    sayer: Sayer = field(init=False)

    def __post_init__(self) -> None:
        self.sayer = Sayer(self.page)

    def walk(self, root: Element) -> None:
        events = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        skipped: Element | None = None
        for event, element in events:
            if event == "start":
                if self._start(element):
                    self._said(element.text)
                else:
                    events.skip_subtree()
                    skipped = element
                continue
            if event == "end" and element is not skipped:
                self._end(element)
            skipped = None
            if element is not root:
                self._said(element.tail)
        self._flush()

    def _start(self, element: Element) -> bool:
        """Enters an element; answers whether what is in it is still to be walked."""
        name = name_of(element)
        block = is_block(element, name)
        if element in self.page.begins and not self.flat:
            self._flush()
            self.page.part = self.page.begins[element]
        why = self._why(element)
        if why != self.place.why:
            if why and not block and not _has_blocks(element):
                return False
            block = True
        if self._is_done(element, name, block, why):
            return False
        if block:
            self._flush()
        self.opened.append((self.place, block, name))
        self.place = self._entered(element, name, why)
        if name == "rt" and not self.flat:
            self._add(Text("("))
        return True

    def _end(self, element: Element) -> None:
        before, block, name = self.opened.pop()
        if name == "rt" and not self.flat:
            self._add(Text(")"))
        if block:
            self._flush()
        self.place = before

    def _why(self, element: Element) -> Why:
        """Why the element is left out; nothing where it is text."""
        marked = self.page.marks.get(element)
        if marked is not None:
            return marked
        if self.place.why is Why.PLAIN and is_hidden(element):
            return Why.HIDDEN
        return self.place.why

    def _is_done(self, element: Element, name: str, block: bool, why: Why) -> bool:
        """Takes what is understood as a whole, or says nothing to readers."""
        if name == "br":
            self._add(Break())
        elif name in ("img", "image", "amp-img"):
            self._image(element, why)
        elif name == "svg" or name == "object":
            for image in images_of(element):
                self._image(image, why)
        elif name == "hr":
            self._flush()
            self.sayer.after_rule = bool(self.sayer.pieces)
        elif name == "math":
            self._add(Text(formula_words(element)))
        elif self._is_silent(element, name):
            return True
        elif element in self.page.notes.numbers:
            self._mark(element, why)
        elif name in PREFORMATTED and not self.flat:
            self._code(element, why)
        elif not self.flat and is_figure(element, name):
            self._figure(element, why)
        elif name == "table" and not self.flat:
            return is_table(element) and self._table(element, why)
        else:
            return False
        return True

    def _is_silent(self, element: Element, name: str) -> bool:
        """Whether it says nothing to a reader of the text."""
        if name in SILENT or (name == "button" and not self.place.heading):
            return True
        if element.attrib and not BREAKS_OF_PAGES.isdisjoint(types_of(element)):
            return True
        return self.page.notes.is_back(element) or self._is_anchor(element, name)

    def _entered(self, element: Element, name: str, why: Why) -> Place:
        place = self.place
        if why is not place.why:
            place = replace(place, why=why)
        body = self.page.notes.bodies.get(element)
        if body is not None and not self.flat:
            return Place(note=Note(body), why=why)
        if name in FORMATS:
            return replace(place, formats=with_format(place.formats, Format(FORMATS[name])))
        if name == "a":
            return self._linked(element, place)
        if name in CODES:
            return replace(place, code=True)
        if self.flat:
            return place
        if name in HEADINGS:
            return replace(place, heading=HEADINGS[name], formats=())
        if name in LISTS:
            return self._listed(element, name, place)
        if name == "li":
            return self._itemed(element, place)
        if name == "blockquote":
            self.sayer.quote_begins = True
            return replace(place, quoted=place.quoted + 1)
        if name in ("dt", "summary"):
            return replace(place, formats=with_format(place.formats, Format("strong")))
        return place

    def _linked(self, element: Element, place: Place) -> Place:
        href = self.page.address(element.get("href") or "")
        if not href:
            return place
        return replace(place, formats=with_format(place.formats, Format("a", href)))

    def _listed(self, element: Element, name: str, place: Place) -> Place:
        items = Items(name == "ol")
        if "reversed" in element.attrib:
            items.step = -1
            items.next = sum(1 for child in element if name_of(child) == "li")
        start = number(element.get("start"))
        items.next = items.next if start is None else start
        return replace(place, items=items, item=None)

    def _itemed(self, element: Element, place: Place) -> Place:
        items = place.items or Items(False)
        own = number(element.get("value"))
        items.next = items.next if own is None else own
        item = Item(items, max(items.next, 0) if items.ordered else None)
        items.next += items.step
        return replace(place, items=None, item=item, depth=place.depth + 1)

    def _is_anchor(self, element: Element, name: str) -> bool:
        """Whether it is the sign beside a heading by which others link to it."""
        if name != "a" or not self.place.heading or not (element.get("href") or "").count("#"):
            return False
        return text_of(element, 20).strip().lower() in ANCHOR_SIGNS

    def _said(self, words: str | None) -> None:
        if words:
            self._add(Code(words) if self.place.code else Text(words))

    def _add(self, leaf: Leaf) -> None:
        self.runs.append(Run(leaf, self.place.formats))

    def _mark(self, link: Element, why: Why) -> None:
        number = self.page.notes.numbers[link]
        if why is Why.PLAIN:
            self._add(Mark(number))
        else:
            self._add(Text(text_of(link, 20)))

    def _image(self, image: Element, why: Why) -> None:
        if is_emoji(image) or is_formula(image):
            self._add(Text(image.get("alt") or ""))
        elif not self.flat and not is_tracker(image):
            self.figures.append(Figure(image, [], why))
            if not any(_is_seen(run) for run in self.runs):
                self._show_figures()

    def _figure(self, element: Element, why: Why) -> None:
        self._flush()
        images = images_of(element)
        caption = tree(collapsed(divided(self.flat_runs(element))))
        for image in images[:-1]:
            self.figures.append(Figure(image, [], why))
        self.figures.append(Figure(images[-1], caption, why))
        self._flush()

    def _code(self, element: Element, why: Why) -> None:
        self._flush()
        lines = code_text(element)
        if lines.strip():
            language = code_language(element)
            piece = Piece(Kind.CODE, lines, lines, language=language, depth=self.place.depth)
            self.sayer.emit(piece, why)

    def _table(self, element: Element, why: Why) -> bool:
        rows = rows_of(element)
        if rows is None:
            return False
        self._flush()
        captions = [child for child in element if name_of(child) == "caption"]
        for caption in captions:
            self.sayer.paragraph(collapsed(self.flat_runs(caption)), self.place, why)
        cells = [[tree(collapsed(_unbroken(self.flat_runs(cell)))) for cell in row] for row in rows]
        words, source = table_markdown(cells)
        if words:
            self.sayer.emit(Piece(Kind.TABLE, words, source, depth=self.place.depth), why)
        return True

    def flat_runs(self, element: Element | None) -> list[Run]:
        """All that an element says, as the runs of one paragraph."""
        if element is None:
            return []
        walker = Walker(self.page, flat=True)
        walker.walk(element)
        return walker.runs

    def _flush(self) -> None:
        """Makes pieces of what was gathered since the last block began or ended."""
        if self.flat:
            self.runs.append(Run(Text(" "), ()))
            return
        if self.runs:
            runs, self.runs = self.runs, []
            if self.place.heading:
                runs = _unbroken(runs)
            for part, place in with_items(list(paragraphs(runs)), self.place):
                self.sayer.paragraph(part, place, place.why)
        self._show_figures()

    def _show_figures(self) -> None:
        figures, self.figures = self.figures, []
        for figure in figures:
            piece = figure_piece(figure, self.page)
            if piece is not None:
                self.sayer.emit(replace(piece, depth=self.place.depth), figure.why)


def _unbroken(runs: list[Run]) -> list[Run]:
    """The runs as they stand in one line."""
    return [Run(Text(" "), ()) if isinstance(run.leaf, Break) else run for run in runs]


def _is_seen(run: Run) -> bool:
    return isinstance(run.leaf, Mark) or (
        isinstance(run.leaf, Text | Code) and bool(run.leaf.value.strip())
    )


def _has_blocks(element: Element) -> bool:
    return any(name_of(each) in BLOCKS for each in element.iter("*"))
