"""Archives, and the XML in them, that are broken or made to do harm."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

from tests.articles.importers.archived import bomb, encrypted, joined, with_link, zipped
from tests.articles.importers.booked import CONTAINER, booked, page
from tests.articles.importers.worded import worded
from tests.articles.importing.hostile.cases import Case
from tests.articles.importing.made import MADE, words

LAUGHS = "".join(
    f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' if level else '<!ENTITY l0 "lol lol ">'
    for level in range(12)
)
SECRET = "file:///etc/passwd"
OUTSIDE = f'<!ENTITY x SYSTEM "{SECRET}">'
PARAMETER = '<!ENTITY % x SYSTEM "http://127.0.0.1:1/x.dtd"> %x;'


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The archive with one part made another."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    return zipped({**parts, name: change(parts[name])})


def declaring(declarations: str, use: str, root: str) -> Callable[[bytes], bytes]:
    """An XML part with declarations before its root, and an entity used where Ice stood."""

    def change(part: bytes) -> bytes:
        text = part.decode()
        start = text.index(f"<{root}")
        return (
            f"{text[:start]}<!DOCTYPE {root} [{declarations}]>{text[start:]}".replace("Ice", use)
        ).encode()

    return change


def lying(data: bytes, size: int = 100) -> bytes:
    """The archive, whose parts all claim to have so many bytes."""
    changed = bytearray(data)
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = changed.find(mark)
        while place >= 0:
            struct.pack_into("<I", changed, place + offset, size)
            place = changed.find(mark, place + 4)
    return bytes(changed)


def overlapping(data: bytes, name: str, copies: int) -> bytes:
    """The archive with many entries more, all of which are the same bytes in it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entry = archive.getinfo(name)
        start = archive.start_dir
        count = len(archive.infolist())
    end = data.rfind(b"PK\x05\x06")
    place = data.index(name.encode(), start) - 46
    length = 46 + len(name.encode())
    old = data[place : place + length]
    assert old.startswith(b"PK\x01\x02")
    new = b"".join(old[:46] + f"{number:0{len(name)}}".encode() for number in range(copies))
    directory = data[start:end] + new
    assert entry.header_offset < start
    tail = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, count + copies, count + copies, len(directory), start, 0
    )
    return data[:start] + directory + tail


def wordy(paragraphs: int, inside: str = "Ice closes the harbour. ") -> bytes:
    """A document.xml of so many paragraphs in a DOCX."""
    one = f"<w:p><w:r><w:t>{inside}</w:t></w:r></w:p>".encode()
    start, end = worded_ends()
    base = worded("")
    with zipfile.ZipFile(io.BytesIO(base)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = start + one * paragraphs + end
    return zipped(parts)


def worded_ends() -> tuple[bytes, bytes]:
    with zipfile.ZipFile(io.BytesIO(worded("<w:p>here</w:p>"))) as archive:
        start, end = archive.read("word/document.xml").split(b"<w:p>here</w:p>")
    return start, end


def huge_document(megabytes: int) -> bytes:
    """A DOCX whose text really is so large, written piece by piece."""
    start, end = worded_ends()
    one = b"<w:p><w:r><w:t>Ice closes the harbour for two months.</w:t></w:r></w:p>" * 10_000
    written = io.BytesIO(worded(""))
    with zipfile.ZipFile(io.BytesIO(worded(""))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    del parts["word/document.xml"]
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        with archive.open("word/document.xml", "w") as part:
            part.write(start)
            for _each in range(megabytes * 1_000_000 // len(one)):
                part.write(one)
            part.write(end)
    return written.getvalue()


def nested_bomb() -> bytes:
    inner = bomb("zeros", 200)
    for level in range(4):
        inner = zipped({f"level-{level}-{copy}.zip": inner for copy in range(4)}, packed=False)
    return joined_bytes(worded(""), {"word/media/image1.zip": inner})


def joined_bytes(data: bytes, parts: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        known = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**known, **parts})


DOCX, ODT, EPUB = MADE[".docx"], MADE[".odt"], MADE[".epub"]
OPF = "OEBPS/book.opf"


ARCHIVES: dict[str, Case] = {
    "bomb.docx": ("a.docx", lambda: bomb("word/document.xml", 600)),
    "bomb in docx": ("a.docx", lambda: joined_bytes(DOCX(1), {"word/x.xml": b" " * 350_000_000})),
    "lying bomb": ("a.docx", lambda: lying(bomb("word/document.xml", 600))),
    "lying docx": ("a.docx", lambda: lying(huge_document(100))),
    "lying epub": ("a.epub", lambda: lying(EPUB(1), 1_000_000_000)),
    "nested bomb": ("a.docx", nested_bomb),
    "overlapping": ("a.docx", lambda: overlapping(wordy(100_000), "word/document.xml", 5_000)),
    "very many parts": ("a.epub", lambda: zipped({f"{n}": b"" for n in range(50_000)})),
    "300 MB document.xml": ("a.docx", lambda: huge_document(300)),
    "50 MB document.xml": ("a.docx", lambda: huge_document(50)),
    **{
        f"laughs in {name}": (
            name,
            lambda make=make, part=part, root=root: with_part(
                make(1), part, declaring(LAUGHS, "&l11;", root)
            ),
        )
        for name, make, part, root in (
            ("a.docx", DOCX, "word/document.xml", "w:document"),
            ("a.odt", ODT, "content.xml", "office:document-content"),
            ("a.epub", EPUB, "OEBPS/one.xhtml", "html"),
        )
    },
    **{
        f"outside entity in {name}": (
            name,
            lambda make=make, part=part, root=root: with_part(
                make(1), part, declaring(OUTSIDE, "&x;", root)
            ),
        )
        for name, make, part, root in (
            ("a.docx", DOCX, "word/document.xml", "w:document"),
            ("a.odt", ODT, "content.xml", "office:document-content"),
            ("a.epub", EPUB, "OEBPS/one.xhtml", "html"),
        )
    },
    "outside DTD": (
        "a.docx",
        lambda: with_part(DOCX(1), "word/document.xml", declaring(PARAMETER, "Ice", "w:document")),
    ),
    "laughs in a package": (
        "a.epub",
        lambda: with_part(EPUB(1), OPF, declaring(LAUGHS, "&l11;", "package")),
    ),
    "laughs in a container": (
        "a.epub",
        lambda: with_part(
            EPUB(1), "META-INF/container.xml", declaring(LAUGHS, "&l11;", "container")
        ),
    ),
    "svg": (
        "a.epub",
        lambda: booked(
            {
                "one.xhtml": page(
                    f"<p>{words(1)}</p><img src='a.svg' alt='Sea'/>"
                    "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                )
            },
            manifest='<item id="a" href="a.svg" media-type="image/svg+xml"/>',
            files={
                "OEBPS/a.svg": f"<!DOCTYPE svg [{LAUGHS}{OUTSIDE}]>"
                '<svg xmlns="http://www.w3.org/2000/svg"><text>&l11;&x;</text></svg>'
            },
        ),
    ),
    **{
        f"traversal {path}": ("a.docx", lambda path=path: joined(DOCX(1), {path: "x"}))
        for path in ("../../x", "/etc/x", "a/../../x", "..\\..\\x", "C:\\x")
    },
    "link": ("a.docx", lambda: with_link(DOCX(1), "word/link", "/etc/passwd")),
    "linked text": (
        "a.docx",
        lambda: with_link(
            zipped({"[Content_Types].xml": "wordprocessingml"}), "word/document.xml", "/etc/passwd"
        ),
    ),
    "traversal in a book": (
        "a.epub",
        lambda: booked(
            {"one.xhtml": page(f"<p>{words(1)}</p>")},
            manifest='<item id="x" href="../../../../etc/passwd" media-type="text/plain"/>',
            spine='<itemref idref="x"/><itemref idref="one.xhtml"/>',
        ),
    ),
    "traversal in a container": (
        "a.epub",
        lambda: with_part(
            EPUB(1),
            "META-INF/container.xml",
            lambda _old: CONTAINER.replace("OEBPS/book.opf", "../../etc/passwd").encode(),
        ),
    ),
    **{
        f"locked {name}": (f"a{name}", lambda name=name: encrypted(MADE[name](1)))
        for name in (".docx", ".odt", ".epub")
    },
    "deep docx": (
        "a.docx",
        lambda: worded("<w:sdt><w:sdtContent>" * 5_000 + "</w:sdtContent></w:sdt>" * 5_000),
    ),
    "deep table": (
        "a.docx",
        lambda: worded("<w:tbl><w:tr><w:tc>" * 3_000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 3_000),
    ),
    "deep odt": (
        "a.odt",
        lambda: with_part(
            ODT(1),
            "content.xml",
            lambda part: part.replace(
                b"<office:text>", b"<office:text>" + b"<text:section>" * 5_000
            ).replace(b"</office:text>", b"</text:section>" * 5_000 + b"</office:text>"),
        ),
    ),
    "deep book": (
        "a.epub",
        lambda: booked({"one.xhtml": page("<div>" * 20_000 + words(1) + "</div>" * 20_000)}),
    ),
    "very many cells": (
        "a.docx",
        lambda: worded(
            "<w:tbl>"
            + ("<w:tr>" + "<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>" * 300 + "</w:tr>")
            * 1_500
            + "</w:tbl>"
        ),
    ),
    "wide span": (
        "a.docx",
        lambda: worded(
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>'
            "<w:p><w:r><w:t>Ice closes</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        ),
    ),
    "repeated columns": (
        "a.odt",
        lambda: with_part(
            ODT(1),
            "content.xml",
            lambda part: part.replace(
                b"</office:text>",
                b'<table:table xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">'
                b'<table:table-row table:number-rows-repeated="2000000000"><table:table-cell'
                b' table:number-columns-repeated="2000000000"><text:p>Ice</text:p>'
                b"</table:table-cell></table:table-row></table:table></office:text>",
            ),
        ),
    ),
    "repeated blanks": (
        "a.odt",
        lambda: with_part(
            ODT(1),
            "content.xml",
            lambda part: part.replace(b"Ice", b'<text:s text:c="2000000000"/>Ice'),
        ),
    ),
    "a book of one page 5,000 times": (
        "a.epub",
        lambda: booked(
            {"one.xhtml": page(f"<p>{words(1)}</p>" * 3_000)},
            spine='<itemref idref="one.xhtml"/>' * 5_000,
        ),
    ),
}
