"""A reply is moved from the review queue to where it belongs, by the page in the admin."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from annotations import moderating
from annotations.models import Annotation, ReviewItem
from articles.models import Article
from ncr.accounts.models import User
from tests import factories
from tests.annotations.branches import Case, build
from tests.browser.conftest import Visit
from tests.browser.test_pages import faults


@pytest.fixture
def case(article: Article, ada: User) -> Case:
    """In an article of its own."""
    return build(ada, factories.person("sven", display_name="Sven Stranger"))


def from_the_queue(page: Page, case: Case) -> ReviewItem:
    moderating.report(case.reply, by=case.first.author, reason="off-topic")
    item = ReviewItem.objects.get()
    page.goto(f"/admin/annotations/reviewitem/{item.pk}/change/?cause=off-topic")
    page.get_by_role("link", name="Move to another thread").click()
    expect(page.get_by_role("heading", name="Move to another thread")).to_be_visible()
    return item


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_a_reply_is_moved_from_the_queue_and_read_there(
    visit: Visit, watch: Any, case: Case, width: int, scheme: Any
) -> None:
    watch.expect(422)
    page = visit(factories.moderator("noor"), width=width, color_scheme=scheme)
    item = from_the_queue(page, case)
    expect(page.get_by_text("1 answer to it goes along.")).to_be_visible()
    assert faults(page, "the page") == []

    page.get_by_label("What it answers from now on").fill("note 77")
    page.get_by_label("Reason").fill("It answers the second note.")
    page.get_by_role("button", name="Move it").click()
    expect(page.get_by_text("Look it up in the article.")).to_be_visible()
    expect(page.get_by_label("What it answers from now on")).to_have_value("note 77")
    expect(page.get_by_label("Reason")).to_have_value("It answers the second note.")
    assert faults(page, "refused") == []

    page.get_by_label("What it answers from now on").fill("")
    page.get_by_role("radio", name="About the second.").check()
    page.get_by_role("button", name="Move it").click()
    expect(page.get_by_text("It stands in thread 2 now.")).to_be_visible()
    expect(page).to_have_url(
        f"{page.url.split('/admin')[0]}/admin/annotations/reviewitem/{item.pk}/change/"
        "?cause=off-topic"
    )
    expect(page.locator(".judged")).to_contain_text(case.reply.body)
    expect(page.get_by_text("moved (thread 1 to 2)")).to_be_visible()

    reader = visit(case.reply.author)
    reader.goto("/notices/")
    told = "Your reply was moved to another thread"
    expect(reader.get_by_role("link", name=told, exact=True)).to_be_visible()
    expect(reader.get_by_text("It answers the second note.")).to_be_visible()
    reader.goto(case.article.get_absolute_url())
    second = reader.get_by_role("article", name="Comment 2")
    expect(second).to_contain_text(case.reply.body)
    expect(second).to_contain_text(case.answer.body)
    expect(reader.get_by_role("article", name="Comment 1")).not_to_contain_text(case.reply.body)


def test_without_scripts_by_the_address_of_a_reply(visit: Visit, case: Case) -> None:
    noise = Annotation.objects.get(body="Noise that was there.")
    page = visit(factories.moderator("noor"), scripts=False)
    page.goto(f"/admin/annotations/thread/{case.first.thread_id}/change/")
    page.locator(f"#a-{case.reply.uuid}").get_by_role("link", name="move").click()
    site = page.url.split("/admin")[0]
    page.get_by_label("What it answers from now on").fill(site + noise.get_absolute_url())
    page.get_by_role("button", name="Move it").click()
    expect(page.get_by_text("It stands in thread 2 now.")).to_be_visible()
    page.goto(case.reply.get_absolute_url())
    expect(page.locator('[aria-current="true"]')).to_contain_text(case.reply.body)
    expect(page.locator("main")).to_contain_text("Noise that was there.")
