"""A person with an account, and who counts as one who may write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from ncr.accounts.names import NameKeyField
from ncr.refusals import SIGN_IN_FIRST, SignedOut

if TYPE_CHECKING:
    from django.http import HttpRequest


class User(AbstractUser):
    """A person with an account; `username` is the name in addresses, and never changes hands."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]

    class Trust(models.TextChoices):
        """How far the site trusts somebody; what they read and wrote makes it, never votes."""

        NEW = "new", _("New")
        MEMBER = "member", _("Member")
        TRUSTED = "trusted", _("Trusted")

    display_name = models.CharField(_("display name"), max_length=80, blank=True)
    about = models.CharField(_("about"), max_length=500, blank=True)
    name_key = NameKeyField("username", unique=True)
    display_key = NameKeyField("display_name", db_index=True)
    trust = models.CharField(_("trust"), max_length=8, default=Trust.NEW, editable=False)
    trust_is_fixed = models.BooleanField(
        default=False, editable=False, help_text=_("Set by a moderator; it no longer grows.")
    )
    is_sample = models.BooleanField(
        _("sample member"),
        default=False,
        help_text=_("Came with the sample content; can never sign in."),
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.display_name or self.username

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.username])

    @property
    def initials(self) -> str:
        """Two letters for the corner of the page."""
        words = str(self).replace("-", " ").split()
        return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper() or "?"


class RetiredName(models.Model):
    """The name of an account that was deleted, as a digest of its key: nobody else gets it."""

    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("retired name")
        verbose_name_plural = _("retired names")

    def __str__(self) -> str:
        return self.digest[:8]


def member(request: HttpRequest) -> User:
    """Who is signed in and may write; raises SignedOut for everybody else."""
    user: Any = request.user
    if not isinstance(user, User) or not is_member(user):
        raise SignedOut(str(SIGN_IN_FIRST))
    # The person themselves: each look through Django's lazy stand-in costs, and verbs take many
    return user._wrapped if isinstance(user, SimpleLazyObject) else user


def is_member(user: Any) -> bool:
    """Whether somebody is signed in with an account that may write."""
    return bool(user.is_authenticated and user.is_active and not user.is_sample)
