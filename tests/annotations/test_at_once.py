"""One submission makes one annotation, one item has one decision, however many are at it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from threading import Barrier, Event, Thread
from typing import Any

import pytest
from django.db import connection, transaction
from django.urls import reverse

from annotations import annotating, moderating, reporting
from annotations.models import Annotation, ModerationEntry, ReviewItem
from articles.models import Article
from ncr.accounts.models import User
from ncr.refusals import Conflict
from tests import factories
from tests.annotations.sending import (
    client_of,
    form_on,
    json_on,
    send,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def article(transactional_db: None) -> Article:
    return factories.article()


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """What the acts answer, each in a thread and on a connection of its own."""
    together = Barrier(len(acts))
    answers: list[Any] = [None] * len(acts)

    def run(place: int) -> None:
        try:
            together.wait()
            answers[place] = acts[place]()
        finally:
            connection.close()

    threads = [Thread(target=run, args=[place]) for place in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.mark.parametrize("way", ["form", "json"])
def test_the_same_form_sent_by_many_at_once_makes_one(
    article: Article, author: User, way: str
) -> None:
    clients = [client_of(author) for _ in range(4)]
    form, given = form_on(article), json_on(article)
    address = reverse("annotate", args=[article.slug])
    if way == "form":
        answers = at_once(*(lambda one=one: one.post(address, form) for one in clients))
        assert len({answer["Location"] for answer in answers}) == 1
    else:
        answers = at_once(
            *(lambda one=one: send(one, "annotate", article.slug, given) for one in clients)
        )
        assert len({answer.json()["id"] for answer in answers}) == 1
    assert {answer.status_code for answer in answers} == {302 if way == "form" else 201}
    assert Annotation.objects.count() == 1


def test_one_submission_to_two_places_at_once_makes_one(article: Article, author: User) -> None:
    """No lock is shared by two articles or two audiences: the database's own rule decides."""
    other = factories.article()
    for _round in range(5):
        mark = str(uuid.uuid4())
        before = Annotation.objects.count()
        sent = [
            (article, json_on(article, submission=mark)),
            (article, json_on(article, submission=mark, audience="members")),
            (other, json_on(other, submission=mark)),
        ]
        answers = at_once(
            *(
                lambda there=there, given=given: send(
                    client_of(author), "annotate", there.slug, given
                )
                for there, given in sent
            )
        )
        assert {answer.status_code for answer in answers} == {201}
        assert len({answer.json()["id"] for answer in answers}) == 1
        assert Annotation.objects.count() == before + 1


def test_of_eight_moderators_at_once_one_decides_and_seven_are_told_who(
    article: Article, author: User, stranger: User
) -> None:
    note = factories.annotation(article, author)
    reporting.report(note, by=stranger, reason="spam")
    seen = ReviewItem.objects.get().turn
    moderators = [factories.moderator(f"moderator-{number}") for number in range(8)]

    def decide(by: User) -> str:
        act = moderating.hide if by.pk % 2 else moderating.remove
        try:
            act(Annotation.objects.get(pk=note.pk), by=by, reason="why", seen=seen)
        except Conflict as refused:
            return refused.message
        return ""

    answers = at_once(*(lambda by=by: decide(by) for by in moderators))
    (winner,) = (by for by, answer in zip(moderators, answers, strict=True) if not answer)
    assert sum(str(winner) in answer for answer in answers) == 7
    assert ReviewItem.objects.get().decided_by == winner
    assert ModerationEntry.objects.get().by == winner.pk


if connection.vendor == "postgresql":

    def test_who_opens_the_first_thread_of_an_audience_does_not_hold_up_others(
        article: Article, author: User, stranger: User
    ) -> None:
        """They refer to the article at their commit; on SQLite writers take turns anyway."""
        opened = factories.annotation(article, author)
        held, done = Event(), Event()

        def hold() -> None:
            try:
                with transaction.atomic():
                    annotating._held_article(article)
                    held.set()
                    done.wait(10)
            finally:
                connection.close()

        holding = Thread(target=hold)
        holding.start()
        held.wait(10)
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '5s'")
        try:
            annotating.reply(by=stranger, to=opened, body="Not held up.")
        finally:
            done.set()
            holding.join()
            with connection.cursor() as cursor:
                cursor.execute("SET lock_timeout = 0")
