"""Assignments know where they stand, whatever the verbs do to what they are on."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.db import connection
from django.db.models import Count

from annotations import annotating, moderating
from annotations.models import Assignment, Topic, TopicCount
from annotations.moving import move
from annotations.topics.merging import merge
from articles.models import Article
from ncr.accounts.models import Audience, User
from tests import factories

pytestmark = pytest.mark.django_db


def standing() -> None:
    """Fails unless every assignment and every count says what is so."""
    rows = Assignment.objects.select_related("annotation__thread__article")
    for one in rows:
        note, thread = one.annotation, one.annotation.thread
        assert one.is_readable == note.is_readable
        assert (one.article_id, one.audience_id) == (thread.article_id, thread.audience_id)
        assert (one.thread_id, one.dated) == (thread.pk, thread.article.published[:10])
        assert one.active_at == thread.active_at
        first = thread.anchors.filter(ordinal=0).first()
        assert one.place == (first.start if first else 2**31 - 1)
    counted = (
        Assignment.objects.filter(annotation__moderation="published", annotation__withdrawn_at=None)
        .values_list(
            "topic_id", "annotation__thread__article_id", "annotation__thread__audience_id"
        )
        .annotate(count=Count("pk"))
    )
    kept = TopicCount.objects.exclude(readable=0)
    assert set(kept.values_list("topic_id", "article_id", "audience_id", "readable")) == set(
        counted
    )


def topic(name: str) -> Topic:
    return Topic.objects.get(names__name=name)


def test_what_is_filed_stands_where_its_thread_does(author: User, stranger: User) -> None:
    article = factories.article(published="1999-11-19")
    note = factories.annotation(article, author, topics=["Ferry", "Quay"])
    factories.annotation(article, author, topics=["Ferry"], audience="me")
    standing()
    assert TopicCount.objects.filter(topic=topic("Ferry")).count() == 2
    annotating.reply(by=stranger, to=note, body="Later.")
    standing()
    annotating.edit(note, by=author, body="A note.", version=1, topics=["Quay", "Pier"])
    standing()
    Article.objects.filter(pk=article.pk).update(published="2001")
    standing()
    annotating.withdraw(note, by=author)
    standing()
    assert not TopicCount.objects.filter(topic=topic("Quay")).exclude(readable=0).exists()


def test_what_moderators_do_is_followed(author: User, moderator: User) -> None:
    article = factories.article()
    note = factories.annotation(article, author, topics=["Ferry"])
    other = factories.annotation(article, author, topics=["Steamer", "Ferry"])
    moderating.hide(note, by=moderator, reason="Off topic.")
    standing()
    moderating.restore(note, by=moderator, reason="Not so.")
    standing()
    merge(topic("Steamer"), topic("Ferry"), by=moderator)
    standing()
    moderating.remove(other, by=moderator, reason="Spam.")
    standing()
    assert TopicCount.objects.get(topic=topic("Ferry")).readable == 1


def test_a_reply_that_moves_takes_its_topics_along(author: User, moderator: User) -> None:
    article = factories.article()
    here, there = factories.annotation(article, author), factories.annotation(article, author)
    reply = annotating.reply(by=author, to=here, body="Not here.")
    Assignment.objects.create(
        annotation=reply,
        topic=Topic.objects.create(name="Ferry", slug="ferry"),
        at=reply.created_at,
    )
    standing()
    move(reply, to=there, by=moderator, reason="It answers the other one.")
    standing()
    assert Assignment.objects.get().thread_id == there.thread_id


def test_deleting_leaves_nothing_counted(author: User) -> None:
    article = factories.article()
    note = factories.annotation(article, author, topics=["Ferry"])
    factories.annotation(article, author, topics=["Ferry"])
    note.thread.delete()
    standing()
    assert TopicCount.objects.get().readable == 1
    assert TopicCount.objects.get().audience_id == Audience.EVERYONE


def test_a_restored_row_stays_as_it_was_written(author: User) -> None:
    """Rows come in the order of their tables, not of what refers to what."""
    article = factories.article()
    note = factories.annotation(article, author, topics=["Ferry"])
    row = note.assignments.get()
    counts = list(TopicCount.objects.values())
    row.delete()
    row.place = 5
    row.save(force_insert=True)
    row.refresh_from_db()
    assert (row.place, row.is_readable) == (5, True)
    TopicCount.objects.update(readable=counts[0]["readable"])


def test_triggers_are_made_again_after_a_table_was(author: User) -> None:
    triggers = import_module("annotations.migrations.0012_topics_stand_in_order")
    triggers.fall(connection)
    triggers.stand(connection)
    triggers.stand(connection)
    factories.annotation(factories.article(), author, topics=["Ferry"])
    standing()


def test_the_migration_fills_what_was_there(author: User) -> None:
    triggers = import_module("annotations.migrations.0012_topics_stand_in_order")
    article = factories.article()
    factories.annotation(article, author, topics=["Ferry"])
    triggers.fall(connection)
    Assignment.objects.update(article=None, audience=None, thread=None, dated="", place=1)
    TopicCount.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(triggers.ALL)
        cursor.execute(triggers.ALL_COUNTS)
    triggers.stand(connection)
    standing()


def test_the_day_of_a_moment_is_kept(author: User) -> None:
    article = factories.article(published="2005-10-01T09:30")
    note = factories.annotation(article, author, topics=["Ferries"])
    assert note.assignments.get().dated == "2005-10-01"
    Article.objects.filter(pk=article.pk).update(published="2006-11-02T10:45")
    assert note.assignments.get().dated == "2006-11-02"
    standing()
