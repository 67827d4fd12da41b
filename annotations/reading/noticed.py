"""Notices as their person may see them now: every word and every place through the gate.

A notice holds ids and facts. What it is about may have been hidden, withdrawn, or moved out of
the person's reach since; then it says so, without words, and without a place where that is gone
as well. The inbox and the mail both ask here, each at its moment.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from annotations.models import Annotation, Report, Thread, Topic, TopicName
from annotations.models.topic import topic_key
from annotations.reading.passed import Passed, passages_of
from annotations.reading.sanctions import sanctioned_in_words
from articles.body import body_text
from articles.models import Article, Block
from articles.sanitising import trusted_from_storage
from ncr.accounts.models import Invitation, Membership, Notice, User

Kind = Notice.Kind
SAYING = (Kind.REPLY, Kind.MENTION, Kind.FILED)  # kinds that bring what somebody says
EXCERPT = 300


@dataclass(slots=True)
class Noticed:
    """A notice with what its person may see of what it names.

    `place` is where it stands, without its words; `said` has the words. Either is None when it
    is out of the person's reach.
    """

    notice: Notice
    place: Annotation | None = None
    said: Annotation | None = None
    passage: Passed | None = None
    number: int | None = None
    topic: Topic | None = None  # what a topic of theirs has become
    is_open: bool = True  # of an invitation: it can still be accepted
    has_joined: bool = False  # the group that they were invited to

    @property
    def article(self) -> Article | None:
        return self.place.thread.article if self.place else None

    @property
    def thread(self) -> Thread | None:
        return self.place.thread if self.place else None

    @property
    def is_unread(self) -> bool:
        return self.notice.read_at is None

    @property
    def sentence(self) -> str:
        """What happened, in one sentence."""
        return _SENTENCES.get(self.notice.kind, _unknown)(self)

    @property
    def excerpt(self) -> str:
        """The beginning of what was said, on one line."""
        if self.said is None:
            return ""
        words = body_text(trusted_from_storage(self.said.body_html))
        return Truncator(words).chars(EXCERPT)

    @property
    def reason(self) -> str:
        """Why a decision was taken; of a report, only why nothing was done."""
        is_told = self.notice.kind == Kind.MODERATED or (
            self.notice.kind == Kind.REPORTED
            and self.notice.facts.get("outcome") == Report.Outcome.DISMISSED
        )
        return str(self.notice.facts.get("reason", "")) if is_told else ""

    @property
    def is_decision(self) -> bool:
        return self.notice.kind in (Kind.MODERATED, Kind.REPORTED)

    @property
    def decision_address(self) -> str:
        """Where a decision against the person stands with its reasons; empty without one."""
        decision = self.notice.facts.get("decision")
        return reverse("decision", args=[decision]) if decision else ""

    @property
    def is_sanction(self) -> bool:
        """Whether it is about the person's account, and not about their words."""
        return "sanction" in self.notice.facts

    @property
    def rule(self) -> str:
        """The rule of the site that a decision names: "3. Stay with the text"."""
        return str(self.notice.facts.get("rule", ""))

    @property
    def rule_address(self) -> str:
        number = self.rule.partition(".")[0]
        return f"/rules/#rule-{number}" if number.isdecimal() else "/rules/"

    @property
    def leads_to(self) -> str:
        """The address of what it is about; empty where that is out of reach."""
        if self.notice.kind == Kind.INVITED:
            group = self.notice.group
            is_there = self.is_open or self.has_joined
            return group.get_absolute_url() if group and is_there else ""
        if self.notice.kind == Kind.REVISED and self.article:
            return self._changes_of(self.article)
        if self.is_sanction or self.notice.facts.get("act") == "appeal":
            return self.decision_address or reverse("sanctions")
        if self.topic is not None:
            return self.topic.get_absolute_url()
        return self.place.get_absolute_url() if self.place else self.decision_address

    def _changes_of(self, article: Article) -> str:
        """The list of what a revision did to the person's own notes."""
        number = self.notice.facts.get("revision")
        if not isinstance(number, int):
            return article.get_absolute_url()
        return f"{reverse('changes', args=[article.slug, number])}?mine=1"

    @property
    def is_news(self) -> bool:
        """Whether there is something to tell by mail."""
        if self.notice.kind in SAYING:
            return self.said is not None
        return self.notice.kind != Kind.INVITED or self.is_open


def noticed(notices: Sequence[Notice], person: User) -> list[Noticed]:
    """Notices of one person as they may see them; ten queries at most, however many there are.

    What is not shown is not even fetched.
    """
    listed = [Noticed(notice) for notice in notices]
    abouts = [one.notice.about for one in listed if one.notice.about]
    if abouts:
        _put_places(listed, abouts, person)
        _put_words(listed, abouts, person)
        _put_passages([one for one in listed if one.place])
    if invited := [one for one in listed if one.notice.kind == Kind.INVITED]:
        _close_past_invitations(invited, person)
    if named := [one for one in listed if "topic" in one.notice.facts]:
        _put_topics(named, person)
    return listed


def _put_places(listed: Sequence[Noticed], abouts: Sequence[UUID], person: User) -> None:
    # Only the threads that are meant: a database may list all that a subquery finds
    threads = Thread.objects.visible_to(person).filter(annotations__uuid__in=abouts)
    found = (
        Annotation.objects.filter(uuid__in=abouts, thread__in=threads.values("pk"))
        .select_related("thread__article")
        .defer("body", "body_html")
    )
    places = {one.uuid: one for one in found}
    for one in listed:
        one.place = places.get(one.notice.about) if one.notice.about else None


def _put_words(listed: Sequence[Noticed], abouts: Sequence[UUID], person: User) -> None:
    """Words said to the person that their whole audience reads, and of what is their own."""
    words = {
        one.uuid: one
        for one in Annotation.objects.visible_to(person)
        .filter(uuid__in=abouts)
        .select_related("author")
    }
    for one in listed:
        said = words.get(one.notice.about) if one.notice.about else None
        is_shown = said is not None and (
            said.author_id == person.pk
            if one.notice.kind in (Kind.MODERATED, Kind.MARKED)
            else one.notice.kind in SAYING and said.is_readable
        )
        one.said = said if is_shown else None


def _put_passages(placed: Sequence[Noticed]) -> None:
    passages = passages_of([one.place.thread_id for one in placed if one.place])
    articles = [one.article for one in placed if one.article]
    numbers = {
        (article, key): number
        for article, key, number in Block.objects.filter(
            revision_id__in={article.standing_pk for article in articles},
            key__in={passage.start_key for passage in passages.values()},
        ).values_list("article_id", "key", "number")
    }
    for one in placed:
        thread = one.thread
        if thread is not None and (passage := passages.get(thread.pk)) is not None:
            one.passage = passage
            one.number = numbers.get((thread.article_id, passage.start_key))


def _put_topics(named: Sequence[Noticed], person: User) -> None:
    """Topics by the name that the person knows; it leads on through merging and renaming.

    One that was rejected leads nowhere, even where somebody proposed it again.
    """
    kept = [one for one in named if one.notice.facts.get("act") != "reject"]
    keys = [topic_key(str(one.notice.facts["topic"])) for one in kept]
    holders = dict(TopicName.objects.filter(key__in=keys).values_list("key", "topic_id"))
    seen = Topic.objects.visible_to(person).in_bulk(set(holders.values()))
    for one, key in zip(kept, keys, strict=True):
        one.topic = seen.get(holders.get(key, 0))


def _close_past_invitations(invited: Sequence[Noticed], person: User) -> None:
    """Those that were used, withdrawn or are past, or whose group the person is in already."""
    named = [one.notice.facts.get("invitation") for one in invited]
    now = timezone.now()
    usable = {
        one.pk for one in Invitation.objects.filter(pk__in=_numbers(named)) if one.is_usable(now)
    }
    joined = set(
        Membership.objects.filter(
            person=person, group__in={one.notice.group_id for one in invited}
        ).values_list("group_id", flat=True)
    )
    for one, pk in zip(invited, named, strict=True):
        one.has_joined = one.notice.group_id in joined
        one.is_open = not one.has_joined and (pk is None or pk in usable)


def _numbers(values: Sequence[Any]) -> list[int]:
    return [value for value in values if isinstance(value, int)]


def _answered(one: Noticed) -> str:
    if one.said is None:
        return _("A reply to you is no longer shown.")
    return _("%(name)s replied to you") % {"name": one.said.author or _("Somebody who left")}


def _mentioned(one: Noticed) -> str:
    if one.said is None:
        return _("A mention of you is no longer shown.")
    return _("%(name)s mentioned you") % {"name": one.said.author or _("Somebody who left")}


def _decided(one: Noticed) -> str:
    if "topic" in one.notice.facts:
        return _decided_topic(one)
    if one.notice.facts.get("act") == "appeal":
        return _answered_appeal(one)
    if one.is_sanction:
        return sanctioned_in_words(one.notice.facts)
    if one.notice.facts.get("act") == "profile":
        return _taken_from_profile(one)
    is_reply = one.place is not None and not one.place.is_opening
    act = str(one.notice.facts.get("act", ""))
    of_notes = {
        "hide": _("Your note was hidden"),
        "remove": _("Your note was removed"),
        "ask": _("You are asked to change your note"),
        "restore": _("Your note is shown again"),
        "lock": _("Your note was closed to replies"),
        "unlock": _("Your note is open to replies again"),
        "give-back": _("What was taken from your profile is back"),
    }
    of_replies = {
        "hide": _("Your reply was hidden"),
        "remove": _("Your reply was removed"),
        "ask": _("You are asked to change your reply"),
        "restore": _("Your reply is shown again"),
        "move": _("Your reply was moved to another thread"),
    }
    known = of_replies.get(act) if is_reply else of_notes.get(act)
    return known or _("A decision was taken about something of yours")


def _taken_from_profile(one: Noticed) -> str:
    told = {
        "name": _("Your display name was taken back"),
        "about": _("The words about you were taken back"),
    }
    both = _("Your display name and the words about you were taken back")
    return told.get(str(one.notice.facts.get("what")), both)


def _answered_appeal(one: Noticed) -> str:
    """What became of an objection."""
    return {
        "overturned": _("You objected, and the decision is taken back"),
        "varied": _("You objected, and the decision is changed"),
    }.get(str(one.notice.facts.get("outcome")), _("You objected, and the decision stands"))


def _decided_topic(one: Noticed) -> str:
    act, name = str(one.notice.facts.get("act", "")), str(one.notice.facts["topic"])
    named = {"name": name, "into": one.topic.name if one.topic else ""}
    if act == "accept":
        return _("Your topic “%(name)s” was accepted") % named
    if act == "reject":
        return _("Your topic “%(name)s” was rejected") % named
    if act == "unfile":
        return (
            _("The topic “%(name)s” was taken off a note that you wrote, filed or disputed") % named
        )
    if act == "keep-filed":
        return _("You disputed the topic “%(name)s” on a note: a moderator found it right") % named
    if one.topic is None or one.topic.name == name:
        return _("Your topic “%(name)s” was merged into another one") % named
    return _("Your topic “%(name)s” was merged into “%(into)s”") % named


def _filed(one: Noticed) -> str:
    """Of a topic that the person follows; without its name where they no longer see it."""
    if one.topic is None:
        return _("Something under a topic that you follow is no longer shown.")
    return _("New under “%(name)s”, which you follow") % {"name": one.topic}


def _marked(one: Noticed) -> str:
    """What a reader tells its author; of whom it comes is not said."""
    told = {
        "unclear": _("A reader did not understand what you wrote"),
        "unsupported": _("A reader misses a source for what you wrote"),
        "duplicate": _("A reader found that this was said already"),
        "off-passage": _("A reader found that what you wrote is about another passage"),
    }
    return told.get(str(one.notice.facts.get("mark", "")), _unknown(one))


def _reported(one: Noticed) -> str:
    if one.notice.facts.get("outcome") == Report.Outcome.UPHELD:
        return _("Something was done about what you reported")
    return _("What you reported was looked at: it breaks no rule")


def _revised(one: Noticed) -> str:
    """What a revision did to one's notes, the gravest first."""
    counts = {what: one.notice.facts.get(what, 0) for what in ("asked", "lost", "changed", "back")}
    said = {
        "asked": ngettext("%(count)d needs a look", "%(count)d need a look", counts["asked"]),
        "lost": ngettext(
            "%(count)d lost its passage", "%(count)d lost their passages", counts["lost"]
        ),
        "changed": ngettext(
            "%(count)d stands on changed words",
            "%(count)d stand on changed words",
            counts["changed"],
        ),
        "back": ngettext(
            "%(count)d has its passage again", "%(count)d have their passages again", counts["back"]
        ),
    }
    parts = [said[what] % {"count": count} for what, count in counts.items() if count]
    title = one.article.title if one.article else _("a text")
    return _("“%(title)s” was revised; of your notes %(what)s") % {
        "title": title,
        "what": ", ".join(parts),
    }


def _invited(one: Noticed) -> str:
    if one.notice.group is None or not (one.is_open or one.has_joined):
        return _("An invitation to a reading group is no longer open.")
    named = {"group": one.notice.group.name, "name": one.notice.by}
    if one.has_joined:
        return _("You joined the reading group “%(group)s”") % named
    if one.notice.by is None:
        return _("You are invited to the reading group “%(group)s”") % named
    return _("%(name)s invites you to the reading group “%(group)s”") % named


def _unknown(one: Noticed) -> str:
    return _("Something on this site concerns you")


_SENTENCES = {
    Kind.REPLY.value: _answered,
    Kind.MENTION.value: _mentioned,
    Kind.MODERATED.value: _decided,
    Kind.REPORTED.value: _reported,
    Kind.MARKED.value: _marked,
    Kind.REVISED.value: _revised,
    Kind.FILED.value: _filed,
    Kind.INVITED.value: _invited,
}
