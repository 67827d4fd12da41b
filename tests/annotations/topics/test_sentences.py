"""Sentences: where they begin and end, in several languages and scripts."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.topics.sentences import sentences


def parted(text: str) -> list[str]:
    return [text[begin:end] for begin, end in sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Art. 5 of the treaty.", "It said so!", "“Did it?”", "Mr. Smith did."],
        ["J. Smith wrote 3.5 pages… and left.", "Well...", "He did (see p. 7).", "Then."],
        ["U.S. forces left in 1999.", "See no. 5.", "It said no.", "Did it?"],
        ["M. Dupont l’a dit.", "« Pourquoi ? »", "Parce que."],
        ["Am 12. Mai 1990 begann es.", "Es galt z. B. Art. 5.", "Er sagte: „Nein.“", "Das war so."],
        ["Договор, т. е. ДОВСЕ, подписан в 1990 г. в Париже.", "«Почему?»", "— Не знаю."],
        ["条約は失効した。", "次に「そうだ。」と言った。", "終わり"],
        ["انتهى الاتفاق.", "لماذا؟", "لا أحد يعرف"],
        ["No end"],
    ],
)
def test_sentences_are_parted_where_a_reader_would(expected: list[str]) -> None:
    assert parted(" ".join(expected) if expected[0][-1] != "。" else "".join(expected)) == expected


def test_cells_of_a_table_are_not_one_sentence() -> None:
    assert parted("Year\tHa. sown\n2021\t177,000") == ["Year", "Ha. sown", "2021", "177,000"]


def test_a_line_break_does_not_end_a_sentence() -> None:
    assert parted("One line\nand another. Next.") == ["One line\nand another.", "Next."]


@given(st.text(alphabet="ab AB1.!?…。」”)\t\n\u00ad", max_size=60))
def test_sentences_take_in_all_but_white_space(text: str) -> None:
    spans = sentences(text)
    assert all(begin < end for begin, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    kept = "".join(text[begin:end] for begin, end in spans)
    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize(
    "text", ["." * 200_000 + "x", ".)" * 100_000, "。" * 200_000, "A. " * 60_000]
)
def test_odd_texts_take_no_longer(text: str) -> None:
    begin = time.perf_counter()
    sentences(text)
    assert time.perf_counter() - begin < 2
