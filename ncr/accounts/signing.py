"""Signing in and up: the forms, and the step at which an address must be confirmed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from allauth.account.forms import AddEmailForm, LoginForm, ResetPasswordForm, SignupForm
from allauth.account.models import EmailAddress
from allauth.account.stages import EmailVerificationStage, LoginStage
from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from ncr.accounts.inviting import accept
from ncr.accounts.models import User
from ncr.accounts.naming import (
    LONGEST,
    LONGEST_DISPLAYED,
    SHORTEST,
    checked_display_name,
    is_taken,
    refuse_unstorable,
)
from ncr.accounts.sanctioned import suspension_of
from ncr.accounts.suspended import remember_suspended
from ncr.accounts.welcoming import forget_invitation, invitation_of


class SignInForm(LoginForm):  # type: ignore[misc]
    """Name or address, and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login = self.fields["login"]
        login.label = _("User name or mail address")
        login.widget.attrs = {"autocomplete": "username", "autocapitalize": "none"}
        login.max_length = 254
        login.validators += [refuse_unstorable]
        self.fields["password"].widget.attrs.pop("placeholder", None)


class ChangeAddressForm(AddEmailForm):  # type: ignore[misc]
    """Another mail address; what comes of one that somebody else has, the mail there says."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("New mail address")
        self.fields["email"].widget.attrs.pop("placeholder", None)


class ResetForm(ResetPasswordForm):  # type: ignore[misc]
    """Where the link to choose a new password goes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("Mail address")
        self.fields["email"].widget.attrs.pop("placeholder", None)


class JoinForm(SignupForm):  # type: ignore[misc]
    """A new account: the name in addresses, the name that others read, an address, a password."""

    field_order = ("username", "display_name", "email", "password1")

    display_name = forms.CharField(
        label=_("Display name"),
        required=False,
        max_length=LONGEST_DISPLAYED,
        help_text=_("The name that stands over what you write. Left empty, it is the user name."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {"username": _("User name"), "email": _("Mail address")}
        for name, label in labels.items():
            self.fields[name].label = label
        username = self.fields["username"]
        username.help_text = _(
            "In the address of your page; it cannot be changed. Letters, digits, hyphens and"
            " underscores, %(least)d to %(most)d of them."
        ) % {"least": SHORTEST, "most": LONGEST}
        username.widget.attrs["autocapitalize"] = "none"
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
            field.validators = [*field.validators, refuse_unstorable]

    def clean_display_name(self) -> str:
        return checked_display_name(self.cleaned_data["display_name"])

    def try_save(self, request: HttpRequest) -> tuple[User | None, Any]:
        """The new person, who has used their invitation and joined its group; all or nothing.

        Raises inviting.Spent where somebody was quicker with the invitation, and ValidationError
        where somebody was quicker with the name.
        """
        invitation = invitation_of(request)
        try:
            with transaction.atomic():
                person, response = super().try_save(request)
                if person is not None and invitation is not None:
                    accept(invitation, by=person, is_new=True)
        except IntegrityError as error:
            if not is_taken(self.cleaned_data["username"]):
                raise
            raise ValidationError({"username": _("This name was taken just now.")}) from error
        if person is not None:
            forget_invitation(request)
        return person, response

    def custom_signup(self, request: HttpRequest, user: User) -> None:
        if self.cleaned_data["display_name"]:
            user.display_name = self.cleaned_data["display_name"]
            user.save(update_fields=["display_name", "display_key"])


class ConfirmedAddressStage(EmailVerificationStage):  # type: ignore[misc]
    """Who signed up gets in when they have confirmed their address; everybody else at once."""

    def handle(self) -> tuple[Any, bool]:
        person = self.login.user
        if person is not None and not must_confirm(person):
            return None, True
        handled: tuple[Any, bool] = super().handle()
        return handled


class SuspendedStage(LoginStage):  # type: ignore[misc]
    """Who is suspended is told so here, after the last proof that it is them, and stays outside."""

    key = "suspended"

    def handle(self) -> tuple[Any, bool]:
        person = self.login.user
        if person is None or suspension_of(person) is None:
            return None, True
        remember_suspended(self.request, person)
        return redirect("suspended"), False


def must_confirm(person: User) -> bool:
    """Whether an account waits for its first confirmation: who signed up and never got in.

    Accounts made by the administrator have no address on record, and keep working without.
    """
    if person.last_login is not None:
        return False
    addresses = EmailAddress.objects.filter(user_id=person.pk)
    states = list(addresses.values_list("verified", flat=True))
    return bool(states) and not any(states)


def forget_unconfirmed(before: datetime) -> int:
    """Deletes accounts that signed up earlier than that and never got in; answers how many."""
    waiting = User.objects.filter(
        date_joined__lt=before, last_login=None, is_active=True, emailaddress__verified=False
    ).exclude(emailaddress__verified=True)
    never = [person for person in waiting.distinct() if must_confirm(person)]
    for person in never:
        person.delete()
    return len(never)
