"""A unit of a text together with what it says as furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.importers.furniture import ENDS_SENTENCE, Clue, Role, clues_of, is_scene_break
from articles.importers.lines import Unit

SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*(?=\s|$)")
CUT_OFF = re.compile(r"(?<=.{40})\s*(?:…|\.\.\.|\[(?:…|\.\.\.)\])$")


@dataclass
class Marked:
    """A unit, and the clues in it; without clues it is text."""

    unit: Unit
    clues: list[Clue] = field(default_factory=list)
    in_menu: bool = False

    @property
    def text(self) -> str:
        return self.unit.text

    @property
    def is_furniture(self) -> bool:
        return bool(self.clues)

    @property
    def is_scene_break(self) -> bool:
        return is_scene_break(self.unit.marked)

    def has(self, *roles: Role) -> bool:
        """Whether one of the clues has one of the roles."""
        return any(clue.role in roles for clue in self.clues)

    def only_has(self, *roles: Role) -> bool:
        """Whether it is furniture of these roles and no others, signs aside."""
        return self.is_furniture and all(clue.role in (*roles, Role.SIGNS) for clue in self.clues)

    def same_words(self, other: Marked) -> bool:
        """Whether both say the same, or one is the other cut off with an ellipsis."""
        one, two = sorted((self.text, other.text), key=len)
        whole = folded(one) == folded(two)
        cut = CUT_OFF.search(one)
        return whole or (cut is not None and folded(two).startswith(folded(one[: cut.start()])))


def marked(units: Sequence[Unit], *, day_first: bool) -> list[Marked]:
    """The units with their clues."""
    return [Marked(unit, clues_of(unit.marked, day_first=day_first)) for unit in units]


def folded(text: str) -> str:
    """The words of a text, however spaced and written."""
    return " ".join(text.casefold().split()).rstrip(" .")


def sentences(text: str) -> int:
    """About how many sentences there are."""
    return len(SENTENCE_END.findall(text))


def ends_sentence(text: str) -> bool:
    return ENDS_SENTENCE.search(text) is not None
