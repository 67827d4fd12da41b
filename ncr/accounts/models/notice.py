"""Notices: what one person is told. They hold ids and facts, never another person's words.

Whoever shows or mails a notice asks the gate about what it names, at that moment.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from ncr.accounts.models.group import ReadingGroup
from ncr.accounts.models.person import User


class Notice(models.Model):
    """One thing told to one person, read or unread.

    `about` is the UUID of an annotation. `facts` holds what cannot be looked up later: the reason
    and the rule of a decision, the name of a topic that it was about or that is followed, what
    came of a report, how many passages a revision changed.
    """

    class Kind(models.TextChoices):
        REPLY = "reply", _("A reply to me")
        MENTION = "mention", _("A mention of me")
        MODERATED = "moderated", _("A decision about something of mine")
        REPORTED = "reported", _("What came of my report")
        MARKED = "marked", _("What a reader tells me about a note of mine")
        REVISED = "revised", _("A text changed under notes of mine")
        FILED = "filed", _("Something new under a topic that I follow")
        INVITED = "invited", _("An invitation to a reading group")
        WAITING = "waiting", _("What waits for a moderator")  # mail alone, to moderators

    person = models.ForeignKey(User, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=12)
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    about = models.UUIDField(null=True)
    group = models.ForeignKey(ReadingGroup, models.CASCADE, null=True, related_name="+")
    facts = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        indexes = [
            models.Index(fields=["person", "-id"], name="notice_newest"),
            models.Index(fields=["person"], condition=models.Q(read_at=None), name="notice_unread"),
            models.Index(fields=["about"], name="notice_about"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class MutedMail(models.Model):
    """That a person wants no mail of one kind of notice; it stays in their inbox."""

    person = models.ForeignKey(User, models.CASCADE, related_name="muted_mail")
    kind = models.CharField(max_length=12)

    class Meta:
        verbose_name = _("muted kind of mail")
        verbose_name_plural = _("muted kinds of mail")
        constraints = [
            models.UniqueConstraint(fields=["person", "kind"], name="muted_mail_once"),
        ]

    def __str__(self) -> str:
        return self.kind
