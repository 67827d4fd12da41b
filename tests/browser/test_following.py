"""One revision from its first letter to its last consequence: edit, publish, ledger, confirm."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from annotations.models import Placement
from annotations.revised import tell_authors
from tests import factories
from tests.browser.conftest import Visit
from tests.browser.test_moderating import go, to_field
from tests.browser.test_revising import admin, editor, figure

TEXT = """The ferry crosses every twenty minutes, and the captain waits for nobody.

The fare has been two pennies since the bridge was taken down.

Dogs travel free if they are carried.

The landing is repaired each spring by the people of both banks.
"""
WAITS, DOGS, LANDING = "the captain waits for nobody", "Dogs travel free", "repaired each spring"
REVISED = (
    TEXT.replace(WAITS, "the captain has been known to wait for the doctor")
    .replace("Dogs travel free if they are carried.\n\n", "")
    .replace("The fare", "A new toll house stands on the hill.\n\nThe fare")
)


@pytest.mark.slow
def test_a_note_is_followed_from_the_edit_to_its_confirmation(
    visit: Visit, transactional_db: None, watch: Any
) -> None:
    ada = factories.person("ada", display_name="Ada Author")
    article = factories.article(TEXT, title="The ferry")
    notes = [
        factories.annotation(article, ada, f"About {words}.", words=words)
        for words in (WAITS, DOGS, LANDING)
    ]

    page = visit(editor("ed"))
    page.goto(admin(article))
    go(page, "Revise")
    page.get_by_label("Text").fill(REVISED)
    go(page, "See what changes", "button")
    for label in ("Stay as they are", "Need confirming", "Lose their text"):
        expect(figure(page, label)).to_have_text("1")
    to_field(page, "note")
    page.keyboard.type("The captain, the toll house.")
    go(page, "Publish", "button")
    expect(page.get_by_text("It is published.")).to_be_visible()
    article.refresh_from_db()
    tell_authors.call(article.current_revision_id)

    reader = visit(ada)
    reader.goto("/notices/")
    reader.get_by_role("link", name="The ferry").first.click()
    expect(reader.get_by_text(WAITS).first).to_be_visible()

    reader.goto(f"{article.get_absolute_url()}history/")
    newest = reader.locator("#r-2")
    expect(newest).to_contain_text("The captain, the toll house.")
    for label in ("stayed", "need a look", "lost their passage"):
        found = newest.locator(".figures div").filter(has_text=label).locator("dd")
        expect(found).to_have_text("1")
    newest.get_by_role("link", name="What happened to each note").click()
    expect(reader.get_by_role("main")).to_contain_text(DOGS)
    reader.go_back()
    newest.get_by_role("link", name="Compare with revision 1").click()
    expect(reader.locator("ins").filter(has_text="toll house").first).to_be_visible()

    reader.goto(article.get_absolute_url())
    card = reader.locator(f"#n-{notes[0].thread.key}")
    changed = card.locator("details.changed")
    changed.locator("summary").click()
    expect(changed.locator("del").first).to_be_visible()
    changed.get_by_role("link", name="Look at its place").click()
    reader.get_by_role("button", name="Yes, it stands where it belongs").click()
    expect(reader.get_by_text("Somebody confirmed that it stands here.")).to_be_visible()
    now = Placement.objects.current().get(anchor__annotation=notes[0])
    assert (now.outcome, now.review, now.reviewed_by) == ("edited", "confirmed", ada)
