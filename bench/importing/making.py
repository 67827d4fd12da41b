"""All documents that the project makes, or those of one kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bench.importing import (
    columns,
    docx_exported,
    docx_files,
    docx_pandoc,
    epub_files,
    html_pages,
    odt_exported,
    odt_files,
    printed,
    text_files,
)
from bench.importing.made import Made


def make_docx() -> Iterator[Made]:
    yield from docx_files.make()
    yield from docx_exported.make()
    yield from docx_pandoc.make()


def make_odt() -> Iterator[Made]:
    yield from odt_files.make()
    yield from odt_exported.make()


def make_pdf() -> Iterator[Made]:
    yield from printed.make_pdf()
    yield from columns.make()


MAKERS: dict[str, Callable[[], Iterator[Made]]] = {
    "html": html_pages.make,
    "mhtml": printed.make_mhtml,
    "docx": make_docx,
    "odt": make_odt,
    "epub": epub_files.make,
    "pdf": make_pdf,
    "markdown": text_files.make_markdown,
    "text": text_files.make_text,
}


def documents(kind: str | None = None) -> Iterator[Made]:
    for name, make in MAKERS.items():
        if kind in (None, name):
            yield from make()
