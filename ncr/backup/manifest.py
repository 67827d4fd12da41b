"""What an archive says of itself; nothing in it is believed before it was looked at."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from pathlib import PurePosixPath
from typing import Any

from django.utils.translation import gettext as _

from ncr.refusals import Refused

FORMAT = 1
NAME = "manifest.json"
SECRETS = "secrets.json"
TABLES = "tables/"
MEDIA = "media/"
LARGEST = 256 * 1024 * 1024  # bytes of a manifest; a million uploads have 150 MB
SHA256 = re.compile(r"[0-9a-f]{64}")
TABLE_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")


@dataclass(frozen=True)
class Member:
    """One file of the archive."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class TableEntry:
    """What the archive has of one table. `last_id` is the highest id it ever gave, or 0."""

    name: str
    columns: list[str]
    rows: int
    last_id: int
    sha256: str

    @property
    def member(self) -> str:
        return f"{TABLES}{self.name}.jsonl"


@dataclass
class Manifest:
    """The first thing that is read of an archive and the last that is written."""

    program: str
    made_at: str
    vendor: str
    migrations: list[tuple[str, str]]
    settings: dict[str, str] = field(default_factory=dict)
    secrets_left_out: list[str] = field(default_factory=list)
    tables: list[TableEntry] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    format: int = FORMAT

    def as_json(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()

    @classmethod
    def read(cls, source: bytes) -> Manifest:
        """Raises Refused for what is not a manifest, or one of a newer format."""
        try:
            given = json.loads(source)
            version = given["format"]
            if isinstance(version, int) and version > FORMAT:
                raise Refused(
                    _("A newer version of the program made this backup; restore it there.")
                )
            found = cls._made_of(given)
        except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
            raise Refused(
                _("This is not a backup: its list of contents cannot be read.")
            ) from error
        found._check()
        return found

    @classmethod
    def _made_of(cls, given: dict[str, Any]) -> Manifest:
        return cls(
            format=int(given["format"]),
            program=str(given["program"]),
            made_at=str(given["made_at"]),
            vendor=str(given["vendor"]),
            migrations=[(str(app), str(name)) for app, name in given["migrations"]],
            settings={str(name): str(value) for name, value in given["settings"].items()},
            secrets_left_out=[str(name) for name in given["secrets_left_out"]],
            tables=[_entry(one) for one in given["tables"]],
            members=[
                Member(str(m["name"]), int(m["bytes"]), str(m["sha256"])) for m in given["members"]
            ],
            left_out=[str(one) for one in given["left_out"]],
        )

    def _check(self) -> None:
        names = {member.name for member in self.members}
        if len(names) != len(self.members):
            raise Refused(_("The backup lists a member twice."))
        for member in self.members:
            if not is_safe(member.name):
                raise Refused(
                    _("The backup has a member with the name %(name)r.") % {"name": member.name}
                )
            if member.bytes < 0 or not SHA256.fullmatch(member.sha256):
                raise Refused(_("The backup's list of contents is damaged."))
        if {table.member for table in self.tables} != {n for n in names if n.startswith(TABLES)}:
            raise Refused(_("The backup's list of tables is damaged."))


def _entry(given: dict[str, Any]) -> TableEntry:
    name, columns = str(given["name"]), [str(column) for column in given["columns"]]
    if not TABLE_NAME.fullmatch(name):
        raise ValueError(name)
    return TableEntry(
        name, columns, int(given["rows"]), int(given["last_id"]), str(given["sha256"])
    )


def is_safe(name: str) -> bool:
    """Whether a name can only mean a file below its own folder, on every system."""
    parts = name.split("/")
    return (name.startswith((TABLES, MEDIA)) or name == SECRETS) and not (
        any(part in ("", ".", "..") for part in parts)
        or any(sign in name for sign in "\\:\0")
        or any(ord(sign) < 32 or 0xD800 <= ord(sign) < 0xE000 for sign in name)
        or PurePosixPath(name).is_absolute()
    )
