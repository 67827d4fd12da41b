"""Where the links of what somebody says lead."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlsplit

from django.conf import settings

LINK = re.compile(r'<a [^>]*?href="([^"]*)"')


def hosts_in(html: str) -> list[str]:
    """The host of each link in sanitised HTML that leads away from this site, as often as it does.

    As the domain name system has it, so that two spellings of one host are the same.
    """
    hosts = (host_of(unescape(address)) for address in LINK.findall(html))
    return [host for host in hosts if host and host != settings.SITE_HOST]


def host_of(address: str) -> str:
    """The host of an address; empty where it has none."""
    try:
        host = (urlsplit(address).hostname or "").rstrip(".")
        return host.encode("idna").decode().lower()
    except ValueError:
        return ""
