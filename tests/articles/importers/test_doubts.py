"""What looks wrong is said; what only looks a little like it is not."""

from __future__ import annotations

import pytest

from articles.importers import read_file


def warned(text: str | bytes, name: str = "a.txt") -> list[str]:
    data = text if isinstance(text, bytes) else text.encode()
    return [warning.template % warning.values for warning in read_file(data, name).warnings]


def test_mixed_encodings_are_named() -> None:
    text = "Une tête\n\nDéjà l’été à Orléans, et l’île.\n\n".encode() + "Le café.\n".encode(
        "cp1252"
    )
    (words,) = warned(text)
    assert "most of it is UTF-8, some lines are Windows-1252" in words


@pytest.mark.parametrize(
    ("words", "codec"),
    [("It’s late.", "cp1252"), ("Привет, мир", "cp1251"), ("été, à côté", "cp1252")],
)
def test_utf_8_that_was_read_as_something_else_is_seen(words: str, codec: str) -> None:
    garbled = words.encode().decode(codec, "ignore")
    (warning,) = warned(f"A title\n\nSomebody saved this: {garbled} and so on.\n")
    assert "wrong encoding" in warning


@pytest.mark.parametrize(
    "words",
    [
        "«СССР», «СССР», «СССР» и «США»",
        "«JÄ», «CAFÉ», «Ä», Ä… und ÜÖ",
        "NÃO, São Paulo, à é ü ñ, 20 °C, ½ £, §§",
    ],
)
def test_capitals_before_quotation_marks_are_no_wrong_encoding(words: str) -> None:
    assert warned(f"A title\n\nSomebody wrote {words} and so on.\n") == []


def test_words_divided_at_lines_that_are_no_more_are_seen() -> None:
    (warning,) = warned("A title\n\nThe sur- veyor walked the bor- der in win- ter and sum- mer.\n")
    assert warning.startswith("4 words")
    assert "sur- veyor" in warning


def test_hyphens_that_stand_for_a_part_to_come_are_none() -> None:
    words = (
        "Ein- und Ausgang, two- or threefold, vor- oder nachher, mono- et bilingue, pre- and after."
    )
    assert warned(f"A title\n\n{words}\n") == []


def test_paragraphs_of_one_word_are_seen() -> None:
    words = "\n\n".join(f"word{number} and more of it" for number in range(8))
    single = "\n\n".join(f"alone{number}." for number in range(8))
    markdown = f"# A\n\n{words}\n\n{single}\n"
    (warning,) = warned(markdown, "a.md")
    assert warning.startswith("8 of 16 paragraphs")


def test_chinese_is_not_taken_for_single_words() -> None:
    lines = "\n\n".join(f"河边的茶馆开了{number}年。" for number in range(20))
    assert warned(f"# 茶馆\n\n{lines}\n", "a.md") == []
