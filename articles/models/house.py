"""What the site says of itself: its pages, which the owner edits, and its numbered rules."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from markdownx.models import MarkdownxField

from ncr.accounts.models import User


class SitePage(models.Model):
    """One of the pages about the site, once its owner has changed it.

    A page that nobody changed has no row: what comes with the program is shown.
    """

    class Name(models.TextChoices):
        ABOUT = "about", _("About this site")
        TERMS = "terms", _("Terms of use")
        PRIVACY = "privacy", _("Privacy")

    name = models.CharField(_("page"), max_length=10, unique=True, choices=Name.choices)
    source = MarkdownxField(_("text"), max_length=100_000)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)
    changed_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )

    class Meta:
        verbose_name = _("page about the site")
        verbose_name_plural = _("pages about the site")

    def __str__(self) -> str:
        return str(self.Name(self.name).label)

    def get_absolute_url(self) -> str:
        return reverse("site_page", args=[self.name])


class SiteRule(models.Model):
    """A rule of the site, to which moderation refers by its number; numbers are never reused."""

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(_("in words"), max_length=2000, blank=True)
    retired_at = models.DateTimeField(
        _("retired"),
        null=True,
        blank=True,
        help_text=_("A rule that no longer holds stays here for the decisions that name it."),
    )

    class Meta:
        verbose_name = _("rule of the site")
        verbose_name_plural = _("rules of the site")
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"
