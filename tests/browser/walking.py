"""The steps of the main job, as people take them, with scripts or without."""

from __future__ import annotations

import re
from io import StringIO

from django.core.management import call_command
from playwright.sync_api import Locator, Page, expect

from annotations.models import Anchor
from ncr.accounts.models import User
from tests.browser import hands

PASTED = """The ferry and the ice

By Ada Example

The bridge was closed in the winter of 1998, and for a year nobody crossed it.

Two ferries took its place. They ran until the ice came, which was in January.

In spring the ice went, and the ferries came back before the swallows did.
"""
WORDS = "until the ice came"
OPENING = "This is **not** what the [harbour book](https://example.org/book) says."
EDITED = "The harbour book says *February*."


def sign_in_by_link(page: Page, user: User) -> None:
    printed = StringIO()
    call_command("sign_in_link", user.username, stdout=printed)
    page.goto(re.sub(r"^https?://[^/]+", "", printed.getvalue().strip()))
    page.get_by_label("Display name").fill("Ruth Root")
    page.get_by_label("Password", exact=True).fill("herring-in-the-harbour")
    page.get_by_label("Password, once more").fill("herring-in-the-harbour")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Good to see you", level=1)).to_be_visible()


def import_text(page: Page) -> str:
    """Pastes, looks at what was recognised, publishes; answers the address of the article."""
    page.goto("/admin/articles/article/")
    page.get_by_role("link", name="Import a text").click()
    page.get_by_label("Or paste a text").fill(PASTED)
    page.get_by_role("button", name="Look at what is recognised").click()
    expect(page.get_by_role("textbox", name="Title")).to_have_value("The ferry and the ice")
    expect(page.get_by_label("Byline", exact=True)).to_have_value("Ada Example")
    expect(page.locator(".piece:not(.is-left-out)")).to_have_count(3)
    page.get_by_role("button", name="Publish").first.click()
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


def see_versions(page: Page) -> None:
    page.get_by_role("link", name="edited").click()
    expect(page.get_by_role("heading", name="Versions")).to_be_visible()
    expect(page.get_by_text("Version 2")).to_be_visible()
    expect(page.locator("del").first).to_be_visible()
    expect(page.locator("ins").filter(has_text="February")).to_be_visible()


def withdraw(page: Page) -> None:
    hands.more(page)
    page.get_by_role("link", name="Withdraw").click()
    expect(page.get_by_role("heading", name="Withdraw this?")).to_be_visible()
    page.get_by_role("button", name="Withdraw").click()
    expect(page.get_by_text("The author withdrew this note.")).to_be_visible()
