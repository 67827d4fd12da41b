"""What readers say of topics on the notes of others, and what moderators make of a dispute."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from annotations import annotating, roles
from annotations.models import Annotation, Assignment, ModerationEntry, ReviewItem, Topic, Verdict
from annotations.sanctioning import sanction
from annotations.topics import merging
from annotations.topics.judging import forget_verdicts_of, judge, take_back_verdict
from ncr.accounts.models import Notice, User
from ncr.refusals import Conflict, NotAllowed, Refused
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"
WHY = "It is about trains & not about <treaties>."
SHOWN = "It is about trains &amp; not about &lt;treaties&gt;."


@pytest.fixture
def note(author: User) -> Annotation:
    return factories.annotation(factories.article(), author, "A note.", topics=["CFE Treaty"])


@pytest.fixture
def filed(note: Annotation) -> Assignment:
    return note.assignments.get()


def client_of(user: User | None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user, BACKEND)
    return client


def address(note: Annotation) -> str:
    return reverse("filed", args=[note.uuid])


def send(user: User | None, filed: Assignment, **given: Any) -> Any:
    data = {"assignment": filed.pk, "verdict": "disputed", "text": WHY, **given}
    return client_of(user).post(address(filed.annotation), data)


def decide(by: User, item: ReviewItem, act: str, **given: Any) -> Any:
    at = reverse("admin:annotations_reviewitem_judge", args=[item.pk])
    return client_of(by).post(at, {"act": act, "seen": item.turn, **given})


def notices(person: User) -> list[Any]:
    return [one.facts.get("act") for one in Notice.objects.filter(person=person).order_by("pk")]


def test_a_dispute_is_shown_with_its_reason_and_waits_for_moderators(
    filed: Assignment, stranger: User, author: User
) -> None:
    note = filed.annotation
    assert send(stranger, filed)["Location"] == address(note)
    page = Client().get(address(note)).content.decode()
    assert SHOWN in page
    assert "Disputed" in page
    item = ReviewItem.objects.get()
    assert (item.kind, item.cause, item.assignment) == ("assignment", "disputed", filed)
    assert (item.author, item.article, item.weight) == (author, note.thread.article, 3.5)
    dossier = Client().get(filed.topic.get_absolute_url()).content.decode()
    assert "Topic disputed" in dossier
    assert f'href="{address(note)}"' in dossier
    assert (
        f'href="{address(note)}"'
        in client_of(stranger).get(reverse("acts", args=[note.uuid])).content.decode()
    )


def test_endorsing_is_no_vote_and_brings_nothing_before_moderators(
    filed: Assignment, stranger: User
) -> None:
    send(stranger, filed, verdict="endorsed", text="")
    assert Verdict.objects.get().kind == "endorsed"
    assert not ReviewItem.objects.exists()
    assert "Topic disputed" not in Client().get(filed.topic.get_absolute_url()).content.decode()


def test_one_says_one_thing_and_may_change_or_take_it_back(
    filed: Assignment, stranger: User
) -> None:
    send(stranger, filed)
    other = factories.person()
    judge(filed, by=other, kind="disputed", reason="I think so too.")
    assert ReviewItem.objects.get().weight == 4
    send(stranger, filed, verdict="endorsed", text="")
    assert Verdict.objects.count() == 2
    assert ReviewItem.objects.get().is_open
    page = client_of(other).get(address(filed.annotation)).content.decode()
    assert "Take back what I said of it" in page
    send(other, filed, verdict="back")
    assert [one.kind for one in Verdict.objects.all()] == ["endorsed"]
    assert ReviewItem.objects.get().outcome == "gone"
    take_back_verdict(filed, by=other)


def test_what_is_refused_keeps_what_was_typed(filed: Assignment, stranger: User) -> None:
    author = filed.annotation.author
    assert author is not None
    empty = send(stranger, filed, text=" ")
    assert empty.status_code == 422
    assert "Say in a few words" in empty.content.decode()
    strange = send(stranger, filed, verdict="burnt")
    assert strange.status_code == 422
    assert SHOWN in strange.content.decode()
    long = send(stranger, filed, text="x" * 400)
    assert long.status_code == 422
    assert "x" * 400 in long.content.decode()
    own = send(author, filed)
    assert own.status_code == 403
    assert SHOWN in own.content.decode()
    nobody = send(None, filed)
    assert nobody.status_code == 401
    assert SHOWN in nobody.content.decode()
    for number in ("0", "x", "9" * 30):
        assert send(stranger, filed, assignment=number).status_code == 409
    assert not Verdict.objects.exists()
    with pytest.raises(NotAllowed):
        judge(filed, by=author, kind="endorsed")
    with pytest.raises(Refused):
        judge(filed, by=stranger, kind="disputed")


def test_who_does_not_read_the_note_learns_nothing(author: User, stranger: User) -> None:
    note = factories.annotation(
        factories.article(), author, "Mine.", topics=["Secret"], audience="me"
    )
    filed = note.assignments.get()
    for visitor in (stranger, None):
        assert client_of(visitor).get(address(note)).status_code == 404
        assert send(visitor, filed).status_code == 404
    assert not Verdict.objects.exists()


def test_the_words_of_new_members_are_read_by_moderators_first(
    filed: Assignment, stranger: User, author: User, moderator: User
) -> None:
    User.objects.filter(pk=stranger.pk).update(trust="new")
    send(User.objects.get(pk=stranger.pk), filed)
    for visitor, is_read in ((stranger, True), (moderator, True), (author, False), (None, False)):
        page = client_of(visitor).get(address(filed.annotation)).content.decode()
        assert (SHOWN in page) is is_read
        assert ("moderators look at first" in page) is not is_read


@pytest.mark.parametrize("kind", ["silence", "hold", "warning"])
def test_who_is_sanctioned_disputes_nothing(
    filed: Assignment, stranger: User, moderator: User, kind: str
) -> None:
    sanction(stranger, kind=kind, reason="Insults.", by=moderator)
    answer = send(stranger, filed)
    assert answer.status_code in (403, 422)
    assert SHOWN in answer.content.decode()
    assert not Verdict.objects.exists()


def test_moderators_of_the_article_and_of_the_topic_decide_others_do_not(
    filed: Assignment, stranger: User
) -> None:
    send(stranger, filed)
    item = ReviewItem.objects.get()
    article = filed.annotation.thread.article
    here, elsewhere = factories.person("here"), factories.person("elsewhere")
    of_topic = factories.person("of-topic")
    boss = User.objects.create_superuser("boss", password="x")
    roles.grant(here, "moderator", article=article, by=boss)
    roles.grant(elsewhere, "moderator", article=factories.article(), by=boss)
    roles.grant(of_topic, "moderator", topic=filed.topic, by=boss)
    at = reverse("admin:annotations_reviewitem_change", args=[item.pk])
    codes = [client_of(one).get(at).status_code for one in (here, of_topic, elsewhere)]
    assert codes == [200, 200, 404]
    assert decide(elsewhere, item, "unfile", reason="No.").status_code == 404
    assert decide(here, item, "unfile", reason="So it is.").status_code == 302


def test_what_a_group_reads_stays_among_them(author: User, stranger: User) -> None:
    group = factories.group(author, stranger, name="Tuesday")
    note = factories.annotation(
        factories.article(), author, "Ours.", topics=["Ours"], audience=f"group:{group.slug}"
    )
    judge(note.assignments.get(), by=stranger, kind="disputed", reason="No.")
    assert "Disputed" in client_of(author).get(address(note)).content.decode()
    assert not ReviewItem.objects.exists()


def test_a_moderator_takes_the_topic_off(
    filed: Assignment, stranger: User, moderator: User, author: User
) -> None:
    send(stranger, filed)
    item = ReviewItem.objects.get()
    page = client_of(moderator).get(reverse("admin:annotations_reviewitem_change", args=[item.pk]))
    assert SHOWN in page.content.decode()
    assert "Take the topic off" in page.content.decode()
    refused = decide(moderator, item, "unfile")
    assert refused.status_code == 422
    assert decide(moderator, item, "unfile", reason="So it is.").status_code == 302
    assert not filed.annotation.assignments.exists()
    assert Topic.objects.filter(name="CFE Treaty").exists()
    assert notices(author) == ["unfile"]
    assert notices(stranger) == ["unfile"]
    inbox = client_of(author).get(reverse("notices")).content.decode()
    assert "was taken off a note" in inbox
    entry = ModerationEntry.objects.get()
    assert (entry.annotation, entry.act) == (filed.annotation.uuid, "unfile")
    assert entry.before == str(filed.topic_id)


def test_a_moderator_finds_the_topic_right(
    filed: Assignment, stranger: User, moderator: User, author: User
) -> None:
    send(stranger, filed)
    item = ReviewItem.objects.get()
    decide(moderator, item, "dismiss", reason="The second article is meant.")
    item.refresh_from_db()
    assert (item.outcome, notices(stranger), notices(author)) == ("dismissed", ["keep-filed"], [])
    page = Client().get(address(filed.annotation)).content.decode()
    assert "a moderator found it right" in page
    assert SHOWN not in page
    assert SHOWN in client_of(stranger).get(address(filed.annotation)).content.decode()
    assert "Topic disputed" not in Client().get(filed.topic.get_absolute_url()).content.decode()
    late = decide(factories.moderator("second"), item, "unfile", reason="Late.")
    assert late.status_code == 409
    judge(filed, by=stranger, kind="disputed", reason=WHY)  # said already, and dismissed
    assert not ReviewItem.objects.filter(closed_at=None).exists()
    judge(filed, by=stranger, kind="disputed", reason="But no.")
    assert ReviewItem.objects.filter(closed_at=None).count() == 1


def test_the_dossier_asks_as_many_queries_with_disputes(
    filed: Assignment, stranger: User, django_assert_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = Client()
    client.get(filed.topic.get_absolute_url())
    with CaptureQueriesContext(connection) as before:
        client.get(filed.topic.get_absolute_url())
    judge(filed, by=stranger, kind="disputed", reason="No.")
    with django_assert_num_queries(len(before)):
        client.get(filed.topic.get_absolute_url())


def test_nobody_decides_about_what_they_filed_themselves(moderator: User, stranger: User) -> None:
    note = factories.annotation(factories.article(), moderator, "Mine.", topics=["Mine"])
    send(stranger, note.assignments.get())
    item = ReviewItem.objects.get()
    for act in ("dismiss", "unfile"):
        answer = decide(moderator, item, act, reason="Mine.")
        assert answer.status_code == 403
        assert "another moderator decides" in answer.content.decode()
    assert decide(moderator, item, "handled").status_code == 422
    item.refresh_from_db()
    assert item.is_open


def test_with_the_note_its_dispute_is_gone(
    filed: Assignment, stranger: User, moderator: User, author: User
) -> None:
    send(stranger, filed)
    item = ReviewItem.objects.get()
    annotating.withdraw(filed.annotation, by=author)
    item.refresh_from_db()
    assert item.outcome == "gone"
    at = reverse("admin:annotations_reviewitem_change", args=[item.pk])
    assert client_of(moderator).get(at).status_code == 404


def test_a_topic_that_is_taken_off_meanwhile_is_told_and_words_are_kept(
    filed: Assignment, stranger: User, author: User
) -> None:
    stale = Assignment.objects.get(pk=filed.pk)
    annotating.edit(filed.annotation, by=author, body="A note.", version=1, topics=[])
    with pytest.raises(Conflict):
        judge(stale, by=stranger, kind="disputed", reason=WHY)
    answer = send(stranger, stale)
    assert answer.status_code == 409
    assert SHOWN in answer.content.decode()


def test_what_was_said_of_a_topic_is_not_said_of_the_one_it_is_merged_into(
    filed: Assignment, stranger: User, moderator: User, author: User
) -> None:
    factories.annotation(factories.article(), author, "Else.", topics=["Treaties"])
    send(stranger, filed)
    merging.merge(filed.topic, Topic.objects.get(name="Treaties"), by=moderator)
    assert not Verdict.objects.exists()
    assert ReviewItem.objects.get().outcome == "handled"


def test_verdicts_are_counted_by_the_minute(
    filed: Assignment, stranger: User, settings: Any, one_minute: None
) -> None:
    settings.WRITE_LIMIT = 3
    for number in range(3):
        judge(filed, by=stranger, kind="disputed", reason=f"No {number}.")
    answer = send(stranger, filed)
    assert answer.status_code == 429
    assert SHOWN in answer.content.decode()


def test_with_the_account_its_disputes_are_gone(filed: Assignment, stranger: User) -> None:
    send(stranger, filed)
    forget_verdicts_of(stranger)
    assert not Verdict.objects.exists()
    assert ReviewItem.objects.get().outcome == "gone"
