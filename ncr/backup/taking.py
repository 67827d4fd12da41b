"""Taking a backup while the site runs."""

from __future__ import annotations

import json
import os
import stat
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone
from django.utils.translation import gettext as _

from ncr.backup import environment, manifest, rows
from ncr.backup.archive import Writing, new_archive, pieces_of
from ncr.backup.manifest import Manifest, TableEntry
from ncr.backup.rows import Table
from ncr.backup.snapshot import standing_still
from ncr.refusals import Refused

LEFT_OUT = ["task queue", "cache", "sessions", "search index"]
SECRET_KEY = "NCR_SECRET_KEY"  # noqa: S105 (the name of it)


@dataclass
class Taken:
    """What went into an archive."""

    rows: int
    files: int
    fingerprint: str
    passed_over: list[str]


def take(path: Path, *, over: bool = False, with_secrets: bool = False) -> Taken:
    """Writes the site into one new file: database, uploads, settings.

    On SQLite the folder of `path` needs room for a copy of the database besides. Raises Refused
    where the file is there already, the database is damaged or newer than the program; and
    OSError. Then there is no file, or the former one.
    """
    with new_archive(path, over=over) as (archive, folder):
        with standing_still(folder) as alias:
            contents = _contents(alias)
            for table in rows.tables(MigrationLoader(connections[alias])).values():
                contents.tables.append(_take_table(archive, table, alias))
        passed_over = _take_uploads(archive)
        if with_secrets:
            _take_secrets(archive)
        else:
            contents.secrets_left_out = sorted({SECRET_KEY, *environment.secrets()})
        contents.members = archive.members
        fingerprint = archive.close(contents)
    files = sum(member.name.startswith(manifest.MEDIA) for member in contents.members)
    return Taken(sum(one.rows for one in contents.tables), files, fingerprint, passed_over)


def _contents(alias: str) -> Manifest:
    loader = MigrationLoader(connections[alias])
    applied = sorted(loader.applied_migrations)
    unknown = [key for key in applied if key not in loader.disk_migrations]
    if unknown:
        raise Refused(
            _("The database is newer than the program, which does not know %(migrations)s.")
            % {"migrations": ", ".join(f"{app}.{name}" for app, name in unknown)}
        )
    if not applied:
        raise Refused(_("There is nothing here yet: the database is empty."))
    return Manifest(
        program=program_version(),
        made_at=timezone.now().isoformat(timespec="seconds"),
        vendor=connections[alias].vendor,
        migrations=applied,
        settings=environment.shown(),
        left_out=LEFT_OUT,
    )


def program_version() -> str:
    with (settings.BASE_DIR / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def _take_table(archive: Writing, table: Table, alias: str) -> TableEntry:
    count = 0

    def counted() -> Iterator[bytes]:
        nonlocal count
        for line in rows.lines(table, alias):
            count += 1
            yield line

    written = archive.add(f"{manifest.TABLES}{table.name}.jsonl", counted())
    last = rows.last_id(table, alias)
    return TableEntry(table.name, table.columns, count, last, written.sha256)


def _take_uploads(archive: Writing) -> list[str]:
    """Adds the uploads; answers the names of what is no plain file or has an impossible name."""
    passed_over = []
    for path in uploads():
        name = f"{manifest.MEDIA}{path.relative_to(settings.MEDIA_ROOT).as_posix()}"
        if not manifest.is_safe(name) or not _is_plain(path):
            passed_over.append(ascii(name))
            continue
        try:
            with path.open("rb") as file:
                archive.add(name, pieces_of(file), compressed=False)
        except FileNotFoundError:
            continue  # deleted since its folder was read
    return passed_over


def uploads() -> list[Path]:
    """Everything below the folder of uploads that is not a folder; links are not followed."""
    found = [
        Path(folder) / name
        for folder, folders, names in os.walk(settings.MEDIA_ROOT)
        for name in [*names, *(one for one in folders if Path(folder, one).is_symlink())]
    ]
    return sorted(found)


def _is_plain(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except FileNotFoundError:
        return True  # deleted meanwhile; opening it tells


def _take_secrets(archive: Writing) -> None:
    kept = {**environment.secrets(), SECRET_KEY: settings.SECRET_KEY}
    archive.add(manifest.SECRETS, [json.dumps(kept, indent=1).encode()])
