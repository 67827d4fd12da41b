"""Writing the zip file and reading it, member by member and never one of them at once."""

from __future__ import annotations

import hashlib
import io
import os
import stat
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from zipfile import ZipFile, ZipInfo

from django.utils.translation import gettext as _

from ncr.backup import manifest
from ncr.backup.manifest import Manifest, Member
from ncr.refusals import Refused

PIECE = 1024 * 1024
LONGEST_LINE = 64 * 1024 * 1024  # bytes; the longest row there can be is a text of 6 MB


class Writing:
    """An archive that is being written."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self.members: list[Member] = []

    def add(self, name: str, pieces: Iterable[bytes], *, compressed: bool = True) -> Member:
        """Writes one member as its pieces come; memory is that of one piece."""
        about = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        about.compress_type = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
        about.external_attr = (stat.S_IFREG | 0o600) << 16
        digest, size = hashlib.sha256(), 0
        with self._archive.open(about, "w", force_zip64=True) as member:
            for piece in pieces:
                digest.update(piece)
                size += len(piece)
                member.write(piece)
        self.members.append(Member(name, size, digest.hexdigest()))
        return self.members[-1]

    def close(self, contents: Manifest) -> str:
        """Writes the manifest; answers its SHA-256, which stands for all that it lists."""
        source = contents.as_json()
        self._archive.writestr(ZipInfo(manifest.NAME, (1980, 1, 1, 0, 0, 0)), source)
        return hashlib.sha256(source).hexdigest()


@contextmanager
def new_archive(path: Path, *, over: bool) -> Iterator[tuple[Writing, Path]]:
    """An archive under a temporary name beside `path`, which gets its name when it is complete.

    Also answers a folder for what is needed meanwhile. Only its owner may read any of it: there
    are private notes in it. Raises Refused where `path` is taken and `over` is not said, or
    where its folder is missing.
    """
    if path.exists() and not over:
        raise _taken(path)
    if not path.parent.is_dir():
        raise Refused(_("There is no folder %(folder)s.") % {"folder": path.parent})
    with tempfile.TemporaryDirectory(prefix=".ncr-backup-", dir=path.parent) as folder:
        fresh = Path(folder) / "archive.zip"
        with os.fdopen(os.open(fresh, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
            with ZipFile(file, "w", compresslevel=6) as archive:
                yield Writing(archive), Path(folder)
            file.flush()
            os.fsync(file.fileno())
        _name(fresh, path, over=over)


def _name(fresh: Path, path: Path, *, over: bool) -> None:
    if not over:
        try:
            path.hardlink_to(fresh)
            return
        except FileExistsError as error:
            raise _taken(path) from error
        except OSError:  # a file system without hard links
            if path.exists():
                raise _taken(path) from None
    fresh.replace(path)


def _taken(path: Path) -> Refused:
    return Refused(_("%(path)s is there already; --force writes over it.") % {"path": path})


class Archive:
    """An archive that is read; its members are those that its manifest lists and no others."""

    def __init__(self, archive: ZipFile, contents: Manifest, fingerprint: str) -> None:
        self._archive = archive
        self.manifest = contents
        self.fingerprint = fingerprint
        self._sizes = {member.name: member.bytes for member in contents.members}

    @classmethod
    @contextmanager
    def open(cls, path: Path) -> Iterator[Archive]:
        """Raises Refused for what is no backup, is cut short, or has names that lead elsewhere."""
        try:
            opened = ZipFile(path)
        except OSError as error:
            raise Refused(f"{path}: {error.strerror}") from error
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise Refused(
                _("%(path)s is not a backup, or only a part of one.") % {"path": path}
            ) from error
        with opened, _damage_in_words():
            source = _manifest_of(opened)
            contents = Manifest.read(source)
            _check_members(opened.infolist(), contents)
            yield cls(opened, contents, hashlib.sha256(source).hexdigest())

    def verify(self) -> None:
        """Reads everything once; raises Refused where a member is not what was written."""
        for member in self.manifest.members:
            digest = hashlib.sha256()
            for piece in self.pieces(member.name):
                digest.update(piece)
            if digest.hexdigest() != member.sha256:
                raise _changed(member.name)

    def pieces(self, name: str) -> Iterator[bytes]:
        """A member's bytes, and no more than the manifest says there are."""
        left = self._sizes[name]
        with self._archive.open(name) as file:
            while piece := file.read(min(PIECE, left + 1)):
                left -= len(piece)
                if left < 0:
                    break
                yield piece
        if left:
            raise _changed(name)

    def lines(self, name: str) -> Iterator[bytes]:
        with self._archive.open(name) as file:
            while line := file.readline(LONGEST_LINE):
                yield line

    def has(self, name: str) -> bool:
        return name in self._sizes

    def files(self) -> list[str]:
        """The names of the uploads."""
        return [name for name in self._sizes if name.startswith(manifest.MEDIA)]


@contextmanager
def _damage_in_words() -> Iterator[None]:
    """Turns what zipfile and zlib say of damaged bytes into words."""
    import zlib

    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise Refused(_("The backup is damaged: %(error)s") % {"error": error}) from error


def _manifest_of(opened: ZipFile) -> bytes:
    try:
        about = opened.getinfo(manifest.NAME)
    except KeyError as error:
        raise Refused(_("This is not a backup: it has no list of contents.")) from error
    file: IO[bytes]
    with opened.open(about) as file:
        source = file.read(manifest.LARGEST + 1)
    if len(source) > manifest.LARGEST:
        raise Refused(_("This is not a backup: its list of contents cannot be read."))
    return source


def _check_members(found: list[ZipInfo], contents: Manifest) -> None:
    names = [about.orig_filename for about in found]
    if len(set(names)) != len(names):
        raise Refused(_("The backup has a member twice."))
    for about in found:
        kind = stat.S_IFMT(about.external_attr >> 16)
        if kind not in (0, stat.S_IFREG) or about.flag_bits & 0x1:
            raise Refused(
                _("The backup has a member that is not a plain file: %(name)r.")
                % {"name": about.orig_filename}
            )
    listed = {member.name for member in contents.members} | {manifest.NAME}
    for name in sorted(set(names) ^ listed):
        raise Refused(_("The backup and its list of contents differ: %(name)r.") % {"name": name})


def _changed(name: str) -> Refused:
    return Refused(
        _("%(name)s in the backup is not what was written there; nothing was changed here.")
        % {"name": name}
    )


def pieces_of(file: io.BufferedReader) -> Iterator[bytes]:
    """A file, piece by piece."""
    while piece := file.read(PIECE):
        yield piece
