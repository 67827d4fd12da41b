"""Which part of the queue somebody looks at: read from an address, written back into links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from annotations.admin.filters import articles_meant, people_meant, topics_meant
from annotations.models import Assignment, ReviewItem
from annotations.queueing import CLAIM, items_for
from ncr.accounts.models import User

WAITING, MINE, DECIDED = "waiting", "mine", "decided"
STATES = {WAITING: _("Waiting"), MINE: _("Mine"), DECIDED: _("Decided")}
DAY = timedelta(days=1)
# Labels, with how long ago an item came at the earliest and at the latest
AGES: dict[str, tuple[Any, timedelta | None, timedelta | None]] = {
    "today": (_("Less than a day"), DAY, None),
    "day": (_("A day to a week"), 7 * DAY, DAY),
    "week": (_("More than a week"), None, 7 * DAY),
}
CHOICES: dict[str, tuple[Any, dict[str, Any]]] = {
    "cause": (_("Reason"), dict(ReviewItem.Cause.choices)),
    "trust": (_("Author is"), dict(User.Trust.choices)),
    "age": (_("Waiting for"), {name: age[0] for name, age in AGES.items()}),
}
TYPED = {"article": _("Article"), "topic": _("Topic"), "author": _("Author")}


@dataclass(frozen=True)
class Chosen:
    """What the list of the queue is narrowed to; an empty word leaves it as wide as it is."""

    state: str = WAITING
    cause: str = ""
    trust: str = ""
    age: str = ""
    article: str = ""
    topic: str = ""
    author: str = ""

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Chosen:
        """From an address; what means nothing is left out."""
        state = given.get("state", "")
        known = {
            name: value
            for name, (_label, choices) in CHOICES.items()
            if (value := given.get(name, "")) in choices
        }
        typed = {name: given.get(name, "").replace("\0", "").strip()[:200] for name in TYPED}
        return cls(state if state in STATES else WAITING, **known, **typed)

    def query(self, **changed: str) -> str:
        """As a part of an address, with some of it changed."""
        wanted = asdict(replace(self, **changed))
        return urlencode(
            {
                name: value
                for name, value in wanted.items()
                if value and (name, value) != ("state", WAITING)
            }
        )

    def others(self) -> list[tuple[str, str]]:
        """What a form of the typed words has to carry along."""
        return [
            (one.name, getattr(self, one.name)) for one in fields(self) if one.name not in TYPED
        ]

    def typed(self) -> list[tuple[str, Any, str]]:
        return [(name, label, getattr(self, name)) for name, label in TYPED.items()]

    def named(self) -> Iterator[tuple[Any, Any, str]]:
        """What it is narrowed to: its label, its value in words, the address without it."""
        for name, (label, choices) in CHOICES.items():
            if value := getattr(self, name):
                yield label, choices[value], self.query(**{name: ""})
        for name, label in TYPED.items():
            if value := getattr(self, name):
                yield label, value, self.query(**{name: ""})

    def menus(self) -> Iterator[tuple[Any, list[tuple[Any, str, bool]]]]:
        """Each choice as links: its words, its address, whether it is the chosen one."""
        for name, (label, choices) in CHOICES.items():
            mine = getattr(self, name)
            links = [
                (words, self.query(**{name: value}), mine == value)
                for value, words in {"": _("Any"), **choices}.items()
            ]
            yield label, links

    def states(self) -> list[tuple[Any, str, bool]]:
        return [
            (words, self.query(state=name), name == self.state) for name, words in STATES.items()
        ]

    @property
    def is_decided(self) -> bool:
        return self.state == DECIDED

    @property
    def order(self) -> tuple[str, str]:
        return ("-closed_at", "-id") if self.is_decided else ("-rank", "-id")


def found_for(user: Any, chosen: Chosen) -> QuerySet[ReviewItem]:
    """The items that somebody may see and chose, in the order of the list.

    At most one query more for each word that was typed.
    """
    now = timezone.now()
    found = items_for(user).filter(_in_state(user, chosen.state, now))
    if chosen.cause:
        found = found.filter(cause=chosen.cause)
    if chosen.trust:
        # Asked of each item that is walked past: a join would begin at the people
        meant = User.objects.filter(pk=OuterRef("author_id"), trust=chosen.trust)
        found = found.filter(Exists(meant))
    if chosen.age:
        found = found.filter(_of_age(chosen.age, now))
    for name in TYPED:
        if value := getattr(chosen, name):
            found = found.filter(_meant(name, value))
    return found.order_by(*chosen.order)


def _in_state(user: Any, state: str, now: datetime) -> Q:
    if state == DECIDED:
        return ~Q(closed_at=None)  # in the words of the index, which SQLite wants
    if state == MINE:
        return Q(closed_at=None, claimed_by_id=user.pk, claimed_at__gte=now - CLAIM)
    return Q(closed_at=None)


def _of_age(age: str, now: datetime) -> Q:
    _label, within, beyond = AGES[age]
    meant = Q()
    if within is not None:
        meant &= Q(opened_at__gt=now - within)
    if beyond is not None:
        meant &= Q(opened_at__lte=now - beyond)
    return meant


def _meant(name: str, value: str) -> Q:
    if name == "article":
        return Q(article_id__in=articles_meant(value))
    if name == "author":
        return Q(author_id__in=people_meant(value))
    topics = topics_meant(value)
    filed = Assignment.objects.filter(topic_id__in=topics)
    return (
        Q(topic_id__in=topics)
        | Q(assignment_id__in=filed.values("pk"))
        | Q(annotation_id__in=filed.values("annotation_id"))
    )


def waiting_count(user: Any, most: int) -> int:
    """How many items wait for this moderator; counts to `most`."""
    return len(found_for(user, Chosen()).values_list("pk")[:most])


def beside(user: Any, chosen: Chosen, item: ReviewItem) -> tuple[int | None, int | None]:
    """The items before and after one in what was chosen, whether or not it is still among them.

    Two queries, each of which takes up the index at the item's own place in it.
    """
    name = chosen.order[0].lstrip("-")
    at = getattr(item, name)
    if at is None:  # of the decided one looks at one that waits
        return None, _first(found_for(user, chosen))
    before = Q(**{f"{name}__gte": at}) & (Q(**{f"{name}__gt": at}) | Q(pk__gt=item.pk))
    after = Q(**{f"{name}__lte": at}) & (Q(**{f"{name}__lt": at}) | Q(pk__lt=item.pk))
    found = found_for(user, chosen).exclude(pk=item.pk)
    return _first(found.filter(before).reverse()), _first(found.filter(after))


def following(user: Any, chosen: Chosen, item: ReviewItem) -> int | None:
    """The item that is shown once this one is decided: the next, or else the first there is."""
    if chosen.is_decided:
        return None
    _before, after = beside(user, chosen, item)
    return after or _first(found_for(user, chosen).exclude(pk=item.pk))


def _first(found: QuerySet[ReviewItem]) -> int | None:
    return found.values_list("pk", flat=True).first()
