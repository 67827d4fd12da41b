"""The process that reads files for `articles.importers.apart`, which says how they talk.

Each file is read in a fork of this one, which has limits and ends with it: what a file brings
down is that fork. This process itself looks at no file, and imports what forks would otherwise
import anew each time.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from articles.importers import READERS, read_file
from articles.importers.carrying import reading_as_json
from articles.refusing import TextRefused, gettext_noop

MEMORY = 512 * 1024 * 1024  # bytes of address space
LONGEST = 120  # seconds of processor time for one file
PATIENCE = 8.0  # seconds of processor time without any progress
LARGEST_OUTPUT = 400 * 1024 * 1024  # bytes of one file that is written
PRELOADED = {
    ".html": "html",
    ".htm": "html",
    ".mhtml": "html",
    ".webarchive": "html",
    ".mht": "html",
    ".docx": "docx",
    ".odt": "odt",
    ".epub": "epub",
    ".pdf": "pdf",
}


def main() -> None:
    for line in sys.stdin:
        asked = json.loads(line)
        _preload(asked["name"])
        child = os.fork()
        if child == 0:
            os._exit(_read(asked))
        _pid, status, used = os.wait4(child, 0)
        kilobytes = used.ru_maxrss // 1024 if sys.platform == "darwin" else used.ru_maxrss
        seconds = used.ru_utime + used.ru_stime
        status = os.waitstatus_to_exitcode(status)
        _say({"ended": status, "kilobytes": kilobytes, "seconds": seconds})


def _preload(name: str) -> None:
    kind = PRELOADED.get(Path(name).suffix.lower())
    if kind in READERS:
        import_module(READERS[kind][0])


def _read(asked: dict[str, Any]) -> int:
    """Reads one file within the limits; what became of it is said, and 0 answered."""
    folder = Path(asked["folder"])
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_OUTPUT, LARGEST_OUTPUT))
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _wait_again()
    try:
        reading = read_file((folder / "file").read_bytes(), asked["name"], _progress)
        for name, picture in reading.pictures.items():
            (folder / name).write_bytes(picture.data)
        found = reading_as_json(reading)
        found["pictures"] = list(reading.pictures)
        (folder / "found").write_text(json.dumps(found), encoding="utf-8")
    except TextRefused as refused:
        _say({"refused": [refused.template, refused.values]})
    except MemoryError:
        _say({"refused": [TOO_LARGE, {}]})
    except RecursionError:
        _say({"refused": [TOO_DEEP, {}]})
    else:
        _say({"found": True})
    return 0


TOO_LARGE = gettext_noop("Reading this file takes more memory than there is for one file.")
TOO_DEEP = gettext_noop("Things stand too deep inside each other in this file.")


def _progress(done: int, of: int) -> None:
    _wait_again()
    _say({"progress": [done, of]})


def _wait_again() -> None:
    """Has the process killed when it goes on too long from now; no code of a library hinders it."""
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)


def _say(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
