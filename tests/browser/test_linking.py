"""Links between passages: made across two articles, followed there and back, or by hand."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from annotations.models import PassageLink
from articles.models import Article
from ncr.accounts.models import User
from tests import factories
from tests.browser import hands
from tests.browser.conftest import Visit
from tests.browser.test_pages import faults


@pytest.fixture
def article(transactional_db: None) -> Article:
    return factories.article(title="The corridor")


@pytest.fixture
def ada(article: Article) -> User:
    return factories.person("ada", display_name="Ada Reader")


def ends() -> tuple[str, str, str]:
    link = PassageLink.objects.get()
    first = link.annotation.anchors.get(role="target")
    return first.quote, link.relation, link.anchor.quote


def follow_there_and_back(page: Page, article: Article, other: Article) -> None:
    """From the note to the passage that it points at, and from there to the note."""
    page.goto(article.get_absolute_url())
    card = page.locator(".card").filter(has_text="Not what the other says.")
    expect(card.locator(".linked")).to_contain_text("Contradicts")
    expect(card.locator(".linked blockquote")).to_have_text("second train")
    card.get_by_role("link", name="The ferry, ¶ 3").click()
    expect(page.get_by_role("heading", name="The ferry", level=1)).to_be_visible()
    sign = page.locator(".prose").get_by_role("link", name="1 link to this paragraph")
    expect(sign).to_be_visible()
    sign.click()
    section = page.get_by_role("region", name="Linked from elsewhere")
    expect(section).to_contain_text("Contradicted by")
    section.get_by_role("link", name="The corridor", exact=True).click()
    expect(page.get_by_role("heading", name="The corridor", level=1)).to_be_visible()
    expect(page.locator(".card").filter(has_text="Not what the other says.")).to_be_visible()


@pytest.mark.walk
def test_a_link_across_two_articles_and_back(
    visit: Visit, watch: Any, article: Article, ada: User
) -> None:
    other = factories.article(title="The ferry")
    page = visit(ada)
    page.goto(article.get_absolute_url())
    hands.select(page, "stops once")
    page.get_by_role("button", name="Link from here").click()
    told = page.get_by_role("region", name="Link from here")
    expect(told).to_contain_text("Linking from “stops once”")
    # The second passage is looked for in another article
    page.goto(other.get_absolute_url())
    expect(told).to_contain_text("Linking from “stops once”")
    hands.select(page, "second train")
    page.get_by_role("button", name="Point at this").click()
    form = page.locator("form.composer")
    expect(form).to_contain_text("stops once")
    hands.write(form, "Not what the other says.")
    watch.expect(422)
    # What is refused keeps all that was typed
    hands.post(form)
    expect(form).to_contain_text("Say what the one passage is to the other.")
    form.get_by_label("What this passage is to the other").select_option("contradicts")
    assert not faults(page, "compose-link")
    hands.post(form)
    expect(page.locator(".linked")).to_contain_text("Contradicts")
    assert ends() == ("stops once", "contradicts", "second train")
    follow_there_and_back(page, article, other)
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        for address in (article.get_absolute_url(), other.get_absolute_url()):
            page.goto(address)
            page.wait_for_load_state("networkidle")
            assert not faults(page, f"{address} {width}")


def test_within_one_article_the_form_opens_beside_the_text(
    visit: Visit, article: Article, ada: User
) -> None:
    page = visit(ada)
    page.goto(article.get_absolute_url())
    hands.select(page, "stops once")
    page.get_by_role("button", name="Link from here").click()
    hands.select(page, "second train")
    page.get_by_role("button", name="Point at this").click()
    form = hands.composer(page)
    hands.write(form, "One stops, one does not.")
    form.get_by_label("What this passage is to the other").select_option("supports")
    hands.post(form)
    expect(page.locator(".card .linked")).to_contain_text("Supports")
    assert ends() == ("stops once", "supports", "second train")
    # Then words are chosen for a note again
    hands.select(page, "two countries")
    expect(page.get_by_role("toolbar", name="Annotate")).to_be_visible()


@pytest.mark.walk
def test_a_link_without_scripts(visit: Visit, article: Article, ada: User) -> None:
    other = factories.article(title="The ferry")
    page = visit(ada, width=390, scripts=False)
    page.goto(other.get_absolute_url())
    page.locator(".prose").get_by_role("link", name="Paragraph 3").click()
    second = page.url
    page.goto(f"{article.get_absolute_url()}p/{factories.block(article).key}/")
    page.get_by_role("link", name="Annotate this paragraph").click()
    page.get_by_label("The words you mean").fill("stops once")
    page.get_by_label("Your note").fill("Not what the other says.")
    page.get_by_text("Point at another passage").click()
    page.get_by_label("What this passage is to the other").select_option("contradicts")
    page.get_by_label("Address of the other passage").fill(second)
    page.get_by_label("Words of the other passage").fill("second train")
    page.get_by_role("button", name="Post").click()
    expect(page.locator(".linked")).to_contain_text("The ferry")
    assert ends() == ("stops once", "contradicts", "second train")
    follow_there_and_back(page, article, other)
