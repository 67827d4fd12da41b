"""Former addresses of articles and topics lead to the present ones, for those who may see them."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from annotations.models import Annotation, Topic, TopicSlug
from articles.models import Article
from articles.revising import rename_slug
from ncr.accounts.models import Audience, User
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"
NEW = "переименовано"


@pytest.fixture
def former(author: User) -> str:
    """The slug that an article had."""
    article = factories.article()
    factories.annotation(article, author, topics=["Ferries"])
    before = article.slug
    rename_slug(article, NEW)
    return before


def below(slug: str) -> list[str]:
    key = factories.block(Article.objects.get(slug=NEW)).key
    names = ("article", "discussion", "overlay", "cards", "passages", "annotate")
    return [
        *(reverse(name, args=[slug]) for name in names),
        reverse("block", args=[slug, key]),
        reverse("revision", args=[slug, 1]),
    ]


def test_every_page_of_an_article_moves_with_it(former: str) -> None:
    for old, new in zip(below(former), below(NEW), strict=True):
        answer = Client().get(old + "?order=newest&after=x%20y")
        assert answer.status_code == 301
        assert answer["Location"] == new + "?order=newest&after=x%20y"
        assert Client().head(old).status_code == 301
        assert Client().get(new).status_code == 200


def test_what_is_posted_to_a_former_address_arrives(former: str, author: User) -> None:
    client = Client()
    client.force_login(author, BACKEND)
    form = {
        "body": "Sent from a page that was open.",
        "kind": "comment",
        "audience": "everyone",
        "submission": str(uuid.uuid4()),
    }
    answer = client.post(reverse("annotate", args=[former]), form)
    assert (answer.status_code, answer["Location"]) == (308, reverse("annotate", args=[NEW]))
    assert client.post(reverse("annotate", args=[former]), form, follow=True).status_code == 200
    assert Annotation.objects.filter(body=form["body"]).count() == 1


def test_the_api_moves_too(former: str, author: User) -> None:
    client = Client()
    client.force_login(author, BACKEND)
    answer = client.get(reverse("api:threads", args=[former]) + "?order=newest")
    assert answer.status_code == 308
    assert answer["Location"] == reverse("api:threads", args=[NEW]) + "?order=newest"
    given = {"body": "By JSON.", "submission": str(uuid.uuid4())}
    address = reverse("api:annotate", args=[former])
    sent: Any = client.post(address, given, content_type="application/json", follow=True)
    assert sent.status_code == 201


def test_what_one_may_not_see_has_no_former_address_either(former: str) -> None:
    Article.objects.update(audience=Audience.MEMBERS)
    for old in below(former):
        assert Client().get(old).status_code == 404
    assert Client().get(reverse("api:article", args=[former])).status_code == 404


def test_a_topic_moves(former: str, author: User) -> None:
    topic = Topic.objects.get(slug="ferries")
    TopicSlug.objects.create(topic=topic, slug="boats")
    answer = Client().get("/topics/boats/?after=x")
    assert (answer.status_code, answer["Location"]) == (301, "/topics/ferries/?after=x")
    Annotation.objects.update(moderation="hidden")
    assert Client().get("/topics/boats/").status_code == 404


def test_a_page_that_lies_stored_links_to_where_the_article_is_now(author: User) -> None:
    article = factories.article()
    before = article.slug
    etag = Client().get(article.get_absolute_url())["ETag"]
    rename_slug(article, NEW)
    moved = Client().get(article.get_absolute_url())
    assert moved["ETag"] != etag
    assert f"/articles/{before}/" not in moved.content.decode()
    rename_slug(article, before)
    assert f"/articles/{before}/p/" in Client().get(f"/articles/{before}/").content.decode()
