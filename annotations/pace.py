"""How often visitors without an account may do what costs or concerns others, by their address."""

from __future__ import annotations

from ipaddress import ip_address

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from ncr.accounts.adapter import NOBODY
from ncr.accounts.limits import WAIT, check_often

__all__ = ["MINUTE", "address_of", "check_address", "check_often"]
MINUTE = WAIT
SHARED = 10  # as many more where one address stands for everybody


def check_address(request: HttpRequest, what: str, most: int, words: str = "") -> None:
    """Refuses who did `what` more than `most` times in this minute, counted in the cache."""
    address = address_of(request)
    # A proxy on this machine that names nobody, or a socket: all who come without an account
    is_shared = address in ("", NOBODY) or ip_address(address).is_loopback
    check_often(what, address, most * (SHARED if is_shared else 1), words)


def address_of(request: HttpRequest) -> str:
    """Where a request comes from, as far as the proxies before the site are trusted."""
    try:
        return str(get_adapter().get_client_ip(request))
    except PermissionDenied:
        return ""
