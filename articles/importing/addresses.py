"""Web addresses that a text may be fetched from, and which of the net's addresses are public.

A site that fetches what it is told to could be sent to its own machine or its owner's network, so
only what anybody can reach is asked: http and https, their usual ports, and addresses that are
routed everywhere, also where one is hidden in another (RFC 6052, RFC 3056, RFC 4380).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urljoin, urlsplit

from django.utils.translation import gettext as _

from ncr.refusals import Refused

LONGEST = 1000  # characters, as an import and an article keep them
LONGEST_HOST = 253  # RFC 1035, 2.3.4
PORTS = {"http": 80, "https": 443}
UNFIT = re.compile(r"[\x00-\x20\x7f\\\ud800-\udfff]|\s")
NUMBER = re.compile(r"\d+|0[xX][0-9a-fA-F]*")  # as the last part of a name: an IPv4 address
# letters that IDNA 2003, which Python knows, reads as others than IDNA 2008 does (RFC 5894, 7.2)
DEVIANT = re.compile("[ßẞς\u200c\u200d]")
HOST = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*")
SAFE = "/?:@!$&'()*+,;=-._~%[]"  # what stands for itself in a path or query (RFC 3986)
NAT64 = IPv6Network("64:ff9b::/96")
IPV4_IN_IPV6 = IPv6Network("::/96")


@dataclass(frozen=True)
class Place:
    """An address that may be asked: scheme, host as the net has it, path with query."""

    scheme: str
    host: str
    path: str

    @classmethod
    def of(cls, address: str) -> Place:
        """The place that an address names; raises Refused for what is none that is asked."""
        address = address.strip()
        if len(address) > LONGEST or UNFIT.search(address):
            raise not_an_address()
        try:
            parts = urlsplit(address)
            port, host = parts.port, parts.hostname or ""
        except ValueError as error:
            raise not_an_address() from error
        if parts.scheme not in PORTS or not host:
            raise not_an_address()
        if "@" in parts.netloc:
            raise Refused(
                _("Leave out the name and password: texts are fetched as anybody can read them."),
                "address",
            )
        if port not in (None, PORTS[parts.scheme]):
            raise Refused(
                _("Only the usual ports are asked: 80 for http and 443 for https."), "address"
            )
        path = quote(parts.path or "/", SAFE) + (
            f"?{quote(parts.query, SAFE)}" if parts.query else ""
        )
        place = cls(parts.scheme, _host(host), path)
        # letters of other scripts take up to twelve characters each there
        if len(str(place)) > LONGEST:
            raise Refused(_("The address is too long."), "address")
        return place

    def after(self, location: str) -> Place:
        """Where a redirect leads; raises Refused for one that gives up encryption."""
        place = Place.of(urljoin(str(self), location.strip()))
        if self.scheme == "https" and place.scheme == "http":
            raise Refused(
                _("The address leads on from https to http, which is not followed."), "address"
            )
        return place

    @property
    def authority(self) -> str:
        """The host as it stands in an address."""
        return f"[{self.host}]" if ":" in self.host else self.host

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.authority}"

    @property
    def port(self) -> int:
        return PORTS[self.scheme]

    def __str__(self) -> str:
        return f"{self.origin}{self.path}"


def not_an_address() -> Refused:
    """The refusal of what does not name a page."""
    return Refused(
        _("This is no address of a page. It begins with https:// or http:// and has no spaces."),
        "address",
    )


def _host(name: str) -> str:
    """The host in ASCII (RFC 3490), or an IP address as it is usually written."""
    name = name.rstrip(".")
    if "%" in name:
        raise not_an_address()
    try:
        return str(ip_address(name))
    except ValueError:
        pass
    if DEVIANT.search(name):
        raise Refused(
            _(
                "The name of this site has letters that are read in two ways (ß, ς or joiners)."
                " Give it as programs write it: it begins with xn--."
            ),
            "address",
        )
    try:
        host = name.encode("idna").decode("ascii").lower() if len(name) <= LONGEST_HOST else ""
    except UnicodeError as error:
        raise not_an_address() from error
    # 2130706433, 0x7f.1 and 127.1 are no names, and mean an address only to some programs
    is_name = HOST.fullmatch(host) and not NUMBER.fullmatch(host.rpartition(".")[2])
    if not is_name or len(host) > LONGEST_HOST:
        raise not_an_address()
    return host


def is_public(address: str) -> bool:
    """Whether an IP address is one that anybody on the net can reach."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    inner = _inner(found)
    if inner is not None:
        return _is_global(inner) and (found in NAT64 or _is_mapped(found) or _is_global(found))
    return _is_global(found)


def _is_global(found: IPv4Address | IPv6Address) -> bool:
    is_site_local = isinstance(found, IPv6Address) and found.is_site_local
    return found.is_global and not (found.is_multicast or found.is_reserved or is_site_local)


def _is_mapped(found: IPv4Address | IPv6Address) -> bool:
    return isinstance(found, IPv6Address) and found.ipv4_mapped is not None


def _inner(found: IPv4Address | IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address leads to, if it does."""
    if isinstance(found, IPv4Address):
        return None
    if found in NAT64 or found in IPV4_IN_IPV6:
        return IPv4Address(int(found) & 0xFFFF_FFFF)
    if found.teredo is not None:
        return found.teredo[1]
    return found.ipv4_mapped or found.sixtofour
