"""Frames and shapes (10): pictures with what is said of them, and boxes of text."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterator

from lxml import etree

from articles.importers.opendocument.names import DRAW, OFFICE, SVG, TEXT, XLINK
from articles.importers.opendocument.texts import Source
from articles.importers.pictures import MAX_SOURCE
from articles.importers.pieces import Kind, Piece, Why
from articles.importers.styled import Block

Walk = Callable[[etree._Element], list[Block]]


class Frames:
    """Reads the shapes at one place; `walk` reads the blocks in a box."""

    def __init__(self, source: Source, note: str, walk: Walk) -> None:
        self.source = source
        self.note = note
        self.walk = walk

    def blocks(self, shape: etree._Element) -> list[Block]:
        """The picture, or what stands in the box; in groups, of each in order."""
        return list(self._blocks(shape))

    def _blocks(self, shape: etree._Element) -> Iterator[Block]:
        # a frame shows the first of its images that a reader can show
        images = shape.findall(DRAW + "image")
        if images:
            yield Block(self._figure(shape, images), "figure")
            return
        for child in shape:
            if child.tag == DRAW + "text-box":
                yield from self.walk(child)
            elif child.tag in (TEXT + "p", TEXT + "list", TEXT + "h"):
                yield from self.walk(shape)
                return
            elif isinstance(child.tag, str) and child.tag.startswith(DRAW):
                yield from self._blocks(child)

    def _figure(self, frame: etree._Element, images: list[etree._Element]) -> Piece:
        alt = _said(frame, "desc") or _said(frame, "title")
        remote = False
        for image in images:
            data = self._bytes(image)
            src = self.source.pictures.address(data) if data else ""
            if src:
                return Piece(Kind.FIGURE, "", alt, src=src, alt=alt, note=self.note)
            remote = remote or "://" in (image.get(XLINK + "href") or "")
        why = Why.REMOTE if remote else Why.EMPTY
        return Piece(Kind.FIGURE, "", alt, alt=alt, note=self.note, kept=False, why=why)

    def _bytes(self, image: etree._Element) -> bytes:
        inside = image.find(OFFICE + "binary-data")
        if inside is not None:
            try:
                return base64.b64decode("".join(inside.itertext()))
            except (binascii.Error, ValueError):
                return b""
        archive = self.source.archive
        known = (
            archive.named((image.get(XLINK + "href") or "").removeprefix("./")) if archive else None
        )
        if archive is None or known is None or archive.size(known) > MAX_SOURCE:
            return b""
        return archive.read(known, MAX_SOURCE)


def _said(frame: etree._Element, name: str) -> str:
    found = frame.find(SVG + name)
    return "" if found is None else " ".join("".join(found.itertext()).split())[:1000]
