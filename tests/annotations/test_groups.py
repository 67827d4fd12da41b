"""Pages of reading groups: what each visitor is shown, and what their buttons answer."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from annotations import annotating
from ncr.accounts import grouping
from ncr.accounts.models import Invitation, Membership, Notice, ReadingGroup, User
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"
NAME = "Wednesday readers"
PURPOSE = "We read treaties aloud."


@pytest.fixture
def leader(db: None) -> User:
    return factories.person("lena", display_name="Lena Lead")


@pytest.fixture
def plain(db: None) -> User:
    return factories.person("plain", display_name="Per Plain")


def circle(leader: User, *members: User, is_open: bool = False, name: str = NAME) -> ReadingGroup:
    group = grouping.make_group(leader, name, PURPOSE, is_open)
    for one in members:
        grouping.add_member(group, one, by=leader)
    return group


def client_of(person: User | None) -> Client:
    client = Client()
    if person is not None:
        client.force_login(person, BACKEND)
    return client


def page(client: Client, name: str, group: ReadingGroup | None = None, *more: Any) -> Any:
    return client.get(reverse(name, args=[group.slug, *more] if group else []))


def press(client: Client, name: str, group: ReadingGroup, *more: Any, given: Any = None) -> Any:
    return client.post(reverse(name, args=[group.slug, *more]), given or {})


def test_a_group_by_invitation_is_not_there_for_outsiders(
    leader: User, plain: User, stranger: User, moderator: User
) -> None:
    group = circle(leader, plain)
    boss = User.objects.create_superuser("boss", password="x")
    for outsider in (stranger, moderator, boss, None):
        client = client_of(outsider)
        listed = page(client, "groups").content.decode()
        assert NAME not in listed
        assert group.slug not in listed
        for name in ("group", "edit_group", "group_members"):
            assert page(client, name, group).status_code == 404
        for name in ("join_group", "leave_group", "step_down", "close_group", "add_member"):
            assert press(client, name, group).status_code == 404
        for name in ("invite_member", "edit_group"):
            assert press(client, name, group).status_code == 404
        for name in ("remove_member", "make_leader"):
            assert press(client, name, group, "plain").status_code == 404
    assert Membership.objects.filter(group=group).count() == 2


def test_an_open_group_tells_outsiders_what_it_is_for_and_not_who_is_in_it(
    leader: User, plain: User, stranger: User
) -> None:
    group = circle(leader, plain, is_open=True)
    factories.annotation(factories.article(), plain, "Zephyrous.", audience=group.audience)
    for outsider in (stranger, None):
        client = client_of(outsider)
        assert NAME in page(client, "groups").content.decode()
        shown = page(client, "group", group).content.decode()
        assert PURPOSE in shown
        assert "2 people" in shown
        for hidden in ("Lena Lead", "Per Plain", "Zephyrous"):
            assert hidden not in shown
    for insider in (leader, plain):
        shown = page(client_of(insider), "group", group).content.decode()
        for seen in ("Lena Lead", "Per Plain", "Zephyrous"):
            assert seen in shown


@pytest.mark.parametrize("name", ["edit_group", "group_members"])
def test_pages_of_leaders(leader: User, plain: User, stranger: User, name: str) -> None:
    group = circle(leader, plain, is_open=True)
    statuses = [page(client_of(one), name, group).status_code for one in (leader, plain, stranger)]
    assert statuses == [200, 403, 403]
    assert page(client_of(None), name, group)["Location"].startswith("/accounts/login/?next=")


def test_a_group_is_made_by_the_form_and_led_by_who_sent_it(leader: User) -> None:
    client = client_of(leader)
    assert page(client, "new_group").status_code == 200
    given = {"name": "Книги и чай", "description": "Tea.", "is_open": "1"}
    answer = client.post(reverse("new_group"), given)
    group = ReadingGroup.objects.get()
    assert answer["Location"] == reverse("group", args=["книги-и-чай"])
    assert (group.is_open, group.memberships.get().is_leader) == (True, True)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"name": ""}, "required"),
        ({"name": "!!!"}, "letters or digits"),
        ({"name": "x" * 121}, "at most 120"),
        ({"name": "a\0b"}, "Null characters"),
        ({"name": "ok", "description": "y" * 10_000}, "at most 2000"),
        ({"name": "ok", "is_open": "perhaps"}, "valid choice"),
    ],
)
def test_a_refused_form_keeps_what_was_typed(leader: User, given: Any, words: str) -> None:
    sent = {"description": "What I had <typed>", **given}
    answer = client_of(leader).post(reverse("new_group"), sent)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert ("What I had &lt;typed&gt;" in answer.content.decode()) == ("description" not in given)
    assert not ReadingGroup.objects.exists()


def test_where_owners_make_groups_members_are_told(leader: User, settings: Any) -> None:
    settings.GROUPS_BY = "owners"
    answer = page(client_of(leader), "new_group")
    assert answer.status_code == 403
    assert "its owners make the reading groups" in answer.content.decode()
    assert "new/" not in page(client_of(leader), "groups").content.decode()
    assert page(client_of(None), "new_group").status_code == 302


def test_changing_a_group_keeps_its_address(leader: User) -> None:
    group = circle(leader)
    given = {"name": "Thursday", "description": "", "is_open": "1"}
    answer = client_of(leader).post(reverse("edit_group", args=[group.slug]), given)
    assert answer["Location"] == group.get_absolute_url()
    found = ReadingGroup.objects.get()
    assert (found.name, found.slug, found.is_open) == ("Thursday", group.slug, True)


def test_joining_and_leaving_by_button_twice_each(leader: User, stranger: User) -> None:
    group = circle(leader, is_open=True)
    client = client_of(stranger)
    for name, inside in (("join_group", True), ("leave_group", False)):
        for _time in range(2):
            assert press(client, name, group)["Location"] == group.get_absolute_url()
            assert group.memberships.filter(person=stranger).exists() is inside


def test_who_left_a_group_by_invitation_is_sent_to_the_list(leader: User, plain: User) -> None:
    group = circle(leader, plain)
    client = client_of(plain)
    answer = client.post(reverse("leave_group", args=[group.slug]), follow=True)
    assert answer.redirect_chain == [(reverse("groups"), 302)]
    assert f"You left “{NAME}”." in answer.content.decode()
    assert press(client, "leave_group", group).status_code == 404


def test_joining_without_an_account_leads_to_signing_in(leader: User) -> None:
    group = circle(leader, is_open=True)
    answer = press(client_of(None), "join_group", group)
    assert answer["Location"].startswith("/accounts/login/?next=%2Fgroups%2Fwednesday-readers")


@pytest.mark.parametrize("name", ["leave_group", "step_down"])
def test_the_last_leader_is_told_what_to_do_first(leader: User, name: str) -> None:
    group = circle(leader)
    answer = press(client_of(leader), name, group)
    assert answer.status_code == 422
    assert "Name another leader first" in answer.content.decode()


def test_acts_want_a_post(leader: User) -> None:
    group = circle(leader)
    client = client_of(leader)
    for name in ("join_group", "leave_group", "step_down", "close_group", "add_member"):
        assert page(client, name, group).status_code == 405


@pytest.mark.parametrize("typed", ["stranger", "@stranger"])
def test_a_leader_takes_somebody_in_by_user_name(leader: User, stranger: User, typed: str) -> None:
    group = circle(leader)
    client = client_of(leader)
    for _time in range(2):
        answer = press(client, "add_member", group, given={"name": typed})
        assert answer.status_code == 302
    assert NAME in page(client_of(stranger), "groups").content.decode()
    assert Notice.objects.get(kind=Notice.Kind.INVITED).person == stranger


@pytest.mark.parametrize("typed", ["", "nobody", "a\0b", "x" * 10_000, "sample"])
def test_a_user_name_that_leads_to_nobody(leader: User, typed: str) -> None:
    factories.person("sample", is_sample=True)
    group = circle(leader)
    answer = press(client_of(leader), "add_member", group, given={"name": typed})
    assert answer.status_code == 422
    assert "errorlist" in answer.content.decode()
    assert group.memberships.count() == 1


def test_a_plain_member_takes_nobody_in(leader: User, plain: User, stranger: User) -> None:
    group = circle(leader, plain)
    client = client_of(plain)
    acts = [
        press(client, "add_member", group, given={"name": "stranger"}),
        press(client, "invite_member", group, given={"email": "x@example.org"}),
        press(client, "remove_member", group, "lena"),
        press(client, "make_leader", group, "plain"),
        press(client, "close_group", group),
    ]
    assert [act.status_code for act in acts] == [403] * 5
    assert group.memberships.filter(is_leader=True).get().person == leader
    assert not Invitation.objects.exists()


def test_removing_and_naming_leaders(leader: User, plain: User) -> None:
    group = circle(leader, plain)
    client = client_of(leader)
    for _time in range(2):
        assert press(client, "make_leader", group, "plain").status_code == 302
    refused = press(client, "remove_member", group, "plain")
    assert (refused.status_code, "step down" in refused.content.decode()) == (422, True)
    assert press(client_of(plain), "step_down", group).status_code == 302
    for _time in range(2):
        assert press(client, "remove_member", group, "plain").status_code == 302
    assert group.memberships.count() == 1
    assert press(client, "make_leader", group, "plain").status_code == 422
    assert press(client, "make_leader", group, "nobody").status_code == 404


def test_an_invitation_is_shown_once_and_kept_as_a_digest(leader: User) -> None:
    group = circle(leader)
    client = client_of(leader)
    mailed = client.post(
        reverse("invite_member", args=[group.slug]), {"email": "new@example.org"}, follow=True
    ).content.decode()
    assert "/accounts/invitation/" not in mailed  # who holds a mailed link shows whose mail it is
    assert "goes to new@example.org" in mailed
    Invitation.objects.all().delete()
    answer = client.post(reverse("invite_member", args=[group.slug]), {"email": ""}, follow=True)
    shown = answer.content.decode()
    assert "/accounts/invitation/" in shown
    token = shown.split("/accounts/invitation/")[1].split("/")[0]
    found = Invitation.objects.get()
    assert (found.group, found.by, found.email) == (group, leader, "")
    assert found.digest != token
    again = page(client, "group_members", group).content.decode()
    assert token not in again
    assert "for whoever has the link" in again
    for _time in range(2):
        assert press(client, "withdraw_invitation", group, found.pk).status_code == 302
    assert "for whoever has" not in page(client, "group_members", group).content.decode()


def test_invitations_to_no_address_of_mail_and_of_another_group(
    leader: User, stranger: User
) -> None:
    group = circle(leader)
    client = client_of(leader)
    for typed in ("no address", "a@" + "x" * 10_000, "a\0@example.org"):
        answer = press(client, "invite_member", group, given={"email": typed})
        assert answer.status_code == 422
    other = circle(stranger, name="Another")
    press(client_of(stranger), "invite_member", other)
    alien = Invitation.objects.get()
    for pk in (alien.pk, 10**30):
        assert press(client, "withdraw_invitation", group, pk).status_code == 404
    alien.refresh_from_db()
    assert alien.withdrawn_at is None


def test_a_closed_group_offers_only_what_is_left(leader: User, plain: User) -> None:
    group = circle(leader, plain)
    assert press(client_of(leader), "close_group", group).status_code == 302
    shown = page(client_of(plain), "group", group).content.decode()
    assert "closed: what was said stays" in shown
    assert "Close this group" not in shown


def test_a_group_shows_its_articles_and_what_was_said_last(leader: User, plain: User) -> None:
    group = circle(leader, plain)
    own = factories.article(title="For us alone", audience=group.audience)
    public = factories.article(title="For all")
    factories.annotation(public, plain, "To everyone.")
    factories.annotation(public, plain, "To the group.", audience=group.audience)
    factories.annotation(own, leader, "At home.", audience=group.audience)
    factories.annotation(public, leader, "To myself.", audience="me")
    shown = page(client_of(leader), "group", group).content.decode()
    for seen in ("For us alone", "To the group.", "At home."):
        assert seen in shown
    for unseen in ("To everyone.", "To myself."):
        assert unseen not in shown


def test_pages_take_the_same_queries_whatever_their_size(
    leader: User, plain: User, django_assert_max_num_queries: Any
) -> None:
    group = circle(leader, plain)
    article = factories.article()

    def counted(name: str) -> int:
        client = client_of(leader)
        args = [] if name == "groups" else [group.slug]
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get(reverse(name, args=args)).status_code == 200
        return len(captured)

    def grown() -> None:
        note = factories.annotation(article, plain, "A note.", audience=group.audience)
        annotating.reply(by=leader, to=note, body="A reply.")
        factories.article(audience=group.audience)
        grouping.add_member(group, factories.person(), by=leader)
        circle(leader, is_open=True)
        grouping.check_may_invite(group, by=leader)

    grown()
    names = ("groups", "group", "group_members")
    few = [counted(name) for name in names]
    for _time in range(4):
        grown()
    assert [counted(name) for name in names] == few
    assert max(few) <= 20
