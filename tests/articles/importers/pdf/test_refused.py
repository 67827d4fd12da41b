"""PDFs that cannot be read are refused in words, whatever is wrong with them, and soon."""

from __future__ import annotations

import contextlib
import random

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from articles.importers import ImportRefused, read_file
from articles.importers.pdf import opening
from tests.articles.importers.pdf.objects import FONT, file_of, stream
from tests.articles.importers.pdf.pages import HARBOUR, kept, made, page, put, put_lines, read

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<%s>>/Contents %d 0 R>>"


def refusal(data: bytes) -> str:
    with pytest.raises(ImportRefused) as refused:
        read_file(data, "a.pdf")
    return str(refused.value)


def test_a_locked_file_is_refused() -> None:
    data = made(page(HARBOUR), encrypt=StandardEncryption("secret"))
    assert "password" in refusal(data)


def test_a_file_that_only_forbids_copying_is_read() -> None:
    data = made(page(HARBOUR), encrypt=StandardEncryption("", ownerPassword="x", canCopy=0))
    assert kept(read_file(data, "a.pdf")) == [HARBOUR]


def test_a_scan_without_text_is_refused() -> None:
    def picture(canvas: Canvas) -> None:
        canvas.rect(50, 50, 400, 600, fill=1)

    assert "text recognition" in refusal(made(picture, picture))


def test_pages_without_text_are_warned_of() -> None:
    def picture(canvas: Canvas) -> None:
        canvas.rect(50, 50, 400, 600, fill=1)

    reading = read(page(HARBOUR, HARBOUR), picture, picture)
    assert [warning.values for warning in reading.warnings] == [{"count": 2, "all": 3}]


@pytest.mark.parametrize("kept_part", [0.0, 0.2, 0.5, 0.9])
def test_what_is_cut_off_is_refused(kept_part: float) -> None:
    data = made(page(HARBOUR))
    assert "damaged" in refusal(b"%PDF-1.4\n" + data[9 : int(9 + kept_part * (len(data) - 9))])


def test_noise_is_refused() -> None:
    noise = random.Random(3).randbytes(200_000)
    assert "damaged" in refusal(b"%PDF-1.7\n" + noise)


def test_a_flipped_byte_is_read_or_refused() -> None:
    data = made(page(HARBOUR))
    chance = random.Random(7)
    for _ in range(60):
        place = chance.randrange(9, len(data))
        broken = data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]
        with contextlib.suppress(ImportRefused):
            read_file(broken, "a.pdf")


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_PAGES", 2)
    assert "3 pages" in refusal(made(*[page(HARBOUR)] * 3))


def test_pages_that_contain_themselves_are_refused() -> None:
    pages = b"<</Type/Pages/Kids[2 0 R]/Count 1>>"
    assert refusal(file_of([b"<</Type/Catalog/Pages 2 0 R>>", pages]))


def test_forms_that_paint_themselves_end() -> None:
    form = stream(
        b"/F Do BT /T 10 Tf 72 700 Td (again) Tj ET",
        b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]"
        b"/Resources<</Font<</T 3 0 R>>/XObject<</F 6 0 R>>>>",
    )
    words = b"BT /T 10 Tf 72 500 Td (The wall was built by people who did not expect ships.) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[4 0 R]/Count 1>>",
        FONT,
        PAGE % (b"/Font<</T 3 0 R>>/XObject<</F 6 0 R>>", 5),
        stream(b"/F Do " + words),
        form,
    ]
    assert any("built by people" in words for words in kept(read_file(file_of(objects), "a.pdf")))


def test_a_page_full_of_scattered_words_ends() -> None:
    chance = random.Random(5)

    def scattered(canvas: Canvas) -> None:
        for number in range(5_000):
            put_lines(canvas, [f"w{number}"], x=chance.random() * 500, y=chance.random() * 800)

    assert read(scattered).pieces


def test_a_page_full_of_lines_ends() -> None:
    def ruled(canvas: Canvas) -> None:
        put(canvas, HARBOUR)
        for number in range(400):
            canvas.line(10, 2 * number, 500, 2 * number)
            canvas.line(1.3 * number, 10, 1.3 * number, 800)

    assert read(ruled).pieces


def test_signs_that_nobody_knows_are_refused() -> None:
    """A font of own signs whose map leads into the private area."""
    codes = b"".join(b"<%02X> <%04X>\n" % (code, 0xE000 + code) for code in range(32, 127))
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def"
        b" 1 begincodespacerange <00> <FF> endcodespacerange 95 beginbfchar\n%sendbfchar"
        b" endcmap end end" % codes
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[4 0 R]/Count 1>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/ToUnicode 6 0 R>>",
        PAGE % (b"/Font<</T 3 0 R>>", 5),
        stream(b"BT /T 10 Tf 72 700 Td (The wall was built by people.) Tj ET"),
        stream(cmap),
    ]
    assert "which letters" in refusal(file_of(objects))
