"""Mentions of topics in a text: names in every form they take, and words that tell together."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.search.analysing import tokens
from annotations.topics.matching import GAP, Matcher, Mention, Wording

CFE, COUNCIL, TRANSIT = 1, 2, 3


def found(text: str, *wordings: Wording | str, language: str = "en") -> list[str]:
    """The mentions of names, each of a topic of its own, as words of the text."""
    looked_for = [
        one if isinstance(one, Wording) else Wording(pk, one) for pk, one in enumerate(wordings)
    ]
    mentions = Matcher(looked_for).mentions(text, language)
    return [text[one.start : one.end] for one in mentions]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the CFE Treaty", "CFE Treaty"),
        ("the CFE\nTreaty", "CFE Treaty"),
        ("the CFE\u00a0Treaty", "CFE Treaty"),
        ("the “CFE” Treaty", "CFE Treaty"),
        ("the NATO–Russia Council", "NATO-Russia Council"),
        ("the NATO-\nRussia Council", "NATO-Russia Council"),
        ("the NATO Russia Council’s room", "NATO-Russia Council"),
        ("of the Chairman’s statement", "Chairman's statement"),
        ("the Chair\u00adman’s state\u00adment", "Chairman's statement"),
        ("two treaties", "Treaty"),
        ("on Afghan opiate", "Afghan opiates"),
        ("HARM REDUCTION NOW", "Harm reduction"),
    ],
)
def test_a_name_is_found_however_it_is_set(text: str, name: str) -> None:
    assert len(found(text, name)) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the CFE. Treaty law", "CFE Treaty"),
        ("the CFE, Treaty", "CFE Treaty"),
        ("the CFE (Treaty)", "CFE Treaty"),
        ("the CFE\tTreaty", "CFE Treaty"),
        ("the CFE and the Treaty", "CFE Treaty"),
        ("joined NATO — Russia Council members said", "NATO-Russia Council"),
        ("the treatyism", "Treaty"),
        ("they inspected it, and she inspects it", "Inspections"),
        ("they practically cooperate", "Practical cooperation"),
        ("it was verified", "Verification"),
    ],
)
def test_what_is_no_name_is_not_found(text: str, name: str) -> None:
    assert found(text, name) == []


def test_a_dash_between_spaces_is_one_where_the_name_has_it() -> None:
    name = Wording(1, "Совет Россия — НАТО", "ru")
    for written in ("Совете Россия — НАТО", "Совета Россия–НАТО"):
        assert found(f"В {written} молчали.", name, language="ru") == [written]


@pytest.mark.parametrize(
    ("language", "name", "forms", "others"),
    [
        ("ru", "Санкции", ["санкций", "санкциями", "Санкция"], ["санкционный список"]),
        ("ru", "Калининградский транзит", ["калининградского транзита"], ["калининградец"]),
        ("de", "Sanktionen", ["Sanktion", "Sanktionen"], ["sanktionen", "sanktioniert"]),
        ("de", "Verträge", ["Vertrag", "Vertrages", "Verträgen"], ["verträglich"]),
        ("fr", "Sanctions", ["sanction", "Sanctions"], ["sanctionne", "sanctionner"]),
        ("fr", "Armée européenne", ["armées européennes"], ["armer"]),
        ("ar", "عقوبات", ["عقوبات"], ["عقوبة"]),
    ],
)
def test_names_are_inflected_as_their_language_does(
    language: str, name: str, forms: list[str], others: list[str]
) -> None:
    for form in forms:
        assert found(f"… {form} …", name, language=language) == [form]
    for other in others:
        assert found(f"… {other} …", name, language=language) == []


def test_an_abbreviation_is_written_in_capitals() -> None:
    assert found("The NRC met; an nrc did not. Nrc.", "NRC") == ["NRC"]
    assert found("По ДОВСЕ и довсе", "ДОВСЕ", language="ru") == ["ДОВСЕ"]


def test_a_line_in_capitals_tells_nothing_of_an_abbreviation() -> None:
    assert found("WHO SHOULD GO FIRST", "WHO") == []
    assert found("WHO", "WHO") == ["WHO"]


def test_a_name_in_one_language_is_looked_for_there_alone() -> None:
    name = Wording(1, "Gift", "de")
    assert found("a gift, a Gift", name, language="en") == []
    assert found("das Gift", name, language="de-CH") == ["Gift"]


def test_the_longest_name_is_mentioned_and_none_within_it() -> None:
    text = "The NATO-Russia Council is no Council."
    assert found(text, "Council", "NATO-Russia Council") == ["NATO-Russia Council", "Council"]


def test_of_names_that_overlap_the_longer_is_mentioned() -> None:
    assert found("one two three four", "one two", "two three four") == ["two three four"]
    assert found("one two three four", "one two", "two three", "four") == ["one two", "four"]


def test_names_that_are_read_alike_are_mentioned_together() -> None:
    mentions = Matcher([Wording(1, "Treaty"), Wording(2, "Treaties")]).mentions("treaty", "en")
    assert [one.topic for one in mentions] == [1, 2]


def test_words_that_tell_of_a_topic_stand_in_one_sentence() -> None:
    cue = Wording(TRANSIT, "transit Kaliningrad", is_cue=True)
    text = (
        "It was said of transits, both civilian and military, to Kaliningrad. A transit. A train."
    )
    assert found(text, cue) == [text[:68]]
    assert found("A transit was asked for. Kaliningrad waits.", cue) == []


def test_cues_are_weaker_and_silent_beside_a_name() -> None:
    cue, name = Wording(CFE, "treaty tanks", is_cue=True), Wording(CFE, "CFE Treaty")
    other = Wording(COUNCIL, "tanks", is_cue=True)
    mentions = Matcher([cue, name, other]).mentions("The CFE Treaty cut up tanks.", "en")
    assert mentions == [
        Mention(0, 28, COUNCIL, is_weak=True),
        Mention(4, 14, CFE),
    ]


def test_words_far_apart_tell_nothing() -> None:
    cue = Wording(CFE, "treaty tanks", is_cue=True)
    assert found(f"A treaty {'and so on ' * 200} tanks", cue) == []


def test_what_has_no_words_is_never_found() -> None:
    assert found("… — !", "…", Wording(1, "!!", is_cue=True)) == []
    assert found("", "CFE Treaty") == []


WORDS = st.sampled_from(["ab", "Ab", "abs", "NRC", "nrc", "c", "dé", "de", "x"])
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
PARTS = st.sampled_from([" ", "-", ". ", "’s ", "\n", " — ", "\u00ad", ", "])
TEXTS = st.lists(st.tuples(WORDS, PARTS), max_size=12).map(
    lambda pairs: "".join(word + part for word, part in pairs)
)


@given(st.lists(st.tuples(st.integers(1, 3), NAMES), max_size=6), TEXTS)
def test_mentions_are_what_a_slow_reading_finds(names: list[tuple[int, str]], text: str) -> None:
    looked_for = [Wording(topic, name) for topic, name in names]
    mentions = Matcher(looked_for).mentions(text, "en")
    assert mentions == slowly(looked_for, text)
    for one in mentions:
        assert 0 <= one.start < one.end <= len(text)
    places = sorted({(one.start, one.end) for one in mentions})
    assert all(one[1] <= other[0] for one, other in pairwise(places))


def slowly(names: list[Wording], text: str) -> list[Mention]:
    """Each name tried by itself at each word; then the longest of those that overlap."""
    words = list(tokens(text, "en"))
    places: list[tuple[int, int, int]] = []
    for first in range(len(words)):
        for name in names:
            length = len(list(tokens(name.words, "en")))
            stretch = words[first : first + length]
            whole = text[stretch[0].start : stretch[-1].end] if stretch else ""
            gaps = [text[a.end : b.start] for a, b in pairwise(stretch)]
            alone = Matcher([name]).mentions(whole, "en")
            is_whole = [(one.start, one.end) for one in alone] == [(0, len(whole))]
            is_loud = name.words.isupper() and len(words) > 1 and text.isupper()
            if is_whole and all(GAP.fullmatch(gap) for gap in gaps) and not is_loud:
                places.append((first, first + length, name.topic))
    kept: set[tuple[int, int, int]] = set()
    for one in sorted(places, key=lambda one: (one[0] - one[1], one[0])):
        if all(one[:2] == other[:2] or one[1] <= other[0] or other[1] <= one[0] for other in kept):
            kept.add(one)
    return sorted(
        Mention(words[first].start, words[last - 1].end, topic) for first, last, topic in kept
    )


@given(st.lists(NAMES, max_size=4), TEXTS)
def test_weak_mentions_are_sentences_without_a_name(cues: list[str], text: str) -> None:
    looked_for = [Wording(1, words, is_cue=True) for words in cues]
    mentions = Matcher([*looked_for, Wording(1, "ab c")]).mentions(text, "en")
    places = [(one.start, one.end) for one in mentions]
    assert all(one[1] <= other[0] for one, other in pairwise(places))


@pytest.mark.parametrize("text", ["a " * 10_000, "a" * 200_000, "a " + "\u00a0" * 100_000 + "b"])
def test_odd_texts_take_no_longer(text: str) -> None:
    names = [Wording(pk, " ".join("a" * pk)) for pk in range(1, 40)]
    matcher = Matcher([*names, Wording(50, "a a", is_cue=True)])
    begin = time.perf_counter()
    matcher.mentions(text, "en")
    assert time.perf_counter() - begin < 10
