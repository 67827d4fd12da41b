"""What trafilatura and readability take for the article: opinions, counted with our own.

They are asked for their words only; how these are divided is read from the page itself.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from copy import deepcopy

from lxml import etree, html
from readability import Document
from trafilatura import bare_extraction

from articles.importers.dom.elements import Element
from articles.importers.html.segments import Segment, key_of, outline_of

# a page that others are asked about: on larger or deeper ones they take too long
MAX_LETTERS = 1_000_000
MAX_ELEMENTS = 40_000
MAX_DEPTH = 200
SHORT = 24  # letters: below, a whole paragraph must be the same
ENDS = 60  # letters at both ends of a long paragraph that are looked for


class Opinion:
    """The words that somebody takes for the article."""

    def __init__(self, paragraphs: Iterable[str]) -> None:
        keys = [key_of(words) for words in paragraphs]
        self.short = {key for key in keys if key}
        self.whole = "".join(keys)

    def __bool__(self) -> bool:
        return bool(self.whole)

    def has(self, segment: Segment) -> bool:
        """Whether the segment, or most of a long one, is in it."""
        key = segment.key
        if len(key) < SHORT:
            return key in self.short
        if key in self.whole:
            return True
        if len(key) < 2 * ENDS:
            return False
        middle = len(key) // 2
        parts = (key[:ENDS], key[middle : middle + ENDS], key[-ENDS:])
        return sum(part in self.whole for part in parts) >= 2


def may_be_asked(root: Element) -> bool:
    """Whether the page is one that others can read in a second or so."""
    elements = letters = depth = deepest = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if event == "start":
            elements += 1
            deepest = max(deepest, depth)
            letters += len(element.text or "") + len(element.tail or "")
    return elements <= MAX_ELEMENTS and letters <= MAX_LETTERS and deepest <= MAX_DEPTH


def opinions_on(root: Element) -> list[Opinion]:
    """Those of trafilatura and readability; none where one finds nothing or fails."""
    found = [Opinion(_trafilatura(root)), Opinion(_readability(root))]
    return [opinion for opinion in found if opinion]


def _trafilatura(root: Element) -> list[str]:
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(
            deepcopy(root), fast=True, include_comments=False, include_tables=True
        )
    except Exception:  # it is asked for an opinion only, and may fail in any way
        return []
    body = getattr(document, "body", None)
    if body is None:
        return []
    return [
        " ".join(block.itertext())
        for block in body.iter("p", "head", "item", "quote", "code", "cell")
    ] + [words for words in (str(getattr(document, "text", "") or "")).split("\n") if words]


def _readability(root: Element) -> list[str]:
    logging.getLogger("readability").setLevel(logging.CRITICAL)
    try:
        summary = Document(deepcopy(root)).summary(html_partial=True)
        tree = html.fragment_fromstring(summary, create_parent="div")
    except Exception:  # as above
        return []
    return [segment.words for segment in outline_of(tree, hidden=True).segments]
