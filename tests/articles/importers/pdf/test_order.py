"""In which order a page is read, and what stands at its edges."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from articles.importers.pieces import Kind, Why
from tests.articles.importers.pdf.pages import (
    GAUGE,
    HARBOUR,
    LETTER,
    TEXTS,
    TOP,
    Draw,
    kept,
    left,
    page,
    put,
    put_lines,
    read,
)

WIDE = 440.0
NARROW = 140.0


def columns(count: int, width: float, gap: float, top: float = TOP) -> Draw:
    """Each column holds the three texts."""

    def draw(canvas: Canvas) -> None:
        for column in range(count):
            y = top - 3 * column  # baselines of columns need not agree
            for text in TEXTS:
                y = put(canvas, text, x=72 + column * (width + gap), y=y, width=width) - 5

    return draw


def test_two_columns_are_read_one_after_the_other() -> None:
    assert kept(read(columns(2, 210, 14))) == [*TEXTS, *TEXTS]


def test_three_columns_are_read_one_after_the_other() -> None:
    assert kept(read(columns(3, NARROW, 12))) == [*TEXTS] * 3


def test_what_crosses_the_columns_comes_before_and_after_them() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, HARBOUR, width=434)
        columns(2, 210, 14, TOP - 60)(canvas)
        put(canvas, LETTER, y=480, width=434)

    assert kept(read(draw)) == [HARBOUR, *TEXTS, *TEXTS, LETTER]


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    def draw(canvas: Canvas) -> None:
        y = put(canvas, HARBOUR, width=210) - 5
        y = put(canvas, LETTER, y=y, width=210) - 5
        put(canvas, GAUGE, y=y, width=210, only=slice(0, 4))
        y = put(canvas, GAUGE, x=300, width=210, only=slice(4, None)) - 5
        put(canvas, HARBOUR, x=300, y=put(canvas, LETTER, x=300, y=y, width=210) - 5, width=210)

    assert kept(read(draw)) == [HARBOUR, LETTER, GAUGE, LETTER, HARBOUR]


def test_cells_are_no_columns() -> None:
    rows = [
        ("North mole", "1988", "99.2"),
        ("Ferry berth", "2012", "88.5"),
        ("Lock", "1899", "3.1"),
    ]

    def draw(canvas: Canvas) -> None:
        y = put(canvas, HARBOUR, width=WIDE) - 10
        for row in rows:
            for place, cell in enumerate(row):
                canvas.drawString(72 + 150 * place, y, cell)
            y -= 14
        put(canvas, GAUGE, y=y - 10, width=WIDE)

    reading = read(draw)
    assert kept(reading, Kind.PARAGRAPH) == [HARBOUR, GAUGE]
    (table,) = kept(reading, Kind.TABLE)
    rows = [row.replace("\\", "") for row in table.split("\n")]
    assert rows[:2] == ["| North mole | 1988 | 99.2 |", "|---|---|---|"]
    assert rows[2:] == ["| Ferry berth | 2012 | 88.5 |", "| Lock | 1899 | 3.1 |"]


def said_on(number: int) -> list[str]:
    """What a page says: other pages say other things."""
    words = " ".join(TEXTS).split()
    turned = words[11 * number :] + words[: 11 * number]
    return [" ".join(["So", *turned[: 30 + 7 * number]]), " ".join(["And", *turned[60:]]) + "."]


def numbered(name: Callable[[int], str], *, x: float = 300, y: float = 40) -> list[Draw]:
    """Five pages with their numbers."""

    def one(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            page(*said_on(number), width=WIDE)(canvas)
            put_lines(canvas, [name(number)], x=x, y=y)

        return draw

    return [one(number) for number in range(1, 6)]


def test_numbers_of_pages_are_left_out() -> None:
    for name in (str, lambda number: f"– {number} –", lambda number: f"Page {number} of 5"):
        reading = read(*numbered(name))
        assert kept(reading) == [text for number in range(1, 6) for text in said_on(number)]
        assert len(left(reading, Why.PAGE_NUMBER)) == 5


def test_roman_numbers_of_pages_are_left_out() -> None:
    roman = ["", "iii", "iv", "v", "vi", "vii"]
    assert left(read(*numbered(lambda number: roman[number])), Why.PAGE_NUMBER) == roman[1:]


def test_the_number_of_a_single_page_is_left_out() -> None:
    reading = read(numbered(str)[0])
    assert kept(reading) == said_on(1)
    assert left(reading, Why.PAGE_NUMBER) == ["1"]


def test_a_number_that_ends_a_text_stays() -> None:
    def draw(canvas: Canvas) -> None:
        put_lines(canvas, ["2012"], y=put(canvas, HARBOUR))

    assert kept(read(draw)) == [HARBOUR, "2012"]


def test_running_heads_are_left_out_on_left_and_right_pages() -> None:
    heads = {0: "The Quiet Review", 1: "B. Aune: Gauges"}

    def one(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            page(*said_on(number), width=WIDE)(canvas)
            right = number % 2
            put_lines(canvas, [heads[right]], x=72 if right else 400, y=A4[1] - 40, size=8)

        return draw

    reading = read(*map(one, range(6)))
    assert left(reading, Why.RUNNING_HEAD) == [heads[0], heads[1]] * 3
    assert not any("Review" in words or "Aune" in words for words in kept(reading))


def test_heads_that_name_the_chapter_are_left_out() -> None:
    def one(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            page(*said_on(number), width=WIDE)(canvas)
            put_lines(canvas, [f"{number + 11}   {'ABCDEF'[number]} part of it"], y=A4[1] - 40)

        return draw

    reading = read(*map(one, range(6)))
    assert len(left(reading, Why.RUNNING_HEAD)) == 6


def test_what_a_browser_prints_around_a_page_is_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        page(*TEXTS, width=WIDE)(canvas)
        put_lines(canvas, ["3/11/24, 9:14 AM       Four gauges"], x=24, y=A4[1] - 20, size=8)
        put_lines(canvas, ["https://example.org/gauges       1/1"], x=24, y=20, size=8)

    reading = read(draw)
    assert kept(reading) == [*TEXTS]
    assert len(left(reading, Why.RUNNING_HEAD)) == 2


def test_numbers_of_lines_are_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        page(*TEXTS, gap=0, indent=12)(canvas)
        for number in range(1, 19):
            put_lines(canvas, [str(number)], x=40, y=TOP - 12 * (number - 1), size=7)

    reading = read(draw)
    assert kept(reading) == [*TEXTS]
    assert left(reading, Why.PAGE_NUMBER) == [str(number) for number in range(1, 19)]


def test_what_is_left_out_says_its_page() -> None:
    reading = read(*numbered(str))
    assert [one.page for one in reading.pieces if not one.kept] == [1, 2, 3, 4, 5]


def test_pages_that_say_the_same_are_kept() -> None:
    def form(canvas: Canvas) -> None:
        page(*TEXTS, width=WIDE)(canvas)

    assert kept(read(form, form, form)) == [*TEXTS] * 3


def test_small_heads_at_one_place_are_left_out_whatever_they_name() -> None:
    names = ("The wall", "Of gauges", "A letter")

    def one(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            page(*said_on(number), width=WIDE)(canvas)
            put_lines(canvas, [names[number]], y=A4[1] - 40, size=8)

        return draw

    assert left(read(*map(one, range(3))), Why.RUNNING_HEAD) == [*names]


def test_a_head_that_is_painted_over_the_text_is_left_out() -> None:
    """Browsers paint what a page fixes at its top on each printed page."""

    def one(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            page(*said_on(number), width=WIDE)(canvas)
            if number:
                put(canvas, "The Quiet Review", x=300, y=TOP + 3, size=8)

        return draw

    reading = read(*map(one, range(4)))
    assert left(reading, Why.RUNNING_HEAD) == ["The Quiet Review"] * 3
    assert kept(reading) == [text for number in range(4) for text in said_on(number)]
