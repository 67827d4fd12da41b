"""Telling people things: the one place where notices are written, and marked as read.

A verb calls `tell` in its own transaction. Mail follows after the commit, and asks the gate again
at the moment it is sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from ncr.accounts.models import Notice, ReadingGroup, User, is_member, unread_notices
from ncr.accounts.signals import person_told
from ncr.statements import keep

MOST_COUNTED = 99


def tell(
    person: User | None,
    kind: Notice.Kind,
    *,
    at: datetime,
    by: User | None = None,
    about: UUID | None = None,
    group: ReadingGroup | None = None,
    **facts: Any,
) -> Notice | None:
    """Tells one person one thing; nobody is told what they did themselves. One query.

    None where there is nobody to tell: no account any more, a sample member, or oneself.
    """
    if person is None or not is_member(person) or (by is not None and by.pk == person.pk):
        return None
    notice = Notice(
        person=person, kind=kind, by=by, about=about, group=group, facts=facts, created_at=at
    )
    keep(notice)
    # Robust: a queue that does not answer must not break what was done already
    transaction.on_commit(
        partial(person_told.send_robust, sender=Notice, notice=notice), robust=True
    )
    return notice


def mark_read(person: User, pk: int) -> None:
    """Marks one notice as read; one that is read stays as it is."""
    Notice.objects.filter(person=person, pk=pk, read_at=None).update(read_at=timezone.now())


def mark_unread(person: User, pk: int) -> None:
    """Marks one notice as unread again."""
    Notice.objects.filter(person=person, pk=pk).update(read_at=None)


def mark_all_read(person: User, until: int) -> None:
    """Marks as read what was there when the page was made, and nothing that came since."""
    Notice.objects.filter(person=person, pk__lte=until, read_at=None).update(read_at=timezone.now())


def mark_told_read(person: User, abouts: QuerySet[Any, Any], kinds: Sequence[str]) -> None:
    """Marks notices of some kinds as read that are about these (UUIDs).

    For what the person has seen in its own place meanwhile. One query.
    """
    waiting = Notice.objects.filter(person=person, kind__in=kinds, about__in=abouts, read_at=None)
    waiting.update(read_at=timezone.now())


def unread_by(user: User | AnonymousUser) -> str:
    """How many notices wait, as the bar says it: "" for none, "99+" for more.

    Known with the reader's audiences, so that it costs no query of its own.
    """
    count = unread_notices(user)
    return "" if not count else str(count) if count <= MOST_COUNTED else f"{MOST_COUNTED}+"
