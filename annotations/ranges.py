"""Closed ranges of whole numbers from 1 on, in order: `[[1, 40], [44, 44]]`.

What somebody has seen is kept in this form. Two that touch are one; so a set of numbers has one
form only, and ranges that are equal hold the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

Ranges = list[list[int]]


def merged(*several: Iterable[Sequence[int]]) -> Ranges:
    """One set of all of them; the parts may come in any order and overlap."""
    found: Ranges = []
    for low, high in sorted((max(1, low), high) for ranges in several for low, high in ranges):
        if low > high:
            continue
        if found and low <= found[-1][1] + 1:
            found[-1][1] = max(found[-1][1], high)
        else:
            found.append([low, high])
    return found


def single(numbers: Iterable[int]) -> Ranges:
    """The ranges of some numbers."""
    return merged((number, number) for number in numbers)


def gaps(ranges: Ranges, end: int) -> Ranges:
    """What the ranges leave out, from 1 to `end`."""
    edges = [(0, 0), *ranges, (end + 1, end + 1)]
    between = ([before[1] + 1, after[0] - 1] for before, after in pairwise(edges))
    return [[low, min(high, end)] for low, high in between if low <= min(high, end)]


def without(ranges: Ranges, taken: Ranges) -> Ranges:
    """The ranges less those that are taken out of them."""
    end = max((high for _low, high in [*ranges, *taken]), default=0)
    return gaps(merged(gaps(ranges, end), taken), end)
