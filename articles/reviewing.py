"""What an editor looks at before publishing: which blocks and words a text changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articles.aligning.keys import continue_keys
from articles.blocks import blocks_from_markdown
from articles.comparing import Fold, Row, compared, folded
from articles.models import Revision

MOST_ROWS = 500  # shown of one comparison


@dataclass(frozen=True, slots=True)
class Changes:
    """Rows with what is unchanged folded, of which the first MOST_ROWS are kept.

    `changed` counts blocks that are others, new, gone or moved.
    """

    rows: list[Row | Fold]
    changed: int
    left_out: int

    @classmethod
    def between(cls, old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> Changes:
        rows = compared(old, new)
        listed = folded(rows)
        loud = sum(not row.is_quiet for row in rows)
        kept = listed[:MOST_ROWS]
        shown = sum(isinstance(row, Row) and not row.is_quiet for row in kept)
        return cls(kept, loud, loud - shown)


def changes_of(draft: Revision) -> Changes:
    """What publishing a draft changes in what is read; two queries."""
    base = draft.base
    return Changes.between(_blocks(base) if base else [], _blocks(draft))


def changes_between_sources(standing: str, own: str) -> Changes:
    """How one's own Markdown differs from the Markdown that stands; raises MarkdownRefused."""
    old = [(str(place), one.text) for place, one in enumerate(blocks_from_markdown(standing))]
    texts = [one.text for one in blocks_from_markdown(own)]
    keys = [one.key for one in continue_keys(old, texts)]
    named = [key or f"new-{place}" for place, key in enumerate(keys)]
    return Changes.between(old, list(zip(named, texts, strict=True)))


def _blocks(revision: Revision) -> list[tuple[str, str]]:
    return list(revision.blocks.order_by("position").values_list("key", "text"))
