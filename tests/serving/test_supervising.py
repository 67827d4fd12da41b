"""Two web workers and one for tasks, whatever happens to them. These tests run the real thing."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ncr.serving.supervising import LONGEST_PAUSE, Child, Supervisor, pause_after, told
from tests.serving.running import ROOT, Site, children, is_alive, listeners, until

pytestmark = pytest.mark.xdist_group("serving")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all of them: what the first start prepares, the others find."""
    return tmp_path_factory.mktemp("serving") / "data"


@pytest.fixture(scope="module")
def running(data: Path) -> Iterator[Site]:
    site = Site.start(data)
    try:
        until(site.works, "the site works")
        yield site
    finally:
        site.end_by_all_means()


@pytest.fixture
def another(data: Path) -> Iterator[Site]:
    site = Site.start(data)
    try:
        until(site.works, "the site works")
        yield site
    finally:
        site.end_by_all_means()


def test_two_web_workers_and_one_task_worker_run(running: Site) -> None:
    assert len(running.workers("web")) == 2
    assert len(running.workers("tasks")) == 1


def test_the_start_page_answers(running: Site) -> None:
    assert running.get("/articles/")[0] == 200


def test_the_task_worker_tidies_up_and_queues_tomorrows_run(running: Site, data: Path) -> None:
    late = "run_after > datetime('now', '1 hour')"
    question = f"SELECT status, {late} FROM django_tasks_database_dbtaskresult"

    def rows() -> set[tuple[str, int]]:
        with closing(sqlite3.connect(data / "work.sqlite3")) as database:
            return set(database.execute(question))

    until(lambda: rows() == {("SUCCESSFUL", 0), ("READY", 1)}, "one is done and one waits")


@pytest.mark.parametrize("kind", ["web", "tasks"])
def test_killed_workers_come_back(running: Site, kind: str) -> None:
    victims = running.workers(kind)
    for victim in victims:
        os.kill(victim, signal.SIGKILL)
    until(lambda: not any(is_alive(one) for one in victims), "they are dead")
    until(running.works, "all are back")
    assert not victims & running.workers(kind)
    lines = [line for line in running.log.read_text().splitlines() if "starts again" in line]
    assert sum(f" {kind}" in line for line in lines) == len(victims)


def test_one_web_worker_answers_while_the_other_is_dead(running: Site) -> None:
    victim = min(running.workers("web"))
    os.kill(victim, signal.SIGKILL)
    until(lambda: listeners(running.port) == 1, "its socket is closed")
    assert [running.get("/healthz")[0] for _ in range(5)] == [200] * 5
    until(running.works, "it is back")


def test_a_killed_server_takes_its_worker_along_and_both_come_back(running: Site) -> None:
    server = min(running.servers())
    before = running.workers("web")
    os.kill(server, signal.SIGKILL)
    until(lambda: sum(is_alive(one) for one in before) == 1, "its worker is gone")
    until(running.works, "two are back")


def test_a_second_site_on_the_port_is_refused_in_words(running: Site, data: Path) -> None:
    second = Site.start(data.with_name("second"), PORT=str(running.port))
    assert second.process.wait(60) == 1
    assert f"PORT: something already listens on 127.0.0.1:{running.port}" in second.log.read_text()
    assert running.get("/healthz")[0] == 200


def test_a_second_start_keeps_the_data_and_ctrl_c_ends_all(running: Site, another: Site) -> None:
    processes = another.everybody()
    assert len(processes) == 5
    fresh = links(another)
    assert len(fresh) == 1
    assert fresh != links(running)
    for link in [*fresh, *links(running)]:  # of one database: both are good
        assert another.get(link)[0] == 200
    assert another.end(signal.SIGINT) == 0
    assert not any(is_alive(one) for one in processes)
    assert "Traceback" not in another.log.read_text()


def test_a_second_start_prepares_nothing_again(another: Site, data: Path) -> None:
    """And, in the same breath, that nothing is left behind when the supervisor is killed."""
    collected = (data / "static" / ".sources").stat().st_mtime
    key = (data / "secret_key").stat().st_mtime
    assert max(collected, key) < another.since
    processes = another.everybody()
    another.process.kill()
    until(lambda: not any(is_alive(one) for one in processes), "all are gone")


def links(site: Site) -> list[str]:
    return re.findall(r"/accounts/link/\S+", site.log.read_text())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_each_signal_that_ends_the_supervisor_ends_its_children(number: signal.Signals) -> None:
    words = "[Child(str(n), ['sleep', '600']) for n in range(3)]"
    program = f"from ncr.serving.supervising import *; Supervisor({words}).run()"
    supervisor = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT)
    until(lambda: len(children(supervisor.pid)) == 3, "they run")
    below = children(supervisor.pid)
    supervisor.send_signal(number)
    assert supervisor.wait(20) == 0
    assert not any(is_alive(one) for one in below)


def test_pauses_double_up_to_a_limit() -> None:
    assert [pause_after(ends) for ends in range(5)] == [0.0, 0.5, 1.0, 2.0, 4.0]
    assert pause_after(60) == LONGEST_PAUSE


def test_an_end_is_told_by_status_or_signal() -> None:
    assert told(3) == "ended with status 3"
    assert told(-9) == "killed by SIGKILL"


def test_a_child_that_lived_long_starts_again_without_a_pause() -> None:
    child = Child("short", ["/bin/true"])
    child.look(now=100.0)
    assert child.process is not None
    child.process.wait()
    child.look(now=5000.0)
    assert child.due == 5000.0
    child.look(now=5000.0)
    assert child.process is not None
    child.process.wait()
    child.look(now=5001.0)
    assert child.due == 5001.5


def test_a_child_that_will_not_end_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ncr.serving.supervising.PATIENCE", 0.3)
    stubborn = Child("stubborn", ["/bin/sh", "-c", "trap '' TERM; echo; while :; do sleep 1; done"])
    supervisor = Supervisor([stubborn])
    stubborn.look(now=1.0)
    supervisor._end()
    assert not stubborn.is_running()
