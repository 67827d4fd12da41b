"""The verbs of those who look at where an annotation stands: confirm, place_again, leave.

Its author may, and who leads or moderates its discussion. What a person decides is the origin of
what comes after. Repeating a verb changes nothing.
"""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations.models import Annotation, Counter, Event, Placement
from annotations.passages import Passage, Spot, located
from annotations.recording import locked_counter, record
from annotations.roles import may_order
from annotations.rules import check_member
from ncr.accounts.models import User
from ncr.refusals import Conflict, NotAllowed, Refused

Outcome, Review = Placement.Outcome, Placement.Review


def may_review(by: User, annotation: Annotation) -> bool:
    """Whether somebody decides where an annotation stands."""
    return annotation.author_id == by.pk or may_order(by, annotation.thread)


def check_may_review(by: User, annotation: Annotation) -> None:
    """Refuses who does not decide where an annotation stands."""
    if not may_review(by, annotation):
        raise NotAllowed(
            _("Only its author, who leads the discussion, or a moderator can do this.")
        )


def confirm(annotation: Annotation, *, by: User, placement: int) -> Placement:
    """Says that it stands where it was found; `placement` is the one that was looked at."""
    check_member(by)
    with transaction.atomic():
        counter, standing = _held(annotation, by, placement)
        if standing.outcome == Outcome.ORPHANED:
            raise Refused(_("It stands nowhere at present; select where it belongs."), "passage")
        if standing.review == Review.CONFIRMED:
            return standing
        _review(standing, Review.CONFIRMED, by)
        _record(counter, annotation, by)
    return standing


def leave(annotation: Annotation, *, by: User, placement: int) -> Placement:
    """Says that its text is gone: it stands nowhere, until its words come back."""
    check_member(by)
    with transaction.atomic():
        counter, standing = _held(annotation, by, placement)
        if (standing.outcome, standing.review) == (Outcome.ORPHANED, Review.LEFT):
            return standing
        gone = _row(annotation, standing)
        gone.outcome, gone.quote, gone.certainty = Outcome.ORPHANED, "", 100
        gone.start_key = gone.end_key = ""
        gone.start_offset = gone.end_offset = 0
        _review(gone, Review.LEFT, by)
        _record(counter, annotation, by)
    return gone


def place_again(annotation: Annotation, *, by: User, passage: Passage, placement: int) -> Placement:
    """Places it on other words of the current text; `placement` is the one that was looked at."""
    check_member(by)
    spot = located(annotation.thread.article, passage)
    with transaction.atomic():
        counter, standing = _held(annotation, by, placement)
        if spot.revision != annotation.thread.article.standing_pk:
            raise Conflict(_("The text was revised meanwhile; select the words again."), "passage")
        again = _row(annotation, standing)
        _put(again, spot)
        _review(again, Review.REPLACED, by)
        _record(counter, annotation, by)
    return again


def _held(annotation: Annotation, by: User, placement: int) -> tuple[Counter, Placement]:
    """The counter, locked, and where the annotation stands, if it is what was looked at.

    What is written goes into the revision that is read now, which may be another than was loaded.
    """
    article = annotation.thread.article
    counter = locked_counter(article, annotation.thread.audience)
    article.refresh_from_db(fields=["current_revision"])
    annotation.refresh_from_db(fields=["withdrawn_at", "moderation", "author"])
    check_may_review(by, annotation)
    if annotation.is_withdrawn:
        raise Refused(_("Its author withdrew this."))
    found = Placement.objects.current().of_openings().filter(anchor__annotation=annotation)
    standing = found.select_related("anchor").first()
    if standing is None:
        raise Refused(_("This is about the article as a whole and has no place in it."))
    if standing.pk != placement:
        raise Conflict(
            _("Its place changed since you looked at it. Look at it again."), "placement"
        )
    return counter, standing


def _row(annotation: Annotation, standing: Placement) -> Placement:
    """The row of the current revision: the one that stands, or a new one that follows it."""
    current = annotation.thread.article.standing_pk
    if standing.from_revision_id == current:
        return standing
    Placement.objects.filter(pk=standing.pk).update(until_revision=current)
    return Placement(anchor=standing.anchor, thread_id=standing.thread_id, from_revision_id=current)


def _put(placement: Placement, spot: Spot) -> None:
    placement.start_key, placement.start_offset = spot.start_key, spot.start_offset
    placement.end_key, placement.end_offset = spot.end_key, spot.end_offset
    is_same = spot.selector.quote == placement.anchor.quote
    placement.outcome = Outcome.UNCHANGED if is_same else Outcome.EDITED
    placement.quote = "" if is_same else spot.selector.quote
    placement.certainty = 100


def _review(placement: Placement, review: Placement.Review, by: User) -> None:
    placement.review, placement.reviewed_by = review, by
    placement.reviewed_at = timezone.now()
    placement.save()


def _record(counter: Counter, annotation: Annotation, by: User) -> None:
    record(
        counter,
        Event.Kind.PLACED,
        by=by,
        thread=annotation.thread,
        annotation=annotation,
        at=timezone.now(),
    )
