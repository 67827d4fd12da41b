"""Filing an annotation under topics by the names that were typed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from annotations.models import Annotation, Assignment, Topic, TopicName
from annotations.models.topic import NAME_LIMIT, topic_key
from articles.normalising import normalise
from ncr.accounts.models import User
from ncr.refusals import Refused

MOST = 10


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


def file_under(annotation: Annotation, names: list[str], *, by: User, at: datetime) -> None:
    """Makes `names` the topics of an annotation; unknown ones are proposed.

    Assignments that stay keep who made them and when.
    """
    wanted = [topic.pk for topic in named(names, by=by)]
    annotation.assignments.exclude(topic_id__in=wanted).delete()
    if wanted:
        Assignment.objects.bulk_create(
            [Assignment(annotation=annotation, topic_id=pk, by=by, at=at) for pk in wanted],
            ignore_conflicts=True,
        )


def named(names: list[str], *, by: User) -> list[Topic]:
    """The topics of these names, each once, made where they are not known."""
    if not names:
        return []
    keys = {topic_key(name): name for name in names}
    known = {
        entry.key: entry.topic
        for entry in TopicName.objects.filter(key__in=keys).select_related("topic")
    }
    found = [known.get(key) or propose(name, by=by) for key, name in keys.items()]
    return list({topic.pk: topic for topic in found}.values())


def propose(name: str, *, by: User | None) -> Topic:
    """A new topic of this name; when somebody was quicker, theirs."""
    key = topic_key(name)
    try:
        with transaction.atomic():
            topic = Topic.objects.create(name=name, slug=_free_slug(name), proposed_by=by)
            TopicName.objects.create(topic=topic, name=name, key=key, is_alias=False)
            return topic
    except IntegrityError:
        return TopicName.objects.select_related("topic").get(key=key).topic


def _free_slug(name: str) -> str:
    base = slugify(name, allow_unicode=True)[:90] or "topic"
    slug, count = base, 1
    while Topic.objects.filter(slug=slug).exists():
        count += 1
        slug = f"{base}-{count}"
    return slug
