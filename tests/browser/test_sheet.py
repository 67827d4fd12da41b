"""The sheet of notes on a phone, dragged by a finger."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from articles.models import Article
from tests import factories
from tests.browser import hands
from tests.browser.conftest import Visit

HEIGHT = 800
STEPS = 12


@pytest.fixture
def article(transactional_db: None) -> Article:
    return factories.article("A night train stops here.\n\n" + "And it goes on. " * 300)


@pytest.fixture
def phone(visit: Visit, article: Article) -> Page:
    ada = factories.person("ada", display_name="Ada Reader")
    factories.annotation(article, ada, "It does not.", words="night train")
    page = visit(ada, width=390, height=HEIGHT, has_touch=True, is_mobile=True)
    page.goto(f"{article.get_absolute_url()}#n-1")
    expect(sheet(page)).to_have_attribute("data-height", "half")
    page.wait_for_load_state("networkidle")
    return page


def sheet(page: Page) -> Locator:
    return page.locator(".margin.sheet")


def drag(page: Page, to: float, *, pause: int = 16) -> None:
    """Puts a finger on the head of the sheet, when it stands, and moves it to a height."""
    page.wait_for_timeout(300)
    box = page.locator(".sheet-head").bounding_box()
    assert box
    x, y = box["x"] + 100, box["y"] + 14
    finger = page.context.new_cdp_session(page)

    def put(kind: str, *points: dict[str, float]) -> None:
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    put("touchStart", {"x": x, "y": y})
    for step in range(1, STEPS + 1):
        put("touchMove", {"x": x, "y": y + (to - y) * step / STEPS})
        page.wait_for_timeout(pause)
    page.wait_for_timeout(120)
    put("touchMove", {"x": x, "y": to})  # it rests before it is lifted
    put("touchEnd")
    finger.detach()


def test_a_finger_moves_the_sheet_between_its_heights_and_closes_it(phone: Page) -> None:
    before = phone.evaluate("scrollY")
    drag(phone, 90)
    expect(sheet(phone)).to_have_attribute("data-height", "full")
    drag(phone, HEIGHT - 80)
    expect(sheet(phone)).to_have_attribute("data-height", "peek")
    drag(phone, 420)
    expect(sheet(phone)).to_have_attribute("data-height", "half")
    assert phone.evaluate("scrollY") == before  # the page did not move along
    assert sheet(phone).get_attribute("style") == ""
    drag(phone, HEIGHT - 2)
    expect(sheet(phone)).to_have_attribute("data-height", "closed")
    expect(phone.locator(".card.is-chosen")).to_have_count(0)


def test_a_press_on_the_head_is_no_drag(phone: Page) -> None:
    grip = phone.get_by_role("button", name="Size of the notes")
    grip.tap()
    expect(sheet(phone)).to_have_attribute("data-height", "full")
    grip.tap()
    expect(sheet(phone)).to_have_attribute("data-height", "peek")


def test_what_is_being_written_is_not_closed_by_a_drag(phone: Page) -> None:
    phone.locator(".card.is-chosen").get_by_role("link", name="Reply to Ada Reader").tap()
    form = hands.composer(phone)
    hands.write(form, "But it did.")
    drag(phone, HEIGHT - 2)
    expect(sheet(phone)).to_have_attribute("data-height", "peek")
    drag(phone, 90)
    expect(form.get_by_label("Your note")).to_have_value("But it did.")
