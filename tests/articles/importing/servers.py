"""Web servers on this machine that stand behind public addresses, for who fetches from them.

Only `fetching.Network`, which a test hands over itself, leads there: no setting does.
"""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from articles.importing.fetching import Network

PUBLIC = "93.184.215.14"
OTHER = "2606:2800:21f:cb07:6820:80da:af6b:8b2c"
Page = Callable[[BaseHTTPRequestHandler], None]


def page(
    body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **more: str
) -> Page:
    """A page that answers with these bytes."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Content-Type", kind)
        request.send_header("Content-Length", str(len(body)))
        for name, value in more.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def leading(to: str, status: int = 302) -> Page:
    """A page that leads on."""
    return page(b"", status=status, Location=to)


@dataclass
class Site:
    """A server with its pages by path; `asked` is what it was asked for, by host and path."""

    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    port: int = 0


@contextmanager
def serving(site: Site, context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """The site, served until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.headers["Host"], self.path))
            site.headers.append(dict(self.headers))
            found = site.pages.get(self.path) or page(b"none", status=404)
            try:
                found(self)
            except OSError:
                self.close_connection = True

        def log_message(self, *args: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *args: object) -> None:
            """A visitor who hangs up is no error here."""

    server = Quiet(("127.0.0.1", 0), Handler)
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def network(
    site: Site,
    names: dict[str, list[list[str]]] | None = None,
    trusted: Callable[[], ssl.SSLContext] = ssl.create_default_context,
    longest: float = 20.0,
) -> Network:
    """A net in which public addresses lead to the site, and all others nowhere else than they say.

    `names` are the answers that a name gives, one after another, the last for ever; a name that is
    not in it is public.
    """
    answers = {name: iter(given) for name, given in (names or {}).items()}
    last: dict[str, list[str]] = {}

    def resolve(host: str, port: int, seconds: float) -> list[str]:
        if host in answers:
            last[host] = next(answers[host], last.get(host, []))
            return last[host]
        try:
            # a number is no question for anybody
            found = socket.getaddrinfo(host, port, flags=socket.AI_NUMERICHOST)
        except OSError:
            return [PUBLIC]
        return [str(found[0][4][0])]

    def door(address: str, port: int) -> tuple[str, int]:
        assert address in (PUBLIC, OTHER), f"{address} would have been asked"
        return "127.0.0.1", site.port

    return Network(resolve, door, trusted, longest)
