"""The parts of DOCX files for which python-docx has no words: notes, changes, boxes, fields."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run as DocxRun

WHO = 'w:id="{0}" w:author="M. Ellingsen" w:date="2024-01-09T10:00:00Z"'
NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def add_link(paragraph: Paragraph, href: str) -> OxmlElement:
    """A hyperlink at the end of the paragraph; runs are appended to it."""
    link = OxmlElement("w:hyperlink")
    if href.startswith("#"):
        link.set(qn("w:anchor"), href[1:])
    else:
        part = paragraph.part
        link.set(qn("r:id"), part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    paragraph._p.append(link)
    return link


def add_note_mark(run: DocxRun, number: int) -> None:
    """The mark of a footnote; Word's own numbers begin after two that divide pages."""
    run.font.superscript = True
    mark = OxmlElement("w:footnoteReference")
    mark.set(qn("w:id"), str(number + 1))
    run._r.append(mark)


def add_notes(document: Document, notes: Iterable[tuple[int, list[str]]]) -> None:
    """The part that holds the footnotes: each a number and its paragraphs as runs' XML."""
    divider = '<w:footnote w:type="{0}" w:id="{1}"><w:p><w:r><w:{0}/></w:r></w:p></w:footnote>'
    body = divider.format("separator", 0) + divider.format("continuationSeparator", 1)
    for number, paragraphs in notes:
        first = "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:footnoteRef/></w:r>"
        first += '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
        inside = "".join(
            f"<w:p>{first if not place else ''}{runs}</w:p>"
            for place, runs in enumerate(paragraphs)
        )
        body += f'<w:footnote w:id="{number + 1}">{inside}</w:footnote>'
    xml = f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?><w:footnotes {nsdecls('w')}>"
    package = document.part.package
    part = Part(
        PackURI("/word/footnotes.xml"), NOTES, (xml + body + "</w:footnotes>").encode(), package
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def run_xml(words: str, *, is_italic: bool = False) -> str:
    look = "<w:rPr><w:i/></w:rPr>" if is_italic else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def inserted(paragraph: Paragraph, run: DocxRun, number: int) -> None:
    """The run becomes one that somebody inserted."""
    change = parse_xml(f"<w:ins {nsdecls('w')} {WHO.format(number)}/>")
    run._r.addprevious(change)
    change.append(run._r)


def add_deleted(paragraph: Paragraph, words: str, number: int) -> None:
    """Words that somebody deleted, where the paragraph ends for now."""
    paragraph._p.append(
        parse_xml(
            f"<w:del {nsdecls('w')} {WHO.format(number)}><w:r><w:delText xml:space='preserve'>"
            f"{escape(words)}</w:delText></w:r></w:del>"
        )
    )


def add_moved_away(paragraph: Paragraph, words: str, number: int) -> None:
    paragraph._p.append(
        parse_xml(f"<w:moveFrom {nsdecls('w')} {WHO.format(number)}>{run_xml(words)}</w:moveFrom>")
    )


def add_box(paragraph: Paragraph, words: str) -> None:
    """A text box as Word writes it: once for itself, once for programs that do not know it."""
    inside = f"<w:txbxContent><w:p>{run_xml(words)}</w:p></w:txbxContent>"
    spaces = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    paragraph._p.append(
        parse_xml(
            f"<w:r {nsdecls('w')} {spaces}><mc:AlternateContent><mc:Choice Requires='wps'>"
            f"<w:drawing><wp:anchor><wp:extent cx='2000000' cy='900000'/><a:graphic>"
            f"<a:graphicData uri='{shape}'><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp>"
            f"</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback>"
            f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>"
            f"</mc:AlternateContent></w:r>"
        )
    )


def add_field(paragraph: Paragraph, code: str, result: str) -> None:
    """A field with what it said when the file was saved."""
    for kind in ("begin", "code", "separate", "result", "end"):
        run = paragraph.add_run(result if kind == "result" else "")
        if kind == "code":
            run._r.append(
                parse_xml(f"<w:instrText {nsdecls('w')} xml:space='preserve'>{code}</w:instrText>")
            )
        elif kind != "result":
            run._r.append(parse_xml(f"<w:fldChar {nsdecls('w')} w:fldCharType='{kind}'/>"))


def wrap_in_control(paragraph: Paragraph) -> None:
    """The paragraph becomes the content of a content control."""
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias w:val='Body'/></w:sdtPr><w:sdtContent/></w:sdt>"
    )
    paragraph._p.addprevious(control)
    control[1].append(paragraph._p)
