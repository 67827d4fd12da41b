"""The verbs of owners about an account: close it, open it again, make a way in.

An account is never deleted here; what its person wrote stands.
"""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from ncr.accounts.links import make_link
from ncr.accounts.models import User
from ncr.accounts.sessions import end_sessions_of
from ncr.accounts.signals import person_decided
from ncr.refusals import NotAllowed, Refused

REASON_LIMIT = 300


def may_manage(by: User, person: User) -> bool:
    """Whether `by` may decide about an account; a superuser's only another superuser may."""
    if not (by.is_active and by.is_staff and by.has_perm("accounts.change_user")):
        return False
    return by.is_superuser or not person.is_superuser


def deactivate(person: User, *, by: User, reason: str) -> User:
    """Closes an account: its sessions end, and nobody signs in to it until it is opened again."""
    _check(by, person)
    if person.pk == by.pk:
        raise Refused(_("Another owner has to close your account."))
    if not reason.strip():
        raise Refused(_("Say why; it is kept in the log."), "reason")
    return _set_active(person, False, "deactivate", by, reason)


def reactivate(person: User, *, by: User, reason: str = "") -> User:
    """Opens a closed account again; its person signs in anew."""
    _check(by, person)
    return _set_active(person, True, "reactivate", by, reason)


def way_in(person: User, *, by: User) -> str:
    """The token of a link that signs this person in, once."""
    _check(by, person)
    if not person.is_active or person.is_sample:
        raise Refused(_("Nobody can sign in to this account."))
    with transaction.atomic():
        token = make_link(person)
        person_decided.send(sender=User, person=person, act="link", by=by, reason="")
    return token


def _check(by: User, person: User) -> None:
    if not may_manage(by, person):
        raise NotAllowed(_("Only an owner of the site can do this."))


def _set_active(person: User, active: bool, act: str, by: User, reason: str) -> User:
    if len(reason) > REASON_LIMIT:
        raise Refused(
            _("A reason has at most %(most)d characters.") % {"most": REASON_LIMIT}, "reason"
        )
    with transaction.atomic():
        person = User.objects.select_for_update(no_key=True).get(pk=person.pk)
        if person.is_active == active:
            return person
        person.is_active = active
        person.save(update_fields=["is_active"])
        end_sessions_of(person.pk)
        person_decided.send(sender=User, person=person, act=act, by=by, reason=reason.strip())
    return person
