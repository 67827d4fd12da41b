"""The verbs of moderation, from report and take back to lock and unlock; only they write its state.

Each act has one entry in the append-only log, with the version and hash that was judged and
never its words.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations.models import (
    Annotation,
    AnnotationVersion,
    Event,
    ModerationEntry,
    Report,
    Thread,
)
from annotations.recording import locked_counter, record
from annotations.roles import may_order
from annotations.rules import PACE, check_member, check_pace
from annotations.visibility import moderates
from articles.models import SiteRule
from articles.normalising import normalise
from ncr.accounts.models import Notice, User
from ncr.accounts.noticing import tell
from ncr.refusals import Conflict, NotAllowed, Refused, TooMany, check_storable

REASON_LIMIT = 300
TEXT_LIMIT = 1000
State = Annotation.Moderation
# From each state, the states that a moderator may bring it to
TRANSITIONS: dict[str, frozenset[str]] = {
    State.PENDING: frozenset([State.PUBLISHED, State.HIDDEN]),
    State.PUBLISHED: frozenset([State.HIDDEN]),
    State.HIDDEN: frozenset([State.PUBLISHED]),
    State.REMOVED: frozenset(),
}


def report(annotation: Annotation, *, by: User, reason: str, text: str = "") -> Report:
    """Tells moderators of an annotation that one may read; once a person and annotation."""
    check_member(by)
    if reason not in Report.Reason.values:
        raise Refused(_("Choose what is wrong with it."), "reason")
    if reason == Report.Reason.OTHER and not text.strip():
        raise Refused(_("Say in a few words what is wrong with it."), "text")
    if len(text) > TEXT_LIMIT:
        raise Refused(
            _("That is too long: at most %(most)d characters.") % {"most": TEXT_LIMIT}, "text"
        )
    if annotation.author_id == by.pk:
        raise NotAllowed(_("This is your own; you can edit or withdraw it."))
    check_storable(text, "text")
    if (before := reported_by(by, annotation)) is not None:
        return before
    now = timezone.now()
    check_pace(by, now)
    _check_reports(by, now)
    return keep_report(annotation, by=by, reason=reason, text=normalise(text).strip(), at=now)


def reported_by(person: User, annotation: Annotation) -> Report | None:
    """The report that somebody made of an annotation; one query."""
    return Report.objects.filter(annotation=annotation, by=person).first()


def take_back(annotation: Annotation, *, by: User) -> None:
    """Takes back a report that waits; nobody sees it any more, and another can be made.

    One that was decided stays with its decision; where there is none, nothing happens.
    """
    check_member(by)
    mine = Report.objects.filter(annotation=annotation, by=by)
    waiting, _each = mine.filter(decided_at=None).delete()
    if not waiting and mine.exists():
        raise Conflict(_("This was decided meanwhile; the report stays with its decision."))


def _check_reports(by: User, now: datetime) -> None:
    """Reports have no events, so their pace is counted in themselves."""
    lately = Report.objects.filter(by=by, created_at__gt=now - PACE)
    if lately.count() >= settings.WRITE_LIMIT:
        raise TooMany(
            _("That was a lot in one minute. Wait a little and send it again; it is kept here."),
            retry_after=int(PACE.total_seconds()),
        )


def keep_report(
    annotation: Annotation, *, by: User, reason: str, text: str, at: datetime
) -> Report:
    """Writes a report down; a second one by the same person changes nothing.

    No event: a counter that moved would tell everybody that something was reported.
    """
    made, _is_new = Report.objects.get_or_create(
        annotation=annotation,
        by=by,
        defaults={
            "reason": reason,
            "text": text[:TEXT_LIMIT],
            "version": annotation.version,
            "created_at": at,
        },
    )
    return made


def hide(
    annotation: Annotation, *, by: User, reason: str, rule: SiteRule | None = None
) -> Annotation:
    """Takes an annotation from everyone's sight but its author's and the moderators'.

    Reports of it that wait are upheld; its author and those who reported it are told.
    """
    return _moved(annotation, State.HIDDEN, act="hide", by=by, reason=reason, rule=rule)


def restore(
    annotation: Annotation, *, by: User, reason: str = "", rule: SiteRule | None = None
) -> Annotation:
    """Shows again what was hidden, or for the first time what waited."""
    return _moved(annotation, State.PUBLISHED, act="restore", by=by, reason=reason, rule=rule)


def dismiss(annotation: Annotation, *, by: User, reason: str = "") -> Annotation:
    """Decides that what was reported breaks no rule; those who reported it are told."""
    with transaction.atomic():
        annotation = Annotation.objects.select_for_update(no_key=True).get(pk=annotation.pk)
        _check_moderates(by, annotation.thread)
        if _decide_reports(annotation, Report.Outcome.DISMISSED, by=by, reason=reason):
            _log(annotation.thread, annotation, act="dismiss", by=by, reason=reason)
    return annotation


def lock(thread: Thread, *, by: User, reason: str = "", rule: SiteRule | None = None) -> Thread:
    """Closes a thread to replies and edits."""
    return _set_lock(thread, True, by=by, reason=reason, rule=rule)


def unlock(thread: Thread, *, by: User, reason: str = "", rule: SiteRule | None = None) -> Thread:
    """Opens a locked thread again."""
    return _set_lock(thread, False, by=by, reason=reason, rule=rule)


def _check_moderates(by: User, thread: Thread) -> None:
    if not moderates(by, thread):
        raise NotAllowed(_("Only moderators can do this."))


def _checked_reason(reason: str) -> str:
    """A reason as it is kept; one that is too long is refused, not cut."""
    if len(reason) > REASON_LIMIT:
        raise Refused(
            _("A reason has at most %(most)d characters.") % {"most": REASON_LIMIT}, "reason"
        )
    return normalise(reason).strip()


def _moved(
    annotation: Annotation, to: State, *, act: str, by: User, reason: str, rule: SiteRule | None
) -> Annotation:
    _check_moderates(by, annotation.thread)
    reason = _checked_reason(reason)
    with transaction.atomic():
        counter = locked_counter(annotation.thread.article, annotation.thread.audience)
        annotation.refresh_from_db()
        before = annotation.moderation
        if before == to:
            return annotation
        if to not in TRANSITIONS[before]:
            raise Refused(_("This cannot be done to an annotation in that state."))
        was_readable = annotation.is_readable
        annotation.moderation, annotation.moderation_reason = to, reason
        annotation.moderation_rule = rule
        annotation.save(update_fields=["moderation", "moderation_reason", "moderation_rule"])
        change = int(annotation.is_readable) - int(was_readable)
        Thread.objects.filter(pk=annotation.thread_id).update(
            readable_count=F("readable_count") + change
        )
        _log(
            annotation.thread,
            annotation,
            act=act,
            by=by,
            reason=reason,
            rule=rule,
            before=before,
            after=to,
        )
        event = record(
            counter,
            Event.Kind.MODERATED,
            by=by,
            thread=annotation.thread,
            annotation=annotation,
            at=timezone.now(),
            readable=change,
        )
        _tell_author(annotation, act, by=by, reason=reason, rule=rule, at=event.at)
        if to == State.HIDDEN:
            _decide_reports(annotation, Report.Outcome.UPHELD, by=by, reason=reason)
    return annotation


def _tell_author(
    annotation: Annotation,
    act: str,
    *,
    by: User,
    reason: str,
    rule: SiteRule | None,
    at: datetime,
) -> None:
    tell(
        annotation.author,
        Notice.Kind.MODERATED,
        at=at,
        by=by,
        about=annotation.uuid,
        act=act,
        reason=reason,
        rule=str(rule) if rule else "",
    )


def _decide_reports(
    annotation: Annotation, outcome: Report.Outcome, *, by: User, reason: str
) -> int:
    """Closes the reports of an annotation that wait, and tells who made them; answers how many."""
    now = timezone.now()
    waiting = list(annotation.reports.filter(decided_at=None).select_related("by"))
    annotation.reports.filter(pk__in=[one.pk for one in waiting]).update(
        outcome=outcome, decided_at=now, decided_by=by
    )
    for one in waiting:
        tell(
            one.by,
            Notice.Kind.REPORTED,
            at=now,
            by=by,
            about=annotation.uuid,
            outcome=outcome,
            reason=reason,
        )
    return len(waiting)


def _set_lock(
    thread: Thread, locked: bool, *, by: User, reason: str, rule: SiteRule | None
) -> Thread:
    if not may_order(by, thread):
        raise NotAllowed(_("Only moderators, and who leads this discussion, can do this."))
    reason = _checked_reason(reason)
    with transaction.atomic():
        counter = locked_counter(thread.article, thread.audience)
        thread.refresh_from_db()
        if thread.is_locked == locked:
            return thread
        thread.locked_at = timezone.now() if locked else None
        thread.save(update_fields=["locked_at"])
        act = "lock" if locked else "unlock"
        _log(thread, None, act=act, by=by, reason=reason, rule=rule)
        event = record(
            counter,
            Event.Kind.LOCKED if locked else Event.Kind.UNLOCKED,
            by=by,
            thread=thread,
            annotation=None,
            at=timezone.now(),
        )
        opening = thread.annotations.select_related("author").get(parent=None)
        _tell_author(opening, act, by=by, reason=reason, rule=rule, at=event.at)
    return thread


def _log(
    thread: Thread,
    annotation: Annotation | None,
    *,
    act: str,
    by: User,
    reason: str,
    rule: SiteRule | None = None,
    before: str = "",
    after: str = "",
) -> None:
    judged = annotation and AnnotationVersion.objects.get(
        annotation=annotation, number=annotation.version
    )
    ModerationEntry.objects.create(
        thread=thread.uuid,
        annotation=annotation.uuid if annotation else None,
        by=by.pk,
        act=act,
        rule=rule.number if rule else None,
        reason=reason,
        before=before,
        after=after,
        version=judged.number if judged else None,
        digest=judged.digest if judged else "",
        at=timezone.now(),
    )


def log_revision(revision: Any, act: str, by: User | None, reason: str, **kwargs: Any) -> None:
    """Writes down what a person did to a revision; what a command did is nobody's act."""
    if by is not None:
        log_act(f"article {revision.article_id}", act, by=by, reason=reason)


def log_person(person: User, act: str, by: User, reason: str, **kwargs: Any) -> None:
    """Writes down what was decided about an account."""
    log_act(f"person {person.pk}", act, by=by, reason=reason)


def log_act(
    subject: str,
    act: str,
    *,
    by: User,
    reason: str = "",
    rule: SiteRule | None = None,
    before: str = "",
    after: str = "",
) -> ModerationEntry:
    """An entry about something else than an annotation: "topic 12", "person 7", "article 3"."""
    return ModerationEntry.objects.create(
        subject=subject,
        by=by.pk,
        act=act,
        rule=rule.number if rule else None,
        reason=_checked_reason(reason),
        before=before,
        after=after,
        at=timezone.now(),
    )
