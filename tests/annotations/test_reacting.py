"""Answers in one word: who may give them, what they count, who sees whose they are."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from annotations import annotating, moderating
from annotations.models import Annotation, Counter, Event, Reaction
from annotations.reacting import react
from articles.models import Article
from ncr.accounts.models import User
from ncr.refusals import NotAllowed, Refused, SignedOut, TooMany
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"


@pytest.fixture
def article(db: None) -> Article:
    return factories.article()


@pytest.fixture
def note(article: Article, author: User) -> Annotation:
    return factories.annotation(article, author, "A note to react to.")


def client_of(person: User | None = None) -> Client:
    client = Client()
    if person is not None:
        client.force_login(person, BACKEND)
    return client


def kinds(note: Annotation) -> list[str]:
    return sorted(note.reactions.values_list("kind", flat=True))


def send(person: User | None, note: Annotation, **given: Any) -> Any:
    address = reverse("api:react", args=[note.uuid])
    return client_of(person).post(address, json.dumps(given), content_type="application/json")


def test_reacting_twice_counts_once_and_one_event(note: Annotation, stranger: User) -> None:
    for _twice in range(2):
        react(note, by=stranger, kind="thanks")
    assert kinds(note) == ["thanks"]
    assert Event.objects.filter(kind="reacted", actor=stranger, annotation=note).count() == 1
    for _twice in range(2):
        react(note, by=stranger, kind="thanks", on=False)
    assert kinds(note) == []
    assert Counter.objects.get().events == 3


def test_who_agrees_no_longer_disagrees(note: Annotation, stranger: User) -> None:
    react(note, by=stranger, kind="source")
    react(note, by=stranger, kind="disagree")
    react(note, by=stranger, kind="agree")
    assert kinds(note) == ["agree", "source"]


def test_what_cannot_be_reacted_to(
    note: Annotation, author: User, stranger: User, moderator: User
) -> None:
    with pytest.raises(NotAllowed):
        react(note, by=author, kind="agree")
    with pytest.raises(Refused, match="not known"):
        react(note, by=stranger, kind="love")
    moderating.lock(note.thread, by=moderator)
    with pytest.raises(Refused, match="locked"):
        react(note, by=stranger, kind="agree")
    moderating.unlock(note.thread, by=moderator)
    moderating.hide(note, by=moderator, reason="noise")
    with pytest.raises(Refused, match="not shown"):
        react(note, by=moderator, kind="agree")
    annotating.withdraw(note, by=author)
    with pytest.raises(Refused, match="withdrew"):
        react(note, by=stranger, kind="agree")
    with pytest.raises(SignedOut):
        react(note, by=factories.person(is_sample=True), kind="agree")
    assert not Reaction.objects.exists()


def test_who_left_the_group_reacts_no_more(article: Article, author: User, stranger: User) -> None:
    group = factories.group(author, stranger)
    said = factories.annotation(article, author, "In a circle.", audience=group.audience)
    group.memberships.filter(person=stranger).delete()
    with pytest.raises(NotAllowed):
        react(said, by=stranger, kind="agree")


def test_reactions_have_a_pace(note: Annotation, stranger: User, settings: Any) -> None:
    settings.WRITE_LIMIT = 3
    for turn in range(3):
        react(note, by=stranger, kind="agree", on=turn % 2 == 0)
    with pytest.raises(TooMany):
        react(note, by=stranger, kind="thanks")


def test_the_stored_page_counts_and_the_overlay_tells_whose(
    note: Annotation, author: User, stranger: User
) -> None:
    page = reverse("article", args=[note.thread.article.slug])
    before = client_of().get(page)["ETag"]
    react(note, by=stranger, kind="agree")
    answer = client_of().get(page, headers={"accept-encoding": "gzip"})
    assert answer["ETag"] != before
    html = gzip.decompress(answer.content).decode()
    assert 'data-react="agree">Agree 1</a>' in html
    assert "Sven" not in html
    told = client_of(stranger).get(page + "overlay/").json()
    assert told["reacted"] == {str(note.uuid): ["agree"]}
    assert told["mine"] == []
    other = client_of(author).get(page + "overlay/").json()
    assert (other["reacted"], other["mine"]) == ({}, [str(note.uuid)])


def test_a_reaction_in_private_moves_no_counter_of_others(
    article: Article, author: User, stranger: User
) -> None:
    group = factories.group(author, stranger)
    said = factories.annotation(article, author, "In a circle.", audience=group.audience)
    page = reverse("article", args=[article.slug])
    before = client_of().get(page)["ETag"]
    react(said, by=stranger, kind="agree")
    assert client_of().get(page)["ETag"] == before


def test_who_reacted_is_named_to_who_may_read(
    article: Article, note: Annotation, author: User, stranger: User, moderator: User
) -> None:
    react(note, by=stranger, kind="agree")
    react(note, by=moderator, kind="agree")
    for visitor in (None, author, stranger, moderator):
        for address in (
            reverse("acts", args=[note.uuid]),
            reverse("react", args=[note.uuid]),
            note.thread.get_absolute_url(),
        ):
            page = client_of(visitor).get(address).content.decode()
            assert 'href="/people/stranger/" dir="auto">Sven Stranger</a>' in page
    own = factories.annotation(article, author, "For me.", audience="me")
    for visitor, expected in ((None, 404), (author, 200), (stranger, 404), (moderator, 404)):
        for name in ("acts", "react", "api:reactions"):
            answer = client_of(visitor).get(reverse(name, args=[own.uuid]))
            assert answer.status_code == expected, (name, visitor)


def test_a_closed_account_is_neither_named_nor_counted(note: Annotation, stranger: User) -> None:
    react(note, by=stranger, kind="agree")
    User.objects.filter(pk=stranger.pk).update(is_active=False)
    answer = client_of().get(reverse("api:reactions", args=[note.uuid])).json()
    assert [one["count"] for one in answer["reactions"]] == [0, 0, 0, 0]
    page = client_of().get(note.thread.get_absolute_url()).content.decode()
    assert "Sven" not in page
    assert "Agree 1" not in page


def test_reacting_by_form(note: Annotation, author: User, stranger: User) -> None:
    address = reverse("react", args=[note.uuid])
    assert client_of().post(address, {"on": "agree"}).status_code == 401
    assert client_of(author).post(address, {"on": "agree"}).status_code == 403
    assert client_of(stranger).post(address, {"on": "love"}).status_code == 422
    assert client_of(stranger).post(address, {"on": "agree"}).status_code == 302
    assert kinds(note) == ["agree"]
    page = client_of(stranger).get(address).content.decode()
    assert 'name="off" value="agree" data-react="agree" aria-pressed="true">Agree 1<' in page
    assert client_of(stranger).post(address, {"off": "agree"}).status_code == 302
    assert kinds(note) == []


def test_reacting_by_json(note: Annotation, author: User, stranger: User) -> None:
    assert send(None, note, kind="agree").status_code == 401
    assert send(author, note, kind="agree").status_code == 403
    assert send(stranger, note, kind="love").json()["errors"][0]["field"] == "kind"
    answer = send(stranger, note, kind="source").json()
    assert answer["reactions"][3] == {
        "kind": "source",
        "name": "Needs a source",
        "count": 1,
        "mine": True,
        "people": [{"name": "stranger", "display_name": "Sven Stranger"}],
    }
    thread = client_of().get(reverse("api:thread", args=[note.thread.uuid])).json()
    assert thread["annotations"][0]["reactions"] == {"source": 1}
    assert send(stranger, note, kind="source", on=False).json()["reactions"][3]["count"] == 0
