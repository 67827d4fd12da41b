"""All documents that the project makes, or those of one kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bench.importing import (
    columns,
    docx_files,
    epub_files,
    html_pages,
    odt_files,
    printed,
    text_files,
)
from bench.importing.made import Made


def make_pdf() -> Iterator[Made]:
    yield from printed.make_pdf()
    yield from columns.make()


MAKERS: dict[str, Callable[[], Iterator[Made]]] = {
    "html": html_pages.make,
    "mhtml": printed.make_mhtml,
    "docx": docx_files.make,
    "odt": odt_files.make,
    "epub": epub_files.make,
    "pdf": make_pdf,
    "markdown": text_files.make_markdown,
    "text": text_files.make_text,
}


def documents(kind: str | None = None) -> Iterator[Made]:
    for name, make in MAKERS.items():
        if kind in (None, name):
            yield from make()
