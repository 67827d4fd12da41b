"""What revisions did to what was said: the ledger in figures and one by one, through the gate.

A row of the ledger begins in the revision that changed something for its anchor, and holds until
the next. So what a revision did is told by the rows that begin in it, and what stayed by those
that hold through it; anchors that were made on the revision itself are no part of either.
"""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Value, When

from annotations.models import Annotation, Placement, Thread
from annotations.models.anchor import PlacementQuerySet
from annotations.reading.changed import reviewed_line
from annotations.reading.paging import window
from articles.comparing import SAME, Piece, pieces_html, word_changes
from articles.models import Article, Revision

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User

PAGE = 30
Outcome, Review = Placement.Outcome, Placement.Review
# What became of a passage; the first two are for somebody to look at
ASKED, LOST, BACK, EDITED, STAYED = "asked", "lost", "back", "edited", "stayed"
RANKS = {ASKED: 0, LOST: 1, BACK: 2, EDITED: 3, STAYED: 4}
NAMES = {rank: name for name, rank in RANKS.items()}


@dataclass(frozen=True, slots=True)
class Figures:
    """How many annotations a revision left where they were, and what it did to the others."""

    stayed: int = 0
    edited: int = 0
    asked: int = 0
    lost: int = 0
    back: int = 0

    @property
    def any(self) -> bool:
        return any((self.stayed, self.edited, self.asked, self.lost, self.back))


@dataclass(slots=True)
class Entry:
    """One annotation in the ledger of a revision: its passage before and after, and its outcome.

    `author` is empty where the reader may not see who wrote it.
    """

    placement: Placement
    what: str
    pieces: tuple[Piece, ...]
    note: Annotation | None = None

    @property
    def thread(self) -> Thread:
        found: Thread = self.placement.thread
        return found

    @property
    def html(self) -> str:
        return pieces_html(self.pieces)

    @property
    def reviewed(self) -> str:
        return reviewed_line(self.placement.review)


def placements_of(article: Article, user: User | AnonymousUser) -> PlacementQuerySet:
    """The ledger of an article as far as `user` may see it: the first passage of each thread."""
    threads = Thread.objects.visible_to(user).filter(article=article)
    return Placement.objects.of_openings().filter(thread__in=threads)


def figures_of(article: Article, user: User | AnonymousUser) -> dict[int, Figures]:
    """The figures of every revision, by its number; two queries, however many there are."""
    rows = placements_of(article, user)
    began: dict[int, Tally[str]] = {}
    holding: Tally[int] = Tally()  # by revision, how many more stand from it on
    counted = (
        _ranked(rows)
        .annotate(is_new=Q(anchor__revision=F("from_revision")))
        .order_by()
        .values_list("from_revision__number", "rank", "outcome", "is_new")
        .annotate(count=Count("pk"))
    )
    for number, rank, outcome, is_new, count in counted:
        begun = began.setdefault(number, Tally())
        begun["new" if is_new else NAMES[rank]] += count
        if outcome != Outcome.ORPHANED:
            begun["standing"] += count
            holding[number] += count
    ended = (
        rows.filter(until_revision__isnull=False)
        .exclude(outcome=Outcome.ORPHANED)
        .order_by()
        .values_list("until_revision__number")
        .annotate(count=Count("pk"))
    )
    for number, count in ended:
        holding[number] -= count
    return _summed(began, holding, article)


def _summed(
    began: dict[int, Tally[str]], holding: Tally[int], article: Article
) -> dict[int, Figures]:
    found: dict[int, Figures] = {}
    standing = 0
    for number in range(1, article.standing.number + 1):
        standing += holding[number]
        here = began.get(number, Tally())
        found[number] = Figures(
            stayed=standing - here["standing"] + here[STAYED],
            edited=here[EDITED],
            asked=here[ASKED],
            lost=here[LOST],
            back=here[BACK],
        )
    return found


def _ranked(rows: PlacementQuerySet, in_: Revision | None = None) -> QuerySet[Any]:
    """With `rank`: what the revision in which they began did to them, what needs a look first.

    Or what the revision `in_` did, which left those alone that began before it.
    """
    began_before = ~Q(from_revision=in_) if in_ else Q(pk__in=[])
    lost_before = Placement.objects.filter(
        anchor=OuterRef("anchor"), until_revision=OuterRef("from_revision"), outcome="orphaned"
    )
    return rows.annotate(
        rank=Case(
            When(began_before & ~Q(outcome=Outcome.ORPHANED), then=Value(RANKS[STAYED])),
            When(review=Review.ASKED, then=Value(RANKS[ASKED])),
            When(outcome=Outcome.ORPHANED, then=Value(RANKS[LOST])),
            When(Exists(lost_before), then=Value(RANKS[BACK])),
            When(outcome__in=[Outcome.EDITED, Outcome.SPLIT], then=Value(RANKS[EDITED])),
            default=Value(RANKS[STAYED]),
        )
    )


def changes_of(
    revision: Revision,
    article: Article,
    user: User | AnonymousUser,
    *,
    mine: bool = False,
    every: bool = False,
    after: str = "",
) -> tuple[list[Entry], str]:
    """A page of what a revision did to each annotation, and the cursor of the next; four queries.

    Those whose words are another's now; with `every` also those that stayed. With `mine` only
    what `user` wrote.
    """
    standing = placements_of(article, user).filter(anchor__revision__number__lt=revision.number)
    if every:
        rows = _ranked(standing.in_revision(revision.number), revision)
    else:
        rows = _ranked(standing.filter(from_revision=revision)).exclude(rank=RANKS[STAYED])
    if mine:
        rows = rows.filter(anchor__annotation__author_id=user.pk)
    rows = rows.select_related("anchor", "thread", "reviewed_by")
    page, following = window(rows, ("rank", "pk"), after, PAGE)
    return _entries(page, revision, user), following


def _entries(
    page: Sequence[Placement], revision: Revision, user: User | AnonymousUser
) -> list[Entry]:
    anchors = [one.anchor for one in page]
    notes = {
        note.pk: note
        for note in Annotation.objects.visible_to(user)
        .filter(pk__in=[anchor.annotation_id for anchor in anchors])
        .select_related("author")
        .defer("body", "body_html")
    }
    ended = Placement.objects.filter(anchor__in=anchors, until_revision=revision)
    before = dict(ended.values_list("anchor_id", "quote"))
    return [
        Entry(
            one,
            NAMES[one.rank],  # type: ignore[attr-defined]
            _pieces(one, before.get(one.anchor_id, "")),
            notes.get(one.anchor.annotation_id),
        )
        for one in page
    ]


def _pieces(one: Placement, before: str) -> tuple[Piece, ...]:
    """The passage before against the passage after; whole where it is gone."""
    quote = one.anchor.quote
    if one.outcome == Outcome.ORPHANED:
        return (Piece(SAME, before or quote),)
    return word_changes(before or quote, one.quote or quote)
