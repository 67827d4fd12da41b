"""Load by wrk: a client in C, which leaves the processors to the servers."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SCRIPT = Path(__file__).with_name("load.lua")
CONNECTIONS = 8


@dataclass(frozen=True)
class Load:
    """What one stretch of load came to; times in milliseconds."""

    rate: float  # readings a second
    median: float
    p99: float


def check_wrk() -> None:
    if shutil.which("wrk") is None:
        sys.exit(
            "This benchmark drives its servers with wrk, which is not installed.\n"
            "Debian, Ubuntu: apt-get install wrk      macOS: brew install wrk"
        )


def load(
    address: str, paths: Sequence[str], seconds: float, headers: Mapping[str, str] | None = None
) -> Load:
    """Readings of `paths`, one after the other, over eight connections; stops at any failure."""
    given = {"Accept-Encoding": "gzip", **(headers or {})}
    command = ["wrk", "--threads", "1", "--connections", str(CONNECTIONS)]
    command += ["--duration", f"{max(1, round(seconds))}s", "--script", str(SCRIPT)]
    for name, value in given.items():
        command += ["--header", f"{name}: {value}"]
    said = subprocess.run([*command, address, "--", *paths], capture_output=True, text=True)
    line = next((one for one in said.stdout.splitlines() if one.startswith("RESULT")), "")
    if said.returncode or not line:
        sys.exit(f"wrk failed at {address}{paths[0]}: {said.stdout}{said.stderr}")
    requests, microseconds, failed, median, p99 = (float(word) for word in line.split()[1:])
    if failed:
        sys.exit(f"{failed:.0f} of {requests:.0f} requests failed at {address}{paths[0]}")
    return Load(requests / len(paths) / (microseconds / 1e6), median / 1e3, p99 / 1e3)
