"""Other importers, as somebody would sensibly call them: bytes to the texts of paragraphs.

They are development dependencies or in use here; bench/README.md says which are left out, and why.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from statistics import median

from lxml import etree, html

Importer = Callable[[bytes], list[str]]

BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl"),
    *("dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5"),
    *("h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul"),
}
SPACES = re.compile(r"\s+")
SENTENCE_END = re.compile("[.!?:;…。！？»”\"')\\]]$")


def trafilatura_html(data: bytes) -> list[str]:
    """`extract` with XML as its output, tables and notes in, comments out."""
    import trafilatura

    found = trafilatura.extract(data, output_format="xml", include_comments=False)
    if not found:
        return []
    main = etree.fromstring(found.encode()).find("main")
    return (
        [] if main is None else list(_blocks(main, {"p", "head", "item", "quote", "code", "table"}))
    )


def readability_html(data: bytes) -> list[str]:
    """`Document(...).summary()`, then the paragraphs of that HTML."""
    from readability import Document

    return blocks_of_html(Document(data.decode("utf-8", "replace")).summary(html_partial=True))


def mammoth_docx(data: bytes) -> list[str]:
    """`convert_to_html` with its own map of styles, then the paragraphs of that HTML."""
    import mammoth

    return blocks_of_html(mammoth.convert_to_html(io.BytesIO(data)).value)


def pdfminer_pdf(data: bytes) -> list[str]:
    """`extract_text` with its own parameters of layout; empty lines divide paragraphs."""
    from pdfminer.high_level import extract_text

    parts = re.split(r"\n[ \t]*\n|\f", extract_text(io.BytesIO(data)))
    return [words for part in parts if (words := _one_line(part))]


def pypdfium_pdf(data: bytes) -> list[str]:
    """`get_text_range` of each page; a line that is short and ends a sentence ends a paragraph."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    lines = [
        line.strip()
        for page in document
        for line in page.get_textpage().get_text_range().splitlines()
    ]
    document.close()
    return list(_paragraphs([line for line in lines if line]))


def _paragraphs(lines: list[str]) -> Iterator[str]:
    usual = median(len(line) for line in lines) if lines else 0
    held: list[str] = []
    for line in lines:
        held.append(line)
        if len(line) < 0.9 * usual and SENTENCE_END.search(line):
            yield _one_line("\n".join(held))
            held = []
    if held:
        yield _one_line("\n".join(held))


def _one_line(part: str) -> str:
    return SPACES.sub(" ", part.replace("\x02", "-").replace("\ufffe", "-")).strip()


def blocks_of_html(source: str) -> list[str]:
    """The texts of the innermost blocks of clean HTML, a table as one."""
    if not source.strip():
        return []
    return list(_blocks(html.fragment_fromstring(source, create_parent="div"), BLOCKS))


def _blocks(element: etree._Element, blocks: set[str]) -> Iterator[str]:
    """The words between one block's edge and the next."""
    held: list[str] = []
    for words in _walk(element, blocks):
        if words is not None:
            held.append(words)
            continue
        if whole := SPACES.sub(" ", "".join(held)).strip():
            yield whole
        held = []
    if whole := SPACES.sub(" ", "".join(held)).strip():
        yield whole


def _walk(element: etree._Element, blocks: set[str]) -> Iterator[str | None]:
    """Words in their order, and None at each edge of a block."""
    if not isinstance(element.tag, str):
        return
    if element.tag == "table":
        yield from (None, " ".join(element.itertext()), None)
        return
    if element.tag in blocks:
        yield None
    if element.tag in ("br", "lb"):
        yield " "
    yield element.text or ""
    for child in element:
        yield from _walk(child, blocks)
        yield child.tail or ""
    if element.tag in blocks:
        yield None


OTHERS: dict[str, dict[str, Importer]] = {
    "html": {"trafilatura": trafilatura_html, "readability-lxml": readability_html},
    "docx": {"mammoth": mammoth_docx},
    "pdf": {"pdfminer.six": pdfminer_pdf, "pypdfium2": pypdfium_pdf},
}
