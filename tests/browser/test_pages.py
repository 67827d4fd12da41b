"""Each page, looked at by axe, at two widths and in two schemes; nothing runs over at 320 px."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from annotations import annotating, moderating, reporting
from annotations.models import Annotation
from annotations.samples.loading import load_samples
from articles.models import Article, Block, SiteRule
from ncr.accounts import grouping
from ncr.accounts.inviting import invite
from ncr.accounts.models import Notice, User
from ncr.accounts.muting import off_token
from tests import factories
from tests.browser.conftest import Visit
from tests.browser.everywhere import pages_of_groups

RULES = {
    "preload": False,  # of styles: it writes them into the page, which the site's policy refuses
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    },
    "resultTypes": ["violations"],  # of the rest axe writes down one example, which takes less time
}
COLOURS = {**RULES, "runOnly": {"type": "rule", "values": ["color-contrast"]}}
OTHER = {"light": "dark", "dark": "light"}


def look(page: Page, address: str, **options: Any) -> list[str]:
    """What is wrong with the page at an address."""
    page.goto(address)
    return faults(page, address, **options)


def look_in_both_schemes(page: Page, address: str, scheme: Any) -> list[str]:
    """What is wrong with a page, and what of its colours once the scheme changes under it."""
    wrong = look(page, address)
    page.emulate_media(color_scheme=OTHER[scheme])
    # Colours fade from one scheme to the other where somebody switches; axe is to see the end
    page.evaluate("document.getAnimations().forEach((one) => one.finish())")
    found = page.evaluate("(options) => axe.run(options)", COLOURS)["violations"]
    wrong += [f"{address} {OTHER[scheme]}: colours of {one['nodes'][0]['target']}" for one in found]
    page.emulate_media(color_scheme=scheme)
    return wrong


def faults(page: Page, name: str, **options: Any) -> list[str]:
    return [f"{name}: {wrong}" for wrong in wrong_with(page, **options)]


def wrong_with(page: Page, **options: Any) -> list[str]:
    """What axe finds wrong with a page as it stands, and whether it runs over its edge."""
    found = Axe().run(page, options={**RULES, **options}).response["violations"]
    wrong = [f"{one['id']} at {one['nodes'][0]['target']} ({len(one['nodes'])})" for one in found]
    over = page.evaluate(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return [*wrong, *([f"{over} px over"] if over > 0 else [])]


def addresses(person: User) -> list[str]:
    load_samples()
    article = Article.objects.get(slug="cfe-linkage")
    note = factories.annotation(article, person, "My *own*.", words="counting", topics=["New one"])
    annotating.edit(note, by=person, body="My very own.", version=1)
    key = note.anchors.get().placements.get().start_key
    said_of(person, note)
    empty = factories.article(
        "Wort " + "Donaudampfschifffahrtsgesellschaft" * 6 + "\n", title="Lang " + "x" * 90
    )
    base, said = article.get_absolute_url(), f"/annotations/{note.uuid}/"
    return [
        "/articles/",
        base,
        empty.get_absolute_url(),
        f"{base}p/{key}/",
        f"{base}discussion/",
        f"{empty.get_absolute_url()}discussion/",
        f"{base}revisions/1/",
        f"{base}annotate/?block={key}",
        note.thread.get_absolute_url(),
        f"{said}versions/",
        f"{said}reply/",
        f"{said}edit/",
        f"{said}withdraw/",
        "/topics/",
        "/topics/cfe-treaty/",
        f"/annotations/{Annotation.objects.exclude(author=person).order_by('pk')[0].uuid}/report/",
        f"/people/{person.username}/",
        "/search/",
        "/search/?q=treaty",
        "/search/?q=treaty&kind=notes&article=cfe-linkage",
        "/search/?q=absent&kind=notes",
        "/search/?q=cfe&kind=topics",
        "/search/?q=ada&kind=people",
        "/accounts/",
        "/accounts/password/change/",
        "/accounts/notices/",
        "/notices/",
        "/notices/?after=1",
        f"/notices/off/{off_token(person, 'reply')}/",
        *group_addresses(person, note.thread.article),
    ]


def group_addresses(person: User, article: Article) -> list[str]:
    """A group's pages with everything on them, and of an empty one; a form of each audience."""
    long = "Donaudampfschifffahrtsgesellschaft" * 3
    full = grouping.make_group(person, f"Circle of {long}", f"About {long}.", is_open=True)
    for number in range(3):
        grouping.add_member(full, factories.person(f"member{number}{'x' * 60}"), by=person)
    own = factories.article(title="For the circle", audience=full.audience)
    said = factories.annotation(own, person, "To us.", audience=full.audience)
    factories.annotation(article, person, "To the circle.", words="", audience=full.audience)
    invite(by=person, email=f"{'y' * 60}@example.org", group=full)
    empty = grouping.make_group(person, "Empty")
    pages = pages_of_groups(full, empty, own, said)
    return [*pages, f"{article.get_absolute_url()}annotate/"]


def said_of(person: User, note: Annotation) -> None:
    """A notice of each kind, with long words in it."""
    other = factories.person("bo", display_name="Bo " + "Donaudampfschiff" * 4)
    moderator = factories.moderator()
    annotating.reply(by=other, to=note, body="Wort" * 80)
    moderating.hide(note, by=moderator, reason="x" * 200, rule=SiteRule.objects.first())
    moderating.restore(note, by=moderator)
    theirs = factories.annotation(note.thread.article, other, words="counting")
    reporting.report(theirs, by=person, reason="spam")
    moderating.dismiss(theirs, by=moderator, reason="On topic.")
    Notice.objects.filter(kind="moderated").update(read_at=timezone.now())


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark"), (320, "light")])
def test_pages_are_accessible_and_fit(
    visit: Visit, transactional_db: None, width: int, scheme: Any
) -> None:
    person = factories.person("ada", display_name="Ada Reader")
    page = visit(person, width=width, color_scheme=scheme)
    assert [wrong for address in addresses(person) for wrong in look(page, address)] == []


def test_pages_for_nobody_in_particular_are_accessible(
    visit: Visit, watch: Any, transactional_db: None
) -> None:
    watch.expect(404)
    article = factories.article()
    page = visit()
    wrong = [
        one
        for address in (
            "/accounts/login/",
            "/groups/",
            "/nowhere/",
            f"{article.get_absolute_url()}annotate/",
            "/accounts/link/nothing/",
        )
        for one in look(page, address)
    ]
    assert wrong == []


@pytest.fixture
def crowded(article: Article) -> Article:
    """With two hundred notes on one paragraph."""
    people = [factories.person(f"p{number}") for number in range(4)]
    for number in range(200):
        factories.annotation(article, people[number % 4], f"Note {number} of many.")
    return article


def test_two_hundred_notes_on_one_paragraph_open_as_a_list(visit: Visit, crowded: Article) -> None:
    page = visit()
    page.goto(crowded.get_absolute_url())
    page.wait_for_load_state("networkidle")
    page.get_by_role("link", name="197 more notes on this paragraph").click()
    shown = page.locator(".note-list article.card")
    expect(shown).to_have_count(20)
    expect(page.locator("#note-list-h")).to_be_focused()
    page.locator(".note-list").get_by_role("button", name=re.compile("more", re.I)).last.click()
    expect(shown).to_have_count(40)
    page.locator(".note-list-head").get_by_role("button", name="Close").click()
    expect(shown).to_have_count(0)


def test_two_hundred_notes_on_one_paragraph(visit: Visit, crowded: Article) -> None:
    """Without scripts they are on the paragraph's own page."""
    page = visit(User.objects.get(username="p0"), scripts=False)
    page.goto(crowded.get_absolute_url())
    crowd = page.get_by_role("link", name="198 more notes end here")
    expect(crowd).to_be_visible()
    crowd.click()
    expect(page.locator("article.card")).to_have_count(20)
    page.get_by_role("link", name="More notes", exact=True).click()
    expect(page.locator("article.card")).to_have_count(20)
    block = Block.objects.get(key=page.url.split("/p/")[1].split("/")[0])
    assert "train stops" in block.text


@pytest.mark.parametrize("width", [1280, 390])
def test_the_administrations_list_of_annotations_fits(
    visit: Visit, transactional_db: None, width: int
) -> None:
    article = factories.article()
    author = factories.person("author", display_name="Wolfeschlegelsteinhausenbergerdorff")
    factories.annotation(article, author, "See https://example.org/" + "long" * 40)
    page = visit(User.objects.create_superuser("boss", password="x"), width=width)
    page.goto(reverse("admin:annotations_annotation_changelist"))
    row = page.get_by_role("row").filter(has_text="Wolfeschlegel")
    for words in ("See https", "Wolfeschlegel", "Published", "train stops"):
        box = row.get_by_text(words).first.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    over = page.locator(".results").evaluate("(box) => box.scrollWidth - box.clientWidth")
    assert over <= 0


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_a_long_name_of_the_site_gives_way(
    visit: Visit, transactional_db: None, settings: Any, width: int
) -> None:
    settings.SITE_NAME = "The Reading Room of the Harbour of Kaliningrad"
    article = factories.article(title="A long title beside a long name of the site")
    page = visit(factories.person("ada", display_name="Ada Reader"), width=width)
    for address in ("/articles/", article.get_absolute_url(), "/topics/"):
        assert look(page, address) == []
        expect(page.get_by_role("link", name="Your account: Ada Reader")).to_be_in_viewport(ratio=1)
