"""Choosing words and what to do with them: by mouse, by touch, by keyboard; and naming people."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from annotations.models import Anchor, Annotation
from articles.models import Article
from ncr.accounts.models import User
from tests import factories
from tests.annotations.revised import revised
from tests.browser import hands
from tests.browser.conftest import Visit

TEXT = f"""It stops at [the border](https://example.org/) 🚂 at night.

## A heading here

Nobody gets off, and nobody gets on.

هذا نص قصير يُقرأ من اليمين إلى اليسار.

{"A long run of words. " * 520}
"""


@pytest.fixture
def article(transactional_db: None) -> Article:
    return factories.article(TEXT)


@pytest.fixture
def ada(article: Article) -> User:
    return factories.person("ada", display_name="Ada Reader")


def select_by_script(page: Page, begin: str, end: str) -> None:
    """Where a drag would be long: from the beginning of some words to the end of others."""
    page.wait_for_load_state("networkidle")
    page.evaluate(
        """([begin, end]) => {
            const find = (words, isEnd) => {
                const root = document.querySelector(".prose");
                const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
                while (walker.nextNode()) {
                    const at = isEnd ? walker.currentNode.data.lastIndexOf(words)
                        : walker.currentNode.data.indexOf(words);
                    const isText = walker.currentNode.parentElement.closest("[data-text]");
                    if (at >= 0 && isText) return [walker.currentNode, at];
                }
            };
            const [node, at] = find(begin, false);
            const [last, to] = find(end, true);
            getSelection().setBaseAndExtent(node, at, last, to + end.length);
        }""",
        [begin, end],
    )


def highlight(page: Page) -> None:
    with page.expect_response("**/threads"):
        page.get_by_role("button", name="Highlight for me").click()


def test_a_highlight_takes_one_press_and_is_for_oneself(
    visit: Visit, article: Article, ada: User
) -> None:
    page = visit(ada)
    page.goto(article.get_absolute_url())
    hands.select(page, "nobody gets on")
    highlight(page)
    expect(page.get_by_role("article", name=re.compile("^Note p"))).to_be_visible()
    made = Annotation.objects.get()
    assert (made.kind, made.body, made.thread.audience_kind) == ("highlight", "", "person")
    assert Anchor.objects.get().quote == "nobody gets on"


@pytest.mark.slow
def test_a_highlight_that_fails_says_why_and_is_made_once(
    visit: Visit, article: Article, ada: User
) -> None:
    page = visit(ada)
    page.goto(article.get_absolute_url())
    page.route("**/threads", lambda route: route.abort())
    hands.select(page, "nobody gets on")
    page.get_by_role("button", name="Highlight for me").click()
    told = page.get_by_role("alert").filter(has_text="Not highlighted")
    expect(told).to_be_visible()
    page.unroute("**/threads")
    told.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("article", name=re.compile("^Note p"))).to_be_visible()
    assert Annotation.objects.count() == 1


def test_by_touch_the_number_selects_and_the_bar_stands_at_the_bottom(
    visit: Visit, article: Article, ada: User
) -> None:
    page = visit(ada, width=390, height=800, has_touch=True, is_mobile=True)
    page.goto(article.get_absolute_url())
    page.wait_for_load_state("networkidle")
    page.locator(".prose").get_by_role("link", name="Paragraph 2", exact=True).tap()
    bar = page.get_by_role("toolbar", name="Annotate")
    expect(bar).to_be_visible()
    box = bar.bounding_box()
    assert box
    assert box["y"] + box["height"] == pytest.approx(800, abs=1)
    heights = bar.evaluate(
        "bar => [...bar.querySelectorAll('button')].map((one) => one.offsetHeight)"
    )
    assert min(filter(None, heights)) >= 44
    assert page.evaluate("() => getSelection().toString()").startswith("Nobody gets off")
    bar.get_by_role("button", name="Annotate", exact=True).tap()
    form = hands.composer(page)
    hands.write(form, "By thumb.")
    hands.post(form)
    expect(page.get_by_role("article", name="Comment 1")).to_contain_text("By thumb.")
    assert Anchor.objects.get().is_whole_block


@pytest.mark.slow
def test_by_keyboard_a_heading_and_the_next_paragraph(
    visit: Visit, article: Article, ada: User
) -> None:
    page = visit(ada)
    page.goto(article.get_absolute_url())
    add = page.get_by_role("button", name="Annotate: A heading here")
    add.focus()
    page.keyboard.press("Enter")
    picker = page.get_by_role("application")
    expect(picker).to_have_accessible_name("Choose words of A heading here")
    page.keyboard.press("PageDown")
    expect(picker).to_have_accessible_name("Choose words of Paragraph 2")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    with page.expect_response("**/threads"):
        page.keyboard.press("h")
    expect(page.get_by_role("article", name=re.compile("^Note p"))).to_be_visible()
    expect(page.get_by_role("button", name="Annotate: Paragraph 2")).to_be_focused()
    assert Anchor.objects.get().quote == "Nobody gets"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("begin", "end", "quote"),
    [
        ("at night", "Nobody", "at night.\nA heading here\nNobody"),
        ("he bor", "bor", "the border"),
        ("🚂", "🚂", "🚂"),
        ("قصير", "اليمين", "قصير يُقرأ من اليمين"),
    ],
    ids=["across a heading", "inside a link", "an emoji", "right to left"],
)
def test_odd_selections_are_taken(
    visit: Visit, article: Article, ada: User, begin: str, end: str, quote: str
) -> None:
    page = visit(ada)
    page.goto(article.get_absolute_url())
    select_by_script(page, begin, end)
    highlight(page)
    expect(page.get_by_role("article", name=re.compile("^Note p"))).to_be_visible()
    assert Anchor.objects.get().quote == quote


@pytest.mark.slow
def test_backwards_and_half_an_emoji(visit: Visit, article: Article, ada: User) -> None:
    page = visit(ada)
    page.goto(article.get_absolute_url())
    hands.select(page, "gets off", to="nobody", backwards=True)
    highlight(page)
    page.evaluate(
        """() => {
            const walker = document.createTreeWalker(document.querySelector(".prose"), 4);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf("🚂");
                if (at >= 0) {
                    return getSelection().setBaseAndExtent(
                        walker.currentNode, at + 1, walker.currentNode, at + 2);
                }
            }
        }"""
    )
    highlight(page)
    quotes = list(Anchor.objects.order_by("pk").values_list("quote", flat=True))
    assert quotes == ["gets off, and nobody", "🚂"]


@pytest.mark.slow
def test_too_long_a_selection_says_so_and_white_space_offers_nothing(
    visit: Visit, watch: Any, article: Article, ada: User
) -> None:
    watch.expect(422)
    page = visit(ada)
    page.goto(article.get_absolute_url())
    select_by_script(page, "Nobody gets off", "words.")
    form_opens = page.get_by_role("toolbar").get_by_role("button", name="Annotate", exact=True)
    form_opens.click()
    form = hands.composer(page)
    hands.write(form, "About all of it.")
    hands.post(form)
    expect(form.get_by_text("more text than one annotation can point at")).to_be_visible()
    expect(form.get_by_label("Your note")).to_have_value("About all of it.")
    page.keyboard.press("Escape")
    select_by_script(page, " gets", " ")
    page.evaluate(
        """() => {
            const node = document.querySelector(".prose [data-text]").firstChild;
            getSelection().setBaseAndExtent(node, 2, node, 3);
        }"""
    )
    page.wait_for_timeout(300)
    expect(page.get_by_role("toolbar")).to_have_count(0)
    assert not Annotation.objects.exists()


@pytest.mark.slow
def test_words_of_a_text_that_was_revised_meanwhile(
    visit: Visit, article: Article, ada: User
) -> None:
    page = visit(ada)
    page.goto(article.get_absolute_url())
    revised(article, f"Put in front.\n\n{TEXT}")
    form = hands.annotate(page, "nobody gets on")
    expect(form.locator(".passage")).to_have_text("nobody gets on")
    hands.write(form, "Still meant.")
    hands.post(form)
    expect(page.get_by_role("article", name="Comment 1")).to_contain_text("Still meant.")
    assert Anchor.objects.get().quote == "nobody gets on"


def test_people_are_suggested_after_an_at(visit: Visit, article: Article, ada: User) -> None:
    factories.annotation(
        article, factories.person("bo", display_name="Bo Second"), words="gets off"
    )
    page = visit(ada)
    page.goto(article.get_absolute_url())
    editor = hands.annotate(page, "nobody gets on").get_by_label("Your note")
    editor.press_sequentially("Ask @b")
    option = page.get_by_role("option", name=re.compile("Bo Second"))
    expect(option).to_have_attribute("aria-selected", "true")
    editor.press("Escape")
    expect(option).to_be_hidden()
    expect(editor).to_be_visible()
    editor.press_sequentially("o")
    expect(option).to_be_visible()
    editor.press("Enter")
    expect(editor).to_have_value("Ask @bo ")
    expect(editor).to_be_focused()


def test_by_mouse_words_that_were_cut_are_taken_whole(
    visit: Visit, article: Article, ada: User
) -> None:
    page = visit(ada)
    page.goto(article.get_absolute_url())
    select_by_script(page, "body gets off, ", "nobody gets o")
    page.get_by_role("toolbar", name="Annotate").get_by_role(
        "button", name="Annotate", exact=True
    ).click()
    form = hands.composer(page)
    assert form.locator(".passage").inner_text() == "Nobody gets off, and nobody gets on"
    # to whom it is said is in view, however far down the paragraph stands
    expect(form.get_by_role("button", name="Post to everyone")).to_be_in_viewport(ratio=1)
    hands.write(form, "Whole.")
    hands.post(form)
    expect(page.get_by_role("article", name="Comment 1")).to_contain_text("Whole.")
    assert Anchor.objects.get().quote == "Nobody gets off, and nobody gets on"


def test_what_was_posted_is_counted_at_once(visit: Visit, article: Article, ada: User) -> None:
    factories.annotation(article, factories.person(), words="border", topics=["Borders"])
    page = visit(ada)
    page.goto(article.get_absolute_url())
    outline = page.locator(".outline")
    expect(outline.get_by_role("link", name="The 1 note in order")).to_be_visible()
    for body, topics in (("On the paragraph.", ["Borders", "Nights"]), ("And again.", [])):
        page.wait_for_load_state("networkidle")
        page.locator(".prose .pn").nth(1).focus()
        page.keyboard.press("a")
        form = hands.composer(page)
        hands.write(form, body)
        for topic in topics:
            form.get_by_role("combobox", name="Topics").fill(topic)
            form.get_by_role("combobox", name="Topics").press("Enter")
        hands.post(form)
        expect(page.locator(".card.is-chosen")).to_contain_text(body)
    expect(outline.get_by_role("link", name="All 3 notes in order")).to_be_visible()
    expect(outline.locator(".toc .count")).to_have_text("2")
    expect(outline.locator(".toc .count")).to_have_accessible_name("A heading here: 2 notes")
    expect(page.locator(".prose").get_by_role("link", name="Paragraph 2, 2 notes")).to_be_visible()
    expect(page.locator(".strip").get_by_role("link", name="Paragraph 2, 2 notes")).to_have_class(
        "w2"
    )
    expect(outline.locator(".topic-list li")).to_have_text(["Borders 2", "Nights 1"])
