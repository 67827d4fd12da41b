"""How often those who are not signed in may search: each search costs more than reading a page."""

from __future__ import annotations

from ipaddress import ip_address

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from ncr.accounts.adapter import NOBODY
from ncr.refusals import TooMany

MINUTE = 60  # seconds
SHARED = 10  # as many more where one address stands for everybody


def check_searches(request: HttpRequest) -> None:
    """Refuses who is not signed in and searched too often in this minute, by their address."""
    if request.user.is_authenticated:
        return
    address = _address(request)
    # A proxy on this machine that names nobody, or a socket: all who read without signing in
    is_shared = address in ("", NOBODY) or ip_address(address).is_loopback
    most = settings.SEARCH_LIMIT * (SHARED if is_shared else 1)
    key = f"search:{address}:{timezone.now():%H%M}"
    cache.add(key, 0, 2 * MINUTE)
    try:
        count = cache.incr(key)
    except ValueError:
        return  # it expired between the two calls
    if count > most:
        raise TooMany(
            _("That was a lot of searching in one minute. Wait a little, or sign in."), MINUTE
        )


def _address(request: HttpRequest) -> str:
    try:
        return str(get_adapter().get_client_ip(request))
    except PermissionDenied:
        return ""
