"""A picture to stand in documents."""

from __future__ import annotations

import io
from functools import cache

from PIL import Image, ImageDraw


@cache
def picture() -> bytes:
    """A board with painted lines, as PNG."""
    image = Image.new("RGB", (320, 200), "#dde6ea")
    draw = ImageDraw.Draw(image)
    for line in range(10):
        draw.rectangle((120, line * 20, 120 + (60 if line % 2 else 30), line * 20 + 8), "#222222")
    whole = io.BytesIO()
    image.save(whole, "PNG")
    return whole.getvalue()
