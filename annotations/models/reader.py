"""What the site keeps for one reader: how far they have read, and what they have not sent yet."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Revision
from ncr.accounts.models import User


class Reading(models.Model):
    """What one person has seen of an article; one row for both.

    `seen` names events by the numbers that they have in each audience, as closed ranges in order:
    `{"1": [[1, 40], [44, 44]], "7": [[1, 3]]}`. What is not in it is new to them.
    """

    person = models.ForeignKey(User, models.CASCADE, related_name="readings")
    article = models.ForeignKey(Article, models.CASCADE, related_name="readings")
    revision = models.ForeignKey(
        Revision,
        models.SET_NULL,
        null=True,
        related_name="+",
        help_text=_("The newest whose changes they have seen."),
    )
    seen = models.JSONField(default=dict)
    block_key = models.CharField(
        max_length=12, blank=True, help_text=_("The paragraph at which they stopped.")
    )
    visited_at = models.DateTimeField()

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        constraints = [
            models.UniqueConstraint(fields=["person", "article"], name="reading_once"),
        ]
        indexes = [models.Index(fields=["person", "-visited_at"], name="reading_latest")]

    def __str__(self) -> str:
        return f"{self.person_id}/{self.article_id}"


class Draft(models.Model):
    """What one person began to write in one form and has not sent.

    `place` is the address of the form with its query, by which it is found again; `fields` are
    those of the form, by name.
    """

    person = models.ForeignKey(User, models.CASCADE, related_name="drafts")
    article = models.ForeignKey(Article, models.CASCADE, null=True, related_name="+")
    place = models.CharField(max_length=500)
    page = models.CharField(max_length=500, help_text=_("The page on which it was begun."))
    fields = models.JSONField(default=dict)
    saved_at = models.DateTimeField()

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        constraints = [
            models.UniqueConstraint(fields=["person", "place"], name="draft_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.place}"
