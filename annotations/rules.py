"""What a person may send: lengths, kinds, audiences, pace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.utils.translation import gettext as _

from annotations.models import Annotation, Event
from articles.blocks import MarkdownRefused
from articles.body import render_body
from articles.normalising import normalise
from articles.sanitising import SanitisedHtml
from ncr.accounts.models import Audience, User, is_member
from ncr.refusals import SIGN_IN_FIRST, Refused, SignedOut, TooLarge, TooMany
from ncr.statements import Compiled

PACE = timedelta(minutes=1)


@dataclass(frozen=True)
class Words:
    """A body that was looked at, with what it renders to."""

    markdown: str
    html: SanitisedHtml

    @property
    def digest(self) -> str:
        return sha256(self.markdown.encode()).hexdigest()


def check_member(by: User) -> None:
    """Refuses those who may not write."""
    if not is_member(by):
        raise SignedOut(str(SIGN_IN_FIRST))


def check_pace(by: User, now: datetime) -> None:
    """Refuses the next write of a person who wrote too much in the last minute; one query."""
    if _recent.rows(settings.WRITE_LIMIT, person=by.pk, since=now - PACE):
        raise TooMany(
            _("That was a lot in one minute. Wait a little and send it again; it is kept here."),
            retry_after=int(PACE.total_seconds()),
        )


# The last write that the limit allows, if it was made already
_recent: Compiled[int] = Compiled(
    lambda limit, *, person, since: (
        Event.objects.filter(actor_id=person, at__gt=since)
        .order_by("at")
        .values_list("id", flat=True)[limit - 1 : limit]
    )
)


def checked_words(body: str, kind: str) -> Words:
    """The body, normalised and rendered; refuses empty, overlong and unstorable ones."""
    if len(body) > settings.BODY_LIMIT:
        raise TooLarge(
            _("An annotation has at most %(most)d characters; this one has %(count)d.")
            % {"most": settings.BODY_LIMIT, "count": len(body)},
            "body",
        )
    if "\0" in body or any("\ud800" <= sign <= "\udfff" for sign in body):
        raise Refused(_("The text holds a character that cannot be stored."), "body")
    markdown = normalise(body).strip()
    if not markdown and kind != Annotation.Kind.HIGHLIGHT:
        raise Refused(_("Write something, or choose “Highlight” to mark without words."), "body")
    try:
        return Words(markdown, render_body(markdown))
    except MarkdownRefused as error:
        raise Refused(error.words(_), "body") from error


def checked_kind(kind: str) -> Annotation.Kind:
    try:
        return Annotation.Kind(kind)
    except ValueError as error:
        raise Refused(_("This kind of annotation is not known here."), "kind") from error


def chosen_audience(choice: str, by: User) -> Audience:
    """The audience that a member named: `everyone`, `members` or `me`."""
    if choice == "me":
        return Audience.only(by)
    known = {"everyone": Audience.EVERYONE, "members": Audience.MEMBERS}
    if choice not in known:
        raise Refused(_("Choose who may read this."), "audience")
    # These two rows are always there and always the same
    return Audience(pk=known[choice], kind=choice)
