"""Anchors and placements: what an annotation points at, and where that stands by revision.

All offsets are Unicode code points (W3C Web Annotation Data Model, 4.2.4 and 4.2.5).
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from annotations.models.annotation import Annotation
from annotations.models.thread import Thread
from articles.models import Revision
from ncr.accounts.models import User


class Anchor(models.Model):
    """What an opening annotation points at, as its author saw it; never changed afterwards.

    `start` and `end` count in the text of `revision`; `quote` is that text between them.
    """

    class Role(models.TextChoices):
        TARGET = "target", _("What it is about")
        LINK = "link", _("What it refers to")

    annotation = models.ForeignKey(Annotation, models.CASCADE, related_name="anchors")
    thread = models.ForeignKey(Thread, models.CASCADE, related_name="anchors")
    ordinal = models.PositiveSmallIntegerField(default=0)
    role = models.CharField(max_length=6, default=Role.TARGET)
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    is_whole_block = models.BooleanField(default=False)
    quote = models.TextField()
    prefix = models.CharField(max_length=32, blank=True)
    suffix = models.CharField(max_length=32, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("anchor")
        verbose_name_plural = _("anchors")
        constraints = [
            models.UniqueConstraint(fields=["annotation", "ordinal"], name="anchor_ordinal_once"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="anchor_not_reversed"),
        ]

    def __str__(self) -> str:
        return self.quote[:60]


class PlacementQuerySet(models.QuerySet["Placement"]):
    """Placements, narrowed."""

    def current(self) -> PlacementQuerySet:
        """Those that hold in the newest revision."""
        return self.filter(until_revision=None)

    def of_openings(self) -> PlacementQuerySet:
        """Those of what a thread is about: the first target of its opening annotation."""
        return self.filter(anchor__ordinal=0, anchor__role=Anchor.Role.TARGET)

    def in_revision(self, number: int) -> PlacementQuerySet:
        """Those that held in the revision of this number."""
        ended = Q(until_revision=None) | Q(until_revision__number__gt=number)
        return self.filter(ended, from_revision__number__lte=number)


class Placement(models.Model):
    """Where an anchor stands, from one revision until another.

    Relative to blocks, so that text inserted elsewhere changes no row. `outcome` is what happened
    to it in `from_revision`; in the revisions after that, until the next row, nothing did. The
    keys are empty when the outcome is `orphaned`. `review` tells whether a person was asked and
    what they said. `thread` repeats the anchor's, to save a join on the reading page.
    """

    class Outcome(models.TextChoices):
        UNCHANGED = "unchanged", _("Unchanged")
        EDITED = "edited", _("Edited")
        SPLIT = "split", _("Split")
        ORPHANED = "orphaned", _("Its text is gone")

    class Review(models.TextChoices):
        NONE = "none", _("None")
        ASKED = "asked", _("A person is asked")
        CONFIRMED = "confirmed", _("Confirmed")
        REPLACED = "re-placed", _("Placed again")
        LEFT = "left", _("Left without a place")

    anchor = models.ForeignKey(Anchor, models.CASCADE, related_name="placements")
    thread = models.ForeignKey(Thread, models.CASCADE, related_name="placements")
    from_revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    until_revision = models.ForeignKey(Revision, models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=10, default=Outcome.UNCHANGED)
    review = models.CharField(max_length=10, default=Review.NONE)
    start_key = models.CharField(max_length=12, blank=True)
    start_offset = models.PositiveIntegerField(default=0)
    end_key = models.CharField(max_length=12, blank=True)
    end_offset = models.PositiveIntegerField(default=0)
    quote = models.TextField(
        blank=True, help_text=_("The words there, where they are not those of the anchor.")
    )
    certainty = models.PositiveSmallIntegerField(
        default=100, help_text=_("Percent; how sure it is that these are the right words.")
    )
    reviewed_by = models.ForeignKey(
        User, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True, editable=False)

    objects = PlacementQuerySet.as_manager()

    class Meta:
        verbose_name = _("placement")
        verbose_name_plural = _("placements")
        constraints = [
            models.UniqueConstraint(
                fields=["anchor"], condition=Q(until_revision=None), name="placement_one_current"
            ),
        ]
        indexes = [
            models.Index(
                fields=["start_key", "start_offset"],
                condition=Q(until_revision=None),
                name="placement_by_block",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.start_key}+{self.start_offset}"
