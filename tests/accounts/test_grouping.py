"""The verbs of reading groups: who may, what stands afterwards, what repeating does."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.utils import timezone

from ncr.accounts import grouping
from ncr.accounts.inviting import invite, withdraw_invitation
from ncr.accounts.models import Audience, Invitation, Membership, Notice, ReadingGroup, User
from ncr.refusals import NotAllowed, Refused, SignedOut
from tests import factories


@pytest.fixture
def leader(db: None) -> User:
    return factories.person("lena")


@pytest.fixture
def circle(leader: User) -> ReadingGroup:
    return grouping.make_group(leader, "Tuesday circle", "We read on Tuesdays.")


def leaders(group: ReadingGroup) -> set[str]:
    found = group.memberships.filter(is_leader=True)
    return set(found.values_list("person__username", flat=True))


def people(group: ReadingGroup) -> set[str]:
    return set(group.memberships.values_list("person__username", flat=True))


def test_who_makes_a_group_leads_it_and_it_has_an_audience(
    circle: ReadingGroup, leader: User
) -> None:
    assert leaders(circle) == people(circle) == {"lena"}
    assert circle.audience.kind == Audience.Kind.GROUP
    assert circle.is_open is False


def test_an_open_group_takes_the_plain_address_and_the_next_a_number(leader: User) -> None:
    slugs = [grouping.make_group(leader, "Книги", is_open=True).slug for _time in range(3)]
    assert slugs == ["книги", "книги-2", "книги-3"]


def test_a_name_that_looks_like_another_gets_a_numbered_address(leader: User) -> None:
    grouping.make_group(leader, "Tuesday", is_open=True)
    twin = grouping.make_group(leader, "Tu\u0435sday", is_open=True)  # a Cyrillic letter
    assert twin.slug == "tu\u0435sday-2"
    assert twin.name == "Tu\u0435sday"


def test_the_address_of_a_group_by_invitation_tells_nothing(leader: User) -> None:
    """Neither can it be guessed, nor does it put a number behind anybody else's."""
    hidden = grouping.make_group(leader, "Secret")
    assert hidden.slug.startswith("secret-")
    assert len(hidden.slug) == len("secret-") + 4
    assert grouping.make_group(leader, "Secret", is_open=True).slug == "secret"


def test_no_group_takes_the_address_of_a_page(leader: User) -> None:
    assert grouping.make_group(leader, "New", is_open=True).slug == "new-2"


def test_a_name_of_signs_has_an_address_too(leader: User) -> None:
    assert grouping.make_group(leader, "Ⅳ", is_open=True).slug
    long = grouping.make_group(leader, "ü" * 120, is_open=True)
    assert len(grouping.make_group(leader, "ü" * 120, is_open=True).slug) <= 120
    assert long.name == "ü" * 120


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("  Tuesday \n circle ", "Tuesday circle"),
        ("Tues\u202eday\u200b", "Tuesday"),
        ("Cafe\u0301", "Caf\u00e9"),
    ],
)
def test_names_are_one_readable_line(leader: User, name: str, kept: str) -> None:
    assert grouping.make_group(leader, name).name == kept


@pytest.mark.parametrize("name", ["", "  ", "!?", "\u200b", "a\0b", "a\ud800", "x" * 121])
def test_names_that_cannot_stand_are_refused_at_their_field(leader: User, name: str) -> None:
    with pytest.raises(Refused) as refused:
        grouping.make_group(leader, name)
    assert refused.value.field == "name"
    assert not ReadingGroup.objects.exists()


def test_a_description_has_a_limit(circle: ReadingGroup, leader: User) -> None:
    with pytest.raises(Refused) as refused:
        grouping.change_group(circle, by=leader, name="x", description="x" * 2001, is_open=False)
    assert refused.value.field == "description"


def test_only_owners_make_groups_where_the_site_says_so(leader: User, settings: Any) -> None:
    settings.GROUPS_BY = "owners"
    with pytest.raises(NotAllowed):
        grouping.make_group(leader, "Mine")
    owner = User.objects.create_superuser("boss", password="x")
    assert grouping.make_group(owner, "Ours").name == "Ours"
    assert not grouping.may_make_groups(AnonymousUser())


def test_samples_and_locked_accounts_do_nothing(circle: ReadingGroup) -> None:
    sample = factories.person("sample", is_sample=True)
    for act in (
        lambda: grouping.make_group(sample, "Mine"),
        lambda: grouping.join(circle, by=sample),
        lambda: grouping.leave(circle, by=sample),
        lambda: grouping.step_down(circle, by=sample),
        lambda: grouping.close_group(circle, by=sample),
    ):
        with pytest.raises(SignedOut):
            act()


def leaders_acts(group: ReadingGroup, other: User, by: User) -> list[Callable[[], Any]]:
    invitation = Invitation.objects.create(
        group=group, digest=f"digest-{by.pk}", expires_at=timezone.now()
    )
    return [
        lambda: grouping.change_group(group, by=by, name="x", description="", is_open=False),
        lambda: grouping.add_member(group, other, by=by),
        lambda: grouping.make_leader(group, other, by=by),
        lambda: grouping.remove_member(group, other, by=by),
        lambda: grouping.check_may_invite(group, by=by),
        lambda: withdraw_invitation(invitation, by=by),
        lambda: grouping.close_group(group, by=by),
    ]


def test_leading_is_for_leaders(circle: ReadingGroup, leader: User, stranger: User) -> None:
    plain = factories.person("plain")
    grouping.add_member(circle, plain, by=leader)
    for by in (plain, stranger):
        for act in leaders_acts(circle, stranger, by):
            with pytest.raises(NotAllowed):
                act()
    assert people(circle) == {"lena", "plain"}


def test_an_owner_of_the_site_orders_every_group(circle: ReadingGroup, stranger: User) -> None:
    owner = User.objects.create_superuser("boss", password="x")
    grouping.add_member(circle, stranger, by=owner)
    grouping.make_leader(circle, stranger, by=owner)
    assert leaders(circle) == {"lena", "stranger"}


def test_joining_twice_is_joining_once(leader: User, stranger: User) -> None:
    group = grouping.make_group(leader, "Open", is_open=True)
    first = grouping.join(group, by=stranger)
    assert grouping.join(group, by=stranger) == first
    assert not first.is_leader
    assert grouping.join(group, by=leader).is_leader  # they stay what they were


def test_nobody_joins_a_group_by_invitation_by_themselves(
    circle: ReadingGroup, stranger: User
) -> None:
    with pytest.raises(NotAllowed, match="by invitation"):
        grouping.join(circle, by=stranger)
    assert people(circle) == {"lena"}


def test_who_is_taken_in_is_told_once(circle: ReadingGroup, leader: User, stranger: User) -> None:
    for _time in range(2):
        grouping.add_member(circle, stranger, by=leader)
    told = Notice.objects.get()
    assert (told.person, told.kind, told.by, told.group) == (
        stranger,
        Notice.Kind.INVITED,
        leader,
        circle,
    )


def test_a_sample_member_is_taken_into_no_group(circle: ReadingGroup, leader: User) -> None:
    with pytest.raises(Refused):
        grouping.add_member(circle, factories.person(is_sample=True), by=leader)


def test_a_leader_is_not_removed_and_a_member_is(
    circle: ReadingGroup, leader: User, stranger: User
) -> None:
    grouping.add_member(circle, stranger, by=leader)
    grouping.make_leader(circle, stranger, by=leader)
    with pytest.raises(Refused, match="step down"):
        grouping.remove_member(circle, stranger, by=leader)
    grouping.step_down(circle, by=stranger)
    for _time in range(2):
        grouping.remove_member(circle, stranger, by=leader)
    assert people(circle) == {"lena"}


def test_only_a_member_becomes_a_leader(circle: ReadingGroup, leader: User, stranger: User) -> None:
    with pytest.raises(Refused, match="Only a member"):
        grouping.make_leader(circle, stranger, by=leader)


def test_the_last_leader_stays_until_another_leads(
    circle: ReadingGroup, leader: User, stranger: User
) -> None:
    grouping.add_member(circle, stranger, by=leader)
    for act in (grouping.leave, grouping.step_down):
        with pytest.raises(Refused, match="last to lead"):
            act(circle, by=leader)
    grouping.make_leader(circle, stranger, by=leader)
    for _time in range(2):
        grouping.leave(circle, by=leader)
    assert leaders(circle) == people(circle) == {"stranger"}


def test_a_closed_group_takes_nobody_in(circle: ReadingGroup, leader: User, stranger: User) -> None:
    invite(by=leader, email="", group=circle)
    group = grouping.close_group(circle, by=leader)
    assert grouping.is_closed(group)
    assert people(group) == {"lena"}
    assert Invitation.objects.get().withdrawn_at is not None
    with pytest.raises(Refused, match="closed"):
        grouping.admit(group, stranger)
    owner = User.objects.create_superuser("boss", password="x")
    with pytest.raises(Refused, match="closed"):
        grouping.change_group(group, by=owner, name="x", description="", is_open=True)
    with pytest.raises(Refused, match="closed"):
        grouping.check_may_invite(group, by=owner)
    grouping.make_leader(group, leader, by=owner)  # and so it is open to new words again
    assert not grouping.is_closed(group)


def test_the_last_leader_may_leave_a_group_they_closed(circle: ReadingGroup, leader: User) -> None:
    grouping.close_group(circle, by=leader)
    grouping.leave(circle, by=leader)
    assert people(circle) == set()


def test_leaving_all_groups_hands_over_to_the_longest_there(
    circle: ReadingGroup, leader: User
) -> None:
    for name in ("second", "third"):
        grouping.add_member(circle, factories.person(name), by=leader)
    other = grouping.make_group(leader, "Alone")
    grouping.leave_all(leader)
    assert leaders(circle) == {"second"}
    assert people(other) == set()


def test_an_invitation_is_taken_back_once(circle: ReadingGroup, leader: User) -> None:
    invite(by=leader, email="", group=circle)
    found = Invitation.objects.get()
    withdraw_invitation(found, by=leader)
    at = Invitation.objects.get().withdrawn_at
    withdraw_invitation(found, by=leader)
    assert Invitation.objects.get().withdrawn_at == at is not None


def test_a_group_that_is_gone_says_so(circle: ReadingGroup, stranger: User) -> None:
    ReadingGroup.objects.filter(pk=circle.pk).delete()
    with pytest.raises(Refused, match="not there"):
        grouping.join(circle, by=stranger)


@pytest.mark.django_db(transaction=True)
def test_two_last_leaders_cannot_leave_past_each_other() -> None:
    first, second = factories.person("first"), factories.person("second")
    group = grouping.make_group(first, "Two")
    grouping.add_member(group, second, by=first)
    grouping.make_leader(group, second, by=first)

    def gone(person: User) -> str:
        try:
            grouping.leave(group, by=person)
            return "left"
        except Refused:
            return "stayed"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        outcome = sorted(pool.map(gone, [first, second]))
    assert outcome == ["left", "stayed"]
    assert Membership.objects.get(group=group).is_leader


@pytest.mark.django_db(transaction=True)
def test_many_groups_of_one_name_made_at_once_have_addresses_of_their_own() -> None:
    people_ = [factories.person() for _number in range(4)]

    def made(person: User) -> str:
        try:
            return grouping.make_group(person, "Same", is_open=True).slug
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        slugs = list(pool.map(made, people_))
    assert sorted(slugs) == ["same", "same-2", "same-3", "same-4"]
