"""The inbox as pages: by key, with few queries, and marking as read."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from annotations import annotating, moderating
from annotations.models import Annotation
from annotations.reading.noticed import noticed
from articles.models import Article
from ncr.accounts.models import Audience, Notice, ReadingGroup, User
from ncr.accounts.noticing import MOST_COUNTED, tell, unread_by
from tests import factories

pytestmark = pytest.mark.django_db
INBOX = "/notices/"


@pytest.fixture
def replier(db: None) -> User:
    return factories.person("replier", display_name="Rita Replier")


def signed_in(person: User | None) -> Client:
    client = Client()
    if person is not None:
        client.force_login(person, "ncr.accounts.backends.MemberBackend")
    return client


def answered(author: User, by: User, body: str = "Quixotic answer.", **given: Any) -> Annotation:
    """A reply to a note of the author's, of which the author is told."""
    note = factories.annotation(given.pop("article", None) or factories.article(), author, **given)
    return annotating.reply(by=by, to=note, body=body)


def shown_to(person: User, query: str = "") -> str:
    answer = signed_in(person).get(INBOX + query)
    assert answer.status_code == 200
    return answer.content.decode()


def some_notices(person: User, by: User, count: int) -> list[Notice]:
    return [
        Notice.objects.create(
            person=person, kind="reply", by=by, about=None, created_at=timezone.now()
        )
        for _number in range(count)
    ]


@pytest.fixture
def group_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever address the page of a group has."""
    monkeypatch.setattr(ReadingGroup, "get_absolute_url", lambda group: f"/groups/{group.slug}/")


# Pages


def test_pages_go_by_key_and_show_nothing_twice(author: User, replier: User) -> None:
    made = [notice.pk for notice in some_notices(author, replier, 65)]
    some_notices(replier, author, 3)  # noise: another person's
    seen: list[int] = []
    query = ""
    for size in (30, 30, 5):
        page = shown_to(author, query)
        listed = [int(part.split('"')[0]) for part in page.split('id="notice-')[1:]]
        assert len(listed) == size
        seen += listed
        query = f"?after={listed[-1]}"
        assert (f'rel="next" href="{query}"' in page) == (size == 30)
        some_notices(author, replier, 1)  # what comes meanwhile moves nothing
    assert seen == sorted(made, reverse=True)


@pytest.mark.parametrize(
    "after", ["0", "-1", "x", "9" * 19, "9" * 40, "%00", "٣", "1.5", "", b"\xed\xa0\x80"]
)
def test_a_wrong_key_is_the_first_page(after: str, author: User, replier: User) -> None:
    some_notices(author, replier, 1)
    answer = signed_in(author).get(INBOX, {"after": after})
    assert answer.status_code == 200
    assert b'id="notice-' in answer.content


def test_the_inbox_has_a_fixed_number_of_queries(
    author: User, moderator: User, group_pages: None
) -> None:
    client = signed_in(author)
    counts = []
    for _round in range(2):
        for _number in range(3):
            replier = factories.person()
            reply = answered(author, replier)
            moderating.hide(reply, by=moderator, reason="why")
            note = factories.annotation(factories.article(), author)
            moderating.hide(note, by=moderator, reason="why")
            annotating.reply(
                by=replier, to=factories.annotation(reply.thread.article, author), body="B"
            )
            group = factories.group(replier)
            tell(
                author,
                Notice.Kind.INVITED,
                at=timezone.now(),
                by=replier,
                group=group,
                invitation=7,
            )
        with CaptureQueriesContext(connection) as caught:
            page = client.get(INBOX).content.decode()
        counts.append(len(caught))
        assert page.count('id="notice-') == 12 * (_round + 1)
    assert counts == [counts[0]] * 2
    assert counts[0] <= 12


def test_a_page_with_a_bar_asks_once_how_much_waits(author: User, replier: User) -> None:
    client = signed_in(author)
    client.get("/topics/")
    with CaptureQueriesContext(connection) as caught:
        page = client.get("/topics/").content.decode()
    asked = [one["sql"] for one in caught if "accounts_notice" in one["sql"]]
    assert len(asked) == 1
    assert "data-unread hidden" in page
    some_notices(author, replier, 3)
    assert "3 new" in client.get("/topics/").content.decode()


def test_the_anonymous_are_not_asked_for(author: User) -> None:
    with CaptureQueriesContext(connection) as caught:
        page = Client().get("/topics/").content.decode()
    assert not [one for one in caught if "accounts_notice" in one["sql"]]
    assert "data-notices  hidden" in page


def test_what_is_unread_is_found_by_its_index(author: User) -> None:
    with CaptureQueriesContext(connection) as caught:
        unread_by(author)
    with connection.cursor() as cursor:
        sql = caught.captured_queries[0]["sql"]
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute(f"EXPLAIN {sql}")
        else:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        plan = " ".join(str(row) for row in cursor.fetchall())
    assert "notice_unread" in plan


def test_the_count_stops_at_99(author: User, replier: User) -> None:
    def waiting() -> str:
        return unread_by(User.objects.get(pk=author.pk))

    assert waiting() == ""
    some_notices(author, replier, MOST_COUNTED)
    assert waiting() == "99"
    some_notices(author, replier, 1)
    assert waiting() == "99+"


def test_the_overlay_tells_the_count_of_the_reader_alone(author: User, replier: User) -> None:
    article: Article = answered(author, replier).thread.article
    address = reverse("overlay", args=[article.slug])
    assert signed_in(author).get(address).json()["me"]["unread"] == "1"
    assert signed_in(replier).get(address).json()["me"]["unread"] == ""
    assert signed_in(None).get(address).json()["me"] is None


def test_the_article_page_is_the_same_bytes_whoever_is_told(author: User, replier: User) -> None:
    reply = answered(author, replier)
    address = reply.thread.article.get_absolute_url()
    first = signed_in(author).get(address)
    assert b"data-unread hidden" in first.content
    assert first.content == signed_in(None).get(address).content
    some_notices(author, replier, 2)
    assert signed_in(author).get(address)["ETag"] == first["ETag"]


# Reading and marking


def test_following_a_notice_marks_it_as_read(author: User, replier: User) -> None:
    answered(author, replier)
    notice = Notice.objects.get()
    answer = signed_in(author).get(f"/notices/{notice.pk}/", follow=True)
    assert "Quixotic answer." in answer.content.decode()
    notice.refresh_from_db()
    first = notice.read_at
    assert first is not None
    signed_in(author).get(f"/notices/{notice.pk}/")
    notice.refresh_from_db()
    assert notice.read_at == first


@pytest.mark.parametrize("way", ["", "read/", "unread/"])
def test_a_notice_is_its_owners_alone(way: str, author: User, moderator: User) -> None:
    boss = User.objects.create_superuser("boss", password="x")
    (notice,) = some_notices(author, moderator, 1)
    for visitor in (moderator, boss, factories.person()):
        client = signed_in(visitor)
        ask = client.post if way else client.get
        for pk in (notice.pk, notice.pk + 1, 2**63, 10**30):
            assert ask(f"/notices/{pk}/{way}").status_code == 404
    client = signed_in(None)
    answer = (client.post if way else client.get)(f"/notices/{notice.pk}/{way}")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/?next=%2Fnotices%2F")
    notice.refresh_from_db()
    assert notice.read_at is None


def test_the_inbox_of_the_anonymous_is_signing_in() -> None:
    answer = Client().get(INBOX + "?after=7")
    assert answer["Location"] == "/accounts/login/?next=%2Fnotices%2F%3Fafter%3D7"
    assert answer["Cache-Control"] == "private, no-cache"


def test_one_is_marked_read_and_unread_and_it_may_be_repeated(author: User, replier: User) -> None:
    notice, other = some_notices(author, replier, 2)
    client = signed_in(author)
    for way, is_read in [("read", True), ("read", True), ("unread", False), ("unread", False)]:
        answer = client.post(f"/notices/{notice.pk}/{way}/", {"at": "77"})
        assert answer["Location"] == f"/notices/?after=77#notice-{notice.pk}"
        notice.refresh_from_db()
        assert (notice.read_at is not None) == is_read
    other.refresh_from_db()
    assert other.read_at is None


@pytest.mark.parametrize("at", ["x", "", "-1", "\x00", "9" * 40])
def test_a_wrong_page_leads_to_the_first(at: str, author: User, replier: User) -> None:
    (notice,) = some_notices(author, replier, 1)
    answer = signed_in(author).post(f"/notices/{notice.pk}/read/", {"at": at})
    assert answer["Location"] == f"/notices/#notice-{notice.pk}"


def test_all_are_marked_as_read_but_what_came_since_the_page(author: User, replier: User) -> None:
    seen = some_notices(author, replier, 3)
    since = some_notices(author, replier, 1)
    others = some_notices(replier, author, 1)
    client = signed_in(author)
    client.post("/notices/read/", {"until": str(seen[-1].pk)})
    unread = set(Notice.objects.filter(read_at=None).values_list("pk", flat=True))
    assert unread == {since[0].pk, others[0].pk}
    for wrong in ({}, {"until": "x"}, {"until": "9" * 30}):
        assert client.post("/notices/read/", wrong).status_code == 302
    assert Notice.objects.filter(read_at=None).count() == 2


def test_marking_wants_a_post_with_a_token(author: User, replier: User) -> None:
    (notice,) = some_notices(author, replier, 1)
    client = Client(enforce_csrf_checks=True)
    client.force_login(author, "ncr.accounts.backends.MemberBackend")
    for address in ("/notices/read/", f"/notices/{notice.pk}/read/"):
        assert client.get(address).status_code == 405
        assert client.post(address, {"until": notice.pk}).status_code == 403
    notice.refresh_from_db()
    assert notice.read_at is None


def test_the_audience_of_members_leaves_nobody_out() -> None:
    """The shortcut of `reaches` stands on this: every member reads these two."""
    person = factories.person()
    assert set(Audience.objects.read_by(person).values_list("pk", flat=True)) >= {
        Audience.EVERYONE,
        Audience.MEMBERS,
    }


if connection.vendor == "sqlite":  # PostgreSQL plans by the size of tables, which are empty here

    def test_the_inbox_goes_through_no_table(author: User, replier: User, moderator: User) -> None:
        """Whoever asks, each table that grows with use is searched by an index, never scanned."""
        answered(author, replier)
        group = factories.group(author)
        reply = answered(moderator, replier)
        moderating.hide(reply.parent, by=User.objects.create_superuser("boss"), reason="why")
        tell(author, Notice.Kind.INVITED, at=timezone.now(), by=replier, group=group, invitation=7)
        for person in (author, moderator):
            with CaptureQueriesContext(connection) as caught:
                listed = list(Notice.objects.filter(person=person).order_by("-pk")[:31])
                noticed(listed, User.objects.get(pk=person.pk))
            steps = [step for one in caught for step in plan(one["sql"])]
            assert [step for step in steps if any(wide in step for wide in WIDE)] == []


# All rows of a table, or all that an audience or an article has
WIDE = ("SCAN", "(audience_id=?", "audience_id=?)", "(article_id=?")


def plan(sql: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        return [f"{row[3]}" for row in cursor.fetchall()]
