"""The cells of a table (ECMA-376-1, 17.4), each in the place where it is seen."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from articles.importers.wordprocessing.choosing import outermost
from articles.importers.wordprocessing.names import W, child_value, whole

MOST_SPAN = 100  # columns that one cell goes over
MOST_PLACES = 1_000  # in a row, beyond which cells take one place each


def cells_of(table: etree._Element) -> Iterator[list[etree._Element | None]]:
    """The cells row by row; None in places that a cell above or before them goes over."""
    for row in outermost(table, W + "tr"):
        properties = row.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            continue
        places: list[etree._Element | None] = []
        before = whole(child_value(properties, "gridBefore")) or 0
        places.extend([None] * min(max(before, 0), MOST_SPAN))
        for cell in outermost(row, W + "tc"):
            about = cell.find(W + "tcPr")
            merged = None if about is None else about.find(W + "vMerge")
            goes_on = merged is not None and merged.get(W + "val", "continue") == "continue"
            places.append(None if goes_on else cell)
            span = whole(child_value(about, "gridSpan")) or 1
            if len(places) < MOST_PLACES:
                places.extend([None] * (min(span, MOST_SPAN) - 1))
        yield places
