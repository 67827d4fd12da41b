"""The real site, started as its operator starts it, and what the kernel knows of its processes."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ncr.serving.parents import end_with_parent

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60.0  # seconds; the machine that runs the tests may be busy
OURS = ("DATABASE_URL", "NCR_", "DJANGO_SETTINGS_MODULE", "HOST", "PORT", "SAMPLES", "TIME_ZONE")


def environment(data: Path, **given: str) -> dict[str, str]:
    """The environment without any setting of the site but those given."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return {**kept, "NCR_DATA": str(data), "SAMPLES": "0", **given}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(met: Callable[[], Any], what: str) -> Any:
    """What `met` answers as soon as that is true of it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := met():
            return answer
        time.sleep(0.05)
    raise AssertionError(f"not within {PATIENCE:.0f} s: {what}")


def is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def children(process: int) -> set[int]:
    """The processes right below a process."""
    found = set()
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(fields[1]) == process and fields[0] != "Z":
            found.add(int(status.parent.name))
    return found


def command(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def listeners(port: int) -> int:
    """How many sockets listen on a port (proc_net_tcp: state 0A)."""
    rows = [row.split() for row in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return sum(row[1].endswith(f":{port:04X}") and row[3] == "0A" for row in rows)


@dataclass
class Site:
    """One `manage.py serve`, from its start to its end."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path
    since: float

    @classmethod
    def start(cls, data: Path, **given: str) -> Site:
        port = int(given.pop("PORT", free_port()))
        since = time.time()
        log = data.with_name(f"{data.name}-{time.monotonic_ns()}.log")
        with log.open("wb") as sink:
            process = subprocess.Popen(
                [sys.executable, "manage.py", "serve"],
                cwd=ROOT,
                env=environment(data, PORT=str(port), **given),
                stdout=sink,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=lambda: end_with_parent(signal.SIGTERM),
            )
        return cls(process, port, log, since)

    def get(self, path: str) -> tuple[int, bytes]:
        """Status and body; 0 where nobody answers."""
        try:
            with urllib.request.urlopen(f"http://localhost:{self.port}{path}", timeout=5) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()
        except OSError:
            return 0, b""

    def health(self) -> dict[str, Any]:
        status, body = self.get("/healthz")
        return json.loads(body) if status == 200 else {}

    def works(self) -> bool:
        """Both web workers listen, the task worker runs, and the site finds itself well."""
        complete = len(self.workers("web")) == 2 and len(self.workers("tasks")) == 1
        return complete and listeners(self.port) == 2 and bool(self.health())

    def workers(self, kind: str) -> set[int]:
        """The processes that do the work; those of the web each have a server above them."""
        below = children(self.process.pid)
        if kind == "tasks":
            return {one for one in below if "manage.py work" in command(one)}
        return {worker for server in self.servers() for worker in children(server)}

    def servers(self) -> set[int]:
        return {one for one in children(self.process.pid) if "ncr.serving.web" in command(one)}

    def everybody(self) -> set[int]:
        below = children(self.process.pid)
        return below | {deeper for one in below for deeper in children(one)}

    def end(self, number: signal.Signals = signal.SIGINT) -> int:
        """Tells it to stop, and answers its exit status."""
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)

    def end_by_all_means(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(PATIENCE)
