"""The passage of a thread, as its author saw it and as it stands now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from django.db.models import QuerySet

from annotations.anchoring.describing import CONTEXT
from annotations.models import Placement
from annotations.models.anchor import PlacementQuerySet
from ncr.statements import Compiled

# Of a placement, in the order that Passed has them
PASSED = (
    "anchor__quote",
    "anchor__prefix",
    "anchor__suffix",
    "start_key",
    "start_offset",
    "end_key",
    "end_offset",
    "anchor__is_whole_block",
    "quote",
    "outcome",
    "review",
)


@dataclass(slots=True)
class Passed:
    """The passage of a thread, as quoted and where it stands now."""

    quote: str
    prefix: str
    suffix: str
    start_key: str
    start: int
    end_key: str
    end: int
    is_whole_block: bool
    now: str = ""  # the words there now, where they are others
    outcome: str = Placement.Outcome.UNCHANGED
    review: str = Placement.Review.NONE

    @classmethod
    def of(cls, placement: Placement) -> Passed:
        """The same of a placement that was fetched with its anchor."""
        return cls(*(attrgetter(name.replace("__", "."))(placement) for name in PASSED))

    @property
    def words(self) -> str:
        """The words that it stands on now, or stood on last."""
        return self.now or self.quote

    @property
    def is_lost(self) -> bool:
        """Whether its words stand nowhere in the text."""
        return self.outcome == Placement.Outcome.ORPHANED

    @property
    def is_asked(self) -> bool:
        """Whether a person is asked if these are the right words."""
        return self.review == Placement.Review.ASKED

    @property
    def is_changed(self) -> bool:
        """Whether there is something to say of what happened to its words."""
        return bool(self.now) or self.is_lost or self.is_asked

    @property
    def before(self) -> str:
        """The whole words before it: what was kept was cut by letters."""
        if not self.is_after_more:
            return self.prefix
        return self.prefix[self.prefix.find(" ") + 1 :]

    @property
    def after(self) -> str:
        if not self.is_before_more:
            return self.suffix
        space = self.suffix.rfind(" ")
        return self.suffix if space < 0 else self.suffix[:space]

    @property
    def is_after_more(self) -> bool:
        """Whether the text has more before what was kept."""
        return len(self.prefix) == CONTEXT

    @property
    def is_before_more(self) -> bool:
        return len(self.suffix) == CONTEXT


def passages_of(thread_ids: Sequence[int], revision: int | None = None) -> dict[int, Passed]:
    """The first passage of each thread, where it stands now; one query.

    Or where it stood in the revision of this number.
    """
    if revision is None:
        rows = _places.rows(threads=thread_ids)
    else:
        rows = list(_passed(Placement.objects.in_revision(revision), thread_ids))
    return {pk: Passed(*place) for pk, *place in rows}


def _passed(placements: PlacementQuerySet, threads: Sequence[int]) -> QuerySet[Placement, Any]:
    rows: Any = placements.of_openings().filter(thread_id__in=threads)
    return rows.values_list("thread_id", *PASSED)  # type: ignore[no-any-return]


_places: Compiled[Any] = Compiled(lambda *, threads: _passed(Placement.objects.current(), threads))
