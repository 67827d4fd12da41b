"""Notices by mail, sent to a real server on this machine, and switching them off."""

from __future__ import annotations

import logging
import re
from email.message import EmailMessage
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core.management import call_command
from django.utils import timezone
from pytest_django import Settings

from annotations import annotating, mailing, moderating, queueing, reporting
from annotations.mailing import mail_notice
from annotations.messages import WIDTH, wrapped
from annotations.models import Annotation, ReviewItem
from articles.models import SiteRule
from ncr.accounts.models import Membership, MutedMail, Notice, ReadingGroup, User
from ncr.accounts.muting import mail_address, read_off_token
from ncr.accounts.noticing import mark_read, tell
from tests import factories
from tests.mail import Postbox, text_of

pytestmark = pytest.mark.django_db(databases=["default", "work"])

SWITCH = r"<http://localhost:8000/notices/off/(\S+)/>"
# What somebody may call themselves to get at a header or a terminal
NAMES = [
    "Eve\r\nBcc: all@example.org",
    "Eve\x1b[2J",
    'Eve" <eve@evil.example>, "x',
    "Ève ✉ \u202e",
    "e" * 80,
]


def answered(author: User, by: User, body: str = "Quixotic *answer*.", **given: Any) -> Annotation:
    article = given.pop("article", None) or factories.article(title="Transit by night")
    note = factories.annotation(article, author, "What I said.", **given)
    return annotating.reply(by=by, to=note, body=body)


def told_of(reply: Annotation) -> Notice:
    return Notice.objects.get(about=reply.uuid, kind="reply")


def letter_of(smtp: Postbox) -> EmailMessage:
    (letter,) = smtp.letters
    return letter


# What a mail says


def test_a_reply_comes_as_text_and_html_with_its_place(
    smtp: Postbox, author: User, replier: User
) -> None:
    notice = told_of(answered(author, replier))
    assert mail_notice.call(notice.pk) == "sent"
    letter = letter_of(smtp)
    assert letter["To"] == "ada@example.org"
    assert letter["Subject"] == "A reply to you in note 1: Transit by night"
    assert letter["From"].addresses[0].display_name == "Rita Replier (NCR)"
    assert letter["From"].addresses[0].addr_spec == "noreply@localhost"
    text, html = text_of(letter), text_of(letter, "html")
    assert "Rita Replier replied to you\nTransit by night, ¶ 2, note 1\n" in text
    assert "> train stops" in text
    assert "Quixotic *answer*." in text
    assert "<p>Quixotic <em>answer</em>.</p>" in html
    for part in (text, html):
        assert f"http://localhost:8000/notices/{notice.pk}/" in part
        assert "http://localhost:8000/accounts/notices/" in part
        assert "http://localhost:8000/notices/off/" in part
    notice.refresh_from_db()
    assert notice.mailed_at is not None
    assert notice.read_at is None


def test_headers_are_those_of_a_notice(smtp: Postbox, author: User, replier: User) -> None:
    first = answered(author, replier)
    second = annotating.reply(by=replier, to=first.parent, body="And one more.")
    for reply in (first, second):
        mail_notice.call(told_of(reply).pk)
    for letter in smtp.letters:
        assert letter["Auto-Submitted"] == "auto-generated"
        assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        off = re.fullmatch(SWITCH, letter["List-Unsubscribe"])
        assert off
        assert read_off_token(off[1]) == (author, "reply")
        assert letter["References"] == f"<thread-{first.thread.uuid}@localhost>"
        assert letter["In-Reply-To"] == letter["References"]
    ids = {letter["Message-ID"] for letter in smtp.letters}
    assert ids == {f"<notice-{told_of(reply).pk}@localhost>" for reply in (first, second)}
    assert len({letter["Subject"] for letter in smtp.letters}) == 1  # one conversation


def test_a_mail_follows_nobody(smtp: Postbox, author: User, replier: User) -> None:
    """No picture, nothing fetched from anywhere, and links to the site and to what was said."""
    body = "![a picture](https://evil.example/pixel.png) and [here](/articles/) and [that](#x)"
    mail_notice.call(told_of(answered(author, replier, body)).pk)
    html = text_of(letter_of(smtp), "html")
    for way in ("<img", "<script", "<link", "src=", "url(", "@import"):
        assert way not in html
    assert 'href="http://localhost:8000/articles/"' in html
    for address in re.findall(r'href="([^"]*)"', html):
        assert address.startswith(("http://localhost:8000/", "https://evil.example/pixel.png"))


def test_plain_text_is_wrapped_and_addresses_are_whole() -> None:
    address = "https://example.org/" + "a-long-way/" * 12
    text = f"{'some words ' * 20}\n\n    {'indented ' * 20}\n{'word ' * 14}{address} end"
    lines = wrapped(text).splitlines()
    assert any(address in line for line in lines)
    for line in lines:
        assert len(line) <= WIDTH or line.startswith(" ") or line == address
    assert wrapped("a\nb", "> ") == "> a\n> b"


@pytest.mark.parametrize("name", NAMES)
def test_no_name_gets_into_the_headers(
    name: str, smtp: Postbox, author: User, replier: User
) -> None:
    User.objects.filter(pk=replier.pk).update(display_name=name)
    article = factories.article(title="Title")
    type(article).objects.filter(pk=article.pk).update(title=f"T {name}")
    article.refresh_from_db()
    assert mail_notice.call(told_of(answered(author, replier, article=article)).pk) == "sent"
    letter = letter_of(smtp)
    assert letter["Bcc"] is None
    assert [one.addr_spec for one in letter["From"].addresses] == ["noreply@localhost"]
    assert letter["To"] == "ada@example.org"
    assert "\n" not in letter["Subject"]
    assert "\x1b" not in letter["Subject"] + letter["From"].addresses[0].display_name


def test_a_decision_comes_with_reason_rule_and_ones_words(
    smtp: Postbox, author: User, moderator: User
) -> None:
    note = factories.annotation(factories.article(title="Transit"), author, "Zephyrous.")
    rule = SiteRule.objects.create(number=33, title="Speak & listen")
    moderating.hide(note, by=moderator, reason="Because <so>.", rule=rule)
    mail_notice.call(Notice.objects.get().pk)
    letter = letter_of(smtp)
    text, html = text_of(letter), text_of(letter, "html")
    assert letter["Subject"] == "About note 1: Transit"
    assert letter["From"].addresses[0].display_name == "NCR"
    for words in ("Your note was hidden", "Zephyrous.", "A person decided this, not a program."):
        assert words in text
        assert words in html
    assert "Reason: Because <so>." in text
    assert "Reason: Because &lt;so&gt;." in html
    assert "Rule of this site: 33. Speak & listen\nhttp://localhost:8000/rules/#rule-33" in text
    assert moderator.username not in text + html


def test_what_came_of_a_report_and_an_invitation_are_mailed(
    smtp: Postbox, author: User, replier: User, moderator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReadingGroup, "get_absolute_url", lambda group: f"/groups/{group.slug}/")
    note = factories.annotation(factories.article(), replier, "Zephyrous.")
    reporting.report(note, by=author, reason="spam")
    moderating.dismiss(note, by=moderator)
    group = factories.group(replier, name="Tuesday\ncircle")
    tell(author, Notice.Kind.INVITED, at=timezone.now(), by=replier, group=group)
    for notice in Notice.objects.order_by("pk"):
        assert mail_notice.call(notice.pk) == "sent"
    report, invitation = smtp.letters
    assert "it breaks no rule" in text_of(report)
    assert "Zephyrous" not in text_of(report) + text_of(report, "html")
    assert invitation["Subject"] == "Rita Replier invites you to the reading group “Tuesday circle”"
    assert invitation["References"] is None


# The moment of sending


@pytest.mark.parametrize("how", ["hidden", "withdrawn", "removed", "left", "article"])
def test_what_is_gone_before_it_is_sent_is_not_sent(
    how: str, smtp: Postbox, author: User, replier: User, moderator: User
) -> None:
    group = factories.group(author, replier)
    reply = answered(author, replier, audience=group.audience)
    if how == "hidden":
        moderating.hide(reply, by=moderator, reason="why")
    elif how == "withdrawn":
        annotating.withdraw(reply, by=replier)
    elif how == "removed":
        Annotation.objects.filter(pk=reply.pk).update(moderation="removed")
    elif how == "left":
        Membership.objects.filter(person=author).delete()
    else:
        article = reply.thread.article
        article.audience = factories.group(replier).audience
        article.save(update_fields=["audience"])
    notice = told_of(reply)
    assert mail_notice.call(notice.pk) == "nothing to send"
    assert smtp.letters == []
    notice.refresh_from_db()
    assert notice.mailed_at is None


@pytest.mark.parametrize("how", ["inactive", "muted", "no address", "unconfirmed", "read", "gone"])
def test_who_is_not_to_be_written_to_is_not(
    how: str, smtp: Postbox, author: User, replier: User
) -> None:
    notice = told_of(answered(author, replier))
    if how == "inactive":
        User.objects.filter(pk=author.pk).update(is_active=False)
    elif how == "muted":
        MutedMail.objects.create(person=author, kind="reply")
    elif how == "no address":
        User.objects.filter(pk=author.pk).update(email="")
    elif how == "unconfirmed":
        EmailAddress.objects.create(user=author, email=author.email, verified=False, primary=True)
    elif how == "read":
        mark_read(author, notice.pk)
    else:
        notice.delete()
    assert mail_notice.call(notice.pk or 1) == "nothing to send"
    assert smtp.letters == []


def test_mail_goes_to_the_address_that_was_confirmed(author: User) -> None:
    def known(email: str, **given: Any) -> None:
        EmailAddress.objects.create(user=author, email=email, **given)

    assert mail_address(author) == "ada@example.org"
    known("new@example.org", verified=False, primary=True)
    assert mail_address(author) == ""
    known("old@example.org", verified=True)
    assert mail_address(author) == "old@example.org"
    EmailAddress.objects.filter(primary=True).update(verified=True)
    assert mail_address(author) == "new@example.org"


def test_muting_one_kind_leaves_the_others(
    smtp: Postbox, author: User, replier: User, moderator: User
) -> None:
    MutedMail.objects.create(person=author, kind="reply")
    reply = answered(author, replier)
    moderating.hide(reply.parent, by=moderator, reason="why")
    outcomes = [mail_notice.call(one.pk) for one in Notice.objects.order_by("pk")]
    assert outcomes == ["nothing to send", "sent"]


def test_a_task_that_runs_twice_sends_once(smtp: Postbox, author: User, replier: User) -> None:
    notice = told_of(answered(author, replier))
    assert [mail_notice.call(notice.pk) for _ in range(2)] == ["sent", "nothing to send"]
    assert len(smtp.letters) == 1


def test_what_was_mailed_by_others_is_not_mailed_again(
    smtp: Postbox, author: User, replier: User
) -> None:
    """An invitation that names an address is a mail of its own; its notice says so."""
    notice = told_of(answered(author, replier))
    Notice.objects.update(mailed_at=timezone.now())
    assert mail_notice.call(notice.pk) == "nothing to send"


# The verb, the queue and a server that does not answer


@pytest.mark.django_db(databases=["default", "work"], transaction=True)
def test_a_reply_is_mailed_after_its_commit(smtp: Postbox, author: User, replier: User) -> None:
    answered(author, replier)
    assert "Quixotic" in text_of(letter_of(smtp))


@pytest.mark.django_db(databases=["default", "work"], transaction=True)
def test_the_worker_mails_what_is_queued(
    smtp: Postbox, author: User, replier: User, queue: Any
) -> None:
    notice = told_of(answered(author, replier))
    assert smtp.letters == []
    (row,) = [row for row in queue() if row.task_path == "annotations.mailing.mail_notice"]
    assert row.args_kwargs["args"] == [notice.pk]
    call_command("db_worker", batch=True, verbosity=0, interval=0.01, startup_delay=False)
    assert len(smtp.letters) == 1


@pytest.mark.django_db(databases=["default", "work"], transaction=True)
def test_a_decision_is_mailed_when_it_can_no_longer_be_undone(
    smtp: Postbox, author: User, stranger: User, moderator: User, queue: Any
) -> None:
    note = factories.annotation(factories.article(), author, "What I said.")
    reporting.report(note, by=stranger, reason="spam")
    before = timezone.now()
    moderating.hide(note, by=moderator, reason="It sells things.")
    (row,) = [row for row in queue() if row.args_kwargs["args"] == [Notice.objects.last().pk]]
    assert row.run_after >= before + queueing.UNDO
    moderating.undo(ReviewItem.objects.get(), by=moderator)
    type(row).objects.update(run_after=before)
    call_command("db_worker", batch=True, verbosity=0, interval=0.01, startup_delay=False)
    assert smtp.letters == []


@pytest.mark.django_db(databases=["default", "work"], transaction=True)
@pytest.mark.parametrize("trouble", ["dead server", "dead queue"])
def test_no_trouble_with_mail_breaks_the_verb(
    trouble: str, settings: Settings, author: User, replier: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    if trouble == "dead queue":
        monkeypatch.setattr(mailing, "mail_notice", None)
    reply = answered(author, replier)
    assert Annotation.objects.filter(pk=reply.pk).exists()
    assert told_of(reply).mailed_at is None


def test_a_busy_server_is_tried_again_with_growing_pauses_and_given_up(
    smtp: Postbox, author: User, replier: User, queue: Any, caplog: pytest.LogCaptureFixture
) -> None:
    notice = told_of(answered(author, replier))
    smtp.answer = "451 busy"
    begin = timezone.now()
    outcomes, pauses, failed = [], [], 0
    while True:
        outcomes.append(mail_notice.call(notice.pk, failed))
        rows = queue()
        if not rows:
            break
        (row,) = rows
        pauses.append((row.run_after - begin).total_seconds())
        _pk, failed = row.args_kwargs["args"]
        row.delete()
        notice.refresh_from_db()
        assert notice.mailed_at is None
    assert outcomes == ["again"] * 5 + ["given up"]
    assert smtp.tries == 6
    for pause, minutes in zip(pauses, (1, 5, 30, 120, 480), strict=True):
        assert minutes * 60 <= pause < minutes * 60 + 60
    last = caplog.records[-1]
    assert last.levelno == logging.ERROR
    assert f"mail of notice {notice.pk}: given up after 6 tries" in last.getMessage()
    assert "Quixotic" not in caplog.text


def test_a_later_try_asks_the_gate_again(
    smtp: Postbox, author: User, replier: User, queue: Any
) -> None:
    reply = answered(author, replier)
    smtp.answer = "451 busy"
    assert mail_notice.call(told_of(reply).pk) == "again"
    annotating.withdraw(reply, by=replier)
    smtp.answer = ""
    assert mail_notice.call(*queue()[0].args_kwargs["args"]) == "nothing to send"
    assert smtp.letters == []


def test_a_server_that_comes_back_gets_it(
    smtp: Postbox, author: User, replier: User, queue: Any
) -> None:
    smtp.answer = "421 going down"
    notice = told_of(answered(author, replier))
    assert mail_notice.call(notice.pk) == "again"
    smtp.answer = ""
    assert mail_notice.call(*queue()[0].args_kwargs["args"]) == "sent"
    assert len(smtp.letters) == 1


@pytest.mark.parametrize(
    ("refused", "answer", "outcome"),
    [
        ("550 no such person", "", "given up"),
        ("450 try later", "", "again"),
        ("", "554 we take no such mail", "given up"),
        ("", "452 full", "again"),
    ],
)
def test_what_is_refused_for_good_is_not_tried_again(
    refused: str, answer: str, outcome: str, smtp: Postbox, author: User, replier: User, queue: Any
) -> None:
    smtp.refused, smtp.answer = refused, answer
    assert mail_notice.call(told_of(answered(author, replier)).pk) == outcome
    assert len(queue()) == (outcome == "again")


@pytest.mark.parametrize("address", ["@", "a@b\nc@d", "ada@example.org, eve@evil.example"])
def test_an_address_that_is_none_ends_it(
    address: str, smtp: Postbox, author: User, replier: User, queue: Any
) -> None:
    User.objects.filter(pk=author.pk).update(email=address)
    assert mail_notice.call(told_of(answered(author, replier)).pk) == "given up"
    assert (smtp.letters, queue()) == ([], [])


def test_a_fault_of_our_own_gives_the_claim_back(
    smtp: Postbox, author: User, replier: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: Any) -> None:
        raise RuntimeError("no template")

    notice = told_of(answered(author, replier))
    monkeypatch.setattr(mailing, "message_about", broken)
    with pytest.raises(RuntimeError):
        mail_notice.call(notice.pk)
    notice.refresh_from_db()
    assert notice.mailed_at is None
