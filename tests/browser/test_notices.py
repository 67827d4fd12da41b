"""From a reply to its author's inbox and back to the reply: by mouse, keyboard, without scripts."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from annotations import annotating, moderating
from annotations.models import Annotation
from articles.models import SiteRule
from ncr.accounts.models import Notice, User
from tests import factories
from tests.browser.conftest import Visit
from tests.browser.test_pages import wrong_with
from tests.mail import Postbox, text_of


@pytest.fixture
def author(transactional_db: None) -> User:
    return factories.person("author", display_name="Ada Author", email="ada@example.org")


@pytest.fixture
def replier(transactional_db: None) -> User:
    return factories.person("replier", display_name="Rita Replier")


def answer(note: Annotation, by: User, body: str) -> Annotation:
    return annotating.reply(by=by, to=note, body=body)


def bell(page: Page, count: str = "") -> None:
    """What the bar says: "3 new", or the word alone."""
    link = page.get_by_role("banner").get_by_role("link", name="Notices")
    expect(link).to_be_visible()
    expect(link).to_have_accessible_name(f"Notices {count} new" if count else "Notices")


def test_a_reply_is_counted_found_followed_and_read(
    visit: Visit, author: User, replier: User
) -> None:
    note = factories.annotation(factories.article(), author)
    page = visit(author)
    page.goto(note.thread.article.get_absolute_url())
    bell(page)
    reply = answer(note, replier, "Quixotic answer.")
    page.reload()
    bell(page, "1")
    page.get_by_role("banner").get_by_role("link", name="Notices 1 new").click()
    expect(
        page.get_by_role("listitem").filter(has_text="Rita Replier replied to you")
    ).to_have_count(1)
    page.get_by_role("link", name="Go to the reply").click()
    page.wait_for_url(f"**/annotations/{reply.uuid}/")
    expect(page.get_by_text("Quixotic answer.")).to_be_in_viewport()
    bell(page)
    assert Notice.objects.get().read_at is not None


def test_it_goes_by_keyboard_alone_and_nothing_moves(
    visit: Visit, author: User, replier: User
) -> None:
    note = factories.annotation(factories.article(), author)
    for number in range(3):
        answer(note, replier, f"Answer {number}.")
    page = visit(author)
    page.goto("/notices/")
    bell(page, "3")
    page.get_by_role("button", name="Mark all as read").focus()
    for _step in range(5):  # what comes by mail, what is unfinished, sentence, article, reply
        page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Go to the reply").first).to_be_focused()
    page.keyboard.press("Tab")
    button = page.get_by_role("button", name="Mark as read").first
    expect(button).to_be_focused()
    before = button.bounding_box()
    page.evaluate("window.stayed = true")
    page.keyboard.press("Enter")
    again = page.get_by_role("button", name="Mark as unread")
    expect(again).to_be_focused()
    assert (again.bounding_box() or {})["y"] == pytest.approx((before or {})["y"], abs=3)
    bell(page, "2")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Mark as unread")).to_have_count(0)
    bell(page, "3")
    page.get_by_role("button", name="Mark all as read").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Mark as unread")).to_have_count(3)
    expect(page.get_by_role("button", name="Mark all as read")).to_have_count(0)
    bell(page)
    assert page.evaluate("window.stayed")  # the page never went away
    assert not Notice.objects.filter(read_at=None).exists()


def test_all_of_it_goes_without_scripts(visit: Visit, author: User, replier: User) -> None:
    note = factories.annotation(factories.article(), author)
    for number in range(2):
        answer(note, replier, f"Answer {number}.")
    page = visit(author, scripts=False)
    page.goto("/articles/")
    bell(page, "2")
    page.get_by_role("banner").get_by_role("link", name="Notices").click()
    page.get_by_role("button", name="Mark as read").first.click()
    bell(page, "1")
    page.get_by_role("button", name="Mark all as read").click()
    bell(page)
    page.get_by_role("button", name="Mark as unread").last.click()
    bell(page, "1")
    page.get_by_role("link", name="Rita Replier replied to you").last.click()
    expect(page.get_by_text("Answer 0.")).to_be_visible()
    bell(page)
    page.goto("/accounts/notices/")
    page.get_by_label("A reply to me").uncheck()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    expect(page.get_by_label("A reply to me")).not_to_be_checked()
    expect(page.get_by_label("What came of my report")).to_be_checked()


def test_from_a_mail_to_the_reply_and_from_another_to_no_more_mail(
    visit: Visit, author: User, replier: User, smtp: Postbox
) -> None:
    note = factories.annotation(factories.article(), author)
    answer(note, replier, "Quixotic answer.")
    (text,) = smtp.texts()
    page = visit(author)
    page.goto(link_in(text, "/notices/"))
    expect(page.get_by_text("Quixotic answer.")).to_be_visible()
    elsewhere = visit()  # another browser, in which nobody is signed in
    elsewhere.goto(link_in(text, "/notices/off/"))
    elsewhere.get_by_role("button", name="Switch it off").click()
    expect(elsewhere.get_by_role("heading", name="Switched off")).to_be_visible()
    answer(note, replier, "And again.")
    assert len(smtp.letters) == 1
    page.goto("/notices/")
    expect(page.get_by_text("And again.")).to_be_visible()
    assert "<p>Quixotic answer.</p>" in text_of(smtp.letters[0], "html")


def link_in(text: str, path: str) -> str:
    """The first address in a mail that begins with a path, on the server of the test."""
    line = next(
        line for line in text.splitlines() if line.startswith(f"http://localhost:8000{path}")
    )
    return line.removeprefix("http://localhost:8000")


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_the_count_is_in_the_bar_as_long_as_something_waits(
    visit: Visit, author: User, replier: User, width: int
) -> None:
    note = factories.annotation(factories.article(), author)
    page = visit(author, width=width)
    page.goto("/articles/")
    link = page.locator("[data-notices]")
    expect(link).to_have_accessible_name("Notices")
    answer(note, replier, "Quixotic answer.")
    for address in ("/articles/", note.thread.article.get_absolute_url()):
        page.goto(address)
        expect(link).to_be_visible()
        expect(link).to_have_accessible_name("Notices 1 new")
    link.click()
    expect(page.get_by_text("Quixotic answer.")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(640, "light"), (360, "dark")])
def test_a_mail_is_readable_in_both_schemes(
    visit: Visit, author: User, replier: User, smtp: Postbox, width: int, scheme: Any
) -> None:
    note = factories.annotation(factories.article(title="Wort" * 20), author)
    answer(note, replier, "A [link](/articles/), `code`.\n\n> " + "Donaudampfschiff" * 8)
    moderating.hide(note, by=factories.moderator(), reason="x" * 99, rule=SiteRule.objects.first())
    for letter in smtp.letters:
        page = visit(width=width, color_scheme=scheme)
        page.set_content(text_of(letter, "html"))
        assert wrong_with(page) == []
    assert len(smtp.letters) == 2
