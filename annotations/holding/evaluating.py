"""Asking the rules that are on about what somebody is about to say.

Before the transaction of the verb, since a service that is asked may take seconds.
"""

from __future__ import annotations

from typing import NamedTuple

from annotations.holding.contributing import Contribution
from annotations.holding.kinds import CHOSEN, LOOKS
from annotations.models import HoldRule
from annotations.visibility import moderates, scopes_of
from ncr.accounts.models import Audience, User
from ncr.accounts.sanctioned import is_held
from ncr.statements import Compiled

FOUND_LIMIT = 200
SANCTION = "sanction"  # the kind of a firing that is no rule's
OPEN_KINDS = (Audience.Kind.EVERYONE, Audience.Kind.MEMBERS)


class Fired(NamedTuple):
    """What wants something held, and what it found: a rule, or a sanction of its author."""

    kind: str
    found: str
    rule: HoldRule | None


def fired_at(one: Contribution) -> list[Fired]:
    """What wants this held: a sanction of its author, and the rules in their order, all that do.

    One query where no rule is on; each kind that asks the database, one more.
    """
    if one.audience.kind not in OPEN_KINDS:
        return []
    sanctioned = [Fired(SANCTION, "", None)] if is_held(one.by) else []
    rules = _rules.rows()
    if not (sanctioned or rules) or _moderates(one):
        return []
    if one.by.trust == User.Trust.TRUSTED:
        rules = [rule for rule in rules if rule.kind in CHOSEN]
    found = ((rule, LOOKS[rule.kind](rule, one)) for rule in rules if rule.kind in LOOKS)
    fired = [Fired(rule.kind, words[:FOUND_LIMIT], rule) for rule, words in found if words]
    return sanctioned + fired


def _moderates(one: Contribution) -> bool:
    """Whether its author would be the one to let it through; no query for those without a role."""
    scopes = scopes_of(one.by)
    if scopes.site or one.article.pk in scopes.articles:
        return True
    if not scopes.topics:
        return False
    named = any(topic.pk in scopes.topics for topic in one.filed_under)
    return named or (one.thread is not None and moderates(one.by, one.thread))


_rules: Compiled[HoldRule] = Compiled(
    lambda: HoldRule.objects.filter(is_on=True).order_by("position", "pk")
)
