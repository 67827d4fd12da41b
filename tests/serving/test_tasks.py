"""Tidying up, and what becomes of a task whose worker was killed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.core.management import call_command
from django.db import connections
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from annotations.models import Reading
from ncr import tasks
from ncr.accounts.models import Notice, SignInLink, User
from tests import factories

pytestmark = pytest.mark.django_db(databases=["default", "work"])


@pytest.fixture(autouse=True)
def real_queue_and_cache(db: None, settings: Settings) -> None:
    from ncr import settings as ours

    settings.TASKS = ours.TASKS
    settings.CACHES = ours.CACHES
    call_command("createcachetable", database="work", verbosity=0)


def row(status: str, **given: Any) -> DBTaskResult[Any, Any]:
    return DBTaskResult.objects.create(
        **{
            "status": status,
            "args_kwargs": {"args": [], "kwargs": {}},
            "task_path": "ncr.tasks.tidy",
            "backend_name": "default",
            "run_after": timezone.now(),
            "exception_class_path": "",
            "traceback": "",
            **given,
        }
    )


def test_expired_sessions_go() -> None:
    now = timezone.now()
    Session.objects.create(session_key="old", expire_date=now - timedelta(hours=1))
    Session.objects.create(session_key="new", expire_date=now + timedelta(hours=1))
    tasks.tidy.call()
    assert [one.session_key for one in Session.objects.all()] == ["new"]


def test_links_go_a_month_after_their_end(author: User) -> None:
    now = timezone.now()
    for digest, days in {"old": 31, "past": 29}.items():
        ended = now - timedelta(days=days)
        SignInLink.objects.create(user=author, digest=digest, expires_at=ended)
    assert tasks.tidy.call()["links"] == 1
    assert [link.digest for link in SignInLink.objects.all()] == ["past"]


def test_notices_go_half_a_year_after_they_were_read(author: User) -> None:
    now = timezone.now()
    for kind, days in {"old": 181, "kept": 179}.items():
        read = now - timedelta(days=days)
        Notice.objects.create(person=author, kind=kind, created_at=read, read_at=read)
    long_ago = now - timedelta(days=400)
    Notice.objects.create(person=author, kind="unread", created_at=long_ago)
    assert tasks.tidy.call()["notices"] == 1
    assert {notice.kind for notice in Notice.objects.all()} == {"kept", "unread"}


def test_finished_tasks_go_after_a_week() -> None:
    now = timezone.now()
    row("SUCCESSFUL", finished_at=now - timedelta(days=8))
    row("FAILED", finished_at=now - timedelta(days=8))
    kept = {
        row("SUCCESSFUL", finished_at=now - timedelta(days=6)).pk,
        row("RUNNING", started_at=now - timedelta(days=8)).pk,
        row("READY", task_path="ncr.other.task", run_after=now - timedelta(days=8)).pk,
    }
    assert tasks.tidy.call()["tasks"] == 2
    left = DBTaskResult.objects.exclude(status="READY", task_path=tasks.tidy.module_path)
    assert {one.pk for one in left} == kept


def test_expired_cache_rows_go() -> None:
    cache = caches["default"]
    cache.set("old", 1, timeout=60)
    cache.set("new", 1, timeout=3600)
    assert tasks.clear_cache(timezone.now() + timedelta(minutes=2)) == 1
    with connections["work"].cursor() as cursor:
        cursor.execute("SELECT cache_key FROM ncr_cache")
        assert [key for (key,) in cursor.fetchall()] == [":1:new"]


def test_each_run_queues_the_next_and_only_one_waits() -> None:
    before = timezone.now()
    tasks.schedule_tidying()
    tasks.schedule_tidying()
    assert DBTaskResult.objects.get().run_after - before < timedelta(minutes=5)
    assert tasks.tidy.call() == {
        "links": 0,
        "notices": 0,
        "tasks": 0,
        "cache": 0,
        "digests": 0,
        "origins": 0,
        "sealed": 0,
        "unconfirmed": 0,
        "trust": 0,
        "figures": 0,
        "imports": 0,
        "stuck": 0,
        "texts": 0,
    }
    pause = DBTaskResult.objects.get().run_after - before
    assert timedelta(days=1) <= pause < timedelta(days=1, minutes=5)


def test_each_run_lets_trust_grow() -> None:
    person, article = factories.person(trust="new"), factories.article()
    at = timezone.now() - timedelta(days=2)
    for number in range(5):
        factories.annotation(article, person, f"Note {number}.", at=at)
        Reading.objects.create(person=person, article=factories.article(), visited_at=at)
    assert tasks.tidy.call()["trust"] == 1
    person.refresh_from_db()
    assert person.trust == "member"


def test_an_error_does_not_end_the_series(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(now: Any) -> int:
        raise RuntimeError("the cache is gone")

    monkeypatch.setattr(tasks, "clear_cache", fail)
    with pytest.raises(RuntimeError, match="gone"):
        tasks.tidy.call()
    assert DBTaskResult.objects.get().status == TaskResultStatus.READY


def test_what_a_killed_worker_left_is_queued_again() -> None:
    ours = row("RUNNING", worker_ids=["here"])
    theirs = row("RUNNING", worker_ids=["here", "there"])
    done = row("SUCCESSFUL", worker_ids=["here"])
    tasks.take_back("here")
    for one, status in {ours: "READY", theirs: "RUNNING", done: "SUCCESSFUL"}.items():
        one.refresh_from_db()
        assert one.status == status


def test_a_task_that_killed_its_worker_three_times_has_failed() -> None:
    deadly = row("RUNNING", worker_ids=["here", "here", "here"])
    tasks.take_back("here")
    deadly.refresh_from_db()
    assert deadly.status == "FAILED"
    assert "killed 3 times" in deadly.traceback
