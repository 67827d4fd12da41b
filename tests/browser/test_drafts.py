"""Drafts that the site keeps: on another device, in two windows at once, after leaving the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from annotations.models import Annotation, Draft
from articles.models import Article
from ncr.accounts.models import User
from tests.browser import hands
from tests.browser.conftest import Visit

WORDS = "train stops"
TYPED = "A thought that took a while."


def begin(page: Page, article: Article, text: str = TYPED) -> None:
    page.goto(article.get_absolute_url())
    hands.write(hands.annotate(page, WORDS), text)


def test_another_device_goes_on_with_what_was_begun(
    visit: Visit, article: Article, ada: User
) -> None:
    desk = visit(ada)
    begin(desk, article)
    expect(desk.locator(".saved")).to_contain_text("Saved on this site")
    phone = visit(ada, width=390, has_touch=True, is_mobile=True)
    phone.goto(article.get_absolute_url())
    offered = phone.get_by_role("region", name="Unfinished")
    expect(offered).to_contain_text("Unfinished note on ¶ 2")
    offered.get_by_role("button", name="Continue").tap()
    form = hands.composer(phone)
    expect(form.get_by_label("Your note")).to_have_value(TYPED)
    expect(form.locator(".passage")).to_have_text(WORDS)
    hands.post(form)
    expect(phone.get_by_role("article", name="Comment 1")).to_contain_text(TYPED)
    desk.reload()
    expect(desk.get_by_role("article", name="Comment 1")).to_contain_text(TYPED)
    expect(desk.get_by_role("region", name="Unfinished")).to_have_count(0)
    assert not Draft.objects.exists()


@pytest.mark.parametrize("width", [1280, 390])
def test_what_is_told_while_one_types_moves_no_button(
    visit: Visit, article: Article, ada: User, width: int
) -> None:
    page = visit(ada, width=width)
    page.goto(article.get_absolute_url())
    form = hands.annotate(page, WORDS)
    post = form.get_by_role("button", name="Post")
    form.get_by_label("Your note").focus()
    before = post.bounding_box()
    page.keyboard.type("A")
    expect(form.locator(".saved")).to_contain_text("Saved in this browser")
    assert post.bounding_box() == before
    expect(form.locator(".saved")).to_contain_text("Saved on this site")
    assert post.bounding_box() == before


@pytest.mark.slow
def test_two_windows_keep_both(visit: Visit, watch: object, article: Article, ada: User) -> None:
    watch.expect(409)  # type: ignore[attr-defined]
    one, two = visit(ada), visit(ada)
    for page in (one, two):  # both open before anything is saved
        page.goto(article.get_absolute_url())
        hands.annotate(page, WORDS)
    hands.write(hands.composer(one), "From the first window.")
    hands.write(hands.composer(two), "From the second window.")
    expect(one.locator(".saved")).to_contain_text("Saved on this site")
    form = hands.composer(two)
    expect(form.get_by_text("you had written:")).to_be_visible()
    expect(form.locator(".other-draft")).to_contain_text("From the first window.")
    expect(form.get_by_label("Your note")).to_have_value("From the second window.")
    form.get_by_role("button", name="Use this instead").click()
    expect(form.get_by_label("Your note")).to_have_value("From the first window.")
    expect(form.locator(".other-draft")).to_contain_text("From the second window.")
    form.get_by_role("button", name="Drop this").click()
    expect(form.get_by_text("you had written:")).to_have_count(0)


@pytest.mark.slow
def test_leaving_the_page_keeps_it_at_once(visit: Visit, article: Article, ada: User) -> None:
    page = visit(ada)
    begin(page, article)
    assert not Draft.objects.exists()
    page.goto("/articles/")
    for _try in range(20):
        page.goto("/drafts/")
        if Draft.objects.exists():
            break
    page.reload()
    expect(page.get_by_role("main").get_by_text(TYPED, exact=True)).to_be_visible()
    page.get_by_role("link", name="Continue").click()
    form = hands.composer(page)
    expect(form.get_by_label("Your note")).to_have_value(TYPED)
    form.get_by_role("button", name="Discard").click()
    expect(form.get_by_text("Discarded.")).to_be_visible()
    expect(form.get_by_label("Your note")).to_have_value("")
    form.get_by_role("button", name="Undo").click()
    expect(form.get_by_label("Your note")).to_have_value(TYPED)
    form.get_by_role("button", name="Discard").click()
    page.goto("/drafts/")
    expect(page.get_by_text("Nothing is unfinished.")).to_be_visible()


@pytest.mark.slow
def test_signing_out_takes_it_from_this_browser_alone(
    visit: Visit, article: Article, ada: User
) -> None:
    page = visit(ada)
    begin(page, article)
    expect(page.locator(".saved")).to_contain_text("Saved on this site")
    page.goto("/accounts/logout/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in").first).to_be_visible()
    assert page.evaluate("() => Object.keys(localStorage).filter((k) => k.includes('draft'))") == []
    assert Draft.objects.get().fields["body"] == TYPED
    assert not Annotation.objects.exists()
