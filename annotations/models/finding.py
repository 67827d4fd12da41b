"""What the site found and keeps about topics: suggestions, figures, and where readers stand."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from annotations.models.annotation import Annotation
from annotations.models.topic import Topic
from articles.models import Article, Revision
from ncr.accounts.models import User


class Suggestion(models.Model):
    """A mention of a topic in a text, offered as a mark; offsets in the text of its block.

    It stands in `revision`, which is the newest that was looked through; one that was decided is
    kept, so that it is not offered again.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        CONFIRMED = "confirmed", _("Confirmed")
        DISMISSED = "dismissed", _("Dismissed")

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="suggestions")
    article = models.ForeignKey(Article, models.CASCADE, related_name="suggestions")
    revision = models.ForeignKey(Revision, models.CASCADE, related_name="+")
    block_key = models.CharField(max_length=12)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    is_weak = models.BooleanField(
        default=False, help_text=_("Found by words in one sentence, and not by a name.")
    )
    state = models.CharField(max_length=9, default=State.WAITING)
    decided_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    annotation = models.ForeignKey(
        Annotation,
        models.SET_NULL,
        null=True,
        related_name="+",
        help_text=_("The mark that was made of it."),
    )
    found_at = models.DateTimeField()

    class Meta:
        verbose_name = _("suggested mark")
        verbose_name_plural = _("suggested marks")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "topic", "block_key", "start", "end"], name="suggestion_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["topic", "article"],
                condition=models.Q(state="waiting"),
                name="suggestion_waiting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic_id}: {self.quote[:60]}"


class TopicScan(models.Model):
    """That a text was looked through for the names of topics."""

    article = models.OneToOneField(Article, models.CASCADE, related_name="topic_scan")
    revision = models.ForeignKey(Revision, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("search for topics in a text")
        verbose_name_plural = _("searches for topics in texts")

    def __str__(self) -> str:
        return f"{self.article_id}: {self.revision_id}"


class TopicFigures(models.Model):
    """What everyone may read under a topic, counted in the background.

    `months` is a list of [month as YYYY-MM, notes written]; `together` of [id of another topic,
    notes that are under both], the most first.
    """

    topic = models.OneToOneField(Topic, models.CASCADE, related_name="figures")
    made_at = models.DateTimeField()
    months = models.JSONField(default=list)
    together = models.JSONField(default=list)

    class Meta:
        verbose_name = _("figures of a topic")
        verbose_name_plural = _("figures of topics")

    def __str__(self) -> str:
        return f"{self.topic_id}: {self.made_at}"


class TopicReading(models.Model):
    """When a person last looked at a topic, and since when they follow it."""

    person = models.ForeignKey(User, models.CASCADE, related_name="topic_readings")
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="readings")
    visited_at = models.DateTimeField(null=True)
    follows_since = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("reading of a topic")
        verbose_name_plural = _("readings of topics")
        constraints = [
            models.UniqueConstraint(fields=["person", "topic"], name="topic_reading_once"),
        ]
        indexes = [
            models.Index(
                fields=["topic"],
                condition=models.Q(follows_since__isnull=False),
                name="topic_followed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}/{self.topic_id}"
