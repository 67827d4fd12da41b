"""What the walk through a page is told about it, and where its links and pictures lead."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin

from articles.importers.dom.elements import Element, classes_of, name_of
from articles.importers.dom.notes import Notes
from articles.importers.pieces import Picture, Why
from articles.importers.ticking import Ticker

PictureOf = Callable[[str], Picture | None]

WEB = re.compile(r"(?:https?:/?/?[^\s/]|mailto:[^\s@]+@)\S*", re.I)
SCHEME = re.compile(r"\s*[a-zA-Z][a-zA-Z0-9+.\-]*:")
# where pages that load pictures late keep the true address
LATE = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src", "data-url")
PLACEHOLDER = re.compile(r"data:image/(?:gif|svg)|(?:blank|spacer|pixel|placeholder|1x1|loading)\b")
MAX_ADDRESS = 2_000  # characters; longer ones lead nowhere that a reader would go


def no_picture(address: str) -> Picture | None:
    """For files that have no pictures in them."""
    return None


@dataclass
class Page:
    """A page, or a chapter of a book.

    `base` is the address that others are relative to: of the page, or the path of the file in a
    book; empty where it is not known. `picture` is asked with an address so completed. `marks`
    says of elements that they and what is in them are left out, and why, or by `Why.PLAIN` that
    they are text; the nearest counts. `notes` have been gathered and settled. `part` is the
    chapter, which changes at the elements of `begins` to those named there. `ticker` is told of
    each piece.
    """

    base: str = ""
    picture: PictureOf = no_picture
    notes: Notes = field(default_factory=Notes)
    marks: Mapping[Element, Why] = field(default_factory=dict)
    part: int = 0
    begins: Mapping[Element, int] = field(default_factory=dict)
    ticker: Ticker = field(default_factory=Ticker)

    def address(self, href: str) -> str:
        """The whole address of a link within reach of readers, or nothing."""
        href = "".join(href.split("\n")).strip()
        if not href or href.startswith("#") or len(href) > MAX_ADDRESS:
            return ""
        try:
            whole = href if SCHEME.match(href) else urljoin(self.base, href)
            if self.base and urldefrag(whole).url == urldefrag(self.base).url and "#" in whole:
                return ""
        except ValueError:
            return ""
        return whole if WEB.fullmatch(whole) else ""

    def picture_address(self, image: Element) -> str:
        """Where the picture itself is, completed; as it stands where the base is not known."""
        href = _source(image)
        if href.lower().startswith("data:"):
            return href
        try:
            return urljoin(self.base, href.strip()) if self.base else href.strip()
        except ValueError:
            return ""


def _source(image: Element) -> str:
    if name_of(image) == "image":
        return image.get("{http://www.w3.org/1999/xlink}href") or image.get("href") or ""
    source = image.get("src") or ""
    if source and not PLACEHOLDER.search(source[:200]):
        return source
    late = next((image.get(name) or "" for name in LATE if image.get(name)), "")
    return late or source


def is_emoji(image: Element) -> bool:
    """Whether the picture stands for a sign among words."""
    alt = image.get("alt") or ""
    known = not {"emoji", "wp-smiley", "smiley", "emoticon"}.isdisjoint(classes_of(image))
    return bool(alt) and len(alt) <= 12 and (known or not re.search(r"[\w\s]", alt))


def is_formula(image: Element) -> bool:
    """Whether the picture shows a formula, whose TeX is its alternative text."""
    named = " ".join(classes_of(image)).lower()
    return bool(image.get("alt")) and re.search(r"\b(?:tex|latex|mwe-math|math)", named) is not None


def is_tracker(image: Element) -> bool:
    """Whether the picture is too small to be seen."""
    sizes = [(image.get(name) or "").strip().removesuffix("px") for name in ("width", "height")]
    return any(size in ("0", "1", "2") for size in sizes)
