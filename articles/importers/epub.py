"""EPUB files (2 and 3) to a Reading: file by file in reading order, each chapter a part."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from articles.importers.archives import Archive
from articles.importers.books.contents import Entry, chapters_of
from articles.importers.books.locks import refuse_locked
from articles.importers.books.opf import Book, File, read_book
from articles.importers.books.pages import left_out
from articles.importers.document import ImportRefused
from articles.importers.dom import Element, Notes, Page, pieces_of
from articles.importers.dom.elements import HEADINGS, name_of, text_of
from articles.importers.languages import detect_language
from articles.importers.pictures import MAX_SOURCE, Pictures
from articles.importers.pieces import (
    Fact,
    Kind,
    Picture,
    Piece,
    Progress,
    Reading,
    Warning,
    Why,
    silent,
)
from articles.importers.xml import local, parsed_page
from articles.refusing import gettext_noop

MAX_TEXT = 60_000_000  # bytes of all pages, unpacked
MAX_MARKS = 2_500_000  # tags in all pages, which are in memory together
FEW_WORDS = 300  # characters a book of laid out pages has to have to be read as a text
ENOUGH_LETTERS = 20_000  # to tell a language
MARK = re.compile(r"(?<!\\)\[\^(\d+)\]")
DATA = re.compile(r"data:image/[\w.+-]+;base64,", re.I)
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass
class Opened:
    """A page of the book: its tree, and the elements at which chapters begin."""

    file: File
    root: Element
    body: Element
    begins: dict[Element, int] = field(default_factory=dict)


def read_epub(data: bytes, progress: Progress = silent) -> Reading:
    """What an EPUB holds; raises ImportRefused for what is locked, broken or no text."""
    archive = Archive(data)
    refuse_locked(archive)
    book = read_book(archive)
    warnings: list[Warning] = []
    pages = _opened(archive, book, warnings, progress)
    if not pages:
        raise ImportRefused(gettext_noop("There are no pages of text in the book."))
    parts = _begin_parts(pages, chapters_of(archive, book))
    pictures = Pictures()
    pieces = _walked(archive, book, pages, pictures, progress)
    if book.fixed:
        _refuse_pictures_of_pages(pieces, warnings)
    pieces, parts = _numbered(_with_notes_in_parts(pieces), parts)
    return Reading(
        "epub",
        pieces,
        _facts(book, pieces),
        parts,
        pictures.taken,
        warnings + pictures.warnings(),
    )


def _opened(
    archive: Archive, book: Book, warnings: list[Warning], progress: Progress
) -> list[Opened]:
    """The pages in reading order; what is missing or broken is told and passed over."""
    pages: list[Opened] = []
    size = marks = lost = 0
    for done, file in enumerate(book.spine):
        progress(done, 2 * len(book.spine))
        known = archive.named(file.path)
        if not file.is_page:
            continue
        if known is None:
            lost += 1
            continue
        source = archive.read(known)
        size, marks = size + len(source), marks + source.count(b"<")
        if size > MAX_TEXT or marks > MAX_MARKS:
            raise ImportRefused(
                gettext_noop("The book is too long: at most %(most)d MB of text are taken."),
                most=MAX_TEXT // 1_000_000,
            )
        root = _page_root(source)
        if root is None:
            lost += 1
            continue
        body = next((each for each in root if local(each).lower() == "body"), root)
        pages.append(Opened(File(known, file.media_type, file.properties), root, body))
    if lost + book.missing:
        warnings.append(
            Warning(
                gettext_noop("%(count)d pages of the book are missing or cannot be read."),
                {"count": lost + book.missing},
            )
        )
    return pages


def _page_root(source: bytes) -> Element | None:
    try:
        root = parsed_page(source)
    except ImportRefused:
        return None
    for switch in list(root.iter("{http://www.idpf.org/2007/ops}switch")):
        # EPUB 3.3, appendix: of the choices, the one that all readers can show
        for case in switch.findall("{http://www.idpf.org/2007/ops}case"):
            switch.remove(case)
    return root


def _begin_parts(pages: list[Opened], entries: list[Entry]) -> list[str]:
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
    places = page.body.xpath("descendant-or-self::*[@id=$place or @name=$place]", place=fragment)
    if not isinstance(places, list) or not places:
        return page.body
    element: Element = places[0]
    while element is not page.body:
        above = element.getparent()
        if above is None or _says_something_before(element, above):
            break
        element = above
    return element


def _says_something_before(element: Element, above: Element) -> bool:
    siblings = element.itersiblings(preceding=True)
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


def _walked(
    archive: Archive, book: Book, pages: list[Opened], pictures: Pictures, progress: Progress
) -> list[Piece]:
    notes = Notes()
    for page in pages:
        notes.gather(page.root, page.file.path)
    notes.settle()

    def picture(address: str) -> Picture | None:
        return pictures.take(_picture_bytes(archive, address))

    pieces: list[Piece] = []
    part = 0
    count = len(book.spine)
    for done, page in enumerate(pages):
        progress(count + min(done, count), 2 * count)
        marks = left_out(book, page.file, page.body, first=done == 0)
        about = Page(page.file.path, picture, notes, marks, part, page.begins)
        pieces.extend(pieces_of(page.body, about))
        part = about.part
    progress(2 * count, 2 * count)
    return pieces


def _picture_bytes(archive: Archive, address: str) -> bytes:
    """The bytes of a picture in the book, or in the address itself; none for what is neither."""
    inside = DATA.match(address)
    if inside:
        try:
            return base64.b64decode(address[inside.end() :])
        except (binascii.Error, ValueError):
            return b""
    path = address.partition("#")[0]
    known = archive.named(unquote(path)) or archive.named(path)
    if known is None or archive.size(known) > MAX_SOURCE:
        return b""
    return archive.read(known, MAX_SOURCE)


def _refuse_pictures_of_pages(pieces: list[Piece], warnings: list[Warning]) -> None:
    """Of a book whose pages are laid out one by one, the text is read where it has some."""
    said = sum(
        len(piece.source) for piece in pieces if piece.kept and piece.kind is not Kind.FIGURE
    )
    if said < FEW_WORDS:
        raise ImportRefused(
            gettext_noop(
                "The pages of the book are laid out as pictures (fixed layout), with hardly any"
                " text. There is nothing in it that could be annotated."
            )
        )
    warnings.append(
        Warning(
            gettext_noop(
                "The pages of the book are laid out one by one (fixed layout). Look whether the"
                " paragraphs are whole and in order."
            )
        )
    )


def _with_notes_in_parts(pieces: list[Piece]) -> list[Piece]:
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


def _numbered(pieces: list[Piece], titles: list[str]) -> tuple[list[Piece], list[str]]:
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


def _facts(book: Book, pieces: list[Piece]) -> dict[str, Fact]:
    facts = {
        # when the file was changed is not when the text was
        name: Fact(value, 0.4 if name == "updated" else 0.9, "opf")
        for name, value in book.said.items()
    }
    declared = book.said.get("language", "")
    if not LANGUAGE.fullmatch(declared):
        facts.pop("language", None)
        found = detect_language(_beginning_of(pieces))
        if found:
            facts["language"] = Fact(found, 0.8, "words")
    return facts


def _beginning_of(pieces: list[Piece]) -> str:
    said: list[str] = []
    letters = 0
    for piece in pieces:
        if piece.kept and piece.why is Why.PLAIN:
            said.append(piece.source)
            letters += len(piece.source)
        if letters > ENOUGH_LETTERS:
            break
    return "\n".join(said)
