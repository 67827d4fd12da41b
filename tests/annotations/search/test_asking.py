"""What was typed, understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.search.asking import LONGEST, understood
from annotations.search.engines import fts5_words, tsquery
from ncr.refusals import Refused


def first_readings(typed: str) -> tuple[list[list[str]], list[str]]:
    question = understood(typed)
    groups = [[" ".join(term.readings[0]) for term in group] for group in question.groups]
    return groups, [" ".join(term.readings[0]) for term in question.without]


@pytest.mark.parametrize(
    ("typed", "groups", "without"),
    [
        ("night train", [["night"], ["train"]], []),
        ('"night train" bridge', [["night train"], ["bridge"]], []),
        ("“night train” „bridge“", [["night train"], ["bridge"]], []),
        ('"night train', [["night train"]], []),
        ("night -train", [["night"]], ["train"]),
        ('night -"fast train"', [["night"]], ["fast train"]),
        ("night OR train bridge", [["night", "train"], ["bridge"]], []),
        ("OR night OR", [["night"]], []),
        ("night or train", [["night"], ["or"], ["train"]], []),
        ("CFE-Treaty", [["cfe treaty"]], []),
        ("night - train", [["night"], ["train"]], []),
        ("AND NOT NEAR( night*", [["and"], ["not"], ["near"], ["night"]], []),
        ("a 中", [["a"], ["中"]], []),
        ("x 7", [["x"], ["7"]], []),
    ],
)
def test_what_is_understood(typed: str, groups: list[list[str]], without: list[str]) -> None:
    assert first_readings(typed) == (groups, without)


@pytest.mark.parametrize(
    "typed", ["", '"', "-", "OR", "😀😀", "\0", "a", "ж", "-night", "&|!<->:*"]
)
def test_what_holds_no_word_to_look_for_is_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        understood(typed)
    assert refused.value.field == "q"


@pytest.mark.parametrize("typed", ["word " * 2_000, " ".join("abcdefghijklmnopqrstuvwxyz")])
def test_too_much_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="at most"):
        understood(typed)


@given(st.text(max_size=LONGEST))
def test_nothing_typed_breaks_an_engines_language(typed: str) -> None:
    try:
        question = understood(typed)
    except Refused:
        return
    for asked in (question, question.begun()):
        assert tsquery(asked).count("'") % 2 == 0
        assert fts5_words(asked).count('"') % 2 == 0
