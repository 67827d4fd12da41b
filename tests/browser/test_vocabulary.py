"""Topics are merged and taken apart again, split, and a vocabulary is brought in, in the admin."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from annotations.models import Topic
from annotations.topics import keeping
from articles.models import Article
from ncr.accounts.models import User
from tests import factories
from tests.browser.conftest import Visit
from tests.browser.test_pages import faults

TOPIC = "/admin/annotations/topic"


@pytest.fixture
def topics(article: Article, ada: User) -> tuple[Topic, Topic]:
    """“Harbor” with a passage of its own, and “Harbour” with two."""
    noor = factories.moderator("keeper")
    for body, name in (("One.", "Harbor"), ("Two.", "Harbour"), ("Three.", "Harbour")):
        factories.annotation(article, ada, body, topics=[name])
    made = [Topic.objects.get(name=name) for name in ("Harbor", "Harbour")]
    for one in made:
        keeping.accept(one, by=noor)
    keeping.add_alias(made[0], "Haven", by=noor)
    return made[0], made[1]


def keeper() -> User:
    return User.objects.get(username="keeper")


@pytest.mark.walk
@pytest.mark.parametrize(("width", "scripts"), [(1280, True), (390, False)])
def test_two_topics_are_merged_and_taken_apart_again(
    visit: Visit, topics: tuple[Topic, Topic], width: int, scripts: bool
) -> None:
    harbor = topics[0]
    page = visit(keeper(), width=width, scripts=scripts)
    page.goto(f"/topics/{harbor.slug}/")
    page.get_by_role("link", name="Edit this topic").click()
    page.get_by_role("link", name="Merge into another").click()
    page.get_by_label("Or by its name").fill("Harbour")
    page.get_by_label("Haven").uncheck()
    page.get_by_label("Reason").fill("One spelling.")
    page.get_by_role("button", name="Merge").click()
    expect(page.get_by_text("Merged into “Harbour”: 1.")).to_be_visible()

    page.goto(f"/topics/{harbor.slug}/")
    expect(page.get_by_role("heading", name="Harbour", exact=True)).to_be_visible()
    expect(page.get_by_text("3 passages").first).to_be_visible()

    page.get_by_role("link", name="Edit this topic").click()
    page.get_by_role("link", name="Take back").click()
    if scripts:
        assert faults(page, "taking a merge back") == []
    page.get_by_label("Reason").fill("They differ.")
    page.get_by_role("button", name="Take the merge back").click()
    expect(page.get_by_text("“Harbor” is a topic of its own again.")).to_be_visible()
    page.goto(f"/topics/{harbor.slug}/")
    expect(page.get_by_role("heading", name="Harbor", exact=True)).to_be_visible()
    expect(page.get_by_text("1 passage", exact=True).first).to_be_visible()
    expect(page.get_by_text("Haven")).to_be_visible()


def test_passages_go_to_another_topic(
    visit: Visit, watch: Any, topics: tuple[Topic, Topic]
) -> None:
    page = visit(keeper())
    page.goto(f"{TOPIC}/{topics[1].pk}/change/")
    page.get_by_role("link", name="Split").click()
    page.get_by_label("To the topic").fill("Quay")
    page.get_by_label("Reason").fill("It is about the quay.")
    page.get_by_role("button", name="Move them").click()
    expect(page.get_by_text("Choose the passages that go to the other topic.")).to_be_visible()
    expect(page.get_by_label("Reason")).to_have_value("It is about the quay.")
    assert faults(page, "splitting, refused") == []
    box = page.get_by_role("checkbox", name="Two.")
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    page.get_by_role("button", name="Move them").click()
    expect(page.get_by_text("1 passage is under “Quay” now.")).to_be_visible()


def test_a_vocabulary_is_shown_and_then_brought_in(
    visit: Visit, topics: tuple[Topic, Topic], tmp_path: Path
) -> None:
    page = visit(keeper())
    page.goto(f"{TOPIC}/")
    page.get_by_role("link", name="Bring a vocabulary in").click()
    file = tmp_path / "list.csv"
    file.write_bytes("name;other names\nFähre;Bac\nHarbour;Seehafen\n???;\n".encode("latin-1"))
    _send(page, file)
    expect(page.get_by_text("This file is not in UTF-8")).to_be_visible()
    file.write_text("name;other names\nFähre;Bac\nHarbour;Seehafen\n???;\n", encoding="utf-8")
    _send(page, file)
    expect(page.get_by_text("1 new topic")).to_be_visible()
    expect(page.get_by_text("the name “Seehafen”")).to_be_visible()
    expect(page.get_by_text("“???” cannot be a topic.")).to_be_visible()
    assert faults(page, "what a vocabulary would do") == []
    page.get_by_role("button", name="Bring it in").click()
    expect(page.get_by_text("2 topics are new or have more.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Vocabulary as CSV").click()
    assert "Seehafen" in Path(download.value.path()).read_text(encoding="utf-8-sig")


def _send(page: Page, file: Path) -> None:
    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="Show what it would do").click()
