"""A vocabulary as it goes out and comes in: its entries, free of any format and of any table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.conf import settings

from annotations.models import Topic, TopicCue, TopicName

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User


@dataclass(slots=True)
class Term:
    """One topic of a vocabulary; other topics are named by their names."""

    name: str
    address: str = ""  # the topic's own page; where it comes from elsewhere, its address there
    description: str = ""
    aliases: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)  # by code of the language (BCP 47)
    cues: list[str] = field(default_factory=list)
    broader: str = ""
    related: list[str] = field(default_factory=list)
    uri: str = ""
    place: str = ""  # where it stands in the file that it came from, in words
    is_proposed: bool = False


def vocabulary_for(user: User | AnonymousUser, *, proposed: bool = False) -> list[Term]:
    """The accepted topics, in the order of their names; four queries for the anonymous.

    What is proposed is no part of the vocabulary yet; with `proposed` it comes along all the same.
    """
    seen = Topic.objects.visible_to(user).order_by("name", "pk")
    topics = list(seen if proposed else seen.exclude(accepted_at=None))
    terms = {
        one.pk: Term(
            one.name,
            address_of(one),
            one.description,
            uri=one.uri,
            is_proposed=one.accepted_at is None,
        )
        for one in topics
    }
    for one in topics:
        if one.broader_id in terms:
            terms[one.pk].broader = terms[one.broader_id].name
    _name(terms)
    for pk, words in TopicCue.objects.order_by("words").values_list("topic_id", "words"):
        if pk in terms:
            terms[pk].cues.append(words)
    pairs = Topic.related.through.objects.values_list("from_topic_id", "to_topic_id")
    for one_pk, other in pairs:
        if one_pk in terms and other in terms:
            terms[one_pk].related.append(terms[other].name)
    for term in terms.values():
        term.related.sort()
    return list(terms.values())


def address_of(topic: Topic) -> str:
    return f"{settings.SITE_URL}{topic.get_absolute_url()}"


def _name(terms: dict[int, Term]) -> None:
    rows = TopicName.objects.filter(is_alias=True).order_by("name")
    for pk, name, language, is_label in rows.values_list(
        "topic_id", "name", "language", "is_label"
    ):
        if pk not in terms:
            continue
        if is_label:
            terms[pk].labels[language] = name
        else:
            terms[pk].aliases.append(name)


def narrower_of(terms: Iterable[Term]) -> dict[str, list[Term]]:
    """By the name of a topic, those that are under it."""
    below: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        if term.broader:
            below[term.broader].append(term)
    return below
