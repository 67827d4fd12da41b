"""PDF files that are broken or made to do harm, object by object."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.articles.importing.hostile.cases import Case
from tests.articles.importing.made import MADE


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
