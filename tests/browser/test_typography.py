"""The page for long reading: lines one can follow, as the reader set them, and nothing moves."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from annotations.samples.loading import load_samples
from articles.models import Article
from ncr.accounts.models import User
from tests import factories
from tests.browser.conftest import Visit

ARTICLE = "/articles/cfe-linkage/"
MOST_SHIFT = 0.01
SHIFTS = """() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
        for (const { value, hadRecentInput, sources } of list.getEntries())
            if (!hadRecentInput)
                window.shifts.push([value, sources.map(({ node }) => node?.className ?? "")]);
    }).observe({ type: "layout-shift", buffered: true });
}"""
LETTERS_IN_A_LINE = """() => {
    const block = [...document.querySelectorAll(".k-paragraph [data-text]")]
        .find((one) => one.textContent.length > 500);
    const lines = block.getClientRects()[0].height / parseFloat(getComputedStyle(block).lineHeight);
    return block.textContent.length / Math.round(lines);
}"""


def letters_in_a_line(page: Page) -> float:
    return float(page.evaluate(LETTERS_IN_A_LINE))


@pytest.mark.parametrize("width", [1280, pytest.param(390, marks=pytest.mark.slow)])
def test_nothing_moves_when_the_readers_own_comes(
    width: int, visit: Visit, transactional_db: None, author: User
) -> None:
    load_samples()
    factories.annotation(
        Article.objects.get(slug="cfe-linkage"), author, "Mine.", words="counting", audience="me"
    )
    page = visit(author, width=width)
    page.add_init_script(f"({SHIFTS})()")
    page.goto(ARTICLE)
    expect(page.locator(".me.is-known")).to_be_visible()
    page.wait_for_load_state("networkidle")
    shifts: list[Any] = page.evaluate("window.shifts")
    assert sum(value for value, _nodes in shifts) <= MOST_SHIFT, shifts


@pytest.mark.slow
def test_the_width_of_the_text_is_remembered_before_it_is_painted(
    visit: Visit, transactional_db: None
) -> None:
    load_samples()
    page = visit(width=1600)
    page.goto(ARTICLE)
    expect(page.locator(".left-over")).to_contain_text("min left")
    assert 62 <= letters_in_a_line(page) <= 76
    page.get_by_role("button", name="Display").click()
    page.get_by_role("radio", name="Narrow").check()
    narrow = letters_in_a_line(page)
    page.get_by_role("radio", name="Wide").check()
    wide = letters_in_a_line(page)
    assert narrow < 64 < 74 < wide
    page.add_init_script(f"({SHIFTS})()")
    page.reload()
    assert page.locator("html").get_attribute("data-width") == "wide"
    assert abs(letters_in_a_line(page) - wide) < 1
    assert sum(value for value, _nodes in page.evaluate("window.shifts")) <= MOST_SHIFT


@pytest.mark.slow
def test_a_wide_text_takes_the_room_of_the_outline(visit: Visit, transactional_db: None) -> None:
    load_samples()
    page = visit(width=1280)
    page.goto(ARTICLE)
    contents = page.get_by_role("link", name="Two readings of one summit", exact=True)
    expect(contents).to_be_visible()
    page.get_by_role("button", name="Display").click()
    page.get_by_role("radio", name="Wide").check()
    expect(contents).to_be_hidden()
    page.keyboard.press("Escape")
    page.get_by_text("Contents").click()
    expect(contents).to_be_visible()


def test_an_article_is_printed_with_its_notes(
    visit: Visit, transactional_db: None, author: User, tmp_path: Path
) -> None:
    load_samples()
    page = visit(author)
    page.goto(ARTICLE)
    page.get_by_role("link", name="Print, or save as PDF").click()
    page.get_by_role("combobox", name="Notes").select_option("After each paragraph")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile("notes=after"))
    page.evaluate("window.print = () => { window.asked = true; }")
    page.get_by_role("button", name="Print, or save as PDF").click()
    assert page.evaluate("window.asked") is True
    page.emulate_media(media="print")
    expect(page.get_by_role("form", name="What to print")).to_be_hidden()
    expect(page.locator(".bar")).to_be_hidden()
    expect(page.locator(".between .paper-note").first).to_be_visible()
    expect(page.locator(".imprint")).to_contain_text("/articles/cfe-linkage/")
    assert page.pdf(path=tmp_path / "article.pdf", format="A4").startswith(b"%PDF")
    sheets = (tmp_path / "article.pdf").read_bytes().count(b"/Type /Page\n")
    assert 4 <= sheets <= 12


def test_printing_takes_what_was_just_chosen(visit: Visit, transactional_db: None) -> None:
    article = factories.article()
    factories.annotation(article, factories.person(), "Beside the text.")
    page = visit(None)
    page.add_init_script("window.print = () => (window.printed = document.body.innerText)")
    page.goto(f"{article.get_absolute_url()}print/")
    page.get_by_role("combobox", name="Notes").select_option("No notes")
    page.get_by_role("button", name="Print, or save as PDF").click()
    page.wait_for_function("() => window.printed")
    assert "notes=none" in page.url
    assert "Beside the text." not in page.evaluate("window.printed")
    page.reload()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.printed") is None
    page.get_by_role("button", name="Print, or save as PDF").click()
    assert page.evaluate("window.printed")
