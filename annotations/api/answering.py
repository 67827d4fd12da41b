"""What every answer under /api/ is, whoever gives it: a problem document when it is an error.

An address that nothing stands at, a method that is not taken and a request that Django itself
refuses never reach the endpoints; their pages are for people, and a program gets this instead.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from annotations.api.problems import PROBLEM, problem
from articles.importers.kinds import MAX_OTHER

PLACE = "/api/"
FILES = "/api/imports"


class ApiMiddleware:
    """Answers HEAD where GET is answered (RFC 9110, 9.3.2), and errors as RFC 9457 has them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PLACE):
            return self._get_response(request)
        if is_no_json(request):
            return problem(415, _("Send JSON, as application/json."))
        if is_too_large(request):
            return problem(413, in_words(413))
        if request.method != "HEAD":
            return as_problem(self._get_response(request))
        request.method = "GET"
        response = as_problem(self._get_response(request))
        request.method = "HEAD"
        response["Content-Length"] = str(len(response.content))
        response.content = b""
        return response


def is_no_json(request: HttpRequest) -> bool:
    """Whether something comes that does not say it is JSON, as a form of another site cannot.

    Files are taken where texts are brought in, as everywhere with the session's token.
    """
    given = request.META.get("CONTENT_LENGTH") or "0"
    return (
        given != "0" and not _brings_files(request) and request.content_type != "application/json"
    )


def is_too_large(request: HttpRequest) -> bool:
    """Whether more comes than is taken there; known before any of it is read."""
    limit: int = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    most = MAX_OTHER + 100_000 if _brings_files(request) else limit
    given = request.META.get("CONTENT_LENGTH") or "0"
    return given.isdecimal() and int(given) > most


def _brings_files(request: HttpRequest) -> bool:
    return request.path_info == FILES and request.content_type == "multipart/form-data"


def as_problem(response: HttpResponse) -> HttpResponse:
    """The answer itself, or for an error in other words the same one as a problem document."""
    if response.status_code < 400 or response["Content-Type"] == PROBLEM:
        return response
    answer = problem(response.status_code, in_words(response.status_code))
    for name in ("Allow", "Retry-After"):
        if name in response:
            answer[name] = response[name]
    if "GET" in answer.get("Allow", ""):
        answer["Allow"] += ", HEAD"
    return answer


def in_words(status: int) -> str:
    return {
        404: _("There is nothing at this address."),
        405: _("This cannot be done here."),
        413: _("That is more than this site takes at once."),
    }.get(status, _("This request could not be understood."))
