"""A topic's page in use: following it, its views without scripts; reading it is a visit."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import expect

from annotations import annotating
from annotations.models import Annotation, Topic, TopicReading
from ncr.accounts.models import User
from tests import factories
from tests.browser.conftest import Visit

TEXT = """The ferry left at dawn. Nobody came.

The harbour was closed, and every ferry stayed.
"""


def dossier() -> tuple[User, User, Topic]:
    ada, bo = factories.person("ada"), factories.person("bo")
    for year in (2010, 2011):
        article = factories.article(TEXT, title=f"Of {year}", published=f"{year}-03-01")
        for words in ("ferry left", "harbour"):
            factories.annotation(article, bo, f"On {words}.", words=words, topics=["Ferry"])
    return ada, bo, Topic.objects.get()


def test_what_is_new_is_shown_until_the_page_was_read(visit: Visit, transactional_db: None) -> None:
    ada, bo, topic = dossier()
    page = visit(ada)
    page.clock.install()
    page.goto(topic.get_absolute_url())
    expect(page.get_by_text("Your first visit")).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.clock.run_for(2_000)
    assert not TopicReading.objects.exists()
    with page.expect_response(re.compile("/visit/")) as answer:
        page.clock.run_for(15_000)
    assert answer.value.status == 204
    annotating.reply(by=bo, to=Annotation.objects.earliest("pk"), body="So it is.")
    page.reload()
    expect(page.get_by_text("1 passage with something new since your last visit")).to_be_visible()
    expect(page.locator(".passage-entry .tag.new")).to_have_count(1)
    page.get_by_role("button", name="Mark as seen").click()
    expect(page.get_by_text("Nothing new since your last visit")).to_be_visible()


def test_a_topic_is_followed_by_the_keyboard_and_without_scripts(
    visit: Visit, transactional_db: None
) -> None:
    ada, _bo, topic = dossier()
    page = visit(ada, scripts=False)
    page.goto(topic.get_absolute_url())
    page.get_by_role("button", name="Follow", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("You follow this topic")).to_be_visible()
    page.goto("/topics/")
    followed = page.get_by_role("region", name="Topics you follow")
    followed.get_by_role("link", name="Ferry").click()
    page.get_by_role("button", name="Unfollow").click()
    expect(page.get_by_text("You no longer follow this topic.")).to_be_visible()


def test_each_view_is_a_link(visit: Visit, transactional_db: None, watch: Any) -> None:
    _ada, _bo, topic = dossier()
    page = visit(scripts=False, width=390)
    page.goto(topic.get_absolute_url())
    views = page.get_by_role("navigation", name="Views of this topic")
    views.get_by_role("link", name="Concordance").click()
    expect(page.locator(".kwic tbody tr")).to_have_count(4)
    keywords = page.locator(".kwic td.r b").all()
    lefts = {round((one.bounding_box() or {"x": 0})["x"]) for one in keywords}
    assert len(lefts) == 1  # they are aligned
    page.get_by_role("link", name="Words before").click()
    expect(page.locator(".kwic tbody tr").first).to_contain_text("every")
    views.get_by_role("link", name="Side by side").click()
    expect(page.locator(".side")).to_have_count(2)
    first, second = (one.bounding_box() for one in page.locator(".side").all())
    assert first
    assert second
    assert first["y"] + first["height"] <= second["y"]  # one above the other
    page.get_by_role("searchbox", name="Search within").fill("harbour")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_text("In the paragraphs of its passages")).to_be_visible()
    expect(page.get_by_role("searchbox", name="Search within")).to_have_value("harbour")
