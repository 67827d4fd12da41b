"""Fonts: whether they are bold, italic, or of one width, by their names and what PDFium knows."""

from __future__ import annotations

import ctypes
import re
from typing import Any

import pypdfium2.raw as pdfium

BOLD = re.compile(
    r"bold|black|heavy|demi|medi(?:um)?(?:ital)?$|cmb|cmssbx|ecbx|sfbx|lmbx|-bd|lmroman\d*-b", re.I
)
LIGHT_MEDIUM = re.compile(r"(?:roboto|inter|helvetica ?neue|gotham|avenir|sfpro).*medium", re.I)
ITALIC = re.compile(r"ital|obliq|slant|kursiv|cmti|cmsl|cmmi|ecti|sfti|lmsl|[-,]it\b|-ri\b", re.I)
MONO = re.compile(
    r"mono(?!type)|courier|consol|typewriter|cmtt|ectt|sftt|lmtt|menlo|inconsolata|fixed|terminal"
    r"|source ?code|fira ?code",
    re.I,
)
SUBSET = re.compile(r"^[A-Z]{6}\+")
BOLD_WEIGHT = 600
FIXED_PITCH = 1
ITALIC_FLAG = 64  # ISO 32000-2, table 121
FORCE_BOLD = 1 << 18
MAX_NAME = 400  # bytes


def traits_of(font: Any) -> tuple[str, bool, bool, bool]:
    """Name, bold, italic, mono of a font's handle."""
    if not font:
        return "", False, False, False
    buffer = ctypes.create_string_buffer(MAX_NAME)
    size = pdfium.FPDFFont_GetBaseFontName(font, buffer, MAX_NAME)
    raw = buffer.raw[: max(0, min(size, MAX_NAME) - 1)]
    name = SUBSET.sub("", raw.decode("utf-8", "replace"))
    flags = max(0, pdfium.FPDFFont_GetFlags(font))
    weight = pdfium.FPDFFont_GetWeight(font)
    angle = ctypes.c_int()
    slanted = bool(pdfium.FPDFFont_GetItalicAngle(font, ctypes.byref(angle)) and angle.value)
    bold = bool(BOLD.search(name)) and not LIGHT_MEDIUM.search(name)
    bold = bold or bool(flags & FORCE_BOLD) or (weight >= BOLD_WEIGHT and not name)
    italic = bool(ITALIC.search(name)) or slanted or bool(flags & ITALIC_FLAG)
    return name, bold, italic, bool(MONO.search(name)) or bool(flags & FIXED_PITCH)
