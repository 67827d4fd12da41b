"""Opening a PDF, or saying why it cannot be read; what it says about itself."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import pypdfium2.raw as pdfium

from articles.importers.document import ImportRefused, damaged
from articles.refusing import gettext_noop

MAX_PAGES = 2_000
MAX_BOOKMARKS = 5_000
MAX_BOOKMARK_DEPTH = 8
MAX_SAID = 4_000  # bytes of a title, an author and the like

READING = Lock()  # PDFium keeps state for the whole process, and knows no threads


@dataclass
class About:
    """What a file says about itself; empty where it says nothing."""

    title: str = ""
    author: str = ""
    created: str = ""
    language: str = ""
    tagged: bool = False
    outline: list[tuple[int, str, int]] = field(default_factory=list)  # depth from 1, words, page


@contextmanager
def opened(data: bytes) -> Iterator[tuple[Any, int]]:
    """The document's handle and its number of pages; one at a time in a process.

    Raises ImportRefused for what is locked, broken, empty or far too long.
    """
    with READING:
        document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not document:
            raise _refusal(pdfium.FPDF_GetLastError())
        try:
            count = pdfium.FPDF_GetPageCount(document)
            if count < 1:
                raise damaged()
            if count > MAX_PAGES:
                raise ImportRefused(
                    gettext_noop(
                        "The PDF has %(count)d pages, and at most %(most)d are taken. Divide it."
                    ),
                    count=count,
                    most=MAX_PAGES,
                )
            yield document, count
        finally:
            pdfium.FPDF_CloseDocument(document)


def _refusal(error: int) -> ImportRefused:
    if error in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return ImportRefused(
            gettext_noop("The PDF asks for a password. Save it without one, and bring that.")
        )
    return damaged()


def about(document: Any) -> About:
    """What the document says about itself."""
    language = _said(
        lambda buffer, size: pdfium.FPDFCatalog_GetLanguage(
            document, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size
        )
    )
    return About(
        title=_meta(document, b"Title"),
        author=_meta(document, b"Author"),
        created=_meta(document, b"CreationDate"),
        language=language.strip(),
        tagged=bool(pdfium.FPDFCatalog_IsTagged(document)),
        outline=_outline(document),
    )


def _meta(document: Any, name: bytes) -> str:
    said = _said(lambda buffer, size: pdfium.FPDF_GetMetaText(document, name, buffer, size))
    return " ".join(said.split())


def _said(ask: Callable[[Any, int], int]) -> str:
    """What a function of PDFium writes as UTF-16 into the place that it is given."""
    size = ask(None, 0)
    if not 2 < size <= MAX_SAID:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(buffer, size)
    return buffer.raw[:size].decode("utf-16-le", "ignore").rstrip("\0")


def _outline(document: Any) -> list[tuple[int, str, int]]:
    found: list[tuple[int, str, int]] = []
    seen: set[int] = set()

    def walk(parent: Any, depth: int) -> None:
        mark = pdfium.FPDFBookmark_GetFirstChild(document, parent)
        while mark and len(found) < MAX_BOOKMARKS:
            place = ctypes.cast(mark, ctypes.c_void_p).value or 0
            if place in seen:  # bookmarks may point at each other
                return
            seen.add(place)
            words = _said(lambda buffer, size, mark=mark: _title(mark, buffer, size))  # type: ignore[misc]
            found.append((depth, " ".join(words.split()), _page_of(document, mark)))
            if depth < MAX_BOOKMARK_DEPTH:
                walk(mark, depth + 1)
            mark = pdfium.FPDFBookmark_GetNextSibling(document, mark)

    walk(None, 1)
    return found


def _title(mark: Any, buffer: Any, size: int) -> int:
    return int(pdfium.FPDFBookmark_GetTitle(mark, buffer, size))


def _page_of(document: Any, mark: Any) -> int:
    """The page that a bookmark leads to, from 1; 0 for none."""
    target = pdfium.FPDFBookmark_GetDest(document, mark)
    return int(pdfium.FPDFDest_GetDestPageIndex(document, target)) + 1 if target else 0
