"""Reactions: one word to an annotation, from a fixed few."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from annotations.models.annotation import Annotation
from ncr.accounts.models import User


class Reaction(models.Model):
    """What one person answers to an annotation in one word; who it was is to be seen."""

    class Kind(models.TextChoices):
        AGREE = "agree", _("Agree")
        DISAGREE = "disagree", _("Disagree")
        THANKS = "thanks", _("Thanks")
        SOURCE = "source", _("Needs a source")

    annotation = models.ForeignKey(Annotation, models.CASCADE, related_name="reactions")
    person = models.ForeignKey(User, models.CASCADE, related_name="reactions")
    kind = models.CharField(max_length=10)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("reaction")
        verbose_name_plural = _("reactions")
        constraints = [
            models.UniqueConstraint(
                fields=["annotation", "kind", "person"], name="reaction_once_a_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.annotation_id}"
