"""Marking passage after passage with one topic: by mouse, by keyboard, by touch, in trouble."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from annotations.models import Annotation, Assignment
from articles.models import Article
from ncr.accounts.models import User
from tests import factories
from tests.browser import hands
from tests.browser.conftest import Visit
from tests.browser.test_pages import faults

WORDS = ["two countries", "stops once", "nobody gets off", "second train", "does not stop"]


@pytest.fixture
def article(transactional_db: None) -> Article:
    return factories.article(title="The corridor")


@pytest.fixture
def ada(article: Article) -> User:
    return factories.person("ada", display_name="Ada Reader")


def bar(page: Page) -> Locator:
    return page.get_by_role("region", name="Mark passages")


def begin(page: Page, topic: str) -> Locator:
    field = bar(page).get_by_role("combobox", name="Topic")
    expect(field).to_be_focused()
    field.fill(topic)
    field.press("Enter")
    bar(page).get_by_role("button", name="Begin marking").click()
    expect(bar(page)).to_contain_text(f"Marking with {topic}")
    return bar(page)


def marked() -> list[tuple[str, str]]:
    """The passages that are marked, each with its topic."""
    return list(
        Assignment.objects.filter(annotation__kind="topic", annotation__withdrawn_at=None)
        .order_by("annotation_id")
        .values_list("annotation__anchors__quote", "topic__name")
    )


@pytest.mark.walk
def test_five_passages_by_mouse_and_the_last_taken_back(
    visit: Visit, article: Article, ada: User
) -> None:
    page = visit(ada)
    page.goto(article.get_absolute_url())
    page.get_by_role("button", name="Mark passages").click()
    here = begin(page, "Transit")
    for count, words in enumerate(WORDS, 1):
        hands.select(page, words)
        expect(here).to_contain_text(f"Marked: {count}")
        expect(
            page.get_by_role("status").filter(has_text=f"Marked: “{words}” ({count})")
        ).to_be_attached()
    expect(page.locator(".margin .card")).to_have_count(5)
    expect(page.locator(".margin .card").first).to_contain_text("Topic mark")
    assert not faults(page, "marking-1280")
    page.keyboard.press("z")
    expect(here).to_contain_text("Marked: 4")
    expect(page.locator(".margin .card")).to_have_count(4)
    expect(page.get_by_role("button", name="Transit", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(here).to_have_count(0)
    assert marked() == [(words, "Transit") for words in WORDS[:4]]
    # Afterwards choosing words offers what it offered before
    hands.select(page, "does not stop")
    expect(page.get_by_role("toolbar", name="Annotate")).to_be_visible()


@pytest.mark.walk
def test_five_passages_by_keyboard_and_the_last_taken_back(
    visit: Visit, article: Article, ada: User
) -> None:
    factories.annotation(article, ada, "Known.", words="night", topics=["Kaliningrad transit"])
    page = visit(ada)
    page.goto(article.get_absolute_url())
    page.wait_for_load_state("networkidle")
    page.locator(".prose").get_by_role("link", name=re.compile("^Paragraph 1")).focus()
    page.keyboard.press("t")
    field = bar(page).get_by_role("combobox", name="Topic")
    expect(field).to_be_focused()
    page.keyboard.type("tran")
    expect(bar(page).get_by_role("option").first).to_contain_text("Kaliningrad transit")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(bar(page)).to_contain_text("Marking with Kaliningrad transit")
    for count, (paragraph, steps) in enumerate(
        [("1", 2), ("2", 3), ("2", 1), ("3", 3), ("3", 1)], 1
    ):
        page.get_by_role("button", name=f"Annotate: Paragraph {paragraph}").focus()
        page.keyboard.press("Enter")
        for _step in range(steps):
            page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        expect(bar(page)).to_contain_text(f"Marked: {count}")
    expect(page.locator(".margin .card")).to_have_count(6)
    page.keyboard.press("z")
    expect(bar(page)).to_contain_text("Marked: 4")
    expect(page.get_by_role("status").filter(has_text="Taken back: “The” (4)")).to_be_attached()
    page.keyboard.press("Escape")
    expect(bar(page)).to_have_count(0)
    assert [quote for quote, _topic in marked()] == [
        "The corridor",
        "The train stops",
        "The",
        "The second train",
    ]


def test_what_did_not_arrive_is_kept_and_sent_once(
    visit: Visit, watch: Any, article: Article, ada: User
) -> None:
    page = visit(ada)
    page.goto(article.get_absolute_url())
    page.get_by_role("button", name="Mark passages").click()
    here = begin(page, "Transit")
    page.route("**/threads", lambda route: route.abort())
    hands.select(page, "stops once")
    expect(here).to_contain_text("Not sent yet, and kept here: 1. The site did not answer.")
    hands.select(page, "second train")
    expect(here).to_contain_text("Marked: 2")
    page.unroute("**/threads")
    # Also through a reload
    page.reload()
    expect(here).to_contain_text("Marking with Transit")
    expect(page.locator(".margin .card")).to_have_count(2)
    assert marked() == [("stops once", "Transit"), ("second train", "Transit")]


def test_on_a_phone_a_button_marks_what_is_chosen(
    visit: Visit, article: Article, ada: User
) -> None:
    page = visit(ada, width=390, height=800, has_touch=True, is_mobile=True)
    page.goto(article.get_absolute_url())
    page.wait_for_load_state("networkidle")
    page.get_by_text("Contents").tap()
    page.get_by_role("button", name="Mark passages").tap()
    here = begin(page, "Transit")
    page.locator(".prose").get_by_role("link", name="Paragraph 2", exact=True).tap()
    page.get_by_role("toolbar").get_by_role("button", name="Mark this").tap()
    expect(here).to_contain_text("Marked: 1")
    assert not faults(page, "marking-390")
    here.get_by_role("button", name="Undo the last").tap()
    expect(here).to_contain_text("Marked: 0")
    here.get_by_role("button", name="End marking").tap()
    expect(here).to_have_count(0)
    assert Annotation.objects.filter(withdrawn_at=None).count() == 0


def test_without_scripts_a_phrase_is_marked_on_its_page(
    visit: Visit, article: Article, ada: User
) -> None:
    page = visit(ada, scripts=False)
    page.goto(f"{article.get_absolute_url()}p/{factories.block(article).key}/")
    page.get_by_role("link", name="Mark with a topic").click()
    page.get_by_label("The words you mean").fill("stops once")
    page.get_by_label("Topics").fill("Transit")
    page.get_by_role("button", name="Post").click()
    expect(page.get_by_role("heading", name="Topic mark")).to_be_visible()
    assert marked() == [("stops once", "Transit")]
