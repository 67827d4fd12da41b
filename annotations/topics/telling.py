"""Telling those who follow a topic what is filed under it.

A notice is told in the background, after what was filed is kept, to each follower who may read it
at that moment; whoever shows or mails it asks the gate again. Of a topic one unread notice is
enough: what comes meanwhile is on its page.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django_tasks import task

from annotations.models import Annotation, Assignment, Topic, TopicReading
from ncr.accounts.models import Notice, User
from ncr.accounts.noticing import tell


def tell_followers_of(annotation: Annotation, topics: Iterable[int], at: datetime) -> None:
    """Queues the notices of what was filed, where somebody follows; one query.

    Inside the transaction of who files it. What waits for a moderator is told when it is shown.
    """
    listed = list(topics)
    if not (listed and annotation.is_readable and _followers(listed).exists()):
        return
    pk, since = annotation.pk, at.isoformat()
    transaction.on_commit(lambda: tell_followers.enqueue(pk, since), robust=True)


@task()  # type: ignore[untyped-decorator]
def tell_followers(pk: int, since: str) -> int:
    """Tells who follows a topic that this was filed under since then; says how many.

    Neither who wrote it nor who filed it, and nobody who may not read it.
    """
    moment = datetime.fromisoformat(since)
    filed = Assignment.objects.filter(annotation=pk, at__gte=moment)
    told = 0
    for one in filed.select_related("topic__broader", "annotation"):
        for topic in filter(None, (one.topic, one.topic.broader)):
            told += sum(_tell(reading.person, topic, one) for reading in _readings(topic))
    return told


def _readings(topic: Topic) -> QuerySet[TopicReading]:
    rows = TopicReading.objects.filter(topic=topic, follows_since__isnull=False)
    return rows.select_related("person").order_by("pk")


def _tell(person: User, topic: Topic, filed: Assignment) -> bool:
    note = filed.annotation
    if person.pk in (note.author_id, filed.by_id) or not person.is_active:
        return False
    if not Annotation.objects.visible_to(person).published().filter(pk=note.pk).exists():
        return False
    if not Topic.objects.visible_to(person).filter(pk=topic.pk).exists():
        return False
    with transaction.atomic():
        # Under the lock of the reading, so that of two at once one tells
        TopicReading.objects.select_for_update().filter(person=person, topic=topic).first()
        if unread_of(person, topic).exists() or _was_told(person, topic, note):
            return False
        notice = tell(
            person,
            Notice.Kind.FILED,
            at=timezone.now(),
            about=note.uuid,
            topic=topic.name,
            topic_id=topic.pk,
        )
    return notice is not None


def _was_told(person: User, topic: Topic, note: Annotation) -> bool:
    """Whether they were told of this before, as when it was shown, changed and held again."""
    told = Notice.objects.filter(person=person, kind=Notice.Kind.FILED, about=note.uuid)
    return told.filter(facts__topic_id=topic.pk).exists()


def unread_of(person: User, topic: Topic) -> QuerySet[Notice]:
    """The unread notices of what was filed under a topic."""
    return Notice.objects.filter(
        person=person, kind=Notice.Kind.FILED, read_at=None, facts__topic_id=topic.pk
    )


def _followers(topics: Iterable[int]) -> QuerySet[TopicReading]:
    """Of these topics and those that are broader."""
    listed = list(topics)
    above = Q(topic__narrower__in=listed)
    return TopicReading.objects.filter(Q(topic__in=listed) | above, follows_since__isnull=False)
