"""A link from one passage to another, and what the one is to the other."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from annotations.models.anchor import Anchor
from annotations.models.annotation import Annotation
from articles.models import Article


class PassageLink(models.Model):
    """That an opening annotation points at a second passage, in the same or another article.

    `anchor` is the second one, with the role of a link; its placements follow `article`, which
    need not be the thread's. The thread is where the link is discussed.
    """

    class Relation(models.TextChoices):
        CONTRADICTS = "contradicts", _("Contradicts")
        SUPPORTS = "supports", _("Supports")
        REPEATS = "repeats", _("Repeats")
        ANSWERS = "answers", _("Answers")
        UPDATES = "updates", _("Updates")
        CITES = "cites", _("Cites")

    annotation = models.OneToOneField(Annotation, models.CASCADE, related_name="link")
    relation = models.CharField(_("relation"), max_length=12)
    anchor = models.OneToOneField(Anchor, models.CASCADE, related_name="link")
    article = models.ForeignKey(Article, models.CASCADE, related_name="links_here")

    class Meta:
        verbose_name = _("link between passages")
        verbose_name_plural = _("links between passages")

    def __str__(self) -> str:
        return f"{self.annotation_id} {self.relation} {self.anchor_id}"
