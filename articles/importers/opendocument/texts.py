"""What one paragraph says: its runs with their formats, its notes, frames and hidden words."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from articles.importers import runs
from articles.importers.archives import Archive
from articles.importers.document import ImportRefused
from articles.importers.dom.inline import Format, Run
from articles.importers.dom.maths import formula_words
from articles.importers.looks import Look, Measured, run_of
from articles.importers.opendocument.names import DRAW, MATH, OFFICE, TEXT, XLINK, whole
from articles.importers.opendocument.styles import Style, Styles
from articles.importers.pictures import Pictures
from articles.importers.ticking import Ticker
from articles.importers.xml import parsed
from articles.markdown.inline import Break, Mark

SHAPES = {
    DRAW + name
    for name in (
        "frame", "g", "a", "custom-shape", "rect", "ellipse", "circle", "polygon", "path", "line",
        "connector", "caption", "regular-polygon", "polyline",
    )
}  # fmt: skip
UNSEEN = {
    OFFICE + "annotation", OFFICE + "annotation-end", TEXT + "tracked-changes", TEXT + "script",
    TEXT + "ruby-text", TEXT + "hidden-paragraph", TEXT + "hidden-text", OFFICE + "event-listeners",
}  # fmt: skip
MOST_BLANKS = 200  # of one sign that stands for many
MAX_FORMULA = 1_000_000  # bytes of the XML of one


@dataclass
class Source:
    """What all paragraphs of a document share."""

    styles: Styles
    archive: Archive | None
    pictures: Pictures = field(default_factory=Pictures)
    notes: list[etree._Element] = field(default_factory=list)  # by number, from 1
    ticker: Ticker = field(default_factory=Ticker)

    def formula(self, holder: etree._Element) -> str:
        """What the formula in an embedded object says; nothing where it is another object."""
        inside = next(holder.iter(MATH), None)
        if inside is not None:
            return formula_words(inside)
        path = (holder.get(XLINK + "href") or "").removeprefix("./").strip("/") + "/content.xml"
        known = self.archive.named(path) if self.archive else None
        if self.archive is None or known is None or self.archive.size(known) > MAX_FORMULA:
            return ""
        try:
            root = parsed(self.archive.read(known, MAX_FORMULA), recover=True)
        except ImportRefused:
            return ""
        return formula_words(root) if root.tag == MATH else ""


@dataclass
class Line(Measured):
    """A paragraph as it was read."""

    runs: list[Run] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    leading: list[etree._Element] = field(default_factory=list)  # shapes before all words
    shapes: list[etree._Element] = field(default_factory=list)


class LineReader:
    """Reads one paragraph."""

    def __init__(self, source: Source, style: Style) -> None:
        self.source = source
        self.style = style
        self.line = Line()

    def read(self, paragraph: etree._Element) -> Line:
        self._walk(paragraph, self.style.own, None)
        return self.line

    def _walk(self, element: etree._Element, look: Look, link: Format | None) -> None:
        self._say(element.text, look, link)
        for child in element:
            tag = child.tag
            if tag == TEXT + "span":
                style = self.source.styles.named("text", child.get(TEXT + "style-name"))
                self._walk(child, style.look.over(look), link)
            elif tag == TEXT + "a":
                href = child.get(XLINK + "href") or ""
                self._walk(child, look, runs.link_to(href) or link)
            elif tag == TEXT + "note":
                self._note(child)
            elif tag in SHAPES:
                self._shape(child, look, link)
            elif tag == TEXT + "s":
                blanks = min(whole(child.get(TEXT + "c"), 1), MOST_BLANKS)
                self._say(" " * blanks, look, link)
            elif tag == TEXT + "tab":
                self._say("\t", look, link)
            elif tag == TEXT + "line-break":
                self.line.runs.append(Run(Break(), ()))
            elif tag not in UNSEEN:
                self._walk(child, look, link)
            self._say(child.tail, look, link)

    def _note(self, note: etree._Element) -> None:
        body = note.find(TEXT + "note-body")
        if body is not None and "".join(body.itertext()).strip():
            self.source.notes.append(body)
            self.line.runs.append(Run(Mark(len(self.source.notes)), ()))

    def _shape(self, shape: etree._Element, look: Look, link: Format | None) -> None:
        for holder in shape.iterchildren(DRAW + "object"):
            words = self.source.formula(holder)
            if words:
                self._say(words, look, link)
                return
        (self.line.leading if runs.is_empty(self.line.runs) else self.line.shapes).append(shape)

    def _say(self, words: str | None, look: Look, link: Format | None) -> None:
        if not words:
            return
        if look.hidden or (look.hidden is None and self.style.look.hidden):
            self.line.hidden.append(words)
            return
        self.line.measure(words, look.over(self.style.look), self.source.styles.size)
        self.line.runs.append(run_of(words, look, link))
