"""Topics: the shared vocabulary under which annotations are filed."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from annotations.models.annotation import Annotation
from annotations.visibility import TopicQuerySet
from ncr.accounts.models import User

if TYPE_CHECKING:
    from datetime import datetime

SEPARATORS = re.compile(r"[\s\-_‐‑‒–—―−]+")
NAME_LIMIT = 80
# Marks that make another letter and not the same one with an accent: the nukta of Indic scripts,
# the voicing of kana, the virama (Unicode, canonical combining classes 7, 8 and 9)
LETTERS_OF_THEIR_OWN = (0, 7, 8, 9)


def topic_key(name: str) -> str:
    """What two spellings of one name share: compatibility form, case, accents and gaps folded.

    What is not seen at all (soft hyphens, joiners, marks of direction) makes no difference
    either. Idempotent: the key of a key is the key.
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    decomposed = unicodedata.normalize("NFKD", folded).casefold()
    bare = "".join(
        sign
        for sign in decomposed
        if unicodedata.combining(sign) in LETTERS_OF_THEIR_OWN
        and unicodedata.category(sign) != "Cf"
    )
    return SEPARATORS.sub(" ", unicodedata.normalize("NFC", bare)).strip()


class Topic(models.Model):
    """An entry of the vocabulary; proposed by anybody who annotates, accepted by moderators."""

    slug = models.SlugField(_("slug"), max_length=100, unique=True, allow_unicode=True)
    name = models.CharField(_("name"), max_length=NAME_LIMIT)
    description = models.TextField(_("description"), max_length=5000, blank=True)
    broader = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="narrower",
        verbose_name=_("broader topic"),
    )
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    proposed_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at: models.DateTimeField[datetime, datetime] = models.DateTimeField(auto_now_add=True)

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("topic", args=[self.slug])


class TopicName(models.Model):
    """A name or alias of a topic; one key belongs to one topic, however it is spelt."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=NAME_LIMIT)
    key = models.CharField(max_length=2 * NAME_LIMIT, unique=True, editable=False)
    is_alias = models.BooleanField(_("alias"), default=True)

    class Meta:
        verbose_name = _("name of a topic")
        verbose_name_plural = _("names of topics")

    def __str__(self) -> str:
        return self.name


class TopicSlug(models.Model):
    """A slug that a topic had; its address leads to the present one."""

    slug = models.SlugField(max_length=100, unique=True, allow_unicode=True)
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="old_slugs")

    class Meta:
        verbose_name = _("former address of a topic")
        verbose_name_plural = _("former addresses of topics")

    def __str__(self) -> str:
        return self.slug


class Assignment(models.Model):
    """That an annotation is filed under a topic, by whom and when."""

    annotation = models.ForeignKey(Annotation, models.CASCADE, related_name="assignments")
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="assignments")
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = [
            models.UniqueConstraint(fields=["annotation", "topic"], name="assignment_once"),
        ]

    def __str__(self) -> str:
        return f"{self.topic_id} on {self.annotation_id}"


class Verdict(models.Model):
    """What another reader says of an assignment: that it is right, or why it is not."""

    class Kind(models.TextChoices):
        ENDORSED = "endorsed", _("Endorsed")
        DISPUTED = "disputed", _("Disputed")

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="verdicts")
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(max_length=8)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    at = models.DateTimeField()
    dismissed_at = models.DateTimeField(
        null=True, help_text=_("When a moderator found that the topic is right.")
    )

    class Meta:
        verbose_name = _("verdict on a topic")
        verbose_name_plural = _("verdicts on topics")
        constraints = [
            models.UniqueConstraint(fields=["assignment", "by"], name="verdict_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.assignment_id}"
