"""Taking a merge of topics back: what is kept of the topic that goes, and bringing it back.

Kept are ids, names and dates, no words that people said of it: verdicts on what was filed, and
reports, were decided by the merge and do not come back. Merges are taken back from the last one
on: a topic that was merged on is brought back first.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from annotations.logbook import log_act
from annotations.models import (
    Assignment,
    MergedAssignment,
    ScopedRole,
    Topic,
    TopicCue,
    TopicMerge,
    TopicName,
    TopicReading,
    TopicSlug,
)
from annotations.roles import let_into_the_admin
from annotations.topics.filing import free_slug
from annotations.topics.keeping import checked, locked, subject_of, touch_pages
from annotations.topics.suggesting import suggest_topic
from ncr.accounts.models import User
from ncr.refusals import Conflict, Refused

BATCH = 1000
Filed = list[tuple[int, int | None, str]]  # annotation, who filed it, when


def keep_merge(source: Topic, into: Topic, *, by: User, at: datetime) -> TopicMerge:
    """Writes down what `source` is, and what of it and of `into` the merge will change."""
    earlier = _beside(source).filter(at__lt=OuterRef("at"))
    no_later = _beside(into).filter(at__lte=OuterRef("at"))
    merge = TopicMerge.objects.create(
        source=source.pk,
        name=source.name,
        into=into,
        by=by,
        at=at,
        state={
            "topic": _row(source),
            "names": _rows(source.names, "name", "key", "is_alias", "language", "is_label"),
            "slugs": list(source.old_slugs.values_list("slug", flat=True)),
            "cues": _rows(source.cues, "words", "key"),
            "narrower": list(source.narrower.values_list("pk", flat=True)),
            "related": list(source.related.values_list("pk", flat=True)),
            "roles": _rows(source.roles, "person_id", "by_id"),
            "merges": list(source.merges.values_list("pk", flat=True)),
            "readers": list(_new_readers(source, into).values_list("person", flat=True)),
            "readings": _rows(source.readings, "person_id", "visited_at", "follows_since"),
            "dropped": _filed(source.assignments.filter(Exists(no_later))),
            "replaced": _filed(into.assignments.filter(Exists(earlier))),
            "before": _row(into),
        },
    )
    moved = source.assignments.values_list("pk", flat=True).order_by("pk")
    rows = (MergedAssignment(merge=merge, assignment_id=pk) for pk in moved.iterator(BATCH))
    MergedAssignment.objects.bulk_create(rows, batch_size=BATCH)
    return merge


def move_readers(source: Topic, into: Topic) -> None:
    """Who followed the topic that goes follows the one that stays."""
    _new_readers(source, into).update(topic=into)


def _new_readers(source: Topic, into: Topic) -> QuerySet[TopicReading]:
    known = list(into.readings.values_list("person", flat=True))
    return source.readings.exclude(person__in=known)


def note_result(merge: TopicMerge, into: Topic) -> None:
    """Writes down what the target is after the merge, to know later what is still so."""
    merge.state["after"] = _row(into)
    merge.save(update_fields=["state"])


@transaction.atomic
def unmerge(merge: TopicMerge, *, by: User, reason: str = "") -> Topic:
    """Brings a merged topic back with its names, addresses and what was filed under it.

    What was filed since under the target stays there. Names that the target lost or gave up
    since come back too, unless another topic has them now. Repeating it answers the same topic.
    """
    held = TopicMerge.objects.select_for_update(of=("self",)).filter(pk=merge.pk).first()
    if held is None:
        raise Conflict(_("Of this merge nothing is kept any more."))
    if held.undone_at is not None:
        return _brought_back(held)
    if held.into_id is None:
        raise Refused(
            _("What “%(name)s” was merged into was itself merged on. Take that back first.")
            % {"name": held.name}
        )
    into = checked(locked(held.into_id).get(held.into_id), by)
    _check_free(held, into)
    topic = _made_again(held)
    _names_back(held, topic, into)
    _assignments_back(held, topic, into)
    _neighbours_back(held, topic, into)
    _people_back(held, topic, into)
    _target_back(held, into)
    held.undone_at = timezone.now()
    held.save(update_fields=["undone_at"])
    touch_pages(topic)
    touch_pages(into)
    log_act(
        subject_of(topic), "unmerge", by=by, reason=reason, before=str(into.pk), after=str(topic.pk)
    )
    topic.save()  # whoever keeps the words of topics hears that it is there
    suggest_topic(topic)
    suggest_topic(into)
    return topic


def undoable(into: Topic) -> QuerySet[TopicMerge]:
    """The merges into a topic that can be taken back, the newest first."""
    return into.merges.filter(undone_at=None).order_by("-pk")


def _brought_back(merge: TopicMerge) -> Topic:
    found: Topic | None = Topic.objects.filter(pk=merge.source).first()
    if found is None:
        raise Conflict(_("“%(name)s” was brought back, and is gone again.") % {"name": merge.name})
    return found


def _check_free(merge: TopicMerge, into: Topic) -> None:
    """Refuses where the topic's own name is the name of another topic by now."""
    (key,) = [key for _name, key, is_alias, *_rest in merge.state["names"] if not is_alias]
    holder = TopicName.objects.filter(key=key).select_related("topic").first()
    if holder is None or (holder.topic_id == into.pk and holder.is_alias):
        return
    raise Refused(
        _("“%(name)s” is a name of the topic “%(other)s” now. Rename or merge that one first.")
        % {"name": merge.name, "other": holder.topic.name}
        if holder.topic_id == into.pk or holder.topic.accepted_at
        else _("“%(name)s” is a name of another topic by now.") % {"name": merge.name}
    )


def _made_again(merge: TopicMerge) -> Topic:
    """The row under the id that it had, so that what names it by id is right again."""
    row = merge.state["topic"]
    people = _people({row["accepted_by"], row["proposed_by"]})
    TopicSlug.objects.filter(slug=row["slug"], topic=merge.into).delete()
    topic = Topic(
        pk=merge.source,
        slug=row["slug"],
        name=row["name"],
        description=row["description"],
        uri=row["uri"],
        accepted_at=_moment(row["accepted_at"]),
        accepted_by_id=row["accepted_by"] if row["accepted_by"] in people else None,
        proposed_by_id=row["proposed_by"] if row["proposed_by"] in people else None,
    )
    if Topic.objects.filter(slug=topic.slug).exists():
        topic.slug = free_slug(topic.name)
    topic.save(force_insert=True)
    Topic.objects.filter(pk=topic.pk).update(created_at=_moment(row["created_at"]))
    return topic


def _names_back(merge: TopicMerge, topic: Topic, into: Topic) -> None:
    for name, key, is_alias, language, is_label in merge.state["names"]:
        holder = TopicName.objects.filter(key=key).first()
        if holder is not None and (holder.topic_id != into.pk or not holder.is_alias):
            continue
        TopicName.objects.update_or_create(
            key=key,
            defaults={
                "topic": topic,
                "name": name,
                "is_alias": is_alias,
                "language": language,
                "is_label": is_label,
            },
        )
    TopicSlug.objects.filter(slug__in=merge.state["slugs"], topic=into).update(topic=topic)
    kept = {key for _words, key in merge.state["before"]["cues"]}
    keys = [key for _words, key in merge.state["cues"]]
    into.cues.filter(key__in=set(keys) - kept).delete()
    TopicCue.objects.bulk_create(
        TopicCue(topic=topic, words=words, key=key) for words, key in merge.state["cues"]
    )


def _assignments_back(merge: TopicMerge, topic: Topic, into: Topic) -> None:
    """What was moved moves back; of two on one annotation, each topic gets its own again."""
    moved = MergedAssignment.objects.filter(merge=merge, assignment__topic=into)
    Assignment.objects.filter(pk__in=moved.values("assignment")).update(topic=topic)
    _file_again(topic, merge.state["dropped"], beside=into)
    _file_again(into, merge.state["replaced"], beside=topic)


def _file_again(topic: Topic, filed: Filed, *, beside: Topic) -> None:
    """As it was, but for notes that are not under the other topic either any more."""
    for begin in range(0, len(filed), BATCH):
        batch = filed[begin : begin + BATCH]
        there = beside.assignments.filter(annotation__in=[note for note, *_rest in batch])
        notes = set(there.values_list("annotation", flat=True))
        people = _people({who for _note, who, _at in batch if who})
        Assignment.objects.bulk_create(
            [
                Assignment(
                    topic=topic, annotation_id=note, by_id=who if who in people else None, at=at
                )
                for note, who, at in ((note, who, _moment(at)) for note, who, at in batch)
                if note in notes and at is not None
            ],
            ignore_conflicts=True,
        )


def _neighbours_back(merge: TopicMerge, topic: Topic, into: Topic) -> None:
    """Broader, narrower and related ones, as far as they still stand where the merge put them."""
    state = merge.state
    above = Topic.objects.filter(pk=state["topic"]["broader"], broader=None).first()
    below = Topic.objects.filter(pk__in=state["narrower"], narrower=None)
    below.filter(broader=state["after"]["broader"] or into.pk).update(broader=topic)
    below.filter(broader=None).update(broader=topic)
    if above is not None and not topic.narrower.exists():
        Topic.objects.filter(pk=topic.pk).update(broader=above)
        topic.broader = above
    related = Topic.objects.filter(pk__in=state["related"]).exclude(broader=topic)
    topic.related.add(*related.exclude(pk=topic.broader_id))
    added = set(state["after"]["related"]) - set(state["before"]["related"])
    into.related.remove(*added)


def _people_back(merge: TopicMerge, topic: Topic, into: Topic) -> None:
    """Who moderated it and who followed it."""
    for person, by in merge.state["roles"]:
        found = User.objects.filter(pk=person, is_active=True).first()
        if found is not None:
            given_by = User.objects.filter(pk=by).first()
            ScopedRole.objects.create(person=found, role="moderator", topic=topic, by=given_by)
            let_into_the_admin(found)
    people = _people({person for person, *_rest in merge.state["readings"]})
    into.readings.filter(person__in=merge.state["readers"]).delete()
    TopicReading.objects.bulk_create(
        TopicReading(
            person_id=person, topic=topic, visited_at=_moment(seen), follows_since=_moment(since)
        )
        for person, seen, since in merge.state["readings"]
        if person in people
    )
    TopicMerge.objects.filter(pk__in=merge.state["merges"], into=None).update(into=topic)


def _target_back(merge: TopicMerge, into: Topic) -> None:
    """What the target took over and nobody has changed since."""
    before, after = merge.state["before"], merge.state["after"]
    now = _row(into)
    changed = [name for name in ("description", "uri") if now[name] == after[name] != before[name]]
    for name in changed:
        setattr(into, name, before[name])
    if before["accepted_at"] is None and now["accepted_at"] == after["accepted_at"]:
        into.accepted_at, into.accepted_by = None, None
        changed += ["accepted_at", "accepted_by"]
    if changed:
        into.save(update_fields=changed)


def _row(topic: Topic) -> dict[str, Any]:
    return {
        "slug": topic.slug,
        "name": topic.name,
        "description": topic.description,
        "uri": topic.uri,
        "broader": topic.broader_id,
        "accepted_at": topic.accepted_at and topic.accepted_at.isoformat(),
        "accepted_by": topic.accepted_by_id,
        "proposed_by": topic.proposed_by_id,
        "created_at": topic.created_at.isoformat(),
        "related": list(topic.related.order_by("pk").values_list("pk", flat=True)),
        "cues": _rows(topic.cues, "words", "key"),
    }


def _rows(related: Any, *names: str) -> list[list[Any]]:
    """Values of rows as JSON takes them."""
    return [
        [one.isoformat() if isinstance(one, datetime) else one for one in row]
        for row in related.order_by("pk").values_list(*names)
    ]


def _filed(assignments: QuerySet[Assignment]) -> list[list[Any]]:
    return _rows(assignments, "annotation_id", "by_id", "at")


def _beside(topic: Topic) -> QuerySet[Assignment]:
    return Assignment.objects.filter(topic=topic, annotation_id=OuterRef("annotation_id"))


def _people(pks: set[int | None]) -> set[int]:
    """Those of them who are still there."""
    there = User.objects.filter(pk__in=[pk for pk in pks if pk is not None])
    return set(there.values_list("pk", flat=True))


def _moment(told: str | None) -> datetime | None:
    return parse_datetime(told) if told else None
