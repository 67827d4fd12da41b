"""The main job from end to end, as people do it: with a mouse, and again without JavaScript."""

from __future__ import annotations

import re
from io import StringIO

import pytest
from django.core.management import call_command
from playwright.sync_api import Locator, Page, expect

from annotations.models import Anchor
from ncr.accounts.models import User
from tests import factories
from tests.browser import hands
from tests.browser.conftest import Visit

PASTED = """The ferry and the ice

By Ada Example

The bridge was closed in the winter of 1998, and for a year nobody crossed it.

Two ferries took its place. They ran until the ice came, which was in January.

In spring the ice went, and the ferries came back before the swallows did.
"""
WORDS = "until the ice came"
OPENING = "This is **not** what the [harbour book](https://example.org/book) says."
EDITED = "The harbour book says *February*."


@pytest.fixture
def first_administrator(db: None) -> User:
    return User.objects.create_superuser("admin", password=None)


def sign_in_by_link(page: Page, user: User) -> None:
    printed = StringIO()
    call_command("sign_in_link", user.username, stdout=printed)
    page.goto(re.sub(r"^https?://[^/]+", "", printed.getvalue().strip()))
    page.get_by_label("Display name").fill("Ruth Root")
    page.get_by_label("Password", exact=True).fill("herring-in-the-harbour")
    page.get_by_label("Password, once more").fill("herring-in-the-harbour")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Articles", level=1)).to_be_visible()


def import_text(page: Page) -> str:
    """Pastes, looks at what was recognised, publishes; answers the address of the article."""
    page.goto("/admin/articles/article/")
    page.get_by_role("link", name="Import a text").click()
    page.get_by_label("Paste a text").fill(PASTED)
    page.get_by_role("button", name="Look at what is recognised").click()
    expect(page.get_by_label("Title")).to_have_value("The ferry and the ice")
    expect(page.get_by_label("Byline", exact=True)).to_have_value("Ada Example")
    expect(page.get_by_role("heading", name="3 blocks, as they will be read")).to_be_visible()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("heading", name="The ferry and the ice", level=1)).to_be_visible()
    return page.url


def said(page: Page, words: str) -> Locator:
    """The card or reply on the page that says these words."""
    return page.locator(".card, .reply").filter(has_text=words).last


def first_note() -> Anchor:
    return Anchor.objects.select_related("annotation__thread").get()


def check_place(anchor: Anchor) -> None:
    assert anchor.quote == WORDS
    text = "\n".join(anchor.revision.blocks.order_by("position").values_list("text", flat=True))
    assert text[anchor.start : anchor.end] == WORDS


def read_as_stranger(page: Page, article: str) -> None:
    """The thread's page and the text show the note, its reply and its topics to anybody."""
    page.goto(article)
    mark = page.locator(".prose mark, .prose .hl").filter(has_text=WORDS)
    expect(mark).to_have_text(WORDS)
    page.get_by_role("link", name="Note 1, 2 entries").click()
    card = page.get_by_role("article", name="Comment 1")
    expect(card).to_be_visible()
    expect(card.locator("strong")).to_have_text("not")
    expect(card.get_by_role("link", name="harbour book")).to_be_visible()
    expect(card.get_by_text("So it is; I looked.")).to_be_visible()
    card.get_by_role("link", name="Open the thread").click()
    expect(page.get_by_role("heading", name="Note 1", level=1)).to_be_visible()
    expect(page.locator("mark")).to_have_text(WORDS)
    expect(page.get_by_text("So it is; I looked.")).to_be_visible()
    expect(page.get_by_role("link", name="Ice roads")).to_be_visible()
    page.get_by_role("link", name="Harbours").click()
    expect(page.get_by_role("heading", name="Harbours", level=1)).to_be_visible()
    expect(page.locator("mark")).to_have_text(WORDS)


def read_after_withdrawing(page: Page, thread: str, article: str) -> None:
    """The thread stands: the reply, and a neutral line where the note was; nothing of its words."""
    page.goto(thread)
    expect(page.get_by_text("The author withdrew this note.")).to_be_visible()
    expect(page.get_by_text("So it is; I looked.")).to_be_visible()
    expect(page.get_by_text("harbour book")).to_have_count(0)
    page.goto(article)
    expect(page.get_by_text("The author withdrew this note.")).to_be_visible()
    expect(page.get_by_text("harbour book")).to_have_count(0)


def test_from_import_to_withdrawal(visit: Visit, first_administrator: User) -> None:
    editor = visit()
    sign_in_by_link(editor, first_administrator)
    article = import_text(editor)
    factories.article()  # another text, to hold nothing of this
    ada = visit(factories.person("ada", display_name="Ada Reader"))
    bo = visit(factories.person("bo", display_name="Bo Second"))

    ada.goto(article)
    form = hands.annotate(ada, WORDS)
    expect(form.locator("blockquote")).to_have_text(WORDS)
    hands.write(form, OPENING)
    expect(form.locator(".markdownx-preview strong")).to_have_text("not")
    hands.file_under(form, "Harbours", "Ice roads")
    hands.post(form)
    expect(ada.get_by_role("article", name="Comment 1")).to_contain_text("harbour book")
    check_place(first_note())

    bo.goto(article)
    bo.get_by_role("link", name="Reply to Ada Reader").click()
    form = hands.composer(bo)
    hands.write(form, "So it is; I looked.")
    hands.post(form, "Post reply")
    expect(bo.get_by_role("article", name="Comment 1")).to_contain_text("So it is; I looked.")
    read_as_stranger(visit(), article)

    thread = first_note().annotation.thread.get_absolute_url()
    ada.goto(thread)
    ada.get_by_role("link", name="Edit").click()
    form = hands.composer(ada)
    expect(form.get_by_label("Your note")).to_have_value(OPENING)
    hands.write(form, EDITED)
    hands.post(form, "Save")
    expect(ada.locator(".card em").filter(has_text="February")).to_be_visible()
    see_versions(ada)
    ada.goto(thread)
    withdraw(ada)
    read_after_withdrawing(visit(), thread, article)


def see_versions(page: Page) -> None:
    page.get_by_role("link", name="edited").click()
    expect(page.get_by_role("heading", name="Versions")).to_be_visible()
    expect(page.get_by_text("Version 2")).to_be_visible()
    expect(page.locator("del").first).to_be_visible()
    expect(page.locator("ins").filter(has_text="February")).to_be_visible()


def withdraw(page: Page) -> None:
    page.get_by_role("link", name="Withdraw").click()
    expect(page.get_by_role("heading", name="Withdraw this?")).to_be_visible()
    page.get_by_role("button", name="Withdraw").click()
    expect(page.get_by_text("The author withdrew this note.")).to_be_visible()


def test_from_import_to_withdrawal_without_javascript(
    visit: Visit, first_administrator: User
) -> None:
    editor = visit(scripts=False)
    sign_in_by_link(editor, first_administrator)
    article = import_text(editor)
    ada = visit(factories.person("ada", display_name="Ada Reader"), scripts=False)
    bo = visit(factories.person("bo", display_name="Bo Second"), scripts=False)

    ada.goto(article)
    ada.get_by_role("link", name="Paragraph 2", exact=True).click()
    ada.get_by_role("link", name="Annotate this paragraph").click()
    ada.get_by_label("The words you mean").fill(WORDS)
    ada.get_by_label("Your note").fill(OPENING)
    ada.get_by_label("Topics").fill("Harbours, Ice roads")
    ada.get_by_role("button", name="Post").click()
    expect(ada.get_by_role("article", name="Comment")).to_contain_text("harbour book")
    check_place(first_note())

    bo.goto(article)
    bo.get_by_role("link", name="Reply to Ada Reader").click()
    bo.get_by_label("Your note").fill("So it is; I looked.")
    bo.get_by_role("button", name="Post reply").click()
    expect(said(bo, "So it is; I looked.")).to_be_visible()
    read_as_stranger(visit(scripts=False), article)

    thread = first_note().annotation.thread.get_absolute_url()
    ada.goto(thread)
    ada.get_by_role("link", name="Edit").click()
    ada.get_by_label("Your note").fill(EDITED)
    ada.get_by_role("button", name="Save").click()
    expect(ada.locator(".card em").filter(has_text="February")).to_be_visible()
    see_versions(ada)
    ada.goto(thread)
    withdraw(ada)
    read_after_withdrawing(visit(scripts=False), thread, article)
