"""The glyphs of a page as PDFium has them.

What PDFium adds (blanks, line ends) is left aside: where words and lines end is decided here, by
the glyphs' places. A page costs about ten calls a glyph, some 7 µs; therefore what belongs to a
text object is asked for once, and functions get prototypes that answer plain numbers.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from articles.importers.pdf.faces import traits_of
from articles.importers.pdf.model import Face

MAX_GLYPHS = 200_000  # of one page
UNMAPPED = 0xFFFE
HYPHEN_AT_END = 2  # PDFium's sign for a hyphen at a line's end
INVISIBLE = 3  # ISO 32000-2, table 104
NEARLY_WHITE = 250  # of 255
BLANKS = {*range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000}
UNKNOWN_WIDTH = 1_000.0  # of the size: more than any box


# a sign, or those of one ligature; where it begins and ends on its baseline, and that; size, face,
# tag; the angle in degrees, counter-clockwise (a plain tuple: some 3,000 are made a page)
Glyph = tuple[str, float, float, float, float, Face, int, float]


@dataclass
class Raw:
    """Glyphs of a page in the order in which they are painted; None stands for a blank."""

    glyphs: list[Glyph | None]
    unmapped: int


def plain(function: Any, answer: Any, *arguments: Any) -> Any:
    """The function with handles as numbers, which are quicker made and can be compared."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(answer, *arguments)(address)  # type: ignore[arg-type]


_handle, _int, _out = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
get_unicode = plain(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _handle, _int)
get_object = plain(pdfium.FPDFText_GetTextObject, _handle, _handle, _int)
get_box = plain(pdfium.FPDFText_GetLooseCharBox, _int, _handle, _int, _out)
get_origin = plain(pdfium.FPDFText_GetCharOrigin, _int, _handle, _int, _out, _out)
get_matrix = plain(pdfium.FPDFText_GetMatrix, _int, _handle, _int, _out)
get_size = plain(pdfium.FPDFText_GetFontSize, ctypes.c_double, _handle, _int)
get_color = plain(pdfium.FPDFText_GetFillColor, _int, _handle, _int, _out, _out, _out, _out)
get_tag = plain(pdfium.FPDFPageObj_GetMarkedContentID, _int, _handle)
get_font = plain(pdfium.FPDFTextObj_GetFont, _handle, _handle)
get_width = plain(
    pdfium.FPDFFont_GetGlyphWidth, _int, _handle, ctypes.c_uint32, ctypes.c_float, _out
)
get_mode = plain(pdfium.FPDFTextObj_GetTextRenderMode, _int, _handle)


class GlyphReader:
    """Reads pages of one document; remembers its fonts."""

    def __init__(self) -> None:
        self.traits: dict[int, tuple[str, bool, bool, bool]] = {}
        self.faces: dict[tuple[int, bool, bool], Face] = {}
        self.box = pdfium.FS_RECTF()
        self.matrix = pdfium.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.across = 0.0  # the size along the line
        self.widths: dict[int, dict[int, float]] = {}
        self.width = ctypes.c_float()
        self.channels = [ctypes.c_uint() for _ in range(4)]

    def read(self, text_page: Any) -> Raw:
        """All glyphs of a page, at most MAX_GLYPHS."""
        page = ctypes.cast(text_page, ctypes.c_void_p).value or 0
        box, x, y = self.box, self.x, self.y
        box_at, x_at, y_at = (ctypes.addressof(place) for place in (box, x, y))
        glyphs: list[Glyph | None] = []
        unmapped = 0
        last_object: int | None = None
        last_origin: float | None = None
        last_right = 0.0
        font, across = 0, 0.0
        widths: dict[int, float] = {}
        state: tuple[float, Face, int, float] = (0.0, Face(), -1, 0.0)
        for place in range(min(pdfium.FPDFText_CountChars(text_page), MAX_GLYPHS)):
            text_object = get_object(page, place)
            if text_object is None:
                continue
            code = get_unicode(page, place)
            if code <= 32 or code == 0xA0:
                if code == HYPHEN_AT_END:
                    code = 0x2D
                elif code in (0, 1):
                    unmapped += 1
                    continue
                else:
                    glyphs.append(None)
                    continue
            elif code in (UNMAPPED, 0xFFFD, 0xFFFF):
                unmapped += 1
                continue
            elif code in BLANKS:
                glyphs.append(None)
                continue
            elif 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
                continue
            if text_object != last_object:
                font = int(get_font(text_object) or 0)
                state = self._state(page, place, text_object, font)
                across = self.across
                widths = self.widths.setdefault(font, {})
                last_object, last_origin = text_object, None
            size, face, tag, angle = state
            get_box(page, place, box_at)
            get_origin(page, place, x_at, y_at)
            if angle:
                x0, x1, base = self._turned(angle, x.value, y.value)
            else:
                # letters of one ligature have one origin; a box has in it what overhangs, which
                # is much in italics
                origin = x.value
                if origin == last_origin and glyphs and glyphs[-1]:
                    sign, x0, x1, *rest = glyphs[-1]
                    sign = _together(sign, chr(code), box.right > last_right)
                    glyphs[-1] = (sign, x0, max(x1, box.right), *rest)
                    continue
                x0, x1 = origin, box.right
                if face.italic:
                    width = widths.get(code)
                    if width is None:
                        width = widths[code] = self._width(font, code)
                    x1 = min(x1, origin + width * across)
                base, last_origin, last_right = -y.value, origin, box.right
            glyphs.append((chr(code), x0, x1, base, size, face, tag, angle))
        return Raw(glyphs, unmapped)

    def _state(
        self, page: int, place: int, text_object: int, font: int
    ) -> tuple[float, Face, int, float]:
        """Size, face, tag and angle of a text object."""
        matrix = self.matrix
        get_matrix(page, place, ctypes.addressof(matrix))
        own = get_size(page, place)
        size = own * math.hypot(matrix.c, matrix.d)
        self.across = own * math.hypot(matrix.a, matrix.b)
        angle = math.degrees(math.atan2(matrix.b, matrix.a)) if matrix.b else 0.0
        if matrix.a < 0 and not matrix.b:
            angle = 180.0 if matrix.d < 0 else 0.0
        pressed = get_mode(text_object) == INVISIBLE
        hidden = not pressed and self._is_white(page, place)
        face = self.faces.get((font, hidden, pressed))
        if face is None:
            face = Face(*self._traits_of(font), hidden, pressed)
            self.faces[font, hidden, pressed] = face
        return size, face, get_tag(text_object), round(angle, 1) % 360.0

    def _traits_of(self, font: int) -> tuple[str, bool, bool, bool]:
        if font not in self.traits:
            self.traits[font] = traits_of(ctypes.cast(font, pdfium.FPDF_FONT))
        return self.traits[font]

    def _width(self, font: int, code: int) -> float:
        """How far a letter goes along the line, as part of the size; much where unknown.

        Letters of Arabic have several shapes, and combining marks are set anywhere.
        """
        if not font or (code > 0x2FF and not 0x370 <= code < 0x530):
            return UNKNOWN_WIDTH
        if not get_width(font, code, 1.0, ctypes.addressof(self.width)):
            return UNKNOWN_WIDTH
        return self.width.value if self.width.value > 0.1 else UNKNOWN_WIDTH

    def _is_white(self, page: int, place: int) -> bool:
        red, green, blue, alpha = self.channels
        get_color(page, place, *(ctypes.addressof(each) for each in self.channels))
        light = min(red.value, green.value, blue.value)
        return alpha.value < 5 or light >= NEARLY_WHITE

    def _turned(self, angle: float, x: float, y: float) -> tuple[float, float, float]:
        """Beginning, end and baseline of a glyph in the coordinates of its own direction."""
        turn = math.radians(angle)
        along = x * math.cos(turn) + y * math.sin(turn)
        base = x * math.sin(turn) - y * math.cos(turn)
        box = self.box
        corners = [
            px * math.cos(turn) + py * math.sin(turn)
            for px in (box.left, box.right)
            for py in (box.top, box.bottom)
        ]
        end = max(corners) if angle % 90 == 0 else along + (max(corners) - along) / 2
        return along, max(end, along), base


def _together(signs: str, sign: str, is_right: bool) -> str:
    """One more sign of a ligature, in the order in which they are read.

    PDFium gives each a part of the box; of Arabic letters, the right one is read first.
    """
    if unicodedata.combining(sign) or unicodedata.bidirectional(sign) != "AL":
        return signs + sign
    return sign + signs if is_right or unicodedata.combining(signs[0]) else signs + sign
