"""The queue with many items: a fixed number of queries, and no table read through.

Plans are asked of the database that the tests run on; times are not measured here.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from annotations import queueing, reporting
from annotations.admin import deciding
from annotations.models import Annotation, Report, ReviewItem, ScopedRole, Topic
from annotations.roles import let_into_the_admin
from annotations.samples.seeding import seed_discussion
from articles.models import Article
from ncr.accounts.models import User
from tests import factories
from tests.annotations.test_admin_speed import _plan, _refresh_statistics

pytestmark = pytest.mark.django_db
LIST = reverse("admin:annotations_reviewitem_changelist")
DAY = timedelta(days=1)
TABLES = "reviewitem|annotation|report|thread|placement"


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user, "ncr.accounts.backends.MemberBackend")
    return client


def fill(article: Article, moderator: User, open_: int, closed: int) -> None:
    """Items about the annotations of a seeded article, in bulk: some wait, some were decided."""
    said = Annotation.objects.filter(thread__article=article, moderation="published")
    said = said.exclude(thread__audience_kind="person")
    now, causes = timezone.now(), list(ReviewItem.Cause.values)
    made = []
    for number, one in enumerate(said.order_by("pk")[: open_ + closed]):
        cause = causes[number % len(causes)]
        item = ReviewItem(
            kind="annotation",
            annotation=one,
            article=article,
            author_id=one.author_id,
            cause=cause,
            weight=number % 9,
            rank=number % 97,
            version=one.version,
            opened_at=now - number % 20 * DAY,
        )
        if number >= open_:
            item.closed_at, item.decided_by = now - number % 20 * DAY, moderator
            item.outcome = "dismissed"
        made.append(item)
    ReviewItem.objects.bulk_create(made)
    Report.objects.bulk_create(
        Report(
            annotation=item.annotation,
            by=None,
            reason="spam",
            version=1,
            created_at=item.opened_at,
            decided_at=item.closed_at,
        )
        for item in made
    )


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def topic_moderator(topic: Topic) -> User:
    person = factories.person("of-a-topic")
    ScopedRole.objects.create(person=person, role="moderator", topic=topic)
    let_into_the_admin(person)
    return User.objects.get(pk=person.pk)


@pytest.mark.parametrize("query", ["", "cause=spam&trust=new&age=week", "state=mine"])
def test_the_first_page_asks_at_most_twelve_queries(query: str, moderator: User) -> None:
    article = seed_discussion("big", 400)
    fill(article, moderator, 200, 20)
    queueing.bring(factories.person(), cause="appeal", at=timezone.now())
    Topic.objects.update(accepted_at=timezone.now())
    for person in (moderator, topic_moderator(Topic.objects.all()[0])):
        client = client_of(person)
        client.get(LIST)  # what is asked once in a process is known from here on
        assert queries(client, f"{LIST}?{query}") <= 12


def test_pages_have_as_many_queries_for_three_as_for_thirty(moderator: User) -> None:
    article = factories.article()
    client = client_of(moderator)
    note = factories.annotation(article, factories.person())
    item = queueing.bring(note, cause="spam", at=timezone.now())
    addresses = [
        LIST,
        reverse("admin:annotations_reviewitem_change", args=[item.pk]),
        reverse("admin:annotations_reviewitem_figures"),
    ]

    def grow(count: int) -> None:
        for _number in range(count):
            other = factories.annotation(article, factories.person())
            reporting.report(other, by=factories.person(), reason="spam")
            reporting.report(note, by=factories.person(), reason="spam")
            one = ReviewItem.objects.get(annotation=other)
            long_ago = datetime(2026, 1, 1, tzinfo=UTC)
            done = factories.annotation(article, factories.person())
            closed = queueing.bring(done, cause="rule", at=long_ago)
            ReviewItem.objects.filter(pk=closed.pk).update(
                closed_at=timezone.now() - DAY, decided_by=moderator, outcome="hidden"
            )
            assert one.is_open

    grow(3)
    for address in addresses:
        queries(client, address)
    few = [queries(client, address) for address in addresses]
    grow(12)
    assert [queries(client, address) for address in addresses] == few


FILTERS = [
    "",
    "state=mine",
    "state=decided",
    "cause=spam",
    "author=seed-member-3",
    "article=small",
    "age=week",
    "trust=trusted",
    "topic=market",
    "cause=spam&author=seed-member-3&age=week",
]


def test_no_list_of_the_queue_reads_a_table_through(moderator: User) -> None:
    big = seed_discussion("big", 2000)
    fill(big, moderator, 800, 800)
    small = factories.article(title="small")
    note = factories.annotation(small, factories.person())
    queueing.bring(note, cause="spam", at=timezone.now())
    _refresh_statistics()
    client, wrong = client_of(moderator), []
    for query in FILTERS:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"{LIST}?{query}").status_code == 200
        asked = [one["sql"] for one in captured if 'FROM "annotations_' in one["sql"]]
        assert any(one.startswith('SELECT "annotations_reviewitem"."id"') for one in asked)
        wrong += [f"{query}\n{sql}\n{plan}" for sql in asked if _reads_through(plan := _plan(sql))]
    assert not wrong, "\n\n".join(wrong)


def _reads_through(plan: str) -> bool:
    """Whether a plan looks at every row of a table that grows.

    SQLite calls walking an index from its end a scan too; that stops at the page's end.
    """
    if connection.vendor == "postgresql":
        return bool(re.search(rf"Seq Scan on annotations_({TABLES})", plan))
    walked = rf"SCAN (annotations_({TABLES})|[UV]\d+)(?! USING (COVERING )?INDEX)"
    return bool(re.search(walked, plan))


def test_five_hundred_are_hidden_in_one_request(
    moderator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deciding, "TIME", 600)  # on a machine of any speed
    fill(seed_discussion("big", 1200), moderator, 520, 0)
    client = client_of(moderator)
    desk = reverse("admin:annotations_reviewitem_decide", args=["hide"])
    page: Any = client.get(desk, {"all": "1"}, follow=True)
    ids = page.context["ids"]
    assert len(ids) == 500
    given = {"of": ids, "seen": page.context["seen"], "reason": "why", "back": ""}
    answer: Any = client.post(desk, given, follow=True)
    assert [str(one) for one in answer.context["messages"]] == ["500 annotations are hidden."]
    assert ReviewItem.objects.filter(closed_at=None).count() == 20
