"""What is painted on a page besides text, as far as it says something about the text.

Browsers paint the bullets of lists as shapes; white words are seen only on a ground.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium

from articles.importers.pdf.glyphs import plain
from articles.importers.pdf.model import Face, Word
from articles.importers.pdf.words import is_rtl_sign

MAX_OBJECTS = 20_000  # of one page
PATH, IMAGE, SHADING, FORM = 2, 3, 4, 5
DOT = (0.15, 0.75)  # of the size of the words beside it: how large a bullet is
HEIGHT = (0.0, 0.75)  # of the size: where above the baseline its middle is
MOST_APART = 3.0  # of the size: from its end to the words
MAX_DOT = 15.0  # points
LEAST_RULE = 6.0  # points
MOST_THICK = 2.5
MAX_RULES = 1_000  # of one page
WHITE = 250  # of 255

Box = tuple[float, float, float, float]

count_objects = plain(pdfium.FPDFPage_CountObjects, ctypes.c_int, ctypes.c_void_p)
get_object = plain(pdfium.FPDFPage_GetObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
get_type = plain(pdfium.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)


class Shapes:
    """The paths, pictures and the like of a page, with their places in upright coordinates."""

    def __init__(self, page: Any, box: Box) -> None:
        handle = ctypes.cast(page, ctypes.c_void_p).value
        self.box = box
        self.items = []
        for place in range(min(count_objects(handle), MAX_OBJECTS)):
            item = get_object(handle, place)
            kind = get_type(item) if item else 0
            if kind in (PATH, IMAGE, SHADING, FORM):
                self.items.append((kind, ctypes.cast(item, pdfium.FPDF_PAGEOBJECT)))

    def dots(self) -> list[Box]:
        """Small shapes about as wide as high."""
        found = []
        for kind, item in self.items:
            if kind not in (PATH, IMAGE):
                continue
            x0, y0, x1, y1 = self._place(item)
            wide, high = x1 - x0, y1 - y0
            if 1.0 < wide < MAX_DOT and 1.0 < high < MAX_DOT and 0.6 < wide / high < 1.7:
                found.append((x0, y0, x1, y1))
        return found

    def rules(self) -> list[Box]:
        """Thin lines, and the edges of boxes that are drawn; none where there are too many."""
        found: list[Box] = []
        for kind, item in self.items:
            if kind != PATH:
                continue
            x0, y0, x1, y1 = self._place(item)
            wide, high = x1 - x0, y1 - y0
            if (wide >= LEAST_RULE) != (high >= LEAST_RULE):
                if min(wide, high) <= MOST_THICK:
                    found.append((x0, y0, x1, y1))
            elif wide >= LEAST_RULE and _is_drawn(item):
                found += [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]
        return found if len(found) <= MAX_RULES else []

    def grounds(self) -> list[Box]:
        """Where something is painted that white words can be seen on."""
        return [
            self._place(item) for kind, item in self.items if kind != PATH or not _is_white(item)
        ]

    def _place(self, item: Any) -> Box:
        edges = [ctypes.c_float() for _ in range(4)]
        if not pdfium.FPDFPageObj_GetBounds(item, *map(ctypes.byref, edges)):
            return 0.0, 0.0, 0.0, 0.0
        left, bottom, right, top = (edge.value for edge in edges)
        return left - self.box[0], self.box[3] - top, right - self.box[0], self.box[3] - bottom


def _is_drawn(item: Any) -> bool:
    """Whether the outline of a path is drawn."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    known = pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(known and stroke.value)


def _is_white(item: Any) -> bool:
    channels = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(item, *map(ctypes.byref, channels)):
        return False
    return min(channel.value for channel in channels[:3]) >= WHITE


def with_bullets(words: list[Word], dots: Sequence[Box]) -> list[Word]:
    """The words, with a bullet for each shape that stands right before a line."""
    if not dots or len(dots) > len(words):
        return words
    made = list(words)
    for x0, y0, x1, y1 in dots:
        middle = (y0 + y1) / 2
        beside = [
            word
            for word in words
            if HEIGHT[0] * word.size <= word.y - middle <= HEIGHT[1] * word.size
            and DOT[0] * word.size <= x1 - x0 <= DOT[1] * word.size
        ]
        left = max((w for w in beside if w.x1 <= x0), key=lambda w: w.x1, default=None)
        right = min((w for w in beside if w.x0 >= x1), key=lambda w: w.x0, default=None)
        if left is not None and x0 - left.x1 < MOST_APART * left.size:
            after = left if is_rtl_sign(left.text[-1]) else None
        else:
            after = right if right and right.x0 - x1 < MOST_APART * right.size else None
        if after is None:
            continue
        bullet = Word("•", x0, x1, after.y, after.size, Face(), after.tag, after.order)
        bullet.blank_after = True
        made.insert(made.index(after), bullet)
    return made
