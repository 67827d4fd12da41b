"""Collections: their page, their neighbours, and who meets which of their articles."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Collection
from ncr.accounts.models import Audience, User
from tests import factories

pytestmark = pytest.mark.django_db(databases=["default", "work"])


def client_of(person: User | None) -> Client:
    client = Client()
    if person is not None:
        client.force_login(person, "ncr.accounts.backends.MemberBackend")
    return client


@pytest.fixture
def book() -> Collection:
    """Four chapters: for everyone, for members, a draft, for everyone."""
    found = Collection.objects.create(slug="book", title="The book of ferries", byline="Ada Aune")
    members = Audience.objects.get(pk=Audience.MEMBERS)
    for place, (title, given) in enumerate(
        [
            ("Departure", {}),
            ("Crossing", {"audience": members}),
            ("Storm", {"publish": False}),
            ("Arrival", {}),
        ],
        1,
    ):
        factories.article(title=title, collection=found, place=place, **given)
    return found


def titles(client: Client, book: Collection) -> list[str]:
    response = client.get(book.get_absolute_url())
    return [one.article.title for one in response.context["listed"]]


def test_everybody_meets_the_articles_that_they_may_read_in_their_order(
    book: Collection, stranger: User, moderator: User
) -> None:
    assert titles(client_of(None), book) == ["Departure", "Arrival"]
    for person in (stranger, moderator):
        assert titles(client_of(person), book) == ["Departure", "Crossing", "Arrival"]


def test_without_an_article_to_read_there_is_no_collection(
    book: Collection, stranger: User
) -> None:
    group = factories.group(factories.person())
    Article.objects.update(audience=group.audience)
    for person in (None, stranger):
        assert client_of(person).get(book.get_absolute_url()).status_code == 404
    assert client_of(None).get(reverse("collection", args=["none"])).status_code == 404


def test_the_neighbour_is_the_next_that_one_may_read(book: Collection, stranger: User) -> None:
    departure, crossing, _storm, arrival = book.articles.order_by("place")
    after_departure = reverse("next_in_collection", args=["book", 1])
    before_arrival = reverse("previous_in_collection", args=["book", 4])
    after_arrival = reverse("next_in_collection", args=["book", 4])
    nobody, member = client_of(None), client_of(stranger)
    assert nobody.get(after_departure)["Location"] == arrival.get_absolute_url()
    assert nobody.get(before_arrival)["Location"] == departure.get_absolute_url()
    assert member.get(after_departure)["Location"] == crossing.get_absolute_url()
    assert member.get(before_arrival)["Location"] == crossing.get_absolute_url()
    assert nobody.get(after_arrival)["Location"] == book.get_absolute_url()


def test_its_articles_say_where_they_stand(book: Collection, client: Client) -> None:
    arrival = book.articles.get(place=4)
    page = client.get(arrival.get_absolute_url()).content.decode()
    assert "Part 4 of" in page
    assert f'href="{book.get_absolute_url()}" dir="auto">The book of ferries</a>' in page
    assert f'href="{reverse("previous_in_collection", args=["book", 4])}"' in page
    first = client.get(book.articles.get(place=1).get_absolute_url()).content.decode()
    assert "Previous part" not in first


def test_a_new_title_stands_on_the_stored_pages_of_its_articles(
    book: Collection, client: Client, admin_client: Client
) -> None:
    address = book.articles.get(place=1).get_absolute_url()
    assert "The book of ferries" in client.get(address).content.decode()
    response = admin_client.post(
        reverse("admin:articles_collection_change", args=[book.pk]),
        {"title": "The book of tides", "slug": "book", "byline": ""},
    )
    assert response.status_code == 302
    assert "The book of tides" in client.get(address).content.decode()


def test_one_with_articles_cannot_be_deleted(book: Collection, admin_client: Client) -> None:
    address = reverse("admin:articles_collection_delete", args=[book.pk])
    assert admin_client.post(address, {"post": "yes"}).status_code == 403
    book.articles.update(collection=None, place=None)
    assert admin_client.post(address, {"post": "yes"}).status_code == 302
    assert not Collection.objects.exists()


def test_in_the_admin_collections_are_for_editors(book: Collection, stranger: User) -> None:
    address = reverse("admin:articles_collection_changelist")
    helper = factories.person("helper", is_staff=True)
    editor = factories.person("editor", is_staff=True)
    editor.user_permissions.add(Permission.objects.get(codename="view_collection"))
    seen = [client_of(who).get(address).status_code for who in (None, stranger, helper, editor)]
    assert seen == [302, 403, 403, 200]


def test_a_page_asks_as_much_of_ten_articles_as_of_one(client: Client) -> None:
    counts = []
    for name, many in (("few", 1), ("many", 10)):
        found = Collection.objects.create(slug=name, title=name)
        for place in range(1, many + 1):
            factories.article(collection=found, place=place)
        client.get(found.get_absolute_url())  # what is told of an article is counted once
        with CaptureQueriesContext(connection) as caught:
            client.get(found.get_absolute_url())
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_long_ones_come_page_by_page(client: Client) -> None:
    found = Collection.objects.create(slug="long", title="Long")
    for place in range(1, 36):
        factories.article(title=f"Chapter {place}", collection=found, place=place)
    first = client.get(found.get_absolute_url())
    second = client.get(found.get_absolute_url() + first.context["next"])
    shown = [one.article.place for page in (first, second) for one in page.context["listed"]]
    assert shown == list(range(1, 36))


@pytest.mark.parametrize(
    ("licence", "shown"),
    [
        ("CC BY 4.0", '<span dir="auto">CC BY 4.0</span>'),
        (
            "https://creativecommons.org/licenses/by/4.0/",
            '<a href="https://creativecommons.org/licenses/by/4.0/"'
            ' rel="license noopener nofollow">Licence</a>',
        ),
        ("javascript:alert(1)", '<span dir="auto">javascript:alert(1)</span>'),
    ],
)
def test_the_licence_stands_with_the_source(client: Client, licence: str, shown: str) -> None:
    article = factories.article()
    Article.objects.update(licence=licence)
    assert shown in client.get(article.get_absolute_url()).content.decode()
