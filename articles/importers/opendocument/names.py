"""The names of OpenDocument, and reading attributes by them."""

from __future__ import annotations

import re

BASE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{BASE}office:1.0}}"
TEXT = f"{{{BASE}text:1.0}}"
TABLE = f"{{{BASE}table:1.0}}"
DRAW = f"{{{BASE}drawing:1.0}}"
STYLE = f"{{{BASE}style:1.0}}"
FO = f"{{{BASE}xsl-fo-compatible:1.0}}"
SVG = f"{{{BASE}svg-compatible:1.0}}"
META = f"{{{BASE}meta:1.0}}"
XLINK = "{http://www.w3.org/1999/xlink}"
MATH = "{http://www.w3.org/1998/Math/MathML}math"

ESCAPED = re.compile(r"_([0-9a-fA-F]{1,4})_")
LENGTH = re.compile(r"(-?[\d.]+)(cm|mm|in|pt|pc|px)?")
POINTS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75, None: 1.0}


def whole(words: str | None, usual: int) -> int:
    """The words as a whole number that is not negative, or the usual one."""
    return int(words) if words and words.isascii() and words.isdigit() and len(words) < 9 else usual


def points(words: str | None) -> float | None:
    """A length in points; None for what is none, and for shares of another."""
    found = LENGTH.fullmatch(words or "")
    try:
        return float(found[1]) * POINTS[found[2]] if found else None
    except ValueError:
        return None


def unescaped(name: str) -> str:
    """A style's name as people see it: "Text_20_body" is "text body"."""
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), name).lower()
