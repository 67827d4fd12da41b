"""Who is under a sanction at this moment, and what it keeps them from.

A sanction is active until it is lifted or has run out; a warning, until its person says that they
read it. The verbs are in `annotations.sanctioning`, since moderators use them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ncr.accounts.models import Sanction, User
from ncr.refusals import Sanctioned
from ncr.statements import Compiled

Kind = Sanction.Kind


def active_sanctions(now: datetime) -> QuerySet[Sanction]:
    """The sanctions that are in force at `now`, of everybody, the oldest first."""
    unread = ~Q(kind=Kind.WARNING) | Q(acknowledged_at=None)
    ahead = Q(until=None) | Q(until__gt=now)
    return Sanction.objects.filter(unread, ahead, lifted_at=None).order_by("pk")


def is_active(sanction: Sanction, now: datetime) -> bool:
    """Whether a sanction is in force at `now`: as `active_sanctions`, without a query."""
    if sanction.lifted_at is not None:
        return False
    if sanction.kind == Kind.WARNING and sanction.acknowledged_at is not None:
        return False
    return sanction.until is None or sanction.until > now


def is_sanctioned(now: datetime) -> Exists:
    """Of people, whether one is under a sanction: to be asked along with something else."""
    return Exists(active_sanctions(now).filter(person_id=OuterRef("pk")))


def is_suspended(now: datetime) -> Exists:
    """Of people, whether one may not sign in at present."""
    return Exists(active_sanctions(now).filter(person_id=OuterRef("pk"), kind=Kind.SUSPEND))


_active_of: Compiled[Sanction] = Compiled(
    lambda *, person, now: active_sanctions(now).filter(person_id=person)
)


def sanctions_of(person: User, now: datetime | None = None) -> list[Sanction]:
    """The active sanctions of one person; one query."""
    return _active_of.rows(person=person.pk, now=now or timezone.now())


def suspension_of(person: User) -> Sanction | None:
    """What keeps somebody from signing in, if anything does; one query."""
    return next((one for one in sanctions_of(person) if one.kind == Kind.SUSPEND), None)


def is_held(person: User) -> bool:
    """Whether what somebody writes waits until a moderator has looked at it.

    No query where their writing was just checked, else one.
    """
    known = person.__dict__.get("_sanctions")
    found = sanctions_of(person) if known is None else known
    return any(one.kind == Kind.HOLD for one in found)


def check_not_silenced(by: User) -> None:
    """Refuses what is said to others while a sanction forbids it; one query."""
    refuse_sanctioned(by, sanctions_of(by))


def refuse_sanctioned(by: User, active: Sequence[Sanction]) -> None:
    """Refuses the next words of somebody who is silenced, or has a warning to read first.

    What is active is kept on the person, who lives as long as one request does.
    """
    by.__dict__["_sanctions"] = active
    for one in active:
        if one.kind in (Kind.SILENCE, Kind.SUSPEND):
            raise Sanctioned(_silenced(one), "silenced", reverse("sanctions"), one.until)
    if any(one.kind == Kind.WARNING for one in active):
        words = _(
            "A moderator warned you. Read the warning and say that you did, then send this again;"
            " it is kept here."
        )
        raise Sanctioned(words, "warned", reverse("sanctions"))


def _silenced(sanction: Sanction) -> str:
    named = {"until": moment(sanction.until), "reason": sanction.reason}
    if sanction.until is None:
        return _("You cannot write here until a moderator lifts this. Reason: %(reason)s") % named
    return _("You cannot write here until %(until)s. Reason: %(reason)s") % named


def moment(at: datetime | None) -> str:
    """A moment as it is told to people; empty for none."""
    return date_format(timezone.localtime(at), "DATETIME_FORMAT") if at else ""
