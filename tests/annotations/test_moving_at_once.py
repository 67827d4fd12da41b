"""Moving while others write, decide or move: nothing is torn apart, and every count is right."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db.models import Max

from annotations import annotating, moderating, moving
from annotations.models import Annotation, Counter, Event, ModerationEntry, ReviewItem, Thread
from ncr.accounts.models import User
from ncr.refusals import Refused
from tests import factories
from tests.annotations.branches import Case, again, build
from tests.annotations.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 4


@pytest.fixture
def case(transactional_db: None) -> Case:
    return build(factories.person("ada"), factories.person("sven"))


def tried(act: Callable[[], object]) -> Callable[[], str]:
    """The same, answering what was refused."""

    def attempt() -> str:
        try:
            act()
        except Refused as refused:
            return refused.message
        return ""

    return attempt


def check_whole(case: Case) -> None:
    """Each answer is in the thread of what it answers, and all counts are those of the rows."""
    for one in Annotation.objects.exclude(parent=None).select_related("parent"):
        assert one.parent is not None
        assert one.thread_id == one.parent.thread_id
        events = Event.objects.filter(annotation=one)
        assert {event.thread_id for event in events} == {one.thread_id}
    standing = Annotation.objects.published()
    for thread in Thread.objects.all():
        assert thread.readable_count == standing.filter(thread=thread).count()
    counter = Counter.objects.get(article=case.article)
    assert counter.readable == standing.filter(thread__article=case.article).count()
    events = Event.objects.filter(article=case.article)
    assert counter.events == events.count() == events.aggregate(last=Max("seq"))["last"]


def test_somebody_replies_to_it_meanwhile(case: Case, moderator: User) -> None:
    for number in range(ROUNDS):
        here = again(case.reply)
        to = case.second if here.thread_id == case.first.thread_id else case.first
        writers = [factories.person() for _ in range(3)]
        said = [again(case.answer), again(case.reply), again(case.answer)]
        words = f"Round {number}."
        answers = at_once(
            tried(lambda here=here, to=to: moving.move(here, to=to, by=moderator)),
            *(
                tried(
                    lambda by=by, answered=answered, words=words: annotating.reply(
                        by=by, to=answered, body=words
                    )
                )
                for by, answered in zip(writers, said, strict=True)
            ),
        )
        assert answers == [""] * 4
        assert again(case.reply).parent_id == to.pk
        assert Annotation.objects.filter(thread=to.thread_id, body=words).count() == 3
        check_whole(case)


def test_of_two_moderators_with_two_places_one_moves_it(case: Case) -> None:
    third = factories.annotation(case.article, case.first.author, "Third.", words="corridor")
    moderators = [factories.moderator(f"moderator-{number}") for number in range(2)]
    stale = [again(case.reply), again(case.reply)]
    answers = at_once(
        *(
            tried(lambda one=one, to=to, by=by: moving.move(one, to=to, by=by))
            for one, to, by in zip(stale, (case.second, third), moderators, strict=True)
        )
    )
    (refused,) = filter(None, answers)
    assert "moved it meanwhile" in refused
    winner = answers.index("")
    assert again(case.reply).parent_id == (case.second, third)[winner].pk
    assert ModerationEntry.objects.get().by == moderators[winner].pk
    check_whole(case)


def test_two_moderators_with_one_place_move_it_once(case: Case) -> None:
    moderators = [factories.moderator(f"moderator-{number}") for number in range(2)]
    stale = [again(case.reply), again(case.reply)]
    answers = at_once(
        *(
            tried(lambda one=one, by=by: moving.move(one, to=case.second, by=by))
            for one, by in zip(stale, moderators, strict=True)
        )
    )
    assert answers == ["", ""]
    assert ModerationEntry.objects.count() == 1
    check_whole(case)


def test_two_that_would_answer_each_other_make_no_ring(case: Case) -> None:
    """One goes below the other; then the other may not go below the one."""
    other = Annotation.objects.get(body="Noise that was there.")
    moderators = [factories.moderator(f"moderator-{number}") for number in range(2)]
    answers = at_once(
        tried(lambda: moving.move(again(case.reply), to=other, by=moderators[0])),
        tried(lambda: moving.move(again(other), to=case.reply, by=moderators[1])),
    )
    (refused,) = filter(None, answers)
    assert "goes along with it" in refused or "same thread" in refused
    check_whole(case)


@pytest.mark.parametrize("act", ["hide it", "hide its answer", "withdraw it", "hide the target"])
def test_somebody_decides_meanwhile(act: str, case: Case, moderator: User) -> None:
    other = factories.moderator("other")
    acts: dict[str, Callable[[], object]] = {
        "hide it": lambda: moderating.hide(again(case.reply), by=other, reason="why"),
        "hide its answer": lambda: moderating.hide(again(case.answer), by=other, reason="why"),
        "withdraw it": lambda: annotating.withdraw(again(case.reply), by=case.reply.author),
        "hide the target": lambda: moderating.hide(again(case.second), by=other, reason="why"),
    }
    here = again(case.reply)
    refused, done = at_once(
        tried(lambda: moving.move(here, to=case.second, by=moderator)), tried(acts[act])
    )
    assert done == ""
    moved = again(case.reply).parent_id == case.second.pk
    assert moved == (refused == "")
    assert moved or act in ("withdraw it", "hide the target")
    check_whole(case)


def test_who_asks_for_a_change_and_who_moves_do_not_await_each_other(case: Case) -> None:
    """One holds the annotation and wants its item, the other holds the counter as well."""
    moderators = [factories.moderator(f"moderator-{number}") for number in range(2)]
    for _round in range(ROUNDS):
        moderating.keep_report(
            again(case.reply),
            by=factories.person(),
            reason="off-topic",
            text="",
            at=case.reply.created_at,
        )
        turn = ReviewItem.objects.get(closed_at=None).turn
        here = again(case.reply)
        to = case.second if here.thread_id == case.first.thread_id else case.first
        answers = at_once(
            tried(
                lambda here=here, to=to, turn=turn: moving.move(
                    here, to=to, by=moderators[0], seen=turn
                )
            ),
            tried(
                lambda turn=turn: moderating.ask(
                    again(case.reply), by=moderators[1], reason="Change it.", seen=turn
                )
            ),
        )
        # Each changes the turn, so that the second is told to look again
        assert sum(answer == "" for answer in answers) == 1
        if open_one := ReviewItem.objects.filter(closed_at=None).first():
            moderating.dismiss(again(case.reply), by=moderators[1], seen=open_one.turn)
        check_whole(case)
