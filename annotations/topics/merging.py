"""Merging: two topics that are one become one, with all that is filed under either.

What is filed in private moves too, and nobody is told of it: the pages that are made anew, the
log and the answer speak only of what everybody may read.
"""

from __future__ import annotations

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from annotations.logbook import log_act
from annotations.models import Assignment, ModerationEntry, Report, Topic, TopicSlug
from annotations.reporting import topic_decided
from annotations.topics.judging import drop_verdicts_on
from annotations.topics.keeping import (
    checked,
    locked,
    remove,
    subject_of,
    tell_proposer,
    touch_pages,
)
from ncr.accounts.models import User
from ncr.refusals import Refused


@transaction.atomic
def merge(source: Topic, into: Topic, *, by: User, reason: str = "") -> Topic:
    """Makes `source` a part of `into`: its names, addresses, assignments and narrower topics.

    Its row is gone afterwards, and its address leads to `into`. Who files under it meanwhile
    waits for the lock and ends up under `into`. Whoever moderated `source` alone does so no more:
    only an owner gives roles.
    """
    if source.pk == into.pk:
        raise Refused(_("A topic cannot be merged into itself."), "into")
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
    drop_verdicts_on(source, by=by)
    _move_assignments(source, into)
    source.names.update(topic=into, is_alias=True)
    source.old_slugs.update(topic=into)
    # Two levels: what was under the source stands beside a target that is itself narrower
    source.narrower.update(broader=into.broader_id or into.pk)
    _take_over(source, into)
    slug = source.slug
    remove(source)
    TopicSlug.objects.update_or_create(slug=slug, defaults={"topic": into})
    return into


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
        Exists(_beside(source).filter(at__lt=OuterRef("at"))), topic=into
    ).delete()
    Assignment.objects.filter(Exists(_beside(into)), topic=source).delete()
    Assignment.objects.filter(topic=source).update(topic=into)


def _beside(topic: Topic) -> QuerySet[Assignment]:
    return Assignment.objects.filter(topic=topic, annotation_id=OuterRef("annotation_id"))


def _take_over(source: Topic, into: Topic) -> None:
    """What the target lacks: a description, and that it was accepted."""
    into.description = into.description or source.description
    if into.accepted_at is None:
        into.accepted_at, into.accepted_by = source.accepted_at, source.accepted_by
    into.save(update_fields=["description", "accepted_at", "accepted_by"])
