"""What a person may send: lengths, kinds, audiences, pace, links."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from annotations.audiences import ME, fits, groups_written_to
from annotations.linking import hosts_in
from annotations.mentions import render_said
from annotations.models import Annotation, Event
from articles.blocks import MarkdownRefused
from articles.models import Article
from articles.normalising import normalise
from articles.sanitising import SanitisedHtml
from ncr.accounts.models import Audience, Membership, User, is_member
from ncr.accounts.sanctioned import is_sanctioned, refuse_sanctioned, sanctions_of
from ncr.refusals import (
    SIGN_IN_FIRST,
    NotAllowed,
    Refused,
    SignedOut,
    TooLarge,
    TooMany,
    check_storable,
)
from ncr.statements import Compiled

PACE = timedelta(minutes=1)
MARKS = (Annotation.Kind.HIGHLIGHT, Annotation.Kind.TOPIC)  # kinds that need no words


@dataclass(frozen=True)
class Words:
    """A body that was looked at, with what it renders to."""

    markdown: str
    html: SanitisedHtml
    people: list[User]  # whom it mentions

    @property
    def digest(self) -> str:
        return sha256(self.markdown.encode()).hexdigest()


def check_member(by: User) -> None:
    """Refuses those who may not write."""
    if not is_member(by):
        raise SignedOut(str(SIGN_IN_FIRST))


def writes_a_minute(by: User) -> int:
    """How often somebody may write in a minute: half as often as a member while they are new,
    twice as often when they are trusted or have a role.
    """
    limit: int = settings.WRITE_LIMIT
    if by.is_staff or by.trust == User.Trust.TRUSTED:
        return 2 * limit
    return max(1, limit // 2) if by.trust == User.Trust.NEW else limit


def check_may_write(by: User, now: datetime) -> None:
    """Refuses the next words of who is silenced, has a warning to read, or wrote too much.

    One query, and for those who are under a sanction another.
    """
    for has_sanction, is_too_much in _standing_of(by, now):
        refuse_sanctioned(by, sanctions_of(by, now) if has_sanction else [])
        _refuse_pace(is_too_much)


def check_pace(by: User, now: datetime) -> None:
    """Refuses the next act of a person who wrote too much in the last minute; one query."""
    for _has_sanction, is_too_much in _standing_of(by, now):
        _refuse_pace(is_too_much)


def check_pace_of(rows: QuerySet[Any], by: User) -> None:
    """Refuses the next of what has no events, so that its pace is counted in its own rows.

    `rows` are those that somebody made in the last minute; one query.
    """
    _refuse_pace(rows.count() >= writes_a_minute(by))


def _refuse_pace(is_too_much: bool) -> None:
    if is_too_much:
        raise TooMany(
            _("That was a lot in one minute. Wait a little and send it again; it is kept here."),
            retry_after=int(PACE.total_seconds()),
        )


def _standing_of(by: User, now: datetime) -> list[tuple[bool, bool]]:
    return _asked.rows(writes_a_minute(by), person=by.pk, since=now - PACE, now=now)


def _asked_query(
    limit: int, *, person: int, since: datetime, now: datetime
) -> QuerySet[User, tuple[bool, bool]]:
    """Whether somebody is under a sanction, and made the last write that the limit allows."""
    recent = Event.objects.filter(actor_id=person, at__gt=since).order_by("at").values("id")
    too_much = Subquery(recent[limit - 1 : limit])
    return User.objects.filter(pk=person).values_list(is_sanctioned(now), too_much)


_asked: Compiled[tuple[bool, bool]] = Compiled(_asked_query)


def checked_words(body: str, kind: str) -> Words:
    """The body, normalised and rendered; refuses empty, overlong and unstorable ones."""
    if len(body) > settings.BODY_LIMIT:
        raise TooLarge(
            _("An annotation has at most %(most)d characters; this one has %(count)d.")
            % {"most": settings.BODY_LIMIT, "count": len(body)},
            "body",
        )
    check_storable(body, "body")
    markdown = normalise(body).strip()
    if not markdown and kind not in MARKS:
        raise Refused(_("Write something, or choose “Highlight” to mark without words."), "body")
    try:
        return Words(markdown, *render_said(markdown))
    except MarkdownRefused as error:
        raise Refused(error.words(_), "body") from error


def check_links(words: Words, by: User, audience: Audience) -> None:
    """Refuses more links than somebody may set who is new here; but in notes to oneself."""
    if by.is_staff or by.trust != User.Trust.NEW or audience.kind == Audience.Kind.PERSON:
        return
    most, count = settings.NEW_LINK_LIMIT, len(hosts_in(words.html))
    if count <= most:
        return
    told = {"most": most, "count": count}
    if not most:
        raise Refused(_("New members cannot set links yet. Name the source in words."), "body")
    raise Refused(
        ngettext(
            "New members can set %(most)d link in what they write; this has %(count)d.",
            "New members can set %(most)d links in what they write; this has %(count)d.",
            most,
        )
        % told,
        "body",
    )


def checked_kind(kind: str) -> Annotation.Kind:
    try:
        return Annotation.Kind(kind)
    except ValueError as error:
        raise Refused(_("This kind of annotation is not known here."), "kind") from error


def check_mark(kind: str, *, has_passage: bool, has_topics: bool) -> None:
    """Refuses a mark of nothing: of no passage, or under no topic."""
    if kind == Annotation.Kind.HIGHLIGHT and not has_passage:
        raise Refused(_("Select a passage to highlight."), "passage")
    if kind != Annotation.Kind.TOPIC:
        return
    if not has_passage:
        raise Refused(_("Select a passage to file under the topic."), "passage")
    if not has_topics:
        raise Refused(_("A topic mark needs a topic. Name one."), "topics")


def chosen_audience(choice: str, by: User) -> Audience:
    """The audience that a member named: `everyone`, `members`, `group:slug` or `me`.

    A group takes one query, and is refused to those who are not in it as if it were not there.
    """
    if choice == ME:
        return Audience.only(by)
    if choice.startswith("group:"):
        return _group_audience(choice.removeprefix("group:"), by)
    known = {"everyone": Audience.EVERYONE, "members": Audience.MEMBERS}
    if choice not in known:
        raise Refused(_("Choose who may read this."), "audience")
    # These two rows are always there and always the same
    return Audience(pk=known[choice], kind=choice)


def _group_audience(slug: str, by: User) -> Audience:
    found = None
    if "\0" not in slug and slug.isprintable():
        written_to = groups_written_to(by).filter(slug=slug)
        found = Audience.objects.filter(group__in=written_to.values("pk")).first()
    if found is None:
        raise Refused(
            _("You cannot write to this group: you are not in it, or it was closed."), "audience"
        )
    return found


def check_within(said_to: Audience, article: Article) -> None:
    """Refuses a thread for more people than its article is for."""
    if fits(said_to, article.audience_id):
        return
    if article.audience_id == Audience.MEMBERS:
        raise Refused(
            _("This article is for members only: write to members, to a group or to yourself."),
            "audience",
        )
    raise Refused(
        _("This article is for %(audience)s only: write to them or to yourself.")
        % {"audience": article.audience},
        "audience",
    )


def check_said_to(audience: Audience, by: User) -> None:
    """Refuses who is not, or may not go on, in the group that a thread is said to; one query."""
    if audience.kind == Audience.Kind.GROUP and not _written_to.rows(
        person=by.pk, audience=audience.pk
    ):
        raise NotAllowed(
            _("Only members of this group write here, and only as long as it is open to new words.")
        )


def _written_to_query(*, person: int, audience: int) -> QuerySet[Membership, int]:
    led = Membership.objects.filter(group=OuterRef("group"), is_leader=True)
    inside = Membership.objects.filter(Exists(led), person=person, group__audience=audience)
    return inside.values_list("pk", flat=True)


_written_to: Compiled[int] = Compiled(_written_to_query)
