"""Refuses addresses that hold NUL: nothing has such a name, and PostgreSQL takes no such text."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse


class NoNulMiddleware:
    """Answers 404, for a query 400, before a view asks the database for what cannot be there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        if "\0" in request.path_info:
            raise Http404
        if "%00" in query or "\0" in query:
            raise BadRequest("NUL in the address")
        return self._get_response(request)
