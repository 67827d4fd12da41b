"""Roles that hold for one article or one topic; roles for the whole site are groups of Django's."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from annotations.models.topic import Topic
from articles.models import Article
from ncr.accounts.models import User


class ScopedRole(models.Model):
    """That a person leads the discussion of an article, or moderates an article or a topic.

    Who has one is staff, so that the admin lets them in; only the verbs in annotations/roles.py
    write here. Who leads a reading group is said by its Membership.
    """

    class Role(models.TextChoices):
        LEADER = "leader", _("Leads the discussion")
        MODERATOR = "moderator", _("Moderates")

    person = models.ForeignKey(
        User, models.CASCADE, related_name="scoped_roles", verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=10, choices=Role.choices)
    article = models.ForeignKey(
        Article,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="roles",
        verbose_name=_("article"),
    )
    topic = models.ForeignKey(
        Topic,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="roles",
        verbose_name=_("topic"),
    )
    by = models.ForeignKey(User, models.SET_NULL, null=True, editable=False, related_name="+")
    at = models.DateTimeField(_("since"), auto_now_add=True)

    class Meta:
        verbose_name = _("role for an article or topic")
        verbose_name_plural = _("roles for articles and topics")
        constraints = [
            models.CheckConstraint(
                name="scoped_role_has_one_scope",
                condition=Q(article__isnull=False, topic=None)
                | Q(article=None, topic__isnull=False, role="moderator"),
            ),
            models.UniqueConstraint(
                fields=["person", "role", "article"], name="scoped_role_once_an_article"
            ),
            models.UniqueConstraint(
                fields=["person", "role", "topic"], name="scoped_role_once_a_topic"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.Role(self.role).label}, {self.article or self.topic}"
