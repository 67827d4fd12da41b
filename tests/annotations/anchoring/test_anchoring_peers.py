"""What other systems fail: many alike paragraphs, some deleted, some moved."""

import random

import pytest

from annotations.anchoring.describing import Selector, describe
from annotations.anchoring.following import Outcome, Placement
from annotations.anchoring.placing import place

PHRASES = (
    "the parties to the treaty",
    "in the light of the circumstances",
    "conventional armed forces",
    "without prejudice to existing obligations",
    "the right of transit",
    "as the Council may decide",
)
WORDS = ["river", "border", "market", "school", "winter", "letter", "garden", "bridge", "harvest"]


def paragraphs(count: int = 600) -> list[str]:
    """Paragraphs of repeated phrases, each with a few words of its own."""
    draw = random.Random(7)
    return [
        f"{draw.choice(PHRASES).capitalize()}, {draw.choice(WORDS)} {number} and"
        f" {draw.choice(WORDS)} stand by {draw.choice(PHRASES)}."
        f" Nothing in {draw.choice(WORDS)} {number + 1} changes {draw.choice(PHRASES)}."
        f" It {draw.choice(('shall', 'may'))} be read with {draw.choice(PHRASES)}."
        for number in range(count)
    ]


def span(text: str, number: int) -> tuple[int, int]:
    """By turns one word, four words, a sentence of the paragraph."""
    words = text.split(" ")
    first = " ".join(words[:2])
    quote = (words[1], " ".join(words[2:6]), text[text.index(". ") + 2 : text.rindex(". ") + 1])
    at = len(words[0]) + 1 if number % 3 == 0 else len(first) + 1
    start = (at, at, text.index(". ") + 2)[number % 3]
    return start, start + len(quote[number % 3])


def annotated(texts: list[str]) -> list[Selector]:
    whole, at, anchors = "\n".join(texts), 0, []
    for number, text in enumerate(texts):
        start, end = span(text, number)
        anchors.append(describe(whole, at + start, at + end))
        at += len(text) + 1
    return anchors


def after(texts: list[str], new: list[str]) -> list[Placement]:
    return place(annotated(texts), "\n".join(texts), "\n".join(new))


def expected(texts: list[str], new: list[str]) -> list[tuple[int, int] | None]:
    """Each annotation in its own paragraph, wherever that is."""
    places, at = {}, 0
    for text in new:
        places[text] = at
        at += len(text) + 1
    spans: list[tuple[int, int] | None] = []
    for number, text in enumerate(texts):
        start, end = span(text, number)
        to = places.get(text)
        spans.append(None if to is None else (to + start, to + end))
    return spans


def test_annotations_of_deleted_paragraphs_are_orphaned_and_no_other_moves() -> None:
    texts = paragraphs()
    gone = set(random.Random(3).sample(range(len(texts)), 10))
    new = [text for number, text in enumerate(texts) if number not in gone]

    placements = after(texts, new)

    assert [placement.span for placement in placements] == expected(texts, new)
    assert {n for n, one in enumerate(placements) if one.outcome is Outcome.ORPHANED} == gone


def test_a_deleted_stretch_of_paragraphs_is_orphaned() -> None:
    texts = paragraphs()
    new = texts[:100] + texts[110:]

    assert [placement.span for placement in after(texts, new)] == expected(texts, new)


def test_all_follow_when_paragraphs_are_inserted_on_top() -> None:
    texts = paragraphs()
    new = [*(f"New is {text}" for text in paragraphs(605)[600:]), *texts]

    placements = after(texts, new)

    assert [placement.span for placement in placements] == expected(texts, new)
    assert not any(one.is_asked or one.is_moved for one in placements)


def test_all_follow_when_the_order_is_reversed() -> None:
    texts = paragraphs()
    new = texts[::-1]

    placements = after(texts, new)

    assert [placement.span for placement in placements] == expected(texts, new)
    assert sum(one.is_moved for one in placements) == len(texts) - 1


@pytest.mark.parametrize("seed", range(5))
def test_deleting_moving_and_inserting_at_once(seed: int) -> None:
    draw = random.Random(seed)
    texts = paragraphs(200)
    new = [text for text in texts if draw.random() > 0.1]
    cut = draw.randrange(20, len(new) - 20)
    new = [*new[cut:], "Something else stands here now, of which nothing was said.", *new[:cut]]

    assert [placement.span for placement in after(texts, new)] == expected(texts, new)


def test_a_text_of_one_line_over_and_over_comes_to_an_end() -> None:
    line = "The same line again and again, fifty points long.."
    old = "\n".join([line] * 20_000)
    anchors = [describe(old, at * 51, at * 51 + 8) for at in range(0, 20_000, 500)]

    placements = place(anchors, old, "\n".join([line] * 19_000))

    assert len(placements) == len(anchors)
    assert placements[0].span == (0, 8)
