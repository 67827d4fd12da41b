"""How long a text takes: by words or signs, and by language."""

from __future__ import annotations

import pytest

from articles.models import Article
from articles.pacing import minutes_for, words_in
from tests import factories


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two states, and a treaty – signed.", 6),
        ("条约有两个名字。", 7),
        ("条约 CFE 二 treaty", 5),
        ("ひらがなとカナ", 7),
        ("…", 0),
        ("", 0),
    ],
)
def test_words_are_counted_and_signs_of_unparted_scripts(text: str, words: int) -> None:
    assert words_in(text) == words


@pytest.mark.parametrize(
    ("language", "minutes"), [("en", 10), ("en-GB", 10), ("ar", 17), ("zh-Hant", 9), ("xx", 12)]
)
def test_the_pace_is_that_of_the_language(language: str, minutes: int) -> None:
    assert minutes_for(2280, language) == minutes


def test_a_chinese_text_takes_as_long_as_its_signs(db: None) -> None:
    made = factories.article("条约" * 510 + "。\n", language="zh")
    assert Article.objects.get(pk=made.pk).minutes == 4
