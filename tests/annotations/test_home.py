"""The first page: what each reader finds there, and nobody what they may not read."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from annotations.models import Reading
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db(databases=["default", "work"])


def first_page(user: User | None = None) -> str:
    client = Client()
    if user is not None:
        client.force_login(user, "ncr.accounts.backends.MemberBackend")
    answer = client.get("/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_everybody_finds_what_they_may_read(author: User, stranger: User) -> None:
    moderator = factories.moderator()
    circle = factories.group(author, name="Tuesday circle")
    open_ = factories.article(title="Open text")
    closed = factories.article(title="Closed text", audience=circle.audience)
    factories.annotation(open_, author, "For all.")
    factories.annotation(open_, author, "For members.", audience="members")
    factories.annotation(closed, author, "For the circle.", audience=circle.audience)
    factories.annotation(open_, author, "For me.", audience="me")
    of_all, of_members = {"Open text", "For all."}, {"For members."}
    of_circle = {"Closed text", "For the circle.", "Tuesday circle"}
    for reader, expected in (
        (None, of_all),
        (stranger, of_all | of_members),
        (moderator, of_all | of_members),
        (author, of_all | of_members | of_circle),
    ):
        page = first_page(reader)
        every = of_all | of_members | of_circle | {"For me."}
        assert {words for words in every if words in page} == expected, reader


def test_a_reader_goes_on_where_something_is_new(author: User, stranger: User) -> None:
    begun = factories.article(title="Begun")
    factories.article(title="Other")
    Reading.objects.create(
        person=stranger,
        article=begun,
        revision=begun.current_revision,
        seen={"1": [], "2": []},
        visited_at=timezone.now(),
    )
    factories.annotation(begun, author)
    page = first_page(stranger)
    assert "1 note is new in what you read last." in page
    assert page.index("Continue reading") < page.index("Begun") < page.index("New articles")
    assert page.count(">Begun</a></h3>") == 1
    assert "Continue reading" not in first_page(author)


def test_an_empty_site_tells_its_owner_what_to_do(stranger: User) -> None:
    owner = User.objects.create_superuser("owner", password=None)
    assert "/imports/" in first_page(owner)
    for reader in (None, stranger):
        page = first_page(reader)
        assert "There is nothing to read yet." in page
        assert "/imports/" not in page
