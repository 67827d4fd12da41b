"""A long text is laid out where it is looked at, and nobody who reads it can tell."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from annotations.models import Thread
from articles.models import Article
from tests import factories
from tests.browser.conftest import Visit

PARAGRAPHS = 150
WORDS = "The committee met again at the harbour and wrote down what it had seen. " * 8
TEXT = "\n\n".join(f"Paragraph of place {place}. {WORDS}" for place in range(1, PARAGRAPHS + 1))
LAID_OUT = """(selector) => document.querySelector(selector).firstElementChild.checkVisibility({
    contentVisibilityAuto: true,
})"""


@pytest.fixture
def article(transactional_db: None) -> Article:
    found = factories.article(TEXT)
    ada = factories.person("ada", display_name="Ada Reader")
    for place in (1, 75, PARAGRAPHS):
        factories.annotation(found, ada, f"About {place}.", words=f"Paragraph of place {place}.")
    return found


def opened(page: Page, article: Article, to: str = "") -> Page:
    page.goto(f"{article.get_absolute_url()}{to}")
    page.wait_for_load_state("networkidle")
    return page


def block(article: Article, place: int) -> str:
    return f"#p-{factories.block(article, f'Paragraph of place {place}.').key}"


def box(page: Page, selector: str) -> Any:
    found = page.locator(selector).bounding_box()
    assert found
    return found


def test_what_is_far_is_not_laid_out(visit: Visit, article: Article) -> None:
    page = opened(visit(), article)
    assert page.evaluate(LAID_OUT, block(article, 2))
    assert not page.evaluate(LAID_OUT, block(article, 100))


@pytest.mark.parametrize("width", [1280, 390])
def test_the_text_is_about_as_long_before_it_is_laid_out(
    visit: Visit, article: Article, width: int
) -> None:
    page = opened(visit(width=width), article)
    guessed = box(page, ".prose")["height"]
    page.evaluate(
        """() => document.querySelectorAll(".prose > .block").forEach((block) =>
            block.style.setProperty("content-visibility", "visible"))"""
    )
    assert box(page, ".prose")["height"] == pytest.approx(guessed, rel=0.06)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("place", [75, PARAGRAPHS])
def test_the_address_of_a_paragraph_leads_to_it(
    visit: Visit, article: Article, width: int, place: int
) -> None:
    page = opened(visit(width=width), article, block(article, place))
    bar = box(page, "header.bar")
    found = box(page, block(article, place))
    assert found["y"] >= bar["y"] + bar["height"]
    assert found["y"] + found["height"] <= 900


@pytest.mark.parametrize("place", [75, PARAGRAPHS])
def test_the_address_of_a_note_leads_to_its_passage_and_its_card(
    visit: Visit, article: Article, place: int
) -> None:
    key = Thread.objects.get(number={75: 2, PARAGRAPHS: 3}[place]).key
    page = opened(visit(), article, f"#n-{key}")
    card = page.locator(f"#n-{key}.is-chosen")
    expect(card).to_be_in_viewport()
    mark = page.locator(f'.hl[data-threads="{key}"]').first
    expect(mark).to_be_in_viewport(ratio=1)
    beside, passage = card.bounding_box(), mark.bounding_box()
    assert beside
    assert passage
    assert beside["y"] == pytest.approx(passage["y"], abs=12)


def test_cards_stand_by_their_passages_wherever_one_scrolls(visit: Visit, article: Article) -> None:
    page = opened(visit(), article)
    page.mouse.move(600, 500)
    for _step in range(80):
        page.mouse.wheel(0, 900)
        page.wait_for_timeout(20)
    page.mouse.wheel(0, 20_000)
    key = Thread.objects.get(number=3).key
    card = page.locator(f"#n-{key}")
    expect(card).to_be_in_viewport()
    passage = page.locator(f'.hl[data-threads="{key}"]').first.bounding_box()
    beside = card.bounding_box()
    assert passage
    assert beside
    assert beside["y"] == pytest.approx(passage["y"], abs=12)


def test_the_number_beside_a_paragraph_can_be_pressed(visit: Visit, article: Article) -> None:
    page = opened(visit(), article, block(article, 75))
    page.locator(".prose").get_by_role("link", name="Paragraph 75, 1 note").click(
        position={"x": 45, "y": 8}
    )
    expect(page.get_by_role("heading", name="Paragraph 75")).to_be_visible()


def test_on_paper_all_of_it_is_laid_out(visit: Visit, article: Article) -> None:
    page = opened(visit(), article)
    page.emulate_media(media="print")
    hidden = page.evaluate(
        """() => [...document.querySelectorAll(".prose [data-text], .margin .said")]
            .filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length"""
    )
    assert hidden == 0


def test_every_paragraph_can_be_begun_by_its_plus(visit: Visit, article: Article) -> None:
    page = opened(visit(), article)
    expect(page.locator(".prose .add")).to_have_count(PARAGRAPHS)
    names = page.evaluate(
        """() => [...document.querySelectorAll(".prose .add")].map((add) => add.ariaLabel)"""
    )
    assert names[-1] == f"Annotate: Paragraph {PARAGRAPHS}"


def test_by_key_one_goes_from_paragraph_to_paragraph_far_down(
    visit: Visit, article: Article
) -> None:
    page = opened(visit(), article, block(article, 120))
    page.keyboard.press(".")
    page.keyboard.press(".")
    expect(
        page.locator(".prose").get_by_role("link", name="Paragraph 121", exact=True)
    ).to_be_focused()


def test_cards_come_while_one_scrolls_on(
    visit: Visit, article: Article, django_user_model: Any
) -> None:
    ada = django_user_model.objects.get(username="ada")
    for place in range(2, PARAGRAPHS, 2):
        factories.annotation(article, ada, "More.", words=f"Paragraph of place {place}.")
    page = opened(visit(height=600), article, block(article, 60))
    cards = page.locator(".margin > .card")
    first = cards.count()
    assert first < Thread.objects.count()
    page.evaluate("() => setInterval(() => scrollBy({ top: 40, behavior: 'instant' }), 16)")
    expect(cards.nth(first + 3)).to_be_attached()
    far = "() => scrollY + innerHeight < document.documentElement.scrollHeight - 2000"
    assert page.evaluate(far)  # it did not wait for the end
