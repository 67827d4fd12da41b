"""A bar on the terminal that says how far a command is, and gives way to the lines it prints."""

from __future__ import annotations

import os
import shutil

from django.core.management.base import OutputWrapper

WIDTH = 24  # signs of the bar itself
ERASE = "\r\x1b[K"


class Bar:
    """How many of `of` things are done; nothing where the stream is no terminal."""

    def __init__(self, stream: OutputWrapper, of: int) -> None:
        self._stream = stream
        self._of = max(of, 1)
        self._shows = stream.isatty()
        self._drawn = ""

    def draw(self, done: int, name: str, part: float = 0.0) -> None:
        """Shows `done` things done, at work on `name`, of which `part` (0 to 1) is done."""
        if not self._shows:
            return
        full = int(WIDTH * min(1.0, (done + part) / self._of))
        line = f"[{'#' * full}{'.' * (WIDTH - full)}] {done}/{self._of} {name}"
        # one sign is left free: a full line would scroll
        line = "".join(sign if sign.isprintable() else "?" for sign in line)[: self._columns() - 1]
        if line != self._drawn:
            self._put(f"{ERASE}{line}")
            self._drawn = line

    def erase(self) -> None:
        """Leaves the line to others."""
        if self._drawn:
            self._put(ERASE)
            self._drawn = ""

    def _put(self, signs: str) -> None:
        self._stream.write(signs, str, ending="")
        self._stream.flush()

    def _columns(self) -> int:
        try:
            return os.get_terminal_size(self._stream.fileno()).columns or 80
        except OSError:
            return shutil.get_terminal_size().columns
