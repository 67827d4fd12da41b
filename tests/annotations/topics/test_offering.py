"""Topics offered while one types: by name and alias, this article's first, nothing unseen."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.models import Topic, TopicCue
from annotations.topics import keeping
from annotations.topics.offering import offered
from articles.models import Article
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db
NOBODY = AnonymousUser()


@pytest.fixture
def article(db: None) -> Article:
    return factories.article()


def named(name: str) -> Topic:
    return Topic.objects.get(name=name)


def test_what_is_used_in_this_article_comes_first_the_most_used_before(
    article: Article, author: User
) -> None:
    other = factories.article()
    for _time in range(3):
        factories.annotation(other, author, topics=["Transit by sea"])
    factories.annotation(article, author, topics=["Transit rail"])
    for _time in range(2):
        factories.annotation(article, author, topics=["Transit visa"])
    found = offered(NOBODY, "trans", article.slug)
    assert [(one.name, one.count) for one in found] == [
        ("Transit visa", 2),
        ("Transit rail", 1),
        ("Transit by sea", 0),
    ]


def test_an_alias_is_found_and_the_name_shown(article: Article, author: User) -> None:
    factories.annotation(article, author, topics=["CFE Treaty"])
    topic = named("CFE Treaty")
    keeping.add_alias(topic, "Conventional Armed Forces", by=factories.moderator())
    [found] = offered(NOBODY, "armed", article.slug)
    assert (found.name, found.alias) == ("CFE Treaty", "Conventional Armed Forces")
    assert offered(NOBODY, "cfe", article.slug)[0].alias == ""


def test_words_that_merely_tell_of_a_topic_find_nothing(article: Article, author: User) -> None:
    factories.annotation(article, author, topics=["Kaliningrad transit"])
    TopicCue.objects.create(topic=named("Kaliningrad transit"), words="corridor", key="corridor")
    assert offered(NOBODY, "corridor", article.slug) == []


def test_private_use_is_neither_offered_nor_counted_for_others(
    article: Article, author: User, stranger: User, moderator: User
) -> None:
    group = factories.group(author, stranger)
    factories.annotation(article, author, topics=["Ferries"])
    factories.annotation(article, author, topics=["Ferries", "Ferry secret"], audience="me")
    factories.annotation(article, author, topics=["Ferry club"], audience=f"group:{group.slug}")
    counts = {
        who: [(one.name, one.count) for one in offered(user, "ferr", article.slug)]
        for who, user in {
            "author": author,
            "stranger": stranger,
            "moderator": moderator,
            "nobody": NOBODY,
        }.items()
    }
    assert counts["nobody"] == counts["moderator"] == [("Ferries", 1)]
    assert counts["stranger"] == [("Ferries", 1), ("Ferry club", 1)]
    assert counts["author"][0] == ("Ferries", 2)
    assert sorted(counts["author"][1:]) == [("Ferry club", 1), ("Ferry secret", 1)]


def test_four_queries_however_much_is_filed(article: Article, author: User) -> None:
    for number in range(12):
        factories.annotation(article, author, topics=[f"Transit {number}"])
    with CaptureQueriesContext(connection) as asked:
        assert len(offered(NOBODY, "", article.slug)) == 8
    assert len(asked) <= 4
