"""Sanctions as their person reads them: what it means, until when, and what came before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from annotations.models import Decision
from articles.models import SiteRule
from ncr.accounts.models import Sanction, User
from ncr.accounts.sanctioned import is_active, moment
from ncr.labels import label_of

Kind = Sanction.Kind


@dataclass(frozen=True)
class Shown:
    """A sanction with what is said of it."""

    sanction: Sanction
    rule: SiteRule | None
    is_active: bool

    @property
    def decision(self) -> Decision | None:
        """The statement of reasons, where its person objects."""
        return next(iter(self.sanction.decisions.all()), None)

    @property
    def label(self) -> str:
        return label_of(Kind, self.sanction.kind)

    @property
    def sentence(self) -> str:
        """What it means for its person."""
        return meaning(self.sanction.kind, self.sanction.until)

    @property
    def waits(self) -> bool:
        """Whether its person has to say that they read it."""
        return self.is_active and self.sanction.kind == Kind.WARNING

    @property
    def end(self) -> str:
        """How it came to an end; empty while it is active."""
        if self.is_active:
            return ""
        if self.sanction.lifted_at is not None:
            return _("Lifted on %(day)s") % {"day": moment(self.sanction.lifted_at)}
        if self.sanction.acknowledged_at is not None:
            return _("You read it on %(day)s") % {"day": moment(self.sanction.acknowledged_at)}
        return _("Ended on %(day)s") % {"day": moment(self.sanction.until)}


def sanctions_shown(person: User) -> list[Shown]:
    """All sanctions that somebody ever had, the latest first; three queries."""
    now = timezone.now()
    listed = list(
        Sanction.objects.filter(person=person).prefetch_related("decisions").order_by("-pk")
    )
    numbers = {one.rule for one in listed if one.rule}
    rules = {rule.number: rule for rule in SiteRule.objects.filter(number__in=numbers)}
    return [Shown(one, rules.get(one.rule or 0), is_active(one, now)) for one in listed]


def meaning(kind: str, until: datetime | None) -> str:
    """What a sanction means for its person, in one sentence."""
    when = {"until": moment(until)}
    if kind == Kind.WARNING:
        return _("You were warned")
    if until is None:
        return {
            Kind.HOLD.value: _("What you write waits for a moderator before others see it"),
            Kind.SILENCE.value: _("You cannot write here until a moderator lifts this"),
            Kind.SUSPEND.value: _("You cannot sign in until a moderator lifts this"),
        }.get(kind, _("Something was decided about your account"))
    return {
        Kind.HOLD.value: _("Until %(until)s what you write waits for a moderator") % when,
        Kind.SILENCE.value: _("You cannot write here until %(until)s") % when,
        Kind.SUSPEND.value: _("You cannot sign in until %(until)s") % when,
    }.get(kind, _("Something was decided about your account"))


def sanctioned_in_words(facts: Mapping[str, Any]) -> str:
    """What a notice about a sanction says."""
    kind = str(facts.get("what", ""))
    if facts.get("act") == "lift":
        lifted = {
            Kind.WARNING.value: _("A warning was taken back"),
            Kind.HOLD.value: _("What you write no longer waits for a moderator"),
            Kind.SILENCE.value: _("You can write here again"),
            Kind.SUSPEND.value: _("You can sign in again"),
        }
        return lifted.get(kind, _("Something was decided about your account"))
    return meaning(kind, parse_datetime(str(facts.get("until", ""))))
