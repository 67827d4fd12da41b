"""One's own account: profile, address, password, where one is signed in."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.core import mail
from django.test import Client
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from ncr.accounts.models import User
from ncr.accounts.signals import person_renamed
from tests import factories
from tests.accounts.post import link_in, newest, subjects

pytestmark = pytest.mark.django_db
OWN = ["/accounts/", "/accounts/email/", "/accounts/2fa/", "/accounts/sessions/"]


@pytest.fixture
def me(author: User) -> Client:
    """The author's browser, signed in by hand."""
    EmailAddress.objects.create(user=author, email="ada@example.org", verified=True, primary=True)
    client = Client()
    client.post("/accounts/login/", {"login": "author", "password": "pass-word-1"})
    client.post("/accounts/reauthenticate/", {"password": "pass-word-1"})
    return client


@pytest.mark.parametrize("address", [*OWN, "/accounts/takeout/", "/accounts/delete/"])
def test_the_anonymous_are_sent_to_sign_in(address: str) -> None:
    answer = Client().get(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("address", [*OWN, "/accounts/takeout/", "/accounts/delete/"])
def test_ones_own_pages_are_kept_in_no_cache(me: Client, address: str) -> None:
    answer = me.get(address)
    assert answer.status_code == 200
    kept = answer.headers.get("Cache-Control", "")
    assert (
        address == "/accounts/email/"
        or "no-store" in kept
        or "2fa" in address
        or "sessions" in address
    )


def test_the_profile_is_saved_and_shown(
    me: Client,
    author: User,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    heard: list[str] = []

    def hear(person: User, **_: Any) -> None:
        heard.append(str(person))

    person_renamed.connect(hear)
    typed = {"display_name": "Ada  Byron", "about": "<b>Reads</b> slowly."}
    try:
        with django_capture_on_commit_callbacks(execute=True):
            assert me.post("/accounts/", typed).status_code == 302
    finally:
        person_renamed.disconnect(hear)
    assert heard == ["Ada Byron"]
    author.refresh_from_db()
    assert (author.display_name, author.about) == ("Ada Byron", "<b>Reads</b> slowly.")
    page = Client().get("/people/author/").content.decode()
    assert "&lt;b&gt;Reads&lt;/b&gt; slowly." in page


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"display_name": "Sven Stranger"}, "looks like one that is"),
        ({"display_name": "str4nger".replace("4", "а")}, "looks like one that is"),
        ({"display_name": "a" + "\u0335" * 70}, "marks on one letter"),
        ({"about": "x" * 501}, "at most 500"),
        ({"about": "a\0b"}, "Null characters"),
    ],
)
def test_a_profile_that_cannot_be_saved_is_422(
    me: Client, author: User, stranger: User, given: dict[str, str], words: str
) -> None:
    answer = me.post("/accounts/", {"display_name": "Ada", "about": "", **given})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    author.refresh_from_db()
    assert author.display_name == "Ada Author"


def test_the_page_has_a_fixed_number_of_queries(
    me: Client, author: User, django_assert_num_queries: Any
) -> None:
    me.get("/accounts/")
    for _ in range(2):
        with django_assert_num_queries(9):
            me.get("/accounts/")
        article = factories.article()
        for _again in range(3):
            factories.annotation(article, author)


def test_an_address_changes_when_the_new_one_is_confirmed(me: Client, author: User) -> None:
    me.post("/accounts/email/", {"action_add": "", "email": "new@example.org"})
    assert "waits for you" in me.get("/accounts/email/").content.decode()
    author.refresh_from_db()
    assert EmailAddress.objects.get(user=author, verified=True).email == "ada@example.org"
    me.post(link_in(newest("new@example.org")))
    assert EmailAddress.objects.get(user=author).email == "new@example.org"
    author.refresh_from_db()
    assert author.email == "new@example.org"
    assert subjects("ada@example.org") == ["[NCR] Your mail address is changed"]
    assert "new@example.org" in newest("ada@example.org")


def test_changing_the_address_asks_for_the_password_and_goes_on(author: User) -> None:
    client = Client()
    client.post("/accounts/login/", {"login": "author", "password": "pass-word-1"})
    answer = client.post("/accounts/email/", {"action_add": "", "email": "new@example.org"})
    assert answer["Location"].startswith("/accounts/reauthenticate/")
    wrong = client.post(answer["Location"], {"password": "wrong-word"})
    assert "Incorrect password" in wrong.content.decode()
    assert subjects("new@example.org") == []
    client.post(answer["Location"], {"password": "pass-word-1"})
    assert subjects("new@example.org") == ["[NCR] Confirm your mail address"]


def test_an_address_that_another_confirmed_is_not_given_away(me: Client, stranger: User) -> None:
    """The page says the same as ever; the owner of the address is told by mail."""
    EmailAddress.objects.create(user=stranger, email="sven@example.org", verified=True)
    free = me.post("/accounts/email/", {"action_add": "", "email": "free@example.org"})
    taken = me.post("/accounts/email/", {"action_add": "", "email": "sven@example.org"})
    assert (free.status_code, taken.status_code) == (302, 302)
    assert EmailAddress.objects.get(email="sven@example.org", verified=True).user == stranger


def test_an_address_can_be_changed_with_a_second_factor_on(me: Client, author: User) -> None:
    from allauth.mfa.totp.internal.auth import TOTP

    TOTP.activate(author, "JBSWY3DPEHPK3PXP")
    me.post("/accounts/email/", {"action_add": "", "email": "new@example.org"})
    me.post(link_in(newest("new@example.org")))
    assert EmailAddress.objects.get(user=author).email == "new@example.org"


def test_a_changed_password_is_told(me: Client, author: User) -> None:
    typed = {"oldpassword": "pass-word-1", "password1": "another-long-secret"}
    me.post("/accounts/password/change/", {**typed, "password2": "another-long-secret"})
    author.refresh_from_db()
    assert author.check_password("another-long-secret")
    assert subjects("ada@example.org") == ["[NCR] Your password is changed"]
    message = mail.outbox[-1]
    assert "127.0.0.1" in str(message.body)


def browser(agent: str) -> Client:
    client = Client(headers={"user-agent": agent})
    client.post("/accounts/login/", {"login": "author", "password": "pass-word-1"})
    return client


def is_in(client: Client) -> bool:
    return bool(client.get("/accounts/").status_code == 200)


def test_one_browser_is_signed_out(me: Client, author: User) -> None:
    phone, tablet = browser("A phone"), browser("A tablet")
    page = me.get("/accounts/sessions/").content.decode()
    assert "A phone" in page
    assert "A tablet" in page
    found = UserSession.objects.get(user_agent="A phone")
    me.post(f"/accounts/sessions/{found.pk}/end/")
    assert [is_in(one) for one in (me, phone, tablet)] == [True, False, True]


def test_all_but_this_one_are_signed_out_those_from_before_the_list_too(
    me: Client, author: User
) -> None:
    phone, old = browser("A phone"), Client()
    old.force_login(author, "ncr.accounts.backends.MemberBackend")
    UserSession.objects.filter(session_key=old.session.session_key).delete()
    other = Client()
    other.force_login(factories.person("noise"), "ncr.accounts.backends.MemberBackend")
    me.post("/accounts/sessions/end/")
    assert [is_in(one) for one in (me, phone, old, other)] == [True, False, False, True]


def test_nobody_ends_the_session_of_somebody_else(me: Client, author: User) -> None:
    thief = Client()
    thief.force_login(factories.person("noise"), "ncr.accounts.backends.MemberBackend")
    thief.post(f"/accounts/sessions/{UserSession.objects.get(user=author).pk}/end/")
    assert is_in(me)
    assert Client().post("/accounts/sessions/1/end/").status_code == 302


def test_the_admin_lets_nobody_look_at_keys_and_sessions() -> None:
    from django.contrib import admin

    private = {"account", "mfa", "usersessions"}
    assert not [one for one in admin.site._registry if one._meta.app_label in private]


def test_the_admin_refuses_look_alikes_in_words(author: User) -> None:
    client = Client()
    boss = User.objects.create_superuser("boss", password="x")
    client.force_login(boss, "ncr.accounts.backends.MemberBackend")
    typed = {
        "username": "Auth0r",
        "display_name": "",
        "usable_password": "true",
        "password1": "a-long-enough-secret",
        "password2": "a-long-enough-secret",
    }
    answer = client.post("/admin/accounts/user/add/", typed)
    assert answer.status_code == 200
    assert "looks like one that is" in answer.content.decode()
    assert User.objects.count() == 2


def test_the_way_to_the_administration_is_shown_to_those_whom_it_lets_in(
    author: User, stranger: User, moderator: User
) -> None:
    factories.group(author, stranger)  # the first leads it
    shown = {}
    for person in (author, stranger, moderator):
        client = Client()
        client.force_login(person, "ncr.accounts.backends.MemberBackend")
        shown[person] = ">Administration</a>" in client.get("/accounts/").content.decode()
    assert shown == {author: True, stranger: False, moderator: True}


@pytest.mark.parametrize(("backend", "is_said"), [("console", True), ("smtp", False)])
def test_a_site_that_prints_its_mail_says_so(
    client: Client, settings: Any, backend: str, is_said: bool
) -> None:
    settings.EMAIL_BACKEND = f"django.core.mail.backends.{backend}.EmailBackend"
    for address in ("/accounts/confirm-email/", "/accounts/password/reset/done/"):
        page = client.get(address).content.decode()
        assert "Look in your mail" in page
        assert ("does not send mail yet" in page) is is_said
