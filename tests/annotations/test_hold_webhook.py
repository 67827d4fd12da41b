"""A service that says what is to be held: signed questions, a time-out, no answer that harms."""

from __future__ import annotations

import hmac
import json
import logging
import sys
import time
from collections.abc import Iterator
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import pytest
from django.utils import timezone

from annotations.holding.contributing import Contribution
from annotations.holding.evaluating import fired_at
from annotations.models import HoldRule
from annotations.rules import checked_words
from ncr.accounts.models import Audience, User
from tests import factories

pytestmark = pytest.mark.django_db
SECRET = "a secret of some length"


class Quiet(ThreadingHTTPServer):
    """Says nothing of a client that hung up, as the site does when it has waited long enough."""

    def handle_error(self, *_given: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(*_given)


class Service:
    """A web server on this machine that answers what a test tells it to."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, str], bytes]] = []
        self.status, self.headers, self.body = 200, {}, b'{"hold": true, "why": "It smells."}'
        self.released = Event()
        self.released.set()
        self.drips = False
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                content = self.rfile.read(int(self.headers["Content-Length"]))
                service.asked.append((self.path, dict(self.headers), content))
                service.released.wait(10)
                self.send_response(service.status)
                for name, value in service.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                for place in range(len(service.body)):
                    self.wfile.write(service.body[place : place + 1])
                    self.wfile.flush()
                    if service.drips:
                        time.sleep(0.05)

            def log_message(self, *_args: Any) -> None:
                pass

        self._server = Quiet(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/ask?from=here"
        self._thread = Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def service() -> Iterator[Service]:
    made = Service()
    yield made
    made.stop()


def rule(url: str, **given: Any) -> HoldRule:
    return HoldRule.objects.create(
        kind="webhook", url=url, secret=SECRET, **{"seconds": 5.0, **given}
    )


def asks(by: User) -> list[str]:
    article = factories.article(title="Corridors")
    everyone = Audience(pk=Audience.EVERYONE, kind="everyone")
    words = checked_words("Words with ütf-8.", "comment")
    one = Contribution(by, article, everyone, words, "comment", timezone.now(), ["Winds"])
    return [fired.found for fired in fired_at(one)]


def test_the_service_gets_the_words_signed_and_its_reason_is_kept(
    service: Service, author: User
) -> None:
    rule(service.url)
    before = int(time.time())
    assert asks(author) == ["It smells."]
    ((path, headers, body),) = service.asked
    assert path == "/ask?from=here"
    assert headers["Content-Type"] == "application/json"
    stamp = headers["X-NCR-Timestamp"]
    assert before <= int(stamp) <= time.time()
    signed = hmac.new(SECRET.encode(), stamp.encode() + b"." + body, sha256).hexdigest()
    assert headers["X-NCR-Signature"] == f"sha256={signed}"
    told = json.loads(body)
    assert (told["text"], told["kind"], told["topics"]) == (
        "Words with ütf-8.",
        "comment",
        ["Winds"],
    )
    assert told["article"]["title"] == "Corridors"
    assert told["author"]["name"] == "author"
    assert (told["is_reply"], told["is_edit"], told["audience"]) == (False, False, "everyone")
    assert SECRET not in body.decode() + str(headers)


def test_what_the_service_lets_pass_is_not_held(service: Service, author: User) -> None:
    rule(service.url)
    service.body = b'{"hold": false, "why": "It is fine."}'
    assert asks(author) == []
    assert len(service.asked) == 1


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b'{"hold": true}', "127.0.0.1"),
        (b'{"hold": true, "why": null}', "127.0.0.1"),
        (b'{"hold": true, "why": 7}', "127.0.0.1"),
        (b'{"hold": true, "why": "a\\u0000b\\n c\\ud800"}', "ab c"),
        (json.dumps({"hold": True, "why": "x" * 900}).encode(), "x" * 200),
    ],
    ids=["none", "null", "number", "unstorable", "long"],
)
def test_a_reason_is_kept_as_far_as_it_is_one(
    service: Service, author: User, body: bytes, found: str
) -> None:
    rule(service.url)
    service.body = body
    assert asks(author) == [found]


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, b""),
        (200, b"yes"),
        (200, b"[true]"),
        (200, b'{"hold": "true"}'),
        (200, b'{"hold": 1}'),
        (200, b'{"why": "no word of holding"}'),
        (200, b"\xff\xfe"),
        (200, b'{"hold": true, "why": "' + b"x" * 20_000 + b'"}'),
        (200, b"[" * 9_000),
        (204, b""),
        (401, b'{"hold": true}'),
        (500, b'{"hold": true}'),
    ],
)
def test_nonsense_holds_nothing_and_is_logged(
    service: Service, author: User, caplog: pytest.LogCaptureFixture, status: int, body: bytes
) -> None:
    made = rule(service.url)
    service.status, service.body = status, body
    with caplog.at_level(logging.WARNING, "ncr.holding"):
        assert asks(author) == []
    assert f"rule {made.pk}" in caplog.text
    assert SECRET not in caplog.text


def test_a_redirect_is_not_followed(service: Service, author: User) -> None:
    other = Service()
    try:
        rule(service.url)
        service.status, service.headers = 307, {"Location": other.url}
        assert asks(author) == []
        assert (len(service.asked), other.asked) == (1, [])
    finally:
        other.stop()


@pytest.mark.parametrize("drips", [False, True], ids=["silent", "drop by drop"])
def test_who_writes_waits_no_longer_than_the_time_out(
    service: Service, author: User, caplog: pytest.LogCaptureFixture, drips: bool
) -> None:
    rule(service.url, seconds=0.3)
    service.drips = drips
    if drips:
        service.body = b'{"hold": true, "why": "' + b"x" * 60 + b'"}'
    else:
        service.released.clear()
    with caplog.at_level(logging.WARNING, "ncr.holding"):
        assert asks(author) == []
    assert len(service.asked) == 1
    assert "TimeoutError" in caplog.text


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/",
        "file:///etc/hostname",
        "ftp://127.0.0.1/",
        "//nowhere",
        "http://",
        "http://127.0.0.1:99999999/",
        "http://[::1/",
        "http://127.0.0.1/with space",
        "",
    ],
)
def test_an_address_that_is_none_holds_nothing(
    author: User, url: str, caplog: pytest.LogCaptureFixture
) -> None:
    rule(url)
    with caplog.at_level(logging.WARNING, "ncr.holding"):
        assert asks(author) == []
    assert "nothing is held" in caplog.text


def test_trusted_people_and_moderators_are_not_asked_about(
    service: Service, moderator: User
) -> None:
    rule(service.url)
    assert asks(factories.person(trust="trusted")) == []
    assert asks(moderator) == []
    assert service.asked == []
