"""Where one note stands: its passage as its author saw it, as it is now, and who said so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from django.utils.safestring import SafeString

from annotations.models import Annotation, Placement
from annotations.reading.changed import changed_line, reviewed_line
from annotations.reading.context import Context, in_context
from annotations.reading.passed import Passed
from articles.comparing import pieces_html, word_changes
from articles.models import Block

FIRST_WORDS = 60


class Choice(NamedTuple):
    """A block that can be chosen: its key, its ¶ number and how it begins."""

    key: str
    number: int | None
    words: str


@dataclass(slots=True)
class Place:
    """The placement that holds now, with what is shown of it."""

    placement: Placement
    passage: Passed
    context: Context | None
    number: int | None

    @property
    def line(self) -> str:
        return changed_line(self.passage) if self.passage.is_changed else ""

    @property
    def reviewed(self) -> str:
        return reviewed_line(self.placement.review)

    @property
    def difference(self) -> SafeString:
        """The passage as its author saw it against the passage now."""
        return pieces_html(word_changes(self.passage.quote, self.passage.words))

    @property
    def may_be_confirmed(self) -> bool:
        return not self.passage.is_lost and self.passage.is_changed and not self._is_decided

    @property
    def may_be_left(self) -> bool:
        return self.placement.review != Placement.Review.LEFT

    @property
    def _is_decided(self) -> bool:
        decided = (Placement.Review.CONFIRMED, Placement.Review.REPLACED)
        return self.placement.review in decided


def place_of(annotation: Annotation) -> Place | None:
    """None for what is about the article as a whole, and for replies; two queries."""
    standing = (
        Placement.objects.current()
        .of_openings()
        .filter(anchor__annotation=annotation)
        .select_related("anchor", "reviewed_by")
        .first()
    )
    if standing is None:
        return None
    passage = Passed.of(standing)
    context, number = _context(annotation, passage)
    return Place(standing, passage, context, number)


def _context(annotation: Annotation, passage: Passed) -> tuple[Context | None, int | None]:
    keys = {passage.start_key, passage.end_key}
    here = Block.objects.filter(revision_id=annotation.thread.article.standing_pk, key__in=keys)
    blocks = {block.key: block for block in here.only("key", "number", "text")}
    first, last = blocks.get(passage.start_key), blocks.get(passage.end_key)
    if first is None or last is None:
        return None, None
    is_one = first is last
    context = in_context(first.text, passage.start, last.text, passage.end, is_one=is_one)
    return context, first.number


def choices_in(revision: int) -> list[Choice]:
    """The blocks of a revision to choose from, in order; one query."""
    rows = Block.objects.filter(revision_id=revision).order_by("position")
    return [
        Choice(key, number, _beginning(text))
        for key, number, text in rows.values_list("key", "number", "text")
    ]


def _beginning(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= FIRST_WORDS else f"{words[:FIRST_WORDS].rsplit(None, 1)[0]} …"
