"""Signing up: to whom the door is open, what the form takes, and when an account can be used."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.utils import timezone

from ncr.accounts.models import User
from ncr.accounts.signing import forget_unconfirmed, must_confirm
from tests import factories
from tests.accounts.post import link_in, newest, subjects

pytestmark = pytest.mark.django_db
JOINING = {
    "username": "newcomer",
    "display_name": "Nadia Newcomer",
    "email": "nadia@example.org",
    "password1": "a-long-enough-secret",
}


@pytest.fixture
def is_open(settings: Any) -> None:
    settings.SIGNUP = "open"


def signed_in(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


@pytest.mark.parametrize(("door", "words"), [("invite", "By invitation"), ("closed", "No sign-up")])
def test_a_closed_door_says_so(client: Client, settings: Any, door: str, words: str) -> None:
    settings.SIGNUP = door
    for answer in (client.get("/accounts/signup/"), client.post("/accounts/signup/", JOINING)):
        assert answer.status_code == 403
        assert words in answer.content.decode()
    assert not User.objects.filter(username="newcomer").exists()


def test_signing_in_leads_those_without_an_account_to_the_door(client: Client) -> None:
    page = client.get("/accounts/login/").content.decode()
    assert '<a href="/accounts/signup/">No account yet?</a>' in page


def test_an_invitation_opens_no_door_that_is_closed(client: Client, settings: Any) -> None:
    from ncr.accounts.inviting import address_of, invite

    token = invite(by=User.objects.create_superuser("boss", password="x"))
    client.post(address_of(token).removeprefix("http://localhost:8000"))
    settings.SIGNUP = "closed"
    assert client.post("/accounts/signup/", JOINING).status_code == 403


def test_a_sign_up_is_of_use_when_the_address_is_confirmed(client: Client, is_open: None) -> None:
    client.post("/accounts/signup/", JOINING)
    made = User.objects.get(username="newcomer")
    assert must_confirm(made)
    elsewhere = Client()
    typed = {"login": "newcomer", "password": JOINING["password1"]}
    answer = elsewhere.post("/accounts/login/", typed)
    assert answer["Location"] == "/accounts/confirm-email/"
    assert signed_in(elsewhere) is None
    client.post(link_in(newest("nadia@example.org")))
    assert signed_in(client) == str(made.pk)  # the browser that signed up
    assert elsewhere.post("/accounts/login/", typed)["Location"] == "/articles/"


def test_the_confirming_link_works_once(client: Client, is_open: None) -> None:
    client.post("/accounts/signup/", JOINING)
    address = link_in(newest("nadia@example.org"))
    client.post(address)
    again = Client().get(address)
    assert "This link is spent" in again.content.decode()
    assert Client().post(address).status_code == 404


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"username": "admin"}, "looks like one that is"),
        ({"username": "a" + "\u0335" * 200}, "characters"),
        ({"username": "a" + "\u0335" * 30}, "marks on one letter"),
        ({"username": "an\0na"}, "Null characters"),
        ({"username": "123"}, "at least one letter"),
        ({"username": "x" * 10_000}, "characters"),
        ({"display_name": "x" * 81}, "at most 80"),
        ({"display_name": "Аda Author"}, "looks like one that is"),
        ({"email": "nonsense"}, "valid email"),
        ({"email": ""}, "required"),
        ({"password1": "short"}, "too short"),
        ({"password1": "newcomer1"}, "too similar"),
    ],
)
def test_what_cannot_be_taken_is_said_and_kept(
    client: Client, is_open: None, given: dict[str, str], words: str
) -> None:
    factories.person("author", display_name="Ada Author")
    answer = client.post("/accounts/signup/", {**JOINING, **given})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert words in page
    typed = {**JOINING, **given}
    assert all(f'value="{typed[name]}"' in page for name in ("email",) if typed[name])
    assert not EmailAddress.objects.exists()
    assert mail.outbox == []


def test_a_name_taken_while_the_form_was_read_is_422(
    client: Client, is_open: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    factories.person("newcomer")
    monkeypatch.setattr("ncr.accounts.adapter.checked_username", lambda name: name)
    answer = client.post("/accounts/signup/", JOINING)
    assert answer.status_code == 422
    assert "taken just now" in answer.content.decode()
    assert User.objects.filter(username="newcomer").count() == 1


def test_a_known_address_is_answered_like_an_unknown_one(client: Client, is_open: None) -> None:
    """By the page nobody learns who has an account; by mail the owner of the address does."""
    known = factories.person("author", email="ada@example.org")
    EmailAddress.objects.create(user=known, email="ada@example.org", verified=True, primary=True)
    answers = [
        Client().post("/accounts/signup/", {**JOINING, "username": name, "email": address})
        for name, address in (("first", "ada@example.org"), ("second", "nadia@example.org"))
    ]
    assert [(one.status_code, one["Location"]) for one in answers] == [
        (302, "/accounts/confirm-email/")
    ] * 2
    assert not User.objects.filter(username="first").exists()
    assert subjects("ada@example.org") == ["[NCR] You have an account already"]
    assert subjects("nadia@example.org") == ["[NCR] Welcome: confirm your mail address"]


def test_a_confirmed_address_cannot_be_taken_over(client: Client, is_open: None) -> None:
    """Two claim an address; the first to confirm has it, the second is told."""
    client.post("/accounts/signup/", JOINING)
    confirm = link_in(newest("nadia@example.org"))
    rival = factories.person("rival")
    EmailAddress.objects.create(user=rival, email="nadia@example.org", verified=True)
    page = client.get(confirm).content.decode()
    assert "belongs to another account" in page
    client.post(confirm)
    assert EmailAddress.objects.get(verified=True).user == rival


def test_accounts_without_an_address_keep_working(client: Client) -> None:
    factories.person("author")
    factories.person("second", email="second@example.org")  # given in the admin, on no record
    for name in ("author", "second"):
        answer = Client().post("/accounts/login/", {"login": name, "password": "pass-word-1"})
        assert answer["Location"] == "/articles/"


def test_accounts_that_were_never_confirmed_are_forgotten(client: Client, is_open: None) -> None:
    client.post("/accounts/signup/", JOINING)
    kept = factories.person("author")
    before = timezone.now() - timedelta(days=7)
    assert forget_unconfirmed(before) == 0
    User.objects.update(date_joined=before - timedelta(hours=1))
    assert forget_unconfirmed(before) == 1
    assert list(User.objects.all()) == [kept]
