"""The review queue: what waits for moderators, who looks at it, and in which order.

There is one open item for each thing. Verbs bring things here inside their own transactions, and
close what they decide. An item that was opened again goes on counting turns, so that no stale
decision fits it by accident.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations.models import Annotation, Appeal, Assignment, Report, ReviewItem, Topic, Verdict
from annotations.visibility import scopes_of
from ncr.accounts.models import User
from ncr.labels import label_of
from ncr.refusals import Conflict, NotAllowed

Cause, Kind, Outcome = ReviewItem.Cause, ReviewItem.Kind, ReviewItem.Outcome
UNDO = timedelta(seconds=15)  # so long a decision can be taken back as if it had not been
CLAIM = timedelta(minutes=30)  # so long a thing that somebody took is theirs
# How much each cause weighs; each reader who reports it adds how often they were right, from 0 to 1
SEVERITY: dict[str, float] = {
    Cause.ILLEGAL: 8,
    Cause.PERSONAL: 6,
    Cause.ABUSE: 5,
    Cause.APPEAL: 5,
    Cause.SPAM: 4,
    Cause.DISPUTED: 3,
    Cause.OTHER: 3,
    Cause.OFF_TOPIC: 2,
    Cause.RULE: 2,
    Cause.EDITED: 2,
}
A_DAY = 1.0  # what a day of waiting adds to the weight
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
Subject = Annotation | User | Topic | Assignment


def about(subject: Subject) -> dict[str, Any]:
    """What items and reports about a thing are found by."""
    if isinstance(subject, Annotation):
        return {"annotation": subject}
    if isinstance(subject, Assignment):
        return {"assignment": subject}
    return {"person": subject} if isinstance(subject, User) else {"topic": subject}


def shown_of(subject: Subject) -> str:
    """What readers see of a person or a topic; of an annotation its versions tell that."""
    if isinstance(subject, User):
        return "\n".join(filter(None, (str(subject), subject.about)))
    if isinstance(subject, Topic):
        return "\n".join(filter(None, (subject.name, subject.description)))
    return subject.topic.name if isinstance(subject, Assignment) else ""


def bring(subject: Subject, *, cause: str, at: datetime) -> ReviewItem:
    """Brings something before moderators, inside a verb's transaction.

    Where it waits already, the graver cause and the newer version stand from now on; a newer
    version is a new turn, since what was looked at is not what stands there.
    """
    item = _open_item(subject, at)
    if isinstance(subject, Annotation):
        item.article_id = subject.thread.article_id
        item.author_id = subject.author_id
        if item.version not in (None, subject.version):
            item.turn += 1
        item.version = subject.version
    elif isinstance(subject, Assignment):
        item.article_id = subject.annotation.thread.article_id
        item.author_id = subject.by_id
    else:
        item.author_id = subject.pk if isinstance(subject, User) else subject.proposed_by_id
    _add_cause(item, _known(cause))
    _weigh(item, _reporters(subject))
    item.save()
    return item


def edited(annotation: Annotation, *, at: datetime) -> None:
    """Brings a new version of what was judged or is held back, inside a verb's transaction."""
    is_kept_back = annotation.moderation in ("pending", "hidden")
    if is_kept_back or ReviewItem.objects.filter(annotation=annotation).exists():
        bring(annotation, cause=Cause.EDITED, at=at)


def moved(annotation: Annotation) -> None:
    """What waits about an annotation waits on, at another place: whoever decides looks again."""
    item = open_item_of(annotation)
    if item is not None:
        item.turn += 1
        item.save(update_fields=["turn"])


def gone(annotation: Annotation, *, at: datetime) -> None:
    """Closes what waits about an annotation, or its topics, that nobody has to judge any more."""
    settle(annotation, by=None, outcome=Outcome.GONE, at=at)
    for one in ReviewItem.objects.filter(assignment__annotation=annotation, closed_at=None):
        close(one, by=None, outcome=Outcome.GONE, at=at)


def weigh_again(subject: Subject, *, at: datetime) -> None:
    """Weighs an item anew of which a report was taken back, or an appeal answered.

    It closes where nothing else had brought it.
    """
    item = open_item_of(subject)
    if item is None:
        return
    reports = _reporters(subject)
    causes = [reason for reason, _right in reports]
    causes += [Cause.APPEAL] if _appeals(subject) else []
    causes += [item.cause] if item.cause in (Cause.RULE, Cause.EDITED) else []
    is_kept_back = isinstance(subject, Annotation) and not subject.is_readable
    if not causes and not is_kept_back:
        close(item, by=None, outcome=Outcome.GONE, at=at)
        return
    if causes:
        item.cause = max(causes, key=SEVERITY.__getitem__)
    _weigh(item, reports)
    item.save(update_fields=["cause", "weight", "rank"])


def settle(subject: Subject, *, by: User | None, outcome: str, at: datetime) -> ReviewItem | None:
    """Closes the item that waits about something, inside a verb's transaction."""
    item = open_item_of(subject)
    if item is not None:
        close(item, by=by, outcome=outcome, at=at)
    return item


def close(item: ReviewItem, *, by: User | None, outcome: str, at: datetime) -> None:
    """Closes an item that is locked, inside a verb's transaction."""
    item.closed_at, item.decided_by, item.outcome = at, by, outcome
    item.turn += 1
    item.save(update_fields=["closed_at", "decided_by", "outcome", "turn"])


def reopen(item: ReviewItem) -> None:
    """Opens an item that was just closed, inside a verb's transaction."""
    item.closed_at = item.decided_by = None
    item.outcome = ""
    item.turn += 1
    item.save(update_fields=["closed_at", "decided_by", "outcome", "turn"])


def claim(item: ReviewItem, *, by: User) -> ReviewItem:
    """Takes an item for half an hour, so that two moderators do not do the same.

    Conflict when somebody else has it, or when it was decided.
    """
    check_may_see(item, by)
    now = timezone.now()
    free = Q(claimed_by=None) | Q(claimed_by=by) | Q(claimed_at__lt=now - CLAIM)
    taken = ReviewItem.objects.filter(free, pk=item.pk, closed_at=None).update(
        claimed_by=by, claimed_at=now
    )
    item = ReviewItem.objects.select_related("claimed_by", "decided_by").get(pk=item.pk)
    if not taken and not item.is_open:
        raise Conflict(who_decided(item))
    if not taken:
        raise Conflict(_("%(name)s is looking at this.") % {"name": item.claimed_by})
    return item


def give_back(item: ReviewItem, *, by: User) -> None:
    """Gives back what one took; what somebody else took stays theirs."""
    ReviewItem.objects.filter(pk=item.pk, claimed_by=by).update(claimed_by=None, claimed_at=None)


def holder_of(item: ReviewItem, now: datetime) -> User | None:
    """Who looks at an item at present."""
    is_held = item.claimed_at is not None and item.claimed_at >= now - CLAIM
    return item.claimed_by if is_held and item.is_open else None


def items_for(user: Any) -> QuerySet[ReviewItem]:
    """What `user` may look at and decide; what the gate withholds from them is not among it."""
    scopes = scopes_of(user)
    if not scopes.any:
        return ReviewItem.objects.none()
    # Twice the same bound, and not once equal: PostgreSQL would rather read all annotations into
    # a table of its own than ask the gate of the 25 items of a page
    judged = Annotation.objects.moderated_by(user, sealed=True).filter(
        pk__gte=OuterRef("annotation"), pk__lte=OuterRef("annotation")
    )
    filed = Annotation.objects.moderated_by(user).filter(
        pk__gte=OuterRef("assignment__annotation"), pk__lte=OuterRef("assignment__annotation")
    )
    seen = Q(kind=Kind.ANNOTATION) & Q(Exists(judged))
    seen |= Q(kind=Kind.ASSIGNMENT) & Q(Exists(filed))
    if scopes.site:
        # Of oneself others decide, and one does not learn who reported
        others = Q(kind=Kind.PERSON) & ~Q(person_id=user.pk)
        return ReviewItem.objects.filter(seen | others | Q(kind__in=[Kind.TOPIC, Kind.ARTICLE]))
    return ReviewItem.objects.filter(
        seen
        | Q(kind=Kind.ARTICLE, article_id__in=scopes.articles)
        | Q(kind=Kind.TOPIC, topic_id__in=scopes.topics)
    )


def is_sealed(item: ReviewItem) -> bool:
    """Whether its words are read on its own page alone: taken back, or removed.

    `items_for` finds such an item for who looks at the decision once more; a list and a mail name
    it without its words.
    """
    said = item.annotation
    return said is not None and (said.is_withdrawn or said.moderation == "removed")


def open_item_of(subject: Subject) -> ReviewItem | None:
    """What waits about something, locked until the transaction ends."""
    waiting = ReviewItem.objects.filter(**_found_by(subject), closed_at=None)
    return waiting.select_for_update().first()


def check_seen(annotation: Annotation, seen: int | None) -> None:
    """Refuses a decision about something else than what stands there now; see `check_turn`."""
    if seen is None:
        return
    found = ReviewItem.objects.filter(annotation=annotation).order_by("-pk")
    item = found.select_for_update(of=("self",)).first()
    if item is None:
        raise Conflict(_("This no longer waits for a decision."))
    check_turn(item, seen)


def check_turn(item: ReviewItem, seen: int | None) -> None:
    """Refuses who saw another turn than the one that stands, and says what came between."""
    if seen is None or (item.is_open and item.turn == seen):
        return
    if not item.is_open:
        raise Conflict(who_decided(item))
    raise Conflict(_("It was changed since you looked at it. Look at it again, then decide."))


def who_decided(item: ReviewItem) -> str:
    """Who closed an item, and what came of it, in words."""
    outcome = label_of(Outcome, item.outcome)
    if item.decided_by is None:
        return _("This no longer waits for a decision: %(outcome)s.") % {"outcome": outcome}
    return _("%(name)s has decided this already: %(outcome)s.") % {
        "name": item.decided_by,
        "outcome": outcome,
    }


def decided_reports_of(people: Iterable[int | None]) -> dict[int | None, tuple[int, int]]:
    """Of who made reports, how many of theirs were decided and how many upheld; one query.

    Who has none that was decided is not among them.
    """
    ids = {pk for pk in people if pk}
    decided = Report.objects.filter(by_id__in=ids).exclude(decided_at=None)
    upheld = Count("pk", filter=Q(outcome=Report.Outcome.UPHELD))
    counted = decided.values("by_id").annotate(made=Count("pk"), upheld=upheld)
    return {by: (made, right) for by, made, right in counted.values_list("by_id", "made", "upheld")}


def check_may_see(item: ReviewItem, by: User) -> None:
    """Refuses who may not look at an item."""
    if not items_for(by).filter(pk=item.pk).exists():
        raise NotAllowed(_("Only moderators can do this."))


def _found_by(subject: Subject) -> dict[str, Any]:
    """What its items are found by; each kind of item is called as the field that it names."""
    found = about(subject)
    return {**found, "kind": next(iter(found))}


def _open_item(subject: Subject, at: datetime) -> ReviewItem:
    known = _found_by(subject)
    before = ReviewItem.objects.filter(**known).order_by("-pk").select_for_update().first()
    if before is not None and before.is_open:
        return before
    item, _made = ReviewItem.objects.get_or_create(
        **known,
        closed_at=None,
        defaults={"opened_at": at, "turn": before.turn + 1 if before else 1, "cause": ""},
    )
    return item


def _known(cause: str) -> str:
    """A reason that nobody can choose (any more) counts as none of those that one can."""
    return cause if cause in SEVERITY else Cause.OTHER


def _add_cause(item: ReviewItem, cause: str) -> None:
    if SEVERITY[cause] > SEVERITY.get(item.cause, 0):
        item.cause = cause


def _weigh(item: ReviewItem, reports: list[tuple[str, float]]) -> None:
    """The weight, and the rank that it makes together with the age.

    All ranks grow by the same with each day that goes by. So that they need not be written again,
    the day on which the item was opened is taken off instead.
    """
    item.weight = round(SEVERITY[item.cause] + sum(right for _reason, right in reports), 2)
    days = (item.opened_at - BEGINNING) / timedelta(days=1)
    item.rank = item.weight - A_DAY * days


def _reporters(subject: Subject) -> list[tuple[str, float]]:
    """The reports that wait: the reason of each, and how often its maker was right before.

    Who never reported counts as right every second time; so does a maker who is gone, or who
    reported without an account.
    """
    if isinstance(subject, Assignment):
        disputes = subject.verdicts.filter(kind=Verdict.Kind.DISPUTED, dismissed_at=None)
        return [(Cause.DISPUTED, 0.5)] * disputes.count()
    reports = Report.objects.filter(**about(subject), decided_at=None)
    waiting = list(reports.values_list("reason", "by_id"))
    decided = decided_reports_of(by for _reason, by in waiting)
    counted = [(reason, decided.get(by, (0, 0))) for reason, by in waiting]
    return [(_known(reason), (upheld + 1) / (made + 2)) for reason, (made, upheld) in counted]


def _appeals(subject: Subject) -> bool:
    if isinstance(subject, Topic | Assignment):
        return False
    concerned = (
        {"decision__annotation": subject}
        if isinstance(subject, Annotation)
        else {"decision__person": subject, "decision__annotation": None}
    )
    return Appeal.objects.filter(**concerned, answered_at=None).exists()
