"""Deciding about suggested marks: who may, what it makes, and what two people at once are told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from annotations import sanctioning
from annotations.models import Annotation, Placement, Suggestion, Topic
from annotations.sanctioning import Kind as SanctionKind
from annotations.topics import confirming, keeping
from annotations.topics.filing import propose
from annotations.topics.suggesting import suggest_in
from articles.models import Article
from articles.revising import publish_revision, write_revision
from ncr.accounts.models import Audience, User
from ncr.refusals import Conflict, NotAllowed, Refused, SignedOut, TooMany
from tests import factories

pytestmark = pytest.mark.django_db

TEXT = """The CFE Treaty limited tanks. Under the CFE\u00a0Treaty, guns too.

Nothing is said here.
"""
State = Suggestion.State


@pytest.fixture
def root(db: None) -> User:
    return User.objects.create_superuser("root", password=None)


@pytest.fixture
def treaty(root: User) -> Topic:
    return keeping.accept(propose("CFE Treaty", by=root), by=root)


@pytest.fixture
def article(treaty: Topic) -> Article:
    made = factories.article(TEXT)
    suggest_in(made)
    return made


@pytest.fixture
def member(db: None) -> User:
    return factories.person("member")


@pytest.fixture
def first(article: Article) -> Suggestion:
    return Suggestion.objects.order_by("start").first()  # type: ignore[return-value]


def newcomer() -> User:
    return factories.person("newcomer", trust=User.Trust.NEW)


def editor() -> User:
    person = factories.person("editor", is_staff=True, trust=User.Trust.NEW)
    person.user_permissions.add(Permission.objects.get(codename="change_article"))
    return User.objects.get(pk=person.pk)


def revise(article: Article, source: str) -> None:
    publish_revision(write_revision(article, source, by=None), by=None)
    article.refresh_from_db()


def test_confirming_makes_a_topic_mark_for_everyone(first: Suggestion, member: User) -> None:
    mark = confirming.confirm(first, by=member)
    assert mark is not None
    assert (mark.kind, mark.body, mark.author) == (Annotation.Kind.TOPIC, "", member)
    assert mark.thread.audience_id == Audience.EVERYONE
    assert [one.topic.name for one in mark.assignments.all()] == ["CFE Treaty"]
    assert mark.anchors.get().quote == "CFE Treaty"
    first.refresh_from_db()
    assert (first.state, first.decided_by, first.annotation) == (State.CONFIRMED, member, mark)


def test_a_mark_is_for_those_for_whom_the_article_is(treaty: Topic, member: User) -> None:
    circle = factories.group(member)
    article = factories.article(TEXT, audience=Audience.objects.get(group=circle))
    suggest_in(article)
    mark = confirming.confirm(Suggestion.objects.all()[0], by=member)
    assert mark is not None
    assert mark.thread.audience.group == circle


def test_new_members_confirm(first: Suggestion) -> None:
    assert confirming.confirm(first, by=newcomer()) is not None


def test_who_may_dismiss(first: Suggestion, member: User) -> None:
    with pytest.raises(NotAllowed):
        confirming.dismiss(first, by=newcomer())
    for person in (member, editor(), factories.moderator()):
        confirming.dismiss(first, by=person)
        first.refresh_from_db()
        assert (first.state, first.decided_by) == (State.DISMISSED, person)
        confirming.bring_back(first, by=person)


def test_who_may_bring_back(first: Suggestion, member: User) -> None:
    stranger = factories.person("stranger")
    for person in (member, editor(), factories.moderator()):
        confirming.dismiss(first, by=member)
        with pytest.raises(NotAllowed):
            confirming.bring_back(first, by=stranger)
        confirming.bring_back(first, by=person)
        first.refresh_from_db()
        assert (first.state, first.decided_by, first.decided_at) == (State.WAITING, None, None)


def test_samples_decide_nothing(first: Suggestion) -> None:
    sample = factories.person("sample", is_sample=True)
    for verb in (confirming.confirm, confirming.dismiss, confirming.bring_back):
        with pytest.raises(SignedOut):
            verb(first, by=sample)


def test_repeating_is_harmless(first: Suggestion, member: User) -> None:
    mark = confirming.confirm(first, by=member)
    assert confirming.confirm(first, by=factories.person()) == mark
    assert Annotation.objects.count() == 1
    other = Suggestion.objects.exclude(pk=first.pk).get()
    confirming.dismiss(other, by=member)
    confirming.dismiss(other, by=factories.person())
    other.refresh_from_db()
    assert other.decided_by == member
    confirming.bring_back(other, by=member)
    confirming.bring_back(other, by=factories.moderator())


def test_who_comes_second_is_told_what_the_first_did(first: Suggestion, member: User) -> None:
    confirming.dismiss(first, by=member)
    with pytest.raises(Conflict, match="dismissed"):
        confirming.confirm(first, by=factories.person())
    confirming.bring_back(first, by=member)
    confirming.confirm(first, by=member)
    moderator = factories.moderator()
    for verb in (confirming.dismiss, confirming.bring_back):
        with pytest.raises(Conflict, match="confirmed"):
            verb(first, by=moderator)


def test_what_was_filed_meanwhile_is_the_mark(first: Suggestion, member: User) -> None:
    note = factories.annotation(
        first.article, factories.person(), words="The CFE Treaty", topics=["CFE Treaty"]
    )
    assert confirming.confirm(first, by=member) == note
    assert Annotation.objects.count() == 1


def test_a_private_note_is_not_taken_for_the_mark(first: Suggestion, member: User) -> None:
    factories.annotation(
        first.article, member, words="The CFE Treaty", topics=["CFE Treaty"], audience="me"
    )
    mark = confirming.confirm(first, by=factories.person())
    assert mark is not None
    assert mark.thread.audience_id == Audience.EVERYONE


def test_words_that_moved_are_marked_where_they_are(first: Suggestion, member: User) -> None:
    article = Article.objects.get(pk=first.article_id)
    revise(article, "A new beginning.\n\n" + TEXT.replace("limited", "once limited"))
    mark = confirming.confirm(first, by=member)
    placed = Placement.objects.current().get(anchor__annotation=mark)
    assert placed.from_revision_id == article.current_revision_id


def test_words_that_are_gone_are_not_marked(first: Suggestion, member: User) -> None:
    revise(Article.objects.get(pk=first.article_id), "Something else altogether stands here.\n")
    with pytest.raises(Conflict, match="revised meanwhile"):
        confirming.confirm(first, by=member)
    first.refresh_from_db()
    assert first.state == State.WAITING


def test_a_topic_that_is_gone_is_not_decided_about(
    first: Suggestion, member: User, treaty: Topic
) -> None:
    treaty.delete()
    for verb in (confirming.confirm, confirming.dismiss, confirming.bring_back):
        with pytest.raises(Conflict, match="not suggested any more"):
            verb(first, by=member)


def test_all_of_a_topic_are_one_act(
    article: Article, treaty: Topic, member: User, settings: pytest.FixtureRequest
) -> None:
    settings.WRITE_LIMIT = 1  # type: ignore[attr-defined]
    other = keeping.accept(propose("Tanks", by=member), by=User.objects.get(username="root"))
    suggest_in(article)
    assert confirming.confirm_all(article, treaty, by=member) == (2, 0, 0)
    assert Suggestion.objects.filter(state=State.WAITING).get().topic == other
    with pytest.raises(TooMany):
        confirming.confirm_all(article, other, by=member)


def test_a_new_member_confirms_no_more_at_once_than_in_a_minute(
    article: Article, treaty: Topic, settings: pytest.FixtureRequest
) -> None:
    settings.WRITE_LIMIT = 2  # type: ignore[attr-defined]
    assert confirming.confirm_all(article, treaty, by=newcomer()) == (1, 0, 0)
    assert Suggestion.objects.filter(state=State.WAITING).count() == 1


def test_all_of_a_topic_are_dismissed(article: Article, treaty: Topic, member: User) -> None:
    with pytest.raises(NotAllowed):
        confirming.dismiss_all(article, treaty, by=newcomer())
    assert confirming.dismiss_all(article, treaty, by=member) == (2, 0, 0)
    assert suggest_in(article) == 0


def test_what_cannot_be_placed_stops_none_of_the_others(
    article: Article, treaty: Topic, member: User
) -> None:
    stale = Article.objects.get(pk=article.pk)
    revise(article, TEXT.replace(" Under the CFE\u00a0Treaty, guns too.", " Then it ended."))
    assert confirming.confirm_all(stale, treaty, by=member) == (1, 1, 0)


@pytest.mark.parametrize(
    "act",
    [
        lambda one, by: confirming.confirm(one, by=by),
        lambda one, by: confirming.dismiss(one, by=by),
        lambda one, by: confirming.confirm_all(one.article, one.topic, by=by),
        lambda one, by: confirming.dismiss_all(one.article, one.topic, by=by),
    ],
)
def test_who_is_silenced_decides_nothing(
    first: Suggestion, member: User, act: Callable[[Suggestion, User], object]
) -> None:
    sanctioning.sanction(
        member,
        kind=SanctionKind.SILENCE,
        by=factories.moderator(),
        reason="enough",
        until=timezone.now() + timedelta(days=1),
    )
    with pytest.raises(Refused):
        act(first, member)
    first.refresh_from_db()
    assert first.state == State.WAITING


@pytest.mark.parametrize(
    "act",
    [
        lambda one, by: confirming.confirm(one, by=by),
        lambda one, by: confirming.dismiss(one, by=by),
        lambda one, by: confirming.confirm_all(one.article, one.topic, by=by),
        lambda one, by: confirming.dismiss_all(one.article, one.topic, by=by),
    ],
)
def test_whose_words_are_held_decides_nothing(
    first: Suggestion, member: User, act: Callable[[Suggestion, User], object]
) -> None:
    sanctioning.sanction(member, kind=SanctionKind.HOLD, by=factories.moderator(), reason="to see")
    with pytest.raises(NotAllowed, match="waits for a moderator"):
        act(first, member)
    assert Suggestion.objects.filter(state=State.WAITING).count() == 2
    assert not Annotation.objects.exists()


def test_a_mark_that_waits_for_a_moderator_decides_nothing_yet(
    first: Suggestion, member: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(confirming, "is_held", lambda person: False)
        sanctioning.sanction(
            member, kind=SanctionKind.HOLD, by=factories.moderator(), reason="to see"
        )
        mark = confirming.confirm(first, by=member)
        assert mark is not None
        assert mark.moderation == Annotation.Moderation.PENDING
        assert confirming.confirm(first, by=member) == mark
        assert confirming.confirm_all(first.article, first.topic, by=member) == (0, 0, 1)
        assert confirming.confirm_all(first.article, first.topic, by=member) == (0, 0, 0)
    first.refresh_from_db()
    assert (first.state, first.decided_by, first.annotation) == (State.WAITING, None, mark)
    other = confirming.confirm(first, by=factories.person())
    first.refresh_from_db()
    assert (first.state, first.annotation) == (State.CONFIRMED, other)
    assert Annotation.objects.count() == 3
