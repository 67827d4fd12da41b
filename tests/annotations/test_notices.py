"""The inbox: who is told, what it shows through the gate, and marking as read."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from annotations import annotating, moderating, reporting
from annotations.models import Annotation, Report
from articles.models import SiteRule
from ncr.accounts.models import Invitation, Membership, Notice, ReadingGroup, User
from ncr.accounts.noticing import mark_read, tell
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
    group = factories.group(replier, author)
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
    # In the group it is asked who writes and who is told; in public, what rules hold
    assert counts[1] == counts[0] + 2 - 1


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
    assert "moderator" not in page.split("<main")[1].split("</main>")[0]  # which one is not told
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
    reporting.report(note, by=stranger, reason="spam")
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
