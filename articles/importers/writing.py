"""The units of a text's body as pieces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace

from articles.importers.furniture import is_scene_break
from articles.importers.lines import MAX_WRAP, Unit
from articles.importers.pieces import Kind, Piece, Why
from articles.importers.units import ends_sentence
from articles.markdown.writing_inline import escape_words

SPEAKER = re.compile(r"[^\W\d_][\w .'’-]{0,30}:(?=\s)")
MAX_HEADING = 90  # characters
MAX_HEADING_WORDS = 12
MAX_LIST_HEADING_WORDS = 6
LEAST_PARAGRAPH = 60  # characters of what follows a heading
MAX_VERSE = 70  # characters of a line that means to be a line


def body_pieces(units: Sequence[Unit]) -> list[tuple[int, list[Piece]]]:
    """The units as pieces, with the place of the first unit of each; each word is itself."""
    parts: list[tuple[int, list[Piece]]] = []
    place = 0
    after_rule = False
    speakers, prose = _speakers(units), _prose(units)
    while place < len(units):
        if is_scene_break(units[place].marked):
            after_rule = bool(parts)
            place += 1
            continue
        size, pieces = _part(units, place, speakers, prose)
        if after_rule:
            pieces = [replace(pieces[0], rule=True), *pieces[1:]]
            after_rule = False
        parts.append((place, pieces))
        place += size
    return parts


def _speakers(units: Sequence[Unit]) -> set[str]:
    """Who speaks in a transcript: what stands before a colon at the beginning of several units."""
    found = (SPEAKER.match(unit.marked) for unit in units)
    counts = Counter(speaker.group() for speaker in found if speaker)
    return {speaker for speaker, count in counts.items() if count > 1}


def _prose(units: Sequence[Unit]) -> set[int]:
    """Runs in which a line is a paragraph, since some are longer than any that means to be one."""
    return {unit.run for unit in units if not unit.wrapped and len(unit.text) > MAX_WRAP}


def _part(
    units: Sequence[Unit], place: int, speakers: Set[str], prose: Set[int]
) -> tuple[int, list[Piece]]:
    """The next pieces, and how many units they are made of."""
    unit = units[place]
    source, words = unit.marked, escape_words(unit.text)
    if unit.underlined:
        level = _underlined_level(units, unit)
        return 1, [Piece(Kind.HEADING, words, source, level=level)]
    if unit.quoted:
        begins = not (place and units[place - 1].quoted and units[place - 1].run == unit.run)
        return 1, [Piece(Kind.QUOTATION, words, source, quoted=1, begins=begins)]
    size = _list_size(units, place)
    if size:
        return size, _list(units[place : place + size])
    if _is_heading(units, place) and not _speaks(unit, speakers):
        words = escape_words(source)
        return 1, [Piece(Kind.HEADING, words, source, level=2, sure=0.7, why=Why.LOOKS)]
    size = 1 if unit.run in prose else _verse_size(units, place)
    lines = [line.marked for line in units[place : place + size]]
    words = "\\\n".join(escape_words(line) for line in lines)
    return size, [Piece(Kind.PARAGRAPH, words, "\n".join(lines))]


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


def _list(items: Sequence[Unit]) -> list[Piece]:
    return [
        Piece(
            Kind.LIST_ITEM,
            escape_words(item.text),
            item.marked,
            depth=1,
            number=item.number,
            begins=place == 0,
        )
        for place, item in enumerate(items)
    ]


def _verse_size(units: Sequence[Unit], place: int) -> int:
    """How many short lines from there stand together and keep their ends, as verse does."""
    size = 1
    while place + size < len(units) and _is_verse(units[place], units[place + size]):
        size += 1
    return size


def _is_verse(first: Unit, line: Unit) -> bool:
    together = line.run == first.run and not line.quoted and not line.wrapped and not first.wrapped
    return together and not line.is_item and max(len(first.text), len(line.text)) <= MAX_VERSE
