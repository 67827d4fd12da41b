"""People in the admin: found, renamed, given a way in, their accounts closed and opened again.

And invitations. Roles are given on a page of their own, and nobody is deleted here.
"""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ncr.accounts import links
from ncr.accounts.forms import NewPersonForm, PersonForm
from ncr.accounts.inviting import address_of, find_invitation, invite, withdraw_invitation
from ncr.accounts.models import Invitation, User, member
from ncr.accounts.names import name_key
from ncr.accounts.signals import person_renamed
from ncr.accounts.standing import (
    REASON_LIMIT,
    deactivate,
    may_manage,
    reactivate,
    way_in,
)
from ncr.columns import named, yes_or_no
from ncr.fields import WordsField
from ncr.refusals import Refused

NOT_OURS = ("_delete", "_history", "_password_change")


class AccountForm(forms.Form):
    """Why an account is closed or opened."""

    reason = WordsField(
        label=gettext_lazy("Reason"),
        max_length=REASON_LIMIT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("It stands in the log of the site."),
    )


ASKED: dict[str, Any] = {
    "deactivate": {
        "title": gettext_lazy("Close this account?"),
        "words": gettext_lazy(
            "Whoever has it is signed out everywhere and cannot sign in. What they wrote stands."
        ),
        "button": gettext_lazy("Close the account"),
        "verb": deactivate,
    },
    "reactivate": {
        "title": gettext_lazy("Open this account again?"),
        "words": gettext_lazy("Whoever has it can sign in again."),
        "button": gettext_lazy("Open the account"),
        "verb": reactivate,
    },
    "link": {
        "title": gettext_lazy("Make a sign-in link?"),
        "words": gettext_lazy(
            "It signs this person in, once, within 24 hours, and lets them choose a password."
            " Give it to nobody else."
        ),
        "button": gettext_lazy("Make the link"),
        "verb": None,
    },
}


@admin.register(User)
class PersonAdmin(UserAdmin):  # type: ignore[type-arg]
    """Accounts; seen by owners."""

    form = PersonForm
    add_form = NewPersonForm
    list_display = ["username", "display_name", "email", "works", "active", "last_login"]
    list_filter = ["is_staff", "is_active", "is_sample"]
    search_fields = ["username"]  # any, so that there is a field; see get_search_results
    search_help_text = gettext_lazy("The beginning of a name or of a mail address.")
    ordering = ["-pk"]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    filter_horizontal = ()
    change_form_template = "admin/accounts/person.html"
    readonly_fields = ["username", "email", "active", "date_joined", "last_login"]
    works, active = yes_or_no(User, "is_staff"), yes_or_no(User, "is_active")
    fieldsets = [
        (None, {"fields": ["username", "display_name", "about"]}),
        (
            gettext_lazy("Account"),
            {"fields": ["email", "active", "date_joined", "last_login"]},
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

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        return self.readonly_fields if obj is not None else ()

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or may_manage(member(request), obj))

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        return {}

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[User], search_term: str
    ) -> tuple[QuerySet[User], bool]:
        """By the beginning of a name as it looks or sounds, or of a mail address."""
        term = search_term.replace("\0", "").strip()[:200]
        if not term:
            return queryset, False
        key = name_key(term)
        named = Q(name_key__startswith=key) | Q(display_key__startswith=key)
        return queryset.filter(named | Q(email__istartswith=term)), False

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.ask_view)
        ours = [one for one in super().get_urls() if not str(one.name).endswith(NOT_OURS)]
        return [path("<int:pk>/ask/<str:act>/", view, name="accounts_user_ask"), *ours]

    def ask_view(self, request: HttpRequest, pk: int, act: str) -> HttpResponse:
        """Asks once more, then closes or opens an account, or makes a link, which is shown once."""
        asked = ASKED.get(act)
        person = User.objects.filter(pk=pk).first()
        if asked is None or person is None:
            raise Http404
        if not self.has_change_permission(request, person):
            raise PermissionDenied
        form = AccountForm(request.POST if request.method == "POST" else None, label_suffix="")
        if act == "link":
            del form.fields["reason"]
        context = {"form": form, "asked": asked, "person": person, "title": asked["title"]}
        if form.is_valid():
            try:
                if act == "link":
                    context["link"] = links.address_of(way_in(person, by=member(request)))
                    return self._asked(request, context, 200)
                asked["verb"](person, by=member(request), reason=form.cleaned_data["reason"])
                messages.success(request, _("Done."))
                return redirect(reverse("admin:accounts_user_change", args=[person.pk]))
            except Refused as refused:
                known = refused.field in form.fields
                form.add_error(refused.field if known else None, refused.message)
        return self._asked(request, context, 422 if form.is_bound else 200)

    def _asked(self, request: HttpRequest, context: dict[str, Any], status: int) -> HttpResponse:
        everything = {**self.admin_site.each_context(request), "opts": self.opts, **context}
        response = TemplateResponse(request, "admin/accounts/ask.html", everything, status=status)
        response["Cache-Control"] = "no-store"
        return response

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

    list_display = ["__str__", "group", "whose", "created_at", "state"]
    list_filter = ["group"]
    list_select_related = ["group", "by"]
    whose = named("by", gettext_lazy("made by"))
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
