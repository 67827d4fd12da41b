"""The filter of an article's notes: what each part of it lets through, to whom."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from annotations import annotating, catching_up
from annotations.models import Annotation
from articles.models import Article
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"


@pytest.fixture
def author() -> User:
    return factories.person("author", display_name="Anna Author")


@pytest.fixture
def stranger() -> User:
    return factories.person("stranger")


@pytest.fixture
def article(author: User, stranger: User) -> Article:
    """Notes 1 to 5 for everyone, one for members, one of the author's own; another article."""
    article = factories.article()
    factories.annotation(article, author, "Why?", kind="question", words="second train")
    answered = factories.annotation(article, author, "Who?", kind="question", words="two countries")
    annotating.reply(by=stranger, to=answered, body="They.")
    asked = factories.annotation(article, stranger, "When?", kind="question")
    annotating.reply(by=stranger, to=asked, body="I mean at night.")
    factories.annotation(article, author, "No.", kind="objection", topics=["Trains"])
    factories.annotation(article, author, "On all of it.", words="", topics=["Trains"])
    factories.annotation(article, author, "Among us.", audience="members")
    factories.annotation(article, author, "My own.", audience="me", topics=["Trains", "Mine"])
    factories.annotation(factories.article(), author, "Why?", kind="question", topics=["Trains"])
    return article


def client_of(person: User | None) -> Client:
    client = Client()
    if person is not None:
        client.force_login(person, BACKEND)
    return client


def shown(article: Article, who: User | None, **wanted: str) -> dict[str, Any]:
    answer = client_of(who).get(reverse("matching", args=[article.slug]), wanted)
    found: dict[str, Any] = answer.json()
    return found


@pytest.mark.parametrize(
    ("wanted", "anonymous", "strangers", "authors"),
    [
        ({}, "2 3 4 1 5", "2 3 4 m1 1 5", "2 3 4 m1 p1 1 5"),
        ({"kind": "objection"}, "4", "4", "4"),
        ({"kind": "nonsense"}, "", "", ""),
        ({"topic": "trains"}, "4 5", "4 5", "4 p1 5"),
        ({"topic": "mine"}, "", "", "p1"),
        ({"person": "stranger"}, "2 3", "2 3", "2 3"),
        ({"audience": "members"}, "", "m1", "m1"),
        ({"audience": "me"}, "", "", "p1"),
        ({"audience": "tuesday"}, "", "", ""),
        ({"mine": "1"}, "", "2 3", "2 4 m1 p1 1 5"),
        ({"open": "1"}, "3 1", "3 1", "3 1"),
        ({"open": "1", "person": "stranger"}, "3", "3", "3"),
        ({"new": "1"}, "", "", ""),
        ({"order": "newest"}, "5 4 3 2 1", "m1 5 4 3 2 1", "p1 m1 5 4 3 2 1"),
        ({"order": "discussed"}, "3 2 5 4 1", "3 2 m1 5 4 1", "3 2 p1 m1 5 4 1"),
        ({"kind": "x" * 999, "person": "<b>", "mine": "yes"}, "", "", ""),
    ],
)
def test_each_sees_what_they_may_read_of_what_they_asked_for(
    article: Article,
    author: User,
    stranger: User,
    wanted: dict[str, str],
    anonymous: str,
    strangers: str,
    authors: str,
) -> None:
    seen = [" ".join(shown(article, person, **wanted)["keys"]) for person in (None, stranger)]
    assert seen == [anonymous, strangers]
    assert " ".join(shown(article, author, **wanted)["keys"]) == authors


def test_what_is_new_is_what_others_said_since_one_was_here(
    article: Article, author: User, stranger: User
) -> None:
    catching_up.visit(article, by=stranger)
    factories.annotation(article, author, "Just now.", words="nobody")
    assert shown(article, stranger, new="1")["keys"] == ["6"]
    assert shown(article, author, new="1")["keys"] == []


def test_a_filter_is_told_in_words_and_leads_to_its_parts(article: Article, stranger: User) -> None:
    answer = shown(article, stranger, kind="question", person="author", open="1")
    assert [chip["words"] for chip in answer["chips"]] == [
        "Question",
        "Anna Author",
        "Unanswered questions",
    ]
    assert answer["chips"][0]["without"] == "person=author&open=1"
    (passage,) = answer["passages"]
    assert (passage["key"], passage["count"]) == ("1", 1)


def test_the_discussion_takes_the_same_filter_without_a_script(
    article: Article, author: User
) -> None:
    address = reverse("discussion", args=[article.slug])
    page = client_of(None).get(address, {"kind": "question", "open": "1"}).content.decode()
    assert "Why?" in page
    assert "When?" in page
    assert "Who?" not in page
    assert "No." not in page
    assert 'href="?order=text&amp;open=1"' in page  # the chip that takes the kind away
    assert '<option value="question" selected>' in page
    nothing = client_of(None).get(address, {"topic": "mine"}).content.decode()
    assert "No note matches this." in nothing
    assert "Only me</option>" not in nothing
    mine = client_of(author).get(address, {"topic": "mine"}).content.decode()
    assert "My own." in mine
    assert "Only me</option>" in mine


def test_of_a_crowd_three_stand_beside_their_paragraph(article: Article, author: User) -> None:
    for number in range(6):
        factories.annotation(article, author, f"Word {number}.", words="nobody")
    key = factories.block(article, "nobody").key
    base = article.get_absolute_url()
    for address in (base, f"{base}cards/?block={key}"):
        html = client_of(None).get(address).content.decode()
        assert html.count(f'data-block="{key}" data-count') == 3
        assert "5 more notes on this paragraph" in html
        assert f'href="{base}p/{key}/"' in html
    answer = shown(article, None, block=key)
    assert (len(answer["keys"]), answer["chips"][0]["words"]) == (8, "¶ 2")


def test_cards_come_by_their_keys_in_the_order_asked(article: Article, stranger: User) -> None:
    address = reverse("cards", args=[article.slug])
    keys = {"note": ["4", "m1", "1", "p1", "99", "x"]}
    html = client_of(stranger).get(address, keys).content.decode()
    assert [one.split('"')[0] for one in html.split(' id="n-')[1:]] == ["4", "m1", "1"]
    assert Annotation.objects.filter(thread__article=article).count() == 9
