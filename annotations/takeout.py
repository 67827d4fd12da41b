"""The take-out: everything that a person wrote and that concerns them, as JSON and as Markdown.

No other person's words are in it, but for the passages of published texts that an annotation
points at, and the reasons of decisions about one's own. Moderators are not named. What was
withdrawn is in it as long as it is kept; what moderators removed lies sealed, and is listed
without its words.

The archive is made while it is sent, in pieces of `AT_ONCE` annotations with six queries each, so
its size costs no memory; it holds no transaction open. docs/takeout.md describes the JSON.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from annotations.drafting import drafts_of
from annotations.models import (
    Anchor,
    Annotation,
    AnnotationVersion,
    Appeal,
    Assignment,
    ModerationEntry,
    PassageLink,
    QualityMark,
    Reaction,
    Reading,
    Report,
    ScopedRole,
    Suggestion,
    Thread,
    Topic,
    TopicReading,
    Verdict,
)
from annotations.takeout_text import annotation_text, head_text
from articles.models import Article, Import, SiteRule
from ncr.accounts.models import Invitation, Membership, Notice, Sanction, User

FORMAT, VERSION = "ncr-takeout", 1
AT_ONCE = 500
Facts = dict[str, Any]


def archive(person: User) -> Iterator[bytes]:
    """The zip of a person's take-out, piece by piece."""
    sink = _Sink()
    with ZipFile(sink, "w", ZIP_DEFLATED) as zipped:
        for name, parts in (("takeout.json", json_parts), ("takeout.md", markdown_parts)):
            with zipped.open(name, "w", force_zip64=True) as entry:
                for part in parts(person):
                    entry.write(part.encode("utf-8", "replace"))
                    yield sink.taken()
    yield sink.taken()


def json_parts(person: User) -> Iterator[str]:
    """The JSON document: the facts, then the annotations one by one."""
    head = _dumped(facts_of(person))
    yield f'{head[:-1]}, "annotations": ['
    comma = ""
    for one in annotations_of(person):
        yield f"{comma}\n{_dumped(one)}"
        comma = ","
    yield "\n]}\n"


def markdown_parts(person: User) -> Iterator[str]:
    """The same, to be read by people."""
    yield head_text(facts_of(person))
    for one in annotations_of(person):
        yield annotation_text(one)


def facts_of(person: User) -> Facts:
    """Everything but the annotations; a dozen queries."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "site": settings.SITE_URL,
        "made_at": timezone.now(),
        "profile": _profile(person),
        "mail_addresses": _rows(
            EmailAddress.objects.filter(user=person), "email", "verified", "primary"
        ),
        "second_factors": _rows(
            Authenticator.objects.filter(user=person), "type", "created_at", "last_used_at"
        ),
        "sessions": _rows(
            UserSession.objects.filter(user=person),
            "ip",
            "user_agent",
            "created_at",
            "last_seen_at",
        ),
        "memberships": _rows(
            Membership.objects.filter(person=person), "group__name", "is_leader", "joined_at"
        ),
        "roles": _rows(
            ScopedRole.objects.filter(person=person),
            "role",
            "article__title",
            "topic__name",
            "at",
        ),
        "invitations_accepted": _rows(
            Invitation.objects.filter(used_by=person), "group__name", "used_at"
        ),
        "invitations_made": _rows(
            Invitation.objects.filter(by=person),
            "group__name",
            "created_at",
            "expires_at",
            "used_at",
            "withdrawn_at",
        ),
        "drafts": [
            {
                "article": one.article.title if one.article else "",
                "place": one.place,
                "saved": one.saved_at,
                **{name: one.fields.get(name, "") for name in ("body", "other", "topics", "kind")},
            }
            for one in drafts_of(person)
        ],
        "notices": _rows(
            Notice.objects.filter(person=person), "kind", "about", "facts", "created_at", "read_at"
        ),
        "muted_mail": list(person.muted_mail.order_by("pk").values_list("kind", flat=True)),
        "reports": _rows(
            Report.objects.filter(by=person),
            "annotation__uuid",
            "person__username",
            "topic__name",
            "reason",
            "text",
            "created_at",
            "outcome",
            "decided_at",
        ),
        "verdicts": _rows(
            Verdict.objects.filter(by=person),
            "assignment__annotation__uuid",
            "assignment__topic__name",
            "kind",
            "reason",
            "at",
        ),
        "readings": _rows(
            Reading.objects.filter(person=person),
            "article__title",
            "revision__number",
            "seen",
            "block_key",
            "visited_at",
        ),
        "topic_readings": _rows(
            TopicReading.objects.filter(person=person),
            "topic__name",
            "visited_at",
            "follows_since",
        ),
        "suggestions_decided": _suggestions_decided(person),
        "reactions": _rows(
            Reaction.objects.filter(person=person), "annotation__uuid", "kind", "at"
        ),
        "quality_marks": _rows(
            QualityMark.objects.filter(by=person), "annotation__uuid", "kind", "at"
        ),
        "sanctions": _rows(
            Sanction.objects.filter(person=person),
            "kind",
            "reason",
            "rule",
            "at",
            "until",
            "acknowledged_at",
            "lifted_at",
            "lifted_reason",
        ),
        "appeals": _rows(
            Appeal.objects.filter(decision__person=person),
            "decision__act",
            "decision__at",
            "decision__reason",
            "text",
            "at",
            "outcome",
            "answer",
            "answered_at",
        ),
        "topics_proposed": _rows(
            Topic.objects.filter(proposed_by=person), "name", "created_at", "accepted_at"
        ),
        "threads_resolved": _rows(
            Thread.objects.filter(resolved_by=person), "uuid", "resolved_at", "resolved_reason"
        ),
        "imports": _rows(
            Import.objects.filter(by=person),
            "filename",
            "address",
            "kind",
            "state",
            "given",
            "created_at",
        ),
        "decisions_about_the_account": _decisions(Q(subject=f"person {person.pk}")),
    }


def annotations_of(person: User) -> Iterator[Facts]:
    """What they wrote, oldest first; six queries for each AT_ONCE."""
    mine = Annotation.objects.filter(author=person).order_by("pk")
    mine = mine.select_related("thread__article", "thread__audience__group", "parent")
    rules = dict(SiteRule.objects.values_list("number", "title"))
    last = 0
    while batch := list(mine.filter(pk__gt=last)[:AT_ONCE]):
        yield from _described(batch, rules, person)
        last = batch[-1].pk


def _described(batch: list[Annotation], rules: dict[int, str], person: User) -> Iterator[Facts]:
    ids = [one.pk for one in batch]
    targets = Anchor.objects.filter(annotation__in=ids, role=Anchor.Role.TARGET)
    quotes = _grouped(targets.order_by("ordinal"), "quote")
    links = _links(ids, person)
    topics = _grouped(
        Assignment.objects.filter(annotation__in=ids).order_by("topic__name"), "topic__name"
    )
    versions: dict[int, list[Facts]] = defaultdict(list)
    for row in AnnotationVersion.objects.filter(annotation__in=ids).order_by("number"):
        versions[row.annotation_id].append(
            {"number": row.number, "kind": row.kind, "body": row.body, "written": row.created_at}
        )
    decisions = _decisions_by_annotation(batch, rules)
    for one in batch:
        is_sealed = one.moderation == Annotation.Moderation.REMOVED
        yield {
            **_standing(one),
            "body": "" if is_sealed else one.body,
            "versions": [] if is_sealed else versions[one.pk],
            "passages": quotes[one.pk],
            "topics": topics[one.pk],
            "link": links.get(one.pk),
            "decisions": decisions[one.uuid],
        }


def _standing(one: Annotation) -> Facts:
    thread = one.thread
    article = thread.article
    return {
        "uuid": one.uuid,
        "address": f"{settings.SITE_URL}{one.get_absolute_url()}",
        "article": article.title,
        "article_address": f"{settings.SITE_URL}{article.get_absolute_url()}",
        "note": thread.label,
        "audience": thread.audience_kind,
        "group": str(thread.audience.group) if thread.audience.group_id else None,
        "in_reply_to": one.parent.uuid if one.parent else None,
        "kind": one.kind,
        "written": one.created_at,
        "edited": one.edited_at,
        "withdrawn": one.withdrawn_at,
        "state": one.moderation,
    }


def _links(ids: list[int], person: User) -> dict[int, Facts]:
    """What they pointed at, and in which article as far as they may still read it; one query."""
    seen = Article.objects.visible_to(person).filter(pk=OuterRef("article_id"))
    links = PassageLink.objects.filter(annotation__in=ids).annotate(is_seen=Exists(seen))
    return {
        link.annotation_id: {
            "relation": link.relation,
            "passage": link.anchor.quote if link.is_seen else None,
            "article": link.article.title if link.is_seen else None,
            "article_address": (
                f"{settings.SITE_URL}{link.article.get_absolute_url()}" if link.is_seen else None
            ),
        }
        for link in links.select_related("anchor", "article")
    }


def _suggestions_decided(person: User) -> list[Facts]:
    """Which marks they decided about; in what article and words as far as they may still read it.

    One query.
    """
    seen = Article.objects.visible_to(person).filter(pk=OuterRef("article_id"))
    mine = Suggestion.objects.filter(decided_by=person).annotate(is_seen=Exists(seen))
    names = ("topic__name", "article__title", "quote", "state", "decided_at", "is_seen")
    rows = _rows(mine, *names)
    return [row if row.pop("is_seen") else {**row, "article": None, "quote": None} for row in rows]


def _decisions_by_annotation(
    batch: list[Annotation], rules: dict[int, str]
) -> dict[UUID, list[Facts]]:
    """What moderators decided about each, and for who opened a thread, about the thread."""
    opened = {one.thread.uuid: one.uuid for one in batch if one.is_opening}
    concerned = Q(annotation__in=[one.uuid for one in batch])
    concerned |= Q(annotation=None, thread__in=list(opened))
    found: dict[UUID, list[Facts]] = defaultdict(list)
    for entry in ModerationEntry.objects.filter(concerned).order_by("pk"):
        whose = entry.annotation or (opened[entry.thread] if entry.thread else None)
        if whose is not None:
            found[whose].append(_decision(entry, rules))
    return found


def _decisions(concerned: Q) -> list[Facts]:
    entries = ModerationEntry.objects.filter(concerned).order_by("pk")
    return [_decision(entry, {}) for entry in entries]


def _decision(entry: ModerationEntry, rules: dict[int, str]) -> Facts:
    return {
        "act": entry.act,
        "rule": entry.rule,
        "rule_title": rules.get(entry.rule, "") if entry.rule else "",
        "reason": entry.reason,
        "at": entry.at,
    }


def _profile(person: User) -> Facts:
    names = ("username", "display_name", "about", "email", "date_joined", "last_login")
    profile = {name: getattr(person, name) for name in names}
    roles = list(person.groups.order_by("name").values_list("name", flat=True))
    return {**profile, "roles": roles}


def _rows(found: Any, *names: str) -> list[Facts]:
    """Rows as dictionaries; `group__name` is called `group`."""
    ends = ("__name", "__title", "__number")
    plain = [
        next((name.removesuffix(end) for end in ends if name.endswith(end)), name) for name in names
    ]
    rows = found.order_by("pk").values_list(*names)
    return [dict(zip(plain, row, strict=True)) for row in rows]


def _grouped(found: Any, name: str) -> dict[int, list[str]]:
    grouped: dict[int, list[str]] = defaultdict(list)
    for pk, value in found.values_list("annotation_id", name):
        grouped[pk].append(value)
    return grouped


def _dumped(facts: Facts) -> str:
    return json.dumps(facts, default=_plain, ensure_ascii=False)


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


class _Sink:
    """Takes what the zip writes, until it is fetched; nothing is sought in it."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, part: bytes) -> int:
        self._parts.append(bytes(part))
        return len(part)

    def flush(self) -> None:
        """Nothing waits here."""

    def close(self) -> None:
        """Nothing was opened."""

    def taken(self) -> bytes:
        parts, self._parts = self._parts, []
        return b"".join(parts)


def file_name(person: User, now: datetime) -> str:
    return f"ncr-{person.username}-{now:%Y-%m-%d}.zip"


__all__ = ["annotations_of", "archive", "facts_of", "file_name"]
