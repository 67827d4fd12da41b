"""Archives for tests, well and badly made."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Mapping


def zipped(parts: Mapping[str, str | bytes], *, packed: bool = True) -> bytes:
    """An archive of these parts, in this order."""
    written = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(written, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def joined(data: bytes, parts: Mapping[str, str]) -> bytes:
    """The archive with further parts."""
    written = io.BytesIO(data)
    with zipfile.ZipFile(written, "a") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def with_link(data: bytes, name: str, target: str) -> bytes:
    """The archive with a symbolic link more."""
    written = io.BytesIO(data)
    with zipfile.ZipFile(written, "a") as archive:
        link = zipfile.ZipInfo(name)
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, target)
    return written.getvalue()


def encrypted(data: bytes) -> bytes:
    """The archive, every entry of which says that it is encrypted."""
    changed = bytearray(data)
    place = changed.find(b"PK\x01\x02")
    while place >= 0:
        changed[place + 8] |= 1
        place = changed.find(b"PK\x01\x02", place + 4)
    return bytes(changed)


def bomb(name: str, megabytes: int, start: bytes = b"", end: bytes = b"") -> bytes:
    """An archive of one part that is blanks for the most part, and packs very well."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(name, "w", force_zip64=True) as part,
    ):
        part.write(start)
        for _ in range(megabytes):
            part.write(b" " * 1_000_000)
        part.write(end)
    return written.getvalue()
