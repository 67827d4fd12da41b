"""The inbox: who is told, what it shows through the gate, and marking as read."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from annotations import annotating, moderating
from annotations.models import Annotation, Report
from articles.models import Article, SiteRule
from ncr.accounts.models import Audience, Invitation, Membership, Notice, ReadingGroup, User
from ncr.accounts.noticing import MOST_COUNTED, mark_read, tell, unread_by
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


# Who is told


def test_a_reply_is_told_to_who_is_answered_and_to_nobody_else(
    author: User, replier: User, stranger: User
) -> None:
    note = factories.annotation(factories.article(), stranger)  # who opened it is not answered
    first = annotating.reply(by=author, to=note, body="First.")
    second = annotating.reply(by=replier, to=first, body="Second.")
    told = Notice.objects.exclude(person=stranger).get()
    assert (told.person, told.kind, told.about, told.by) == (author, "reply", second.uuid, replier)
    assert Notice.objects.get(person=stranger).about == first.uuid


def test_nobody_is_told_of_their_own_reply(author: User) -> None:
    answered(author, author)
    assert not Notice.objects.exists()


def test_a_reply_sent_twice_is_told_once(author: User, replier: User) -> None:
    note = factories.annotation(factories.article(), author)
    reply = annotating.reply(by=replier, to=note, body="Once.")
    annotating.reply(by=replier, to=note, body="Once.", submission=reply.submission)
    assert Notice.objects.count() == 1


def test_a_group_thread_is_told_to_members_of_the_group_alone(author: User, replier: User) -> None:
    group = factories.group(author, replier)
    note = factories.annotation(factories.article(), author, audience=group.audience)
    annotating.reply(by=replier, to=note, body="While in.")
    Membership.objects.filter(group=group, person=author).delete()
    annotating.reply(by=replier, to=note, body="After leaving.")
    assert Notice.objects.count() == 1


def test_nobody_is_told_of_an_article_that_is_not_theirs_to_read_any_more(
    author: User, replier: User
) -> None:
    group = factories.group(replier)
    article = factories.article()
    note = factories.annotation(article, author)
    article.audience = group.audience
    article.save(update_fields=["audience"])
    annotating.reply(by=replier, to=Annotation.objects.get(pk=note.pk), body="For us.")
    assert not Notice.objects.exists()


def test_no_query_is_asked_for_what_all_members_may_read(author: User, replier: User) -> None:
    article, group = factories.article(), factories.group(author, replier)
    public = factories.annotation(article, author)
    inner = factories.annotation(article, author, audience=group.audience)
    counts = []
    for note in (public, inner):
        note = Annotation.objects.select_related("thread__article", "thread__audience").get(
            pk=note.pk
        )
        with CaptureQueriesContext(connection) as caught:
            annotating.reply(by=replier, to=note, body="Hear.")
        counts.append(len(caught))
    assert counts[1] == counts[0] + 1


# What is shown


def test_a_reply_is_shown_with_who_where_and_what(author: User, replier: User) -> None:
    reply = answered(author, replier, article=factories.article(title="Transit & <night>"))
    page = shown_to(author)
    assert "Rita Replier replied to you" in page
    assert "Transit &amp; &lt;night&gt;</a>, ¶ 2, note 1" in page
    assert "train stops</blockquote>" in page
    assert "Quixotic answer." in page
    notice = Notice.objects.get()
    assert f'href="/notices/{notice.pk}/"' in page
    assert signed_in(author).get(f"/notices/{notice.pk}/")["Location"] == reply.get_absolute_url()


@pytest.mark.parametrize("how", ["hidden", "withdrawn", "removed"])
def test_a_reply_that_is_gone_has_a_place_and_no_words(
    how: str, author: User, replier: User, moderator: User
) -> None:
    reply = answered(author, replier)
    if how == "hidden":
        moderating.hide(reply, by=moderator, reason="why")
    elif how == "withdrawn":
        annotating.withdraw(reply, by=replier)
    else:
        Annotation.objects.filter(pk=reply.pk).update(moderation="removed")
    page = shown_to(author)
    assert "A reply to you is no longer shown." in page
    assert "Quixotic" not in page
    assert "Rita" not in page
    assert "train stops" in page  # their own thread


def test_what_is_out_of_reach_has_no_place_either(author: User, replier: User) -> None:
    group = factories.group(author, replier)
    article = factories.article(title="Of the group alone")
    answered(author, replier, article=article, audience=group.audience)
    Membership.objects.filter(person=author).delete()
    page = shown_to(author)
    assert "A reply to you is no longer shown." in page
    for words in ("Quixotic", "Rita", "Of the group alone", "train stops"):
        assert words not in page
    notice = Notice.objects.get()
    answer = signed_in(author).get(f"/notices/{notice.pk}/")
    assert answer["Location"] == f"/notices/#notice-{notice.pk}"


def test_moderators_read_no_words_of_a_hidden_reply_in_their_inbox(
    replier: User, moderator: User
) -> None:
    reply = answered(moderator, replier)
    moderating.hide(reply, by=moderator, reason="why")
    assert "Quixotic" not in shown_to(moderator)


def test_a_decision_is_told_with_reason_rule_and_ones_own_words(
    author: User, moderator: User
) -> None:
    note = factories.annotation(factories.article(), author, "Zephyrous note.")
    rule = SiteRule.objects.create(number=33, title="Speak & <listen>")
    moderating.hide(note, by=moderator, reason="Because <so>.", rule=rule)
    page = shown_to(author)
    assert "Your note was hidden" in page
    assert "Zephyrous note." in page
    assert "Reason: Because &lt;so&gt;." in page
    assert '<a href="/rules/#rule-33">33. Speak &amp; &lt;listen&gt;</a>' in page
    assert "A person decided this, not a program." in page
    assert "moderator" not in page.split("<main")[1]  # which one is not told
    notice = Notice.objects.get()
    assert signed_in(author).get(f"/notices/{notice.pk}/")["Location"] == note.get_absolute_url()


def test_each_decision_has_its_sentence(author: User, replier: User, moderator: User) -> None:
    note = factories.annotation(factories.article(), replier)
    reply = annotating.reply(by=author, to=note, body="Mine.")
    moderating.hide(reply, by=moderator, reason="why")
    moderating.restore(reply, by=moderator)
    own = factories.annotation(factories.article(), author)
    moderating.lock(own.thread, by=moderator)
    moderating.unlock(own.thread, by=moderator)
    page = shown_to(author)
    for sentence in (
        "Your reply was hidden",
        "Your reply is shown again",
        "Your note was closed to replies",
        "Your note is open to replies again",
    ):
        assert sentence in page


def test_a_decision_reaches_its_author_without_the_place_that_they_left(
    author: User, moderator: User
) -> None:
    group = factories.group(author, moderator)
    note = factories.annotation(factories.article(), author, "Said.", audience=group.audience)
    Membership.objects.filter(person=author).delete()
    moderating.hide(note, by=moderator, reason="Because.")
    page = shown_to(author)
    assert "Reason: Because." in page
    assert "train stops" not in page
    assert "Said." not in page


@pytest.mark.parametrize("outcome", Report.Outcome.values)
def test_a_report_is_answered_and_repeats_no_words(
    outcome: str, author: User, stranger: User, moderator: User
) -> None:
    note = factories.annotation(factories.article(), author, "Zephyrous note.")
    moderating.report(note, by=stranger, reason="spam")
    if outcome == "upheld":
        moderating.hide(note, by=moderator, reason="The author's alone.")
    else:
        moderating.dismiss(note, by=moderator, reason="It is on topic.")
    page = shown_to(stranger)
    assert ("Something was done about what you reported" in page) == (outcome == "upheld")
    assert ("it breaks no rule" in page) == (outcome == "dismissed")
    assert ("Reason: It is on topic." in page) == (outcome == "dismissed")
    assert "alone" not in page
    assert "Zephyrous" not in page


@pytest.fixture
def group_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever address the page of a group has."""
    monkeypatch.setattr(ReadingGroup, "get_absolute_url", lambda group: f"/groups/{group.slug}/")


@pytest.mark.parametrize("state", ["open", "withdrawn", "past", "used", "joined", "without"])
def test_an_invitation_leads_to_its_group_as_long_as_it_is_open(
    state: str, author: User, replier: User, group_pages: None
) -> None:
    group = factories.group(replier, name="Tuesday circle")
    now = timezone.now()
    invitation = Invitation.objects.create(
        group=group,
        digest="x",
        expires_at=now + timedelta(days=-1 if state == "past" else 1),
        withdrawn_at=now if state == "withdrawn" else None,
        used_at=now if state == "used" else None,
    )
    if state == "joined":
        Membership.objects.create(group=group, person=author)
    facts = {} if state == "without" else {"invitation": invitation.pk}
    notice = tell(author, Notice.Kind.INVITED, at=now, by=replier, group=group, **facts)
    assert notice is not None
    page = shown_to(author)
    is_there = state in ("open", "joined", "without")
    assert ("Tuesday circle" in page) == is_there
    assert ("invites you to the reading group" in page) == (state in ("open", "without"))
    assert ("You joined" in page) == (state == "joined")
    goes = signed_in(author).get(f"/notices/{notice.pk}/")["Location"]
    assert goes == (f"/groups/{group.slug}/" if is_there else f"/notices/#notice-{notice.pk}")


def test_a_kind_that_is_not_known_breaks_nothing(author: User) -> None:
    Notice.objects.create(person=author, kind="other", created_at=timezone.now(), facts={"x": 1})
    assert "Something on this site concerns you" in shown_to(author)


def test_an_empty_inbox_says_what_will_be_there(author: User) -> None:
    page = shown_to(author)
    assert "Nobody has told you anything yet." in page
    assert "Mark all as read" not in page


def test_unread_is_marked_by_form_and_word(author: User, replier: User) -> None:
    read, new = some_notices(author, replier, 2)
    mark_read(author, read.pk)
    page = shown_to(author)
    rows = {pk: page.split(f'id="notice-{pk}"')[1].split("</li>")[0] for pk in (read.pk, new.pk)}
    assert '<span class="tag new">New</span>' in rows[new.pk]
    assert "tag new" not in rows[read.pk]
    assert f'class="told is-new" id="notice-{new.pk}"' in page
    assert f'class="told" id="notice-{read.pk}"' in page


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
    assert unread_by(author) == ""
    some_notices(author, replier, MOST_COUNTED)
    assert unread_by(author) == "99"
    some_notices(author, replier, 1)
    assert unread_by(author) == "99+"


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
