"""Which blocks of an old text stand unchanged in a new one.

First the blocks that occur once in each text, wherever they are; then, from those outwards, equal
neighbours. What repeats and has no such neighbour is left to the alignment of the gaps between.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Link = tuple[int, int]
Gap = tuple[list[int], list[int]]  # old and new blocks that are still to be matched

# What a block ends with that is no heading
_STOPS = tuple(".!?…。！？।;:,")

# A block that alone has changed its place must be this long (code points), or it may as well be
# another one of the same words: a heading "Notes" taken away here and written anew there.
MOVED = 24


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The blocks that stand unchanged, and what lies between those that are in order."""

    links: list[int]  # of each old block the new one, or -1
    gaps: list[Gap]


def skeleton(old: Sequence[str], new: Sequence[str]) -> Skeleton:
    """The skeleton of two lists of blocks, in time of O(n log n)."""
    links = [-1] * len(old)
    taken = bytearray(len(new))
    seeds = _once_in_each(old, new)
    spine = climbing([(i, j, len(old[i])) for i, j in seeds])
    for i, j in spine:
        links[i], taken[j] = j, 1
    ends = [(-1, -1), *spine, (len(old), len(new))]
    _spread(old, new, ends, links, taken)
    strays = [(i, j) for i, j in seeds if links[i] < 0 and not taken[j]]
    for i, j in strays:
        links[i], taken[j] = j, 1
    _spread(old, new, strays, links, taken)
    for i, j in strays:
        if len(old[i]) < MOVED and not _has_company(links, i, j):
            links[i], taken[j] = -1, 0
    ordered = climbing([(i, j, len(old[i]) + 1) for i, j in enumerate(links) if j >= 0])
    return Skeleton(links, list(_gaps(ordered, links, taken)))


def _once_in_each(old: Sequence[str], new: Sequence[str]) -> list[Link]:
    in_old, in_new = Counter(old), Counter(new)
    places = {text: j for j, text in enumerate(new) if text and in_new[text] == 1}
    return [(i, places[text]) for i, text in enumerate(old) if in_old[text] == 1 and text in places]


def climbing(pairs: Sequence[tuple[int, int, int]]) -> list[Link]:
    """The heaviest chain of (i, j, weight) in which i and j both climb.

    `pairs` are in the order of i, and of falling j where i is the same. O(n log n), by a Fenwick
    tree that holds the best chain ending at or before each j.
    """
    if all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs)):
        return [(i, j) for i, j, _ in pairs]
    size = max(j for _, j, _ in pairs) + 2
    tree: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    before: list[int] = []

    def best_until(j: int) -> tuple[int, int]:
        best = (0, -1)
        while j:
            best = max(best, tree[j])
            j &= j - 1
        return best

    for index, (_, j, weight) in enumerate(pairs):
        heaviest, previous = best_until(j)
        before.append(previous)
        at = j + 1
        while at <= size:
            tree[at] = max(tree[at], (heaviest + weight, index))
            at += at & -at
    chain = []
    index = best_until(size)[1]
    while index >= 0:
        chain.append(pairs[index][:2])
        index = before[index]
    return chain[::-1]


def _spread(
    old: Sequence[str],
    new: Sequence[str],
    seeds: Iterable[Link],
    links: list[int],
    taken: bytearray,
) -> None:
    """Links equal neighbours of `seeds`: headings to what follows, others to what precedes."""
    for step, headings in ((-1, True), (1, False), (-1, False)):
        for i, j in seeds:
            i, j = i + step, j + step
            while (
                0 <= i < len(old)
                and (not headings or not old[i].endswith(_STOPS))
                and 0 <= j < len(new)
                and links[i] < 0
                and not taken[j]
                and old[i] == new[j]
            ):
                links[i], taken[j] = j, 1
                i, j = i + step, j + step


def _has_company(links: list[int], i: int, j: int) -> bool:
    return (i > 0 and links[i - 1] == j - 1 >= 0) or (i + 1 < len(links) and links[i + 1] == j + 1)


def _gaps(ordered: list[Link], links: list[int], taken: bytearray) -> Iterable[Gap]:
    last_i = last_j = -1
    for i, j in [*ordered, (len(links), len(taken))]:
        if i - last_i > 1 or j - last_j > 1:
            ours = [at for at in range(last_i + 1, i) if links[at] < 0]
            theirs = [at for at in range(last_j + 1, j) if not taken[at]]
            if ours or theirs:
                yield ours, theirs
        last_i, last_j = i, j
