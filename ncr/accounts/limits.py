"""The answer to too much in too short a time."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

WAIT = 60  # seconds; most limits count by the minute


def too_many(request: HttpRequest, wait: int = WAIT) -> HttpResponse:
    """429 with Retry-After (RFC 6585, section 4), and the same words whoever it was."""
    response = TemplateResponse(request, "429.html", status=429)
    response["Retry-After"] = str(wait)
    response["Cache-Control"] = "no-store"
    return response.render()
