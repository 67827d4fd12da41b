"""Sanctions in the admin: seen and decided by moderators and owners of the site alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from annotations.models import ModerationEntry
from annotations.roles import OWNERS, grant, let_into_the_admin
from annotations.sanctioning import sanction
from articles.models import SiteRule
from ncr.accounts.models import Sanction, User
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"


@pytest.fixture
def owner(db: None) -> User:
    from django.contrib.auth.models import Group

    found = factories.person("owner")
    found.groups.add(Group.objects.get(name=OWNERS))
    let_into_the_admin(found)
    return User.objects.get(pk=found.pk)


def client_of(user: User | None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user, BACKEND)
    return client


def page_of(person: User) -> str:
    return reverse("admin:accounts_user_sanctions", args=[person.pk])


def test_who_sees_the_page_and_decides(
    author: User, stranger: User, moderator: User, owner: User
) -> None:
    scoped = factories.person("scoped")
    grant(scoped, "moderator", by=owner, article=factories.article())
    scoped = User.objects.get(pk=scoped.pk)
    one = sanction(author, kind="silence", reason="Insults.", by=moderator)
    lifting = reverse("admin:accounts_user_lift", args=[author.pk, one.uuid])
    sent = {"kind": "hold", "reason": "why"}
    for user, seen in [(None, 302), (stranger, 403), (author, 403), (scoped, 403)]:
        client = client_of(user)
        assert client.get(page_of(author)).status_code == seen
        assert client.get(lifting).status_code == seen
        assert client.post(page_of(author), sent).status_code in (401, 403)
        assert client.post(lifting, {"reason": "why"}).status_code in (401, 403)
    assert Sanction.objects.get() == one
    for user in (moderator, owner):
        page = client_of(user).get(page_of(author))
        assert page.status_code == 200
        assert "Insults." in page.content.decode()
        assert client_of(user).get(lifting).status_code == 200


def test_about_an_owner_a_moderator_reads_and_does_not_decide(moderator: User, owner: User) -> None:
    client = client_of(moderator)
    page = client.get(page_of(owner))
    assert page.status_code == 200
    assert "<textarea" not in page.content.decode()
    assert client.post(page_of(owner), {"kind": "hold", "reason": "why"}).status_code == 403
    assert client.post(page_of(moderator), {"kind": "hold", "reason": "x"}).status_code == 403
    assert not Sanction.objects.exists()


def test_a_sanction_is_looked_at_made_and_lifted(author: User, moderator: User) -> None:
    rule = SiteRule.objects.order_by("number")[0]
    client = client_of(moderator)
    day = timezone.localdate() + timedelta(days=10)
    sent = {
        "kind": "silence",
        "until": day.isoformat(),
        "rule": str(rule.number),
        "reason": "Insults, twice.",
    }
    look = client.post(page_of(author), {**sent, "look": "1"})
    assert look.status_code == 200
    assert "You cannot write here until" in look.content.decode()
    assert not Sanction.objects.exists()
    client.post(page_of(author), sent)
    made = Sanction.objects.get()
    assert made.until is not None
    local = timezone.localtime(made.until)
    assert (local.date(), local.hour, made.rule) == (day, 23, rule.number)
    again = client.post(page_of(author), sent)
    assert again.status_code == 422
    assert "Lift it first." in again.content.decode()
    assert "Insults, twice.</textarea>" in again.content.decode()
    lifting = reverse("admin:accounts_user_lift", args=[author.pk, made.uuid])
    assert client.post(lifting, {"reason": ""}).status_code == 422
    assert client.post(lifting, {"reason": "They said sorry."}).status_code == 302
    page = client.get(page_of(author)).content.decode()
    assert "They said sorry." in page
    assert [one.act for one in ModerationEntry.objects.order_by("pk")] == ["silence", "lift"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"until": "2020-01-01"}, "This is past"),
        ({"until": "9999-12-31"}, "too far off"),
        ({"until": "soon"}, "Enter a valid date"),
        ({"reason": "x" * 100_000}, "at most 300"),
        ({"reason": ""}, "required"),
        ({"kind": ""}, "required"),
    ],
)
def test_a_form_that_is_refused_keeps_what_was_typed(
    wrong: dict[str, str], words: str, author: User, moderator: User
) -> None:
    sent = {"kind": "silence", "until": "", "reason": "Typed with care.", **wrong}
    answer = client_of(moderator).post(page_of(author), sent)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert sent["reason"] in answer.content.decode()
    assert not Sanction.objects.exists()


def test_a_sanction_of_somebody_else_is_not_lifted_here(
    author: User, stranger: User, moderator: User
) -> None:
    one = sanction(author, kind="hold", reason="why", by=moderator)
    address = reverse("admin:accounts_user_lift", args=[stranger.pk, one.uuid])
    assert client_of(moderator).post(address, {"reason": "why"}).status_code == 404
    gone = reverse("admin:accounts_user_sanctions", args=[10**9])
    assert client_of(moderator).get(gone).status_code == 404


def test_the_record_counts_sanctions_and_leads_to_them(author: User, moderator: User) -> None:
    note = factories.annotation(factories.article(), author)
    sanction(author, kind="hold", reason="why", by=moderator)
    case = reverse("admin:annotations_annotation_change", args=[note.pk])
    page = client_of(moderator).get(case).content.decode()
    assert "1, of these in force 1" in page
    assert page_of(author) in page
