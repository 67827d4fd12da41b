"""A PDF's bytes to a Reading."""

from __future__ import annotations

from collections.abc import Sequence

from articles.importers.document import ImportRefused
from articles.importers.languages import detect_language
from articles.importers.pdf.endnotes import with_endnotes
from articles.importers.pdf.facts import find_facts
from articles.importers.pdf.glyphs import GlyphReader
from articles.importers.pdf.joining import Joiner, vocabulary
from articles.importers.pdf.making import Maker
from articles.importers.pdf.margin_words import Left
from articles.importers.pdf.margins import take_margins
from articles.importers.pdf.model import Page
from articles.importers.pdf.opening import About, about, opened
from articles.importers.pdf.reading import read_page
from articles.importers.pdf.turned import set_aside
from articles.importers.pdf.writing import left_piece, note_piece, piece_of
from articles.importers.pieces import Piece, Progress, Reading, Warning, silent
from articles.refusing import gettext_noop

LEAST_LETTERS = 2  # on a page, on average: what has less is a scan
MOST_UNMAPPED = 0.3  # of all glyphs
SOME_UNMAPPED = 0.01
SAMPLE = 30_000  # letters by which the language is found


def read_pdf(data: bytes, progress: Progress = silent) -> Reading:
    """What a PDF holds; `progress` is told of each page, and may raise to stop.

    Raises ImportRefused for what is locked, damaged or too long, and where there is no text in it.
    """
    with opened(data) as (document, count):
        known = about(document)
        reader = GlyphReader()
        pages: list[Page] = []
        for index in range(count):
            progress(index, count)
            pages.append(read_page(document, index, reader, tagged=known.tagged))
    progress(count, count)
    reading = Reading("pdf")
    _check(pages, reading)
    _fill(reading, known, pages)
    return reading


def _check(pages: Sequence[Page], reading: Reading) -> None:
    """Refuses what has no words, or words that cannot be read; warns of less."""
    letters = [sum(len(word.text) for word in page.words) for page in pages]
    strange = sum(page.unmapped for page in pages) + sum(
        sum(map(_is_strange, word.text)) for page in pages for word in page.words
    )
    known = sum(letters) + sum(page.unmapped for page in pages)
    if known and strange > MOST_UNMAPPED * known:
        raise ImportRefused(
            gettext_noop(
                "The PDF does not say which letters its signs are, so its words cannot be read."
                " Run it through text recognition first, or bring the text in another form."
            )
        )
    if sum(letters) < LEAST_LETTERS * len(pages):
        raise ImportRefused(
            gettext_noop(
                "The PDF has no text layer: its pages are pictures. Run it through text"
                " recognition first, and bring what comes of it."
            )
        )
    if strange > SOME_UNMAPPED * known:
        reading.warnings.append(
            Warning(
                gettext_noop("%(count)d signs of the PDF could not be read."), {"count": strange}
            )
        )
    empty = sum(1 for count in letters if count == 0)
    if len(pages) > 1 and empty > len(pages) / 4:
        reading.warnings.append(
            Warning(
                gettext_noop("%(count)d of %(all)d pages have no text: they may be pictures."),
                {"count": empty, "all": len(pages)},
            )
        )


def _is_strange(sign: str) -> bool:
    """Whether it is of a private area, or no sign at all."""
    code = ord(sign)
    return 0xE000 <= code <= 0xF8FF or code >= 0xF0000 or code < 32 or 0x7F <= code < 0xA0


def _fill(reading: Reading, known: About, pages: list[Page]) -> None:
    """The pieces and facts of the pages."""
    left = take_margins(pages, (known.title, known.author))
    left += set_aside(pages)
    maker = Maker(pages, known)
    blocks = maker.blocks()
    text = " ".join(block.text for block in blocks[:400])
    language = detect_language(text[:SAMPLE])
    if blocks:
        reading.facts = find_facts(blocks, known, maker.measures, language)
        blocks, maker.notes = with_endnotes(blocks, maker.notes, maker.marks)
    joiner = Joiner(vocabulary(maker.lines), maker.marks)
    pieces = [piece_of(block, joiner) for block in blocks]
    pieces += [note_piece(note, joiner) for note in maker.notes]
    reading.pieces = _with_left(pieces, left)


def _with_left(pieces: Sequence[Piece], left: Sequence[Left]) -> list[Piece]:
    """The pieces, with what is left out at the end of its page, before the next one's."""
    waiting = sorted(left, key=lambda one: one.line.page)
    made: list[Piece] = []
    for piece in pieces:
        while waiting and piece.page and waiting[0].line.page < piece.page:
            made.append(left_piece(waiting.pop(0)))
        made.append(piece)
    return [*made, *map(left_piece, waiting)]
