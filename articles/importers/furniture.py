"""Recognising what a saved page carries besides its text.

A line is furniture when each of its parts, between bullets and bars, is one of the closed phrases
of phrases.toml, a date, or nothing but signs. One part that is none of these makes all of the
line text: better a button kept than a sentence lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from articles.importers import phrases
from articles.importers.dates import read_date

SEPARATORS = re.compile(r"\s*[|•·●‖¦]\s*|\s+[–—/\-]\s+")
SIGNS_ONLY = re.compile(r"[\W_]*")
SCENE_BREAK = re.compile(r"([*#~=_\-–—⁂❦•·])(?:\s*\1){2,}|[⁂❦]")
CRUMBS = re.compile(r"\s*[>›»→]\s*|\s+/\s+")
ENDS_SENTENCE = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*$")
LONGEST = 400  # characters


class Role(Enum):
    """What a piece of furniture is there for."""

    SIGNS = auto()
    PUBLISHED = auto()
    UPDATED = auto()
    DATE = auto()  # without a word that says of what
    BYLINE = auto()
    ADDRESS = auto()
    BARE_ADDRESS = auto()
    ACTION = auto()
    NAVIGATION = auto()
    RELATED = auto()
    TAGS = auto()
    READING_TIME = auto()
    COUNT = auto()
    CREDIT = auto()
    CONTACT = auto()
    COPYRIGHT = auto()
    COOKIES = auto()


@dataclass(frozen=True)
class Clue:
    """One piece of furniture and what it says: an ISO date, a name, an address, or nothing."""

    role: Role
    value: str = ""


SIMPLE = (
    (Role.READING_TIME, phrases.READING_TIME),
    (Role.COUNT, phrases.COUNT),
    (Role.NAVIGATION, phrases.NAVIGATION),
    (Role.ACTION, phrases.ACTION),
    (Role.TAGS, phrases.TAGS),
    (Role.CONTACT, phrases.CONTACT),
    (Role.COPYRIGHT, phrases.COPYRIGHT),
    (Role.CREDIT, phrases.CREDIT),
    (Role.COOKIES, phrases.COOKIES),
)


def clues_of(line: str, *, day_first: bool = False) -> list[Clue]:
    """What the line says as furniture; empty if it is text."""
    line = line.strip()
    if len(line) > LONGEST:
        return []
    whole = _clue(line, day_first)
    if whole is not None:
        return [whole]
    if is_breadcrumbs(line):
        return [Clue(Role.NAVIGATION)]
    parts = [part for part in SEPARATORS.split(line) if part]
    if _is_menu(parts):
        return [Clue(Role.NAVIGATION)]
    found = [_clues_of_part(part, day_first) for part in parts]
    return [clue for clues in found for clue in clues] if all(found) else []


def _is_menu(parts: Sequence[str]) -> bool:
    """Several names of a word or three, of which most are known from menus."""
    if len(parts) < 3 or any(len(part.split()) > 3 for part in parts):
        return False
    known = sum(1 for part in parts if _is_menu_phrase(part))
    return known * 2 >= len(parts) and not ENDS_SENTENCE.search(parts[-1])


def _is_menu_phrase(words: str) -> bool:
    return any(pattern.fullmatch(words) for pattern in (phrases.NAVIGATION, phrases.ACTION))


def _clues_of_part(part: str, day_first: bool) -> list[Clue]:
    """A part may be a name and a date: "By Jane Doe, 1 May 2019", "Posted 1 May by Jane Doe"."""
    whole = _clue(part, day_first)
    if whole is not None:
        return [whole]
    for joint in phrases.JOINT.finditer(part):
        first = _clue(part[: joint.start()], day_first)
        second = _clue(part[joint.end() :], day_first) if first else None
        if first and second:
            return [first, second]
    return []


def _clue(words: str, day_first: bool) -> Clue | None:
    if SIGNS_ONLY.fullmatch(words):
        return Clue(Role.SIGNS)
    dated = _dated(words, day_first)
    if dated:
        return dated
    address = phrases.ADDRESS.fullmatch(words)
    if address:
        labelled = phrases.LABELLED_ADDRESS.fullmatch(words)
        return Clue(Role.ADDRESS if labelled else Role.BARE_ADDRESS, address["url"])
    for role, pattern in SIMPLE:
        if pattern.fullmatch(words):
            return Clue(role)
    related = phrases.RELATED.fullmatch(words)
    if related and not ENDS_SENTENCE.search(related["title"] or ""):
        return Clue(Role.RELATED, related["title"] or "")
    byline = phrases.BYLINE.fullmatch(words)
    return Clue(Role.BYLINE, byline["name"]) if byline else None


def _dated(words: str, day_first: bool) -> Clue | None:
    words = words.strip("()[] ")
    for role, label in (
        (Role.UPDATED, phrases.UPDATED_LABEL),
        (Role.PUBLISHED, phrases.PUBLISHED_LABEL),
    ):
        found = label.match(words)
        iso = _whole_date(words[found.end() :], day_first) if found else None
        if iso:
            return Clue(role, iso)
    iso = _whole_date(words, day_first)
    return Clue(Role.DATE, iso) if iso and not words.isdigit() else None


def _whole_date(words: str, day_first: bool) -> str | None:
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", words):
        return words
    found = read_date(words, day_first=day_first)
    return found.iso if found and not words[found.end :].strip(" .,;)") else None


def noted_update(line: str, *, day_first: bool = False) -> str | None:
    """The date of a line that says what was changed when: "Updated 3 May 2019: ..."."""
    label = phrases.UPDATED_LABEL.match(line)
    found = read_date(line[label.end() :], day_first=day_first) if label else None
    return found.iso if label and found and line[label.end() + found.end :][:1] == ":" else None


def is_breadcrumbs(line: str) -> bool:
    """A path of short names: Home > News > Europe."""
    parts = CRUMBS.split(line)
    if len(line) > 150 or ENDS_SENTENCE.search(line) or not all(parts):
        return False
    short = all(len(part.split()) <= 6 for part in parts)
    home = phrases.NAVIGATION.fullmatch(parts[0]) is not None
    return short and (len(parts) >= 3 or (len(parts) == 2 and home)) and ("/" not in line or home)


def is_scene_break(line: str) -> bool:
    """Signs that divide a text's parts: * * *"""
    return SCENE_BREAK.fullmatch(line.strip()) is not None
