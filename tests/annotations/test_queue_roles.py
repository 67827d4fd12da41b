"""What is sent from the pages of the review queue, tried by each role."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from annotations.models import ReviewItem
from ncr.accounts.models import User
from tests.annotations.test_admin_roles import MODERATORS, ROLES, House, build

pytestmark = pytest.mark.django_db
EVERYWHERE = {"owner", "site moderator"}


def send(client: Client, name: str, item: ReviewItem, **given: Any) -> int:
    address = reverse(f"admin:annotations_reviewitem_{name}", args=[item.pk])
    return client.post(address, given).status_code


def again(item: ReviewItem) -> ReviewItem:
    return ReviewItem.objects.get(pk=item.pk)


def refused(role: str) -> tuple[int, ...]:
    return (401,) if role == "anonymous" else (403, 404)


def rows() -> list[dict[str, Any]]:
    return list(ReviewItem.objects.order_by("pk").values())


@pytest.mark.parametrize("role", sorted(MODERATORS))
def test_moderators_take_decide_and_undo_what_is_theirs(role: str) -> None:
    house = build()
    client, person, item = house.client(role), house.people[role], house.item
    assert send(client, "claim", item) == 302
    assert again(item).claimed_by == person
    assert send(client, "give_back", item) == 302
    assert again(item).claimed_by is None
    assert send(client, "judge", item, act="hide", reason="why", seen=item.turn) == 302
    assert (again(item).outcome, again(item).decided_by) == ("hidden", person)
    assert send(client, "undo", item) == 302
    assert again(item).is_open
    desk = reverse("admin:annotations_reviewitem_decide", args=["remove"])
    assert client.post(desk, {"of": item.pk, "reason": "why"}).status_code == 302
    assert again(item).outcome == "removed"


@pytest.mark.parametrize("role", [role for role in ROLES if role not in EVERYWHERE])
def test_nobody_does_anything_to_what_is_not_theirs(role: str) -> None:
    house = build()
    client = house.client(role)
    item = house.far if role in MODERATORS else house.item
    before = rows()
    for name in ("claim", "give_back", "undo"):
        assert send(client, name, item) in refused(role), name
    for act in ("approve", "hide", "ask", "dismiss", "remove", "handled"):
        given = {"act": act, "reason": "why", "seen": item.turn}
        assert send(client, "judge", item, **given) in refused(role), act
        desk = reverse("admin:annotations_reviewitem_decide", args=[act])
        answer = client.post(desk, {"of": item.pk, "reason": "why"})
        assert answer.status_code in refused(role), act
    assert rows() == before


def waiting(house: House, person: User | None) -> int:
    client = Client()
    assert person is not None
    client.force_login(person, "ncr.accounts.backends.MemberBackend")
    figures = client.get(reverse("admin:annotations_reviewitem_figures"))
    return int(figures.context["waiting"])


@pytest.mark.parametrize("role", sorted(MODERATORS))
def test_list_and_figures_are_of_ones_scope(role: str) -> None:
    house = build()
    listed = house.client(role).get(reverse("admin:annotations_reviewitem_changelist"))
    words = {row.words for row in listed.context["rows"]}
    is_everywhere = role in EVERYWHERE
    assert words == {"Zephyrous words."} | ({"Boreal words."} if is_everywhere else set())
    assert waiting(house, house.people[role]) == len(words)
