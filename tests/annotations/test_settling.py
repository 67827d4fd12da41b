"""Resolving and reopening from the page and by JSON: who may, with which reason."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from annotations import annotating, roles
from annotations.models import Annotation, Thread
from ncr.accounts.models import User
from ncr.refusals import Refused
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"
MAY = ("author", "leader", "moderator")
MAY_NOT = ("stranger", "nobody")


@pytest.fixture
def note(author: User) -> Annotation:
    return factories.annotation(factories.article(), author, "Is it so?", kind="question")


@pytest.fixture
def cast(note: Annotation, author: User, stranger: User, moderator: User) -> dict[str, User | None]:
    leader = factories.person("leader", display_name="Li Leader")
    boss = User.objects.create_superuser("boss", password="x")
    roles.grant(leader, "leader", by=boss, article=note.thread.article)
    return {
        "author": author,
        "leader": User.objects.get(pk=leader.pk),
        "moderator": moderator,
        "stranger": stranger,
        "nobody": None,
    }


def client_of(person: User | None) -> Client:
    client = Client()
    if person is not None:
        client.force_login(person, BACKEND)
    return client


def is_resolved(note: Annotation) -> bool:
    return Thread.objects.get(pk=note.thread_id).is_resolved


@pytest.mark.parametrize("visitor", [*MAY, *MAY_NOT])
def test_who_may_settle_by_form(
    note: Annotation, cast: dict[str, User | None], visitor: str
) -> None:
    client = client_of(cast[visitor])
    acts = client.get(reverse("acts", args=[note.uuid])).content.decode()
    resolve, reopen = (reverse(name, args=[note.thread.uuid]) for name in ("resolve", "reopen"))
    assert (resolve in acts) == (visitor in MAY)
    refused = 401 if visitor == "nobody" else 403
    answer = client.post(resolve, {"reason": "Answered in ¶ 3."})
    assert answer.status_code == (302 if visitor in MAY else refused)
    assert is_resolved(note) == (visitor in MAY)
    if visitor in MAY:
        thread = client_of(None).get(note.thread.get_absolute_url()).content.decode()
        assert "Answered in ¶ 3." in thread
    answer = client.post(reopen)
    assert answer.status_code == (302 if visitor in MAY else refused)
    assert not is_resolved(note)


@pytest.mark.parametrize("visitor", [*MAY, *MAY_NOT])
def test_who_may_settle_by_json(
    note: Annotation, cast: dict[str, User | None], visitor: str
) -> None:
    client = client_of(cast[visitor])
    given = json.dumps({"reason": "Answered in ¶ 3."})
    address = reverse("api:resolve", args=[note.thread.uuid])
    answer = client.post(address, given, content_type="application/json")
    expected = 200 if visitor in MAY else 401 if visitor == "nobody" else 403
    assert answer.status_code == expected
    assert is_resolved(note) == (expected == 200)
    if expected == 200:
        assert "Answered in ¶ 3." in answer.json()["card"]
        address = reverse("api:reopen", args=[note.thread.uuid])
        again = client.post(address, content_type="application/json")
        assert "is-resolved" not in again.json()["card"]


def test_a_thread_out_of_sight_is_404(author: User, cast: dict[str, User | None]) -> None:
    own = factories.annotation(factories.article(), author, "For me.", audience="me")
    for visitor in ("leader", "moderator", "stranger", "nobody"):
        for name in ("resolve", "reopen"):
            address = reverse(name, args=[own.thread.uuid])
            assert client_of(cast[visitor]).get(address).status_code == 404
            assert client_of(cast[visitor]).post(address, {"reason": "x"}).status_code == 404
    answer = client_of(author).post(
        reverse("resolve", args=[own.thread.uuid]), {"reason": "Done with it."}
    )
    assert answer.status_code == 302


@pytest.mark.parametrize("reason", ["", "  \n ", "x" * 301, "nul \0"])
def test_a_reason_is_asked_for(note: Annotation, author: User, reason: str) -> None:
    with pytest.raises(Refused):
        annotating.resolve(note.thread, by=author, reason=reason)
    answer: Any = client_of(author).post(
        reverse("resolve", args=[note.thread.uuid]), {"reason": reason}
    )
    assert answer.status_code == 422
    assert not is_resolved(note)
