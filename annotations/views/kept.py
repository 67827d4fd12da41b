"""Answers to a form that could not be taken, with every word of it given back."""

from __future__ import annotations

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from annotations.views.gated import private
from ncr.accounts.models import is_member
from ncr.admin_site import kept_form

# What our own forms send; nothing else that was posted is shown again
FIELDS = (
    "submission",
    "phrase",
    "topics",
    "relation",
    "link",
    "link_phrase",
    "assignment",
    "verdict",
    "kind",
    "audience",
    "start_key",
    "start",
    "end_key",
    "end",
    "quote",
    "prefix",
    "suffix",
    "revision",
    "version",
    "reason",
)
# The field with a person's own words: of a note, or of a report
WORDS = ("body", "text")


def kept(request: HttpRequest, message: str, status: int, can_resend: bool = True) -> HttpResponse:
    """A page that says why, with what was typed and, where it may help, a button to send again."""
    words = next((name for name in WORDS if name in request.POST), "")
    context = {
        "message": message,
        "status": status,
        "words": words,
        "body": request.POST.get(words, ""),
        "fields": [(name, request.POST[name]) for name in FIELDS if name in request.POST],
        "can_resend": can_resend and bool(words),
        "is_signed_out": status == 401,
        "action": request.path,
    }
    response = TemplateResponse(request, "annotations/kept.html", context, status=status)
    return private(response.render())


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from a page that was open too long, or from another site: nothing was done.

    The words come back with a fresh token; only the person's own press of the button sends them.
    Who has no session any more was signed out, whatever became of the token.
    """
    message = _(
        "This form was open too long, or you signed in or out meanwhile. Nothing was sent yet."
    )
    if request.path.startswith((reverse("admin:index"), reverse("imports"))):
        return kept_form(request, message, 403)
    if not is_member(request.user) and _has_words(request):
        return kept(
            request,
            _("You were signed out. Sign in, then send it again; what you wrote is kept here."),
            401,
        )
    return kept(request, message, 403)


def _has_words(request: HttpRequest) -> bool:
    return any(name in request.POST for name in WORDS)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, or 413 in words for what is too large to be read at all."""
    too_big = isinstance(exception, RequestDataTooBig)
    message = (
        _("That is more than this site takes at once. Go back: what you typed is still there.")
        if too_big
        else _("This request could not be understood. Go back: what you typed is still there.")
    )
    context = {"message": message, "status": 413 if too_big else 400}
    return TemplateResponse(
        request, "annotations/bad_request.html", context, status=413 if too_big else 400
    ).render()
