"""The first page: what is being discussed, what is new, and where this reader left off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import OuterRef, QuerySet, Subquery

from annotations.models import Annotation, Reading
from annotations.reading.entries import Entry, entries_of
from annotations.reading.listing import Listed, counted, listed
from ncr.accounts.models import ReadingGroup

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User

MOST_ARTICLES = 4
MOST_SAID = 4
MOST_GROUPS = 8


@dataclass(frozen=True, slots=True)
class Home:
    """What stands there for one reader; an article stands in one of the lists only."""

    opened: list[Listed]
    discussed: list[Listed]
    newest: list[Listed]
    said: list[Entry]
    groups: list[ReadingGroup]

    @property
    def is_empty(self) -> bool:
        return not (self.opened or self.discussed or self.newest)

    @property
    def new(self) -> int:
        return sum(one.state.new for one in self.opened)


def home_for(user: User | AnonymousUser) -> Home:
    """Four queries for articles with those of their digests, five for what was said last.

    A member's groups, and what is new to them, are three more.
    """
    rows = counted(user)
    opened = list(_opened(rows, user)) if user.is_authenticated else []
    left = rows.exclude(pk__in=[one.pk for one in opened])
    discussed = list(left.filter(notes__gt=0).order_by("-latest", "-pk")[:MOST_ARTICLES])
    left = left.exclude(pk__in=[one.pk for one in discussed])
    newest = list(left.order_by("-created_at", "-pk")[:MOST_ARTICLES])
    told = {one.article.pk: one for one in listed([*opened, *discussed, *newest], user)}
    return Home(
        opened=[told[one.pk] for one in opened],
        discussed=[told[one.pk] for one in discussed],
        newest=[told[one.pk] for one in newest],
        said=_said(user),
        groups=_groups(user),
    )


def _opened(rows: QuerySet[Any], user: User | AnonymousUser) -> QuerySet[Any]:
    visits = Reading.objects.filter(person_id=user.pk, article=OuterRef("pk"))
    begun: QuerySet[Any] = rows.annotate(visited=Subquery(visits.values("visited_at")[:1]))
    return begun.filter(visited__isnull=False).order_by("-visited")[:MOST_ARTICLES]


def _said(user: User | AnonymousUser) -> list[Entry]:
    """The newest that everybody in their audience may read; never notes to oneself."""
    rows = (
        Annotation.objects.visible_to(user)
        .filter(moderation=Annotation.Moderation.PUBLISHED, withdrawn_at=None)
        .exclude(thread__audience_kind="person")
        .select_related("thread__article", "author")
        .order_by("-pk")
    )
    return entries_of(list(rows[:MOST_SAID]), user)


def _groups(user: User | AnonymousUser) -> list[ReadingGroup]:
    if not user.is_authenticated:
        return []
    mine = ReadingGroup.objects.filter(memberships__person_id=user.pk)
    return list(mine.order_by("name")[:MOST_GROUPS])
