"""Texts as DOCX files in the styles that Pandoc uses, with numbering by reference."""

from __future__ import annotations

from collections.abc import Iterator

from docx.enum.style import WD_STYLE_TYPE
from docx.text.paragraph import Paragraph

from articles.blocks import BlockContent
from bench.importing.docx_exported import Exporter
from bench.importing.docx_files import Habit, Writer
from bench.importing.made import Made, facts_of
from bench.importing.samples import samples

HABIT = Habit("pandoc", ("tidal-gauge.en", "queue-manual.en", "minutes.en"), is_held_back=True)
STYLES = ("First Paragraph", "Compact", "Source Code", "Block Text", "Image Caption", "Author")


def make() -> Iterator[Made]:
    for text in HABIT.texts:
        sample = samples()[text]
        writer = PandocWriter(HABIT, sample)
        data = writer.written()
        yield Made(f"pandoc-{text}.docx", "docx", data, writer.truth, facts_of(sample), True)


class PandocWriter(Exporter):
    """Writes as Pandoc does: a style for the paragraph after a heading, one for tight items."""

    def _head(self) -> None:
        known = [style.name for style in self.document.styles]
        for name in STYLES:
            if name not in known:
                self.document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        super()._head()
        self.after_heading = True

    def _add(self, block: BlockContent) -> None:
        Writer._add(self, block)
        self.after_heading = block.kind == "heading"

    def _styled(self, block: BlockContent) -> Paragraph:
        paragraph = super()._styled(block)
        paragraph.paragraph_format.page_break_before = None
        if block.kind == "list_item":
            paragraph.style = "Compact"
        elif block.kind == "quotation":
            paragraph.style = "Block Text"
        elif block.kind == "paragraph":
            paragraph.style = "First Paragraph" if self.after_heading else "Body Text"
        return paragraph

    def _code(self, block: BlockContent) -> None:
        paragraph = self.document.add_paragraph(style="Source Code")
        for place, line in enumerate(block.text.split("\n")):
            if place:
                paragraph.add_run().add_break()
            paragraph.add_run(line)
