"""The verbs of owners about rules before publication: each leaves an entry in the log."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from annotations.logbook import log_act
from annotations.models import HoldRule
from annotations.roles import is_owner
from ncr.accounts.models import User
from ncr.refusals import NotAllowed


@transaction.atomic
def keep_rule(rule: HoldRule, *, by: User, changed: str = "") -> HoldRule:
    """Saves a rule that is new, which comes last, or one whose fields `changed`, by their names."""
    _check_owner(by)
    is_new = rule.pk is None
    if is_new:
        last = HoldRule.objects.aggregate(last=Max("position"))["last"]
        rule.position = 0 if last is None else last + 1
    rule.save()
    if is_new or changed:
        _log(rule, "hold-add" if is_new else "hold-change", by, str(rule) if is_new else changed)
    return rule


@transaction.atomic
def drop_rule(rule: HoldRule, *, by: User) -> None:
    """Deletes a rule; what it held stays held, and says of which kind the rule was."""
    _check_owner(by)
    _log(rule, "hold-delete", by, str(rule))
    rule.delete()


@transaction.atomic
def switch(rule: HoldRule, on: bool, *, by: User) -> None:
    """Turns a rule on or off; what it held stays held."""
    _check_owner(by)
    if HoldRule.objects.filter(pk=rule.pk, is_on=not on).update(is_on=on):
        _log(rule, "hold-on" if on else "hold-off", by, str(rule))


@transaction.atomic
def move(rule: HoldRule, *, up: bool, by: User) -> None:
    """Moves a rule before the one above it, or after the one below; at an end it stays."""
    _check_owner(by)
    listed = list(HoldRule.objects.select_for_update().order_by("position", "pk"))
    place = next(at for at, one in enumerate(listed) if one.pk == rule.pk)
    to = place - 1 if up else place + 1
    if not 0 <= to < len(listed):
        return
    listed.insert(to, listed.pop(place))
    for position, one in enumerate(listed):
        one.position = position
    HoldRule.objects.bulk_update(listed, ["position"])
    _log(rule, "hold-move", by, f"{rule}: {place + 1} → {to + 1}")


def _log(rule: HoldRule, act: str, by: User, words: str) -> None:
    log_act(f"hold-rule {rule.pk}", act, by=by, reason=words[:300])


def _check_owner(by: User) -> None:
    if not is_owner(by):
        raise NotAllowed(_("Only an owner of the site writes these rules."))
