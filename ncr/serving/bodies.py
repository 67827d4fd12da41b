"""Takes in a request's body before the site is asked, so that slow senders never stop the reading.

A web worker has few threads, and one that waits for a body is lost to others: twenty half-sent
forms would silence the site. So at most `SENDERS` threads wait for bodies; who comes on top of
that is told to try again, and the other threads stay free for what has none.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable
from threading import BoundedSemaphore
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

SENDERS = 8
MOST = 64 * 1024 * 1024  # what is larger is not even read; a file that is brought in is less
IN_MEMORY = 1024 * 1024
PIECE = 64 * 1024


class BodiesFirst:
    """Wraps a WSGI application (PEP 3333), which then finds every body complete."""

    def __init__(self, application: WSGIApplication, senders: int = SENDERS) -> None:
        self._application = application
        self._senders = BoundedSemaphore(senders)

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        length = announced(environ)
        if not length:
            return self._application(environ, start)
        if length > MOST:
            return refuse(start, "413 Content Too Large", "This is more than is taken at once.")
        if not self._senders.acquire(blocking=False):
            return refuse(start, "503 Service Unavailable", "Too many are sending. Try again.")
        try:
            environ["wsgi.input"] = received(environ["wsgi.input"], length)
        finally:
            self._senders.release()
        return self._application(environ, start)


def announced(environ: WSGIEnvironment) -> int:
    """The length of the body; 0 for what is no length, which the site then refuses itself."""
    value: Any = environ.get("CONTENT_LENGTH") or "0"
    return int(value) if value.isdecimal() else 0


def received(source: IO[bytes], length: int) -> IO[bytes]:
    """The whole body, at its beginning; on disk when it is large, until it is forgotten."""
    large = length > IN_MEMORY
    body: IO[bytes] = tempfile.TemporaryFile() if large else io.BytesIO()  # noqa: SIM115
    while length > 0 and (piece := source.read(min(length, PIECE))):
        body.write(piece)
        length -= len(piece)
    body.seek(0)
    return body


def refuse(start: StartResponse, status: str, words: str) -> list[bytes]:
    start(status, [("Content-Type", "text/plain; charset=utf-8"), ("Retry-After", "5")])
    return [words.encode()]
