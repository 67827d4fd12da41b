"""From a report to its end: hidden in the queue, told, objected to, overturned by another."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from annotations.models import Annotation, ModerationEntry
from articles.models import Article
from tests import factories
from tests.browser import hands
from tests.browser.conftest import Visit
from tests.browser.test_pages import wrong_with

LOUD = "You least of all should be writing about trains."
REASON = "The first half is welcome; post it again without the second."
OBJECTION = "I quote the minister, in the third paragraph."
ANSWER = "You are right: these are the words of the minister."


@pytest.fixture
def article(transactional_db: None) -> Article:
    return factories.article(title="The night train")


@pytest.mark.walk
def test_from_a_report_to_overturning(visit: Visit, article: Article) -> None:
    ada = factories.person("ada", display_name="Ada Author")
    noor, olga = factories.moderator("noor"), factories.moderator("olga")
    factories.annotation(article, ada, LOUD)

    reader = visit(factories.person("bo"))
    reader.goto(article.get_absolute_url() + "#n-1")
    card = reader.get_by_role("article", name="Comment 1")
    hands.more(card)
    card.get_by_role("form", name="Report as").get_by_role("button", name="Abuse").click()
    expect(card.get_by_text("Moderators will look at it")).to_be_visible()

    first = visit(noor)
    first.goto("/admin/")
    first.get_by_role("link", name="1 thing waits in the review queue").click()
    first.get_by_role("link", name=re.compile("^Abuse.*thread")).click()
    expect(first.get_by_text("1 report waits")).to_be_visible()
    first.get_by_label("Reason", exact=True).fill(REASON)
    first.get_by_role("button", name="Hide").click()
    expect(first.get_by_role("button", name="Undo")).to_be_visible()
    reader.goto("/notices/")
    expect(
        reader.get_by_role("heading", name="Something was done about what you reported")
    ).to_be_visible()

    author = visit(ada)
    author.goto("/notices/")
    expect(author.get_by_text(f"Reason: {REASON}")).to_be_visible()
    author.get_by_role("link", name="Read the decision, or object").click()
    expect(author.get_by_role("heading", name="What you wrote was hidden")).to_be_visible()
    expect(author.get_by_text(LOUD)).to_be_visible()
    expect(author.get_by_text("A moderator, and no program")).to_be_visible()
    assert wrong_with(author) == []
    author.get_by_label("What is wrong with the decision").fill(OBJECTION)
    author.get_by_role("button", name="Object").click()
    expect(author.get_by_text("It waits for another moderator")).to_be_visible()

    first.goto("/admin/annotations/appeal/")
    first.get_by_role("link", name="Their words were hidden").click()
    expect(first.get_by_text("Another moderator answers the appeal.")).to_be_visible()

    second = visit(olga)
    second.goto("/admin/annotations/appeal/")
    second.get_by_role("link", name="Their words were hidden").click()
    expect(second.get_by_text(OBJECTION)).to_be_visible()
    expect(second.get_by_text(LOUD)).to_be_visible()
    assert wrong_with(second) == []
    second.get_by_label("The decision is taken back").check()
    second.get_by_label("Answer", exact=True).fill(ANSWER)
    second.get_by_role("button", name="Answer the appeal").click()
    expect(second.get_by_text("Answered; the person is told.")).to_be_visible()

    author.goto("/notices/")
    author.get_by_role("link", name="You objected, and the decision is taken back").first.click()
    expect(author.get_by_text(ANSWER)).to_be_visible()
    expect(author.get_by_text("Another moderator than the one who decided first")).to_be_visible()

    stranger = visit(None)
    stranger.goto(article.get_absolute_url())
    expect(stranger.get_by_text(LOUD)).to_be_visible()
    assert Annotation.objects.get().moderation == "published"
    acts = ModerationEntry.objects.order_by("pk").values_list("act", "by")
    assert list(acts) == [("hide", noor.pk), ("overturn", olga.pk), ("restore", olga.pk)]
