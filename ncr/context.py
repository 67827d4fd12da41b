"""What every template may say of the site, and how much waits for who reads it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from ncr.accounts.noticing import unread_by


def site(request: HttpRequest) -> dict[str, Any]:
    return {
        "site_name": settings.SITE_NAME,
        "public_log": settings.PUBLIC_LOG,
        "transparency": settings.TRANSPARENCY,
        "prints_mail": settings.EMAIL_BACKEND.endswith(".console.EmailBackend"),
    }


def notices(request: HttpRequest) -> dict[str, Any]:
    """How many notices wait for the reader, asked by the first template that says it."""
    return {"unread": SimpleLazyObject(lambda: unread_by(request.user))}
