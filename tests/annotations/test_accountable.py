"""What moderators did, for everybody: acts and figures, never a name or a word."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from annotations import appealing, moderating, reporting, sanctioning
from annotations.models import Appeal, Decision, Firing, Report
from articles.models import Article, SiteRule
from ncr.accounts.models import User
from tests import factories
from tests.annotations.sending import client_of

pytestmark = pytest.mark.django_db
RULE = 3


@pytest.fixture(autouse=True)
def _asked_anew() -> None:
    cache.delete("accountable")


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def log_of(article: Article) -> str:
    return f"/articles/{article.slug}/moderation/"


def hidden(
    article: Article, author: User, by: User, words: str = "Zephyrous words.", **given: Any
) -> None:
    note = factories.annotation(article, author, words, **given)
    rule = SiteRule.objects.get(number=RULE)
    moderating.hide(note, by=by, reason="He quotes the zephyr.", rule=rule)


def test_what_was_done_is_told_with_its_rule_and_nothing_else(
    author: User, moderator: User, stranger: User
) -> None:
    article, other = factories.article(), factories.article()
    moderator.display_name = "Judge Dredful"
    moderator.save()
    hidden(article, author, moderator)
    rule = SiteRule.objects.get(number=RULE)
    for client in (Client(), client_of(stranger), client_of(author), client_of(moderator)):
        told = page(client, log_of(article))
        main = told[told.index("<main") : told.index("</main>")]
        assert "A note was hidden" in main
        assert f'href="/rules/#rule-{RULE}"' in main
        assert str(rule) in main.replace("&#x27;", "'")
        assert "by a person" in main
        for secret in ("zephyr", str(author), "Judge Dredful"):
            assert secret.lower() not in main.lower()
        assert "Nothing was decided" in page(client, log_of(other))


def test_members_read_of_members_and_nobody_of_groups(
    author: User, moderator: User, stranger: User
) -> None:
    article = factories.article()
    hidden(article, author, moderator, audience="members")
    group = factories.group(author)
    note = factories.annotation(article, author, "To the group.", audience=group.audience)
    reporting.keep_report(note, by=author, reason="spam", text="", at=timezone.now())
    moderating.hide(note, by=moderator, reason="why")
    assert "Nothing was decided" in page(Client(), log_of(article))
    for person in (stranger, author, moderator):
        assert page(client_of(person), log_of(article)).count("A note was hidden") == 1


def test_who_may_not_read_the_article_reads_nothing_of_it(
    author: User, moderator: User, stranger: User
) -> None:
    group = factories.group(author)
    article = factories.article(audience=group.audience)
    assert client_of(author).get(log_of(article)).status_code == 200
    for client in (Client(), client_of(stranger)):
        assert client.get(log_of(article)).status_code == 404


def test_a_long_log_goes_by_pages(
    author: User, moderator: User, django_assert_max_num_queries: Any
) -> None:
    article = factories.article()
    note = factories.annotation(article, author)
    for _each in range(26):
        moderating.hide(note, by=moderator, reason="why")
        moderating.restore(note, by=moderator)
    with django_assert_max_num_queries(6):
        first = page(Client(), log_of(article))
    assert first.count("<li><p>A note was") == 50
    link = first.split('rel="next" href="')[1].split('"')[0]
    assert page(Client(), log_of(article) + link).count("<li><p>A note was") == 2
    assert client_of(author).get(log_of(article) + "?before=x").status_code == 200


def test_the_figures_of_each_year(author: User, moderator: User, stranger: User) -> None:
    article, now = factories.article(), timezone.now()
    hidden(article, author, moderator)
    appealing.appeal(Decision.objects.get(), by=author, text="It was a quotation.")
    note = factories.annotation(article, author, "Reported words.")
    reporting.report(note, by=stranger, reason="spam")
    moderating.dismiss(note, by=moderator)
    sanctioning.sanction(author, kind="warning", reason="Mind your tone.", by=moderator)
    Firing.objects.create(annotation=note, kind="words", found="words", version=1, at=now)
    Report.objects.create(
        annotation=note, reason="abuse", version=1, created_at=now - timedelta(days=800)
    )
    told = page(Client(), "/transparency/")
    this_year, before = told.split("<section")[1:3]
    for words in ("Spam: 1", "Notes hidden: 1", "Warnings: 1", "Not answered yet: 1", "1 note,"):
        assert words in this_year
    assert "hours on average, in 1 case" in this_year
    assert "Abuse: 1" in before
    assert "Notes hidden" not in before
    assert str(author) not in told
    Appeal.objects.update(outcome="overturned", answered_at=now)
    assert "Not answered yet: 1" in page(Client(), "/transparency/")  # kept for an hour
    cache.delete("accountable")
    assert "The decision is taken back: 1" in page(Client(), "/transparency/")


def test_nothing_yet_says_so(db: None) -> None:
    assert "Nothing was reported or decided yet." in page(Client(), "/transparency/")


def test_owners_can_switch_both_off(author: User, settings: Any) -> None:
    article = factories.article()
    settings.PUBLIC_LOG = settings.TRANSPARENCY = False
    for address in (log_of(article), "/transparency/"):
        assert Client().get(address).status_code == 404
    for address in (f"/articles/{article.slug}/history/", "/rules/"):
        told = page(Client(), address)
        assert "/moderation/" not in told
        assert "/transparency/" not in told
