"""The review queue: one open item for each thing, turns, claims, order, and whose it is."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from annotations import annotating, moderating, queueing, reporting, roles
from annotations.models import (
    Annotation,
    Decision,
    ModerationEntry,
    Report,
    ReviewItem,
    ScopedRole,
)
from ncr.accounts.models import Notice, User
from ncr.refusals import Conflict, NotAllowed, Refused
from tests import factories

pytestmark = pytest.mark.django_db
Cause = ReviewItem.Cause


@pytest.fixture
def note(author: User) -> Annotation:
    return factories.annotation(factories.article(), author, "Words to be judged.")


@pytest.fixture
def other(author: User) -> Annotation:
    """Something else that waits, and that no decision here may touch."""
    noise = factories.annotation(factories.article(), author, "Something else.")
    reporting.report(noise, by=factories.person(), reason="other", text="Noise.")
    return noise


def only(note: Annotation) -> ReviewItem:
    return ReviewItem.objects.get(annotation=note)


def test_reports_of_one_annotation_are_one_item_with_the_gravest_cause(
    note: Annotation, other: Annotation, stranger: User
) -> None:
    reporting.report(note, by=stranger, reason="off-topic")
    first = only(note)
    reporting.report(note, by=factories.person(), reason="abuse")
    reporting.report(note, by=factories.person(), reason="spam")
    item = only(note)
    assert (item.pk, item.cause, item.version, item.turn) == (first.pk, "abuse", 1, 1)
    assert (item.article, item.author) == (note.thread.article, note.author)
    assert item.weight == 5 + 3 * 0.5
    assert item.weight > first.weight


def test_who_was_right_before_weighs_more(author: User, moderator: User) -> None:
    right, wrong = factories.person(), factories.person()
    article = factories.article()
    for reporter, verb in ((right, "hide"), (wrong, "dismiss")):
        for _each in range(3):
            known = factories.annotation(article, author)
            reporting.report(known, by=reporter, reason="spam")
            getattr(moderating, verb)(known, by=moderator, reason="decided")
    weights = []
    for reporter in (right, wrong):
        told = factories.annotation(article, author)
        reporting.report(told, by=reporter, reason="spam")
        weights.append(only(told).weight)
    assert weights == [4 + 0.8, 4 + 0.2]


def test_waiting_a_day_weighs_as_much_as_one_grade(author: User) -> None:
    article = factories.article()
    old, new, newer = (factories.annotation(article, author) for _each in range(3))
    now = timezone.now()
    queueing.bring(old, cause=Cause.OFF_TOPIC, at=now - timedelta(days=3))
    queueing.bring(new, cause=Cause.SPAM, at=now)
    queueing.bring(newer, cause=Cause.ILLEGAL, at=now)
    ranked = ReviewItem.objects.order_by("-rank").values_list("annotation", flat=True)
    assert list(ranked) == [newer.pk, old.pk, new.pk]


def test_a_report_taken_back_leaves_the_queue_as_it_was(
    note: Annotation, other: Annotation, stranger: User
) -> None:
    graver = factories.person()
    reporting.report(note, by=stranger, reason="off-topic")
    before = only(note)
    reporting.report(note, by=graver, reason="illegal")
    reporting.take_back(note, by=graver)
    item = only(note)
    assert (item.cause, item.weight, item.rank) == (before.cause, before.weight, before.rank)
    reporting.take_back(note, by=stranger)
    assert only(note).outcome == "gone"
    assert only(other).is_open


@pytest.mark.parametrize(
    ("verb", "outcome"),
    [
        ("restore", None),
        ("hide", "hidden"),
        ("remove", "removed"),
        ("dismiss", "dismissed"),
        ("ask", "asked"),
    ],
)
def test_a_decision_closes_what_waited_and_nothing_else(
    verb: str,
    outcome: str | None,
    note: Annotation,
    other: Annotation,
    stranger: User,
    moderator: User,
) -> None:
    if verb == "restore":
        Annotation.objects.filter(pk=note.pk).update(moderation="pending")
        note.refresh_from_db()
        outcome = "approved"
    reporting.report(note, by=stranger, reason="spam")
    getattr(moderating, verb)(note, by=moderator, reason="why", seen=only(note).turn)
    item = only(note)
    assert (item.outcome, item.decided_by, item.turn) == (outcome, moderator, 2)
    assert note.reports.get().decided_at == item.closed_at
    assert only(other).is_open


def test_a_stale_decision_is_refused_and_names_who_decided(
    note: Annotation, stranger: User, moderator: User
) -> None:
    second = factories.moderator("second")
    reporting.report(note, by=stranger, reason="spam")
    seen = only(note).turn
    moderating.dismiss(note, by=moderator, seen=seen)
    for verb in ("hide", "remove", "restore", "dismiss", "ask"):
        with pytest.raises(Conflict, match=str(moderator)):
            getattr(moderating, verb)(note, by=second, reason="late", seen=seen)
    note.refresh_from_db()
    assert note.moderation == "published"
    assert ModerationEntry.objects.count() == 1


def test_a_new_version_is_a_new_turn(note: Annotation, stranger: User, moderator: User) -> None:
    reporting.report(note, by=stranger, reason="spam")
    seen = only(note).turn
    annotating.edit(note, by=note.author, body="Better words.", version=1)  # type: ignore[arg-type]
    item = only(note)
    assert (item.version, item.turn, item.cause) == (2, seen + 1, "spam")
    with pytest.raises(Conflict, match="changed"):
        moderating.hide(note, by=moderator, reason="why", seen=seen)
    moderating.hide(note, by=moderator, reason="why", seen=item.turn)


def test_a_new_version_of_what_was_judged_waits_again_and_turns_go_on(
    note: Annotation, stranger: User, moderator: User
) -> None:
    assert note.author
    reporting.report(note, by=stranger, reason="spam")
    moderating.ask(note, by=moderator, reason="Name your source.")
    closed = only(note)
    annotating.edit(note, by=note.author, body="With a source.", version=1)
    item = ReviewItem.objects.get(annotation=note, closed_at=None)
    assert (item.cause, item.version) == ("edited", 2)
    assert item.turn > closed.turn


def test_what_was_never_judged_is_edited_without_a_queue(note: Annotation) -> None:
    assert note.author
    annotating.edit(note, by=note.author, body="Better words.", version=1)
    assert not ReviewItem.objects.exists()


def test_withdrawing_closes_what_waits(note: Annotation, stranger: User) -> None:
    assert note.author
    reporting.report(note, by=stranger, reason="spam")
    annotating.withdraw(note, by=note.author)
    assert (only(note).outcome, only(note).decided_by) == ("gone", None)


def test_the_author_gets_a_statement_and_loses_it_by_undo(
    note: Annotation, other: Annotation, stranger: User, moderator: User
) -> None:
    reporting.report(note, by=stranger, reason="spam")
    moderating.hide(note, by=moderator, reason="It sells things.")
    made = Decision.objects.get()
    assert (made.person, made.act, made.by, made.version) == (note.author, "hide", moderator, 1)
    told = Notice.objects.get(person=note.author, kind="moderated")
    assert told.facts["decision"] == str(made.uuid)

    moderating.undo(only(note), by=moderator)
    note.refresh_from_db()
    assert (note.moderation, note.moderation_reason) == ("published", "")
    assert only(note).is_open
    assert note.reports.get().decided_at is None
    assert not Decision.objects.exists()
    assert not Notice.objects.exists()
    acts = ModerationEntry.objects.order_by("pk").values_list("act", "before", "after")
    assert list(acts) == [("hide", "published", "hidden"), ("undo", "hidden", "published")]
    assert only(other).is_open


def test_undoing_an_approval_gives_the_hidden_its_reason_back(
    note: Annotation, moderator: User
) -> None:
    moderating.hide(note, by=moderator, reason="It sells things.")
    queueing.bring(note, cause=Cause.APPEAL, at=timezone.now())
    moderating.restore(note, by=moderator)
    assert Decision.objects.get().reversed_at
    moderating.undo(only(note), by=moderator)
    note.refresh_from_db()
    assert (note.moderation, note.moderation_reason) == ("hidden", "It sells things.")
    assert Decision.objects.get().reversed_at is None


def test_undo_is_for_who_decided_and_for_fifteen_seconds(
    note: Annotation, stranger: User, moderator: User
) -> None:
    reporting.report(note, by=stranger, reason="spam")
    with pytest.raises(Conflict):
        moderating.undo(only(note), by=moderator)
    moderating.hide(note, by=moderator, reason="why")
    with pytest.raises(Conflict):
        moderating.undo(only(note), by=factories.moderator("second"))
    ReviewItem.objects.update(closed_at=timezone.now() - timedelta(seconds=16))
    with pytest.raises(Refused, match="late"):
        moderating.undo(only(note), by=moderator)
    note.refresh_from_db()
    assert note.moderation == "hidden"


def test_what_one_took_is_theirs_for_half_an_hour(
    note: Annotation, stranger: User, moderator: User
) -> None:
    second = factories.moderator("second")
    reporting.report(note, by=stranger, reason="spam")
    item = queueing.claim(only(note), by=moderator)
    queueing.claim(item, by=moderator)
    with pytest.raises(Conflict, match=str(moderator)):
        queueing.claim(item, by=second)
    queueing.give_back(item, by=second)
    assert queueing.holder_of(only(note), timezone.now()) == moderator
    long_ago = timezone.now() - queueing.CLAIM - timedelta(seconds=1)
    ReviewItem.objects.update(claimed_at=long_ago)
    assert queueing.holder_of(only(note), timezone.now()) is None
    queueing.claim(item, by=second)
    queueing.give_back(item, by=second)
    queueing.claim(item, by=moderator)
    with pytest.raises(NotAllowed):
        queueing.claim(item, by=stranger)


@pytest.fixture
def house(author: User) -> dict[str, Any]:
    """Two articles with one reported note each, something removed, a person and a topic."""
    one, two = factories.article(), factories.article()
    notes = [factories.annotation(article, author) for article in (one, two)]
    for note in notes:
        reporting.report(note, by=factories.person(), reason="spam")
    sealed = factories.annotation(one, author, "Sealed words.")
    moderating.remove(sealed, by=factories.moderator("third"), reason="why")
    queueing.bring(sealed, cause=Cause.APPEAL, at=timezone.now())
    person = queueing.bring(author, cause=Cause.APPEAL, at=timezone.now())
    return {"article": one, "notes": notes, "sealed": sealed, "person": person}


def test_each_sees_what_they_moderate(house: dict[str, Any], author: User, stranger: User) -> None:
    overseer = factories.person()
    owner = User.objects.create_superuser("owner")
    moderator = factories.moderator()
    roles.grant(overseer, ScopedRole.Role.MODERATOR, by=owner, article=house["article"])
    overseer = User.objects.get(pk=overseer.pk)
    every = set(ReviewItem.objects.filter(closed_at=None))
    theirs = {only(house["notes"][0]), *house["sealed"].review_items.filter(closed_at=None)}
    assert set(queueing.items_for(moderator)) == every
    assert set(queueing.items_for(overseer)) == theirs
    for somebody in (author, stranger, AnonymousUser()):
        assert not queueing.items_for(somebody)


def test_removed_words_are_read_in_the_queue_and_nowhere_else(
    house: dict[str, Any], moderator: User
) -> None:
    sealed = house["sealed"]
    assert not Annotation.objects.visible_to(moderator).filter(pk=sealed.pk)
    assert not Annotation.objects.moderated_by(moderator).filter(pk=sealed.pk)
    assert Annotation.objects.moderated_by(moderator, sealed=True).filter(pk=sealed.pk)
    assert not Annotation.objects.moderated_by(sealed.author, sealed=True)


def test_what_is_decided_elsewhere_is_closed_once(
    house: dict[str, Any], moderator: User, stranger: User
) -> None:
    item = house["person"]
    with pytest.raises(NotAllowed):
        reporting.handled(item, by=stranger)
    reporting.handled(item, by=moderator, seen=item.turn)
    with pytest.raises(Conflict, match=str(moderator)):
        reporting.handled(item, by=factories.moderator("second"), seen=item.turn)


def test_restoring_what_waited_tells_reporters_that_nothing_is_wrong(
    note: Annotation, stranger: User, moderator: User
) -> None:
    Annotation.objects.filter(pk=note.pk).update(moderation="pending")
    note.refresh_from_db()
    reporting.report(note, by=stranger, reason="spam")
    moderating.restore(note, by=moderator)
    assert note.reports.get().outcome == Report.Outcome.DISMISSED
