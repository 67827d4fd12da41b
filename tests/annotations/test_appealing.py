"""Objecting to decisions: once and in time; answered once, by another moderator."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from annotations import annotating, moderating
from annotations.appealing import answer, appeal, is_for_another
from annotations.models import Annotation, Appeal, Decision, ModerationEntry, ReviewItem
from annotations.sanctioning import sanction
from ncr.accounts.models import Notice, Sanction, User
from ncr.refusals import Conflict, NotAllowed, Refused
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"
SECOND = "Second thoughts."


@pytest.fixture
def second(db: None) -> User:
    return factories.moderator("second-moderator")


def client_of(user: User | None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user, BACKEND)
    return client


def hidden(author: User, moderator: User, act: str = "hide") -> Decision:
    note = factories.annotation(factories.article(), author, "Harsh words.")
    getattr(moderating, act)(note, by=moderator, reason="Too harsh.")
    return Decision.objects.get(annotation=note)


def silenced(author: User, moderator: User, **more: Any) -> Decision:
    given = {"kind": "silence", "reason": "Insults.", **more}
    return Decision.objects.get(sanction=sanction(author, by=moderator, **given))


def address_of(decision: Decision) -> str:
    return reverse("decision", args=[decision.uuid])


def acts() -> list[str]:
    return list(ModerationEntry.objects.order_by("pk").values_list("act", flat=True))


# The page


def test_a_decision_is_read_by_who_is_concerned_and_moderators(
    author: User, stranger: User, moderator: User, second: User
) -> None:
    for made in (hidden(author, moderator), silenced(author, moderator)):
        for user, seen in [(None, 302), (stranger, 404), (author, 200), (second, 200)]:
            assert client_of(user).get(address_of(made)).status_code == seen
        for user, seen in [(None, 401), (stranger, 404), (second, 403)]:
            answered = client_of(user).post(address_of(made), {"text": "Kept words."})
            assert answered.status_code == seen
        assert not Appeal.objects.exists()
    missing = reverse("decision", args=["00000000-0000-4000-8000-000000000000"])
    assert client_of(author).get(missing).status_code == 404


def test_the_statement_names_all_but_the_moderator(author: User, moderator: User) -> None:
    made = hidden(author, moderator)
    annotating.edit(made.annotation, by=author, body="Milder words.", version=1)  # type: ignore[arg-type]
    page = client_of(author).get(address_of(made)).content.decode()
    for told in (
        "was hidden",
        "Harsh words.",
        "version 1",
        "Too harsh.",
        "A moderator, and no pro",
    ):
        assert told in page
    assert "Milder words." not in page
    assert moderator.get_absolute_url() not in page


def test_what_a_rule_decided_is_said_to_be_automated(author: User, moderator: User) -> None:
    made = hidden(author, moderator)
    Decision.objects.filter(pk=made.pk).update(by=None, is_automated=True)
    assert "and no person" in client_of(author).get(address_of(made)).content.decode()


def test_sealed_words_are_not_shown_to_their_author_but_to_moderators(
    author: User, moderator: User, second: User
) -> None:
    made = hidden(author, moderator, "remove")
    assert "Harsh words." not in client_of(author).get(address_of(made)).content.decode()
    assert "Harsh words." in client_of(second).get(address_of(made)).content.decode()


def test_notices_lead_to_the_decision(author: User, moderator: User) -> None:
    made = [hidden(author, moderator), hidden(author, moderator, "remove")]
    made.append(silenced(author, moderator))
    page = client_of(author).get(reverse("notices")).content.decode()
    for one in made:
        assert address_of(one) in page


# Objecting


def test_an_appeal_comes_before_moderators(author: User, moderator: User) -> None:
    about_words, about_account = hidden(author, moderator), silenced(author, moderator)
    for made in (about_words, about_account):
        sent = client_of(author).post(address_of(made), {"text": "I was quoting."})
        assert sent.status_code == 302
        assert "I was quoting." in client_of(author).get(address_of(made)).content.decode()
    items = ReviewItem.objects.filter(closed_at=None).order_by("pk")
    assert [(one.kind, one.cause) for one in items] == [
        ("annotation", "appeal"),
        ("person", "appeal"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Say what is wrong"),
        (" \n ", "Say what is wrong"),
        ("x" * 100_000, "at most 4000"),
        ("nul \0", "cannot be stored"),
    ],
)
def test_a_refused_appeal_keeps_what_was_typed(
    text: str, words: str, author: User, moderator: User
) -> None:
    made = hidden(author, moderator)
    sent = client_of(author).post(address_of(made), {"text": text})
    assert sent.status_code == 422
    page = sent.content.decode()
    assert words in page or "Null characters" in page
    assert text.strip().strip("\0") in page
    assert not Appeal.objects.exists()


def test_twice_is_refused_kindly_with_what_was_typed(author: User, moderator: User) -> None:
    made = hidden(author, moderator)
    client = client_of(author)
    client.post(address_of(made), {"text": "First."})
    again = client.post(address_of(made), {"text": SECOND})
    assert again.status_code == 409
    assert "You have objected to this already." in again.content.decode()
    assert SECOND in again.content.decode()
    assert Appeal.objects.get().text == "First."


def test_too_late_and_taken_back_are_refused(author: User, moderator: User, settings: Any) -> None:
    made = hidden(author, moderator)
    settings.APPEAL_DAYS = 2
    Decision.objects.filter(pk=made.pk).update(at=timezone.now() - timedelta(days=3))
    late = client_of(author).post(address_of(made), {"text": SECOND})
    assert late.status_code == 409
    assert "The time to object is over." in late.content.decode()
    assert SECOND in late.content.decode()
    other = hidden(author, moderator)
    moderating.restore(other.annotation, by=moderator)  # type: ignore[arg-type]
    other.refresh_from_db()
    with pytest.raises(Conflict, match="no longer"):
        appeal(other, by=author, text="Why?")


def test_the_suspended_object_after_proving_who_they_are(author: User, moderator: User) -> None:
    made = silenced(author, moderator, kind="suspend")
    other = hidden(factories.person("somebody"), moderator)
    client = Client()
    login = {"login": "author", "password": "pass-word-1"}
    told = client.post(reverse("account_login"), login, follow=True)
    assert address_of(made) in told.content.decode()
    assert client.get(address_of(other)).status_code == 404
    assert client.post(address_of(made), {"text": "It was not me."}).status_code == 302
    assert Appeal.objects.get().decision == made


# Answering


def test_overturning_brings_the_words_back_and_tells(
    author: User, moderator: User, second: User
) -> None:
    for act in ("hide", "remove"):
        made = hidden(author, moderator, act)
        given = appeal(made, by=author, text="I was quoting.")
        answer(given, by=second, outcome="overturned", answer="You are right.")
        made.refresh_from_db()
        note = Annotation.objects.get(pk=made.annotation_id)
        assert (note.moderation, made.reversed_at is not None) == ("published", True)
        assert acts()[-3:] == [act, "overturn", "restore"]
        notice = Notice.objects.filter(person=author, facts__act="appeal").latest("pk")
        assert notice.facts["reason"] == "You are right."
        page = client_of(author).get(address_of(made)).content.decode()
        assert "You are right." in page
        assert "Another moderator" in page
    assert not ReviewItem.objects.filter(closed_at=None).exists()


def test_upholding_changes_nothing_but_answers(author: User, moderator: User, second: User) -> None:
    made = hidden(author, moderator)
    given = appeal(made, by=author, text="Why?")
    answer(given, by=second, outcome="upheld", answer="It insults.")
    note = Annotation.objects.get(pk=made.annotation_id)
    assert note.moderation == "hidden"
    assert Decision.objects.get().reversed_at is None
    assert acts() == ["hide", "uphold"]
    assert not ReviewItem.objects.filter(closed_at=None).exists()


def test_a_sanction_is_lifted_or_ends_sooner(author: User, moderator: User, second: User) -> None:
    far, near = (timezone.now() + timedelta(days=days) for days in (30, 3))
    made = silenced(author, moderator, until=far)
    given = appeal(made, by=author, text="Too long.")
    with pytest.raises(Refused):
        answer(given, by=second, outcome="varied", answer="Shorter.")
    assert Appeal.objects.get().answered_at is None
    answer(given, by=second, outcome="varied", answer="Shorter.", until=near)
    one = Sanction.objects.get()
    assert (one.until, one.lifted_at) == (near, None)
    assert acts() == ["silence", "vary"]
    other = silenced(author, moderator, kind="hold")
    answer(appeal(other, by=author, text="Why?"), by=second, outcome="overturned", answer="Yes.")
    assert Sanction.objects.get(kind="hold").lifted_at is not None
    assert not ReviewItem.objects.filter(closed_at=None).exists()


@pytest.mark.parametrize(
    ("act", "becomes", "state"),
    [("remove", "hide", "hidden"), ("remove", "ask", "published"), ("hide", "ask", "published")],
)
def test_varying_makes_it_milder(
    act: str, becomes: str, state: str, author: User, moderator: User, second: User
) -> None:
    made = hidden(author, moderator, act)
    given = appeal(made, by=author, text="Why?")
    for wrong in ("", "remove"):
        with pytest.raises(Refused):
            answer(given, by=second, outcome="varied", answer="So.", becomes=wrong)
    answer(given, by=second, outcome="varied", answer="So.", becomes=becomes)
    assert Annotation.objects.get(pk=made.annotation_id).moderation == state
    made.refresh_from_db()
    assert made.reversed_at is not None
    newest = Decision.objects.latest("pk")
    assert (newest.act, newest.reversed_at) == (becomes, None)


def test_overturning_does_not_undo_what_was_decided_since(
    author: User, moderator: User, second: User
) -> None:
    made = hidden(author, moderator)
    given = appeal(made, by=author, text="Why?")
    moderating.remove(made.annotation, by=moderator, reason="Worse.")  # type: ignore[arg-type]
    given = Appeal.objects.get(pk=given.pk)
    answer(given, by=second, outcome="overturned", answer="That was wrong.")
    assert Annotation.objects.get(pk=made.annotation_id).moderation == "removed"


def test_who_decided_first_answers_only_where_there_is_no_other(
    author: User, moderator: User, second: User
) -> None:
    made = hidden(author, moderator)
    given = appeal(made, by=author, text="Why?")
    assert is_for_another(moderator, made)
    with pytest.raises(NotAllowed):
        answer(given, by=moderator, outcome="upheld", answer="No.")
    User.objects.filter(pk=second.pk).update(is_active=False)
    answer(given, by=moderator, outcome="upheld", answer="No.")
    assert Appeal.objects.get().is_by_the_first
    page = client_of(author).get(address_of(made)).content.decode()
    assert "there was no other one" in page


def test_two_at_once_give_one_answer_and_one_refusal(
    author: User, moderator: User, second: User
) -> None:
    third = factories.moderator("third-moderator")
    given = appeal(hidden(author, moderator), by=author, text="Why?")
    late = Appeal.objects.get(pk=given.pk)
    answer(given, by=second, outcome="upheld", answer="No.")
    with pytest.raises(Conflict, match="second-moderator has answered"):
        answer(late, by=third, outcome="overturned", answer="Yes.")
    assert Appeal.objects.get().answer == "No."
    assert acts() == ["hide", "uphold"]


def test_nobody_answers_their_own_appeal(moderator: User, second: User) -> None:
    given = appeal(hidden(second, moderator), by=second, text="Why?")
    with pytest.raises(NotAllowed):
        answer(given, by=second, outcome="overturned", answer="Yes.")


# In the admin


def test_the_admin_page_of_an_appeal(
    author: User, stranger: User, moderator: User, second: User
) -> None:
    made = hidden(author, moderator, "remove")
    given = appeal(made, by=author, text="I was quoting.")
    address = reverse("admin:annotations_appeal_change", args=[given.pk])
    sent = {"outcome": "overturned", "answer": "You are right."}
    for user in (None, stranger, author):
        assert client_of(user).get(address).status_code in (302, 403)
        assert client_of(user).post(address, sent).status_code in (401, 403)
    client = client_of(second)
    assert "removed" in client.get(reverse("admin:annotations_appeal_changelist")).content.decode()
    page = client.get(address).content.decode()
    assert "I was quoting." in page
    assert "Harsh words." in page
    empty = client.post(address, {"outcome": "", "answer": SECOND})
    assert empty.status_code == 422
    assert SECOND in empty.content.decode()
    first = client_of(moderator).get(address).content.decode()
    assert "Another moderator answers" in first
    assert client.post(address, sent).status_code == 302
    again = client_of(second).post(address, {**sent, "answer": SECOND})
    assert again.status_code == 422
    assert "has answered this already" in again.content.decode()
    assert Annotation.objects.get(pk=made.annotation_id).moderation == "published"
