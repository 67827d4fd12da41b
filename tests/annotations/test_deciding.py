"""Deciding in the admin: nothing typed is lost, what was decided is said, in bulk one by one."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from annotations import annotating, moderating, reporting
from annotations.admin import deciding
from annotations.models import Annotation, ModerationEntry, Report, Thread
from articles.models import Article, SiteRule
from ncr.accounts.models import Notice, User
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"
REASON = "Say it of the text & not of the person."
SHOWN = "Say it of the text &amp; not of the person."


@pytest.fixture
def article(db: None) -> Article:
    return factories.article(title="The ferry")


@pytest.fixture
def client(moderator: User) -> Client:
    client = Client()
    client.force_login(moderator, BACKEND)
    return client


def address(act: str, kind: str = "annotation") -> str:
    return reverse(f"admin:annotations_{kind}_decide", args=[act])


def notes(article: Article, author: User, count: int) -> list[Annotation]:
    return [factories.annotation(article, author, f"Note {number}.") for number in range(count)]


def said(answer: Any) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


def test_hiding_names_the_rule_and_tells_the_author(
    client: Client, article: Article, author: User
) -> None:
    note = factories.annotation(article, author)
    page = client.get(address("hide"), {"of": note.pk}).content.decode()
    assert "A moderator hid what you wrote in “The ferry”." in page
    answer = client.post(address("hide"), {"of": note.pk, "rule": 2, "reason": REASON})
    assert answer["Location"] == reverse("admin:annotations_annotation_change", args=[note.pk])
    note.refresh_from_db()
    assert (note.moderation, note.moderation_rule.number) == ("hidden", 2)
    entry = ModerationEntry.objects.get()
    assert (entry.act, entry.rule, entry.reason) == ("hide", 2, REASON)
    told = Notice.objects.get(person=author)
    assert told.facts["reason"] == REASON
    own = Client()
    own.force_login(author, BACKEND)
    thread = own.get(note.thread.get_absolute_url()).content.decode()
    assert SHOWN in thread
    assert '<a href="/rules/#rule-2">Rule 2, No attacks on people</a>' in thread


def test_what_will_be_read_is_shown_without_deciding(
    client: Client, article: Article, author: User
) -> None:
    note = factories.annotation(article, author)
    given = {"of": note.pk, "rule": 2, "reason": REASON, "look": "1"}
    answer = client.post(address("hide"), given)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Rule 2, No attacks on people." in page
    assert page.count(SHOWN) == 2  # in the field, and as it will be read
    note.refresh_from_db()
    assert note.moderation == "published"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"reason": "", "rule": ""}, "Choose a rule or write a reason"),
        ({"reason": REASON + "x" * 300}, "at most 300"),
        ({"reason": REASON + "\0"}, "Null characters"),
        ({"reason": REASON, "rule": "99"}, "valid choice"),
        ({"reason": REASON, "rule": "two"}, "valid choice"),
    ],
    ids=["nothing", "too long", "NUL", "no such rule", "no number"],
)
def test_a_refused_decision_keeps_what_was_typed(
    client: Client, article: Article, author: User, given: dict[str, str], says: str
) -> None:
    note = factories.annotation(article, author)
    answer = client.post(address("hide"), {"of": note.pk, **given})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    assert not given["reason"] or SHOWN in page
    assert not ModerationEntry.objects.exists()


def test_a_retired_rule_cannot_be_named(client: Client, article: Article, author: User) -> None:
    SiteRule.objects.filter(number=2).update(retired_at="2026-01-01T00:00Z")
    note = factories.annotation(article, author)
    assert client.post(address("hide"), {"of": note.pk, "rule": 2}).status_code == 422


def test_an_expired_session_loses_no_word(article: Article, author: User) -> None:
    note = factories.annotation(article, author)
    out = Client()
    answer = out.post(address("hide"), {"of": note.pk, "rule": 2, "reason": REASON, "back": ""})
    page = answer.content.decode()
    assert answer.status_code == 401
    assert SHOWN in page
    assert f'name="of" value="{note.pk}"' in page
    assert 'name="rule" value="2"' in page
    asked = out.get(address("hide"), {"of": note.pk})
    assert asked.status_code == 302
    assert f"of%3D{note.pk}" in asked["Location"]


def test_a_token_that_is_past_loses_no_word_and_shows_no_password(
    moderator: User, article: Article, author: User
) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(moderator, BACKEND)
    note = factories.annotation(article, author)
    given = {"of": note.pk, "reason": REASON, "password1": "herring"}
    answer = client.post(address("hide"), given)
    assert answer.status_code == 403
    assert SHOWN in answer.content.decode()
    assert "herring" not in answer.content.decode()


def test_many_are_decided_one_by_one_and_each_is_accounted_for(
    client: Client, article: Article, author: User, moderator: User
) -> None:
    first, hidden, removed, gone = notes(article, author, 4)
    moderating.hide(hidden, by=moderator, reason="before")
    Annotation.objects.filter(pk=removed.pk).update(moderation="pending")
    annotating.withdraw(gone, by=author)
    ids = [one.pk for one in (first, hidden, removed, gone)]
    answer = client.post(address("hide"), {"of": ids, "reason": REASON}, follow=True)
    assert said(answer) == [
        "2 annotations are hidden.",
        "1 was hidden already.",
        "1 is not there any more, or not yours to decide.",
    ]
    hidden.refresh_from_db()
    assert hidden.moderation_reason == "before"


def test_what_a_verb_refuses_is_said_with_its_reason(
    client: Client, article: Article, author: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = factories.annotation(article, author)
    monkeypatch.setattr(moderating, "TRANSITIONS", dict.fromkeys(moderating.TRANSITIONS, ()))
    answer = client.post(address("hide"), {"of": note.pk, "reason": REASON}, follow=True)
    assert len(said(answer)) == 1
    assert "cannot be done to an annotation in that state" in said(answer)[0]


def test_where_time_runs_out_the_rest_is_offered_again(
    client: Client, article: Article, author: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    three = notes(article, author, 3)
    clock = iter([0.0, 1.0, deciding.TIME + 1])
    monkeypatch.setattr(deciding, "monotonic", lambda: next(clock))
    given = {"of": [one.pk for one in three], "reason": REASON, "rule": "2"}
    answer = client.post(address("hide"), given)
    assert Annotation.objects.filter(moderation="hidden").get() == three[0]
    page = answer.content.decode()
    assert "1 annotation is hidden." in page
    assert "There was no time for 2" in page
    assert answer.context["ids"] == [three[1].pk, three[2].pk]
    assert SHOWN in page
    assert answer.context["form"]["rule"].value() == "2"
    monkeypatch.undo()
    # by a reload the whole is sent once more
    again = client.post(address("hide"), given, follow=True)
    assert said(again) == ["2 annotations are hidden.", "1 was hidden already."]
    assert ModerationEntry.objects.count() == 3


def test_actions_of_the_lists_lead_to_the_desk(
    client: Client, article: Article, author: User
) -> None:
    one, two = notes(article, author, 2)
    chosen = {"_selected_action": [one.pk, two.pk], "index": 0}
    listed = reverse("admin:annotations_annotation_changelist")
    hide = client.post(listed, {**chosen, "action": "hide"})
    assert hide["Location"].startswith(address("hide") + "?of=")
    lock = client.post(listed, {**chosen, "action": "lock"})
    page = client.get(lock["Location"]).content.decode()
    assert "Lock these threads?" in page
    client.post(address("lock", "thread"), {"of": [one.thread_id, two.thread_id], "reason": REASON})
    assert Thread.objects.exclude(locked_at=None).count() == 2


def test_dismissing_twice_is_no_error(
    client: Client, article: Article, author: User, stranger: User
) -> None:
    note = factories.annotation(article, author)
    reporting.report(note, by=stranger, reason="abuse")
    given = {"of": note.pk, "reason": "It is about the text.", "back": "reports"}
    first = client.post(address("dismiss"), given, follow=True)
    assert said(first) == ["The reports of 1 annotation are dismissed."]
    assert Report.objects.get().outcome == "dismissed"
    assert "Nothing waits." in first.content.decode()
    second = client.post(address("dismiss"), given, follow=True)
    assert said(second) == ["1 has no report that waits."]
    assert ModerationEntry.objects.count() == 1


@pytest.mark.parametrize(
    "query", ["", "?of=", "?of=x", "?of=-1", "?of=99999999999999999999999", "?of=1&of=1%00"]
)
def test_ids_that_are_none_are_answered_clearly(client: Client, query: str) -> None:
    assert client.get(address("hide") + query).status_code in (302, 400, 404)
    assert client.get(address("unheard-of") + "?of=1").status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "?q=Ada",
        "?q=ferry",
        "?q=1",
        "?q=m1",
        "?q=%C2%A0",
        "?q='%22;--",
        "?q=" + "x" * 9000,
        "?q=00000000-0000-0000-0000-000000000000",
        "?article=ferry",
        "?author=ada",
        "?topic=winds",
        "?since=2026-01-01&until=2099-01-01",
        "?since=yesterday",
        "?since=9999-12-31",
        "?state=hidden",
        "?state=nonsense",
        "?reported=waiting",
        "?reported=decided",
        "?audience=group",
        "?audience=x",
        "?p=0",
        "?p=abc",
        "?p=99999999999999999999",
        "?o=1.2",
        "?e=1",
        "?all=",
    ],
)
@pytest.mark.parametrize("kind", ["annotation", "thread", "moderationentry", "report"])
def test_lists_take_any_address(
    client: Client, article: Article, author: User, kind: str, query: str
) -> None:
    factories.annotation(article, author, topics=["Winds"])
    answer = client.get(reverse(f"admin:annotations_{kind}_changelist") + query, follow=True)
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=Ada+Author", {"Of Ada."}),
        ("q=ferry", {"Of Ada.", "Of Sven."}),
        ("q=2", {"Of Sven."}),
        ("q=m1", {"To members."}),
        ("author=stranger", {"Of Sven.", "To members."}),
        ("topic=wind", {"Of Ada."}),
        ("article=Other", {"To members."}),
        ("audience=members", {"To members."}),
        ("reported=waiting", {"Of Sven."}),
        ("state=hidden", {"Of Ada."}),
        ("state=published", {"Of Sven.", "To members."}),
        ("since=2000-01-01", {"Of Ada.", "Of Sven.", "To members."}),
        ("until=2000-01-01", set()),
        ("author=stranger&audience=everyone", {"Of Sven."}),
    ],
)
def test_filters_and_search_find_what_they_say(
    client: Client, author: User, stranger: User, moderator: User, query: str, found: set[str]
) -> None:
    ferry, other = factories.article(title="The ferry"), factories.article(title="Other")
    of_ada = factories.annotation(ferry, author, "Of Ada.", topics=["Winds"])
    of_sven = factories.annotation(ferry, stranger, "Of Sven.")
    factories.annotation(other, stranger, "To members.", audience="members")
    reporting.report(of_sven, by=author, reason="spam")
    moderating.hide(of_ada, by=moderator, reason="why")
    answer = client.get(reverse("admin:annotations_annotation_changelist") + "?" + query)
    assert {one.body for one in answer.context["cl"].result_list} == found
