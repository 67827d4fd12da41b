"""The pictures of README and the guides: each page can be drawn, and shows what they say of it.

With NCR_SCREENSHOTS=1 a picture is kept in docs/screenshots, and left alone where its page looks
as before. What a run cannot repeat (days, links that are used once) is set or left out.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Locator, Page, expect

from annotations import annotating, appealing, moderating, reporting, sanctioning
from annotations.models import (
    Annotation,
    Appeal,
    Decision,
    HoldRule,
    Report,
    ReviewItem,
    Topic,
)
from annotations.samples.loading import load_samples
from articles.models import Article, SiteRule
from articles.revising import publish_revision, write_revision
from ncr.accounts import grouping
from ncr.accounts.links import address_of, make_link
from ncr.accounts.models import Notice, ReadingGroup, Sanction, User
from tests import factories
from tests.browser import brought, hands
from tests.browser.conftest import Visit

KEPT = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
LARGEST = 150_000  # bytes; all that a reader of the guides loads stays below 1.5 MB
DAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
ARTICLE = "/articles/cfe-linkage/"
LOUD = "Spare us the philology"
ROUTINE = "The treaty’s deepest habit was routine."
Frame = Locator | dict[str, float] | None  # an element, a part of the window, or all of it


@dataclass
class Scene:
    """A site with its sample content, a reader, a reading group, and who looks at it."""

    visit: Visit
    reader: User
    circle: ReadingGroup
    owner: User

    def read(self, address: str, **how: Any) -> Page:
        return self._at(address, self.reader, **how)

    def lead(self, address: str, **how: Any) -> Page:
        return self._at(address, self.owner, **how)

    def work(self, address: str, **how: Any) -> Page:
        return self._at(f"/admin/{address}", self.owner, **how)

    def _at(self, address: str, who: User | None, **how: Any) -> Page:
        size = {"width": 1280, "height": 800, "color_scheme": "light", **how}
        page = self.visit(who, **size)
        page.goto(address)
        page.wait_for_load_state("networkidle")
        return page


@pytest.fixture
def scene(visit: Visit, transactional_db: None) -> Scene:
    load_samples()
    User.objects.update(date_joined=DAY)
    Report.objects.update(created_at=DAY)
    reader = factories.person("nora", display_name="Nora Vale", email="nora@example.org")
    circle = grouping.make_group(reader, "Tuesday circle", "We read one text a month.")
    for name in ("Otto Lind", "Mei Tan"):
        other = factories.person(name.split()[0].lower(), display_name=name)
        grouping.add_member(circle, other, by=reader)
    for number, title in enumerate(("Speak to the text", "No attacks on people"), 1):
        SiteRule.objects.get_or_create(number=number, defaults={"title": title})
    owner = User.objects.create_superuser("ruth", password="x", display_name="Ruth Root")
    return Scene(visit, reader, circle, owner)


def loud() -> Annotation:
    """The note among the samples that somebody reported."""
    return Annotation.objects.get(body__startswith=LOUD)


def reading(scene: Scene) -> tuple[Page, Frame]:
    page = scene.read(f"{ARTICLE}#n-3", height=840, device_scale_factor=1.4)
    expect(page.locator(".card.is-chosen")).to_be_visible()
    expect(page.get_by_role("link", name="Your account: Nora Vale")).to_be_visible()
    # A section from its heading on, with nothing cut at the bar
    page.locator(".prose h2", has_text="Two readings").evaluate(
        "(h) => scrollBy({ top: h.getBoundingClientRect().top - 66, behavior: 'instant' })"
    )
    expect(page.locator(".toc [aria-current]")).to_have_text("Two readings of one summit")
    return page, None


def selecting(scene: Scene) -> tuple[Page, Frame]:
    page = scene.read(ARTICLE)
    hands.select(page, ROUTINE)
    button = page.get_by_role("toolbar", name="Annotate").get_by_role("button", name="Annotate")
    expect(button).to_be_visible()
    return page, around(button, above=190, below=60)


def composing(scene: Scene) -> tuple[Page, Frame]:
    page = scene.read(ARTICLE)
    form = hands.annotate(page, ROUTINE)
    hands.write(form, "Does any treaty of today have *this*?\n\n> The treaty’s deepest habit")
    hands.file_under(form, "Verification")
    form.get_by_label("Who may read it").select_option(label="Tuesday circle (3 people)")
    expect(form.get_by_role("button", name="Post to Tuesday circle (3 people)")).to_be_visible()
    expect(form.get_by_text("Only the people in this group can read this.")).to_be_visible()
    expect(form.locator(".saved")).to_contain_text("Saved")
    form.locator(".saved").evaluate("(said) => (said.textContent = 'Saved on this site, 10:42')")
    return page, form


def picking(scene: Scene) -> tuple[Page, Frame]:
    page = scene.read(ARTICLE)
    page.get_by_role("button", name="Annotate: Paragraph 5").focus()
    page.keyboard.press("Enter")
    picker = page.get_by_role("application", name="Choose words of Paragraph 5")
    expect(picker).to_contain_text("with Shift: by sentence")
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    return page, around(picker, above=110, below=30)


def phone(scene: Scene) -> tuple[Page, Frame]:
    page = scene.read(f"{ARTICLE}#n-3", width=390, has_touch=True, is_mobile=True)
    expect(page.get_by_role("button", name="Size of the notes")).to_be_visible()
    expect(page.get_by_role("article", name="Objection 3")).to_be_in_viewport()
    return page, None


def topic(scene: Scene) -> tuple[Page, Frame]:
    page = scene.read("/topics/kaliningrad-transit/")
    expect(page.get_by_role("heading", name="Kaliningrad transit", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="Open the thread").first).to_be_visible()
    return page, None


def searching(scene: Scene) -> tuple[Page, Frame]:
    page = scene.read("/search/?q=treaty&kind=notes")
    tabs = page.get_by_role("navigation", name="What to look through")
    for name in ("Texts", "Notes", "Topics", "People"):
        expect(tabs.get_by_role("link", name=name)).to_be_visible()
    expect(page.get_by_role("link", name="Newest first")).to_be_visible()
    return page, None


def notices(scene: Scene) -> tuple[Page, Frame]:
    article = Article.objects.get(slug="cfe-linkage")
    note = factories.annotation(article, scene.reader, "Who was in the room?", words=ROUTINE)
    answer = "Twenty people and one interpreter, if I remember it well."
    annotating.reply(by=User.objects.get(username="otto"), to=note, body=answer)
    moderating.hide(
        note, by=scene.owner, reason="Asked twice.", rule=SiteRule.objects.get(number=1)
    )
    moderating.restore(note, by=scene.owner, reason="It was not: I looked at the wrong note.")
    Notice.objects.update(created_at=DAY)
    page = scene.read("/notices/")
    expect(page.get_by_role("button", name="Mark all as read")).to_be_visible()
    expect(page.get_by_role("link", name="What comes by mail")).to_be_visible()
    expect(page.get_by_role("heading", name="Otto Lind replied to you")).to_be_visible()
    return page, None


def group(scene: Scene) -> tuple[Page, Frame]:
    page = scene.read(f"{scene.circle.get_absolute_url()}members/")
    for name in ("Take in", "Make an invitation"):
        expect(page.get_by_role("button", name=name)).to_be_visible()
    return page, None


def account(scene: Scene) -> tuple[Page, Frame]:
    scene.circle.memberships.update(is_leader=False)  # a member like most
    page = scene.read("/accounts/", height=1000)
    for name in ("What you wrote", "Take out what is mine", "Delete my account"):
        expect(page.get_by_role("link", name=name)).to_be_visible()
    return page, page.locator("main")


def at_work(scene: Scene) -> tuple[Page, Frame]:
    page = scene.work("", height=640)
    expect(page.get_by_role("heading", name="At work")).to_be_visible()
    expect(page.get_by_role("link", name="waits in the review queue")).to_be_visible()
    return page, None


def reports(scene: Scene) -> tuple[Page, Frame]:
    page = scene.work("annotations/report/", height=420)
    expect(page.get_by_text(LOUD)).to_be_visible()
    for name in ("Hide", "Dismiss reports"):
        expect(page.get_by_role("button", name=name)).to_be_visible()
    return page, None


def case(scene: Scene) -> tuple[Page, Frame]:
    page = scene.work(f"annotations/annotation/{loud().pk}/change/")
    for name in ("Hide", "Dismiss reports", "Lock thread"):
        expect(page.get_by_role("link", name=name)).to_be_visible()
    expect(page.get_by_text("right in 0 of 0")).to_be_visible()
    return page, None


def queue(scene: Scene) -> tuple[Page, Frame]:
    waiting(scene)
    page = scene.work("annotations/reviewitem/", height=700)
    expect(page.get_by_text("Tickets at the best price")).to_be_visible()
    expect(page.get_by_role("button", name="Approve")).to_be_visible()
    return page, None


def item(scene: Scene) -> tuple[Page, Frame]:
    found = ReviewItem.objects.get(annotation=loud())
    page = scene.work(f"annotations/reviewitem/{found.pk}/change/", height=900)
    for name in ("Dismiss", "Ask for a change", "Hide", "Remove"):
        expect(page.get_by_role("button", name=name)).to_be_visible()
    return page, None


def hold_rules(scene: Scene) -> tuple[Page, Frame]:
    HoldRule.objects.create(position=1, kind="first", number=3)
    HoldRule.objects.create(position=2, kind="words", words="best price", note="Advertising.")
    HoldRule.objects.create(position=3, kind="many-links", number=4)
    page = scene.work("annotations/holdrule/", height=520)
    for words in ("The first contributions of a new member", "Too many links"):
        expect(page.get_by_text(words).first).to_be_visible()
    return page, None


def sanctions(scene: Scene) -> tuple[Page, Frame]:
    rule = SiteRule.objects.get(number=2)
    sanctioning.sanction(
        scene.reader, kind="warning", reason="Three notes about people.", rule=rule, by=scene.owner
    )
    Sanction.objects.update(at=DAY)
    page = scene.work(f"accounts/user/{scene.reader.pk}/sanctions/", height=900)
    expect(page.get_by_text("Three notes about people.").first).to_be_visible()
    return page, None


def appeal(scene: Scene) -> tuple[Page, Frame]:
    article = Article.objects.get(slug="kaliningrad-transit")
    note = factories.annotation(
        article, scene.reader, "Whoever wrote this has never been there.", words="three"
    )
    moderating.hide(note, by=factories.moderator(), reason="It is about the author.")
    words = "It is about what the text leaves out: the second queue, at the border."
    appealing.appeal(Decision.objects.get(), by=scene.reader, text=words)
    Decision.objects.update(at=DAY)
    Appeal.objects.update(at=DAY)
    Annotation.objects.filter(pk=note.pk).update(created_at=DAY)
    found = Appeal.objects.get()
    page = scene.work(f"annotations/appeal/{found.pk}/change/", height=800)
    expect(page.get_by_text(words)).to_be_visible()
    expect(page.get_by_role("button", name="Answer the appeal")).to_be_visible()
    return page, None


def waiting(scene: Scene) -> None:
    """Some things that wait, for different reasons and for different times."""
    HoldRule.objects.create(position=1, kind="words", words="best price")
    article = Article.objects.get(slug="kaliningrad-transit")
    annotating.annotate(by=scene.reader, article=article, body="Tickets at the best price, today.")
    note = factories.annotation(
        article, scene.reader, "He lives at the second house by the bridge.", words="three"
    )
    reporting.report(note, by=scene.owner, reason="personal-data")


def deciding(scene: Scene) -> tuple[Page, Frame]:
    page = scene.work(f"annotations/annotation/decide/hide/?of={loud().pk}")
    page.get_by_label("Rule").select_option(label="2. No attacks on people")
    page.get_by_label("Reason").fill("The point about the word is welcome. Make it without this.")
    told = page.locator("[data-told]")
    expect(told).to_contain_text("Rule 2, No attacks on people.")
    expect(told).to_contain_text("The point about the word is welcome.")
    return page, None


def hidden(scene: Scene) -> tuple[Page, Frame]:
    article = Article.objects.get(slug="kaliningrad-transit")
    note = factories.annotation(
        article, scene.reader, "Whoever wrote this has never been there.", words="three"
    )
    reason = "Say what is wrong with the sentence, and it is welcome."
    moderating.hide(note, by=scene.owner, reason=reason, rule=SiteRule.objects.get(number=2))
    Annotation.objects.filter(pk=note.pk).update(created_at=DAY)
    page = scene.read(note.thread.get_absolute_url(), height=520)
    held = page.locator(".held")
    expect(held).to_contain_text("Hidden by a moderator; only its author and moderators see it.")
    expect(held).to_contain_text(f"Reason: {reason}")
    expect(page.get_by_role("link", name="Rule 2, No attacks on people")).to_be_visible()
    return page, None


def keeping_a_topic(scene: Scene) -> tuple[Page, Frame]:
    article = Article.objects.get(slug="cfe-linkage")
    factories.annotation(article, scene.reader, "And ours?", words=ROUTINE, topics=["Inspectors"])
    found = Topic.objects.get(slug="inspectors")
    page = scene.work(f"annotations/topic/{found.pk}/change/", height=860)
    for name in ("Save", "Save and accept", "Reject"):
        expect(page.get_by_role("button", name=name, exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Merge into another")).to_be_visible()
    return page, None


def signing_in(scene: Scene) -> tuple[Page, Frame]:
    newcomer = User.objects.create_superuser("admin", password=None)
    page = scene.visit(width=1280, height=720, color_scheme="light")
    page.goto(address_of(make_link(newcomer)).partition("//")[2].partition("/")[2].join(("/", "")))
    expect(page.get_by_role("heading", name="Sign in as")).to_be_visible()
    expect(page.get_by_label("Password, once more")).to_be_visible()
    return page, None


def roles(scene: Scene) -> tuple[Page, Frame]:
    page = scene.work(f"accounts/user/{scene.reader.pk}/roles/", height=520)
    page.get_by_label("Moderator: decides about what is said").check()
    expect(page.get_by_role("button", name="Set these roles")).to_be_visible()
    return page, None


def following(scene: Scene) -> tuple[Page, Frame]:
    article = Article.objects.get(slug="cfe-linkage")
    note = factories.annotation(article, scene.reader, "Who was bored by it?", words=ROUTINE)
    reworded = article.standing.source.replace("deepest habit was", "oldest and best habit was")
    publish_revision(write_revision(article, reworded, by=scene.owner), by=scene.owner)
    Annotation.objects.filter(pk=note.pk).update(created_at=DAY)
    page = scene.read(f"{ARTICLE}#n-{note.thread.label}")
    card = page.locator(".card.is-chosen")
    card.get_by_text("The text changed under this note").click()
    expect(card.locator("ins").first).to_contain_text("oldest and best")
    expect(card.get_by_role("link", name="Look at its place")).to_be_visible()
    page.wait_for_timeout(300)  # the card has come to its passage
    box = card.bounding_box()
    assert box
    return page, {"x": 280, "y": max(60.0, box["y"] - 120), "width": 960, "height": 420}


# The checklist of docs/looking.md


def contrast(scene: Scene) -> tuple[Page, Frame]:
    page = scene.read(f"{ARTICLE}#n-3", color_scheme="dark", height=640)
    expect(page.locator(".card.is-chosen")).to_be_visible()
    return page, None


def overflow(scene: Scene) -> tuple[Page, Frame]:
    page = scene.read(ARTICLE, width=320, height=640, has_touch=True, is_mobile=True)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    return page, None


def nothing_yet(scene: Scene) -> tuple[Page, Frame]:
    page = scene.read(scene.reader.get_absolute_url(), height=480)
    expect(page.get_by_text("You have not said anything yet.")).to_be_visible()
    return page, None


def two_hundred(scene: Scene) -> tuple[Page, Frame]:
    article = factories.article(title="The corridor", slug="two-hundred")
    for number in range(200):
        factories.annotation(article, scene.reader, f"Note {number + 1} of many.")
    Annotation.objects.filter(thread__article=article).update(created_at=DAY)
    page = scene.read(article.get_absolute_url(), height=640)
    expect(page.get_by_role("link", name="198 more notes end here")).to_be_visible()
    return page, None


def long_words(scene: Scene) -> tuple[Page, Frame]:
    long = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
    article = factories.article(f"Vom {long}.\n", title=long, slug="long", language="de")
    said = f"Said of {long}{long}."
    note = factories.annotation(article, scene.reader, said, words="Vom", topics=[long])
    Annotation.objects.filter(pk=note.pk).update(created_at=DAY)
    page = scene.read(note.thread.get_absolute_url(), width=390, has_touch=True, is_mobile=True)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    return page, None


def right_to_left(scene: Scene) -> tuple[Page, Frame]:
    page = scene.read("/articles/grain-corridor/#n-1", height=840)
    expect(page.locator(".card.is-chosen")).to_be_visible()
    return page, None


PICTURES: dict[str, Callable[[Scene], tuple[Page, Frame]]] = {
    "reading": reading,
    "selecting": selecting,
    "composing": composing,
    "picking": picking,
    "phone": phone,
    "topic": topic,
    "searching": searching,
    "notices": notices,
    "group": group,
    "account": account,
    "at-work": at_work,
    "reports": reports,
    "case": case,
    "queue": queue,
    "item": item,
    "hold-rules": hold_rules,
    "sanctions": sanctions,
    "appeal": appeal,
    "deciding": deciding,
    "hidden": hidden,
    "keeping-a-topic": keeping_a_topic,
    "bringing": brought.bringing,
    "recognised": brought.recognised,
    "one-piece": brought.one_piece,
    "signing-in": signing_in,
    "roles": roles,
    "following": following,
    "contrast": contrast,
    "overflow": overflow,
    "empty": nothing_yet,
    "two-hundred": two_hundred,
    "long-words": long_words,
    "right-to-left": right_to_left,
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_of_the_guides(scene: Scene, name: str) -> None:
    page, frame = PICTURES[name](scene)
    drawn = small(shot(page, frame))
    assert 5_000 < len(drawn) < LARGEST
    if os.environ.get("NCR_SCREENSHOTS"):
        keep(KEPT / f"{name}.png", drawn)


def around(found: Locator, *, above: float, below: float) -> Frame:
    """The column of the text about an element, so many pixels above and below it."""
    box, column = found.bounding_box(), found.page.locator("main").bounding_box()
    assert box
    assert column
    return {
        "x": column["x"] - 20,
        "y": box["y"] - above,
        "width": column["width"] + 40,
        "height": above + box["height"] + below,
    }


def shot(page: Page, frame: Frame) -> bytes:
    page.evaluate("() => document.fonts.ready")
    if isinstance(frame, Locator):
        return frame.screenshot(animations="disabled", caret="hide")
    clip: Any = {"clip": frame} if frame else {}
    return page.screenshot(animations="disabled", caret="hide", **clip)


def small(drawn: bytes) -> bytes:
    """The picture in 64 colours, also those of few points, which is a third of its size."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(drawn)) as picture:
        few = picture.convert("RGB").quantize(
            64, Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE
        )
        few.save(out, "PNG", optimize=True)
    return out.getvalue()


def keep(path: Path, drawn: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not (path.exists() and looks_like(path.read_bytes(), drawn)):
        path.write_bytes(drawn)


def looks_like(before: bytes, after: bytes) -> bool:
    """Whether two pictures differ by no more than what drawing the same page again may."""
    one, other = (Image.open(io.BytesIO(each)).convert("RGB") for each in (before, after))
    if one.size != other.size:
        return False
    difference = ImageChops.difference(one, other).convert("L").point(lambda v: 255 * (v > 24))
    return difference.getbbox() is None
