"""Pictures that the site serves: who gets them, and how a page shows them."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from PIL import Image

from articles.importers.pictures import remade
from articles.importers.pieces import Picture
from articles.importing.reading import store_pictures
from articles.models import Article, Import, StoredPicture
from articles.picturing import names_in, size_of
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db(databases=["default", "work"])


def picture(color: str = "teal") -> Picture:
    written = io.BytesIO()
    Image.new("RGB", (40, 30), color).save(written, "PNG")
    found = remade(written.getvalue())
    assert found is not None
    return found


def client_of(person: User | None) -> Client:
    client = Client()
    if person is not None:
        client.force_login(person, "ncr.accounts.backends.MemberBackend")
    return client


def editor(name: str) -> User:
    found = factories.person(name)
    found.user_permissions.add(Permission.objects.get(codename="change_article"))
    return User.objects.get(pk=found.pk)


def illustrated(shown: Picture, **given: Any) -> Article:
    article = factories.article(
        f'Before it.\n\n![A ferry](/pictures/{shown.name} "At the quay")\n', **given
    )
    store_pictures([shown], article=article)
    return article


def test_a_page_shows_it_with_its_size_and_caption(client: Client) -> None:
    shown = picture()
    page = client.get(illustrated(shown).get_absolute_url()).content.decode()
    assert (
        f'<img src="/pictures/{shown.name}" alt="A ferry" width="40" height="30" loading="lazy"'
        ' decoding="async">'
    ) in page
    assert "At the quay</figcaption>" in page


def test_one_elsewhere_stays_a_link(client: Client) -> None:
    article = factories.article("![A](https://elsewhere.example/pictures/a.png)\n")
    page = client.get(article.get_absolute_url()).content.decode()
    assert 'src="https://elsewhere.example' not in page
    assert 'href="https://elsewhere.example/pictures/a.png"' in page


def test_it_comes_as_it_is_and_once(client: Client) -> None:
    shown = picture()
    illustrated(shown)
    response = client.get(reverse("picture", args=[shown.name]))
    assert response.content == shown.data
    assert response["Content-Type"] == "image/png"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-cache"
    again = client.get(
        reverse("picture", args=[shown.name]), headers={"If-None-Match": response["ETag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


def test_who_may_not_read_the_text_gets_no_picture_of_it(stranger: User, moderator: User) -> None:
    member = factories.person("member")
    circle = factories.group(member)
    shown = picture()
    illustrated(shown, audience=circle.audience)
    address = reverse("picture", args=[shown.name])
    people = {"nobody": None, "stranger": stranger, "moderator": moderator, "member": member}
    got = {name: client_of(person).get(address).status_code for name, person in people.items()}
    assert got == {"nobody": 404, "stranger": 404, "moderator": 404, "member": 200}
    known = client_of(None).get(address, headers={"If-None-Match": f'"{shown.name}"'})
    assert known.status_code == 404


def test_of_a_draft_editors_see_it_and_readers_do_not(stranger: User) -> None:
    shown = picture()
    illustrated(shown, publish=False)
    address = reverse("picture", args=[shown.name])
    assert client_of(stranger).get(address).status_code == 404
    assert client_of(editor("ed")).get(address).status_code == 200


def test_of_an_import_only_who_brought_it_sees_it(moderator: User) -> None:
    brought_by, other = editor("ed"), editor("other")
    boss = User.objects.create_superuser("boss", password="x")
    shown = picture()
    store_pictures([shown], bringing=Import.objects.create(by=brought_by))
    address = reverse("picture", args=[shown.name])
    got = [
        client_of(person).get(address).status_code
        for person in (brought_by, other, boss, moderator, None)
    ]
    assert got == [200, 404, 404, 404, 404]


def test_the_same_picture_of_two_texts_is_had_by_the_readers_of_either(stranger: User) -> None:
    member = factories.person("member")
    circle = factories.group(member)
    shown = picture()
    illustrated(shown, audience=circle.audience)
    illustrated(shown)
    assert StoredPicture.objects.count() == 2
    assert client_of(stranger).get(reverse("picture", args=[shown.name])).status_code == 200


def test_an_address_tells_the_size() -> None:
    name = f"{'0a' * 12}-1600x900.webp"
    assert size_of(f"/pictures/{name}") == (1600, 900)
    assert names_in(f"![a](/pictures/{name}) and ![b](/pictures/{'0' * 24}-0x1.png)") == {name}
    for other in (f"https://elsewhere.example/pictures/{name}", "/pictures/a.png", "", name):
        assert size_of(other) is None
