"""The verbs of objecting: appeal, by who is concerned, and answer, by another moderator.

An appeal is made once, within `settings.APPEAL_DAYS`, and answered once, in words. Who decided
first answers only where no other moderator could; then the appeal says so.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations import moderating, profiles, queueing
from annotations.logbook import log_act, log_words
from annotations.models import Appeal, Decision, ReviewItem
from annotations.reporting import reports_of
from annotations.sanctioning import lift, may_sanction, move_end
from annotations.visibility import moderates
from articles.normalising import normalise
from ncr.accounts.models import Notice, User
from ncr.accounts.noticing import tell
from ncr.accounts.sanctioned import is_suspended
from ncr.refusals import Conflict, NotAllowed, Refused, check_storable

TEXT_LIMIT = 4000
ANSWER_LIMIT = 2000
Outcome = Appeal.Outcome
ACTS = {Outcome.UPHELD: "uphold", Outcome.OVERTURNED: "overturn", Outcome.VARIED: "vary"}
# What a decision about words can be made into, the milder ones
MILDER: dict[str, tuple[str, ...]] = {"remove": ("hide", "ask"), "hide": ("ask",)}


def appeal_until(decision: Decision) -> datetime:
    """Until when somebody may object to a decision."""
    return decision.at + timedelta(days=settings.APPEAL_DAYS)


def why_no_appeal(decision: Decision, now: datetime) -> str:
    """Why nobody can object to a decision (any more); empty where they can. One query."""
    if Appeal.objects.filter(decision=decision).exists():
        return _("You have objected to this already. You are told when it is answered.")
    if decision.reversed_at is not None:
        return _("This decision holds no longer, so that there is nothing to object to.")
    if now > appeal_until(decision):
        return _("The time to object is over.")
    return ""


def appeal(decision: Decision, *, by: User, text: str) -> Appeal:
    """Objects to a decision about oneself; it comes before moderators once more."""
    if decision.person_id != by.pk:
        raise NotAllowed(_("Only the person concerned can object."))
    words = _checked(text, TEXT_LIMIT, "text", _("Say what is wrong with the decision."))
    now = timezone.now()
    if why := why_no_appeal(decision, now):
        raise Conflict(why)
    try:
        with transaction.atomic():
            made = Appeal.objects.create(decision=decision, text=words, at=now)
            if decision.annotation is not None:
                queueing.bring(decision.annotation, cause=ReviewItem.Cause.APPEAL, at=now)
            else:
                queueing.bring(by, cause=ReviewItem.Cause.APPEAL, at=now)
    except IntegrityError as error:  # the same form sent twice at the same moment
        raise Conflict(why_no_appeal(decision, now)) from error
    return made


def may_answer(by: User, decision: Decision) -> bool:
    """Whether `by` moderates what was decided about, and is not who is concerned."""
    if by.pk == decision.person_id:
        return False
    if decision.annotation is not None:
        return moderates(by, decision.annotation.thread)
    return may_sanction(by, decision.person)


def is_for_another(by: User, decision: Decision) -> bool:
    """Whether `by` took the decision, and another moderator is there to look at it again."""
    return decision.by_id == by.pk and any(
        other.pk != by.pk and may_answer(other, decision) for other in _moderators()
    )


def answer(
    given: Appeal,
    *,
    by: User,
    outcome: str,
    answer: str,
    becomes: str = "",
    until: datetime | None = None,
) -> Appeal:
    """Decides an appeal, in words that the person reads; what is overturned is undone.

    What is varied becomes milder: words are hidden or asked to be changed (`becomes`), a sanction
    ends at another time (`until`).
    """
    decision = given.decision
    if not may_answer(by, decision):
        raise NotAllowed(_("Only moderators can do this."))
    if outcome not in Outcome.values:
        raise Refused(_("Choose what becomes of the decision."), "outcome")
    words = _checked(answer, ANSWER_LIMIT, "answer", _("Write an answer; the person reads it."))
    if is_for_another(by, decision):
        raise NotAllowed(_("You took this decision. Another moderator answers the appeal."))
    now = timezone.now()
    with transaction.atomic():
        given = Appeal.objects.select_for_update(of=("self",)).get(pk=given.pk)
        if given.answered_at is not None:
            raise Conflict(_("%(name)s has answered this already.") % {"name": given.answered_by})
        given.outcome, given.answer = outcome, words
        given.answered_by, given.answered_at = by, now
        given.is_by_the_first = decision.by_id == by.pk
        given.save()
        _log(decision, ACTS[Outcome(outcome)], by, words)
        if outcome == Outcome.OVERTURNED:
            _undo(decision, by, now)
        elif outcome == Outcome.VARIED:
            _vary(decision, by, becomes, until, now)
        _close(decision, by, now)
        _tell(given, decision, by, now)
    return given


def _checked(text: str, most: int, field: str, empty: str) -> str:
    check_storable(text, field)
    words = normalise(text).strip()
    if not words:
        raise Refused(empty, field)
    if len(words) > most:
        raise Refused(_("That is too long: at most %(most)d characters.") % {"most": most}, field)
    return words


def _moderators() -> list[User]:
    """All who moderate anything and can do so now; the scope of each is asked apart."""
    permission = Q(
        user_permissions__codename="moderate",
        user_permissions__content_type__app_label="annotations",
    ) | Q(
        groups__permissions__codename="moderate",
        groups__permissions__content_type__app_label="annotations",
    )
    roles = Q(scoped_roles__role="moderator")
    found = User.objects.filter(permission | roles | Q(is_superuser=True))
    active = found.filter(~is_suspended(timezone.now()), is_active=True, is_staff=True)
    return list(active.distinct())


def _undo(decision: Decision, by: User, now: datetime) -> None:
    """Brings the words or the profile back, or ends the sanction."""
    if decision.sanction is not None:
        lift(decision.sanction, by=by, reason=_("Overturned on appeal."))
    elif decision.act == profiles.ACT:
        profiles.give_back_profile(decision, by=by, reason=_("Overturned on appeal."))
    elif decision.annotation is not None and _still_holds(decision):
        moderating.restore(decision.annotation, by=by, reason=_("Overturned on appeal."))
    Decision.objects.filter(pk=decision.pk).update(reversed_at=now)


def _still_holds(decision: Decision) -> bool:
    """Whether the words are as this decision left them, and not as a later one did."""
    brought = {"hide": "hidden", "remove": "removed"}.get(decision.act)
    return decision.annotation is not None and decision.annotation.moderation == brought


def _vary(
    decision: Decision, by: User, becomes: str, until: datetime | None, now: datetime
) -> None:
    reason, rule = decision.reason or _("Changed on appeal."), decision.rule
    if decision.sanction is not None:
        move_end(decision.sanction, by=by, until=until)
        return
    if decision.annotation is None or becomes not in MILDER.get(decision.act, ()):
        raise Refused(_("Choose what the decision becomes."), "becomes")
    if not _still_holds(decision):
        raise Conflict(_("Something else was decided about these words since."), "becomes")
    Decision.objects.filter(pk=decision.pk).update(reversed_at=now)
    if becomes == "hide":
        moderating.hide(decision.annotation, by=by, reason=reason, rule=rule)
        return
    moderating.restore(decision.annotation, by=by, reason=_("Changed on appeal."))
    moderating.ask(decision.annotation, by=by, reason=reason, rule=rule)


def _log(decision: Decision, act: str, by: User, words: str) -> None:
    reason = words[:300]
    if decision.annotation is not None:
        thread = decision.annotation.thread
        log_words(thread, decision.annotation, act=act, by=by, reason=reason, rule=decision.rule)
    else:
        log_act(f"person {decision.person_id}", act, by=by, reason=reason, rule=decision.rule)


def _close(decision: Decision, by: User, now: datetime) -> None:
    """Closes what the appeal brought, unless readers have reported the same meanwhile."""
    subject = decision.annotation or decision.person
    if reports_of(subject).filter(decided_at=None).exists():
        queueing.weigh_again(subject, at=now)
    else:
        queueing.settle(subject, by=by, outcome=ReviewItem.Outcome.HANDLED, at=now)


def _tell(given: Appeal, decision: Decision, by: User, now: datetime) -> None:
    about = decision.annotation.uuid if decision.annotation else None
    tell(
        decision.person,
        Notice.Kind.MODERATED,
        at=now,
        by=by,
        about=about,
        act="appeal",
        outcome=given.outcome,
        decision=str(decision.uuid),
        reason=given.answer,
    )
