"""Texts as DOCX files that no person made: exports with German styles, fields and numbering."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run as DocxRun

from articles.blocks import BlockContent
from bench.importing import docx_parts as parts
from bench.importing.docx_files import Habit, Writer
from bench.importing.made import Made, facts_of
from bench.importing.samples import Run, samples

HABITS = (
    Habit("exported", ("minutes.en", "nachlass.de", "tidal-gauge.en"), is_held_back=True),
    Habit("exported-letters", ("przeprawa.pl", "faros.el"), is_held_back=True),
)
GERMAN = {"heading 1": "berschrift1", "heading 2": "berschrift2", "heading 3": "berschrift3"}
NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
COMMENT = "Is this still right?"
NUMBERING = """<w:abstractNum {0} w:abstractNumId="{1}"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="{2}"/><w:lvlText w:val="{3}"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>
<w:numFmt w:val="{2}"/><w:lvlText w:val="{3}"/></w:lvl></w:abstractNum>"""


def make() -> Iterator[Made]:
    for habit in HABITS:
        for text in habit.texts:
            sample = samples()[text]
            writer = Exporter(habit, sample)
            data = writer.written()
            facts = facts_of(sample)
            yield Made(f"{habit.name}-{text}.docx", "docx", data, writer.truth, facts, True)


class Exporter(Writer):
    """Writes as programs do: numbering by reference, empty paragraphs, endnotes, fields."""

    def _head(self) -> None:
        for style in self.document.styles:
            if style.name and style.name.lower() in GERMAN:
                style.element.set(qn("w:styleId"), GERMAN[style.name.lower()])
        numbering = self.document.part.numbering_part.element
        for number, (form, sign) in enumerate((("bullet", "\uf0b7"), ("decimal", "%1."))):
            shape = parse_xml(NUMBERING.format(nsdecls("w"), 90 + number, form, sign))
            numbering.insert(0, shape)
            numbering.append(
                parse_xml(
                    f'<w:num {nsdecls("w")} w:numId="{90 + number}">'
                    f'<w:abstractNumId w:val="{90 + number}"/></w:num>'
                )
            )
        super()._head()

    def _add(self, block: BlockContent) -> None:
        super()._add(block)
        if block.kind != "list_item":
            self.document.add_paragraph()

    def _styled(self, block: BlockContent) -> Paragraph:
        if block.kind == "list_item":
            paragraph = self.document.add_paragraph()
            number = 91 if block.attrs.get("ordered") else 90
            paragraph._p.get_or_add_pPr().append(
                parse_xml(
                    f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{block.level - 1}"/>'
                    f'<w:numId w:val="{number}"/></w:numPr>'
                )
            )
            return paragraph
        if block.kind == "heading":
            paragraph = self.document.add_paragraph()
            paragraph.paragraph_format.page_break_before = block.level < 3
            paragraph._p.get_or_add_pPr().insert(
                0, parse_xml(f'<w:pStyle {nsdecls("w")} w:val="berschrift{block.level}"/>')
            )
            return paragraph
        return super()._styled(block)

    def _runs(self, paragraph: Paragraph, block: BlockContent) -> None:
        mark = f"{nsdecls('w')} w:id='{len(self.truth)}'"
        paragraph._p.append(parse_xml(f"<w:bookmarkStart {mark} w:name='_Ref{len(self.truth)}'/>"))
        super()._runs(paragraph, block)
        paragraph._p.append(parse_xml(f"<w:bookmarkEnd {mark}/>"))

    def _run(self, paragraph: Paragraph, words: str, run: Run, block: BlockContent) -> DocxRun:
        """A hyphen within a word is an element, and so is a place to divide a long word."""
        made = super()._run(paragraph, "" if not run.note else words, run, block)
        if run.note:
            return self._endnote_mark(made)
        for part in re.split(r"((?<=\w)-(?=\w))", words):
            if part == "-":
                made._r.append(parse_xml(f"<w:noBreakHyphen {nsdecls('w')}/>"))
                continue
            for place, piece in enumerate(re.split(r"(?<=\w{6})(?=[^\W\d_]{6})", part, maxsplit=1)):
                if place:
                    made._r.append(parse_xml(f"<w:softHyphen {nsdecls('w')}/>"))
                made.add_text(piece)
        return made

    def _endnote_mark(self, run: DocxRun) -> DocxRun:
        for mark in run._r.findall(qn("w:footnoteReference")):
            mark.tag = qn("w:endnoteReference")
        return run

    def _notes(self) -> None:
        """The notes as endnotes."""
        super()._notes()
        document: Document = self.document
        for relation in list(document.part.rels.values()):
            if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
                blob = relation.target_part.blob.decode().replace("w:footnote", "w:endnote")
                package = document.part.package
                part = Part(PackURI("/word/endnotes.xml"), NOTES, blob.encode(), package)
                document.part.relate_to(part, RELATIONSHIP_TYPE.ENDNOTES)
                document.part.drop_rel(relation.rId)
        last = document.paragraphs[-1]
        document.add_comment(last.add_run(), text=COMMENT, author="M. Ellingsen")
        parts.add_field(document.add_paragraph(), 'HYPERLINK "https://example.org/orre"', "orre")
        self.truth.insert(len(self.truth) - len(self.sample.notes), "orre")
