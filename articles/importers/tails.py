"""The tail of a saved page: a line about the author, and the furniture after the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.importers import phrases
from articles.importers.furniture import Clue, Role
from articles.importers.units import Marked, ends_sentence, folded, sentences

MAX_NOTE = 400  # characters
MAX_NOTE_SENTENCES = 3
MAX_LINK_TITLE = 160
LEAST_TEXT = 2  # units that must remain before a line about the author

IN_TAIL = {
    Role.SIGNS,
    Role.PUBLISHED,
    Role.UPDATED,
    Role.ADDRESS,
    Role.ACTION,
    Role.NAVIGATION,
    Role.RELATED,
    Role.TAGS,
    Role.READING_TIME,
    Role.COUNT,
    Role.CREDIT,
    Role.CONTACT,
    Role.COPYRIGHT,
    Role.COOKIES,
}


@dataclass
class Tail:
    """What the tail says."""

    byline_note: str | None = None
    clues: list[Clue] = field(default_factory=list)


def read_tail(units: Sequence[Marked], *, byline: str | None) -> tuple[Tail, list[Marked]]:
    """The tail, and the units before it."""
    tail = Tail()
    kept = list(units)
    _take_links(kept, tail)
    _take_furniture(kept, tail)
    _take_note(kept, tail, byline)
    _take_furniture(kept, tail)
    return tail, kept


def _take_furniture(kept: list[Marked], tail: Tail) -> None:
    while kept and _is_tail_furniture(kept):
        tail.clues.extend(kept.pop().clues)


def _is_tail_furniture(kept: Sequence[Marked]) -> bool:
    last = kept[-1]
    # the address of the page itself is the very last thing, after the text has ended
    is_own_address = last.only_has(Role.BARE_ADDRESS) and not last.unit.is_item
    if is_own_address:
        return len(kept) > 1 and ends_sentence(kept[-2].text)
    return last.only_has(*IN_TAIL)


def _take_links(kept: list[Marked], tail: Tail) -> None:
    """Takes "Related articles" and the like with the titles under them, if nothing else follows."""
    for place in range(len(kept) - 1, 0, -1):
        unit = kept[place]
        if unit.only_has(Role.RELATED) and not unit.clues[0].value:
            tail.clues.extend(clue for each in kept[place:] for clue in each.clues)
            del kept[place:]
        elif not unit.is_furniture and not _is_link_title(unit):
            return


def _is_link_title(unit: Marked) -> bool:
    return len(unit.text) <= MAX_LINK_TITLE and not unit.text.endswith((".", "…", "!", "。", "”"))


def _take_note(kept: list[Marked], tail: Tail, byline: str | None) -> None:
    """Takes a last line such as "Ann Lee is a historian.", or what stands under "The author"."""
    if len(kept) <= LEAST_TEXT:
        return
    last = kept[-1]
    has_heading = phrases.AUTHOR_HEADING.fullmatch(kept[-2].text) is not None
    if _could_be_note(last) and (has_heading or _is_about_author(last.text, byline)):
        tail.byline_note = last.text
        del kept[-2 if has_heading else -1 :]


def _could_be_note(unit: Marked) -> bool:
    short = len(unit.text) <= MAX_NOTE and sentences(unit.text) <= MAX_NOTE_SENTENCES
    return short and ends_sentence(unit.text) and not unit.unit.is_item and not unit.unit.quoted


def _is_about_author(text: str, byline: str | None) -> bool:
    """Whether a name begins the line and it says what the person is, or it is the byline's name."""
    text = text.strip("*_ ")
    name = phrases.FULL_NAME.match(text)
    if name and _is_same_person(name.group(), byline):
        return True
    found = phrases.ABOUT_AUTHOR.match(text)
    return found is not None and phrases.ROLE.search(found["rest"]) is not None


def _is_same_person(name: str, byline: str | None) -> bool:
    return byline is not None and folded(name) in folded(byline)
