"""The names of WordprocessingML, and reading attributes by them."""

from __future__ import annotations

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

# ECMA-376-1 (strict) to ECMA-376-4 (transitional): the same names in other namespaces
STRICT = b"http://purl.oclc.org/ooxml/"
TRANSITIONAL = {
    b"wordprocessingml/main": b"wordprocessingml/2006/main",
    b"officeDocument/relationships": b"officeDocument/2006/relationships",
    b"officeDocument/math": b"officeDocument/2006/math",
    b"drawingml/main": b"drawingml/2006/main",
    b"drawingml/wordprocessingDrawing": b"drawingml/2006/wordprocessingDrawing",
    b"drawingml/picture": b"drawingml/2006/picture",
}
OFF = {"0", "false", "off"}  # ECMA-376-1, 22.9.2.7


def transitional(data: bytes) -> bytes:
    """The XML with the namespaces of the transitional schema, where it has those of the strict."""
    if STRICT not in data:
        return data
    for strict, usual in TRANSITIONAL.items():
        data = data.replace(STRICT + strict, b"http://schemas.openxmlformats.org/" + usual)
    return data


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute in the main namespace, or None."""
    return None if element is None else element.get(W + name)


def child_value(element: etree._Element | None, child: str, name: str = "val") -> str | None:
    """An attribute of the first child of this name, or None."""
    return None if element is None else value(element.find(W + child), name)


def is_on(element: etree._Element | None, child: str) -> bool | None:
    """Whether a property is switched on; None where nothing is said of it."""
    found = None if element is None else element.find(W + child)
    return None if found is None else value(found) not in OFF


def whole(words: str | None) -> int | None:
    """The words as a whole number, or None."""
    try:
        return int(float(words)) if words and len(words) < 20 else None
    except (ValueError, OverflowError):
        return None
