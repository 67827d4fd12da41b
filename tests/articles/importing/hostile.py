"""Files that are broken, or made to do harm to whoever reads them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.articles.importers.archived import bomb, encrypted, joined, with_link, zipped
from tests.articles.importers.booked import CONTAINER, booked, page
from tests.articles.importers.worded import worded
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


def pdf(objects: Iterable[str | bytes], root: int = 1, trailer: str = "") -> bytes:
    """A PDF of these objects, numbered from 1, with a table of where they stand."""
    written = bytearray(b"%PDF-1.7\n")
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        content = one if isinstance(one, bytes) else one.encode()
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    written += (
        f"trailer\n<< /Size {len(places) + 1} /Root {root} 0 R {trailer} >>\n"
        f"startxref\n{start}\n%%EOF\n"
    ).encode()
    return bytes(written)


def stream(content: bytes, more: str = "") -> bytes:
    return f"<< /Length {len(content)} {more} >>\nstream\n".encode() + content + b"\nendstream"


def packed(content: bytes, more: str = "") -> bytes:
    return stream(zlib.compress(content, 9), f"/Filter /FlateDecode {more}")


def packed_zeros(megabytes: int, start: bytes = b"") -> bytes:
    """A stream that is so many megabytes of blanks, packed twice, since once is still much."""
    packer = zlib.compressobj(9)
    made = packer.compress(start)
    made += b"".join(packer.compress(b" " * 1_000_000) for _each in range(megabytes))
    made += packer.flush()
    return stream(zlib.compress(made, 9), "/Filter [/FlateDecode /FlateDecode]")


FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
SAYING = b"BT /F1 12 Tf 72 700 Td (Ice closes the harbour for two months of the year.) Tj ET"


def one_page(content: str | bytes, more: str = "", *others: str | bytes) -> bytes:
    """A PDF of one page; 4 is its content, 5 its font, 6 and so on are `others`."""
    return pdf(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            f" /Resources << /Font << /F1 5 0 R >> {more} >> >>",
            content,
            FONT,
            *others,
        ]
    )


def circular_pages() -> bytes:
    return pdf(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 100000 /Parent 3 0 R >>",
            "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 100000 /Parent 2 0 R >>",
        ]
    )


def circular_forms() -> bytes:
    form = "/Type /XObject /Subtype /Form /BBox [0 0 595 842]"
    inside = "/Resources << /Font << /F1 5 0 R >> /XObject << /A 6 0 R /B 7 0 R >> >>"
    return one_page(
        stream(SAYING + b" /A Do /B Do"),
        "/XObject << /A 6 0 R /B 7 0 R >>",
        stream(b"/A Do /B Do /B Do", f"{form} {inside}"),
        stream(b"/A Do /A Do /B Do", f"{form} {inside}"),
    )


def forms_in_forms(depth: int, times: int) -> bytes:
    """Each form shows the next so many times: billion laughs in PDF."""
    form = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources"
    others = [
        stream(b"/N Do " * times, f"{form} << /XObject << /N {6 + number + 1} 0 R >> >>")
        for number in range(depth)
    ]
    last = stream(SAYING, f"{form} << /Font << /F1 5 0 R >> >>")
    return one_page(stream(b"/A Do"), "/XObject << /A 6 0 R >>", *others, last)


def circular_rest() -> bytes:
    """Outlines, lengths and tables of contents that lead back to themselves."""
    return pdf(
        [
            "<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [4 0 R 3 0 R 4 0 R]"
            " /Resources << /Font << /F1 5 0 R >> >> /Annots [3 0 R] >>",
            stream(SAYING).replace(b"/Length 73", b"/Length 4 0 R"),
            FONT,
            "<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>",
            "<< /Title (Ice) /Parent 7 0 R /First 7 0 R /Last 7 0 R /Next 7 0 R /Dest [3 0 R] >>",
        ],
        trailer="/Prev 9",
    )


def many_pages(levels: int, wide: int) -> bytes:
    """A tree in which the same few nodes are `wide` to the power of `levels` pages."""
    nodes = [
        f"<< /Type /Pages /Kids [{f'{number + 3} 0 R ' * wide}] /Count {wide ** (levels - number)}"
        f" /Parent {number + 1} 0 R >>"
        for number in range(levels)
    ]
    last = levels + 2
    return pdf(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            *nodes,
            f"<< /Type /Page /Parent {last - 1} 0 R /MediaBox [0 0 595 842]"
            f" /Contents {last + 1} 0 R /Resources << /Font << /F1 {last + 2} 0 R >> >> >>",
            stream(SAYING),
            FONT,
        ]
    )


def long_pdf(pages: int) -> bytes:
    """A PDF of so many real pages."""
    kept = io.BytesIO()
    canvas = Canvas(kept, pagesize=A4, pageCompression=1)
    for number in range(pages):
        canvas.drawString(72, 700, f"Page {number} of a book about the ice in the harbour.")
        canvas.showPage()
    canvas.save()
    return kept.getvalue()


def locked_pdf() -> bytes:
    kept = io.BytesIO()
    canvas = Canvas(kept, pagesize=A4, encrypt="a password")
    canvas.drawString(72, 700, "Nobody reads this.")
    canvas.save()
    return kept.getvalue()


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

Case = tuple[str, Callable[[], bytes]]

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

PDFS: dict[str, Case] = {
    "circular pages": ("a.pdf", circular_pages),
    "circular forms": ("a.pdf", circular_forms),
    "circular rest": ("a.pdf", circular_rest),
    "forms in forms": ("a.pdf", lambda: forms_in_forms(12, 10)),
    "packed blanks": ("a.pdf", lambda: one_page(packed_zeros(600, SAYING))),
    "packed words": ("a.pdf", lambda: one_page(packed((SAYING + b"\n") * 1_500_000))),
    "10,000,000,000 pages": ("a.pdf", lambda: many_pages(10, 10)),
    "1,000,000 pages": ("a.pdf", lambda: many_pages(6, 10)),
    "20,000 pages": ("a.pdf", lambda: long_pdf(20_000)),
    "a huge page": (
        "a.pdf",
        lambda: one_page(stream(SAYING)).replace(b"0 0 595 842", b"0 0 9e9 9e9"),
    ),
    "locked": ("a.pdf", locked_pdf),
    "cut": ("a.pdf", lambda: MADE[".pdf"](1)[:700]),
    "no table": ("a.pdf", lambda: MADE[".pdf"](1).replace(b"startxref", b"nothing  ")),
    "noise": ("a.pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40_000),
    "very many marks": (
        "a.pdf",
        lambda: one_page(packed(b"BT /F1 1 Tf " + b"1 0 0 1 5 5 Tm (a) Tj " * 600_000 + b"ET")),
    ),
    "very many lines": ("a.pdf", lambda: one_page(packed(SAYING + b" 1 1 m 9 9 l S" * 2_000_000))),
}

TEXTS: dict[str, Case] = {
    "empty": ("a.txt", lambda: b""),
    "blanks": ("a.txt", lambda: b" \n" * 100_000),
    "NUL": ("a.txt", lambda: b"Ice\0closes"),
    "NUL in HTML": ("a.html", lambda: b"<p>Ice\0 closes the harbour for two months.</p>" * 9),
    "lone surrogates": (
        "a.txt",
        lambda: "Ice closes the harbour \ud800.".encode("utf-16", "surrogatepass"),
    ),
    "surrogates in UTF-8": ("a.txt", lambda: b"Ice closes \xed\xa0\x80 the harbour\n" * 9),
    "surrogates in HTML": ("a.html", lambda: b"<p>Ice &#xD800; &#0; &#x110000; closes it.</p>" * 9),
    "100 MB": ("a.txt", lambda: b"Ice closes the harbour. " * 4_200_000),
    "100 MB of HTML": ("a.html", lambda: b"<p>Ice closes the harbour.</p>" * 3_500_000),
    "a line of 5 MB": ("a.txt", lambda: b"Ice " * 1_240_000),
    "a word of 5 MB": ("a.txt", lambda: b"i" * 4_990_000),
    "5 MB of lines": ("a.txt", lambda: b"Ice\n" * 1_240_000),
    "5 MB of empty lines": ("a.txt", lambda: b"A title\n\nIce.\n" + b"\n" * 4_900_000 + b"x"),
    "5 MB of items": ("a.txt", lambda: b"- Ice\n" * 800_000),
    "5 MB of quotations": ("a.txt", lambda: b"> > > Ice\n" * 490_000),
    "5 MB of paragraphs": ("a.txt", lambda: b"Ice closes it.\n\n" * 310_000),
    "5 MB of underlines": ("a.txt", lambda: b"Ice\n===\n" * 600_000),
    "5 MB of dates": ("a.txt", lambda: b"Published: 3 May 2019\n" * 220_000),
    "5 MB of mail": ("a.txt", lambda: b"Subject: x\nFrom: y\n" + b"X-a: b\n" * 700_000),
    "5 MB of hyphens": ("a.txt", lambda: b"Ice clo-\nses the har-\nbour in win-\n" * 130_000),
    "5 MB of Markdown": (
        "a.md",
        lambda: b"# Ice\n\nIt *closes* the [harbour](http://a.b).\n\n" * 95_000,
    ),
}

MARKDOWN: dict[str, Case] = {
    name: ("a.md", lambda content=content: content.encode())
    for name, content in {
        "quotations": ">" * 10_000 + " Ice",
        "quotations, spaced": "> " * 10_000 + "Ice",
        "lists": "- " * 10_000 + "Ice",
        "lists, indented": "\n".join(" " * (2 * n) + "- Ice" for n in range(1_500)),
        "numbers": "1. " * 10_000 + "Ice",
        "brackets": "[" * 50_000 + "a" + "]" * 50_000,
        "pictures": "![" * 50_000,
        "links": "[a](" * 50_000,
        "links in links": "[" * 10_000 + "a](b)" * 10_000,
        "stars": "*a **a " * 20_000,
        "stars, alone": "*" * 90_000,
        "under": "_a __a " * 20_000,
        "code": "".join("`" * n + " a " for n in range(1, 800)),
        "tildes": "~~a ~b " * 20_000,
        "carets": "^a ~b " * 20_000,
        "tags": "<a " * 50_000,
        "comments": "<!-- " * 50_000,
        "declarations": "<!A " * 50_000,
        "entities": "&" * 90_000,
        "autolinks": "<http://" * 20_000,
        "notes": "".join(f"[^{n}]" for n in range(20_000))
        + "\n\n"
        + "\n\n".join(f"[^{n}]: Ice [^{n}]." for n in range(20_000)),
        "definitions": "\n".join(f"[a{n}]: /b" for n in range(50_000)) + "\n\n[a1]",
        "one definition": "[a]: /" + "b" * 50_000 + "\n\n" + "[a] " * 20_000,
        "columns": "|a" * 20_000 + "|\n" + "|-" * 20_000 + "|\n" + "|b" * 20_000 + "|",
        "rows": "|a|b|\n|-|-|\n" + "|c|d|\n" * 300_000,
        "formulas": "$a" * 40_000,
        "blanks": "a" + " " * 4_900_000 + "\n",
        "backslashes": "\\" * 90_000,
        "fences": "```\n" * 200_000,
        "fields": "---\n" + "title: a\n" * 400_000 + "---\n\nIce.\n",
        "a field": "---\ntitle: " + "a" * 4_900_000 + "\n---\n\nIce.\n",
        "underlined": "a\n" * 50_000 + "===\n",
        "quotes in lists": "> - " * 5_000 + "Ice",
        "lazy": "> " * 30 + "a\n" * 50_000,
    }.items()
}

HTML: dict[str, Case] = {
    name: ("a.html", lambda content=content: f"<!doctype html><title>Ice</title>{content}".encode())
    for name, content in {
        **{
            f"nested {tag}": f"<{tag}>" * 50_000 + words(1) + f"</{tag}>" * 50_000
            for tag in (
                "div",
                "b",
                "font",
                "table",
                "ul",
                "li",
                "blockquote",
                "a",
                "p",
                "span",
                "dl",
                "section",
                "article",
                "sub",
                "svg",
                "math",
                "template",
                "select",
                "button",
                "object",
                "table><tr><td",
                "ul><li",
                "b><i><u",
                "details",
                "figure",
                "nobr",
                "form",
                "iframe",
            )
        },
        "unclosed": "<b><i><u><em>" * 20_000 + words(1),
        "unclosed paragraphs": "<p><b>a" * 60_000,
        "attributes": "<p " + " ".join(f"a{n}=1" for n in range(200_000)) + f">{words(1)}</p>",
        "an attribute": f'<p class="{"a " * 4_000_000}">{words(1)}</p>',
        "classes": "".join(f'<p class="c{n} d{n}">{words(n)}</p>' for n in range(40_000)),
        "less": "<" * 2_000_000,
        "less and blanks": "< " * 2_000_000,
        "tags without end": "<p" * 2_000_000,
        "comments": "<!--" * 2_000_000,
        "cells": "<table>" + ("<tr>" + "<td>a" * 500) * 500 + "</table>",
        "spans": "<table>" + "<tr><td colspan=99999999 rowspan=99999999>a<td>b" * 50 + "</table>",
        "items": "<ul>" + "<li>Ice closes the harbour." * 100_000 + "</ul>",
        "breaks": "<p>a" + "<br>a" * 300_000,
        "links": "<a href=x>a</a> " * 200_000,
        "paragraphs": f"<p>{words(1)}</p>" * 90_000,
        "a word": f"<p>{'a' * 10_000_000}</p>",
        "notes": "".join(f'<a href="#n{n}" id="r{n}"><sup>{n}</sup></a> ' for n in range(20_000))
        + "<ol>"
        + "".join(f'<li id="n{n}">Ice <a href="#r{n}">back</a></li>' for n in range(20_000))
        + "</ol>",
        "pictures": "<img src=data:image/png;base64,AAAA alt=a>" * 100_000,
        "a slow encoding": "<meta charset=punycode>" + "é-" * 300_000,
        "entities": "&amp;" * 2_000_000,
        "ld+json": '<script type="application/ld+json">' + "[" * 500_000 + "</script>"
        f"<article><p>{words(1)}</p></article>",
        "pre": "<pre>" + "a\n" * 1_000_000 + "</pre>",
    }.items()
}

MHTML: dict[str, Case] = {
    "nested parts": (
        "a.mhtml",
        lambda: (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n"
            + b"--a\nContent-Type: multipart/related; boundary=a\n\n" * 50_000
        ),
    ),
    "many parts": (
        "a.mhtml",
        lambda: (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n"
            + b"--a\nContent-Type: text/plain\n\nx\n" * 200_000
        ),
    ),
    "long heads": (
        "a.mhtml",
        lambda: (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n"
            + b"X-a: b\n" * 1_000_000
            + b"\n--a\nContent-Type: text/html\n\n<p>Ice</p>\n--a--"
        ),
    ),
    "nearly a head": ("a.mhtml", lambda: b"a:" * 1_000_000),
    "nearly folded": ("a.txt", lambda: b"a:\n" + b" \n" * 2_000_000),
}

ALL: dict[str, dict[str, Case]] = {
    "archive": ARCHIVES,
    "pdf": PDFS,
    "text": TEXTS,
    "markdown": MARKDOWN,
    "html": HTML,
    "mhtml": MHTML,
}
