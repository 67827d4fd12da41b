"""Single-key shortcuts: what they do, where they keep still, and the map that names them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from annotations import annotating
from annotations.models import Annotation
from annotations.topics.filing import propose
from articles.models import Article
from ncr.accounts.models import User
from tests import factories
from tests.browser.conftest import Visit
from tests.browser.test_pages import wrong_with


@pytest.fixture
def article(transactional_db: None) -> Article:
    return factories.article(title="The night train")


@pytest.fixture
def ada(article: Article) -> User:
    ada = factories.person("ada", display_name="Ada Reader")
    for words, body in (("two countries", "Which?"), ("train stops", "Why?"), ("second", "When?")):
        factories.annotation(article, ada, body, words=words)
    return ada


def open_article(page: Page, article: Article) -> None:
    page.goto(article.get_absolute_url())
    page.wait_for_load_state("networkidle")


def chosen(page: Page) -> str:
    return page.locator(".card.is-chosen").get_attribute("data-label") or ""


def test_from_note_to_note_and_back_to_the_text(visit: Visit, article: Article, ada: User) -> None:
    page = visit(ada)
    open_article(page, article)
    for key, label in (("j", "1"), ("j", "2"), ("j", "3"), ("j", "3"), ("k", "2")):
        page.keyboard.press(key)
        expect(page.get_by_role("article", name=f"Comment {label}")).to_be_focused()
    page.keyboard.press("r")
    expect(page.locator(".card.is-chosen form.composer").get_by_label("Your note")).to_be_focused()
    page.keyboard.type("jk?")  # a field is no place for shortcuts
    assert chosen(page) == "2"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator(".card.is-chosen")).to_have_count(0)
    expect(page.locator(".block:has-text('train stops') .siglum")).to_be_focused()


def test_r_answers_the_reply_that_has_the_focus(visit: Visit, article: Article, ada: User) -> None:
    first = Annotation.objects.order_by("pk").first()
    assert first
    reply = annotating.reply(by=factories.person("bo"), to=first, body="I doubt it.")
    page = visit(ada)
    page.goto(f"{article.get_absolute_url()}#n-{first.thread.key}")
    page.locator(f"#a-{reply.uuid} [data-react]").first.focus()
    page.keyboard.press("r")
    expect(page.locator(".reply form.composer").get_by_label("Your note")).to_be_focused()


def test_from_paragraph_to_paragraph(visit: Visit, article: Article, ada: User) -> None:
    page = visit(ada)
    open_article(page, article)
    for key, name in ((".", "Paragraph 1"), (".", "Paragraph 2"), (",", "Paragraph 1")):
        page.keyboard.press(key)
        expect(page.locator(".pn:focus")).to_have_attribute("aria-label", f"{name}, 1 note")
    page.keyboard.press("o")
    expect(page.get_by_role("article", name="Comment 1")).to_be_focused()
    page.keyboard.press("a")
    expect(page.get_by_role("application")).to_be_focused()


def test_the_map_names_the_keys_and_switches_them_off(
    visit: Visit, article: Article, ada: User
) -> None:
    page = visit(ada)
    open_article(page, article)
    number = page.locator(".pn[aria-label^='Paragraph 2']")
    number.focus()
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keyboard")
    expect(keys).to_contain_text("Next note")
    assert wrong_with(page) == []
    page.keyboard.press("j")  # nothing moves behind it
    page.keyboard.press("Escape")
    expect(keys).to_have_count(0)
    expect(number).to_be_focused()
    expect(page.locator(".card.is-chosen")).to_have_count(0)

    page.keyboard.press("d")
    page.get_by_label("Single-key shortcuts").uncheck()
    page.keyboard.press("Escape")
    for key in ("j", "?", "s", "o"):
        page.keyboard.press(key)
    expect(number).to_be_focused()
    page.reload()
    page.get_by_role("button", name="Display").click()
    expect(page.get_by_label("Single-key shortcuts")).not_to_be_checked()


def test_keys_of_the_browser_stay_the_browsers(visit: Visit, article: Article, ada: User) -> None:
    page = visit(ada)
    open_article(page, article)
    for key in ("Control+j", "Alt+j", "Meta+j", "Shift+j"):
        page.keyboard.press(key)
    expect(page.locator(".card.is-chosen")).to_have_count(0)


def test_escape_leaves_the_note_before_it_leaves_the_topic(
    visit: Visit, article: Article, ada: User
) -> None:
    propose("Night trains", by=ada)
    factories.annotation(article, ada, "Filed.", topics=["Night trains"], words="nobody")
    page = visit(ada)
    open_article(page, article)
    topic = page.get_by_role("button", name="Night trains", exact=True)
    topic.click()
    expect(page.get_by_text("Notes shown: 1").first).to_be_visible()
    page.keyboard.press("j")
    expect(page.get_by_role("article", name="Comment 4")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".card.is-chosen")).to_have_count(0)
    expect(topic).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(topic).to_have_attribute("aria-pressed", "false")


def test_a_filter_holds_for_the_whole_article_and_can_be_shared(
    visit: Visit, article: Article, ada: User
) -> None:
    for number in range(8):
        factories.annotation(article, ada, f"Say {number}.", kind="question", words="nobody")
    page = visit()
    open_article(page, article)
    page.get_by_role("link", name="6 more notes on this paragraph").click()
    notes = page.get_by_role("region", name="¶ 2: notes: 9")
    expect(notes.get_by_role("article")).to_have_count(9)
    page.keyboard.press("Escape")
    expect(notes).to_have_count(0)

    page.keyboard.press("f")
    page.get_by_role("group", name="Filter the notes").get_by_label("Kind").select_option(
        "question"
    )
    expect(page.get_by_text("Notes shown: 8").first).to_be_visible()
    assert wrong_with(page) == []
    page.keyboard.press("Escape")
    expect(page.locator(".margin > .card:visible")).to_have_count(8)
    assert "kind=question" in page.url

    page.reload()
    expect(page.locator(".margin > .card:visible")).to_have_count(8)
    page.goto(page.url.split("?")[0] + "?kind=source")
    expect(page.get_by_text("No note matches this.").first).to_be_visible()
    page.get_by_role("button", name="Show everything").click()
    expect(page.locator(".margin > .card:visible")).to_have_count(5)
    page.keyboard.press("h")
    expect(page.locator(".margin > .card:visible")).to_have_count(0)
