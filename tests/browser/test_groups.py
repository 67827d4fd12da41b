"""Reading in a group: made, joined, written to; and nobody outside sees a trace of it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from articles.models import Article
from ncr.accounts import grouping
from ncr.accounts.models import ReadingGroup, User
from tests import factories
from tests.browser import hands
from tests.browser.conftest import Visit

SAID = "Zephyrous words for the circle."
CIRCLE = "Tuesday circle"


@pytest.fixture
def ada(db: None) -> User:
    return factories.person("ada", display_name="Ada Reader")


@pytest.fixture
def circle(ada: User) -> ReadingGroup:
    group = grouping.make_group(ada, CIRCLE)
    grouping.add_member(group, factories.person("bo", display_name="Bo Second"), by=ada)
    return group


@pytest.fixture
def article(db: None) -> Article:
    return factories.article()


def audience(form: Locator) -> Locator:
    return form.get_by_label("Who may read it")


def button(form: Locator) -> Locator:
    return form.locator("button.primary[type=submit]")


def band(form: Locator) -> tuple[str, str]:
    """The form of the band's edge at its beginning, and the sentence that is read in it."""
    found = form.locator(".said-to")
    style = found.evaluate("(e) => getComputedStyle(e).borderInlineStartStyle")
    words = [one for one in found.locator(".says").all() if one.is_visible()]
    assert len(words) == 1
    return style, words[0].inner_text()


def choose(form: Locator, kind: str) -> None:
    audience(form).select_option(label=kind)


def test_the_composer_says_to_whom_it_sends(
    visit: Visit, article: Article, ada: User, circle: ReadingGroup
) -> None:
    page = visit(ada)
    page.goto(article.get_absolute_url())
    form = hands.annotate(page, "train stops")
    seen = {}
    for label, words in {
        "Everyone": "Post to everyone",
        "Members": "Post to members",
        "Tuesday circle (2 people)": "Post to Tuesday circle (2 people)",
        "Only me": "Keep for me alone",
    }.items():
        choose(form, label)
        expect(button(form)).to_have_text(words)
        seen[label] = (*band(form), form.locator(".said-to").evaluate("(e) => e.clientLeft"))
    assert len(set(seen.values())) == 4
    assert "Only the people in this group" in seen["Tuesday circle (2 people)"][1]
    # the choice stands at the button, not somewhere above it
    select, send = audience(form).bounding_box(), button(form).bounding_box()
    assert select
    assert send
    assert 0 < send["y"] - select["y"] < 160


def test_the_choice_is_remembered_after_a_reload(
    visit: Visit, article: Article, ada: User, circle: ReadingGroup
) -> None:
    page = visit(ada)
    page.goto(article.get_absolute_url())
    form = hands.annotate(page, "train stops")
    expect(button(form)).to_have_text("Post to everyone")
    hands.write(form, SAID)
    choose(form, "Tuesday circle (2 people)")
    hands.post(form)
    card = page.get_by_role("article", name="Comment g1")
    expect(card).to_contain_text(SAID)
    expect(card.locator(".tag.audience")).to_contain_text(CIRCLE)
    page.reload()
    form = hands.annotate(page, "second train")
    expect(audience(form)).to_have_value(f"group:{circle.slug}")
    expect(button(form)).to_have_text("Post to Tuesday circle (2 people)")


def test_a_draft_for_a_group_that_was_left_is_set_to_only_me(
    visit: Visit, article: Article, ada: User, circle: ReadingGroup
) -> None:
    bo = User.objects.get(username="bo")
    page = visit(bo)
    page.goto(article.get_absolute_url())
    form = hands.annotate(page, "train stops")
    choose(form, "Tuesday circle (2 people)")
    hands.write(form, SAID)
    expect(form.locator(".saved")).to_contain_text("Saved")
    grouping.leave(circle, by=bo)
    page.reload()
    page.get_by_role("button", name="Continue").click()
    form = hands.composer(page)
    expect(form.get_by_label("Your note")).to_have_value(SAID)
    expect(button(form)).to_have_text("Keep for me alone")
    expect(form.get_by_role("alert")).to_contain_text("“Only me” is set")


def no_trace(page: Page, article: Article) -> None:
    address = article.get_absolute_url()
    for path in (
        address,
        f"{address}discussion/",
        f"{address}p/{factories.block(article).key}/",
        "/articles/",
        "/topics/",
        "/groups/",
        "/people/ada/",
    ):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        shown = page.content()
        for trace in ("Zephyr", "Tuesday", "g1"):
            assert trace not in shown, (path, trace)
        assert not re.search(r"\b[12] notes?\b", page.locator("body").inner_text()), path


@pytest.mark.walk
def test_a_member_reads_and_answers_what_an_outsider_sees_no_trace_of(
    visit: Visit, watch: object, article: Article, ada: User, circle: ReadingGroup
) -> None:
    outsider = visit(factories.person("eve"))
    before = outsider.request.get(article.get_absolute_url()).headers["etag"]
    writer = visit(ada)
    writer.goto(article.get_absolute_url())
    form = hands.annotate(writer, "train stops")
    choose(form, "Tuesday circle (2 people)")
    hands.write(form, SAID)
    hands.file_under(form, "Zephyrology")
    hands.post(form)
    expect(writer.get_by_role("article", name="Comment g1")).to_contain_text(SAID)

    bo = visit(User.objects.get(username="bo"))
    bo.goto(article.get_absolute_url())
    expect(bo.get_by_role("link", name="Note g1", exact=True)).to_be_visible()
    expect(bo.get_by_role("region", name="Notes for some readers only")).to_contain_text(CIRCLE)
    bo.get_by_role("link", name="Reply to Ada Reader").click()
    form = hands.composer(bo)
    expect(form.get_by_role("heading", name="Reply to Ada Reader")).to_be_visible()
    hands.write(form, "Zephyrs, yes.")
    hands.post(form, "Post reply to Tuesday circle (2 people)")
    expect(bo.get_by_role("article", name="Comment g1")).to_contain_text("Zephyrs, yes.")

    for page in (outsider, visit()):
        no_trace(page, article)
    assert outsider.request.get(article.get_absolute_url()).headers["etag"] == before


def test_without_javascript_the_choice_stands_at_the_button(
    visit: Visit, article: Article, ada: User, circle: ReadingGroup
) -> None:
    page = visit(ada, scripts=False)
    page.goto(f"{article.get_absolute_url()}annotate/")
    form = page.locator("form.composer")
    choose(form, "Tuesday circle (2 people)")
    assert band(form) == ("double", "Only the people in this group can read this.")
    form.get_by_label("Your note").fill(SAID)
    button(form).click()
    expect(page.locator(".tag.audience")).to_contain_text(CIRCLE)
    page.goto(article.get_absolute_url())
    page.get_by_role("link", name="Annotate the article as a whole").click()
    expect(audience(form)).to_have_value(f"group:{circle.slug}")


def test_a_group_is_made_and_people_come_and_go(
    visit: Visit, ada: User, transactional_db: None
) -> None:
    factories.person("bo", display_name="Bo Second")
    page = visit(ada, scripts=False)
    page.goto("/articles/")
    page.get_by_role("navigation", name="Site").get_by_role("link", name="Groups").click()
    page.get_by_role("link", name="Make a group").click()
    page.get_by_label("Name", exact=True).fill(CIRCLE)
    page.get_by_label("Any member of this site").check()
    page.get_by_role("button", name="Make the group").click()
    expect(page.get_by_role("heading", name=CIRCLE, level=1)).to_be_visible()
    page.get_by_role("link", name="Members and invitations").click()
    page.get_by_label("User name").fill("bo")
    page.get_by_role("button", name="Take in").click()
    page.get_by_role("button", name="Make a leader").click()
    page.get_by_role("button", name="Make an invitation").click()
    expect(page.locator(".one-time")).to_contain_text("/accounts/invitation/")

    bo = visit(User.objects.get(username="bo"), scripts=False)
    bo.goto("/groups/")
    bo.get_by_role("link", name=CIRCLE).click()
    bo.get_by_text("Leave this group").click()
    bo.get_by_role("button", name="Leave", exact=True).click()
    expect(bo.get_by_text("You left “Tuesday circle”.")).to_be_visible()
    bo.get_by_role("button", name="Join this group").click()
    expect(bo.get_by_text("You are in this group now.")).to_be_visible()


def test_within_a_groups_article_one_writes_to_the_group(
    visit: Visit, ada: User, circle: ReadingGroup
) -> None:
    own = factories.article(title="For the circle", audience=circle.audience)
    page = visit(ada)
    page.goto(own.get_absolute_url())
    expect(page.locator(".article-head .tag.audience")).to_have_text("For Tuesday circle")
    form = hands.annotate(page, "train stops")
    expect(button(form)).to_have_text("Post to Tuesday circle (2 people)")
    assert audience(form).locator("option").all_inner_texts() == [
        "Tuesday circle (2 people)",
        "Only me",
    ]
    hands.write(form, SAID)
    hands.post(form)
    expect(page.get_by_role("article", name="Comment g1")).to_contain_text(SAID)
    page.reload()
    mark = page.locator(".prose .hl").filter(has_text="train stops")
    expect(mark).to_be_visible()
    page.get_by_role("link", name="Note g1, 1 entry").click()
    expect(page.locator(".card.is-chosen")).to_contain_text(SAID)
