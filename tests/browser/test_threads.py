"""A thread beside the text: one word to it, the rest of it, its end; by hand and by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from annotations import annotating
from annotations.models import Annotation, Reaction, Thread
from articles.models import Article
from ncr.accounts.models import User
from tests import factories
from tests.browser import hands
from tests.browser.conftest import Visit
from tests.browser.seeing import is_uncovered

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "work"])


@pytest.fixture
def ada(transactional_db: None) -> User:
    return factories.person("ada", display_name="Ada Reader")


@pytest.fixture
def note(ada: User) -> Annotation:
    """With six replies, of which a card brings three."""
    bo = factories.person("bo", display_name="Bo Second")
    note = factories.annotation(factories.article(), ada, "The opening words.")
    for number in range(6):
        annotating.reply(by=(bo, ada)[number % 2], to=note, body=f"Answer {number}.")
    return note


def article_of(note: Annotation) -> Article:
    found: Article = note.thread.article
    return found


def test_a_word_the_rest_and_the_end(visit: Visit, note: Annotation, ada: User) -> None:
    bo = visit(User.objects.get(username="bo"))
    bo.goto(article_of(note).get_absolute_url() + "#n-1")
    card = bo.locator("#n-1")
    agree = card.locator(":scope > .acts").get_by_role("button", name="Agree")
    expect(agree).to_have_attribute("aria-pressed", "false")
    agree.focus()
    bo.keyboard.press("Space")
    expect(agree).to_have_text("Agree 1")
    expect(agree).to_have_attribute("aria-pressed", "true")
    hands.more(card, "Ada Reader")
    expect(card.locator(".more-slot .reacted")).to_contain_text("Bo Second")
    card.get_by_role("button", name="Thanks").click()
    expect(card.locator(":scope > .acts").first).to_contain_text("Thanks 1")
    assert sorted(Reaction.objects.values_list("kind", flat=True)) == ["agree", "thanks"]
    bo.keyboard.press("Escape")
    expect(card.locator(".more-slot")).to_have_count(0)

    card.get_by_role("link", name="3 more replies, from Ada Reader, Bo Second").click()
    expect(card.get_by_text("Answer 5.")).to_be_visible()
    expect(card.locator(".reply", has_text="Answer 3.")).to_be_focused()

    page = visit(ada)
    page.goto(article_of(note).get_absolute_url() + "#n-1")
    hands.more(page.locator("#n-1"), "Ada Reader")
    page.get_by_role("link", name="Resolve").click()
    page.get_by_label("Why is it settled?").fill("It stands in the text.")
    page.get_by_role("button", name="Mark as resolved").click()
    line = page.locator("#n-1 .settled > summary")
    expect(line).to_have_text("Resolved by Ada Reader It stands in the text.")
    expect(page.get_by_text("The opening words.")).to_be_hidden()
    line.click()
    expect(page.get_by_text("The opening words.")).to_be_visible()
    assert Thread.objects.get().is_resolved


@pytest.mark.slow
def test_selected_words_are_quoted_in_the_answer(visit: Visit, note: Annotation) -> None:
    page = visit(User.objects.get(username="bo"))
    page.goto(article_of(note).get_absolute_url() + "#n-1")
    page.locator("#n-1 > .said p").click(click_count=3)
    first, last = page.locator("#n-1 > .acts").get_by_role("link", name="Reply to Ada Reader").all()
    first.click()
    form = hands.composer(page)
    expect(form.get_by_role("heading", name="Reply to Ada Reader")).to_be_visible()
    expect(form.get_by_label("Your note")).to_have_value("> The opening words.\n\n")
    last.click()  # the same answer, and the same form
    expect(form).to_have_count(1)
    expect(form.get_by_label("Your note")).to_be_focused()


@pytest.mark.slow
def test_without_scripts(visit: Visit, note: Annotation) -> None:
    page = visit(User.objects.get(username="bo"), scripts=False)
    page.goto(article_of(note).get_absolute_url())
    page.locator("#n-1 > .acts").get_by_role("link", name="Agree").click()
    page.get_by_role("button", name="Agree", exact=True).click()
    expect(page.locator("#n-1 > .reacted")).to_contain_text("Bo Second")
    expect(page.locator("#n-1 > .acts .is-mine")).to_have_text("Agree 1, yours")
    page.goto(article_of(note).get_absolute_url())
    page.get_by_role("link", name="3 more replies").click()
    expect(page.get_by_text("Answer 5.")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_what_was_posted_deep_in_a_thread_is_in_view_and_says_so(
    visit: Visit, note: Annotation, width: int
) -> None:
    bo = User.objects.get(username="bo")
    for number in range(70):  # more than an answer to a post brings
        annotating.reply(by=bo, to=note, body=f"One of many, {number}.")
    page = visit(bo, width=width, height=844)
    page.goto(article_of(note).get_absolute_url() + "#n-1")
    card = page.locator("#n-1")
    rest = card.locator("a[data-rest]")
    for _ in range(4):
        asked = rest.get_attribute("data-rest")
        rest.dblclick()
        expect(card.locator(f'a[data-rest="{asked}"]')).to_have_count(0)
        expect(card.locator(".reply:focus")).to_have_count(1)
    reply = card.locator(".reply", has_text="One of many, 60.").last
    reply.get_by_role("link", name="Reply to Bo Second").click()
    form = hands.composer(page)
    hands.write(form, "Said far down.")
    hands.post(form, "Post reply")
    mine = card.locator(".reply", has_text="Said far down.").last
    expect(mine).to_be_focused()
    expect(mine.locator(":scope > .card-head .tag")).to_have_text("Posted")
    expect(page.get_by_role("status").filter(has_text="Posted")).to_have_count(1)
    assert is_uncovered(mine.locator(":scope > .card-head"))
    assert is_uncovered(mine.locator(":scope > .said"))


def test_on_a_phone_the_answer_to_a_report_is_in_view(visit: Visit, note: Annotation) -> None:
    for number in range(20):
        annotating.reply(by=note.author, to=note, body=f"One of many, {number}. " * 8)
    bo = User.objects.get(username="bo")
    page = visit(bo, width=390, height=700)
    page.goto(article_of(note).get_absolute_url() + "#n-1")
    card = page.locator("#n-1")
    card.locator("a[data-rest]").click()
    reply = card.locator(".reply", has_text="One of many, 15.").last
    hands.more(reply, "Ada Reader")
    reply.get_by_role("link", name="Report", exact=True).click()
    reply.get_by_role("radio", name="Off topic").check()
    reply.get_by_role("button", name="Send the report").click()
    told = reply.locator(".report-slot p")
    expect(told).to_contain_text("Moderators will look at it")
    assert is_uncovered(told)
    expect(page.get_by_role("status").filter(has_text="Moderators")).to_have_count(1)
