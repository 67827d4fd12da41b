"""A revision is one published state of a text, and blocks are what it is made of."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from markdownx.models import MarkdownxField

from articles.models.article import Article
from ncr.accounts.models import User


class RevisionQuerySet(models.QuerySet["Revision"]):
    """Revisions, narrowed."""

    def published(self) -> RevisionQuerySet:
        return self.filter(published_at__isnull=False)

    def standing(self) -> RevisionQuerySet:
        """Published and not withdrawn."""
        return self.published().filter(withdrawn_at=None)


class Revision(models.Model):
    """The Markdown of a text and the blocks derived from it; immutable once published."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(_("number"))
    base = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        help_text=_("The revision that was read when this one was begun."),
    )
    source = MarkdownxField(_("text"))
    note = models.CharField(_("what changed"), max_length=300, blank=True)
    renderer = models.PositiveSmallIntegerField(editable=False)
    length = models.PositiveIntegerField(
        editable=False, help_text=_("Code points of its text, blocks joined by line feeds.")
    )
    words = models.PositiveIntegerField(editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    created_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    published_at = models.DateTimeField(_("published"), null=True, editable=False)
    published_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, editable=False)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["article", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="revision_number_once"),
            models.CheckConstraint(
                name="revision_withdrawn_after_published",
                condition=Q(withdrawn_at=None) | Q(published_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article}, {self.number}"

    @property
    def is_draft(self) -> bool:
        return self.published_at is None

    def get_absolute_url(self) -> str:
        return reverse("revision", args=[self.article.slug, self.number])


class Block(models.Model):
    """One heading, paragraph, list item, quotation, code, table or figure of a revision.

    `key` stays with a block through revisions as long as it is recognisably the same, and is
    never given to another. `start` is where its text begins in the revision's text, in Unicode
    code points (W3C Web Annotation Data Model, 4.2.4).
    """

    class Kind(models.TextChoices):
        HEADING = "heading", _("Heading")
        PARAGRAPH = "paragraph", _("Paragraph")
        LIST_ITEM = "list_item", _("List item")
        QUOTATION = "quotation", _("Quotation")
        CODE = "code", _("Code")
        TABLE = "table", _("Table")
        FIGURE = "figure", _("Figure")

    revision = models.ForeignKey(Revision, models.CASCADE, related_name="blocks")
    article = models.ForeignKey(Article, models.CASCADE, related_name="+")
    key = models.CharField(max_length=12)
    position = models.PositiveIntegerField(help_text=_("Its place in the revision, from 0."))
    number = models.PositiveIntegerField(
        null=True, help_text=_("¶ number, from 1; headings have none.")
    )
    kind = models.CharField(max_length=12)
    level = models.PositiveSmallIntegerField(default=0)
    text = models.TextField()
    html = models.TextField(help_text=_("Made by the sanitiser only."))
    attrs = models.JSONField(default=dict)
    absorbed = models.JSONField(
        default=list, help_text=_("Keys of blocks that were merged into this one.")
    )
    start = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("block")
        verbose_name_plural = _("blocks")
        ordering = ["revision", "position"]
        constraints = [
            models.UniqueConstraint(fields=["revision", "position"], name="block_position_once"),
            models.UniqueConstraint(fields=["revision", "key"], name="block_key_once"),
        ]
        indexes = [models.Index(fields=["article", "key", "-revision"], name="block_by_key")]

    def __str__(self) -> str:
        return f"¶ {self.number}" if self.number else self.text[:40]

    @property
    def end(self) -> int:
        return self.start + len(self.text)
