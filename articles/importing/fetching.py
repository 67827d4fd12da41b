"""Fetching a text from a web address, without being sent where only this machine gets in.

A name is asked for its addresses once, every one of them is judged, and the connection goes to one
that was judged: a name that answers otherwise a moment later gains nothing. The certificate is held
against the name all the same. The same happens anew after each redirect, and for robots.txt.
Cookies, proxies and passwords of this machine's surroundings play no part.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import gettext as _
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, SSLError
from urllib3.response import BaseHTTPResponse

from articles.importing.addresses import Place, is_public
from articles.importing.arriving import ACCEPTED, Fetched, arrived
from articles.importing.robots import AGENT, NOTHING_SAID, Rules, rules_in
from ncr.accounts.limits import WAIT
from ncr.refusals import NotAllowed, Refused, TooLarge, TooMany

CONNECT = 5.0  # seconds until a connection stands
LONGEST = 20.0  # seconds for all, robots.txt and redirects included
MOST = 20_000_000  # bytes, unpacked
MOST_ROBOTS = 500 * 1024  # bytes that are looked at (RFC 9309, 2.5)
MOST_REDIRECTS = 5
MOST_TRIED = 3  # of a name's addresses
AT_ONCE = 2  # of the few threads that answer readers
STEP = 65_536
REDIRECTS = (301, 302, 303, 307, 308)

_under_way = threading.BoundedSemaphore(AT_ONCE)


def resolved(host: str, port: int, seconds: float) -> list[str]:
    """The addresses of a name; none where it has none, or nobody says so in time."""
    found: list[str] = []

    def ask() -> None:
        with suppress(OSError, UnicodeError):
            for *_kind, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
                found.append(str(address[0]))

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds)
    return list(dict.fromkeys(found))


@dataclass(frozen=True)
class Network:
    """How the net is reached. Tests put their own servers behind public addresses with `door`."""

    resolve: Callable[[str, int, float], list[str]] = resolved
    door: Callable[[str, int], tuple[str, int]] = lambda address, port: (address, port)
    context: Callable[[], ssl.SSLContext] = ssl.create_default_context
    longest: float = LONGEST


@dataclass(frozen=True)
class Answer:
    """What a server said: `body` is unpacked, and empty for anything but 200."""

    place: Place
    status: int
    media_type: str
    location: str
    body: bytes


def fetch(address: str, network: Network | None = None) -> Fetched:
    """The text at a web address; raises Refused, in words for the person who wants it."""
    if not settings.IMPORT_FROM_WEB:
        raise NotAllowed(_("This site does not fetch texts from web addresses. Bring the file."))
    place = Place.of(address)
    if not _under_way.acquire(blocking=False):
        raise TooMany(_("Others fetch texts right now. Wait a little and send it again."), WAIT)
    try:
        answer = _Trip(network or Network()).page(place)
    finally:
        _under_way.release()
    return arrived(answer.body, answer.media_type, answer.place)


@dataclass
class _Trip:
    """One text being fetched, until when it may take, and what the sites on the way ask for."""

    network: Network
    robots: dict[str, Rules] = field(default_factory=dict)
    end: float = 0.0

    def __post_init__(self) -> None:
        self.end = time.monotonic() + self.network.longest

    def page(self, place: Place) -> Answer:
        """The page; whatever is no page is refused."""
        answer = self._followed(place, MOST, self._check_robots)
        if answer.status != 200:
            raise _refused_by_server(answer.status)
        return answer

    def _followed(self, place: Place, most: int, check: Callable[[Place], None]) -> Answer:
        for _hop in range(MOST_REDIRECTS + 1):
            check(place)
            answer = self._asked(place, most)
            if answer.status not in REDIRECTS or not answer.location:
                return answer
            place = place.after(answer.location)
        raise Refused(
            _("The address leads on more than %(most)d times.") % {"most": MOST_REDIRECTS},
            "address",
        )

    def _check_robots(self, place: Place) -> None:
        if place.origin not in self.robots:
            self.robots[place.origin] = self._rules_of(place)
        if not self.robots[place.origin].allow(place.path):
            raise Refused(
                _(
                    "The site asks programs (robots.txt) not to fetch this page. Save it in your"
                    " browser, and bring the file."
                ),
                "address",
            )

    def _rules_of(self, place: Place) -> Rules:
        """What the site asks for: nothing where it has no such file, no visit where it fails."""
        at = Place(place.scheme, place.host, "/robots.txt")
        answer = self._followed(at, MOST_ROBOTS, lambda place: None)
        if answer.status == 200:
            return rules_in(answer.body)
        if 400 <= answer.status < 500:
            return NOTHING_SAID
        # RFC 9309, 2.3.1.4
        raise Refused(
            _("The site cannot say now what it lets programs fetch (robots.txt). Try it later."),
            "address",
        )

    def _asked(self, place: Place, most: int) -> Answer:
        connection = self._connected(place)
        try:
            with self._in_time(connection):
                return self._answer(connection, place, most)
        except Refused:
            raise
        except (HTTPError, http.client.HTTPException, OSError, ValueError) as error:
            raise self._failed() from error
        finally:
            connection.close()

    def _connected(self, place: Place) -> HTTPConnection:
        """A connection to one of the name's addresses, all of which are public."""
        addresses = self.network.resolve(place.host, place.port, min(CONNECT, self._left()))
        if not addresses:
            raise _unreached()
        if not all(is_public(address) for address in addresses):
            raise Refused(
                _("This address is inside a private network. Only public pages are fetched."),
                "address",
            )
        for address in addresses[:MOST_TRIED]:
            connection = self._to(place, address)
            try:
                connection.connect()
            except (ssl.SSLError, SSLError) as error:
                connection.close()
                raise _not_trusted() from error
            except (HTTPError, OSError):
                connection.close()
                continue
            return connection
        raise self._failed()

    def _to(self, place: Place, address: str) -> HTTPConnection:
        host, port = self.network.door(address, place.port)
        seconds = min(CONNECT, self._left())
        if place.scheme == "http":
            return HTTPConnection(host, port, timeout=seconds)
        return HTTPSConnection(
            host,
            port,
            timeout=seconds,
            server_hostname=place.host,
            ssl_context=self.network.context(),
        )

    def _left(self) -> float:
        """Seconds that are left; raises Refused when there are none."""
        left = self.end - time.monotonic()
        if left <= 0:
            raise self._failed()
        return left

    @contextmanager
    def _in_time(self, connection: HTTPConnection) -> Iterator[None]:
        """Ends the connection when time is up, also where a byte comes now and then."""
        sock = connection.sock
        assert sock is not None
        connection.timeout = self._left()

        def end() -> None:
            with suppress(OSError):
                # of the socket itself, so that what is read meanwhile is not read as plain text
                socket.socket.shutdown(sock, socket.SHUT_RDWR)

        clock = threading.Timer(self._left(), end)
        clock.daemon = True
        clock.start()
        try:
            yield
        finally:
            clock.cancel()

    def _answer(self, connection: HTTPConnection, place: Place, most: int) -> Answer:
        headers = {
            "Host": place.authority,
            "User-Agent": f"{AGENT}/1.0 (+{settings.SITE_URL})",
            "Accept": ACCEPTED,
            "Accept-Encoding": "gzip, deflate",
        }
        connection.request("GET", place.path, headers=headers, preload_content=False)
        response = connection.getresponse()
        said = response.headers
        body = self._body(response, most) if response.status == 200 else b""
        return Answer(
            place,
            response.status,
            said.get("Content-Type", ""),
            said.get("Location", ""),
            body,
        )

    def _body(self, response: BaseHTTPResponse, most: int) -> bytes:
        """The body, unpacked piece by piece; of a robots.txt that is too long the beginning."""
        read = bytearray()
        for piece in response.stream(STEP, decode_content=True):
            read += piece
            self._left()
            if len(read) > most and most == MOST:
                raise TooLarge(
                    _("The page is too large: at most %(most)d MB are fetched.")
                    % {"most": MOST // 1_000_000}
                )
            if len(read) > most:
                break
        self._left()
        return bytes(read[:most])

    def _failed(self) -> Refused:
        if time.monotonic() >= self.end:
            return Refused(_("The site takes too long to answer. Try it later."), "address")
        return _unreached()


def _unreached() -> Refused:
    return Refused(
        _("The site cannot be reached. Look at the address, or try it later."), "address"
    )


def _not_trusted() -> Refused:
    return Refused(
        _("The site cannot prove that it is the one in the address: its certificate is not valid."),
        "address",
    )


def _refused_by_server(status: int) -> Refused:
    if status in (401, 403, 407, 451):
        words = _("The site does not show this page to everybody. Save it and bring the file.")
    elif status in (404, 410):
        words = _("The site says that there is no such page.")
    else:
        words = _("The site answers with an error (%(status)d). Try it later.") % {"status": status}
    return Refused(words, "address")
