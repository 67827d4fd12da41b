"""The links that a topic gathers: who sees which, and what it costs, as a list and a picture."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from annotations import annotating, moderating
from annotations.models import Annotation, Topic
from annotations.pointing import Link
from annotations.topics.links import PAGE, links_between, picture_of
from articles.models import Article
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db
NOBODY = AnonymousUser()


@pytest.fixture
def article(db: None) -> Article:
    return factories.article(title="The corridor", published="1998-05-01")


@pytest.fixture
def other(db: None) -> Article:
    return factories.article(title="The ferry", published="2004-01-01")


def linking(of: Article, by: User, to: Article, **given: Any) -> Annotation:
    at = Link(given.pop("relation", "contradicts"), to, factories.passage(to, "second train"))
    return factories.annotation(of, by, link=at, topics=given.pop("topics", ["Transit"]), **given)


def seen_by(user: User | AnonymousUser) -> list[int]:
    topic = Topic.objects.get(name="Transit")
    return [one.note.pk for one in links_between([topic.pk], user)[0]]


def test_notes_under_the_topic_that_point_elsewhere_newest_first(
    article: Article, other: Article, author: User, stranger: User
) -> None:
    first = linking(article, author, other)
    linking(article, author, other, topics=["Ferries"])
    factories.annotation(article, author, topics=["Transit"])
    second = linking(other, stranger, article)
    assert seen_by(NOBODY) == [second.pk, first.pk]


def test_both_ends_pass_the_gate(
    article: Article, other: Article, author: User, stranger: User, moderator: User
) -> None:
    group = factories.group(author)
    closed = factories.article(audience=group.audience)
    open_note = linking(article, author, other)
    own = linking(article, author, other, audience="me")
    author = User.objects.get(pk=author.pk)
    within = linking(article, author, other, audience=f"group:{group.slug}")
    to_closed = linking(article, author, closed)
    hidden = linking(article, author, other)
    moderating.hide(hidden, by=moderator, reason="noise")
    gone = linking(article, author, other)
    annotating.withdraw(gone, by=author)
    for reader in (NOBODY, stranger, moderator):
        assert seen_by(reader) == [open_note.pk]
    author = User.objects.get(pk=author.pk)
    assert seen_by(author) == [to_closed.pk, within.pk, own.pk, open_note.pk]


def test_a_page_of_twenty_costs_five_queries(
    article: Article, other: Article, author: User
) -> None:
    for _time in range(PAGE + 1):
        linking(article, author, other)
    topic = Topic.objects.get()
    with CaptureQueriesContext(connection) as asked:
        pairs, following = links_between([topic.pk], NOBODY)
    assert (len(pairs), len(asked)) == (PAGE, 5)
    rest, end = links_between([topic.pk], NOBODY, following)
    assert (len(rest), end) == (1, "")


def test_the_picture_has_articles_by_date_and_a_word_for_each_link(
    article: Article, other: Article, author: User
) -> None:
    linking(other, author, article)
    linking(article, author, other, relation="answers")
    linking(article, author, article, relation="repeats")
    topic = Topic.objects.get()
    picture = picture_of(links_between([topic.pk], NOBODY)[0])
    assert picture is not None
    assert [(one.title, one.year) for one in picture.points] == [
        ("The corridor", "1998"),
        ("The ferry", "2004"),
    ]
    assert [one.label for one in picture.arcs] == ["Repeats", "Answers", "Contradicts"]
    # No two stand in the same place
    assert len({(one.x, one.y) for one in picture.arcs}) == 3


def test_the_topic_page_lists_them(article: Article, other: Article, author: User) -> None:
    linking(article, author, other)
    page = Client().get("/topics/transit/", {"view": "links"}).content.decode()
    assert "arc is-contradicts" in page
    assert "second train" in page
    empty = factories.annotation(article, author, topics=["Ferries"])
    assert empty.pk
    page = Client().get("/topics/ferries/", {"view": "links"}).content.decode()
    assert "No note under this topic points" in page
