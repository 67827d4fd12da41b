"""Following topics, and what is new in them since a visit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from annotations.models import Topic, TopicReading
from annotations.rules import check_member
from annotations.topics.dossier.walking import recent
from annotations.topics.naming import call
from annotations.topics.telling import unread_of
from ncr.accounts.models import User

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

MOST_FOLLOWED = 50  # that a page lists
MOST_NEW = 100  # that are counted


@dataclass(frozen=True, slots=True)
class Followed:
    """A topic that somebody follows, and how many of its passages have something new."""

    topic: Topic
    new: int

    @property
    def is_more(self) -> bool:
        """Whether there are more than are counted."""
        return self.new >= MOST_NEW


def follow(topic: Topic, *, by: User) -> TopicReading:
    """Tells `by` from now on what is filed under a topic; repeating it changes nothing."""
    check_member(by)
    reading, _is_new = TopicReading.objects.get_or_create(person=by, topic=topic)
    if reading.follows_since is None:
        reading.follows_since = timezone.now()
        reading.save(update_fields=["follows_since"])
    return reading


def unfollow(topic: Topic, *, by: User) -> None:
    """The inverse of `follow`."""
    TopicReading.objects.filter(person=by, topic=topic).update(follows_since=None)


def visit(topic: Topic, until: datetime, *, by: User) -> TopicReading:
    """Takes what was there until a moment as seen; notices of the topic count as read.

    A later visit that was written down meanwhile stays.
    """
    check_member(by)
    until = min(until, timezone.now())
    reading, _is_new = TopicReading.objects.get_or_create(person=by, topic=topic)
    TopicReading.objects.filter(pk=reading.pk).exclude(visited_at__gte=until).update(
        visited_at=until
    )
    unread_of(by, topic).filter(created_at__lte=until).update(read_at=timezone.now())
    reading.refresh_from_db()
    return reading


def followed_by(user: User | AnonymousUser) -> list[Followed]:
    """The topics that somebody follows and sees, with what is new in each; four queries."""
    if not user.is_authenticated:
        return []
    rows = TopicReading.objects.filter(person=user, follows_since__isnull=False)
    readings = {one.topic_id: one for one in rows}
    seen = Topic.objects.visible_to(user).filter(pk__in=readings).order_by("name")
    topics = list(seen[:MOST_FOLLOWED])
    if not topics:
        return []
    call(topics)
    moments = [readings[one.pk].visited_at or readings[one.pk].follows_since for one in topics]
    new = recent([one.pk for one in topics], user, moments, MOST_NEW)
    return [Followed(one, new.get(one.pk, 0)) for one in topics]
