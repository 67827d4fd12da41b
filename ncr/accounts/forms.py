"""What a person fills in about their own account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import (
    password_validators_help_text_html,
    validate_password,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ncr.accounts.models import User


def password_field(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


class ArrivalForm(forms.Form):
    """A password, twice, and on the first arrival the name that others see.

    Who has a password already may leave it as it is.
    """

    display_name = forms.CharField(
        label=_("Display name"),
        max_length=80,
        help_text=_("The name that stands over what you write."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password = password_field(_("Password"), password_validators_help_text_html())
    repeated = password_field(_("Password, once more"))

    def __init__(self, user: User, typed: Any = None) -> None:
        self.user = user
        super().__init__(typed, initial={"display_name": user.display_name})
        if user.has_usable_password():
            del self.fields["display_name"]
            self.fields["password"].label = _("New password")
            self.fields["password"].required = self.fields["repeated"].required = False
            self.fields["repeated"].help_text = _("Leave both empty to keep your password.")

    def clean_password(self) -> str:
        chosen: str = self.cleaned_data["password"]
        if chosen:
            validate_password(chosen, self.user)
        return chosen

    def clean_repeated(self) -> str:
        repeated: str = self.cleaned_data["repeated"]
        if "password" in self.cleaned_data and repeated != self.cleaned_data["password"]:
            raise ValidationError(_("The two passwords are not the same."))
        return repeated
