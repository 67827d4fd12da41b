"""Plain text to a Document: what a person would call the text, and what stands around it.

A saved page has a head (title, dates, names, buttons, a standfirst), a body, and a tail (a line
about the author, tags, rights, links). Head and tail are read from the outside inwards as long as
each unit is furniture; what is not stays, in order. In the body only lines go that can be nothing
but buttons or signs.
"""

from __future__ import annotations

from collections.abc import Sequence

from articles.importers.decoding import decode
from articles.importers.furniture import Clue, Role, noted_update
from articles.importers.heads import read_head
from articles.importers.languages import detect_language
from articles.importers.lines import units_of
from articles.importers.mail import read_mail
from articles.importers.pieces import Fact, Kind, Piece, Progress, Reading, Why, silent
from articles.importers.tails import read_tail
from articles.importers.units import Marked, marked
from articles.importers.writing import body_pieces
from articles.markdown.writing_inline import escape_words

BUTTONS = (Role.ACTION, Role.COUNT, Role.READING_TIME, Role.RELATED, Role.CREDIT)


def read_text(data: bytes, progress: Progress = silent) -> Reading:
    """What a file of plain text holds; raises ImportRefused for what is no text."""
    text, encoding = decode(data)
    language = detect_language(text)
    day_first = language not in ("en", None)
    mail, text = read_mail(text)
    every = marked(units_of(text), day_first=day_first)
    head, units = read_head(every, title=mail.title)
    byline = mail.byline or _first(head.clues, Role.BYLINE)
    tail, units = read_tail(units, byline=byline)
    clues = [*head.clues, *tail.clues]
    found = {
        "title": head.title,
        "standfirst": head.standfirst,
        "byline": byline,
        "byline_note": tail.byline_note,
        "published": mail.published or _first(clues, Role.PUBLISHED, Role.DATE),
        "updated": _first(clues, Role.UPDATED) or _noted_update(units, day_first),
        "language": language,
        "source_url": _first(clues, Role.ADDRESS, Role.BARE_ADDRESS),
    }
    return Reading(
        "text",
        _pieces(every, [unit for unit in units if not _is_button(unit)]),
        {name: Fact(value, 0.8, Why.LOOKS) for name, value in found.items() if value},
        encoding=encoding,
    )


def _pieces(every: Sequence[Marked], kept: Sequence[Marked]) -> list[Piece]:
    """The pieces of what is kept, and what is left out where it stands."""
    places = {id(unit): place for place, unit in enumerate(every)}
    parts = [
        (places[id(kept[place])], pieces)
        for place, pieces in body_pieces([unit.unit for unit in kept])
    ]
    stays = {id(unit) for unit in kept}
    for place, unit in enumerate(every):
        if id(unit) not in stays and not unit.is_scene_break:
            why = Why.FURNITURE if unit.is_furniture or unit.in_menu else Why.FACT
            words = escape_words(unit.unit.marked)
            left = Piece(Kind.PARAGRAPH, words, unit.unit.marked, kept=False, why=why, sure=0.8)
            parts.append((place, [left]))
    return [piece for _place, pieces in sorted(parts, key=lambda one: one[0]) for piece in pieces]


def _first(clues: Sequence[Clue], *roles: Role) -> str | None:
    """What the first clue of the first of these roles says."""
    found = (clue.value for role in roles for clue in clues if clue.role is role)
    return next(found, None)


def _noted_update(units: Sequence[Marked], day_first: bool) -> str | None:
    """The latest date of the lines that say what was changed when; they stay in the text."""
    dates = (noted_update(unit.text, day_first=day_first) for unit in units)
    return max((date for date in dates if date), default=None)


def _is_button(unit: Marked) -> bool:
    """Whether a line amid the text can be nothing but furniture."""
    return unit.only_has(*BUTTONS) and not unit.is_scene_break
