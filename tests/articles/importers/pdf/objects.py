"""PDFs written object by object, for what no library writes: tags, loops, broken parts."""

from __future__ import annotations

from collections.abc import Sequence

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>"


def file_of(objects: Sequence[bytes]) -> bytes:
    """A file of these objects, numbered from 1; the first is the catalogue."""
    whole = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return whole + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, len(whole))
    )


def stream(body: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(body), body)


def tagged(
    pages: Sequence[Sequence[tuple[str, int]]], elements: Sequence[tuple[str, list]]
) -> bytes:
    """A tagged file.

    Each page is a list of lines with their marked content; -1 is in none. Elements are a role and
    what is in them: pairs of page and marked content, or elements.
    """
    count = len(pages)
    objects: list[bytes] = [b"", b"", FONT, b"", b""]  # catalogue, pages, font, tree, parents
    kids = []
    for number, lines in enumerate(pages):
        content = b""
        for place, (words, tag) in enumerate(lines):
            text = b"BT /F 10 Tf 72 %d Td (%s) Tj ET" % (760 - 12 * place, words.encode("cp1252"))
            content += b"/P <</MCID %d>> BDC %s EMC\n" % (tag, text) if tag >= 0 else text + b"\n"
        objects.append(stream(content))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/StructParents %d"
            b"/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>" % (number, len(objects))
        )
        kids.append(len(objects))
    owners: dict[tuple[int, int], int] = {}

    def add(role: str, parts: list, parent: int) -> int:
        objects.append(b"")
        own = len(objects)
        inside = []
        for part in parts:
            if isinstance(part[0], str):
                inside.append(b"%d 0 R" % add(part[0], part[1], own))
            else:
                owners[part] = own
                inside.append(b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (kids[part[0]], part[1]))
        objects[own - 1] = b"<</Type/StructElem/S/%s/P %d 0 R/K[%s]>>" % (
            role.encode(),
            parent,
            b" ".join(inside),
        )
        return own

    top = add("Document", list(elements), 4)
    numbers = b""
    for number in range(count):
        own = [owners[key] for key in sorted(owners) if key[0] == number]
        numbers += b"%d [%s]" % (number, b" ".join(b"%d 0 R" % owner for owner in own))
    objects[0] = (
        b"<</Type/Catalog/Pages 2 0 R/StructTreeRoot 4 0 R/MarkInfo<</Marked true>>/Lang(en)>>"
    )
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (
        b" ".join(b"%d 0 R" % kid for kid in kids),
        count,
    )
    objects[3] = b"<</Type/StructTreeRoot/K %d 0 R/ParentTree 5 0 R>>" % top
    objects[4] = b"<</Nums[%s]>>" % numbers
    return file_of(objects)
