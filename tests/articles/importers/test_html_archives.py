"""Archives of pages, and pictures in and beside a page."""

from __future__ import annotations

import base64
import io
import plistlib

import pytest
from PIL import Image

from articles.importers import ImportRefused, read_file
from articles.importers.pieces import Kind, Piece, Reading

PAGE = """<html><head><meta charset="utf-8"></head><body><h1>Pilots</h1>
<p>The pilot boat leaves the mole at five – an hour before the tide turns.</p>
<figure><img src="pier.png" alt="A pier"><figcaption>The mole</figcaption></figure>
<p><img src="cid:boat@orre" alt="A boat"></p></body></html>"""


def picture(colour: str) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (200, 100), colour).save(written, "PNG")
    return written.getvalue()


def part(headers: str, body: bytes) -> bytes:
    encoded = base64.encodebytes(body)
    return f"--b\n{headers}\nContent-Transfer-Encoding: base64\n\n".encode() + encoded


def mhtml(page: bytes, *, charset: str = "utf-8") -> bytes:
    return b"".join(
        [
            b"From: <Saved by a browser>\n"
            b"Snapshot-Content-Location: https://example.org/sea/pilots\n"
            b"Subject: Pilots\nMIME-Version: 1.0\n"
            b'Content-Type: multipart/related; boundary="b"\n\n',
            part(f"Content-Type: text/html; charset={charset}", page),
            part(
                "Content-Type: image/png\nContent-Location: https://example.org/sea/pier.png",
                picture("red"),
            ),
            part("Content-Type: image/png\nContent-ID: <boat@orre>", picture("blue")),
            b"--b--\n",
        ]
    )


def figures(reading: Reading) -> list[Piece]:
    return [piece for piece in reading.pieces if piece.kind is Kind.FIGURE]


def test_mhtml_brings_its_pictures_and_its_address() -> None:
    found = read_file(mhtml(PAGE.encode()), "pilots.mhtml")
    assert (found.kind, found.fact("source_url")) == ("mhtml", "https://example.org/sea/pilots")
    assert [(piece.alt, piece.source, piece.kept) for piece in figures(found)] == [
        ("A pier", "The mole", True),
        ("A boat", "A boat", True),
    ]
    assert {piece.src for piece in figures(found)} == {f"/pictures/{n}" for n in found.pictures}
    assert len(found.pictures) == 2


def test_the_encoding_of_a_part_is_believed() -> None:
    page = PAGE.replace("utf-8", "").encode("cp1252")
    found = read_file(mhtml(page, charset="windows-1252"), "a.mht")
    assert "five – an hour" in " ".join(piece.source for piece in found.pieces)


def test_a_web_archive_of_safari() -> None:
    data = plistlib.dumps(
        {
            "WebMainResource": {
                "WebResourceData": PAGE.encode(),
                "WebResourceURL": "https://example.org/sea/pilots",
                "WebResourceTextEncodingName": "UTF-8",
            },
            "WebSubresources": [
                {
                    "WebResourceURL": "https://example.org/sea/pier.png",
                    "WebResourceData": picture("red"),
                }
            ],
        },
        fmt=plistlib.FMT_BINARY,
    )
    found = read_file(data, "pilots.webarchive")
    assert found.fact("source_url") == "https://example.org/sea/pilots"
    assert len(found.pictures) == 1


def test_pictures_in_the_page_itself() -> None:
    whole = base64.b64encode(picture("green")).decode()
    found = read_file(
        f"""<p>Here it stands.</p><img alt="Green" src="data:image/png;base64,{whole}">
        <img alt="Script" src="data:image/svg+xml,<svg onload='x()'/>">
        <img alt="Broken" src="data:image/png;base64,AAAA">""".encode(),
        "a.html",
    )
    assert [(piece.alt, piece.kept) for piece in figures(found)] == [
        ("Green", True),
        ("Script", False),
        ("Broken", False),
    ]
    assert "data:" not in "".join(piece.src for piece in found.pieces)


NESTED = "".join(
    f'Content-Type: multipart/related; boundary="{n}"\n\n--{n}\n' for n in range(3_000)
)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b'Content-Type: multipart/related; boundary="b"\n\n--b--\n', "empty.mhtml"),
        (NESTED.encode(), "nested.mhtml"),
        (b"bplist00" + b"\xff" * 200, "broken.webarchive"),
        (plistlib.dumps([1], fmt=plistlib.FMT_BINARY), "list.webarchive"),
    ],
)
def test_archives_without_a_page_are_refused(data: bytes, name: str) -> None:
    with pytest.raises(ImportRefused):
        read_file(data, name)
