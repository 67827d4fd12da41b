"""What a mail about notices says: headers, text and HTML, from what the gate shows right now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import parseaddr
from textwrap import fill

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from annotations.reading.noticed import SAYING, Noticed, noticed
from articles.sanitising import SanitisedHtml, trusted_from_storage, with_whole_addresses
from ncr.accounts.models import Notice, User
from ncr.accounts.muting import off_token
from ncr.mail import quoted

WIDTH = 72
MOST_TOLD = 20  # in one mail; the rest is counted
SUBJECT = 120


@dataclass(frozen=True, slots=True)
class Told:
    """One notice in a mail."""

    one: Noticed
    address: str

    @property
    def html(self) -> SanitisedHtml | str:
        """What was said, its links leading from a mail to where they lead on the page."""
        if self.one.said is None:
            return ""
        base = settings.SITE_URL + self.one.said.get_absolute_url()
        return with_whole_addresses(trusted_from_storage(self.one.said.body_html), base)

    @property
    def text(self) -> str:
        return wrapped(self.one.said.body) if self.one.said else ""

    @property
    def quote(self) -> str:
        """The passage, at a length that a mail can carry."""
        return Truncator(self.one.passage.quote).chars(400) if self.one.passage else ""

    @property
    def quote_text(self) -> str:
        return wrapped(self.quote, "> ")

    @property
    def sentence_text(self) -> str:
        return wrapped(on_one_line(self.one.sentence))

    @property
    def place_text(self) -> str:
        """Article, paragraph and note, on one line."""
        article, thread = self.one.article, self.one.thread
        if article is None or thread is None:
            return ""
        paragraph = [f"¶ {self.one.number}"] if self.one.number else []
        note = _("note %(label)s") % {"label": thread.label}
        return wrapped(on_one_line(", ".join([article.title, *paragraph, note])))

    @property
    def reason_text(self) -> str:
        return wrapped(_("Reason: %(reason)s") % {"reason": self.one.reason})


def message_about(
    notices: Sequence[Notice], person: User, to: str
) -> EmailMultiAlternatives | None:
    """One mail about notices of one kind; None where nothing of them is to be told any more."""
    news = [one for one in noticed(notices, person) if one.is_news]
    if not news:
        return None
    told = [Told(one, _absolute("notice", one.notice.pk)) for one in news[:MOST_TOLD]]
    kind = Notice.Kind(news[0].notice.kind)
    subject, off = _subject(news), _absolute("notices_off", off_token(person, kind))
    context = {
        "told": told,
        "more": len(news) - len(told),
        "subject": subject,
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "inbox": _absolute("notices"),
        "choices": _absolute("notice_choices"),
        "off": off,
        "kind": kind.label,
    }
    message = EmailMultiAlternatives(
        subject,
        render_to_string("email/notices.txt", context).strip() + "\n",
        _sender(news),
        [to],
        headers=_headers(news, off),
    )
    message.attach_alternative(render_to_string("email/notices.html", context), "text/html")
    return message


def wrapped(text: str, prefix: str = "") -> str:
    """Plain text, wrapped at the width of a mail; addresses and indented lines stay whole."""
    lines = text.splitlines()
    return "\n".join(
        f"{prefix}{line}"
        if len(line) <= WIDTH or line[:1].isspace() or line.startswith("|")
        else fill(
            line,
            WIDTH,
            initial_indent=prefix,
            subsequent_indent=prefix,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in lines
    )


def on_one_line(text: str) -> str:
    """Text that a header can carry: no line ends, nothing that does not print."""
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())


def _absolute(name: str, *args: object) -> str:
    return settings.SITE_URL + reverse(name, args=args)


def _subject(news: Sequence[Noticed]) -> str:
    """The same for all mails of a thread and kind, so that mail programs put them together."""
    if len(news) > 1:
        said = _count(news)
    else:
        one = news[0]
        said = _about(one) if one.article and one.thread else one.sentence
    return Truncator(on_one_line(said)).chars(SUBJECT)


def _count(news: Sequence[Noticed]) -> str:
    count = len(news)
    if news[0].notice.kind == Notice.Kind.REPLY:
        return ngettext("%(count)d reply to you", "%(count)d replies to you", count) % {
            "count": count
        }
    if news[0].notice.kind == Notice.Kind.MENTION:
        return ngettext("%(count)d mention of you", "%(count)d mentions of you", count) % {
            "count": count
        }
    return ngettext("%(count)d notice for you", "%(count)d notices for you", count) % {
        "count": count
    }


def _about(one: Noticed) -> str:
    named = {"label": one.thread, "title": one.article.title if one.article else ""}
    if one.notice.kind == Notice.Kind.REPLY:
        return _("A reply to you in note %(label)s: %(title)s") % named
    if one.notice.kind == Notice.Kind.MENTION:
        return _("A mention of you in note %(label)s: %(title)s") % named
    return _("About note %(label)s: %(title)s") % named


def _sender(news: Sequence[Noticed]) -> str:
    """The site's address; over what somebody says their name, so that a mailbox shows it."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    said = news[0].said
    if len(news) == 1 and news[0].notice.kind in SAYING and said and said.author:
        name = f"{on_one_line(str(said.author))} ({settings.SITE_NAME})"
    return f"{quoted(name)} <{address}>"


def _headers(news: Sequence[Noticed], off: str) -> dict[str, str]:
    """Answered by nobody, switched off by one click (RFC 3834, 5; RFC 8058), kept by thread.

    The thread's id stands for a mail that never was: programs group those that refer to it.
    """
    host, first = settings.SITE_HOST, news[0]
    last = f"-{news[-1].notice.pk}" if len(news) > 1 else ""
    headers = {
        "Message-ID": f"<notice-{first.notice.pk}{last}@{host}>",
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": f"<{off}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    if len(news) == 1 and first.thread is not None:
        thread = f"<thread-{first.thread.uuid}@{host}>"
        headers |= {"In-Reply-To": thread, "References": thread}
    return headers
