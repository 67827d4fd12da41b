"""Where what was said stands when a text is revised: the ledger of placements.

`follow_revision` does before the transaction what takes time: it finds the anchors that stand in
changed blocks, asks the engine where their words are now, and answers a step that writes the rows.
Only anchors that moved within their blocks, or whose words changed, get a new row; so the rows
grow with what was changed and not with what was ever said.

The origin of an anchor is its latest good placement: one that is no orphan, and about which nobody
is being asked. What lost its text is looked for again in each revision, and comes back when its
words do.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from annotations.anchoring.describing import Selector
from annotations.anchoring.following import Placement as Placed
from annotations.anchoring.placing import place_in_blocks
from annotations.models import Anchor, Counter, Event, Placement
from annotations.passages import Followed, Spot
from articles.models import Block, Revision
from ncr.refusals import Conflict

Outcome, Review = Placement.Outcome, Placement.Review
PLACING = (Event.Kind.ANNOTATED, Event.Kind.PLACED)  # events after which something stands elsewhere
BATCH = 500


@dataclass(frozen=True, slots=True)
class Standing:
    """A placement that holds until the revision that is being published."""

    pk: int
    anchor: int
    thread: int
    start_key: str
    start: int
    end_key: str
    end: int
    outcome: str
    review: str

    @property
    def is_lost(self) -> bool:
        return self.outcome == Outcome.ORPHANED

    @property
    def is_good(self) -> bool:
        """Whether it can be the origin of the next one."""
        return not self.is_lost and self.review != Review.ASKED


class Text:
    """A revision's text, and its blocks by key and by place; two ways to say where words are."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.by_key = {block.key: block for block in blocks}
        self.texts = [block.text for block in blocks]
        self.whole = "\n".join(self.texts)
        self._starts = [block.start for block in blocks]

    @classmethod
    def of(cls, revision: int) -> Text:
        rows = Block.objects.filter(revision_id=revision).defer("html", "attrs")
        return cls(list(rows.order_by("position")))

    def span(self, start_key: str, start: int, end_key: str, end: int) -> tuple[int, int] | None:
        """A place in blocks as offsets in the whole text; None where its blocks are not here."""
        first, last = self.by_key.get(start_key), self.by_key.get(end_key)
        if first is None or last is None:
            return None
        return first.start + start, last.start + end

    def place(self, start: int, end: int) -> tuple[str, int, str, int]:
        """Offsets in the whole text as a place in blocks; no end is on the line feed between."""
        first = self.blocks[bisect_right(self._starts, start) - 1]
        last = self.blocks[bisect_right(self._starts, end - 1) - 1]
        if start >= first.end:
            first = self.blocks[first.position + 1]
        return (
            first.key,
            max(0, start - first.start),
            last.key,
            min(len(last.text), end - last.start),
        )

    def selector(self, span: tuple[int, int]) -> Selector:
        """What the engine is asked with: it has the whole text, and needs nothing around."""
        return Selector(*span, self.whole[slice(*span)], "", "")

    def words(self, place: tuple[str, int, str, int]) -> str:
        span = self.span(*place)
        return self.whole[slice(*span)] if span else ""


@dataclass(frozen=True, slots=True)
class Change:
    """What a revision does to a placement: the row that ends, and the one that begins."""

    standing: Standing
    place: tuple[str, int, str, int]
    outcome: str
    review: str
    quote: str
    certainty: int


def follow_revision(revision: Revision, base: Revision, **kwargs: Any) -> Callable[[], None]:
    """The step that writes down where everything said about `base` stands in `revision`.

    What listens to `revision_preparing`.
    """
    plan = Plan(revision, base)
    plan.look(plan.standing())
    return plan.write


class Plan:
    """The changes that publishing a revision makes; looked for before, written in one go."""

    def __init__(self, revision: Revision, base: Revision) -> None:
        self.revision = revision
        self.old, self.new = Text.of(base.pk), Text.of(revision.pk)
        self._seen: dict[int, Standing] = {}
        self._changes: dict[int, Change] = {}
        self._events: dict[int, int] = {}  # by audience, how many there were at `standing`
        self._same = {
            block.key
            for block in self.new.blocks
            if (before := self.old.by_key.get(block.key)) and before.text == block.text
        }

    def standing(self) -> list[Standing]:
        """All placements in this text that hold now: of notes on it, and of what points at it."""
        self._events = dict(self._counters().values_list("audience_id", "events"))
        notes = Placement.objects.filter(thread__article_id=self.revision.article_id)
        return self._listed(notes) + self._linked()

    def _linked(self) -> list[Standing]:
        """The passages at which notes on this or another article point; one query."""
        links = Placement.objects.filter(anchor__link__article_id=self.revision.article_id)
        return self._listed(links, Anchor.Role.LINK)

    def _listed(
        self, rows: QuerySet[Placement], role: Anchor.Role = Anchor.Role.TARGET
    ) -> list[Standing]:
        return [
            Standing(*row)
            for row in rows.filter(until_revision=None, anchor__role=role).values_list(
                "pk",
                "anchor_id",
                "thread_id",
                "start_key",
                "start_offset",
                "end_key",
                "end_offset",
                "outcome",
                "review",
            )
        ]

    def look(self, listed: Iterable[Standing]) -> None:
        """Finds out what becomes of placements that were not seen yet, or are others by now."""
        fresh = [one for one in listed if self._seen.get(one.pk) != one]
        self._seen.update((one.pk, one) for one in fresh)
        for one in fresh:
            self._changes.pop(one.pk, None)  # of what a person decided otherwise meanwhile
        touched = [one for one in fresh if one.is_good and not self._is_untouched(one)]
        for change in [*self._follow(touched), *self._return(fresh)]:
            self._changes[change.standing.pk] = change

    def changes(self) -> list[Change]:
        """What `write` would write, by what was looked at so far."""
        return list(self._changes.values())

    def write(self) -> None:
        """Ends the rows that changed and begins new ones; what came since `look` is seen to first.

        Runs in the transaction that publishes, which holds the article; the counters are locked,
        so that nobody writes here meanwhile.
        """
        # A link is written with this article locked: those that there are now are all
        self.look(self._listed(self._placed_since()) + self._linked())
        changes = self._holding()
        for batch in batches([change.standing.pk for change in changes]):
            Placement.objects.filter(pk__in=batch).update(until_revision=self.revision)
        Placement.objects.bulk_create(map(self._row, changes), batch_size=BATCH)

    def _placed_since(self) -> QuerySet[Placement]:
        """The placements of threads with something placed since `standing`; locks the counters.

        One query of the events, whatever else was said meanwhile.
        """
        since = Q(pk=None)
        locked = self._counters().select_for_update().order_by("pk")
        for audience, events in locked.values_list("audience_id", "events"):
            if events > (known := self._events.get(audience, 0)):
                since |= Q(audience_id=audience, seq__gt=known)
        placed = Event.objects.filter(since, article_id=self.revision.article_id, kind__in=PLACING)
        return Placement.objects.filter(
            thread_id__in=set(placed.values_list("thread_id", flat=True))
        )

    def _holding(self) -> list[Change]:
        """The changes of rows that still hold: some may be gone, with who wrote there."""
        holding: set[int] = set()
        for batch in batches(list(self._changes)):
            rows = Placement.objects.current().filter(pk__in=batch)
            holding.update(rows.values_list("pk", flat=True))
        return [change for pk, change in self._changes.items() if pk in holding]

    def _counters(self) -> QuerySet[Counter]:
        return Counter.objects.filter(article_id=self.revision.article_id)

    def _row(self, change: Change) -> Placement:
        start_key, start, end_key, end = change.place
        return Placement(
            anchor_id=change.standing.anchor,
            thread_id=change.standing.thread,
            from_revision=self.revision,
            outcome=change.outcome,
            review=change.review,
            start_key=start_key,
            start_offset=start,
            end_key=end_key,
            end_offset=end,
            quote=change.quote,
            certainty=change.certainty,
        )

    def _is_untouched(self, one: Standing) -> bool:
        """Whether every block that it covers is as before, and in the same order."""
        if one.start_key not in self._same or one.end_key not in self._same:
            return False
        if one.start_key == one.end_key:
            return True
        return _keys_between(self.old, one) == _keys_between(self.new, one) and all(
            key in self._same for key in _keys_between(self.old, one)
        )

    def _follow(self, touched: Sequence[Standing]) -> Iterator[Change]:
        """Where placements in changed blocks are now."""
        whole = _whole_blocks(touched)
        spans = [self.old.span(one.start_key, one.start, one.end_key, one.end) for one in touched]
        asked = [(one, span) for one, span in zip(touched, spans, strict=True) if span]
        yield from self._found(self.old, asked, whole)

    def _return(self, fresh: Sequence[Standing]) -> Iterator[Change]:
        """Whether what is lost, or being asked about, stands somewhere now; from its origin."""
        waiting = {one.anchor: one for one in fresh if not one.is_good}
        for origin, places in _origins(list(waiting)).items():
            text = Text.of(origin)
            asked = []
            for anchor, place in places:
                span = text.span(*place)
                one = waiting[anchor]
                # A whole text is not aligned for words that occur nowhere in it
                if span and (not one.is_lost or text.whole[slice(*span)] in self.new.whole):
                    asked.append((one, span))
            if asked:
                whole = _whole_blocks([one for one, _where in asked])
                yield from self._found(text, asked, whole)

    def _found(
        self,
        origin: Text,
        asked: Sequence[tuple[Standing, tuple[int, int]]],
        whole: set[int],
    ) -> Iterator[Change]:
        if not asked:
            return
        found = _placed(origin, self.new, [span for _who, span in asked])
        quotes = _quotes([one.anchor for one, _where in asked])
        for (one, _where), placed in zip(asked, found, strict=True):
            change = self._change(one, placed, quotes[one.anchor], one.anchor in whole)
            if change is not None:
                yield change

    def _change(
        self, one: Standing, placed: Placed, quote: str, is_whole_block: bool
    ) -> Change | None:
        """The change, or None where it stands as it stood."""
        block = self.new.by_key.get(one.start_key) if is_whole_block and one.is_good else None
        if block is not None:
            # A note on a paragraph stays with the paragraph, whatever is written in it
            before = self.old.by_key[block.key].text
            outcome = Outcome.UNCHANGED if before == block.text else Outcome.EDITED
            place, review = (block.key, 0, block.key, len(block.text)), str(Review.NONE)
            certainty = 100
        elif placed.span is None:
            outcome, place, certainty = Outcome.ORPHANED, ("", 0, "", 0), 100
            review = str(Review.NONE)
        else:
            outcome, place = Outcome(placed.outcome), self.new.place(*placed.span)
            review = str(Review.ASKED if placed.is_asked else Review.NONE)
            certainty = round(100 * placed.confidence)
        if outcome == Outcome.ORPHANED and one.is_lost:
            return None
        is_there = place == (one.start_key, one.start, one.end_key, one.end)
        if is_there and outcome == Outcome.UNCHANGED and one.is_good:
            return None
        if is_there and review == Review.ASKED and one.review == Review.ASKED:
            return None
        words = self.new.words(place)
        return Change(one, place, outcome, review, "" if words == quote else words, certainty)


def follow(spot: Spot, revision: int) -> Followed:
    """Where a passage that a reader saw in an earlier revision stands in this one.

    Raises Conflict where its words are gone, or where it is not sure which they are.
    """
    old, new = Text.of(spot.revision), Text.of(revision)
    span = old.span(spot.start_key, spot.start_offset, spot.end_key, spot.end_offset)
    placed = _placed(old, new, [span])[0] if span else None
    if placed is None or placed.span is None or placed.is_asked:
        raise Conflict(
            _(
                "The text was revised while you wrote, and the words that you selected are not"
                " in it any more. Select the passage again; what you wrote is kept here."
            ),
            "passage",
        )
    place = new.place(*placed.span)
    if spot.whole_block and (block := new.by_key.get(spot.start_key)):
        place = (block.key, 0, block.key, len(block.text))
    words = new.words(place)
    quote = "" if words == spot.selector.quote else words
    return Followed(revision, place, placed.outcome, quote, round(100 * placed.confidence))


def _placed(old: Text, new: Text, spans: Sequence[tuple[int, int]]) -> list[Placed]:
    return place_in_blocks([old.selector(span) for span in spans], old.texts, new.texts)


def _keys_between(text: Text, one: Standing) -> list[str]:
    first, last = text.by_key[one.start_key].position, text.by_key[one.end_key].position
    return [block.key for block in text.blocks[first : last + 1]]


def _whole_blocks(listed: Sequence[Standing]) -> set[int]:
    """The anchors among these that point at a block as a whole."""
    found: set[int] = set()
    for batch in batches([one.pk for one in listed]):
        rows = Placement.objects.filter(pk__in=batch, anchor__is_whole_block=True)
        found.update(rows.values_list("anchor_id", flat=True))
    return found


def _quotes(anchors: Sequence[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for batch in batches(anchors):
        rows = Placement.objects.filter(anchor_id__in=batch)
        found.update(rows.values_list("anchor_id", "anchor__quote"))
    return found


def _origins(anchors: Sequence[int]) -> dict[int, list[tuple[int, tuple[str, int, str, int]]]]:
    """By revision, the anchors whose latest good placement held last in it, and where."""
    latest: dict[int, Any] = {}
    for batch in batches(anchors):
        rows = Placement.objects.filter(anchor_id__in=batch).exclude(outcome=Outcome.ORPHANED)
        for row in rows.exclude(review=Review.ASKED).order_by("from_revision__number"):
            latest[row.anchor_id] = row
    # The blocks that it stood in did not change while it held: any revision of that time will do
    by_revision: dict[int, list[tuple[int, tuple[str, int, str, int]]]] = defaultdict(list)
    for anchor, row in latest.items():
        place = (row.start_key, row.start_offset, row.end_key, row.end_offset)
        by_revision[row.from_revision_id].append((anchor, place))
    return by_revision


def batches(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Some at a time, as many as one statement may name."""
    yield from (items[begin : begin + BATCH] for begin in range(0, len(items), BATCH))
