"""How often those who are not signed in may search: each search costs more than reading a page."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from annotations.pace import check_address


def check_searches(request: HttpRequest) -> None:
    """Refuses who is not signed in and searched too often in this minute, by their address."""
    if request.user.is_authenticated:
        return
    words = _("That was a lot of searching in one minute. Wait a little, or sign in.")
    check_address(request, "search", settings.SEARCH_LIMIT, words)
