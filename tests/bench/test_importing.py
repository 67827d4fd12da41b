"""The yardstick by which importers are measured measures rightly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.importing.folders import made_in
from bench.importing.scoring import Score, plain, score

TRUTH = ["A heading", "One two three.", "Four five.", "河边的茶馆"]


def test_what_is_the_truth_scores_one() -> None:
    assert score(TRUTH, TRUTH) == Score(1.0, 1.0)


def test_paragraphs_that_are_joined_lose_both_but_no_word() -> None:
    assert score(TRUTH, ["A heading", "One two three. Four five.", "河边的茶馆"]) == Score(1.0, 0.5)


def test_paragraphs_out_of_order_count_once() -> None:
    assert score(TRUTH, [TRUTH[1], TRUTH[0], *TRUTH[2:]]).whole == 0.75


def test_furniture_costs_tokens_alone() -> None:
    found = score(["a b c"], ["share", "a b c"])
    assert found.whole == 1
    assert found.tokens == pytest.approx(6 / 7)


def test_chinese_is_counted_by_characters() -> None:
    assert score(["河边的茶馆"], ["河边的茶"]).tokens == pytest.approx(8 / 9)


def test_facts_are_neither_asked_for_nor_held_against_anybody() -> None:
    assert score(["a b"], ["By Okon Bassey", "a b"], ["By Okon Bassey"]) == Score(1.0, 1.0)


@pytest.mark.parametrize(
    "text", ["• one  two", "1. one two", "one two[3]", "one\ttwo", "o\xadne two"]
)
def test_signs_of_lists_and_marks_of_notes_are_not_compared(text: str) -> None:
    assert plain(text) == "one two"


def test_a_folder_has_documents_with_their_paragraphs_beside_them(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<p>One")
    (tmp_path / "a.json").write_text(json.dumps(["One"]))
    (tmp_path / "b.html").write_bytes(b"<p>without paragraphs")
    (made,) = made_in(tmp_path)
    assert (made.name, made.kind, made.truth) == ("a.html", "html", ["One"])
