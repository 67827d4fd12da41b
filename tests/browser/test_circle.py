"""A reading circle from the invitation of a member until that member has left no word behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from playwright.sync_api import Page, expect

from annotations.mailing import mail_notice
from annotations.models import Annotation
from articles.models import Article, SiteRule
from ncr import settings as ours
from ncr.accounts import grouping
from ncr.accounts.models import ReadingGroup, User
from tests import factories
from tests.browser import circle, hands
from tests.browser.circle import ADDRESS, CIRCLE, DISPLAYED, NAME, SAID, TOPIC, Outsider
from tests.browser.conftest import Visit
from tests.browser.joining import SECRET_PHRASE, code_of, fill_in, press, set_up_app, sign_in
from tests.dumping import everything
from tests.mail import Postbox, text_of

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "work"])
OPENLY = "Galliambic words for everybody"
REASON = "Say it again without the second half."
RULE = "No attacks on people"
MARKS = [NAME, DISPLAYED, ADDRESS, SAID, "zephyrwort", TOPIC, OPENLY, "galliambic"]


@pytest.fixture
def as_served(settings: Any, live_server: Any) -> Iterator[None]:
    """Cache and queue are tables, as they are where the site is served."""
    settings.CACHES, settings.TASKS, settings.SIGNUP = ours.CACHES, ours.TASKS, "invite"
    call_command("createcachetable", database="work", verbosity=0)
    cache.clear()
    yield
    cache.clear()  # its table is no model's, so that no emptying of the database takes it along


@pytest.fixture
def ada() -> User:
    return factories.person("ada", display_name="Ada Leader", email="ada@example.org")


@pytest.fixture
def group(ada: User) -> ReadingGroup:
    made = grouping.make_group(ada, CIRCLE)
    grouping.add_member(made, factories.person("bo", display_name="Bo Second"), by=ada)
    return made


@pytest.fixture
def article(ada: User) -> Article:
    """With a note that everybody reads."""
    made = factories.article(title="The night train")
    factories.annotation(made, ada, "Noise for everyone.", words="two countries")
    return made


def work_off() -> None:
    """The task worker, until nothing waits; what waits for its time has come to it."""
    DBTaskResult.objects.filter(task_path=mail_notice.module_path).update(run_after=timezone.now())
    call_command("db_worker", batch=True, verbosity=0, interval=0.01, startup_delay=False)


def is_invited(leader: Page, group: ReadingGroup) -> None:
    leader.goto(f"{group.get_absolute_url()}members/")
    leader.get_by_label("Mail address").fill(ADDRESS)
    leader.get_by_role("button", name="Make an invitation").click()
    expect(leader.get_by_text(ADDRESS).first).to_be_visible()


def joins(page: Page, post: Postbox) -> str:
    """Follows the link in the mail, signs up, sets up an app; out, and in with its code."""
    page.goto(post.link(ADDRESS))
    expect(page.get_by_role("heading", name=f"Invitation to {CIRCLE}")).to_be_visible()
    press(page, "Make an account")
    expect(page.get_by_label("Mail address")).to_have_value(ADDRESS)
    fill_in(page, NAME, DISPLAYED)
    page.wait_for_url("**/articles/")
    secret = set_up_app(page)
    page.goto("/accounts/")
    press(page, "Sign out")
    cache.clear()  # a code is good once; the same half minute may not be over
    sign_in(page, NAME)
    page.get_by_label("Code").fill(code_of(secret))
    press(page, "Sign in")
    page.wait_for_url("**/articles/")
    return secret


def writes(page: Page, article: Article, audience: str, words: str, *topics: str) -> Annotation:
    page.goto(article.get_absolute_url())
    form = hands.annotate(page, circle.PASSAGE)
    form.get_by_label("Who may read it").select_option(label=audience)
    hands.write(form, words)
    hands.file_under(form, *topics)
    hands.post(form)
    expect(page.locator(".card").filter(has_text=words)).to_be_visible()
    return Annotation.objects.select_related("thread").get(body=words)


def is_reported(page: Page, article: Article) -> None:
    page.goto(f"{article.get_absolute_url()}#n-g1")
    card = page.get_by_role("article", name="Comment g1")
    hands.more(card, DISPLAYED)
    card.get_by_role("link", name="Report").click()
    form = card.locator("form.report")
    form.get_by_role("radio", name="Abuse").check()
    form.get_by_role("button", name="Send the report").click()
    expect(card.locator(".report-slot")).to_contain_text("Moderators will look at it")


def is_hidden(desk: Page) -> None:
    desk.goto("/admin/")
    desk.get_by_role("link", name="1 thing waits in the review queue").click()
    desk.get_by_role("link", name=re.compile("^Abuse , ")).click()
    expect(desk.get_by_text(SAID).first).to_be_visible()
    desk.get_by_label("Rule of the site").select_option(label=f"2. {RULE}")
    desk.get_by_label("Reason").fill(REASON)
    press(desk, "Hide")
    expect(desk.get_by_role("status").filter(has_text="Hidden: Abuse")).to_be_visible()


def is_restored(desk: Page) -> None:
    desk.get_by_role("link", name="Decided", exact=True).click()
    desk.get_by_role("link", name=re.compile("^Abuse , ")).click()
    desk.get_by_role("link", name="Reverse it at the annotation").click()
    desk.get_by_role("link", name="Restore", exact=True).click()
    desk.get_by_label("Reason").fill("It was a quotation.")
    press(desk, "Restore")
    expect(desk.get_by_text("1 annotation is shown.")).to_be_visible()


def is_told_why(page: Page, post: Postbox) -> None:
    """In the inbox, and in both parts of the mail."""
    page.goto("/notices/")
    told = page.get_by_role("listitem").filter(has_text="Your note was hidden")
    expect(told).to_contain_text(REASON)
    expect(told).to_contain_text(SAID)
    rule = told.get_by_role("link", name=f"2. {RULE}")
    expect(rule).to_have_attribute("href", "/rules/#rule-2")
    letter = post.newest(ADDRESS)
    for kind in ("plain", "html"):
        words = " ".join(text_of(letter, kind).split())
        for part in ("Your note was hidden", REASON, f"2. {RULE}", SAID, "/rules/#rule-2"):
            assert part in words, (kind, part)


def leaves(page: Page, choice: str) -> None:
    page.goto("/accounts/delete/")
    page.get_by_role("radio", name=choice).check()
    page.get_by_label("Your password").fill(SECRET_PHRASE)
    press(page, "Delete my account for good")
    expect(page.get_by_text("Your account is deleted")).to_be_visible()
    work_off()


def found() -> list[str]:
    """The marks of the person that are anywhere in the databases, however they are spelt."""
    kept = everything().casefold()
    return [mark for mark in MARKS if mark.casefold() in kept]


@pytest.mark.walk
def test_a_member_of_a_circle_comes_speaks_is_judged_and_leaves(
    visit: Visit,
    post: Postbox,
    as_served: None,
    ada: User,
    group: ReadingGroup,
    article: Article,
) -> None:
    for number, title in enumerate(("Speak to the text", RULE), 1):
        SiteRule.objects.update_or_create(number=number, defaults={"title": title})
    noor, other = factories.moderator("noor"), factories.article(title="The ferry")
    leader, second = visit(ada), visit(User.objects.get(username="bo"))
    is_invited(leader, group)
    page = visit()
    secret = joins(page, post)
    writes(page, other, "Everyone", OPENLY)

    outsiders = [Outsider(visit(factories.person("eve")), article), Outsider(visit(), article)]
    outsiders[0].page.request.get(other.get_absolute_url())  # its page lies in the cache now
    for outsider in outsiders:
        outsider.remember()
    note = writes(page, article, f"{CIRCLE} (3 people)", SAID, TOPIC)
    for member in (leader, second):
        circle.member_sees_it(member, article, note)
    for outsider in outsiders:
        outsider.sees_no_trace(note)

    is_reported(second, article)
    desk = visit(noor)
    is_hidden(desk)
    work_off()
    is_told_why(page, post)
    leader.goto(article.get_absolute_url())
    leader.wait_for_load_state("networkidle")
    expect(leader.get_by_text(SAID)).to_have_count(0)
    is_restored(desk)
    work_off()
    assert "Your note is shown again" in text_of(post.newest(ADDRESS))
    circle.member_sees_it(leader, article, note)
    for outsider in outsiders:
        outsider.sees_no_trace(note)

    assert found() == MARKS
    assert secret in everything()
    leaves(page, "Remove it.")
    assert found() == []
    assert secret not in everything()
    assert not User.objects.filter(username=NAME).exists()
    assert leader.request.get(f"/threads/{note.thread.uuid}/").status == 404
    leader.goto(article.get_absolute_url())
    expect(leader.get_by_text("Noise for everyone.")).to_be_visible()
    expect(leader.get_by_role("article", name="Comment g1")).to_have_count(0)


@pytest.mark.walk
def test_who_leaves_may_leave_the_words_without_the_name(
    visit: Visit, post: Postbox, as_served: None, ada: User, group: ReadingGroup, article: Article
) -> None:
    is_invited(visit(ada), group)
    page = visit()
    joins(page, post)
    writes(page, article, f"{CIRCLE} (3 people)", SAID, TOPIC)
    writes(page, article, "Everyone", OPENLY)
    assert found() == MARKS
    leaves(page, "Keep it, without my name.")
    assert found() == [SAID, "zephyrwort", TOPIC, OPENLY, "galliambic"]
    leader = visit(ada)
    leader.goto(article.get_absolute_url())
    for words in (SAID, OPENLY):
        card = leader.locator(".card").filter(has_text=words)
        expect(card).to_be_visible()
        expect(card).to_contain_text("Somebody who left")
