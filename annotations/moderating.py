"""The verbs of moderation, from hide to lock and unlock; only they write its state.

Each act has one entry in the append-only log, with the version and hash that was judged and
never its words. What waited in the review queue is closed by what is decided; who decides may name
the turn of the queue that they saw (`seen`), so that a stale act is refused.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations import queueing
from annotations.decisions import reverse_of, tell_author
from annotations.logbook import checked_reason, log_words
from annotations.models import (
    Annotation,
    Decision,
    Event,
    ModerationEntry,
    Report,
    ReviewItem,
    Thread,
)
from annotations.recording import locked_counter, record
from annotations.reporting import decide_reports
from annotations.roles import may_order
from annotations.sealing import is_emptied
from annotations.telling import shown_at_last
from annotations.visibility import moderates
from articles.models import SiteRule
from ncr.accounts.models import Notice, User
from ncr.refusals import Conflict, NotAllowed, Refused

State = Annotation.Moderation
Outcome = ReviewItem.Outcome
# From each state, the states that a moderator may bring it to
TRANSITIONS: dict[str, frozenset[str]] = {
    State.PENDING: frozenset([State.PUBLISHED, State.HIDDEN, State.REMOVED]),
    State.PUBLISHED: frozenset([State.HIDDEN, State.REMOVED]),
    State.HIDDEN: frozenset([State.PUBLISHED, State.REMOVED]),
    State.REMOVED: frozenset([State.PUBLISHED, State.HIDDEN]),
}
# What deciding for a state makes of what waited in the queue
OUTCOMES: dict[str, str] = {
    State.PUBLISHED: Outcome.APPROVED,
    State.HIDDEN: Outcome.HIDDEN,
    State.REMOVED: Outcome.REMOVED,
}


def hide(
    annotation: Annotation,
    *,
    by: User,
    reason: str,
    rule: SiteRule | None = None,
    seen: int | None = None,
) -> Annotation:
    """Takes an annotation from everyone's sight but its author's and the moderators'.

    Reports of it that wait are upheld; its author and those who reported it are told.
    """
    return _moved(annotation, State.HIDDEN, "hide", by=by, reason=reason, rule=rule, seen=seen)


def remove(
    annotation: Annotation,
    *,
    by: User,
    reason: str,
    rule: SiteRule | None = None,
    seen: int | None = None,
) -> Annotation:
    """Takes an annotation from everyone's sight, its author's too; its words lie sealed.

    For what must not be served to anybody. It can be restored as long as the seal lasts.
    """
    return _moved(annotation, State.REMOVED, "remove", by=by, reason=reason, rule=rule, seen=seen)


def restore(
    annotation: Annotation,
    *,
    by: User,
    reason: str = "",
    rule: SiteRule | None = None,
    seen: int | None = None,
) -> Annotation:
    """Shows again what was hidden or removed, or for the first time what waited."""
    act = "restore"
    return _moved(annotation, State.PUBLISHED, act, by=by, reason=reason, rule=rule, seen=seen)


def dismiss(
    annotation: Annotation, *, by: User, reason: str = "", seen: int | None = None
) -> Annotation:
    """Decides that what was reported breaks no rule; those who reported it are told."""
    reason = checked_reason(reason)
    now = timezone.now()
    with transaction.atomic():
        annotation = _held(annotation, by, seen)
        if annotation.moderation == State.PENDING:
            raise Refused(_("It waits to be shown: approve it, hide it or remove it."))
        decided = decide_reports(annotation, Report.Outcome.DISMISSED, by=by, reason=reason, at=now)
        closed = queueing.settle(annotation, by=by, outcome=Outcome.DISMISSED, at=now)
        if decided or closed:
            log_words(annotation.thread, annotation, act="dismiss", by=by, reason=reason, at=now)
    return annotation


def ask(
    annotation: Annotation,
    *,
    by: User,
    reason: str,
    rule: SiteRule | None = None,
    seen: int | None = None,
) -> Annotation:
    """Asks its author to change an annotation; it stays as it is, and comes back when they did."""
    reason = checked_reason(reason)
    if not reason:
        raise Refused(_("Say what should be changed; its author reads it."), "reason")
    now = timezone.now()
    with transaction.atomic():
        annotation = _held(annotation, by, seen)
        if annotation.moderation == State.REMOVED or annotation.is_withdrawn:
            raise Refused(_("This cannot be done to an annotation in that state."))
        log_words(annotation.thread, annotation, act="ask", by=by, reason=reason, rule=rule, at=now)
        tell_author(annotation, "ask", by=by, reason=reason, rule=rule, at=now)
        decide_reports(annotation, Report.Outcome.UPHELD, by=by, reason=reason, at=now)
        queueing.settle(annotation, by=by, outcome=Outcome.ASKED, at=now)
    return annotation


def undo(item: ReviewItem, *, by: User) -> Annotation:
    """Takes back what one decided about an annotation in the queue, within fifteen seconds.

    What it was before, it is again, and nobody is told. Later, the opposite is decided instead.
    """
    now = timezone.now()
    known = item.annotation
    if known is None:
        raise Refused(_("This cannot be undone; decide it anew."))
    with transaction.atomic():
        counter = locked_counter(known.thread.article, known.thread.audience)
        item = ReviewItem.objects.select_for_update().get(pk=item.pk)
        annotation = Annotation.objects.get(pk=known.pk)
        at = item.closed_at
        newest = annotation.review_items.latest("pk")
        if at is None or item.decided_by_id != by.pk or newest.pk != item.pk:
            raise Conflict(_("This is not yours to undo: it is open, or somebody decided it anew."))
        if now - at > queueing.UNDO:
            raise Refused(_("It is too late to undo this. Decide the opposite instead."))
        entry = ModerationEntry.objects.filter(annotation=annotation.uuid, at=at).latest("pk")
        _take_back_told(annotation, at)
        queueing.reopen(item)
        if entry.before:
            _give_back_reason(annotation, entry.before)
            _put(annotation, State(entry.before), counter, by=by, at=now)
        log_words(
            annotation.thread,
            annotation,
            act="undo",
            by=by,
            reason="",
            before=entry.after,
            after=entry.before,
            at=now,
        )
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


def _held(annotation: Annotation, by: User, seen: int | None) -> Annotation:
    """The annotation as it stands, locked, for a decision that leaves its state as it is."""
    held: Annotation = Annotation.objects.select_for_update(no_key=True).get(pk=annotation.pk)
    _check_moderates(by, held.thread)
    queueing.check_seen(held, seen)
    return held


def _moved(
    annotation: Annotation,
    to: State,
    act: str,
    *,
    by: User,
    reason: str,
    rule: SiteRule | None,
    seen: int | None,
) -> Annotation:
    _check_moderates(by, annotation.thread)
    reason = checked_reason(reason)
    with transaction.atomic():
        counter = locked_counter(annotation.thread.article, annotation.thread.audience)
        annotation.refresh_from_db()
        queueing.check_seen(annotation, seen)
        before = annotation.moderation
        if before == to:
            return annotation
        if to not in TRANSITIONS[before]:
            raise Refused(_("This cannot be done to an annotation in that state."))
        if before == State.REMOVED and is_emptied(annotation):
            raise Refused(_("Its words were emptied meanwhile; it cannot come back."))
        now = timezone.now()
        annotation.moderation_reason, annotation.moderation_rule = reason, rule
        log_words(
            annotation.thread,
            annotation,
            act=act,
            by=by,
            reason=reason,
            rule=rule,
            before=before,
            after=to,
            at=now,
        )
        _put(annotation, to, counter, by=by, at=now)
        outcome = Report.Outcome.UPHELD
        if to == State.PUBLISHED:
            reverse_of(annotation, at=now)
            outcome = Report.Outcome.DISMISSED
        decide_reports(annotation, outcome, by=by, reason=reason, at=now)
        tell_author(annotation, act, by=by, reason=reason, rule=rule, at=now)
        queueing.settle(annotation, by=by, outcome=OUTCOMES[to], at=now)
        if to == State.PUBLISHED and (before == State.PENDING or annotation.firings.exists()):
            shown_at_last(annotation, at=now)
    return annotation


def _put(annotation: Annotation, to: State, counter: Any, *, by: User, at: datetime) -> None:
    """Writes the state, and counts what everyone may read now."""
    was_readable = annotation.is_readable
    annotation.moderation = to
    annotation.removed_at = at if to == State.REMOVED else None
    annotation.save(
        update_fields=["moderation", "moderation_reason", "moderation_rule", "removed_at"]
    )
    change = int(annotation.is_readable) - int(was_readable)
    Thread.objects.filter(pk=annotation.thread_id).update(
        readable_count=F("readable_count") + change
    )
    record(
        counter,
        Event.Kind.MODERATED,
        by=by,
        thread=annotation.thread,
        annotation=annotation,
        at=at,
        readable=change,
    )


def _give_back_reason(annotation: Annotation, state: str) -> None:
    """The reason and rule that an annotation had when it came into this state."""
    came = ModerationEntry.objects.filter(annotation=annotation.uuid, after=state)
    entry = came.exclude(act="undo").order_by("-pk").first()
    annotation.moderation_reason = entry.reason if entry else ""
    rule = entry.rule if entry else None
    annotation.moderation_rule = SiteRule.objects.filter(number=rule).first() if rule else None


def _take_back_told(annotation: Annotation, at: datetime) -> None:
    """Takes back what came with a decision: its statement, its notices, what became of reports."""
    Decision.objects.filter(annotation=annotation, at=at).delete()
    Decision.objects.filter(annotation=annotation, reversed_at=at).update(reversed_at=None)
    Notice.objects.filter(about=annotation.uuid, created_at=at, mailed_at=None).delete()
    annotation.reports.filter(decided_at=at).update(decided_at=None, decided_by=None, outcome="")


def _set_lock(
    thread: Thread, locked: bool, *, by: User, reason: str, rule: SiteRule | None
) -> Thread:
    if not may_order(by, thread):
        raise NotAllowed(_("Only moderators, and who leads this discussion, can do this."))
    reason = checked_reason(reason)
    with transaction.atomic():
        counter = locked_counter(thread.article, thread.audience)
        thread.refresh_from_db()
        if thread.is_locked == locked:
            return thread
        thread.locked_at = timezone.now() if locked else None
        thread.save(update_fields=["locked_at"])
        act = "lock" if locked else "unlock"
        log_words(thread, None, act=act, by=by, reason=reason, rule=rule)
        event = record(
            counter,
            Event.Kind.LOCKED if locked else Event.Kind.UNLOCKED,
            by=by,
            thread=thread,
            annotation=None,
            at=timezone.now(),
        )
        opening = thread.annotations.select_related("author").get(parent=None)
        tell_author(opening, act, by=by, reason=reason, rule=rule, at=event.at)
    return thread
