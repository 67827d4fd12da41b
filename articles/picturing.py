"""Pictures that the site serves: their addresses, and the sizes that these tell."""

from __future__ import annotations

import re

NAME = r"[0-9a-f]{24}-[1-9]\d{0,3}x[1-9]\d{0,3}\.(?:webp|png|jpg)"
ADDRESS = re.compile(rf"/pictures/(?P<name>{NAME})")
MEDIA_TYPES = {"png": "image/png", "jpg": "image/jpeg", "webp": "image/webp"}
SIZE = re.compile(r"-(\d+)x(\d+)\.")


def names_in(source: str) -> set[str]:
    """The pictures that a text names, by their names."""
    return {found["name"] for found in ADDRESS.finditer(source)}


def size_of(address: str) -> tuple[int, int] | None:
    """Width and height in pixels of a picture of the site; None for any other address."""
    if ADDRESS.fullmatch(address) is None:
        return None
    width, height = SIZE.search(address).groups()  # type: ignore[union-attr]
    return int(width), int(height)
