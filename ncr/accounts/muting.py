"""Which notices come by mail, and to which address.

A token in each mail switches its kind off without signing in (RFC 8058). It names person and kind,
is signed, and has no end: somebody may press the button of an old mail.
"""

from __future__ import annotations

from collections.abc import Collection

from allauth.account.models import EmailAddress
from django.core import signing
from django.db import transaction

from ncr.accounts.models import MutedMail, Notice, User

_signer = signing.Signer(salt="notices.off")


def mute(person: User, kind: str) -> None:
    """No more mail of this kind; the notices stay in the inbox. Repeating it changes nothing."""
    MutedMail.objects.get_or_create(person=person, kind=kind)


def wants_mail(person: User, kind: str) -> bool:
    return not MutedMail.objects.filter(person=person, kind=kind).exists()


def kinds_for(person: User) -> list[Notice.Kind]:
    """The kinds that somebody can get: what waits for a moderator is for those who may be one."""
    return [kind for kind in Notice.Kind if kind != Notice.Kind.WAITING or person.is_staff]


def wanted_kinds(person: User) -> list[str]:
    """The kinds that come by mail; all of them unless the person said otherwise."""
    muted = set(MutedMail.objects.filter(person=person).values_list("kind", flat=True))
    return [kind.value for kind in kinds_for(person) if kind not in muted]


@transaction.atomic
def choose_kinds(person: User, wanted: Collection[str]) -> None:
    """Makes `wanted` the kinds that come by mail."""
    person.muted_mail.filter(kind__in=wanted).delete()
    for kind in kinds_for(person):
        if kind not in wanted:
            mute(person, kind)


def mail_address(person: User) -> str:
    """Where mail for a person goes: an address that they confirmed, the primary one first.

    Where no address was ever asked to be confirmed, the one that the administrator entered; empty
    when there is none. One query.
    """
    known = EmailAddress.objects.filter(user_id=person.pk).order_by("-primary", "pk")
    rows = list(known.values_list("email", "verified"))
    if rows:
        return next((email for email, verified in rows if verified), "")
    return person.email


def off_token(person: User, kind: str) -> str:
    return _signer.sign(f"{person.pk}.{kind}")


def read_off_token(token: str) -> tuple[User, Notice.Kind] | None:
    """Whose mail of which kind a token switches off; None for one that we did not make."""
    try:
        pk, _dot, kind = _signer.unsign(token).partition(".")
        person = User.objects.filter(pk=int(pk)).first()
        return (person, Notice.Kind(kind)) if person else None
    except (signing.BadSignature, ValueError):
        return None
