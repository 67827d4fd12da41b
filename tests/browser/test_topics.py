"""Topics from end to end: proposed while annotating, kept in the admin, read across articles."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from annotations.models import Assignment, Topic
from annotations.topics import keeping
from articles.models import Article
from tests import factories
from tests.browser import hands
from tests.browser.conftest import Visit
from tests.browser.test_pages import look

# The admin's style sheets import each other; axe fetches them anew from where they are not
WITHOUT = {"preload": False}


def file_note(page: Page, article: Article, words: str, body: str, topic: str) -> None:
    page.goto(article.get_absolute_url())
    form = hands.annotate(page, words)
    hands.write(form, body)
    hands.file_under(form, topic)
    hands.post(form)
    expect(page.locator(".card").filter(has_text=body)).to_be_visible()


def painted(page: Page) -> list[str]:
    """What is marked as the topic's: by elements of the page, and by paint."""
    return page.evaluate(
        """() => {
            const words = ({ startContainer, startOffset, endContainer, endOffset }) => {
                const range = document.createRange();
                range.setStart(startContainer, startOffset);
                range.setEnd(endContainer, endOffset);
                return String(range);
            };
            return [
                ...[...document.querySelectorAll(".hl.topical")].map((mark) => mark.textContent),
                ...[...(CSS.highlights.get("topic") ?? [])].map(words),
            ];
        }"""
    )


def shown_cards(page: Page) -> list[str]:
    cards = page.locator(".margin > .card:visible")
    return [cards.nth(n).get_attribute("data-label") or "" for n in range(cards.count())]


@pytest.mark.walk
def test_a_topic_from_proposal_to_dossier(visit: Visit, transactional_db: None) -> None:
    article, other = factories.article(title="The corridor"), factories.article(title="The ferry")
    ada = visit(factories.person("ada", display_name="Ada Reader"))
    bo = visit(factories.person("bo", display_name="Bo Second"))
    moderator = factories.moderator()

    # One proposes while annotating; another files another passage under another spelling
    file_note(ada, article, "stops once", "It stops.", "Night train")
    file_note(bo, other, "two countries", "Which two?", "night-TRAIN ")
    assert list(Topic.objects.values_list("name", flat=True)) == ["Night train"]
    factories.annotation(article, moderator, "A third.", topics=["Nachtzug"])

    # A moderator accepts one and merges the other into it
    desk = visit(moderator)
    desk.goto("/admin/annotations/topic/")
    desk.get_by_role("link", name="Night train").click()
    desk.get_by_label("Other names").fill("Sleeper")
    desk.get_by_role("button", name="Save and accept").click()
    expect(desk.get_by_text("Accepted on")).to_be_visible()
    expect(desk.get_by_text("2 annotations that everyone or the members may read")).to_be_visible()
    desk.goto("/admin/annotations/topic/")
    desk.get_by_role("row", name="Nachtzug").get_by_role("checkbox").check()
    desk.locator("select[name=action]").select_option("merge_selected")
    desk.get_by_role("button", name="Go").click()
    expect(desk.get_by_text("Nachtzug: 1 annotation")).to_be_visible()
    desk.locator(".select2-selection").click()
    desk.locator(".select2-search__field").fill("sleep")
    desk.get_by_role("option", name="Night train").click()
    desk.get_by_label("Reason").fill("the same in German")
    desk.get_by_role("button", name="Merge").click()
    expect(desk.get_by_text("Merged into “Night train”: 1.")).to_be_visible()
    assert Assignment.objects.count() == 3

    # A third person files under an alias, and lands under the topic
    file_note(ada, other, "second train", "By alias.", "SLEEPER")
    chip = ada.locator(".card").filter(has_text="By alias.").get_by_role("link", name="Night train")
    chip.click()
    expect(ada.get_by_role("heading", name="Night train", level=1)).to_be_visible()
    expect(ada.get_by_text("4 passages")).to_be_visible()
    expect(ada.locator("mark")).to_have_count(4)

    # The old address leads on, for anybody
    stranger = visit()
    stranger.goto("/topics/nachtzug/")
    expect(stranger).to_have_url(re.compile(r"/topics/night-train/$"))
    expect(stranger.get_by_text("Nachtzug; Sleeper")).to_be_visible()


def marked_article() -> Article:
    """Two notes under Trains, one of them the author's own, and one under Countries."""
    article = factories.article(title="The corridor")
    ada = factories.person("ada", display_name="Ada Reader")
    factories.annotation(article, ada, "On countries.", words="two countries", topics=["Countries"])
    factories.annotation(article, ada, "On trains.", words="stops once", topics=["Trains"])
    factories.annotation(
        article, ada, "My own.", words="second train", audience="me", topics=["Trains", "Own"]
    )
    return article


def test_choosing_a_topic_marks_its_passages(visit: Visit, transactional_db: None) -> None:
    article = marked_article()
    page = visit()
    page.goto(article.get_absolute_url())
    trains = page.get_by_role("button", name="Trains", exact=True)
    expect(trains).to_have_attribute("aria-pressed", "false")
    assert shown_cards(page) == ["1", "2"]

    # By mouse
    trains.click()
    expect(page.get_by_text("Notes shown: 1").first).to_be_visible()
    expect(trains).to_have_attribute("aria-pressed", "true")
    assert painted(page) == ["stops once"]
    assert shown_cards(page) == ["2"]
    page.get_by_role("button", name="Countries", exact=True).click()
    expect(trains).to_have_attribute("aria-pressed", "false")
    expect(page.get_by_text("Notes shown: 1").first).to_be_visible()
    expect(page.get_by_role("button", name="Remove Countries")).to_be_visible()
    assert painted(page) == ["two countries"]
    page.get_by_role("button", name="Countries", exact=True).click()
    assert painted(page) == []
    assert shown_cards(page) == ["1", "2"]

    # By keyboard; Escape first lets the chosen note go, then the topic
    trains.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="To the first")).to_be_visible()
    page.get_by_role("link", name="To the first").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".card.is-chosen")).to_have_attribute("data-label", "2")
    page.keyboard.press("Escape")
    expect(page.locator(".card.is-chosen")).to_have_count(0)
    assert painted(page) == ["stops once"]
    page.keyboard.press("Escape")
    expect(trains).to_have_attribute("aria-pressed", "false")
    assert painted(page) == []
    trains.click()
    page.get_by_role("link", name="In all articles").click()
    expect(page.get_by_role("heading", name="Trains", level=1)).to_be_visible()


def test_ones_own_is_marked_as_well(visit: Visit, transactional_db: None) -> None:
    article = marked_article()
    page = visit(Article.objects.get(pk=article.pk).threads.first().annotations.get().author)
    page.goto(article.get_absolute_url())
    expect(page.locator(".topic-list li").filter(has_text="Trains")).to_have_text("Trains 2")
    page.get_by_role("button", name="Trains", exact=True).click()
    expect(page.get_by_text("Notes shown: 2").first).to_be_visible()
    assert painted(page) == ["stops once", "second train"]
    assert shown_cards(page) == ["2", "p1"]
    page.get_by_role("button", name="Own", exact=True).click()
    expect(page.get_by_text("Notes shown: 1").first).to_be_visible()
    assert painted(page) == ["second train"]
    assert page.evaluate("document.querySelectorAll('#s-p1').length") == 1


def test_without_javascript_a_topic_leads_to_its_passages_here(
    visit: Visit, transactional_db: None
) -> None:
    article = marked_article()
    elsewhere = factories.article(title="The ferry")
    factories.annotation(elsewhere, factories.person(), topics=["Trains"])
    page = visit(scripts=False)
    page.goto(article.get_absolute_url())
    page.locator(".outline summary").click()
    page.get_by_role("link", name="Trains").first.click()
    expect(page.get_by_role("heading", name="Trains", level=1)).to_be_visible()
    expect(page.locator("mark")).to_have_text(["stops once"])
    page.get_by_role("link", name="All articles").click()
    expect(page.locator("mark")).to_have_count(2)
    page.get_by_role("link", name="Topics").first.click()
    page.get_by_label("Name or alias").fill("count")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("link", name="Countries")).to_be_visible()
    expect(page.get_by_role("link", name="Trains")).to_have_count(0)


def test_on_a_phone(visit: Visit, transactional_db: None) -> None:
    article = marked_article()
    page = visit(width=390, height=844, has_touch=True)
    page.goto(article.get_absolute_url())
    page.get_by_text("Contents").click()
    page.get_by_role("button", name="Trains", exact=True).tap()
    expect(page.get_by_text("Notes shown: 1").first).to_be_visible()
    page.get_by_role("link", name="To the first").tap()
    expect(page.locator(".card.is-chosen")).to_be_visible()
    assert painted(page) == ["stops once"]


def test_pages_of_topics_are_accessible_and_fit(visit: Visit, transactional_db: None) -> None:
    article = marked_article()
    moderator = factories.moderator()
    topic = Topic.objects.get(slug="trains")
    keeping.accept(topic, by=moderator)
    keeping.add_alias(topic, "Eisenbahn" + "knotenpunkt" * 6, by=moderator)
    keeping.set_broader(Topic.objects.get(slug="countries"), topic, by=moderator)
    keeping.describe(topic, "What **runs** on rails.", by=moderator)
    addresses = [
        "/topics/",
        "/topics/?q=nothing",
        "/topics/trains/",
        "/topics/countries/",
        f"/topics/trains/?article={article.slug}&order=active",
        "/topics/trains/?article=nowhere",
        "/people/ada/",
        "/people/moderator/",
        "/admin/annotations/topic/",
        f"/admin/annotations/topic/{topic.pk}/change/",
        f"/admin/annotations/topic/merge/?topic={topic.pk}",
    ]
    wrong = []
    for width, scheme in ((1280, "light"), (390, "dark"), (320, "light")):
        page = visit(moderator, width=width, color_scheme=scheme)
        own = [one for one in addresses if width != 320 or not one.startswith("/admin")]
        wrong += [f"{width} {one}" for address in own for one in look(page, address, **WITHOUT)]
    assert wrong == [], "\n".join(wrong)


def test_the_marked_article_is_accessible(visit: Visit, transactional_db: None) -> None:
    from axe_playwright_python.sync_playwright import Axe

    from tests.browser.test_pages import RULES

    article = marked_article()
    for scheme in ("light", "dark"):
        page = visit(color_scheme=scheme)
        page.goto(article.get_absolute_url())
        page.get_by_role("button", name="Trains", exact=True).click()
        expect(page.get_by_role("button", name="Show everything")).to_be_visible()
        found = Axe().run(page, options=RULES).response["violations"]
        assert [one["id"] for one in found] == []


@pytest.mark.parametrize("scripts", [True, False])
def test_a_topic_is_disputed_and_taken_off(
    visit: Visit, transactional_db: None, scripts: bool
) -> None:
    article = factories.article()
    ada = factories.person("ada", display_name="Ada Author")
    note = factories.annotation(article, ada, "A note.", topics=["CFE Treaty"])
    reader = visit(factories.person("bo"), scripts=scripts)
    reader.goto(f"/annotations/{note.uuid}/acts/")
    reader.get_by_role("link", name="Topics", exact=True).last.click()
    expect(reader.get_by_role("heading", name="CFE Treaty")).to_be_visible()
    reader.get_by_text("Dispute it").click()
    reader.get_by_label("Why is this topic wrong here?").fill("It is about trains.")
    reader.get_by_role("button", name="Send the dispute").click()
    expect(reader.get_by_text("Your verdict is kept.")).to_be_visible()
    expect(reader.get_by_text("It is about trains.")).to_be_visible()
    reader.goto("/topics/cfe-treaty/")
    expect(reader.get_by_role("link", name="Topic disputed")).to_be_visible()

    desk = visit(factories.moderator("noor"), scripts=scripts)
    desk.goto("/admin/annotations/reviewitem/")
    desk.get_by_role("link", name=re.compile("^Disputed.*Topic of an annotation")).click()
    expect(desk.get_by_text("It is about trains.")).to_be_visible()
    desk.get_by_label("Reason", exact=True).fill("So it is.")
    desk.get_by_role("button", name="Take the topic off").click()
    expect(desk.get_by_role("heading", name="Review queue")).to_be_visible()
    assert not note.assignments.exists()
    own = visit(ada, scripts=scripts)
    own.goto("/notices/")
    expect(own.get_by_role("heading", name=re.compile("was taken off a note"))).to_be_visible()
