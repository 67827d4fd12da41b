"""People, the groups they read in, and the audiences that a thing can have.

The bottom of the project: nothing here knows of texts or of what is said about them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from ncr.refusals import SIGN_IN_FIRST, SignedOut
from ncr.statements import Compiled

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpRequest


class User(AbstractUser):
    """A person with an account; `username` is the name in addresses, and never changes hands."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    display_name = models.CharField(_("display name"), max_length=80, blank=True)
    about = models.CharField(_("about"), max_length=500, blank=True)
    is_sample = models.BooleanField(
        _("sample member"),
        default=False,
        help_text=_("Came with the sample content; can never sign in."),
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.display_name or self.username

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.username])

    @property
    def initials(self) -> str:
        """Two letters for the corner of the page."""
        words = str(self).replace("-", " ").split()
        return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper() or "?"


class ReadingGroup(models.Model):
    """Some people who read together; what they write to the group stays in it."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("slug"), max_length=120, unique=True, allow_unicode=True)
    description = models.TextField(_("description"), blank=True)
    members = models.ManyToManyField(
        User, through="Membership", related_name="reading_groups", verbose_name=_("members")
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("reading group")
        verbose_name_plural = _("reading groups")

    def __str__(self) -> str:
        return self.name


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


_ids_read_by: Compiled[int] = Compiled(
    lambda *, person: Audience.objects.read_by(User(pk=person)).values_list("id", flat=True)
)


def audience_ids(user: User | AnonymousUser) -> Sequence[int]:
    """The ids of the audiences that `user` belongs to; no query for the anonymous, else one.

    Kept on the user object, which lives as long as one request does.
    """
    if not user.is_authenticated:
        return (Audience.EVERYONE,)
    known: tuple[int, ...] | None = user.__dict__.get("_audience_ids")
    if known is None:
        known = tuple(_ids_read_by.rows(person=user.pk))
        user.__dict__["_audience_ids"] = known
    return known


class SignInLink(models.Model):
    """An address that signs one person in, once; only the digest of its token is kept."""

    user = models.ForeignKey(User, models.CASCADE, related_name="sign_in_links")
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("sign-in link")
        verbose_name_plural = _("sign-in links")

    def __str__(self) -> str:
        return f"link for {self.user}"

    def is_usable(self, now: datetime) -> bool:
        return self.used_at is None and now < self.expires_at


def member(request: HttpRequest) -> User:
    """Who is signed in and may write; raises SignedOut for everybody else."""
    user: Any = request.user
    if not isinstance(user, User) or not is_member(user):
        raise SignedOut(str(SIGN_IN_FIRST))
    # The person themselves: each look through Django's lazy stand-in costs, and verbs take many
    return user._wrapped if isinstance(user, SimpleLazyObject) else user


def is_member(user: Any) -> bool:
    """Whether somebody is signed in with an account that may write."""
    return bool(user.is_authenticated and user.is_active and not user.is_sample)
