"""What a verb says when it will not do a thing: one sentence, in the reader's words."""

from __future__ import annotations

import re
from datetime import datetime

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """A clear no. `field` names the field that the sentence is about, or is empty.

    `status` is the HTTP status of the answer (RFC 9110, 15.5).
    """

    status = 422

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field

    @property
    def shown(self) -> str:
        """The sentence as a page shows it."""
        return self.message


class NotAllowed(Refused):
    """The reader sees the thing and may not do this to it."""

    status = 403


class Sanctioned(NotAllowed):
    """A sanction forbids it: `kind` says which way, `address` is where it can be read.

    `until` is when it ends by itself, if ever.
    """

    def __init__(
        self, message: str, kind: str, address: str, until: datetime | None = None
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.address = address
        self.until = until

    @property
    def shown(self) -> str:
        words = _("Read it (opens in a new tab)")
        return format_html(
            '{} <a href="{}" target="_blank" rel="noopener">{}</a>',
            self.message,
            self.address,
            words,
        )


class SignedOut(Refused):
    """Only members may do this, and nobody is signed in."""

    status = 401


class Conflict(Refused):
    """Somebody changed the thing meanwhile; `current` is what it says now, in which version."""

    status = 409

    def __init__(self, message: str, field: str = "", current: str = "", version: int = 0) -> None:
        super().__init__(message, field)
        self.current = current
        self.version = version


class TooMany(Refused):
    """Too much in too short a time; again after `retry_after` seconds."""

    status = 429

    def __init__(self, message: str, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class TooLarge(Refused):
    """More than is taken at once."""

    status = 413


SIGN_IN_FIRST = _("Sign in to write. What you wrote is kept here.")


# PostgreSQL takes no NUL in a text, and lone surrogates cannot be encoded
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def check_storable(text: str, field: str) -> None:
    """Refuses what no database keeps, rather than to drop a part of what somebody typed."""
    if UNSTORABLE.search(text):
        raise Refused(str(_("The text holds a character that cannot be stored.")), field)
