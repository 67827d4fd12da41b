"""Filing an annotation under topics by the names that were typed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from annotations.models import Annotation, Assignment, Topic, TopicName, TopicSlug
from annotations.models.topic import NAME_LIMIT, lookalikes, topic_key
from annotations.topics.telling import tell_followers_of
from articles.normalising import normalise
from ncr.accounts.models import User
from ncr.refusals import Refused

MOST = 10
ATTEMPTS = 5


def clean_names(names: Iterable[str]) -> list[str]:
    """Names without empty ones and repetitions; refuses what cannot be a topic's name."""
    kept: dict[str, str] = {}
    for name in names:
        tidy = " ".join(normalise(name).split())
        if not tidy:
            continue
        key = topic_key(tidy)
        if len(tidy) > NAME_LIMIT or len(key) > 2 * NAME_LIMIT:
            raise Refused(
                _("A topic's name has at most %(most)d characters.") % {"most": NAME_LIMIT},
                "topics",
            )
        if not any(sign.isalnum() for sign in key):
            raise Refused(_("“%(name)s” cannot be a topic.") % {"name": tidy}, "topics")
        kept.setdefault(key, tidy)
    if len(kept) > MOST:
        raise Refused(
            _("An annotation goes under at most %(most)d topics.") % {"most": MOST}, "topics"
        )
    return list(kept.values())


def are_topics_of(annotation: Annotation, names: list[str]) -> bool:
    """Whether an annotation is filed under these names already; one query."""
    filed = annotation.assignments.values_list("topic__name", flat=True)
    return {topic_key(name) for name in names} == {topic_key(name) for name in filed}


def file_under(annotation: Annotation, wanted: set[int], *, by: User, at: datetime) -> None:
    """Makes these, whose names `named` locked, the topics of an annotation.

    Assignments that stay keep who made them and when.
    """
    # Locked before the database deletes what refers to them, as who disputes one locks it first
    others = annotation.assignments.select_for_update().exclude(topic_id__in=wanted)
    if ids := list(others.order_by("pk").values_list("pk", flat=True)):
        Assignment.objects.filter(pk__in=ids).delete()
    if wanted:
        Assignment.objects.bulk_create(
            [Assignment(annotation=annotation, topic_id=pk, by=by, at=at) for pk in wanted],
            ignore_conflicts=True,
        )
        tell_followers_of(annotation, wanted, at)


def named(names: list[str], *, by: User) -> set[int]:
    """The ids of the topics of these names, made where they are not known.

    To be called before an article or a counter is locked (see `annotating`).
    The names stay locked until the transaction ends, in the order of their keys: somebody who
    merges topics meanwhile waits, and then takes along what is filed here; somebody who merged
    them a moment ago has left the name with the topic that it belongs to now. The names alone
    are asked for, since PostgreSQL looks at a row that changed under its lock again, but not at
    rows of other tables joined to it.
    """
    keys = {topic_key(name): name for name in names}
    if not keys:
        return set()
    known = dict(
        TopicName.objects.select_for_update(no_key=True)
        .filter(key__in=keys)
        .order_by("key")
        .values_list("key", "topic_id")
    )
    if known:
        _respell_unseen(known, keys, by)
    new = {key: name for key, name in sorted(keys.items()) if key not in known}
    check_alike(new, by)
    proposed = {propose(name, by=by).pk for name in new.values()}
    return {*known.values(), *proposed}


def check_alike(names: dict[str, str], by: User, field: str = "topics") -> None:
    """Refuses new names, by their keys, that only look like a known one; at most one query.

    Letters of another alphabet make another key; nobody can tell “СFE” with a Cyrillic С from
    “CFE”. Compared with the topics that `by` may see: a refusal must not tell of others.
    """
    alike = {twin: name for key, name in names.items() for twin in lookalikes(key) if twin != key}
    if not alike:
        return
    found = TopicName.objects.filter(key__in=alike, topic__in=Topic.objects.visible_to(by)).first()
    if found is not None:
        raise Refused(
            _(
                "“%(name)s” looks like the topic “%(other)s”, but has letters of another alphabet."
                " Type that one, or choose another name."
            )
            % {"name": alike[found.key], "other": found.name},
            field,
        )


def _respell_unseen(known: dict[str, int], keys: dict[str, str], by: User) -> None:
    """Makes proposals that `by` cannot know of theirs, in their spelling; one query, mostly.

    Otherwise a capital letter would tell them that somebody used the name in private.
    """
    unseen = (
        Topic.objects.filter(pk__in=known.values(), accepted_at=None)
        .exclude(proposed_by=by)
        .exclude(pk__in=Topic.objects.visible_to(by).values("pk"))
    )
    for topic in unseen:
        name = keys.get(topic_key(topic.name))
        if name is not None:
            topic.name, topic.proposed_by = name, by
            topic.slug = free_slug(name, topic)
            topic.save(update_fields=["name", "slug", "proposed_by"])
            topic.names.filter(is_alias=False).update(name=name)


def propose(name: str, *, by: User | None) -> Topic:
    """A new topic of this name; when somebody was quicker, theirs."""
    key = topic_key(name)
    for _attempt in range(ATTEMPTS):
        try:
            with transaction.atomic():
                topic = Topic.objects.create(name=name, slug=free_slug(name), proposed_by=by)
                TopicName.objects.create(topic=topic, name=name, key=key, is_alias=False)
                return topic
        except IntegrityError:
            # Somebody else took the name, or with another name the slug
            known = TopicName.objects.select_related("topic").filter(key=key).first()
            if known is not None:
                return known.topic
    raise Refused(_("Others are proposing topics at this moment. Send it again."), "topics")


def free_slug(name: str, topic: Topic | None = None) -> str:
    """A slug for this name that no other topic has or had."""
    pk = topic.pk if topic else None
    base = slugify(name, allow_unicode=True)[:90] or "topic"
    slug, count = base, 1
    while (
        Topic.objects.filter(slug=slug).exclude(pk=pk).exists()
        or TopicSlug.objects.filter(slug=slug).exclude(topic=pk).exists()
    ):
        count += 1
        slug = f"{base}-{count}"
    return slug
