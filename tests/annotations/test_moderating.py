"""The verbs of moderation, transition by transition, and a log that cannot be changed."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from annotations import moderating
from annotations.models import Annotation, Event, ModerationEntry, Report
from ncr.accounts.models import User
from ncr.refusals import NotAllowed, Refused
from tests import factories

pytestmark = pytest.mark.django_db
STATES = list(Annotation.Moderation)


@pytest.mark.parametrize("before", STATES)
@pytest.mark.parametrize(("verb", "after"), [("hide", "hidden"), ("restore", "published")])
def test_each_transition_is_made_or_refused(
    before: str, verb: str, after: str, author: User, moderator: User
) -> None:
    allowed = {
        ("pending", "published"),
        ("pending", "hidden"),
        ("published", "hidden"),
        ("hidden", "published"),
    }
    note = factories.annotation(factories.article(), author)
    Annotation.objects.filter(pk=note.pk).update(moderation=before)
    act = getattr(moderating, verb)
    if (before, after) in allowed or before == after:
        act(note, by=moderator, reason="why")
        note.refresh_from_db()
        assert note.moderation == after
        assert ModerationEntry.objects.count() == (before != after)
    else:
        with pytest.raises(Refused):
            act(note, by=moderator, reason="why")
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
    moderating.report(note, by=stranger, reason="spam", text="first")
    moderating.report(note, by=stranger, reason="abuse", text="second")
    assert Report.objects.get().text == "first"
    assert Event.objects.count() == 1
    with pytest.raises(NotAllowed):
        moderating.report(note, by=author, reason="spam")
    with pytest.raises(Refused):
        moderating.report(note, by=stranger, reason="dislike")
