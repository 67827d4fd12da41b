"""What a person fills in about their own account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.password_validation import (
    password_validators_help_text_html,
    validate_password,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ncr.accounts.backends import has_second_factor
from ncr.accounts.models import User
from ncr.accounts.naming import checked_display_name, checked_username, refuse_unstorable
from ncr.fields import WordsField


def password_field(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


class ArrivalForm(forms.Form):
    """A password, twice, and on the first arrival the name that others see.

    Who has a password already may leave it as it is. Who has a second factor chooses nothing
    here: what they would set is set before the second step.
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
        if has_second_factor(user):
            self.fields.clear()
            return
        if user.has_usable_password():
            del self.fields["display_name"]
            self.fields["password"].label = _("New password")
            self.fields["password"].required = self.fields["repeated"].required = False
            self.fields["repeated"].help_text = _("Leave both empty to keep your password.")

    def clean_display_name(self) -> str:
        return checked_display_name(self.cleaned_data["display_name"], self.user)

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


class ProfileForm(forms.ModelForm):  # type: ignore[type-arg]
    """What others read about a person."""

    class Meta:
        model = User
        fields = ["display_name", "about"]
        field_classes = {"about": WordsField}
        widgets = {
            "display_name": forms.TextInput(attrs={"autocomplete": "name"}),
            "about": forms.Textarea(attrs={"rows": 4}),
        }
        help_texts = {
            "display_name": _("It stands over what you write. Left empty, it is the user name."),
            "about": _("A few words about you, on your page. Plain text."),
        }

    def clean_display_name(self) -> str:
        return checked_display_name(self.cleaned_data["display_name"], self.instance)

    def clean_about(self) -> str:
        about: str = self.cleaned_data["about"]
        refuse_unstorable(about)
        return about.strip()


class NameGuard(forms.ModelForm):  # type: ignore[type-arg]
    """In the admin too nobody gets a name that looks like somebody else's."""

    def clean_username(self) -> str:
        username: str = self.cleaned_data["username"]
        if username == self.instance.username:
            return username
        return checked_username(username)

    def clean_display_name(self) -> str:
        display_name: str = self.cleaned_data["display_name"]
        if display_name == self.instance.display_name:
            return display_name
        return checked_display_name(display_name, self.instance if self.instance.pk else None)


class PersonForm(NameGuard, UserChangeForm):  # type: ignore[type-arg]
    """An account in the admin."""


class NewPersonForm(NameGuard, AdminUserCreationForm):  # type: ignore[type-arg]
    """An account made in the admin."""
