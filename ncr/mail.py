"""How mail leaves the site and whom it comes from, as the settings read it."""

from __future__ import annotations

from email.utils import getaddresses
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

PORTS = {"smtp": 25, "smtp+tls": 587, "smtp+ssl": 465}


def mail_server(value: str) -> dict[str, Any]:
    """Django's mail settings, from an address like smtp+tls://user:password@host:587.

    Mail goes to the console where none is given. What is wrong with an address is said without
    showing it: there may be a password in it.
    """
    value = value.strip() or "consolemail://"
    try:
        found: dict[str, Any] = environ.Env.email_url_config(value)
    except Exception:
        raise ImproperlyConfigured("EMAIL_URL is not an address of a mail server.") from None
    scheme = value.partition(":")[0].lower()
    if scheme not in (*PORTS, "consolemail", "filemail") or urlsplit(value).query:
        raise ImproperlyConfigured(
            "EMAIL_URL must start with smtp://, smtp+tls://, smtp+ssl://, consolemail:// or"
            " filemail://, and have nothing after a question mark."
        )
    if scheme in PORTS and not found["EMAIL_HOST"]:
        raise ImproperlyConfigured("EMAIL_URL must name the host of a mail server.")
    if scheme == "filemail" and not found["EMAIL_FILE_PATH"]:
        raise ImproperlyConfigured("EMAIL_URL must name a folder, like filemail:////srv/mail.")
    return {**found, "EMAIL_PORT": found["EMAIL_PORT"] or PORTS.get(scheme, 25)}


def mail_sender(value: str, site_name: str, host: str) -> str:
    """Whom mail comes from, as people read it; it is encoded when a mail is made.

    `value` is an address, alone or as in "Reading circle <reading@example.org>".
    """
    value = value.strip()
    if not value:
        return f"{quoted(site_name)} <noreply@{host}>"
    name, address = _one_address(value)
    try:
        validate_email(address)
    except ValidationError as error:
        raise ImproperlyConfigured(
            "NCR_MAIL_FROM must be a mail address, alone or as in"
            f" Reading circle <reading@example.org>, not {value!r}."
        ) from error
    return f"{quoted(name or site_name)} <{address}>"


def _one_address(value: str) -> tuple[str, str]:
    """Name and address; an empty address where there is none or more than one."""
    found = getaddresses([value]) if value.isprintable() else []
    return found[0] if len(found) == 1 else ("", "")


def quoted(name: str) -> str:
    """A name as it may stand before an address (RFC 5322, 3.2.4), whatever is in it."""
    plain = " ".join(name.replace("\\", " ").replace('"', "'").split())
    return f'"{plain}"'
