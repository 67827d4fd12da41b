"""A topic's dossier as a file that is passed on: for whom each is, and words that stand there."""

from __future__ import annotations

import csv
import io
import json

import pytest
from django.utils import translation

from annotations import moderating
from annotations.models import Annotation, Topic, TopicName
from annotations.models.topic import topic_key
from annotations.topics import exporting
from articles.models import Article
from ncr.accounts.models import User
from tests import factories
from tests.annotations.revised import FIRST, lost_note, revised

pytestmark = pytest.mark.django_db


def dossier(user: User) -> exporting.Dossier:
    reader = User.objects.get(pk=user.pk)  # who belongs to their own audience by now
    return exporting.gathered(Topic.objects.get(name="Trains"), reader)


def rows(user: User) -> list[dict[str, str]]:
    text = exporting.as_csv(dossier(user)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture
def article(db: None) -> Article:
    return factories.article(FIRST)


def note(article: Article, by: User, words: str = "at the border", **given: str) -> Annotation:
    return factories.annotation(article, by, topics=["Trains"], words=words, **given)


def test_what_is_not_for_everyone_says_for_whom_it_is(article: Article, author: User) -> None:
    group = factories.group(author, name="Tuesday")
    said_to = ["everyone", "members", f"group:{group.slug}", "me"]
    for audience in said_to:
        note(article, author, audience=audience)
    assert [row["audience"] for row in rows(author)] == [
        "Everyone",
        "Members",
        "Tuesday",
        "Only me",
    ]
    for write in (exporting.as_markdown, exporting.as_html):
        text = write(dossier(author)).decode()
        assert text.count("audience: ") == 3
        for words in ("audience: Members", "audience: Tuesday", "audience: Only me"):
            assert words in text


def test_what_others_do_not_see_says_why(
    article: Article, author: User, moderator: User, stranger: User
) -> None:
    hidden, pending = note(article, author), note(article, author, words="two hours")
    moderating.hide(hidden, by=moderator, reason="why")
    Annotation.objects.filter(pk=pending.pk).update(moderation=Annotation.Moderation.PENDING)
    states = {"Hidden by a moderator", "Waits for a moderator"}
    assert {row["state"] for row in rows(moderator)} == states
    for write in (exporting.as_markdown, exporting.as_html):
        assert all(state in write(dossier(moderator)).decode() for state in states)
    assert rows(stranger) == []


def test_sources_are_cited_by_what_all_may_read(
    article: Article, author: User, moderator: User
) -> None:
    """Libraries of sources have no place for an audience; an article with nothing else is out."""
    other = factories.article(FIRST)
    note(article, author)
    note(article, author, words="two hours", audience="members")
    moderating.hide(note(article, author, words="papers"), by=moderator, reason="why")
    note(other, author, audience="me")
    (item,) = json.loads(exporting.as_csl(dossier(author)))
    assert item["id"] == article.slug
    text = exporting.as_bibtex(dossier(author)).decode()
    assert text.count("@misc") == 1
    for words in (item["note"], text):
        assert "at the border" in words
        assert "two hours" not in words
        assert "papers" not in words


def test_words_are_cited_as_they_stand_in_the_revision(article: Article, author: User) -> None:
    note(article, author, words="two hours while papers")
    revised(article, FIRST.replace("two hours while papers", "two long hours while papers"))
    (row,) = rows(author)
    assert (row["passage"], row["paragraph"], row["revision"]) == (
        "two long hours while papers",
        "1",
        "2",
    )
    assert row["passage"] in Article.objects.get().standing.source


def test_lost_words_are_cited_from_the_revision_in_which_they_stood(
    article: Article, author: User
) -> None:
    found = lost_note(article, author)
    found.assignments.create(
        topic=Topic.objects.create(name="Trains", slug="trains"), at="2026-01-01T00:00Z"
    )
    (row,) = rows(author)
    assert (row["passage"], row["paragraph"], row["revision"]) == ("windows stay shut", "", "1")
    assert "> revision 1: <" in exporting.as_markdown(dossier(author)).decode()


@pytest.mark.parametrize(
    ("published", "issued", "year"),
    [("2005-10-01T09:30", [2005, 10, 1], "2005"), ("2005", [2005], "2005"), ("soon", None, "")],
)
def test_a_date_as_far_as_it_is_one(
    article: Article, author: User, published: str, issued: list[int] | None, year: str
) -> None:
    note(article, author)
    Article.objects.update(published=published)
    (item,) = json.loads(exporting.as_csl(dossier(author)))
    assert item.get("issued") == (issued and {"date-parts": [issued]})
    text = exporting.as_bibtex(dossier(author)).decode()
    assert ("year = {" in text) == bool(year)
    assert f"year = {{{year}}}" in text or not year


def test_slugs_of_other_letters_make_keys_of_their_own(author: User) -> None:
    for slug in ("доклад-2007", "обзор-2007", "доклад", "report-2007"):
        made = factories.article(FIRST)
        Article.objects.filter(pk=made.pk).update(slug=slug)
        note(Article.objects.get(pk=made.pk), author)
    text = exporting.as_bibtex(dossier(author)).decode()
    keys = {line[6:-1] for line in text.splitlines() if line.startswith("@misc{")}
    pks = dict(Article.objects.values_list("slug", "pk"))
    assert keys == {
        f"2007:{pks['доклад-2007']}",
        f"2007:{pks['обзор-2007']}",
        f"article:{pks['доклад']}",
        "report-2007",
    }


def test_a_reader_of_another_language_has_its_names(article: Article, author: User) -> None:
    note(article, author)
    topic = Topic.objects.get()
    TopicName.objects.create(
        topic=topic, name="Züge", key=topic_key("Züge"), language="de", is_label=True
    )
    with translation.override("de"):
        assert exporting.as_markdown(dossier(author)).decode().startswith("# Züge")
        assert '<h1 dir="auto">Züge</h1>' in exporting.as_html(dossier(author)).decode()
        assert rows(author)[0]["topics"] == "Züge"
    assert rows(author)[0]["topics"] == "Trains"
