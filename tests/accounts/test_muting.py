"""Saying what comes by mail: on a page for all kinds, or by one click from a mail."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core import signing
from django.test import Client

from ncr.accounts.models import MutedMail, User
from ncr.accounts.muting import kinds_for, off_token, wanted_kinds

ALL_BUT_REPLIES = ["mention", "moderated", "reported", "marked", "revised", "filed", "invited"]
pytestmark = pytest.mark.django_db(databases=["default", "work"])


def off(person: User, kind: str = "reply") -> str:
    return f"/notices/off/{off_token(person, kind)}/"


def test_one_click_switches_a_kind_off_without_signing_in(author: User) -> None:
    client = Client(enforce_csrf_checks=True)
    for _twice in range(2):
        answer = client.post(off(author), {"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200  # a redirect is not followed (RFC 8058)
        assert "Switched off" in answer.content.decode()
    assert wanted_kinds(author) == [
        "mention",
        "moderated",
        "reported",
        "marked",
        "revised",
        "filed",
        "invited",
    ]
    assert not client.session.keys()


def test_looking_at_the_link_switches_nothing_off(author: User) -> None:
    page = Client().get(off(author)).content.decode()
    assert "Switch it off" in page
    assert "A reply to me" in page
    assert Client().head(off(author)).status_code == 200
    assert not MutedMail.objects.exists()
    Client().post(off(author))
    assert "Switched off" in Client().get(off(author)).content.decode()


@pytest.mark.parametrize(
    "change",
    [
        lambda token: token[:-1],
        lambda token: token.replace("reply", "other"),
        lambda token: "1" + token,
        lambda token: "nonsense",
        lambda token: "x" * 10_000,
        lambda token: "%00",
        lambda token: signing.Signer(salt="notices.off").sign("x.reply"),
        lambda token: signing.Signer(salt="notices.off").sign("999999.reply"),
        lambda token: signing.Signer(salt="other").sign(token.rpartition(":")[0]),
    ],
)
def test_a_token_that_is_not_ours_is_404(author: User, change: Callable[[str], str]) -> None:
    address = f"/notices/off/{change(off_token(author, 'reply'))}/"
    assert Client().get(address).status_code == 404
    assert Client().post(address).status_code == 404
    assert not MutedMail.objects.exists()


def test_a_token_of_an_account_that_was_closed_still_works(author: User) -> None:
    User.objects.filter(pk=author.pk).update(is_active=False)
    assert Client().post(off(author)).status_code == 200


def test_the_choices_are_ones_own_and_hold(author: User, stranger: User) -> None:
    MutedMail.objects.create(person=stranger, kind="reply")
    client = Client()
    assert client.get("/accounts/notices/")["Location"].startswith("/accounts/login/?next=")
    assert client.post("/accounts/notices/", {"kinds": []}).status_code == 302
    client.force_login(author, "ncr.accounts.backends.MemberBackend")
    page = client.get("/accounts/notices/").content.decode()
    assert page.count("checked") == len(kinds_for(author))
    assert "ada@example.org" in page
    for chosen in (
        ["reply", "invited"],
        ["reply", "invited"],
        [],
        list(map(str, kinds_for(author))),
    ):
        answer = client.post("/accounts/notices/", {"kinds": chosen})
        assert answer["Location"] == "/accounts/notices/"
        assert wanted_kinds(author) == chosen
        assert client.get("/accounts/notices/").content.decode().count("checked") == len(chosen)
    assert wanted_kinds(stranger) == [
        "mention",
        "moderated",
        "reported",
        "marked",
        "revised",
        "filed",
        "invited",
    ]


@pytest.mark.parametrize("kind", ["other", "x" * 10_000, "\x00"])
def test_a_kind_that_is_none_is_refused_with_a_sentence(author: User, kind: str) -> None:
    client = Client()
    client.force_login(author, "ncr.accounts.backends.MemberBackend")
    answer = client.post("/accounts/notices/", {"kinds": ["reply", kind]})
    assert answer.status_code == 422
    assert "not one of the available choices" in answer.content.decode()
    assert not MutedMail.objects.exists()


def test_who_has_no_address_is_told_so(replier: User) -> None:
    User.objects.filter(pk=replier.pk).update(email="")
    client = Client()
    client.force_login(replier, "ncr.accounts.backends.MemberBackend")
    page = client.get("/accounts/notices/").content.decode()
    assert "no confirmed mail address" in page
    assert "/accounts/notices/" in client.get("/accounts/").content.decode()
