"""Reading groups and who belongs to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ncr.accounts.models.person import User

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


class ReadingGroupQuerySet(models.QuerySet["ReadingGroup"]):
    """Reading groups, narrowed."""

    def visible_to(self, user: User | AnonymousUser) -> ReadingGroupQuerySet:
        """Open ones, and those that `user` is in: of the others nobody learns that they are."""
        own = Membership.objects.filter(person_id=user.pk).values("group_id")
        return self.filter(models.Q(is_open=True) | models.Q(pk__in=own))


class ReadingGroup(models.Model):
    """Some people who read together; what they write to the group stays in it."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("slug"), max_length=120, unique=True, allow_unicode=True)
    description = models.TextField(_("description"), max_length=2000, blank=True)
    is_open = models.BooleanField(
        _("open"),
        default=False,
        help_text=_("Any member may join; otherwise by invitation only."),
    )
    members = models.ManyToManyField(
        User, through="Membership", related_name="reading_groups", verbose_name=_("members")
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = ReadingGroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("reading group")
        verbose_name_plural = _("reading groups")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("group", args=[self.slug])


class Membership(models.Model):
    """That a person reads in a group, and whether they lead it."""

    group = models.ForeignKey(ReadingGroup, models.CASCADE, related_name="memberships")
    person = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    is_leader = models.BooleanField(_("leads the group"), default=False)
    joined_at = models.DateTimeField(_("joined"), auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "person"], name="membership_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.group}"
