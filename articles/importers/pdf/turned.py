"""What stands askew, beyond a page's edges or in the colour of the paper."""

from __future__ import annotations

from collections.abc import Sequence

from articles.importers.pdf.columns import lines_in_order
from articles.importers.pdf.lines import line_of, rows_of
from articles.importers.pdf.margin_words import Left
from articles.importers.pdf.model import Line, Page
from articles.importers.pieces import Why

LEAST_TURNED = 200  # letters: what is less is a stamp, a mark or a label
MOST_OUTSIDE = 300  # lines shown of one page


def set_aside(pages: Sequence[Page]) -> list[Left]:
    """What no reader of the page would read as its text."""
    left: list[Left] = []
    for page in pages:
        outside = rows_of(page.outside)[:MOST_OUTSIDE]
        left.extend(Left(line_of(row, page.number), Why.HIDDEN) for row in outside)
        for words in page.turned:
            if sum(len(word.text) for word in words) < LEAST_TURNED:
                rows = rows_of(words)[:MOST_OUTSIDE]
                left.extend(Left(line_of(row, page.number), Why.FURNITURE) for row in rows)
    return left


def turned_lines(page: Page, region: int) -> list[Line]:
    """The lines of text that stands askew and is long enough to be read."""
    made: list[Line] = []
    for words in page.turned:
        if sum(len(word.text) for word in words) >= LEAST_TURNED:
            lines = lines_in_order(words, page.number)
            for line in lines:
                line.region += region
            region = max(line.region for line in lines) + 1
            made += lines
    return made
