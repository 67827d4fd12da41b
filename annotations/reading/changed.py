"""What a card says where the text changed under a note: the passage then against the passage now.

Put together from strings, as cards are. A passage may be long: what is far from any change is
left out, and the page of the note's place shows all of it.
"""

from __future__ import annotations

from html import escape
from uuid import UUID

from django.utils.translation import gettext

from annotations.models import Placement
from annotations.reading.context import shortened
from annotations.reading.passed import Passed
from articles.comparing import around_changes, pieces_html, word_changes

Review = Placement.Review


def changed_html(
    passage: Passed | None, note: UUID, *, is_gone: bool, is_open: bool = False
) -> str:
    """Nothing where the words are as they were; `is_gone` where the note itself is not shown."""
    if passage is None or not passage.is_changed:
        return ""
    if passage.is_lost:
        return _lost(passage, note, is_gone)
    state = " open" if is_open else ""
    return (
        f'<details class="changed{" is-asked" if passage.is_asked else ""}"{state}>'
        f"<summary>{escape(changed_line(passage))}</summary>"
        f'<p class="diff" dir="auto">{_difference(passage)}</p>{_reviewed(passage)}'
        f"{_ways(note, passage, is_gone)}</details>"
    )


def changed_line(passage: Passed) -> str:
    """What happened to a passage, in one line."""
    if passage.is_lost:
        return gettext("Its passage is gone from the text.")
    if passage.is_asked:
        return gettext("The text changed: is this still its passage?")
    return gettext("The text changed under this note")


def reviewed_line(review: str) -> str:
    """What a person said of where a note stands; empty where nobody said anything."""
    return {
        Review.CONFIRMED.value: gettext("Somebody confirmed that it stands here."),
        Review.REPLACED.value: gettext("Somebody placed it here."),
        Review.LEFT.value: gettext("Somebody decided that it stands nowhere."),
    }.get(str(review), "")


def _difference(passage: Passed) -> str:
    return pieces_html(around_changes(word_changes(passage.quote, passage.words)))


def _lost(passage: Passed, note: UUID, is_gone: bool) -> str:
    return (
        f'<div class="changed is-lost"><p class="notice">{escape(changed_line(passage))}</p>'
        f'<blockquote class="passage" dir="auto">{escape(shortened(passage.quote))}</blockquote>'
        f"{_reviewed(passage)}{_ways(note, passage, is_gone)}</div>"
    )


def _reviewed(passage: Passed) -> str:
    line = reviewed_line(passage.review)
    return f'<p class="quiet">{escape(line)}</p>' if line else ""


def _ways(note: UUID, passage: Passed, is_gone: bool) -> str:
    links = []
    if passage.is_lost:
        where = escape(gettext("Where it last stood"))
        links.append(f'<a class="btn plain" href="/annotations/{note}/?in=article">{where}</a>')
    if not is_gone:
        look = escape(gettext("Look at its place"))
        links.append(f'<a class="btn plain" href="/annotations/{note}/place/">{look}</a>')
    return f'<div class="acts">{"".join(links)}</div>' if links else ""
