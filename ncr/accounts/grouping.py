"""The verbs of reading groups: make_group, change_group, join, leave, add_member and their kin.

Whoever makes a group leads it. A group has a leader until it is closed: then it takes nobody in
and nothing new is written to it, and its members go on reading what was said. Whoever leaves
reads nothing of it any more; what they said stays for the group.

Every verb may be repeated without harm. Those that could leave a group without a leader lock its
row first, so that the last two leaders cannot step down past each other.
"""

from __future__ import annotations

import secrets
import unicodedata

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from ncr.accounts.models import Audience, Invitation, Membership, Notice, ReadingGroup, User
from ncr.accounts.models.person import is_member
from ncr.accounts.names import name_key
from ncr.accounts.noticing import tell
from ncr.accounts.sanctioned import check_not_silenced
from ncr.accounts.signals import group_renamed
from ncr.refusals import SIGN_IN_FIRST, NotAllowed, Refused, SignedOut, check_storable

NAME_LIMIT = 120
DESCRIPTION_LIMIT = 2000
SLUG_LIMIT = 100  # leaves room for a number behind it
OWN_ADDRESSES = frozenset(["new"])  # of pages beside the groups' own
SIGNS = "abcdefghjkmnpqrstvwxyz23456789"  # none of them is mistaken for another
JOINERS = "\u200c\u200d"  # unseen, and yet letters of Persian and Hindi are not right without


def may_make_groups(user: User | AnonymousUser) -> bool:
    """Whether `user` may make a group: any member, or with NCR_GROUPS=owners the owners alone."""
    if not is_member(user):
        return False
    return settings.GROUPS_BY == "members" or user.has_perm("accounts.add_readinggroup")


def leads_group(user: User | AnonymousUser, group: ReadingGroup) -> bool:
    """Whether `user` leads a group; one query."""
    if not is_member(user):
        return False
    return group.memberships.filter(person_id=user.pk, is_leader=True).exists()


def may_order_group(user: User | AnonymousUser, group: ReadingGroup) -> bool:
    """Whether `user` may change a group and who is in it: its leaders and the site's owners."""
    return leads_group(user, group) or (
        is_member(user) and user.has_perm("accounts.change_readinggroup")
    )


def is_closed(group: ReadingGroup) -> bool:
    """Whether nobody leads the group any more, and so nothing new happens in it; one query."""
    return not group.memberships.filter(is_leader=True).exists()


def make_group(by: User, name: str, description: str = "", is_open: bool = False) -> ReadingGroup:
    """A new group that `by` leads, with its audience."""
    _check_member(by)
    if not may_make_groups(by):
        raise NotAllowed(_("On this site its owners make the reading groups."))
    check_not_silenced(by)
    name, description = _checked_name(name), _checked_description(description)
    with transaction.atomic():
        group = _with_free_slug(
            ReadingGroup(name=name, description=description, is_open=is_open),
            unguessable=not is_open,
        )
        Audience.objects.create(kind=Audience.Kind.GROUP, group=group)
        Membership.objects.create(group=group, person=by, is_leader=True)
    return group


def change_group(
    group: ReadingGroup, *, by: User, name: str, description: str, is_open: bool
) -> ReadingGroup:
    """Changes what a group is called and who may join; its address stays as it was."""
    _check_may_order(by, group)
    check_not_silenced(by)
    name, description = _checked_name(name), _checked_description(description)
    with transaction.atomic():
        group = _locked(group)
        if is_open and is_closed(group):
            raise Refused(_("This group is closed; nobody can join it."), "is_open")
        is_renamed = group.name != name
        group.name, group.description, group.is_open = name, description, is_open
        group.save(update_fields=["name", "description", "is_open"])
        if is_renamed:
            transaction.on_commit(lambda: group_renamed.send(sender=ReadingGroup, group=group))
    return group


def join(group: ReadingGroup, *, by: User) -> Membership:
    """Joins an open group; whoever is in it already stays as they are."""
    _check_member(by)
    with transaction.atomic():
        group = _locked(group)
        known = group.memberships.filter(person=by).first()
        if known is not None:
            return known
        if not group.is_open:
            raise NotAllowed(_("This group is by invitation."))
        return admit(group, by)


def admit(group: ReadingGroup, person: User) -> Membership:
    """Takes somebody in who may come: for `join`, `add_member` and a used invitation.

    The caller has made sure that they may. Repeating it changes nothing.
    """
    _check_not_closed(group)
    return Membership.objects.get_or_create(group=group, person=person)[0]


def add_member(group: ReadingGroup, person: User, *, by: User) -> Membership:
    """Takes a member of the site into the group and tells them; they may leave at once."""
    _check_may_order(by, group)
    if not is_member(person):
        raise Refused(_("This account cannot be taken into a group."), "name")
    with transaction.atomic():
        group = _locked(group)
        known = group.memberships.filter(person=person).first()
        if known is not None:
            return known
        made = admit(group, person)
        tell(person, Notice.Kind.INVITED, at=timezone.now(), by=by, group=group)
    return made


def remove_member(group: ReadingGroup, person: User, *, by: User) -> None:
    """Takes somebody out of the group; a leader has to step down first."""
    _check_may_order(by, group)
    if person.pk == by.pk:
        leave(group, by=by)
        return
    with transaction.atomic():
        found = _locked(group).memberships.filter(person=person).first()
        if found is None:
            return
        if found.is_leader:
            raise Refused(_("They lead this group; they have to step down first."))
        found.delete()


def leave(group: ReadingGroup, *, by: User) -> None:
    """Leaves a group; its last leader names another first, or closes it."""
    _check_member(by)
    with transaction.atomic():
        group = _locked(group)
        found = group.memberships.filter(person=by).first()
        if found is None:
            return
        if found.is_leader:
            _check_another_leads(group, by)
        found.delete()


def leave_all(person: User) -> None:
    """Takes somebody out of every group, as when their account is deleted.

    Where they were the last to lead, whoever has been there longest leads from now on.
    """
    with transaction.atomic():
        for group in list(ReadingGroup.objects.filter(memberships__person=person).order_by("pk")):
            group = _locked(group)
            led = group.memberships.filter(person=person, is_leader=True).exists()
            group.memberships.filter(person=person).delete()
            if led and is_closed(group):
                heir = (
                    group.memberships.filter(person__is_active=True)
                    .order_by("joined_at", "pk")
                    .first()
                )
                if heir is not None:
                    _set_leader(heir, True)


def make_leader(group: ReadingGroup, person: User, *, by: User) -> Membership:
    """Lets a member of the group lead it as well; an owner of the site opens a closed one so."""
    _check_may_order(by, group)
    with transaction.atomic():
        found = _locked(group).memberships.filter(person=person).first()
        if found is None:
            raise Refused(_("Only a member of the group can lead it."))
        return _set_leader(found, True)


def step_down(group: ReadingGroup, *, by: User) -> None:
    """Leads no longer and stays a member; the last leader names another first, or closes it."""
    _check_member(by)
    with transaction.atomic():
        group = _locked(group)
        found = group.memberships.filter(person=by, is_leader=True).first()
        if found is None:
            return
        _check_another_leads(group, by)
        _set_leader(found, False)


def close_group(group: ReadingGroup, *, by: User) -> ReadingGroup:
    """Ends a group: nobody leads or joins it, its invitations are void, what was said stays."""
    _check_may_order(by, group)
    with transaction.atomic():
        group = _locked(group)
        group.memberships.filter(is_leader=True).update(is_leader=False)
        Invitation.objects.filter(group=group, used_at=None, withdrawn_at=None).update(
            withdrawn_at=timezone.now()
        )
        group.is_open = False
        group.save(update_fields=["is_open"])
    return group


def check_may_invite(group: ReadingGroup, *, by: User) -> None:
    """Refuses to invite into a group that one does not lead, or that is closed."""
    _check_may_order(by, group)
    _check_not_closed(group)


def _locked(group: ReadingGroup) -> ReadingGroup:
    """The group as it is now, locked until the transaction ends."""
    found = ReadingGroup.objects.select_for_update(no_key=True).filter(pk=group.pk).first()
    if found is None:
        raise Refused(_("This group is not there any more."))
    return found


def _set_leader(found: Membership, leads: bool) -> Membership:
    if found.is_leader != leads:
        found.is_leader = leads
        found.save(update_fields=["is_leader"])
    return found


def _check_member(by: User) -> None:
    if not is_member(by):
        raise SignedOut(str(SIGN_IN_FIRST))


def _check_may_order(by: User, group: ReadingGroup) -> None:
    _check_member(by)
    if not may_order_group(by, group):
        raise NotAllowed(_("Only who leads this group can do this."))


def _check_not_closed(group: ReadingGroup) -> None:
    if is_closed(group):
        raise Refused(_("This group is closed; nobody can join it."))


def _check_another_leads(group: ReadingGroup, by: User) -> None:
    if not group.memberships.filter(is_leader=True).exclude(person=by).exists():
        raise Refused(
            _("You are the last to lead this group. Name another leader first, or close the group.")
        )


def _checked_name(name: str) -> str:
    """One line that can be read and stored."""
    plain = " ".join(_storable(name, "name").split())
    if not any(sign.isalnum() for sign in plain):
        raise Refused(_("Give the group a name with letters or digits."), "name")
    if len(plain) > NAME_LIMIT:
        raise Refused(_("A name has at most %(most)d characters.") % {"most": NAME_LIMIT}, "name")
    return plain


def _checked_description(description: str) -> str:
    plain = _storable(description, "description").strip()
    if len(plain) > DESCRIPTION_LIMIT:
        raise Refused(
            _("A description has at most %(most)d characters.") % {"most": DESCRIPTION_LIMIT},
            "description",
        )
    return plain


def _storable(text: str, field: str) -> str:
    check_storable(text, field)
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n")
    return "".join(sign for sign in lines if sign in JOINERS or not _is_unseen(sign))


def _is_unseen(sign: str) -> bool:
    """Controls but for line ends and tabs, and what turns the direction of a line round."""
    return sign not in "\n\t" and unicodedata.category(sign) in ("Cc", "Cf")


def _with_free_slug(group: ReadingGroup, *, unguessable: bool) -> ReadingGroup:
    """Keeps a new group under an address that no other group's is mistaken for.

    A group by invitation has four signs by chance in its address: so neither its own address nor
    the number behind another's tells anybody that it is there. Reads all slugs once.
    """
    base = slugify(group.name, allow_unicode=True)[:SLUG_LIMIT].strip("-_") or "group"
    while True:
        slug = f"{base}-{_by_chance()}" if unguessable else _numbered(base)
        group.slug = slug
        try:
            with transaction.atomic():
                group.save(force_insert=True)
        except IntegrityError:  # another group of that name was made in this moment
            if ReadingGroup.objects.filter(slug=slug).exists():
                continue
            raise
        return group


def _by_chance() -> str:
    return "".join(secrets.choice(SIGNS) for _place in range(4))


def _numbered(base: str) -> str:
    taken = {name_key(slug) for slug in ReadingGroup.objects.values_list("slug", flat=True)}
    slug, count = base, 1
    while name_key(slug) in taken or slug in OWN_ADDRESSES:
        count += 1
        slug = f"{base}-{count}"
    return slug
