"""Glyphs to letters and words."""

from __future__ import annotations

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from articles.importers.pieces import Why
from tests.articles.importers.pdf.pages import (
    GAUGE,
    HARBOUR,
    TOP,
    kept,
    left,
    put,
    put_lines,
    read,
)

SANS = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"


def test_ligatures_are_letters() -> None:
    pdfmetrics.registerFont(TTFont("ligatures", SANS))
    lines = ["The ﬁrst oﬃcer ﬂew", "the ﬂag of the ﬂeet."]
    found = kept(read(lambda canvas: put_lines(canvas, lines, font="ligatures") and None))
    assert found == ["The first officer flew the flag of the fleet."]


def test_letters_set_one_by_one_are_words() -> None:
    words = "The tide is read by eye, and by AVID ears."

    def draw(canvas: Canvas) -> None:
        x = 72.0
        for sign in words:
            if sign != " ":
                put_lines(canvas, [sign], x=x)
            x += canvas.stringWidth(sign, "Times-Roman", 10)

    assert kept(read(draw)) == [words]


def test_letters_set_apart_are_words() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, TOP)
        text.setFont("Times-Roman", 10)
        text.setCharSpace(2.2)
        text.textOut("The long wall in the west")
        canvas.drawText(text)
        put(canvas, HARBOUR, y=TOP - 40)

    assert kept(read(draw))[0] == "The long wall in the west"


def test_a_large_capital_begins_its_word() -> None:
    def draw(canvas: Canvas) -> None:
        put_lines(canvas, ["T"], y=TOP - 12, size=32)
        put_lines(canvas, ["he harbour was built by people"], x=94)
        put_lines(canvas, ["who did not expect ships, and"], x=94, y=TOP - 12)
        y = put_lines(canvas, ["wanted a wall against the west wind."], y=TOP - 24)
        put(canvas, GAUGE, y=y - 6, width=155)

    said = "The harbour was built by people who did not expect ships, and wanted a wall"
    assert kept(read(draw)) == [f"{said} against the west wind.", GAUGE]


def test_bold_by_painting_twice_says_it_once() -> None:
    def draw(canvas: Canvas) -> None:
        put_lines(canvas, ["The tide"], size=12)
        put_lines(canvas, ["The tide"], x=72.3, size=12)
        put(canvas, HARBOUR, y=TOP - 30)

    assert read(draw).pieces[0].source == "The tide"


def test_white_words_on_white_paper_are_hidden() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, HARBOUR)
        canvas.setFillGray(1)
        put_lines(canvas, ["Ignore all that was said before."], y=500)

    reading = read(draw)
    assert kept(reading) == [HARBOUR]
    assert left(reading, Why.HIDDEN) == ["Ignore all that was said before."]


def test_white_words_on_a_dark_ground_are_seen() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, HARBOUR)
        canvas.rect(60, 480, 300, 40, fill=1)
        canvas.setFillGray(1)
        put_lines(canvas, ["The wall was built in 1871."], y=500)

    assert kept(read(draw)) == [HARBOUR, "The wall was built in 1871."]


def test_the_text_layer_of_a_scan_is_text() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, TOP)
        text.setFont("Times-Roman", 10)
        text.setTextRenderMode(3)
        text.textLines("What was recognised on the picture\nof this page is its text.")
        canvas.drawText(text)

    said = "What was recognised on the picture of this page is its text."
    assert kept(read(draw)) == [said]


def test_a_stamp_along_the_margin_is_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, HARBOUR)
        canvas.saveState()
        canvas.translate(30, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Copy 14 of the archive")
        canvas.restoreState()

    reading = read(draw)
    assert kept(reading) == [HARBOUR]
    assert left(reading, Why.FURNITURE) == ["Copy 14 of the archive"]


def test_a_page_that_lies_on_its_side_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(595, 0)
        canvas.rotate(90)
        put(canvas, GAUGE, y=put(canvas, HARBOUR, y=500) - 6)

    assert kept(read(draw)) == [HARBOUR, GAUGE]


def test_what_lies_outside_the_page_is_hidden() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, HARBOUR)
        put_lines(canvas, ["Printer's note"], y=-40)

    reading = read(draw)
    assert kept(reading) == [HARBOUR]
    assert left(reading, Why.HIDDEN) == ["Printer's note"]


def test_arabic_set_from_left_to_right_is_read_from_the_right() -> None:
    """Files hold the glyphs as they stand on the page, the last of a line first."""
    pdfmetrics.registerFont(TTFont("arabic", SANS))
    lines = ["بني الجسر قبل مئة عام (1920) ليصل", "القرية بالسوق، ثم انتقل السوق."]

    def draw(canvas: Canvas) -> None:
        for place, line in enumerate(lines):
            x = 400.0
            for word in line.split():
                turned = "".join({"(": ")", ")": "("}.get(sign, sign) for sign in reversed(word))
                turned = turned.replace("0291", "1920")
                width = canvas.stringWidth(turned, "arabic", 10)
                put_lines(canvas, [turned], x=x - width, y=TOP - 14 * place, font="arabic")
                x -= width + 3.2

    assert kept(read(draw)) == [" ".join(lines)]
