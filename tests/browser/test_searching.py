"""Searching as a person does it: from the bar, by keyboard, on a phone, without scripts."""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import Page, expect

from annotations import annotating
from annotations.samples.loading import load_samples
from articles.models import Article
from tests import factories
from tests.browser.conftest import Visit, Watch

PICTURES = os.environ.get("NCR_SEARCH_PICTURES")


def picture(page: Page, name: str) -> None:
    """Keeps a picture where one is wanted, to be looked at."""
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def test_from_the_bar_by_keyboard_to_the_passage(visit: Visit, transactional_db: None) -> None:
    load_samples()
    article = Article.objects.get(slug="cfe-linkage")
    ada = factories.person("ada", display_name="Ada Reader")
    note = factories.annotation(article, ada, "Zephyrous, I would say.", words="counting")
    annotating.reply(by=ada, to=note, body="Less zephyrous by now.")
    page = visit()
    page.goto(article.get_absolute_url())
    field = page.get_by_role("search").get_by_label("Search")
    field.focus()
    page.keyboard.type("zephyrous")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/search/?q=zephyrous")
    expect(page.get_by_text("Nothing that you can read answers this.")).to_be_visible()
    page.get_by_role("region", name="What was found").get_by_role("link", name="Notes").focus()
    page.keyboard.press("Enter")
    hits = page.get_by_role("article")
    expect(hits).to_have_count(2)
    opening, answer = hits.filter(has_text="I would say"), hits.filter(has_text="by now")
    expect(opening.locator("mark")).to_have_text("Zephyrous")
    page.get_by_text("Narrow it down").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Person, by user name").fill("ada")
    page.keyboard.press("Enter")
    expect(page.get_by_role("list", name="Narrowed down to")).to_contain_text("ada")
    expect(hits).to_have_count(2)
    opening.get_by_role("link", name="of the text").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_contain_text("counting")
    page.go_back()
    answer.get_by_role("heading").get_by_role("link").click()
    expect(page).to_have_url(f"/annotations/{note.replies.get().uuid}/")
    expect(page.get_by_text("Less zephyrous by now.")).to_be_visible()


def test_on_a_phone_without_scripts(visit: Visit, transactional_db: None) -> None:
    load_samples()
    page = visit(width=390, scripts=False)
    page.goto("/articles/")
    page.get_by_role("link", name="Search").click()
    page.get_by_label("Words to look for").fill("treaty")
    page.get_by_role("button", name="Search").click()
    hits = page.get_by_role("article")
    expect(hits.first.locator("mark").first).to_be_visible()
    page.get_by_role("navigation", name="What to look through").get_by_role(
        "link", name="Notes"
    ).click()
    expect(hits.first.locator("mark").first).to_be_visible()
    page.get_by_role("link", name="Newest first").click()
    page.get_by_text("Narrow it down").click()
    page.get_by_label("Article").select_option("cfe-linkage")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("list", name="Narrowed down to")).to_contain_text("cfe-linkage")
    expect(page.get_by_role("link", name="Newest first")).to_have_attribute("aria-current", "true")
    page.get_by_role("link", name="Take out").click()
    expect(page.get_by_role("list", name="Narrowed down to")).to_have_count(0)


def test_what_was_typed_wrongly_stands_there_with_the_reason(
    visit: Visit, watch: Watch, transactional_db: None
) -> None:
    watch.expect(422)
    page = visit()
    page.goto("/search/?q=-only&kind=notes")
    field = page.get_by_label("Words to look for")
    expect(field).to_have_value("-only")
    expect(page.get_by_role("alert")).to_contain_text("Say also what to look for")
    field.fill("\"<b>bold</b>\" & 'x'")
    field.press("Enter")
    expect(page.get_by_text("Nothing that you can read answers this.")).to_be_visible()
    expect(page.get_by_label("Words to look for")).to_have_value("\"<b>bold</b>\" & 'x'")


def test_pictures_of_every_state(visit: Visit, watch: Watch, transactional_db: None) -> None:
    """Nothing runs over at any width, whatever is found."""
    watch.expect(422)
    load_samples()
    article = Article.objects.get(slug="cfe-linkage")
    ada = factories.person("ada" + "x" * 60, display_name="Ada " + "Donaudampfschiff" * 4)
    factories.annotation(article, ada, "treaty" + "verylongword" * 20, words="counting")
    factories.annotation(article, ada, "The treaty, to myself.", words=None, audience="me")
    addresses = {
        "empty": "/search/",
        "texts": "/search/?q=treaty",
        "notes": "/search/?q=treaty&kind=notes&order=newest",
        "narrowed": f"/search/?q=treaty&kind=notes&article=cfe-linkage&person={ada.username}",
        "topics": "/search/?q=treaty&kind=topics",
        "people": "/search/?q=ada&kind=people",
        "nothing": "/search/?q=absent&kind=notes",
        "wrong": "/search/?q=-x",
        "bar": "/articles/kaliningrad-transit/",
    }
    for width, scheme in ((1280, "light"), (390, "dark"), (320, "light")):
        page = visit(ada, width=width, color_scheme=scheme)
        for name, address in addresses.items():
            page.goto(address)
            over = page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            picture(page, f"{name}-{width}")
            assert over <= 0, (width, address)
