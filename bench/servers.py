"""Servers for benchmarks: the site as `make run` serves it, and others in the same server."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
WEB_WORKERS = 2


def use(folder: Path, **more: str) -> None:
    """Makes `folder` the site's own in this process, with a database that is up to date."""
    plain = _plain()
    os.environ.clear()
    os.environ.update({**plain, **settings_of(folder), **more})
    os.environ["DJANGO_SETTINGS_MODULE"] = "ncr.settings"
    import django

    django.setup()
    from ncr.serving import preparing

    preparing.migrate()
    preparing.collect_static()


def settings_of(folder: Path) -> dict[str, str]:
    """The site's environment: all defaults but the folder, whatever is set outside."""
    return {"NCR_DATA": str(folder), "SAMPLES": "0"}


@contextmanager
def site(folder: Path, **more: str) -> Iterator[str]:
    """The site on the data in `folder`: two web workers and the task worker; its address."""
    port = free_port()
    command = [sys.executable, "-m", "ncr.serving.supervising", HOST, str(port)]
    with _running([command], {**settings_of(folder), **more}, port) as address:
        yield address


@contextmanager
def other(application: str, ready: str, environment: Mapping[str, str]) -> Iterator[str]:
    """Another application in the same server with as many web workers; `ready` answers 200."""
    port = free_port()
    command = [sys.executable, "-m", "ncr.serving.web", HOST, str(port), "1", application]
    with _running([command] * WEB_WORKERS, environment, port, ready) as address:
        yield address


@contextmanager
def _running(
    commands: list[list[str]], environment: Mapping[str, str], port: int, ready: str = "/articles/"
) -> Iterator[str]:
    with tempfile.TemporaryFile("w+") as log:
        processes = [
            subprocess.Popen(
                command, cwd=PROJECT, env={**_plain(), **environment}, stdout=log, stderr=log
            )
            for command in commands
        ]
        try:
            if not _answers(port, ready):
                log.seek(0)
                sys.exit(f"The server did not answer {ready}. It said:\n{log.read()}")
            yield f"http://{HOST}:{port}"
        finally:
            for process in processes:
                process.send_signal(signal.SIGTERM)
            for process in processes:
                process.wait(30)


def _plain() -> dict[str, str]:
    """The environment without what would set the site up otherwise than by default."""
    ours = ("NCR_", "DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}


def _answers(port: int, path: str, seconds: float = 60) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        connection = HTTPConnection(HOST, port, timeout=5)
        try:
            connection.request("GET", path)
            if connection.getresponse().status == 200:
                time.sleep(1)  # the second worker starts with the first
                return True
        except OSError:
            pass
        finally:
            connection.close()
        time.sleep(0.1)
    return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
