"""What one paragraph says: its runs with their formats, its pictures and text boxes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from articles.importers import runs
from articles.importers.dom.inline import Format, Run
from articles.importers.looks import Look, Measured, run_of
from articles.importers.wordprocessing.choosing import chosen
from articles.importers.wordprocessing.context import NOTES, Context
from articles.importers.wordprocessing.drawings import Drawn, boxes_in, is_rule, pictures_in
from articles.importers.wordprocessing.fields import Fields, address_of
from articles.importers.wordprocessing.formulas import said
from articles.importers.wordprocessing.names import MC, M, R, W, child_value, value
from articles.importers.wordprocessing.package import Part
from articles.importers.wordprocessing.styles import Style, look_of
from articles.importers.wordprocessing.symbols import sign_of, unmasked
from articles.markdown.inline import Break, Mark

CONTAINERS = {
    W + name
    for name in ("ins", "moveTo", "smartTag", "sdtContent", "customXml", "dir", "bdo", "rubyBase")
} | {W + "sdt", W + "ruby"}
FORMULAS = {M + "oMath", M + "oMathPara"}


@dataclass
class Line(Measured):
    """A paragraph as it was read."""

    runs: list[Run] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    leading: list[Drawn] = field(default_factory=list)  # pictures before all words
    figures: list[Drawn] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    is_contents: bool = False
    rule: bool = False


class LineReader:
    """Reads the paragraphs of one part, which share the fields that are open."""

    def __init__(self, context: Context, part: Part) -> None:
        self.context = context
        self.part = part
        self.fields = Fields()
        self.line = Line()
        self.style = Style()
        self.ways: dict[str, Callable[[etree._Element, Format | None], None]] = {
            **dict.fromkeys(CONTAINERS, self._walk),
            **dict.fromkeys(FORMULAS, self._formula),
            W + "r": self._run,
            W + "hyperlink": self._hyperlink,
            W + "fldSimple": self._simple_field,
            MC + "AlternateContent": self._alternative,
        }

    def read(self, paragraph: etree._Element, style: Style) -> Line:
        """The paragraph; what is said in the properties of its style is no emphasis."""
        self.line, self.style = Line(), style
        self._walk(paragraph, None)
        return self.line

    def _walk(self, element: etree._Element, link: Format | None) -> None:
        for child in element:
            way = self.ways.get(child.tag)
            if way is not None:
                way(child, link)

    def _hyperlink(self, element: etree._Element, link: Format | None) -> None:
        relation = self.part.relations.get(element.get(R + "id") or "")
        if relation is not None and relation.outside:
            anchor = value(element, "anchor")
            href = relation.target
            href = f"{href}#{anchor}" if anchor and "#" not in href else href
            link = runs.link_to(href) or link
        self._walk(element, link)

    def _simple_field(self, element: etree._Element, link: Format | None) -> None:
        instruction = value(element, "instr") or ""
        self.fields.turn("begin")
        self.fields.instruct(instruction)
        self.fields.turn("separate")
        href = address_of(instruction)
        self._walk(element, runs.link_to(href) or link)
        self.fields.turn("end")

    def _alternative(self, element: etree._Element, link: Format | None) -> None:
        choice = chosen(element)
        if choice is not None:
            self._walk(choice, link)

    def _formula(self, element: etree._Element, link: Format | None) -> None:
        for words, script in said(element):
            self._add(words, Look(script=script or None), link)

    def _run(self, run: etree._Element, link: Format | None) -> None:
        properties = run.find(W + "rPr")
        character = self.context.styles.named(child_value(properties, "rStyle"))
        self._content(run, look_of(properties).over(character.look), link)

    def _content(self, run: etree._Element, look: Look, link: Format | None) -> None:
        after_custom_mark = False
        for child in run:
            tag = child.tag
            if tag == W + "t":
                if not after_custom_mark:
                    self._add(unmasked(child.text or "", look.font), look, link)
            elif tag == W + "fldChar":
                self._turn(child, look)
            elif tag == W + "instrText":
                self.fields.instruct(child.text or "")
            elif tag in NOTES:
                self._mark(child)
                after_custom_mark = value(child, "customMarkFollows") in ("1", "true", "on")
            elif tag == W + "sym":
                self._symbol(child, look, link)
            elif tag in SIGNS:
                self._add(SIGNS[tag], look, link)
            elif tag in (W + "br", W + "cr"):
                self._break(child, look, link)
            elif tag in (W + "drawing", W + "pict", W + "object"):
                self._drawing(child)
            elif tag == W + "ruby":
                self._walk(child, link)
            elif tag == MC + "AlternateContent" and (choice := chosen(child)) is not None:
                self._content(choice, look, link)

    def _turn(self, sign: etree._Element, look: Look) -> None:
        ended = self.fields.turn(value(sign, "fldCharType"))
        if ended is None or ended.shown:
            return
        words = ended.instruction.split()
        if len(words) > 1 and words[0].upper() == "SYMBOL" and words[1].isdecimal():
            font = words[words.index("\\f") + 1 :][:1] if "\\f" in words else [""]
            name = font[0].strip('"') if font else ""
            self._add(sign_of(name, int(words[1][:7])), look, None)

    def _mark(self, reference: etree._Element) -> None:
        number = None if self.fields.hides else self.context.mark(reference)
        if number is not None:
            self.line.runs.append(Run(Mark(number), ()))

    def _symbol(self, element: etree._Element, look: Look, link: Format | None) -> None:
        try:
            code = int(value(element, "char") or "", 16)
        except ValueError:
            return
        self._add(sign_of(value(element, "font"), code), look, link)

    def _break(self, element: etree._Element, look: Look, link: Format | None) -> None:
        if value(element, "type") in ("page", "column"):
            self._add(" ", look, link)
        elif not self.fields.hides and not self._is_hidden(look):
            self.line.runs.append(Run(Break(), ()))

    def _drawing(self, drawing: etree._Element) -> None:
        if self.fields.hides:
            return
        self.line.boxes.extend(boxes_in(drawing))
        context = self.context
        found = pictures_in(drawing, context.package, self.part, context.pictures)
        (self.line.leading if runs.is_empty(self.line.runs) else self.line.figures).extend(found)
        self.line.rule = self.line.rule or (drawing.tag == W + "pict" and is_rule(drawing))

    def _is_hidden(self, look: Look) -> bool:
        return bool(self.style.look.hidden if look.hidden is None else look.hidden)

    def _add(self, words: str, look: Look, link: Format | None) -> None:
        if not words or self.fields.hides:
            return
        self.line.is_contents = self.line.is_contents or self.fields.is_contents
        if self._is_hidden(look):
            self.line.hidden.append(words)
            return
        self.line.measure(words, look.over(self.style.look), self.context.styles.size)
        self.line.runs.append(run_of(words, look, link or self.fields.link))


SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\xad",
}
