"""Each page, looked at by axe, at two widths and in two schemes; nothing runs over at 320 px."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from annotations import annotating
from annotations.models import Annotation
from annotations.samples.loading import load_samples
from articles.models import Article, Block
from ncr.accounts.models import User
from tests import factories
from tests.browser.conftest import Visit

RULES = {
    "preload": False,  # of styles: it writes them into the page, which the site's policy refuses
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    },
}
PICTURE = Path(__file__).resolve().parents[2] / "docs" / "screenshots" / "reading.png"


def look(page: Page, address: str) -> list[str]:
    """What axe finds wrong with a page, and whether it runs over its edge."""
    page.goto(address)
    found = Axe().run(page, options=RULES).response["violations"]
    wrong = [
        f"{address}: {one['id']} at {one['nodes'][0]['target']} ({len(one['nodes'])})"
        for one in found
    ]
    over = page.evaluate(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return [*wrong, *([f"{address}: {over} px over"] if over > 0 else [])]


def addresses(person: User) -> list[str]:
    load_samples()
    article = Article.objects.get(slug="cfe-linkage")
    note = factories.annotation(article, person, "My *own*.", words="counting", topics=["New one"])
    annotating.edit(note, by=person, body="My very own.", version=1)
    key = note.anchors.get().placements.get().start_key
    empty = factories.article(
        "Wort " + "Donaudampfschifffahrtsgesellschaft" * 6 + "\n", title="Lang " + "x" * 90
    )
    base, said = article.get_absolute_url(), f"/annotations/{note.uuid}/"
    return [
        "/articles/",
        base,
        empty.get_absolute_url(),
        f"{base}p/{key}/",
        f"{base}discussion/",
        f"{empty.get_absolute_url()}discussion/",
        f"{base}revisions/1/",
        f"{base}annotate/?block={key}",
        note.thread.get_absolute_url(),
        f"{said}versions/",
        f"{said}reply/",
        f"{said}edit/",
        f"{said}withdraw/",
        "/topics/",
        "/topics/cfe-treaty/",
        f"/annotations/{Annotation.objects.exclude(author=person).order_by('pk')[0].uuid}/report/",
        f"/people/{person.username}/",
        "/accounts/",
        "/accounts/password/change/",
    ]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark"), (320, "light")])
def test_pages_are_accessible_and_fit(
    visit: Visit, transactional_db: None, width: int, scheme: Any
) -> None:
    person = factories.person("ada", display_name="Ada Reader")
    page = visit(person, width=width, color_scheme=scheme)
    assert [wrong for address in addresses(person) for wrong in look(page, address)] == []


def test_pages_for_nobody_in_particular_are_accessible(
    visit: Visit, watch: Any, transactional_db: None
) -> None:
    watch.expect(404)
    article = factories.article()
    page = visit()
    wrong = [
        one
        for address in (
            "/accounts/login/",
            "/nowhere/",
            f"{article.get_absolute_url()}annotate/",
            "/accounts/link/nothing/",
        )
        for one in look(page, address)
    ]
    assert wrong == []


def test_two_hundred_notes_on_one_paragraph(visit: Visit, transactional_db: None) -> None:
    article = factories.article()
    people = [factories.person(f"p{number}") for number in range(4)]
    for number in range(200):
        factories.annotation(article, people[number % 4], f"Note {number} of many.")
    page = visit(people[0])
    page.goto(article.get_absolute_url())
    crowd = page.get_by_role("link", name="+198")
    expect(crowd).to_be_visible()
    crowd.click()
    expect(page.locator("article.card")).to_have_count(20)
    page.get_by_role("link", name="More notes").click()
    expect(page.locator("article.card")).to_have_count(20)
    block = Block.objects.get(key=page.url.split("/p/")[1].split("/")[0])
    assert "train stops" in block.text


def test_screenshot_for_the_readme(visit: Visit, transactional_db: None) -> None:
    """The page that README shows can be drawn; with NCR_SCREENSHOTS=1 the picture is kept."""
    load_samples()
    page = visit(width=1280, color_scheme="light")
    page.goto("/articles/cfe-linkage/#n-3")
    expect(page.locator(".card.is-chosen")).to_be_visible()
    picture = page.screenshot()
    assert len(picture) > 20_000
    if os.environ.get("NCR_SCREENSHOTS"):
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        PICTURE.write_bytes(picture)
