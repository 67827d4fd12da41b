"""What one may not answer, see or set is refused, by form and by JSON."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from annotations import annotating, moderating
from annotations.models import Annotation
from articles.models import Article
from ncr.accounts.models import User
from tests import factories
from tests.annotations.sending import (
    TYPED,
    assert_given_back,
    assert_problem,
    client_of,
    form_on,
    json_on,
    send,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(db: None) -> Article:
    return factories.article()


@pytest.fixture
def client(author: User) -> Client:
    return client_of(author)


Setback = Callable[[Annotation, User], Any]
SETBACKS: dict[str, tuple[Setback, str]] = {
    "withdrawn": (lambda note, _by: annotating.withdraw(note, by=note.author), "withdrew"),
    "hidden": (lambda note, by: moderating.hide(note, by=by, reason="x"), "not shown at present"),
    "locked": (lambda note, by: moderating.lock(note.thread, by=by), "locked"),
}


@pytest.mark.parametrize("why", SETBACKS)
def test_a_reply_by_json_that_comes_too_late_says_why(
    client: Client, article: Article, stranger: User, moderator: User, why: str
) -> None:
    note = factories.annotation(article, stranger)
    annotating.reply(by=moderator, to=note, body="Keeps the thread.")
    set_back, words = SETBACKS[why]
    set_back(note, moderator)
    mark = {"body": TYPED, "submission": str(uuid.uuid4())}
    answer = send(client, "reply", note.uuid, mark)
    assert_problem(answer, 422)
    assert words in answer.json()["detail"]
    assert note.replies.count() == 1


def test_an_edit_in_a_locked_thread_says_why(
    client: Client, article: Article, author: User, moderator: User
) -> None:
    note = factories.annotation(article, author)
    moderating.lock(note.thread, by=moderator)
    given = {"body": TYPED, "version": 1, "kind": "comment", "topics": ""}
    assert_given_back(client.post(reverse("edit", args=[note.uuid]), given), 422)
    answer = send(client, "edit", note.uuid, {"body": TYPED, "version": 1}, "patch")
    assert_problem(answer, 422)
    assert "locked" in answer.json()["detail"]


def nowhere(answer: Any, *ids: Any) -> tuple[int, str]:
    """An answer without the id that was asked for and the token that each has anew."""
    page = answer.content.decode()
    for one in ids:
        page = page.replace(str(one), "ID")
    return answer.status_code, re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


@pytest.mark.parametrize("audience", ["me", "group"])
def test_what_one_may_not_see_is_like_what_never_was(
    article: Article, author: User, stranger: User, audience: str
) -> None:
    said_to = factories.group(author).audience if audience == "group" else "me"
    note = factories.annotation(article, author, audience=said_to)
    body = {"body": TYPED, "submission": str(uuid.uuid4())}
    for client in (client_of(stranger), Client()):
        for mine, made_up in ((note.uuid, uuid.uuid4()), (note.thread.uuid, uuid.uuid4())):
            for name in ("thread", "annotation", "versions", "reply", "edit", "withdraw"):
                there, not_there = (
                    nowhere(client.get(reverse(name, args=[one])), one) for one in (mine, made_up)
                )
                assert there == not_there
                assert there[0] == 404
            for name in ("reply", "edit", "withdraw"):
                there, not_there = (
                    nowhere(client.post(reverse(name, args=[one]), body), one)
                    for one in (mine, made_up)
                )
                assert there == not_there
                assert there[0] == 404
            for name in ("api:thread", "api:annotation"):
                there, not_there = (
                    nowhere(client.get(reverse(name, args=[one])), one) for one in (mine, made_up)
                )
                assert there == not_there
                assert there[0] == 404
    for name, method in (("reply", "post"), ("edit", "patch"), ("withdraw", "post")):
        given = {"body": TYPED, "version": 1} if name == "edit" else body
        there, not_there = (
            nowhere(send(client_of(stranger), name, one, given, method), one)
            for one in (note.uuid, uuid.uuid4())
        )
        assert there == not_there
        assert there[0] == 404


SETTABLE_BY_NOBODY: dict[str, Any] = {
    "author": "boss",
    "author_id": 1,
    "state": "published",
    "moderation": "hidden",
    "id": "00000000-0000-0000-0000-000000000001",
    "uuid": "00000000-0000-0000-0000-000000000001",
    "thread": 1,
    "parent": 1,
    "body_html": "<b>mine</b>",
    "created_at": "2001-01-01",
    "at": "2001-01-01T00:00Z",
    "withdrawn_at": "2001-01-01",
    "locked": True,
}


@pytest.mark.parametrize("name", ["annotate", "reply", "edit"])
def test_json_may_not_set_what_is_not_its_to_set(
    client: Client, article: Article, author: User, name: str
) -> None:
    note = factories.annotation(article, author)
    given, method, of = {
        "annotate": (json_on(article), "post", article.slug),
        "reply": ({"body": "x", "submission": str(uuid.uuid4())}, "post", note.uuid),
        "edit": ({"body": "x", "version": 1}, "patch", note.uuid),
    }[name]
    beyond = {} if name == "annotate" else {"audience": "me", "anchor": None}
    for field, value in {**SETTABLE_BY_NOBODY, **beyond}.items():
        answer = send(client, name, of, {**given, field: value}, method)
        assert_problem(answer, 422)
        assert [one["field"] for one in answer.json()["errors"]] == [field]
        assert answer.json()["errors"][0]["message"] == "This cannot be set."
    note.refresh_from_db()
    assert (Annotation.objects.count(), note.version) == (1, 1)


def test_a_form_sets_nothing_that_is_not_its_to_set(
    client: Client, article: Article, author: User, stranger: User
) -> None:
    extra = {**SETTABLE_BY_NOBODY, "author": stranger.pk, "author_id": stranger.pk}
    note = factories.annotation(article, stranger)
    client.post(reverse("annotate", args=[article.slug]), form_on(article, **extra))
    mark = {"body": TYPED, "submission": str(uuid.uuid4())}
    client.post(reverse("reply", args=[note.uuid]), {**extra, **mark, "audience": "me"})
    made = list(Annotation.objects.exclude(pk=note.pk).order_by("pk"))
    assert [one.author_id for one in made] == [author.pk] * 2
    assert [one.body for one in made] == [TYPED] * 2
    assert all(one.is_readable and one.created_at.year > 2001 for one in made)
    assert made[1].thread_id == note.thread_id
    assert made[1].thread.audience_kind == "everyone"
