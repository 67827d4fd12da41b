"""Pages as they stand while somebody uses them, looked at by axe: chosen, open, refused, empty."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article
from ncr.accounts.links import make_link
from ncr.accounts.models import User
from tests import factories
from tests.browser import hands, walking
from tests.browser.conftest import Visit
from tests.browser.test_matrix import COMBINATIONS
from tests.browser.test_pages import faults

WIDTHS = pytest.mark.parametrize(("width", "scheme"), COMBINATIONS)
LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"


@pytest.fixture
def article(transactional_db: None) -> Article:
    return factories.article(title=LONG)


@pytest.fixture
def ada(article: Article) -> User:
    ada = factories.person("ada", display_name="Ada Reader")
    factories.annotation(article, ada, f"Said of {LONG}{LONG}.", topics=[LONG, "Trains"])
    factories.annotation(article, ada, "Only for me.", words="second train", audience="me")
    return ada


def begin(page: Page, article: Article) -> Any:
    """Opens the form for a note on the second paragraph."""
    page.goto(article.get_absolute_url())
    expect(page.locator(".block .add").first).to_be_attached()
    number = page.locator("article.prose").get_by_role("link", name="Paragraph 2")
    number.focus()
    page.keyboard.press("a")
    return hands.composer(page)


@WIDTHS
def test_a_chosen_note_and_an_open_reply(
    visit: Visit, article: Article, ada: User, width: int, scheme: Any
) -> None:
    page = visit(ada, width=width, color_scheme=scheme)
    page.goto(f"{article.get_absolute_url()}#n-1")
    card = page.locator(".card.is-chosen")
    card.locator("a[data-more]").first.click()
    expect(card.get_by_role("link", name="Edit")).to_be_visible()
    page.evaluate("scrollTo(0, 0)")  # else the bar covers half of a link, as bars that stay do
    assert faults(page, "chosen") == []
    card.get_by_role("link", name="Reply to Ada Reader").click()
    field = hands.composer(page).get_by_label("Your note")
    expect(field).to_be_in_viewport()
    assert faults(page, "reply") == []


@WIDTHS
def test_a_form_that_is_filled_in_and_refused(
    visit: Visit, watch: Any, article: Article, ada: User, width: int, scheme: Any
) -> None:
    watch.expect(422)
    page = visit(ada, width=width, color_scheme=scheme)
    form = begin(page, article)
    assert faults(page, "form") == []
    form.get_by_role("combobox", name="Topics").fill("tr")
    expect(form.get_by_role("option").first).to_be_visible()
    assert faults(page, "suggestions") == []
    form.get_by_role("combobox", name="Topics").press("Enter")
    form.get_by_role("tab", name="Preview").click()
    assert faults(page, "preview") == []
    form.get_by_role("tab", name="Write").click()
    hands.post(form, "Keep for me alone")  # as she wrote last
    expect(form.get_by_text("Write something")).to_be_visible()
    expect(form.get_by_role("button", name="Close")).to_be_in_viewport(ratio=1)
    page.evaluate("scrollTo(0, 0)")  # axe takes for small what the bar happens to cut
    assert faults(page, "refused") == []


@WIDTHS
def test_what_opens_on_the_page_and_in_a_note(
    visit: Visit, article: Article, ada: User, stranger: User, width: int, scheme: Any
) -> None:
    for number in range(8):
        factories.annotation(article, stranger, f"Note {number} of a crowd.", words="train stops")
    page = visit(ada, width=width, color_scheme=scheme)
    page.goto(article.get_absolute_url())
    page.wait_for_load_state("networkidle")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    assert faults(page, "keys") == []
    page.keyboard.press("Escape")
    page.keyboard.press("f")
    expect(page.get_by_role("group", name="Filter the notes")).to_be_visible()
    assert faults(page, "filter") == []
    page.keyboard.press("Escape")
    page.locator(".siglum.more").click()
    expect(page.get_by_text("Note 7 of a crowd.")).to_be_visible()
    page.evaluate("scrollTo(0, 0)")
    assert faults(page, "crowd") == []
    page.keyboard.press("Escape")
    page.goto(f"{article.get_absolute_url()}#n-3")
    page.reload()
    card = page.locator(".card.is-chosen")
    card.locator("a[data-more]").first.click()
    card.get_by_role("link", name="Report").click()
    expect(card.get_by_role("button", name="Send the report")).to_be_visible()
    page.evaluate("scrollTo(0, 0)")
    assert faults(page, "report") == []


@WIDTHS
def test_what_opens_beside_the_text(
    visit: Visit, article: Article, ada: User, width: int, scheme: Any
) -> None:
    page = visit(ada, width=width, color_scheme=scheme)
    page.goto(article.get_absolute_url())
    page.get_by_role("button", name="Display").click()
    expect(page.get_by_role("group", name="Display")).to_be_visible()
    assert faults(page, "display") == []
    page.keyboard.press("Escape")
    contents = page.locator(".outline details")
    if not contents.evaluate("(details) => details.open"):
        page.get_by_text("Contents", exact=True).click()
    expect(page.locator(".outline").get_by_role("button", name=LONG)).to_be_visible()
    assert faults(page, "contents") == []


@WIDTHS
def test_signing_in_that_is_refused_and_the_first_arrival(
    visit: Visit, watch: Any, transactional_db: None, width: int, scheme: Any
) -> None:
    watch.expect(422)
    new = User.objects.create_superuser("admin", password=None)
    page = visit(width=width, color_scheme=scheme)
    page.goto("/accounts/login/")
    page.get_by_label("User name or mail address").fill("nobody")
    page.get_by_label("Password", exact=True).fill("wrong")
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_text("do not belong together")).to_be_visible()
    assert faults(page, "not signed in") == []
    page.goto(f"/accounts/link/{make_link(new)}/")
    page.get_by_label("Display name").fill("Ruth")
    page.get_by_label("Password", exact=True).fill("herring-in-the-harbour")
    page.get_by_label("Password, once more").fill("herring")
    assert faults(page, "arrival") == []
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_text("The two passwords are not the same.")).to_be_visible()
    assert faults(page, "arrival refused") == []


@WIDTHS
def test_importing(
    visit: Visit, watch: Any, transactional_db: None, tmp_path: Path, width: int, scheme: Any
) -> None:
    watch.expect(422)
    editor = User.objects.create_superuser("editor", password="pass-word-1")
    page = visit(editor, width=width, color_scheme=scheme)
    page.goto("/imports/")
    assert faults(page, "bring") == []
    page.get_by_role("button", name="Look at what is recognised").click()
    expect(page.get_by_text("Choose files, or paste a text: one of these.")).to_be_visible()
    assert faults(page, "nothing brought") == []
    text = tmp_path / "ferry.txt"
    text.write_text(walking.PASTED, encoding="utf-8")
    page.get_by_label("Files").set_input_files(text)
    page.get_by_role("button", name="Look at what is recognised").click()
    expect(page.locator(".piece:not(.is-left-out)")).to_have_count(3)
    assert faults(page, "recognised") == []
    page.get_by_role("link", name="Edit or split").first.click()
    page.get_by_label("Words").fill("")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Nothing is left to read in it.").first).to_be_visible()
    assert faults(page, "a piece refused") == []


@WIDTHS
def test_empty_places(visit: Visit, transactional_db: None, width: int, scheme: Any) -> None:
    page = visit(factories.person("new"), width=width, color_scheme=scheme)
    for address, words in (
        ("/articles/", "There is nothing to read yet."),
        ("/topics/", "There are no topics yet."),
        ("/people/new/", "You have not said anything yet."),
    ):
        page.goto(address)
        expect(page.get_by_text(words)).to_be_visible()
        assert faults(page, address) == []
