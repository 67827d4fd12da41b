"""People in the admin: adding members by hand until invitations arrive."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ncr.accounts.models import User
from ncr.accounts.signals import person_renamed


@admin.register(User)
class PersonAdmin(UserAdmin):  # type: ignore[type-arg]
    """Accounts; deleting one is a verb of its own and not offered here."""

    list_display = ["username", "display_name", "email", "is_staff", "is_active", "is_sample"]
    list_filter = ["is_staff", "is_active", "is_sample"]
    search_fields = ["username", "display_name", "email"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        (_("Person"), {"fields": ["display_name", "about", "email"]}),
        (
            _("May"),
            {"fields": ["is_active", "is_staff", "is_superuser", "groups", "user_permissions"]},
        ),
    ]
    add_fieldsets = [
        (
            None,
            {
                "fields": [
                    "username",
                    "display_name",
                    "email",
                    "usable_password",
                    "password1",
                    "password2",
                ]
            },
        ),
    ]

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if "display_name" in form.changed_data:
            transaction.on_commit(lambda: person_renamed.send(sender=User, person=obj))
