"""Texts set in columns as TeX sets them: words at places of their own, no spaces between them.

Paragraphs are indented and justified, words divided at line ends, pages have running heads and
numbers, notes stand below the column, and paragraphs go on over columns and pages.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from articles.blocks import BlockContent
from bench.importing.justified import Line, Word, broken, width_of, words_of
from bench.importing.made import Made, day_of, facts_of
from bench.importing.samples import Run, Sample, runs_of, samples

FONTS = "/usr/share/fonts/truetype/dejavu/DejaVuSerif"
FACES = {"plain": "", "strong": "-Bold", "em": "-Italic"}
LEFT_OUT = ("table", "code", "figure")
NOTE_SIZE = 0.8


@dataclass(frozen=True)
class Setting:
    """How a text is set; lengths in points."""

    name: str
    texts: tuple[str, ...]
    columns: int = 2
    size: float = 9.5
    leading: float = 12.0
    edge: float = 54.0
    gap: float = 18.0
    indent: float = 12.0
    is_hyphenated: bool = True
    has_abstract: bool = True
    is_by_letters: bool = False  # each letter is drawn at its own place
    is_shuffled: bool = False  # pages are drawn from the foot upwards, columns across
    is_held_back: bool = False


SETTINGS = (
    Setting("proceedings", ("tidal-gauge.en", "kaliningrad-transit", "wegeordnung.de")),
    Setting("thesis", ("long-walk.en", "afghan-opium"), columns=1, size=11, leading=15, edge=100),
    Setting(
        "letters",
        ("nachlass.de", "cfe-linkage"),
        1,
        10.5,
        14,
        80,
        is_by_letters=True,
        is_held_back=True,
    ),
    Setting("book", ("long-walk.en", "przeprawa.pl"), 1, 12, 16, 130, is_held_back=True),
    Setting("shuffled", ("minutes.en", "nrc-in-practice"), is_shuffled=True, is_held_back=True),
)


def make() -> Iterator[Made]:
    for face, ending in FACES.items():
        pdfmetrics.registerFont(TTFont(face, f"{FONTS}{ending}.ttf"))
    for setting in SETTINGS:
        for name in setting.texts:
            sample = samples()[name].without(*LEFT_OUT)
            data = Setter(setting, sample).written()
            file = f"{setting.name}-{name}.pdf"
            facts = facts_of(sample)
            yield Made(file, "pdf", data, sample.truth, facts, setting.is_held_back)


class Setter:
    """Sets one text."""

    def __init__(self, setting: Setting, sample: Sample) -> None:
        self.setting, self.sample = setting, sample
        self.whole = io.BytesIO()
        self.canvas = Canvas(self.whole, pagesize=A4, invariant=True)
        self.page, self.column = 1, 0
        self.top = A4[1] - setting.edge
        self.y = self.top
        self.held: list[tuple[float, float, str, str, float]] = []
        self.notes: list[Line] = []  # those that wait for the foot of the column
        self.width = (
            A4[0] - 2 * setting.edge - (setting.columns - 1) * setting.gap
        ) / setting.columns

    def written(self) -> bytes:
        self._head()
        after_heading = True
        for block in self.sample.body:
            for line in self._lines(block, after_heading):
                self._place(line)
            after_heading = block.kind == "heading"
        self._foot()
        self.canvas.save()
        return self.whole.getvalue()

    def _head(self) -> None:
        sample, middle = self.sample, A4[0] / 2
        self.canvas.setTitle(sample.title)
        self.canvas.setFont("strong", 16)
        self.canvas.drawCentredString(middle, self.y - 20, sample.title)
        self.canvas.setFont("plain", 11)
        self.canvas.drawCentredString(middle, self.y - 40, sample.byline)
        self.canvas.drawCentredString(middle, self.y - 56, day_of(sample))
        self.y -= 80
        if self.setting.has_abstract and sample.standfirst:
            width = A4[0] - 2 * self.setting.edge - 60
            words = words_of([Run(sample.standfirst)])
            for line in broken(words, self.setting.size, 12, width, hyphenated=False):
                self._draw(line, self.setting.edge + 30)
            self.y -= 10
        self.top = self.y

    def _lines(self, block: BlockContent, after_heading: bool) -> list[Line]:
        size, leading = self.setting.size, self.setting.leading
        words = words_of(runs_of(block))
        indent = first = before = 0.0
        width = self.width
        match block.kind:
            case "heading":
                words = words_of([Run(block.text, frozenset({"strong"}))])
                size, leading = size * (1.25 if block.level < 3 else 1.1), leading * 1.2
                before = leading
            case "paragraph":
                first = 0.0 if after_heading else self.setting.indent
            case "quotation":
                indent, width, before = 14.0, self.width - 28, 4.0
            case "list_item":
                numbers = block.attrs.get("numbers")
                words.insert(0, Word([(f"{numbers[-1]}." if numbers else "•", "plain", False)]))
                indent, first = 12.0 * block.level, -10.0
                width -= indent
        lines = broken(
            words,
            size,
            leading,
            width,
            first=first,
            hyphenated=self.setting.is_hyphenated and block.kind != "heading",
        )
        for line in lines:
            line.indent += indent
        lines[0].before = before
        return lines

    def _place(self, line: Line) -> None:
        foot = self._notes_height(line)
        if self.y - line.before - line.leading - foot < self.setting.edge:
            self._next_column()
        elif self.y != self.top:
            self.y -= line.before
        for number in line.notes:
            self.notes += self._note(number)
        self._draw(line, self._left())

    def _notes_height(self, line: Line) -> float:
        coming = [one for number in line.notes for one in self._note(number)]
        height = sum(one.leading for one in [*self.notes, *coming])
        return height + 10 if height else 0

    def _note(self, number: int) -> list[Line]:
        size = self.setting.size * NOTE_SIZE
        lines: list[Line] = []
        for block in self.sample.notes:
            if block.attrs["footnote"] == number:
                words = words_of(runs_of(block))
                words[0].parts.insert(0, (str(number), "plain", True))
                lines += broken(words, size, size * 1.25, self.width, hyphenated=False)
        return lines

    def _left(self) -> float:
        return self.setting.edge + self.column * (self.width + self.setting.gap)

    def _next_column(self) -> None:
        self._foot_notes()
        self.column += 1
        if self.column == self.setting.columns:
            self._running()
            self.canvas.showPage()
            self.page, self.column = self.page + 1, 0
            self.top = A4[1] - self.setting.edge
        self.y = self.top

    def _foot(self) -> None:
        self._foot_notes()
        self._running()

    def _foot_notes(self) -> None:
        if not self.notes:
            return
        self.y = self.setting.edge + sum(line.leading for line in self.notes)
        left = self._left()
        self.canvas.line(left, self.y + 3, left + 60, self.y + 3)
        for line in self.notes:
            self._draw(line, left)
        self.notes = []

    def _running(self) -> None:
        """Left pages name the author, right pages the text; the first has its number below."""
        self._flush()
        self.canvas.setFont("plain", 8)
        edge, width = self.setting.edge, A4[0]
        if self.page == 1:
            self.canvas.drawCentredString(width / 2, edge - 24, str(self.page))
            return
        height = A4[1] - edge + 14
        if self.page % 2:
            self.canvas.drawString(edge, height, self.sample.title.upper())
            self.canvas.drawRightString(width - edge, height, str(self.page))
        else:
            self.canvas.drawString(edge, height, str(self.page))
            self.canvas.drawRightString(width - edge, height, self.sample.byline.upper())

    def _draw(self, line: Line, left: float) -> None:
        self.y -= line.leading
        x = left + line.indent
        for word in line.words:
            for words, face, raised in word.parts:
                size = line.size * (0.65 if raised else 1)
                self._put(x, self.y + (line.size * 0.35 if raised else 0), words, face, size)
                x += width_of(words, face, line.size, raised)
            x += line.space

    def _put(self, x: float, y: float, words: str, face: str, size: float) -> None:
        for part in words if self.setting.is_by_letters else (words,):
            if self.setting.is_shuffled:
                self.held.append((y, x, part, face, size))
            else:
                self.canvas.setFont(face, size)
                self.canvas.drawString(x, y, part)
            x += float(pdfmetrics.stringWidth(part, face, size))

    def _flush(self) -> None:
        """Draws what a page of a shuffled setting holds, from its foot upwards."""
        for y, x, part, face, size in sorted(self.held):
            self.canvas.setFont(face, size)
            self.canvas.drawString(x, y, part)
        self.held = []
