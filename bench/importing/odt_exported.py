"""Texts as ODT files of long use: comments, bookmarks, page ends within words, boxes."""

from __future__ import annotations

from collections.abc import Iterator

from odf import dc, draw, office, text
from odf.element import Element

from articles.blocks import BlockContent
from bench.importing.made import Made, facts_of
from bench.importing.odt_files import Habit, Writer, add_words
from bench.importing.samples import Run, samples

HABITS = (
    Habit("used", ("minutes.en", "nachlass.de", "tidal-gauge.en"), is_held_back=True),
    Habit("used-letters", ("faros.el", "przeprawa.pl"), is_held_back=True),
)
BOX = "A box beside the text says this once."


def make() -> Iterator[Made]:
    for habit in HABITS:
        for name in habit.texts:
            sample = samples()[name]
            data = UsedWriter(habit, sample).written()
            truth = [sample.truth[0], BOX, *sample.truth[1:]]
            facts = facts_of(sample)
            yield Made(f"{habit.name}-{name}.odt", "odt", data, truth, facts, True)


class UsedWriter(Writer):
    """Writes a text that several people worked on."""

    def _add(self, block: BlockContent) -> None:
        is_first = not self.into.getElementsByType(text.Bookmark)
        if block.kind == "heading":
            self._in_numbered_list(block)
        else:
            super()._add(block)
        if is_first:
            self._box()
        if block.kind == "paragraph":
            self.into.addElement(text.P(stylename="Text_20_body"))

    def _in_numbered_list(self, block: BlockContent) -> None:
        """Headings that are numbered stand in a list."""
        self.lists.clear()
        heading = text.H(outlinelevel=str(block.level))
        self._runs(heading, block)
        item = text.ListItem()
        item.addElement(heading)
        outer = text.List(stylename="numbers")
        outer.addElement(item)
        self.into.addElement(outer)

    def _box(self) -> None:
        inside = draw.TextBox()
        inside.addElement(text.P(text=BOX))
        frame = draw.Frame(width="5cm", height="2cm", anchortype="paragraph")
        frame.addElement(inside)
        holder = text.P()
        holder.addElement(frame)
        self.into.addElement(holder)

    def _run(self, paragraph: Element, run: Run) -> None:
        paragraph.addElement(text.Bookmark(name=f"b{id(run)}"))
        if run.note or run.marks or run.href or len(run.words) < 80:
            super()._run(paragraph, run)
            return
        # a page ended here once, within a word
        half = len(run.words) // 2
        add_words(paragraph, run.words[:half])
        paragraph.addElement(text.SoftPageBreak())
        add_words(paragraph, run.words[half:])
        comment = office.Annotation()
        comment.addElement(dc.Creator(text="M. Ellingsen"))
        comment.addElement(text.P(text="Is this still right?"))
        paragraph.addElement(comment)
