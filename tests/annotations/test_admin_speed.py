"""The admin with many annotations: a fixed number of queries, and no table read through.

Plans are asked of the database that the tests run on; times are not measured here.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from annotations import annotating, moderating, reporting
from annotations.admin import deciding
from annotations.models import Annotation
from annotations.samples.seeding import seed_discussion
from articles.models import Article
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user, BACKEND)
    return client


def lists() -> dict[str, str]:
    listed = {
        name: reverse(f"admin:annotations_{name}_changelist")
        for name in ("annotation", "thread", "report", "moderationentry")
    }
    return {
        **listed,
        "index": reverse("admin:index"),
        "narrowed": listed["annotation"] + "?q=note&author=p&article=art&state=published",
        "people": reverse("admin:accounts_user_changelist"),
    }


def grow(article: Article, count: int, moderator: User) -> None:
    """Annotations by different people in threads of their own, each reported and locked."""
    for number in range(count):
        note = factories.annotation(article, factories.person(), f"Note {number}.")
        annotating.reply(by=factories.person(), to=note, body="An answer.")
        reporting.report(note, by=factories.person(), reason="abuse")
        moderating.lock(note.thread, by=moderator, reason="why")


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_lists_have_as_many_queries_for_three_as_for_twelve() -> None:
    boss = User.objects.create_superuser("boss", password="x")
    client = client_of(boss)
    article = factories.article()
    grow(article, 3, boss)
    few = {name: queries(client, address) for name, address in lists().items()}
    for _more in range(2):
        grow(factories.article(), 5, boss)
    many = {name: queries(client, address) for name, address in lists().items()}
    assert many == few
    assert max(many.values()) <= 26, many


def test_a_case_has_as_many_queries_however_long_its_thread() -> None:
    boss = User.objects.create_superuser("boss", password="x")
    client = client_of(boss)
    note = factories.annotation(factories.article(), factories.person("author"), "The opening.")
    addresses = [
        reverse("admin:annotations_annotation_change", args=[note.pk]),
        reverse("admin:annotations_thread_change", args=[note.thread_id]),
        reverse("admin:accounts_user_change", args=[note.author_id]),
    ]

    def lengthen(count: int) -> None:
        for number in range(count):
            annotating.reply(by=factories.person(), to=note, body=f"Answer {number}.")
            reporting.report(note, by=factories.person(), reason="spam")
            moderating.lock(note.thread, by=boss, reason="why")
            moderating.unlock(note.thread, by=boss, reason="why")

    lengthen(2)
    for address in addresses:
        queries(client, address)  # what is asked once in a process is known from here on
    few = [queries(client, address) for address in addresses]
    lengthen(8)
    assert [queries(client, address) for address in addresses] == few


def test_a_long_thread_shows_the_one_in_question() -> None:
    boss = User.objects.create_superuser("boss", password="x")
    note = factories.annotation(factories.article(), factories.person("author"), "The opening.")
    answers = [
        annotating.reply(by=factories.person(), to=note, body=f"Answer {number} of many.")
        for number in range(70)
    ]
    address = reverse("admin:annotations_annotation_change", args=[answers[55].pk])
    page = client_of(boss).get(address).content.decode()
    assert "The opening." in page
    assert "Answer 55 of many." in page
    assert "the one in question" in page
    assert "Answer 3 of many." not in page


FILTERS = [
    "",
    "state=hidden",
    "state=pending",
    "author=seed",
    "topic=market",
    "since=2099-01-01",
    "reported=waiting",
    "reported=decided",
    "audience=members",
    "audience=group",
]


@pytest.mark.parametrize("query", FILTERS)
def test_no_list_reads_the_table_of_annotations_through(query: str, moderator: User) -> None:
    seed_discussion("big", 6000)
    factories.article(title="small")
    _refresh_statistics()
    address = reverse("admin:annotations_annotation_changelist")
    with CaptureQueriesContext(connection) as captured:
        assert client_of(moderator).get(f"{address}?{query}").status_code == 200
    lists = [
        one["sql"]
        for one in captured
        if re.match(r'SELECT "annotations_annotation"\."(id|uuid)', one["sql"])
        and "LIMIT" in one["sql"]
    ]
    assert lists
    for sql in lists:
        plan = _plan(sql)
        assert not _reads_through(plan, bool(query)), plan


def _refresh_statistics() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _plan(sql: str) -> str:
    explain = "EXPLAIN" if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN"
    with connection.cursor() as cursor:
        cursor.execute(f"{explain} {sql}")
        return "\n".join(" ".join(str(cell) for cell in row) for row in cursor.fetchall())


def _reads_through(plan: str, is_narrowed: bool) -> bool:
    """Whether a plan looks at every annotation.

    Without a filter SQLite walks the table from its newest row and stops at the page's end: that
    is a scan in its words, and reads nothing through as long as nothing is sorted.
    """
    if connection.vendor == "postgresql":
        return bool(re.search(r"Seq Scan on annotations_annotation", plan))
    walked = re.search(r"SCAN annotations_annotation(?! USING INDEX)", plan)
    if not is_narrowed:
        return "TEMP B-TREE" in plan
    return bool(walked)


def test_a_page_counts_no_further_than_the_next(moderator: User) -> None:
    seed_discussion("big", 1500)
    address = reverse("admin:annotations_annotation_changelist")
    first = client_of(moderator).get(address)
    assert first.context["cl"].result_count == 100
    assert "Older" in first.content.decode()
    far = client_of(moderator).get(address + "?p=20")
    assert far.context["cl"].page_num == 20
    assert "found by the filters" in far.content.decode()
    shown = [one.pk for one in first.context["cl"].result_list]
    assert shown == sorted(shown, reverse=True)
    assert len(set(shown) & {one.pk for one in far.context["cl"].result_list}) == 0


def test_five_hundred_are_decided_in_one_request(
    moderator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deciding, "TIME", 600)  # on a machine of any speed
    seed_discussion("big", 1200)
    ids = list(
        Annotation.objects.moderated_by(moderator)
        .filter(moderation="published")
        .values_list("pk", flat=True)[:500]
    )
    assert len(ids) == 500
    address = reverse("admin:annotations_annotation_decide", args=["hide"])
    answer: Any = client_of(moderator).post(address, {"of": ids, "reason": "why"}, follow=True)
    assert str(next(iter(answer.context["messages"]))) == "500 annotations are hidden."
    assert Annotation.objects.filter(pk__in=ids, moderation="hidden").count() == 500
