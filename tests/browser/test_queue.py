"""The review queue as a workplace: by keys alone, on a phone, in light and dark."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from annotations import queueing, reporting
from annotations.models import Annotation, ModerationEntry, ReviewItem
from articles.models import Article, SiteRule
from ncr.accounts.models import User
from tests import factories
from tests.browser.conftest import Visit
from tests.browser.test_pages import faults

LIST = "/admin/annotations/reviewitem/"


def queue(article: Article, author: User, count: int) -> list[ReviewItem]:
    """As many items, the first the most pressing; the last is held."""
    SiteRule.objects.get_or_create(number=1, defaults={"title": "Speak to the text"})
    reporter = factories.person("bo", display_name="Bo Reporter")
    made = []
    for number in range(count):
        note = factories.annotation(article, author, f"Note {number} of many.")
        reporting.keep_report(note, by=reporter, reason="abuse", text="", at=note.created_at)
        made.append(ReviewItem.objects.get(annotation=note))
        ReviewItem.objects.filter(pk=made[-1].pk).update(rank=1000 - number)
    Annotation.objects.filter(pk=made[-1].annotation_id).update(moderation="pending")
    return made


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def decides(page: Page, item: ReviewItem, *keys: str, text: str = "") -> None:
    """Presses keys on the page of an item, types where they lead, and is shown the next."""
    expect(page.locator(".judged")).to_contain_text(item.annotation.body)  # type: ignore[union-attr]
    page.wait_for_load_state("networkidle")
    before = page.url
    if text:
        press(page, *keys)
        expect(page.get_by_label("Reason")).to_be_focused()
        page.keyboard.type(text)
        press(page, "Control+Enter")
    else:
        press(page, *keys)
    expect(page).not_to_have_url(before)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_ten_items_are_decided_by_keys_alone(
    visit: Visit, article: Article, ada: User, width: int, scheme: Any
) -> None:
    items = queue(article, ada, 10)
    page = visit(factories.moderator("noor"), width=width, color_scheme=scheme)
    page.goto(LIST)
    page.wait_for_load_state("networkidle")
    press(page, "j", "j", "k")
    expect(page.locator(f"#item-{items[0].pk}")).to_be_focused()
    page.keyboard.press("Enter")
    decides(page, items[0], "h", text="About the reader & not the text.")
    expect(page.locator("form.undo")).to_contain_text("Hidden: Abuse")
    decides(page, items[1], "d")
    decides(page, items[2], "e", text="The first half is welcome.")
    # one is passed over and taken up again
    decides(page, items[3], "j")
    decides(page, items[4], "k")
    decides(page, items[3], "d")
    # a decision is taken back, and decided anew
    decides(page, items[4], "d")
    decides(page, items[5], "u")
    decides(page, items[4], "h", text="On second thoughts.")
    # removing asks once more, with what was typed
    expect(page.locator(".judged")).to_contain_text("Note 5")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("r")
    expect(page.get_by_role("heading", name="Remove this annotation?")).to_be_visible()
    page.get_by_label("Reason").focus()
    page.keyboard.type("Unlawful.")
    press(page, "Tab", "Enter")
    decides(page, items[6], "d")
    decides(page, items[7], "d")
    decides(page, items[8], "d")
    decides(page, items[9], "a")
    expect(page).to_have_url(f"{page.url.split('/admin')[0]}{LIST}")
    expect(page.get_by_text("Nothing waits.")).to_be_visible()

    outcomes = [one.outcome for one in ReviewItem.objects.order_by("pk")]
    assert outcomes == [
        "hidden",
        "dismissed",
        "asked",
        "dismissed",
        "hidden",
        "removed",
        "dismissed",
        "dismissed",
        "dismissed",
        "approved",
    ]
    assert ModerationEntry.objects.filter(act="undo").count() == 1


@pytest.mark.walk
def test_keys_choose_in_the_list_and_can_be_switched_off(
    visit: Visit, article: Article, ada: User
) -> None:
    items = queue(article, ada, 4)
    page = visit(factories.moderator("noor"))
    page.goto(LIST)
    page.wait_for_load_state("networkidle")
    press(page, "j", "x", "j", "j", "x", "h")
    expect(page.get_by_role("heading", name="Hide these annotations?")).to_be_visible()
    assert page.evaluate("new URLSearchParams(location.search).getAll('of')") == sorted(
        [str(items[0].pk), str(items[2].pk)]
    )
    page.goto(LIST)
    page.wait_for_load_state("networkidle")
    page.locator("[data-queue] input[name=of]").first.focus()
    press(page, "Space", "j")  # a box takes no letters, so that the keys go on
    expect(page.locator(f"#item-{items[1].pk}")).to_be_focused()
    expect(page.locator("[data-queue] input[name=of]").first).to_be_checked()
    press(page, "/")
    expect(page.get_by_role("searchbox", name="Article")).to_be_focused()
    page.keyboard.type("jxh")  # typed, and not done
    expect(page.get_by_role("searchbox", name="Article")).to_have_value("jxh")
    page.get_by_role("button", name="Keys").click()
    shown = page.get_by_role("dialog", name="Keys")
    expect(shown.get_by_text("Ask for a change")).to_be_visible()
    shown.get_by_label("Keys act").uncheck()
    press(page, "Escape", "j")
    expect(page.locator(f"#item-{items[0].pk}")).not_to_be_focused()


@pytest.mark.walk
def test_a_decision_is_taken_back_without_scripts(
    visit: Visit, article: Article, ada: User
) -> None:
    first, _second = queue(article, ada, 2)
    page = visit(factories.moderator("noor"), scripts=False)
    page.goto(LIST)
    page.get_by_role("link", name="Abuse").first.click()
    page.get_by_role("button", name="Take it").click()
    expect(page.get_by_text("Yours for 30 minutes.")).to_be_visible()
    page.get_by_label("Rule of the site").select_option("1")
    page.get_by_role("button", name="Hide").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Taken back; it waits again.")).to_be_visible()
    expect(page.locator(".judged")).to_contain_text("Note 0 of many.")
    assert ReviewItem.objects.get(pk=first.pk).is_open


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark"), (1280, "dark")])
def test_pages_of_the_queue_are_accessible_and_fit(
    visit: Visit, article: Article, ada: User, watch: Any, width: int, scheme: Any
) -> None:
    watch.expect(409, 422)
    items = queue(article, ada, 4)
    noor, other = factories.moderator("noor"), factories.moderator("mei")
    queueing.claim(items[1], by=other)
    page = visit(noor, width=width, color_scheme=scheme)
    page.goto(f"{LIST}{items[2].pk}/change/")
    page.get_by_role("button", name="Hide").click()  # refused: without a reason
    wrong = faults(page, "refused")
    page.get_by_role("button", name="Dismiss").click()
    page.get_by_text("What Ada Reader will read").click()
    wrong += faults(page, "an item")
    keep(page, f"item-{width}-{scheme}")
    page.goto(LIST)
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    wrong += faults(page, "list")
    keep(page, f"list-{width}-{scheme}")
    page.goto(f"{LIST}figures/")
    wrong += faults(page, "figures")
    keep(page, f"figures-{width}-{scheme}")
    assert wrong == []


def keep(page: Page, name: str) -> None:
    if folder := os.environ.get("QUEUE_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
