"""What blocks are: headings, items, quotations; by their looks, where the file does not say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from articles.importers.pdf.blocks import (
    BULLET,
    LETTERED,
    NUMBERED,
    Block,
    ends_sentence,
)
from articles.importers.pdf.joining import folded
from articles.importers.pdf.measures import INDENT, Measures
from articles.importers.pieces import Kind, Why

LARGER = 1.1  # times the size of the text
MOST_HEADING = 260  # letters
MOST_BOLD_HEADING = 140
MOST_HEADING_LINES = 4
SECTION = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,3}){0,4})\.?\s+(?=\S*[^\W\d_])")
ROMAN_SECTION = re.compile(r"(?:[IVX]{1,5}|[A-Z])\.\s+\S")
CAPTION = re.compile(
    r"(?:fig(?:ure|\.)?|table|tab\.|abb(?:ildung|\.)?|tabelle|tableau|figura|tabla|рис(?:унок|\.)?"
    r"|таблица|exhibit|box|chart)\s*\d+",
    re.I,
)
QUOTE_INDENT = 1.2  # of the size, on the left at least


def find_headings(
    blocks: Sequence[Block], measures: Measures, outline: Sequence[tuple[int, str, int]]
) -> None:
    """Says which blocks are headings, and their levels from 2 (1 is the title's)."""
    named = {folded(words): depth for depth, words, _page in outline if words}
    for place, block in enumerate(blocks):
        after = blocks[place + 1] if place + 1 < len(blocks) else None
        if (
            block.kind is Kind.PARAGRAPH
            and block.why is Why.PLAIN
            and not block.role
            and _is_heading(block, after, measures, named)
        ):
            block.kind, block.why = Kind.HEADING, Why.LOOKS
    _without_names(blocks)
    _set_levels([b for b in blocks if b.kind is Kind.HEADING and not b.level], named)


def _is_heading(
    block: Block, after: Block | None, measures: Measures, named: dict[str, int]
) -> bool:
    text = block.text
    if len(block.lines) > MOST_HEADING_LINES or not any(sign.isalpha() for sign in text):
        return False
    if len(text) > MOST_HEADING or CAPTION.match(text):
        return False
    if folded(text) in named and len(text) > 2:
        return True
    if block.size >= LARGER * measures.size:
        return not (len(text) > 120 and ends_sentence(text)) and len(folded(text)) > 1
    if len(text) > MOST_BOLD_HEADING or block.size < 0.9 * measures.size:
        return False
    if text.rstrip().endswith((",", ";", "-")) or (text.rstrip().endswith(".") and len(text) > 60):
        return False
    if after is None or len(block.lines) > 2 or BULLET.match(text):
        return False
    if block.share("bold") > 0.95:
        return after.share("bold") < 0.9 and not text.rstrip().endswith(":")
    numbered = SECTION.match(text) or ROMAN_SECTION.match(text)
    capitals = text.isupper() and sum(sign.isalpha() for sign in text) > 3
    italic = block.share("italic") > 0.95 and after.share("italic") < 0.5
    alone = not ends_sentence(text) and after.letters > 60
    return alone and (capitals or (bool(numbered) and italic))


def _without_names(blocks: Sequence[Block]) -> None:
    """What stands large under the title, but as no other heading does, are names and dates."""
    heads = [block for block in blocks if block.kind is Kind.HEADING and not block.role]
    if len(heads) < 2 or not blocks or heads[0] not in blocks[:2]:
        return
    looks = Counter(_look(block) for block in heads)
    place = blocks.index(heads[0])
    for block in blocks[place + 1 : place + 4]:
        if block.kind is not Kind.HEADING:
            break
        if looks[_look(block)] == 1 and block.share("bold") < 0.5 and block.size < heads[0].size:
            block.kind, block.why = Kind.PARAGRAPH, Why.PLAIN


def _set_levels(headings: Sequence[Block], named: dict[str, int]) -> None:
    looks = {_look(block) for block in headings}
    ranks = {look: rank for rank, look in enumerate(sorted(looks, reverse=True))}
    depths = {rank: _depth_of(rank, headings, ranks) for rank in ranks.values()}
    for block in headings:
        section = SECTION.match(block.text)
        known = named.get(folded(block.text))
        if known:
            level = known + 1
        elif section and "." in section["number"].rstrip("."):
            level = section["number"].count(".") + 2
        else:
            level = depths[ranks[_look(block)]]
        block.level = min(max(level, 2), 6)


def _look(block: Block) -> tuple[float, bool, bool]:
    return (round(block.size * 2) / 2, block.share("bold") > 0.5, block.text.isupper())


def _depth_of(
    rank: int, headings: Sequence[Block], ranks: dict[tuple[float, bool, bool], int]
) -> int:
    """The level of headings that look so: by their numbers where they have some, or by size."""
    sections = Counter(
        found["number"].count(".") + 2
        for block in headings
        if ranks[_look(block)] == rank and (found := SECTION.match(block.text))
    )
    return sections.most_common(1)[0][0] if sections else rank + 2


def find_items(blocks: Sequence[Block]) -> None:
    """Says which blocks are items of lists, with their numbers and depths."""
    for place, block in enumerate(blocks):
        if block.kind is not Kind.PARAGRAPH or block.role or block.why is not Why.PLAIN:
            continue
        if BULLET.fullmatch(block.text) and _is_bulleted(blocks, place):
            block.kind, block.marked = Kind.LIST_ITEM, True
        elif _number(block) is not None and _is_counted(blocks, place):
            block.kind, block.marked, block.number = Kind.LIST_ITEM, True, _number(block)
    _set_depths(blocks)


def _is_bulleted(blocks: Sequence[Block], place: int) -> bool:
    """Dashes and stars also begin sentences: those need another item beside them."""
    sign = blocks[place].text[:1]
    if sign not in "–—-−*":
        return True
    near = [*blocks[max(0, place - 1) : place], *blocks[place + 1 : place + 2]]
    return any(other.text.startswith(sign) for other in near)


def _number(block: Block) -> int | None:
    found = NUMBERED.fullmatch(block.text)
    return int(found["number"]) if found else None


def _is_counted(blocks: Sequence[Block], place: int) -> bool:
    """Whether the number goes on from an item before, or is gone on from in one after."""
    number = _number(blocks[place]) or 0
    before = blocks[max(0, place - 8) : place]
    after = blocks[place + 1 : place + 9]
    return any(_number(other) == number - 1 and number > 0 for other in before) or any(
        _number(other) == number + 1 for other in after
    )


def _set_depths(blocks: Sequence[Block]) -> None:
    """How deep items stand in each other, by where they begin; numbers that go on stay level."""
    stack: list[tuple[float, int | None]] = []
    for block in blocks:
        if block.kind is not Kind.LIST_ITEM or block.role:
            if block.kind is not Kind.LIST_ITEM:
                stack.clear()
            continue
        start = block.first.x0 - block.first.left
        slack = INDENT * block.size
        goes_on = block.number is not None and stack and stack[-1][1] == block.number - 1
        while not goes_on and stack and start < stack[-1][0] - slack:
            stack.pop()
        if stack and (goes_on or start <= stack[-1][0] + slack):
            stack[-1] = min(start, stack[-1][0]), block.number
        else:
            stack.append((start, block.number))
        block.depth = len(stack)


def find_quotations(blocks: Sequence[Block], measures: Measures) -> None:
    """Says which blocks are quotations: indented as a whole, beside text that is not."""
    usual = Counter(
        round(min(line.x0 for line in block.lines) - block.first.left)
        for block in blocks
        if block.kind is Kind.PARAGRAPH and len(block.lines) > 1
    )
    if not usual or usual[0] * 2 < usual.total():
        return
    for block in blocks:
        if block.kind is not Kind.PARAGRAPH or block.role or len(block.lines) < 2:
            continue
        line = block.first
        left, right = measures.margins.get((line.page, line.region), (line.left, line.right))
        indent = min(line.x0 for line in block.lines) - left
        short = right - max(line.x1 for line in block.lines)
        same = {(line.page, line.region) for line in block.lines}
        size = measures.size
        if len(same) == 1 and QUOTE_INDENT * size < indent < 8 * size and short > 0.8 * size:
            block.kind, block.quoted, block.why = Kind.QUOTATION, 1, Why.LOOKS


def marker_signs(block: Block) -> int:
    """How many signs the bullet or number of an item has, blanks not counted."""
    for form in (BULLET, NUMBERED, LETTERED):
        found = form.fullmatch(block.text)
        if found:
            head = block.text[: found.start("words")]
            return sum(not sign.isspace() for sign in head)
    return 0
