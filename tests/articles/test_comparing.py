"""Two texts side by side, block by block and word by word."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from articles import comparing
from articles.comparing import (
    IN,
    OUT,
    SAME,
    Fold,
    Piece,
    Row,
    around_changes,
    compared,
    folded,
    pieces_html,
    word_changes,
    words_of,
)

TEXTS = st.text(alphabet="ab e\u0301\n.,क\u093eם東\U0001f469\u200d", max_size=60)
BLOCKS = st.lists(st.tuples(st.sampled_from("abcdefgh"), TEXTS), unique_by=lambda one: one[0])


def kinds(rows: list[Row]) -> list[str]:
    return [f"{row.kind}{' moved' if row.is_moved else ''} {row.key}" for row in rows]


def html(before: str, after: str) -> str:
    return pieces_html(word_changes(before, after))


def test_words_that_changed_are_marked_and_no_others() -> None:
    assert html("The slow train stops.", "The fast train stops.") == (
        "The <del>slow</del><ins>fast</ins> train stops."
    )
    assert html("stops", "stops here") == "stops<ins> here</ins>"


def test_a_gap_between_two_changes_belongs_to_both() -> None:
    assert html("a one two z", "a three four z") == "a <del>one two</del><ins>three four</ins> z"


def test_what_is_shown_is_escaped() -> None:
    assert html("<b>", "<i>") == "&lt;<del>b</del><ins>i</ins>&gt;"


def test_signs_of_a_script_without_spaces_are_words() -> None:
    assert html("東京都", "東大都") == "東<del>京</del><ins>大</ins>都"


def test_what_combines_stays_with_what_it_stands_on() -> None:
    assert words_of("का काम e\u0301t") == ["का", " ", "काम", " ", "e\u0301t"]
    assert words_of("\U0001f469\u200d\U0001f469") == ["\U0001f469\u200d\U0001f469"]


def test_a_block_is_found_again_by_its_key() -> None:
    old = [("a", "One."), ("b", "Two."), ("c", "Three.")]
    new = [("a", "One."), ("n", "Between."), ("b", "Two more."), ("c", "Three.")]
    assert kinds(compared(old, new)) == ["same a", "added n", "changed b", "same c"]


def test_what_was_removed_stands_where_it_stood() -> None:
    old = [("a", "One."), ("b", "Two."), ("c", "Three."), ("d", "Four.")]
    rows = compared(old, [("b", "Two."), ("n", "New."), ("d", "Four.")])
    assert kinds(rows) == ["removed a", "same b", "removed c", "added n", "same d"]


def test_the_fewest_blocks_are_said_to_have_moved() -> None:
    old = [(key, key) for key in "abcde"]
    new = [(key, key) for key in "eabcd"]
    assert kinds(compared(old, new)) == ["same moved e", "same a", "same b", "same c", "same d"]


def test_unchanged_blocks_far_from_changes_are_folded() -> None:
    old = [(str(n), f"Block {n}.") for n in range(20)]
    new = [(key, "Other." if key == "10" else text) for key, text in old]
    rows = folded(compared(old, new))
    assert [row.count if isinstance(row, Fold) else row.key for row in rows] == [
        9,
        "9",
        "10",
        "11",
        8,
    ]
    assert folded(compared(old, old)) == [Fold(20, "0")]


def test_a_block_with_too_many_words_is_replaced_as_a_whole() -> None:
    size = comparing.MOST_WORDS
    old, new = " ".join(f"a{n}" for n in range(size)), " ".join(f"b{n}" for n in range(size))
    assert word_changes(old, new) == (Piece(OUT, old), Piece(IN, new))


def test_a_block_whose_words_repeat_too_often_is_replaced_as_a_whole() -> None:
    old, new = "x " + "a b " * 700 + "y", "z " + "b b a " * 700 + "w"
    assert [piece.kind for piece in word_changes(old, new)] == [OUT, IN]


def test_the_work_for_one_comparison_is_bounded() -> None:
    words = " ".join(["a", "b"] * 60)
    old = [(str(n), f"x {words} y") for n in range(200)]
    new = [(str(n), f"z {words} b w") for n in range(200)]
    rows = compared(old, new)
    sizes = [len(row.pieces) for row in rows]
    assert sizes[0] > 2
    assert sizes[-1] == 2


def test_what_is_far_from_any_change_is_left_out() -> None:
    far = " ".join(f"word{number}" for number in range(100))
    pieces = word_changes(f"{far} old {far}", f"{far} new {far}")
    shown = around_changes(pieces, near=20)
    assert [piece.text for piece in shown] == [
        "… word98 word99 ",
        "old",
        "new",
        " word0 word1 word2 …",
    ]
    assert around_changes([Piece(SAME, "As it was.")]) == [Piece(SAME, "As it was.")]


@given(TEXTS, TEXTS)
def test_the_pieces_hold_both_texts(before: str, after: str) -> None:
    pieces = word_changes(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != IN) == before
    assert "".join(piece.text for piece in pieces if piece.kind != OUT) == after
    assert all(piece.text for piece in pieces)
    assert all(one.kind != two.kind for one, two in pairwise(pieces))


@given(BLOCKS, BLOCKS)
def test_every_block_has_one_row(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> None:
    rows = compared(old, new)
    assert [row.key for row in rows if row.new is not None] == [key for key, _text in new]
    assert sorted(row.old for row in rows if row.old is not None) == list(range(len(old)))
    shown = folded(rows)
    left_out = sum(row.count for row in shown if isinstance(row, Fold))
    assert left_out + sum(isinstance(row, Row) for row in shown) == len(rows)
    assert all(row.kind == SAME for row in compared(old, old))
