"""The units of a text's body as Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from articles.importers.furniture import is_scene_break
from articles.importers.lines import Unit
from articles.importers.units import ends_sentence
from articles.markdown.writing_inline import escape_words, heading_line

SPEAKER = re.compile(r"[^\W\d_][\w .'’-]{0,30}:(?=\s)")
MAX_HEADING = 90  # characters
MAX_HEADING_WORDS = 12
MAX_LIST_HEADING_WORDS = 6
LEAST_PARAGRAPH = 60  # characters of what follows a heading
MAX_VERSE = 70  # characters of a line that means to be a line


def body_markdown(units: Sequence[Unit]) -> str:
    """The units as Markdown, in order; each word stands for itself."""
    parts: list[str] = []
    place = 0
    speakers = _speakers(units)
    while place < len(units):
        size, part = _part(units, place, speakers)
        if part:
            parts.append(part)
        place += size
    return "\n\n".join(parts) + "\n" if parts else ""


def _speakers(units: Sequence[Unit]) -> set[str]:
    """Who speaks in a transcript: what stands before a colon at the beginning of several units."""
    found = (SPEAKER.match(unit.marked) for unit in units)
    counts = Counter(speaker.group() for speaker in found if speaker)
    return {speaker for speaker, count in counts.items() if count > 1}


def _part(units: Sequence[Unit], place: int, speakers: Set[str]) -> tuple[int, str]:
    """The next part of the Markdown, and how many units it is made of."""
    unit = units[place]
    if is_scene_break(unit.marked):
        between = 0 < place < len(units) - 1
        return 1, "___" if between else ""
    if unit.underlined:
        return 1, heading_line(_underlined_level(units, unit), escape_words(unit.text))
    if unit.quoted:
        return 1, f"> {escape_words(unit.text)}"
    size = _list_size(units, place)
    if size:
        return size, _list(units[place : place + size])
    if _is_heading(units, place) and not _speaks(unit, speakers):
        return 1, heading_line(2, escape_words(unit.marked))
    size = _verse_size(units, place)
    return size, "\\\n".join(escape_words(line.marked) for line in units[place : place + size])


def _speaks(unit: Unit, speakers: Set[str]) -> bool:
    speaker = SPEAKER.match(unit.marked)
    return speaker is not None and speaker.group() in speakers


def _underlined_level(units: Sequence[Unit], heading: Unit) -> int:
    """2 for the sign that is used first, 3 for the next; the title is the only one of level 1."""
    signs = list(dict.fromkeys(unit.underlined for unit in units if unit.underlined))
    return min(6, 2 + signs.index(heading.underlined))


def _is_heading(units: Sequence[Unit], place: int) -> bool:
    """A short line by itself, no sentence, before a paragraph."""
    unit = units[place]
    words = unit.marked
    if unit.wrapped or unit.bullet or len(words) > MAX_HEADING:
        return False
    if len(words.split()) > MAX_HEADING_WORDS or (ends_sentence(words) and words[-1] not in "?؟"):
        return False
    if words.endswith((":", ";", ",", "-", "–", "—", "،", "؛")):
        return False
    first = next((sign for sign in words if sign.isalnum()), "")
    if not first or first.islower():
        return False
    after = units[place + 1] if place + 1 < len(units) else None
    return after is not None and _is_under_heading(unit, after)


def _is_under_heading(heading: Unit, unit: Unit) -> bool:
    if unit.is_item:
        # "Sources", "Notes to editors": a few words by themselves above a list
        return len(heading.marked.split()) <= MAX_LIST_HEADING_WORDS and heading.run != unit.run
    is_paragraph = not unit.quoted and ends_sentence(unit.text.rstrip(":"))
    return is_paragraph and len(unit.text) >= max(LEAST_PARAGRAPH, 1.5 * len(heading.marked))


def _list_size(units: Sequence[Unit], place: int) -> int:
    """How many units from there are items of one list; a single hyphen or number is none."""
    first = units[place]
    if not first.is_item:
        return 0
    size = 1
    while place + size < len(units) and _goes_on(units[place + size - 1], units[place + size]):
        size += 1
    alone = first.number is not None or first.bullet in "-–*+"
    return 0 if size == 1 and alone else size


def _goes_on(item: Unit, unit: Unit) -> bool:
    if item.quoted != unit.quoted:
        return False
    if item.number is not None:
        return unit.number == item.number + 1
    return unit.bullet == item.bullet


def _list(items: Sequence[Unit]) -> str:
    return "\n".join(
        f"{'-' if item.number is None else f'{item.number}.'} {escape_words(item.text)}"
        for item in items
    )


def _verse_size(units: Sequence[Unit], place: int) -> int:
    """How many short lines from there stand together and keep their ends, as verse does."""
    size = 1
    while place + size < len(units) and _is_verse(units[place], units[place + size]):
        size += 1
    return size


def _is_verse(first: Unit, line: Unit) -> bool:
    together = line.run == first.run and not line.quoted and not line.wrapped and not first.wrapped
    return together and not line.is_item and max(len(first.text), len(line.text)) <= MAX_VERSE
