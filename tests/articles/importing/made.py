"""A small text in every kind of file, for tests of what is done with files."""

from __future__ import annotations

import io
from collections.abc import Callable

from odf.opendocument import OpenDocumentText
from odf.text import H, P
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from tests.articles.importers.booked import booked, nav, page
from tests.articles.importers.worded import worded

SECOND = "The pilots keep a book in which the day of the first ship is written, with its name."


def words(number: int) -> str:
    """A paragraph that no other text has."""
    return f"Ice closes harbour number {number} for two months, and everything waits for a ship."


def as_text(number: int) -> bytes:
    return f"Harbour {number}\n\n{words(number)}\n\n{SECOND}\n".encode()


def as_markdown(number: int) -> bytes:
    return f"# Harbour {number}\n\n{words(number)}\n\n*{SECOND}*\n".encode()


def as_html(number: int) -> bytes:
    return (
        f"<!doctype html><html lang=en><head><title>Harbour {number}</title></head><body>"
        "<nav><a href=/>Home</a> <a href=/about>About</a></nav>"
        f"<article><h1>Harbour {number}</h1><p>{words(number)}</p><p>{SECOND}</p></article>"
        "</body></html>"
    ).encode()


def as_docx(number: int) -> bytes:
    paragraphs = "".join(
        f"<w:p><w:r><w:t>{said}</w:t></w:r></w:p>" for said in (words(number), SECOND)
    )
    title = (
        f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Harbour {number}</w:t></w:r></w:p>'
    )
    styles = '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    return worded(title + paragraphs, styles=styles)


def as_odt(number: int) -> bytes:
    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text=f"Harbour {number}"))
    for said in (words(number), SECOND):
        document.text.addElement(P(text=said))
    kept = io.BytesIO()
    document.write(kept)
    return kept.getvalue()


def as_epub(number: int) -> bytes:
    pages = {
        "one.xhtml": page(f"<h1>Winter</h1><p>{words(number)}</p>"),
        "two.xhtml": page(f"<h1>Spring</h1><p>{words(number)} Then it comes.</p><p>{SECOND}</p>"),
    }
    return booked(
        pages,
        metadata=f"<dc:title>Harbour {number}</dc:title><dc:language>en</dc:language>",
        contents=nav(("Winter", "one.xhtml"), ("Spring", "two.xhtml")),
    )


def as_pdf(number: int) -> bytes:
    kept = io.BytesIO()
    style = getSampleStyleSheet()
    parts = [
        Paragraph(f"Harbour {number}", style["Title"]),
        Paragraph(words(number), style["BodyText"]),
        Paragraph(SECOND, style["BodyText"]),
    ]
    SimpleDocTemplate(kept, pagesize=A4, title=f"Harbour {number}").build(parts)
    return kept.getvalue()


def a_picture(colour: str = "teal") -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (400, 300), colour).save(kept, "PNG")
    return kept.getvalue()


MADE: dict[str, Callable[[int], bytes]] = {
    ".txt": as_text,
    ".md": as_markdown,
    ".html": as_html,
    ".docx": as_docx,
    ".odt": as_odt,
    ".epub": as_epub,
    ".pdf": as_pdf,
}
