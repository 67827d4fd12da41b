"""Telling people things: the one place where notices are written.

A verb calls `tell` in its own transaction. Mail follows after the commit, and asks the gate again
at the moment it is sent.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from ncr.accounts.models import Notice, ReadingGroup, User, is_member
from ncr.statements import keep


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
    return notice
