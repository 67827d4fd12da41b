"""One page of a PDF: its words, its links, and how its structure groups them."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium

from articles.importers.pdf.capitals import lower_capitals
from articles.importers.pdf.glyphs import GlyphReader
from articles.importers.pdf.model import Page, Word
from articles.importers.pdf.shapes import Shapes, with_bullets
from articles.importers.pdf.tags import tag_blocks
from articles.importers.pdf.words import main_angle, words_by_angle

MAX_LINKS = 2_000  # of one page
MAX_ADDRESS = 2_000  # bytes
SLACK = 1.0  # points beyond the page's edge that are still on it

Box = tuple[float, float, float, float]


def read_page(document: Any, index: int, reader: GlyphReader, *, tagged: bool) -> Page:
    """The page of that index; an empty one where PDFium cannot load it."""
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return Page(index + 1, 0.0, 0.0)
    try:
        text_page = pdfium.FPDFText_LoadPage(page)
        if not text_page:
            return Page(index + 1, 0.0, 0.0)
        try:
            return _read(document, page, text_page, index, reader, tagged)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
    finally:
        pdfium.FPDF_ClosePage(page)


def _read(
    document: Any, page: Any, text_page: Any, index: int, reader: GlyphReader, tagged: bool
) -> Page:
    box = _box(page)
    raw = reader.read(text_page)
    rotation = max(0, pdfium.FPDFPage_GetRotation(page))
    upright = main_angle(raw.glyphs, rotation)
    parts = words_by_angle(raw.glyphs, box)
    width, height = box[2] - box[0], box[3] - box[1]
    if upright % 180:
        width, height = height, width
    made = Page(index + 1, width, height, unmapped=raw.unmapped)
    words = parts.pop(upright, [])
    if upright == 0.0:
        made.links = _links(document, page, box)
        shapes = Shapes(page, box)
        words = _without_hidden(shapes, made, words)
        words = with_bullets(words, shapes.dots())
        made.rules = shapes.rules()
    for word in words:
        inside = word.x0 >= -SLACK and word.x1 <= width + SLACK * 4 and 0 <= word.y <= height
        (made.words if inside else made.outside).append(word)
    lower_capitals(made.words)
    made.turned = [part for _angle, part in sorted(parts.items())]
    _set_links(made)
    if tagged:
        made.blocks = tag_blocks(page)
    return made


def _box(page: Any) -> Box:
    rect = pdfium.FS_RECTF()
    if pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(rect)) and rect.right > rect.left:
        return rect.left, rect.bottom, rect.right, rect.top
    return 0.0, 0.0, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)


def _without_hidden(shapes: Shapes, made: Page, words: list[Word]) -> list[Word]:
    """Sets aside white words on white paper; white words on something painted are seen."""
    if not any(word.face.hidden for word in words):
        return words
    grounds = shapes.grounds()
    seen: list[Word] = []
    for word in words:
        x, y = (word.x0 + word.x1) / 2, word.y - 0.3 * word.size
        on_ground = any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in grounds)
        (made.outside if word.face.hidden and not on_ground else seen).append(word)
    return seen


def _links(document: Any, page: Any, box: Box) -> list[tuple[float, float, float, float, str]]:
    """Where links to web and mail addresses lie, and their addresses."""
    found: list[tuple[float, float, float, float, str]] = []
    position, link, rect = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    for _ in range(MAX_LINKS):
        if not pdfium.FPDFLink_Enumerate(page, ctypes.byref(position), ctypes.byref(link)):
            break
        address = _address(document, link)
        if address and pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(rect)):
            top, bottom = box[3] - rect.top, box[3] - rect.bottom
            x0, x1 = sorted((rect.left - box[0], rect.right - box[0]))
            y0, y1 = sorted((top, bottom))
            found.append((x0, y0, x1, y1, address))
    return found


def _address(document: Any, link: Any) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action:
        return ""
    size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    if not 1 < size <= MAX_ADDRESS:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, size)
    address = buffer.raw[: size - 1].decode("utf-8", "replace").strip()
    known = address.lower().startswith(("http://", "https://", "mailto:"))
    return address if known and not any(sign.isspace() for sign in address) else ""


def _set_links(page: Page) -> None:
    for word in page.words if page.links else ():
        x, y = (word.x0 + word.x1) / 2, word.y - 0.3 * word.size
        word.link = _at(page.links, x, y)


def _at(links: Sequence[tuple[float, float, float, float, str]], x: float, y: float) -> str:
    for x0, y0, x1, y1, address in links:
        if x0 <= x <= x1 and y0 <= y <= y1:
            return address
    return ""
