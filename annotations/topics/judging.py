"""What readers say of a topic on somebody's note: endorse it, or dispute it with a reason.

Never counted as votes: a dispute is shown beside the topic, and moderators decide about it. What
was filed for one person or a group alone stays among those who read it.
"""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations import queueing
from annotations.logbook import checked_reason, log_words
from annotations.models import Annotation, Assignment, ReviewItem, Verdict
from annotations.pace import check_often
from annotations.rules import check_may_write, check_member, writes_a_minute
from annotations.topics.keeping import SHARED, moderates_topic, touch_pages
from annotations.visibility import moderates
from ncr.accounts.models import Notice, User
from ncr.accounts.noticing import tell
from ncr.accounts.sanctioned import is_held
from ncr.refusals import Conflict, NotAllowed, Refused, check_storable

Kind = Verdict.Kind


def judge(assignment: Assignment, *, by: User, kind: str, reason: str = "") -> Verdict:
    """Endorses or disputes that a note is under a topic; what one said before is changed.

    Repeating it is harmless. A dispute needs a reason, which everybody who reads the note reads.
    """
    check_member(by)
    if kind not in Kind.values:
        raise Refused(_("Choose whether the topic is right."), "kind")
    check_storable(reason, "reason")
    words = checked_reason(reason)
    if kind == Kind.DISPUTED and not words:
        raise Refused(_("Say in a few words why the topic is wrong here."), "reason")
    if assignment.by_id == by.pk:
        raise NotAllowed(_("You filed this yourself; edit your note to take the topic off."))
    now = timezone.now()
    check_may_write(by, now)
    if is_held(by):
        raise NotAllowed(_("What you write waits for a moderator at present; this cannot wait."))
    check_often("verdict", str(by.pk), writes_a_minute(by))
    with transaction.atomic():
        assignment = _locked(assignment)
        before = Verdict.objects.filter(assignment=assignment, by=by).first()
        if before is not None and (before.kind, before.reason) == (kind, words):
            return before
        verdict, _is_new = Verdict.objects.update_or_create(
            assignment=assignment,
            by=by,
            defaults={"kind": kind, "reason": words, "at": now, "dismissed_at": None},
        )
        if kind == Kind.DISPUTED and is_shared(assignment):
            queueing.bring(assignment, cause=ReviewItem.Cause.DISPUTED, at=now)
        elif kind == Kind.ENDORSED:
            _close_without_disputes(assignment)
    return verdict


def take_back_verdict(assignment: Assignment, *, by: User) -> None:
    """Takes back what one said of an assignment; where one said nothing, nothing happens."""
    check_member(by)
    with transaction.atomic():
        Verdict.objects.filter(assignment=assignment, by=by).delete()
        _close_without_disputes(assignment)


def keep_topic(item: ReviewItem, *, by: User, reason: str, seen: int | None = None) -> Assignment:
    """Decides that a disputed topic is right; the disputes no longer show. Who disputed is told."""
    words = checked_reason(reason)
    with transaction.atomic():
        item, assignment = _held(item, by, seen)
        now = timezone.now()
        standing = assignment.verdicts.filter(kind=Kind.DISPUTED, dismissed_at=None)
        people = [one.by for one in standing.select_related("by")]
        standing.update(dismissed_at=now)
        _log(assignment, "keep-filed", by, words)
        _tell(people, assignment, "keep-filed", by, words)
        queueing.close(item, by=by, outcome=ReviewItem.Outcome.DISMISSED, at=now)
    return assignment


def take_off(item: ReviewItem, *, by: User, reason: str, seen: int | None = None) -> Annotation:
    """Takes a disputed topic off a note. Its author, who filed it and who disputed it are told."""
    words = checked_reason(reason)
    if not words:
        raise Refused(_("Say why the topic is taken off; its author reads it."), "reason")
    with transaction.atomic():
        item, assignment = _held(item, by, seen)
        disputes = assignment.verdicts.filter(kind=Kind.DISPUTED).select_related("by")
        people = [assignment.annotation.author, assignment.by, *(one.by for one in disputes)]
        touch_pages(assignment.topic)
        _log(assignment, "unfile", by, words)
        _tell(people, assignment, "unfile", by, words)
        assignment.delete()  # and the item with it: the log keeps what was decided
    return assignment.annotation


def is_quiet(verdict: Verdict) -> bool:
    """Whether only moderators and its maker read why something is disputed.

    That of a new member, since no rule holds such words back before they are shown, as rules do
    with notes; and what a moderator has dismissed.
    """
    is_new = verdict.by is not None and verdict.by.trust == User.Trust.NEW
    return is_new or verdict.dismissed_at is not None


def is_shared(assignment: Assignment) -> bool:
    """Whether a note is said to everyone or to the members, so that moderators read it anyway."""
    thread = assignment.annotation.thread
    return thread.audience_id in SHARED and thread.article.audience_id in SHARED


def _held(item: ReviewItem, by: User, seen: int | None) -> tuple[ReviewItem, Assignment]:
    """The item and its assignment, locked, for who may decide about it."""
    if item.assignment is None:
        raise Refused(_("This can only be done to a topic of a note."))
    assignment = _locked(item.assignment)
    if assignment.by_id == by.pk:
        raise NotAllowed(_("You filed this yourself; another moderator decides about it."))
    if not (moderates_topic(by, assignment.topic) or moderates(by, assignment.annotation.thread)):
        raise NotAllowed(_("Only moderators can do this."))
    held = ReviewItem.objects.select_for_update().filter(pk=item.pk).first()
    if held is None:
        raise Conflict(_("The note is not filed under this topic (any more)."))
    queueing.check_turn(held, seen)
    return held, assignment


def _locked(assignment: Assignment) -> Assignment:
    """The assignment as it is now; before its item, as all do, so that nobody waits in a circle."""
    held = Assignment.objects.select_for_update(no_key=True).filter(pk=assignment.pk).first()
    if held is None:
        raise Conflict(_("The note is not filed under this topic (any more)."))
    return held


def forget_verdicts_of(person: User) -> None:
    """Deletes what somebody said of topics, as when their account is erased."""
    for verdict in Verdict.objects.filter(by=person).select_related("assignment"):
        with transaction.atomic():
            verdict.delete()
            _close_without_disputes(verdict.assignment)


def drop_verdicts_on(assignments: QuerySet[Assignment], *, by: User) -> None:
    """Drops what was said of a topic where another takes its place: it was not said of that."""
    for item in ReviewItem.objects.filter(assignment__in=assignments, closed_at=None):
        queueing.close(item, by=by, outcome=ReviewItem.Outcome.HANDLED, at=timezone.now())
    Verdict.objects.filter(assignment__in=assignments).delete()


def _close_without_disputes(assignment: Assignment) -> None:
    if not assignment.verdicts.filter(kind=Kind.DISPUTED, dismissed_at=None).exists():
        gone = ReviewItem.Outcome.GONE
        queueing.settle(assignment, by=None, outcome=gone, at=timezone.now())


def _log(assignment: Assignment, act: str, by: User, reason: str) -> None:
    """An entry of the note; `before` is the id of the topic."""
    note, topic = assignment.annotation, str(assignment.topic_id)
    log_words(note.thread, note, act=act, by=by, reason=reason, before=topic)


def _tell(
    people: list[User | None], assignment: Assignment, act: str, by: User, reason: str
) -> None:
    about = assignment.annotation.uuid
    for person in {one.pk: one for one in people if one is not None}.values():
        tell(
            person,
            Notice.Kind.MODERATED,
            at=timezone.now(),
            by=by,
            about=about,
            act=act,
            topic=assignment.topic.name,
            reason=reason,
        )
