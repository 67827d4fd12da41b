"""Quality marks: one press, told to the author without a name, and to nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from annotations import annotating, moderating, quality
from annotations.models import Annotation, QualityMark, ReviewItem
from ncr.accounts.models import Notice, User
from tests import factories
from tests.annotations.sending import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def note(author: User) -> Annotation:
    return factories.annotation(factories.article(), author, "It is well known.")


def put(client: Client, note: Annotation, kind: str) -> Any:
    return client.put(reverse("api:quality", args=[note.uuid, kind]))


def press(client: Client, note: Annotation, **given: str) -> Any:
    return client.post(reverse("quality", args=[note.uuid]), given, follow=True)


@pytest.mark.parametrize("way", ["form", "json"])
def test_the_author_is_told_once_and_not_by_whom(
    way: str, note: Annotation, author: User, stranger: User, moderator: User
) -> None:
    client = client_of(stranger)
    for _twice in range(2):
        if way == "form":
            answer = press(client, note, mark="unsupported")
            assert "Its author is told, without your name." in answer.content.decode()
        else:
            assert put(client, note, "unsupported").json()["message"].startswith("Its author")
    told = Notice.objects.get()
    assert (told.person, told.by, told.kind) == (author, None, "marked")
    inbox = client_of(author).get(reverse("notices")).content.decode()
    assert "A reader misses a source for what you wrote" in inbox
    assert "It is well known." in inbox
    assert str(stranger) not in inbox
    assert not ReviewItem.objects.exists()  # no moderator is asked


@pytest.mark.parametrize("way", ["form", "json"])
def test_it_can_be_taken_back_with_its_unread_notice(
    way: str, note: Annotation, author: User, stranger: User
) -> None:
    other = factories.person()
    quality.mark(note, by=other, kind="unclear")
    quality.mark(note, by=stranger, kind="unclear")
    client = client_of(stranger)
    if way == "form":
        press(client, note, unmark="unclear")
    else:
        assert client.delete(reverse("api:quality", args=[note.uuid, "unclear"])).status_code == 204
    assert QualityMark.objects.get().by == other
    assert Notice.objects.count() == 1


def test_one_reads_again_what_one_told(note: Annotation, stranger: User, author: User) -> None:
    quality.mark(note, by=stranger, kind="duplicate")
    address = reverse("acts", args=[note.uuid])
    page = client_of(stranger).get(address).content.decode()
    assert page.count('name="unmark"') == 1
    assert page.count('name="mark"') == 3
    assert 'name="mark"' not in client_of(author).get(address).content.decode()


def test_who_may_not_is_refused(note: Annotation, author: User, stranger: User) -> None:
    assert put(client_of(author), note, "unclear").status_code == 403
    assert press(client_of(author), note, mark="unclear").status_code == 403
    assert put(Client(), note, "unclear").status_code == 401
    assert put(client_of(stranger), note, "stupid").status_code == 422
    annotating.withdraw(note, by=author)
    assert put(client_of(stranger), note, "unclear").status_code == 404
    assert not QualityMark.objects.exists()


def test_what_is_hidden_is_marked_by_nobody(
    note: Annotation, stranger: User, moderator: User
) -> None:
    moderating.hide(note, by=moderator, reason="why")
    assert put(client_of(stranger), note, "unclear").status_code == 404
    assert put(client_of(moderator), note, "unclear").status_code == 422


def test_marks_have_a_pace(author: User, stranger: User, settings: Any) -> None:
    settings.WRITE_LIMIT = 3
    article = factories.article()
    notes = [factories.annotation(article, author) for _each in range(2)]
    for kind in ("unclear", "unsupported", "duplicate"):
        quality.mark(notes[0], by=stranger, kind=kind)
    answer = put(client_of(stranger), notes[1], "unclear")
    assert answer.status_code == 429
    assert answer["Retry-After"] == "60"
