"""A form that is not taken says why, and gives every word back; with scripts and without."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from annotations import annotating
from annotations.models import Anchor, Annotation
from articles.models import Article
from ncr.accounts.models import User
from tests import factories
from tests.browser import hands
from tests.browser.conftest import Visit, sign_in

TYPED = "A thought that took a while."
WORDS = "train stops"


def to_the_form(page: Page, article: Article) -> None:
    """By the paragraph's number and its page, as one goes without scripts."""
    page.goto(article.get_absolute_url())
    # by keyboard: under the mouse, where scripts run, the button to annotate stands in its place
    page.locator("#main").get_by_role("link", name="Paragraph 2", exact=True).press("Enter")
    page.get_by_role("link", name="Annotate this paragraph").click()


def test_without_scripts_a_lost_session_loses_no_word(
    visit: Visit, watch: Any, article: Article, ada: User
) -> None:
    watch.expect(401, 403)
    page = visit(ada, scripts=False)
    to_the_form(page, article)
    page.get_by_label("The words you mean").fill(WORDS)
    page.get_by_label("Your note").fill(TYPED)
    page.get_by_label("Topics").fill("Harbours, Ice roads")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Post").click()
    expect(page.get_by_role("heading", name="Not sent")).to_be_visible()
    expect(page.get_by_label("What you wrote")).to_have_value(TYPED)
    with page.expect_popup() as opening:
        page.get_by_role("link", name="Sign in (opens in a new tab)").click()
    sign_in = opening.value
    sign_in.get_by_label("User name or mail address").fill("ada")
    sign_in.get_by_label("Password").fill("pass-word-1")
    sign_in.get_by_role("button", name="Sign in", exact=True).click()
    expect(sign_in.get_by_role("button", name="Post")).to_be_visible()
    # Signing in changed the token, so the first press only brings a fresh one
    page.get_by_role("button", name="Send again").click()
    page.get_by_role("button", name="Send again").click()
    expect(page.get_by_role("article", name="Comment")).to_contain_text(TYPED)
    expect(page.get_by_role("link", name="Ice roads")).to_be_visible()
    assert Anchor.objects.get().quote == WORDS


def test_without_scripts_and_without_any_cookie_one_is_told_of_being_signed_out(
    visit: Visit, watch: Any, article: Article, ada: User, base_url: str
) -> None:
    watch.expect(401, 403)
    page = visit(ada, scripts=False)
    to_the_form(page, article)
    page.get_by_label("The words you mean").fill(WORDS)
    page.get_by_label("Your note").fill(TYPED)
    page.context.clear_cookies()
    page.get_by_role("button", name="Post").click()
    expect(page.get_by_role("alert")).to_contain_text("You were signed out")
    expect(page.get_by_role("link", name="Sign in (opens in a new tab)")).to_be_visible()
    expect(page.get_by_label("What you wrote")).to_have_value(TYPED)
    sign_in(page.context, ada, base_url)
    page.get_by_role("button", name="Send again").click()
    expect(page.get_by_role("article", name="Comment")).to_contain_text(TYPED)
    assert Anchor.objects.get().quote == WORDS


@pytest.mark.parametrize(
    ("words", "body", "says"),
    [
        (WORDS, "", "Write something"),
        ("words that are not there", TYPED, "not in the paragraph"),
        ("s", TYPED, "more than once"),
        (WORDS, TYPED * (1 + settings.BODY_LIMIT // len(TYPED)), "20,?000"),
    ],
    ids=["empty", "no such words", "words twice", "too long"],
)
def test_without_scripts_a_refusal_stands_at_its_field(
    visit: Visit, watch: Any, article: Article, ada: User, words: str, body: str, says: str
) -> None:
    import re

    watch.expect(422)
    page = visit(ada, scripts=False)
    to_the_form(page, article)
    page.get_by_label("The words you mean").fill(words)
    page.get_by_label("Your note").fill(body)
    page.get_by_label("Who may read it").select_option("Members")
    page.get_by_role("button", name="Post").click()
    expect(page.get_by_text(re.compile(says))).to_be_visible()
    expect(page.get_by_label("The words you mean")).to_have_value(words)
    expect(page.get_by_label("Your note")).to_have_value(body)
    expect(page.get_by_label("Who may read it")).to_have_value("members")
    assert not Annotation.objects.exists()


def test_without_scripts_two_edits_at_once_show_both(
    visit: Visit, watch: Any, article: Article, ada: User
) -> None:
    watch.expect(409)
    own = factories.annotation(article, ada, "First words.")
    page = visit(ada, scripts=False)
    page.goto(own.thread.get_absolute_url())
    hands.more(page)
    page.get_by_role("link", name="Edit").click()
    page.get_by_label("Your note").fill("My words.")
    annotating.edit(own, by=ada, body="Words of the other window.", version=1)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Words of the other window.")).to_be_visible()
    expect(page.get_by_label("Your note")).to_have_value("My words.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".said").first).to_have_text("My words.")


def test_the_form_of_a_page_takes_typed_words(visit: Visit, article: Article, ada: User) -> None:
    page = visit(ada)
    to_the_form(page, article)
    page.get_by_label("The words you mean").fill(WORDS)
    form = hands.composer(page)
    hands.write(form, TYPED)
    hands.post(form)
    expect(page.get_by_role("article", name="Comment")).to_contain_text(TYPED)
    assert Anchor.objects.get().quote == WORDS


def test_the_form_of_a_page_takes_the_whole_paragraph(
    visit: Visit, article: Article, ada: User
) -> None:
    page = visit(ada)
    to_the_form(page, article)
    form = hands.composer(page)
    hands.write(form, TYPED)
    hands.post(form)
    expect(page.get_by_role("article", name="Comment")).to_contain_text(TYPED)
    assert Anchor.objects.get().is_whole_block


def test_words_that_are_not_there_are_refused_at_their_field(
    visit: Visit, watch: Any, article: Article, ada: User
) -> None:
    watch.expect(422)
    page = visit(ada)
    to_the_form(page, article)
    page.get_by_label("The words you mean").fill("words that are not there")
    form = hands.composer(page)
    hands.write(form, TYPED)
    hands.post(form)
    expect(page.get_by_text("not in the paragraph")).to_be_visible()
    expect(form.get_by_label("Your note")).to_have_value(TYPED)
    assert not Annotation.objects.exists()


@pytest.mark.parametrize("answer", [500, 502])
def test_a_broken_server_takes_no_word(
    visit: Visit, watch: Any, article: Article, ada: User, answer: int
) -> None:
    watch.expect(answer)
    page = visit(ada)
    page.goto(article.get_absolute_url())
    form = hands.annotate(page, WORDS)
    hands.write(form, TYPED)
    endpoint = "**/api/articles/*/threads"
    page.route(endpoint, lambda route: route.fulfill(status=answer, body="<h1>broken</h1>"))
    hands.post(form)
    expect(form.get_by_text("the site did not answer")).to_be_visible()
    page.reload()
    page.get_by_role("button", name="Continue").click()
    expect(hands.composer(page).get_by_label("Your note")).to_have_value(TYPED)


def test_a_note_that_is_too_long_stays_in_its_field(
    visit: Visit, watch: Any, article: Article, ada: User
) -> None:
    watch.expect(413, 422)
    long = "A long thought. " * (1 + settings.BODY_LIMIT // 16)
    page = visit(ada)
    page.goto(article.get_absolute_url())
    form = hands.annotate(page, WORDS)
    hands.write(form, long)
    hands.post(form)
    field = form.get_by_label("Your note")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_value(long)
    assert not Annotation.objects.exists()


def test_a_page_of_an_error_is_no_preview(
    visit: Visit, watch: Any, article: Article, ada: User
) -> None:
    """Its fields would else stand among the form's own, and be sent for them."""
    watch.expect(502)
    page = visit(ada)
    page.goto(article.get_absolute_url())
    form = hands.annotate(page, WORDS)
    broken = '<!doctype html><title>x</title><main><input name="body" value="theirs"></main>'
    page.route("**/markdownx/**", lambda route: route.fulfill(status=502, body=broken))
    hands.write(form, TYPED)
    expect(form.get_by_text("No preview came")).to_have_count(1)
    expect(form.locator("input[name=body]")).to_have_count(0)
    page.unroute("**/markdownx/**")
    hands.post(form)
    expect(page.get_by_role("article", name="Comment 1")).to_contain_text(TYPED)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_note_that_is_too_long_is_told_so_and_kept_whole(
    visit: Visit, watch: Any, article: Article, ada: User, scripts: bool
) -> None:
    """A browser would cut it where the page named the limit, and say nothing."""
    watch.expect(413, 422)  # by JSON, and by form
    long = "All of it. " + "x" * settings.BODY_LIMIT
    page = visit(ada, scripts=scripts)
    to_the_form(page, article)
    page.wait_for_load_state("networkidle")
    page.get_by_label("Your note").fill(long)
    page.get_by_role("button", name="Post").click()
    expect(page.get_by_text(re.compile("at most 20,?000 characters"))).to_be_visible()
    expect(page.get_by_label("Your note")).to_have_value(long)
    assert not Annotation.objects.exists()
