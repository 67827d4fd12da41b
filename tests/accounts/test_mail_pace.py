"""Many notices at once: what comes after some unread mails is gathered into one."""

from __future__ import annotations

from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import timezone

from annotations import annotating, moderating
from annotations.mailing import mail_gathered, mail_notice
from annotations.models import Annotation
from ncr.accounts.models import Notice, User
from ncr.accounts.noticing import mark_read
from tests import factories
from tests.mail import Postbox, text_of

pytestmark = pytest.mark.django_db(databases=["default", "work"])


def answered(author: User, by: User, body: str = "Quixotic *answer*.", **given: Any) -> Annotation:
    article = given.pop("article", None) or factories.article(title="Transit by night")
    note = factories.annotation(article, author, "What I said.", **given)
    return annotating.reply(by=by, to=note, body=body)


def told_of(reply: Annotation) -> Notice:
    return Notice.objects.get(about=reply.uuid, kind="reply")


def letter_of(smtp: Postbox) -> EmailMessage:
    (letter,) = smtp.letters
    return letter


def many(author: User, by: User, count: int) -> list[Notice]:
    note = factories.annotation(factories.article(), author)
    made = [annotating.reply(by=by, to=note, body=f"Answer {n} of many.") for n in range(count)]
    return [told_of(reply) for reply in made]


def test_what_comes_after_five_unread_mails_in_an_hour_is_gathered(
    smtp: Postbox, author: User, replier: User, queue: Any
) -> None:
    notices = many(author, replier, 8)
    outcomes = [mail_notice.call(one.pk) for one in notices]
    assert outcomes == ["sent"] * 5 + ["held"] * 3
    (row,) = queue()
    hour = (row.run_after - timezone.now()).total_seconds()
    assert 3540 < hour <= 3600
    assert row.args_kwargs["args"] == [author.pk, "reply"]
    assert mail_gathered.call(*row.args_kwargs["args"]) == "sent"
    gathered = smtp.letters[5]
    assert gathered["Subject"] == "3 replies to you"
    assert gathered["From"].addresses[0].display_name == "NCR"
    text = text_of(gathered)
    assert [n for n in range(8) if f"Answer {n} of many." in text] == [5, 6, 7]
    assert not Notice.objects.filter(mailed_at=None).exists()
    assert mail_gathered.call(author.pk, "reply") == "nothing to send"


def test_what_comes_after_the_gathering_is_gathered_anew(
    smtp: Postbox, author: User, replier: User, queue: Any
) -> None:
    for one in many(author, replier, 6):
        mail_notice.call(one.pk)
    queue()[0].delete()
    mail_gathered.call(author.pk, "reply")
    (later,) = many(author, replier, 1)
    assert mail_notice.call(later.pk) == "held"
    assert len(queue()) == 1


def test_gathering_leaves_out_what_is_gone_or_read(
    smtp: Postbox, author: User, replier: User, moderator: User, queue: Any
) -> None:
    notices = many(author, replier, 8)
    for one in notices:
        mail_notice.call(one.pk)
    mark_read(author, notices[5].pk)
    hidden = Annotation.objects.get(uuid=notices[6].about)
    moderating.hide(hidden, by=moderator, reason="why")
    mail_gathered.call(author.pk, "reply")
    text = text_of(smtp.letters[5])
    assert [n for n in range(8) if f"Answer {n} of many." in text] == [7]
    assert smtp.letters[5]["Subject"].startswith("A reply to you in note 1")


def test_a_large_gathering_tells_twenty_and_counts_the_rest(
    smtp: Postbox, author: User, replier: User, queue: Any
) -> None:
    many(author, replier, 25)
    assert mail_gathered.call(author.pk, "reply") == "sent"
    text = text_of(letter_of(smtp))
    assert letter_of(smtp)["Subject"] == "25 replies to you"
    assert text.count("of many.") == 20
    assert "And 5 more in your inbox:" in text
    assert not Notice.objects.filter(mailed_at=None).exists()


def test_a_gathering_that_fails_is_tried_again_whole(
    smtp: Postbox, author: User, replier: User, queue: Any
) -> None:
    many(author, replier, 3)
    smtp.answer = "451 busy"
    assert mail_gathered.call(author.pk, "reply") == "again"
    smtp.answer = ""
    (row,) = queue()
    assert row.args_kwargs["args"] == [author.pk, "reply", 1]
    assert mail_gathered.call(*row.args_kwargs["args"]) == "sent"
    assert letter_of(smtp)["Subject"] == "3 replies to you"


def test_who_reads_gets_each_mail(smtp: Postbox, author: User, replier: User, queue: Any) -> None:
    for one in many(author, replier, 8):
        assert mail_notice.call(one.pk) == "sent"
        mark_read(author, one.pk)
    assert queue() == []


def test_mails_of_an_hour_ago_other_kinds_and_other_people_do_not_count(
    smtp: Postbox, author: User, replier: User, moderator: User, queue: Any
) -> None:
    for one in many(author, replier, 5):
        mail_notice.call(one.pk)
    others = many(replier, author, 1)
    assert mail_notice.call(others[0].pk) == "sent"
    moderating.hide(Annotation.objects.filter(author=author).first(), by=moderator, reason="why")
    assert mail_notice.call(Notice.objects.get(kind="moderated").pk) == "sent"
    hour_ago = timezone.now() - timedelta(minutes=61)
    Notice.objects.filter(person=author, kind="reply").update(mailed_at=hour_ago)
    note = factories.annotation(factories.article(), author)
    later = told_of(annotating.reply(by=replier, to=note, body="Later."))
    assert mail_notice.call(later.pk) == "sent"


def test_yesterdays_notices_are_no_news(smtp: Postbox, author: User, replier: User) -> None:
    many(author, replier, 2)
    Notice.objects.update(created_at=timezone.now() - timedelta(hours=25))
    assert mail_gathered.call(author.pk, "reply") == "nothing to send"
    assert mail_gathered.call(10**6, "reply") == "nothing to send"


def test_a_lost_cache_costs_no_mail(smtp: Postbox, author: User, replier: User, queue: Any) -> None:
    for one in many(author, replier, 7):
        mail_notice.call(one.pk)
        cache.clear()
    assert len(queue()) == 2
    outcomes = [mail_gathered.call(*row.args_kwargs["args"]) for row in queue()]
    assert outcomes == ["sent", "nothing to send"]
