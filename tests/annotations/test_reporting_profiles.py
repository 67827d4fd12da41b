"""Reports of a person and of a topic, and of visitors: made, judged, acted on, told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from annotations import appealing, moderating, profiles, queue_mail, reporting, sealing, takeout
from annotations.models import Annotation, Decision, ModerationEntry, Report, ReviewItem, Topic
from annotations.topics import keeping, merging
from ncr.accounts.models import Notice, User
from ncr.refusals import NotAllowed, Refused, SignedOut
from tests import factories
from tests.mail import Postbox, text_of

pytestmark = pytest.mark.django_db(databases=["default", "work"])
BACKEND = "ncr.accounts.backends.MemberBackend"
SPAM = "Cheap tickets at tickets.example"
LIST = reverse("admin:annotations_reviewitem_changelist")


@pytest.fixture
def seller(db: None) -> User:
    return factories.person("seller", display_name=SPAM, about="Ask me about tickets.")


@pytest.fixture
def topic(seller: User) -> Topic:
    factories.annotation(factories.article(), seller, "A note.", topics=["Buy tickets"])
    return Topic.objects.get(name="Buy tickets")


def client_of(user: User | None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user, BACKEND)
    return client


def only(**about: Any) -> ReviewItem:
    return ReviewItem.objects.get(**about)


def judged(by: User, item: ReviewItem, act: str, **given: Any) -> Any:
    address = reverse("admin:annotations_reviewitem_judge", args=[item.pk])
    return client_of(by).post(address, {"act": act, "seen": item.turn, **given})


def kinds(person: User) -> list[tuple[str, Any]]:
    found = Notice.objects.filter(person=person).order_by("pk")
    return [(one.kind, one.facts.get("outcome") or one.facts.get("act")) for one in found]


# Reporting


def test_a_person_is_reported_on_their_page_and_stands_in_the_queue(
    seller: User, stranger: User
) -> None:
    client = client_of(stranger)
    address = reverse("report_person", args=["seller"])
    assert f'href="{address}"' in client.get(seller.get_absolute_url()).content.decode()
    page = client.get(address).content.decode()
    assert SPAM in page
    assert "Ask me about tickets." in page
    assert client.post(address, {"reason": "spam"})["Location"] == address
    assert "You reported this on" in client.get(address).content.decode()
    made = Report.objects.get()
    assert (made.person, made.annotation, made.version) == (seller, None, None)
    assert made.shown == f"{SPAM}\nAsk me about tickets."
    item = only(person=seller)
    assert (item.kind, item.cause, item.author, item.weight) == ("person", "spam", seller, 4.5)
    assert client.post(address, {"take_back": "1"})["Location"] == seller.get_absolute_url()
    item.refresh_from_db()
    assert (item.outcome, Report.objects.count()) == ("gone", 0)


def test_a_topic_is_reported_on_its_page(topic: Topic, stranger: User) -> None:
    client = client_of(stranger)
    address = reverse("report_topic", args=[topic.slug])
    assert f'href="{address}"' in client.get(topic.get_absolute_url()).content.decode()
    assert client.post(address, {"reason": "other"}).status_code == 422
    client.post(address, {"reason": "other", "text": "It sells things."})
    item = only(topic=topic)
    assert (item.kind, item.cause, item.author) == ("topic", "other", topic.proposed_by)
    assert Report.objects.get().shown == "Buy tickets"


def test_nobody_reports_themselves_or_what_they_proposed(topic: Topic, seller: User) -> None:
    client = client_of(seller)
    for address, page in (
        (reverse("report_person", args=["seller"]), seller.get_absolute_url()),
        (reverse("report_topic", args=[topic.slug]), topic.get_absolute_url()),
    ):
        assert client.post(address, {"reason": "spam"}).status_code == 403
        assert f'href="{address}"' not in client.get(page).content.decode()
    with pytest.raises(NotAllowed):
        reporting.report(seller, by=seller, reason="spam")
    assert not Report.objects.exists()


def test_who_is_not_signed_in_is_led_there_and_what_they_typed_is_kept(
    topic: Topic, seller: User
) -> None:
    for address in (
        reverse("report_person", args=["seller"]),
        reverse("report_topic", args=[topic.slug]),
    ):
        assert "/accounts/login/" in client_of(None).get(address)["Location"]
        answer = client_of(None).post(address, {"reason": "other", "text": "Typed <words>."})
        assert answer.status_code == 401
        assert "Typed &lt;words&gt;." in answer.content.decode()
    assert not Report.objects.exists()


def test_what_one_does_not_see_cannot_be_reported(author: User, stranger: User) -> None:
    note = factories.annotation(
        factories.article(), author, "Mine.", topics=["Hidden away"], audience="me"
    )
    unseen = note.assignments.get().topic
    closed = factories.person("closed", is_active=False)
    for address in (
        reverse("report_topic", args=[unseen.slug]),
        reverse("report_person", args=[closed.username]),
        reverse("report_person", args=["nobody-of-this-name"]),
    ):
        for visitor in (stranger, None):
            assert client_of(visitor).get(address).status_code == (404 if visitor else 302) or (
                client_of(visitor).get(address).status_code == 404
            )
            client_of(visitor).post(address, {"reason": "spam"})
    assert not Report.objects.exists()


def test_one_waits_for_a_person_and_reporter_and_after_a_decision_another_may(
    seller: User, stranger: User, moderator: User
) -> None:
    reporting.report(seller, by=stranger, reason="spam")
    reporting.report(seller, by=stranger, reason="abuse")
    assert Report.objects.get().reason == "spam"
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.create(person=seller, by=stranger, reason="x", created_at=timezone.now())
    reporting.found_right(only(person=seller), by=moderator)
    reporting.report(seller, by=stranger, reason="abuse")
    assert Report.objects.count() == 2
    assert ReviewItem.objects.filter(person=seller).count() == 2


def test_a_report_is_of_one_thing(seller: User, topic: Topic) -> None:
    both: list[dict[str, Any]] = [{}, {"person": seller, "topic": topic}]
    for about in both:
        with pytest.raises(IntegrityError), transaction.atomic():
            Report.objects.create(**about, reason="spam", created_at=timezone.now())


# Judging


def test_the_case_shows_the_reports_and_what_stood_there_when_it_was_reported(
    seller: User, stranger: User, moderator: User
) -> None:
    reporting.report(seller, by=stranger, reason="other", text="An advertisement.")
    User.objects.filter(pk=seller.pk).update(display_name="Sel Ler")
    item = only(person=seller)
    page = client_of(moderator).get(reverse("admin:annotations_reviewitem_change", args=[item.pk]))
    html = page.content.decode()
    for words in ("An advertisement.", "Sel Ler", SPAM, "When it was reported", "1 report waits"):
        assert words in html
    assert reverse("admin:accounts_user_profile", args=[seller.pk]) in html
    assert page.context["record"].reported == 1
    listed = client_of(moderator).get(LIST).content.decode()
    assert "Sel Ler" in listed
    assert "1 report" in listed


def test_only_moderators_of_the_site_see_who_was_reported(
    seller: User, stranger: User, moderator: User
) -> None:
    reporting.report(seller, by=stranger, reason="spam")
    address = reverse("admin:annotations_reviewitem_change", args=[only(person=seller).pk])
    assert client_of(moderator).get(address).status_code == 200
    for visitor in (stranger, seller, None):
        assert client_of(visitor).get(address).status_code in (302, 403, 404)


def test_dismissed_and_handled_are_told_to_the_reporter(
    seller: User, topic: Topic, stranger: User, moderator: User
) -> None:
    reporting.report(seller, by=stranger, reason="spam")
    reporting.report(topic, by=stranger, reason="spam")
    assert judged(moderator, only(person=seller), "dismiss", reason="A name.").status_code == 302
    assert judged(moderator, only(topic=topic), "handled").status_code == 302
    assert kinds(stranger) == [("reported", "dismissed"), ("reported", "upheld")]
    outcomes = dict(ReviewItem.objects.values_list("kind", "outcome"))
    assert outcomes == {"person": "dismissed", "topic": "handled"}
    entries = ModerationEntry.objects.order_by("pk").values_list("subject", "act", "reason")
    assert list(entries) == [
        (f"person {seller.pk}", "dismiss", "A name."),
        (f"topic {topic.pk}", "handle", ""),
    ]
    inbox = client_of(stranger).get(reverse("notices")).content.decode()
    assert "it breaks no rule" in inbox
    assert "Something was done about what you reported" in inbox


def test_a_stale_decision_about_a_person_is_refused(
    seller: User, stranger: User, moderator: User
) -> None:
    reporting.report(seller, by=stranger, reason="spam")
    item = only(person=seller)
    second = factories.moderator("second")
    reporting.found_right(item, by=moderator, seen=item.turn)
    answer = judged(second, item, "handled")
    assert answer.status_code == 409
    assert "has decided this already" in answer.content.decode()


@pytest.mark.parametrize("act", ["accept", "reject", "merge"])
def test_what_keepers_decide_about_a_topic_closes_its_reports(
    topic: Topic, stranger: User, moderator: User, author: User, act: str
) -> None:
    factories.annotation(factories.article(), author, "A note.", topics=["Railways"])
    railways = Topic.objects.get(name="Railways")
    reporting.report(railways, by=factories.person(), reason="spam")
    reporting.report(topic, by=stranger, reason="spam")
    item = only(topic=topic)
    if act == "accept":
        keeping.accept(topic, by=moderator)
    elif act == "reject":
        keeping.reject(topic, by=moderator, reason="It sells.")
    else:
        merging.merge(topic, railways, by=moderator)
    expected = "dismissed" if act == "accept" else "upheld"
    assert kinds(stranger) == [("reported", expected)]
    if act == "accept":
        item.refresh_from_db()
        assert item.outcome == "handled"
    else:
        assert not ReviewItem.objects.filter(pk=item.pk).exists()
    assert only(topic=railways).is_open


# What they show of themselves


def test_a_name_is_taken_back_given_a_reason_and_given_back_on_appeal(
    seller: User, stranger: User, moderator: User
) -> None:
    article = factories.article()
    note = factories.annotation(article, seller, "A real thought.")
    reporting.report(seller, by=stranger, reason="spam")
    item = only(person=seller)
    client = client_of(moderator)
    address = reverse("admin:accounts_user_profile", args=[seller.pk])
    assert (
        f'href="{address}"'
        in client.get(reverse("admin:accounts_user_sanctions", args=[seller.pk])).content.decode()
    )
    assert client.post(address, {"reason": "An advertisement."}).status_code == 422
    given = {"taken": ["display_name", "about"], "reason": "An advertisement."}
    assert client.post(address, given).status_code == 302
    seller.refresh_from_db()
    assert (seller.display_name, seller.about, str(seller)) == ("", "", "seller")
    assert SPAM not in Client().get(note.thread.get_absolute_url()).content.decode()
    item.refresh_from_db()
    assert (item.outcome, kinds(stranger)) == ("handled", [("reported", "upheld")])
    decision = Decision.objects.get()
    assert decision.profile == {"display_name": SPAM, "about": "Ask me about tickets."}
    entry = ModerationEntry.objects.get(act="profile")
    assert (entry.subject, entry.before) == (f"person {seller.pk}", "both")
    own = client_of(seller)
    assert "were taken back" in own.get(reverse("notices")).content.decode()
    page = own.get(reverse("decision", args=[decision.uuid])).content.decode()
    assert "What you show of yourself was taken back" in page
    assert "An advertisement." in page
    appeal = appealing.appeal(decision, by=seller, text="It is my name.")
    second = factories.moderator("second")
    appealing.answer(appeal, by=second, outcome="overturned", answer="So it is.")
    seller.refresh_from_db()
    assert (seller.display_name, seller.about) == (SPAM, "Ask me about tickets.")
    assert all(not one.is_open for one in ReviewItem.objects.filter(person=seller))


def test_what_the_person_chose_since_is_not_written_over(seller: User, moderator: User) -> None:
    decision = profiles.take_back_profile(
        seller, by=moderator, fields=["display_name", "about"], reason="why"
    )
    User.objects.filter(pk=seller.pk).update(display_name="Sel Ler")
    address = reverse("admin:accounts_user_give_profile", args=[seller.pk, decision.pk])
    assert client_of(moderator).post(address, {"reason": "A mistake."}).status_code == 302
    seller.refresh_from_db()
    assert (seller.display_name, seller.about) == ("Sel Ler", "Ask me about tickets.")
    assert client_of(moderator).get(address).status_code == 404
    profiles.give_back_profile(decision, by=moderator, reason="again")
    assert ModerationEntry.objects.filter(act="give-back").count() == 1


def test_who_may_take_a_profile_back(seller: User, stranger: User, moderator: User) -> None:
    for by in (stranger, seller):
        with pytest.raises(NotAllowed):
            profiles.take_back_profile(seller, by=by, fields=["about"], reason="why")
        address = reverse("admin:accounts_user_profile", args=[seller.pk])
        assert client_of(by).post(address, {"taken": "about"}).status_code in (302, 403)
    for fields, reason in (([], "why"), (["about"], " ")):
        with pytest.raises(Refused):
            profiles.take_back_profile(seller, by=moderator, fields=fields, reason=reason)
    seller.refresh_from_db()
    assert seller.about


def test_what_was_taken_is_emptied_when_the_seal_ends(seller: User, moderator: User) -> None:
    now = timezone.now()
    decision = profiles.take_back_profile(seller, by=moderator, fields=["about"], reason="why")
    assert sealing.empty_sealed_profiles(now + timedelta(days=179)) == 0
    appeal = appealing.appeal(decision, by=seller, text="Why?")
    assert sealing.empty_sealed_profiles(now + timedelta(days=181)) == 0
    appealing.answer(appeal, by=factories.moderator("second"), outcome="upheld", answer="So.")
    assert sealing.empty_sealed_profiles(now + timedelta(days=181)) == 1
    decision.refresh_from_db()
    with pytest.raises(Refused):
        profiles.give_back_profile(decision, by=moderator, reason="late")


def test_a_name_that_somebody_took_meanwhile_stays_theirs(seller: User, moderator: User) -> None:
    decision = profiles.take_back_profile(
        seller, by=moderator, fields=["display_name", "about"], reason="why"
    )
    factories.person("other", display_name=SPAM)
    profiles.give_back_profile(decision, by=moderator, reason="A mistake.")
    seller.refresh_from_db()
    assert (seller.display_name, seller.about) == ("", "Ask me about tickets.")


def test_what_stood_there_is_forgotten_when_the_seal_ends(
    seller: User, stranger: User, moderator: User
) -> None:
    reporting.report(seller, by=stranger, reason="spam")
    later = timezone.now() + timedelta(days=181)
    sealing.empty_sealed_profiles(later)
    assert Report.objects.get().shown
    reporting.found_right(only(person=seller), by=moderator)
    sealing.empty_sealed_profiles(later)
    assert Report.objects.get().shown == ""


def test_who_is_reported_does_not_see_it_and_does_not_decide(
    moderator: User, stranger: User
) -> None:
    reporting.report(moderator, by=stranger, reason="other", text="The name of my brother.")
    item = only(person=moderator)
    at = reverse("admin:annotations_reviewitem_change", args=[item.pk])
    assert at not in client_of(moderator).get(LIST).content.decode()
    assert judged(moderator, item, "dismiss").status_code == 404
    with pytest.raises(NotAllowed):
        reporting.found_right(item, by=moderator)
    assert judged(factories.moderator("second"), item, "dismiss").status_code == 302


def test_an_appeal_and_a_report_wait_together_and_are_decided_apart(
    seller: User, stranger: User, moderator: User
) -> None:
    decision = profiles.take_back_profile(seller, by=moderator, fields=["about"], reason="why")
    appeal = appealing.appeal(decision, by=seller, text="Why?")
    reporting.report(seller, by=stranger, reason="spam")
    item = only(person=seller, closed_at=None)
    assert item.cause == "appeal"
    second = factories.moderator("second")
    page = client_of(second).get(reverse("admin:annotations_reviewitem_change", args=[item.pk]))
    assert [act.name for act, _key in page.context["acts"]] == ["dismiss", "handled"]
    appealing.answer(appeal, by=second, outcome="upheld", answer="So.")
    item.refresh_from_db()
    assert (item.is_open, item.cause) == (True, "spam")
    assert judged(second, item, "dismiss").status_code == 302
    assert kinds(stranger) == [("reported", "dismissed")]


# Visitors without an account


def test_visitors_report_where_the_site_takes_it(
    seller: User, settings: Any, moderator: User
) -> None:
    note = factories.annotation(factories.article(), seller, "Loud words.")
    address = reverse("report", args=[note.uuid])
    answer = Client().post(address, {"reason": "spam"})
    assert answer.status_code == 401
    with pytest.raises(SignedOut):
        reporting.report_unsigned(note, address="192.0.2.1", reason="spam")
    settings.UNSIGNED_REPORTS = True
    visitor = Client(REMOTE_ADDR="192.0.2.1")
    assert 'name="reason"' in visitor.get(address).content.decode()
    assert visitor.get(address, headers={"X-Fragment": "1"}).status_code == 204
    assert visitor.post(address, {}).status_code == 422
    told = visitor.post(address, {"reason": "spam"}).content.decode()
    assert "Moderators will look at it" in told
    visitor.post(address, {"reason": "abuse"})
    Client(REMOTE_ADDR="192.0.2.2").post(address, {"reason": "abuse"})
    reports = list(Report.objects.order_by("pk"))
    assert [(one.by, one.reason) for one in reports] == [(None, "spam"), (None, "abuse")]
    assert all(len(one.origin) == 64 and "192" not in one.origin[:3] for one in reports)
    item = only(annotation=note)
    page = client_of(moderator).get(reverse("admin:annotations_reviewitem_change", args=[item.pk]))
    assert page.content.decode().count("A visitor") == 2
    moderating.dismiss(note, by=moderator)
    item.refresh_from_db()
    moderating.undo(item, by=moderator)
    visitor.post(address, {"reason": "abuse"})
    assert Report.objects.filter(decided_at=None).count() == 2
    moderating.dismiss(note, by=moderator)
    assert reporting.forget_origins(timezone.now()) == 0
    assert reporting.forget_origins(timezone.now() + timedelta(seconds=16)) == 2
    assert set(Report.objects.values_list("origin", flat=True)) == {"forgotten"}


def test_an_address_reports_five_times_a_minute(
    author: User, settings: Any, one_minute: None
) -> None:
    settings.UNSIGNED_REPORTS = True
    article = factories.article()
    visitor = Client(REMOTE_ADDR="192.0.2.77")
    codes = []
    for _number in range(6):
        note: Annotation = factories.annotation(article, author)
        answer = visitor.post(
            reverse("report", args=[note.uuid]), {"reason": "other", "text": "So."}
        )
        codes.append(answer.status_code)
    assert codes == [200] * 5 + [429]
    assert "So." in answer.content.decode()
    assert Report.objects.count() == 5


# Everywhere else that speaks of reports


def test_moderators_mail_says_who_was_reported_and_why(
    smtp: Postbox, seller: User, stranger: User
) -> None:
    judge = factories.moderator("judge")
    User.objects.filter(pk=judge.pk).update(email="judge@example.org")
    reporting.report(seller, by=stranger, reason="other", text="An advertisement.")
    assert queue_mail.mail_waiting.call(judge.pk)
    (letter,) = smtp.letters
    assert SPAM in text_of(letter)
    assert "Something else: An advertisement." in text_of(letter)


def test_the_takeout_names_what_one_reported(seller: User, topic: Topic, stranger: User) -> None:
    reporting.report(seller, by=stranger, reason="spam")
    reporting.report(topic, by=stranger, reason="spam")
    rows = takeout.facts_of(stranger)["reports"]
    assert [(one["person__username"], one["topic"]) for one in rows] == [
        ("seller", None),
        (None, "Buy tickets"),
    ]
