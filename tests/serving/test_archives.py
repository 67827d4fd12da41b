"""An archive that is not what was written is refused in words, before anything is touched."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import pytest

from ncr.backup import environment, manifest
from ncr.backup.archive import Archive, Writing, new_archive
from ncr.backup.manifest import FORMAT, Manifest, Member, TableEntry
from ncr.backup.place import check_known
from ncr.backup.rows import BATCH, BATCH_BYTES, batches
from ncr.refusals import Refused
from tests.serving.running import ROOT

LINES = [b'[1,"a note"]\n', b'[2,"another"]\n'] * 500
BEGINNING = [("accounts", "0001_beginning")]


def write(
    path: Path, *, over: bool = False, meanwhile: Callable[[], object] = lambda: None
) -> Path:
    with new_archive(path, over=over) as (archive, _folder):
        _fill(archive)
        meanwhile()
    return path


def _full() -> None:
    raise OSError("the disk is full")


def _fill(archive: Writing) -> None:
    table = archive.add("tables/notes.jsonl", LINES)
    archive.add("media/a/picture.bin", [b"\0\1", b"\2"], compressed=False)
    contents = Manifest("0.1.0", "2026-01-01T00:00:00+00:00", "sqlite", list(BEGINNING))
    contents.tables = [TableEntry("notes", ["id", "text"], 1000, 1000, table.sha256)]
    contents.members = archive.members
    archive.close(contents)


def read(path: Path) -> Manifest:
    """Everything that a restore does with an archive before it writes."""
    with Archive.open(path) as archive:
        check_known(archive.manifest.migrations)
        archive.verify()
        return archive.manifest


def test_what_was_written_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.zip")
    assert [member.name for member in read(path).members] == [
        "tables/notes.jsonl",
        "media/a/picture.bin",
    ]
    with Archive.open(path) as archive:
        assert list(archive.lines("tables/notes.jsonl")) == LINES
        assert b"".join(archive.pieces("media/a/picture.bin")) == b"\0\1\2"
        assert archive.files() == ["media/a/picture.bin"]


def test_it_is_its_owners_alone_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    path = write(tmp_path / "a.zip")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_there_is_written_over_when_told_to(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_text("precious")
    with pytest.raises(Refused, match="--force"):
        write(path)
    assert path.read_text() == "precious"
    write(path, over=True)
    assert read(path).program == "0.1.0"


def test_a_file_that_came_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with pytest.raises(Refused, match="--force"):
        write(path, meanwhile=lambda: path.write_text("precious"))
    assert path.read_text() == "precious"
    assert list(tmp_path.iterdir()) == [path]


def test_one_that_breaks_off_leaves_the_former_one(tmp_path: Path) -> None:
    path = write(tmp_path / "a.zip")
    before = path.read_bytes()
    with pytest.raises(OSError, match="full"):
        write(path, over=True, meanwhile=_full)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


Members = dict[str, bytes]
Contents = dict[str, Any]


def rewritten(path: Path, change: Callable[[Contents, Members], None]) -> Path:
    """An archive with a list of contents and members that somebody changed."""
    with ZipFile(path) as source:
        members = {name: source.read(name) for name in source.namelist()}
    contents = json.loads(members.pop(manifest.NAME))
    change(contents, members)
    with ZipFile(path, "w") as target:
        for name, body in members.items():
            target.writestr(name, body)
        target.writestr(manifest.NAME, json.dumps(contents))
    return path


def listed(contents: Contents, name: str) -> None:
    contents["members"].append({"name": name, "bytes": 1, "sha256": "0" * 64})


def newer_format(contents: Contents, members: Members) -> None:
    contents["format"] = FORMAT + 1


def newer_state(contents: Contents, members: Members) -> None:
    contents["migrations"].append(["accounts", "0099_from_the_future"])


def other_words(contents: Contents, members: Members) -> None:
    members["tables/notes.jsonl"] = members["tables/notes.jsonl"].replace(b"note", b"vote", 1)


def more_words(contents: Contents, members: Members) -> None:
    members["tables/notes.jsonl"] += b"[3,null]\n"


def fewer_words(contents: Contents, members: Members) -> None:
    members["tables/notes.jsonl"] = members["tables/notes.jsonl"][:100]


def one_too_few(contents: Contents, members: Members) -> None:
    del members["media/a/picture.bin"]


def one_too_many(contents: Contents, members: Members) -> None:
    members["media/b"] = b"x"


def leads(name: str) -> Callable[[Contents, Members], None]:
    def change(contents: Contents, members: Members) -> None:
        listed(contents, name)
        members[name] = b"x"

    change.__name__ = repr(name)
    return change


def no_table(contents: Contents, members: Members) -> None:
    contents["tables"] = []


def strange_table(contents: Contents, members: Members) -> None:
    contents["tables"][0]["name"] = 'notes" --'


def no_list(contents: Contents, members: Members) -> None:
    del contents["members"]


def not_even_that(contents: Contents, members: Members) -> None:
    contents["members"] = "all of them"


def negative(contents: Contents, members: Members) -> None:
    contents["members"][0]["bytes"] = -1


CHANGES: list[tuple[Callable[[Contents, Members], None], str]] = [
    (newer_format, "newer version"),
    (newer_state, "newer than the program.*accounts.0099_from_the_future"),
    (other_words, "tables/notes.jsonl"),
    (more_words, "tables/notes.jsonl"),
    (fewer_words, "tables/notes.jsonl"),
    (one_too_few, "differ.*picture"),
    (one_too_many, "differ.*media/b"),
    *(
        (leads(name), "a member with the name")
        for name in (
            "../outside",
            "media/../../outside",
            "/etc/cron.d/x",
            "media//x",
            "media/./x",
            "media/",
            "media/a\\..\\b",
            "media/C:x",
            "media/line\nbreak",
            "elsewhere/x",
            "manifest.json/x",
        )
    ),
    (no_table, "list of tables"),
    (strange_table, "cannot be read"),
    (no_list, "cannot be read"),
    (not_even_that, "cannot be read"),
    (negative, "damaged"),
]


@pytest.mark.parametrize(
    ("change", "words"), CHANGES, ids=[change.__name__ for change, _words in CHANGES]
)
def test_what_somebody_changed_is_refused(
    tmp_path: Path, change: Callable[[Contents, Members], None], words: str
) -> None:
    with pytest.raises(Refused, match=words):
        read(rewritten(write(tmp_path / "a.zip"), change))


@pytest.mark.parametrize("part", [0, 1, 100, 0.5, 0.9, -1])
def test_one_cut_short_is_refused(tmp_path: Path, part: float) -> None:
    path = write(tmp_path / "a.zip")
    whole = path.read_bytes()
    path.write_bytes(whole[: int(part * len(whole)) if 0 < part < 1 else int(part)])
    with pytest.raises(Refused, match="not a backup, or only a part"):
        read(path)


def test_bytes_that_turned_are_refused_wherever_they_are(tmp_path: Path) -> None:
    """Each of them is in a member, in what zip says of it, or where nothing is read."""
    path = write(tmp_path / "a.zip")
    whole, contents = path.read_bytes(), read(path)
    for place in range(0, len(whole), 7):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        with suppress(Refused):
            assert read(path) == contents


def test_a_link_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.zip")

    def change(contents: Contents, members: Members) -> None:
        listed(contents, "media/link")

    rewritten(path, change)
    about = ZipInfo("media/link")
    about.external_attr = (stat.S_IFLNK | 0o777) << 16
    with ZipFile(path, "a") as archive:
        archive.writestr(about, "/etc/passwd")
    with pytest.raises(Refused, match="not a plain file"):
        read(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_twice_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.zip")
    with ZipFile(path, "a") as archive:
        archive.writestr("media/a/picture.bin", b"\0\1\2")
    with pytest.raises(Refused, match="twice"):
        read(path)


def test_a_member_that_swells_is_read_no_further_than_it_was_said(tmp_path: Path) -> None:
    path = write(tmp_path / "a.zip")

    def change(contents: Contents, members: Members) -> None:
        members["media/a/picture.bin"] = bytes(50_000_000)

    with Archive.open(rewritten(path, change)) as archive:
        pieces = archive.pieces("media/a/picture.bin")
        with pytest.raises(Refused, match="picture"):
            next(pieces)


@pytest.mark.parametrize("name", ["missing.zip", "folder", "text.zip", "other.zip"])
def test_what_is_no_backup_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text.zip").write_text("Dear diary")
    with ZipFile(tmp_path / "other.zip", "w", ZIP_STORED) as other:
        other.writestr("holiday.txt", "Dear diary")
    with pytest.raises(Refused):
        read(tmp_path / name)


def test_rows_are_written_in_lots_of_bounded_size() -> None:
    small, large = [b"x" * 10] * 1234, [b"y" * (BATCH_BYTES // 3)] * 7
    lots = list(batches([*small, *large]))
    assert [line for lot in lots for line in lot] == [*small, *large]
    assert max(map(len, lots)) == BATCH
    assert max(sum(map(len, lot[:-1])) for lot in lots) < BATCH_BYTES


def test_the_fingerprint_is_of_all_that_is_in_it(tmp_path: Path) -> None:
    def fingerprint(path: Path) -> str:
        with Archive.open(path) as archive:
            return archive.fingerprint

    first, second = write(tmp_path / "a.zip"), write(tmp_path / "b.zip")
    assert fingerprint(first) == fingerprint(second)
    assert fingerprint(rewritten(second, newer_state)) != fingerprint(first)


def test_the_manifest_comes_back_as_it_was() -> None:
    contents = Manifest("0.1.0", "2026", "sqlite", list(BEGINNING), settings={"NCR_NAME": "Круг"})
    contents.members = [Member("media/x", 1, "0" * 64)]
    assert Manifest.read(contents.as_json()) == contents
    assert Manifest.read(replace(contents, members=[]).as_json()) != contents


def test_every_setting_of_the_docs_is_known() -> None:
    table = (ROOT / "docs" / "configuration.md").read_text().split("\n")
    documented = {line.split("`")[1] for line in table if line.startswith("| `")}
    assert len(documented) > 10
    assert {name for name in documented if not name.startswith("NCR_")} <= environment.OTHERS


@pytest.mark.parametrize(
    ("name", "value", "secret"),
    [
        ("NCR_SECRET_KEY", "k" * 50, True),
        ("DATABASE_URL", "postgres://ncr:word@db.example/ncr", True),
        ("DATABASE_URL", "postgres://db.example/ncr?password=word", True),
        ("EMAIL_URL", "smtp://me%40reading.example:word@mail.example:587", True),
        ("DATABASE_URL", "sqlite:////srv/ncr.sqlite3", False),
        ("NCR_URL", "https://reading.example", False),
        ("MAIL_FROM", "Reading <post@reading.example>", False),
        ("NCR_NAME", "Tuesday circle", False),
    ],
)
def test_what_lets_somebody_in_is_secret(name: str, value: str, secret: bool) -> None:
    assert environment.is_secret(name, value) is secret
