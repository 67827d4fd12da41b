"""Deciding with a reason and a rule, one thing or hundreds: the form, and calling the verbs.

The verbs are called one by one, each in its own transaction; what is not reached in the time that
one request may take is said, and offered again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations.admin.acts import Act
from annotations.logbook import REASON_LIMIT
from articles.models import SiteRule
from ncr.accounts.models import User
from ncr.fields import WordsField
from ncr.refusals import Refused

MOST = 500  # things decided at once
TIME = 20.0  # seconds that one request may take
PIECE = 20  # things that pass the gate at once, shortly before they are decided


class DecideForm(forms.Form):
    """Why something is decided: a rule of the site in force, and words for who is concerned."""

    rule = forms.ModelChoiceField(
        label=gettext_lazy("Rule of the site"),
        queryset=SiteRule.objects.none(),
        required=False,
        empty_label=gettext_lazy("No rule in particular"),
        to_field_name="number",
    )
    reason = WordsField(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=REASON_LIMIT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, act: Act, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.act = act
        help_text = _("At most %(most)d characters.") % {"most": REASON_LIMIT}
        self.fields["reason"].help_text = help_text
        if act.takes_rule:
            rules = self.fields["rule"]
            rules.queryset = SiteRule.objects.filter(retired_at=None)  # type: ignore[attr-defined]
        else:
            del self.fields["rule"]
        self.fields["reason"].required = act.needs_words
        if not act.takes_words:
            del self.fields["reason"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        is_bare = not (given.get("rule") or given.get("reason"))
        if self.act.needs_ground and is_bare and not self.errors:
            raise forms.ValidationError(_("Choose a rule or write a reason; its author reads it."))
        return given


@dataclass
class Tally:
    """What came of deciding, thing by thing."""

    done: int = 0
    already: int = 0
    gone: int = 0  # withdrawn meanwhile, or not theirs to decide
    refused: list[tuple[Any, str]] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    acted: list[int] = field(default_factory=list)  # ids of those that are done now


def decide_each(
    act: Act,
    ids: Sequence[int],
    find: Callable[[Sequence[int]], dict[int, Any]],
    *,
    by: User,
    reason: str,
    rule: SiteRule | None,
) -> Tally:
    """Calls the verb for each in turn, for as long as one request may take.

    `find` gets things through the gate, a few at a time just before, since somebody else may have
    decided them meanwhile, or their author taken them back; what happens after that the verb sees.
    """
    tally, begin = Tally(), monotonic()
    found: dict[int, Any] = {}
    for place, pk in enumerate(ids):
        if monotonic() - begin > TIME:
            tally.left = list(ids[place:])
            break
        if place % PIECE == 0:
            found = find(ids[place : place + PIECE])
        item = found.get(pk)
        if item is None:
            tally.gone += 1
        elif act.is_done(item):
            tally.already += 1
        else:
            _decide(act, item, tally, by, reason, rule)
    return tally


def _decide(
    act: Act, item: Any, tally: Tally, by: User, reason: str, rule: SiteRule | None
) -> None:
    try:
        act.verb(item, by, reason, rule)
        tally.done += 1
        tally.acted.append(item.pk)
    except Refused as refused:
        tally.refused.append((item, refused.message))
