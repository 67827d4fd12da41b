"""Taking a merge of topics back: what is kept of the topic that goes, and bringing it back.

Kept are ids, names and dates, no words that people said of it: verdicts on what was filed, and
reports, were decided by the merge and do not come back. Merges are taken back from the last one
on: a topic that was merged on is brought back first.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from annotations.logbook import log_act
from annotations.models import (
    Assignment,
    MergedAssignment,
    Topic,
    TopicCue,
    TopicMerge,
    TopicName,
    TopicReading,
    TopicSlug,
)
from annotations.roles import grant, is_owner
from annotations.topics.filing import free_slug
from annotations.topics.keeping import checked, locked, subject_of, touch_pages
from annotations.topics.suggesting import move_decisions_back, suggest_topic
from ncr.accounts.models import User
from ncr.refusals import Conflict, Refused

BATCH = 1000
Filed = list[tuple[int, int | None, str]]  # annotation, who filed it, when


def keep_merge(source: Topic, into: Topic, *, by: User, at: datetime) -> TopicMerge:
    """Writes down what `source` is, and what of it and of `into` the merge will change."""
    earlier = beside_of(source).filter(at__lt=OuterRef("at"))
    no_later = beside_of(into).filter(at__lte=OuterRef("at"))
    dropped = source.assignments.filter(Exists(no_later))
    replaced = into.assignments.filter(Exists(earlier))
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
            "narrower": list(source.narrower.values_list("pk", flat=True)),
            "roles": list(source.roles.values_list("person_id", flat=True)),
            "merges": list(source.merges.values_list("pk", flat=True)),
            "followed": list(
                into.readings.exclude(follows_since=None).values_list("person", flat=True)
            ),
            "readings": _rows(source.readings, "person_id", "visited_at", "follows_since"),
            "dropped": _filed(dropped),
            "dropped_merges": _merges_of(dropped),
            "replaced": _filed(replaced),
            "replaced_merges": _merges_of(replaced),
            "before": _row(into),
        },
    )
    moved = source.assignments.values_list("pk", flat=True).order_by("pk")
    rows = (MergedAssignment(merge=merge, assignment_id=pk) for pk in moved.iterator(BATCH))
    MergedAssignment.objects.bulk_create(rows, batch_size=BATCH)
    return merge


def move_readers(source: Topic, into: Topic) -> None:
    """Who followed the topic that goes follows the one that stays."""
    following = source.readings.exclude(follows_since=None)
    since = following.filter(person=OuterRef("person")).values("follows_since")
    known = into.readings.filter(follows_since=None, person__in=following.values("person"))
    known.update(follows_since=Subquery(since[:1]))
    here = list(into.readings.values_list("person", flat=True))
    following.exclude(person__in=here).update(topic=into, visited_at=None)


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
    _check_free(held, into, by)
    topic = _made_again(held)
    _names_back(held, topic, into, by)
    _assignments_back(held, topic, into)
    _neighbours_back(held, topic, into)
    _people_back(held, topic, into, by)
    _target_back(held, into)
    move_decisions_back(held.state.get("suggestions", ()), into, topic)
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


def _check_free(merge: TopicMerge, into: Topic, by: User) -> None:
    """Refuses where the topic's own name is the name of another topic by now.

    Of a topic that `by` does not see, which is used in private alone, nothing may be told: it is
    taken into the one that comes back, as when somebody gives a topic its name.
    """
    (key,) = [key for _name, key, is_alias, *_rest in merge.state["names"] if not is_alias]
    holder = TopicName.objects.filter(key=key).select_related("topic").first()
    if holder is None or (holder.topic_id == into.pk and holder.is_alias):
        return
    if holder.topic_id == into.pk or _sees(by, holder.topic_id):
        raise Refused(
            _("“%(name)s” is a name of the topic “%(other)s” now. Rename or merge that one first.")
            % {"name": merge.name, "other": holder.topic.name}
        )


def _sees(by: User, topic: int) -> bool:
    return Topic.objects.visible_to(by).filter(pk=topic).exists()


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
    topic.created_at = _moment(row["created_at"]) or topic.created_at
    topic.save(update_fields=["created_at"])
    return topic


def _names_back(merge: TopicMerge, topic: Topic, into: Topic, by: User) -> None:
    from annotations.topics.merging import take_in

    for name, key, is_alias, language, is_label in merge.state["names"]:
        holder = TopicName.objects.filter(key=key).first()
        if holder is not None and holder.topic_id != into.pk:
            if _sees(by, holder.topic_id):
                continue
            take_in(holder.topic_id, topic)
        elif holder is not None and not holder.is_alias:
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
    cues = merge.state["topic"]["cues"]
    into.cues.filter(key__in={key for _words, key in cues} - kept).delete()
    TopicCue.objects.bulk_create(TopicCue(topic=topic, words=words, key=key) for words, key in cues)


def _assignments_back(merge: TopicMerge, topic: Topic, into: Topic) -> None:
    """What was moved moves back; of two on one annotation, each topic gets its own again."""
    moved = MergedAssignment.objects.filter(merge=merge, assignment__topic=into)
    Assignment.objects.filter(pk__in=moved.values("assignment")).update(topic=topic)
    _file_again(topic, merge.state["dropped"], beside=into)
    _merge_again(topic, merge.state["dropped_merges"])
    _file_again(into, merge.state["replaced"], beside=topic)
    _merge_again(into, merge.state["replaced_merges"])


def _merges_of(assignments: QuerySet[Assignment]) -> list[list[Any]]:
    """Which earlier merges took these along, with the annotations: [merge, annotation]."""
    rows = MergedAssignment.objects.filter(assignment__in=assignments)
    return _rows(rows, "merge_id", "assignment__annotation_id")


def _merge_again(topic: Topic, merges: list[list[int]]) -> None:
    """So that an earlier merge finds a row again that this one had taken away."""
    notes = {note for _merge, note in merges}
    filed = dict(topic.assignments.filter(annotation__in=notes).values_list("annotation_id", "pk"))
    known = set(
        MergedAssignment.objects.filter(assignment__topic=topic).values_list(
            "merge_id", "assignment__annotation_id"
        )
    )
    there = set(
        TopicMerge.objects.filter(pk__in={one for one, _n in merges}).values_list("pk", flat=True)
    )
    MergedAssignment.objects.bulk_create(
        MergedAssignment(merge_id=one, assignment_id=filed[note])
        for one, note in merges
        if note in filed and one in there and (one, note) not in known
    )


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
    related = Topic.objects.filter(pk__in=state["topic"]["related"]).exclude(broader=topic)
    topic.related.add(*related.exclude(pk=topic.broader_id))
    was, became = set(state["before"]["related"]), set(state["after"]["related"])
    into.related.remove(*(became - was))
    into.related.add(
        *Topic.objects.filter(pk__in=was - became).exclude(broader=into).exclude(pk=into.broader_id)
    )


def _people_back(merge: TopicMerge, topic: Topic, into: Topic, by: User) -> None:
    """Who followed it; who moderated it, where an owner takes the merge back: they give roles."""
    if is_owner(by):
        for person in User.objects.filter(pk__in=merge.state["roles"], is_active=True):
            grant(person, "moderator", by=by, topic=topic)
    people = _people({person for person, *_rest in merge.state["readings"]})
    brought = into.readings.exclude(person__in=merge.state["followed"])
    # Who unfollowed since has unfollowed what they followed
    still = set(into.readings.exclude(follows_since=None).values_list("person", flat=True))
    TopicReading.objects.bulk_create(
        TopicReading(
            person_id=person,
            topic=topic,
            visited_at=_moment(seen),
            follows_since=_moment(since) if person in still else None,
        )
        for person, seen, since in merge.state["readings"]
        if person in people
    )
    came = [person for person, _seen, since in merge.state["readings"] if since]
    brought.filter(person__in=came, visited_at=None).delete()
    brought.filter(person__in=came).update(follows_since=None)
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


def beside_of(topic: Topic) -> QuerySet[Assignment]:
    """What is filed under a topic on the annotation of the assignment that is asked about."""
    return Assignment.objects.filter(topic=topic, annotation_id=OuterRef("annotation_id"))


def _people(pks: set[int | None]) -> set[int]:
    """Those of them who are still there."""
    there = User.objects.filter(pk__in=[pk for pk in pks if pk is not None])
    return set(there.values_list("pk", flat=True))


def _moment(told: str | None) -> datetime | None:
    return parse_datetime(told) if told else None
