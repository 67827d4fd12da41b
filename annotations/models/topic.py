"""Topics: the shared vocabulary under which annotations are filed."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from annotations.models.annotation import Annotation
from annotations.models.thread import Thread
from annotations.visibility import TopicCountQuerySet, TopicQuerySet
from articles.models import Article
from ncr.accounts.models import Audience, User
from ncr.accounts.names import latin_twin

if TYPE_CHECKING:
    from datetime import datetime

SEPARATORS = re.compile(r"[\s\-_‐‑‒–—―−]+")
NAME_LIMIT = 80
URI_LIMIT = 500
CUE_LIMIT = 160
NOWHERE = 2**31 - 1  # the place of notes on an article as a whole: after its last words
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


def lookalikes(key: str) -> set[str]:
    """The keys that look the same when all letters are taken from one other alphabet.

    Of a key in Latin letters those in Cyrillic and in Greek, of any other the one in Latin, as far
    as each of its letters has a twin there (Unicode Technical Standard 39, section 4).
    """
    latin = "".join(latin_twin(sign) for sign in key)
    twins = {latin, *(latin.translate(table) for table in _TWINS)}
    return {one for one in twins if one != key and _is_of_one(one)}


def _is_of_one(key: str) -> bool:
    return len({unicodedata.name(sign, "?").split()[0] for sign in key if sign.isalpha()}) == 1


def _twins(first: int, end: int) -> dict[int, str]:
    """For each small Latin letter the letter of an alphabet that is mistaken for it."""
    found: dict[int, str] = {}
    for sign in map(chr, range(first, end)):
        if len(twin := latin_twin(sign)) == 1 and twin.isascii() and sign.islower():
            found.setdefault(ord(twin), sign)
    return found


_TWINS = (_twins(0x0430, 0x0460), _twins(0x03B1, 0x03CA))


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
    related = models.ManyToManyField("self", blank=True, verbose_name=_("related topics"))
    uri = models.CharField(
        _("elsewhere"),
        max_length=URI_LIMIT,
        blank=True,
        help_text=_("The address that names the same thing elsewhere, as in Wikidata."),
    )
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    proposed_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at: models.DateTimeField[datetime, datetime] = models.DateTimeField(auto_now_add=True)

    label = ""  # what readers of the language at hand are shown, where `naming.call` was asked

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("topic", args=[self.slug])

    @property
    def shown_name(self) -> str:
        return self.label or self.name


class TopicName(models.Model):
    """A name or alias of a topic; one key belongs to one topic, however it is spelt.

    With `language` (BCP 47) it is a name in that language alone; with `is_label` the one by which
    readers of that language are shown the topic.
    """

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=NAME_LIMIT)
    key = models.CharField(max_length=2 * NAME_LIMIT, unique=True, editable=False)
    is_alias = models.BooleanField(_("alias"), default=True)
    language = models.CharField(_("language"), max_length=35, blank=True)
    is_label = models.BooleanField(_("name in its language"), default=False)

    class Meta:
        verbose_name = _("name of a topic")
        verbose_name_plural = _("names of topics")
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "language"],
                condition=models.Q(is_label=True),
                name="topic_label_once_a_language",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class TopicCue(models.Model):
    """Words that tell of a topic where all of them stand in one sentence; weaker than a name.

    `key` is what two spellings of one cue share: the keys of its words, in their order.
    """

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="cues")
    words = models.CharField(_("words"), max_length=CUE_LIMIT)
    key = models.CharField(max_length=2 * CUE_LIMIT, editable=False)

    class Meta:
        verbose_name = _("words that tell of a topic")
        verbose_name_plural = _("words that tell of topics")
        constraints = [
            models.UniqueConstraint(fields=["topic", "key"], name="topic_cue_once"),
        ]

    def __str__(self) -> str:
        return self.words


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
    """That an annotation is filed under a topic, by whom and when.

    What stands below `at` repeats where the annotation stands, so that a dossier is a walk along
    an index. Triggers of the database keep it (docs/decisions/0014); nothing else writes it.
    """

    annotation = models.ForeignKey(Annotation, models.CASCADE, related_name="assignments")
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="assignments")
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    article = models.ForeignKey(
        Article, models.CASCADE, null=True, editable=False, related_name="+", db_index=False
    )
    audience = models.ForeignKey(
        Audience, models.CASCADE, null=True, editable=False, related_name="+", db_index=False
    )
    thread = models.ForeignKey(Thread, models.CASCADE, null=True, editable=False, related_name="+")
    dated = models.CharField(
        max_length=10, editable=False, default="", help_text=_("When the article was published.")
    )
    place = models.PositiveIntegerField(
        editable=False, default=NOWHERE, help_text=_("Where the thread's passage began.")
    )
    active_at = models.DateTimeField(null=True, editable=False)
    is_readable = models.BooleanField(
        default=False, editable=False, help_text=_("By everyone in its audience.")
    )

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = [
            models.UniqueConstraint(fields=["annotation", "topic"], name="assignment_once"),
        ]
        indexes = [
            models.Index(
                fields=["topic", "-dated", "-article", "place", "annotation"],
                name="assignment_newest",
            ),
            models.Index(
                fields=["topic", "dated", "article", "place", "annotation"],
                name="assignment_oldest",
            ),
            models.Index(fields=["topic", "-active_at", "-annotation"], name="assignment_active"),
            models.Index(fields=["article", "topic"], name="assignment_in_article"),
        ]

    def __str__(self) -> str:
        return f"{self.topic_id} on {self.annotation_id}"


class TopicCount(models.Model):
    """How much of a topic everyone in an audience may read in an article; triggers keep it."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="counts")
    article = models.ForeignKey(Article, models.CASCADE, related_name="+", db_index=False)
    audience = models.ForeignKey(Audience, models.CASCADE, related_name="+", db_index=False)
    readable = models.IntegerField(default=0)

    objects = TopicCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("count of a topic")
        verbose_name_plural = _("counts of topics")
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "article", "audience"], name="topic_count_once"
            ),
        ]
        indexes = [models.Index(fields=["article", "audience"], name="topic_count_in_article")]

    def __str__(self) -> str:
        return f"{self.topic_id} in {self.article_id}: {self.readable}"


class TopicMerge(models.Model):
    """That a topic was merged into another, with what it takes to undo it.

    `state` holds ids, names and dates of the topic as it was: no words that people said.
    """

    source = models.BigIntegerField(help_text=_("The id that the topic had."))
    name = models.CharField(_("name"), max_length=NAME_LIMIT)
    into = models.ForeignKey(Topic, models.SET_NULL, null=True, related_name="merges")
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    state = models.JSONField(default=dict)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("merge of topics")
        verbose_name_plural = _("merges of topics")

    def __str__(self) -> str:
        return f"{self.source} into {self.into_id}"


class MergedAssignment(models.Model):
    """An assignment that a merge took along."""

    merge = models.ForeignKey(TopicMerge, models.CASCADE, related_name="moved")
    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="merges")

    class Meta:
        verbose_name = _("assignment that was merged")
        verbose_name_plural = _("assignments that were merged")

    def __str__(self) -> str:
        return f"{self.merge_id}: {self.assignment_id}"


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
