"""Topics offered while one types: by name and alias, those of the article at hand first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count

from annotations.models import Annotation, Assignment, Topic, TopicName
from annotations.models.topic import topic_key
from annotations.topics.finding import named_like

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User

MOST = 8


@dataclass(frozen=True, slots=True)
class Offered:
    """A topic by its name, how often it is used here, and the alias by which it was found."""

    name: str
    slug: str
    count: int
    alias: str = ""


def offered(user: User | AnonymousUser, typed: str, slug: str = "") -> list[Offered]:
    """Topics with a name or alias that has a word beginning as `typed`; four queries.

    First those under which something that the reader may read is filed in the article `slug`,
    the most used first, then others by name. The words that merely tell of a topic find nothing.
    """
    counts = _counts_in(slug, user) if slug else {}
    seen = named_like(Topic.objects.visible_to(user), typed)
    here = list(seen.filter(pk__in=counts).only("name", "slug"))
    here.sort(key=lambda one: (-counts[one.pk], one.name.casefold()))
    others = seen.exclude(pk__in=counts).only("name", "slug").order_by("name")
    found = [*here[:MOST], *others[: max(0, MOST - len(here))]]
    aliases = _aliases(found, typed)
    return [
        Offered(one.name, one.slug, counts.get(one.pk, 0), aliases.get(one.pk, "")) for one in found
    ]


def _counts_in(slug: str, user: User | AnonymousUser) -> dict[int, int]:
    """How much of each topic the reader may read in an article."""
    readable = Annotation.objects.visible_to(user).filter(thread__article__slug=slug)
    filed = Assignment.objects.filter(article__slug=slug, annotation__in=readable)
    return dict(filed.values_list("topic_id").annotate(count=Count("pk")).order_by())


def _aliases(found: list[Topic], typed: str) -> dict[int, str]:
    """The alias that was meant, of topics whose own name was not."""
    key = topic_key(typed.replace("\0", ""))
    missed = [one.pk for one in found if key and not _begins(topic_key(one.name), key)]
    names = TopicName.objects.filter(topic__in=missed, is_alias=True).order_by("-key")
    return {one.topic_id: one.name for one in names if _begins(one.key, key)}


def _begins(key: str, typed: str) -> bool:
    """Whether a word of a name begins so."""
    return key.startswith(typed) or f" {typed}" in key
