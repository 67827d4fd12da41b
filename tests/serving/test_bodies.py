"""Bodies are taken in before the site is asked; slow senders cannot stop the reading."""

from __future__ import annotations

import io
import random
import threading
from collections.abc import Iterable
from typing import Any

import pytest

from articles.importers.kinds import MAX_OTHER
from ncr.serving.bodies import IN_MEMORY, MOST, BodiesFirst


class Slow(io.BytesIO):
    """A body whose sender stops half-way, until it is let go on."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self.reached, self.go_on = threading.Event(), threading.Event()

    def read(self, size: int | None = -1) -> bytes:
        self.reached.set()
        self.go_on.wait(20)
        return super().read(size)


def echo(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
    start("200 OK", [])
    with environ["wsgi.input"] as body:
        return [body.read()]


def call(site: BodiesFirst, body: io.BytesIO, length: str) -> tuple[str, bytes]:
    statuses: list[str] = []
    environ = {"wsgi.input": body, "CONTENT_LENGTH": length}
    answer = b"".join(site(environ, lambda status, headers: statuses.append(status)))  # type: ignore[arg-type,func-returns-value]
    return statuses[0], answer


@pytest.mark.parametrize("size", [1, IN_MEMORY + 1])
def test_a_body_arrives_whole(size: int) -> None:
    content = random.Random(7).randbytes(size)
    assert call(BodiesFirst(echo), io.BytesIO(content), str(len(content))) == ("200 OK", content)


def test_no_more_is_read_than_was_announced() -> None:
    assert call(BodiesFirst(echo), io.BytesIO(b"announced, and more"), "9") == (
        "200 OK",
        b"announced",
    )


def test_a_body_that_ends_early_is_handed_on_as_it_is() -> None:
    assert call(BodiesFirst(echo), io.BytesIO(b"half"), "8") == ("200 OK", b"half")


def test_a_length_that_is_none_is_left_to_the_site() -> None:
    assert call(BodiesFirst(echo), io.BytesIO(b""), "-5") == ("200 OK", b"")


def test_far_too_much_is_refused_unread() -> None:
    body = io.BytesIO(b"start")
    assert call(BodiesFirst(echo), body, str(MOST + 1))[0] == "413 Content Too Large"
    assert body.tell() == 0


def test_slow_senders_are_limited_and_readers_are_not() -> None:
    site = BodiesFirst(echo, senders=1)
    slow = Slow(b"slow")
    answers: list[tuple[str, bytes]] = []
    sender = threading.Thread(target=lambda: answers.append(call(site, slow, "4")))
    sender.start()
    assert slow.reached.wait(20)
    assert call(site, io.BytesIO(b"next"), "4")[0] == "503 Service Unavailable"
    assert call(site, io.BytesIO(b""), "")[0] == "200 OK"
    slow.go_on.set()
    sender.join()
    assert answers == [("200 OK", b"slow")]
    assert call(site, io.BytesIO(b"next"), "4") == ("200 OK", b"next")


def test_the_largest_file_that_is_brought_in_gets_through() -> None:
    assert MAX_OTHER + 1_000_000 < MOST
