"""The verbs of moderation, transition by transition, and a log that cannot be changed."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from annotations import moderating, reporting
from annotations.models import Annotation, Event, ModerationEntry, Report, Thread
from ncr.accounts.models import User
from ncr.refusals import NotAllowed, Refused
from tests import factories

pytestmark = pytest.mark.django_db
STATES = list(Annotation.Moderation)


# What each verb makes of each state; None where it is refused
TABLE = {
    "hide": {
        "pending": "hidden",
        "published": "hidden",
        "hidden": "hidden",
        "removed": "hidden",
    },
    "remove": {
        "pending": "removed",
        "published": "removed",
        "hidden": "removed",
        "removed": "removed",
    },
    "restore": {
        "pending": "published",
        "published": "published",
        "hidden": "published",
        "removed": "published",
    },
    "dismiss": {
        "pending": None,
        "published": "published",
        "hidden": "hidden",
        "removed": "removed",
    },
    "ask": {
        "pending": "pending",
        "published": "published",
        "hidden": "hidden",
        "removed": None,
    },
}
CELLS = [(verb, before, after) for verb, row in TABLE.items() for before, after in row.items()]


@pytest.mark.parametrize("withdrawn", [False, True], ids=["standing", "withdrawn"])
@pytest.mark.parametrize(("verb", "before", "after"), CELLS)
def test_each_transition_is_made_or_refused(
    verb: str, before: str, after: str | None, withdrawn: bool, author: User, moderator: User
) -> None:
    note = factories.annotation(factories.article(), author)
    at = timezone.now() if withdrawn else None
    Annotation.objects.filter(pk=note.pk).update(moderation=before, withdrawn_at=at)
    note.thread.refresh_from_db()
    readable = before == "published" and not withdrawn
    Thread.objects.update(readable_count=int(readable))
    act = getattr(moderating, verb)
    if after is None or (verb == "ask" and withdrawn):
        with pytest.raises(Refused):
            act(note, by=moderator, reason="why")
        assert not ModerationEntry.objects.exists()
        after = before
    else:
        act(note, by=moderator, reason="why")
        assert ModerationEntry.objects.count() == (before != after or verb == "ask")
    note.refresh_from_db()
    assert (note.moderation, note.withdrawn_at) == (after, at)
    assert (note.removed_at is not None) == (after == "removed" != before)
    assert Thread.objects.get().readable_count == (after == "published" and not withdrawn)


def test_the_table_has_every_state() -> None:
    assert all(set(row) == set(STATES) for row in TABLE.values())


@pytest.mark.parametrize("verb", TABLE)
def test_only_moderators_decide(verb: str, author: User, stranger: User) -> None:
    note = factories.annotation(factories.article(), author)
    for somebody in (author, stranger):
        with pytest.raises(NotAllowed):
            getattr(moderating, verb)(note, by=somebody, reason="why")
    assert not ModerationEntry.objects.exists()


def test_the_log_holds_what_was_judged_and_no_words(author: User, moderator: User) -> None:
    note = factories.annotation(factories.article(), author, "Secretive words.")
    moderating.hide(note, by=moderator, reason="off topic")
    entry = ModerationEntry.objects.get()
    assert (entry.annotation, entry.by, entry.before, entry.after, entry.version) == (
        note.uuid,
        moderator.pk,
        "published",
        "hidden",
        1,
    )
    assert entry.digest == note.versions.get().digest
    assert not any("Secretive" in str(value) for value in vars(entry).values())


def test_the_database_refuses_to_change_the_log(author: User, moderator: User) -> None:
    note = factories.annotation(factories.article(), author)
    moderating.hide(note, by=moderator, reason="why")
    for change in (
        lambda: ModerationEntry.objects.update(reason="other"),
        lambda: ModerationEntry.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()
    assert ModerationEntry.objects.get().reason == "why"


def test_reports_are_one_a_person_and_move_no_counter(author: User, stranger: User) -> None:
    note = factories.annotation(factories.article(), author)
    reporting.report(note, by=stranger, reason="spam", text="first")
    reporting.report(note, by=stranger, reason="abuse", text="second")
    assert Report.objects.get().text == "first"
    assert Event.objects.count() == 1
    with pytest.raises(NotAllowed):
        reporting.report(note, by=author, reason="spam")
    with pytest.raises(Refused):
        reporting.report(note, by=stranger, reason="dislike")
