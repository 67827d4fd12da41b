"""Which notes of an article a reader wants to see: what the margin and the discussion filter by.

The filter is the query of an address, so that it can be shared: `?kind=question&mine=1`. What a
value names that the reader cannot see matches nothing. All of it stands on `Thread.visible_to`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from annotations.models import Annotation, Placement, Thread, Topic
from annotations.reading.cards import kind_label
from annotations.reading.text import PassageRow, passage_rows
from annotations.reading.unread import new_in, visits
from annotations.topics.dossier import topic_for
from articles.models import Article, Block

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User

LONGEST = 150  # characters of a value
MOST_PASSAGES = 2000  # in one answer; the rest of them come by window
MOST_OFFERED = 60  # topics or people to choose from
NOWHERE = 2**31 - 1
AUDIENCES = {"everyone": "everyone", "members": "members", "me": "person"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A filter; what is empty asks for nothing."""

    kind: str = ""
    topic: str = ""  # slug
    person: str = ""  # username
    audience: str = ""  # everyone, members, me, or the slug of a group
    mine: str = ""
    new: str = ""
    open: str = ""  # questions that nobody else answered
    block: str = ""  # key of the block in which the passage begins

    @classmethod
    def read(cls, given: Mapping[str, Any]) -> Wanted:
        """From the query of an address; switches are on with `1`."""
        values = {name: _value(given, name) for name in cls.__dataclass_fields__}
        for name in ("mine", "new", "open"):
            values[name] = "1" if values[name] == "1" else ""
        return cls(**values)

    def __bool__(self) -> bool:
        return any(asdict(self).values())

    def query(self, **other: str) -> str:
        """The filter as the query of an address, with some of it changed."""
        values = {**asdict(self), **other}
        return urlencode({name: value for name, value in values.items() if value})


def _value(given: Mapping[str, Any], name: str) -> str:
    value = given.get(name, "")
    return value.replace("\0", "")[:LONGEST].strip() if isinstance(value, str) else ""


def matching(
    article: Article, user: User | AnonymousUser, wanted: Wanted, topic: Topic | None = None
) -> QuerySet[Thread]:
    """The threads of an article that `user` may see and the filter lets through.

    `topic` is the one that the filter names, where it was found. Two queries where what is new is
    wanted, else none.
    """
    threads: QuerySet[Thread] = Thread.objects.visible_to(user).filter(article=article)
    for said in _narrowings(article, user, wanted, topic):
        threads = threads.filter(pk__in=said.values("thread_id"))
    if wanted.audience:
        threads = threads.filter(_said_to(wanted.audience))
    if wanted.open:
        threads = threads.filter(resolved_at=None)
    if wanted.block:
        here = Placement.objects.current().of_openings().filter(start_key=wanted.block)
        threads = threads.filter(pk__in=here.values("thread_id"))
    return threads


def _narrowings(
    article: Article, user: User | AnonymousUser, wanted: Wanted, topic: Topic | None
) -> Iterator[QuerySet[Any]]:
    """For each thing asked of what is said in a thread: all that answers it here."""
    said: QuerySet[Any] = Annotation.objects.visible_to(user).filter(thread__article=article)
    if wanted.kind:
        yield said.filter(parent=None, kind=wanted.kind)
    if wanted.topic:
        yield said.filter(assignments__topic=topic) if topic else said.none()
    if wanted.person:
        yield said.filter(author__username=wanted.person)
    if wanted.mine:
        yield said.filter(author_id=user.pk) if user.is_authenticated else said.none()
    if wanted.open:
        answers = Annotation.objects.visible_to(user).filter(
            ~Q(author_id=OuterRef("author_id")),
            thread_id=OuterRef("thread_id"),
            parent__isnull=False,
        )
        yield said.filter(~Exists(answers), parent=None, kind=Annotation.Kind.QUESTION)
    if wanted.new:
        yield said.filter(pk__in=_new(article, user))


def _said_to(audience: str) -> Q:
    kind = AUDIENCES.get(audience)
    return Q(audience_kind=kind) if kind else Q(audience__group__slug=audience)


def _new(article: Article, user: User | AnonymousUser) -> list[int]:
    if not user.is_authenticated:
        return []
    visit = visits([article.pk], user).get(article.pk)
    return [one.pk for one in new_in(visit, user)]


class Chip(NamedTuple):
    """One thing that is asked for, in words, and the filter without it."""

    name: str
    words: str
    without: str


class Matches(NamedTuple):
    """What of an article a filter lets through, in an order."""

    keys: list[str]
    rows: list[PassageRow]  # passages in the text, at most 2,000
    chips: list[Chip]


def matches(
    article: Article, user: User | AnonymousUser, wanted: Wanted, order: str = "text"
) -> Matches:
    """Keys of threads and their passages; at most ten queries, however much is said."""
    topic = topic_for(user, wanted.topic) if wanted.topic else None
    threads = matching(article, user, wanted, topic)
    rows = passage_rows(threads)
    keys = _keys(threads, _in_text_order(rows, article), order)
    placed = [row for row in rows if not row.is_lost]
    return Matches(keys, placed[:MOST_PASSAGES], chips(article, user, wanted, topic))


def _keys(threads: QuerySet[Thread], places: dict[str, Any], order: str) -> list[str]:
    fields = ("audience_kind", "audience_id", "number", "active_at", "readable_count")
    found = list(threads.only(*fields).order_by("-pk"))
    if order == "active":
        found.sort(key=lambda thread: thread.active_at, reverse=True)
    elif order == "discussed":
        found.sort(key=lambda thread: thread.readable_count, reverse=True)
    elif order == "text":
        after_all = (NOWHERE, 0, 0)
        found.sort(key=lambda thread: (places.get(thread.key, after_all), thread.pk))
    return [thread.key for thread in found]


def _in_text_order(rows: list[PassageRow], article: Article) -> dict[str, Any]:
    """Where the first passage of each thread stands, by its key; one query."""
    here = Block.objects.filter(revision_id=article.standing_pk)
    positions = dict(here.values_list("key", "position"))
    places: dict[str, Any] = {}
    for row in rows:
        place = (positions.get(row.start_key, NOWHERE), row.start, row.end)
        places[row.key] = min(place, places.get(row.key, place))
    return places


def chips(
    article: Article, user: User | AnonymousUser, wanted: Wanted, topic: Topic | None
) -> list[Chip]:
    """What is asked for, in words; a query each for a person, a group, a block."""
    words = {
        "kind": kind_label(wanted.kind),
        "topic": topic.name if topic else wanted.topic,
        "person": wanted.person and _name_of(article, user, wanted.person),
        "audience": wanted.audience and _audience_name(article, user, wanted.audience),
        "mine": wanted.mine and _("I take part"),
        "new": wanted.new and _("New to me"),
        "open": wanted.open and _("Unanswered questions"),
        "block": wanted.block and _block_words(article, wanted.block),
    }
    return [Chip(name, said, wanted.query(**{name: ""})) for name, said in words.items() if said]


def _name_of(article: Article, user: User | AnonymousUser, person: str) -> str:
    """As they are named to those who may read something of them here; else as it was asked."""
    said = Annotation.objects.visible_to(user).filter(
        thread__article=article, author__username=person
    )
    return said.values_list("author__display_name", flat=True).first() or person


def _audience_name(article: Article, user: User | AnonymousUser, audience: str) -> str:
    if audience in AUDIENCES:
        return str(audience_words()[audience])
    here = Thread.objects.visible_to(user).filter(article=article)
    of_group = here.filter(audience__group__slug=audience)
    return of_group.values_list("audience__group__name", flat=True).first() or audience


def _block_words(article: Article, key: str) -> str:
    here = Block.objects.filter(revision_id=article.standing_pk, key=key)
    number = here.values_list("number", flat=True).first()
    return f"¶ {number}" if number else _("One paragraph")


def audience_words() -> dict[str, str]:
    return {"everyone": _("Everyone"), "members": _("Members"), "me": _("Only me")}


class Offered(NamedTuple):
    """What can be chosen in a filter here: values with their words."""

    kinds: list[tuple[str, str]]
    topics: list[tuple[str, str]]
    people: list[tuple[str, str]]
    audiences: list[tuple[str, str]]


def offered(article: Article, user: User | AnonymousUser) -> Offered:
    """As far as the reader may read it; three queries."""
    said = Annotation.objects.visible_to(user).filter(thread__article=article).order_by()
    filed = said.filter(assignments__isnull=False)
    topics = filed.values_list("assignments__topic__slug", "assignments__topic__name")
    people = said.filter(author__isnull=False).values_list(
        "author__username", "author__display_name"
    )
    return Offered(
        kinds=[(kind.value, str(kind.label)) for kind in Annotation.Kind],
        topics=_most_used(topics),
        people=_most_used(people),
        audiences=_audiences(article, user),
    )


def _most_used(values: Any) -> list[tuple[str, str]]:
    """The most used of some pairs, by name."""
    rows = values.annotate(times=Count("pk")).order_by("-times")[:MOST_OFFERED]
    pairs = [(value, name or value) for value, name, _times in rows]
    return sorted(pairs, key=lambda pair: pair[1].casefold())


def _audiences(article: Article, user: User | AnonymousUser) -> list[tuple[str, str]]:
    rows = (
        Thread.objects.visible_to(user)
        .filter(article=article)
        .order_by()
        .values_list("audience_kind", "audience__group__slug", "audience__group__name")
        .distinct()
    )
    words, names = audience_words(), {kind: name for name, kind in AUDIENCES.items()}
    found = [
        (slug, group) if slug else (names[kind], words[names[kind]]) for kind, slug, group in rows
    ]
    return sorted(found, key=lambda pair: pair[1].casefold())
