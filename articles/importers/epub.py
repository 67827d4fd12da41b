"""EPUB files (2 and 3) to a Reading: file by file in reading order, each chapter a part."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import replace
from functools import partial
from urllib.parse import unquote

from articles.importers.archives import Archive
from articles.importers.books.chapters import (
    Opened,
    begin_parts,
    numbered,
    with_notes_in_parts,
)
from articles.importers.books.contents import chapters_of, entries_of
from articles.importers.books.locks import refuse_locked
from articles.importers.books.opf import Book, File, read_book
from articles.importers.books.pages import left_out
from articles.importers.document import ImportRefused
from articles.importers.dom import Element, Notes, Page, pieces_of
from articles.importers.dom.maths import formula_words
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
MAX_ELEMENTS = 1_000_000  # in all pages, which are in memory together
FEW_WORDS = 300  # characters a book of laid out pages has to have to be read as a text
ENOUGH_LETTERS = 20_000  # to tell a language
DATA = re.compile(r"data:image/[\w.+-]+;base64,", re.I)
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def read_epub(data: bytes, progress: Progress = silent) -> Reading:
    """What an EPUB holds; raises ImportRefused for what is locked, broken or no text."""
    archive = Archive(data)
    refuse_locked(archive)
    book = read_book(archive)
    warnings: list[Warning] = []
    pages = _opened(archive, book, warnings, progress)
    if not pages:
        raise ImportRefused(gettext_noop("There are no pages of text in the book."))
    entries = entries_of(archive, book)
    parts = begin_parts(pages, chapters_of(entries))
    pictures = Pictures()
    titles = frozenset(" ".join(entry.title.casefold().split()) for entry in entries)
    pieces = _walked(archive, book, pages, titles, pictures, progress)
    if book.fixed:
        _refuse_pictures_of_pages(pieces, warnings)
    pieces, parts = numbered(with_notes_in_parts(pieces), parts)
    if not parts:
        pieces = _without_title(pieces, book.said.get("title", ""))
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
    size = elements = lost = 0
    for done, file in enumerate(book.spine):
        progress(done, 2 * len(book.spine))
        known = archive.named(file.path)
        if not file.is_page:
            continue
        if known is None:
            lost += 1
            continue
        source = archive.read(known)
        size += len(source)
        root = _page_root(source)
        if root is None:
            lost += 1
            continue
        elements += sum(1 for _ in root.iter())
        if size > MAX_TEXT or elements > MAX_ELEMENTS:
            raise ImportRefused(
                gettext_noop("The book is too long: at most %(most)d MB of text are taken."),
                most=MAX_TEXT // 1_000_000,
            )
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
    for formula in root.iter("{http://www.w3.org/1998/Math/MathML}math"):
        # books of mathematics are formulas for the most part: what they say takes less memory
        said, tail = formula_words(formula), formula.tail
        formula.clear()
        formula.set("alttext", said)
        formula.tail = tail
    return root


def _walked(
    archive: Archive,
    book: Book,
    pages: list[Opened],
    titles: frozenset[str],
    pictures: Pictures,
    progress: Progress,
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
        pictures.tick = partial(progress, count + min(done, count), 2 * count)
        pictures.tick()
        marks = left_out(book, page.file, page.body, titles, first=done == 0)
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


def _without_title(pieces: list[Piece], title: str) -> list[Piece]:
    """The pieces of one article without the title that it begins with, which is a fact."""
    begins = next((place for place, piece in enumerate(pieces) if piece.kept), None)
    if begins is None or pieces[begins].kind is not Kind.HEADING:
        return pieces
    if pieces[begins].source.casefold().split() != title.casefold().split():
        return pieces
    fact = replace(pieces[begins], kept=False, why=Why.FACT)
    return [*pieces[:begins], fact, *pieces[begins + 1 :]]


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
