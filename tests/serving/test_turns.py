"""Writers to one SQLite file take turns: none is refused, nothing is lost, a death ends a turn."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from ncr.settings import sqlite_options
from ncr.sqlite3.base import DatabaseWrapper
from ncr.sqlite3.turns import Turns
from tests.serving.running import ROOT, until

ADD = """
import sys, sqlite3, time
from ncr.sqlite3.turns import Turns
turns = Turns(sys.argv[1])
rows = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=0)
for _ in range(int(sys.argv[2])):
    assert turns.take(20)
    rows.execute("BEGIN IMMEDIATE")
    (count,) = rows.execute("SELECT count FROM tally").fetchone()
    rows.execute("UPDATE tally SET count = ?", [count + 1])
    rows.execute("COMMIT")
    turns.give()
"""
HOLD = """
import sys, time
from ncr.sqlite3.turns import Turns
Turns(sys.argv[1]).take(20)
print("held", flush=True)
time.sleep(60)
"""


def connection(path: Path) -> BaseDatabaseWrapper:
    from django.db import connections

    settings: dict[str, Any] = {
        **connections["work"].settings_dict,
        "ENGINE": "ncr.sqlite3",
        "NAME": str(path),
        "OPTIONS": sqlite_options(True),
    }
    return DatabaseWrapper(settings, alias="turns")


@pytest.fixture
def database(tmp_path: Path, django_db_blocker: Any) -> Iterator[Path]:
    path = tmp_path / "tally.sqlite3"
    with django_db_blocker.unblock():
        made = connection(path)
        with made.cursor() as cursor:
            cursor.execute("CREATE TABLE tally (count integer)")
            cursor.execute("INSERT INTO tally VALUES (0)")
        made.close()
        yield path


def count_in(path: Path) -> int:
    asked = connection(path)
    with asked.cursor() as cursor:
        cursor.execute("SELECT count FROM tally")
        (count,) = cursor.fetchone()
    asked.close()
    return int(count)


def program(text: str, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", text, *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)


def test_processes_that_never_wait_for_sqlite_lose_nothing(database: Path) -> None:
    """Their own time-out is nothing, so that without turns one of them would be refused."""
    running = [program(ADD, str(database), "200") for _process in range(3)]
    for one in running:
        one.communicate(timeout=60)
    assert [one.returncode for one in running] == [0, 0, 0]
    assert count_in(database) == 600


def test_threads_with_connections_of_their_own_lose_nothing(database: Path) -> None:
    problems: list[BaseException] = []

    def add() -> None:
        own = connection(database)
        try:
            for _time in range(50):
                begin(own)
                with own.cursor() as cursor:
                    cursor.execute("SELECT count FROM tally")
                    (count,) = cursor.fetchone()
                    cursor.execute("UPDATE tally SET count = %s", [count + 1])
                end(own)
        except BaseException as problem:
            problems.append(problem)
        finally:
            own.close()

    threads = [threading.Thread(target=add) for _thread in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(60)
    assert problems == []
    assert count_in(database) == 200


def begin(own: BaseDatabaseWrapper) -> None:
    own.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)


def end(own: BaseDatabaseWrapper, *, keep: bool = True) -> None:
    if keep:
        own.commit()
    else:
        own.rollback()
    own.set_autocommit(True)


@pytest.mark.parametrize("how", ["commit", "rollback", "close"])
def test_each_end_of_a_transaction_ends_the_turn(database: Path, how: str) -> None:
    first, second = connection(database), connection(database)
    begin(first)
    if how == "close":
        first.close()
    else:
        end(first, keep=how == "commit")
    begin(second)
    end(second)
    second.close()
    first.close()


def test_who_waits_too_long_is_told_so(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ncr.sqlite3.base.PATIENCE", 0.1)
    first, second = connection(database), connection(database)
    begin(first)
    with pytest.raises(OperationalError, match="locked"):
        begin(second)
    end(first)
    second.close()
    first.close()


def test_a_process_that_dies_ends_its_turn(database: Path) -> None:
    holder = program(HOLD, str(database))
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    taken = threading.Event()
    turns = Turns(str(database))

    def take() -> None:
        turns.take(20)
        taken.set()

    waiting = threading.Thread(target=take)
    waiting.start()
    assert not taken.wait(0.2)
    os.kill(holder.pid, signal.SIGKILL)
    until(taken.is_set, "the turn came")
    holder.wait()
    holder.stdout.close()
    waiting.join()
    turns.give()


@pytest.mark.django_db(transaction=True)
def test_the_site_itself_takes_turns() -> None:
    from django.db import connection as default

    if default.vendor != "sqlite":
        assert not isinstance(default.connection, DatabaseWrapper)
        return
    with transaction.atomic():
        assert default._turn is not None  # type: ignore[attr-defined]
    assert default._turn is None  # type: ignore[attr-defined]
