"""The admin by keyboard alone: what is reached shows its focus, in the order of the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from annotations.models import ModerationEntry
from annotations.roles import grant
from articles.models import SiteRule
from ncr.accounts.models import User
from tests import factories
from tests.browser.conftest import Visit
from tests.browser.test_moderating import go, to_field

# A focus that nobody sees has neither an outline nor a ring
SEEN = """() => {
    const at = document.activeElement;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    return {
        name: (at.getAttribute("aria-label") || at.innerText || at.value || at.name || "").trim(),
        isSeen: (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none",
        isInView: box.bottom > 0 && box.top < innerHeight,
        isBody: at === document.body,
    };
}"""


def walk(page: Page) -> list[str]:
    """Tabs through the whole page; answers the names of what was reached, in order."""
    names = []
    for _step in range(150):
        page.keyboard.press("Tab")
        at = page.evaluate(SEEN)
        if at["isBody"]:
            return names
        assert at["isSeen"], at
        assert at["isInView"], at
        names.append(at["name"])
    raise AssertionError("the keyboard does not get out of the page")


def test_hiding_two_at_once_by_keyboard(visit: Visit, transactional_db: None) -> None:
    rule, _ = SiteRule.objects.get_or_create(number=1, defaults={"title": "Speak to the text"})
    article, ada = factories.article(title="The night train"), factories.person("ada")
    kept, *hidden = [factories.annotation(article, ada, f"Number {number}.") for number in range(3)]
    desk = visit(factories.moderator("noor"))
    desk.goto("/admin/annotations/annotation/")
    for one in reversed(hidden):  # the newest stands first
        to_field(desk, "_selected_action")
        assert desk.evaluate("document.activeElement.value") == str(one.pk)
        desk.keyboard.press("Space")
    expect(desk.get_by_text("2 of 3 selected")).to_be_visible()
    desk.keyboard.press("Shift+Tab")
    while desk.evaluate("document.activeElement.name") != "action":
        desk.keyboard.press("Shift+Tab")
    desk.keyboard.type("Hide")
    go(desk, "Go", "button")

    expect(desk.get_by_role("heading", name="Hide these annotations?")).to_be_visible()
    to_field(desk, "rule")
    desk.keyboard.press("ArrowDown")
    to_field(desk, "reason")
    desk.keyboard.type("About the reader and not about the train.")
    expect(desk.locator("[data-told]")).to_contain_text(f"Rule 1, {rule.title}.")
    go(desk, "Hide", "button")
    expect(desk.get_by_text("2 annotations are hidden.")).to_be_visible()

    entries = ModerationEntry.objects.filter(act="hide")
    assert {(one.rule, one.annotation) for one in entries} == {(1, one.uuid) for one in hidden}
    kept.refresh_from_db()
    assert kept.moderation == "published"


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("/admin/annotations/scopedrole/", ["Add role for an article or topic", "Go", "Ada"]),
        ("/admin/accounts/readinggroup/", ["Find", "Go", "Tuesday"]),
        ("/admin/articles/siterule/", ["Add rule of the site", "Speak to the text"]),
    ],
)
def test_lists_are_walked_through_by_keyboard(
    visit: Visit, transactional_db: None, address: str, names: list[str]
) -> None:
    boss = User.objects.create_superuser("boss", password="x")
    ada = factories.person("ada", display_name="Ada")
    factories.group(ada, name="Tuesday")
    SiteRule.objects.get_or_create(number=1, defaults={"title": "Speak to the text"})
    grant(ada, "leader", by=boss, article=factories.article())
    page = visit(boss)
    page.goto(address)
    reached = walk(page)
    assert [name for name in reached if name in names] == names
