"""Texts as ODT files: with the styles that are there, and with styles made by hand."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from odf import dc, draw, meta, office, style, table, text
from odf.element import Element
from odf.namespaces import TEXTNS
from odf.opendocument import OpenDocument, OpenDocumentText

from articles.blocks import BlockContent
from bench.importing.made import Made, day_of, facts_of
from bench.importing.pictures import picture
from bench.importing.samples import PROSE, Run, Sample, rows_of, runs_of, samples

GONE = " and, as was then believed, for ever"


@dataclass(frozen=True)
class Habit:
    """How somebody writes in a word processor, and of which texts."""

    name: str
    texts: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    has_styles: bool = True
    has_changes: bool = False
    has_furniture: bool = False  # a running head, a table of contents, a section, spans, a frame
    is_held_back: bool = False


HABITS = (
    Habit("styled", ("tidal-gauge.en", "cfe-linkage", "wegeordnung.de", "nahr.ar")),
    Habit("manual", ("nrc-in-practice", "bell-founder.en"), PROSE, has_styles=False),
    Habit("changed", ("long-walk.en", "pochta.ru"), has_changes=True),
    Habit("furnished", ("afghan-opium", "queue-manual.en", "ecluse.fr"), has_furniture=True),
)


def make() -> Iterator[Made]:
    for habit in HABITS:
        for name in habit.texts:
            sample = samples()[name]
            sample = sample.only(habit.kinds) if habit.kinds else sample
            data = Writer(habit, sample).written()
            facts = facts_of(sample)
            yield Made(
                f"{habit.name}-{name}.odt", "odt", data, sample.truth, facts, habit.is_held_back
            )


class Writer:
    """Writes one text."""

    def __init__(self, habit: Habit, sample: Sample) -> None:
        self.habit, self.sample = habit, sample
        self.document: OpenDocument = OpenDocumentText()
        self.lists: list[Element] = []  # the lists that stand open, outermost first
        self.into: Element = self.document.text
        self._styles()

    def written(self) -> bytes:
        sample = self.sample
        self.document.meta.addElement(dc.Title(text=sample.title))
        self.document.meta.addElement(meta.InitialCreator(text=sample.byline))
        self._head()
        for block in sample.body:
            self._add(block)
        whole = io.BytesIO()
        self.document.write(whole)
        return whole.getvalue()

    def _styles(self) -> None:
        automatic = self.document.automaticstyles
        for name, family, inside in (
            ("strong", "text", style.TextProperties(fontweight="bold")),
            ("em", "text", style.TextProperties(fontstyle="italic")),
            ("sub", "text", style.TextProperties(textposition="sub 58%")),
            ("sup", "text", style.TextProperties(textposition="super 58%")),
            ("code", "text", style.TextProperties(fontname="Courier New")),
            ("big", "paragraph", style.TextProperties(fontweight="bold", fontsize="16pt")),
            ("aside", "paragraph", style.ParagraphProperties(marginleft="1cm", marginright="1cm")),
        ):
            made = style.Style(name=name, family=family)
            made.addElement(inside)
            automatic.addElement(made)
        for name, level in (("bullets", text.ListLevelStyleBullet), ("numbers", None)):
            made = text.ListStyle(name=name)
            for depth in range(1, 4):
                made.addElement(
                    level(level=str(depth), bulletchar="•")
                    if level
                    else text.ListLevelStyleNumber(level=str(depth), numformat="1", numsuffix=".")
                )
            automatic.addElement(made)
        for name in ("Title", "Subtitle", "Quotations", "Preformatted Text", "Text body"):
            named = name.replace(" ", "_20_")
            self.document.styles.addElement(
                style.Style(name=named, displayname=name, family="paragraph")
            )

    def _head(self) -> None:
        sample = self.sample
        if self.habit.has_furniture:
            self._running_head()
        title = "Title" if self.habit.has_styles else "big"
        self.into.addElement(text.P(stylename=title, text=sample.title))
        if self.habit.has_styles:
            self.into.addElement(
                text.P(stylename="Subtitle", text=f"{sample.byline}, {day_of(sample)}")
            )
        if self.habit.has_furniture:
            self._contents()
            section = text.Section(name="Main")
            self.into.addElement(section)
            self.into = section

    def _running_head(self) -> None:
        layout = style.PageLayout(name="page")
        self.document.automaticstyles.addElement(layout)
        master = style.MasterPage(name="Standard", pagelayoutname=layout)
        self.document.masterstyles.addElement(master)
        header = style.Header()
        header.addElement(text.P(text=f"{self.sample.title} – draft"))
        footer = style.Footer()
        number = text.P(text="Page ")
        number.addElement(text.PageNumber(selectpage="current", text="1"))
        footer.addElement(number)
        master.addElement(header)
        master.addElement(footer)

    def _contents(self) -> None:
        index = text.TableOfContent(name="Contents", protected="true")
        index.addElement(text.TableOfContentSource(outlinelevel="3"))
        body = text.IndexBody()
        title = text.IndexTitle(name="Contents_Head")
        title.addElement(text.P(text="Contents"))
        body.addElement(title)
        for place, block in enumerate(self.sample.body):
            if block.kind == "heading":
                line = text.P(text=block.text)
                line.addElement(text.Tab())
                line.addText(str(1 + place // 9))
                body.addElement(line)
        index.addElement(body)
        self.into.addElement(index)

    def _add(self, block: BlockContent) -> None:
        if block.kind == "list_item" and self.habit.has_styles:
            self._item(block)
            return
        self.lists.clear()
        match block.kind:
            case "heading" if self.habit.has_styles:
                made = text.H(outlinelevel=str(block.level))
            case "heading":
                made = text.P(stylename="big")
            case "quotation":
                made = text.P(stylename="Quotations" if self.habit.has_styles else "aside")
            case "table":
                self.into.addElement(self._table(block))
                return
            case "figure":
                self._figure(block)
                return
            case "code":
                self._code(block)
                return
            case _:
                made = text.P(stylename="Text_20_body" if self.habit.has_styles else None)
        if block.kind == "list_item":
            numbers = block.attrs.get("numbers")
            made.addText(f"{numbers[-1]}." if numbers else "•")
            made.addElement(text.Tab())
        self.into.addElement(made)
        self._runs(made, block)
        if self.habit.has_changes and block.kind == "paragraph":
            self._changed(made)

    def _item(self, block: BlockContent) -> None:
        del self.lists[block.level :]
        if block.attrs.get("new"):
            del self.lists[block.level - 1 :]
        while len(self.lists) < block.level:
            name = "numbers" if block.attrs.get("ordered") else "bullets"
            made = text.List(stylename=name)
            (self.lists[-1].lastChild if self.lists else self.into).addElement(made)
            self.lists.append(made)
        item = text.ListItem()
        self.lists[-1].addElement(item)
        words = text.P()
        item.addElement(words)
        self._runs(words, block)

    def _runs(self, paragraph: Element, block: BlockContent) -> None:
        for run in runs_of(block):
            self._run(paragraph, run)

    def _run(self, paragraph: Element, run: Run) -> None:
        if run.note:
            paragraph.addElement(self._note(run.note))
            return
        into = paragraph
        if run.href:
            link = text.A(href=run.href, type="simple")
            into.addElement(link)
            into = link
        for mark in sorted(run.marks & {"strong", "em", "sub", "sup", "code"}):
            span = text.Span(stylename=mark)
            into.addElement(span)
            into = span
        if self.habit.has_furniture and not run.marks and len(run.words) > 30:
            self._spans(into, run.words)
        else:
            add_words(into, run.words)

    def _spans(self, into: Element, words: str) -> None:
        """Words in spans that mean nothing, cut within words as well."""
        for begin in range(0, len(words), 23):
            span = text.Span()
            add_words(span, words[begin : begin + 23])
            into.addElement(span)

    def _note(self, number: int) -> Element:
        note = text.Note(id=f"ftn{number}", noteclass="footnote")
        note.addElement(text.NoteCitation(text=str(number)))
        body = text.NoteBody()
        note.addElement(body)
        for block in self.sample.notes:
            if block.attrs["footnote"] == number:
                words = text.P()
                body.addElement(words)
                self._runs(words, block)
        return note

    def _changed(self, paragraph: Element) -> None:
        """A deletion, whose words are kept aside, and an insertion in the paragraph."""
        tracked = next(iter(self.document.text.getElementsByType(text.TrackedChanges)), None)
        if tracked is None:
            tracked = text.TrackedChanges()
            self.document.text.insertBefore(tracked, self.document.text.firstChild)
        number = f"ct{len(tracked.childNodes)}"
        region = text.ChangedRegion(check_grammar=False)
        region.setAttrNS(TEXTNS, "id", number)
        tracked.addElement(region)
        deletion = text.Deletion()
        region.addElement(deletion)
        info = office.ChangeInfo()
        info.addElement(dc.Creator(text="M. Ellingsen"))
        info.addElement(dc.Date(text="2024-01-09T10:00:00"))
        deletion.addElement(info)
        deletion.addElement(text.P(text=GONE))
        paragraph.addElement(text.Change(changeid=number))

    def _table(self, block: BlockContent) -> Element:
        made: Any = table.Table(name="Table1")
        rows = rows_of(block)
        made.addElement(table.TableColumn(numbercolumnsrepeated=str(len(rows[0]))))
        head = table.TableHeaderRows()
        made.addElement(head)
        for place, cells in enumerate(rows):
            row = table.TableRow()
            (made if place else head).addElement(row)
            for runs in cells:
                cell = table.TableCell(valuetype="string")
                words = text.P()
                for run in runs:
                    self._run(words, run)
                cell.addElement(words)
                row.addElement(cell)
        return made

    def _figure(self, block: BlockContent) -> None:
        name = self.document.addPictureFromString(picture(), "image/png")
        frame = draw.Frame(width="8cm", height="5cm", anchortype="paragraph")
        frame.addElement(draw.Image(href=name, type="simple"))
        holder = text.P()
        holder.addElement(frame)
        self.into.addElement(holder)
        self.into.addElement(text.P(stylename="Caption", text=block.text))

    def _code(self, block: BlockContent) -> None:
        made = text.P(stylename="Preformatted_20_Text")
        for place, line in enumerate(block.text.split("\n")):
            if place:
                made.addElement(text.LineBreak())
            add_words(made, line)
        self.into.addElement(made)


def add_words(into: Element, words: str) -> None:
    """Words as the format has them: a second space and a line's end are elements."""
    for part in re.findall(r"\n| {2,}|[^\n ]+(?: [^\n ]+)*| ", words):
        if part == "\n":
            into.addElement(text.LineBreak())
        elif part.strip() or part == " ":
            into.addText(part)
        else:
            into.addText(" ")
            into.addElement(text.S(c=str(len(part) - 1)))
