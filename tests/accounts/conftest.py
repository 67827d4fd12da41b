"""Two people with mail addresses, and the queue as it is outside of tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from ncr.accounts.models import User
from tests import factories


@pytest.fixture
def author(db: None) -> User:
    return factories.person("author", display_name="Ada Author", email="ada@example.org")


@pytest.fixture
def replier(db: None) -> User:
    return factories.person("replier", display_name="Rita Replier", email="rita@example.org")


@pytest.fixture
def queue(settings: Settings) -> Callable[[], list[DBTaskResult[Any, Any]]]:
    """The real queue; answers what waits in it."""
    from ncr import settings as ours

    settings.TASKS = ours.TASKS
    return lambda: list(DBTaskResult.objects.filter(status="READY").order_by("run_after"))
