"""Telling people what was said to them: at once, or when what was held is shown at last."""

from __future__ import annotations

from datetime import datetime

from annotations.mentions import render_said, tell_mentioned
from annotations.models import Annotation, Thread
from annotations.topics.telling import tell_followers_of
from annotations.trusting import grow
from annotations.visibility import reaches
from ncr.accounts.models import Notice, User
from ncr.accounts.noticing import tell


def tell_answered(annotation: Annotation, answered: User | None, *, by: User, at: datetime) -> None:
    """Tells who is answered, as long as the thread is still said to them."""
    if answered is not None and annotation.is_readable and reaches(annotation.thread, answered):
        tell(answered, Notice.Kind.REPLY, at=at, by=by, about=annotation.uuid)


def shown_at_last(annotation: Annotation, *, at: datetime) -> None:
    """What was held can be read now: whom it concerns is told, its author may be trusted further.

    Inside the transaction of the verb that shows it. Once: who was told before, as when it was
    shown, changed and held again, is not told a second time.
    """
    author, parent = annotation.author, annotation.parent
    Thread.objects.filter(pk=annotation.thread_id, active_at__lt=at).update(active_at=at)
    filed = dict(annotation.assignments.values_list("topic_id", "at"))
    if filed:
        tell_followers_of(annotation, filed, min(filed.values()))
    if author is None:
        return
    told = Notice.objects.filter(about=annotation.uuid, kind=Notice.Kind.REPLY)
    if parent is not None and not told.exists():
        tell_answered(annotation, parent.author, by=author, at=at)
    if "@" in annotation.body:
        _html, people = render_said(annotation.body)
        tell_mentioned(annotation, people, by=author, at=at)
    if author.trust == User.Trust.NEW:
        grow(at, only=[author.pk])
