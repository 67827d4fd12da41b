"""How the task worker shows that it lives: a file that it touches."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

EVERY = 10.0  # seconds


@dataclass(frozen=True)
class Seen:
    """When the task worker started and when it was last heard of (seconds since the epoch)."""

    started: float
    last: float


def file() -> Path:
    return settings.DATA_DIR / "worker_seen"


def last_seen() -> Seen | None:
    """None where no worker has ever run."""
    try:
        return Seen(started=float(file().read_text()), last=file().stat().st_mtime)
    except (FileNotFoundError, ValueError):
        return None


class Heartbeat:
    """Beats from a thread of its own, so a long task does not look like a dead worker."""

    def __init__(self) -> None:
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="heartbeat", daemon=True)

    def __enter__(self) -> Heartbeat:
        fresh = file().with_suffix(".new")
        fresh.write_text(str(time.time()))
        fresh.replace(file())
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._thread.join()

    def _beat(self) -> None:
        while not self._stopped.wait(EVERY):
            file().touch()
