"""Merging: two topics that are one become one, with all that is filed under either.

What is filed in private moves too, and nobody is told of it: the pages that are made anew, the
log and the answer speak only of what everybody may read.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from annotations.logbook import log_act
from annotations.models import Assignment, ModerationEntry, Report, Topic, TopicSlug
from annotations.reporting import topic_decided
from annotations.topics.judging import drop_verdicts_on
from annotations.topics.keeping import (
    DESCRIPTION_LIMIT,
    checked,
    locked,
    remove,
    subject_of,
    tell_proposer,
    touch_pages,
)
from annotations.topics.suggesting import move_decisions, suggest_topic
from annotations.topics.unmerging import beside_of, keep_merge, move_readers, note_result
from ncr.accounts.models import User
from ncr.refusals import Refused


@dataclass(frozen=True, slots=True)
class Moves:
    """What goes along when a topic is merged, besides what is filed under it.

    `names` are keys of its names that become other names of the target; None: all of them. The
    others are free again.
    """

    names: Collection[str] | None = None
    narrower: bool = True
    description: bool = False  # added below that of the target; where that has none, it goes anyway


@transaction.atomic
def merge(
    source: Topic, into: Topic, *, by: User, reason: str = "", moves: Moves | None = None
) -> Topic:
    """Makes `source` a part of `into`: what is filed there, its addresses, and what `moves` says.

    Its row is gone afterwards, and its address leads to `into`; `unmerging.unmerge` brings it
    back. Who files under it meanwhile waits for the lock and ends up under `into`. Whoever
    moderated `source` alone does so no more.
    """
    if source.pk == into.pk:
        raise Refused(_("A topic cannot be merged into itself."), "into")
    moves = moves or Moves()
    found = locked(source.pk, into.pk)
    source, into = checked(found.get(source.pk), by), checked(found.get(into.pk), by)
    if into.broader_id == source.pk:
        raise Refused(
            _(
                "“%(into)s” is a narrower topic of “%(source)s”. Merge the other way round, or"
                " take it out from under it first."
            )
            % {"into": into.name, "source": source.name},
            "into",
        )
    touch_pages(source)
    entry = log_act(
        subject_of(source), "merge", by=by, reason=reason, before=str(source.pk), after=str(into.pk)
    )
    _tell_proposers(source, into, entry, by)
    topic_decided(source, Report.Outcome.UPHELD, by=by, reason=reason)
    drop_verdicts_on(source.assignments.all(), by=by)
    kept = keep_merge(source, into, by=by, at=entry.at)
    _move_assignments(source, into)
    kept.state["suggestions"] = move_decisions(source, into)
    _move_names(source, into, moves)
    source.old_slugs.update(topic=into)
    move_readers(source, into)
    _move_narrower(source, into, moves)
    _take_over(source, into, moves)
    note_result(kept, into)
    slug = source.slug
    remove(source)
    TopicSlug.objects.update_or_create(slug=slug, defaults={"topic": into})
    suggest_topic(into)
    return into


def _move_names(source: Topic, into: Topic, moves: Moves) -> None:
    """The others go with the row."""
    moved = source.names.all()
    if moves.names is not None:
        moved = moved.filter(key__in=moves.names)
    # Of two names in one language the target's stands
    taken = into.names.filter(is_label=True).values("language")
    moved.filter(is_label=True, language__in=taken).update(is_label=False)
    moved.update(topic=into, is_alias=True)
    known = into.cues.values("key")
    source.cues.exclude(key__in=known).update(topic=into)


def _move_narrower(source: Topic, into: Topic, moves: Moves) -> None:
    """Two levels: what was under the source stands beside a target that is itself narrower."""
    if not moves.narrower:
        return
    above = into.broader or into
    above.related.remove(*source.narrower.all())  # what is narrower is not related besides
    source.narrower.update(broader=above)


def take_in(pk: int, into: Topic) -> None:
    """Moves what is filed under a topic that nobody asking may see, and lets it go, silently.

    Its spelling, addresses and other names are not kept: they would tell of it.
    """
    unseen = locked(pk).get(pk)
    if unseen is not None:
        _move_assignments(unseen, into)
        unseen.narrower.update(broader=None)
        remove(unseen)


def _tell_proposers(source: Topic, into: Topic, entry: ModerationEntry, by: User) -> None:
    """Of a topic that was still proposed: what was merged, and what is accepted by it."""
    if source.accepted_at is None:
        tell_proposer(source, entry, by=by)
    elif into.accepted_at is None:
        tell_proposer(into, entry, by=by, act="accept")


def _move_assignments(source: Topic, into: Topic) -> None:
    """Of two on one annotation the earlier stays; four statements, however many there are."""
    Assignment.objects.filter(
        Exists(beside_of(source).filter(at__lt=OuterRef("at"))), topic=into
    ).delete()
    Assignment.objects.filter(Exists(beside_of(into)), topic=source).delete()
    Assignment.objects.filter(topic=source).update(topic=into)


def _take_over(source: Topic, into: Topic, moves: Moves) -> None:
    """What the target lacks: a description, an address elsewhere, and that it was accepted."""
    words = [into.description] if into.description else []
    if source.description and (moves.description or not words):
        words.append(source.description)
    into.description = "\n\n".join(words)[:DESCRIPTION_LIMIT]
    into.uri = into.uri or source.uri
    if into.accepted_at is None:
        into.accepted_at, into.accepted_by = source.accepted_at, source.accepted_by
    into.save(update_fields=["description", "uri", "accepted_at", "accepted_by"])
    related = source.related.exclude(pk__in=[into.pk, into.broader_id or 0])
    into.related.add(*related.exclude(broader=into))
