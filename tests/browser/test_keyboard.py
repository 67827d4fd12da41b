"""Without a mouse: from the sign-in page to a note, a reply, an edit and a withdrawal."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from annotations.models import Annotation
from articles.models import Article
from ncr.accounts.models import User
from tests import factories
from tests.browser import hands
from tests.browser.conftest import Visit

MOST_STOPS = 80
NOTE, ANSWER, EDITED = "It stops twice.", "Once, says the guard.", "It stops twice, in winter."

# Whether what has the focus can be seen: in the window, under nothing, and with a ring
SEEN = """() => {
    const found = document.activeElement;
    if (!found || found === document.body) return "the focus is nowhere";
    const name = found.outerHTML.slice(0, 120);
    const rect = [...found.getClientRects()].find((each) => each.width > 0 && each.height > 0);
    if (!rect) return `no size: ${name}`;
    const y = Math.min(Math.max(rect.top + Math.min(rect.height / 2, 10), 0), innerHeight - 1);
    const onTop = [0.1, 0.5, 0.9].map((part) =>
        document.elementFromPoint(rect.left + rect.width * part, y));
    if (!onTop.some((each) => each && (found.contains(each) || each.contains(found)))) {
        return `under ${onTop[1]?.outerHTML.slice(0, 80)}: ${name}`;
    }
    const frames = [found, found.parentElement].map((each) => getComputedStyle(each));
    const isRinged = frames.some(({ boxShadow }) => boxShadow !== "none");
    return isRinged ? "" : `no ring: ${name}`;
}"""


@pytest.fixture
def article(transactional_db: None) -> Article:
    return factories.article(title="The night train")


@pytest.fixture
def ada(article: Article) -> User:
    return factories.person("ada", display_name="Ada Reader")


def has_focus(found: Locator) -> bool:
    return bool(found.evaluate("(element) => element === document.activeElement"))


def tab_to(page: Page, wanted: Locator, key: str = "Tab") -> None:
    """Presses Tab until `wanted` has the focus; at each stop the focus can be seen."""
    expect(wanted).to_be_visible()
    for _stop in range(MOST_STOPS):
        page.keyboard.press(key)
        assert page.evaluate(SEEN) == ""
        if has_focus(wanted):
            return
    raise AssertionError(f"{MOST_STOPS} stops and not there: {wanted}")


def press(page: Page, wanted: Locator, key: str = "Tab") -> None:
    tab_to(page, wanted, key)
    page.keyboard.press("Enter")


def sign_in_by_hand(page: Page) -> None:
    page.goto("/accounts/login/")
    name = page.get_by_label("User name or mail address")
    if not has_focus(name):
        tab_to(page, name)
    page.keyboard.type("ada")
    tab_to(page, page.get_by_label("Password", exact=True))
    page.keyboard.type("pass-word-1")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Articles", level=1)).to_be_visible()


def choose_words(page: Page) -> None:
    """Begins at a paragraph and shortens the choice from its whole to "train stops"."""
    press(page, page.get_by_role("button", name="Annotate: Paragraph 2"))
    picker = page.get_by_role("application")
    expect(picker).to_be_focused()
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    expect(page.locator("form.composer blockquote")).to_have_text("train stops")


def write_and_post(page: Page, text: str, button: str) -> None:
    """Writes into the form that is open and goes on by Tab to its button."""
    form = hands.composer(page)
    expect(form.get_by_label("Your note")).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(text)
    press(page, form.get_by_role("button", name=button, exact=True))


@pytest.mark.walk
def test_the_whole_job_without_a_mouse(visit: Visit, ada: User) -> None:
    page = visit()
    sign_in_by_hand(page)
    press(page, page.get_by_role("link", name="The night train", exact=True))
    expect(page.get_by_role("heading", name="The night train", level=1)).to_be_visible()
    choose_words(page)
    write_and_post(page, NOTE, "Post to everyone")
    card = page.get_by_role("article", name="Comment 1")
    expect(card).to_contain_text(NOTE)
    expect(card).to_be_focused()

    press(page, card.get_by_role("link", name="Reply to Ada Reader"))
    write_and_post(page, ANSWER, "Post reply to everyone")
    expect(card.locator(".reply")).to_contain_text(ANSWER)
    expect(card.locator(".reply")).to_be_focused()

    more = card.get_by_role("link", name="More about what Ada Reader says").first
    press(page, more, "Shift+Tab")
    press(page, card.get_by_role("link", name="Edit"))
    write_and_post(page, EDITED, "Save")
    expect(card.locator(".composer")).to_have_count(0)
    expect(card.locator(".said").first).to_have_text(EDITED)
    expect(page.get_by_role("status").filter(has_text="Saved")).not_to_have_count(0)
    assert Annotation.objects.get(parent=None).body == EDITED

    press(page, more)
    press(page, card.get_by_role("link", name="Withdraw"))
    expect(page.get_by_role("heading", name="Withdraw this?")).to_be_visible()
    press(page, page.get_by_role("button", name="Withdraw"))
    expect(page.get_by_text("The author withdrew this note.")).to_be_visible()
    expect(page.get_by_text(ANSWER)).to_be_visible()


def test_every_stop_of_an_article_can_be_seen(visit: Visit, article: Article, ada: User) -> None:
    """Backwards too, where the browser scrolls what has the focus up against the bar."""
    for words in ("train stops", "second train"):
        factories.annotation(article, ada, "Said here. " * 30, words=words)
    page = visit(ada, height=420)
    page.goto(article.get_absolute_url())
    more = page.get_by_role("article", name="Comment 2").get_by_role("link", name="More")
    expect(more).to_be_visible()
    tab_to(page, page.locator("article.prose").get_by_role("link", name="Paragraph 1", exact=True))
    tab_to(page, more)
    for _stop in range(30):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(SEEN) == ""


def test_escape_closes_what_is_open_and_the_focus_returns(
    visit: Visit, article: Article, ada: User
) -> None:
    factories.annotation(article, ada, NOTE)
    page = visit(ada)
    page.goto(article.get_absolute_url())
    add = page.get_by_role("button", name="Annotate: Paragraph 2")
    expect(page.get_by_role("article").get_by_role("link", name="More")).to_be_visible()

    press(page, page.get_by_role("button", name="Display"))
    expect(page.get_by_role("group", name="Display")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Display")).to_be_focused()

    sign = page.get_by_role("link", name="Note 1, 1 entry")
    press(page, sign)
    card = page.get_by_role("article", name="Comment 1")
    expect(card).to_be_focused()
    press(page, card.get_by_role("link", name="Reply to Ada Reader"))
    expect(hands.composer(page).get_by_label("Your note")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("form.composer")).to_have_count(0)
    expect(card.get_by_role("link", name="Reply to Ada Reader")).to_be_focused()
    page.keyboard.press("Escape")
    expect(sign).to_be_focused()
    expect(page.locator(".card.is-chosen")).to_have_count(0)

    add.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("application")).to_be_focused()
    page.keyboard.press("Escape")
    expect(add).to_be_focused()
    page.keyboard.press("a")
    expect(hands.composer(page).get_by_label("Your note")).to_be_focused()
    page.keyboard.type("Kept.")
    page.keyboard.press("Escape")
    expect(add).to_be_focused()
    page.keyboard.press("a")
    expect(hands.composer(page).get_by_label("Your note")).to_have_value("Kept.")
