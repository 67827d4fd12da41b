"""The list of articles: searched, narrowed, sorted and paged, through the gate."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from annotations.models import Reading
from annotations.reading.digest import digests
from annotations.reading.listing import counted
from articles.models import Article
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db(databases=["default", "work"])
BACKEND = "ncr.accounts.backends.MemberBackend"


def client_of(user: User | None = None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user, BACKEND)
    return client


def titles(query: str = "", user: User | None = None) -> list[str]:
    answer = client_of(user).get(f"/articles/{query}")
    assert answer.status_code == 200
    return re.findall(r'<h2[^>]*><a href="[^"]*">([^<]*)</a>', answer.content.decode())


def shelf(author: User) -> None:
    for title, published, language, byline in (
        ("Old corridor", "1999-05", "en", "A. Byl"),
        ("Neuer Korridor", "2005", "de", "B. Name"),
        ("New corridor", "2006-12-31", "en", "B. Name"),
    ):
        made = factories.article(title=title, published=published, language=language)
        Article.objects.filter(pk=made.pk).update(byline=byline)
    old = Article.objects.get(title="Old corridor")
    factories.annotation(old, author, topics=["Ferries"])


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["New corridor", "Neuer Korridor", "Old corridor"]),
        ("?q=corridor", ["New corridor", "Old corridor"]),
        ("?q=corridor&language=en&since=2000", ["New corridor"]),
        ("?topic=ferries", ["Old corridor"]),
        ("?author=B.+Name", ["New corridor", "Neuer Korridor"]),
        ("?language=de", ["Neuer Korridor"]),
        ("?since=2005&until=2005", ["Neuer Korridor"]),
        ("?until=2006", ["New corridor", "Neuer Korridor", "Old corridor"]),
        ("?order=active", ["Old corridor", "New corridor", "Neuer Korridor"]),
        ("?order=discussed", ["Old corridor", "New corridor", "Neuer Korridor"]),
        ("?since=soon&order=odd&new=1", ["New corridor", "Neuer Korridor", "Old corridor"]),
        ("?topic=no-such", []),
    ],
)
def test_the_list_is_narrowed_and_sorted(query: str, found: list[str], author: User) -> None:
    shelf(author)
    assert titles(query) == found


def test_pages_keep_what_was_asked(author: User) -> None:
    for number in range(33):
        factories.article(title=f"Corridor {number:02}", language="de" if number % 11 else "en")
    factories.article(title="Corridor English", language="en")
    for order in ("newest", "active", "discussed"):
        address, seen = f"?q=corridor&language=de&order={order}", []
        while address:
            page = client_of().get(f"/articles/{address}").content.decode()
            seen += re.findall(r">(Corridor \w+)</a>", page)
            match = re.search(r'rel="next" href="([^"]*)"', page)
            address = match[1].replace("&amp;", "&") if match else ""
        assert len(seen) == len(set(seen)) == 30
    factories.article(title="Corridor 99", language="de")
    page = client_of().get("/articles/?language=de").content.decode()
    following = re.search(r'rel="next" href="([^"]*)"', page)
    assert following is not None
    assert "language=de" in following[1]
    assert titles(following[1].replace("&amp;", "&")) == ["Corridor 01"]


def test_with_something_new_is_what_others_said_since(author: User, stranger: User) -> None:
    read, other = factories.article(title="Read"), factories.article(title="Other")
    for one in (read, other):
        Reading.objects.create(
            person=stranger,
            article=one,
            revision=one.current_revision,
            seen={"1": [], "2": []},
            visited_at=timezone.now(),
        )
    factories.annotation(read, author, "New.")
    factories.annotation(other, author, "Not for you.", audience="me")
    assert titles("?new=1", stranger) == ["Read"]
    page = client_of(stranger).get("/articles/").content.decode()
    assert page.count("1 new") == 1
    assert titles("?new=1") == ["Other", "Read"]  # nothing is new to nobody


def test_only_what_the_reader_may_see_can_be_chosen_or_found(author: User, stranger: User) -> None:
    group = factories.group(author)
    hidden = factories.article(title="Quixotic", audience=group.audience, language="fi")
    Article.objects.filter(pk=hidden.pk).update(byline="Zephyr")
    factories.annotation(factories.article(title="Open"), author, topics=["Mine"], audience="me")
    moderator = factories.moderator()
    for reader in (None, stranger, moderator):
        page = client_of(reader).get("/articles/").content.decode()
        assert not any(word in page for word in ("Quixotic", "Zephyr", "Finnish", "mine"))
        for query in ("?q=quixotic", "?topic=mine", "?author=Zephyr", "?language=fi"):
            assert titles(query, reader) == []
    assert titles("?q=quixotic", author) == ["Quixotic"]
    assert titles("?topic=mine", author) == ["Open"]


def test_columns_count_what_everybody_may_read_where_it_is(author: User) -> None:
    made = factories.article()
    factories.annotation(made, author, topics=["Ferries"])
    before = digest_of(made)
    factories.annotation(made, author, "Private.", audience="me", topics=["Secret"])
    assert digest_of(made) == before
    assert before.notes == (0, 1, 0, 0)
    assert before.topics == (("Ferries", "ferries", 1),)
    factories.annotation(made, author, "More.", words="second train")
    assert digest_of(made).notes == (0, 1, 1, 0)
    cache.clear()
    assert digest_of(made).notes == (0, 1, 1, 0)


def digest_of(article: Article) -> Any:
    from django.contrib.auth.models import AnonymousUser

    rows = list(counted(AnonymousUser()).filter(pk=article.pk))
    return digests(rows)[article.pk]


def test_what_cannot_be_looked_for_is_told(author: User) -> None:
    shelf(author)
    answer = client_of().get("/articles/?q=%22")
    assert answer.status_code == 422
    assert "There is no word in that" in answer.content.decode()


def test_nothing_found_says_what_to_do(author: User) -> None:
    shelf(author)
    page = client_of().get("/articles/?q=absent").content.decode()
    assert "No article matches all of this." in page
    assert 'href="/search/?q=absent"' in page


def test_what_the_list_is_narrowed_by_can_be_taken_out_one_by_one(author: User) -> None:
    shelf(author)
    page = client_of().get("/articles/?q=corridor&language=de&order=active").content.decode()
    taken = re.findall(r"<li>(\w+): <b>(\w+)</b> <a href=\"([^\"]*)\">Take out", page)
    assert taken == [
        ("Words", "corridor", "?language=de&amp;order=active"),
        ("Language", "German", "?q=corridor&amp;order=active"),
    ]
    assert "Take out" not in client_of().get("/articles/?order=active").content.decode()
