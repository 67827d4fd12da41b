"""The JSON endpoints: the verbs by JSON, errors as problem documents, the four visitors."""

from __future__ import annotations

import json
import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from annotations import annotating
from annotations.models import Anchor, Annotation
from articles.models import Article
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"


@pytest.fixture
def article(db: None) -> Article:
    return factories.article()


def client_of(person: User | None = None, **given: Any) -> Client:
    client = Client(**given)
    if person is not None:
        client.force_login(person, BACKEND)
    return client


def send(client: Client, address: str, body: Any, method: str = "post", **extra: Any) -> Any:
    data = body if isinstance(body, (str, bytes)) else json.dumps(body)
    return getattr(client, method)(address, data, content_type="application/json", **extra)


def note_on(article: Article, **more: Any) -> dict[str, Any]:
    found = factories.passage(article)
    anchor = {
        "start_key": found.start_key,
        "start": found.start,
        "end_key": found.end_key,
        "end": found.end,
        "quote": found.quote,
    }
    return {"anchor": anchor, "body": "By *JSON*.", "submission": str(uuid.uuid4()), **more}


def threads_of(article: Article) -> str:
    return reverse("api:annotate", args=[article.slug])


def test_annotating_answers_the_card_and_the_passage(article: Article, author: User) -> None:
    answer = send(client_of(author), threads_of(article), note_on(article, topics=["Transit"]))
    assert answer.status_code == 201
    made = Annotation.objects.get()
    assert answer.json()["id"] == str(made.uuid)
    assert "<em>JSON</em>" in answer.json()["card"]
    assert 'href="/topics/transit/"' in answer.json()["card"]
    assert answer.json()["passage"]["start"] == factories.passage(article).start


def test_a_whole_block_and_the_whole_article(article: Article, author: User) -> None:
    client = client_of(author)
    key = factories.block(article).key
    block = send(client, threads_of(article), note_on(article, anchor={"start_key": key}))
    whole = send(client, threads_of(article), note_on(article, anchor=None))
    assert (block.status_code, whole.status_code) == (201, 201)
    assert Anchor.objects.get().is_whole_block
    assert whole.json()["passage"] is None


def test_sending_twice_makes_one(article: Article, author: User) -> None:
    note = note_on(article)
    answers = [send(client_of(author), threads_of(article), note) for _time in range(2)]
    assert answers[0].json()["id"] == answers[1].json()["id"]
    assert Annotation.objects.count() == 1


def test_writing_needs_a_session_and_a_token(article: Article, author: User) -> None:
    assert send(client_of(), threads_of(article), note_on(article)).status_code == 401
    strict = client_of(author, enforce_csrf_checks=True)
    assert send(strict, threads_of(article), note_on(article)).status_code == 403
    assert not Annotation.objects.exists()


def test_who_has_no_session_is_signed_out_whatever_became_of_the_token(
    article: Article, author: User
) -> None:
    nobody = send(client_of(enforce_csrf_checks=True), threads_of(article), note_on(article))
    assert (nobody.status_code, nobody.json()["title"]) == (401, "Unauthorized")
    assert "Sign in" in nobody.json()["detail"]
    somebody = client_of(author, enforce_csrf_checks=True)
    stale = send(somebody, threads_of(article), note_on(article))
    assert stale.status_code == 403
    assert "open too long" in stale.json()["detail"]


@pytest.mark.parametrize(
    ("change", "status", "field"),
    [
        ({"body": ""}, 422, "body"),
        ({"body": "x" * 30_000}, 413, "body"),
        ({"body": "> " * 10_000}, 422, "body"),
        ({"body": "nul \0"}, 422, "body"),
        ({"kind": "shout"}, 422, "kind"),
        ({"audience": "superusers"}, 422, "audience"),
        ({"audience": "group"}, 422, "audience"),
        ({"topics": ["x" * 100]}, 422, "topics"),
        ({"author": "boss"}, 422, "author"),
        ({"state": "published"}, 422, "state"),
        ({"id": str(uuid.uuid4())}, 422, "id"),
        ({"submission": "not one"}, 422, "submission"),
        ({"body": None}, 422, "body"),
    ],
)
def test_what_cannot_be_taken_is_named(
    article: Article, author: User, change: dict[str, Any], status: int, field: str
) -> None:
    answer = send(client_of(author), threads_of(article), {**note_on(article), **change})
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    assert field in [one["field"].split(".")[-1] for one in answer.json()["errors"]]
    assert not Annotation.objects.exists()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"x"',
        b"\xff\xfe",
        b'{"body": "\\ud800"}',
        b'{"body": "' + b"x" * 7_000_000 + b'"}',
        b"[" * 100_000,
    ],
)
def test_malformed_requests_are_never_a_500(article: Article, author: User, raw: bytes) -> None:
    answer = send(client_of(author), threads_of(article), raw)
    assert 400 <= answer.status_code < 500
    assert answer["Content-Type"] == "application/problem+json"


def test_a_lone_surrogate_is_refused_in_words(article: Article, author: User) -> None:
    raw = json.dumps(note_on(article)).replace("By *JSON*.", "\\ud83d alone")
    answer = send(client_of(author), threads_of(article), raw)
    assert answer.status_code == 422
    assert [one["field"].split(".")[-1] for one in answer.json()["errors"]] == ["body"]


@pytest.mark.parametrize(
    "anchor",
    [
        {"start": 9, "end": 2},
        {"start": 0, "end": 9999},
        {"start": -1, "end": 3},
        {"quote": "not there"},
        {"start_key": "zzzzzzzz"},
        {"start": 10**12, "end": 10**13},
    ],
)
def test_anchors_that_do_not_match_are_refused(
    article: Article, author: User, anchor: dict[str, Any]
) -> None:
    note = note_on(article)
    note["anchor"] |= anchor
    answer = send(client_of(author), threads_of(article), note)
    assert answer.status_code in (409, 422)
    assert not Annotation.objects.exists()


@pytest.mark.parametrize(
    ("visitor", "status"), [("author", 201), ("stranger", 201), ("moderator", 201), (None, 401)]
)
def test_who_may_reply(
    article: Article,
    author: User,
    stranger: User,
    moderator: User,
    visitor: str | None,
    status: int,
) -> None:
    note = factories.annotation(article, author)
    cast = {"author": author, "stranger": stranger, "moderator": moderator, None: None}
    address = reverse("api:reply", args=[note.uuid])
    body = {"body": "Yes.", "submission": str(uuid.uuid4())}
    assert send(client_of(cast[visitor]), address, body).status_code == status


@pytest.mark.parametrize(
    ("visitor", "status"), [("author", 200), ("stranger", 403), ("moderator", 403), (None, 401)]
)
@pytest.mark.parametrize("verb", ["edit", "withdraw"])
def test_who_may_edit_and_withdraw(
    article: Article,
    author: User,
    stranger: User,
    moderator: User,
    visitor: str | None,
    status: int,
    verb: str,
) -> None:
    note = factories.annotation(article, author)
    cast = {"author": author, "stranger": stranger, "moderator": moderator, None: None}
    address = reverse(f"api:{verb}", args=[note.uuid])
    method = "patch" if verb == "edit" else "post"
    body = {"body": "New.", "version": 1} if verb == "edit" else {}
    assert send(client_of(cast[visitor]), address, body, method).status_code == status


def test_what_one_may_not_see_is_not_there(article: Article, author: User, stranger: User) -> None:
    note = factories.annotation(article, author, audience="me")
    client = client_of(stranger)
    asked = [
        send(
            client,
            reverse("api:reply", args=[note.uuid]),
            {"body": "x", "submission": str(uuid.uuid4())},
        ),
        send(client, reverse("api:edit", args=[note.uuid]), {"body": "x", "version": 1}, "patch"),
        send(client, reverse("api:withdraw", args=[note.uuid]), {}),
        client.get(reverse("api:thread", args=[note.thread.uuid])),
    ]
    assert [answer.status_code for answer in asked] == [404] * 4


def test_a_reply_may_not_choose_its_audience(article: Article, author: User) -> None:
    note = factories.annotation(article, author)
    body = {"body": "x", "submission": str(uuid.uuid4()), "audience": "me"}
    answer = send(client_of(author), reverse("api:reply", args=[note.uuid]), body)
    assert answer.status_code == 422


def test_a_stale_edit_gets_both_texts(article: Article, author: User) -> None:
    note = factories.annotation(article, author, "First.")
    annotating.edit(note, by=author, body="Second.", version=1)
    answer = send(
        client_of(author),
        reverse("api:edit", args=[note.uuid]),
        {"body": "Third.", "version": 1},
        "patch",
    )
    assert answer.status_code == 409
    assert (answer.json()["current"], answer.json()["version"]) == ("Second.", 2)


def test_too_fast_is_429_with_the_time_to_wait(
    article: Article, author: User, settings: Any
) -> None:
    settings.WRITE_LIMIT = 1
    send(client_of(author), threads_of(article), note_on(article))
    answer = send(client_of(author), threads_of(article), note_on(article))
    assert (answer.status_code, answer["Retry-After"]) == (429, "60")


def test_topics_are_suggested_by_alias_and_use(article: Article, author: User) -> None:
    from annotations.models import Topic, TopicName

    factories.annotation(article, author, topics=["CFE Treaty", "Treaty law"])
    factories.annotation(article, author, topics=["CFE Treaty"])
    topic = Topic.objects.get(slug="cfe-treaty")
    TopicName.objects.create(
        topic=topic, name="Conventional Armed Forces", key="conventional armed forces"
    )
    client = client_of()
    ask = reverse("api:topics")
    found = client.get(ask, {"q": "Treaty", "article": article.slug}).json()
    assert [(one["name"], one["count"]) for one in found] == [("CFE Treaty", 2), ("Treaty law", 1)]
    assert client.get(ask, {"q": "conventional"}).json()[0]["slug"] == "cfe-treaty"
    assert client.get(ask, {"q": "zebra"}).json() == []


def test_the_whole_discussion_comes_page_by_page(article: Article, author: User) -> None:
    for number in range(45):
        factories.annotation(article, author, f"Note {number}.")
    for order in ("text", "newest", "active"):
        labels: list[str] = []
        after: str | None = ""
        while after is not None:
            page = (
                client_of()
                .get(reverse("api:threads", args=[article.slug]), {"order": order, "after": after})
                .json()
            )
            labels += [one["label"] for one in page["threads"]]
            after = page["after"]
        assert sorted(labels, key=int) == [str(number) for number in range(1, 46)]
        assert len(labels) == 45


def test_the_description_names_every_endpoint() -> None:
    described = client_of().get(reverse("api:openapi-json")).json()
    assert described["openapi"].startswith("3.1")
    assert "/api/articles/{slug}/threads" in described["paths"]


def test_a_tampered_cursor_shows_the_first_page(article: Article, author: User) -> None:
    factories.annotation(article, author)
    address = reverse("api:threads", args=[article.slug])
    assert len(client_of().get(address, {"after": "tampered:x"}).json()["threads"]) == 1


def test_a_note_points_at_a_second_passage_and_says_so_to_who_reads_both(
    article: Article, author: User, stranger: User
) -> None:
    group = factories.group(author)
    closed = factories.article(audience=group.audience)
    block = factories.block(closed, "second train")
    client = Client()
    client.force_login(User.objects.get(pk=author.pk), "ncr.accounts.backends.MemberBackend")
    here = factories.block(article)
    sent = {
        "anchor": {"start_key": here.key, "phrase": "stops once"},
        "body": "See there.",
        "link": {
            "relation": "cites",
            "address": f"/articles/{closed.slug}/p/{block.key}/",
            "phrase": "second train",
        },
        "submission": str(uuid.uuid4()),
    }
    address = reverse("api:annotate", args=[article.slug])
    made = client.post(address, sent, content_type="application/json")
    assert made.status_code == 201, made.content
    thread = reverse("api:thread", args=[made.json()["thread"]])
    link = client.get(thread).json()["annotations"][0]["link"]
    assert (link["relation"], link["now"], link["article"]) == (
        "cites",
        "second train",
        closed.slug,
    )
    assert Client().get(thread).json()["annotations"][0]["link"] is None
    sent["link"]["address"] = "/articles/nowhere/p/abc/"
    sent["submission"] = str(uuid.uuid4())
    refused = client.post(address, sent, content_type="application/json")
    assert refused.status_code == 422
    assert [one["field"] for one in refused.json()["errors"]] == ["link"]
