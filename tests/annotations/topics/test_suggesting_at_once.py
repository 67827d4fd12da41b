"""Suggested marks while several are at them: one decision each, and each suggested once."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import sleep
from typing import Any

import pytest
from django.db import OperationalError

from annotations.models import Annotation, Suggestion, Topic
from annotations.topics import keeping, merging, suggesting
from annotations.topics.confirming import confirm, confirm_all, dismiss, dismiss_all
from annotations.topics.filing import propose
from annotations.topics.merging import merge
from annotations.topics.suggesting import suggest_in
from articles.models import Article
from articles.revising import publish_revision, write_revision
from ncr.accounts.models import User
from ncr.refusals import Conflict
from tests import factories
from tests.annotations.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = "The CFE Treaty limited tanks.\n\nUnder the CFE Treaty, guns too.\n"
State = Suggestion.State


@pytest.fixture
def article(transactional_db: None) -> Article:
    root = User.objects.create_superuser("root", password=None)
    keeping.accept(propose("CFE Treaty", by=root), by=root)
    return factories.article(TEXT)  # and looked through, by the task that its publication queues


def refused(act: Callable[[], object]) -> Callable[[], str]:
    def tried() -> str:
        try:
            act()
        except Conflict as conflict:
            return conflict.message
        return ""

    return tried


def test_a_text_that_two_tasks_look_through_is_suggested_in_once(article: Article) -> None:
    Suggestion.objects.all().delete()
    same = [Article.objects.get(pk=article.pk) for _count in range(3)]
    assert at_once(*(lambda one=one: suggest_in(one) for one in same)) == [2, 2, 2]
    assert Suggestion.objects.count() == 2


def test_two_who_confirm_make_one_mark(article: Article) -> None:
    one = Suggestion.objects.all()[0]
    people = [factories.person() for _count in range(3)]
    marks = at_once(*(lambda by=by: confirm(one, by=by) for by in people))
    assert len({mark.pk for mark in marks}) == 1
    assert Annotation.objects.count() == 1


def test_of_two_who_decide_otherwise_one_is_told(article: Article) -> None:
    for one in Suggestion.objects.all():
        ada, bo = factories.person(), factories.person()
        answers = at_once(
            refused(lambda one=one, by=ada: confirm(one, by=by)),  # type: ignore[misc]
            refused(lambda one=one, by=bo: dismiss(one, by=by)),  # type: ignore[misc]
        )
        assert sorted(map(bool, answers)) == [False, True]
        one.refresh_from_db()
        assert Annotation.objects.filter(pk=one.annotation_id or 0).exists() == (
            one.state == State.CONFIRMED
        )


def test_all_at_once_are_decided_once(article: Article) -> None:
    topic = Suggestion.objects.all()[0].topic
    ada, bo = factories.person(), factories.person()
    at_once(
        lambda: confirm_all(article, topic, by=ada),
        lambda: dismiss_all(article, topic, by=bo),
        lambda: suggest_in(Article.objects.get(pk=article.pk)),
    )
    assert not Suggestion.objects.filter(state=State.WAITING).exists()
    confirmed = Suggestion.objects.filter(state=State.CONFIRMED).count()
    assert Annotation.objects.count() == confirmed


def test_a_decision_while_the_text_is_looked_through_stands(article: Article) -> None:
    source = f"{article.standing.source}\nThe CFE Treaty ended.\n"
    one = Suggestion.objects.all()[0]
    member = factories.person()
    publish_revision(write_revision(article, source, by=None), by=None)
    fresh = Article.objects.get(pk=article.pk)
    at_once(lambda: suggest_in(fresh), lambda: dismiss(one, by=member))
    suggest_in(fresh)
    one.refresh_from_db()
    assert (one.state, one.revision_id) == (State.DISMISSED, fresh.current_revision_id)
    assert Suggestion.objects.filter(state=State.WAITING).count() == 2


def lingering(act: Callable[..., Any], begun: Event) -> Callable[..., Any]:
    """The act, begun in sight of others and done a while later."""

    def acting(*args: Any) -> Any:
        begun.set()
        sleep(0.5)
        return act(*args)

    return acting


def after(begun: Event, act: Callable[[], Any]) -> Callable[[], Any]:
    return lambda: begun.wait(10) and act()


def test_who_confirms_waits_for_who_merges(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, member, begun = User.objects.get(username="root"), factories.person(), Event()
    into = keeping.accept(propose("Arms control", by=root), by=root)
    one = Suggestion.objects.all()[0]
    monkeypatch.setattr(merging, "move_decisions", lingering(merging.move_decisions, begun))
    merged, told = at_once(
        lambda: merge(one.topic, into, by=root),
        after(begun, refused(lambda: confirm(one, by=member))),
    )
    assert merged == into
    assert "not suggested any more" in told
    assert not Annotation.objects.exists()


def test_a_topic_that_is_merged_meanwhile_is_not_suggested(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, begun = User.objects.get(username="root"), Event()
    into = keeping.accept(propose("Arms control", by=root), by=root)
    Suggestion.objects.all().delete()
    topic = Topic.objects.get(name="CFE Treaty")
    monkeypatch.setattr(suggesting, "_keep", lingering(suggesting._keep, begun))
    fresh = Article.objects.get(pk=article.pk)
    count, merged = at_once(
        lambda: suggest_in(fresh), after(begun, lambda: merge(topic, into, by=root))
    )
    assert (count, merged) == (2, into)
    assert not Suggestion.objects.filter(topic=topic.pk).exists()


def test_a_topic_that_is_gone_by_then_is_left_out(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = suggesting._held_topics

    def late(*args: Any) -> dict[int, bool]:
        Topic.objects.filter(name="CFE Treaty").delete()
        return held(*args)

    monkeypatch.setattr(suggesting, "_held_topics", late)
    assert suggest_in(Article.objects.get(pk=article.pk)) == 0
    assert not Suggestion.objects.exists()


class Broken:
    """Stands for a task that cannot be queued."""

    def enqueue(self, *given: object) -> None:
        raise OperationalError("no queue")


def test_what_cannot_be_queued_undoes_nothing(
    article: Article, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    root = User.objects.get(username="root")
    monkeypatch.setattr(suggesting, "look_through", Broken())
    monkeypatch.setattr(suggesting, "look_for", Broken())
    publish_revision(write_revision(article, "Nothing is left.\n", by=None), by=None)
    article.refresh_from_db()
    article.language = "de"
    article.save()
    topic = keeping.accept(propose("Tanks", by=root), by=root)
    assert topic.accepted_at is not None
    assert caplog.text.count("no queue") >= 3
