"""Reports: what readers say breaks a rule, of an annotation, a person or a topic.

Of an annotation one report a person, whatever becomes of it; of a person and a topic, which have
no versions, one that waits. Each brings its subject into the review queue. No event is written:
a counter that moved would tell everybody that something was reported.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from annotations import queueing
from annotations.logbook import checked_reason, log_act
from annotations.models import Annotation, Report, ReviewItem, Topic
from annotations.queue_mail import mail_urgent
from annotations.rules import PACE, check_member, check_pace, check_pace_of
from annotations.sanctioning import check_may_sanction
from articles.normalising import normalise
from ncr.accounts.models import Notice, User
from ncr.accounts.noticing import tell
from ncr.refusals import Conflict, NotAllowed, Refused, SignedOut, check_storable

TEXT_LIMIT = 1000
FORGOTTEN = "forgotten"  # instead of where a report came from, once it is decided
Subject = Annotation | User | Topic
Outcome = Report.Outcome


def report(subject: Subject, *, by: User, reason: str, text: str = "") -> Report:
    """Tells moderators of something that one may read; repeating it changes nothing."""
    check_member(by)
    _check(reason, text)
    check_not_own(subject, by)
    if (before := reported_by(by, subject)) is not None:
        return before
    now = timezone.now()
    check_pace(by, now)
    check_pace_of(Report.objects.filter(by=by, created_at__gt=now - PACE), by)
    return keep_report(subject, by=by, reason=reason, text=normalise(text).strip(), at=now)


def report_unsigned(annotation: Annotation, *, address: str, reason: str, text: str = "") -> Report:
    """The report of a visitor without an account, where the site takes them.

    Of two from one address about one annotation the first stands, as long as it waits; the address
    itself is not kept.
    """
    if not settings.UNSIGNED_REPORTS:
        raise SignedOut(_("Sign in to report this."))
    _check(reason, text)
    origin = salted_hmac("annotations.reporting", address, algorithm="sha256").hexdigest()
    words = normalise(text).strip()
    return keep_report(
        annotation, by=None, origin=origin, reason=reason, text=words, at=timezone.now()
    )


def reported_by(person: User, subject: Subject) -> Report | None:
    """The report that somebody made, of a person or topic the one that waits; one query."""
    mine = Report.objects.filter(**queueing.about(subject), by=person)
    if not isinstance(subject, Annotation):
        mine = mine.filter(decided_at=None)
    return mine.first()


def check_not_own(subject: Subject, by: User) -> None:
    """Refuses who would report themselves or what is theirs."""
    if isinstance(subject, Annotation) and subject.author_id == by.pk:
        raise NotAllowed(_("This is your own; you can edit or withdraw it."))
    if isinstance(subject, User) and subject.pk == by.pk:
        raise NotAllowed(_("This is you; you can change it in your account."))
    if isinstance(subject, Topic) and subject.proposed_by_id == by.pk:
        raise NotAllowed(_("You proposed this topic; take it from your notes instead."))


def take_back(subject: Subject, *, by: User) -> None:
    """Takes back a report that waits; nobody sees it any more, and another can be made.

    One that was decided stays with its decision; where there is none, nothing happens.
    """
    check_member(by)
    with transaction.atomic():
        mine = Report.objects.filter(**queueing.about(subject), by=by)
        waiting, _each = mine.filter(decided_at=None).delete()
        if not waiting and mine.exists():
            raise Conflict(_("This was decided meanwhile; the report stays with its decision."))
        if waiting:
            queueing.weigh_again(subject, at=timezone.now())


def keep_report(
    subject: Subject, *, by: User | None, reason: str, text: str, at: datetime, origin: str = ""
) -> Report:
    """Writes a report down; a second one by the same person changes nothing."""
    about = queueing.about(subject)
    if origin or not isinstance(subject, Annotation):
        about["decided_at"] = None
    with transaction.atomic():
        made, is_new = Report.objects.get_or_create(
            **about,
            by=by,
            origin=origin,
            defaults={
                "reason": reason,
                "text": text[:TEXT_LIMIT],
                "version": subject.version if isinstance(subject, Annotation) else None,
                "shown": queueing.shown_of(subject),
                "created_at": at,
            },
        )
        if is_new:
            item = queueing.bring(subject, cause=reason, at=at)
            if reason == Report.Reason.ILLEGAL:
                transaction.on_commit(lambda: mail_urgent.enqueue(item.pk), robust=True)
    return made


def reports_of(subject: Subject) -> QuerySet[Report]:
    return Report.objects.filter(**queueing.about(subject))


def decide_reports(
    subject: Subject, outcome: Report.Outcome, *, by: User, reason: str, at: datetime
) -> int:
    """Closes the reports that wait, inside a verb's transaction, and tells who made them.

    Answers how many there were.
    """
    waiting = list(reports_of(subject).filter(decided_at=None).select_related("by"))
    decided = Report.objects.filter(pk__in=[one.pk for one in waiting])
    decided.update(outcome=outcome, decided_at=at, decided_by=by)
    told = _told_about(subject)
    for one in waiting:
        tell(one.by, Notice.Kind.REPORTED, at=at, by=by, outcome=outcome, reason=reason, **told)
    return len(waiting)


def forget_origins(now: datetime) -> int:
    """Forgets where visitors reported from, once a decision can no longer be undone."""
    decided = Report.objects.filter(decided_at__lt=now - queueing.UNDO)
    return decided.exclude(origin__in=["", FORGOTTEN]).update(origin=FORGOTTEN)


def handled(item: ReviewItem, *, by: User, seen: int | None = None) -> ReviewItem:
    """Closes an item about a person, a topic or an article: something was done about it."""
    return _closed(item, ReviewItem.Outcome.HANDLED, Outcome.UPHELD, "", by, seen)


def found_right(
    item: ReviewItem, *, by: User, reason: str = "", seen: int | None = None
) -> ReviewItem:
    """Closes an item about a person, a topic or an article: it breaks no rule."""
    return _closed(item, ReviewItem.Outcome.DISMISSED, Outcome.DISMISSED, reason, by, seen)


def topic_decided(topic: Topic, outcome: Report.Outcome, *, by: User, reason: str) -> None:
    """Closes what waits about a topic that its keepers decided, inside a verb's transaction."""
    now = timezone.now()
    decide_reports(topic, outcome, by=by, reason=reason, at=now)
    queueing.settle(topic, by=by, outcome=ReviewItem.Outcome.HANDLED, at=now)


def _closed(
    item: ReviewItem,
    outcome: ReviewItem.Outcome,
    of_reports: Report.Outcome,
    reason: str,
    by: User,
    seen: int | None,
) -> ReviewItem:
    queueing.check_may_see(item, by)
    if item.annotation_id or item.assignment_id:
        raise Refused(_("Open it to see what can be decided about it."))
    if item.person is not None:
        check_may_sanction(by, item.person)
    words = checked_reason(reason)
    with transaction.atomic():
        item = ReviewItem.objects.select_for_update().get(pk=item.pk)
        queueing.check_turn(item, seen)
        if not item.is_open:
            return item
        now = timezone.now()
        subject = item.person or item.topic
        if subject is not None and decide_reports(subject, of_reports, by=by, reason=words, at=now):
            act = "dismiss" if of_reports == Outcome.DISMISSED else "handle"
            log_act(f"{item.kind} {subject.pk}", act, by=by, reason=words)
        queueing.close(item, by=by, outcome=outcome, at=now)
    return item


def _check(reason: str, text: str) -> None:
    if reason not in Report.Reason.values:
        raise Refused(_("Choose what is wrong with it."), "reason")
    if reason == Report.Reason.OTHER and not text.strip():
        raise Refused(_("Say in a few words what is wrong with it."), "text")
    if len(text) > TEXT_LIMIT:
        raise Refused(
            _("That is too long: at most %(most)d characters.") % {"most": TEXT_LIMIT}, "text"
        )
    check_storable(text, "text")


def _told_about(subject: Subject) -> dict[str, Any]:
    if isinstance(subject, Annotation):
        return {"about": subject.uuid}
    if isinstance(subject, Topic):
        return {"topic": subject.name}
    return {}
