"""Entries of the moderation log with names for their ids, looked up for all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations.models import Annotation, HoldRule, ModerationEntry, Thread, Topic
from articles.models import Article, SiteRule
from ncr.accounts.models import User

ACTS: dict[str, Any] = {
    "hide": gettext_lazy("hid"),
    "restore": gettext_lazy("restored"),
    "remove": gettext_lazy("removed"),
    "ask": gettext_lazy("asked for a change"),
    "undo": gettext_lazy("took the decision back"),
    "dismiss": gettext_lazy("dismissed reports"),
    "lock": gettext_lazy("locked"),
    "unlock": gettext_lazy("unlocked"),
    "move": gettext_lazy("moved to another thread"),
    "publish": gettext_lazy("published"),
    "withdraw": gettext_lazy("withdrew"),
    "republish": gettext_lazy("published again"),
    "deactivate": gettext_lazy("closed the account"),
    "reactivate": gettext_lazy("opened the account again"),
    "link": gettext_lazy("made a sign-in link"),
    "warn": gettext_lazy("warned"),
    "hold": gettext_lazy("held what they write"),
    "silence": gettext_lazy("silenced"),
    "suspend": gettext_lazy("suspended"),
    "sweep": gettext_lazy("removed all they wrote"),
    "bring back": gettext_lazy("brought back what was removed"),
    "uphold": gettext_lazy("upheld a decision on appeal"),
    "overturn": gettext_lazy("overturned a decision on appeal"),
    "handle": gettext_lazy("upheld reports"),
    "profile": gettext_lazy("took back what the profile shows"),
    "give-back": gettext_lazy("gave back what the profile showed"),
    "vary": gettext_lazy("changed a decision on appeal"),
    "lift": gettext_lazy("lifted a sanction"),
    "grant": gettext_lazy("gave a role"),
    "revoke": gettext_lazy("took a role"),
    "roles": gettext_lazy("set the roles"),
    "rule": gettext_lazy("changed the rule"),
    "close": gettext_lazy("closed the group"),
    "accept": gettext_lazy("accepted the topic"),
    "reject": gettext_lazy("rejected the topic"),
    "rename": gettext_lazy("renamed the topic"),
    "describe": gettext_lazy("described the topic"),
    "alias": gettext_lazy("added an alias"),
    "unalias": gettext_lazy("took an alias away"),
    "broader": gettext_lazy("set the broader topic"),
    "merge": gettext_lazy("merged topics"),
    "unmerge": gettext_lazy("took a merge of topics back"),
    "split": gettext_lazy("moved passages to another topic"),
    "related": gettext_lazy("set the related topics"),
    "uri": gettext_lazy("set the topic's address elsewhere"),
    "cues": gettext_lazy("set the words that tell of the topic"),
    "unfile": gettext_lazy("took the topic off a note"),
    "keep-filed": gettext_lazy("found the topic of a note right"),
    "erased": gettext_lazy("erased the account"),
    "held": gettext_lazy("was held by a rule"),
    "hold-add": gettext_lazy("added a rule"),
    "hold-change": gettext_lazy("changed a rule"),
    "hold-delete": gettext_lazy("deleted a rule"),
    "hold-on": gettext_lazy("turned a rule on"),
    "hold-off": gettext_lazy("turned a rule off"),
    "hold-move": gettext_lazy("moved a rule"),
    "trust": gettext_lazy("set the trust"),
    "trust-grows": gettext_lazy("let the trust grow"),
}
MODELS: dict[str, Any] = {
    "topic": Topic,
    "person": User,
    "article": Article,
    "hold-rule": HoldRule,
}
GONE: dict[str, Any] = {
    "topic": gettext_lazy("a topic that is gone (%(number)s)"),
    "article": gettext_lazy("an article that is gone (%(number)s)"),
    "hold-rule": gettext_lazy("a rule that is gone (%(number)s)"),
}
ON_A_CASE = 50


@dataclass(frozen=True)
class Entry:
    """An entry of the log as it is shown."""

    entry: ModerationEntry
    act: str
    by: str
    what: str
    url: str
    rule: str


def trail_of(*, annotation: UUID | None, thread: UUID) -> list[Entry]:
    """What was decided about an annotation and about its thread as a whole, newest first."""
    about = Q(thread=thread, annotation=None)
    if annotation is not None:
        about |= Q(annotation=annotation)
    return named(ModerationEntry.objects.filter(about).order_by("-id")[:ON_A_CASE])


def named(entries: Iterable[ModerationEntry]) -> list[Entry]:
    """Entries with the names of all that they name; at most seven queries, however many."""
    listed = list(entries)
    people = _people(listed)
    rules = _rules(listed)
    things = {**_annotations(listed), **_threads(listed), **_subjects(listed)}
    return [
        Entry(
            one,
            _act(one),
            people.get(one.by or 0, _("somebody who left") if one.by else ""),
            *things.get(one.annotation or one.thread or one.subject, (_unknown(one), "")),
            rules.get(one.rule or 0, ""),
        )
        for one in listed
    ]


def _act(entry: ModerationEntry) -> str:
    """What was done; of a reply that was moved, between which threads."""
    if entry.act == "move":
        labels = {"before": entry.before, "after": entry.after}
        return _("moved (thread %(before)s to %(after)s)") % labels
    return str(ACTS.get(entry.act, entry.act))


def _unknown(entry: ModerationEntry) -> str:
    """What is gone by now, by its number; of what a log says in words, the words."""
    word, _gap, number = entry.subject.partition(" ")
    if word in GONE and number.isdecimal():
        return str(GONE[word]) % {"number": number}
    return entry.subject or str(entry.annotation or entry.thread)


def _people(entries: Sequence[ModerationEntry]) -> dict[int, str]:
    ids = {one.by for one in entries if one.by}
    return {one.pk: str(one) for one in User.objects.filter(pk__in=ids)} if ids else {}


def _rules(entries: Sequence[ModerationEntry]) -> dict[int, str]:
    numbers = {one.rule for one in entries if one.rule}
    if not numbers:
        return {}
    return {rule.number: str(rule) for rule in SiteRule.objects.filter(number__in=numbers)}


def _annotations(entries: Sequence[ModerationEntry]) -> dict[Any, tuple[str, str]]:
    uuids = {one.annotation for one in entries if one.annotation}
    if not uuids:
        return {}
    found = Annotation.objects.filter(uuid__in=uuids).select_related("thread__article")
    return {
        one.uuid: (
            _("annotation in %(label)s, %(article)s")
            % {"label": one.thread.label, "article": one.thread.article},
            reverse("admin:annotations_annotation_change", args=[one.pk]),
        )
        for one in found.defer("body", "body_html")
    }


def _threads(entries: Sequence[ModerationEntry]) -> dict[Any, tuple[str, str]]:
    uuids = {one.thread for one in entries if one.thread and not one.annotation}
    if not uuids:
        return {}
    return {
        one.uuid: (
            _("thread %(label)s, %(article)s") % {"label": one.label, "article": one.article},
            reverse("admin:annotations_thread_change", args=[one.pk]),
        )
        for one in Thread.objects.filter(uuid__in=uuids).select_related("article")
    }


def _subjects(entries: Sequence[ModerationEntry]) -> dict[Any, tuple[str, str]]:
    """Subjects are a word and an id ("topic 12"), or only words."""
    wanted: dict[str, set[int]] = {}
    for one in entries:
        word, _gap, number = one.subject.partition(" ")
        if word in MODELS and number.isdecimal():
            wanted.setdefault(word, set()).add(int(number))
    return {
        f"{word} {found.pk}": (str(found), _address(found))
        for word, ids in wanted.items()
        for found in MODELS[word].objects.filter(pk__in=ids)
    }


def _address(found: Any) -> str:
    meta = found._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[found.pk])
