"""The engine as the re-anchoring benchmark calls it (bench/README.md)."""

from collections.abc import Sequence
from typing import TypedDict

from annotations.anchoring.describing import Selector
from annotations.anchoring.placing import place
from annotations.anchoring.quoting import place_quote


class Quotation(TypedDict):
    """A selector as the benchmark has it; offsets are code points of the old text."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


def anchor(
    old_text: str, new_text: str, selectors: Sequence[Quotation]
) -> list[tuple[int, int] | None]:
    """The spans of `new_text`, or None; a placement to be confirmed counts as attached."""
    anchors = [
        Selector(one["start"], one["end"], one["exact"], one["prefix"], one["suffix"])
        for one in selectors
    ]
    return [placement.span for placement in place(anchors, old_text, new_text)]


def by_quote(
    old_text: str, new_text: str, selectors: Sequence[Quotation]
) -> list[tuple[int, int] | None]:
    """The same without the old text: by quotation and surroundings alone."""
    found = [place_quote(new_text, one["exact"], one["prefix"], one["suffix"]) for one in selectors]
    return [None if place is None else (place.start, place.end) for place in found]
