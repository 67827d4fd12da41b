"""What the parts of a PDF are: headings, items, tables, notes; and what is known about it."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from articles.importers import document_of
from articles.importers.pieces import Kind, Why
from tests.articles.importers.pdf.pages import (
    GAUGE,
    HARBOUR,
    LETTER,
    TOP,
    kept,
    left,
    pieces,
    put,
    put_lines,
    read,
)

BOLD, MONO = "Times-Bold", "Courier"


def headed(canvas: Canvas) -> None:
    """A title, a byline, and sections of two levels."""
    y = put_lines(canvas, ["Four gauges and a tide"], size=20) - 10
    y = put_lines(canvas, ["Maud Ellingsen, 14 February 2023"], y=y) - 14
    for name, size in (("1 The harbour", 14), ("1.1 What there is", 12), ("2 The tide", 14)):
        y = put_lines(canvas, [name], y=y, size=size, font=BOLD) - 6
        y = put(canvas, HARBOUR, y=y) - 14


def test_title_byline_and_date_are_facts() -> None:
    reading = read(headed)
    assert reading.fact("title") == "Four gauges and a tide"
    assert reading.fact("byline") == "Maud Ellingsen"
    assert reading.fact("published") == "2023-02-14"
    assert reading.fact("language") == "en"
    assert len(left(reading, Why.FACT)) == 2


def test_the_title_that_the_file_names_is_taken_where_it_stands() -> None:
    def draw(canvas: Canvas) -> None:
        y = put_lines(canvas, ["QUIET REVIEW"], size=24) - 10
        y = put_lines(canvas, ["A keeper's books"], y=y, size=14, font=BOLD) - 10
        put(canvas, HARBOUR, y=y)

    assert read(draw, title="A keeper's books").fact("title") == "A keeper's books"
    assert read(draw, title="draft_7.indd").fact("title") == "QUIET REVIEW"


def test_headings_have_levels() -> None:
    found = [(piece.level, piece.source) for piece in pieces(read(headed), Kind.HEADING)]
    assert found == [(2, "1 The harbour"), (3, "1.1 What there is"), (2, "2 The tide")]


def test_a_bold_line_in_the_size_of_the_text_is_a_heading() -> None:
    def draw(canvas: Canvas) -> None:
        y = put(canvas, HARBOUR) - 8
        y = put_lines(canvas, ["What went wrong"], y=y, font=BOLD) - 2
        put(canvas, GAUGE, y=y)

    assert kept(read(draw), Kind.HEADING) == ["What went wrong"]


def test_items_have_numbers_and_depths() -> None:
    def draw(canvas: Canvas) -> None:
        y = put(canvas, HARBOUR) - 6
        for sign, x, text in (("1.", 84, GAUGE), ("•", 102, LETTER), ("2.", 84, HARBOUR)):
            put_lines(canvas, [sign], x=x, y=y)
            y = put(canvas, text, x=x + 14, y=y, width=200) - 3
        put(canvas, GAUGE, y=y - 4)

    items = pieces(read(draw), Kind.LIST_ITEM)
    assert [(item.number, item.depth) for item in items] == [(1, 1), (None, 2), (2, 1)]
    assert [item.words for item in items] == [GAUGE, LETTER, HARBOUR]


def test_bullets_that_are_drawn_are_bullets() -> None:
    def draw(canvas: Canvas) -> None:
        y = put(canvas, HARBOUR) - 6
        for text in ("The wall", "The mole", "The lock at the end"):
            canvas.circle(88, y + 3, 2, fill=1)
            y = put_lines(canvas, [text], x=98, y=y)
        put(canvas, GAUGE, y=y - 6)

    found = kept(read(draw), Kind.LIST_ITEM)
    assert found == ["The wall", "The mole", "The lock at the end"]


def test_a_ruled_table_has_cells_of_several_lines() -> None:
    def draw(canvas: Canvas) -> None:
        y = put(canvas, HARBOUR, width=300) - 20
        xs, ys = (72, 172, 372), (y, y - 16, y - 56)
        for x in xs:
            canvas.line(x, ys[0], x, ys[-1])
        for line in ys:
            canvas.line(xs[0], line, xs[-1], line)
        put_lines(canvas, ["Place"], x=76, y=y - 12)
        put_lines(canvas, ["Words"], x=176, y=y - 12)
        put_lines(canvas, ["Mole"], x=76, y=y - 40)
        put_lines(canvas, ["of two lines,", "or so"], x=176, y=y - 32)
        put(canvas, GAUGE, y=y - 80, width=300)

    reading = read(draw)
    (table,) = kept(reading, Kind.TABLE)
    assert table == "| Place | Words |\n|---|---|\n| Mole | of two lines, or so |"
    assert kept(reading) == [HARBOUR, table, GAUGE]


def test_code_keeps_its_lines_and_indents() -> None:
    lines = ["def filled(left, right):", "    return (left + right) / 2", "", "print(1)"]

    def draw(canvas: Canvas) -> None:
        y = put(canvas, HARBOUR) - 10
        y = put_lines(canvas, lines, y=y, size=9, font=MONO) - 6
        put(canvas, GAUGE, y=y)

    assert kept(read(draw), Kind.CODE) == ["\n".join(lines)]


def test_cells_in_the_middle_of_their_row_belong_to_it() -> None:
    def draw(canvas: Canvas) -> None:
        y = put(canvas, HARBOUR, width=400) - 20
        for name, lines, year in (
            ("Mole", ["how long the", "mole is"], "1988"),
            ("Lock", ["when it was", "built again"], "1899"),
            ("Wall", ["who built it", "and why"], "1871"),
        ):
            put_lines(canvas, lines, x=172, y=y)
            put_lines(canvas, [name], y=y - 6)
            put_lines(canvas, [year], x=300, y=y - 6)
            y -= 34
        put(canvas, GAUGE, y=y - 10, width=400)

    (table,) = kept(read(draw), Kind.TABLE)
    assert table.split("\n")[2:] == [
        "| Lock | when it was built again | 1899 |",
        "| Wall | who built it and why | 1871 |",
    ]


def test_endnotes_and_their_marks_find_each_other() -> None:
    def draw(canvas: Canvas) -> None:
        y = put(canvas, HARBOUR) - 6
        put_lines(canvas, ["They said so"], y=y)
        put_lines(canvas, ["1"], x=122, y=y + 4, size=6)
        put_lines(canvas, ["and wrote so"], x=128, y=y)
        put_lines(canvas, ["2"], x=180, y=y + 4, size=6)
        y = put(canvas, GAUGE, y=y - 20) - 20
        for number, text in (("1.", "In a letter."), ("2.", "In a book.")):
            put_lines(canvas, [number], y=y)
            y = put_lines(canvas, [text], x=86, y=y)

    reading = read(draw)
    assert [(note.note, note.words) for note in pieces(reading, Kind.NOTE)] == [
        ("1", "In a letter."),
        ("2", "In a book."),
    ]
    assert "They said so[^1] and wrote so[^2]" in kept(reading)


def footnoted(canvas: Canvas) -> None:
    y = put(canvas, HARBOUR)
    put_lines(canvas, ["They said so"], y=y - 6)
    put_lines(canvas, ["1"], x=122, y=y - 2, size=6)
    put_lines(canvas, ["to anybody."], x=128, y=y - 6)
    put(canvas, GAUGE, y=y - 26)
    canvas.line(72, 112, 140, 112)
    put_lines(canvas, ["1"], y=103, size=5)
    put_lines(canvas, ["In a letter of that year,", "which is lost."], x=76, y=100, size=8)


def test_a_footnote_and_its_mark_find_each_other() -> None:
    reading = read(footnoted)
    (note,) = pieces(reading, Kind.NOTE)
    assert (note.note, note.words) == ("1", "In a letter of that year, which is lost.")
    assert "They said so[^1] to anybody." in kept(reading)
    assert "[^1]: In a letter" in document_of(reading).markdown


def test_small_words_at_the_foot_without_a_mark_stay_text() -> None:
    address = "7 Quay Street, where the office of the harbour has been since the wall was built."

    def draw(canvas: Canvas) -> None:
        put(canvas, GAUGE, y=put(canvas, HARBOUR) - 6)
        put(canvas, address, y=100, size=8)

    reading = read(draw)
    assert kept(reading, Kind.NOTE) == []
    assert kept(reading)[-1] == address


def test_a_table_of_contents_is_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        y = put_lines(canvas, ["Contents"], size=14) - 6
        for name, number in (("The wall", 3), ("The gauge", 7), ("A letter", 12), ("The end", 40)):
            y = put_lines(canvas, [f"{name} {'. ' * 20}{number}"], y=y)
        put(canvas, HARBOUR, y=y - 20)

    reading = read(draw)
    assert len(left(reading, Why.CONTENTS)) == 5
    assert kept(reading) == [HARBOUR]


def test_bold_italic_and_links_are_marked() -> None:
    def draw(canvas: Canvas) -> None:
        x = 72.0
        for words, font in (
            ("Of the", "Times-Roman"),
            ("Rome", "Times-Italic"),
            ("text", BOLD),
            ("this page", "Times-Roman"),
            ("says it all.", "Times-Roman"),
        ):
            put_lines(canvas, [words], x=x, font=font)
            end = x + canvas.stringWidth(words, font, 10)
            if words == "this page":
                canvas.linkURL("https://example.org/a", (x, TOP - 3, end, TOP + 8))
            x = end + 2.5
        put(canvas, HARBOUR, y=TOP - 20)

    said = kept(read(draw))[0]
    assert said == "Of the *Rome* **text** [this page](https://example.org/a) says it all."


def test_addresses_that_run_something_are_no_links() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, HARBOUR)
        canvas.linkURL("javascript:alert(1)", (0, 0, 600, 800))

    assert kept(read(draw)) == [HARBOUR]
