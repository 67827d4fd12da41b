"""Words at the edges of pages that are no text one by one: heads that a browser paints on every
page, even over the text, and numbers of lines.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from articles.importers.pdf.lines import line_of
from articles.importers.pdf.model import Line, Page, Word
from articles.importers.pieces import Why

EDGE = 0.14  # of the page's height: how far its edge reaches
LEAST_PAGES = 0.4  # of all: on which a word stands at one place
MOST_REPEATED = 120  # letters at the edges of one page
MOST_APART = 1.5  # of the size: between words of one line
LEAST_NUMBERED = 5  # rows with line numbers on a page


@dataclass
class Left:
    """A line that is left out, and why."""

    line: Line
    why: Why


def take_repeated(pages: Sequence[Page]) -> list[Left]:
    """Takes words that stand at one place near the edge of several pages, one beside another.

    So painted are heads that a browser repeats, even over the text.
    """
    places: dict[tuple[str, int, int], set[int]] = defaultdict(set)
    for page in pages:
        for word in page.words:
            if _is_outer(page, word):
                places[_spot(word)].add(page.number)
    least = max(2, min(3, len(pages)), round(LEAST_PAGES * len(pages)))
    left: list[Left] = []
    for page in pages:
        runs = _runs(page, places, least)
        if sum(len(word.text) for run in runs for word in run) > MOST_REPEATED:
            continue  # pages that say the same, and not only at their edges
        for run in runs:
            gone = {id(word) for word in run}
            page.words = [word for word in page.words if id(word) not in gone]
            left.append(Left(line_of(run, page.number), Why.RUNNING_HEAD))
    return left


def _runs(page: Page, places: dict[tuple[str, int, int], set[int]], least: int) -> list[list[Word]]:
    """Two words or more beside each other that stand there on as many pages."""
    runs: list[list[Word]] = []
    before: Word | None = None
    for word in page.words:
        goes_on = before is not None and _is_beside(before, word)
        if len(places.get(_spot(word), ())) < least:
            if goes_on and runs and runs[-1] and runs[-1][-1] is before:
                runs.pop()  # the line goes on with other words
            before = word
            continue
        if goes_on and runs and runs[-1][-1] is before:
            runs[-1].append(word)
        elif not goes_on:
            runs.append([word])
        before = word
    return [run for run in runs if len(run) > 1]


def _is_outer(page: Page, word: Word) -> bool:
    return not EDGE * page.height < word.y < (1 - EDGE) * page.height


def _spot(word: Word) -> tuple[str, int, int]:
    return word.text, round(word.x0), round(word.y)


def _is_beside(word: Word, other: Word) -> bool:
    """Whether both stand in one line, one after the other."""
    return abs(word.y - other.y) < 1 and -1 < other.x0 - word.x1 < MOST_APART * word.size


def take_line_numbers(page: Page) -> list[Left]:
    """Takes the numbers of lines out of the margin of a page."""
    numbers = [word for word in page.words if word.text.isdigit() and len(word.text) <= 4]
    if len(numbers) < LEAST_NUMBERED:
        return []
    for side in (True, False):
        chosen = _in_margin(page, numbers, side)
        if _count_on(chosen):
            gone = {id(word) for word in chosen}
            page.words = [word for word in page.words if id(word) not in gone]
            return [Left(line_of([word], page.number), Why.PAGE_NUMBER) for word in chosen]
    return []


def _in_margin(page: Page, numbers: Sequence[Word], is_left: bool) -> list[Word]:
    """The numbers on the outer side of all other words."""
    known = {id(word) for word in numbers}
    others = [word for word in page.words if id(word) not in known]
    if not others:
        return []
    rows = len({round(word.y) for word in others})
    if is_left:
        edge = min(word.x0 for word in others)
        found = [word for word in numbers if word.x1 <= edge - 2]
    else:
        edge = max(word.x1 for word in others)
        found = [word for word in numbers if word.x0 >= edge + 2]
    found.sort(key=lambda word: word.y)
    steps = [int(b.text) - int(a.text) for a, b in pairwise(found)]
    step = median(steps) if steps else 0
    return found if step and len(found) * step >= 0.5 * rows else []


def _count_on(numbers: Sequence[Word]) -> bool:
    if len(numbers) < LEAST_NUMBERED:
        return False
    steps = Counter(int(b.text) - int(a.text) for a, b in pairwise(numbers))
    step, often = steps.most_common(1)[0]
    return step in (1, 2, 5, 10) and often >= 0.8 * (len(numbers) - 1)
