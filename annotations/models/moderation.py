"""Reports, and the log of what moderators did; the log holds ids and hashes, never words."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from annotations.models.annotation import Annotation
from annotations.models.topic import Topic
from ncr.accounts.models import User


class Report(models.Model):
    """A reader says that something breaks a rule of the site: an annotation, a person, a topic.

    `shown` is what stood there of a person or a topic when it was reported; of an annotation its
    version says that. `origin` tells the reports of visitors without an account from one another,
    as long as they wait: a keyed digest of the address, forgotten once they are decided.
    """

    class Reason(models.TextChoices):
        OFF_TOPIC = "off-topic", _("Off topic")
        ABUSE = "abuse", _("Abuse")
        SPAM = "spam", _("Spam")
        ILLEGAL = "illegal", _("Illegal")
        PERSONAL = "personal-data", _("Personal data")
        OTHER = "other", _("Something else")

    annotation = models.ForeignKey(Annotation, models.CASCADE, null=True, related_name="reports")
    person = models.ForeignKey(User, models.CASCADE, null=True, related_name="reports_of_them")
    topic = models.ForeignKey(Topic, models.CASCADE, null=True, related_name="reports")
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="reports")
    origin = models.CharField(max_length=64, blank=True, editable=False)
    reason = models.CharField(_("reason"), max_length=14)
    text = models.CharField(_("in words"), max_length=1000, blank=True)
    version = models.PositiveIntegerField(
        null=True, help_text=_("The version of the annotation that was reported.")
    )
    shown = models.TextField(blank=True, editable=False)
    created_at = models.DateTimeField(_("reported"))
    outcome = models.CharField(_("what came of it"), max_length=10, blank=True, editable=False)
    decided_at = models.DateTimeField(_("decided"), null=True, editable=False)
    decided_by = models.ForeignKey(
        User, models.SET_NULL, null=True, editable=False, related_name="+"
    )

    class Outcome(models.TextChoices):
        UPHELD = "upheld", _("Something was done about it")
        DISMISSED = "dismissed", _("It breaks no rule")

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        constraints = [
            models.UniqueConstraint(fields=["annotation", "by"], name="report_once_a_person"),
            models.UniqueConstraint(
                fields=["annotation", "origin"],
                condition=~models.Q(origin="") & models.Q(decided_at=None),
                name="report_once_an_address",
            ),
            *(
                models.UniqueConstraint(
                    fields=[name, "by"],
                    condition=models.Q(decided_at=None),
                    name=f"report_{name}_waits_once",
                )
                for name in ("person", "topic")
            ),
            models.CheckConstraint(
                condition=models.Q(annotation__isnull=False, person=None, topic=None)
                | models.Q(annotation=None, person__isnull=False, topic=None)
                | models.Q(annotation=None, person=None, topic__isnull=False),
                name="report_of_one_thing",
            ),
        ]
        indexes = [
            models.Index(fields=["id"], condition=models.Q(decided_at=None), name="report_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.reason}: {self.annotation_id or self.person_id or self.topic_id}"


class ModerationEntry(models.Model):
    """One act of moderation; triggers in the database refuse to change or delete it.

    It names things by identifiers and not by foreign keys, so that it outlives what it names.
    """

    thread = models.UUIDField(null=True)
    annotation = models.UUIDField(null=True)
    subject = models.CharField(
        _("of what"), max_length=80, blank=True, help_text=_("topic 12, person 7, article 3")
    )
    by = models.BigIntegerField(_("by"), null=True, help_text=_("The id of the person."))
    act = models.CharField(_("act"), max_length=12)
    rule = models.PositiveSmallIntegerField(_("rule"), null=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    before = models.CharField(_("before"), max_length=10, blank=True)
    after = models.CharField(_("after"), max_length=10, blank=True)
    version = models.PositiveIntegerField(_("version"), null=True)
    digest = models.CharField(_("hash"), max_length=64, blank=True)
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("entry of the moderation log")
        verbose_name_plural = _("moderation log")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["annotation"], name="log_by_annotation"),
            models.Index(fields=["thread"], name="log_by_thread"),
            models.Index(fields=["subject"], name="log_by_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.at:%Y-%m-%d}"
