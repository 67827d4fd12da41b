"""The page for what broke on our side."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseServerError
from django.template.loader import render_to_string

from ncr.context import site


def server_error(request: HttpRequest) -> HttpResponseServerError:
    """500. Asks nobody and nothing but the settings: whatever broke may be broken here too."""
    return HttpResponseServerError(render_to_string("500.html", site(request)))
