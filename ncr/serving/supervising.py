"""Keeps the site's processes running: starts them, starts them again when they end, ends them all.

Run as `python -m ncr.serving.supervising HOST PORT`. It loads neither Django nor the site, so it
stays small and outlives whatever breaks in them. Each child is in a process group of its own:
Ctrl-C in a terminal reaches this process alone, which then ends the others in order. Should this
process be killed outright, the children end by themselves (`ncr.serving.parents`).
"""

from __future__ import annotations

import logging
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from types import FrameType

from ncr.serving.parents import named_parent

logger = logging.getLogger("ncr.serving")

TICK = 0.1  # seconds between looks at the children
QUICK = 10.0  # a process that lived for less did not do well
LONGEST_PAUSE = 30.0
PATIENCE = 8.0  # seconds that children have to finish what they are doing


@dataclass
class Child:
    """One process that is to run for as long as the site does."""

    name: str
    command: list[str]
    process: subprocess.Popen[bytes] | None = None
    born: float = 0.0
    due: float = 0.0
    quick_ends: int = 0

    def start(self, now: float) -> None:
        self.process = subprocess.Popen(  # noqa: S603 (the command is ours)
            self.command, stdin=subprocess.DEVNULL, process_group=0, env=named_parent()
        )
        self.born = now
        logger.info("%s: started (process %d)", self.name, self.process.pid)

    def look(self, now: float) -> None:
        """Starts what is not running and due, and notes what has ended."""
        if self.process is None:
            if now >= self.due:
                self.start(now)
        elif self.process.poll() is not None:
            self._ended(self.process.returncode, now)

    def _ended(self, status: int, now: float) -> None:
        self.quick_ends = self.quick_ends + 1 if now - self.born < QUICK else 0
        pause = pause_after(self.quick_ends)
        self.process, self.due = None, now + pause
        logger.warning("%s: %s; starts again in %.1f s", self.name, told(status), pause)

    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def send(self, number: signal.Signals) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(number)


def pause_after(quick_ends: int) -> float:
    """Seconds until the next start: none after a long life, then twice as long each time."""
    return min(0.25 * 2.0**quick_ends, LONGEST_PAUSE) if quick_ends else 0.0


def told(status: int) -> str:
    if status >= 0:
        return f"ended with status {status}"
    return f"killed by {signal.Signals(-status).name}"


class Supervisor:
    """Runs children until it is told to stop; a second signal does not wait for them."""

    def __init__(self, children: list[Child]) -> None:
        self.children = children
        self.signals = 0

    def run(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._signalled)
        try:
            while not self.signals:
                self._look()
                time.sleep(TICK)
        finally:
            self._end()

    def _signalled(self, number: int, frame: FrameType | None) -> None:
        self.signals += 1

    def _look(self) -> None:
        for child in self.children:
            child.look(time.monotonic())

    def _end(self) -> None:
        logger.info("stopping")
        self._send(signal.SIGTERM)
        self._wait(PATIENCE)
        self._send(signal.SIGKILL)
        self._wait(PATIENCE)
        logger.info("stopped")

    def _send(self, number: signal.Signals) -> None:
        for child in self.children:
            child.send(number)

    def _wait(self, seconds: float) -> None:
        until, told_to = time.monotonic() + seconds, self.signals
        while any(child.is_running() for child in self.children):
            if time.monotonic() > until or self.signals > max(told_to, 1):
                return
            time.sleep(TICK)


def site(host: str, port: str) -> list[Child]:
    """Two web workers and one for tasks.

    On Linux each web worker is a server of its own on the shared port (SO_REUSEPORT), so that one
    that is killed is back at once and the other is not disturbed. Elsewhere the kernel does not
    share a port out, and one server keeps two workers.
    """
    python = sys.executable
    servers, workers = (2, 1) if sys.platform == "linux" else (1, 2)
    web = [python, "-m", "ncr.serving.web", host, port, str(workers)]
    return [
        *(Child(f"web {number}", web) for number in range(1, servers + 1)),
        # A little later, so that the web has both processors to itself while it starts
        Child("tasks", [python, "manage.py", "work", "--with-parent"], due=time.monotonic() + 2),
    ]


if __name__ == "__main__":
    logging.basicConfig(format="%(asctime)s %(message)s", level=logging.INFO, stream=sys.stdout)
    Supervisor(site(sys.argv[1], sys.argv[2])).run()
