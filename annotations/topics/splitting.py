"""Splitting: what is filed under one topic and is about another goes there."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations.logbook import log_act
from annotations.models import Annotation, Assignment, Topic, TopicName
from annotations.models.topic import topic_key
from annotations.topics.filing import named
from annotations.topics.judging import drop_verdicts_on
from annotations.topics.keeping import (
    checked,
    checked_name,
    locked,
    moderates_topic,
    shared_assignments,
    subject_of,
    touch_pages,
)
from annotations.topics.suggesting import suggest_topic
from ncr.accounts.models import User
from ncr.refusals import NotAllowed, Refused


@transaction.atomic
def split(
    topic: Topic, name: str, assignments: Collection[int], *, by: User, reason: str = ""
) -> tuple[Topic, int]:
    """Files some of what is under a topic under another instead; answers that one and how many.

    `name` is that of a topic that `by` keeps too, or of a new one, which is accepted and stands
    under the same broader topic. A name that was another name of `topic` goes with it. Who filed
    each, and when, stays. Only what `by` reads and everyone or the members may read moves.
    """
    name = checked_name(name, "name")
    other, is_new = _other(topic, name, by)
    found = locked(topic.pk, other.pk)
    topic, other = checked(found.get(topic.pk), by), found[other.pk]
    moved = movable(topic, by).filter(pk__in=list(assignments))
    ids = list(moved.values_list("pk", flat=True))
    if not ids:
        raise Refused(_("Choose the passages that go to the other topic."), "assignments")
    touch_pages(topic)
    drop_verdicts_on(Assignment.objects.filter(pk__in=ids), by=by)
    beside = Assignment.objects.filter(topic=other).values("annotation")
    Assignment.objects.filter(pk__in=ids, annotation__in=beside).delete()
    Assignment.objects.filter(pk__in=ids).update(topic=other)
    if is_new:
        _begin(other, topic, by)
    touch_pages(other)
    suggest_topic(topic)
    suggest_topic(other)
    log_act(
        subject_of(topic), "split", by=by, reason=reason, before=str(topic.pk), after=str(other.pk)
    )
    return other, len(ids)


def movable(topic: Topic, by: User) -> QuerySet[Assignment]:
    """What is filed under a topic, for everyone or the members, as far as `by` reads it."""
    seen = Annotation.objects.visible_to(by)
    return shared_assignments(topic).filter(annotation__in=seen)


def _other(topic: Topic, name: str, by: User) -> tuple[Topic, bool]:
    """The topic of that name, and whether it is new; an alias of `topic` becomes free for it."""
    key = topic_key(name)
    known = TopicName.objects.filter(key=key).select_related("topic").first()
    if known is not None and known.topic_id == topic.pk:
        if not known.is_alias:
            raise Refused(_("This is the name of the topic itself."), "name")
        checked(locked(topic.pk).get(topic.pk), by)
        known.delete()
        known = None
    seen = Topic.objects.visible_to(by)
    if known is None or not seen.filter(pk=known.topic_id).exists():
        (pk,) = named([name], by=by)
        return Topic.objects.get(pk=pk), True
    if not moderates_topic(by, known.topic):
        raise NotAllowed(_("You do not moderate the topic “%(name)s”.") % {"name": name}, "name")
    return known.topic, False


def _begin(other: Topic, topic: Topic, by: User) -> None:
    other.accepted_at, other.accepted_by = timezone.now(), by
    if not other.narrower.exists():
        other.broader_id = topic.broader_id
    other.save(update_fields=["accepted_at", "accepted_by", "broader"])
