"""What publishing a draft would do to what was said: the ledger's plan, made and not written.

The figures are of everything said, also of what the editor may not read: they say how many and
nothing else. Quotes and names are shown of what this editor reads and others do too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from annotations.models import Anchor, Annotation, Placement
from annotations.placing import Change, Plan, Standing, batches
from annotations.revised import ASKED, BACK, CHANGED, LOST, what_became
from articles.models import Revision
from ncr.accounts.models import Audience

STAYS, MOVES, STILL_LOST = "stays", "moves", "still lost"
MOST_LISTED = 100


@dataclass(frozen=True, slots=True)
class Listed:
    """One passage that somebody has to look at, or that loses its text."""

    label: str
    url: str
    author: str
    becomes: str
    quote: str
    now: str  # the words that are taken for it; empty where there are none


@dataclass(frozen=True, slots=True)
class Foreseen:
    """How many passages of what was said there are, what becomes of them, and some of them."""

    total: int
    counts: dict[str, int]
    rows: list[Listed] = field(default_factory=list)
    left_out: int = 0

    @property
    def figures(self) -> list[tuple[str, int]]:
        said = {
            STAYS: _("Stay as they are"),
            MOVES: _("Move with their words"),
            CHANGED: _("Stay, with other words"),
            ASKED: _("Need confirming"),
            LOST: _("Lose their text"),
            BACK: _("Come back"),
            STILL_LOST: _("Have lost their text before"),
        }
        is_rare = {STILL_LOST}
        return [
            (label, self.counts.get(name, 0))
            for name, label in said.items()
            if name not in is_rare or self.counts.get(name)
        ]


def foreseen(draft: Revision, reader: Any) -> Foreseen | None:
    """What publishing a draft would do, as far as `reader` may know it; None for a first text.

    As slow as the matching that publishing does before its transaction; nothing is written.
    """
    if draft.base is None:
        return None
    plan = Plan(draft, draft.base)
    listed = plan.standing()
    plan.look(listed)
    silent = _silent(draft)
    changes = {change.standing.pk: change for change in plan.changes()}
    became = {one.pk: _became(one, changes.get(one.pk)) for one in listed if one.pk not in silent}
    rows, left_out = _rows(plan, listed, changes, became, reader)
    return Foreseen(len(became), dict(Counter(became.values())), rows, left_out)


def _became(one: Standing, change: Change | None) -> str:
    if change is not None:
        return what_became(change.outcome, change.review, one.is_lost) or MOVES
    if one.is_lost:
        return STILL_LOST
    return ASKED if one.review == Placement.Review.ASKED else STAYS


def _silent(draft: Revision) -> set[int]:
    """Placements of what was withdrawn or removed, where nobody's answer to it is left either.

    And of what notes point at: those are counted where they are about the text.
    """
    gone = Q(anchor__annotation__withdrawn_at__isnull=False) | Q(
        anchor__annotation__moderation=Annotation.Moderation.REMOVED
    )
    rows = Placement.objects.current().filter(
        gone, thread__article_id=draft.article_id, thread__readable_count=0
    )
    pointed_at = Placement.objects.current().filter(anchor__link__article_id=draft.article_id)
    return {*rows.values_list("pk", flat=True), *pointed_at.values_list("pk", flat=True)}


def _rows(
    plan: Plan,
    listed: Sequence[Standing],
    changes: dict[int, Change],
    became: dict[int, str],
    reader: Any,
) -> tuple[list[Listed], int]:
    """Those to be confirmed, then those that lose their text; and how many are left out."""
    grave = [one for what in (ASKED, LOST) for one in listed if became.get(one.pk) == what]
    seen = _seen(plan, [one.anchor for one in grave], reader)
    shown = [one for one in grave if one.anchor in seen]
    kept = shown[:MOST_LISTED]
    anchors = Anchor.objects.select_related("annotation__author", "thread").in_bulk(
        [one.anchor for one in kept]
    )
    rows = [
        _row(plan, anchors[one.anchor], changes.get(one.pk), became[one.pk])
        for one in kept
        if one.anchor in anchors
    ]
    return rows, len(shown) - len(kept)


def _seen(plan: Plan, anchors: Sequence[int], reader: Any) -> set[int]:
    """The anchors of what the reader reads, and not only they, or only their group."""
    shared = [Audience.EVERYONE, Audience.MEMBERS, plan.revision.article.audience_id]
    readable = (
        Annotation.objects.visible_to(reader)
        .published()
        .filter(thread__article_id=plan.revision.article_id, thread__audience_id__in=shared)
    )
    found: set[int] = set()
    for batch in batches(anchors):
        rows = Anchor.objects.filter(pk__in=batch, annotation__in=readable)
        found.update(rows.values_list("pk", flat=True))
    return found


def _row(plan: Plan, anchor: Anchor, change: Change | None, became: str) -> Listed:
    author = anchor.annotation.author
    return Listed(
        anchor.thread.label,
        anchor.thread.get_absolute_url(),
        str(author) if author is not None else _("Somebody"),
        _("needs confirming") if became == ASKED else _("loses its text"),
        anchor.quote,
        plan.new.words(change.place) if change is not None and became == ASKED else "",
    )
