"""What a rule holds, as its author, a moderator and others see it; and the pages of the rules."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from annotations import moderating
from annotations.models import Annotation, HoldRule
from articles.models import Article
from ncr.accounts.models import User
from tests import factories
from tests.browser import hands
from tests.browser.conftest import Visit
from tests.browser.test_pages import look

FIRES = "A casino, of all things."
WAITS = "A moderator looks at this before it is published."


@pytest.fixture
def rule(transactional_db: None) -> HoldRule:
    return HoldRule.objects.create(kind="words", words="casino")


def test_its_author_is_told_at_once_that_it_waits(
    visit: Visit, article: Article, ada: User, rule: HoldRule
) -> None:
    page = visit(ada)
    page.goto(article.get_absolute_url())
    form = hands.annotate(page, "train stops")
    hands.write(form, FIRES)
    form.get_by_role("button", name="Post").click()
    told = page.get_by_role("status").filter(has_text="A moderator looks at it before")
    expect(told).to_contain_text("until then only you and moderators see it")
    card = page.get_by_role("article", name="Comment")
    expect(card).to_contain_text(FIRES)
    expect(card).to_contain_text(WAITS)
    other = visit()
    other.goto(article.get_absolute_url())
    expect(other.locator("#main")).to_contain_text("train stops")
    expect(other.locator("body")).not_to_contain_text("casino")
    moderating.restore(Annotation.objects.get(), by=factories.moderator())
    other.reload()
    expect(other.get_by_role("article", name="Comment")).to_contain_text(FIRES)
    page.reload()
    expect(page.get_by_role("article", name="Comment")).not_to_contain_text(WAITS)


def test_without_scripts_the_page_of_the_thread_says_so(
    visit: Visit, article: Article, ada: User, rule: HoldRule
) -> None:
    page = visit(ada, scripts=False)
    page.goto(f"{article.get_absolute_url()}annotate/?block={factories.block(article).key}")
    page.get_by_label("Your note").fill(FIRES)
    page.get_by_role("button", name="Post").click()
    expect(page.get_by_text(WAITS)).to_be_visible()
    expect(page.get_by_text(FIRES)).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
@pytest.mark.walk
def test_an_owner_writes_orders_and_switches_rules(
    visit: Visit, article: Article, rule: HoldRule, scripts: bool
) -> None:
    boss = User.objects.create_superuser("boss", password="x")
    page = visit(boss, scripts=scripts)
    page.goto("/admin/annotations/holdrule/")
    page.get_by_role("link", name="Add a rule").click()
    page.get_by_role("link", name="Too many links").click()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("This field is required.")).to_be_visible()
    page.get_by_label("More links than").fill("2")
    page.get_by_label("Note").fill("Mostly advertisements.")
    page.get_by_role("button", name="Save", exact=True).click()
    rows = page.get_by_role("row")
    expect(rows.nth(2)).to_contain_text("Mostly advertisements.")
    page.get_by_role("button", name="Up 2. Too many links").click()
    expect(rows.nth(1)).to_contain_text("Too many links")
    page.get_by_role("button", name="Turn off 2. Words of a list").click()
    expect(rows.nth(2)).to_contain_text("Off")
    rule.refresh_from_db()
    assert (rule.is_on, rule.position) == (False, 1)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_the_pages_of_rules_and_trust_are_accessible_and_fit(
    visit: Visit, article: Article, ada: User, rule: HoldRule, width: int, scheme: Any
) -> None:
    HoldRule.objects.create(kind="article", article=article, position=1, is_on=False, note="A note")
    boss = User.objects.create_superuser("boss", password="x")
    page = visit(boss, width=width, color_scheme=scheme)
    base = "/admin/annotations/holdrule/"
    addresses = [
        base,
        f"{base}add/",
        *(f"{base}add/?kind={kind}" for kind in ("words", "article", "webhook")),
        f"{base}{rule.pk}/change/",
        f"/admin/accounts/user/{ada.pk}/trust/",
    ]
    wrong = [one for address in addresses for one in look(page, address)]
    assert wrong == [], wrong
