"""Every way in asks for the second factor, is slowed down, and tells nothing of who is there."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client

from ncr.accounts.links import make_link
from ncr.accounts.models import User
from tests.accounts.post import link_in, newest, subjects

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXP"
PASSWORD = {"login": "author", "password": "pass-word-1"}


def code() -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return str(format_hotp_value(hotp_value(SECRET, counter)))


def signed_in(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


@pytest.fixture
def careful(author: User) -> User:
    """The author, with an authenticator app and recovery codes."""
    TOTP.activate(author, SECRET)
    RecoveryCodes.activate(author)
    return author


def test_a_password_alone_does_not_open(client: Client, careful: User) -> None:
    answer = client.post("/accounts/login/", PASSWORD)
    assert answer["Location"] == "/accounts/2fa/authenticate/"
    assert signed_in(client) is None
    wrong = client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    assert "Incorrect code" in wrong.content.decode()
    assert signed_in(client) is None
    client.post("/accounts/2fa/authenticate/", {"code": code()})
    assert signed_in(client) == str(careful.pk)


def test_a_recovery_code_opens_once(client: Client, careful: User) -> None:
    spare = RecoveryCodes.activate(careful).get_unused_codes()[0]
    for expected in (str(careful.pk), None):
        visitor = Client()
        visitor.post("/accounts/login/", PASSWORD)
        visitor.post("/accounts/2fa/authenticate/", {"code": spare})
        assert signed_in(visitor) == expected


def test_the_sign_in_link_leads_through_the_second_step(client: Client, careful: User) -> None:
    address = f"/accounts/link/{make_link(careful)}/"
    page = client.get(address).content.decode()
    assert "second factor is asked" in page
    assert 'name="password"' not in page
    answer = client.post(
        address, {"password": "a-thiefs-password", "repeated": "a-thiefs-password"}
    )
    assert answer["Location"] == "/accounts/2fa/authenticate/"
    assert signed_in(client) is None
    careful.refresh_from_db()
    assert careful.check_password("pass-word-1")
    client.post("/accounts/2fa/authenticate/", {"code": code()})
    assert signed_in(client) == str(careful.pk)


def test_the_admin_asks_for_the_second_factor_too(client: Client) -> None:
    boss = User.objects.create_superuser("author", password="pass-word-1")
    TOTP.activate(boss, SECRET)
    answer = client.get("/admin/", follow=True)
    assert answer.redirect_chain[-1][0] == "/accounts/login/?next=%2Fadmin%2F"
    answer = client.post("/accounts/login/?next=/admin/", {**PASSWORD, "next": "/admin/"})
    assert answer["Location"].startswith("/accounts/2fa/authenticate/")
    assert client.get("/admin/").status_code == 302
    answer = client.post("/accounts/2fa/authenticate/", {"code": code()})
    assert answer["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_a_new_password_by_mail_does_not_go_round_it(client: Client, careful: User) -> None:
    EmailAddress.objects.create(user=careful, email="ada@example.org", verified=True, primary=True)
    client.post("/accounts/password/reset/", {"email": "ada@example.org"})
    answer = client.get(link_in(newest("ada@example.org")), follow=True)
    form = answer.redirect_chain[-1][0]
    client.post(form, {"password1": "another-long-secret", "password2": "another-long-secret"})
    careful.refresh_from_db()
    assert careful.check_password("another-long-secret")
    assert signed_in(client) is None
    client.post("/accounts/login/", {**PASSWORD, "password": "another-long-secret"})
    assert signed_in(client) is None


def test_who_is_closed_or_a_sample_gets_in_nowhere(client: Client, author: User) -> None:
    for barred in ({"is_active": False}, {"is_active": True, "is_sample": True}):
        User.objects.filter(pk=author.pk).update(**barred)
        answer = client.post("/accounts/login/", PASSWORD, follow=True)
        assert "This account is closed" in answer.content.decode()
        assert signed_in(client) is None
        wrong = client.post("/accounts/login/", {**PASSWORD, "password": "wrong-word"})
        assert "do not belong together" in wrong.content.decode()


def test_a_wrong_password_and_an_unknown_name_are_answered_alike(author: User) -> None:
    pages = [
        Client().post("/accounts/login/", {"login": login, "password": "wrong-word"})
        for login in ("author", "nobody-here", "ada@example.org")
    ]
    texts = [
        page.content.decode().replace(login, "LOGIN")
        for page, login in zip(pages, ("author", "nobody-here", "ada@example.org"), strict=True)
    ]
    plain = [text.split("csrfmiddlewaretoken")[0] for text in texts]
    assert {page.status_code for page in pages} == {200}
    assert len(set(plain)) == 1
    assert all("do not belong together" in text for text in texts)


def test_asking_for_a_new_password_tells_nothing(author: User) -> None:
    EmailAddress.objects.create(user=author, email="ada@example.org", verified=True, primary=True)
    for address in ("ada@example.org", "unknown@example.org"):
        answer = Client().post("/accounts/password/reset/", {"email": address})
        assert (answer.status_code, answer["Location"]) == (302, "/accounts/password/reset/done/")
    assert subjects("ada@example.org") == ["[NCR] A new password"]
    assert subjects("unknown@example.org") == ["[NCR] No account with this address"]


@pytest.mark.parametrize("login", ["author", "nobody-here"])
def test_guessing_is_slowed_with_429(author: User, login: str) -> None:
    statuses = [
        Client().post("/accounts/login/", {"login": login, "password": f"wrong-{n}"}).status_code
        for n in range(11)
    ]
    assert statuses == [200] * 10 + [429]
    answer = Client().post("/accounts/login/", {"login": login, "password": "pass-word-1"})
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0
    assert "in a short time" in answer.content.decode()


@pytest.mark.parametrize(
    ("address", "typed", "most"),
    [
        ("/accounts/signup/", {"username": "x"}, 10),
        ("/accounts/password/reset/", {"email": "unknown@example.org"}, 3),
    ],
)
def test_forms_that_send_mail_are_slowed_with_429(
    settings: Any, address: str, typed: dict[str, str], most: int
) -> None:
    settings.SIGNUP = "open"
    answers = [Client().post(address, typed) for _ in range(most + 1)]
    assert 429 not in [one.status_code for one in answers[:-1]]
    assert answers[-1].status_code == 429
    assert answers[-1]["Retry-After"] == "60"


def test_limits_count_by_the_address_that_the_proxy_saw(author: User, settings: Any) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for n in range(12):
        seen = {"HTTP_X_FORWARDED_FOR": f"10.9.8.7, 198.51.100.{n}"}
        answer = Client().post(
            "/accounts/login/", {"login": f"name-{n}", "password": "wrong-word"}, **seen
        )
        assert answer.status_code == 200


@pytest.mark.parametrize(
    "login", ["an\0thor", "x" * 10_000, "a\ud800b", "'; DROP TABLE people", "🙂", " "]
)
def test_strange_names_are_answered_in_words(login: str) -> None:
    answer = Client().post(
        "/accounts/login/",
        data=f"login={login}&password=wrong-word".encode("utf-8", "surrogatepass"),
        content_type="application/x-www-form-urlencoded",
    )
    assert answer.status_code == 200
    assert 'class="errorlist' in answer.content.decode()


def test_a_second_factor_is_set_up_and_taken_away(client: Client, author: User) -> None:
    client.post("/accounts/login/", PASSWORD)
    client.post("/accounts/reauthenticate/", {"password": "pass-word-1"})
    page = client.get("/accounts/2fa/totp/activate/").content.decode()
    secret = page.split('id="totp-secret" type="text" value="')[1].split('"')[0]
    assert "<svg" in page
    assert "<?xml" not in page
    counter = next(iter(yield_hotp_counters_from_time()))
    typed = {"code": format_hotp_value(hotp_value(secret, counter))}
    answer = client.post("/accounts/2fa/totp/activate/", typed)
    assert answer["Location"] == "/accounts/2fa/recovery-codes/"
    codes = client.get("/accounts/2fa/recovery-codes/").content.decode()
    assert codes.count("<code>") == 10
    client.post("/accounts/2fa/totp/deactivate/")
    assert "Set up an app" in client.get("/accounts/2fa/").content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/accounts/2fa/totp/activate/",
        "/accounts/2fa/webauthn/add/",
        "/accounts/2fa/recovery-codes/",
    ],
)
def test_sensitive_pages_ask_again(client: Client, author: User, address: str) -> None:
    TOTP.activate(author, SECRET)
    client.force_login(author, "ncr.accounts.backends.MemberBackend")
    answer = client.get(address, follow=True)
    assert answer.redirect_chain == [] or "reauthenticate" in answer.redirect_chain[0][0]
    assert SECRET not in answer.content.decode()
