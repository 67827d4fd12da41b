"""A thread: an opening annotation and its replies, said to one audience."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from annotations.visibility import ThreadQuerySet
from articles.models import Article
from ncr.accounts.models import PREFIXES, Audience, User


class Thread(models.Model):
    """What is said about one passage, in one audience; its label is stable once given.

    `number` counts within an article and an audience, so that a private note leaves no gap in
    what others see. `readable_count` is how many of its annotations everyone in its audience
    may read; the verbs keep it.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    article = models.ForeignKey(Article, models.CASCADE, related_name="threads")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="threads")
    audience_kind = models.CharField(max_length=10, editable=False)
    number = models.PositiveIntegerField()
    readable_count = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField(_("opened"))
    active_at = models.DateTimeField(_("last activity"))
    locked_at = models.DateTimeField(_("locked"), null=True, blank=True)
    resolved_at = models.DateTimeField(_("resolved"), null=True, blank=True)
    resolved_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    resolved_reason = models.CharField(max_length=300, blank=True)

    objects = ThreadQuerySet.as_manager()

    class Meta:
        verbose_name = _("thread")
        verbose_name_plural = _("threads")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "audience", "number"], name="thread_number_once"
            ),
        ]
        indexes = [
            models.Index(fields=["article", "audience", "-id"], name="thread_newest"),
            models.Index(fields=["article", "audience", "-active_at"], name="thread_active"),
        ]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        return reverse("thread", args=[self.uuid])

    @property
    def label(self) -> str:
        """What people cite: `12`, or `m3` for members, `g3` for a group, `p3` for oneself."""
        return f"{PREFIXES[self.audience_kind]}{self.number}"

    @property
    def key(self) -> str:
        """What a page tells its threads apart by: two groups of one reader both have a `g3`."""
        return f"{self.label}-{self.audience_id}" if self.audience_kind == "group" else self.label

    @property
    def is_locked(self) -> bool:
        return self.locked_at is not None

    @property
    def is_resolved(self) -> bool:
        return self.resolved_at is not None
