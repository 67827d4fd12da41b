"""Pictures are made anew, small and without what they tell besides."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from articles.importers.pictures import Pictures, remade


def picture(form: str = "PNG", size: tuple[int, int] = (40, 30), mode: str = "RGB") -> bytes:
    written = io.BytesIO()
    Image.new(mode, size, 120).save(written, form)
    return written.getvalue()


@pytest.mark.parametrize(
    ("form", "suffix"), [("PNG", "png"), ("JPEG", "jpg"), ("GIF", "png"), ("WEBP", "png")]
)
def test_each_usual_format_is_taken(form: str, suffix: str) -> None:
    made = remade(picture(form))
    assert made is not None
    assert made.name.endswith(f".{suffix}")
    assert (made.width, made.height) == (40, 30)
    assert re.fullmatch(rf"[0-9a-f]{{24}}-{made.width}x{made.height}\.{suffix}", made.name)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_each_kind_of_pixels_is_taken(mode: str) -> None:
    form = "JPEG" if mode == "CMYK" else "PNG"
    assert remade(picture(form, mode=mode)) is not None


@pytest.mark.parametrize("data", [b"", b"no picture", b"<svg/>", picture()[:60], b"BM" + b"0" * 90])
def test_what_is_no_picture_is_none(data: bytes) -> None:
    assert remade(data) is None


def test_other_formats_are_not_opened() -> None:
    assert remade(picture("TIFF")) is None
    assert remade(picture("BMP")) is None


def test_large_ones_become_at_most_1600_wide() -> None:
    made = remade(picture("JPEG", (4000, 2000)))
    assert made is not None
    assert (made.width, made.height) == (1600, 800)


def test_a_bomb_of_pixels_is_not_decoded() -> None:
    assert remade(picture("PNG", (30_000, 30_000), "1")) is None


def test_one_that_counts_readers_is_none() -> None:
    assert remade(picture(size=(1, 1))) is None


def test_where_it_was_taken_is_left_out() -> None:
    image = Image.new("RGB", (40, 30))
    told = image.getexif()
    told[0x010E] = "my garden"
    written = io.BytesIO()
    image.save(written, "JPEG", exif=told, comment=b"my garden")
    assert b"my garden" in written.getvalue()
    made = remade(written.getvalue())
    assert made is not None
    assert b"my garden" not in made.data


def test_it_stands_as_the_camera_was_held() -> None:
    image = Image.new("RGB", (40, 30))
    told = image.getexif()
    told[0x0112] = 6  # TIFF 6.0, Orientation: a quarter turn
    written = io.BytesIO()
    image.save(written, "JPEG", exif=told)
    made = remade(written.getvalue())
    assert made is not None
    assert (made.width, made.height) == (30, 40)


def test_none_is_heavier_than_2_mb() -> None:
    noise = Image.effect_noise((1600, 1600), 200).convert("RGB")
    written = io.BytesIO()
    noise.save(written, "PNG")
    made = remade(written.getvalue())
    assert made is not None
    assert len(made.data) <= 2_000_000


def test_one_picture_is_made_once_and_two_hundred_are_taken() -> None:
    pictures = Pictures()
    first = pictures.address(picture())
    assert first == pictures.address(picture())
    assert first.startswith("/pictures/")
    assert len(pictures.taken) == 1
    for width in range(50, 260):
        pictures.take(picture("PNG", (width, 10)))
    assert len(pictures.taken) == 200
    (warning,) = pictures.warnings()
    assert warning.values == {"count": 11}


def test_greys_of_sixteen_bits_stay_grey() -> None:
    made = remade(grey_in_sixteen_bits(0x8000))
    assert made is not None
    with Image.open(io.BytesIO(made.data)) as opened:
        assert opened.convert("L").getextrema() == (0x80, 0x80)


def grey_in_sixteen_bits(grey: int) -> bytes:
    written = io.BytesIO()
    Image.new("I;16", (40, 30), grey).save(written, "PNG")
    return written.getvalue()


def test_a_photograph_of_a_large_camera_is_taken() -> None:
    pictures = Pictures()
    made = pictures.take(picture("JPEG", (10_000, 9_000), "L"))
    assert made is not None
    assert (made.width, made.height) == (1600, 1440)
    assert pictures.warnings() == []


def test_pictures_that_are_too_large_are_counted() -> None:
    pictures = Pictures()
    assert pictures.take(picture("PNG", (8_000, 6_000), "1")) is None
    assert pictures.take(picture("PNG", (30_000, 30_000), "1")) is None
    assert pictures.take(b"no picture") is None
    (warning,) = pictures.warnings()
    assert "too large" in warning.template
    assert warning.values == {"count": 2}
