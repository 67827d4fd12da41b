"""The main job again, from end to end, in a browser that runs no script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from ncr.accounts.models import User
from tests import factories
from tests.browser import hands, walking
from tests.browser.conftest import Visit, Watch

ANSWER = "So it is; I looked."


def sign_in(page: Page, name: str, came_from: str) -> None:
    """From the page on which one may not write yet, by the form, and back to that page."""
    page.goto(f"{came_from}annotate/")
    page.get_by_role("main").get_by_role("link", name="Sign in").click()
    page.get_by_label("User name or mail address").fill(name)
    page.get_by_label("Password", exact=True).fill("pass-word-1")
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", name="Annotate", level=1)).to_be_visible()


def annotate(page: Page, article: str) -> None:
    """By way of the paragraph's own page; words that do not stand there are refused and kept."""
    page.goto(article)
    page.get_by_role("link", name="Paragraph 2", exact=True).click()
    page.get_by_role("link", name="Annotate this paragraph").click()
    page.get_by_label("The words you mean").fill("until the ice went away")
    page.get_by_label("Your note").fill(walking.OPENING)
    page.get_by_label("Topics").fill("Harbours, Ice roads")
    page.get_by_role("button", name="Post").click()
    phrase = page.get_by_label("The words you mean")
    expect(phrase).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Your note")).to_have_value(walking.OPENING)
    expect(page.get_by_label("Topics")).to_have_value("Harbours, Ice roads")
    phrase.fill(walking.WORDS)
    page.get_by_role("button", name="Post").click()
    expect(page.get_by_role("article", name="Comment")).to_contain_text("harbour book")
    walking.check_place(walking.first_note())


def reply(page: Page, article: str) -> None:
    page.goto(article)
    page.get_by_role("link", name="Reply to Ada Reader").click()
    page.get_by_label("Your note").fill(ANSWER)
    page.get_by_role("button", name="Post reply").click()
    expect(walking.said(page, ANSWER)).to_be_visible()


def edit(page: Page, thread: str) -> None:
    page.goto(thread)
    hands.more(page)
    page.get_by_role("link", name="Edit").click()
    expect(page.get_by_label("Your note")).to_have_value(walking.OPENING)
    page.get_by_label("Your note").fill(walking.EDITED)
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".card em").filter(has_text="February")).to_be_visible()


@pytest.mark.walk
def test_from_import_to_withdrawal_without_scripts(
    visit: Visit, watch: Watch, first_administrator: User
) -> None:
    watch.expect(422)  # words that do not stand in the paragraph
    editor = visit(scripts=False)
    walking.sign_in_by_link(editor, first_administrator)
    article = walking.import_text(editor)
    for name, shown in (("ada", "Ada Reader"), ("bo", "Bo Second")):
        factories.person(name, display_name=shown)
    ada, bo, stranger = visit(scripts=False), visit(scripts=False), visit(scripts=False)

    sign_in(ada, "ada", article)
    annotate(ada, article)
    sign_in(bo, "bo", article)
    reply(bo, article)
    walking.read_as_stranger(stranger, article)

    thread = walking.first_note().annotation.thread.get_absolute_url()
    edit(ada, thread)
    walking.see_versions(ada)
    ada.goto(thread)
    walking.withdraw(ada)
    walking.read_after_withdrawing(stranger, thread, article)
