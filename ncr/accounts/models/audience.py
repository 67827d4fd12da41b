"""Audiences: who may read a thing. The one rule on which every gate stands is here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Count, Q, Subquery
from django.utils.translation import gettext_lazy as _

from ncr.accounts.models.group import Membership, ReadingGroup
from ncr.accounts.models.notice import Notice
from ncr.accounts.models.person import User
from ncr.statements import Compiled


class AudienceQuerySet(models.QuerySet["Audience"]):
    """Audiences, narrowed."""

    def read_by(self, user: User | AnonymousUser) -> AudienceQuerySet:
        """The audiences that `user` belongs to: the one rule on which every gate stands."""
        if not user.is_authenticated:
            return self.filter(pk=Audience.EVERYONE)
        groups = Membership.objects.filter(person_id=user.pk).values("group_id")
        # Each by an index of its own: the table has a row for each person
        return self.filter(
            Q(pk__in=[Audience.EVERYONE, Audience.MEMBERS])
            | Q(person_id=user.pk)
            | Q(group_id__in=groups)
        )

    def offered_to(
        self, editor: User | AnonymousUser, present: int | None = None
    ) -> AudienceQuerySet:
        """What an editor may give an article to: a group only where they know of it.

        `present` is the audience that it has already.
        """
        known = Q(group__is_open=True) | Q(group__memberships__person_id=editor.pk)
        if editor.is_authenticated and editor.has_perm("accounts.change_readinggroup"):
            known = Q(group__isnull=False)
        wide = Q(pk__in=[Audience.EVERYONE, Audience.MEMBERS])
        offered = self.filter(wide | Q(pk=present) | (Q(kind="group") & known))
        return self.filter(pk__in=offered.values("pk")).order_by("pk")


class Audience(models.Model):
    """Who may read a thing: everyone, members, one reading group, or one person.

    `everyone` and `members` are rows made by a migration with the ids EVERYONE and MEMBERS, so
    that a gate can name them without asking the database.
    """

    EVERYONE = 1
    MEMBERS = 2

    class Kind(models.TextChoices):
        EVERYONE = "everyone", _("Everyone")
        MEMBERS = "members", _("Members")
        GROUP = "group", _("A reading group")
        PERSON = "person", _("Only me")

    kind = models.CharField(_("kind"), max_length=10)
    group = models.OneToOneField(
        ReadingGroup, models.CASCADE, null=True, blank=True, related_name="audience"
    )
    person = models.OneToOneField(
        User, models.CASCADE, null=True, blank=True, related_name="audience"
    )

    objects = AudienceQuerySet.as_manager()

    class Meta:
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")
        constraints = [
            models.CheckConstraint(
                name="audience_names_its_own",
                condition=Q(kind__in=["everyone", "members"], group=None, person=None)
                | Q(kind="group", group__isnull=False, person=None)
                | Q(kind="person", group=None, person__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["kind"],
                condition=Q(kind__in=["everyone", "members"]),
                name="audience_one_everyone_one_members",
            ),
        ]

    def __str__(self) -> str:
        return str(self.group) if self.group_id else str(self.Kind(self.kind).label)

    @classmethod
    def only(cls, person: User) -> Audience:
        """The audience of this one person, made when first needed."""
        return cls.objects.get_or_create(kind=cls.Kind.PERSON, person=person)[0]

    @property
    def prefix(self) -> str:
        """The letter before a thread's number: numbers of different audiences never mix."""
        return PREFIXES[self.kind]


PREFIXES: dict[str, str] = {"everyone": "", "members": "m", "group": "g", "person": "p"}


def _read_by_query(*, person: int) -> models.QuerySet[Audience, Any]:
    waiting = Notice.objects.filter(person_id=person, read_at=None).order_by().values("person_id")
    unread = Subquery(waiting.annotate(count=Count("pk")).values("count"))
    return Audience.objects.read_by(User(pk=person)).values_list("id", "group__name", unread)


_read_by: Compiled[tuple[int, str | None, int | None]] = Compiled(_read_by_query)


def audience_ids(user: User | AnonymousUser) -> Sequence[int]:
    """The ids of the audiences that `user` belongs to; no query for the anonymous, else one.

    Kept on the user object, which lives as long as one request does.
    """
    if not user.is_authenticated:
        return (Audience.EVERYONE,)
    known: tuple[int, ...] | None = user.__dict__.get("_audience_ids")
    if known is None:
        rows = _read_by.rows(person=user.pk)
        known = tuple(pk for pk, _name, _unread in rows)
        user.__dict__.update(
            _audience_ids=known,
            _group_names={pk: name for pk, name, _unread in rows if name},
            _unread=rows[0][2] or 0,
        )
    return known


def own_group_names(user: User | AnonymousUser) -> dict[int, str]:
    """The names of the groups that `user` belongs to, by audience; asked with `audience_ids`."""
    audience_ids(user)
    names: dict[int, str] = user.__dict__.get("_group_names", {})
    return names


def unread_notices(user: User | AnonymousUser) -> int:
    """How many notices waited for `user` when their audiences were asked for."""
    audience_ids(user)
    return int(user.__dict__.get("_unread", 0))
