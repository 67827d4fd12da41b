"""Mail to moderators, sent to a real server on this machine: what waits, and to whom."""

from __future__ import annotations

import logging

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from annotations import moderating, queueing, reporting, roles
from annotations.models import ReviewItem, ScopedRole
from annotations.queue_mail import mail_digests, mail_waiting
from articles.models import Article
from ncr.accounts.models import MutedMail, User
from ncr.accounts.muting import mute, read_off_token
from tests import factories
from tests.mail import Postbox, text_of

pytestmark = pytest.mark.django_db(databases=["default", "work"])


@pytest.fixture(autouse=True)
def _a_new_day() -> None:
    cache.delete("mail_digests")


@pytest.fixture
def article() -> Article:
    return factories.article(title="Transit by night")


@pytest.fixture
def judge(db: None) -> User:
    return addressed(factories.moderator("judge"))


def addressed(person: User) -> User:
    User.objects.filter(pk=person.pk).update(email=f"{person.username}@example.org")
    return User.objects.get(pk=person.pk)


def reported(article: Article, author: User, words: str, reason: str = "spam") -> ReviewItem:
    note = factories.annotation(article, author, words)
    text = "It is mine." if reason == "other" else ""
    reporting.report(note, by=factories.person(), reason=reason, text=text)
    return ReviewItem.objects.get(annotation=note)


def recipients(smtp: Postbox) -> list[str]:
    return sorted(letter["To"] for letter in smtp.letters)


def test_the_digest_has_what_was_said_why_it_waits_and_where_to_decide(
    smtp: Postbox, article: Article, author: User, judge: User
) -> None:
    sold = reported(article, author, "Cheap <tickets>.")
    copied = reported(article, author, "My own words.", "other")
    assert mail_digests() == 1
    (letter,) = smtp.letters
    assert letter["To"] == judge.email
    assert letter["Subject"] == "2 things wait for a moderator"
    text = text_of(letter)
    for words in ("Spam: Transit by night, note 1", "> Cheap <tickets>.", "Something else: It is"):
        assert words in text
    for item in (sold, copied):
        assert f"/admin/annotations/reviewitem/{item.pk}/change/" in text
    html = text_of(letter, "html")
    assert "Cheap &lt;tickets&gt;." in html
    assert "<tickets>" not in html


def test_the_digest_comes_once_a_day_and_not_when_nothing_waits(
    smtp: Postbox, article: Article, author: User, judge: User
) -> None:
    assert mail_digests() == 0
    cache.delete("mail_digests")
    item = reported(article, author, "Cheap tickets.")
    assert (mail_digests(), mail_digests()) == (1, 0)
    assert len(smtp.letters) == 1
    assert item.annotation
    moderating.dismiss(item.annotation, by=judge)
    cache.delete("mail_digests")
    assert mail_digests() == 0


def test_each_is_mailed_what_they_moderate_and_nothing_of_their_own(
    smtp: Postbox, article: Article, author: User, judge: User
) -> None:
    owner = User.objects.create_superuser("owner")
    overseer, elsewhere = (addressed(factories.person(name)) for name in ("overseer", "elsewhere"))
    roles.grant(overseer, ScopedRole.Role.MODERATOR, by=owner, article=article)
    roles.grant(elsewhere, ScopedRole.Role.MODERATOR, by=owner, article=factories.article())
    addressed(author)
    reported(article, author, "Cheap tickets.")
    reported(factories.article(), judge, "Said by a moderator.")
    assert mail_digests() == 2
    assert recipients(smtp) == ["judge@example.org", "overseer@example.org"]
    assert not any("Said by a moderator." in text for text in smtp.texts())


@pytest.mark.parametrize(
    ("reason", "letters"),
    [
        ("illegal", ["judge@example.org"]),
        ("personal-data", []),
        ("abuse", []),
        ("spam", []),
        ("other", []),
        ("off-topic", []),
    ],
)
def test_what_is_reported_as_illegal_is_mailed_at_once(
    reason: str,
    letters: list[str],
    smtp: Postbox,
    article: Article,
    author: User,
    judge: User,
    django_capture_on_commit_callbacks: object,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        reported(article, author, "How to get across unseen.", reason)
    assert recipients(smtp) == letters
    if letters:
        (letter,) = smtp.letters
        assert letter["Subject"] == "Reported, Illegal: Transit by night, note 1"
        assert "How to get across unseen." in text_of(letter)


def test_what_was_removed_is_named_without_its_words(
    smtp: Postbox, article: Article, author: User, judge: User
) -> None:
    note = factories.annotation(article, author, "Sealed words.")
    moderating.remove(note, by=factories.moderator("second"), reason="why")
    queueing.bring(note, cause=ReviewItem.Cause.APPEAL, at=timezone.now())
    reported(article, author, "Cheap tickets.")
    assert mail_waiting.call(judge.pk)
    (letter,) = smtp.letters
    for kind in ("plain", "html"):
        text = text_of(letter, kind)
        assert "Sealed words." not in text
        assert "Appeal" in text
        assert "Cheap tickets." in text


def test_what_was_decided_meanwhile_is_not_mailed(
    smtp: Postbox, article: Article, author: User, judge: User
) -> None:
    item = reported(article, author, "Cheap tickets.", "illegal")
    assert item.annotation
    moderating.hide(item.annotation, by=judge, reason="why")
    assert mail_waiting.call(judge.pk, item.pk) is False
    assert not smtp.letters


def test_the_mail_is_switched_off_by_one_click_without_signing_in(
    smtp: Postbox, article: Article, author: User, judge: User
) -> None:
    reported(article, author, "Cheap tickets.")
    mail_waiting.call(judge.pk)
    (letter,) = smtp.letters
    address = letter["List-Unsubscribe"].strip("<>")
    assert read_off_token(address.rstrip("/").rpartition("/")[2])
    path = "/" + address.split("/", 3)[3]
    Client().post(path, {"List-Unsubscribe": "One-Click"})
    assert MutedMail.objects.get().person == judge
    assert mail_waiting.call(judge.pk) is False
    assert len(smtp.letters) == 1


def test_it_is_offered_to_those_who_may_moderate_only(judge: User, stranger: User) -> None:
    for person, offered in ((judge, True), (stranger, False)):
        client = Client()
        client.force_login(person, "ncr.accounts.backends.MemberBackend")
        page = client.get("/accounts/notices/").content.decode()
        assert ("What waits for a moderator" in page) is offered
        client.post("/accounts/notices/", {"kinds": ["reply"]})
    assert not MutedMail.objects.filter(person=stranger, kind="waiting").exists()
    assert MutedMail.objects.filter(person=judge, kind="waiting").exists()


def test_what_the_server_did_not_take_is_tried_again(
    smtp: Postbox,
    article: Article,
    author: User,
    judge: User,
    caplog: pytest.LogCaptureFixture,
) -> None:
    reported(article, author, "Cheap tickets.")
    smtp.answer = "550 no such thing"
    with caplog.at_level(logging.ERROR, "ncr.mail"):
        mail_waiting.call(judge.pk)
    assert "given up after 1 tries" in caplog.text
    mute(judge, "waiting")
    assert mail_waiting.call(judge.pk) is False
