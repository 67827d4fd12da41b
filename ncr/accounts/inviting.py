"""Invitations: an address by which one person makes an account, joins a reading group, or both.

Only a digest of the token is kept. Where an invitation names a mail address, the token leaves the
site by mail to that address alone: who comes with it has shown that the address is theirs.
Looking at an invitation does not use it; accepting does, once, whoever is first.
"""

from __future__ import annotations

import secrets
from datetime import timedelta
from functools import partial

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ncr.accounts.grouping import admit
from ncr.accounts.letters import send_letter
from ncr.accounts.links import digest_of
from ncr.accounts.models import Invitation, Notice, ReadingGroup, User
from ncr.accounts.noticing import tell
from ncr.accounts.sanctioned import check_not_silenced
from ncr.refusals import NotAllowed, Refused, TooMany

LIFETIME = timedelta(days=14)
MOST_A_DAY = 100


class Spent(Refused):
    """The invitation was used, withdrawn, or is too old."""

    status = 410


def may_invite(by: User, group: ReadingGroup | None) -> bool:
    """Whoever runs the site may, and into a group also those who lead it; at most two queries."""
    if by.has_perm("accounts.add_invitation"):
        return True
    return group is not None and by.memberships.filter(group=group, is_leader=True).exists()


def invite(*, by: User, email: str = "", group: ReadingGroup | None = None) -> str:
    """The token of a fresh invitation; it cannot be read again later.

    With an address the invitation is mailed there after the commit, and the token is not to be
    shown to anybody; without one, whoever gets `address_of(token)` may use it. A member whose
    address it is also finds a notice in their inbox.
    """
    if not may_invite(by, group):
        raise NotAllowed(_("Only owners of the site, and leaders of a group, can invite."))
    check_not_silenced(by)
    email = _checked_address(email)
    now = timezone.now()
    _check_pace(by)
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        invitation = Invitation.objects.create(
            digest=digest_of(token), email=email, group=group, by=by, expires_at=now + LIFETIME
        )
        if email:
            _tell_member(invitation)
            transaction.on_commit(partial(_send, invitation, token))
    return token


def address_of(token: str) -> str:
    """The whole address to give to the person."""
    return f"{settings.SITE_URL}{reverse('invitation', args=[token])}"


def find_invitation(token: str) -> Invitation | None:
    """The invitation, used or not; None for a token that never was. One query."""
    found = Invitation.objects.select_related("group", "by")
    return found.filter(digest=digest_of(token)).first()


def open_invitations_of(person: User) -> QuerySet[Invitation]:
    """Those that wait for a member, by the mail addresses that they confirmed."""
    mine = EmailAddress.objects.filter(user_id=person.pk, verified=True).values("email")
    return Invitation.objects.filter(
        email__in=mine, used_at=None, withdrawn_at=None, expires_at__gt=timezone.now()
    ).select_related("group", "by")


def is_for(invitation: Invitation, person: User) -> bool:
    """Whether a member may use it: it names no address, or one that they confirmed."""
    if not invitation.email:
        return True
    mine = EmailAddress.objects.filter(user_id=person.pk, verified=True)
    return bool(mine.filter(email__iexact=invitation.email).exists())


def accept(invitation: Invitation, *, by: User, is_new: bool = False) -> None:
    """Uses an invitation and joins its group, in one transaction; of two at once one is refused.

    `is_new` is for who signs up with it: their form has compared the addresses already.
    """
    if not (is_new or is_for(invitation, by)):
        raise NotAllowed(_("This invitation is for another mail address than yours."))
    now = timezone.now()
    still_open = Invitation.objects.filter(
        pk=invitation.pk, used_at=None, withdrawn_at=None, expires_at__gt=now
    )
    with transaction.atomic():
        if not still_open.update(used_at=now, used_by=by):
            raise Spent(_("This invitation has been used, withdrawn, or its days are over."))
        if invitation.group is not None:
            admit(invitation.group, by)


def withdraw_invitation(invitation: Invitation, *, by: User) -> None:
    """Takes back what nobody used yet; repeating it changes nothing."""
    if invitation.by_id != by.pk and not may_invite(by, invitation.group):
        raise NotAllowed(_("Only who may invite can withdraw an invitation."))
    Invitation.objects.filter(pk=invitation.pk, used_at=None, withdrawn_at=None).update(
        withdrawn_at=timezone.now()
    )


def _checked_address(email: str) -> str:
    email = email.strip().lower()
    if email:
        try:
            validate_email(email)
        except ValidationError as error:
            raise Refused(_("This is not a mail address."), "email") from error
        if len(email) > 254:
            raise Refused(_("This is not a mail address."), "email")
    return email


def _check_pace(by: User) -> None:
    """Nobody sends mail without end in the site's name."""
    day = timezone.now() - timedelta(days=1)
    if Invitation.objects.filter(by=by, created_at__gt=day).count() >= MOST_A_DAY:
        raise TooMany(_("That was a lot of invitations in one day. Go on tomorrow."), 24 * 3600)


def _tell_member(invitation: Invitation) -> None:
    """A notice for the member whose address it is; they have their mail, so no second one."""
    found = EmailAddress.objects.filter(email__iexact=invitation.email, verified=True)
    address = found.select_related("user").first()
    if address is None or invitation.group is None:
        return
    now = timezone.now()
    notice = tell(
        address.user,
        Notice.Kind.INVITED,
        at=now,
        by=invitation.by,
        group=invitation.group,
        invitation=invitation.pk,
    )
    if notice is not None:
        Notice.objects.filter(pk=notice.pk).update(mailed_at=now)


def _send(invitation: Invitation, token: str) -> None:
    send_letter(
        invitation.email,
        "email/invitation",
        {
            "invitation": invitation,
            "address": address_of(token),
            "site_name": settings.SITE_NAME,
            "site_url": settings.SITE_URL,
        },
    )
