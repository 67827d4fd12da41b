"""The verbs of moderators about what somebody shows of themselves: take it back, give it back.

A display name and the words about oneself are read on many pages and have no versions. What was
taken lies sealed with the decision, so that an appeal can bring it back.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations import queueing
from annotations.decisions import decided
from annotations.logbook import log_act
from annotations.models import Decision, Report, ReviewItem
from annotations.reporting import decide_reports
from annotations.sanctioning import check_may_sanction, checked_words
from articles.models import SiteRule
from ncr.accounts.models import Notice, User
from ncr.accounts.naming import is_taken
from ncr.accounts.noticing import tell
from ncr.accounts.signals import person_renamed
from ncr.refusals import Refused

ACT = "profile"
FIELDS = ("display_name", "about")


def take_back_profile(
    person: User, *, by: User, fields: Collection[str], reason: str, rule: SiteRule | None = None
) -> Decision:
    """Empties the display name (the user name stands instead), the words about them, or both.

    Whoever reported the person is told; the person gets a statement of reasons, and may choose
    other words.
    """
    check_may_sanction(by, person)
    words = checked_words(reason)
    with transaction.atomic():
        person = User.objects.select_for_update(no_key=True).get(pk=person.pk)
        taken = {name: getattr(person, name) for name in FIELDS if name in fields}
        taken = {name: value for name, value in taken.items() if value}
        if not taken:
            raise Refused(_("Choose what is taken back; what is empty is gone already."), "taken")
        now = timezone.now()
        _write(person, dict.fromkeys(taken, ""))
        log_act(f"person {person.pk}", ACT, by=by, reason=words, rule=rule, before=_called(taken))
        made = decided(person, ACT, by=by, reason=words, rule=rule, at=now, profile=taken)
        tell(
            person,
            Notice.Kind.MODERATED,
            at=now,
            by=by,
            act=ACT,
            what=_called(taken),
            reason=words,
            rule=str(rule) if rule else "",
            decision=str(made.uuid),
        )
        decide_reports(person, Report.Outcome.UPHELD, by=by, reason=words, at=now)
        queueing.settle(person, by=by, outcome=ReviewItem.Outcome.HANDLED, at=now)
    return made


def give_back_profile(decision: Decision, *, by: User, reason: str) -> Decision:
    """Puts back what a decision took, where the person has not chosen something else since.

    A name that somebody else took meanwhile stays theirs.
    """
    check_may_sanction(by, decision.person)
    words = checked_words(reason)
    with transaction.atomic():
        decision = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
        if decision.reversed_at is not None:
            return decision
        if decision.profile is None:
            raise Refused(_("Its words were emptied meanwhile; it cannot come back."))
        person = User.objects.select_for_update(no_key=True).get(pk=decision.person_id)
        _write(
            person,
            {
                name: value
                for name, value in decision.profile.items()
                if _is_free(person, name, value)
            },
        )
        now = timezone.now()
        decision.reversed_at = now
        decision.save(update_fields=["reversed_at"])
        log_act(f"person {person.pk}", "give-back", by=by, reason=words)
        tell(person, Notice.Kind.MODERATED, at=now, by=by, act="give-back", reason=words)
    return decision


def taken_profiles(person: User) -> list[Decision]:
    """The decisions that took something from a profile and hold, the newest first."""
    taken = Decision.objects.filter(person=person, act=ACT, reversed_at=None, profile__isnull=False)
    return list(taken.select_related("by").order_by("-pk"))


def _is_free(person: User, name: str, value: str) -> bool:
    if getattr(person, name):
        return False
    return name != "display_name" or not is_taken(value, person)


def _called(fields: Collection[str]) -> str:
    """What the log and the notice call it: "name", "about" or "both"."""
    if len(fields) > 1:
        return "both"
    return "name" if "display_name" in fields else "about"


def _write(person: User, fields: dict[str, str]) -> None:
    for name, value in fields.items():
        setattr(person, name, value)
    person.save(update_fields=["display_name", "display_key", "about"])
    if "display_name" in fields:
        transaction.on_commit(lambda: person_renamed.send(sender=User, person=person))
