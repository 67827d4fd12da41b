"""What waits for moderators: one open item for each thing, whatever brought it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from annotations.models.annotation import Annotation
from annotations.models.topic import Assignment, Topic
from articles.models import Article
from ncr.accounts.models import User

OPEN = Q(closed_at=None)


class ReviewItem(models.Model):
    """One thing that waits for a moderator, or that one decided.

    There is one open item at most for each thing; what happens to it meanwhile is added to it.
    `version` is the version of an annotation that is to be judged. `turn` grows with each decision
    and each new version: who decides names the turn that they saw, so that a stale act is refused.
    `rank` orders the queue, the greatest first; it holds the weight and the age in one number that
    need not be written again as time goes by (see `annotations.queueing`).
    """

    class Kind(models.TextChoices):
        ANNOTATION = "annotation", _("Annotation")
        PERSON = "person", _("Person")
        TOPIC = "topic", _("Topic")
        ASSIGNMENT = "assignment", _("Topic of an annotation")
        ARTICLE = "article", _("Article")

    class Cause(models.TextChoices):
        """What brought it; of several, the gravest. The first six are the reasons of reports."""

        ILLEGAL = "illegal", _("Illegal")
        PERSONAL = "personal-data", _("Personal data")
        ABUSE = "abuse", _("Abuse")
        APPEAL = "appeal", _("Appeal")
        SPAM = "spam", _("Spam")
        DISPUTED = "disputed", _("Disputed")
        OTHER = "other", _("Something else")
        OFF_TOPIC = "off-topic", _("Off topic")
        RULE = "rule", _("Held by a rule")
        EDITED = "edited", _("Changed by its author")

    class Outcome(models.TextChoices):
        APPROVED = "approved", _("Approved")
        HIDDEN = "hidden", _("Hidden")
        REMOVED = "removed", _("Removed")
        ASKED = "asked", _("The author was asked to change it")
        DISMISSED = "dismissed", _("Nothing is wrong with it")
        HANDLED = "handled", _("Handled")
        GONE = "gone", _("Taken back by its author")

    kind = models.CharField(_("kind"), max_length=10)
    annotation = models.ForeignKey(
        Annotation, models.CASCADE, null=True, related_name="review_items"
    )
    person = models.ForeignKey(User, models.CASCADE, null=True, related_name="review_items")
    topic = models.ForeignKey(Topic, models.CASCADE, null=True, related_name="review_items")
    assignment = models.ForeignKey(
        Assignment, models.CASCADE, null=True, related_name="review_items"
    )
    article = models.ForeignKey(
        Article,
        models.CASCADE,
        null=True,
        related_name="review_items",
        help_text=_("What it is about, or where the annotation stands."),
    )
    author = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    cause = models.CharField(_("reason"), max_length=14)
    weight = models.FloatField(default=0)
    rank = models.FloatField(default=0)
    version = models.PositiveIntegerField(null=True)
    turn = models.PositiveIntegerField(default=1)
    opened_at = models.DateTimeField(_("waiting since"))
    claimed_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    claimed_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(_("decided"), null=True)
    decided_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    outcome = models.CharField(_("what came of it"), max_length=10, blank=True)

    class Meta:
        verbose_name = _("item of the review queue")
        verbose_name_plural = _("review queue")
        constraints = [
            *(
                models.UniqueConstraint(
                    fields=[name],
                    condition=OPEN & Q(kind=name),
                    name=f"review_one_open_{name}",
                )
                for name in ("annotation", "person", "topic", "assignment", "article")
            ),
        ]
        indexes = [
            models.Index(fields=["-rank", "-id"], condition=OPEN, name="review_by_rank"),
            models.Index(fields=["cause", "-rank"], condition=OPEN, name="review_by_cause"),
            models.Index(fields=["article", "-rank"], condition=OPEN, name="review_by_article"),
            models.Index(fields=["author", "-rank"], condition=OPEN, name="review_by_author"),
            models.Index(fields=["opened_at"], condition=OPEN, name="review_by_age"),
            models.Index(
                fields=["claimed_by"],
                condition=OPEN & Q(claimed_by__isnull=False),
                name="review_claimed",
            ),
            models.Index(fields=["-closed_at"], condition=~OPEN, name="review_decided"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_id}: {self.cause}"

    @property
    def subject_id(self) -> int | None:
        """The id of what it is about."""
        known: int | None = getattr(self, f"{self.kind}_id")
        return known

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


class QualityMark(models.Model):
    """What a reader tells an author kindly about an annotation; no moderator is asked."""

    class Kind(models.TextChoices):
        UNCLEAR = "unclear", _("I do not understand it")
        UNSUPPORTED = "unsupported", _("It lacks a source")
        DUPLICATE = "duplicate", _("It was said already")
        OFF_PASSAGE = "off-passage", _("It is about another passage")

    annotation = models.ForeignKey(Annotation, models.CASCADE, related_name="quality_marks")
    by = models.ForeignKey(User, models.CASCADE, related_name="quality_marks")
    kind = models.CharField(_("kind"), max_length=12)
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("quality mark")
        verbose_name_plural = _("quality marks")
        constraints = [
            models.UniqueConstraint(
                fields=["annotation", "by", "kind"], name="quality_mark_once_a_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.annotation_id}"
