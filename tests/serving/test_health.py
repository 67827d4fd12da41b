"""What /healthz tells, and when it calls for help."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connections
from django.test import Client
from pytest_django import Settings

from ncr import health
from ncr.serving import heartbeat

pytestmark = pytest.mark.django_db(databases=["default", "work"])


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path


def worker_was_seen(seconds_ago: float, age: float = 500) -> None:
    heartbeat.file().write_text(str(time.time() - age))
    moment = time.time() - seconds_ago
    os.utime(heartbeat.file(), (moment, moment))


def web_started(monkeypatch: pytest.MonkeyPatch, seconds_ago: float) -> None:
    monkeypatch.setattr(health, "STARTED", time.time() - seconds_ago)


def asked(client: Client) -> tuple[int, dict[str, Any]]:
    answer = client.get("/healthz")
    assert answer["Cache-Control"].startswith("max-age=0")
    return answer.status_code, answer.json()


def test_all_is_well(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    web_started(monkeypatch, 300)
    worker_was_seen(seconds_ago=7, age=200)
    status, told = asked(client)
    assert (status, told["status"]) == (200, "ok")
    assert told["web"]["age"] == pytest.approx(300, abs=5)
    assert told["worker"]["age"] == pytest.approx(200, abs=5)
    assert told["worker"]["silent"] == pytest.approx(7, abs=5)
    assert told["database"]["status"] == told["queue"]["status"] == "ok"


@pytest.mark.parametrize("ever", [True, False])
def test_a_worker_has_a_minute_to_start(
    client: Client, monkeypatch: pytest.MonkeyPatch, ever: bool
) -> None:
    if ever:
        worker_was_seen(seconds_ago=4000)
    web_started(monkeypatch, 50)
    assert asked(client)[0] == 200
    assert asked(client)[1]["worker"]["status"] == "starting"
    web_started(monkeypatch, 70)
    assert asked(client)[0] == 503
    assert asked(client)[1]["worker"]["status"] == "silent"


def test_two_minutes_of_silence_are_too_many(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    web_started(monkeypatch, 300)
    worker_was_seen(seconds_ago=110)
    assert asked(client)[0] == 200
    worker_was_seen(seconds_ago=130)
    status, told = asked(client)
    assert (status, told["status"], told["worker"]["status"]) == (503, "failing", "silent")


@pytest.mark.parametrize(("alias", "part"), [("default", "database"), ("work", "queue")])
def test_a_database_that_does_not_answer_is_503_without_its_reason(
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    alias: str,
    part: str,
) -> None:
    worker_was_seen(seconds_ago=1)

    def refuse(*_: Any, **__: Any) -> None:
        raise OperationalError("password of postgres://ncr:secret@db is wrong")

    monkeypatch.setattr(connections[alias], "cursor", refuse)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()[part] == {"status": "failing"}
    assert b"secret" not in answer.content
    assert "secret" in caplog.text


def test_health_is_only_read(client: Client) -> None:
    assert client.post("/healthz").status_code == 405


def test_the_heart_beats_while_a_task_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heartbeat, "EVERY", 0.05)
    with heartbeat.Heartbeat():
        begun = heartbeat.last_seen()
        assert begun is not None
        assert begun.started == pytest.approx(time.time(), abs=5)
        time.sleep(0.4)  # a task, in the worker's own thread
        later = heartbeat.last_seen()
    assert later is not None
    assert later.last > begun.last
    assert later.started == begun.started
