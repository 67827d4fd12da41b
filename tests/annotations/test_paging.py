"""Paging by key: each thread once and in order, whatever comes or goes meanwhile."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from annotations import annotating
from annotations.models import Annotation, Thread
from annotations.reading.conversations import conversation_from
from annotations.reading.discussion import discussion_page
from articles.models import Article
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db
NEXT = re.compile(r"after=([^&\"]+)\"")
NOTE = re.compile(r"Note (\d+)\.")
THREADS = 45
PROBLEM = "application/problem+json"
Asked = Callable[[str], tuple[list[int], str]]


class Place(NamedTuple):
    """A list of threads: its address, the query it is asked with, and the order of its notes."""

    address: str
    query: dict[str, str]
    expected: list[int]


@pytest.fixture
def article(db: None) -> Article:
    return factories.article()


@pytest.fixture
def talked(article: Article, author: User) -> Article:
    """Notes in a muddle of places, some for members or oneself; noise in another article."""
    words = ("second train", "train stops", "at night", None)
    for number in range(THREADS):
        factories.annotation(
            article, author, f"Note {number}.", words=words[number % 4], topics=["Ferries"]
        )
    factories.annotation(article, author, "Note 900.", audience="members", topics=["Ferries"])
    other = factories.person("other")
    factories.annotation(factories.article(), other, "Note 901.", topics=["Railways"])
    return article


def place(name: str, article: Article) -> Place:
    discussion = reverse("discussion", args=[article.slug])
    api = reverse("api:threads", args=[article.slug])
    block = factories.block(article)
    falling = list(range(THREADS - 1, -1, -1))
    text = in_text_order(range(THREADS))
    return {
        "text": Place(discussion, {"order": "text"}, text),
        "newest": Place(discussion, {"order": "newest"}, falling),
        "active": Place(discussion, {"order": "active"}, falling),
        "api text": Place(api, {"order": "text"}, text),
        "api newest": Place(api, {"order": "newest"}, falling),
        "api active": Place(api, {"order": "active"}, falling),
        "block": Place(
            reverse("block", args=[article.slug, block.key]),
            {},
            [number for number in text if number % 4 in (1, 2)],
        ),
        "topic": Place(reverse("topic", args=["ferries"]), {"order": "active"}, falling),
        "person": Place(reverse("person", args=["author"]), {}, falling),
    }[name]


def in_text_order(numbers: Any) -> list[int]:
    """As the words of `talked` stand in the text; what is about the whole of it comes last."""
    places = {1: 0, 2: 1, 0: 2, 3: 3}
    return sorted(numbers, key=lambda number: (places[number % 4], number))


def ask(place: Place, after: str) -> tuple[list[int], str]:
    """The notes on a page, and the cursor of the next."""
    response = Client().get(place.address, {**place.query, "after": after})
    assert response.status_code == 200
    if place.address.startswith("/api/"):
        page = response.json()
        notes = [NOTE.search(one["annotations"][0]["body_html"]) for one in page["threads"]]
        return [int(note[1]) for note in notes if note], page["after"] or ""
    content = response.content.decode()
    found = NEXT.search(content)
    return [int(note) for note in NOTE.findall(content)], unquote(
        unescape(found[1])
    ) if found else ""


def walk(place: Place, meanwhile: Callable[[], Any] = lambda: None) -> list[int]:
    """The notes of all pages; `meanwhile` is done after the first."""
    notes, after = ask(place, "")
    meanwhile()
    while after:
        more, after = ask(place, after)
        assert more
        notes += more
    return notes


PLACES = (
    *("text", "newest", "active", "api text", "api newest", "api active"),
    *("block", "topic", "person"),
)
MOVING = ("text", "newest", "active", "block", "topic", "person", "api active")


def test_each_thread_comes_once_and_in_order(talked: Article) -> None:
    for name in PLACES:
        there = place(name, talked)
        assert walk(there) == there.expected, name


@pytest.mark.parametrize("name", MOVING)
def test_what_is_added_meanwhile_shifts_nothing(talked: Article, author: User, name: str) -> None:
    there = place(name, talked)

    def add() -> None:
        for _ in range(3):
            factories.annotation(talked, author, "Note 999.", topics=["Ferries"])

    notes = walk(there, add)
    assert [note for note in notes if note != 999] == there.expected
    assert notes.count(999) in (0, 3)


@pytest.mark.parametrize("name", MOVING)
def test_what_is_withdrawn_meanwhile_takes_nothing_with_it(
    talked: Article, author: User, name: str
) -> None:
    """Also the very thread that the cursor names, and one that was not shown yet."""
    there = place(name, talked)
    last, later = there.expected[19], there.expected[-1]

    def withdraw() -> None:
        for number in (last, there.expected[0], later):
            note = Annotation.objects.get(body=f"Note {number}.")
            annotating.withdraw(note, by=author)

    assert walk(there, withdraw) == [note for note in there.expected if note != later]


def test_a_thread_that_is_answered_meanwhile_moves_and_no_other(
    talked: Article, author: User
) -> None:
    there = place("active", talked)
    moved = there.expected[30]

    def answer() -> None:
        annotating.reply(by=author, to=Annotation.objects.get(body=f"Note {moved}."), body="Yes.")

    assert walk(there, answer) == [note for note in there.expected if note != moved]
    assert ask(there, "")[0][0] == moved


def test_articles_come_once_and_in_order(db: None) -> None:
    dates = ["2026-01-01", "2025", "2025-06", "", "2024-12-31T23:59"]
    made = [factories.article(published=dates[number % 5]) for number in range(70)]
    expected = [
        one.title for one in sorted(made, key=lambda one: (one.published, one.pk), reverse=True)
    ]
    titles: list[str] = []
    after = ""
    while True:
        page = Client().get(reverse("articles"), {"after": after}).content.decode()
        titles += re.findall(r">(Article \d+)</a>", page)
        found = NEXT.search(page)
        if len(titles) == 30:
            factories.article(published="2027")  # stands before the cursor
        if not found:
            break
        after = unquote(found[1])
    assert titles == expected


def test_api_articles_come_once_and_in_order(db: None) -> None:
    made = [factories.article().slug for _ in range(105)]
    slugs: list[str] = []
    after: dict[str, str] = {}
    while True:
        page = Client().get(reverse("api:articles"), after).json()
        slugs += [one["slug"] for one in page["articles"]]
        if page["after"] is None:
            break
        factories.article()
        after = {"after": page["after"]}
    assert slugs == made[::-1]


def long_thread(article: Article, author: User, replies: int = 12) -> list[Annotation]:
    opening = factories.annotation(article, author)
    return [opening] + [
        annotating.reply(by=author, to=opening, body=f"Reply {number}.")
        for number in range(replies)
    ]


def said_from(thread: Thread, after: Any) -> tuple[list[int], Any]:
    shown = conversation_from(thread, AnonymousUser(), after=after, most=5)
    return [one.pk for one in shown.replies], shown.next_after


def test_replies_come_once_though_the_last_one_shown_is_withdrawn(
    article: Article, author: User
) -> None:
    said = long_thread(article, author)
    first, after = said_from(said[0].thread, None)
    annotating.withdraw(said[5], by=author)
    second, after = said_from(said[0].thread, after)
    third, after = said_from(said[0].thread, after)
    assert after is None
    assert [*first, *second, *third] == [one.pk for one in said[1:]]


def test_a_reply_that_was_shown_and_is_gone_is_told_nowhere(article: Article, author: User) -> None:
    said = long_thread(article, author)
    annotating.withdraw(said[5], by=author)
    shown, _after = said_from(said[0].thread, said[5].uuid)
    assert said[5].pk not in shown


GARBAGE = [
    "x" * 10_000,
    "1" * 10_000,
    ".".join(["9" * 30] * 2),
    ".٣",
    "-1",
    "1e9",
    "%ff%fe",
    "\ufffd\U0001f600",
    "'; DROP TABLE",
    "00000000-0000-0000-0000-000000000000",
    "eyJ4IjoxfQ:1t:xx",
    ":::",
    "[]",
]


def shown(answer: Any) -> bytes:
    """The page below its bar, which leads back to the address from signing in."""
    return bytes(answer.content).partition(b"<main")[2]


def test_a_cursor_that_is_none_shows_the_first_page(talked: Article) -> None:
    thread = Thread.objects.earliest("pk")
    for name in PLACES:
        there = place(name, talked)
        for after in GARBAGE:
            assert ask(there, after)[0] == there.expected[:20], (name, after)
    for address in (reverse("articles"), thread.get_absolute_url()):
        first = shown(Client().get(address))
        for after in GARBAGE:
            assert shown(Client().get(address, {"after": after})) == first, after
    for address in (reverse("api:articles"), reverse("api:thread", args=[thread.uuid])):
        for after in GARBAGE:
            answer = Client().get(address, {"after": after})
            assert answer.status_code in (200, 422), after
            assert answer.status_code == 200 or answer["Content-Type"] == PROBLEM


def test_bytes_that_are_no_text_show_the_first_page(talked: Article) -> None:
    for name in PLACES:
        there = place(name, talked)
        order = "&".join(f"{key}={value}" for key, value in there.query.items())
        for query in ("after=%ED%A0%80", "after=%FF", "after"):
            assert Client().get(f"{there.address}?{order}&{query}").status_code == 200
        assert Client().get(there.address, {**there.query, "after": "a\0b"}).status_code == 400


def test_a_cursor_of_one_order_means_nothing_in_another(talked: Article) -> None:
    cursors = {name: ask(place(name, talked), "")[1] for name in PLACES}
    ordered = {name: name.removeprefix("api ") for name in PLACES}
    for name in PLACES:
        there = place(name, talked)
        for made_in, cursor in cursors.items():
            begin = 20 if ordered[made_in] == ordered[name] else 0
            assert ask(there, cursor)[0] == there.expected[begin : begin + 20], (name, made_in)


def plan(article: Article, reader: User | AnonymousUser, order: str, after: str) -> str:
    """How the database finds the threads of a page of the discussion."""
    with CaptureQueriesContext(connection) as caught:
        discussion_page(article, reader, order=order, after=after)
    asked = next(one["sql"] for one in caught if "LIMIT 21" in one["sql"])
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # A table of a few rows is read whole, were it not forbidden
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute(f"EXPLAIN {asked}")
            return "\n".join(row[0] for row in cursor.fetchall())
        cursor.execute(f"EXPLAIN QUERY PLAN {asked}")
        return "\n".join(row[3] for row in cursor.fetchall())


@pytest.mark.parametrize("order", ["newest", "active"])
def test_pages_of_the_discussion_are_found_by_an_index(
    talked: Article, author: User, moderator: User, order: str
) -> None:
    second = ask(place(order, talked), "")[1]
    for reader in (AnonymousUser(), author, moderator):
        for after in ("", second):
            found = plan(talked, reader, order, after)
            if connection.vendor == "postgresql":
                assert "Seq Scan on annotations_thread" not in found
                continue
            searches = [line for line in found.splitlines() if "annotations_thread " in line]
            assert searches
            assert all(one.startswith("SEARCH annotations_thread USING INDEX") for one in searches)
            assert order != "newest" or "TEMP B-TREE" not in found
            if after and reader.is_anonymous:
                assert {"newest": "id<?", "active": "active_at<?"}[order] in searches[0]
