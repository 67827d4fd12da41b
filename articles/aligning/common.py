"""What two lists have in common, in order: the most items that they can share.

rapidfuzz finds the longest common subsequence, bit-parallel, in n * m / 64 steps and n * m bits of
memory (H. Hyyrö, Bit-parallel LCS-length computation revisited, 2004). A larger table is cut up
first, where a short sequence of items occurs once in each list, and in the last resort in even
pieces, so that time and memory stay in proportion to the length of the lists.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from math import isqrt

from rapidfuzz.distance import LCSseq

from articles.aligning.skeleton import climbing

Run = tuple[int, int, int]  # first in the one, first in the other, length
Box = tuple[int, int, int, int]  # from and until in the one, from and until in the other

TABLE = 1 << 24  # cells: 2 MB
GRAMS = (4, 1)


def common_runs(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[Run]:
    """The runs that `a` and `b` have in common, in order; none touches the next in both."""
    runs: list[Run] = []
    waiting: list[Box] = [(0, len(a), 0, len(b))]
    while waiting:
        a1, a2, b1, b2 = waiting.pop()
        head = _equal(a[a1:a2], b[b1:b2])
        if head:
            _append(runs, (a1, b1, head))
            a1, b1 = a1 + head, b1 + head
        if (a2 - a1) * (b2 - b1) <= TABLE:
            for block in LCSseq.editops(a[a1:a2], b[b1:b2]).as_matching_blocks():
                _append(runs, (a1 + block.a, b1 + block.b, block.size))
        else:
            waiting += reversed(_cut(a, b, (a1, a2, b1, b2)))
    return runs


def _equal(a: Sequence[Hashable], b: Sequence[Hashable]) -> int:
    for index, (one, other) in enumerate(zip(a, b, strict=False)):
        if one != other:
            return index
    return min(len(a), len(b))


def _append(runs: list[Run], run: Run) -> None:
    if runs and runs[-1][0] + runs[-1][2] == run[0] and runs[-1][1] + runs[-1][2] == run[1]:
        runs[-1] = (runs[-1][0], runs[-1][1], runs[-1][2] + run[2])
    elif run[2]:
        runs.append(run)


def _cut(a: Sequence[Hashable], b: Sequence[Hashable], box: Box) -> list[Box]:
    """The box in smaller ones along its diagonal: each starts where both lists agree."""
    a1, a2, b1, b2 = box
    for size in GRAMS:
        ours, theirs = _once(a, a1, a2, size), _once(b, b1, b2, size)
        seeds = sorted((i, theirs[gram]) for gram, i in ours.items() if gram in theirs)
        seeds = climbing([(i, j, 1) for i, j in seeds]) if seeds else []
        if any(i > a1 or j > b1 for i, j in seeds):
            return list(_between(box, seeds))
    count = 1 + isqrt((a2 - a1) * (b2 - b1) // TABLE)
    marks = [(a1 + (a2 - a1) * at // count, b1 + (b2 - b1) * at // count) for at in range(1, count)]
    return list(_between(box, marks))


def _once(items: Sequence[Hashable], first: int, until: int, size: int) -> dict[Hashable, int]:
    """The sequences of `size` items that occur once, with where they start."""
    grams = list(zip(*(items[first + at : until] for at in range(size)), strict=False))
    counts = Counter(grams)
    return {gram: first + at for at, gram in enumerate(grams) if counts[gram] == 1}


def _between(box: Box, seeds: list[tuple[int, int]]) -> Iterable[Box]:
    i, j, last_i, last_j = box[0], box[2], box[1], box[3]
    for next_i, next_j in [*seeds, (last_i, last_j)]:
        if next_i > i or next_j > j:
            yield i, next_i, j, next_j
        i, j = next_i, next_j
