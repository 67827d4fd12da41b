"""Addresses that open a door once: to sign in, to join. Only digests of their tokens are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from ncr.accounts.models.group import ReadingGroup
from ncr.accounts.models.person import User

if TYPE_CHECKING:
    from datetime import datetime


class SignInLink(models.Model):
    """An address that signs one person in, once; only the digest of its token is kept."""

    user = models.ForeignKey(User, models.CASCADE, related_name="sign_in_links")
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("sign-in link")
        verbose_name_plural = _("sign-in links")

    def __str__(self) -> str:
        return f"link for {self.user}"

    def is_usable(self, now: datetime) -> bool:
        return self.used_at is None and now < self.expires_at


class Invitation(models.Model):
    """An address by which one person may make an account, join a group, or both, once."""

    digest = models.CharField(max_length=64, unique=True, editable=False)
    email = models.EmailField(
        _("mail address"),
        blank=True,
        help_text=_("Whom it is for: only this address can use it. Empty: whoever has the link."),
    )
    group = models.ForeignKey(
        ReadingGroup,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="invitations",
        verbose_name=_("reading group"),
    )
    by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, editable=False, related_name="invitations"
    )
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    expires_at = models.DateTimeField(_("good until"))
    used_at = models.DateTimeField(_("used"), null=True, editable=False)
    used_by = models.ForeignKey(
        User, models.SET_NULL, null=True, editable=False, related_name="accepted_invitations"
    )
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, editable=False)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        indexes = [models.Index(fields=["group", "-id"], name="invitation_by_group")]

    def __str__(self) -> str:
        return self.email or f"{_('invitation')} {self.pk}"

    def is_usable(self, now: datetime) -> bool:
        return self.used_at is None and self.withdrawn_at is None and now < self.expires_at
