"""What a book's table of contents says are its chapters (EPUB 3.3, 7; NCX of EPUB 2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote, urldefrag

from lxml import etree

from articles.importers.archives import Archive
from articles.importers.books.opf import Book, path_of
from articles.importers.document import ImportRefused
from articles.importers.xml import local, parsed_lenient

MOST_ENTRIES = 5_000
MOST_DEPTH = 2  # "Part one" and its chapters; what is deeper is inside a chapter
TYPE = "{http://www.idpf.org/2007/ops}type"

Found = Iterator[tuple[int, str, str]]  # depth from 1, title, address


@dataclass(frozen=True)
class Entry:
    """A line of the table of contents, and the place it leads to."""

    title: str
    path: str
    fragment: str
    depth: int


def entries_of(archive: Archive, book: Book) -> list[Entry]:
    """All entries; empty where there is no table of contents to be read."""
    nav = book.nav
    entries = _read(archive, nav.path, _of_nav) if nav else []
    if not entries and book.ncx:
        entries = _read(archive, book.ncx, _of_ncx)
    return entries


def chapters_of(entries: list[Entry]) -> list[Entry]:
    """The entries that are chapters.

    Below the first level an entry is one where it leads to a file of its own.
    """
    # headings that lead nowhere may stand above all entries
    above = min((entry.depth for entry in entries), default=1) - 1
    begun: set[str] = set()
    chapters: list[Entry] = []
    for entry in entries:
        is_new = entry.path not in begun
        begun.add(entry.path)
        depth = entry.depth - above
        if depth == 1 or (depth <= MOST_DEPTH and is_new):
            chapters.append(entry)
    return chapters


def _read(archive: Archive, path: str, found_in: Callable[[etree._Element], Found]) -> list[Entry]:
    known = archive.named(path)
    if known is None:
        return []
    try:
        root = parsed_lenient(archive.read(known))
    except ImportRefused:
        return []
    return [
        Entry(title, path_of(known, href), unquote(urldefrag(href).fragment), depth)
        for depth, title, href in islice(found_in(root), MOST_ENTRIES)
        if title and href
    ]


def _of_nav(root: etree._Element) -> Found:
    navs = list(root.iter("{*}nav"))
    nav = next((each for each in navs if "toc" in (each.get(TYPE) or "").split()), None)
    nav = nav if nav is not None else next(iter(navs), None)
    if nav is None:
        return
    for link in nav.iter("{*}a"):
        depth = sum(1 for each in link.iterancestors("{*}ol", "{*}ul"))
        yield depth, _words(link), link.get("href") or ""


def _of_ncx(root: etree._Element) -> Found:
    for point in root.iter("{*}navPoint"):
        depth = 1 + sum(1 for _each in point.iterancestors("{*}navPoint"))
        label = next((each for each in point if local(each) == "navLabel"), None)
        content = next((each for each in point if local(each) == "content"), None)
        if label is not None and content is not None:
            yield depth, _words(label), content.get("src") or ""


def _words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())[:300]
