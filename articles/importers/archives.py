"""Opening the zip archives that DOCX, ODT and EPUB are, whoever made them.

What an archive says of itself is believed only where it cannot hurt: names are keys and never
paths, and parts are unpacked piece by piece up to a bound, whatever size their headers claim.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator

from articles.importers.document import ImportRefused, damaged
from articles.refusing import gettext_noop

MAX_ENTRIES = 10_000
MAX_TOTAL = 300_000_000  # bytes unpacked, of all parts
MAX_PART = 60_000_000  # bytes unpacked, of one part that is read
MAX_RATIO = 200  # how many times larger unpacked; texts that repeat themselves reach a hundred
RATIO_FROM = 20_000_000  # bytes unpacked, below which no ratio hurts
STEP = 1 << 20
ENTRY = b"PK\x01\x02"  # APPNOTE 4.3.12: what begins each entry of the central directory
ENCRYPTED = 0x1  # APPNOTE 4.4.4, bit 0
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


class Archive:
    """A zip archive with names checked; `read` gives a part's bytes."""

    def __init__(self, data: bytes) -> None:
        """Raises ImportRefused for what is broken, locked, too large or made to do harm."""
        # each entry costs half a kilobyte once opened: counted before
        if data.count(ENTRY) > MAX_ENTRIES:
            raise _harmful()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (*BROKEN, RuntimeError) as error:
            raise damaged() from error
        self._entries = dict(_checked(self._zip.infolist()))
        self._by_lower = {name.lower(): name for name in self._entries}

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def size(self, name: str) -> int:
        """What the archive says the part has, in bytes."""
        return self._entries[name].file_size

    def named(self, name: str) -> str | None:
        """The part's own name, also where capitals differ; None if there is none."""
        return name if name in self._entries else self._by_lower.get(name.lower())

    def read(self, name: str, most: int = MAX_PART) -> bytes:
        """The part's bytes, at most `most`; raises ImportRefused beyond, and for broken parts."""
        info = self._entries[name]
        if info.file_size > most:
            raise too_large()
        read = bytearray()
        try:
            with self._zip.open(info) as part:
                while piece := part.read(STEP):
                    read += piece
                    if len(read) > most:
                        raise too_large()
        except (*BROKEN, RuntimeError) as error:
            if isinstance(error, ImportRefused):
                raise
            raise damaged() from error
        return bytes(read)


def _checked(entries: list[zipfile.ZipInfo]) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    seen: set[str] = set()
    total = packed = 0
    for entry in entries:
        if entry.is_dir():
            continue
        _check(entry)
        if entry.filename in seen:
            raise _harmful()
        seen.add(entry.filename)
        total += entry.file_size
        packed += entry.compress_size
        yield entry.filename, entry
    if total > MAX_TOTAL or (total > RATIO_FROM and total > packed * MAX_RATIO):
        raise too_large()


def _check(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    parts = name.replace("\\", "/").split("/")
    if not name or "\x00" in name or parts[0] == "" or ".." in parts or name[1:2] == ":":
        raise _harmful()
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise _harmful()
    if entry.flag_bits & ENCRYPTED:
        raise locked()
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise damaged()


def _harmful() -> ImportRefused:
    return ImportRefused(
        gettext_noop(
            "The file is an archive that is not built as such files are: it has too many parts, or"
            " parts with names that lead elsewhere. Open it in its program and save it once more."
        )
    )


def too_large() -> ImportRefused:
    """The refusal of a file that is small only as long as it is packed."""
    return ImportRefused(
        gettext_noop(
            "The file becomes too large when it is unpacked: at most %(total)d MB in all, and"
            " %(part)d MB in one part, are taken."
        ),
        total=MAX_TOTAL // 1_000_000,
        part=MAX_PART // 1_000_000,
    )


def locked() -> ImportRefused:
    """The refusal of a file that a password or a shop's key protects."""
    return ImportRefused(
        gettext_noop(
            "The file is encrypted or protected by a password. Save it without, and bring that."
        )
    )
