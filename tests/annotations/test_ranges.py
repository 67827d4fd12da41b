"""Ranges hold the numbers that a set would, in one form."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotations.ranges import Ranges, gaps, merged, single, without

NUMBERS = st.sets(st.integers(1, 60))


def held(ranges: Ranges) -> set[int]:
    return {number for low, high in ranges for number in range(low, high + 1)}


def is_in_form(ranges: Ranges) -> bool:
    ends = [end for pair in ranges for end in pair]
    apart = all(after[0] - before[1] > 1 for before, after in pairwise(ranges))
    return ends == sorted(ends) and apart and all(low >= 1 for low, _high in ranges)


@given(NUMBERS, NUMBERS, st.integers(0, 70))
def test_they_are_sets_of_numbers_in_one_form(one: set[int], other: set[int], end: int) -> None:
    mine, theirs = single(one), single(other)
    for found, meant in (
        (mine, one),
        (merged(theirs, mine), one | other),
        (without(mine, theirs), one - other),
        (gaps(mine, end), set(range(1, end + 1)) - one),
    ):
        assert held(found) == meant
        assert is_in_form(found)


@given(st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40)), max_size=8))
def test_whatever_is_sent_becomes_ranges(pairs: list[tuple[int, int]]) -> None:
    found = merged(pairs)
    assert is_in_form(found)
    assert held(found) == {n for low, high in pairs for n in range(max(1, low), high + 1)}
