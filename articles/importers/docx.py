"""DOCX files (ECMA-376) to a Reading."""

from __future__ import annotations

import re

from articles.importers.celled import as_note
from articles.importers.pieces import Piece, Progress, Reading, silent
from articles.importers.styled import Properties, Styled, reading_of
from articles.importers.ticking import ticker_for
from articles.importers.wordprocessing.blocks import Blocks
from articles.importers.wordprocessing.context import Context
from articles.importers.wordprocessing.fields import drop_unmatched
from articles.importers.wordprocessing.names import W
from articles.importers.wordprocessing.package import Package
from articles.importers.wordprocessing.texts import LineReader
from articles.importers.xml import local, too_deep

DAY = re.compile(r"\d{4}-\d\d-\d\d")


def read_docx(data: bytes, progress: Progress = silent) -> Reading:
    """What a DOCX file holds; raises ImportRefused for what is none, or does harm."""
    try:
        return _read(data, progress)
    except RecursionError as error:
        raise too_deep() from error


def _read(data: bytes, progress: Progress) -> Reading:
    package = Package(data)
    main = package.main()
    context = Context.of(package, main)
    context.ticker = ticker_for(progress, main.root, W + "p")
    context.pictures.tick = context.ticker.again
    drop_unmatched(main.root)
    body = main.root.find(W + "body")
    blocks = Blocks(context, LineReader(context, main)).walk(main.root if body is None else body)
    notes = _notes(context)
    styled = Styled(
        "docx",
        blocks,
        notes,
        _properties(package),
        context.styles.language,
        context.pictures.taken,
        context.pictures.warnings(),
    )
    reading = reading_of(styled)
    context.ticker.end()
    return reading


def _notes(context: Context) -> list[Piece]:
    """The notes that are marked, by their numbers; notes may mark further ones."""
    pieces: list[Piece] = []
    # the list grows while notes are read
    for number, key in enumerate(context.order, 1):
        note = context.notes[key]
        drop_unmatched(note.element)
        reader = LineReader(context, note.part)
        blocks = Blocks(context, reader, note=str(number), depth=1).walk(note.element)
        pieces.extend(as_note([block.piece for block in blocks], str(number)))
    return pieces


def _properties(package: Package) -> Properties:
    """What core.xml says (ECMA-376-2, 11)."""
    part = package.properties()
    said = {local(each): " ".join((each.text or "").split()) for each in part.root} if part else {}
    created = DAY.match(said.get("created", ""))
    creator = said.get("creator", "")
    return Properties(
        said.get("title", ""),
        re.sub(r"\s*;\s*", ", ", creator),
        # the library's own template has a date that is nobody's
        created.group() if created and creator != "python-docx" else "",
        said.get("language", ""),
        said.get("rights", ""),
        "core.xml",
    )
