"""Notes at the end of a document: numbered items that raised numbers in the text refer to.

Only where all numbers of the items are named in the text, each once, and in order.
"""

from __future__ import annotations

from collections.abc import Sequence

from articles.importers.pdf.blocks import Block
from articles.importers.pdf.kinds import marker_signs
from articles.importers.pdf.model import Word
from articles.importers.pdf.notes import Note
from articles.importers.pieces import Kind


def with_endnotes(
    blocks: Sequence[Block], notes: Sequence[Note], marks: dict[int, int]
) -> tuple[list[Block], list[Note]]:
    """The blocks without the notes at the end, and those; their marks are put to `marks`."""
    items = _items_at_end(blocks)
    if notes or not items:
        return list(blocks), list(notes)
    text = blocks[: len(blocks) - len(items)]
    raised = _raised(text)
    numbers = [item.number for item in items]
    if [number for number, _word in raised] != numbers or numbers[0] != 1:
        return list(blocks), list(notes)
    marks.update({id(word): number for number, word in raised})
    made = [
        Note(
            str(item.number),
            item.first.page,
            item.lines,
            number=item.number or 0,
            signs=marker_signs(item) if item.marked else 0,
        )
        for item in items
    ]
    return list(text), made


def _items_at_end(blocks: Sequence[Block]) -> list[Block]:
    """The last blocks that are items whose numbers go on one by one."""
    items: list[Block] = []
    for block in reversed(blocks):
        if block.kind is not Kind.LIST_ITEM or block.number is None:
            break
        if items and block.number + 1 != items[0].number:
            break
        items.insert(0, block)
    return items


def _raised(blocks: Sequence[Block]) -> list[tuple[int, Word]]:
    """The raised numbers in the text that stand at a word, in order."""
    return [
        (int(word.text.strip("[]")), word)
        for block in blocks
        if block.kind is not Kind.CODE
        for line in block.lines
        for word in line.words
        if word.raised == 1 and word.text.strip("[]").isdigit() and len(word.text) < 6
    ]
