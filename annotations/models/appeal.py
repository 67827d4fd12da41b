"""What was decided about somebody's words or account, and what they object to."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from annotations.models.annotation import Annotation
from articles.models import SiteRule
from ncr.accounts.models import Sanction, User


class Decision(models.Model):
    """A decision against somebody, as it was told to them: the statement of its reasons.

    What it has to name is taken from article 17 of the EU's Digital Services Act (Regulation
    2022/2065): the decision, the facts, whether it was automated, the ground, and how to object.
    `profile` is what was taken from the person's profile, by the field: it lies sealed like the
    words that were removed, and can be given back.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    person = models.ForeignKey(User, models.CASCADE, related_name="decisions")
    annotation = models.ForeignKey(Annotation, models.CASCADE, null=True, related_name="decisions")
    sanction = models.ForeignKey(Sanction, models.CASCADE, null=True, related_name="decisions")
    act = models.CharField(max_length=12)
    version = models.PositiveIntegerField(null=True)
    by = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="+", help_text=_("Nobody: a rule.")
    )
    is_automated = models.BooleanField(default=False)
    rule = models.ForeignKey(SiteRule, models.PROTECT, null=True, related_name="+")
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    at = models.DateTimeField(_("decided"))
    reversed_at = models.DateTimeField(null=True)
    profile = models.JSONField(null=True, editable=False)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        indexes = [
            models.Index(fields=["person", "-id"], name="decision_by_person"),
            models.Index(fields=["annotation", "-id"], name="decision_by_annotation"),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.uuid}"


class Appeal(models.Model):
    """What somebody says against a decision, once; and what another moderator answers."""

    class Outcome(models.TextChoices):
        UPHELD = "upheld", _("The decision stands")
        OVERTURNED = "overturned", _("The decision is taken back")
        VARIED = "varied", _("The decision is changed")

    decision = models.OneToOneField(Decision, models.CASCADE, related_name="appeal")
    text = models.TextField(_("what is wrong with the decision"))
    at = models.DateTimeField(_("made"))
    outcome = models.CharField(_("outcome"), max_length=10, blank=True)
    answer = models.TextField(_("answer"), blank=True)
    answered_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    is_by_the_first = models.BooleanField(
        default=False,
        help_text=_("Answered by who decided first, since there was no other moderator."),
    )

    class Meta:
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")

    def __str__(self) -> str:
        return f"{self.decision_id}: {self.outcome or 'waiting'}"
