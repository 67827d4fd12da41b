"""What was removed can come back for half a year; then its words are gone, and nothing else is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from annotations import moderating, sealing
from annotations.models import Annotation, Appeal, Decision
from ncr.accounts.models import User
from ncr.refusals import Refused
from tests import factories

pytestmark = pytest.mark.django_db


def removed(author: User, by: User, days: int) -> Annotation:
    note = factories.annotation(factories.article(), author, "Sealed words.")
    moderating.remove(note, by=by, reason="why")
    Annotation.objects.filter(pk=note.pk).update(removed_at=timezone.now() - timedelta(days=days))
    note.refresh_from_db()
    return note


def test_only_what_was_removed_long_ago_is_emptied(author: User, moderator: User) -> None:
    old, new = removed(author, moderator, 181), removed(author, moderator, 179)
    hidden = factories.annotation(factories.article(), author, "Hidden words.")
    moderating.hide(hidden, by=moderator, reason="why")
    digest = old.versions.get().digest
    assert sealing.empty_sealed(timezone.now()) == 1
    assert sealing.empty_sealed(timezone.now()) == 0
    for note, words in ((old, ""), (new, "Sealed words."), (hidden, "Hidden words.")):
        note.refresh_from_db()
        assert note.body == note.versions.get().body == words
    assert old.versions.get().digest == digest


def test_what_is_appealed_against_stays_until_that_is_answered(
    author: User, moderator: User
) -> None:
    note, now = removed(author, moderator, 200), timezone.now()
    appeal = Appeal.objects.create(
        decision=Decision.objects.get(annotation=note), text="It was a quotation.", at=now
    )
    assert sealing.empty_sealed(now) == 0
    Appeal.objects.filter(pk=appeal.pk).update(answered_at=now, outcome="upheld")
    assert sealing.empty_sealed(now) == 1


def test_what_is_emptied_does_not_come_back_without_its_words(
    author: User, moderator: User
) -> None:
    marked = factories.annotation(factories.article(), author, "", kind="highlight")
    moderating.remove(marked, by=moderator, reason="why")
    gone, there = removed(author, moderator, 181), removed(author, moderator, 1)
    sealing.empty_sealed(timezone.now())
    with pytest.raises(Refused, match="emptied"):
        moderating.restore(gone, by=moderator)
    moderating.restore(there, by=moderator)
    there.refresh_from_db()
    moderating.restore(marked, by=moderator)  # which never had words
    assert (there.moderation, there.body) == ("published", "Sealed words.")
