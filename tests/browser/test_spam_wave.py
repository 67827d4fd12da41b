"""A wave of spam, from the first report until the site is as it was: by a moderator's own hands."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from annotations import moderating, reporting, sweeping
from annotations.admin import deciding
from annotations.models import Annotation, ModerationEntry, ReviewItem
from articles.models import Article, SiteRule
from ncr.accounts.models import User
from tests import factories
from tests.browser.conftest import Visit

QUEUE = "/admin/annotations/reviewitem/"
WAVE = 200
LONG = 120_000  # milliseconds; what is decided two hundred times over takes its time
OURS = ("A thought of mine.", "A question, rather.", "It says so below.")
SPAM, REASON = "Win at the casino", "Only advertisements."


@pytest.fixture(autouse=True)
def all_in_one_request(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the machine is busy; that the rest is offered is tried elsewhere."""
    for module in (sweeping, deciding):
        monkeypatch.setattr(module, "TIME", 600.0)


@pytest.fixture
def noor(transactional_db: None) -> User:
    SiteRule.objects.get_or_create(number=1, defaults={"title": "Speak to the text"})
    return factories.moderator("noor")


def spam(article: Article, by: User, count: int, reporter: User, reason: str = "spam") -> list[int]:
    """Annotations on two paragraphs, each reported; in the order in which they were written."""
    now, made = timezone.now(), []
    for number in range(count):
        words = ("train stops", "second train")[number % 2]
        note = factories.annotation(article, by, f"{SPAM} {number}.", words=words, at=now)
        reporting.keep_report(note, by=reporter, reason=reason, text="", at=now)
        made.append(note.pk)
    return made


def ours(article: Article) -> list[Annotation]:
    ada = factories.person("ada", display_name="Ada Reader")
    return [factories.annotation(article, ada, words) for words in OURS]


def shows(page: Page, article: Article, count: int) -> None:
    """Each page counts so many notes; of spam it has some or none."""
    address, has_spam = article.get_absolute_url(), count > len(OURS)
    for place in (address, f"{address}discussion/", "/search/?q=casino&kind=notes"):
        page.goto(place)
        assert (SPAM in page.locator("body").inner_text()) is has_spam, place
    page.goto(address)
    expect(page.get_by_role("link", name=f"All {count} notes in order")).to_be_visible()
    expect(page.locator("article.card").filter(has_text=OURS[0])).to_have_count(1)
    page.goto("/articles/")
    expect(page.locator("main")).to_contain_text(f"{count} notes")


def logged(act: str) -> set[Any]:
    found = ModerationEntry.objects.filter(act=act).values_list("annotation", flat=True)
    assert len(found) == len(set(found))
    return set(found)


@pytest.mark.walk
def test_all_that_an_account_wrote_is_removed_and_brought_back(
    visit: Visit, watch: Any, article: Article, noor: User
) -> None:
    watch.expect(404)
    ours(article)
    bot = factories.person("bot", display_name="Lucky Casino")
    wave = spam(article, bot, WAVE, factories.person("bo"))
    uuids = set(Annotation.objects.filter(pk__in=wave).values_list("uuid", flat=True))
    reader = visit()
    shows(reader, article, WAVE + len(OURS))

    desk = visit(noor)
    desk.set_default_timeout(LONG)
    desk.goto(QUEUE)
    desk.get_by_role("link", name="Spam").first.click()
    desk.locator(".case-side").get_by_role("link", name="Sanctions").click()
    desk.get_by_role("link", name="Remove all they wrote").click()
    expect(desk.get_by_text(f"{WAVE} annotations are taken from everyone’s sight.")).to_be_visible()
    desk.get_by_label("Rule of the site").select_option("1")
    desk.get_by_label("Reason").fill(REASON)
    desk.get_by_role("button", name="Remove all they wrote").click()
    expect(desk.get_by_text(f"{WAVE} annotations: done.")).to_be_visible(timeout=LONG)
    expect(desk.get_by_text(f"{WAVE} annotations are still removed")).to_be_visible()

    shows(reader, article, len(OURS))
    reader.goto(Annotation.objects.get(pk=wave[0]).thread.get_absolute_url())
    assert SPAM not in reader.content()
    reader.goto(bot.get_absolute_url())
    assert SPAM not in reader.content()
    desk.goto(QUEUE)
    expect(desk.get_by_text("Nothing waits.")).to_be_visible()
    assert set(ReviewItem.objects.values_list("outcome", flat=True)) == {"removed"}
    assert logged("remove") == uuids

    # one was looked at again, and shown; another stays removed for a reason of its own
    shown, kept = (Annotation.objects.get(pk=pk) for pk in wave[:2])
    moderating.restore(shown, by=noor, reason="A fair question.")
    moderating.restore(kept, by=noor, reason="Not in this wave.")
    moderating.remove(kept, by=noor, reason="Unlawful.")
    desk.goto(f"/admin/accounts/user/{bot.pk}/sanctions/")
    desk.get_by_role("link", name="Bring back").click()
    expect(desk.get_by_text(f"{WAVE - 2} annotations are shown again.")).to_be_visible()
    desk.get_by_label("Reason").fill("The account was stolen.")
    desk.get_by_role("button", name="Bring it back").click()
    expect(desk.get_by_text(f"{WAVE - 2} annotations: done.")).to_be_visible(timeout=LONG)

    shows(reader, article, WAVE - 1 + len(OURS))
    states = dict(Annotation.objects.filter(pk__in=wave).values_list("pk", "moderation"))
    assert [pk for pk in wave if states[pk] != "published"] == [kept.pk]
    back = ModerationEntry.objects.get(act="bring back")
    entries = ModerationEntry.objects.filter(pk__gt=back.pk)
    assert {(one.act, one.by, one.reason) for one in entries} == {
        ("restore", noor.pk, "The account was stolen.")
    }
    assert {one.annotation for one in entries} == uuids - {shown.uuid, kept.uuid}

    boss = visit(User.objects.create_superuser("boss", password="x"))
    boss.goto("/admin/annotations/moderationentry/?act=sweep")
    expect(boss.locator("#content")).to_contain_text(REASON)
    boss.goto(f"/admin/annotations/moderationentry/?of=person+{bot.pk}")
    expect(boss.locator("#content")).to_contain_text("The account was stolen.")


def test_all_that_match_in_the_queue_are_hidden_at_once(
    visit: Visit, article: Article, noor: User
) -> None:
    reporter = factories.person("bo")
    bot = factories.person("bot", display_name="Lucky Casino")
    ours(article)
    for note in Annotation.objects.all():
        reporting.keep_report(note, by=reporter, reason="abuse", text="", at=note.created_at)
    wave = spam(article, bot, 60, reporter)
    reader = visit()
    shows(reader, article, 60 + len(OURS))

    desk = visit(noor)
    desk.set_default_timeout(LONG)
    desk.goto(QUEUE)
    desk.get_by_role("searchbox", name="Author").fill("bot")
    desk.get_by_role("searchbox", name="Author").press("Enter")
    expect(desk.get_by_role("list", name="Narrowed to")).to_contain_text("Author: bot")
    desk.get_by_label("All that match").check()
    desk.get_by_role("button", name="Hide").click()
    expect(desk.get_by_role("heading", name="Hide these annotations?")).to_be_visible()
    expect(desk.locator(".decided-on")).to_contain_text("and 40 more")
    desk.get_by_label("Rule of the site").select_option("1")
    desk.get_by_label("Reason").fill(REASON)
    desk.get_by_role("button", name="Hide").click()
    expect(desk.get_by_text("60 annotations are hidden.")).to_be_visible(timeout=LONG)
    expect(desk.get_by_role("list", name="Narrowed to")).to_contain_text("Author: bot")
    expect(desk.get_by_text("Nothing here matches.")).to_be_visible()

    shows(reader, article, len(OURS))
    assert ReviewItem.objects.filter(closed_at=None).count() == len(OURS)
    hidden = Annotation.objects.filter(pk__in=wave, moderation="hidden")
    assert logged("hide") == set(hidden.values_list("uuid", flat=True))
    assert hidden.count() == 60
