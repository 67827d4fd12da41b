"""Who answered in one word, to whom may read what they answered.

Whoever reads an annotation may know who reacted to it; those whose account is closed are neither
named nor counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import Case, Count, F, OuterRef, QuerySet, Subquery, Value, When, Window
from django.db.models.functions import RowNumber

from annotations.models import Reaction
from ncr.statements import Compiled

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User

KINDS = Reaction.Kind.values
MOST_NAMED = 100  # people of one kind at one annotation; the rest is counted


@dataclass(slots=True)
class Reacted:
    """One kind of reaction to one annotation: how many, whether the reader, and who."""

    kind: str
    count: int = 0
    is_mine: bool = False
    people: list[tuple[str, str]] = field(default_factory=list)  # (name, username)

    @property
    def label(self) -> str:
        return str(Reaction.Kind(self.kind).label)

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.count - len(self.people)


def counted(kind: str) -> Subquery:
    """How many reacted so, as part of a query for annotations; NULL for none."""
    rows = Reaction.objects.filter(annotation=OuterRef("pk"), kind=kind, person__is_active=True)
    per_annotation = rows.order_by().values("annotation").annotate(number=Count("pk"))
    return Subquery(per_annotation.values("number"))


def reacted_to(
    annotations: Sequence[int], user: User | AnonymousUser
) -> dict[int, dict[str, Reacted]]:
    """The reactions to annotations that passed the gate, by id and kind; one query.

    Of each kind at each at most a hundred people are named, the reader first, then the earliest.
    """
    me = user.pk if user.is_authenticated else None
    found: dict[int, dict[str, Reacted]] = {pk: {} for pk in annotations}
    rows = _reactions.rows(ids=annotations, me=me or 0)
    for pk, kind, person, name, username, count in rows:
        one = found[pk].setdefault(kind, Reacted(kind, count))
        one.is_mine |= person == me
        one.people.append((name or username, username))
    return found


def kinds_of(reacted: dict[str, Reacted]) -> list[Reacted]:
    """All kinds in their order, those that nobody chose too."""
    return [reacted.get(kind) or Reacted(kind) for kind in KINDS]


def _reactions_query(*, ids: Sequence[int], me: int) -> QuerySet[Reaction, Any]:
    group = [F("annotation_id"), F("kind")]
    is_other = Case(When(person_id=me, then=Value(0)), default=Value(1))
    return (
        Reaction.objects.filter(annotation_id__in=ids, person__is_active=True)
        .annotate(
            number=Window(Count("pk"), partition_by=group),
            place=Window(RowNumber(), partition_by=group, order_by=[is_other, F("id").asc()]),
        )
        .filter(place__lte=MOST_NAMED)
        .order_by("annotation_id", "kind", "place")
        .values_list(
            "annotation_id",
            "kind",
            "person_id",
            "person__display_name",
            "person__username",
            "number",
        )
    )


_reactions: Compiled[Any] = Compiled(_reactions_query)
