"""How many queries a page costs: the number stands here, and is the same at every size."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from annotations import annotating, moderating, reacting
from annotations.models import Annotation, Reading
from annotations.reading import stored
from articles.models import Article
from ncr.accounts.models import Audience, User, audience_ids
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"
VISITORS = ("anonymous", "member", "moderator")
SMALL, LARGE = 5, 120


@dataclass
class Room:
    """An article that is talked about, other articles besides, and three visitors."""

    article: Article
    people: list[User]
    clients: dict[str, Client]

    @classmethod
    def opened(cls) -> Room:
        member, moderator = factories.person("member"), factories.moderator()
        people = [member, moderator, *(factories.person() for _ in range(4))]
        factories.group(member, people[2])
        clients = {"anonymous": Client(), "member": Client(), "moderator": Client()}
        clients["member"].force_login(member, BACKEND)
        clients["moderator"].force_login(moderator, BACKEND)
        room = cls(factories.article(), people, clients)
        room.grow(SMALL)
        return room

    def grow(self, size: int) -> None:
        """Until the article has `size` openings, with all that a page can show of them."""
        writers = cycle(self.people)
        begun = Annotation.objects.filter(thread__article=self.article, parent=None).count()
        for number in range(begun, size):
            self._thread(number, next(writers), next(writers))
        self._one_long_thread(size)
        elsewhere = factories.article()  # noise: an article of which no page here is
        factories.annotation(elsewhere, next(writers), topics=["Ferries"])

    def _thread(self, number: int, by: User, other: User) -> None:
        words = (None, "train stops", "second train", "at night")[number % 4]
        audience = ("everyone", "everyone", "everyone", "members", "me")[number % 5]
        note = factories.annotation(
            self.article,
            by,
            f"Note {number}.",
            words=words,
            audience=audience,
            topics=["Ferries", f"Topic {number}"],
        )
        if audience == "me":
            return
        answer = annotating.reply(by=other, to=note, body="An answer.")
        annotating.reply(by=by, to=answer, body="And back.")
        reacting.react(answer, by=by, kind="agree")
        if number % 7 == 0:
            moderating.hide(answer, by=self.people[1], reason="noise")
        if number % 11 == 0:
            annotating.withdraw(note, by=by)

    def _one_long_thread(self, size: int) -> None:
        """The first thread has as many replies and versions as the article has threads."""
        opening = self.opening
        last = opening
        for number in range(opening.thread.annotations.count(), size):
            last = annotating.reply(by=self.people[number % 6], to=last, body=f"Reply {number}.")
        for version in range(opening.version, size):
            annotating.edit(opening, by=opening.author, body=f"Text {version}.", version=version)

    @property
    def opening(self) -> Annotation:
        """An opening on a passage that stands, and that everyone may read."""
        return (
            Annotation.objects.visible_to(self.people[2])
            .filter(thread__article=self.article, parent=None, thread__audience_kind="everyone")
            .exclude(anchors=None)
            .earliest("pk")
        )

    @property
    def reply(self) -> Annotation:
        return self.opening.replies.published().earliest("pk")

    def queries(self, visitor: str, address: str) -> int:
        with CaptureQueriesContext(connection) as caught:
            response = self.clients[visitor].get(address)
        assert response.status_code == 200, address
        return len(caught)


Address = Callable[[Room], str]


def of_article(name: str, query: str = "") -> Address:
    return lambda room: reverse(name, args=[room.article.slug]) + query


def of_blocks(name: str) -> Address:
    def address(room: Room) -> str:
        keys = [factories.block(room.article, words).key for words in ("night", "second train")]
        return reverse(name, args=[room.article.slug]) + "?" + "&".join(f"block={k}" for k in keys)

    return address


def of_block(room: Room) -> str:
    return reverse("block", args=[room.article.slug, factories.block(room.article).key])


# For each page, what it costs the anonymous, a member and a moderator. Of what a member pays, four
# are the session, the person, their audiences and whether they moderate.
PAGES: dict[str, tuple[Address, tuple[int, int, int]]] = {
    "home": (lambda _room: reverse("home"), (10, 15, 16)),  # three when something was said
    "articles": (lambda _room: reverse("articles"), (3, 9, 10)),  # two for permissions
    "article": (of_article("article"), (1, 1, 1)),
    "overlay": (of_article("overlay"), (1, 9, 10)),
    "cards": (of_blocks("cards"), (6, 9, 10)),
    "cards by key": (of_article("cards", "?note=1&note=2&note=m1"), (5, 8, 9)),
    "passages": (of_blocks("passages"), (2, 5, 5)),
    "matching": (of_article("matching", "?kind=comment&person=member"), (5, 8, 9)),
    "matching a topic": (of_article("matching", "?topic=ferries&open=1"), (5, 8, 9)),
    "matching what is new": (of_article("matching", "?new=1"), (2, 6, 7)),
    "filter": (of_article("filter"), (4, 7, 8)),
    "block": (of_block, (11, 14, 15)),
    "discussion": (of_article("discussion"), (9, 12, 13)),
    "newest": (of_article("discussion", "?order=newest"), (9, 12, 13)),
    "active": (of_article("discussion", "?order=active"), (9, 12, 13)),
    "thread": (lambda room: room.opening.thread.get_absolute_url(), (9, 12, 13)),
    "card": (lambda room: f"{room.opening.thread.get_absolute_url()}card/?replies=24", (4, 7, 8)),
    "a reply": (lambda room: reverse("annotation", args=[room.reply.uuid]), (9, 12, 13)),
    "acts": (lambda room: reverse("acts", args=[room.opening.uuid]), (3, 9, 10)),
    "versions": (lambda room: reverse("versions", args=[room.opening.uuid]), (2, 5, 6)),
    "revision": (lambda room: reverse("revision", args=[room.article.slug, 1]), (11, 14, 15)),
    "topics": (lambda _room: reverse("topics"), (4, 8, 9)),
    "topic": (lambda _room: reverse("topic", args=["ferries"]), (17, 21, 22)),
    "print": (of_article("print"), (9, 12, 13)),
    "print after": (of_article("print", "?notes=after&topic=ferries"), (9, 12, 13)),
    "person": (lambda room: room.people[2].get_absolute_url(), (7, 10, 11)),
    "api articles": (lambda _room: reverse("api:articles"), (1, 4, 4)),
    "api article": (of_article("api:article"), (3, 6, 6)),
    "api threads": (of_article("api:threads"), (6, 9, 10)),
    "api newest": (of_article("api:threads", "?order=newest"), (6, 9, 10)),
    "api active": (of_article("api:threads", "?order=active"), (6, 9, 10)),
    "api thread": (lambda room: reverse("api:thread", args=[room.opening.thread.uuid]), (5, 8, 9)),
    "api annotation": (lambda room: reverse("api:annotation", args=[room.opening.uuid]), (4, 7, 8)),
    "api reactions": (
        lambda room: reverse("api:reactions", args=[room.opening.uuid]),
        (2, 5, 6),
    ),
    "api topics": (
        lambda room: f"{reverse('api:topics')}?q=t&article={room.article.slug}",
        (3, 6, 7),
    ),
}
MADE_ANEW = 10  # the article's page when it is on no shelf


def test_no_page_asks_more_when_more_is_said() -> None:
    room = Room.opened()
    asked: dict[int, dict[str, tuple[int, ...]]] = {}
    for size in (SMALL, LARGE):
        room.grow(size)
        room.queries("anonymous", reverse("article", args=[room.article.slug]))  # lies stored now
        asked[size] = {
            name: tuple(room.queries(who, address(room)) for who in VISITORS)
            for name, (address, _stated) in PAGES.items()
        }
    stated = {name: numbers for name, (_address, numbers) in PAGES.items()}
    assert asked[SMALL] == stated
    # Of topics to choose from, those of the article fill the list, and no others are asked for
    stated["api topics"] = (2, 5, 6)
    assert asked[LARGE] == stated


def test_the_article_with_its_overlay_asks_at_most_ten() -> None:
    room = Room.opened()
    page = reverse("article", args=[room.article.slug])
    made = []
    for size in (SMALL, LARGE):
        room.grow(size)
        made.append(room.queries("anonymous", page))
        both = room.queries("member", page) + room.queries("member", page + "overlay/")
        assert both <= 10
    assert made == [MADE_ANEW, MADE_ANEW]


def test_what_is_new_asks_no_more_however_much_it_is() -> None:
    """The overlay costs who was here before as much as others; the page of what is new, this."""
    room = Room.opened()
    for person in room.people[:2]:
        Reading.objects.create(
            person=person,
            article=room.article,
            revision=room.article.standing,
            seen={str(pk): [] for pk in audience_ids(person)},
            visited_at=timezone.now(),
        )
    for size in (SMALL, LARGE):
        room.grow(size)
        for place, visitor in enumerate(VISITORS[1:], start=1):
            address = reverse("overlay", args=[room.article.slug])
            assert room.queries(visitor, address) == PAGES["overlay"][1][place]
            news = room.queries(visitor, reverse("news", args=[room.article.slug]))
            assert news == (13, 14)[place - 1]


def test_lists_ask_no_more_for_longer_lists() -> None:
    """Of articles, and of the blocks of one."""
    room = Room.opened()
    long = factories.article("".join(f"Paragraph {n} of many.\n\n" for n in range(200)))
    for _ in range(40):
        one = factories.article()
        factories.annotation(one, room.people[0])
    addresses = {
        "articles": reverse("articles"),
        "api articles": reverse("api:articles"),
        "api article": reverse("api:article", args=[long.slug]),
    }
    room.queries("anonymous", reverse("articles"))  # what it tells of each lies in the cache now
    for name, address in addresses.items():
        assert tuple(room.queries(who, address) for who in VISITORS) == PAGES[name][1]


@pytest.mark.parametrize("audience", ["everyone", "members"])
def test_a_page_of_some_is_stored_like_one_of_all(audience: str) -> None:
    room = Room.opened()
    if audience == "members":
        Article.objects.filter(pk=room.article.pk).update(audience=Audience.MEMBERS)
    page = reverse("article", args=[room.article.slug])
    first, then = room.queries("member", page), room.queries("moderator", page)
    at_the_gate = 0 if audience == "everyone" else 4  # who it is, their audiences, the article
    assert (first, then) == (MADE_ANEW + at_the_gate, 1 + at_the_gate)


def test_a_page_in_the_shared_cache_is_not_made_again() -> None:
    room = Room.opened()
    page = reverse("article", args=[room.article.slug])
    room.queries("anonymous", page)
    stored.shelf = stored.Shelf(stored.MEMORY)  # as the other worker has it
    assert room.queries("anonymous", page) == 1
    cache.clear()
    stored.shelf = stored.Shelf(stored.MEMORY)
    assert room.queries("anonymous", page) == MADE_ANEW


def test_of_a_page_only_the_newest_lies_in_the_shared_cache() -> None:
    """What was taken off a page must not lie in a table for a day."""
    article, author = factories.article(), factories.person()
    note = factories.annotation(article, author, "Quixotic words.")
    place = stored.place_of(article.pk, "en")
    Client().get(article.get_absolute_url())
    assert b"Quixotic words." in gzip.decompress(cache.get(place)[1])
    annotating.withdraw(note, by=author)
    Client().get(article.get_absolute_url())
    assert b"Quixotic words." not in gzip.decompress(cache.get(place)[1])


def test_an_answer_that_is_not_modified_asks_once() -> None:
    room = Room.opened()
    page = reverse("article", args=[room.article.slug])
    etag = room.clients["anonymous"].get(page)["ETag"]
    with CaptureQueriesContext(connection) as caught:
        again = room.clients["anonymous"].get(page, headers={"If-None-Match": etag})
    assert (again.status_code, again.content, len(caught)) == (304, b"", 1)
