"""Which chapter each piece of a book is in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice

from articles.importers.books.contents import Entry
from articles.importers.books.opf import File
from articles.importers.dom import Element
from articles.importers.dom.elements import HEADINGS, name_of, text_of
from articles.importers.pieces import Piece

MOST_SIBLINGS = 100  # looked at for words before a place
MARK = re.compile(r"(?<!\\)\[\^(\d+)\]")


@dataclass
class Opened:
    """A page of the book: its tree, and the elements at which chapters begin."""

    file: File
    root: Element
    body: Element
    begins: dict[Element, int] = field(default_factory=dict)

    @cached_property
    def places(self) -> dict[str, Element]:
        """The elements of the text by their names."""
        found: dict[str, Element] = {}
        for each in self.body.iter("*"):
            for name in (each.get("id"), each.get("name")):
                if name:
                    found.setdefault(name, each)
        return found


def begin_parts(pages: list[Opened], entries: list[Entry]) -> list[str]:
    """Marks where chapters begin, and answers their titles."""
    by_path = {page.file.path.lower(): page for page in pages}
    titles: list[str] = []
    for entry in entries:
        page = by_path.get(entry.path.lower())
        if page is None:
            continue
        element = _beginning(page, entry.fragment)
        if element not in page.begins:
            page.begins[element] = len(titles)
            titles.append(entry.title)
    if not titles:
        for page in pages:
            title = _first_heading(page.body)
            if title:
                page.begins[page.body] = len(titles)
                titles.append(title)
    first = pages[0]
    if titles and first.body not in first.begins:
        # what stands before the first chapter is none of it
        first.begins[first.body] = len(titles)
        titles.append(_first_heading(first.body) or _window_title(first.root) or titles[0])
    return titles


def _beginning(page: Opened, fragment: str) -> Element:
    """The element that begins with the place: the page where nothing stands before it there."""
    if not fragment:
        return page.body
    element = page.places.get(fragment, page.body)
    while element is not page.body:
        above = element.getparent()
        if above is None or _says_something_before(element, above):
            break
        element = above
    return element


def _says_something_before(element: Element, above: Element) -> bool:
    siblings = islice(element.itersiblings(preceding=True), MOST_SIBLINGS)
    return bool((above.text or "").strip()) or any(
        text_of(each, 1000).strip() or (each.tail or "").strip() for each in siblings
    )


def _first_heading(body: Element) -> str:
    for each in body.iter("*"):
        if name_of(each) in HEADINGS:
            return " ".join(text_of(each, 300).split())[:300]
    return ""


def _window_title(root: Element) -> str:
    found = next(root.iter("{*}title"), None)
    return "" if found is None else " ".join(text_of(found, 300).split())[:300]


def with_notes_in_parts(pieces: list[Piece]) -> list[Piece]:
    """Notes belong to the chapter that mentions them first, wherever they stand."""
    mentioned: dict[str, int] = {}
    for piece in pieces:
        if piece.kept:
            for label in MARK.findall(piece.words):
                mentioned.setdefault(label, piece.part)
    return [
        replace(piece, part=mentioned.get(piece.note, piece.part)) if piece.note else piece
        for piece in pieces
    ]


def numbered(pieces: list[Piece], titles: list[str]) -> tuple[list[Piece], list[str]]:
    """The parts numbered in the order in which they stand; those of nothing are no parts."""
    order: dict[int, int] = {}
    for piece in pieces:
        if piece.kept:
            order.setdefault(piece.part, len(order))
    if len(order) < 2 or not titles:
        return [replace(piece, part=0) for piece in pieces], []
    numbered: list[Piece] = []
    last = 0
    for piece in pieces:
        last = order.get(piece.part, last)
        numbered.append(replace(piece, part=last))
    return numbered, [titles[part] for part in order]
