"""Invitations: for one person, for two weeks, for the address that they name, and used once."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from ncr.accounts import inviting
from ncr.accounts.inviting import (
    Spent,
    accept,
    address_of,
    find_invitation,
    invite,
    open_invitations_of,
    withdraw_invitation,
)
from ncr.accounts.models import Invitation, Membership, Notice, User
from ncr.refusals import NotAllowed, Refused, TooMany
from tests import factories
from tests.accounts.post import link_in, newest

JOINING = {
    "username": "newcomer",
    "display_name": "Nadia Newcomer",
    "email": "nadia@example.org",
    "password1": "a-long-enough-secret",
}


@pytest.fixture
def owner(db: None) -> User:
    return User.objects.create_superuser("boss", password="x")


def path_of(token: str) -> str:
    return address_of(token).removeprefix("http://localhost:8000")


def signed_in(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def come_with(token: str) -> Client:
    client = Client()
    answer = client.post(path_of(token))
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/signup/")
    return client


def test_only_a_digest_is_kept(owner: User) -> None:
    token = invite(by=owner)
    assert token not in str(list(Invitation.objects.values()))
    found = find_invitation(token)
    assert found is not None
    assert found.expires_at - timezone.now() == pytest.approx(
        timedelta(days=14), abs=timedelta(minutes=1)
    )
    assert find_invitation("x" * 43) is None


def test_an_invitation_with_an_address_goes_there_by_mail(
    owner: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    group = factories.group(owner, name="Tuesday")
    with django_capture_on_commit_callbacks(execute=True):
        token = invite(by=owner, email=" Nadia@Example.org ", group=group)
    message = mail.outbox[0]
    assert message.to == ["nadia@example.org"]
    assert message.subject == "Invitation to the reading group Tuesday"
    assert address_of(token) in str(message.body)
    html = message.alternatives[0][0]  # type: ignore[attr-defined]
    assert f'href="{address_of(token)}"' in html
    assert "boss" in html


def test_one_without_an_address_sends_nothing(
    owner: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        invite(by=owner)
    assert mail.outbox == []


def test_a_silent_mail_server_undoes_nothing(
    owner: User,
    settings: Any,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    with django_capture_on_commit_callbacks(execute=True):
        token = invite(by=owner, email="nadia@example.org")
    assert find_invitation(token) is not None


@pytest.mark.parametrize("visitor", ["author", "stranger", "moderator"])
def test_who_neither_owns_nor_leads_cannot_invite(visitor: str, request: Any) -> None:
    by = request.getfixturevalue(visitor)
    group = factories.group(factories.person(), by)
    for into in (None, group):
        with pytest.raises(NotAllowed):
            invite(by=by, group=into)
    assert not Invitation.objects.exists()


def test_a_leader_invites_into_their_group_only(author: User, stranger: User) -> None:
    led, other = factories.group(author), factories.group(stranger)
    Membership.objects.filter(person=author).update(is_leader=True)
    assert invite(by=author, group=led)
    for into in (None, other):
        with pytest.raises(NotAllowed):
            invite(by=author, group=into)


@pytest.mark.parametrize("email", ["nonsense", "a@b", "a@example.org\nBcc: b@example.org"])
def test_what_is_no_address_is_refused(owner: User, email: str) -> None:
    with pytest.raises(Refused, match="not a mail address"):
        invite(by=owner, email=email)


def test_nobody_invites_without_end(owner: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inviting, "MOST_A_DAY", 2)
    invite(by=owner)
    invite(by=owner)
    with pytest.raises(TooMany):
        invite(by=owner)


def test_looking_uses_nothing(owner: User) -> None:
    token = invite(by=owner)
    for _ in range(2):
        assert Client().get(path_of(token)).status_code == 200
    found = find_invitation(token)
    assert found is not None
    assert found.used_at is None


@pytest.mark.django_db
def test_an_unknown_token_is_404() -> None:
    for token in ("nonsense", "%00", "x" * 3000):
        assert Client().get(f"/accounts/invitation/{token}/").status_code == 404


def test_a_newcomer_signs_up_and_is_in_the_group(owner: User) -> None:
    group = factories.group(owner, name="Tuesday")
    token = invite(by=owner, group=group)
    client = come_with(token)
    answer = client.post("/accounts/signup/", JOINING)
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/confirm-email/")
    made = User.objects.get(username="newcomer")
    assert str(made) == "Nadia Newcomer"
    assert Membership.objects.filter(group=group, person=made).exists()
    found = find_invitation(token)
    assert found is not None
    assert found.used_by == made
    assert signed_in(client) is None  # the address is not confirmed yet
    confirm = link_in(newest("nadia@example.org"))
    assert client.get(confirm).status_code == 200
    client.post(confirm)
    assert EmailAddress.objects.get(user=made).verified


def test_an_address_that_the_invitation_names_counts_as_confirmed(
    owner: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        invite(by=owner, email="nadia@example.org")
    client = Client()
    client.post(link_in(newest("nadia@example.org")))
    page = client.get("/accounts/signup/").content.decode()
    assert 'value="nadia@example.org"' in page
    client.post("/accounts/signup/", JOINING)
    made = User.objects.get(username="newcomer")
    assert signed_in(client) == str(made.pk)
    assert EmailAddress.objects.get(user=made).verified


def test_an_invitation_for_one_address_makes_no_account_with_another(owner: User) -> None:
    client = come_with(invite(by=owner, email="nadia@example.org"))
    answer = client.post("/accounts/signup/", {**JOINING, "email": "mallory@example.org"})
    assert answer.status_code == 422
    assert "for another mail address" in answer.content.decode()
    assert 'value="newcomer"' in answer.content.decode()
    assert not User.objects.filter(username="newcomer").exists()


def test_used_twice_is_410_and_nothing_half_done(owner: User) -> None:
    group = factories.group(owner)
    token = invite(by=owner, group=group)
    first, second = come_with(token), come_with(token)
    first.post("/accounts/signup/", JOINING)
    late = {**JOINING, "username": "latecomer", "email": "late@example.org"}
    assert second.post("/accounts/signup/", late).status_code == 403  # the door is closed again
    assert Client().get(path_of(token)).status_code == 410
    assert Client().post(path_of(token)).status_code == 410
    assert not User.objects.filter(username="latecomer").exists()


def test_who_was_slower_with_the_form_gets_410_and_no_account(
    owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both had passed the door when one of the two accepted."""
    token = invite(by=owner)
    client = come_with(token)
    found = find_invitation(token)
    assert found is not None
    monkeypatch.setattr(Invitation, "is_usable", lambda *_: True)
    Invitation.objects.update(used_at=timezone.now(), used_by=owner)
    answer = client.post("/accounts/signup/", JOINING)
    assert answer.status_code == 410
    assert not User.objects.filter(username="newcomer").exists()
    assert not EmailAddress.objects.filter(email="nadia@example.org").exists()


@pytest.mark.parametrize("ended", ["expired", "withdrawn"])
def test_expired_and_withdrawn_are_410(owner: User, ended: str, author: User) -> None:
    token = invite(by=owner, group=factories.group(owner))
    found = find_invitation(token)
    assert found is not None
    if ended == "withdrawn":
        withdraw_invitation(found, by=owner)
    else:
        Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    member = Client()
    member.force_login(author, "ncr.accounts.backends.MemberBackend")
    for client in (Client(), member):
        assert client.get(path_of(token)).status_code == 410
        assert client.post(path_of(token)).status_code == 410
    with pytest.raises(Spent):
        accept(found, by=author)
    assert not Membership.objects.filter(person=author).exists()


def test_a_member_joins_the_group(owner: User, author: User) -> None:
    group = factories.group(owner)
    token = invite(by=owner, group=group)
    client = Client()
    client.force_login(author, "ncr.accounts.backends.MemberBackend")
    assert "Join the group" in client.get(path_of(token)).content.decode()
    assert client.post(path_of(token)).status_code == 302
    assert Membership.objects.filter(group=group, person=author, is_leader=False).exists()
    assert client.post(path_of(token)).status_code == 410


def test_a_member_with_another_address_is_refused(owner: User, author: User) -> None:
    EmailAddress.objects.create(user=author, email="ada@example.org", verified=True)
    # what somebody claims and has not confirmed is not theirs
    EmailAddress.objects.create(user=author, email="nadia@example.org", verified=False)
    token = invite(by=owner, email="nadia@example.org", group=factories.group(owner))
    client = Client()
    client.force_login(author, "ncr.accounts.backends.MemberBackend")
    for answer in (client.get(path_of(token)), client.post(path_of(token))):
        assert answer.status_code == 403
        assert "for another mail address" in answer.content.decode()
        assert "nadia@example.org" not in answer.content.decode()
    found = find_invitation(token)
    assert found is not None
    assert found.used_at is None


def test_a_member_finds_a_notice_and_gets_no_second_mail(owner: User, author: User) -> None:
    EmailAddress.objects.create(user=author, email="ada@example.org", verified=True)
    group = factories.group(owner)
    invite(by=owner, email="Ada@example.org", group=group)
    invite(by=owner, email="noise@example.org", group=group)
    notice = Notice.objects.get()
    assert (notice.person, notice.kind, notice.group) == (author, "invited", group)
    assert notice.mailed_at is not None
    waiting = open_invitations_of(author).get()
    assert waiting.pk == notice.facts["invitation"]
    accept(waiting, by=author)
    assert not open_invitations_of(author).exists()


def test_withdrawing_is_for_those_who_may_invite(owner: User, stranger: User) -> None:
    found = find_invitation(invite(by=owner))
    assert found is not None
    with pytest.raises(NotAllowed):
        withdraw_invitation(found, by=stranger)
    withdraw_invitation(found, by=owner)
    found.refresh_from_db()
    first = found.withdrawn_at
    withdraw_invitation(found, by=owner)
    found.refresh_from_db()
    assert found.withdrawn_at == first


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_wins() -> None:
    owner = User.objects.create_superuser("boss", password="x")
    group = factories.group(owner)
    found = find_invitation(invite(by=owner, group=group))
    assert found is not None
    people = [factories.person(), factories.person()]
    outcomes: list[str] = []
    start = threading.Barrier(2)

    def run(person: User) -> None:
        try:
            start.wait(10)
            accept(found, by=person)
            outcomes.append("joined")
        except Spent:
            outcomes.append("late")
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[one]) for one in people]
    for one in threads:
        one.start()
    for one in threads:
        one.join(30)
    assert sorted(outcomes) == ["joined", "late"]
    assert Membership.objects.filter(group=group, person__in=people).count() == 1


def test_the_admin_makes_shows_and_withdraws(owner: User) -> None:
    client = Client()
    client.force_login(owner, "ncr.accounts.backends.MemberBackend")
    answer = client.post("/admin/accounts/invitation/add/", {"email": "", "group": ""}, follow=True)
    address = link_in(answer.content.decode())
    assert Client().get(address).status_code == 200
    assert address not in client.get("/admin/accounts/invitation/").content.decode()
    client.post(
        "/admin/accounts/invitation/",
        {"action": "withdraw", "_selected_action": [Invitation.objects.get().pk]},
    )
    assert Client().get(address).status_code == 410


def test_the_admins_log_does_not_repeat_the_address(owner: User) -> None:
    from django.contrib.admin.models import LogEntry

    client = Client()
    client.force_login(owner, "ncr.accounts.backends.MemberBackend")
    client.post("/admin/accounts/invitation/add/", {"email": "nadia@example.org", "group": ""})
    assert Invitation.objects.get().email == "nadia@example.org"
    assert "nadia" not in str(list(LogEntry.objects.values()))


@pytest.mark.parametrize("visitor", ["author", "moderator", "stranger"])
def test_the_admin_of_invitations_is_for_owners(visitor: str, request: Any) -> None:
    client = Client()
    client.force_login(request.getfixturevalue(visitor), "ncr.accounts.backends.MemberBackend")
    assert client.get("/admin/accounts/invitation/add/", follow=True).status_code == 403
