"""The admin site: signed in to through the same door as everything else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import format_lazy
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

PRIVATE_APPS = ("account", "mfa", "usersessions", "django_tasks_database")
NEVER_SHOWN = ("csrfmiddlewaretoken", "password", "usable_password")
MADE = ("seen", "back")  # by pages for themselves: kept however long, and not shown
LONG = 80  # characters; what is longer, or has lines, is shown and not only kept


class ReadingAdminConfig(AdminConfig):
    default_site = "ncr.admin_site.ReadingAdmin"


class ReadingAdmin(AdminSite):
    """Django's admin, whose sign-in page is the site's own with its limits."""

    site_header = format_lazy(_("{site}, moderation and texts"), site=settings.SITE_NAME)
    site_title = settings.SITE_NAME
    index_title = _("At work")
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """Staff, and whoever leads a reading group; each list asks again what is theirs."""
        return super().has_permission(request) or _leads_a_group(request.user)

    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Any:
        """As Django's; but a form that was sent after signing out comes back with its words.

        Whoever is signed in and has no part in the admin is told so, and not asked to sign in.
        """
        guarded = super().admin_view(view, cacheable)

        @wraps(view)
        def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if not request.user.is_authenticated:
                if request.method == "POST":
                    return kept_form(request, _t("You were signed out. Nothing was sent yet."), 401)
                return _to_sign_in(request.get_full_path())
            if not self.has_permission(request) and request.path != reverse("admin:logout"):
                raise PermissionDenied
            return guarded(request, *args, **kwargs)

        return answered

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
            raise PermissionDenied
        return _to_sign_in(request.GET.get("next", reverse("admin:index")))


def _to_sign_in(target: str) -> HttpResponse:
    return redirect(f"{reverse('account_login')}?{urlencode({'next': target})}")


def kept_form(request: HttpRequest, message: str, status: int) -> HttpResponse:
    """A page with every word of a form, of the admin or of imports, to be sent again."""
    fields = [
        (name, value, _is_shown(name, value))
        for name, values in request.POST.lists()
        if not name.startswith(NEVER_SHOWN)
        for value in values
    ]
    context = {
        "message": message,
        "fields": fields,
        "chosen": request.POST.getlist("of"),
        "action": request.get_full_path(),
        "is_signed_out": status == 401,
        "back": reverse("admin:index" if _is_in_admin(request) else "home"),
    }
    response = TemplateResponse(request, "admin/kept.html", context, status=status)
    response["Cache-Control"] = "private, no-store"
    return response.render()


def _is_in_admin(request: HttpRequest) -> bool:
    return request.path.startswith(reverse("admin:index"))


def _is_shown(name: str, value: str) -> bool:
    if name in MADE:
        return False
    return len(value) > LONG or "\n" in value or name in ("reason", "text")


def _leads_a_group(user: Any) -> bool:
    if not (user.is_authenticated and user.is_active):
        return False
    return bool(user.memberships.filter(is_leader=True).exists())


def _is_private(model: Any) -> bool:
    return model._meta.app_label in PRIVATE_APPS
