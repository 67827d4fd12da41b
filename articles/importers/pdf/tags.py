"""The structure that a tagged PDF carries (ISO 32000-2, 14.8), as blocks of one page.

Word processors and browsers write which words make a paragraph, a heading, an item or a cell.
PDFium builds this tree page by page; a child that is missing on a page stands on another, which
tells whether a paragraph began before or goes on after.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from articles.importers.pdf.model import TagBlock

MAX_ELEMENTS = 50_000  # of one page
MAX_DEPTH = 60
MAX_NAME = 128  # bytes
TEXT_BLOCKS = {
    "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "Caption", "Note", "FENote", "Lbl",
    "TOCI", "BibEntry", "Formula", "Index",
}  # fmt: skip
INLINE = {
    "Span", "Link", "Em", "Strong", "Quote", "Code", "Reference", "Annot", "Sub", "Ruby", "RB",
    "RT", "RP", "Warichu", "WT", "WP", "Form", "Artifact",
}  # fmt: skip
NAMELESS = {"NonStruct", "Private"}
KNOWN_CONTAINERS = {"LI", "LBody", "TD", "TH"}


@dataclass
class Element:
    """One element of the tree, with those below it; `tags` and `parts` keep their order."""

    role: str
    parts: list[Element | int | None] = field(default_factory=list)  # None: not on this page


def tag_blocks(page: Any) -> list[TagBlock]:
    """The blocks of a page in reading order; empty where the page has no tree."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return []
    try:
        reader = TreeReader()
        roots = [
            reader.element(pdfium.FPDF_StructTree_GetChildAtIndex(tree, place), 0)
            for place in range(min(max(0, pdfium.FPDF_StructTree_CountChildren(tree)), 1000))
        ]
    finally:
        pdfium.FPDF_StructTree_Close(tree)
    walker = Walker()
    for root in roots:
        if root is not None:
            walker.walk(root, ())
    return walker.blocks


class TreeReader:
    """Copies the tree out of PDFium, within limits."""

    def __init__(self) -> None:
        self.count = 0
        self.buffer = ctypes.create_string_buffer(MAX_NAME)

    def element(self, handle: Any, depth: int) -> Element | None:
        self.count += 1
        if not handle or self.count > MAX_ELEMENTS or depth > MAX_DEPTH:
            return None
        made = Element(self._name(handle))
        for place in range(max(0, pdfium.FPDF_StructElement_CountChildren(handle))):
            tag = pdfium.FPDF_StructElement_GetChildMarkedContentID(handle, place)
            if tag >= 0:
                made.parts.append(tag)
                continue
            child = pdfium.FPDF_StructElement_GetChildAtIndex(handle, place)
            made.parts.append(self.element(child, depth + 1) if child else None)
        return made

    def _name(self, handle: Any) -> str:
        size = pdfium.FPDF_StructElement_GetType(handle, self.buffer, MAX_NAME)
        raw = self.buffer.raw[: min(size, MAX_NAME)]
        return raw.decode("utf-16-le", "ignore").rstrip("\0")


class Walker:
    """Makes blocks of the tree: one for each element of text, or run of words in a container."""

    def __init__(self) -> None:
        self.blocks: list[TagBlock] = []
        self.tables = self.row = self.cell = 0
        self.items = self.lists = 0

    def walk(self, element: Element, path: tuple[str, ...], item: int = 0, listed: int = 0) -> None:
        """Adds the blocks of an element, which stands in an item and in a list."""
        if element.role == "Table" and "Table" not in path:
            self.tables += 1
            self.row = 0
        elif element.role == "TR":
            self.row += 1
            self.cell = 0
        elif element.role in ("TD", "TH"):
            self.cell += 1
        elif element.role == "L":
            self.lists += 1
            listed = self.lists
        elif element.role == "LI":
            self.items += 1
            item = self.items
        if element.role in TEXT_BLOCKS and not _has_blocks(element):
            self._add(element.role, element.parts, path, item, listed)
            return
        inside = (*path, element.role)
        run: list[Element | int | None] = []
        for part in element.parts:
            if part is None or isinstance(part, int) or _is_inline(part):
                run.append(part)
                continue
            self._add_run(element.role, run, inside, item, listed)
            run = []
            self.walk(part, inside, item, listed)
        self._add_run(element.role, run, inside, item, listed)

    def _add_run(
        self,
        role: str,
        run: list[Element | int | None],
        path: tuple[str, ...],
        item: int,
        listed: int,
    ) -> None:
        if role in KNOWN_CONTAINERS:
            self._add(role, run, path, item, listed)
        else:  # what is not on this page are blocks that stand beside the run
            self._add("", [part for part in run if part is not None], path, item, listed)

    def _add(
        self,
        role: str,
        parts: list[Element | int | None],
        path: tuple[str, ...],
        item: int,
        listed: int,
    ) -> None:
        tags = _tags(Element(role, parts))
        if not tags:
            return
        block = TagBlock(role, tags, path, item=item, listed=listed)
        block.goes_back = _is_elsewhere(parts, 0)
        block.goes_on = _is_elsewhere(parts, -1)
        if "Table" in path:
            block.table, block.row, block.cell = self.tables, self.row, self.cell
            block.header = "TH" in path
        self.blocks.append(block)


def _is_elsewhere(parts: list[Element | int | None], end: int) -> bool:
    """Whether the first (0) or last (-1) words stand on another page."""
    part = parts[end] if parts else 0
    if isinstance(part, Element):
        inner = part.parts
        if part.role == "Link":  # a reference to its annotation is no words
            inner = [each for each in inner if each is not None]
        return bool(inner) and _is_elsewhere(inner, end)
    return part is None


def _is_inline(element: Element) -> bool:
    """Whether it stands among words: so named, or nameless with nothing but words."""
    if element.role in INLINE:
        return not _has_blocks(element)
    return element.role == "NonStruct" and all(
        not isinstance(part, Element) for part in element.parts
    )


def _has_blocks(element: Element) -> bool:
    return any(
        isinstance(part, Element)
        and ((part.role not in INLINE and part.role not in NAMELESS) or _has_blocks(part))
        for part in element.parts
    )


def _tags(element: Element) -> list[int]:
    found: list[int] = []
    for part in element.parts:
        if isinstance(part, int):
            found.append(part)
        elif part is not None:
            found.extend(_tags(part))
    return found
