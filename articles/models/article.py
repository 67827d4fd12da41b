"""An article: what a text is called and where it comes from; its words are in its revisions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.dating import in_words
from articles.models.collection import Collection
from articles.pacing import minutes_for
from ncr.accounts.models import Audience, User, audience_ids

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from articles.models.revision import Revision

PARTIAL_DATE = re.compile(
    r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d)?)?)?"
)
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
# Scripts written from right to left, by language (Unicode CLDR, characterOrder)
RIGHT_TO_LEFT = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"])


def validate_partial_date(value: str) -> None:
    """ISO 8601 as far as it is known: a year, a month, a day, or a minute."""
    if not PARTIAL_DATE.fullmatch(value):
        raise ValidationError(
            _("“%(value)s” is not a date. Write 2005, 2005-10, 2005-10-01 or 2005-10-01T09:30."),
            params={"value": value},
        )


def validate_language(value: str) -> None:
    """A language tag (BCP 47), as far as its form goes."""
    if not LANGUAGE_TAG.fullmatch(value):
        raise ValidationError(
            _("“%(value)s” is not a language. Write its tag, like en, de or pt-BR."),
            params={"value": value},
        )


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles, narrowed."""

    def visible_to(self, user: User | AnonymousUser) -> ArticleQuerySet:
        """Those with a standing revision whose audience `user` belongs to."""
        return self.filter(current_revision__isnull=False, audience_id__in=audience_ids(user))


class Article(models.Model):
    """A text with its title, standfirst, byline, source, dates and language."""

    slug = models.SlugField(_("slug"), max_length=120, unique=True, allow_unicode=True)
    title = models.CharField(_("title"), max_length=300)
    standfirst = models.TextField(_("standfirst"), max_length=2000, blank=True)
    byline = models.CharField(_("byline"), max_length=300, blank=True)
    byline_note = models.TextField(
        _("about the author"),
        max_length=2000,
        blank=True,
        help_text=_("What the publication says of the author, often its last line."),
    )
    published = models.CharField(
        _("first published"),
        max_length=16,
        blank=True,
        validators=[validate_partial_date],
        help_text=_("By its source, as precisely as known: 2005, 2005-10 or 2005-10-01."),
    )
    updated = models.CharField(
        _("last updated"),
        max_length=16,
        blank=True,
        validators=[validate_partial_date],
        help_text=_("By its source, in the source's own time."),
    )
    language = models.CharField(
        _("language"),
        max_length=35,
        default="en",
        validators=[validate_language],
        help_text=_("A tag like en, de or ar; it sets hyphenation and direction."),
    )
    source_url = models.CharField(
        _("source address"),
        max_length=1000,
        blank=True,
        validators=[URLValidator(schemes=["http", "https"])],
    )
    licence = models.CharField(
        _("licence"),
        max_length=300,
        blank=True,
        help_text=_("Under which terms the text may be passed on: its name or its address."),
    )
    collection = models.ForeignKey(
        Collection,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("collection"),
    )
    place = models.PositiveIntegerField(
        _("place in the collection"), null=True, blank=True, help_text=_("From 1.")
    )
    audience = models.ForeignKey(
        Audience, models.PROTECT, default=Audience.EVERYONE, verbose_name=_("audience")
    )
    current_revision = models.ForeignKey(
        "articles.Revision",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("current revision"),
    )
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    changed_at = models.DateTimeField(
        auto_now=True,
        editable=False,
        help_text=_("When something on its page changed that has no event: its title, a name."),
    )
    created_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-published", "-id"]
        indexes = [
            models.Index(fields=["-published", "-id"], name="article_newest"),
            models.Index(fields=["collection", "place"], name="article_in_collection"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.slug])

    @property
    def standing(self) -> Revision:
        """The revision that is read; the gate lets through no article without one."""
        if self.current_revision is None:
            raise ValueError(f"{self} was never published")
        return self.current_revision

    @property
    def standing_pk(self) -> int:
        """The id of the revision that is read, without asking for the rest of it."""
        if self.current_revision_id is None:
            raise ValueError(f"{self} was never published")
        return self.current_revision_id

    @property
    def minutes(self) -> int:
        """How long reading it as it stands takes, about."""
        return minutes_for(self.standing.words, self.language)

    @property
    def licence_address(self) -> str:
        """The licence, where it is told by its address."""
        return self.licence if self.licence.startswith(("https://", "http://")) else ""

    @property
    def published_words(self) -> str:
        return in_words(self.published)

    @property
    def updated_words(self) -> str:
        return in_words(self.updated)

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`, for the `dir` of its text."""
        return "rtl" if self.language.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


class ArticleSlug(models.Model):
    """A slug that an article had; its addresses lead to the article's present one."""

    slug = models.SlugField(_("slug"), max_length=120, unique=True, allow_unicode=True)
    article = models.ForeignKey(Article, models.CASCADE, related_name="old_slugs")

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")

    def __str__(self) -> str:
        return self.slug
