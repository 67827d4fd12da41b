"""Blocks of tagged PDFs: the file's own structure says which words belong together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from articles.importers.pdf.blocks import BULLET, Block, ends_sentence
from articles.importers.pdf.columns import lines_in_order
from articles.importers.pdf.lines import line_of
from articles.importers.pdf.measures import Measures
from articles.importers.pdf.model import Line, Page, TagBlock, Word
from articles.importers.pdf.paragraphs import MONO, Divider
from articles.importers.pieces import Kind, Why

COVERED = 0.9  # of the letters: what has to be tagged for the tags to count
TORN = 0.2  # of the paragraphs: where more go on in the next one, the tags are lines
NEW_LINE = 0.55  # of the size: how far the baseline of the next line is, at least
BESIDE = 0.7  # of the size: how far apart parts of one line are, at most
BACK = 1.0  # of the size: how far to the left of the last word another line begins
HEADING = re.compile(r"H([1-6])$")
LABEL = re.compile(r"\W*(?P<number>\d{1,4}|[a-zA-Z])\W*")


def are_trusted(pages: Sequence[Page]) -> bool:
    """Whether the pages' tags can say what the paragraphs are."""
    tagged = total = 0
    for page in pages:
        known = {tag for block in page.blocks for tag in block.tags}
        for word in page.words:
            total += len(word.text)
            tagged += len(word.text) if word.tag in known else 0
    if not total or tagged < COVERED * total:
        return False
    blocks = [block for page in pages for block in page_blocks(page)]
    texts = [block for block in blocks if block.role in ("P", "")]
    torn = sum(
        1
        for before, after in pairwise(texts)
        if not ends_sentence(before.last.text)
        and after.first.text[:1].islower()
        and len(before.lines) == 1
        and before.first.page == after.first.page
    )
    return torn <= TORN * len(texts)


def page_blocks(page: Page) -> list[Block]:
    """The blocks of a page as its tags have them, not yet told what kind they are."""
    words: dict[int, list[Word]] = {}
    for word in page.words:
        words.setdefault(word.tag, []).append(word)
    made: list[tuple[int, Block]] = []
    used: set[int] = set()
    for place, tagged in enumerate(page.blocks):
        own = [word for tag in tagged.tags if tag not in used for word in words.get(tag, ())]
        used.update(tagged.tags)
        if own:
            block = _block(tagged, own, page, place)
            if made and _is_inline(made[-1][1], block):
                before = made[-1][1]
                lines = [*before.lines[:-1], _one_line(before.last, block.first), *block.lines[1:]]
                before.lines, before.goes_on = lines, block.goes_on
            else:
                made.append((own[0].order, block))
    loose = [word for tag, group in words.items() if tag not in used for word in group]
    return _with_loose(made, loose, page)


def _block(tagged: TagBlock, words: Sequence[Word], page: Page, place: int) -> Block:
    lines = lines_as_painted(words, page.number, region=-1 - place * 100)
    block = Block(lines, role=tagged.role, path=tagged.path, known=True, sure=1.0)
    block.goes_back, block.goes_on, block.tagged = tagged.goes_back, tagged.goes_on, tagged
    return block


def _is_inline(before: Block, block: Block) -> bool:
    """Whether a nameless block goes on in the line in which another ends."""
    if block.role or (before.role and block.path[: len(before.path)] != before.path):
        return False
    if before.role in ("Lbl", "LI", "TD", "TH") or "Table" in block.path:
        return False
    last, first = before.last, block.first
    return (
        abs(last.y - first.y) < NEW_LINE * max(last.size, first.size)
        and -0.3 * first.size < first.x0 - last.x1 < BESIDE * first.size
    )


def _one_line(before: Line, line: Line) -> Line:
    made = line_of([*before.words, *line.words], before.page)
    made.left, made.right = before.left, max(before.right, line.x1)
    made.region = before.region
    return made


def lines_as_painted(words: Sequence[Word], page: int, region: int) -> list[Line]:
    """Lines of words in the order in which they are painted, as one block has them."""
    rows: list[list[Word]] = []
    for word in words:
        if rows and not _begins_line(rows[-1], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    lines = [line_of(row, page) for row in rows]
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and line.y < before.y:
            region -= 1  # the next column
        line.region = region
    for _region, run in groupby(lines, key=lambda line: line.region):
        column = list(run)
        left, right = min(line.x0 for line in column), max(line.x1 for line in column)
        for line in column:
            line.left, line.right = left, right
    return lines


def _begins_line(row: Sequence[Word], word: Word) -> bool:
    last = row[-1]
    size = max(word.size, last.size)
    base = max(row, key=lambda each: each.size)
    moved = min(abs(word.y - last.y), abs(word.y - base.y))
    if moved > NEW_LINE * size:
        return True
    rtl = word.x1 < last.x0
    return moved > 0.1 * size and not rtl and word.x0 < last.x0 - BACK * size


def _with_loose(made: list[tuple[int, Block]], loose: list[Word], page: Page) -> list[Block]:
    """The blocks, with untagged words where they were painted."""
    blocks = [block for _order, block in made]
    if not loose:
        return blocks
    for line in lines_in_order(loose, page.number):
        first = min(word.order for word in line.words)
        place = next((at for at, (order, _b) in enumerate(made) if order > first), len(made))
        block = Block([line], known=True, sure=0.5)
        blocks.insert(blocks.index(made[place][1]) if place < len(made) else len(blocks), block)
    return blocks


def told_apart(blocks: Sequence[Block], measures: Measures) -> list[Block]:
    """The blocks with their kinds; words in no element of text are divided by their looks."""
    made: list[Block] = []
    seen: set[tuple[int, int]] = set()
    labels: dict[tuple[int, int], Block] = {}
    for block in blocks:
        tagged = block.tagged
        item = (block.first.page, tagged.item) if tagged else (0, 0)
        if block.role == "Lbl" and tagged and tagged.item:
            labels[item] = block
            continue
        if tagged and tagged.table:
            made.append(block)
            continue
        if not block.role and not (tagged and tagged.item):
            made.extend(_divided(block, measures))
            continue
        _set_kind(block, measures)
        if tagged and tagged.item and block.kind in (Kind.PARAGRAPH, Kind.QUOTATION):
            _set_item(block, tagged, item, seen, labels)
        made.append(block)
    return made


def _divided(block: Block, measures: Measures) -> list[Block]:
    parts = Divider(measures, block.lines).blocks(block.lines)
    for part in parts:
        part.path, part.known, part.sure = block.path, True, block.sure
        part.quoted = block.path.count("BlockQuote")
        if part.quoted and part.kind is Kind.PARAGRAPH:
            part.kind = Kind.QUOTATION
    parts[0].goes_back, parts[-1].goes_on = block.goes_back, block.goes_on
    return parts


def _set_kind(block: Block, measures: Measures) -> None:
    heading = HEADING.match(block.role)
    if heading or block.role in ("H", "Title"):
        block.kind = Kind.HEADING
        block.level = int(heading[1]) if heading else 1
    elif block.role == "TOCI" or "TOC" in block.path:
        block.why = Why.CONTENTS
    elif not measures.mono and block.share("mono") >= MONO and len(block.lines) > 1:
        block.kind = Kind.CODE
    elif "BlockQuote" in block.path:
        block.kind, block.quoted = Kind.QUOTATION, block.path.count("BlockQuote")
    if block.kind in (Kind.PARAGRAPH, Kind.QUOTATION):
        block.breaks = _breaks(block, measures)


def _breaks(block: Block, measures: Measures) -> set[int]:
    """After which lines of a paragraph a line's end is meant: the next word had room there."""
    found = set()
    for place, (before, line) in enumerate(zip(block.lines, block.lines[1:], strict=False)):
        room = before.right - before.x1 if not before.rtl else before.x0 - before.left
        if line.y > before.y and room > line.words[0].x1 - line.words[0].x0 + before.size:
            found.add(place)
    return found


def _set_item(
    block: Block,
    tagged: TagBlock,
    item: tuple[int, int],
    seen: set[tuple[int, int]],
    labels: dict[tuple[int, int], Block],
) -> None:
    """Makes the first block of an item the item, the others further paragraphs of it."""
    block.depth = max(1, tagged.path.count("L"))
    if item in seen:
        return
    label = labels.get(item)
    if label is None and tagged.goes_back:
        return
    seen.add(item)
    block.kind = Kind.LIST_ITEM
    sign = label.text if label else ""
    found = LABEL.fullmatch(sign)
    if found:
        number = found["number"]
        block.number = int(number) if number.isdigit() else ord(number.lower()) - ord("a") + 1
    elif label is None and BULLET.fullmatch(block.text):
        block.marked = True
