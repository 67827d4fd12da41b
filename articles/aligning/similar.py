"""Which changed blocks are still the same block, told by the words that they share.

Each word of a block counts once, by its length, so that "the" ten times over proves little.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from articles.aligning.sides import Side
from articles.aligning.skeleton import Gap, Link, climbing

# The shared part of both blocks' words (Dice coefficient) from which they are the same block; less
# is asked of two that stand next to such a pair
ALIKE = 0.5
ALIKE_BESIDE = 0.3

# Code points of shared words from which a block is believed to have moved, and by how much the
# best candidate must beat the next
MOVED_WEIGHT = 50
MARGIN = 1.1

# All pairs are compared up to this number; past it only those that share a rarer word
PAIRS = 4_000
RARE = 16
RIVALS = 8

Candidate = tuple[int, int, int]  # old block, new block, code points of shared words


class _Bag:
    __slots__ = ("block", "length", "words")

    def __init__(self, side: Side, block: int) -> None:
        self.block = block
        self.words = frozenset(side.words(block))
        self.length = sum(map(len, self.words))

    def shared(self, other: "_Bag") -> int:
        return sum(map(len, self.words & other.words))

    def may_be_like(self, other: "_Bag") -> bool:
        return 2 * min(self.length, other.length) >= ALIKE * (self.length + other.length)


def most_alike_in_order(old: Side, new: Side, gap: Gap) -> list[Link]:
    """The pairs of a gap's blocks that share most, such that no two of them cross."""
    ours, theirs = gap
    if len(ours) == len(theirs) == 1:
        return [(ours[0], theirs[0])]
    found = sorted(_alike(old, new, ours, theirs), key=lambda pair: (pair[0], -pair[1]))
    return climbing(found) if found else []


def beside(old: Side, new: Side, gap: Gap, pairs: list[Link]) -> list[Link]:
    """`pairs` and those that follow or precede one of them directly and are somewhat alike."""
    ours, theirs = gap
    at_i = {block: at for at, block in enumerate(ours)}
    at_j = {block: at for at, block in enumerate(theirs)}
    known = [(at_i[i], at_j[j]) for i, j in pairs]
    more = list(known)
    ends = [(-1, -1), *known, (len(ours), len(theirs))]
    for (i, j), (last_i, last_j) in pairwise(ends):
        while i + 1 < last_i and j + 1 < last_j and _like(old, new, ours[i + 1], theirs[j + 1]):
            i, j = i + 1, j + 1
            more.append((i, j))
        while (
            i < last_i - 1
            and j < last_j - 1
            and _like(old, new, ours[last_i - 1], theirs[last_j - 1])
        ):
            last_i, last_j = last_i - 1, last_j - 1
            more.append((last_i, last_j))
    return sorted((ours[i], theirs[j]) for i, j in more)


def moved_pairs(old: Side, new: Side) -> list[Link]:
    """Blocks that are still free and alike, wherever they are, each at most once.

    None where a second candidate shares nearly as much.
    """
    found = [pair for pair in _alike(old, new, _free(old), _free(new)) if pair[2] >= MOVED_WEIGHT]
    by_old: dict[int, list[int]] = defaultdict(list)
    by_new: dict[int, list[int]] = defaultdict(list)
    for i, j, shared in found:
        by_old[i].append(shared)
        by_new[j].append(shared)
    return [
        (i, j)
        for i, j, shared in found
        if _beats_all(shared, by_old[i]) and _beats_all(shared, by_new[j])
    ]


def beside_moved(old: Side, new: Side, moved: list[Link]) -> list[Link]:
    """Blocks of which nothing is linked, next to a pair of `moved` on both sides, and alike.

    What moves takes along the heading above it and the short lines below it.
    """
    ours, theirs = _untouched(old), _untouched(new)
    found = []
    for step in (1, -1):
        for i, j in moved:
            i, j = i + step, j + step
            while i in ours and j in theirs and _like(old, new, i, j):
                found.append((i, j))
                ours.remove(i)
                theirs.remove(j)
                i, j = i + step, j + step
    return found


def _beats_all(shared: int, candidates: list[int]) -> bool:
    """Whether all candidates but one share clearly less."""
    return sum(MARGIN * other > shared for other in candidates) == 1


def _like(old: Side, new: Side, i: int, j: int) -> bool:
    one, other = _Bag(old, i), _Bag(new, j)
    return 2 * one.shared(other) >= ALIKE_BESIDE * (one.length + other.length) > 0


def _alike(old: Side, new: Side, ours: list[int], theirs: list[int]) -> list[Candidate]:
    bags = [_Bag(new, j) for j in theirs]
    index = _by_word(bags) if len(ours) * len(theirs) > PAIRS else None
    found = []
    for i in ours:
        bag = _Bag(old, i)
        for other in bags if index is None else _rivals(bag, bags, index):
            if bag.may_be_like(other):
                shared = bag.shared(other)
                if 2 * shared >= ALIKE * (bag.length + other.length) > 0:
                    found.append((i, other.block, shared))
    return found


def _by_word(bags: list[_Bag]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for at, bag in enumerate(bags):
        for word in bag.words:
            index[word].append(at)
    return index


def _rivals(bag: _Bag, bags: list[_Bag], index: dict[str, list[int]]) -> Iterable[_Bag]:
    votes: Counter[int] = Counter()
    for word in sorted(bag.words):
        where = index.get(word, [])
        if len(where) <= RARE:
            votes.update(where)
    return [bags[at] for at, _ in votes.most_common(RIVALS)]


def _untouched(side: Side) -> set[int]:
    """The blocks that were read of which nothing is linked."""
    return {
        block
        for block, (first, until) in side.spans.items()
        if first < until and not side.linked_weight(first, until)
    }


def _free(side: Side) -> list[int]:
    """The blocks that were read of which most is not linked."""
    return [
        block
        for block, (first, until) in side.spans.items()
        if 2 * side.linked_weight(first, until) < side.weight(first, until)
    ]
