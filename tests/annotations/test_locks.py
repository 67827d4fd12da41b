"""Who writes, who keeps topics and who publishes take their locks in one order: no circle."""

from __future__ import annotations

from contextlib import suppress
from threading import Barrier, BrokenBarrierError, Thread
from typing import Any

import pytest
from django.db import connection, transaction

from annotations import annotating
from annotations.models import Annotation, Counter, Suggestion, Topic
from annotations.pointing import Link
from annotations.recording import locked_counter
from annotations.topics import keeping
from annotations.topics.confirming import confirm
from annotations.topics.filing import propose
from annotations.topics.keeping import locked, touch_pages
from articles.models import Article
from ncr.accounts.models import Audience, User
from tests import factories
from tests.annotations.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def link(to: Article) -> Link:
    return Link("cites", to, factories.passage(to, "second train"))


class Meanwhile:
    """Lets an act begin while a transaction holds its locks, and waits for it to get stuck."""

    def __init__(self, act: Any) -> None:
        self.troubles: list[Exception] = []
        self._act = act
        self._thread = Thread(target=self._run)

    def _run(self) -> None:
        try:
            self._act()
        except Exception as error:
            self.troubles.append(error)
        finally:
            connection.close()

    def begin(self) -> None:
        self._thread.start()
        self._thread.join(1)
        assert self._thread.is_alive()

    def end(self) -> None:
        self._thread.join(10)
        assert self.troubles == []


def test_who_points_and_files_waits_for_names_before_articles(author: User) -> None:
    """Who merges or renames locks names, and then changes the articles that show the topic."""
    article, other = factories.article(), factories.article()
    factories.annotation(other, author, topics=["Trains"])
    topic = Topic.objects.get()
    pointing = Meanwhile(
        lambda: factories.annotation(article, author, link=link(other), topics=["trains"])
    )
    with transaction.atomic():
        locked(topic.pk)
        pointing.begin()
        touch_pages(topic)
    pointing.end()
    assert topic.assignments.count() == 2


def test_who_opens_the_first_thread_waits_for_names_before_the_article(
    author: User, stranger: User
) -> None:
    article = factories.article()
    factories.annotation(article, author, topics=["Trains"])
    topic = Topic.objects.get()
    opening = Meanwhile(
        lambda: factories.annotation(article, stranger, topics=["Trains"], audience="members")
    )
    with transaction.atomic():
        locked(topic.pk)
        opening.begin()
        touch_pages(topic)
    opening.end()
    assert topic.assignments.count() == 2


def test_who_files_anew_waits_for_names_before_the_counter(author: User) -> None:
    """Who publishes holds the article that a merge waits for, and takes the counters."""
    note = factories.annotation(factories.article(), author, topics=["Trains"])
    topic = Topic.objects.get()
    filing = Meanwhile(
        lambda: annotating.edit(
            Annotation.objects.get(pk=note.pk),
            by=author,
            body="Other.",
            version=1,
            topics=["Trains"],
        )
    )
    with transaction.atomic():
        locked(topic.pk)
        filing.begin()
        locked_counter(note.thread.article, note.thread.audience)
    filing.end()


def test_who_confirms_a_suggestion_waits_for_names_before_the_counter(
    author: User, moderator: User
) -> None:
    """As who files a note of their own under the same topic in the same article does."""
    keeping.accept(propose("night", by=moderator), by=moderator)
    article = factories.article()
    note = factories.annotation(article, author)
    suggestion = Suggestion.objects.get(article=article)
    confirming_it = Meanwhile(lambda: confirm(suggestion, by=author))
    with transaction.atomic():
        locked(suggestion.topic_id)
        confirming_it.begin()
        locked_counter(note.thread.article, note.thread.audience)
    confirming_it.end()
    assert Suggestion.objects.get().state == Suggestion.State.CONFIRMED


def test_two_that_point_at_each_others_article_at_once(
    author: User, stranger: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each opens the first thread of its article, and so locks that too."""
    one, other = factories.article(), factories.article()
    both = Barrier(2)

    def counter_when_both_hold(article: Article, audience: Audience) -> Counter:
        with suppress(BrokenBarrierError):  # where the second waits for the first
            both.wait(1)
        return locked_counter(article, audience)

    monkeypatch.setattr(annotating, "locked_counter", counter_when_both_hold)
    made = at_once(
        lambda: factories.annotation(one, author, link=link(other)),
        lambda: factories.annotation(other, stranger, link=link(one)),
    )
    assert all(made)
    assert Annotation.objects.count() == 2


def test_of_two_first_threads_the_counter_waits_for_the_article(
    author: User, stranger: User
) -> None:
    """Who points holds the article before the counter, and so does who opens the first thread."""
    article = factories.article()
    opening = Meanwhile(lambda: factories.annotation(article, stranger))
    with transaction.atomic():
        annotating._held_article(article)
        opening.begin()
        locked_counter(article, Audience.objects.get(pk=Audience.EVERYONE))
    opening.end()
    assert Annotation.objects.count() == 1
