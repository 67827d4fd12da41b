"""Reporting: once a person and annotation, in words that survive, by form and by JSON alike."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from annotations import annotating, moderating, reporting
from annotations.models import Annotation, Report
from ncr.accounts.models import Notice, User
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"
TYPED = "It is aimed at a person & not at the text."
SHOWN = "It is aimed at a person &amp; not at the text."


@pytest.fixture
def note(author: User) -> Annotation:
    return factories.annotation(factories.article(), author, "Loud words.")


def client_of(user: User | None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user, BACKEND)
    return client


def address(note: Annotation) -> str:
    return reverse("report", args=[note.uuid])


def send(client: Client, note: Annotation, **given: Any) -> Any:
    return client.post(address(note), {"reason": "abuse", "text": TYPED, **given})


def send_json(client: Client, note: Annotation, **given: Any) -> Any:
    return client.post(
        reverse("api:report", args=[note.uuid]),
        {"reason": "abuse", "text": TYPED, **given},
        content_type="application/json",
    )


def test_a_report_is_kept_and_its_maker_told_that_it_waits(
    note: Annotation, stranger: User
) -> None:
    client = client_of(stranger)
    answer = send(client, note)
    assert answer.status_code == 302
    made = Report.objects.get()
    assert (made.by, made.reason, made.text, made.version) == (stranger, "abuse", TYPED, 1)
    page = client.get(address(note)).content.decode()
    assert "You reported this on" in page
    assert "Moderators will look at it" in page
    assert "data-report-form" not in page


def test_a_second_report_changes_nothing_and_tells_what_came_of_the_first(
    note: Annotation, stranger: User, moderator: User
) -> None:
    client = client_of(stranger)
    send(client, note)
    second = send(client, note, reason="spam", text="Other words.")
    assert (second.status_code, Report.objects.get().reason) == (200, "abuse")
    moderating.dismiss(note, by=moderator, reason="It is sharp, and about the text.")
    page = client.get(address(note)).content.decode()
    assert "breaks no rule" in page
    told = Notice.objects.get(person=stranger)
    assert (told.kind, told.facts["outcome"]) == ("reported", "dismissed")
    assert client.get(address(note)).status_code == 200


def test_what_came_of_an_upheld_report_is_told_in_a_notice(
    note: Annotation, stranger: User, moderator: User
) -> None:
    send(client_of(stranger), note)
    moderating.hide(note, by=moderator, reason="Too loud.")
    assert Notice.objects.get(person=stranger).facts["outcome"] == "upheld"
    # What was hidden is not shown again only because one reported it
    answer = client_of(stranger).get(address(note))
    assert answer.status_code in (404, 410)
    assert "Loud words" not in answer.content.decode()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"reason": ""}, "required"),
        ({"reason": "dislike"}, "valid choice"),
        ({"reason": "other", "text": ""}, "in a few words"),
        ({"text": TYPED + "x" * 1000}, "1000"),
        ({"text": TYPED + "\0"}, "Null characters"),
    ],
    ids=["nothing", "unknown", "other without words", "too long", "NUL"],
)
def test_a_refused_form_keeps_what_was_typed(
    note: Annotation, stranger: User, given: dict[str, str], says: str
) -> None:
    answer = send(client_of(stranger), note, **given)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    assert given.get("text", TYPED) == "" or SHOWN in page
    assert not Report.objects.exists()


def test_signed_out_the_words_come_back_with_the_way_to_sign_in(note: Annotation) -> None:
    client = client_of(None)
    assert "Sign in" in client.get(address(note)).content.decode()
    answer = send(client, note)
    page = answer.content.decode()
    assert answer.status_code == 401
    assert SHOWN in page
    assert 'name="reason" value="abuse"' in page
    assert "Send again" in page


def test_a_form_with_an_old_token_comes_back_whole(note: Annotation, stranger: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(stranger, BACKEND)
    answer = send(client, note)
    assert answer.status_code == 403
    assert SHOWN in answer.content.decode()
    assert 'name="text"' in answer.content.decode()


def test_nobody_reports_their_own(note: Annotation, author: User) -> None:
    assert client_of(author).get(address(note)).status_code == 403
    assert send(client_of(author), note).status_code == 403
    assert send_json(client_of(author), note).status_code == 403
    assert not Report.objects.exists()


def test_what_was_withdrawn_meanwhile_is_said_and_the_words_kept(
    note: Annotation, author: User, stranger: User
) -> None:
    annotating.reply(by=stranger, to=note, body="So that the thread stands.")
    annotating.withdraw(note, by=author)
    answer = send(client_of(stranger), note)
    assert answer.status_code == 410
    assert SHOWN in answer.content.decode()
    assert "withdrawn or hidden" in answer.content.decode()


def test_what_one_may_not_read_cannot_be_reported(author: User, stranger: User) -> None:
    own = factories.annotation(factories.article(), author, "To myself.", audience="me")
    assert client_of(stranger).get(address(own)).status_code == 404
    assert send(client_of(stranger), own).status_code == 404
    assert send_json(client_of(stranger), own).status_code == 404
    assert not Report.objects.exists()


def test_json_answers_201_then_200_with_the_first(note: Annotation, stranger: User) -> None:
    client = client_of(stranger)
    first = send_json(client, note)
    second = send_json(client, note, reason="spam")
    assert (first.status_code, second.status_code) == (201, 200)
    assert second.json()["reason"] == "abuse"
    assert second.json()["outcome"] == ""
    assert Report.objects.count() == 1


@pytest.mark.parametrize(
    "given",
    [{"reason": "dislike"}, {"text": "\ud800"}, {"text": "x" * 10_000}, {"more": 1}],
    ids=["unknown reason", "lone surrogate", "10 KB", "unknown member"],
)
def test_json_refuses_what_cannot_be_taken(
    note: Annotation, stranger: User, given: dict[str, Any]
) -> None:
    answer = send_json(client_of(stranger), note, **given)
    assert answer.status_code in (400, 422)
    assert answer.json()["detail"]
    assert not Report.objects.exists()


def test_json_asks_who_is_signed_out_to_sign_in(note: Annotation) -> None:
    assert send_json(client_of(None), note).status_code == 401


def test_reports_have_a_pace(stranger: User, author: User, settings: Any) -> None:
    settings.WRITE_LIMIT = 2
    article = factories.article()
    now = timezone.now()
    for number in range(2):
        one = factories.annotation(article, factories.person(), f"Note {number}.")
        reporting.keep_report(one, by=stranger, reason="spam", text="", at=now)
    third = factories.annotation(article, author, "The third.")
    assert send(client_of(stranger), third).status_code == 429
    assert send_json(client_of(stranger), third)["Retry-After"] == "60"


def test_the_link_is_among_what_can_be_done_and_not_on_ones_own(
    note: Annotation, stranger: User
) -> None:
    acts = reverse("acts", args=[note.uuid])
    link = address(note)
    assert link in client_of(stranger).get(acts).content.decode()
    assert link not in client_of(note.author).get(acts).content.decode()
    thread = note.thread.get_absolute_url()
    assert acts in client_of(stranger).get(thread).content.decode()
    # The shared page is the same bytes for everybody; its overlay names one's own
    page = note.thread.article.get_absolute_url()
    assert acts in client_of(note.author).get(page).content.decode()
    mine = client_of(note.author).get(page + "overlay/").json()["mine"]
    assert mine == [str(note.uuid)]


def take_back(client: Client, note: Annotation, way: str = "json") -> Any:
    if way == "form":
        return client.post(address(note), {"take_back": "1"})
    return client.delete(reverse("api:report", args=[note.uuid]), content_type="application/json")


@pytest.mark.parametrize("way", ["form", "json"])
def test_a_report_that_waits_can_be_taken_back_and_made_again(
    note: Annotation, stranger: User, way: str
) -> None:
    client = client_of(stranger)
    send(client, note)
    assert "data-take-back" in client.get(address(note)).content.decode()
    answer = take_back(client, note, way)
    assert answer.status_code == (302 if way == "form" else 204)
    if way == "form":
        assert (
            "Your report is taken back."
            in client.get(answer["Location"], follow=True).content.decode()
        )
    assert not Report.objects.exists()
    assert send_json(client, note, reason="spam", text="").status_code == 201


@pytest.mark.parametrize("way", ["form", "json"])
def test_a_report_that_was_decided_stays_with_its_decision(
    note: Annotation, stranger: User, way: str
) -> None:
    client = client_of(stranger)
    send(client, note)
    moderating.dismiss(note, by=factories.moderator())
    assert "data-take-back" not in client.get(address(note)).content.decode()
    answer = take_back(client, note, way)
    assert answer.status_code == 409
    assert "decided meanwhile" in answer.content.decode()
    assert Report.objects.get().outcome == "dismissed"


def test_taking_back_touches_only_ones_own(note: Annotation, stranger: User) -> None:
    send(client_of(stranger), note)
    for other in (factories.person(), note.author, factories.moderator()):
        assert take_back(client_of(other), note).status_code == 204
    assert take_back(client_of(None), note).status_code == 401
    assert take_back(client_of(None), note, "form").status_code in (401, 403)
    assert Report.objects.get().by == stranger


def test_what_one_may_not_read_says_nothing_of_reports(author: User, stranger: User) -> None:
    mine = factories.annotation(factories.article(), author, "Mine.", audience="me")
    assert take_back(client_of(stranger), mine).status_code == 404


def test_each_reason_but_the_one_in_words_takes_one_press(note: Annotation, stranger: User) -> None:
    page = client_of(stranger).get(reverse("acts", args=[note.uuid])).content.decode()
    for reason in Report.Reason:
        assert (f'name="reason" value="{reason.value}"' in page) == (reason != "other")
