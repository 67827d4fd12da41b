"""Suggested marks: in the text, by mouse and by keyboard, and after a revision."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from annotations.models import Annotation, Suggestion
from annotations.topics import keeping
from annotations.topics.filing import propose
from annotations.topics.relating import set_cues
from annotations.topics.suggesting import suggest_in
from articles.models import Article
from articles.revising import publish_revision, write_revision
from ncr.accounts.models import User
from tests import factories
from tests.browser.conftest import Visit
from tests.browser.hands import PLACE_OF

TEXT = """The CFE Treaty limited tanks. Under the CFE Treaty, guns were counted too.

A train crosses Lithuania on its way home, and the transit takes six hours.

Nothing is said here.
"""
PAINTED = "CSS.highlights.get('suggested')?.size ?? 0"


@pytest.fixture
def article(transactional_db: None) -> Article:
    root = User.objects.create_superuser("root", password=None)
    keeping.accept(propose("CFE Treaty", by=root), by=root)
    transit = keeping.accept(propose("Kaliningrad transit", by=root), by=root)
    set_cues(transit, ["transit Lithuania"], by=root)
    made = factories.article(TEXT, title="Two treaties")
    suggest_in(made)
    return made


def to_suggestions(page: Page, article: Article, count: int) -> None:
    page.goto(article.get_absolute_url())
    page.get_by_text("Contents").click()
    page.get_by_role("link", name=f"{count} suggested mark").first.click()
    expect(page.get_by_role("heading", name="Suggested marks", level=1)).to_be_visible()


def shows(page: Page, count: int) -> None:
    """So many are painted: the names, and not the sentences that words tell of."""
    expect(page.locator("[data-suggested]")).to_have_count(1)
    assert page.evaluate(PAINTED) == count


def press_words(page: Page, words: str) -> None:
    begin, end = page.evaluate(PLACE_OF, [words, ""])
    page.mouse.click((begin[0] + end[0]) / 2, begin[1])


def tab_to(page: Page, name: str) -> None:
    for _press in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            return
    raise AssertionError(f"never came to {name}")


def test_suggestions_are_confirmed_and_dismissed(
    visit: Visit, article: Article, watch: Any
) -> None:
    page = visit(factories.person("ada", display_name="Ada Author"))
    page.goto(article.get_absolute_url())
    shows(page, 2)

    # by mouse: from the words in the text to their place among the suggestions
    press_words(page, "CFE Treaty limited")
    expect(page.locator(".suggestion:target mark")).to_have_text("CFE Treaty")
    page.locator(".suggestion:target").get_by_role("button", name="Confirm").click()
    expect(page.get_by_text("The passage is marked.")).to_be_visible()
    expect(page.locator(".suggestion")).to_have_count(2)

    # by keyboard: from the link after its paragraph
    page.goto(article.get_absolute_url())
    shows(page, 1)
    tab_to(page, "1 suggested mark")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Suggested marks", level=1)).to_be_visible()
    tab_to(page, "Dismiss")
    page.keyboard.press("Enter")
    expect(page.get_by_text("It is dismissed, and does not come back.")).to_be_visible()
    tab_to(page, "Confirm")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nothing is suggested in this text.")).to_be_visible()
    assert sorted(Suggestion.objects.values_list("state", flat=True)) == [
        "confirmed",
        "confirmed",
        "dismissed",
    ]
    assert Annotation.objects.filter(kind="topic").count() == 2

    # what was dismissed does not come back after a revision, and can be brought back
    source = article.standing.source.replace("Nothing is said", "A new line stands")
    publish_revision(write_revision(article, source.replace("guns", "big guns"), by=None), by=None)
    article.refresh_from_db()
    suggest_in(article)
    page.goto(f"{article.get_absolute_url()}suggested/")
    expect(page.get_by_text("Nothing is suggested in this text.")).to_be_visible()
    page.get_by_role("link", name="Dismissed suggestions").click()
    page.get_by_role("button", name="Bring back").click()
    to_suggestions(page, article, 1)
    expect(page.locator(".suggestion")).to_have_count(1)


def test_without_scripts_and_for_the_anonymous(visit: Visit, article: Article) -> None:
    page = visit()
    page.goto(article.get_absolute_url())
    page.wait_for_load_state("networkidle")
    assert page.evaluate(PAINTED) == 0
    page.goto(f"{article.get_absolute_url()}suggested/")
    expect(page.locator(".suggestion")).to_have_count(3)
    expect(page.get_by_role("button", name="Confirm")).to_have_count(0)
