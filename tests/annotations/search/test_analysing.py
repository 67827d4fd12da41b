"""What the search takes for a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.search.analysing import (
    MOST_BYTES,
    MOST_WORDS,
    plain_text,
    tokens,
    variants,
    words_of,
)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "treaties", "Treaty"),
        ("en-GB", "ratified", "ratify"),
        ("fr", "nationales", "national"),
        ("de", "Häuser", "Haus"),
        ("de", "Strasse", "Straße"),
        ("ru", "договоры", "договором"),
        ("ru", "ёлки", "елка"),
        ("fi", "TALO", "talo"),
        ("", "Ｆｕｌｌ", "full"),
        ("en", "Kaliningrad's", "Kaliningrad"),
        ("en", "co\u00adoperate", "cooperate"),
        ("vi", "cafe\u0301", "café"),
    ],
)
def test_forms_of_a_word_are_one(language: str, one: str, other: str) -> None:
    assert words_of(one, language) == words_of(other, language)


def test_other_languages_are_not_stemmed() -> None:
    assert words_of("talossa", "fi") != words_of("talo", "fi")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("中国", "中 国"),
        ("テスト。", "テ ス ト"),
        ("CFE-Treaty, 1.5", "cfe treaty 1 5"),
        ("l'article", "l article"),
        ("😀 _ -- \0", ""),
        ("½", "1 2"),
    ],
)
def test_what_parts_words(text: str, words: str) -> None:
    assert words_of(text, "") == words


def test_offsets_are_those_of_the_text() -> None:
    text = "Die Häuser\u00adwand, Kaliningrad's end"
    found = [text[one.start : one.end] for one in tokens(text, "de")]
    assert found == ["Die", "Häuser\u00adwand", "Kaliningrad", "end"]


def test_a_typed_word_is_read_in_every_language() -> None:
    assert ("haus",) in variants("Häuser")
    assert ("hauser",) in variants("Häuser")


@given(st.text())
def test_words_hold_nothing_that_an_engine_could_take_for_its_own(text: str) -> None:
    for language in ("en", "fr", "de", "ru", "ja", ""):
        for token in tokens(text, language):
            assert not set(token.word) & set(" '\"\\:*()&|!<>-\0")
            assert token.word
            assert 0 <= token.start < token.end <= len(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_words_can_be_stored(text: str) -> None:
    assert "\0" not in words_of(text, "en")
    words_of(text, "en").encode()


def test_very_long_texts_are_kept_in_part() -> None:
    assert len(words_of("word " * (MOST_WORDS + 5), "en").split()) == MOST_WORDS
    long = " ".join(59 * "\U00010330" + str(number) for number in range(10_000))
    assert 0 < len(words_of(long, "").encode()) <= MOST_BYTES


def test_html_becomes_words() -> None:
    html = '<p>un<em>believ</em>able &amp; x</p><p>next <a href="/?a=1" title="b > c">link</a></p>'
    assert plain_text(html).split() == ["unbelievable", "&", "x", "next", "link"]
