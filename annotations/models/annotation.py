"""An annotation: what a person says, and the versions of it."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from markdownx.models import MarkdownxField

from annotations.models.thread import Thread
from annotations.visibility import AnnotationQuerySet
from articles.models import SiteRule
from ncr.accounts.models import User


class Annotation(models.Model):
    """Something said in a thread: its opening, or a reply to a parent.

    Two authorities, two facts: `withdrawn_at` is the author's, `moderation` the moderators'.
    `body_html` is made by the renderer of version `renderer`; only verbs write any of this.
    """

    class Kind(models.TextChoices):
        COMMENT = "comment", _("Comment")
        QUESTION = "question", _("Question")
        DEFINITION = "definition", _("Definition")
        SOURCE = "source", _("Source")
        OBJECTION = "objection", _("Objection")
        HIGHLIGHT = "highlight", _("Highlight")
        TOPIC = "topic", _("Topic mark")

    class Moderation(models.TextChoices):
        PENDING = "pending", _("Waiting for a moderator")
        PUBLISHED = "published", _("Published")
        HIDDEN = "hidden", _("Hidden")
        REMOVED = "removed", _("Removed")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    thread = models.ForeignKey(Thread, models.CASCADE, related_name="annotations")
    parent = models.ForeignKey(
        "self", models.RESTRICT, null=True, blank=True, related_name="replies"
    )
    author = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="annotations"
    )
    kind = models.CharField(_("kind"), max_length=12, default=Kind.COMMENT)
    body = MarkdownxField(_("text"), blank=True)
    body_html = models.TextField(editable=False, blank=True)
    renderer = models.PositiveSmallIntegerField(editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    moderation = models.CharField(max_length=10, default=Moderation.PUBLISHED, editable=False)
    moderation_reason = models.CharField(max_length=300, blank=True, editable=False)
    moderation_rule = models.ForeignKey(
        SiteRule, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    removed_at = models.DateTimeField(
        null=True,
        editable=False,
        help_text=_("Since when its words lie sealed; they are emptied some time after."),
    )
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    submission = models.UUIDField(
        default=uuid4,
        editable=False,
        help_text=_("Made with the form, so that one form makes one annotation."),
    )
    created_at = models.DateTimeField(_("written"))
    edited_at = models.DateTimeField(_("edited"), null=True, editable=False)

    objects = AnnotationQuerySet.as_manager()

    class Meta:
        verbose_name = _("annotation")
        verbose_name_plural = _("annotations")
        permissions = [("moderate", "Can moderate annotations")]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "submission"], name="annotation_submission_once"
            ),
            models.UniqueConstraint(
                fields=["thread"], condition=Q(parent=None), name="annotation_one_opening"
            ),
        ]
        indexes = [
            models.Index(fields=["author", "-id"], name="annotation_by_author"),
            models.Index(
                fields=["moderation", "-id"],
                condition=~Q(moderation="published"),
                name="annotation_kept_back",
            ),
            models.Index(fields=["-created_at", "-id"], name="annotation_by_date"),
        ]

    def __str__(self) -> str:
        return f"{self.author or _('Somebody')}: {self.body[:60]}"

    def get_absolute_url(self) -> str:
        return reverse("annotation", args=[self.uuid])

    @property
    def is_opening(self) -> bool:
        return self.parent_id is None

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def is_readable(self) -> bool:
        """Whether everyone in its audience may read it."""
        return self.moderation == self.Moderation.PUBLISHED and not self.is_withdrawn


class AnnotationVersion(models.Model):
    """What an annotation said once; the newest is what it says now."""

    annotation = models.ForeignKey(Annotation, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12)
    body = models.TextField(blank=True)
    digest = models.CharField(max_length=64, help_text=_("SHA-256 of the text, for the log."))
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["annotation", "number"]
        constraints = [
            models.UniqueConstraint(fields=["annotation", "number"], name="version_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.annotation_id}.{self.number}"
