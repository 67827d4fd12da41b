"""What can be decided in the admin, act by act: its words, its verb, when it is done already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from annotations import annotating, moderating
from annotations.models import Annotation
from articles.models import SiteRule
from ncr.accounts.models import User

Words = Any  # a string that is translated when it is shown
Verb = Callable[[Any, User, str, SiteRule | None], object]


@dataclass(frozen=True)
class Act:
    """One thing that moderators and leaders do to annotations or threads.

    `is_done` says whether it is so already; `told` is what its author will read first, or empty.
    """

    name: str
    label: Words
    question: Words
    done: Words
    already: Words
    is_done: Callable[[Any], bool]
    verb: Verb
    takes_rule: bool = True
    takes_words: bool = True
    needs_words: bool = False
    needs_ground: bool = False  # a rule or words
    told: Words = ""


def _waits(annotation: Annotation) -> bool:
    return any(report.decided_at is None for report in annotation.reports.all())


ANNOTATION_ACTS: dict[str, Act] = {
    "hide": Act(
        name="hide",
        label=_("Hide"),
        question=ngettext_lazy("Hide this annotation?", "Hide these annotations?"),
        done=ngettext_lazy("%d annotation is hidden.", "%d annotations are hidden."),
        already=ngettext_lazy("%d was hidden already.", "%d were hidden already."),
        is_done=lambda one: bool(one.moderation == Annotation.Moderation.HIDDEN),
        verb=lambda one, by, reason, rule: moderating.hide(one, by=by, reason=reason, rule=rule),
        needs_ground=True,
        told=_("A moderator hid what you wrote in “{article}”."),
    ),
    "restore": Act(
        name="restore",
        label=_("Restore"),
        question=ngettext_lazy("Show this annotation again?", "Show these annotations again?"),
        done=ngettext_lazy("%d annotation is shown.", "%d annotations are shown."),
        already=ngettext_lazy("%d was shown already.", "%d were shown already."),
        is_done=lambda one: bool(one.moderation == Annotation.Moderation.PUBLISHED),
        verb=lambda one, by, reason, rule: moderating.restore(one, by=by, reason=reason, rule=rule),
        told=_("A moderator restored what you wrote in “{article}”."),
    ),
    "dismiss": Act(
        name="dismiss",
        label=_("Dismiss reports"),
        question=ngettext_lazy(
            "Dismiss the reports of this annotation?", "Dismiss the reports of these annotations?"
        ),
        done=ngettext_lazy(
            "The reports of %d annotation are dismissed.",
            "The reports of %d annotations are dismissed.",
        ),
        already=ngettext_lazy("%d has no report that waits.", "%d have no report that waits."),
        is_done=lambda one: not _waits(one),
        verb=lambda one, by, reason, rule: moderating.dismiss(one, by=by, reason=reason),
        takes_rule=False,
    ),
}
THREAD_ACTS: dict[str, Act] = {
    "lock": Act(
        name="lock",
        label=_("Lock thread"),
        question=ngettext_lazy("Lock this thread?", "Lock these threads?"),
        done=ngettext_lazy("%d thread is locked.", "%d threads are locked."),
        already=ngettext_lazy("%d was locked already.", "%d were locked already."),
        is_done=lambda one: bool(one.is_locked),
        verb=lambda one, by, reason, rule: moderating.lock(one, by=by, reason=reason, rule=rule),
        told=_("The thread that you opened in “{article}” was locked."),
    ),
    "unlock": Act(
        name="unlock",
        label=_("Unlock thread"),
        question=ngettext_lazy("Unlock this thread?", "Unlock these threads?"),
        done=ngettext_lazy("%d thread is open.", "%d threads are open."),
        already=ngettext_lazy("%d was open already.", "%d were open already."),
        is_done=lambda one: not one.is_locked,
        verb=lambda one, by, reason, rule: moderating.unlock(one, by=by, reason=reason, rule=rule),
        told=_("The thread that you opened in “{article}” is open again."),
    ),
    "resolve": Act(
        name="resolve",
        label=_("Resolve thread"),
        question=ngettext_lazy("Mark this thread as settled?", "Mark these threads as settled?"),
        done=ngettext_lazy("%d thread is settled.", "%d threads are settled."),
        already=ngettext_lazy("%d was settled already.", "%d were settled already."),
        is_done=lambda one: bool(one.is_resolved),
        verb=lambda one, by, reason, rule: annotating.resolve(one, by=by, reason=reason),
        takes_rule=False,
        needs_words=True,
    ),
    "reopen": Act(
        name="reopen",
        label=_("Reopen thread"),
        question=ngettext_lazy(
            "Mark this thread as open again?", "Mark these threads as open again?"
        ),
        done=ngettext_lazy("%d thread is open again.", "%d threads are open again."),
        already=ngettext_lazy("%d was not settled.", "%d were not settled."),
        is_done=lambda one: not one.is_resolved,
        verb=lambda one, by, reason, rule: annotating.reopen(one, by=by),
        takes_rule=False,
        takes_words=False,
    ),
}
