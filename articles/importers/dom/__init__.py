"""Trees of HTML elements to pieces: structure only, for web pages and the chapters of books."""

from __future__ import annotations

from articles.importers.dom.elements import Element
from articles.importers.dom.notes import Notes
from articles.importers.dom.page import Page
from articles.importers.dom.walking import Walker
from articles.importers.pieces import Piece

__all__ = ["Element", "Notes", "Page", "pieces_of"]


def pieces_of(root: Element, page: Page | None = None) -> list[Piece]:
    """The pieces of what is in an element, in order.

    For one page alone, give no notes: they are found here. For the files of a book gather the
    notes of all (`Notes.gather(root, path)`, with the path as `Page.base`), settle them, and give
    them with each file; labels are then unique in the book.
    """
    page = page or Page()
    if not page.notes.settled:
        page.notes.gather(root)
        page.notes.settle()
    walker = Walker(page)
    walker.walk(root)
    return walker.sayer.pieces
