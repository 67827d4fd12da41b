"""What an article's page says of topics: altogether, and under the headings of its outline."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from annotations import annotating, moderating
from annotations.reading.article_page import public_threads
from annotations.reading.filed import filed_in
from articles.models import Article
from ncr.accounts.models import User
from tests import factories
from tests.annotations.revised import revised

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(db: None) -> Article:
    return factories.article()


def outline(article: Article) -> str:
    page = Client().get(article.get_absolute_url()).content.decode()
    found = re.search(r'<span class="toc-topics">.*?</li>', page)
    return re.sub("<[^>]+>", "", found[0]) if found else ""


def test_a_section_names_its_topics_the_most_used_first(article: Article, author: User) -> None:
    factories.annotation(article, author, words="two countries", topics=["Before"])
    factories.annotation(article, author, words="second train", topics=["Ferries"])
    for _time in range(2):
        factories.annotation(article, author, "", kind="topic", topics=["Transit"])
    assert outline(article) == "Topics: Transit, Ferries"
    counts = filed_in(article, public_threads(article)).most_used(9)
    assert [(one["name"], one["count"]) for one in counts] == [
        ("Transit", 2),
        ("Before", 1),
        ("Ferries", 1),
    ]


def test_the_outline_is_made_anew_when_topics_change(
    article: Article, author: User, moderator: User
) -> None:
    note = factories.annotation(article, author, topics=["Transit"])
    assert outline(article) == "Topics: Transit"
    annotating.edit(note, by=author, body="A note.", version=1, topics=["Ferries"])
    assert outline(article) == "Topics: Ferries"
    moderating.hide(note, by=moderator, reason="noise")
    assert outline(article) == ""


def test_only_what_everyone_may_read_is_told(article: Article, author: User) -> None:
    group = factories.group(author)
    author = User.objects.get(pk=author.pk)
    for audience in ("me", "members", f"group:{group.slug}"):
        factories.annotation(article, author, topics=["Secret"], audience=audience)
    assert outline(article) == ""


def test_topics_follow_their_passages_and_lost_ones_count_once(
    article: Article, author: User
) -> None:
    factories.annotation(article, author, words="two countries", topics=["Countries"])
    factories.annotation(article, author, words="second train", topics=["Trains"])
    revised(article, "## New\n\nThe corridor runs through two countries, still.\n")
    assert outline(article) == "Topics: Countries"
    counts = filed_in(article, public_threads(article)).most_used(9)
    assert [(one["name"], one["count"]) for one in counts] == [("Countries", 1), ("Trains", 1)]
