"""From what a person typed to a question that both engines can answer.

Words are all looked for; "words in quotes" side by side; a minus before a word or a quotation takes
out what holds it; OR between two lets either do. Everything else that is no letter or digit only
parts words, so that there is nothing that an engine could take for an operator. What is written
together (CFE-Treaty, 中国) is looked for side by side.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from django.utils.translation import gettext as _

from annotations.search.analysing import variants
from ncr.refusals import Refused

LONGEST = 200  # characters
MOST_TERMS = 16
PIECE = re.compile(
    r"(?P<minus>(?<!\S)-)?(?:[\"“”„«»](?P<quoted>[^\"“”„«»]*)[\"“”„«»]?|(?P<bare>[^\s\"“”„«»]+))"
)


class Term(NamedTuple):
    """A word, or several side by side, as the languages read it: any of these will do."""

    readings: tuple[tuple[str, ...], ...]

    @property
    def words(self) -> frozenset[str]:
        return frozenset(word for reading in self.readings for word in reading)


class Question(NamedTuple):
    """Of each group one term must be there, and none of the `without`."""

    groups: tuple[tuple[Term, ...], ...]
    without: tuple[Term, ...]
    is_prefix: bool = False  # whether words are only begun: for names

    @property
    def words(self) -> frozenset[str]:
        """All words that count for a thing that is found."""
        return frozenset(word for group in self.groups for term in group for word in term.words)

    def begun(self) -> Question:
        """The same for words of names: of those people type the beginning, and none is stemmed."""
        groups = tuple(tuple(Term(term.readings[:1]) for term in group) for group in self.groups)
        without = tuple(Term(term.readings[:1]) for term in self.without)
        return Question(groups, without, is_prefix=True)


def understood(typed: str) -> Question:
    """The question that was typed; Refused, with a sentence, when there is nothing to look for."""
    if len(typed) > LONGEST:
        raise Refused(
            _("That is too long to look for: at most %(most)d characters.") % {"most": LONGEST}, "q"
        )
    groups: list[list[Term]] = []
    without: list[Term] = []
    joined = False
    for piece in PIECE.finditer(typed):
        if piece["bare"] == "OR" and not piece["minus"]:
            joined = bool(groups)
            continue
        readings = variants(piece["quoted"] if piece["bare"] is None else piece["bare"])
        if not readings:
            continue
        if piece["minus"]:
            without.append(Term(tuple(readings)))
        elif joined:
            groups[-1].append(Term(tuple(readings)))
        else:
            groups.append([Term(tuple(readings))])
        joined = False
    _check(groups, without)
    return Question(tuple(tuple(group) for group in groups), tuple(without))


def _check(groups: list[list[Term]], without: list[Term]) -> None:
    if sum(len(group) for group in groups) + len(without) > MOST_TERMS:
        raise Refused(
            _("That is too much to look for at once: at most %(most)d words.")
            % {"most": MOST_TERMS},
            "q",
        )
    if not groups and without:
        raise Refused(_("Say also what to look for, and not only what to leave out."), "q")
    if not groups:
        raise Refused(_("There is no word in that. Type a word to look for."), "q")
    if all(_is_short(term) for group in groups for term in group):
        raise Refused(_("One letter is too little to look for. Type a word."), "q")


def _is_short(term: Term) -> bool:
    return all(len(reading) == 1 and _is_letter(reading[0]) for reading in term.readings)


def _is_letter(word: str) -> bool:
    """One letter of an alphabet; a Chinese sign is a word, and a digit may be a number."""
    return len(word) == 1 and word.isalpha() and word.lower() != word.upper()
