"""Texts as DOCX files, as people of different habits make them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from random import Random

import docx
from docx.document import Document
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run as DocxRun

from articles.blocks import BlockContent
from bench.importing import docx_parts as parts
from bench.importing.made import Made, day_of, facts_of
from bench.importing.pictures import picture
from bench.importing.samples import PROSE, Run, Sample, rows_of, runs_of, samples

ASIDE = "The office is shut on Mondays"
BOX = "Read the board before you read the sounder."


@dataclass(frozen=True)
class Habit:
    """How somebody makes a Word file, and of which texts."""

    name: str
    texts: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    has_styles: bool = True
    has_changes: bool = False
    has_boxes: bool = False
    has_furniture: bool = False  # running heads, a table of contents, cut runs, controls
    is_held_back: bool = False


HABITS = (
    Habit("styled", ("tidal-gauge.en", "afghan-opium", "wegeordnung.de", "grain-corridor")),
    Habit(
        "manual", ("kaliningrad-transit", "bell-founder.en", "pochta.ru"), PROSE, has_styles=False
    ),
    Habit("changed", ("long-walk.en", "tidal-gauge.en"), has_changes=True),
    Habit("boxes", ("nrc-in-practice", "ecluse.fr"), has_boxes=True),
    Habit("furnished", ("cfe-linkage", "queue-manual.en", "chaguan.zh"), has_furniture=True),
)


def make() -> Iterator[Made]:
    for habit in HABITS:
        for text in habit.texts:
            sample = samples()[text]
            sample = sample.only(habit.kinds) if habit.kinds else sample
            writer = Writer(habit, sample)
            data = writer.written()
            yield Made(
                f"{habit.name}-{text}.docx",
                "docx",
                data,
                writer.truth,
                facts_of(sample),
                habit.is_held_back,
            )


class Writer:
    """Writes one text; `truth` grows with what it adds of its own."""

    def __init__(self, habit: Habit, sample: Sample) -> None:
        self.habit, self.sample = habit, sample
        self.document: Document = docx.Document()
        self.truth: list[str] = []
        self.random = Random(sample.name)
        self.changes = 0

    def written(self) -> bytes:
        self._head()
        for place, block in enumerate(self.sample.body):
            self._add(block)
            self.truth.append(block.text)
            if self.habit.has_boxes and place == 1:
                parts.add_box(self.document.paragraphs[-1], BOX)
                self.truth.append(BOX)
        self._notes()
        whole = io.BytesIO()
        self.document.save(whole)
        return whole.getvalue()

    def _head(self) -> None:
        sample, core = self.sample, self.document.core_properties
        core.title, core.author = sample.title, sample.byline
        if self.habit.has_furniture:
            section = self.document.sections[0]
            section.header.paragraphs[0].text = f"{sample.title} – draft for the committee"
            parts.add_field(section.footer.paragraphs[0], "PAGE", "1")
        if self.habit.has_styles:
            self.document.add_paragraph(sample.title, "Title")
            self.document.add_paragraph(f"{sample.byline}, {day_of(sample)}", "Subtitle")
        else:
            run = self.document.add_paragraph().add_run(sample.title)
            run.bold, run.font.size = True, Pt(20)
            self.document.add_paragraph(sample.byline)
        if self.habit.has_furniture:
            self._contents()

    def _contents(self) -> None:
        for place, block in enumerate(self.sample.body):
            if block.kind == "heading":
                line = self.document.add_paragraph(style="TOC Heading" if not place else "Normal")
                line.style = self._contents_style()
                parts.add_field(line, f"PAGEREF _Toc{place}", f"{block.text}\t{1 + place // 9}")

    def _contents_style(self) -> str:
        if "toc 1" not in [style.name for style in self.document.styles]:
            self.document.styles.add_style("toc 1", 1)
        return "toc 1"

    def _add(self, block: BlockContent) -> None:
        match block.kind:
            case "table":
                self._table(block)
            case "code":
                self._code(block)
            case "figure":
                self.document.add_picture(io.BytesIO(picture()), width=Pt(200))
                self.document.add_paragraph(block.text, "Caption")
            case _:
                self._words(block)

    def _words(self, block: BlockContent) -> None:
        paragraph = self._styled(block) if self.habit.has_styles else self._formatted(block)
        self._runs(paragraph, block)
        if self.habit.has_changes:
            self._changed(paragraph)
        if self.habit.has_furniture and self.random.random() < 0.2:
            parts.wrap_in_control(paragraph)

    def _styled(self, block: BlockContent) -> Paragraph:
        style = "Normal"
        if block.kind == "heading":
            style = f"Heading {block.level}"
        elif block.kind == "quotation":
            style = "Quote"
        elif block.kind == "list_item":
            style = "List Number" if block.attrs.get("ordered") else "List Bullet"
            style += f" {block.level}" if block.level > 1 else ""
        return self.document.add_paragraph(style=style)

    def _formatted(self, block: BlockContent) -> Paragraph:
        paragraph = self.document.add_paragraph()
        if block.kind == "list_item":
            numbers = block.attrs.get("numbers")
            paragraph.add_run(f"{numbers[-1]}.\t" if numbers else "•\t")
            paragraph.paragraph_format.left_indent = Pt(18 * block.level)
            paragraph.paragraph_format.first_line_indent = Pt(-18)
        elif block.kind == "quotation":
            paragraph.paragraph_format.left_indent = Pt(36)
            paragraph.paragraph_format.right_indent = Pt(36)
        return paragraph

    def _runs(self, paragraph: Paragraph, block: BlockContent) -> None:
        for href, runs in groupby(runs_of(block), key=lambda run: run.href):
            link = parts.add_link(paragraph, href) if href else None
            for run in runs:
                for piece in self._cut(run):
                    made = self._run(paragraph, piece, run, block)
                    if link is not None:
                        link.append(made._r)

    def _cut(self, run: Run) -> list[str]:
        """Word cuts runs where somebody's spelling was looked at, in words as well."""
        if not self.habit.has_furniture or run.note or len(run.words) < 8:
            return [run.words]
        at = self.random.randrange(1, len(run.words) - 1)
        return [run.words[:at], run.words[at:]]

    def _run(self, paragraph: Paragraph, words: str, run: Run, block: BlockContent) -> DocxRun:
        if run.note:
            made = paragraph.add_run()
            parts.add_note_mark(made, run.note)
            return made
        made = paragraph.add_run(words)
        made.bold = True if "strong" in run.marks else None
        made.italic = True if "em" in run.marks else None
        made.font.subscript = True if "sub" in run.marks else None
        made.font.superscript = True if "sup" in run.marks else None
        if "code" in run.marks:
            made.font.name = "Courier New"
        if block.kind == "heading" and not self.habit.has_styles:
            made.bold, made.font.size = True, Pt(15 if block.level < 3 else 13)
        return made

    def _changed(self, paragraph: Paragraph) -> None:
        """Somebody went over the paragraph with changes tracked."""
        runs = paragraph.runs
        if not runs or len(runs[-1].text) < 40:
            return
        last = runs[-1]
        at = re.search(r"\s", last.text[20:])
        if at is None:
            return
        before, after = last.text[: 20 + at.start()], last.text[20 + at.start() :]
        last.text = before
        self.changes += 3
        parts.add_deleted(paragraph, f" {ASIDE}", self.changes)
        parts.add_moved_away(paragraph, f" {ASIDE}", self.changes + 1)
        parts.inserted(paragraph, paragraph.add_run(after), self.changes + 2)

    def _table(self, block: BlockContent) -> None:
        rows = rows_of(block)
        table = self.document.add_table(len(rows), len(rows[0]))
        table.style = "Table Grid"
        for row, cells in enumerate(rows):
            for column, runs in enumerate(cells):
                cell = table.cell(row, column).paragraphs[0]
                for run in runs:
                    cell.add_run(run.words).bold = True if not row else None

    def _code(self, block: BlockContent) -> None:
        paragraph = self.document.add_paragraph(style="macro" if self._has("macro") else "Normal")
        for place, line in enumerate(block.text.split("\n")):
            run = paragraph.add_run()
            if place:
                run.add_break()
            run.add_text(line)
            run.font.name = "Courier New"

    def _has(self, style: str) -> bool:
        return style in [one.name for one in self.document.styles]

    def _notes(self) -> None:
        notes = self.sample.notes
        if not notes:
            return
        self.truth += [note.text for note in notes]
        numbered = groupby(notes, key=lambda note: int(note.attrs["footnote"]))
        parts.add_notes(
            self.document,
            [
                (
                    number,
                    [
                        "".join(
                            parts.run_xml(run.words, is_italic="em" in run.marks)
                            for run in runs_of(block)
                        )
                        for block in blocks
                    ],
                )
                for number, blocks in numbered
            ],
        )
