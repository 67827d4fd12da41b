"""Lines that begin with the sign of an item, on pages that write lists without an element."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from articles.importers.dom.inline import Run
from articles.importers.dom.places import Item, Items, Place
from articles.markdown.inline import Break, Text

SIGN = re.compile(r"\s*([-•·▪◦●■*])\s+")
LEAST = 2  # lines that begin with the same sign; one may be a dash


def with_items(parts: Sequence[list[Run]], place: Place) -> Iterator[tuple[list[Run], Place]]:
    """The paragraphs of one block with their places; lines that are items as items, without signs.

    What stands below an item's line, one break away, belongs to it.
    """
    counts = Counter(sign for part in parts for line in _lines(part) if (sign := _sign(line)))
    signs = {sign for sign, count in counts.items() if count >= LEAST}
    if not signs or place.heading or place.item is not None or place.note is not None:
        yield from ((part, place) for part in parts)
        return
    items = Items(ordered=False)
    for part in parts:
        held: list[Run] = []
        at = place
        for line in _lines(part):
            if _sign(line) in signs:
                if held:
                    yield held, at
                at = replace(place, depth=place.depth + 1, item=Item(items, None))
                held = _without_sign(line)
            else:
                held = [*held, Run(Break(), ()), *line] if held else line
        if held:
            yield held, at


def _lines(part: Sequence[Run]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in part:
        if isinstance(run.leaf, Break):
            yield line
            line = []
        else:
            line.append(run)
    yield line


def _sign(line: Sequence[Run]) -> str:
    found = SIGN.match(line[0].leaf.value) if line and isinstance(line[0].leaf, Text) else None
    return found[1] if found else ""


def _without_sign(line: list[Run]) -> list[Run]:
    leaf = line[0].leaf
    assert isinstance(leaf, Text)
    return [Run(Text(SIGN.sub("", leaf.value, count=1)), line[0].formats), *line[1:]]
