"""A decision as who is concerned reads it: what, on which words, why, by what, how to object.

The words are those of the version that was judged, as far as the gate shows them to the reader;
what was removed lies sealed and is not shown to its author.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from annotations.appealing import appeal_until, may_answer, why_no_appeal
from annotations.models import Annotation, AnnotationVersion, Appeal, Decision
from annotations.reading.sanctions import meaning
from ncr.accounts.models import Sanction, User
from ncr.labels import label_of


@dataclass(frozen=True)
class Decided:
    """A decision, with what this reader may see of what it is about."""

    decision: Decision
    words: str | None  # None where nobody is shown them
    appeal: Appeal | None
    is_own: bool
    why_no_appeal: str

    @property
    def sentence(self) -> str:
        """What was decided, as who is concerned reads it, or as moderators do."""
        if not self.is_own:
            return self._of_others
        sanction = self.decision.sanction
        if sanction is not None:
            return meaning(sanction.kind, sanction.until)
        return {
            "hide": _("What you wrote was hidden"),
            "remove": _("What you wrote was removed"),
            "ask": _("You were asked to change what you wrote"),
            "profile": _("What you show of yourself was taken back"),
        }.get(self.decision.act, _("A decision was taken about something of yours"))

    @property
    def _of_others(self) -> str:
        sanction = self.decision.sanction
        if sanction is not None:
            return label_of(Sanction.Kind, sanction.kind)
        return {
            "hide": _("Their words were hidden"),
            "remove": _("Their words were removed"),
            "ask": _("They were asked to change their words"),
            "profile": _("What they show of themselves was taken back"),
        }.get(self.decision.act, _("A decision was taken about something of theirs"))

    @property
    def until(self) -> datetime:
        """Until when one may object."""
        return appeal_until(self.decision)

    @property
    def outcome(self) -> str:
        """What became of the appeal; empty while it waits."""
        if self.appeal is None or not self.appeal.outcome:
            return ""
        return str(Appeal.Outcome(self.appeal.outcome).label)


def decided_for(reader: User, uuid: UUID) -> Decided | None:
    """The decision, for who is concerned and for those who moderate it; None for all others."""
    related = ("person", "sanction", "rule", "by", "annotation__thread__article", "appeal")
    found = Decision.objects.select_related(*related).filter(uuid=uuid).first()
    if found is None:
        return None
    is_own = found.person_id == reader.pk
    if not is_own and not may_answer(reader, found):
        return None
    return Decided(
        decision=found,
        words=words_judged(found, reader),
        appeal=getattr(found, "appeal", None),
        is_own=is_own,
        why_no_appeal=why_no_appeal(found, timezone.now()),
    )


def words_judged(decision: Decision, reader: User) -> str | None:
    """What the version said that was judged, as far as the gate shows it to `reader`."""
    seen: Any = Annotation.objects.visible_to(reader)
    if decision.person_id != reader.pk:
        seen = Annotation.objects.moderated_by(reader, sealed=True)
    if not seen.filter(pk=decision.annotation_id).exists():
        return None
    judged = AnnotationVersion.objects.filter(
        annotation=decision.annotation_id, number=decision.version or 0
    )
    return judged.values_list("body", flat=True).first()
