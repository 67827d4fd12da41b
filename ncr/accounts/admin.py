"""People and invitations in the admin."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ncr.accounts.forms import NewPersonForm, PersonForm
from ncr.accounts.inviting import address_of, find_invitation, invite, withdraw_invitation
from ncr.accounts.models import Invitation, User, member
from ncr.accounts.signals import person_renamed
from ncr.refusals import Refused


@admin.register(User)
class PersonAdmin(UserAdmin):  # type: ignore[type-arg]
    """Accounts; deleting one is a verb of its own and not offered here."""

    form = PersonForm
    add_form = NewPersonForm
    list_display = ["username", "display_name", "email", "is_staff", "is_active", "is_sample"]
    list_filter = ["is_staff", "is_active", "is_sample"]
    search_fields = ["username", "display_name", "email"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        (gettext_lazy("Person"), {"fields": ["display_name", "about", "email"]}),
        (
            gettext_lazy("May"),
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
        if "email" in form.changed_data:
            # What the person confirmed themselves was another address
            EmailAddress.objects.filter(user=obj).exclude(email=obj.email.lower()).delete()
        if "display_name" in form.changed_data:
            transaction.on_commit(lambda: person_renamed.send(sender=User, person=obj))


@admin.register(Invitation)
class InvitationAdmin(admin.ModelAdmin[Invitation]):
    """Invitations: made here, sent or shown once, taken back; never changed."""

    list_display = ["__str__", "group", "by", "created_at", "state"]
    list_filter = ["group"]
    list_select_related = ["group", "by"]
    search_fields = ["email"]
    ordering = ["-pk"]
    fields = ["email", "group"]
    actions = ["withdraw"]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The verb may refuse what the form let pass: too many in one day."""
        try:
            return super().add_view(request, *args, **kwargs)
        except Refused as refused:
            self.message_user(request, refused.message, messages.ERROR)
            return redirect("admin:accounts_invitation_changelist")

    def save_model(self, request: HttpRequest, obj: Invitation, form: Any, change: bool) -> None:
        token = invite(by=member(request), email=obj.email, group=obj.group)
        made = find_invitation(token)
        assert made is not None
        obj.pk = made.pk
        if obj.email:
            self.message_user(request, _("The invitation is on its way by mail."))
        else:
            told = _("Give this address to one person. It is shown this once: %(address)s")
            self.message_user(request, told % {"address": address_of(token)})

    def log_addition(self, request: HttpRequest, obj: Invitation, message: Any) -> Any:
        """Without the mail address, which Django's log would repeat for good."""
        obj.email = ""
        return super().log_addition(request, obj, message)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: Any = None) -> Any:
        return redirect("admin:accounts_invitation_changelist")

    @admin.display(description=gettext_lazy("state"))
    def state(self, invitation: Invitation) -> str:
        if invitation.used_at:
            return _("used")
        if invitation.withdrawn_at:
            return _("withdrawn")
        return _("waits") if invitation.is_usable(timezone.now()) else _("too old")

    @admin.action(
        description=gettext_lazy("Withdraw the selected invitations"), permissions=["add"]
    )
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Invitation]) -> None:
        for one in queryset:
            withdraw_invitation(one, by=member(request))
        self.message_user(request, _("What nobody has used yet is withdrawn."))
