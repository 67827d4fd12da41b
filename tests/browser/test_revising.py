"""An editor revises a text: sees what changes and what becomes of notes, publishes; two at once."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import Page, expect

from annotations.models import Placement
from annotations.roles import let_into_the_admin
from articles.models import Article
from articles.revising import publish_revision, write_revision
from ncr.accounts.models import User
from tests import factories
from tests.browser.conftest import Visit
from tests.browser.test_moderating import go, to_field
from tests.browser.test_pages import faults, look

TEXT = """The train stops at the border for two hours while papers are looked at.

Nobody on board may leave the carriage, and the windows stay shut.

Goods go by ship instead, which takes a day longer and costs less.
"""
SHUT = "Nobody on board may leave the carriage, and the windows stay shut.\n\n"
SHORTER = TEXT.replace(SHUT, "").replace("The train", "The slow train")
OTHERS = TEXT.replace("two hours", "three hours")


@pytest.fixture
def article(transactional_db: None) -> Article:
    ada = factories.person("ada", display_name="Ada Author")
    made = factories.article(TEXT, title="The night train")
    for words in ("two hours", "windows stay shut", "Goods go by ship"):
        factories.annotation(made, ada, words=words)
    return made


def editor(name: str) -> User:
    found = factories.person(name)
    found.groups.add(Group.objects.get(name="Editors"))
    let_into_the_admin(found)
    return found


def admin(article: Article, page: str = "change") -> str:
    return f"/admin/articles/article/{article.pk}/{page}/"


def figure(page: Page, label: str) -> Any:
    return page.locator(".effects div").filter(has_text=label).locator("dd")


@pytest.mark.walk
def test_an_editor_revises_and_a_second_one_with_a_stale_form_keeps_the_words(
    visit: Visit, watch: Any, article: Article
) -> None:
    watch.expect(409)
    second = visit(editor("ed-two"))
    second.goto(admin(article, "text"))

    first = visit(editor("ed-one"))
    first.goto(admin(article))
    go(first, "Revise")
    first.get_by_label("Text").fill(SHORTER)
    expect(first.locator(".markdownx-preview")).to_contain_text("The slow train stops")
    go(first, "See what changes", "button")
    expect(first.locator(".changes del").first).to_contain_text("Nobody on board")
    expect(first.locator(".changes ins").first).to_have_text("slow ")
    expect(figure(first, "Stay as they are")).to_have_text("1")
    expect(figure(first, "Move with their words")).to_have_text("1")
    expect(figure(first, "Lose their text")).to_have_text("1")
    expect(first.locator(".foreseen")).to_contain_text("windows stay shut")
    assert faults(first, "review") == []
    to_field(first, "note")
    first.keyboard.type("The windows are gone.")
    go(first, "Publish", "button")
    expect(first.get_by_text("It is published.")).to_be_visible()
    expect(first.get_by_text("The windows are gone.")).to_be_visible()
    reader = visit()
    reader.goto(article.get_absolute_url())
    expect(reader.locator(".prose")).to_contain_text("The slow train stops")
    assert Placement.objects.current().get(anchor__quote="windows stay shut").outcome == "orphaned"

    second.get_by_label("Text").fill(OTHERS)
    second.get_by_role("button", name="See what changes").click()
    expect(second.get_by_role("alert")).to_contain_text("Somebody else changed this text")
    expect(second.get_by_label("Text")).to_have_value(OTHERS)
    expect(second.locator(".changes del").first).to_have_text("slow ")
    assert faults(second, "conflict") == []
    second.get_by_role("button", name="See what changes").click()
    expect(figure(second, "Come back")).to_have_text("1")
    second.get_by_role("button", name="Publish").click()
    expect(second.get_by_text("It is published.")).to_be_visible()
    article.refresh_from_db()
    assert article.standing.source.startswith(OTHERS[:70])
    assert article.revisions.count() == 3


def test_a_text_is_revised_and_brought_back_without_javascript(
    visit: Visit, article: Article
) -> None:
    page = visit(editor("ed"), scripts=False)
    page.goto(admin(article))
    page.get_by_role("link", name="Revise").click()
    page.get_by_label("Text").fill(SHORTER)
    page.get_by_role("button", name="See what changes").click()
    page.get_by_label("What changed").fill("Shorter.")
    page.get_by_role("button", name="Publish").click()
    page.get_by_role("link", name="Bring revision 1 back").click()
    page.get_by_label("What changed").fill("It was better.")
    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_text("The earlier text is read again.")).to_be_visible()
    article.refresh_from_db()
    assert (article.standing.number, article.standing.note) == (3, "It was better.")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_the_pages_of_revising_are_accessible_and_fit(
    visit: Visit, article: Article, width: int, scheme: Any
) -> None:
    boss = User.objects.create_superuser("boss", password="x", display_name="Ruth Root")
    long = "Donaudampfschifffahrtsgesellschaft" * 5
    publish_revision(write_revision(article, SHORTER, by=boss, note=long), by=boss)
    draft = write_revision(article, f"{OTHERS}\n{long}\n", by=boss, note="Why.")
    page = visit(boss, width=width, color_scheme=scheme)
    pages = [
        "change",
        "text",
        "text/review",
        "text/discard",
        "text/withdraw",
        "revisions/1/back",
        "revisions/1/withdraw",
    ]
    wrong = [one for name in pages for one in look(page, admin(article, name))]
    publish_revision(draft)
    assert [*wrong, *look(page, admin(article, "text"))] == []
