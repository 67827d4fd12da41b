"""What is being brought in: an import, until its text is an article; pictures and collections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.collection import Collection
from ncr.accounts.models import User

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


PASTED = ("", "pasted.txt", "pasted.md")
"""What stands for the file's name where there is no file."""


class ImportQuerySet(models.QuerySet["Import"]):
    """Imports, narrowed."""

    def visible_to(self, user: User | AnonymousUser) -> ImportQuerySet:
        """One's own, as long as one may change articles: an import is nobody else's business."""
        if not user.is_authenticated or not user.has_perm("articles.change_article"):
            return self.none()
        return self.filter(by=user)


class Import(models.Model):
    """A file or address that somebody brings in, what was found there, and what they made of it.

    `facts` has by the name of a Document's field `{"value", "sure", "origin"}` as found, `given`
    the values as corrected. `refusal` and each of `warnings` are `{"template", "values"}` as
    in `articles.refusing`. `markdown` is the source of a Markdown file, as long as no piece of it
    is corrected. `edits` counts corrections. Of one that is brought in only the title in `given` is
    left, beside the file's name and digest.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        READING = "reading", _("Being read")
        READY = "ready", _("To be looked at")
        REFUSED = "refused", _("Not taken")
        CANCELLED = "cancelled", _("Cancelled")
        DONE = "done", _("Brought in")

    by = models.ForeignKey(User, models.CASCADE, related_name="imports")
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    filename = models.CharField(_("file"), max_length=200, blank=True)
    address = models.CharField(_("address"), max_length=1000, blank=True)
    kind = models.CharField(max_length=12, blank=True)
    encoding = models.CharField(max_length=40, blank=True)
    size = models.PositiveIntegerField(default=0, help_text=_("Bytes."))
    digest = models.CharField(max_length=64, blank=True, help_text=_("SHA-256 of the file."))
    read = models.PositiveIntegerField(default=0, help_text=_("Pages, chapters or the like."))
    total = models.PositiveIntegerField(default=0)
    refusal = models.JSONField(null=True)
    facts = models.JSONField(default=dict)
    given = models.JSONField(default=dict)
    parts = models.JSONField(default=list)
    warnings = models.JSONField(default=list)
    markdown = models.TextField(null=True)  # noqa: DJ001 (none is not the same as an empty one)
    edits = models.PositiveIntegerField(default=0)
    article = models.ForeignKey(
        Article, models.SET_NULL, null=True, blank=True, related_name="imports"
    )
    collection = models.ForeignKey(
        Collection, models.SET_NULL, null=True, blank=True, related_name="imports"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["by", "-id"], name="import_of_person"),
            models.Index(fields=["digest"], name="import_by_digest"),
        ]

    def __str__(self) -> str:
        return ("" if self.is_pasted else self.filename) or self.address or str(_("a pasted text"))

    @property
    def is_pasted(self) -> bool:
        return self.filename in PASTED

    @property
    def called(self) -> str:
        """By its title, where one is known."""
        return self.given.get("title") or str(self)

    def get_absolute_url(self) -> str:
        return reverse("import", args=[self.pk])


class ImportChunk(models.Model):
    """A part of the file that is brought in: a row of moderate size, whatever the file's."""

    SIZE = 256 * 1024

    bringing = models.ForeignKey(Import, models.CASCADE, related_name="chunks")
    number = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        verbose_name = _("part of a file")
        verbose_name_plural = _("parts of files")
        constraints = [
            models.UniqueConstraint(fields=["bringing", "number"], name="import_chunk_once")
        ]

    def __str__(self) -> str:
        return f"{self.bringing_id}, {self.number}"


class ImportPiece(models.Model):
    """One piece of an import (`articles.importers.pieces.Piece`), in order by `position`.

    `content` is the piece without `kept`; `found` is what it was before it was first corrected.
    """

    bringing = models.ForeignKey(Import, models.CASCADE, related_name="pieces")
    position = models.PositiveIntegerField()
    kept = models.BooleanField(default=True)
    content = models.JSONField()
    found = models.JSONField(null=True)

    class Meta:
        verbose_name = _("piece of an import")
        verbose_name_plural = _("pieces of imports")
        ordering = ["bringing", "position"]
        indexes = [models.Index(fields=["bringing", "position"], name="import_piece_in_order")]

    def __str__(self) -> str:
        return f"{self.bringing_id}, {self.position}"


class PictureQuerySet(models.QuerySet["StoredPicture"]):
    """Pictures, narrowed."""

    def visible_to(self, user: User | AnonymousUser) -> PictureQuerySet:
        """Those of texts that `user` may read, and of imports of their own.

        Editors see those of every text, as they do in the admin, where drafts are looked at.
        """
        articles = Article.objects.visible_to(user).values("pk")
        if user.has_perm("articles.change_article"):
            articles = Article.objects.values("pk")
        imports = Import.objects.visible_to(user).values("pk")
        return self.filter(models.Q(article__in=articles) | models.Q(bringing__in=imports))


class StoredPicture(models.Model):
    """A picture of an article or of an import, made anew from one in a file.

    `name` is by its bytes, so a text that comes again names the same picture.
    """

    article = models.ForeignKey(
        Article, models.CASCADE, null=True, blank=True, related_name="pictures"
    )
    bringing = models.ForeignKey(
        Import, models.CASCADE, null=True, blank=True, related_name="pictures"
    )
    name = models.CharField(max_length=40)
    media_type = models.CharField(max_length=20)
    width = models.PositiveIntegerField(help_text=_("Pixels."))
    height = models.PositiveIntegerField(help_text=_("Pixels."))
    data = models.BinaryField()

    objects = PictureQuerySet.as_manager()

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        constraints = [
            models.UniqueConstraint(fields=["article", "name"], name="picture_of_article_once"),
            models.UniqueConstraint(fields=["bringing", "name"], name="picture_of_import_once"),
            models.CheckConstraint(
                name="picture_of_one",
                condition=models.Q(article__isnull=False) ^ models.Q(bringing__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["name"], name="picture_by_name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("picture", args=[self.name])
