"""Pictures that are in the file: in the page itself as `data:`, or beside it in an archive."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, unquote_to_bytes, urldefrag

from articles.importers.pictures import Pictures
from articles.importers.pieces import Picture

DATA = re.compile(r"data:image/(?:png|jpe?g|gif|webp)(?:;[\w=-]+)*?(;base64)?,", re.I)
MAX_DATA = 40_000_000  # characters of an address


@dataclass
class PagePictures:
    """The pictures of one page; `parts` are what stands beside it, by address."""

    parts: Mapping[str, bytes] = field(default_factory=dict)
    pictures: Pictures = field(default_factory=Pictures)

    def of(self, address: str) -> Picture | None:
        """The picture at an address, if it is in the file."""
        if address[:5].lower() == "data:":
            return self._taken(_in_address(address))
        address = urldefrag(address).url
        return self._taken(self.parts.get(address) or self.parts.get(unquote(address)))

    def _taken(self, data: bytes | None) -> Picture | None:
        return self.pictures.take(data) if data else None


def _in_address(address: str) -> bytes | None:
    found = DATA.match(address[:200])
    if found is None or len(address) > MAX_DATA:
        return None
    rest = address[found.end() :]
    if not found[1]:
        return unquote_to_bytes(rest)
    try:
        return base64.b64decode(unquote("".join(rest.split())))
    except (binascii.Error, ValueError):
        return None
