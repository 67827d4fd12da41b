"""The main job from end to end, as people do it with a mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from ncr.accounts.models import User
from tests import factories
from tests.browser import hands, walking
from tests.browser.conftest import Visit


@pytest.mark.walk
def test_from_import_to_withdrawal(visit: Visit, first_administrator: User) -> None:
    editor = visit()
    walking.sign_in_by_link(editor, first_administrator)
    article = walking.import_text(editor)
    factories.article()  # another text, to hold nothing of this
    ada = visit(factories.person("ada", display_name="Ada Reader"))
    bo = visit(factories.person("bo", display_name="Bo Second"))

    ada.goto(article)
    form = hands.annotate(ada, walking.WORDS)
    expect(form.locator("blockquote")).to_have_text(walking.WORDS)
    hands.write(form, walking.OPENING)
    expect(form.locator(".markdownx-preview strong")).to_have_text("not")
    hands.file_under(form, "Harbours", "Ice roads")
    hands.post(form)
    expect(ada.get_by_role("article", name="Comment 1")).to_contain_text("harbour book")
    walking.check_place(walking.first_note())

    bo.goto(article)
    bo.get_by_role("link", name="Reply to Ada Reader").click()
    form = hands.composer(bo)
    hands.write(form, "So it is; I looked.")
    hands.post(form, "Post reply")
    expect(bo.get_by_role("article", name="Comment 1")).to_contain_text("So it is; I looked.")
    walking.read_as_stranger(visit(), article)

    thread = walking.first_note().annotation.thread.get_absolute_url()
    ada.goto(thread)
    hands.more(ada)
    ada.get_by_role("link", name="Edit").click()
    form = hands.composer(ada)
    expect(form.get_by_label("Your note")).to_have_value(walking.OPENING)
    hands.write(form, walking.EDITED)
    hands.post(form, "Save")
    expect(ada.locator(".card em").filter(has_text="February")).to_be_visible()
    walking.see_versions(ada)
    ada.goto(thread)
    walking.withdraw(ada)
    walking.read_after_withdrawing(visit(), thread, article)
