"""What readers and authors see of revisions: looked at by axe, and walked through by an author."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from annotations import annotating
from annotations.models import Annotation, Placement
from annotations.revised import tell_authors
from articles.models import Article, Block
from articles.revising import withdraw_revision
from ncr.accounts.models import User
from tests import factories
from tests.browser.conftest import Visit
from tests.browser.everywhere import pages_of_revisions, publish
from tests.browser.hands import select
from tests.browser.test_pages import faults, look, look_in_both_schemes

FIRST = """The corridor runs through two countries, and nobody is quite sure which of them keeps it.

## At the border

The train stops at the border for two hours while papers are looked at by candlelight.

Nobody on board may leave the carriage, and the windows stay shut.

Goods go by ship instead, which takes a day longer and costs less.

A paragraph that nothing ever happens to.

Another one of the same kind.

And a third.

The last word belongs to the ferry, which sails whatever the papers say.
"""
SECOND = (
    FIRST.replace("for two hours", "for nearly three hours")
    .replace("Nobody on board may leave the carriage, and the windows stay shut.\n\n", "")
    .replace("And a third.\n", "And a third.\n\nThis one is new, and says so.\n")
)
LONG = "Donaudampfschifffahrtsgesellschaft" * 3


def revised_article(author: User, editor: User) -> tuple[Article, Annotation, Annotation]:
    """An article in its second revision: under one note the text changed, another lost its own."""
    article = factories.article(FIRST, title="The corridor and its papers")
    words = "stops at the border for two hours"
    edited = factories.annotation(article, author, "How long, exactly?", words=words)
    lost = factories.annotation(article, author, "Who says so?", words="windows stay shut")
    factories.annotation(article, editor, "A *ferry* at last.", words="belongs to the ferry")
    annotating.reply(by=editor, to=lost, body="Everybody says so.")
    publish(article, SECOND, editor, note=f"An hour more, by the new timetable. {LONG}")
    Placement.objects.current().filter(anchor__annotation=edited).update(review="asked")
    return article, edited, lost


def addresses(author: User) -> list[str]:
    editor = factories.moderator("editor")
    article, edited, lost = revised_article(author, editor)
    publish(article, SECOND.replace("candlelight", "lamplight"), editor, note="A mistake.")
    withdraw_revision(article.standing, by=editor, reason="A mistake.")
    article.refresh_from_db()
    gone = Block.objects.get(article=article, revision__number=1, text__contains="windows")
    goods = Block.objects.get(article=article, revision__number=4, text__contains="Goods")
    tell_authors.call(Article.objects.get(pk=article.pk).revisions.get(number=2).pk)
    base = article.get_absolute_url()
    return [
        *pages_of_revisions(base, edited, lost, gone, goods),
        f"{base}revisions/2/",
        f"{base}revisions/2/changes/?all=1",
        "/notices/",
    ]


@pytest.mark.parametrize(
    ("width", "scheme"),
    [(1280, "light"), (390, "dark"), (320, "light")],
)
def test_pages_of_revisions_are_accessible_and_fit(
    visit: Visit, transactional_db: None, width: int, scheme: Any
) -> None:
    author = factories.person("ada", display_name="Ada Author")
    page = visit(author, width=width, color_scheme=scheme)
    wrong = []
    for address in addresses(author):
        wrong += look_in_both_schemes(page, address, scheme)
    assert wrong == []


def test_a_reader_without_an_account_sees_the_same_without_forms(
    visit: Visit, transactional_db: None
) -> None:
    author = factories.person("ada", display_name="Ada Author")
    article, edited, _lost = revised_article(author, factories.person("ed"))
    page = visit()
    base = article.get_absolute_url()
    for address in (f"{base}history/", f"{base}revisions/2/changes/", f"{base}revisions/1/"):
        assert look(page, address) == []
    assert look(page, f"/annotations/{edited.uuid}/place/") == []
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)


def test_an_author_confirms_one_note_and_places_another(
    visit: Visit, transactional_db: None
) -> None:
    author = factories.person("ada", display_name="Ada Author")
    article, edited, lost = revised_article(author, factories.person("ed"))
    page = visit(author)
    page.goto(article.get_absolute_url())
    confirm_from_card(page, edited)
    page.goto(article.get_absolute_url())
    place_in_text(page, lost)
    for note, words in ((edited, "for nearly three hours"), (lost, "a day longer")):
        now = Placement.objects.current().get(anchor__annotation=note)
        assert words in now.quote
        assert now.reviewed_by == author
    page.goto(article.get_absolute_url())
    expect(page.get_by_role("heading", name="Notes whose passage is gone")).to_have_count(0)
    expect(page.locator(f'.hl[data-threads~="{lost.thread.key}"]')).to_have_text("a day longer")


def confirm_from_card(page: Page, note: Annotation) -> None:
    card = page.locator(f"#n-{note.thread.key}")
    changed = card.locator("details.changed")
    changed.locator("summary").click()
    expect(changed.locator("del")).to_have_text("two")
    expect(changed.locator("ins")).to_have_text("nearly three")
    assert faults(page, "card") == []
    changed.get_by_role("link", name="Look at its place").click()
    page.get_by_role("button", name="Yes, it stands where it belongs").click()
    expect(page.get_by_text("Somebody confirmed that it stands here.")).to_be_visible()


def place_in_text(page: Page, note: Annotation) -> None:
    listed = page.get_by_role("region", name="Notes whose passage is gone")
    card = listed.locator(f"#n-{note.thread.key}")
    expect(card.get_by_text("windows stay shut")).to_be_visible()
    card.get_by_role("link", name="Look at its place").click()
    page.get_by_role("link", name="Select the words in the text").click()
    select(page, "a day longer")
    page.get_by_role("button", name="Place the note here").click()
    expect(page.get_by_role("blockquote").filter(has_text="a day longer")).to_be_visible()
    page.get_by_role("button", name="Place it on these words").click()
    expect(page.get_by_text("Somebody placed it here.")).to_be_visible()


def test_without_javascript_a_note_is_placed_by_a_phrase(
    visit: Visit, transactional_db: None
) -> None:
    author = factories.person("ada", display_name="Ada Author")
    _article, _edited, lost = revised_article(author, factories.person("ed"))
    page = visit(author, scripts=False)
    page.goto(f"/annotations/{lost.uuid}/place/")
    expect(page.get_by_role("link", name="Select the words in the text")).to_be_hidden()
    chosen = page.get_by_label("Or choose a paragraph")
    chosen.select_option(label="¶ 3: Goods go by ship instead, which takes a day longer and …")
    page.get_by_role("button", name="Show this paragraph").click()
    page.get_by_label("The words it belongs to").fill("costs less")
    page.get_by_role("button", name="Place it there").click()
    expect(page.get_by_text("Somebody placed it here.")).to_be_visible()
    assert Placement.objects.current().get(anchor__annotation=lost).quote == "costs less"


def test_an_address_of_a_paragraph_that_is_gone_is_followed(
    visit: Visit, transactional_db: None
) -> None:
    author = factories.person("ada", display_name="Ada Author")
    article, _edited, _lost = revised_article(author, factories.person("ed"))
    gone = Block.objects.get(article=article, revision__number=1, text__contains="windows")
    kept = Block.objects.get(article=article, revision__number=2, text__contains="Goods")
    Block.objects.filter(pk=kept.pk).update(absorbed=["0merged0"])
    page = visit(author)
    page.goto(f"{article.get_absolute_url()}#p-{gone.key}")
    expect(page.get_by_text("This passage is no longer in the text.")).to_be_visible()
    assert page.url.endswith(f"/p/{gone.key}/")
    page.goto(f"{article.get_absolute_url()}#p-0merged0")
    expect(page.locator(f"#p-{kept.key}")).to_be_in_viewport()
    assert page.url.endswith("#p-0merged0")
