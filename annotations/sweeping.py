"""Removing all that somebody wrote, for accounts that only spam, and bringing it back.

Each annotation is removed and restored by the verbs of moderation, with its own entry in the log.
An entry about the person begins the wave and names it: what it removed are the removals by the same
moderator, with the same reason and rule, that follow it. What somebody decided anew since is left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import monotonic

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from annotations import moderating
from annotations.logbook import checked_reason, log_act
from annotations.models import Annotation, ModerationEntry
from annotations.sanctioning import check_may_sanction
from articles.models import SiteRule
from ncr.accounts.models import User
from ncr.refusals import Refused

TIME = 20.0  # seconds that one request may take
BEGUN, BACK = "sweep", "bring back"  # acts in the log
RELATED = ("author", "thread__article", "thread__audience")


@dataclass
class Swept:
    """How far it got."""

    done: int = 0
    left: int = 0
    refused: list[str] = field(default_factory=list)


def written_by(person: User, by: User) -> QuerySet[Annotation]:
    """What somebody wrote that stands and that `by` moderates; notes to oneself are not in it."""
    found: QuerySet[Annotation] = Annotation.objects.moderated_by(by).filter(author=person)
    return found.order_by("pk")


def sweep(
    person: User, *, by: User, reason: str, rule: SiteRule | None = None
) -> tuple[ModerationEntry, Swept]:
    """Removes all that somebody wrote, for as long as a request may take; `go_on` does the rest."""
    check_may_sanction(by, person)
    words = checked_reason(reason)
    if not words:
        raise Refused(_("Say why; the person reads it."), "reason")
    wave = log_act(f"person {person.pk}", BEGUN, by=by, reason=words, rule=rule)
    return wave, go_on(wave, person, by=by)


def go_on(wave: ModerationEntry, person: User, *, by: User) -> Swept:
    """Goes on with what its own moderator began."""
    check_may_sanction(by, person)
    if wave.by != by.pk:
        raise Refused(_("Somebody else began this; begin it anew."))
    rule = SiteRule.objects.filter(number=wave.rule).first() if wave.rule else None

    def remove(pk: int) -> None:
        found = written_by(person, by).select_related(*RELATED).filter(pk=pk).first()
        if found is not None:
            moderating.remove(found, by=by, reason=wave.reason, rule=rule)

    return _each(list(written_by(person, by).values_list("pk", flat=True)), remove)


def waves_of(person: User) -> list[ModerationEntry]:
    """The waves in which all that somebody wrote was removed, the latest first; one query."""
    found = ModerationEntry.objects.filter(subject=f"person {person.pk}", act=BEGUN)
    return list(found.order_by("-pk"))


def removed_in(wave: ModerationEntry, person: User) -> list[tuple[int, str]]:
    """What a wave removed and nobody decided since: ids, and the state before. Three queries."""
    sealed = dict(
        Annotation.objects.filter(author=person, moderation="removed").values_list("uuid", "pk")
    )
    about = ModerationEntry.objects.filter(annotation__in=sealed, pk__gt=wave.pk)
    last = {one.annotation: one for one in about.exclude(after="").order_by("pk")}
    later = ModerationEntry.objects.filter(
        subject=wave.subject, act=BEGUN, by=wave.by, reason=wave.reason, pk__gt=wave.pk
    )
    end = later.order_by("pk").values_list("pk", flat=True).first()
    return [
        (sealed[uuid], one.before)
        for uuid, one in last.items()
        if uuid is not None
        and (one.act, one.by, one.reason, one.rule) == ("remove", wave.by, wave.reason, wave.rule)
        and (end is None or one.pk < end)
    ]


def bring_back(wave: ModerationEntry, person: User, *, by: User, reason: str) -> Swept:
    """Brings back just what a wave removed: what was hidden is hidden again, the rest is shown."""
    check_may_sanction(by, person)
    words = checked_reason(reason)
    if not words:
        raise Refused(_("Say why; the person reads it."), "reason")
    before = dict(removed_in(wave, person))

    def restore(pk: int) -> None:
        sealed = Annotation.objects.moderated_by(by, sealed=True).filter(moderation="removed")
        found = sealed.select_related(*RELATED).filter(pk=pk).first()
        if found is not None and before[pk] == "hidden":
            moderating.hide(found, by=by, reason=words)
        elif found is not None:
            moderating.restore(found, by=by, reason=words)

    log_act(f"person {person.pk}", BACK, by=by, reason=words)
    return _each(sorted(before), restore)


def _each(ids: Sequence[int], act: Callable[[int], None]) -> Swept:
    swept, begin = Swept(), monotonic()
    for place, pk in enumerate(ids):
        if monotonic() - begin > TIME:
            swept.left = len(ids) - place
            break
        try:
            act(pk)
            swept.done += 1
        except Refused as refused:
            swept.refused.append(refused.message)
    return swept
