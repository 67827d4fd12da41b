"""A name that advertises: reported by its reader, taken back by a moderator, given back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from ncr.accounts.models import User
from tests import factories
from tests.browser.conftest import Visit
from tests.browser.test_pages import wrong_with

NAME = "Cheap tickets at tickets.example"
REASON = "A display name is no place to advertise."


@pytest.mark.walk
@pytest.mark.parametrize(("width", "scripts"), [(1280, True), (390, False)])
def test_a_name_is_reported_taken_back_and_given_back(
    visit: Visit, transactional_db: None, width: int, scripts: bool
) -> None:
    seller = factories.person("seller", display_name=NAME)
    factories.annotation(factories.article(), seller, "What I think of this.")

    reader = visit(factories.person("bo"), width=width, scripts=scripts)
    reader.goto(seller.get_absolute_url())
    reader.get_by_role("link", name=re.compile("^Report.*this name or profile")).click()
    reader.get_by_label("Spam").check()
    assert wrong_with(reader) == [] if scripts else True
    reader.get_by_role("button", name="Send the report").click()
    expect(reader.get_by_text("Moderators will look at it")).to_be_visible()

    desk = visit(factories.moderator("noor"), width=width, scripts=scripts)
    desk.goto("/admin/annotations/reviewitem/")
    desk.get_by_role("link", name=re.compile("^Spam.*Person")).click()
    expect(desk.locator(".words")).to_contain_text(NAME)
    assert wrong_with(desk) == [] if scripts else True
    desk.get_by_role("link", name="Take back the name or the words about them").click()
    desk.get_by_label(f"The display name: “{NAME}”").check()
    desk.get_by_label("Reason").fill(REASON)
    assert wrong_with(desk) == [] if scripts else True
    desk.get_by_role("button", name="Take it back").click()
    expect(desk.get_by_text("Done; the person is told.")).to_be_visible()

    reader.goto(seller.get_absolute_url())
    expect(reader.get_by_role("heading", level=1)).to_have_text("seller")
    reader.goto("/notices/")
    expect(
        reader.get_by_role("heading", name="Something was done about what you reported")
    ).to_be_visible()
    own = visit(seller, width=width, scripts=scripts)
    own.goto("/notices/")
    expect(own.get_by_role("heading", name="Your display name was taken back")).to_be_visible()
    expect(own.get_by_text(REASON)).to_be_visible()

    desk.get_by_role("link", name="Give it back").click()
    desk.get_by_label("Reason").fill("It is the name of a book.")
    desk.get_by_role("button", name="Give it back").click()
    expect(desk.get_by_text("Done; the person is told.")).to_be_visible()
    assert User.objects.get(pk=seller.pk).display_name == NAME
    own.goto("/notices/")
    expect(
        own.get_by_role("heading", name="What was taken from your profile is back")
    ).to_be_visible()
