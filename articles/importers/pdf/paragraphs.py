"""Lines to paragraphs: where one ends and the next begins.

A line begins a paragraph when it stands apart, is set otherwise, is indented, begins an item, or
when its first word had room in the line before. The last holds for justified and ragged text
alike, since lines are filled as far as words go. Over a column's or page's end a paragraph goes on
unless it ended there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from articles.importers.pdf.blocks import BULLET, Block, ends_sentence, has_marker
from articles.importers.pdf.joining import is_divided
from articles.importers.pdf.measures import INDENT, Measures, pairs
from articles.importers.pdf.model import Line
from articles.importers.pieces import Kind

OTHER_SIZE = 0.07  # of the size: what differs by more is set otherwise
CENTRED = 0.04  # of the column's width: how far the middle may be off
DASHES = ("–", "—", "-", "−", "*", "·")
HYPHENS = ("-", "\xad", "‐")
LOOKED_BACK = 8  # lines of a paragraph, which may go over many pages
MOST_LABEL = 25  # letters: what is shorter may be a label, before which nothing is unfinished
MONO = 0.9  # of a line's letters: what makes it code


class Divider:
    """Divides the lines of a document."""

    def __init__(self, measures: Measures, lines: Sequence[Line]) -> None:
        self.measures = measures
        self.hanging = _hanging(measures, lines)

    def blocks(self, lines: Sequence[Line]) -> list[Block]:
        """The blocks of lines in reading order."""
        made: list[Block] = []
        for place, line in enumerate(lines):
            after = lines[place + 1] if place + 1 < len(lines) else None
            block = made[-1] if made else None
            if block is not None and self._continues(block, line, after):
                block.lines.append(line)
            else:
                made.append(self._begin(line))
        return made

    def _begin(self, line: Line) -> Block:
        return Block([line], Kind.CODE if self._is_code(line) else Kind.PARAGRAPH)

    def _is_code(self, line: Line) -> bool:
        return not self.measures.mono and line.share("mono") >= MONO

    def _is_amid(self, before: Line, line: Line) -> bool:
        """Whether a line of code is a phrase in a paragraph, whose line before is full."""
        if (before.page, before.region) != (line.page, line.region):
            return False
        return not self.measures.is_gap(before, line) and not self.measures.fits(before, line)

    def _continues(self, block: Block, line: Line, after: Line | None) -> bool:
        before = block.last
        if block.kind is Kind.CODE or (self._is_code(line) and not self._is_amid(before, line)):
            return block.kind is Kind.CODE and self._is_code(line) and _near(before, line)
        if not _same_setting(before, line):
            return False
        if (before.page, before.region) != (line.page, line.region) or line.y <= before.y:
            return self._goes_over(block, line, after)
        if self.measures.is_gap(before, line) or self._is_wider(block, line):
            return False
        unfinished = not ends_sentence(before.text) and line.text[:1].islower()
        ends = max(each.x1 for each in block.lines[-LOOKED_BACK:])
        wider = len(block.lines) > 1 and line.x1 > ends + 0.5 * line.size
        unfinished = unfinished and not wider
        unfinished = unfinished and (len(block.lines) > 1 or len(before.text) > MOST_LABEL)
        short = self.measures.fits(before, line)
        if is_divided(before.text, line.text):
            return True  # no paragraph ends so
        if _begins_item(block, line, short):
            return False
        if short and not unfinished and not self._is_break(block, line):
            return False
        if not (unfinished and not short) and self._is_indent(block, line, after):
            return False
        if short:
            block.breaks.add(len(block.lines) - 1)
        return True

    def _is_wider(self, block: Block, line: Line) -> bool:
        """Whether a line goes further than those of a block that all end short of the column."""
        _left, right = self.measures.edges(line)
        ends = sorted(each.x1 for each in block.lines[-LOOKED_BACK:])
        justified = len(ends) > 1 and ends[-1] - ends[-2] < 0.5
        justified = justified and (line.page, line.region) in self.measures.justified
        short = right - ends[-1] > 0.8 * line.size
        return justified and short and line.x1 > ends[-1] + 0.5 * line.size

    def _is_break(self, block: Block, line: Line) -> bool:
        """Whether a line that ends early only ends a line, as in an address or in verse."""
        if _is_centred(block.last) and _is_centred(line):
            return True
        return self.measures.spaced and abs(line.x0 - block.last.x0) < INDENT * line.size

    def _is_indent(self, block: Block, line: Line, after: Line | None) -> bool:
        """Whether the line's beginning, right or left of the line before, begins a paragraph."""
        before = block.last
        step = (line.x0 - before.x0) / line.size
        if line.rtl:
            step = (before.x1 - line.x1) / line.size
        if abs(step) <= INDENT or (_is_centred(before) and _is_centred(line)):
            return False
        alone = len(block.lines) == 1
        if step > 0:
            hangs = has_marker(before.text) or self.hanging.get((line.page, line.region), False)
            return not (alone and hangs)
        return not alone or step < -6

    def _goes_over(self, block: Block, line: Line, after: Line | None) -> bool:
        """Whether a paragraph goes on in the next column or on the next page."""
        before = block.last
        if before.page == line.page and before.region == line.region:
            return False
        if line.page > before.page + 1 or _begins_item(block, line, True):
            return False
        if before.text.endswith(HYPHENS) and line.text[:1].islower():
            return True
        open_end = not ends_sentence(before.text)
        if open_end and line.text[:1].islower():
            return True
        if self.measures.fits(before, line) or _is_centred(before):
            return False
        if before.page == line.page and not _same_width(before, line):
            return False
        if not open_end and self._stands_alone(line, after):
            return False
        return not self._is_indented(line, after) or (open_end and not self.measures.indented)

    def _stands_alone(self, line: Line, after: Line | None) -> bool:
        """Whether it is a heading in the size of the text: last lines do not begin a page."""
        if line.text.isupper():
            return True
        if after is None or (after.page, after.region) != (line.page, line.region):
            return False
        return self.measures.is_gap(line, after) and not ends_sentence(line.text)

    def _is_indented(self, line: Line, after: Line | None) -> bool:
        left, right = self.measures.edges(line)
        if after is not None and (after.page, after.region) == (line.page, line.region):
            left, right = min(left, after.x0), max(right, after.x1)
            if not line.rtl and abs(after.x0 - line.x0) < INDENT * line.size:
                left = line.x0
        indent = right - line.x1 if line.rtl else line.x0 - left
        return indent > INDENT * line.size


def _same_setting(before: Line, line: Line) -> bool:
    """Whether both are set in one size, and not one of them wholly bold."""
    if abs(before.size - line.size) > OTHER_SIZE * max(before.size, line.size):
        return False
    bold, also = before.share("bold"), line.share("bold")
    return not ((bold > 0.95 and also < 0.05) or (bold < 0.05 and also > 0.95))


def _same_width(before: Line, line: Line) -> bool:
    """Whether the columns of both are about as wide."""
    one, other = before.right - before.left, line.right - line.left
    return min(one, other) > 0.8 * max(one, other) or min(one, other) < 4 * line.size


def _near(before: Line, line: Line) -> bool:
    if before.page != line.page or before.region != line.region:
        return line.page <= before.page + 1
    return 0 < line.y - before.y < 3.2 * line.size


def _begins_item(block: Block, line: Line, short: bool) -> bool:
    """Whether the line is a new item: by its sign, and since the last line ended or is one."""
    text = line.text
    if not has_marker(text):
        return False
    if BULLET.match(text):
        if not text.startswith(DASHES):
            return True
        # a dash also goes on in a sentence, or begins what somebody says
        return short or (
            block.first.text.startswith(text[0])
            and abs(line.x0 - block.first.x0) < INDENT * line.size
        )
    if short or block.last.text.rstrip().endswith((".", ":", ";", "?", "!", ",")):
        return True
    # where the block's own lines hang, an item begins left of them
    return has_marker(block.first.text) and line.x0 < block.last.x0 - INDENT * line.size


def _is_centred(line: Line) -> bool:
    width = line.right - line.left
    off = abs((line.x0 + line.x1) / 2 - (line.left + line.right) / 2)
    margin = min(line.x0 - line.left, line.right - line.x1)
    return width > 0 and off < CENTRED * width and margin > 0.05 * width


def _hanging(measures: Measures, lines: Sequence[Line]) -> dict[tuple[int, int], bool]:
    """Columns in which further lines are indented, and not first ones.

    A line that ends early comes before a paragraph's first line.
    """
    votes: dict[tuple[int, int], int] = defaultdict(int)
    for before, line in pairs(lines):
        step = (line.x0 - before.x0) / line.size
        if measures.is_gap(before, line) or abs(step) <= INDENT or abs(step) > 6:
            continue
        if measures.fits(before, line):
            votes[line.page, line.region] += 1 if step < 0 else -1
    return {key: vote > 0 for key, vote in votes.items()}
