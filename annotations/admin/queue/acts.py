"""What is decided about an item of the queue: the acts of annotations, asked of the item."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from annotations import moderating, reporting
from annotations.admin.acts import ANNOTATION_ACTS, Act, Verb
from annotations.models import ReviewItem
from annotations.topics.judging import keep_topic, take_off
from ncr.refusals import Refused

ALREADY = ngettext_lazy("%d was decided already.", "%d were decided already.")


def seen_of(item: ReviewItem) -> int:
    """The turn of an item that the moderator saw; as it stands where none was named."""
    return int(item.__dict__.get("seen_turn") or item.turn)


def _is_decided(item: ReviewItem) -> bool:
    return not item.is_open


def _about_annotation(verb: Callable[..., Any]) -> Verb:
    """A verb of annotations as one of items; what is about something else is refused."""

    def act(item: ReviewItem, by: Any, reason: str, rule: Any) -> object:
        if item.annotation is None:
            raise Refused(_t("This can only be done to annotations; open it to see what can be."))
        return verb(item.annotation, by=by, reason=reason, rule=rule, seen=seen_of(item))

    return act


def _approve(item: ReviewItem, by: Any, reason: str, rule: Any) -> object:
    """Shows what was kept back; of what is shown already, says that nothing is wrong with it."""
    if item.annotation is not None and item.annotation.moderation == "published":
        return _dismiss(item, by, reason, rule)
    return _about_annotation(moderating.restore)(item, by, reason, rule)


def _hide(item: ReviewItem, by: Any, reason: str, rule: Any) -> object:
    if item.is_open and item.annotation is not None and item.annotation.moderation == "hidden":
        raise Refused(_t("It is hidden already: approve it, dismiss it or remove it."))
    return _about_annotation(moderating.hide)(item, by, reason, rule)


def _handled(item: ReviewItem, by: Any, reason: str, rule: Any) -> object:
    return reporting.handled(item, by=by, seen=seen_of(item))


def _take_off(item: ReviewItem, by: Any, reason: str, rule: Any) -> object:
    return take_off(item, by=by, reason=reason, seen=seen_of(item))


def _dismiss(item: ReviewItem, by: Any, reason: str, rule: Any) -> object:
    if item.assignment is not None:
        return keep_topic(item, by=by, reason=reason, seen=seen_of(item))
    if item.annotation is None:
        return reporting.found_right(item, by=by, reason=reason, seen=seen_of(item))
    return moderating.dismiss(item.annotation, by=by, reason=reason, seen=seen_of(item))


_act = partial(Act, already=ALREADY, is_done=_is_decided)
ITEM_ACTS: dict[str, Act] = {
    "approve": _act(
        name="approve",
        label=_("Approve"),
        question=ngettext_lazy("Show this annotation to readers?", "Show these to readers?"),
        done=ngettext_lazy("%d is shown.", "%d are shown."),
        verb=_approve,
        told=ANNOTATION_ACTS["restore"].told,
    ),
    "hide": replace(ANNOTATION_ACTS["hide"], already=ALREADY, is_done=_is_decided, verb=_hide),
    "ask": _act(
        name="ask",
        label=_("Ask for a change"),
        question=ngettext_lazy("Ask its author to change it?", "Ask their authors to change them?"),
        done=ngettext_lazy(
            "%d author is asked for a change.", "%d authors are asked for a change."
        ),
        verb=_about_annotation(moderating.ask),
        needs_words=True,
        told=_("A moderator asks you to change what you wrote in “{article}”."),
    ),
    "dismiss": _act(
        name="dismiss",
        label=_("Dismiss"),
        question=ngettext_lazy("Is nothing wrong with this?", "Is nothing wrong with these?"),
        done=ngettext_lazy("%d is dismissed.", "%d are dismissed."),
        verb=_dismiss,
        takes_rule=False,
    ),
    "remove": _act(
        name="remove",
        label=_("Remove"),
        question=ngettext_lazy("Remove this annotation?", "Remove these annotations?"),
        done=ngettext_lazy("%d annotation is removed.", "%d annotations are removed."),
        verb=_about_annotation(moderating.remove),
        needs_ground=True,
        told=_("A moderator removed what you wrote in “{article}”."),
    ),
    "unfile": _act(
        name="unfile",
        label=_("Take the topic off"),
        question=ngettext_lazy("Take the topic off this note?", "Take the topics off these notes?"),
        done=ngettext_lazy("%d topic is taken off.", "%d topics are taken off."),
        verb=_take_off,
        takes_rule=False,
        needs_words=True,
    ),
    "handled": _act(
        name="handled",
        label=_("Handled"),
        question=ngettext_lazy("Was something done about this?", "Was something done about these?"),
        done=ngettext_lazy("%d is closed as handled.", "%d are closed as handled."),
        verb=_handled,
        takes_rule=False,
        takes_words=False,
    ),
}
KEYS = {
    "approve": "a",
    "hide": "h",
    "ask": "e",
    "dismiss": "d",
    "remove": "r",
    "unfile": "o",
    "handled": "f",
}
IN_BULK = ("approve", "hide", "ask", "dismiss", "remove")


def acts_for(item: ReviewItem) -> list[Act]:
    """What can be decided about an item as it stands."""
    if not item.is_open:
        return []
    if item.assignment is not None:
        return [ITEM_ACTS["dismiss"], ITEM_ACTS["unfile"]]
    if item.annotation is None:
        subject = item.person or item.topic
        waiting = reporting.reports_of(subject).filter(decided_at=None) if subject else None
        is_reported = waiting is not None and waiting.exists()
        return [ITEM_ACTS[name] for name in (["dismiss"] if is_reported else []) + ["handled"]]
    names = {
        "pending": ["approve", "ask", "hide", "remove"],
        "published": ["dismiss", "ask", "hide", "remove"],
        "hidden": ["approve", "dismiss", "ask", "remove"],
        "removed": ["approve", "dismiss", "hide"],
    }[item.annotation.moderation]
    return [ITEM_ACTS[name] for name in names]
