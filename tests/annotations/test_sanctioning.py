"""Sanctions: who decides them about whom, what they keep from, and how they end."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from annotations import annotating, reacting, reporting
from annotations.models import Annotation, Decision, ModerationEntry, Report
from annotations.roles import OWNERS, let_into_the_admin
from annotations.sanctioning import acknowledge, lift, sanction
from articles.models import SiteRule
from ncr.accounts import grouping
from ncr.accounts.models import Notice, Sanction, User
from ncr.accounts.sanctioned import is_active, is_held, sanctions_of
from ncr.refusals import Conflict, NotAllowed, Refused, Sanctioned
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"
KINDS = list(Sanction.Kind)
SOON = timedelta(days=3)


@pytest.fixture
def owner(db: None) -> User:
    from django.contrib.auth.models import Group

    found = factories.person("owner")
    found.groups.add(Group.objects.get(name=OWNERS))
    let_into_the_admin(found)
    return User.objects.get(pk=found.pk)


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user, BACKEND)
    return client


def given(person: User, by: User, kind: str = "silence", **more: Any) -> Sanction:
    return sanction(person, kind=kind, reason="Insults, twice.", by=by, **more)


def run_out(one: Sanction) -> None:
    Sanction.objects.filter(pk=one.pk).update(until=timezone.now() - timedelta(seconds=1))


# Who about whom


def test_who_may_sanction_whom(author: User, stranger: User, moderator: User, owner: User) -> None:
    boss = User.objects.create_superuser("boss", password="x")
    other = factories.moderator("other-moderator")
    refused = [
        (stranger, author),
        (moderator, moderator),
        (moderator, owner),
        (moderator, boss),
        (owner, boss),
        (owner, owner),
    ]
    for by, person in refused:
        with pytest.raises(NotAllowed):
            given(person, by)
    assert not Sanction.objects.exists()
    for by, person in [(moderator, author), (moderator, other), (owner, moderator), (boss, owner)]:
        assert given(person, by).person == person


def test_moderators_of_one_article_sanction_nobody(author: User, owner: User) -> None:
    from annotations.roles import grant

    scoped = factories.person("scoped")
    grant(scoped, "moderator", by=owner, article=factories.article())
    with pytest.raises(NotAllowed):
        given(author, User.objects.get(pk=scoped.pk))


def test_an_owners_sanction_is_lifted_by_owners_alone(
    author: User, moderator: User, owner: User
) -> None:
    of_owner = given(owner, User.objects.create_superuser("boss", password="x"))
    own = given(moderator, owner)
    for one in (of_owner, own):
        with pytest.raises(NotAllowed):
            lift(one, by=moderator, reason="why")
        with pytest.raises(NotAllowed):
            lift(one, by=author, reason="why")


# What is refused


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"reason": " "}, "reason"),
        ({"reason": "x" * 301}, "reason"),
        ({"reason": "x" * 100_000}, "reason"),
        ({"reason": "nul \0"}, "reason"),
        ({"kind": "flogging"}, "kind"),
        ({"until": timezone.now() - timedelta(minutes=1)}, "until"),
        ({"kind": "warning", "until": timezone.now() + SOON}, "until"),
    ],
)
def test_what_a_sanction_must_say(
    more: dict[str, Any], field: str, author: User, moderator: User
) -> None:
    asked = {"kind": "silence", "reason": "why", **more}
    with pytest.raises(Refused) as refused:
        sanction(author, by=moderator, **asked)
    assert refused.value.field == field
    assert not Sanction.objects.exists()
    assert not ModerationEntry.objects.exists()


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_again_is_refused_until_the_first_has_ended(
    kind: str, author: User, moderator: User
) -> None:
    first = given(author, moderator, kind)
    with pytest.raises(Conflict):
        given(author, moderator, kind)
    assert Sanction.objects.get() == first
    assert ModerationEntry.objects.count() == Notice.objects.count() == 1
    lift(first, by=moderator, reason="why")
    given(author, moderator, kind)


def test_sample_members_cannot_be_sanctioned(moderator: User) -> None:
    with pytest.raises(Refused):
        given(factories.person("sample", is_sample=True), moderator)


# What is written down and told


def test_the_log_and_the_notice_say_what_was_decided(author: User, moderator: User) -> None:
    rule = SiteRule.objects.order_by("number")[1]
    until = timezone.now() + SOON
    one = given(author, moderator, until=until, rule=rule)
    lifted = lift(one, by=moderator, reason="It was a mistake.")
    lift(one, by=moderator, reason="again")
    entries = ModerationEntry.objects.order_by("pk")
    subject = f"person {author.pk}"
    day = f"{timezone.localtime(until):%Y-%m-%d}"
    assert [
        (one.subject, one.act, one.by, one.rule, one.before, one.after, one.reason)
        for one in entries
    ] == [
        (subject, "silence", moderator.pk, rule.number, "", day, "Insults, twice."),
        (subject, "lift", moderator.pk, None, "silence", "", "It was a mistake."),
    ]
    statement = Decision.objects.get()
    assert (statement.person, statement.sanction, statement.by) == (author, one, moderator)
    assert (statement.act, statement.rule, statement.reversed_at) == (
        "silence",
        rule,
        lifted.lifted_at,
    )
    told = list(Notice.objects.filter(person=author).order_by("pk"))
    assert told[0].facts["decision"] == str(statement.uuid)
    assert [notice.facts["act"] for notice in told] == ["silence", "lift"]
    page = client_of(author).get(reverse("notices")).content.decode()
    assert "You cannot write here until" in page
    assert "You can write here again" in page
    assert str(rule) in page
    assert moderator.get_absolute_url() not in page


@pytest.mark.django_db(transaction=True, databases=["default", "work"])
def test_it_is_told_by_mail(author: User, moderator: User, settings: Any) -> None:
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    }
    User.objects.filter(pk=author.pk).update(email="ada@example.org")
    given(User.objects.get(pk=author.pk), moderator)
    [letter] = mail.outbox
    assert letter.to == ["ada@example.org"]
    assert "until a moderator lifts this" in letter.subject
    assert "Reason: Insults, twice." in letter.body


# Active or not


def test_active_is_what_is_neither_lifted_nor_run_out_nor_read(
    author: User, stranger: User, moderator: User
) -> None:
    given(stranger, moderator, "silence")
    for kind in KINDS:
        given(author, moderator, kind, until=None if kind == "warning" else timezone.now() + SOON)
    assert [one.kind for one in sanctions_of(author)] == KINDS
    by_kind = {one.kind: one for one in Sanction.objects.filter(person=author)}
    acknowledge(by_kind["warning"], by=author)
    run_out(by_kind["silence"])
    lift(by_kind["suspend"], by=moderator, reason="why")
    assert [one.kind for one in sanctions_of(author)] == ["hold"]
    now = timezone.now()
    found = Sanction.objects.filter(person=author)
    assert [one.kind for one in found if is_active(one, now)] == ["hold"]


def test_held_are_those_whose_hold_is_active(author: User, moderator: User) -> None:
    given(author, moderator, "silence")
    assert not is_held(author)
    one = given(author, moderator, "hold", until=timezone.now() + SOON)
    assert is_held(author)
    run_out(one)
    assert not is_held(author)


def test_a_write_knows_of_the_hold_without_another_query(
    author: User, moderator: User, django_assert_num_queries: Any
) -> None:
    article = factories.article()
    given(author, moderator, "hold")
    factories.annotation(article, author)
    with django_assert_num_queries(0):
        assert is_held(author)


# Effects: writing

Write = Callable[[Annotation, User], object]
WRITES: dict[str, Write] = {
    "annotate": lambda note, by: factories.annotation(note.thread.article, by),
    "reply": lambda note, by: annotating.reply(by=by, to=note, body="But."),
    "react": lambda note, by: reacting.react(note, by=by, kind="agree"),
    "make a group": lambda note, by: grouping.make_group(by, "Wednesday"),
}


@pytest.mark.parametrize("write", WRITES)
def test_silence_refuses_writing_with_reason_and_until(
    write: str, author: User, stranger: User, moderator: User
) -> None:
    note = factories.annotation(factories.article(), author)
    one = given(stranger, moderator, until=timezone.now() + SOON)
    with pytest.raises(Sanctioned, match=r"until .*Insults, twice") as refused:
        WRITES[write](note, stranger)
    assert (refused.value.kind, refused.value.status) == ("silenced", 403)
    run_out(one)
    WRITES[write](note, stranger)


def test_the_silenced_edit_and_settle_nothing_but_withdraw_and_report(
    author: User, stranger: User, moderator: User
) -> None:
    article = factories.article()
    own, theirs = factories.annotation(article, author), factories.annotation(article, stranger)
    given(author, moderator)
    with pytest.raises(Sanctioned):
        annotating.edit(own, by=author, body="Other words.", version=1)
    with pytest.raises(Sanctioned):
        annotating.resolve(own.thread, by=author, reason="why")
    reporting.report(theirs, by=author, reason="illegal")
    assert Report.objects.count() == 1
    annotating.withdraw(own, by=author)
    assert own.is_withdrawn


def test_a_warning_is_read_before_the_next_words(
    author: User, stranger: User, moderator: User
) -> None:
    article = factories.article()
    one = given(author, moderator, "warning")
    with pytest.raises(Sanctioned) as refused:
        factories.annotation(article, author)
    assert refused.value.kind == "warned"
    with pytest.raises(NotAllowed):
        acknowledge(one, by=stranger)
    acknowledge(one, by=author)
    first = one.acknowledged_at
    acknowledge(one, by=author)
    assert one.acknowledged_at == first
    assert factories.annotation(article, author)


def test_only_warnings_are_acknowledged(author: User, moderator: User) -> None:
    with pytest.raises(Refused):
        acknowledge(given(author, moderator, "silence"), by=author)


def test_a_hold_takes_words(author: User, moderator: User) -> None:
    given(author, moderator, "hold")
    assert factories.annotation(factories.article(), author)


def test_what_was_typed_survives_a_refused_form_and_the_way_to_the_warning_is_there(
    author: User, moderator: User
) -> None:
    article = factories.article()
    given(author, moderator, "warning")
    client = client_of(author)
    address = reverse("annotate", args=[article.slug])
    page = client.get(address).content.decode()
    submission = page.partition('name="submission" value="')[2].partition('"')[0]
    sent = {
        "body": "Typed with care.",
        "kind": "comment",
        "audience": "everyone",
        "submission": submission,
        "revision": "1",
    }
    answer = client.post(address, sent)
    assert answer.status_code == 403
    assert "Typed with care." in answer.content.decode()
    assert f'href="{reverse("sanctions")}"' in answer.content.decode()
    one = Sanction.objects.get()
    client.post(reverse("acknowledge", args=[one.uuid]))
    assert client.post(address, sent).status_code == 302
    assert Annotation.objects.get().body == "Typed with care."


@pytest.mark.parametrize(("kind", "named"), [("warning", "warned"), ("silence", "silenced")])
def test_json_gets_a_problem_of_its_own_type(
    kind: str, named: str, author: User, moderator: User
) -> None:
    article = factories.article()
    until = None if kind == "warning" else timezone.now() + SOON
    given(author, moderator, kind, until=until)
    answer = client_of(author).post(
        reverse("api:annotate", args=[article.slug]),
        json.dumps({"body": "Words.", "submission": str(uuid4())}),
        content_type="application/json",
    )
    problem = answer.json()
    assert answer.status_code == 403
    assert answer["Content-Type"] == "application/problem+json"
    assert problem["type"] == f"urn:ncr:problem:{named}"
    assert problem["page"] == reverse("sanctions")
    assert problem["until"] == (until and until.isoformat())


def test_the_profile_of_the_silenced_stays_as_it_was(author: User, moderator: User) -> None:
    given(author, moderator)
    answer = client_of(author).post(reverse("account"), {"display_name": "Ada", "about": "Buy!"})
    assert answer.status_code == 422
    assert "Buy!" in answer.content.decode()
    author.refresh_from_db()
    assert author.about == ""


def test_reopening_by_the_silenced_is_refused_in_words(author: User, moderator: User) -> None:
    note = factories.annotation(factories.article(), author)
    annotating.resolve(note.thread, by=author, reason="why")
    given(author, moderator)
    answer = client_of(author).post(reverse("reopen", args=[note.thread.uuid]))
    assert answer.status_code == 403
    assert "You cannot write here" in answer.content.decode()


# Effects: signing in


def sign_in(client: Client, **given: str) -> Any:
    sent = {"login": "author", "password": "pass-word-1", **given}
    return client.post(reverse("account_login"), sent, follow=True)


def test_the_suspended_are_signed_out_everywhere(
    author: User, stranger: User, moderator: User
) -> None:
    theirs, others = client_of(author), client_of(stranger)
    one = given(author, moderator, "suspend")
    assert theirs.get(reverse("account")).status_code == 302
    assert others.get(reverse("account")).status_code == 200
    lift(one, by=moderator, reason="why")
    # The old session does not come back to life
    assert theirs.get(reverse("account")).status_code == 302


def test_a_session_begun_while_it_was_decided_opens_nothing(author: User, moderator: User) -> None:
    one = given(author, moderator, "suspend", until=timezone.now() + SOON)
    late = client_of(author)
    assert late.get(reverse("account")).status_code == 302
    one = Sanction.objects.get(pk=one.pk)
    run_out(one)
    assert client_of(author).get(reverse("account")).status_code == 200


def test_the_suspended_are_told_why_after_the_right_password_alone(
    author: User, moderator: User
) -> None:
    given(author, moderator, "suspend", until=timezone.now() + SOON)
    client = Client()
    wrong = sign_in(client, password="wrong")
    assert "Insults" not in wrong.content.decode()
    assert client.get(reverse("suspended")).status_code == 302
    right = sign_in(client)
    assert right.status_code == 403
    assert "Insults, twice." in right.content.decode()
    assert "until" in right.content.decode()
    assert client.get(reverse("account")).status_code == 302
    # Nobody else sees it
    assert Client().get(reverse("suspended")).status_code == 302


def test_the_second_factor_is_asked_before_the_reason_is_told(
    author: User, moderator: User
) -> None:
    from allauth.mfa.models import Authenticator
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    TOTP.activate(author, generate_totp_secret())
    assert Authenticator.objects.filter(user=author).exists()
    given(author, moderator, "suspend")
    client = Client()
    answer = sign_in(client)
    assert answer.request["PATH_INFO"] == reverse("mfa_authenticate")
    assert "Insults" not in answer.content.decode()
    assert client.get(reverse("suspended")).status_code == 302


def test_after_its_end_one_signs_in_again(author: User, moderator: User) -> None:
    one = given(author, moderator, "suspend", until=timezone.now() + SOON)
    run_out(one)
    client = Client()
    sign_in(client)
    assert client.get(reverse("account")).status_code == 200


# The person's own page


def test_ones_sanctions_are_ones_own(author: User, stranger: User, moderator: User) -> None:
    one = given(author, moderator, "warning")
    run_out(given(author, moderator, "hold", until=timezone.now() + SOON))
    address = reverse("sanctions")
    page = client_of(author).get(address).content.decode()
    assert "You were warned" in page
    assert "Ended on" in page
    for made in Decision.objects.filter(person=author):
        assert reverse("decision", args=[made.uuid]) in page
    assert Decision.objects.count() == 2
    assert moderator.get_absolute_url() not in page
    assert "Insults" not in client_of(stranger).get(address).content.decode()
    assert Client().get(address).status_code == 302
    confirm = reverse("acknowledge", args=[one.uuid])
    assert client_of(stranger).post(confirm).status_code == 404
    assert Client().post(confirm).status_code == 302
    one.refresh_from_db()
    assert one.acknowledged_at is None
    client_of(author).post(confirm)
    assert "I have read this" not in client_of(author).get(address).content.decode()


def test_the_page_has_a_fixed_number_of_queries(
    author: User, moderator: User, django_assert_num_queries: Any
) -> None:
    for _again in range(5):
        acknowledge(given(author, moderator, "warning"), by=author)
    client = client_of(author)
    with django_assert_num_queries(5):
        client.get(reverse("sanctions"))
