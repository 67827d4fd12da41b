"""Reading and annotating with the keyboard alone: each stop can be seen, each way leads back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from annotations.models import Anchor
from articles.models import Article
from ncr.accounts.models import User
from tests import factories
from tests.browser import hands
from tests.browser.conftest import Visit

FOCUS = """() => {
    const at = document.activeElement;
    const style = getComputedStyle(at);
    const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    const box = at.getBoundingClientRect();
    return {
        name: at.getAttribute("aria-label") ?? at.textContent.trim(),
        isShown: (outline || style.boxShadow !== "none") && box.width > 0 && box.height > 0,
    };
}"""


@pytest.fixture
def article(transactional_db: None) -> Article:
    return factories.article()


@pytest.fixture
def page(visit: Visit, article: Article) -> Page:
    ada: User = factories.person("ada", display_name="Ada Reader")
    page = visit(ada)
    page.goto(article.get_absolute_url())
    expect(page.get_by_role("button", name="Annotate: Paragraph 2")).to_be_attached()
    return page


def tab_to(page: Page, name: str, most: int = 40) -> None:
    """Presses Tab until the thing of this name has the focus; each stop must be visible."""
    for _stop in range(most):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUS)
        assert at["isShown"], f"the focus cannot be seen on {at['name']!r}"
        if at["name"] == name:
            return
    raise AssertionError(f"Tab does not reach {name!r}")


def test_words_are_chosen_annotated_and_posted(page: Page) -> None:
    tab_to(page, "Annotate: Paragraph 2")
    page.keyboard.press("Enter")
    picker = page.get_by_role("application", name="Choose words of Paragraph 2")
    expect(picker).to_be_focused()
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
    expect(page.get_by_text("Selected: train stops")).to_be_attached()
    page.keyboard.press("Enter")
    form = hands.composer(page)
    expect(form.get_by_label("Your note")).to_be_focused()
    page.keyboard.type("Written *without* a mouse.")
    tab_to(page, "Post")
    page.keyboard.press("Enter")
    card = page.get_by_role("article", name="Comment 1")
    expect(card).to_be_focused()
    expect(card.locator("em")).to_have_text("without")
    assert Anchor.objects.get().quote == "train stops"


def test_escape_leads_back_to_where_one_was(page: Page) -> None:
    add = page.get_by_role("button", name="Annotate: Paragraph 2")
    add.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.get_by_role("application")).to_have_count(0)
    expect(add).to_be_focused()
    page.keyboard.press("a")
    form = hands.composer(page)
    page.keyboard.type("Not now.")
    page.keyboard.press("Escape")
    expect(form).to_have_count(0)
    expect(add).to_be_focused()
    page.keyboard.press("a")
    expect(hands.composer(page).get_by_label("Your note")).to_have_value("Not now.")


def test_a_note_is_reached_from_its_sign_and_left_again(visit: Visit, article: Article) -> None:
    factories.annotation(article, factories.person("bo", display_name="Bo"), "Seen by all.")
    page = visit()
    page.goto(article.get_absolute_url())
    tab_to(page, "Note 1, 1 entry")
    page.keyboard.press("Enter")
    expect(page.get_by_role("article", name="Comment 1")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Note 1, 1 entry")).to_be_focused()
