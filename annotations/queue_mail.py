"""Mail to moderators: each day what waits for them, and at once what was reported as illegal.

Everything is asked at the moment it is sent: whether they still moderate it, want this mail and
have an address, and whether it still waits.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.mail import EmailMultiAlternatives
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks import task

from annotations.mailing import PAUSES, is_final
from annotations.messages import on_one_line, wrapped
from annotations.models import Report, ReviewItem
from annotations.queueing import is_sealed, items_for, shown_of
from ncr.accounts.models import Notice, User, is_member
from ncr.accounts.muting import mail_address, off_token, wants_mail
from ncr.labels import label_of

logger = logging.getLogger("ncr.mail")

KIND = Notice.Kind.WAITING
NEARLY_A_DAY = 23 * 60 * 60  # seconds
MOST_TOLD = 10  # items that are told in a mail; the rest is counted
MOST_COUNTED = 500
WORDS = 600  # characters of what somebody wrote


@dataclass(frozen=True, slots=True)
class Waiting:
    """One item of the queue in a mail."""

    item: ReviewItem
    reports: list[str]

    @property
    def cause(self) -> str:
        return label_of(ReviewItem.Cause, self.item.cause)

    @property
    def address(self) -> str:
        return settings.SITE_URL + reverse(
            "admin:annotations_reviewitem_change", args=[self.item.pk]
        )

    @property
    def words(self) -> str:
        item = self.item
        subject = item.person or item.topic
        if subject is not None:
            return Truncator(shown_of(subject)).chars(WORDS)
        if item.annotation is None or is_sealed(item):
            return ""
        return Truncator(item.annotation.body).chars(WORDS)

    @property
    def words_text(self) -> str:
        return wrapped(self.words, "> ")

    @property
    def place(self) -> str:
        """Article and note, or whom it is about, on one line."""
        said = self.item.annotation
        if said is None:
            return on_one_line(str(self.item.person or self.item.topic or self.item.article or ""))
        note = _("note %(label)s") % {"label": said.thread.label}
        return on_one_line(f"{said.thread.article.title}, {note}")


def mail_digests() -> int:
    """Queues the daily mail to each moderator for whom something waits; says to how many.

    Once a day, also where what is done daily is begun more often, as by each start of a worker.
    """
    if not cache.add("mail_digests", 1, NEARLY_A_DAY):
        return 0
    people = [one for one in _moderators() if _waiting_for(one).exists()]
    for one in people:
        mail_waiting.enqueue(one.pk)
    return len(people)


@task()  # type: ignore[untyped-decorator]
def mail_urgent(item: int) -> int:
    """Queues a mail about one item to each who may decide it; says to how many."""
    concerned = [one for one in _moderators() if _waiting_for(one).filter(pk=item).exists()]
    for one in concerned:
        mail_waiting.enqueue(one.pk, item)
    return len(concerned)


@task()  # type: ignore[untyped-decorator]
def mail_waiting(person: int, item: int | None = None, failed: int = 0) -> bool:
    """Mails one moderator what waits, or one item of it; whether there was a mail to send."""
    found = User.objects.filter(pk=person).first()
    to = mail_address(found) if found and is_member(found) and wants_mail(found, KIND) else ""
    if found is None or not to:
        return False
    waiting = _waiting_for(found)
    if item is not None:
        waiting = waiting.filter(pk=item)
    with translation.override(settings.LANGUAGE_CODE):
        message = message_about(list(waiting[:MOST_COUNTED]), found, to, urgent=item is not None)
    if message is None:
        return False
    try:
        message.send()
    except (SMTPException, OSError, ValueError) as error:
        _try_again(error, person, item, failed)
    return True


def message_about(
    items: Sequence[ReviewItem], person: User, to: str, *, urgent: bool
) -> EmailMultiAlternatives | None:
    """One mail about items of the queue; None where none waits any more."""
    if not items:
        return None
    off = settings.SITE_URL + reverse("notices_off", args=[off_token(person, KIND)])
    told = _told(items[:MOST_TOLD])
    context: dict[str, Any] = {
        "told": told,
        "subject": _subject(told, len(items), urgent),
        "more": len(items) - len(told),
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "queue": settings.SITE_URL + reverse("admin:annotations_reviewitem_changelist"),
        "choices": settings.SITE_URL + reverse("notice_choices"),
        "off": off,
        "kind": KIND.label,
    }
    message = EmailMultiAlternatives(
        context["subject"],
        render_to_string("email/waiting.txt", context).strip() + "\n",
        settings.DEFAULT_FROM_EMAIL,
        [to],
        headers={
            "Auto-Submitted": "auto-generated",
            "List-Unsubscribe": f"<{off}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
    message.attach_alternative(render_to_string("email/waiting.html", context), "text/html")
    return message


def _moderators() -> list[User]:
    """Who may moderate something; whether they do is asked for each."""
    return list(User.objects.filter(is_active=True, is_staff=True).exclude(email=""))


def _waiting_for(person: User) -> Any:
    """What waits for a moderator and is not their own."""
    waiting = items_for(person).filter(closed_at=None).exclude(author=person)
    return waiting.select_related(
        "annotation__thread__article", "person", "topic", "article"
    ).order_by("-rank", "-pk")


def _told(items: Sequence[ReviewItem]) -> list[Waiting]:
    waiting = Report.objects.filter(decided_at=None).filter(
        Q(annotation__in=[one.annotation_id for one in items if one.annotation_id])
        | Q(person__in=[one.person_id for one in items if one.person_id])
        | Q(topic__in=[one.topic_id for one in items if one.topic_id])
    )
    given: dict[tuple[int | None, ...], list[str]] = {}
    for one in waiting.order_by("pk"):
        label = label_of(Report.Reason, one.reason)
        line = on_one_line(f"{label}: {one.text}" if one.text else label)
        given.setdefault(_subject_ids(one), []).append(line)
    return [Waiting(one, given.get(_subject_ids(one), [])) for one in items]


def _subject_ids(one: ReviewItem | Report) -> tuple[int | None, ...]:
    return one.annotation_id, one.person_id, one.topic_id


def _subject(told: Sequence[Waiting], count: int, urgent: bool) -> str:
    if urgent:
        words = {"cause": told[0].cause, "place": told[0].place}
        return Truncator(_("Reported, %(cause)s: %(place)s") % words).chars(120)
    return ngettext(
        "%(count)d thing waits for a moderator", "%(count)d things wait for a moderator", count
    ) % {"count": count}


def _try_again(error: Exception, person: int, item: int | None, failed: int) -> None:
    if failed < len(PAUSES) and not is_final(error):
        logger.warning("mail to moderator %d: not taken, tried again later: %s", person, error)
        later = mail_waiting.using(run_after=timezone.now() + PAUSES[failed])
        later.enqueue(person, item, failed + 1)
    else:
        logger.error("mail to moderator %d: given up after %d tries: %s", person, failed + 1, error)
