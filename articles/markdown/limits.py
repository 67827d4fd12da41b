"""What a text may ask of the parser, and the refusal when it asks for more."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.rules_core import StateCore

from articles.refusing import TextRefused, gettext_noop

MAX_DEPTH = 12  # containers (quotations, lists) inside each other
MAX_LINE_MARKERS = 40  # container marks at the beginning of one line
MAX_COLUMNS = 100  # of a table
MAX_PARAGRAPH = 100_000  # characters of one paragraph, heading or cell
MAX_SIGNS = 2_000  # signs of one of them that may open or close something
MAX_FORMULA = 1_000  # characters of TeX


@dataclass(frozen=True)
class Limits:
    """What one text may have in all; `work` is explained at `check_inline`."""

    characters: int
    cells: int
    work: int


ARTICLE = Limits(characters=5_000_000, cells=200_000, work=100_000_000)
BODY = Limits(characters=20_000, cells=5_000, work=6_000_000)

# A rule of dashes or stars is no row of list markers.
LINE_MARKERS = re.compile(r"[ \t]{0,3}(?:(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))[ \t]*)+", re.M)
MARKER = re.compile(r">|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])")
DELIMITERS = re.compile(r"[ \t>*+\-]*\|?[ \t]*:?-[-:| \t]*")
RULE = re.compile(r"[ \t]*([-*_])(?:[ \t]*\1)+[ \t]*$", re.M)

# Signs for which the parser looks ahead or back, each at worst for every other of them. Escaped
# ones do nothing; for & and < it looks no farther than the next.
SIGNS = re.compile(r"\\.|([\[\]!*_~`$^])", re.S)


class MarkdownRefused(TextRefused):
    """Markdown that is beyond the limits."""


def check_source(source: str, limits: Limits) -> None:
    """Refuses, before any parsing, what is too long or too wide or too deep; linear time."""
    if len(source) > limits.characters:
        raise MarkdownRefused(
            gettext_noop("The text has %(count)d characters; at most %(most)d fit."),
            count=len(source),
            most=limits.characters,
        )
    for found in LINE_MARKERS.finditer(source):
        if len(found.group()) > MAX_LINE_MARKERS and _is_too_deep(source, found):
            raise too_deep()
    if "|" in source:
        _check_tables(source, limits)


def _is_too_deep(source: str, found: re.Match[str]) -> bool:
    markers = sum(1 for _ in MARKER.finditer(found.group()))
    return markers > MAX_LINE_MARKERS and not RULE.match(source, found.start())


def _check_tables(source: str, limits: Limits) -> None:
    """Short rows are filled up, so that a table has columns times rows cells, however written."""
    columns = cells = 0
    for line in source.splitlines():
        if not line.strip():
            columns = 0
        elif DELIMITERS.fullmatch(line):
            columns = max(columns, line.count("-|") + line.count(":|") + line.count(" |") + 1)
        if columns > MAX_COLUMNS + 2:
            raise too_wide()
        cells += columns
        if cells > limits.cells:
            raise MarkdownRefused(
                gettext_noop("The tables have more than %(most)d cells."), most=limits.cells
            )


def too_wide() -> MarkdownRefused:
    """The refusal of a table with more columns than `MAX_COLUMNS`."""
    return MarkdownRefused(
        gettext_noop("A table has more than %(most)d columns."), most=MAX_COLUMNS
    )


def too_deep() -> MarkdownRefused:
    """The refusal of lists and quotations inside each other beyond `MAX_DEPTH`."""
    return MarkdownRefused(
        gettext_noop("Lists and quotations stand more than %(most)d deep inside each other."),
        most=MAX_DEPTH,
    )


def check_blocks(state: StateCore) -> None:
    """A rule of the parser between blocks and inline: refuses what is nested too deep."""
    depth = 0
    for token in state.tokens:
        if token.type in ("blockquote_open", "list_item_open"):
            depth += 1
            if depth > MAX_DEPTH:
                raise too_deep()
        elif token.type in ("blockquote_close", "list_item_close"):
            depth -= 1


def check_inline(state: StateCore) -> None:
    """A rule of the parser between blocks and inline: refuses what would take quadratic time.

    The parser may look from each sign that can open something to each that can close it, so the
    work is at most the sum, over paragraphs, of the square of their number.
    """
    limits: Limits = state.env["limits"]
    work = 0
    for token in state.tokens:
        if token.type != "inline":
            continue
        if len(token.content) > MAX_PARAGRAPH:
            raise MarkdownRefused(
                gettext_noop("One paragraph has more than %(most)d characters; divide it."),
                most=MAX_PARAGRAPH,
            )
        signs = sum(1 for found in SIGNS.finditer(token.content) if found[1])
        work += signs**2
        if signs > MAX_SIGNS or work > limits.work:
            raise MarkdownRefused(
                gettext_noop(
                    "There are too many signs such as * _ [ ` in one paragraph; divide it."
                )
            )
