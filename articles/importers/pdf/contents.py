"""Tables of contents: lines that lead by dots, or by a column of numbers, to pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles.importers.pdf.model import Line

LEADERS = re.compile(
    r"(?:(?:\.\s?){4,}|(?:…\s?){2,}|(?:·\s?){4,}|_{4,})\s*(?:\d{1,4}|[ivxlc]{1,6})?$", re.I
)
PAGE_AT_END = re.compile(r"\S.*\s(?P<page>\d{1,4})$")
NAMES = re.compile(
    r"(?:table of )?contents|inhalt(?:sverzeichnis)?|sommaire|table des matières|índice"
    r"|contenido|indice|sommario|spis treści|inhoud(?:sopgave)?|содержание|оглавление|зміст"
    r"|المحتويات|目次|目录",
    re.I,
)
LEAST = 3  # entries
MOST_BETWEEN = 2  # lines of an entry before the one with the number


def find_contents(lines: Sequence[Line]) -> set[int]:
    """The identities of lines that are a table of contents."""
    found: set[int] = set()
    leading = [place for place, line in enumerate(lines) if LEADERS.search(line.text)]
    for run in _runs(leading):
        if len(run) >= LEAST:
            found.update(range(run[0], run[-1] + 1))
    for place, line in enumerate(lines):
        if NAMES.fullmatch(line.text.strip(" :")):
            entries = _numbered(lines, place + 1)
            if entries or place + 1 in found or place + 2 in found:
                found.update([place, *entries])
    return {id(lines[place]) for place in found}


def _runs(places: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for place in places:
        if runs and place - runs[-1][-1] <= 1 + MOST_BETWEEN:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _numbered(lines: Sequence[Line], start: int) -> list[int]:
    """The places of the lines from there that end in numbers that do not fall."""
    last, places, waiting = 0, list[int](), list[int]()
    for place in range(start, len(lines)):
        ended = PAGE_AT_END.fullmatch(lines[place].text)
        if ended and int(ended["page"]) >= last:
            last = int(ended["page"])
            places += [*waiting, place]
            waiting = []
        elif len(waiting) < MOST_BETWEEN:
            waiting.append(place)
        else:
            break
    return places if len(places) >= LEAST else []
