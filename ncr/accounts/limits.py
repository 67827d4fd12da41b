"""The answer to too much in too short a time."""

from __future__ import annotations

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from ncr.refusals import TooMany

WAIT = 60  # seconds; most limits count by the minute


def check_often(what: str, who: str, most: int, words: str = "") -> None:
    """Refuses who did `what` more than `most` times in this minute, counted in the cache.

    `who` names an address, or a person by id.
    """
    key = f"{what}:{who}:{timezone.now():%H%M}"
    cache.add(key, 0, 2 * WAIT)
    try:
        count = cache.incr(key)
    except ValueError:
        return  # it expired between the two calls
    if count > most:
        raise TooMany(
            words or _("That was a lot in one minute. Wait a little and send it again."), WAIT
        )


def too_many(request: HttpRequest, wait: int = WAIT) -> HttpResponse:
    """429 with Retry-After (RFC 6585, section 4), and the same words whoever it was."""
    response = TemplateResponse(request, "429.html", status=429)
    response["Retry-After"] = str(wait)
    response["Cache-Control"] = "no-store"
    return response.render()
