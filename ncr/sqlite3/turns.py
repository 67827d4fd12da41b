"""Turns at writing, among the threads and processes that share one SQLite file.

SQLite lets one transaction write at a time, and who finds it busy sleeps a little longer at each
try: with eight writers the lock lies idle half of the time, and some wait for half a second. So
they queue before they ask: first for a lock among the threads of this process, then for one on a
file beside the database (flock(2)), which the kernel hands on in the order of asking and takes
back from a process that died. SQLite's own lock stays what guards the data.
"""

from __future__ import annotations

import os
import threading
from pathlib import Path

try:
    import fcntl
except ImportError:  # not on every system; SQLite's own waiting is left there
    fcntl = None  # type: ignore[assignment]


class Turns:
    """The queue for one database file; one object a process."""

    def __init__(self, database: str) -> None:
        self._path = Path(f"{database}-turn")
        self._here = threading.Lock()
        self._file: int | None = None

    def take(self, patience: float) -> bool:
        """Waits for one's turn; False when the threads of this process let it come too late.

        At most one thread of a process waits for other processes, as long as they take.
        """
        if not self._here.acquire(timeout=patience):
            return False
        try:
            if fcntl is not None:
                fcntl.flock(self._opened(), fcntl.LOCK_EX)
        except BaseException:
            self._here.release()
            raise
        return True

    def give(self) -> None:
        """Ends one's turn."""
        try:
            if fcntl is not None and self._file is not None:
                fcntl.flock(self._file, fcntl.LOCK_UN)
        finally:
            self._here.release()

    def _opened(self) -> int:
        if self._file is None:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        return self._file


_known: dict[str, Turns] = {}
_guard = threading.Lock()


def turns_at(database: str) -> Turns:
    """The queue for a database file; the same for all who ask in this process."""
    with _guard:
        return _known.setdefault(os.path.realpath(database), Turns(os.path.realpath(database)))
