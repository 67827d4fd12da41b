"""Roles and who has them.

For the whole site they are Django's groups (`Owners`, `Editors`, `Moderators`), made after each
migrate. For one article or topic they are ScopedRole rows; for a reading group, its Membership.
Whoever has one is staff, so that the admin lets them in and shows them what is theirs.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations.models import ModerationEntry, ScopedRole, Thread, Topic
from annotations.visibility import moderates
from articles.models import Article
from ncr.accounts.models import Membership, User
from ncr.refusals import NotAllowed, Refused

OWNERS, EDITORS, MODERATORS = "Owners", "Editors", "Moderators"
SITE_ROLES = (OWNERS, EDITORS, MODERATORS)
# By app and model, what a role may do with it in the admin; `moderate` is the gate's own
PERMISSIONS: dict[str, tuple[str, ...]] = {
    EDITORS: (
        "articles.add_article",
        "articles.change_article",
        "articles.view_article",
        "articles.add_collection",
        "articles.change_collection",
        "articles.delete_collection",
        "articles.view_collection",
        "articles.add_revision",
        "articles.change_revision",
        "articles.view_revision",
    ),
    MODERATORS: ("annotations.moderate",),
}
OWN_APPS = ("accounts", "articles", "annotations")


def make_site_roles(using: str) -> None:
    """Makes the groups where they are missing, with what they may do; a handful of queries."""
    every = Permission.objects.using(using).filter(content_type__app_label__in=OWN_APPS)
    for name in SITE_ROLES:
        group, is_new = Group.objects.using(using).get_or_create(name=name)
        if is_new or name == OWNERS:
            group.permissions.set(every if name == OWNERS else _named(every, PERMISSIONS[name]))


def _named(every: Any, names: tuple[str, ...]) -> Any:
    wanted = Q()
    for name in names:
        app, codename = name.split(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    return every.filter(wanted)


def is_owner(user: User | AnonymousUser) -> bool:
    """Whether `user` runs the site: a superuser, or one of the owners; at most one query."""
    if not (user.is_authenticated and user.is_active and user.is_staff):
        return False
    known: bool | None = user.__dict__.get("_is_owner")
    if known is None:
        known = user.is_superuser or user.groups.filter(name=OWNERS).exists()
        user.__dict__["_is_owner"] = known
    return known


def leads(user: User | AnonymousUser, thread: Thread) -> bool:
    """Whether `user` leads the discussion that a thread belongs to; at most two queries."""
    if not (user.is_authenticated and user.is_active):
        return False
    if thread.audience_kind == "group":
        return Membership.objects.filter(
            person_id=user.pk, is_leader=True, group__audience=thread.audience_id
        ).exists()
    return ScopedRole.objects.filter(
        person_id=user.pk, role=ScopedRole.Role.LEADER, article_id=thread.article_id
    ).exists()


def may_order(user: User | AnonymousUser, thread: Thread) -> bool:
    """Whether `user` may lock, unlock, resolve and reopen a thread that is not their own."""
    return moderates(user, thread) or leads(user, thread)


@transaction.atomic
def grant(
    person: User,
    role: str,
    *,
    by: User,
    article: Article | None = None,
    topic: Topic | None = None,
) -> ScopedRole:
    """Gives somebody a role for an article or a topic; repeating it changes nothing."""
    _check_owner(by)
    if (article is None) == (topic is None):
        raise Refused(_("Choose an article or a topic, and not both."), "article")
    if topic is not None and role != ScopedRole.Role.MODERATOR:
        raise Refused(_("A topic has moderators and no leaders."), "role")
    made, is_new = ScopedRole.objects.get_or_create(
        person=person, role=role, article=article, topic=topic, defaults={"by": by}
    )
    let_into_the_admin(person)
    if is_new:
        _log(person, "grant", by, f"{ScopedRole.Role(role).label}: {article or topic}")
    return made


@transaction.atomic
def revoke(given: ScopedRole, *, by: User) -> None:
    """Takes a role for an article or topic away again."""
    _check_owner(by)
    person = given.person
    words = f"{given.get_role_display()}: {given.article or given.topic}"
    given.delete()
    let_into_the_admin(person)
    _log(person, "revoke", by, words)


@transaction.atomic
def set_site_roles(person: User, names: set[str], *, by: User) -> None:
    """Makes `names` the roles that somebody has for the whole site."""
    _check_owner(by)
    if person.pk == by.pk and OWNERS not in names and not by.is_superuser:
        raise Refused(_("Another owner has to take this role from you."))
    names = names & set(SITE_ROLES)
    if names == set(person.groups.filter(name__in=SITE_ROLES).values_list("name", flat=True)):
        return
    kept = person.groups.exclude(name__in=SITE_ROLES)
    person.groups.set([*kept, *Group.objects.filter(name__in=names)])
    let_into_the_admin(person)
    _log(person, "roles", by, ", ".join(sorted(names)) or "-")


def let_into_the_admin(person: User) -> None:
    """Makes somebody staff as long as they have a role, and no longer."""
    has_role = (
        person.is_superuser
        or person.groups.exists()
        or person.user_permissions.exists()
        or ScopedRole.objects.filter(person=person).exists()
    )
    if person.is_staff != has_role:
        person.is_staff = has_role
        person.save(update_fields=["is_staff"])


def _log(person: User, act: str, by: User, words: str) -> None:
    """Writes in the moderation log who gave or took which role."""
    ModerationEntry.objects.create(
        subject=f"person {person.pk}", by=by.pk, act=act, reason=words[:300], at=timezone.now()
    )


def _check_owner(by: User) -> None:
    if not is_owner(by):
        raise NotAllowed(_("Only an owner of the site gives and takes roles."))
