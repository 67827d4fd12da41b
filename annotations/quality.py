"""Quality marks: what a reader tells an author kindly; moderators have no part in it."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations.models import Annotation, QualityMark
from annotations.rules import PACE, check_member, check_pace, check_pace_of
from ncr.accounts.models import Notice, User
from ncr.accounts.noticing import tell
from ncr.refusals import NotAllowed, Refused

Kind = QualityMark.Kind


def mark(annotation: Annotation, *, by: User, kind: str) -> QualityMark:
    """Tells an author one thing about their annotation; repeating it tells them nothing new.

    The author is not told who it was: the mark is about the words, and no answer is owed.
    """
    check_member(by)
    if kind not in Kind.values:
        raise Refused(_("Choose what you want to tell its author."), "kind")
    if annotation.author_id == by.pk:
        raise NotAllowed(_("This is your own; you can edit or withdraw it."))
    if annotation.author is None or not annotation.is_readable:
        raise Refused(_("Nobody is there any more who could be told."), "kind")
    now = timezone.now()
    check_pace(by, now)
    check_pace_of(QualityMark.objects.filter(by=by, at__gt=now - PACE), by)
    with transaction.atomic():
        made, is_new = QualityMark.objects.get_or_create(
            annotation=annotation, by=by, kind=kind, defaults={"at": now}
        )
        if is_new:
            tell(annotation.author, Notice.Kind.MARKED, at=now, about=annotation.uuid, mark=kind)
    return made


def unmark(annotation: Annotation, *, by: User, kind: str) -> None:
    """Takes a mark back, and its notice with it as long as that is unread."""
    check_member(by)
    with transaction.atomic():
        mine = QualityMark.objects.filter(annotation=annotation, by=by, kind=kind)
        found = mine.select_for_update().first()
        if found is None:
            return
        told = Notice.objects.filter(
            kind=Notice.Kind.MARKED, about=annotation.uuid, created_at=found.at, read_at=None
        )
        told.delete()
        found.delete()


def told_words() -> str:
    """What is said to who marked something."""
    return _("Its author is told, without your name.")


def marks_of(annotation: Annotation, by: User) -> set[str]:
    """The kinds of marks that somebody gave an annotation; one query."""
    return set(
        QualityMark.objects.filter(annotation=annotation, by=by).values_list("kind", flat=True)
    )
