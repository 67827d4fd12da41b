"""The page as the runs of words between the edges of blocks, each with its links counted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from articles.importers.dom.elements import (
    PREFORMATTED,
    SILENT,
    Element,
    is_block,
    is_hidden,
    name_of,
)

UNSAID = re.compile(r"[\W_]+")
WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
SENTENCE = re.compile(r"[.!?…:;。！？؟।][\"'”’»)\]]*\s*$")
MAX_HIDDEN = 0.5  # of a page's words: a page that hides more shows it by its scripts


@dataclass(eq=False)
class Segment:
    """Words between two edges of blocks, the element they stand in, and how many are linked."""

    owner: Element
    name: str
    words: str
    linked: int = 0
    votes: float = 0.0
    key: str = ""

    @property
    def size(self) -> int:
        """About how many Latin letters would say it."""
        return size_of(self.words)

    @property
    def link_share(self) -> float:
        return self.linked / max(1, len(self.words))

    @property
    def ends_sentence(self) -> bool:
        return SENTENCE.search(self.words) is not None


@dataclass
class Outline:
    """The segments of a page in order, and what stands in each element that has any."""

    root: Element
    segments: list[Segment] = field(default_factory=list)
    inside: dict[Element, tuple[int, int]] = field(default_factory=dict)
    shows_hidden: bool = False
    hides: bool = False  # whether something hidden was passed over

    def within(self, element: Element) -> list[Segment]:
        """The segments inside an element, in order."""
        start, end = self.inside.get(element, (0, 0))
        return self.segments[start:end]


def size_of(words: str) -> int:
    """About how many Latin letters would say it."""
    return len(words) + 2 * len(WIDE.findall(words))


def key_of(words: str) -> str:
    """What is the same however it is spaced, pointed and written."""
    return UNSAID.sub("", words.casefold())


def outline_of(root: Element, *, hidden: bool = False) -> Outline:
    """The page's segments; those of hidden things only where asked for."""
    outline = Outline(root, shows_hidden=hidden)
    gatherer = _Gatherer(outline, hidden)
    gatherer.walk()
    return outline


@dataclass
class _Gatherer:
    outline: Outline
    hidden: bool
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    owners: list[tuple[Element, str, int]] = field(default_factory=list)
    links: int = 0

    def walk(self) -> None:
        root = self.outline.root
        events = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        opened: list[tuple[bool, bool]] = []
        skipped: Element | None = None
        for event, element in events:
            if event == "start":
                name = name_of(element)
                hidden = not self.hidden and is_hidden(element)
                self.outline.hides = self.outline.hides or hidden
                if hidden or name in SILENT:
                    events.skip_subtree()
                    skipped = element
                    continue
                block = element is root or is_block(element, name) or name == "button"
                opened.append((block, name == "a"))
                self._open(element, name, block)
                self._said(element.text)
                continue
            if event == "end" and element is not skipped:
                self._close(*opened.pop())
            skipped = None
            if element is not root:
                self._said(element.tail)

    def _open(self, element: Element, name: str, block: bool) -> None:
        if block:
            self._flush()
            self.owners.append((element, name, len(self.outline.segments)))
        elif name == "br":
            self.parts.append(" ")
        self.links += name == "a"

    def _close(self, block: bool, link: bool) -> None:
        self.links -= link
        if block:
            self._flush()
            element, _name, start = self.owners.pop()
            self.outline.inside[element] = (start, len(self.outline.segments))

    def _said(self, words: str | None) -> None:
        if words and self.owners:
            self.parts.append(words)
            if self.links:
                self.linked += len(words.strip())

    def _flush(self) -> None:
        parts, self.parts = self.parts, []
        linked, self.linked = self.linked, 0
        if not parts or not self.owners:
            return
        owner, name, _start = self.owners[-1]
        words = " ".join("".join(parts).split()) if name not in PREFORMATTED else "".join(parts)
        if words.strip():
            segment = Segment(owner, name, words.strip(), linked)
            segment.key = key_of(words)
            self.outline.segments.append(segment)
