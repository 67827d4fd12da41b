"""Moving a reply to another thread: who may, what is refused, and all that follows it there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.utils import timezone

from annotations import annotating, moderating, moving, queueing, roles
from annotations.logbook import REASON_LIMIT
from annotations.models import (
    Annotation,
    Counter,
    Event,
    ModerationEntry,
    ReviewItem,
    Thread,
)
from annotations.reading.noticed import noticed
from annotations.search.indexing import differences
from articles.models import SiteRule
from ncr.accounts.models import Notice, User
from ncr.refusals import Conflict, NotAllowed, Refused
from tests import factories
from tests.annotations.branches import Case, again, build

pytestmark = pytest.mark.django_db
NOW = timezone.now()  # of replies of which one person writes more than a minute allows


@pytest.fixture
def case(author: User, stranger: User) -> Case:
    return build(author, stranger)


def counted(thread: Thread) -> bool:
    """Whether a thread's counts are those of what stands in it."""
    thread.refresh_from_db()
    standing = Annotation.objects.filter(thread=thread).published()
    return thread.readable_count == standing.count()


def state_of(case: Case) -> list[tuple[int, int | None, int]]:
    rows = Annotation.objects.order_by("pk").values_list("pk", "parent_id", "thread_id")
    return list(rows)


def test_a_reply_moves_with_all_that_answers_it(case: Case, moderator: User) -> None:
    deeper = annotating.reply(by=case.reply.author, to=case.answer, body="Deeper.")
    moved = moving.move(case.reply, to=case.second, by=moderator, reason="It belongs here.")
    assert (moved.parent_id, moved.thread_id) == (case.second.pk, case.second.thread_id)
    assert again(case.reply).parent_id == case.second.pk
    assert again(case.answer).parent_id == case.reply.pk
    assert {again(one).thread_id for one in (case.reply, case.answer, deeper)} == {
        case.second.thread_id
    }
    assert counted(case.first.thread)
    assert counted(case.second.thread)
    assert (case.first.thread.readable_count, case.second.thread.readable_count) == (2, 5)
    counter = Counter.objects.get()
    assert (counter.threads, counter.readable) == (2, 7)
    assert list(differences()) == []


def roles_of(name: str, case: Case, boss: User) -> User:
    """Somebody of the cast."""
    if name == "author":
        found: User = case.reply.author
        return found
    if name == "moderator":
        return factories.moderator("another")
    person = factories.person(name.replace(" ", ""))
    scope = {
        "article leader": ("leader", case.article),
        "article moderator": ("moderator", case.article),
        "moderator elsewhere": ("moderator", factories.article()),
    }
    if name in scope:
        role, where = scope[name]
        roles.grant(person, role, by=boss, article=where)
    return User.objects.get(pk=person.pk)


@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("stranger to it", False),
        ("author", False),
        ("article leader", False),
        ("moderator elsewhere", False),
        ("article moderator", True),
        ("moderator", True),
        ("superuser", True),
    ],
)
def test_who_may(name: str, may: bool, case: Case) -> None:
    boss = User.objects.create_superuser("boss", password="x")
    by = boss if name == "superuser" else roles_of(name, case, boss)
    before, log = state_of(case), ModerationEntry.objects.count()
    if may:
        moving.move(case.reply, to=case.second, by=by)
        assert again(case.reply).parent_id == case.second.pk
        return
    with pytest.raises(NotAllowed):
        moving.move(case.reply, to=case.second, by=by)
    assert state_of(case) == before
    assert ModerationEntry.objects.count() == log


def test_who_moderates_a_topic_moves_between_its_threads_alone(case: Case) -> None:
    boss = User.objects.create_superuser("boss", password="x")
    annotating.edit(
        case.first, by=case.first.author, body=case.first.body, version=1, topics=["Trains"]
    )
    topic = case.first.assignments.get().topic
    person = factories.person()
    roles.grant(person, "moderator", by=boss, topic=topic)
    with pytest.raises(NotAllowed) as refused:
        moving.move(case.reply, to=case.second, by=User.objects.get(pk=person.pk))
    assert refused.value.field == "where"
    annotating.edit(
        case.second, by=case.second.author, body=case.second.body, version=1, topics=["Trains"]
    )
    moving.move(again(case.reply), to=case.second, by=User.objects.get(pk=person.pk))
    assert again(case.reply).thread_id == case.second.thread_id


def put(annotation: Annotation, state: str) -> None:
    """Brings an annotation into a state, with the count of its thread."""
    if state == "withdrawn":
        annotating.withdraw(annotation, by=annotation.author)
        return
    Annotation.objects.filter(pk=annotation.pk).update(moderation=state)
    Thread.objects.filter(pk=annotation.thread_id).update(
        readable_count=Annotation.objects.filter(thread=annotation.thread_id).published().count()
    )


@pytest.mark.parametrize(
    ("state", "moves"),
    [
        ("published", True),
        ("pending", True),
        ("hidden", True),
        ("removed", False),
        ("withdrawn", False),
    ],
)
def test_the_states_of_what_moves(state: str, moves: bool, case: Case, moderator: User) -> None:
    put(case.reply, state)
    if not moves:
        with pytest.raises(Refused):
            moving.move(again(case.reply), to=case.second, by=moderator)
        assert again(case.reply).parent_id == case.first.pk
        return
    moving.move(again(case.reply), to=case.second, by=moderator)
    assert again(case.reply).moderation == state
    assert counted(case.first.thread)
    assert counted(case.second.thread)


@pytest.mark.parametrize("state", ["pending", "hidden", "removed", "withdrawn"])
def test_what_is_not_shown_is_not_answered(state: str, case: Case, moderator: User) -> None:
    put(case.second, state)
    with pytest.raises(Refused) as refused:
        moving.move(case.reply, to=case.second, by=moderator)
    assert refused.value.field == "where"
    known = "withdrew" if state == "withdrawn" else "not shown"
    assert known in refused.value.message
    assert again(case.reply).parent_id == case.first.pk


@pytest.mark.parametrize("state", ["pending", "hidden", "removed", "withdrawn"])
def test_what_answers_it_goes_along_in_any_state(state: str, case: Case, moderator: User) -> None:
    put(case.answer, state)
    moving.move(case.reply, to=case.second, by=moderator)
    assert again(case.answer).thread_id == case.second.thread_id
    assert counted(case.first.thread)
    assert counted(case.second.thread)


def test_what_opens_a_thread_stays(case: Case, moderator: User) -> None:
    with pytest.raises(Refused, match="This opens a thread; move it to another passage instead"):
        moving.move(case.first, to=case.second, by=moderator)


def elsewhere(case: Case) -> Annotation:
    return factories.annotation(factories.article(), case.first.author, "Elsewhere.")


def for_members(case: Case) -> Annotation:
    return factories.annotation(case.article, case.first.author, "Inside.", audience="members")


def to_oneself(case: Case) -> Annotation:
    return factories.annotation(case.article, case.first.author, "Mine.", audience="me")


def in_a_group(case: Case) -> Annotation:
    group = factories.group(case.first.author)
    return factories.annotation(case.article, case.first.author, "Ours.", audience=group.audience)


def nothing(case: Case) -> Annotation:
    return Annotation(pk=10**9)


@pytest.mark.parametrize("where", [elsewhere, for_members, to_oneself, in_a_group, nothing])
def test_what_is_said_elsewhere_is_answered_like_what_is_not_there(
    where: Callable[[Case], Annotation], case: Case, moderator: User
) -> None:
    target, events = where(case), Event.objects.count()
    with pytest.raises(Refused) as refused:
        moving.move(case.reply, to=target, by=moderator)
    same = moving.no_such_target()
    assert (refused.value.message, refused.value.status) == (same.message, same.status)
    assert Event.objects.count() == events


def test_an_outsider_moves_nothing_to_what_a_group_did_not_report(
    case: Case, moderator: User
) -> None:
    group = factories.group(case.first.author, case.reply.author)
    said_to = group.audience
    ours = factories.annotation(case.article, case.first.author, "Ours.", audience=said_to)
    reply = annotating.reply(by=case.reply.author, to=ours, body="Rude.")
    theirs = factories.annotation(
        case.article, case.first.author, "Unreported.", words="second train", audience=said_to
    )
    unseen = [annotating.reply(by=case.reply.author, to=theirs, body="Said inside.")]
    moderating.report(reply, by=case.first.author, reason="abuse")
    for target in (theirs, *unseen):
        with pytest.raises(Refused) as refused:
            moving.move(again(reply), to=target, by=moderator)
        assert refused.value.message == moving.no_such_target().message
    with pytest.raises(NotAllowed):
        moving.move(again(unseen[0]), to=ours, by=moderator)
    moderating.report(theirs, by=case.reply.author, reason="spam")
    with pytest.raises(Refused) as refused:  # nor to what stands beside it in that thread
        moving.move(again(reply), to=unseen[0], by=moderator)
    assert refused.value.message == moving.no_such_target().message
    moving.move(again(reply), to=theirs, by=moderator)
    assert again(reply).thread_id == theirs.thread_id


def test_a_note_to_oneself_is_moved_by_nobody(case: Case, moderator: User) -> None:
    mine = to_oneself(case)
    other = factories.annotation(
        case.article, mine.author, "Also mine.", words="second train", audience="me"
    )
    reply = annotating.reply(by=mine.author, to=mine, body="To myself.")
    with pytest.raises(NotAllowed):
        moving.move(reply, to=other, by=moderator)


def test_nothing_answers_itself_or_its_own_answers(case: Case, moderator: User) -> None:
    before = state_of(case)
    for target, words in (
        (case.reply, "cannot answer itself"),
        (case.answer, "goes along with it"),
        (again(case.first), None),
    ):
        if words is None:  # it is there already
            assert moving.move(again(case.reply), to=target, by=moderator).pk == case.reply.pk
            continue
        with pytest.raises(Refused, match=words):
            moving.move(again(case.reply), to=target, by=moderator)
    noise = Annotation.objects.get(body="Noise that stays.")
    with pytest.raises(Refused, match="in the same thread"):
        moving.move(again(case.reply), to=noise, by=moderator)
    assert state_of(case) == before
    assert not ModerationEntry.objects.exists()
    assert not Event.objects.filter(kind="moved").exists()


def test_a_locked_thread_takes_it_and_stays_locked(case: Case, moderator: User) -> None:
    moderating.lock(case.second.thread, by=moderator)
    moderating.lock(case.first.thread, by=moderator)
    moving.move(again(case.reply), to=case.second, by=moderator)
    assert again(case.reply).thread.is_locked


def test_repeating_it_changes_nothing_more(case: Case, moderator: User) -> None:
    for _twice in range(2):
        moving.move(again(case.reply), to=case.second, by=moderator)
    assert ModerationEntry.objects.count() == 1
    assert Event.objects.filter(kind="moved").count() == 2
    assert Notice.objects.filter(kind="moderated").count() == 1


def test_moving_it_back_leaves_everything_as_it_was(case: Case, moderator: User) -> None:
    def standing() -> list[object]:
        return [
            *state_of(case),
            *Thread.objects.order_by("pk").values_list("readable_count", "active_at"),
            *Event.objects.exclude(kind="moved").order_by("pk").values_list("seq", "thread"),
            Counter.objects.values_list("threads", "readable").get(),
        ]

    before = standing()
    moving.move(again(case.reply), to=case.second, by=moderator)
    assert standing() != before
    moving.move(again(case.reply), to=case.first, by=moderator)
    assert standing() == before
    acts = ModerationEntry.objects.order_by("pk").values_list("act", "before", "after")
    assert list(acts) == [("move", "1", "2"), ("move", "2", "1")]


def test_the_last_activity_is_that_of_what_stands_there(case: Case, moderator: User) -> None:
    newest = annotating.reply(by=case.first.author, to=case.answer, body="The newest of all.")
    moving.move(again(case.reply), to=case.second, by=moderator)
    case.first.thread.refresh_from_db()
    case.second.thread.refresh_from_db()
    left = Annotation.objects.get(body="Noise that stays.")
    assert case.first.thread.active_at == left.created_at
    assert case.second.thread.active_at == newest.created_at


def test_the_log_names_both_threads_and_no_words(case: Case, moderator: User) -> None:
    rule = SiteRule.objects.create(number=7, title="Stay at the passage")
    moving.move(case.reply, to=case.second, by=moderator, reason="  Asked there. ", rule=rule)
    entry = ModerationEntry.objects.get()
    assert (entry.act, entry.before, entry.after, entry.rule) == ("move", "1", "2", 7)
    assert (entry.annotation, entry.thread) == (case.reply.uuid, case.second.thread.uuid)
    assert (entry.by, entry.reason, entry.version) == (moderator.pk, "Asked there.", 1)
    assert case.reply.body not in str(vars(entry))


def test_a_reason_that_is_too_long_is_refused(case: Case, moderator: User) -> None:
    with pytest.raises(Refused) as refused:
        moving.move(case.reply, to=case.second, by=moderator, reason="x" * (REASON_LIMIT + 1))
    assert refused.value.field == "reason"
    assert again(case.reply).parent_id == case.first.pk


def test_its_author_is_told_and_led_to_the_new_place(case: Case, moderator: User) -> None:
    moving.move(case.reply, to=case.second, by=moderator, reason="Asked there.")
    notice = Notice.objects.get(kind="moderated")
    assert notice.person == case.reply.author
    (told,) = noticed([notice], notice.person)
    assert told.sentence == "Your reply was moved to another thread"
    assert told.reason == "Asked there."
    assert (told.thread, told.leads_to) == (case.second.thread, case.reply.get_absolute_url())
    assert told.passage is not None
    assert told.passage.quote == "second train"
    assert (told.decision_address, case.reply.decisions.count()) == ("", 0)  # it is no sanction


def test_each_thread_has_an_event_and_what_happened_in_it_goes_along(
    case: Case, moderator: User
) -> None:
    before = Counter.objects.get().events
    moving.move(case.reply, to=case.second, by=moderator)
    moved = Event.objects.filter(kind="moved").order_by("seq")
    assert list(moved.values_list("seq", "thread", "annotation", "actor")) == [
        (before + 1, case.first.thread_id, None, moderator.pk),
        (before + 2, case.second.thread_id, case.reply.pk, moderator.pk),
    ]
    assert Counter.objects.get().events == before + 2
    said = Event.objects.filter(annotation__in=[case.reply, case.answer])
    assert {event.thread_id for event in said} == {case.second.thread_id}


def test_what_waits_in_the_queue_waits_on_and_is_looked_at_anew(
    case: Case, moderator: User
) -> None:
    moderating.report(case.reply, by=case.first.author, reason="off-topic")
    seen = ReviewItem.objects.get().turn
    moving.move(again(case.reply), to=case.second, by=moderator, seen=seen)
    item = ReviewItem.objects.get()
    assert (item.is_open, item.turn, item.article) == (True, seen + 1, case.article)
    with pytest.raises(Conflict, match="changed since you looked at it"):
        moderating.hide(again(case.reply), by=moderator, reason="why", seen=seen)
    with pytest.raises(Conflict):
        moving.move(again(case.reply), to=case.first, by=moderator, seen=seen)
    assert queueing.items_for(moderator).get() == item


def test_who_decided_before_is_told_to_a_stale_move(case: Case, moderator: User) -> None:
    moderating.report(case.reply, by=case.first.author, reason="off-topic")
    seen = ReviewItem.objects.get().turn
    other = factories.moderator("other")
    moderating.dismiss(again(case.reply), by=other, seen=seen)
    with pytest.raises(Conflict, match="other"):
        moving.move(again(case.reply), to=case.second, by=moderator, seen=seen)


def test_a_reply_that_was_moved_meanwhile_is_not_moved_again(case: Case, moderator: User) -> None:
    third = factories.annotation(case.article, case.first.author, "Third.", words="corridor")
    stale = again(case.reply)
    moving.move(again(case.reply), to=case.second, by=moderator)
    with pytest.raises(Conflict, match="moved it meanwhile"):
        moving.move(stale, to=third, by=moderator)
    assert again(case.reply).parent_id == case.second.pk
