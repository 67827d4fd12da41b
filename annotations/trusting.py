"""Trust: how far the site trusts somebody, which grows with what they read and wrote.

New becomes member after five contributions that stood for a day, and two articles read; member
becomes trusted after fifty and sixty days. Whoever had something hidden or removed in the last
thirty days does not grow, and is trusted no more until then. A decision that was taken back does
not count, nor does anything that others chose: no vote, no reaction.

What is said to oneself or in a reading group is nobody's business here. Moderators can set the
trust of somebody; then it stays so until they let it grow again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from annotations.logbook import log_act
from annotations.models import Annotation, ModerationEntry, Reading
from annotations.roles import is_owner
from annotations.visibility import is_moderator
from ncr.accounts.models import Audience, User
from ncr.refusals import NotAllowed, Refused

MEMBER_AFTER = 5  # contributions that stand
TRUSTED_AFTER = 50
STANDS_AFTER = timedelta(days=1)
ARTICLES_READ = 2
TRUSTED_SINCE = timedelta(days=60)  # the account was made
LATELY = timedelta(days=30)
AGAINST = ["hidden", "removed"]
OPEN = [Audience.EVERYONE, Audience.MEMBERS]
Trust = User.Trust


def grow(now: datetime, only: Sequence[int] | None = None) -> int:
    """Brings the trust of all whose it may grow, or of some by their ids, to where it belongs.

    Three statements, however many they are; answers how many people's trust changed.
    """
    people = User.objects.filter(is_active=True, is_sample=False, trust_is_fixed=False)
    if only is not None:
        people = people.filter(pk__in=only)
    against = _decided_against(now)
    unharmed = people.exclude(pk__in=against)
    fell = people.filter(trust=Trust.TRUSTED, pk__in=against).update(trust=Trust.MEMBER)
    new = unharmed.filter(trust=Trust.NEW, pk__in=_wrote(MEMBER_AFTER, now))
    settled = new.filter(pk__in=_readers()).update(trust=Trust.MEMBER)
    rose = unharmed.filter(
        trust=Trust.MEMBER,
        date_joined__lt=now - TRUSTED_SINCE,
        pk__in=_wrote(TRUSTED_AFTER, now),
    ).update(trust=Trust.TRUSTED)
    return fell + settled + rose


def set_trust(person: User, trust: str, *, by: User, reason: str = "") -> User:
    """Sets how far somebody is trusted; it stays so, and no longer grows or falls."""
    if trust not in Trust.values:
        raise Refused(_("Choose how far they are trusted."), "trust")
    return _set(person, trust, True, "trust", by, reason)


def let_grow(person: User, *, by: User, reason: str = "") -> User:
    """Lets somebody's trust grow and fall again by what they do, from where it is."""
    return _set(person, person.trust, False, "trust-grows", by, reason)


def may_set_trust(by: Any) -> bool:
    """Whether `by` may set the trust of others: moderators of the site, and owners."""
    return is_moderator(by) or is_owner(by)


def _set(person: User, trust: str, fixed: bool, act: str, by: User, reason: str) -> User:
    if not may_set_trust(by):
        raise NotAllowed(_("Only moderators can do this."))
    with transaction.atomic():
        person = User.objects.select_for_update(no_key=True).get(pk=person.pk)
        before = person.trust
        trust = trust if fixed else before
        if (before, person.trust_is_fixed) == (trust, fixed):
            return person
        person.trust, person.trust_is_fixed = trust, fixed
        person.save(update_fields=["trust", "trust_is_fixed"])
        log_act(f"person {person.pk}", act, by=by, reason=reason, before=before, after=trust)
    return person


def _said() -> QuerySet[Annotation]:
    said: QuerySet[Annotation] = Annotation.objects.filter(thread__audience__in=OPEN)
    return said.filter(author__isnull=False)


def _wrote(count: int, now: datetime) -> QuerySet[Any, Any]:
    """The ids of those of whom so many contributions stand for a day."""
    stands = _said().filter(
        moderation="published", withdrawn_at=None, created_at__lt=now - STANDS_AFTER
    )
    counted = stands.order_by().values("author").annotate(count=Count("pk"))
    return counted.filter(count__gte=count).values("author")


def _readers() -> QuerySet[Any, Any]:
    counted = Reading.objects.order_by().values("person").annotate(count=Count("pk"))
    return counted.filter(count__gte=ARTICLES_READ).values("person")


def _decided_against(now: datetime) -> QuerySet[Any, Any]:
    """The ids of those who had something hidden or removed lately that still is."""
    lately = ModerationEntry.objects.filter(
        annotation=OuterRef("uuid"), after__in=AGAINST, at__gt=now - LATELY
    )
    kept = _said().filter(moderation__in=AGAINST).filter(Exists(lately))
    return kept.order_by().values("author")
