"""Lines of a plain text to units: paragraphs, items of lists, lines that stand by themselves.

Files come in three shapes: a paragraph to a line; lines wrapped at some column, with blank lines
or indented first lines between paragraphs; and short lines that mean to be lines (addresses,
verse, menus). Which it is is decided for each run of lines without a blank one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from statistics import quantiles

MAX_WRAP = 110  # columns; longer lines are paragraphs
MIN_WRAP = 40
SLACK = 4  # columns that a wrapped line may stay short of the word that follows

BULLET = re.compile(r"(?P<bullet>[•●○◦▪▫■‣⁃∙·]|[*+\-–](?=\s))\s*(?P<words>.*)")
DASHES = ("-", "–")
NUMBERED = re.compile(r"\(?(?P<number>\d{1,3})[.)]\s+(?P<words>\S.*)")
UNDERLINE = re.compile(r"(=|-|~|\^)\1{2,}")
FIRST_WORD = re.compile(r"[^\W\d_]+")
WORD = re.compile(r"[^\W\d_]+(?!-?\w)")
DIVIDED = re.compile(r"[^\W\d_]+-\n[> ]*[^\W\d_]+")
FEW_DIVIDED = 3  # lines; fewer may be the hyphens of compounds
DIVIDED_SHARE = 0.03  # of all lines; compounds end one line in fifty
BROKEN_WORD = re.compile(r"([^\W\d_]+)-$")
QUOTED = re.compile(r"> ?")


@dataclass
class Unit:
    """A paragraph, an item or a line, on one line."""

    text: str
    run: int  # which run of lines without a blank one it stands in
    marked: str = field(repr=False)  # with its bullet or number, as it stood
    bullet: str = ""
    number: int | None = None
    indent: int = 0
    wrapped: bool = False
    underlined: str = ""
    quoted: bool = False

    @property
    def is_item(self) -> bool:
        return bool(self.bullet) or self.number is not None


@dataclass(frozen=True)
class Layout:
    """How a file is set: the column its lines are wrapped at, 0 for none, and its words.

    `divides` says that words are divided at line ends all over the file.
    """

    width: int
    words: frozenset[str]
    divides: bool = False


def units_of(text: str) -> list[Unit]:
    """The units of a text, in order."""
    lines = [line.expandtabs(4).rstrip() for line in text.split("\n")]
    margin = min((_indent(line) for line in lines if line), default=0)
    lines = [line[margin:] for line in lines]
    layout = _layout(lines)
    units: list[Unit] = []
    for run, chunk in enumerate(_chunks(lines)):
        units.extend(_units_of_chunk(chunk, run, layout))
    return units


def _chunks(lines: Sequence[str]) -> Iterator[list[str]]:
    chunk: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            chunk.append(line)
        elif chunk:
            yield chunk
            chunk = []


def _layout(lines: Sequence[str]) -> Layout:
    divided = sum(line.endswith("-") for line in lines)
    divides = divided >= FEW_DIVIDED and divided > DIVIDED_SHARE * sum(map(bool, lines))
    text = "\n".join(lines).lower()
    if divides:
        text = DIVIDED.sub(" ", text)
    return Layout(_wrap_width(lines), frozenset(WORD.findall(text)), divides)


def _wrap_width(lines: Sequence[str]) -> int:
    """The column that the file is wrapped at, or 0 where it is not."""
    lengths = sorted(len(line) for line in lines if line.strip())
    if len(lengths) < 3:
        return 0
    width = round(quantiles(lengths, n=20)[-1])
    return width if MIN_WRAP <= width <= MAX_WRAP and lengths[-1] <= MAX_WRAP + 20 else 0


def _units_of_chunk(lines: Sequence[str], run: int, layout: Layout) -> Iterator[Unit]:
    if len(lines) == 2 and UNDERLINE.fullmatch(lines[1].strip()):
        words = lines[0].strip()
        yield Unit(words, run, words, underlined=lines[1].strip()[0])
        return
    for quoted, part in groupby(lines, key=lambda line: line.startswith(">")):
        inside = [QUOTED.sub("", line, count=1) if quoted else line for line in part]
        inside = [line for line in inside if line.strip()]
        width = layout.width - len("> ") * quoted if layout.width else 0
        for group in _groups(inside, width):
            yield replace(_unit(group, run, layout), quoted=quoted)


def _groups(lines: Sequence[str], width: int) -> Iterator[list[str]]:
    """The lines that belong together."""
    group: list[str] = []
    for line in lines:
        if group and not _continues(group, line, width):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _continues(group: Sequence[str], line: str, width: int) -> bool:
    """Whether the line goes on where the one before had no more room."""
    before = group[-1]
    if not width:
        return False
    hanging = _indent(line) > _indent(before)
    if hanging and not _marker(group[0]):
        return False  # an indented first line begins a paragraph
    first_word = line.split(maxsplit=1)[0]
    is_full = len(before) + 1 + len(first_word) > width - SLACK
    return is_full and not _begins_item(group, line)


def _begins_item(group: Sequence[str], line: str) -> bool:
    """Whether a line after a full one is an item, and has no "9. November" or dash by chance."""
    found, first = _marker(line), _marker(group[0])
    if found is None:
        return False
    if group[-1].endswith(":") or _indent(line) > _indent(group[0]):
        return True
    if number := found.groupdict().get("number"):
        last = first.groupdict().get("number") if first else None
        return int(number) == (int(last) + 1 if last else 1)
    dash = found["bullet"] in DASHES
    return not dash or (first is not None and first.groupdict().get("bullet") == found["bullet"])


def _marker(line: str) -> re.Match[str] | None:
    stripped = line.strip()
    return BULLET.fullmatch(stripped) or NUMBERED.fullmatch(stripped)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _unit(lines: Sequence[str], run: int, layout: Layout) -> Unit:
    whole = joined(lines, layout)
    unit = Unit(whole, run, whole, indent=_indent(lines[0]), wrapped=len(lines) > 1)
    found = _marker(whole)
    if found is None:
        return unit
    unit.text = found["words"].strip()
    if "bullet" in found.groupdict():
        unit.bullet = found["bullet"]
    else:
        unit.number = int(found["number"])
    return unit


def joined(lines: Sequence[str], layout: Layout) -> str:
    """Wrapped lines as one.

    A soft hyphen at a line's end goes, and so does a hyphen where the whole word stands elsewhere
    in the file; otherwise it stays, as the word's own ("counter-terrorism"). In a file that divides
    words it goes as well, unless both parts are words of the file.
    """
    parts = [lines[0].strip()]
    for line in lines[1:]:
        rest = line.strip()
        before = parts[-1]
        if before.endswith("\xad"):
            parts[-1] = before[:-1]
        elif not _is_divided(before, rest):
            parts.append(" ")
        elif _is_one_word(before, rest, layout):
            parts[-1] = before[:-1]
        parts.append(rest)
    return "".join(parts)


def _is_divided(before: str, rest: str) -> bool:
    return before.endswith("-") and before[-2:-1].isalpha() and rest[:1].isalpha()


def _is_one_word(before: str, rest: str, layout: Layout) -> bool:
    first, second = BROKEN_WORD.search(before), FIRST_WORD.match(rest)
    if not first or not second:
        return False
    if (first[1] + second[0]).lower() in layout.words:
        return True
    are_words = first[1].lower() in layout.words and second[0].lower() in layout.words
    return layout.divides and second[0].islower() and not are_words
