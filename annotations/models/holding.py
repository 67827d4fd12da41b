"""Rules before publication: what is held until a moderator has seen it, and why it was."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from annotations.models.annotation import Annotation
from annotations.models.topic import Topic
from articles.models import Article
from ncr.accounts.models import User
from ncr.labels import label_of


class HoldRule(models.Model):
    """One rule of an ordered list that the owners of the site write; it reads and never counts
    votes. Which of the fields below the order mean something depends on the kind.
    """

    class Kind(models.TextChoices):
        FIRST = "first", _("The first contributions of a new member")
        WORDS = "words", _("Words of a list")
        LINKS = "links", _("Links to sites of a list")
        MANY_LINKS = "many-links", _("Too many links")
        REPEATED = "repeated", _("The same text again")
        RATE = "rate", _("Many in a short time")
        ARTICLE = "article", _("Everything in an article")
        TOPIC = "topic", _("Everything under a topic")
        PERSON = "person", _("Everything from a person")
        WEBHOOK = "webhook", _("What another service says")

    position = models.PositiveSmallIntegerField(_("order"), default=0)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    is_on = models.BooleanField(_("on"), default=True)
    number = models.PositiveIntegerField(_("number"), null=True, blank=True)
    minutes = models.PositiveIntegerField(_("minutes"), null=True, blank=True)
    words = models.TextField(_("list"), blank=True, help_text=_("One on each line."))
    article = models.ForeignKey(
        Article, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("article")
    )
    topic = models.ForeignKey(
        Topic, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("topic")
    )
    person = models.ForeignKey(
        User, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("person")
    )
    url = models.URLField(_("address"), blank=True)
    secret = models.CharField(_("secret"), max_length=100, blank=True)
    seconds = models.FloatField(_("seconds until it is given up"), default=2)
    note = models.CharField(
        _("note"), max_length=200, blank=True, help_text=_("What moderators read beside it.")
    )

    class Meta:
        verbose_name = _("rule before publication")
        verbose_name_plural = _("rules before publication")
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return label_of(self.Kind, self.kind)


class Firing(models.Model):
    """That a rule held a version of an annotation, and what in it the rule found."""

    annotation = models.ForeignKey(Annotation, models.CASCADE, related_name="firings")
    rule = models.ForeignKey(HoldRule, models.SET_NULL, null=True, related_name="firings")
    kind = models.CharField(max_length=10)
    found = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("firing of a rule")
        verbose_name_plural = _("firings of rules")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind}: {self.annotation_id}.{self.version}"
