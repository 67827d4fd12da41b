"""Notices by mail: when one is sent, when several wait for each other, when it is tried again.

A task mails each notice after the commit that made it. Everything is asked at the moment it is
sent: whether the person still has an account, wants this kind, has an address, has read the
notice already, and what the gate shows of it.

A mail is claimed (`mailed_at` is set) before it goes to the server, so that a task that runs twice
sends once. Should the process be killed in the seconds between, the mail is not sent; the notice
stays in the inbox.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db.models import QuerySet
from django.utils import timezone, translation
from django_tasks import task

from annotations.messages import message_about
from annotations.queueing import UNDO
from ncr.accounts.models import Notice, User, is_member
from ncr.accounts.muting import mail_address, wants_mail

logger = logging.getLogger("ncr.mail")

MOST_AN_HOUR = 5  # unread mails of one kind; what comes then is gathered into one
UNDOABLE = (Notice.Kind.MODERATED, Notice.Kind.REPORTED)
HOUR = timedelta(hours=1)
WAITS_AT_MOST = timedelta(days=1)  # what is older is in the inbox and is no news
# Until the next try, when the mail server did not take it
PAUSES = [timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 480)]
# What came of a task
SENT, NOTHING, HELD, AGAIN, GIVEN_UP = "sent", "nothing to send", "held", "again", "given up"


def mail_later(notice: Notice, **kwargs: Any) -> None:
    """Queues the mail of a notice to who has an address; what listens to `person_told`.

    A decision is mailed when it can no longer be undone, where the queue knows of later.
    """
    if not notice.person.email:
        return
    mail: Any = mail_notice
    if notice.kind in UNDOABLE and mail.get_backend().supports_defer:
        mail = mail.using(run_after=timezone.now() + UNDO)
    mail.enqueue(notice.pk)


@task()  # type: ignore[untyped-decorator]
def mail_notice(pk: int, failed: int = 0) -> str:
    """Mails one notice, unless too many mails of its kind lie unread; says what came of it."""
    one = Notice.objects.filter(pk=pk, mailed_at=None, read_at=None).select_related("person")
    notice = one.first()
    if notice is None:
        return NOTHING
    if _is_crowded(notice):
        _gather_in_an_hour(notice)
        return HELD
    again = partial(_enqueue_after, mail_notice, pk)
    return _mail(Notice.objects.filter(pk=pk), notice.person, notice.kind, failed, again)


@task()  # type: ignore[untyped-decorator]
def mail_gathered(person: int, kind: str, failed: int = 0) -> str:
    """Mails all notices of a kind that wait for a person, in one mail."""
    cache.delete(_key(person, kind))  # first: what is held from now on needs a mail of its own
    found = User.objects.filter(pk=person).first()
    if found is None:
        return NOTHING
    since = timezone.now() - WAITS_AT_MOST
    waiting = Notice.objects.filter(person=found, kind=kind, created_at__gt=since)
    again = partial(_enqueue_after, mail_gathered, person, kind)
    return _mail(waiting, found, kind, failed, again)


def _is_crowded(notice: Notice) -> bool:
    since = timezone.now() - HOUR
    unread = Notice.objects.filter(person_id=notice.person_id, kind=notice.kind, read_at=None)
    return unread.filter(mailed_at__gt=since).count() >= MOST_AN_HOUR


def _gather_in_an_hour(notice: Notice) -> None:
    """Queues the gathering, once for all that are held until then."""
    key = _key(notice.person_id, notice.kind)
    if cache.add(key, 1, int(HOUR.total_seconds())):
        mail_gathered.using(run_after=timezone.now() + HOUR).enqueue(notice.person_id, notice.kind)


def _key(person: int, kind: str) -> str:
    return f"gathering:{person}:{kind}"


def _mail(
    waiting: QuerySet[Notice],
    person: User,
    kind: str,
    failed: int,
    again: Callable[[int], None],
) -> str:
    """Claims, writes and sends; whatever comes between gives the claim back."""
    at = timezone.now()
    if not waiting.filter(mailed_at=None, read_at=None).update(mailed_at=at):
        return NOTHING
    claimed = Notice.objects.filter(person=person, kind=kind, mailed_at=at)
    outcome = NOTHING
    try:
        outcome = _send(claimed, person, kind)
    except (SMTPException, OSError, ValueError) as error:
        outcome = _try_again(error, claimed, failed, again)
    finally:
        if outcome != SENT:
            claimed.update(mailed_at=None)
    return outcome


def _send(claimed: QuerySet[Notice], person: User, kind: str) -> str:
    to = mail_address(person) if is_member(person) and wants_mail(person, kind) else ""
    if not to:
        return NOTHING
    listed = list(claimed.select_related("by", "group").order_by("pk"))
    # People have no language of their own yet: the site's is theirs
    with translation.override(settings.LANGUAGE_CODE):
        message = message_about(listed, person, to)
    if message is None:
        return NOTHING
    message.send()
    return SENT


def _try_again(
    error: Exception, claimed: QuerySet[Notice], failed: int, again: Callable[[int], None]
) -> str:
    numbers = ", ".join(str(pk) for pk in claimed.values_list("pk", flat=True))
    if failed < len(PAUSES) and not is_final(error):
        logger.warning("mail of notice %s: not taken, tried again later: %s", numbers, error)
        again(failed)
        return AGAIN
    logger.error("mail of notice %s: given up after %d tries: %s", numbers, failed + 1, error)
    return GIVEN_UP


def is_final(error: Exception) -> bool:
    """Whether another try can do nothing: the address or the mail itself is refused for good.

    Codes from 500 on are permanent (RFC 5321, 4.2.1); of the server's answers only those about
    the recipient and the message, since sign-in and sender are settings that can be mended.
    """
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _said in error.recipients.values())
    if isinstance(error, SMTPDataError):
        return error.smtp_code >= 500
    return isinstance(error, ValueError)  # an address that no mail can be sent to


def _enqueue_after(doing: Any, *args: Any) -> None:
    *rest, failed = args
    doing.using(run_after=timezone.now() + PAUSES[failed]).enqueue(*rest, failed + 1)
