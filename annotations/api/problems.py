"""Errors as problem details (RFC 9457), in the reader's words."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from annotations.reading.gates import Moved, Withdrawn, moved_address
from articles.refusing import TextRefused
from ncr.accounts.models import is_member
from ncr.refusals import SIGN_IN_FIRST, Conflict, Refused, Sanctioned, TooMany

log = logging.getLogger(__name__)
PROBLEM = "application/problem+json"
Errors = list[dict[str, str]]


def problem(status: int, detail: str, errors: Errors | None = None, **more: Any) -> HttpResponse:
    """A problem document; `errors` names fields, `more` is what else helps to go on."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "errors": errors or [],
        **more,
    }
    return JsonResponse(body, status=status, content_type=PROBLEM)


def answer_problems(api: NinjaAPI) -> None:
    """Makes every error of `api` a problem document."""

    @api.exception_handler(Refused)
    def _refused(request: HttpRequest, error: Refused) -> HttpResponse:
        errors = [{"field": error.field, "message": error.message}] if error.field else []
        more: dict[str, Any] = {}
        if isinstance(error, Conflict) and error.version:
            more = {"current": error.current, "version": error.version}
        if isinstance(error, Sanctioned):
            more = {
                "type": f"urn:ncr:problem:{error.kind}",
                "page": error.address,
                "until": error.until and error.until.isoformat(),
            }
        response = problem(error.status, error.message, errors, **more)
        if isinstance(error, TooMany):
            response["Retry-After"] = str(error.retry_after)
        return response

    @api.exception_handler(TextRefused)
    def _text_refused(request: HttpRequest, error: TextRefused) -> HttpResponse:
        return problem(422, error.words(_))

    @api.exception_handler(PermissionDenied)
    def _forbidden(request: HttpRequest, error: Exception) -> HttpResponse:
        return problem(403, _("You may not do this here."))

    @api.exception_handler(AuthenticationError)
    def _signed_out(request: HttpRequest, error: Exception) -> HttpResponse:
        return problem(401, str(SIGN_IN_FIRST))

    @api.exception_handler(ValidationError)
    def _malformed(request: HttpRequest, error: ValidationError) -> HttpResponse:
        errors = [_field_error(one) for one in error.errors]
        return problem(422, _("Some of this could not be taken."), errors)

    @api.exception_handler(Http404)
    def _missing(request: HttpRequest, error: Exception) -> HttpResponse:
        return problem(404, _("There is nothing here, or nothing that you may read."))

    @api.exception_handler(Withdrawn)
    def _withdrawn(request: HttpRequest, error: Exception) -> HttpResponse:
        return problem(410, _("The editors of this text took it back."))

    @api.exception_handler(Moved)
    def _moved(request: HttpRequest, error: Moved) -> HttpResponse:
        # 308: what was sent is sent again as it is (RFC 9110, 15.4.9)
        return redirect(moved_address(request, error), permanent=True, preserve_request=True)

    @api.exception_handler(RequestDataTooBig)
    def _too_big(request: HttpRequest, error: Exception) -> HttpResponse:
        return problem(413, _("That is more than this site takes at once."))

    @api.exception_handler(HttpError)
    def _http(request: HttpRequest, error: HttpError) -> HttpResponse:
        if error.status_code == 403:  # the token of the form, checked before anything else
            if not is_member(request.user):
                return problem(401, str(SIGN_IN_FIRST))
            return problem(
                403, _("This page was open too long. Reload it; what you wrote is kept.")
            )
        words = _("This is not JSON.") if error.status_code == 400 else str(error)
        return problem(error.status_code, words)

    @api.exception_handler(Exception)
    def _unforeseen(request: HttpRequest, error: Exception) -> HttpResponse:
        log.error("Unforeseen error at %s", request.path, exc_info=error)
        return problem(500, _("Something went wrong here. What you wrote was not lost; try again."))


def _field_error(error: dict[str, Any]) -> dict[str, str]:
    """Pydantic's finding as a field and a sentence; never with the value that was sent."""
    # The place is: part of the request, name of the parameter, then the members
    place = [str(step) for step in error.get("loc", ())]
    message = FOUND.get(str(error.get("type")), str(error.get("msg", "")))
    return {"field": ".".join(place[2:] or place[1:]), "message": str(message)}


# What Pydantic finds, as people say it; it says the rest well enough itself
FOUND = {
    "extra_forbidden": gettext_lazy("This cannot be set."),
    "missing": gettext_lazy("This is missing."),
    "string_unicode": gettext_lazy("The text holds a character that cannot be stored."),
    "string_type": gettext_lazy("This is not a text."),
    "string_pattern_mismatch": gettext_lazy("This is not a paragraph's key."),
}
