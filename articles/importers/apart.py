"""Reading files in a process of its own, with limits on memory and time.

No file can take down whoever asks: it is read in a fork of a small server (`__main__`), that is
given no secrets in its environment and has 512 MB of address space. It is killed when it neither
ends nor gets on for 8 seconds of processor time or a minute by the clock, and after two minutes of
processor time in any case. One `Reader` reads any number of files.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from articles.importers.carrying import reading_from_json
from articles.importers.document import ImportRefused
from articles.importers.pieces import Picture, Progress, Reading, silent
from articles.picturing import MEDIA_TYPES, size_of
from articles.refusing import gettext_noop

ROOT = Path(__file__).resolve().parent.parent.parent
KEPT_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT")
LONGEST_SILENCE = 60.0  # seconds by the clock
LONGEST = 300.0  # seconds by the clock for one file
SCRATCH = "ncr-import-"  # begins the names of the folders in which files lie while they are read
TICK = 0.5  # seconds between two looks whether it shall go on

TOO_SLOW = gettext_noop(
    "Reading this file takes too long: it is damaged, or made to hold up whoever reads it."
)
BROKEN = gettext_noop("This file is damaged in a way that stops the program which reads it.")


@dataclass
class Used:
    """What reading the last file took."""

    kilobytes: int = 0  # of memory, at most at once
    seconds: float = 0.0  # of processor time


class Reader:
    """Reads files apart; to be used in a `with`, which ends the process.

    `folder` is where a file lies while it is read, or None for where the system has such things.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self.used = Used()
        self._process: subprocess.Popen[bytes] | None = None
        self._rest = b""

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._kill()

    def read(self, data: bytes, filename: str, progress: Progress = silent) -> Reading:
        """What is in a file; raises ImportRefused, and whatever `progress` raises to stop it.

        `progress` is called about twice a second, whether it got on or not.
        """
        with tempfile.TemporaryDirectory(prefix=SCRATCH, dir=self._folder) as folder:
            (Path(folder) / "file").write_bytes(data)
            try:
                self._ask({"folder": folder, "name": filename})
                refused = self._follow(progress)
            except BaseException:
                self._kill()
                raise
            if refused is not None:
                raise refused
            return _found(Path(folder))

    def _ask(self, asked: dict[str, str]) -> None:
        if self._process is None or self._process.poll() is not None:
            self._process = self._start()
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(asked).encode() + b"\n")
        self._process.stdin.flush()

    def _start(self) -> subprocess.Popen[bytes]:
        environment = {name: os.environ[name] for name in KEPT_ENVIRONMENT if name in os.environ}
        self._rest = b""
        return subprocess.Popen(
            [sys.executable, "-m", "articles.importers"],
            cwd=ROOT,
            env={**environment, "PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _follow(self, progress: Progress) -> ImportRefused | None:
        """Waits until the file is read, or answers why it is not taken."""
        done, of = 0, 0
        refused: ImportRefused | None = None
        found = False
        for message in self._messages():
            if message is None:
                progress(done, of)
            elif "progress" in message:
                done, of = message["progress"]
                progress(done, of)
            elif "refused" in message:
                template, values = message["refused"]
                refused = ImportRefused(template, **values)
            elif "found" in message:
                found = True
            else:
                self.used = Used(message["kilobytes"], message["seconds"])
                status = message["ended"]
                break
        if status in (-signal.SIGPROF, -signal.SIGXCPU):
            return ImportRefused(TOO_SLOW)
        if refused is None and (status != 0 or not found):
            return ImportRefused(BROKEN)
        return refused

    def _messages(self) -> Iterator[dict[str, Any] | None]:
        """What the process says, and None at every tick; raises ImportRefused at its end."""
        assert self._process is not None
        assert self._process.stdout is not None
        out = self._process.stdout.fileno()
        began = heard = time.monotonic()
        while True:
            ready, _w, _x = select.select([out], [], [], TICK)
            now = time.monotonic()
            if now - heard > LONGEST_SILENCE or now - began > LONGEST:
                raise ImportRefused(TOO_SLOW)
            if not ready:
                yield None
                continue
            some = os.read(out, 65536)
            if not some:
                raise ImportRefused(BROKEN)
            heard = now
            *lines, self._rest = (self._rest + some).split(b"\n")
            for line in lines:
                yield json.loads(line)

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def _found(folder: Path) -> Reading:
    found = json.loads((folder / "found").read_text(encoding="utf-8"))
    reading = reading_from_json(found)
    for name in found["pictures"]:
        # the file may have taken over the process that says so: only names of pictures are names
        if (size := size_of(f"/pictures/{name}")) is not None:
            media_type = MEDIA_TYPES[name.rpartition(".")[2]]
            data = (folder / name).read_bytes()
            reading.pictures[name] = Picture(name, data, media_type, *size)
    return reading
