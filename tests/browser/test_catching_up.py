"""Coming back to a text: what is new is walked to its visible end, at a desk and on a phone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from annotations import annotating, catching_up
from articles.models import Article
from ncr.accounts.models import User
from tests import factories
from tests.annotations.news import unread_in
from tests.browser.seeing import is_uncovered

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "work"])


@pytest.fixture
def came_back(author: User, stranger: User) -> Article:
    """A text that the stranger read before the author said three things more."""
    filler = "".join(
        f"Paragraph {n} goes on for a while. {'Words and words. ' * 60}\n\n" for n in range(12)
    )
    article = factories.article(
        f"The train stops once.\n\n{filler}\n\nThe second train does not.\n"
    )
    old = factories.annotation(article, author, "Seen before.")
    catching_up.visit(article, by=stranger)
    factories.annotation(article, author, "New at the end.", words="second train")
    annotating.reply(by=author, to=old, body="A new answer.")
    factories.annotation(article, author, "New in the middle.", words="Paragraph 5")
    return article


def opened(page: Page, article: Article) -> Any:
    page.goto(article.get_absolute_url())
    bar = page.get_by_role("region", name="New", exact=True)
    expect(bar).to_contain_text("3 new")
    return bar


def test_n_walks_to_the_end_in_the_order_of_the_text(
    visit: Any, came_back: Article, stranger: User
) -> None:
    page = visit(stranger)
    page.clock.install()  # so that nothing is seen but by being chosen
    bar = opened(page, came_back)
    expect(page).to_have_title(re.compile(r"^\(3\) "))
    said = []
    for _ in range(3):
        page.keyboard.press("n")
        expect(page.locator(":focus")).to_contain_text("New")
        said.append(page.locator(":focus .said").first.inner_text())
    assert said == ["A new answer.", "New in the middle.", "New at the end."]
    expect(bar).to_contain_text("You are up to date")
    expect(page).not_to_have_title(re.compile(r"^\("))
    page.keyboard.press("p")
    expect(page.locator(":focus .said").first).to_have_text("New in the middle.")
    with page.expect_response(re.compile("/seen/")):
        page.clock.run_for(11_000)
    assert unread_in([came_back], stranger) == {}
    page.get_by_role("button", name="Mark as unread").click()
    expect(bar).to_contain_text("1 new")
    assert unread_in([came_back], stranger) == {came_back.pk: 1}


def test_a_finger_walks_to_the_end(visit: Any, came_back: Article, stranger: User) -> None:
    page = visit(stranger, width=390, height=844, has_touch=True)
    bar = opened(page, came_back)
    following = bar.get_by_role("button", name="Next that is new")
    for words in ("A new answer.", "New in the middle.", "New at the end."):
        following.tap()
        expect(page.locator(".card.is-chosen")).to_contain_text(words)
    expect(bar).to_contain_text("You are up to date")
    page.goto("/articles/")
    # What is sent on leaving is answered when nobody waits for it
    for _ in range(40):
        if not unread_in([came_back], stranger):
            break
        page.wait_for_timeout(100)
    assert unread_in([came_back], stranger) == {}


@pytest.fixture
def long_thread(author: User, stranger: User) -> Article:
    """Of its many replies the last, in a branch, is new to the stranger."""
    article = factories.article("The train stops once.\n\n" + "It goes on for a while. " * 400)
    note = factories.annotation(article, author, "An old question.", words="stops once")
    for number in range(40):
        last = annotating.reply(by=author, to=note, body=f"An old answer, number {number}.")
    for number in range(3):
        annotating.reply(by=author, to=last, body=f"An old answer to an answer, {number}.")
    catching_up.visit(article, by=stranger)
    annotating.reply(by=author, to=last, body="What is new.")
    return article


@pytest.mark.parametrize("width", [1280, 390])
def test_the_reply_that_is_new_comes_into_view_and_no_other_is_marked(
    visit: Any, long_thread: Article, stranger: User, width: int
) -> None:
    page = visit(stranger, width=width, height=844)
    page.clock.install()
    page.goto(long_thread.get_absolute_url())
    bar = page.get_by_role("region", name="New", exact=True)
    expect(bar).to_contain_text("1 new")
    expect(page.locator("#n-1 > .card-head .tag")).to_have_count(0)
    expect(page.locator("#n-1 > .acts").last).to_contain_text("1 new")
    bar.get_by_role("button", name="Next that is new").click()
    reply = page.locator(".reply", has_text="What is new.").last
    expect(reply).to_be_focused()
    expect(reply).to_have_attribute("aria-current", "true")
    expect(reply.locator(".tag")).to_have_text("New")
    expect(page.locator(".card .tag", has_text="New")).to_have_count(1)
    expect(bar).to_contain_text("You are up to date")
    assert is_uncovered(reply.locator(":scope > .said"))
    assert is_uncovered(reply.locator(":scope > .card-head"))


def test_nothing_is_read_by_opening_a_page_and_leaving_it_alone(
    visit: Any, author: User, stranger: User
) -> None:
    article = factories.article("The train stops once.")
    catching_up.visit(article, by=stranger)
    factories.annotation(article, author, "It stops twice. " * 2, words="stops once")
    page = visit(stranger)
    page.clock.install()
    page.goto(article.get_absolute_url())
    bar = page.get_by_role("region", name="New", exact=True)
    expect(page.locator("#n-1 .tag.new")).to_have_text("New")
    page.wait_for_load_state("networkidle")
    page.clock.run_for(6_000)
    expect(bar).to_contain_text("1 new")
    page.mouse.move(300, 300)
    page.mouse.wheel(0, 10)
    page.clock.run_for(1_000)
    expect(bar).to_contain_text("1 new")
    page.clock.run_for(3_000)  # what is short takes three seconds of somebody who is there
    expect(bar).to_contain_text("You are up to date")
    expect(page.locator("#n-1 .tag")).to_have_text("New")  # still told, no more counted
    expect(page.locator("#n-1 .tag.new")).to_have_count(0)
    with page.expect_response(re.compile("/seen/")):
        page.clock.run_for(11_000)
    assert unread_in([article], stranger) == {}


def test_on_a_phone_the_sheet_gives_way_to_a_note_on_the_article_as_a_whole(
    visit: Any, author: User, stranger: User
) -> None:
    article = factories.article("The train stops once.\n\n" + "It goes on for a while. " * 400)
    factories.annotation(article, author, "An old question.", words="stops once")
    catching_up.visit(article, by=stranger)
    annotating.annotate(by=author, article=article, body="New on the whole.")
    page = visit(stranger, width=390, height=844)
    page.goto(f"{article.get_absolute_url()}#n-1")
    bar = page.get_by_role("region", name="New", exact=True)
    expect(page.locator(".margin.sheet")).to_have_attribute("data-height", "half")
    bar.get_by_role("button", name="Next that is new").click()
    expect(page.locator(".margin.sheet")).to_have_attribute("data-height", "closed")
    whole = page.locator("#n-2")
    expect(whole).to_be_focused()
    assert is_uncovered(whole.locator(".said"))
    expect(bar).to_contain_text("You are up to date")


def test_what_is_ones_own_is_not_marked_as_unread(visit: Any, author: User, stranger: User) -> None:
    article = factories.article("The train stops once.")
    mine = factories.annotation(article, stranger, "Mine alone.", words="stops once")
    answered = factories.annotation(article, stranger, "Mine, answered.", words="The train")
    annotating.reply(by=author, to=answered, body="An answer.")
    page = visit(stranger)
    page.goto(f"{article.get_absolute_url()}#n-{answered.thread.key}")
    expect(page.get_by_role("button", name="Mark as unread")).to_have_count(1)
    page.locator(f"#s-{mine.thread.key}").click()
    expect(page.locator(f"#n-{mine.thread.key}")).to_be_focused()
    expect(page.get_by_role("button", name="Mark as unread")).to_have_count(0)


def test_on_a_phone_nothing_counts_as_read_in_a_sheet_that_is_closed(
    visit: Any, came_back: Article, stranger: User
) -> None:
    page = visit(stranger, width=390, height=844, has_touch=True)
    page.clock.install()
    bar = opened(page, came_back)
    page.keyboard.press("Shift")  # somebody is there
    page.clock.run_for(40_000)
    expect(bar).to_contain_text("3 new")
    assert unread_in([came_back], stranger) == {came_back.pk: 3}


def test_the_way_on_is_offered_until_one_is_there(
    visit: Any, came_back: Article, stranger: User
) -> None:
    block = came_back.standing.blocks.get(number=9)
    catching_up.mark_seen(came_back, {}, by=stranger, block_key=block.key)
    page = visit(stranger)
    opened(page, came_back)
    way = page.get_by_role("link", name="Continue at ¶ 9")
    way.click()
    expect(page.locator(f"#p-{block.key}")).to_be_in_viewport()
    expect(way).to_have_count(0)
    page.goto(f"{came_back.get_absolute_url()}#n-1")
    page.reload()
    expect(page.get_by_role("region", name="New", exact=True)).to_be_visible()
    expect(way).to_have_count(0)


def test_the_count_of_notices_follows_what_was_read(visit: Any, author: User) -> None:
    reader = factories.person("rea")
    article = factories.article()
    mine = factories.annotation(article, reader, "Why?")
    catching_up.visit(article, by=reader)
    annotating.reply(by=author, to=mine, body="Because.")
    page = visit(reader)
    page.goto(article.get_absolute_url())
    bell = page.get_by_role("link", name="Notices")
    expect(bell).to_contain_text("1 new")
    expect(page.get_by_role("region", name="New", exact=True)).to_be_visible()
    page.keyboard.press("n")
    expect(page.locator(":focus")).to_contain_text("Because.")
    expect(bell).not_to_contain_text("new")
