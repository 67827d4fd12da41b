"""The verbs of moderation: report, hide, restore, lock, unlock; the only writer of its state.

Each act has one entry in the append-only log, with the version and hash that was judged and
never its words.
"""

from __future__ import annotations

from datetime import datetime

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
from annotations.rules import check_member, check_pace
from annotations.visibility import is_moderator
from ncr.accounts.models import User
from ncr.refusals import NotAllowed, Refused

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
    if annotation.author_id == by.pk:
        raise NotAllowed(_("This is your own; you can edit or withdraw it."))
    now = timezone.now()
    check_pace(by, now)
    return keep_report(annotation, by=by, reason=reason, text=text, at=now)


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
            "text": text[:1000],
            "version": annotation.version,
            "created_at": at,
        },
    )
    return made


def hide(annotation: Annotation, *, by: User, reason: str) -> Annotation:
    """Takes an annotation from everyone's sight but its author's and the moderators'."""
    return _moved(annotation, State.HIDDEN, act="hide", by=by, reason=reason)


def restore(annotation: Annotation, *, by: User, reason: str = "") -> Annotation:
    """Shows again what was hidden, or for the first time what waited."""
    return _moved(annotation, State.PUBLISHED, act="restore", by=by, reason=reason)


def lock(thread: Thread, *, by: User, reason: str = "") -> Thread:
    """Closes a thread to replies and edits."""
    return _set_lock(thread, True, by=by, reason=reason)


def unlock(thread: Thread, *, by: User, reason: str = "") -> Thread:
    """Opens a locked thread again."""
    return _set_lock(thread, False, by=by, reason=reason)


def _check_moderator(by: User) -> None:
    if not is_moderator(by):
        raise NotAllowed(_("Only moderators can do this."))


def _moved(annotation: Annotation, to: State, *, act: str, by: User, reason: str) -> Annotation:
    _check_moderator(by)
    with transaction.atomic():
        counter = locked_counter(annotation.thread.article, annotation.thread.audience)
        annotation.refresh_from_db()
        before = annotation.moderation
        if before == to:
            return annotation
        if to not in TRANSITIONS[before]:
            raise Refused(_("This cannot be done to an annotation in that state."))
        was_readable = annotation.is_readable
        annotation.moderation, annotation.moderation_reason = to, reason[:300]
        annotation.save(update_fields=["moderation", "moderation_reason"])
        change = int(annotation.is_readable) - int(was_readable)
        Thread.objects.filter(pk=annotation.thread_id).update(
            readable_count=F("readable_count") + change
        )
        _log(annotation.thread, annotation, act=act, by=by, reason=reason, before=before, after=to)
        record(
            counter,
            Event.Kind.MODERATED,
            by=by,
            thread=annotation.thread,
            annotation=annotation,
            at=timezone.now(),
            readable=change,
        )
    return annotation


def _set_lock(thread: Thread, locked: bool, *, by: User, reason: str) -> Thread:
    _check_moderator(by)
    with transaction.atomic():
        counter = locked_counter(thread.article, thread.audience)
        thread.refresh_from_db()
        if thread.is_locked == locked:
            return thread
        thread.locked_at = timezone.now() if locked else None
        thread.save(update_fields=["locked_at"])
        _log(thread, None, act="lock" if locked else "unlock", by=by, reason=reason)
        record(
            counter,
            Event.Kind.LOCKED if locked else Event.Kind.UNLOCKED,
            by=by,
            thread=thread,
            annotation=None,
            at=timezone.now(),
        )
    return thread


def _log(
    thread: Thread,
    annotation: Annotation | None,
    *,
    act: str,
    by: User,
    reason: str,
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
        reason=reason[:300],
        before=before,
        after=after,
        version=judged.number if judged else None,
        digest=judged.digest if judged else "",
        at=timezone.now(),
    )
