"""Text as it is kept."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.normalising import (
    BIDI_CONTROLS,
    UNSAYABLE,
    normalise,
    normalise_runs,
    stray_bidi_controls,
    without_unsayable,
)

BIDI = "".join(sorted(BIDI_CONTROLS))
ALPHABET = "ab e\u0301\u0327\u1100\u1161\u11a8\u212b\n\r\x00\ud800\uffff" + BIDI


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        ("e\u0301", "é"),
        ("\u212b", "Å"),
        ("\ufb01", "ﬁ"),  # NFC, not NFKC: a ligature is what somebody wrote
        ("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\x00b\ud83dc\udc00d\ufffee\x07f\x7fg", "abcdefg"),
        ("a\tb\u00a0c\u200dd\u200ee", "a\tb\u00a0c\u200dd\u200ee"),
        ("😀👨‍👩‍👧", "😀👨‍👩‍👧"),
        ("\u202ba\u202c", "\u202ba\u202c"),
        ("\u202ba", "a"),
        ("a\u202c\u2069b", "ab"),
        ("\u2066a\u202bb\u2069c", "\u2066ab\u2069c"),
        ("\u2066a\u202c\u2069", "\u2066a\u2069"),
        ("\u202aa\u2066b\u202cc\u2069d\u202c", "\u202aa\u2066bc\u2069d\u202c"),
    ],
)
def test_one_spelling_for_what_looks_the_same(given_text: str, kept: str) -> None:
    assert normalise(given_text) == kept


@given(st.text(alphabet=ALPHABET))
def test_normalised_text_can_be_kept_and_stays(text: str) -> None:
    kept = normalise(text)
    assert normalise(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert not UNSAYABLE.search(kept)
    assert not stray_bidi_controls(kept)
    assert "\r" not in kept
    kept.encode()


@given(st.text(alphabet="ab" + BIDI))
def test_only_bidi_controls_go_and_letters_stay(text: str) -> None:
    kept = normalise(text)
    assert [sign for sign in kept if sign in "ab"] == [sign for sign in text if sign in "ab"]


@given(st.lists(st.text(alphabet=ALPHABET, max_size=5), max_size=6))
def test_runs_are_normalised_as_one_text(runs: list[str]) -> None:
    kept = normalise_runs(runs)
    assert len(kept) == len(runs)
    # each run ends its own lines: a line feed after another's carriage return is a second end
    assert "".join(kept) == normalise("".join(without_unsayable(run) for run in runs))
    assert normalise_runs(kept) == kept


@given(st.lists(st.text(alphabet=ALPHABET, max_size=5), max_size=6), st.sets(st.integers(0, 5)))
def test_nothing_is_added_to_closed_runs(runs: list[str], closed: set[int]) -> None:
    kept = normalise_runs(runs, closed)
    for place in closed & set(range(len(runs))):
        assert len(kept[place]) <= len(runs[place])


def test_many_bidi_controls_take_linear_time() -> None:
    assert normalise("\u2066" * 300_000 + "a") == "a"
    assert normalise("\u202a" * 300_000 + "\u202c" * 300_000 + "b").endswith("\u202cb")
