"""The shared cast, and a database that lets itself be emptied between browser tests."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import cache
from django.core.management.base import CommandError
from django.db import connection
from django.test import TransactionTestCase
from hypothesis import HealthCheck, settings

from annotations.reading import stored
from ncr.accounts.models import User
from tests import factories
from tests.mail import Postbox, Server

# Playwright runs its own event loop in the thread of the test
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# Property tests try the same examples each time; `--hypothesis-profile=search` looks for new ones
SLOW = [HealthCheck.too_slow]
settings.register_profile("same", deadline=None, derandomize=True, suppress_health_check=SLOW)
settings.register_profile("search", deadline=None, max_examples=5_000, suppress_health_check=SLOW)
settings.load_profile("same")


def empty_when_quiet(empty: Callable[[Any], None], case: Any) -> None:
    """A page that closes sends what was read; PostgreSQL empties no tables that this still uses."""
    for again in range(3):
        try:
            empty(case)
            break
        except CommandError as error:
            if again == 2 or "deadlock" not in str(error.__cause__):
                raise
            time.sleep(0.5)


def let_the_log_be_emptied() -> None:
    """SQLite empties tables by DELETE, which the moderation log's triggers rightly refuse."""
    log = import_module("annotations.migrations.0002_moderation_log_is_append_only")
    empty = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]

    def emptied(self: Any) -> None:
        if connection.vendor != "sqlite":
            empty_when_quiet(empty, self)
            return
        with connection.schema_editor() as editor:
            log.drop(apps, editor)
        empty(self)
        with connection.schema_editor() as editor:
            log.add(apps, editor)

    TransactionTestCase._fixture_teardown = emptied  # type: ignore[attr-defined]


let_the_log_be_emptied()


# Left to `make test-full`: whole files, some tests, and of a matrix all but its first case
SLOW_FILES = (
    "browser/test_circle.py",
    "browser/test_groups.py",
    "browser/test_joining.py",
    "browser/test_notices.py",
    "browser/test_revisions.py",
    "browser/test_searching.py",
    "serving/test_archives.py",
    "serving/test_backup.py",
    "serving/test_upgrades.py",
)
SLOW_TESTS = (
    "test_examples_are_recognised_or_refused",
    "test_five_hundred_are_decided_in_one_request",
    "test_five_hundred_are_hidden_in_one_request",
    "test_half_of_the_quotes_overlap_another",
    "test_memory_is_that_of_a_piece",
    "test_pages_of_topics_are_accessible_and_fit",
    "test_removing_them_leaves_what_others_wrote_elsewhere",
    "test_shares_are_those_that_were_asked_for",
)
MATRIX = (
    "test_pictures_of_the_guides",
    "test_pages_are_accessible_and_fit",
    "test_pages_of_the_queue_are_accessible_and_fit",
    "test_ten_items_are_decided_by_keys_alone",
    "test_a_chosen_note_and_an_open_reply",
    "test_what_opens_on_the_page_and_in_a_note",
    "test_what_opens_beside_the_text",
    "test_empty_places",
    "test_a_form_that_is_filled_in_and_refused",
    "test_a_long_name_of_the_site_gives_way",
    "test_importing",
    "test_no_list_reads_the_table_of_annotations_through",
    "test_signing_in_that_is_refused_and_the_first_arrival",
    "test_the_admin_is_accessible_and_fits",
    "test_words_are_read_by_those_who_may_and_by_nobody_else",
    "test_a_reply_keeps_the_thread_and_its_audience",
    "test_notices_and_mail_pass_the_gate",
    "test_moving_a_reply_passes_the_gate",
    "test_the_ledger_passes_the_gate",
    "test_of_a_groups_article_outsiders_see_no_trace",
    "test_a_search_for_what_is_withheld_is_answered_like_one_for_nothing",
)


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Marks as slow what `make test` leaves to `make test-full`; puts the browser's tests last.

    These empty the tables, rules of the site included, which the others find as migrations left
    them; pytest brings what shares a browser together, be it before the others.
    """
    seen = set()
    for item in items:
        name = getattr(item, "originalname", item.name)
        is_later = name in MATRIX and name in seen
        seen.add(name)
        in_slow_file = item.nodeid.startswith(tuple(f"tests/{file}" for file in SLOW_FILES))
        if is_later or in_slow_file or name in SLOW_TESTS:
            item.add_marker(pytest.mark.slow)
    yield  # to the others, who leave some out and bring some together
    items.sort(key=_place)


def _place(item: pytest.Item) -> int:
    """Without a browser, with one on the site, and with one on nothing but scripts.

    In this order: what a session keeps of its first page is the address of the site.
    """
    if item.path.parent.name == "browser":
        return 1
    return 2 if "browser" in getattr(item, "fixturenames", ()) else 0


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A thread of a test may have left its connection open, which keeps PostgreSQL's database."""
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


@pytest.fixture(autouse=True)
def fresh_pages() -> None:
    """No stored page outlives its test: ids come back after a rollback."""
    stored.shelf = stored.Shelf(stored.MEMORY)
    cache.clear()


@pytest.fixture
def one_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock by which things are counted by the minute or hour stands still during a test."""
    clock = SimpleNamespace(now=lambda: datetime(2026, 1, 1, 12, 30, tzinfo=UTC))
    for counting in (
        "ncr.accounts.limits",
        "annotations.views.preview",
        "annotations.views.leaving",
    ):
        monkeypatch.setattr(f"{counting}.timezone", clock)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium, without its talking to anybody but the site."""
    quiet = ["disable-background-networking", "disable-component-update", "disable-sync"]
    return {
        **browser_type_launch_args,
        "executable_path": os.environ.get("CHROMIUM") or shutil.which("chromium"),
        "args": ["--no-sandbox", "--disable-gpu", *(f"--{name}" for name in quiet)],
    }


@pytest.fixture
def author(db: None) -> User:
    return factories.person("author", display_name="Ada Author")


@pytest.fixture
def stranger(db: None) -> User:
    """A member who has nothing to do with the thing at hand."""
    return factories.person("stranger", display_name="Sven Stranger")


@pytest.fixture
def moderator(db: None) -> User:
    return factories.moderator()


@pytest.fixture
def smtp(settings: Any) -> Iterator[Postbox]:
    """A real mail server on this machine, to which the site sends; see `tests.mail`."""
    box = Postbox()
    server = Server(box)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = server.hostname, server.port
    yield box
    server.stop()
