"""The addresses of catching up: what one sees there, and the marks that one sets."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from annotations import annotating, catching_up
from annotations.models import Reading
from articles.models import Article
from articles.revising import publish_revision, write_revision
from ncr.accounts.models import Audience, User
from tests import factories
from tests.annotations.news import unread_in

pytestmark = pytest.mark.django_db
EVERYONE = str(Audience.EVERYONE)


@pytest.fixture
def article(db: None) -> Article:
    return factories.article()


def client_of(person: User | None) -> Client:
    client = Client()
    if person is not None:
        client.force_login(person, "ncr.accounts.backends.MemberBackend")
    return client


def send(client: Client, article: Article, given: Any) -> int:
    address = reverse("seen", args=[article.slug])
    return client.post(address, json.dumps(given), content_type="application/json").status_code


def new_page(client: Client, article: Article) -> str:
    return client.get(reverse("news", args=[article.slug])).content.decode()


def told(client: Client, article: Article) -> dict[str, Any]:
    found: dict[str, Any] = client.get(reverse("overlay", args=[article.slug])).json()["new"]
    return found


def test_the_overlay_tells_what_is_new_and_the_script_marks_it(
    article: Article, author: User, stranger: User
) -> None:
    client = client_of(stranger)
    factories.annotation(article, author, "Before.")
    assert told(client, article) == {
        "opened": False,
        "stopped": "",
        "changes": "",
        "more": 0,
        "entries": [],
    }
    key = factories.block(article).key
    assert send(client, article, {"block": key}) == 200
    note = factories.annotation(article, author)
    reply = annotating.reply(by=author, to=note, body="More.")
    first, second = told(client, article)["entries"]
    assert first == {
        "id": str(note.uuid),
        "key": "2",
        "block": key,
        "start": first["start"],
        "said": True,
        "audience": Audience.EVERYONE,
        "seqs": [2],
    }
    assert (second["id"], second["key"]) == (str(reply.uuid), "2")
    assert send(client, article, {"seen": {EVERYONE: [2, 3]}}) == 200
    now = told(client, article)
    assert (now["opened"], now["stopped"], now["entries"]) == (True, key, [])


@pytest.mark.parametrize(
    "given",
    [
        [],
        {"seen": [1]},
        {"seen": {"x": [1]}},
        {"seen": {EVERYONE: "1"}},
        {"seen": {EVERYONE: [-1]}},
        {"seen": {EVERYONE: [True]}},
        {"seen": {EVERYONE: [2**70]}},
        {"seen": {EVERYONE: list(range(5001))}},
        {"until": {EVERYONE: [1]}},
        {"block": 5},
        {"block": "no key"},
    ],
)
def test_what_cannot_be_meant_is_refused(article: Article, stranger: User, given: Any) -> None:
    assert send(client_of(stranger), article, given) == 400
    assert (
        client_of(stranger).post(reverse("seen", args=[article.slug]), {"until": "{"}).status_code
        == 400
    )
    assert not Reading.objects.exists()


def test_a_page_of_what_is_new_works_by_forms_to_its_end(
    article: Article, author: User, stranger: User
) -> None:
    client = client_of(stranger)
    address = reverse("seen", args=[article.slug])
    assert "You have not opened this text yet." in new_page(client, article)
    page = client.post(address, follow=True).content.decode()
    assert "You are up to date." in page
    later = factories.annotation(article, author, "At the end.", words="second train")
    sooner = factories.annotation(article, author, "At the beginning.", words="corridor")
    page = new_page(client, article)
    assert page.index("At the beginning.") < page.index("At the end.")  # the text's order
    until = page.split('name="until" value="')[1].split('"')[0].replace("&quot;", '"')
    factories.annotation(article, author, "Came while one read.")
    page = client.post(address, {"until": until}, follow=True).content.decode()
    assert "Came while one read." in page
    assert "At the beginning." not in page
    for note in (later, sooner):
        client.post(reverse("unread", args=[note.thread.uuid]))
    assert unread_in([article], stranger) == {article.pk: 3}


def test_many_are_shown_some_at_a_time(article: Article, author: User, stranger: User) -> None:
    client = client_of(stranger)
    catching_up.visit(article, by=stranger)
    for number in range(25):
        factories.annotation(article, author, f"Note number {number} of many.")
    page = new_page(client, article)
    assert page.count("of many") == 20
    assert "show 5 more" in page
    seen = page.split('name="seen" value="')[1].split('"')[0].replace("&quot;", '"')
    client.post(reverse("seen", args=[article.slug]), {"seen": seen})
    assert new_page(client, article).count("of many") == 5


def test_a_changed_text_is_told_until_it_was_looked_at(
    article: Article, author: User, stranger: User
) -> None:
    client = client_of(stranger)
    catching_up.visit(article, by=stranger)
    publish_revision(write_revision(article, article.standing.source + "\nMore.\n", by=author))
    compare = reverse("compare", args=[article.slug, 1, 2])
    assert told(client, article)["changes"] == compare
    assert f'href="{compare}"' in new_page(client, article)
    assert send(client, article, {"text": True}) == 200
    assert told(client, article)["changes"] == ""
    assert "You are up to date." in new_page(client, article)


@pytest.mark.parametrize("visitor", ["stranger", "moderator", "author", "anonymous"])
def test_four_kinds_of_reader_and_what_they_may_mark(
    article: Article, author: User, stranger: User, moderator: User, visitor: str
) -> None:
    person = {"stranger": stranger, "moderator": moderator, "author": author}.get(visitor)
    client = client_of(person)
    closed = factories.article(audience=factories.group(author).audience)
    mine = factories.annotation(article, author, audience="me")
    note = factories.annotation(article, author)
    inside = visitor == "author"
    signed_in = person is not None
    assert send(client, article, {}) == (200 if signed_in else 401)
    assert send(client, closed, {}) == (200 if inside else 404)
    assert client.get(reverse("news", args=[closed.slug])).status_code == (200 if inside else 404)
    # Their own is never new; of others' they mark what they may read
    status = client.post(reverse("unread", args=[mine.thread.uuid])).status_code
    assert status == (409 if inside else 404)
    status = client.post(reverse("unread", args=[note.thread.uuid])).status_code
    assert status == (409 if inside else 302 if signed_in else 401)
    assert Reading.objects.exclude(person=person).count() == 0
