"""What is new to a reader, and how it comes to be seen."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from annotations import annotating, catching_up, moderating
from annotations.models import Annotation, Reading
from annotations.reading.unread import State, counters_of, new_in, states_in, visits
from articles.models import Article
from articles.revising import publish_revision, write_revision
from ncr.accounts.models import Audience, Membership, Notice, User
from ncr.accounts.noticing import tell
from ncr.refusals import Refused
from tests import factories
from tests.annotations.news import unread_in

pytestmark = pytest.mark.django_db


def new_to(user: User, article: Article) -> list[UUID]:
    """As a later request would find it."""
    fresh = User.objects.get(pk=user.pk)
    return [one.uuid for one in new_in(visits([article.pk], fresh).get(article.pk), fresh)]


def count_for(user: User, *articles: Article) -> dict[int, int]:
    return unread_in(articles, User.objects.get(pk=user.pk))


@pytest.fixture
def article(db: None) -> Article:
    return factories.article()


def test_before_the_first_visit_only_the_article_is_new(
    article: Article, author: User, stranger: User
) -> None:
    factories.annotation(article, author)
    assert new_to(stranger, article) == []
    assert states_in([article], stranger) == {article.pk: State(False)}
    catching_up.visit(article, by=stranger)
    assert new_to(stranger, article) == []
    assert states_in([article], stranger) == {article.pk: State(True)}


def test_what_others_say_is_new_and_what_one_says_oneself_is_not(
    article: Article, author: User, stranger: User
) -> None:
    catching_up.visit(article, by=stranger)
    catching_up.visit(article, by=author)
    note = factories.annotation(article, author)
    reply = annotating.reply(by=stranger, to=note, body="An answer.")
    factories.annotation(factories.article(), author)  # noise: elsewhere
    assert new_to(stranger, article) == [note.uuid]
    assert new_to(author, article) == [reply.uuid]
    assert count_for(stranger, article) == count_for(author, article) == {article.pk: 1}


def test_an_edit_of_something_seen_is_new_and_one_entry(
    article: Article, author: User, stranger: User
) -> None:
    catching_up.visit(article, by=stranger)
    note = factories.annotation(article, author)
    annotating.edit(note, by=author, body="Other words.", version=1)
    (one,) = new_in(visits([article.pk], stranger)[article.pk], stranger)
    assert (one.uuid, one.is_said, one.seqs) == (note.uuid, True, [1, 2])
    catching_up.mark_seen(article, {Audience.EVERYONE: one.seqs}, by=stranger)
    assert new_to(stranger, article) == []
    annotating.edit(note, by=author, body="Others again.", version=2)
    (again,) = new_in(visits([article.pk], stranger)[article.pk], stranger)
    assert (again.uuid, again.is_said) == (note.uuid, False)


def test_what_happens_to_a_note_is_new_to_those_who_wrote_there(
    article: Article, author: User, stranger: User, moderator: User
) -> None:
    bystander = factories.person()
    note = factories.annotation(article, author)
    annotating.reply(by=stranger, to=note, body="An answer.")
    for one in (author, stranger, bystander):
        catching_up.visit(article, by=one)
    annotating.resolve(note.thread, by=author, reason="Settled.")
    assert new_to(stranger, article) == [note.uuid]
    assert new_to(author, article) == new_to(bystander, article) == []


def test_a_decision_about_ones_own_is_new_and_what_is_hidden_is_not(
    article: Article, author: User, stranger: User, moderator: User
) -> None:
    note = factories.annotation(article, author)
    for one in (author, stranger):
        catching_up.visit(article, by=one)
    reply = annotating.reply(by=author, to=note, body="More.")
    moderating.hide(reply, by=moderator, reason="noise")
    assert new_to(author, article) == [reply.uuid]
    assert new_to(stranger, article) == []
    assert count_for(stranger, article) == {}
    catching_up.mark_all_seen(article, {Audience.EVERYONE: 3}, by=stranger)
    moderating.restore(reply, by=moderator, reason="")
    assert new_to(stranger, article) == [reply.uuid]


def test_what_is_withdrawn_is_not_new(article: Article, author: User, stranger: User) -> None:
    catching_up.visit(article, by=stranger)
    note = factories.annotation(article, author)
    assert count_for(stranger, article) == {article.pk: 1}
    annotating.withdraw(note, by=author)
    assert count_for(stranger, article) == {}


@pytest.mark.parametrize("audience", ["everyone", "members", "group", "person"])
def test_it_passes_the_gate(
    article: Article, author: User, stranger: User, moderator: User, audience: str
) -> None:
    """Of four kinds of reader, each is told of what they may read, and of nothing else."""
    fellow = factories.person("fellow")
    group = factories.group(author, fellow)
    boss = User.objects.create_superuser("boss", password="x")
    readers = {"fellow": fellow, "stranger": stranger, "moderator": moderator, "boss": boss}
    for one in readers.values():
        catching_up.visit(article, by=one)
    said_to: Any = {"group": group.audience, "person": "me"}.get(audience, audience)
    note = factories.annotation(article, author, "Quixotic.", audience=said_to)
    inside = {"everyone": {*readers}, "members": {*readers}, "group": {"fellow"}, "person": set()}
    for name, one in readers.items():
        may = name in inside[audience]
        assert new_to(one, article) == ([note.uuid] if may else []), name
        assert count_for(one, article) == ({article.pk: 1} if may else {}), name
    assert unread_in([article], AnonymousUser()) == {}


def test_a_readers_numbers_do_not_show_what_they_may_not_read(
    article: Article, author: User, stranger: User
) -> None:
    """Whatever they send: a number of somebody else's audience is not even kept."""
    catching_up.visit(article, by=stranger)
    factories.annotation(article, author, audience="me")
    secret = Audience.only(author).pk
    row = catching_up.mark_seen(article, {secret: [1], Audience.EVERYONE: [5, 9]}, by=stranger)
    assert str(secret) not in row.seen
    assert row.seen[str(Audience.EVERYONE)] == []


def test_what_a_group_said_before_one_joined_is_not_new(
    article: Article, author: User, stranger: User
) -> None:
    group = factories.group(author)
    catching_up.visit(article, by=stranger)
    factories.annotation(article, author, audience=group.audience)
    Membership.objects.create(group=group, person=stranger)
    assert new_to(stranger, article) == []
    catching_up.visit(article, by=User.objects.get(pk=stranger.pk))
    after = factories.annotation(article, author, audience=group.audience)
    assert new_to(stranger, article) == [after.uuid]


def test_two_tabs_lose_nothing_of_each_other(
    article: Article, author: User, stranger: User
) -> None:
    catching_up.visit(article, by=stranger)
    notes = [factories.annotation(article, author, f"Note {n}.") for n in range(6)]
    everyone = Audience.EVERYONE
    catching_up.mark_seen(article, {everyone: [1, 5]}, by=stranger)
    catching_up.mark_seen(article, {everyone: [3]}, by=stranger)
    catching_up.mark_seen(article, {everyone: [1, 5]}, by=stranger)  # sent twice
    assert new_to(stranger, article) == [notes[n].uuid for n in (1, 3, 5)]
    row = Reading.objects.get(person=stranger)
    assert row.seen[str(everyone)] == [[1, 1], [3, 3], [5, 5]]


def test_what_was_seen_can_be_new_again(article: Article, author: User, stranger: User) -> None:
    catching_up.visit(article, by=stranger)
    first = factories.annotation(article, author)
    factories.annotation(article, author)
    catching_up.mark_all_seen(article, counters_of(article, stranger), by=stranger)
    for _twice in range(2):
        catching_up.mark_unread(first, by=stranger)
        assert new_to(stranger, article) == [first.uuid]
    with pytest.raises(Refused):
        catching_up.mark_unread(first, by=author)


def test_all_is_seen_up_to_what_the_page_showed(
    article: Article, author: User, stranger: User
) -> None:
    catching_up.visit(article, by=stranger)
    factories.annotation(article, author)
    until = counters_of(article, stranger)
    later = factories.annotation(article, author)
    catching_up.mark_all_seen(article, until, by=stranger)
    assert new_to(stranger, article) == [later.uuid]


def test_a_revision_is_news_until_it_is_looked_at(
    article: Article, author: User, stranger: User
) -> None:
    catching_up.visit(article, by=stranger)
    draft = write_revision(article, article.standing.source + "\nMore.\n", by=author)
    publish_revision(draft, by=author)
    article = Article.objects.get(pk=article.pk)
    assert states_in([article], stranger)[article.pk].is_revised
    catching_up.mark_seen(article, {}, by=stranger, sees_text=True)
    assert not states_in([article], stranger)[article.pk].is_revised


def test_own_doings_leave_no_holes_in_what_is_kept(
    article: Article, author: User, stranger: User
) -> None:
    catching_up.visit(article, by=stranger)
    for _ in range(5):
        factories.annotation(article, stranger)
        factories.annotation(article, author)
    row = catching_up.mark_seen(article, {Audience.EVERYONE: [2, 4, 6, 8]}, by=stranger)
    assert row.seen[str(Audience.EVERYONE)] == [[1, 9]]


def test_counts_of_a_list_cost_two_queries_however_long(
    article: Article, author: User, stranger: User
) -> None:
    articles = [article, *(factories.article() for _ in range(7))]
    for one in articles:
        catching_up.visit(one, by=stranger)
        for _ in range(3):
            factories.annotation(one, author)
    for some in (articles[:2], articles):
        with CaptureQueriesContext(connection) as caught:
            assert unread_in(some, stranger) == {one.pk: 3 for one in some}
        assert len(caught) == 2


def test_where_all_is_seen_no_event_is_looked_at(
    article: Article, author: User, stranger: User
) -> None:
    """The numbers that are missing are sought in the index, and no table is read through."""
    catching_up.visit(article, by=stranger)
    with CaptureQueriesContext(connection) as caught:
        unread_in([article], stranger)
    plan = plan_of(caught[-1]["sql"])
    by_number = "event_seq_once" if connection.vendor == "postgresql" else "COVERING INDEX"
    assert any(by_number in line for line in plan), plan
    assert not any("Seq Scan" in line or line.startswith("SCAN annotations") for line in plan), plan


def plan_of(statement: str) -> list[str]:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}")
            return [row[3] for row in cursor.fetchall()]
        cursor.execute("SET LOCAL enable_seqscan = off")  # its tables are small here
        cursor.execute(f"EXPLAIN {statement}")
        return [row[0] for row in cursor.fetchall()]


def test_taken_away_annotations_leave_the_reading_whole(
    article: Article, author: User, stranger: User
) -> None:
    catching_up.visit(article, by=stranger)
    note = factories.annotation(article, author, audience="members")
    Annotation.objects.filter(pk=note.pk).delete()
    assert new_to(stranger, article) == []


def unread_notices(person: User) -> list[str]:
    return sorted(Notice.objects.filter(person=person, read_at=None).values_list("kind", flat=True))


def test_who_has_seen_an_answer_needs_no_notice_of_it(
    article: Article, author: User, stranger: User, moderator: User
) -> None:
    for one in (author, moderator):
        catching_up.visit(article, by=one)
    note = factories.annotation(article, author)
    words = f"See @{moderator.username}."
    reply = annotating.reply(by=stranger, to=note, body=words)
    annotating.reply(by=stranger, to=note, body="One more, not looked at.")
    tell(author, Notice.Kind.REPORTED, at=timezone.now(), about=reply.uuid)
    assert unread_notices(author) == ["reply", "reply", "reported"]
    catching_up.visit(article, by=author)
    catching_up.mark_seen(article, {Audience.MEMBERS: [2]}, by=author)
    assert unread_notices(author) == ["reply", "reply", "reported"]
    with CaptureQueriesContext(connection) as caught:
        catching_up.mark_seen(article, {Audience.EVERYONE: [2]}, by=author)
    assert (
        sum("accounts_notice" in query["sql"] and "UPDATE" in query["sql"] for query in caught) == 1
    )
    assert unread_notices(author) == ["reply", "reported"]
    assert unread_notices(moderator) == ["mention"]  # what another saw they have not
    catching_up.mark_all_seen(article, {Audience.EVERYONE: 3}, by=author)
    assert unread_notices(author) == ["reported"]
    catching_up.mark_all_seen(article, {Audience.EVERYONE: 1}, by=moderator)
    assert unread_notices(moderator) == ["mention"]


def test_a_mention_in_an_edit_is_read_with_the_edit(
    article: Article, author: User, stranger: User
) -> None:
    catching_up.visit(article, by=stranger)
    note = factories.annotation(article, author)
    annotating.edit(note, by=author, body=f"See @{stranger.username}.", version=1)
    assert unread_notices(stranger) == ["mention"]
    catching_up.mark_seen(article, {Audience.EVERYONE: [2]}, by=stranger)
    assert unread_notices(stranger) == []
