"""Events: what happened, numbered without gaps for each article and audience.

ETags, caches, unread counts and live updates derive from the counters of the audiences that a
reader belongs to and from nothing else; so a private note never shows as a change to others.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from annotations.models.annotation import Annotation
from annotations.models.thread import Thread
from articles.models import Article
from ncr.accounts.models import Audience, User


class Counter(models.Model):
    """What an article has in one audience; its row is the lock under which events are numbered."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="counters")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    events = models.PositiveBigIntegerField(default=0)
    threads = models.PositiveIntegerField(default=0)
    readable = models.PositiveIntegerField(
        default=0, help_text=_("Annotations that everyone in the audience may read.")
    )

    class Meta:
        verbose_name = _("counter")
        verbose_name_plural = _("counters")
        constraints = [
            models.UniqueConstraint(fields=["article", "audience"], name="counter_once"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}/{self.audience_id}: {self.events}"


class Event(models.Model):
    """One thing that a verb did."""

    class Kind(models.TextChoices):
        ANNOTATED = "annotated", _("Annotated")
        REPLIED = "replied", _("Replied")
        EDITED = "edited", _("Edited")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        RESOLVED = "resolved", _("Resolved")
        REOPENED = "reopened", _("Reopened")
        MODERATED = "moderated", _("Moderated")
        LOCKED = "locked", _("Locked")
        UNLOCKED = "unlocked", _("Unlocked")
        PLACED = "placed", _("Placed")
        REACTED = "reacted", _("Reacted")
        MOVED = "moved", _("Moved")

    article = models.ForeignKey(Article, models.CASCADE, related_name="events")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    seq = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=10)
    actor = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    thread = models.ForeignKey(Thread, models.CASCADE, related_name="events")
    annotation = models.ForeignKey(Annotation, models.CASCADE, null=True, related_name="events")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            models.UniqueConstraint(fields=["article", "audience", "seq"], name="event_seq_once"),
        ]
        indexes = [models.Index(fields=["actor", "at"], name="event_pace")]

    def __str__(self) -> str:
        return f"{self.kind} {self.seq}"
