"""The admin site: signed in to through the same door as everything else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

PRIVATE_APPS = ("account", "mfa", "usersessions")  # allauth's


class ReadingAdminConfig(AdminConfig):
    default_site = "ncr.admin_site.ReadingAdmin"


class ReadingAdmin(AdminSite):
    """Django's admin, whose sign-in page is the site's own with its limits."""

    site_header = format_lazy(_("{site}, moderation and texts"), site=settings.SITE_NAME)
    site_title = settings.SITE_NAME
    index_title = _("At work")

    def register(self, model_or_iterable: Any, *args: Any, **options: Any) -> None:
        """All models that apps bring, but for keys, addresses and sessions: those are private."""
        models = model_or_iterable if isinstance(model_or_iterable, Iterable) else []
        kept = [one for one in models or [model_or_iterable] if not _is_private(one)]
        super().register(kept, *args, **options)

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if request.user.is_authenticated:
            # Signed in, and not staff: the sign-in page would only send them back here
            from django.core.exceptions import PermissionDenied

            raise PermissionDenied
        address = reverse("account_login")
        target = request.GET.get("next", reverse("admin:index"))
        return redirect(f"{address}?{urlencode({'next': target})}")


def _is_private(model: Any) -> bool:
    return model._meta.app_label in PRIVATE_APPS
