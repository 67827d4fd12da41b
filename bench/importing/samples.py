"""The texts that documents are made of: what a reader of them would call their blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from lxml import html

from articles.blocks import BlockContent, blocks_from_markdown
from articles.importers.markdown import read_markdown

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDERS = (
    ROOT / "articles" / "samples",
    ROOT / "bench" / "topic_texts",
    Path(__file__).parent / "texts",
    Path(__file__).parent / "held_back",
)
PROSE = ("heading", "paragraph", "list_item", "quotation")


@dataclass(frozen=True)
class Run:
    """Words of one look: `marks` are names of elements (em, strong, code, ...)."""

    words: str
    marks: frozenset[str] = frozenset()
    href: str = ""
    note: int = 0  # the mark of this footnote; `words` are its number


@dataclass(frozen=True)
class Sample:
    """A text with its facts; `blocks` have no title."""

    name: str
    title: str
    byline: str
    standfirst: str
    published: str
    language: str
    blocks: tuple[BlockContent, ...] = field(repr=False)

    def only(self, kinds: Iterable[str]) -> Sample:
        """The text without other kinds of blocks, and without footnotes and their marks."""
        wanted = set(kinds)
        kept = tuple(
            _unmarked(block)
            for block in self.blocks
            if block.kind in wanted and not block.attrs.get("footnote")
        )
        return replace(self, blocks=kept)

    def without(self, *kinds: str) -> Sample:
        kept = tuple(block for block in self.blocks if block.kind not in kinds)
        return replace(self, blocks=kept)

    @property
    def body(self) -> list[BlockContent]:
        return [block for block in self.blocks if not block.attrs.get("footnote")]

    @property
    def notes(self) -> list[BlockContent]:
        return [block for block in self.blocks if block.attrs.get("footnote")]

    @property
    def truth(self) -> list[str]:
        return [block.text for block in self.blocks]


def _unmarked(block: BlockContent) -> BlockContent:
    marks = r'<sup><a href="#fn-\d+"[^>]*>\[\d+\]</a></sup>'
    if not re.search(marks, block.html):
        return block
    cleaned = re.sub(marks, "", block.html)
    text = "".join(html.fragment_fromstring(f"<p>{cleaned}</p>").itertext())
    return replace(block, html=cleaned, text=text)


@cache
def samples() -> dict[str, Sample]:
    """All texts by the names of their files, without the ending."""
    paths = [path for folder in FOLDERS for path in sorted(folder.glob("*.md"))]
    return {path.stem: _sample(path) for path in paths}


def _sample(path: Path) -> Sample:
    document = read_markdown(path.read_text("utf-8"))
    return Sample(
        path.stem,
        document.title or path.stem.split(".")[0].title(),
        document.byline or "Okon Bassey",
        document.standfirst or "",
        document.published or "2024-03-11",
        document.language or "en",
        tuple(blocks_from_markdown(document.markdown)),
    )


def runs_of(block: BlockContent) -> list[Run]:
    """What stands inside a block, as word processors have it; line breaks are line feeds."""
    whole = html.fragment_fromstring(f"<div>{block.html}</div>")
    return [run for run in _runs(whole, frozenset(), "") if run.words]


def _runs(element: html.HtmlElement, marks: frozenset[str], href: str) -> Iterable[Run]:
    if element.text:
        yield Run(element.text, marks, href)
    for child in element:
        inner = child.get("href", "")
        if child.tag == "br":
            yield Run("\n", marks, href)
        elif child.tag == "sup" and (number := _note_number(child)):
            yield Run(str(number), marks, "", number)
        elif child.tag == "a":
            yield from _runs(child, marks, inner or href)
        else:
            yield from _runs(child, marks | {str(child.tag)}, href)
        if child.tail:
            # the line feed that follows a break in HTML is no second one
            tail = child.tail.removeprefix("\n") if child.tag == "br" else child.tail
            yield Run(tail, marks, href)


def _note_number(element: html.HtmlElement) -> int:
    address = next((link.get("href", "") for link in element.iter("a")), "")
    found = re.fullmatch(r"#fn-(\d+)", address)
    return int(found[1]) if found else 0


def rows_of(block: BlockContent) -> list[list[list[Run]]]:
    """The rows of a table, each of cells, each of runs; the first row is its head."""
    whole = html.fragment_fromstring(f"<table>{block.html}</table>")
    return [
        [[run for run in _runs(cell, frozenset(), "") if run.words] for cell in row]
        for row in whole.iter("tr")
    ]
