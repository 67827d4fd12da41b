"""ODT files (OpenDocument 1.2 and 1.3, and the flat form in one XML file) to a Reading."""

from __future__ import annotations

import re

from lxml import etree

from articles.importers.archives import Archive, locked
from articles.importers.celled import as_note
from articles.importers.document import ImportRefused, damaged
from articles.importers.opendocument.blocks import Blocks
from articles.importers.opendocument.names import OFFICE, TEXT
from articles.importers.opendocument.styles import Styles
from articles.importers.opendocument.texts import Source
from articles.importers.pieces import Piece, Progress, Reading, silent
from articles.importers.styled import Properties, Styled, reading_of
from articles.importers.ticking import ticker_for
from articles.importers.xml import local, parsed, too_deep

MANIFEST = "META-INF/manifest.xml"
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def read_odt(data: bytes, progress: Progress = silent) -> Reading:
    """What an ODT file holds; raises ImportRefused for what is locked, broken or does harm."""
    try:
        return _read(data, progress)
    except RecursionError as error:
        raise too_deep() from error


def _read(data: bytes, progress: Progress) -> Reading:
    archive = Archive(data) if data.startswith(b"PK") else None
    if archive is None:
        content = styles = meta = parsed(data)
    else:
        _refuse_locked(archive)
        main = _part(archive, "content.xml")
        if main is None:
            raise damaged()
        content = main
        styles, meta = _optional(archive, "styles.xml"), _optional(archive, "meta.xml")
    source = Source(_styles(content, styles), archive)
    source.ticker = ticker_for(progress, content, TEXT + "p", TEXT + "h")
    source.pictures.tick = source.ticker.again
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise damaged()
    blocks = Blocks(source).walk(body)
    notes = _notes(source)
    styled = Styled(
        "odt",
        blocks,
        notes,
        _properties(meta),
        source.styles.language,
        source.pictures.taken,
        source.pictures.warnings(),
    )
    reading = reading_of(styled)
    source.ticker.end()
    return reading


def _refuse_locked(archive: Archive) -> None:
    manifest = archive.named(MANIFEST)
    if manifest is None:
        return
    if next(parsed(archive.read(manifest)).iter("{*}encryption-data"), None) is not None:
        raise locked()


def _part(archive: Archive, name: str) -> etree._Element | None:
    known = archive.named(name)
    return None if known is None else parsed(archive.read(known))


def _optional(archive: Archive, name: str) -> etree._Element | None:
    """A part without which the text can be read; None also where it is broken."""
    try:
        return _part(archive, name)
    except ImportRefused as error:
        if isinstance(error.__cause__, etree.XMLSyntaxError):
            return None
        raise


def _styles(content: etree._Element, named: etree._Element | None) -> Styles:
    styles = Styles()
    styles.add(content.find(OFFICE + "automatic-styles"), automatic=True)
    if named is not None:
        styles.add(named.find(OFFICE + "styles"), automatic=False)
    return styles


def _notes(source: Source) -> list[Piece]:
    """The notes by their numbers; notes may hold further ones."""
    pieces: list[Piece] = []
    # the list grows while notes are read
    for number, note in enumerate(source.notes, 1):
        blocks = Blocks(source, note=str(number), depth=1).walk(note)
        pieces.extend(as_note([block.piece for block in blocks], str(number)))
    return pieces


def _properties(root: etree._Element | None) -> Properties:
    meta = None if root is None else root.find(OFFICE + "meta")
    said: dict[str, str] = {}
    for each in meta if meta is not None else ():
        said.setdefault(local(each), " ".join("".join(each.itertext()).split()))
    created = DAY.match(said.get("creation-date", ""))
    return Properties(
        said.get("title", ""),
        said.get("initial-creator", "") or said.get("creator", ""),
        created.group() if created else "",
        said.get("language", ""),
        said.get("rights", ""),
        "meta.xml",
    )
