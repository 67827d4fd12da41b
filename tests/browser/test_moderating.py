"""From a report to its end: reported on the page, decided by keyboard alone, told, restored."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from annotations import reporting
from annotations.models import Annotation, ModerationEntry, Report, ReviewItem
from articles.models import Article, SiteRule
from ncr.accounts.models import User
from tests import factories
from tests.browser import hands
from tests.browser.conftest import Visit
from tests.browser.test_pages import look

LOUD = "You least of all should be writing about trains."
REASON = "The first half is welcome; post it again without the second."


@pytest.fixture
def article(transactional_db: None) -> Article:
    return factories.article(title="The night train")


@pytest.fixture
def ada(transactional_db: None) -> User:
    return factories.person("ada", display_name="Ada Author")


@pytest.fixture
def bo(transactional_db: None) -> User:
    return factories.person("bo", display_name="Bo Reporter")


@pytest.fixture
def noor(transactional_db: None) -> User:
    return factories.moderator("noor")


def go(page: Page, name: str, role: str = "link") -> None:
    """Tab by Tab to the thing with this name, then Enter; never a mouse."""
    for _step in range(120):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => [document.activeElement.matches("a, button, input[type=submit]"),
            (document.activeElement.textContent || document.activeElement.value || "").trim()]"""
        )
        if found[0] and found[1] == name:
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"no {role} {name!r} within reach of the keyboard")


def to_field(page: Page, name: str) -> None:
    for _step in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.name") == name:
            return
    raise AssertionError(f"no field {name!r} within reach of the keyboard")


def report_in_place(page: Page, article: Article) -> None:
    page.goto(article.get_absolute_url() + "#n-1")
    card = page.get_by_role("article", name="Comment 1")
    hands.more(card)
    card.get_by_role("link", name="Report", exact=True).click()
    form = card.locator("form.report")
    expect(form.get_by_role("radio", name="Off topic")).to_be_focused()
    form.get_by_role("radio", name="Abuse").check()
    form.get_by_label("In your words").fill("Aimed at me.")
    form.get_by_role("button", name="Send the report").click()
    expect(card.locator(".report-slot")).to_contain_text("Moderators will look at it")


@pytest.mark.walk
def test_from_report_to_restoring(
    visit: Visit, watch: Any, article: Article, ada: User, bo: User, noor: User
) -> None:
    watch.expect(404)  # the page of rules is made elsewhere
    for number, title in enumerate(("Speak to the text", "No attacks on people"), 1):
        SiteRule.objects.get_or_create(number=number, defaults={"title": title})
    note = factories.annotation(article, ada, LOUD)
    reader = visit(bo)
    report_in_place(reader, article)
    assert Report.objects.get().reason == "abuse"

    desk = visit(noor)
    desk.goto("/admin/annotations/report/")
    go(desk, "Abuse")
    expect(desk.locator("mark")).to_have_text("train stops")
    expect(desk.get_by_text("Aimed at me.")).to_be_visible()
    go(desk, "Hide")
    to_field(desk, "rule")
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("ArrowDown")
    to_field(desk, "reason")
    desk.keyboard.type(REASON)
    told = desk.locator("[data-told]")
    expect(told).to_contain_text("Rule 2, No attacks on people.")
    expect(told).to_contain_text(REASON)
    go(desk, "Hide", "button")
    expect(desk.get_by_text("1 annotation is hidden.")).to_be_visible()

    stranger = visit()
    stranger.goto(article.get_absolute_url())
    expect(stranger.get_by_text(LOUD)).to_have_count(0)
    author = visit(ada)
    author.goto(article.get_absolute_url() + "#n-1")
    held = author.get_by_role("article", name="Comment 1").locator(".held")
    expect(held).to_contain_text(REASON)
    rule = held.get_by_role("link", name="Rule 2, No attacks on people")
    expect(rule).to_have_attribute("href", "/rules/#rule-2")

    go(desk, "Restore")
    to_field(desk, "reason")
    desk.keyboard.type("It was said in a quotation.")
    go(desk, "Restore", "button")
    expect(desk.get_by_text("1 annotation is shown.")).to_be_visible()
    stranger.goto(article.get_absolute_url())
    expect(stranger.get_by_text(LOUD)).to_be_visible()
    acts = ModerationEntry.objects.order_by("pk").values_list("act", flat=True)
    assert list(acts) == ["hide", "restore"]
    note.refresh_from_db()
    assert note.moderation == "published"


def test_reporting_without_javascript(visit: Visit, article: Article, ada: User, bo: User) -> None:
    factories.annotation(article, ada, LOUD)
    page = visit(bo, scripts=False)
    page.goto(article.get_absolute_url())
    hands.more(page)
    page.get_by_role("link", name="Report", exact=True).click()
    expect(page.get_by_text(LOUD)).to_be_visible()
    page.get_by_label("Spam").check()
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_text("Moderators will look at it")).to_be_visible()
    assert Report.objects.get().reason == "spam"


def test_ones_own_card_has_no_report_link(
    visit: Visit, article: Article, ada: User, bo: User
) -> None:
    factories.annotation(article, ada, LOUD)
    factories.annotation(article, bo, "Of somebody else.", words="second train")
    page = visit(ada)
    page.goto(article.get_absolute_url())
    hands.more(page, "Ada Author")
    expect(page.get_by_role("link", name="Withdraw")).to_have_count(1)
    expect(page.get_by_role("link", name="Report", exact=True)).to_have_count(0)
    hands.more(page, "Bo Reporter")
    expect(page.get_by_role("link", name="Report", exact=True)).to_have_count(1)


@pytest.mark.parametrize("how", [{}, {"width": 390, "has_touch": True, "is_mobile": True}])
def test_two_presses_report_and_one_takes_it_back(
    visit: Visit, article: Article, ada: User, bo: User, how: dict[str, Any]
) -> None:
    factories.annotation(article, ada, LOUD)
    page = visit(bo, **how)
    page.goto(article.get_absolute_url() + "#n-1")
    card = page.get_by_role("article", name="Comment 1")
    hands.more(card)
    card.get_by_role("form", name="Report as").get_by_role("button", name="Spam").click()
    told = card.locator(".report-slot")
    expect(told).to_contain_text("Moderators will look at it")
    expect(told.get_by_role("button", name="Close")).to_be_focused()
    expect(told).to_be_in_viewport(ratio=1)
    assert Report.objects.get().reason == "spam"
    told.get_by_role("button", name="Take it back").click()
    expect(told).to_contain_text("Your report is taken back.")
    assert not Report.objects.exists()
    told.get_by_role("button", name="Close").click()
    expect(card.get_by_role("link", name=re.compile("More about"))).to_be_focused()


def test_a_refusal_in_place_keeps_what_was_typed(
    visit: Visit, watch: Any, article: Article, ada: User, bo: User
) -> None:
    watch.expect(422)
    factories.annotation(article, ada, LOUD)
    page = visit(bo)
    page.goto(article.get_absolute_url() + "#n-1")
    card = page.get_by_role("article", name="Comment 1")
    hands.more(card)
    card.get_by_role("link", name="Report", exact=True).click()
    form = card.locator("form.report")
    form.get_by_role("radio", name="Something else").check()
    form.get_by_role("button", name="Send the report").click()
    expect(form.get_by_role("alert")).to_contain_text("in a few words")
    expect(form.get_by_role("radio", name="Something else")).to_be_checked()
    page.keyboard.press("Escape")
    expect(card.locator(".report-slot")).to_have_count(0)


def test_tab_leaves_the_editor_of_a_draft(visit: Visit, transactional_db: None) -> None:
    draft = factories.article(publish=False)
    page = visit(User.objects.create_superuser("boss", password="x"))
    page.goto(f"/admin/articles/article/{draft.pk}/text/")
    page.wait_for_load_state("networkidle")
    page.get_by_label("Text").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Keep the draft")).to_be_focused()


def admin_addresses(article: Article, ada: User, bo: User) -> list[str]:
    long = "Donaudampfschifffahrtsgesellschaft" * 5
    note = factories.annotation(article, ada, f"{LOUD} {long}")

    reporting.report(note, by=bo, reason="other", text=long)
    draft = factories.article(publish=False, title="x" * 120)
    base = "/admin/annotations"
    return [
        "/admin/",
        f"{base}/annotation/",
        f"{base}/annotation/?author=nobody",
        f"{base}/annotation/{note.pk}/change/",
        f"{base}/annotation/decide/hide/?of={note.pk}",
        f"{base}/annotation/decide/dismiss/?of={note.pk}",
        f"{base}/thread/",
        f"{base}/thread/{note.thread_id}/change/",
        f"{base}/thread/decide/lock/?of={note.thread_id}",
        f"{base}/reviewitem/",
        f"{base}/reviewitem/?cause=spam&author=nobody",
        f"{base}/reviewitem/?state=decided",
        f"{base}/reviewitem/{ReviewItem.objects.get(annotation=note).pk}/change/",
        f"{base}/reviewitem/decide/remove/?of={ReviewItem.objects.get(annotation=note).pk}",
        f"{base}/reviewitem/figures/",
        f"{base}/report/",
        f"{base}/report/?state=decided",
        f"{base}/moderationentry/",
        f"{base}/scopedrole/",
        "/admin/accounts/user/",
        f"/admin/accounts/user/{ada.pk}/change/",
        f"/admin/accounts/user/{ada.pk}/roles/",
        f"/admin/accounts/user/{ada.pk}/ask/deactivate/",
        "/admin/articles/siterule/",
        "/admin/articles/article/",
        f"/admin/articles/article/{draft.pk}/change/",
        f"/admin/articles/article/{draft.pk}/text/",
        f"/admin/articles/article/{draft.pk}/text/publish/",
    ]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark"), (320, "light")])
def test_the_admin_is_accessible_and_fits(
    visit: Visit, article: Article, ada: User, bo: User, width: int, scheme: Any
) -> None:
    boss = User.objects.create_superuser("boss", password="x", display_name="Ruth Root")
    page = visit(boss, width=width, color_scheme=scheme)
    wrong = [one for address in admin_addresses(article, ada, bo) for one in look(page, address)]
    assert wrong == [], wrong
    assert Annotation.objects.count() == 1
