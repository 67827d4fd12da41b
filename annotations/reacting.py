"""The verb of those who answer in one word: react, and take it back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations.annotating import check_answerable, check_member_or_import
from annotations.models import Annotation, Event, Reaction
from annotations.recording import locked_counter, record
from annotations.rules import check_said_to
from ncr.accounts.models import User
from ncr.refusals import NotAllowed, Refused

Kind = Reaction.Kind
# Of these one has one at most: the second takes the place of the first
EXCLUDING = {Kind.AGREE: Kind.DISAGREE, Kind.DISAGREE: Kind.AGREE}


def react(
    annotation: Annotation,
    *,
    by: User,
    kind: str,
    on: bool = True,
    at: datetime | None = None,
) -> Annotation:
    """Says one word to what somebody else said, or takes it back; repeating it changes nothing.

    Whom nobody would let answer in words may not answer in one either. Who agrees no longer
    disagrees, and the other way round. `at` back-dates what an import or the samples bring.
    """
    check_member_or_import(by, at)
    chosen = _checked(kind)
    with transaction.atomic():
        counter = locked_counter(annotation.thread.article, annotation.thread.audience)
        annotation.refresh_from_db(fields=["author", "moderation", "withdrawn_at"])
        annotation.thread.refresh_from_db(fields=["locked_at"])
        _check_may_react(annotation, by, is_import=at is not None)
        mine = annotation.reactions.filter(person=by)
        if mine.filter(kind=chosen).exists() == on:
            return annotation
        now = at or timezone.now()
        if on:
            mine.filter(kind=EXCLUDING.get(chosen)).delete()
            mine.create(annotation=annotation, person=by, kind=chosen, at=now)
        else:
            mine.filter(kind=chosen).delete()
        record(
            counter,
            Event.Kind.REACTED,
            by=by,
            thread=annotation.thread,
            annotation=annotation,
            at=now,
        )
    return annotation


def _checked(kind: str) -> Kind:
    try:
        return Kind(kind)
    except ValueError as error:
        raise Refused(_("This reaction is not known here."), "kind") from error


def _check_may_react(annotation: Annotation, by: User, *, is_import: bool) -> None:
    if annotation.author_id == by.pk:
        raise NotAllowed(_("This is your own; others can react to it."))
    if not is_import:
        check_said_to(annotation.thread.audience, by)
    check_answerable(annotation, annotation.thread)
