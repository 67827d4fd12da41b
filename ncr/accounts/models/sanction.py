"""Sanctions: what somebody may not do for a time, why, and until when."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from ncr.accounts.models.person import User


class Sanction(models.Model):
    """One sanction of one person; it is lifted or runs out, and is never deleted."""

    class Kind(models.TextChoices):
        WARNING = "warning", _("Warning")
        HOLD = "hold", _("What they write is held")
        SILENCE = "silence", _("They cannot write")
        SUSPEND = "suspend", _("They cannot sign in")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    person = models.ForeignKey(User, models.CASCADE, related_name="sanctions")
    kind = models.CharField(_("kind"), max_length=8)
    reason = models.CharField(_("reason"), max_length=300)
    rule = models.PositiveSmallIntegerField(_("rule of the site"), null=True)
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(_("since"))
    until = models.DateTimeField(_("until"), null=True)
    acknowledged_at = models.DateTimeField(null=True)
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    lifted_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("sanction")
        verbose_name_plural = _("sanctions")
        indexes = [models.Index(fields=["person", "-id"], name="sanction_by_person")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.person_id}"
