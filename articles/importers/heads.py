"""The head of a saved page: its title, its standfirst, and the furniture around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from articles.importers.furniture import Clue, Role
from articles.importers.units import Marked, ends_sentence, folded, sentences

MAX_TITLE = 200  # characters
MAX_TITLE_WORDS = 30
MAX_STANDFIRST = 500  # characters
MAX_STANDFIRST_SENTENCES = 4
MAX_MENU_WORDS = 3

IN_HEAD = set(Role) - {Role.COPYRIGHT}
ABOUT_THE_TEXT = {Role.PUBLISHED, Role.UPDATED, Role.DATE, Role.BYLINE, Role.READING_TIME}
TITLE_AND_SITE = re.compile(r"\s+[|–—-]\s+|\s+::?\s+")


@dataclass
class Head:
    """What the head says."""

    title: str | None = None
    standfirst: str | None = None
    clues: list[Clue] = field(default_factory=list)


def read_head(units: Sequence[Marked], *, title: str | None = None) -> tuple[Head, list[Marked]]:
    """The head, and the units after it; `title` is the title where it is known already."""
    head = Head(title)
    place = 0
    _mark_menus(units)
    if title is None:
        place = _read_title(units, head)
    while place < len(units):
        step = _read_one(units, place, head)
        if step == 0:
            break
        place += step
    return head, list(units[place:])


def _skip_furniture(units: Sequence[Marked], place: int, head: Head) -> int:
    """The place of the next text; what is passed over is kept as clues."""
    while place < len(units) and _is_head_furniture(units, place):
        head.clues.extend(units[place].clues)
        place += 1
    return place


def _is_head_furniture(units: Sequence[Marked], place: int) -> bool:
    return units[place].only_has(*IN_HEAD) or units[place].in_menu


def _mark_menus(units: Sequence[Marked]) -> None:
    """Marks runs of several items of a word or three: no list has only such."""
    for _, members in groupby(units, key=lambda unit: unit.unit.run):
        run = list(members)
        if len(run) >= 3 and all(_is_menu_item(unit) for unit in run):
            for unit in run:
                unit.in_menu = True


def _is_menu_item(unit: Marked) -> bool:
    short = len(unit.text.split()) <= MAX_MENU_WORDS and not ends_sentence(unit.text)
    return unit.is_furniture or (bool(unit.unit.bullet) and short)


def _read_title(units: Sequence[Marked], head: Head) -> int:
    """Finds the title; answers the place after it, or where the text begins without one."""
    first = _skip_furniture(units, 0, head)
    if first >= len(units) or not _is_title(units[first]):
        return first
    second = _skip_furniture(units, first + 1, Head())
    if second < len(units) and _is_site_name(units, first, second):
        head.clues.extend(clue for unit in units[first + 1 : second] for clue in unit.clues)
        first = second
    head.title = units[first].text
    return first + 1


def _is_title(unit: Marked) -> bool:
    text = unit.text
    if len(text) > MAX_TITLE or len(text.split()) > MAX_TITLE_WORDS or unit.unit.is_item:
        return False
    return sentences(text) <= 1 and not (text.endswith(".") and len(text) > 100)


def _is_site_name(units: Sequence[Marked], first: int, second: int) -> bool:
    """Whether the first short line names the site, or is the window's title, and the title is next.

    It is when the title follows it in the window's title ("Title | Site"), or when a menu or a path
    stands between a name of few words and another line that could be a title.
    """
    name, other = folded(units[first].text), folded(units[second].text)
    if not _is_title(units[second]) or ends_sentence(units[second].text):
        return False
    parts = [folded(part) for part in TITLE_AND_SITE.split(units[first].text)]
    if other in parts[:1] or (other in parts and len(parts) > 1):
        return True
    between = units[first + 1 : second]
    is_menu = any(unit.has(Role.NAVIGATION) or not unit.is_furniture for unit in between)
    return is_menu and len(name.split()) <= 5 and not ends_sentence(units[first].text)


def _read_one(units: Sequence[Marked], place: int, head: Head) -> int:
    """Takes what belongs to the head from that place; answers how many units, 0 for none."""
    if _is_head_furniture(units, place):
        head.clues.extend(units[place].clues)
        return 1
    unit = units[place]
    if head.title is not None and folded(unit.text) == folded(head.title):
        return 1
    if head.standfirst is not None:
        is_same = unit.same_words(Marked(replace(unit.unit, text=head.standfirst)))
        head.standfirst = max(head.standfirst, unit.text, key=len) if is_same else head.standfirst
        return int(is_same)
    if head.title is not None and _is_standfirst(units, place):
        head.standfirst = unit.text
        return 1
    return 0


def _is_standfirst(units: Sequence[Marked], place: int) -> bool:
    """Whether the unit is said again at once, or stands before the text's dates and names."""
    unit = units[place]
    if len(unit.text) > MAX_STANDFIRST or sentences(unit.text) > MAX_STANDFIRST_SENTENCES:
        return False
    if unit.unit.is_item or unit.unit.quoted:
        return False
    after = _skip_furniture(units, place + 1, Head())
    if after < len(units) and unit.same_words(units[after]):
        return True
    return after < len(units) and any(
        each.has(*ABOUT_THE_TEXT) for each in units[place + 1 : after]
    )
