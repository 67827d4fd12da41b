"""An account that is deleted is gone: from pages, from the database, and from every way in."""

from __future__ import annotations

import gzip
import threading
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from annotations import annotating, catching_up, drafting, erasing, moderating, reacting, reporting
from annotations.erasing import close_account, erase, finish_erasing, unfinished
from annotations.models import (
    Annotation,
    AnnotationVersion,
    Appeal,
    Counter,
    Decision,
    Event,
    Firing,
    ModerationEntry,
    Reaction,
    Report,
    Thread,
    Topic,
)
from annotations.reading.stored import place_of
from articles.models import Import, ImportPiece
from ncr import tasks
from ncr.accounts.inviting import invite
from ncr.accounts.links import make_link
from ncr.accounts.models import (
    Audience,
    Invitation,
    Membership,
    Notice,
    RetiredName,
    SignInLink,
    User,
)
from ncr.refusals import NotAllowed, Refused
from tests import factories
from tests.dumping import dump

pytestmark = pytest.mark.django_db(databases=["default", "work"])
MARKS = [
    "zephyrine",  # user name
    "Zora Zephyr",  # display name
    "zz@example.org",  # address
    "Quixotic",  # about
    "Xylophonic",  # what she said
    "Wistfully",  # what she said before
    "Vexatious",  # a note to herself
    "Umbrageous",  # a report
    "Talkatively",  # a reply
    "Saturnine",  # why a thread is settled
    "Rhapsodology",  # a topic that only she proposed
    "Querulously",  # a draft
    "zephyrblock1",  # where she stopped reading
    "Parsimoniously",  # a text that she brought in
]


@pytest.fixture
def zora() -> User:
    return factories.person(
        "zephyrine",
        display_name="Zora Zephyr",
        email="zz@example.org",
        about="Quixotic reader.",
    )


@pytest.fixture
def scene(zora: User, author: User, moderator: User) -> dict[str, Any]:
    """A person who did everything that a person can do here, among others who did something."""
    group = factories.group(zora, author)
    article = factories.article()
    said = factories.annotation(article, zora, "Wistfully said.", topics=["Rhapsodology"])
    annotating.edit(said, by=zora, body="Xylophonic words.", version=1)
    answer = annotating.reply(by=author, to=said, body="An answer that stays.")
    replied = annotating.reply(by=zora, to=answer, body="Talkatively replied.")
    last = annotating.reply(by=author, to=replied, body="The last word stays.")
    factories.annotation(article, zora, "Vexatious note.", audience="me", topics=["Rhapsodology"])
    hers = factories.annotation(article, author, "Noise of another.", words="second train")
    shared = factories.annotation(article, zora, "Xylophonic in a group.", audience=group.audience)
    hidden = factories.annotation(article, zora, "Xylophonic and hidden.")
    moderating.hide(hidden, by=moderator, reason="off topic")
    decision, now = Decision.objects.get(annotation=hidden), timezone.now()
    Appeal.objects.create(decision=decision, text="Querulously objected.", at=now)
    Firing.objects.create(annotation=said, kind="words", found="Xylophonic", version=2, at=now)
    Firing.objects.create(annotation=said, kind="person", found="zephyrine", version=2, at=now)
    withdrawn = factories.annotation(article, zora, "Xylophonic and withdrawn.")
    annotating.withdraw(withdrawn, by=zora)
    reporting.report(hers, by=zora, reason="other", text="Umbrageous.")
    annotating.resolve(said.thread, by=zora, reason="Saturnine reason.")
    catching_up.visit(article, by=zora, block_key="zephyrblock1")
    place = drafting.address_of_note(article.slug, {})
    drafting.save(by=zora, place=place, page="/", fields={"body": "Querulously begun."})
    EmailAddress.objects.create(user=zora, email="zz@example.org", verified=True, primary=True)
    brought = Import.objects.create(by=zora, given={"title": "Parsimoniously"})
    ImportPiece.objects.create(
        bringing=brought, position=0, content={"words": "Parsimoniously brought in."}
    )
    TOTP.activate(zora, "JBSWY3DPEHPK3PXP")
    make_link(zora)
    boss = User.objects.create_superuser("boss", password="x")
    invite(by=boss, email="zz@example.org", group=group)
    return {
        "article": article,
        "said": said,
        "answer": answer,
        "replied": replied,
        "last": last,
        "hers": hers,
        "shared": shared,
        "boss": boss,
        "group": group,
    }


def found_in(text: str) -> list[str]:
    return [mark for mark in MARKS if mark.lower() in text.lower()]


def page_of(article: Any) -> str:
    return gzip.decompress(
        Client().get(article.get_absolute_url(), headers={"accept-encoding": "gzip"}).content
    ).decode()


def test_a_dump_of_the_database_holds_none_of_their_words(
    scene: dict[str, Any], zora: User
) -> None:
    assert found_in(dump()) == MARKS  # the search finds what is there
    erase(zora, keep=False, by=zora)
    assert found_in(dump()) == []
    assert "Noise of another." in dump()
    assert "An answer that stays." in dump()


def test_kept_words_stand_without_a_name(scene: dict[str, Any], zora: User) -> None:
    erase(zora, keep=True, by=zora)
    left = found_in(dump())
    assert left == ["Xylophonic", "Wistfully", "Talkatively", "Saturnine", "Rhapsodology"]
    said = Annotation.objects.get(pk=scene["said"].pk)
    assert said.author is None
    assert said.is_readable
    assert not User.objects.filter(pk=zora.pk).exists()


def test_of_kept_words_what_rules_found_stays_but_the_name(
    scene: dict[str, Any], zora: User
) -> None:
    erase(zora, keep=True, by=zora)
    found = Firing.objects.filter(annotation=scene["said"]).values_list("kind", "found")
    assert set(found) == {("words", "Xylophonic"), ("person", "")}


def test_threads_keep_their_shape(scene: dict[str, Any], zora: User) -> None:
    erase(zora, keep=False, by=zora)
    thread = Thread.objects.get(pk=scene["said"].thread_id)
    rows = list(thread.annotations.order_by("pk").values_list("body", "parent_id"))
    assert rows == [
        ("", None),
        ("An answer that stays.", scene["said"].pk),
        ("", scene["answer"].pk),
        ("The last word stays.", scene["replied"].pk),
    ]
    assert thread.readable_count == 2
    assert thread.annotations.get(pk=scene["replied"].pk).is_withdrawn
    page = Client().get(thread.get_absolute_url()).content.decode()
    assert "The last word stays." in page
    assert found_in(page) == []


def test_versions_are_emptied(scene: dict[str, Any], zora: User) -> None:
    erase(zora, keep=False, by=zora)
    versions = AnnotationVersion.objects.filter(annotation=scene["said"].pk)
    assert list(versions.order_by("number").values_list("number", "body")) == [(1, ""), (2, "")]


def test_notes_to_oneself_are_deleted_wholly(scene: dict[str, Any], zora: User) -> None:
    own = Audience.only(zora).pk
    assert Thread.objects.filter(audience=own).exists()
    erase(zora, keep=True, by=zora)
    for model in (Thread, Event, Counter):
        assert not model.objects.filter(audience_id=own).exists()
    assert not Audience.objects.filter(pk=own).exists()


@pytest.mark.parametrize("keep", [True, False])
def test_the_stored_page_is_made_anew(scene: dict[str, Any], zora: User, keep: bool) -> None:
    assert "Zora Zephyr" in page_of(scene["article"])
    erase(zora, keep=keep, by=zora)
    page = page_of(scene["article"])
    assert "Zora" not in page
    assert ("Xylophonic words" in page) == keep


@pytest.mark.parametrize("keep", [True, False])
def test_reactions_go_along_and_pages_count_anew(
    scene: dict[str, Any], zora: User, stranger: User, keep: bool
) -> None:
    for person in (zora, stranger):
        reacting.react(scene["hers"], by=person, kind="agree")
    assert "Agree 2" in page_of(scene["article"])
    erase(zora, keep=keep, by=zora)
    assert [one.person for one in Reaction.objects.all()] == [stranger]
    assert "Agree 1" in page_of(scene["article"])


@pytest.mark.parametrize("keep", [False, True])
def test_no_stored_page_lies_in_the_shared_cache(
    scene: dict[str, Any], zora: User, keep: bool
) -> None:
    article = scene["article"]
    place = place_of(article.pk, "en")
    assert "Zora Zephyr" in page_of(article)
    _key, packed = cache.get(place)
    assert b"Zora Zephyr" in gzip.decompress(packed)
    erase(zora, keep=keep, by=zora)
    assert cache.get(place) is None


@pytest.mark.parametrize("keep", [True, False])
def test_counters_hold_what_there_is(scene: dict[str, Any], zora: User, keep: bool) -> None:
    erase(zora, keep=keep, by=zora)
    for counter in Counter.objects.all():
        readable = Annotation.objects.published().filter(
            thread__article=counter.article, thread__audience=counter.audience
        )
        assert counter.readable == readable.count()
        events = Event.objects.filter(article=counter.article, audience=counter.audience)
        assert counter.events == events.count()
    for thread in Thread.objects.all():
        assert thread.readable_count == thread.annotations.published().count()


@pytest.mark.parametrize("keep", [True, False])
def test_nothing_points_to_who_is_gone(scene: dict[str, Any], zora: User, keep: bool) -> None:
    pk = zora.pk
    erase(zora, keep=keep, by=zora)
    for model in apps.get_models():
        if model._meta.app_label.startswith("django_tasks"):
            continue
        for field in model._meta.get_fields():
            if field.concrete and field.is_relation and field.related_model is User:
                assert not model._default_manager.filter(**{f"{field.name}": pk}).exists(), field
    assert not Membership.objects.filter(person=pk).exists()
    assert not SignInLink.objects.exists()
    assert not Authenticator.objects.exists()
    assert set(Invitation.objects.values_list("email", flat=True)) == {""}
    assert Invitation.objects.get().withdrawn_at is not None
    assert list(Report.objects.values_list("by", "text")) == [(None, "")]
    assert not Notice.objects.filter(person=pk).exists()


def test_only_digests_of_the_names_and_a_number_stay(scene: dict[str, Any], zora: User) -> None:
    pk = zora.pk
    erase(zora, keep=False, by=zora)
    assert RetiredName.objects.count() == 2
    acts = ModerationEntry.objects.filter(subject=f"person {pk}").order_by("pk")
    assert [(one.act, one.by) for one in acts] == [("close-erase", pk), ("erased", pk)]


def test_topics_that_others_use_stay(scene: dict[str, Any], zora: User, author: User) -> None:
    factories.annotation(scene["article"], author, "Filed as well.", topics=["Rhapsodology"])
    erase(zora, keep=False, by=zora)
    topic = Topic.objects.get(name="Rhapsodology")
    assert topic.proposed_by is None
    assert topic.assignments.count() == 1


def test_sessions_end_at_once(zora: User, author: User) -> None:
    hers, others = Client(), Client()
    hers.force_login(zora, "ncr.accounts.backends.MemberBackend")
    others.force_login(author, "ncr.accounts.backends.MemberBackend")
    close_account(zora, keep=True, by=zora)
    assert hers.get("/accounts/").status_code == 302
    assert others.get("/accounts/").status_code == 200
    assert Session.objects.count() == 1
    answer = hers.post("/accounts/login/", {"login": "zephyrine", "password": "pass-word-1"})
    assert answer.status_code == 200
    assert "_auth_user_id" not in hers.session


def test_interrupted_it_is_taken_up_again(
    zora: User, author: User, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    monkeypatch.setattr(erasing, "AT_ONCE", 3)
    article = factories.article()
    for n in range(8):
        factories.annotation(article, zora, f"Xylophonic {n}.")
    whole = erasing._take_away
    calls = []

    def breaks(batch: list[Annotation]) -> None:
        calls.append(len(batch))
        if len(calls) == 2:
            raise RuntimeError("the power went")
        whole(batch)

    monkeypatch.setattr(erasing, "_take_away", breaks)
    with pytest.raises(RuntimeError):
        erase(zora, keep=False, by=zora)
    assert unfinished() == [zora.pk]
    assert Annotation.objects.filter(body="").count() == 3
    tasks.tidy.call()
    assert unfinished() == []
    assert "Xylophonic" not in dump()
    assert not User.objects.filter(username="zephyrine").exists()


def test_repeating_it_is_harmless(scene: dict[str, Any], zora: User) -> None:
    pk = zora.pk
    close_account(zora, keep=False, by=zora)
    close_account(zora, keep=True, by=zora)  # what was chosen first holds
    finish_erasing(pk)
    finish_erasing(pk)
    assert found_in(dump()) == []
    assert ModerationEntry.objects.filter(subject=f"person {pk}").count() == 2


def test_an_account_that_nobody_closed_is_not_erased(scene: dict[str, Any], zora: User) -> None:
    finish_erasing(zora.pk)
    assert Annotation.objects.filter(author=zora).exists()


def test_batches_are_small(zora: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """One transaction holds the lock for a few annotations of one article and audience."""
    monkeypatch.setattr(erasing, "AT_ONCE", 4)
    first, second = factories.article(), factories.article()
    for article in (first, second, first, first, second, first, first):
        factories.annotation(article, zora, "Said.")
    factories.annotation(first, zora, "Among members.", audience="members")
    close_account(zora, keep=True, by=zora)
    sizes = []
    for batch in erasing._batches(zora):
        places = {(one.thread.article_id, one.thread.audience_id) for one in batch}
        assert len(places) == 1
        sizes.append(len(batch))
        erasing._let_go(batch)
    assert max(sizes) <= 4
    assert sum(sizes) == 8


def test_the_last_owner_cannot_go(scene: dict[str, Any]) -> None:
    boss = scene["boss"]
    inactive = User.objects.create_superuser("noise", password="x", is_active=False)
    with pytest.raises(Refused, match="last owner"):
        erase(boss, keep=True, by=boss)
    assert User.objects.get(pk=boss.pk).is_active
    inactive.is_active = True
    inactive.save()
    erase(boss, keep=True, by=boss)
    assert not User.objects.filter(username="boss").exists()


@pytest.mark.django_db(transaction=True, databases=["default", "work"])
def test_of_the_last_two_owners_who_leave_at_once_one_stays() -> None:
    owners = [User.objects.create_superuser(name, password="x") for name in ("boss", "second")]
    start = threading.Barrier(2)
    outcomes: list[str] = []

    def leave(person: User) -> None:
        try:
            start.wait(10)
            close_account(person, keep=True, by=person)
            outcomes.append("left")
        except Refused:
            outcomes.append("stayed")
        finally:
            connection.close()

    threads = [threading.Thread(target=leave, args=[one]) for one in owners]
    for one in threads:
        one.start()
    for one in threads:
        one.join(30)
    assert sorted(outcomes) == ["left", "stayed"]
    assert User.objects.filter(is_active=True).count() == 1


@pytest.mark.parametrize("visitor", ["author", "stranger", "moderator"])
def test_nobody_but_owners_erases_somebody_else(visitor: str, zora: User, request: Any) -> None:
    by = request.getfixturevalue(visitor)
    with pytest.raises(NotAllowed):
        erase(zora, keep=False, by=by)
    client = Client()
    client.force_login(by, "ncr.accounts.backends.MemberBackend")
    address = reverse("erase_person", args=[zora.pk])
    for answer in (client.get(address, follow=True), client.post(address, follow=True)):
        assert answer.status_code == 403
    assert User.objects.get(pk=zora.pk).is_active


def test_an_owner_erases_with_a_reason(scene: dict[str, Any], zora: User) -> None:
    client = Client()
    client.force_login(scene["boss"], "ncr.accounts.backends.MemberBackend")
    address = reverse("erase_person", args=[zora.pk])
    assert "has written 6 notes" in client.get(address).content.decode()
    for typed in ({"notes": "erase"}, {"reason": "x"}, {"notes": "nothing", "reason": "x"}):
        assert client.post(address, typed).status_code == 422
    client.post(address, {"notes": "erase", "reason": "The law wants it."})
    tasks.erase_closed.call(zora.pk)
    assert found_in(dump()) == []
    entry = ModerationEntry.objects.get(act="close-erase")
    assert (entry.by, entry.reason) == (scene["boss"].pk, "The law wants it.")
    assert client.get(address).status_code == 404
    assert client.get(reverse("erase_person", args=[scene["boss"].pk])).status_code == 200
    last = client.post(
        reverse("erase_person", args=[scene["boss"].pk]), {"notes": "keep", "reason": "x"}
    )
    assert last.status_code == 422
    assert "last owner" in last.content.decode()


def test_what_the_admin_wrote_down_about_them_is_emptied(scene: dict[str, Any], zora: User) -> None:
    client = Client()
    client.force_login(scene["boss"], "ncr.accounts.backends.MemberBackend")
    address = reverse("admin:accounts_user_change", args=[zora.pk])
    client.post(
        address,
        {
            "username": "zephyrine",
            "display_name": "Zora Zephyr",
            "email": "zz@example.org",
            "about": "",
            "is_active": "on",
        },
    )
    assert "Zora Zephyr" in str(list(apps.get_model("admin", "LogEntry").objects.values()))
    erase(zora, keep=False, by=zora)
    assert found_in(dump()) == []


# the page on which one does it


@pytest.fixture
def hers(zora: User) -> Client:
    client = Client()
    client.force_login(zora, "ncr.accounts.backends.MemberBackend")
    return client


def test_leaving_by_the_page(scene: dict[str, Any], hers: Client, zora: User) -> None:
    assert "You have written 6 notes" in hers.get("/accounts/delete/").content.decode()
    answer = hers.post("/accounts/delete/", {"notes": "erase", "proof": "pass-word-1"}, follow=True)
    assert "Your account is deleted" in answer.content.decode()
    tasks.erase_closed.call(zora.pk)
    assert found_in(dump()) == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"notes": "erase", "proof": "wrong-word"}, "not your password"),
        ({"notes": "erase", "proof": ""}, "required"),
        ({"proof": "pass-word-1"}, "required"),
        ({"notes": "all", "proof": "pass-word-1"}, "valid choice"),
        ({"notes": "erase", "proof": "x\0y"}, "Null characters"),
    ],
)
def test_what_is_not_clear_deletes_nothing(
    hers: Client, zora: User, typed: dict[str, str], words: str
) -> None:
    answer = hers.post("/accounts/delete/", typed)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert User.objects.get(pk=zora.pk).is_active


def test_guessing_the_password_there_is_slowed(hers: Client) -> None:
    typed = {"notes": "erase", "proof": "wrong-word"}
    statuses = [hers.post("/accounts/delete/", typed).status_code for _ in range(11)]
    assert statuses == [422] * 10 + [429]


def test_without_a_password_the_second_factor_is_asked_first(hers: Client, zora: User) -> None:
    zora.set_unusable_password()
    zora.save()
    hers.force_login(zora, "ncr.accounts.backends.MemberBackend")
    TOTP.activate(zora, "JBSWY3DPEHPK3PXP")
    for answer in (
        hers.get("/accounts/delete/"),
        hers.post("/accounts/delete/", {"notes": "erase", "proof": "zephyrine"}),
    ):
        assert answer.status_code == 302
        assert "reauthenticate" in answer["Location"]
    assert User.objects.get(pk=zora.pk).is_active


def test_the_last_owner_is_told_before(scene: dict[str, Any]) -> None:
    client = Client()
    client.force_login(scene["boss"], "ncr.accounts.backends.MemberBackend")
    page = client.get("/accounts/delete/").content.decode()
    assert "last owner of this site" in page
    assert 'name="proof"' not in page
