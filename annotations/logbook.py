"""The moderation log: one entry for each act; the database refuses to change or delete it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from annotations.models import Annotation, AnnotationVersion, ModerationEntry, Thread
from articles.models import SiteRule
from articles.normalising import normalise
from ncr.accounts.models import User
from ncr.refusals import Refused

REASON_LIMIT = 300


def checked_reason(reason: str) -> str:
    """A reason as it is kept; one that is too long is refused, not cut."""
    if len(reason) > REASON_LIMIT:
        raise Refused(
            _("A reason has at most %(most)d characters.") % {"most": REASON_LIMIT}, "reason"
        )
    return normalise(reason).strip()


def log_words(
    thread: Thread,
    annotation: Annotation | None,
    *,
    act: str,
    by: User | None,
    reason: str,
    rule: SiteRule | None = None,
    before: str = "",
    after: str = "",
    at: datetime | None = None,
) -> ModerationEntry:
    """An entry about an annotation, with the version and hash that was judged, or a thread."""
    judged = annotation and AnnotationVersion.objects.get(
        annotation=annotation, number=annotation.version
    )
    return ModerationEntry.objects.create(
        thread=thread.uuid,
        annotation=annotation.uuid if annotation else None,
        by=by.pk if by else None,
        act=act,
        rule=rule.number if rule else None,
        reason=reason,
        before=before,
        after=after,
        version=judged.number if judged else None,
        digest=judged.digest if judged else "",
        at=at or timezone.now(),
    )


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
        reason=checked_reason(reason),
        before=before,
        after=after,
        at=timezone.now(),
    )


def log_revision(revision: Any, act: str, by: User | None, reason: str, **kwargs: Any) -> None:
    """Writes down what a person did to a revision; what a command did is nobody's act."""
    if by is not None:
        log_act(f"article {revision.article_id}", act, by=by, reason=reason)


def log_person(person: User, act: str, by: User, reason: str, **kwargs: Any) -> None:
    """Writes down what was decided about an account."""
    log_act(f"person {person.pk}", act, by=by, reason=reason)
