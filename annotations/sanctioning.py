"""The verbs of moderators about people: sanction and lift; and of who is warned: acknowledge.

What a sanction keeps somebody from is asked in `ncr.accounts.sanctioned`, where they write and
where they sign in. None is ever deleted, so that whoever decides next sees what was decided before.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations.decisions import decided
from annotations.logbook import checked_reason, log_act
from annotations.models import Decision
from annotations.roles import is_owner
from annotations.rules import check_member
from annotations.visibility import is_moderator
from articles.models import SiteRule
from ncr.accounts.models import Notice, Sanction, User
from ncr.accounts.noticing import tell
from ncr.accounts.sanctioned import active_sanctions, is_active, moment
from ncr.accounts.sessions import end_sessions_of
from ncr.refusals import Conflict, NotAllowed, Refused, check_storable

Kind = Sanction.Kind
ACTS = {
    Kind.WARNING: "warn",
    Kind.HOLD: "hold",
    Kind.SILENCE: "silence",
    Kind.SUSPEND: "suspend",
}


def may_sanction(by: User, person: User) -> bool:
    """Whether `by` may decide about `person`: moderators and owners of the site, never oneself.

    About an owner only an owner may, about a superuser another superuser; at most five queries.
    """
    if by.pk == person.pk or not (is_moderator(by) or is_owner(by)):
        return False
    if person.is_superuser:
        return by.is_superuser
    return is_owner(by) or not is_owner(person)


def sanction(
    person: User,
    *,
    kind: str,
    reason: str,
    rule: SiteRule | None = None,
    until: datetime | None = None,
    by: User,
) -> Sanction:
    """Puts somebody under a sanction until then, or until it is lifted, and tells them.

    Whoever is suspended is signed out everywhere. One of the same kind that is in force is not
    made longer: it is lifted first.
    """
    check_may_sanction(by, person)
    chosen = _checked_kind(kind)
    words = checked_words(reason)
    now = timezone.now()
    _check_until(chosen, until, now)
    if person.is_sample:
        raise Refused(_("This is a sample member, who can do nothing here."))
    with transaction.atomic():
        person = User.objects.select_for_update(no_key=True).get(pk=person.pk)
        _check_not_yet(person, chosen, now)
        made = Sanction.objects.create(
            person=person,
            kind=chosen,
            reason=words,
            rule=rule.number if rule else None,
            by=by,
            at=now,
            until=until,
        )
        if chosen == Kind.SUSPEND:
            end_sessions_of(person.pk)
        after = f"{timezone.localtime(until):%Y-%m-%d}" if until else ""
        log_act(f"person {person.pk}", ACTS[chosen], by=by, reason=words, rule=rule, after=after)
        statement = decided(
            person, ACTS[chosen], by=by, reason=words, at=now, rule=rule, sanction=made
        )
        _tell(made, ACTS[chosen], by, words, rule, now, decision=str(statement.uuid))
    return made


def lift(given: Sanction, *, by: User, reason: str) -> Sanction:
    """Ends a sanction, or takes back one that has run out; one that was lifted stays so."""
    check_may_sanction(by, given.person)
    words = checked_words(reason)
    now = timezone.now()
    with transaction.atomic():
        given = Sanction.objects.select_for_update(of=("self",), no_key=True).get(pk=given.pk)
        if given.lifted_at is not None:
            return given
        given.lifted_at, given.lifted_by, given.lifted_reason = now, by, words
        given.save(update_fields=["lifted_at", "lifted_by", "lifted_reason"])
        Decision.objects.filter(sanction=given, reversed_at=None).update(reversed_at=now)
        log_act(f"person {given.person_id}", "lift", by=by, reason=words, before=given.kind)
        _tell(given, "lift", by, words, None, now)
    return given


def move_end(given: Sanction, *, by: User, until: datetime | None) -> Sanction:
    """Makes a sanction that is in force end at another time, inside a verb's transaction."""
    check_may_sanction(by, given.person)
    now = timezone.now()
    if given.kind == Kind.WARNING or not is_active(given, now):
        raise Refused(_("Only what is in force and has an end can be changed."), "outcome")
    if until is None:
        raise Refused(_("Choose when it ends."), "until")
    _check_until(Kind(given.kind), until, now)
    given.until = until
    given.save(update_fields=["until"])
    return given


def acknowledge(given: Sanction, *, by: User) -> Sanction:
    """Says that one has read a warning; what one writes is taken again. Repeating it is harmless.

    It is no act of moderation, and the log has nothing of it.
    """
    check_member(by)
    if given.person_id != by.pk:
        raise NotAllowed(_("Only who was warned can do this."))
    if given.kind != Kind.WARNING:
        raise Refused(_("Only a warning is acknowledged."))
    waiting = Sanction.objects.filter(pk=given.pk, acknowledged_at=None)
    waiting.update(acknowledged_at=timezone.now())
    given.refresh_from_db()
    return given


def check_may_sanction(by: User, person: User) -> None:
    """Refuses who may not decide about `person`, in words."""
    if by.pk == person.pk:
        raise NotAllowed(_("Nobody decides about themselves."))
    if not (is_moderator(by) or is_owner(by)):
        raise NotAllowed(_("Only moderators of the site can do this."))
    if not may_sanction(by, person):
        raise NotAllowed(_("About an owner of the site only another owner decides."))


def _checked_kind(kind: str) -> Kind:
    if kind not in Kind.values:
        raise Refused(_("Choose a sanction."), "kind")
    return Kind(kind)


def checked_words(reason: str) -> str:
    """Why something is decided about a person, who reads it; it must not be empty."""
    check_storable(reason, "reason")
    words = checked_reason(reason)
    if not words:
        raise Refused(_("Say why; the person reads it."), "reason")
    return words


def _check_until(kind: Kind, until: datetime | None, now: datetime) -> None:
    if until is None:
        return
    if kind == Kind.WARNING:
        raise Refused(_("A warning has no end: it holds until it is acknowledged."), "until")
    if until <= now:
        raise Refused(_("This is past; choose a day to come."), "until")


def _check_not_yet(person: User, kind: Kind, now: datetime) -> None:
    found = active_sanctions(now).filter(person=person, kind=kind).first()
    if found is None:
        return
    if kind == Kind.WARNING:
        raise Conflict(_("A warning waits already that this person has not read."), "kind")
    if found.until is None:
        raise Conflict(_("This holds already, until it is lifted. Lift it first."), "kind")
    words = _("This holds already, until %(until)s. Lift it first.")
    raise Conflict(words % {"until": moment(found.until)}, "kind")


def _tell(
    given: Sanction,
    act: str,
    by: User,
    reason: str,
    rule: SiteRule | None,
    at: datetime,
    decision: str = "",
) -> None:
    facts: dict[str, Any] = {
        "act": act,
        "sanction": str(given.uuid),
        "what": given.kind,
        "until": given.until.isoformat() if given.until else "",
        "reason": reason,
        "rule": str(rule) if rule else "",
    }
    if decision:
        facts["decision"] = decision
    tell(given.person, Notice.Kind.MODERATED, at=at, by=by, **facts)
