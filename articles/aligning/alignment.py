"""Which words of an old text stand where in a new one.

An annotation sticks to the wrong words when a program looks for its quotation in the new text
alone: common words are found anywhere, and what was deleted is found as well. Here both texts are
at hand, so the question is what the editors did, from the large to the small:

1. Blocks that stand unchanged make a skeleton (`skeleton`).
2. In the gaps between them, changed blocks are paired with those that share most of their words, in
   order; in each pair, and in what is left between pairs, words are aligned (`runs`). The gap as a
   whole is aligned too, and the way that keeps more text is taken: it is the better one where
   blocks were split or joined.
3. What is left on both sides may have moved: whole blocks first and what stands next to them, then
   long verbatim runs.

Each word is used once. So what was deleted finds its lookalikes taken by their own old text, and
stays an orphan. Costs: linear in the text, but for gaps, which are aligned in O(n * m / 64) steps
up to `common.TABLE`.
"""

from collections.abc import Sequence
from typing import NamedTuple

from articles.aligning.common import Box
from articles.aligning.runs import surviving_runs
from articles.aligning.sides import Side
from articles.aligning.similar import beside, beside_moved, most_alike_in_order, moved_pairs
from articles.aligning.skeleton import Gap, Link, skeleton

# The gap as a whole is aligned up to this many cells
WHOLE = 1 << 22

# A run of words that alone has moved is this long (tokens, weight): a phrase of fewer words may be
# written twice by chance
VERBATIM = 6
VERBATIM_WEIGHT = 22


class Piece(NamedTuple):
    """old[start:end] stands at `to` in the new text, but for letter case and quotation marks."""

    start: int
    end: int
    to: int


class Alignment:
    """Two texts, given in blocks, and what of the old one stands in the new one."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.old, self.new = Side.of(old), Side.of(new)
        frame = skeleton(old, new)
        self.blocks = frame.links
        self.old.read(block for ours, _ in frame.gaps for block in ours)
        self.new.read(block for _, theirs in frame.gaps for block in theirs)
        for gap in frame.gaps:
            self._align_gap(gap)
        self._align_moved_blocks()
        self._link_moved_runs()
        self.pieces = self._joined(sorted([*self._whole_blocks(), *self._runs_of_words()]))

    def _align_gap(self, gap: Gap) -> None:
        ours, theirs = gap
        if not ours or not theirs:
            return
        box = (*_reach(self.old, ours), *_reach(self.new, theirs))
        self._align_pairs(gap, box)
        if len(ours) + len(theirs) > 2 and (box[1] - box[0]) * (box[3] - box[2]) <= WHOLE:
            self._align_whole(box)

    def _align_pairs(self, gap: Gap, box: Box) -> None:
        pairs = most_alike_in_order(self.old, self.new, gap)
        self._align_blocks(beside(self.old, self.new, gap, pairs))
        for rest in self._between_links(box):
            self._align(rest)

    def _align_whole(self, box: Box) -> None:
        """Takes the alignment of the whole box where it keeps more than what there is."""
        runs = surviving_runs(self.old, self.new, box)
        kept = sum(self.old.weight(i, i + n) for i, _, n in runs)
        if kept > self.old.linked_weight(box[0], box[1]):
            self.old.links[box[0] : box[1]] = [-1] * (box[1] - box[0])
            self.new.links[box[2] : box[3]] = [-1] * (box[3] - box[2])
            for i, j, n in runs:
                self._link(i, j, n)

    def _align(self, box: Box) -> None:
        for i, j, n in surviving_runs(self.old, self.new, box):
            self._link(i, j, n)

    def _link(self, i: int, j: int, length: int) -> None:
        self.old.links[i : i + length] = range(j, j + length)
        self.new.links[j : j + length] = range(i, i + length)

    def _between_links(self, box: Box) -> list[Box]:
        """What is left in the box between links, which are in order, on both sides."""
        i, until, j, end = box
        boxes = []
        for k in range(i, until + 1):
            to = self.old.links[k] if k < until else end
            if to >= 0:
                if k > i and to > j:
                    boxes.append((i, k, j, to))
                i, j = k + 1, to + 1
        return boxes

    def _align_moved_blocks(self) -> None:
        moved = moved_pairs(self.old, self.new)
        self._align_blocks(moved)
        whole = [(i, j) for i, j in enumerate(self.blocks) if j >= 0]
        self._align_blocks(beside_moved(self.old, self.new, [*whole, *moved]))

    def _align_blocks(self, pairs: list[Link]) -> None:
        for i, j in pairs:
            self._align((*self.old.spans[i], *self.new.spans[j]))

    def _link_moved_runs(self) -> None:
        theirs = _once(self.new)
        for gram, i in _once(self.old).items() if theirs else ():
            j = theirs.get(gram, -1)
            if j >= 0 and self._are_equal(i, j):
                first, until = self._grow(i, j, -1), self._grow(i, j, 1)
                if self.old.weight(i - first, i + until) >= VERBATIM_WEIGHT:
                    self._link(i - first, j - first, first + until)

    def _grow(self, i: int, j: int, step: int) -> int:
        """How many tokens are free and equal, from (i, j) on, or before it."""
        count = 0
        i, j = (i, j) if step > 0 else (i - 1, j - 1)
        while self._are_equal(i, j):
            count, i, j = count + 1, i + step, j + step
        return count

    def _are_equal(self, i: int, j: int) -> bool:
        old, new = self.old, self.new
        return (
            0 <= i < len(old.links)
            and 0 <= j < len(new.links)
            and old.links[i] < 0
            and new.links[j] < 0
            and old.tokens.words[i] == new.tokens.words[j]
        )

    def _joined(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with the white space between two of them, where it is the same."""
        joined: list[Piece] = []
        for start, end, to in pieces:
            if joined:
                first, last, there = joined[-1]
                shift = to - start
                if shift == there - first and self._is_same_space(last, start, shift):
                    joined[-1] = Piece(first, end, there)
                    continue
            joined.append(Piece(start, end, to))
        return joined

    def _is_same_space(self, start: int, end: int, shift: int) -> bool:
        between = self.old.text[start:end]
        same = between == self.new.text[start + shift : end + shift]
        return same and (not between or between.isspace())

    def _whole_blocks(self) -> list[Piece]:
        at = self.old.at
        return [
            Piece(at[i], at[i + 1] - 1, self.new.at[j])
            for i, j in enumerate(self.blocks)
            if j >= 0 and self.old.blocks[i]
        ]

    def _runs_of_words(self) -> list[Piece]:
        """The links of words, those that follow each other as one piece."""
        old, new = self.old.tokens, self.new.tokens
        pieces = []
        first = -1
        for i, j in enumerate([*self.old.links, -1]):
            if first >= 0 and not self._goes_on(i, j):
                to = new.starts[self.old.links[first]]
                pieces.append(Piece(old.starts[first], old.ends[i - 1], to))
                first = -1
            if first < 0 <= j:
                first = i
        return pieces

    def _goes_on(self, i: int, j: int) -> bool:
        """Whether token i follows the one before it in both texts, with the same space between."""
        if j < 1 or self.old.links[i - 1] != j - 1:
            return False
        old, new = self.old.tokens, self.new.tokens
        between = self.old.text[old.ends[i - 1] : old.starts[i]]
        return "\n" not in between and between == self.new.text[new.ends[j - 1] : new.starts[j]]


def _reach(side: Side, blocks: list[int]) -> tuple[int, int]:
    return side.spans[blocks[0]][0], side.spans[blocks[-1]][1]


def _once(side: Side) -> dict[tuple[str, ...], int]:
    """The sequences of VERBATIM free tokens that occur once, with where they start."""
    places: dict[tuple[str, ...], int] = {}
    words, free = side.tokens.words, 0
    for k, link in enumerate(side.links):
        free = free + 1 if link < 0 else 0
        if free >= VERBATIM:
            first = k - VERBATIM + 1
            gram = tuple(words[first : k + 1])
            places[gram] = -1 if gram in places else first
    return {gram: first for gram, first in places.items() if first >= 0}
