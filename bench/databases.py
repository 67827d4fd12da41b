"""The databases that a benchmark is run on, each in a process of its own."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

POSTGRES = "postgres://postgres@127.0.0.1:5432"


@contextmanager
def on_postgres(server: str, name: str, *, keep: bool = False) -> Iterator[str]:
    """The address of a database that is made here and dropped afterwards.

    With `keep` one that is there already is used, and it stays.
    """
    import psycopg

    connection = psycopg.connect(f"{server}/postgres", autocommit=True)
    there = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
    if not (keep and there):
        connection.execute(f"DROP DATABASE IF EXISTS {name}")
        connection.execute(f"CREATE DATABASE {name}")
    try:
        yield f"{server}/{name}"
    finally:
        if not keep:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def in_process(measure: Callable[[Path], bool]) -> bool:
    """Whether all goals were met by `measure`, which is given a folder; Django is set up once in a
    process, so that each database needs one.
    """
    child = os.fork()
    if child == 0:
        met = False
        try:
            with tempfile.TemporaryDirectory(prefix="ncr-bench-") as folder:
                met = measure(Path(folder))
        except BaseException:
            traceback.print_exc()
        finally:
            # Whatever happened: what the parent does afterwards is not for the child to do
            sys.stdout.flush()
            os._exit(0 if met else 1)
    return os.waitpid(child, 0)[1] == 0
