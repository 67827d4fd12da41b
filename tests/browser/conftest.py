"""A site that listens, and visitors to it; nothing goes wrong behind a page unnoticed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Response, expect

from articles.models import Article
from ncr.accounts.models import User
from tests import factories
from tests.mail import Postbox

PATIENCE = 8_000  # milliseconds; two workers share two cores
Visit = Callable[..., Page]

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent.name == "browser":
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def base_url(live_server: Any) -> str:
    return str(live_server.url)


@dataclass
class Watch:
    """What went wrong in any window of a test, but for the answers that the test wants."""

    wanted: set[int] = field(default_factory=set)
    troubles: list[str] = field(default_factory=list)

    def expect(self, *statuses: int) -> None:
        self.wanted.update(statuses)

    def over(self, context: BrowserContext) -> None:
        context.on("console", self._console)
        context.on("weberror", lambda error: self.troubles.append(f"page error: {error.error}"))
        context.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        # What could not be loaded is judged by its answer
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.troubles.append(f"console: {message.text}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self.wanted:
            self.troubles.append(f"{response.status} {response.request.method} {response.url}")


@pytest.fixture
def watch() -> Iterator[Watch]:
    found = Watch()
    yield found
    assert not found.troubles, "\n".join(dict.fromkeys(found.troubles))


@pytest.fixture
def visit(watch: Watch, base_url: str, new_context: Any) -> Visit:
    """Opens a window of somebody's own: `visit(user)`, or `visit()` for the anonymous."""

    def opened(user: User | None = None, *, width: int = 1280, **more: Any) -> Page:
        size = {"width": width, "height": more.pop("height", 900)}
        scripts = more.pop("scripts", True)
        context = new_context(
            viewport=size,
            java_script_enabled=scripts,
            reduced_motion="reduce",
            **more,
        )
        context.set_default_timeout(PATIENCE)
        watch.over(context)
        if user is not None:
            sign_in(context, user, base_url)
        return context.new_page()

    return opened


def sign_in(context: BrowserContext, user: User, base_url: str) -> None:
    """A session as signing in makes it; signing in by hand is the walk's."""
    client = Client()
    client.force_login(user, "ncr.accounts.backends.MemberBackend")
    value = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": value, "url": base_url}])


@pytest.fixture
def post(smtp: Postbox, settings: Any, live_server: Any) -> Postbox:
    """The mail server, with the addresses in mails leading to the site of the test."""
    settings.SITE_URL = live_server.url
    return smtp


@pytest.fixture
def first_administrator(db: None) -> User:
    return User.objects.create_superuser("admin", password=None)


@pytest.fixture
def article(transactional_db: None) -> Article:
    """Something to read, where a test has no text of its own."""
    return factories.article()


@pytest.fixture
def ada(article: Article) -> User:
    """Who reads it."""
    return factories.person("ada", display_name="Ada Reader")
