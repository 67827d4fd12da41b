"""Where paragraphs of a PDF begin and end, and how their lines are joined."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from articles.importers.pieces import Kind
from tests.articles.importers.pdf.pages import (
    GAUGE,
    HARBOUR,
    LETTER,
    TEXTS,
    kept,
    page,
    put,
    put_lines,
    read,
)


def test_paragraphs_with_gaps_between_them() -> None:
    assert kept(read(page(*TEXTS, gap=6))) == [*TEXTS]


def test_paragraphs_that_begin_with_an_indent() -> None:
    assert kept(read(page(*TEXTS, gap=0, indent=12))) == [*TEXTS]


def test_paragraphs_that_only_end_with_a_short_line() -> None:
    assert kept(read(page(*TEXTS, gap=0))) == [*TEXTS]


def test_a_ragged_paragraph_is_one() -> None:
    def draw(canvas: Canvas) -> None:
        y = put(canvas, HARBOUR, justified=False)
        put(canvas, GAUGE, y=y - 8, justified=False)

    assert kept(read(draw)) == [HARBOUR, GAUGE]


def test_a_paragraph_goes_on_over_a_page() -> None:
    def first(canvas: Canvas) -> None:
        put(canvas, HARBOUR, y=put(canvas, LETTER) - 6, only=slice(0, 3))

    def second(canvas: Canvas) -> None:
        put(canvas, GAUGE, y=put(canvas, HARBOUR, only=slice(3, None)) - 6)

    assert kept(read(first, second)) == [LETTER, HARBOUR, GAUGE]


def test_a_paragraph_that_ended_does_not_go_on() -> None:
    assert kept(read(page(HARBOUR, GAUGE), page(LETTER))) == [HARBOUR, GAUGE, LETTER]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["He paid the admini-", "stration, and the administration paid"], "administration,"),
        (["The tide was a well-", "known one that everybody of them knew"], "well-known"),
        (["It was read in 1939-", "1945 by hand and after that it was not"], "1939-1945"),
        (["They wrote to the Anglo-", "Saxon society, which did not write back"], "Anglo-Saxon"),
        (["They read the self-", "made tables of the keeper and his sons"], "self-made"),
        (["It was a soft\xad", "ware of its own that read the old gauge"], "software"),
    ],
)
def test_hyphens_at_line_ends(lines: list[str], said: str) -> None:
    def draw(canvas: Canvas) -> None:
        y = put(canvas, HARBOUR) - 6
        y = put_lines(canvas, lines, y=y) - 6
        put(canvas, f"{GAUGE} A well-known gauge.", y=y)

    words = kept(read(draw))[1]
    assert said in words
    assert words.startswith(lines[0].split(maxsplit=1)[0])


def test_divided_words_are_joined_where_words_are_divided() -> None:
    lines = [
        "The measure-",
        "ments of the second gauge were com-",
        "pared with those of the first, and dif-",
        "fered by less than the keeper had fea-",
        "red when he began to read it.",
    ]
    said = (
        "The measurements of the second gauge were compared with those of the first, and"
        " differed by less than the keeper had feared when he began to read it."
    )
    assert kept(read(lambda canvas: put_lines(canvas, lines) and None)) == [said]


def test_lines_of_an_address_stay_lines() -> None:
    def draw(canvas: Canvas) -> None:
        y = put(canvas, HARBOUR) - 10
        y = put_lines(canvas, ["Harbour Office", "2 Long Quay", "Orre"], y=y) - 10
        y = put(canvas, GAUGE, y=y) - 10
        put(canvas, LETTER, y=y)

    assert kept(read(draw))[1] == "Harbour Office\\\n2 Long Quay\\\nOrre"


def test_a_quotation_is_indented_on_both_sides() -> None:
    def draw(canvas: Canvas) -> None:
        y = put(canvas, HARBOUR) - 6
        y = put(canvas, LETTER, x=96, y=y, width=190) - 6
        put(canvas, GAUGE, y=put(canvas, HARBOUR, y=y) - 6)

    reading = read(draw)
    assert kept(reading, Kind.QUOTATION) == [LETTER]
    assert kept(reading, Kind.PARAGRAPH) == [HARBOUR, HARBOUR, GAUGE]


def test_what_stands_between_two_parts_comes_after_the_whole() -> None:
    """A caption at the head of a page interrupts no sentence."""

    def first(canvas: Canvas) -> None:
        put(canvas, HARBOUR, y=put(canvas, LETTER) - 6, only=slice(0, 3))

    def second(canvas: Canvas) -> None:
        y = put_lines(canvas, ["Figure 3. The wall from the sea."], size=8) - 20
        put(canvas, GAUGE, y=put(canvas, HARBOUR, y=y, only=slice(3, None)) - 6)

    caption = "Figure 3. The wall from the sea."
    assert kept(read(first, second)) == [LETTER, HARBOUR, caption, GAUGE]


def test_pages_are_told_one_by_one() -> None:
    from articles.importers import read_file
    from tests.articles.importers.pdf.pages import made

    told: list[tuple[int, int]] = []
    read_file(made(page(HARBOUR), page(GAUGE)), "a.pdf", lambda *said: told.append(said))
    assert told == [(0, 2), (1, 2), (2, 2)]
