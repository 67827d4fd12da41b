"""Asking another service, by an address that the owners gave, whether to hold something.

It gets JSON by POST, and answers `{"hold": true or false, "why": "…"}` with status 200. The header
X-NCR-Signature is `sha256=` and the hexadecimal HMAC-SHA256, with the rule's secret, of the value
of X-NCR-Timestamp (seconds since 1970), a full stop, and the body (RFC 2104). When it does not
answer in time, or answers anything else, nothing is held and the log of the site says so:
a service that is down must not keep everybody from being read.
"""

from __future__ import annotations

import hmac
import json
import logging
import ssl
import time
from collections.abc import Callable
from contextlib import closing
from functools import lru_cache
from hashlib import sha256
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any
from urllib.parse import SplitResult, urlsplit

from annotations.holding.contributing import Contribution
from annotations.models import HoldRule
from ncr.refusals import UNSTORABLE

logger = logging.getLogger("ncr.holding")

MOST_SECONDS = 10.0
MOST_BYTES = 10_000
OK = 200


class NoAnswer(Exception):
    """The service gave none that can be understood."""


def asked(rule: HoldRule, one: Contribution) -> str:
    """Why the service wants it held; empty where it does not, or where there is no answer."""
    body = json.dumps(_told(one)).encode()
    seconds = max(0.1, min(rule.seconds, MOST_SECONDS))
    try:
        content = _in_time(seconds, lambda: _post(rule, body, seconds))
        return _why(rule, content)
    except (OSError, HTTPException, ValueError, NoAnswer) as error:
        logger.warning("rule %d: %s: %s, so nothing is held", rule.pk, type(error).__name__, error)
        return ""


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """The value of X-NCR-Signature."""
    signed = hmac.new(secret.encode(), f"{timestamp}.".encode() + body, sha256)
    return f"sha256={signed.hexdigest()}"


def _told(one: Contribution) -> dict[str, Any]:
    return {
        "text": one.words.markdown,
        "html": one.words.html,
        "kind": one.kind,
        "is_reply": one.thread is not None and (one.edited is None or not one.edited.is_opening),
        "is_edit": one.edited is not None,
        "audience": one.audience.kind,
        "topics": list(one.topics or ()),
        "article": {"slug": one.article.slug, "title": one.article.title},
        "author": {
            "name": one.by.username,
            "trust": one.by.trust,
            "since": one.by.date_joined.isoformat(),
        },
    }


def _post(rule: HoldRule, body: bytes, seconds: float) -> bytes:
    """The content of the answer. A redirect is no answer: it would lead past what owners chose."""
    address = urlsplit(rule.url)
    timestamp = str(int(time.time()))
    connection = _connection(address, seconds)
    try:
        connection.request(
            "POST",
            (address.path or "/") + (f"?{address.query}" if address.query else ""),
            body,
            {
                "Content-Type": "application/json",
                "X-NCR-Timestamp": timestamp,
                "X-NCR-Signature": signature(rule.secret, timestamp, body),
            },
        )
        with closing(connection.getresponse()) as response:
            if response.status != OK:
                raise NoAnswer(f"status {response.status}")
            return _read(response, time.monotonic() + seconds)
    finally:
        connection.close()


def _read(response: HTTPResponse, until: float) -> bytes:
    """At most a little more than a short answer; what comes too slowly is left."""
    content = b""
    while len(content) <= MOST_BYTES and time.monotonic() < until:
        piece = response.read1(MOST_BYTES)
        if not piece:
            break
        content += piece
    return content


def _connection(address: SplitResult, seconds: float) -> HTTPConnection:
    if not address.hostname or address.scheme not in ("http", "https"):
        raise NoAnswer("not an address of the web")
    if address.scheme == "https":
        return HTTPSConnection(
            address.hostname, address.port, timeout=seconds, context=_certificates()
        )
    return HTTPConnection(address.hostname, address.port, timeout=seconds)


@lru_cache(maxsize=1)
def _certificates() -> ssl.SSLContext:
    return ssl.create_default_context()


def _in_time(seconds: float, ask: Callable[[], bytes]) -> bytes:
    """What `ask` answers within so many seconds altogether; raises TimeoutError.

    In a thread of its own: the time-out of a socket is for each step, and a name that is looked up
    or an answer that comes drop by drop would have the writer wait longer.
    """
    answers: SimpleQueue[bytes | Exception] = SimpleQueue()

    def answer() -> None:
        try:
            answers.put(ask())
        except Exception as error:  # raised again where it is awaited
            answers.put(error)

    Thread(target=answer, daemon=True).start()
    try:
        found = answers.get(timeout=seconds)
    except Empty:
        raise TimeoutError(f"no answer within {seconds:g} seconds") from None
    if isinstance(found, Exception):
        raise found
    return found


def _why(rule: HoldRule, content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise NoAnswer("more than a short answer")
    try:
        said = json.loads(content)
    except RecursionError as error:
        raise NoAnswer("nested beyond measure") from error
    if not isinstance(said, dict) or not isinstance(said.get("hold"), bool):
        raise NoAnswer("neither hold nor not")
    why = said.get("why") or ""
    if not said["hold"]:
        return ""
    words = " ".join(UNSTORABLE.sub("", why).split()) if isinstance(why, str) else ""
    return words or str(urlsplit(rule.url).hostname)
