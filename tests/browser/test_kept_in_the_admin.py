"""A moderator's words and choice outlive a session, a token, and a reason that is far too long."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from annotations.models import Annotation, ModerationEntry, ReviewItem
from articles.models import Article, SiteRule
from ncr.accounts.models import User
from ncr.accounts.sessions import end_sessions_of
from tests import factories
from tests.browser.conftest import Visit, sign_in
from tests.browser.test_pages import wrong_with
from tests.browser.test_queue import queue

LIST = "/admin/annotations/reviewitem/"
REASON = "Aimed at people,\nand not at the text."
FAR_TOO_LONG = "Why I do this. " + "x" * 100_000


@pytest.fixture
def noor(transactional_db: None) -> User:
    SiteRule.objects.get_or_create(number=1, defaults={"title": "Speak to the text"})
    return factories.moderator("noor")


def to_hiding(page: Page, items: list[ReviewItem]) -> None:
    """Chooses all of these in the list, presses Hide, chooses a rule and types a reason."""
    page.goto(LIST)
    for item in items:
        page.locator(f"#of-{item.pk}").check()
    page.get_by_role("button", name="Hide").click()
    expect(page.get_by_text(f"{len(items)} are chosen.")).to_be_visible()
    page.get_by_label("Rule of the site").select_option("1")
    page.get_by_label("Reason").fill(REASON)


def are_hidden(page: Page, count: int) -> None:
    expect(page.get_by_text(f"{count} annotations are hidden.")).to_be_visible()
    entries = ModerationEntry.objects.values_list("act", "rule", "reason")
    assert [(act, rule, words.split()) for act, rule, words in entries] == [
        ("hide", 1, REASON.split())
    ] * count
    assert Annotation.objects.filter(moderation="hidden").count() == count


def came_back(page: Page) -> None:
    expect(page.get_by_role("heading", name="Not sent")).to_be_visible()
    # the reason is all that is shown: what pages write for themselves is nobody's words
    expect(page.get_by_label("What you wrote")).to_have_value(REASON)
    assert not ModerationEntry.objects.exists()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_the_session_ends_in_the_middle_of_a_bulk_act(
    visit: Visit, watch: Any, article: Article, ada: User, noor: User, scripts: bool
) -> None:
    watch.expect(401, 403)
    items = queue(article, ada, 24)[:20]
    page = visit(noor, scripts=scripts)
    to_hiding(page, items)
    end_sessions_of(noor.pk)
    page.get_by_role("button", name="Hide").click()
    came_back(page)
    expect(page.get_by_text("You were signed out. Nothing was sent yet.")).to_be_visible()
    expect(page.get_by_text("20 are chosen. What you chose is kept as well.")).to_be_visible()
    assert not scripts or wrong_with(page) == []
    with page.expect_popup() as opening:
        page.get_by_role("link", name="Sign in (opens in a new tab)").click()
    door = opening.value
    door.get_by_label("User name or mail address").fill("noor")
    door.get_by_label("Password").fill("pass-word-1")
    door.get_by_role("button", name="Sign in", exact=True).click()
    expect(door.get_by_role("heading", name="At work")).to_be_visible()
    page.get_by_role("button", name="Send again").click()
    if not scripts:  # signing in changed the token, so that the first press only brings a fresh one
        came_back(page)
        page.get_by_role("button", name="Send again").click()
    are_hidden(page, 20)
    assert ReviewItem.objects.filter(closed_at=None).count() == 4


def test_who_signs_in_elsewhere_meanwhile_presses_once_more(
    visit: Visit, watch: Any, article: Article, ada: User, noor: User, base_url: str
) -> None:
    watch.expect(403)
    items = queue(article, ada, 3)
    page = visit(noor)
    to_hiding(page, items[:2])
    other = page.context.new_page()
    other.goto("/accounts/logout/")
    other.get_by_role("main").get_by_role("button", name="Sign out").click()
    other.goto("/accounts/login/")
    other.get_by_label("User name or mail address").fill("noor")
    other.get_by_label("Password").fill("pass-word-1")
    other.get_by_role("button", name="Sign in", exact=True).click()
    expect(other.get_by_role("link", name="Your account: noor")).to_be_visible()
    page.get_by_role("button", name="Hide").click()
    came_back(page)
    expect(page.get_by_text("you signed in or out meanwhile")).to_be_visible()
    page.get_by_role("button", name="Send again").click()
    are_hidden(page, 2)


def test_a_single_case_comes_back_after_signing_in(
    visit: Visit, watch: Any, article: Article, ada: User, noor: User, base_url: str
) -> None:
    watch.expect(401)
    item, after = queue(article, ada, 2)
    page = visit(noor)
    page.goto(f"{LIST}{item.pk}/change/?author=ada")
    page.get_by_label("Rule of the site").select_option("1")
    page.get_by_label("Reason").fill(REASON)
    end_sessions_of(noor.pk)
    page.get_by_role("button", name="Hide").click()
    came_back(page)
    sign_in(page.context, noor, base_url)
    page.get_by_role("button", name="Send again").click()
    expect(page.locator("form.undo")).to_contain_text("Hidden")
    expect(page).to_have_url(f"{base_url}{LIST}{after.pk}/change/?author=ada")
    item.refresh_from_db()
    assert item.outcome == "hidden"


def test_a_reason_that_is_far_too_long_is_refused_and_stays(
    visit: Visit, watch: Any, article: Article, ada: User, noor: User
) -> None:
    watch.expect(422)
    items = queue(article, ada, 3)
    page = visit(noor)
    to_hiding(page, items[:2])
    many = page.url
    one = f"{LIST}{items[0].pk}/change/"
    people = f"/admin/accounts/user/{ada.pk}/"
    for address, button in (
        (many, "Hide"),
        (one, "Hide"),
        (f"{people}sweep/", "Remove all they wrote"),
        (f"{people}trust/", "Set the trust"),
        (f"{people}sanctions/", "Sanction"),
    ):
        page.goto(address)
        if button == "Sanction":
            page.get_by_label("Warning").check()
        page.get_by_label("Reason").fill(FAR_TOO_LONG)
        page.get_by_role("button", name=button, exact=button != "Hide").click()
        expect(page.get_by_text("at most 300 characters (it has")).to_be_visible()
        expect(page.get_by_label("Reason")).to_have_value(FAR_TOO_LONG)
    assert not ModerationEntry.objects.exists()
