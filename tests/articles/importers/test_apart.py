"""Reading in a process apart: what a file may do there, and what is left of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.importers import ImportRefused, apart, document_of, read_file
from articles.importers.apart import Reader

TEXT = b"# The quay\n\nIt is long, and nobody walks to its end.\n"
# a reader that does what the name of the file says, in the place of the true one
MISBEHAVING = """
import ctypes, time
import articles.importers.__main__ as process
from articles.importers import read_file

def loop():
    while True:
        pass

def fill():
    return [bytes(1_000_000) for _ in range(2_000)]

def crash():
    ctypes.string_at(0)

def descend():
    descend()

def flood():
    with open("FOLDER/flood", "wb") as file:
        for _ in range(500):
            file.write(bytes(1_000_000))

def spin():
    while True:
        process._wait_again()

def read(data, name, progress):
    if name == "steps":
        for step in range(3):
            began = time.process_time()
            while time.process_time() - began < 0.4:
                pass
            progress(step + 1, 3)
    elif name in globals():
        globals()[name]()
    return read_file(data, "a.md")

process.PATIENCE, process.LONGEST = 1.0, 2
process.read_file = read
process.main()
"""


@pytest.fixture
def reader() -> Iterator[Reader]:
    with Reader() as made:
        yield made


@pytest.fixture
def misbehaving(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Reader]:
    code = MISBEHAVING.replace("FOLDER", str(tmp_path))
    original = subprocess.Popen

    def start(arguments: list[str], **given: object) -> object:
        return original([sys.executable, "-c", code], **given)  # type: ignore[call-overload]

    monkeypatch.setattr(apart.subprocess, "Popen", start)
    with Reader() as made:
        yield made


def test_what_is_found_apart_is_what_is_found_here(reader: Reader) -> None:
    found, here = reader.read(TEXT, "a.md"), read_file(TEXT, "a.md")
    assert found == here
    assert document_of(found).title == "The quay"


def test_one_process_reads_many_files(reader: Reader) -> None:
    for number in range(3):
        text = b"The file of number %d, which has some words.\n" % number
        assert reader.read(text, "a.txt").pieces[0].source == text.decode().strip()
        with pytest.raises(ImportRefused, match="empty"):
            reader.read(b" ", "a.txt")
        assert 0 < reader.used.kilobytes < 512 * 1024


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("loop", "takes too long"),
        ("spin", "takes too long"),
        ("fill", "more memory"),
        ("crash", "damaged in a way"),
        ("descend", "too deep"),
        ("flood", "damaged in a way"),
    ],
)
def test_a_file_that_misbehaves_is_refused_and_the_next_is_read(
    misbehaving: Reader, name: str, words: str
) -> None:
    with pytest.raises(ImportRefused, match=words):
        misbehaving.read(TEXT, name)
    assert misbehaving.used.kilobytes <= 512 * 1024
    assert document_of(misbehaving.read(TEXT, "good")).title == "The quay"


def test_whoever_gets_on_may_take_its_time(misbehaving: Reader) -> None:
    """1.2 seconds in steps of 0.4, where one second without progress is too much."""
    told: list[tuple[int, int]] = []
    misbehaving.read(TEXT, "steps", lambda done, of: told.append((done, of)))
    assert list(dict.fromkeys(one for one in told if one != (0, 0))) == [(1, 3), (2, 3), (3, 3)]


def test_it_can_be_stopped_and_leaves_nothing_running(misbehaving: Reader) -> None:
    class Stop(Exception):
        pass

    def stop(done: int, of: int) -> None:
        raise Stop

    with pytest.raises(Stop):
        misbehaving.read(TEXT, "loop", stop)
    assert misbehaving._process is None
    assert document_of(misbehaving.read(TEXT, "good")).title == "The quay"


def test_it_ends_with_the_reader_and_knows_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "very secret")
    with Reader() as reader:
        reader.read(TEXT, "a.md")
        assert reader._process is not None
        pid = reader._process.pid
        environment = Path(f"/proc/{pid}/environ")
        if environment.exists():
            assert b"very secret" not in environment.read_bytes()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "found"])
def test_names_that_are_no_pictures_are_no_names(tmp_path: Path, name: str) -> None:
    """A file that took over the process which reads it could say anything."""
    written = {"kind": "text", "pieces": [], "facts": {}, "parts": [], "warnings": []}
    written |= {"encoding": "", "markdown": None, "pictures": [name]}
    (tmp_path / "found").write_text(json.dumps(written))
    assert apart._found(tmp_path).pictures == {}
