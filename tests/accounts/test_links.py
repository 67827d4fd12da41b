"""Sign-in links: once, for a day, for one person, and never by merely looking."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from ncr.accounts.links import find_link, make_link, use_link
from ncr.accounts.models import SignInLink, User
from ncr.accounts.signals import person_renamed
from tests import factories

NEW = {"password": "a-long-enough-secret", "repeated": "a-long-enough-secret"}
ARRIVING = {**NEW, "display_name": "Nadia Newcomer"}


@pytest.fixture
def newcomer(db: None) -> User:
    return User.objects.create_superuser("admin", password=None)


@pytest.fixture
def address(newcomer: User) -> str:
    return f"/accounts/link/{make_link(newcomer)}/"


def signed_in(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def test_a_link_signs_in_and_sets_what_was_chosen(
    client: Client, newcomer: User, address: str
) -> None:
    answer = client.post(address, ARRIVING)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert signed_in(client) == str(newcomer.pk)
    newcomer.refresh_from_db()
    assert newcomer.display_name == "Nadia Newcomer"
    assert newcomer.check_password(NEW["password"])


def test_looking_uses_nothing(client: Client, newcomer: User, address: str) -> None:
    for look in (client.get, client.head, client.get):
        answer = look(address)
        assert answer.status_code == 200
        assert "no-store" in answer["Cache-Control"]
    assert signed_in(client) is None
    assert client.post(address, ARRIVING).status_code == 302


def test_the_page_names_the_account(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    assert "<strong>admin</strong>" in page
    assert 'name="display_name"' in page


def test_a_link_works_once(client: Client, address: str) -> None:
    client.post(address, ARRIVING)
    thief = Client()
    for answer in (thief.get(address), thief.post(address, ARRIVING)):
        assert answer.status_code == 410
        assert "has been used" in answer.content.decode()
    assert signed_in(thief) is None


def test_of_two_at_once_one_is_late(newcomer: User) -> None:
    link = find_link(make_link(newcomer))
    assert link is not None
    assert use_link(link, "a-long-enough-secret", "") is True
    assert use_link(link, "another-long-secret", "") is False
    newcomer.refresh_from_db()
    assert newcomer.check_password("a-long-enough-secret")


def test_a_link_ends_after_a_day(client: Client, address: str) -> None:
    link = SignInLink.objects.get()
    assert link.expires_at - timezone.now() == pytest.approx(
        timedelta(hours=24), abs=timedelta(minutes=5)
    )
    SignInLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert client.get(address).status_code == 410
    assert client.post(address, ARRIVING).status_code == 410
    assert signed_in(client) is None


@pytest.mark.django_db
def test_a_wrong_token_is_404(client: Client, address: str) -> None:
    for wrong in (f"{address[:-2]}/", "/accounts/link/x/", "/accounts/link/%00/"):
        assert client.get(wrong).status_code == 404
        assert client.post(wrong, ARRIVING).status_code == 404


def test_the_token_is_not_in_the_database(newcomer: User) -> None:
    token = make_link(newcomer)
    assert token not in str(list(SignInLink.objects.values()))


def test_a_new_password_ends_the_persons_other_links(client: Client, newcomer: User) -> None:
    other_person = factories.person("other")
    first, second, others = (make_link(one) for one in (newcomer, newcomer, other_person))
    client.post(f"/accounts/link/{first}/", ARRIVING)
    assert Client().get(f"/accounts/link/{second}/").status_code == 410
    assert Client().get(f"/accounts/link/{others}/").status_code == 200


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"repeated": "something-else"}, "are not the same"),
        ({"password": "short", "repeated": "short"}, "too short"),
        ({"password": "", "repeated": ""}, "required"),
        ({"display_name": ""}, "required"),
        ({"display_name": "x" * 81}, "at most 80"),
    ],
)
def test_what_cannot_be_chosen_leaves_the_link_unused(
    client: Client, address: str, given: dict[str, str], words: str
) -> None:
    answer = client.post(address, {**ARRIVING, **given})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert signed_in(client) is None
    assert client.post(address, ARRIVING).status_code == 302


def test_who_has_a_password_may_keep_it(client: Client, author: User) -> None:
    address = f"/accounts/link/{make_link(author)}/"
    assert 'name="display_name"' not in client.get(address).content.decode()
    assert client.post(address, {"password": "", "repeated": ""}).status_code == 302
    assert signed_in(client) == str(author.pk)
    author.refresh_from_db()
    assert author.check_password("pass-word-1")
    assert author.display_name == "Ada Author"


@pytest.mark.parametrize("barred", [{"is_active": False}, {"is_sample": True}])
def test_who_may_not_sign_in_cannot_by_a_link(
    client: Client, author: User, barred: dict[str, bool]
) -> None:
    address = f"/accounts/link/{make_link(author)}/"
    User.objects.filter(pk=author.pk).update(**barred)
    assert client.get(address).status_code == 410
    assert client.post(address, NEW).status_code == 410
    assert signed_in(client) is None


def test_a_link_takes_the_place_of_who_was_signed_in(
    client: Client, author: User, newcomer: User, address: str
) -> None:
    client.force_login(author)
    client.post(address, ARRIVING)
    assert signed_in(client) == str(newcomer.pk)


def test_the_form_wants_its_token(address: str) -> None:
    assert Client(enforce_csrf_checks=True).post(address, ARRIVING).status_code == 403


def test_a_new_name_is_told_to_who_listens(
    client: Client,
    newcomer: User,
    address: str,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    heard: list[Any] = []

    def hear(person: User, **_: Any) -> None:
        heard.append(person.display_name)

    person_renamed.connect(hear)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            client.post(address, ARRIVING)
    finally:
        person_renamed.disconnect(hear)
    assert heard == ["Nadia Newcomer"]


def test_the_command_prints_a_link_that_works(client: Client, author: User) -> None:
    printed = StringIO()
    call_command("sign_in_link", "author", stdout=printed)
    address = printed.getvalue().strip().removeprefix("http://localhost:8000")
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(("name", "words"), [("nobody", "Nobody"), ("sample", "may not sign in")])
def test_the_command_refuses_in_words(db: None, name: str, words: str) -> None:
    factories.person("sample", is_sample=True)
    with pytest.raises(CommandError, match=words):
        call_command("sign_in_link", name)
