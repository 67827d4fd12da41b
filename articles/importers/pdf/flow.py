"""Paragraphs that go on over a page's end, also past what stands between their parts."""

from __future__ import annotations

from collections.abc import Sequence

from articles.importers.pdf.blocks import Block, ends_sentence
from articles.importers.pdf.measures import Measures
from articles.importers.pieces import Kind, Why

MOST_BETWEEN = 4  # blocks: captions, tables, notes at the foot
RUNNING = (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTATION)


def joined_over_pages(blocks: Sequence[Block], measures: Measures) -> list[Block]:
    """The blocks, with the parts of one paragraph put together.

    What stands between the parts comes after the whole.
    """
    made: list[Block] = []
    for block in blocks:
        home = _home(made, block, measures)
        if home is None:
            made.append(block)
        elif block.rows:
            home.rows += block.rows[1:] if block.rows[0] == home.rows[0] else block.rows
            home.lines += block.lines
        else:
            home.lines += block.lines
            home.goes_on = block.goes_on
    return made


def _home(made: Sequence[Block], block: Block, measures: Measures) -> Block | None:
    """The block before that this one is the rest of."""
    if not made or not block.lines:
        return None
    last = made[-1]
    if block.rows:
        return last if _is_same_table(last, block) else None
    if block.known and block.goes_back and last.goes_on and last.kind is block.kind:
        return last
    if block.kind is Kind.CODE and last.kind is Kind.CODE and block.known:
        return last if block.goes_back and last.goes_on else None
    if not _is_rest(block):
        return None
    for distance, before in enumerate(reversed(made[-1 - MOST_BETWEEN :])):
        if before.first.page < block.first.page - 1 or not before.lines:
            return None
        if _is_open(before, block, measures):
            return before if distance or not block.known or block.goes_back else None
        if distance == 0 and before.kind in RUNNING and _is_of_text(before, measures):
            return None
    return None


def _is_same_table(last: Block, block: Block) -> bool:
    """Whether a table at the top of a page has the columns of one at the end of the last."""
    return (
        bool(last.rows)
        and len(last.rows[0]) == len(block.rows[0])
        and last.last.page == block.first.page - 1
    )


def _is_rest(block: Block) -> bool:
    """Whether the block begins amid a sentence."""
    text = block.text
    return block.kind in (Kind.PARAGRAPH, Kind.QUOTATION) and text[:1].islower()


def _is_of_text(block: Block, measures: Measures) -> bool:
    return abs(block.size - measures.size) < 0.06 * measures.size


def _is_open(before: Block, block: Block, measures: Measures) -> bool:
    """Whether a block's last line is full and no end of a sentence, before another column's end."""
    if before.kind not in RUNNING or before.why is not Why.PLAIN or before.rows:
        return False
    if abs(before.size - block.size) > 0.06 * block.size or ends_sentence(before.text):
        return False
    over = (before.last.page, before.last.region) != (block.first.page, block.first.region)
    return over and not measures.fits(before.last, block.first)
