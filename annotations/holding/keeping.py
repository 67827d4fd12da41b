"""Keeping back what a rule fired at, inside the transaction of the verb that writes it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from annotations import queueing
from annotations.holding.evaluating import Fired
from annotations.logbook import log_words
from annotations.models import Annotation, Firing, ReviewItem

State = Annotation.Moderation


def keep_back(annotation: Annotation, fired: Sequence[Fired], *, before: str, at: datetime) -> None:
    """Writes which rules hold a version of an annotation, and brings it before moderators.

    `before` is the state that it had; empty for what is new. The log says nothing of what was
    found, since that is of its words.
    """
    keep_firings(annotation, fired, at=at)
    log_words(
        annotation.thread,
        annotation,
        act="held",
        by=None,
        reason="",
        before=before,
        after=State.PENDING,
        at=at,
    )
    queueing.bring(annotation, cause=ReviewItem.Cause.RULE, at=at)


def hold_again(annotation: Annotation, fired: Sequence[Fired], *, at: datetime) -> None:
    """Takes a published annotation back, whose new version rules fired at."""
    annotation.moderation = State.PENDING
    annotation.moderation_reason, annotation.moderation_rule = "", None
    annotation.save(update_fields=["moderation", "moderation_reason", "moderation_rule"])
    keep_back(annotation, fired, before=State.PUBLISHED, at=at)


def keep_firings(annotation: Annotation, fired: Sequence[Fired], *, at: datetime) -> None:
    """Writes which rules fired at the version that stands."""
    Firing.objects.bulk_create(
        Firing(
            annotation=annotation,
            rule=rule,
            kind=kind,
            found=found,
            version=annotation.version,
            at=at,
        )
        for kind, found, rule in fired
    )
