"""Where a span of an old text stands in a new one, told by the words of it that survive."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from annotations.anchoring.correcting import (
    CORRECTED_LENGTH,
    Span,
    corrected,
    with_corrected_ends,
    with_joined_words,
    words_of,
)
from articles.aligning.alignment import Alignment, Piece
from articles.aligning.skeleton import climbing

# The share of a quotation, in words and in letters, below which it is an orphan, and below which a
# person is asked
ORPHAN = 0.25
ASKED = 0.5
PLAIN = 0.9  # past this words need not be counted

# Two parts of a quotation belong together while no more was written between them than this many
# times its own length, and a line
STRETCH = 1.0
LINE = 70

# A second place that holds more than this share of what the best one holds makes it doubtful
RIVAL = 0.5


class Outcome(StrEnum):
    UNCHANGED = "unchanged"
    EDITED = "edited"
    SPLIT = "split"  # it now reaches over more blocks, or parts of it stand elsewhere
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an anchor stands: new_text[start:end], both None for an orphan."""

    outcome: Outcome
    confidence: float  # 0..1; of an orphan 0
    start: int | None = None
    end: int | None = None
    is_asked: bool = False  # whether a person should confirm it
    is_moved: bool = False  # whether it stands out of the order of the old text

    @property
    def span(self) -> tuple[int, int] | None:
        return None if self.start is None or self.end is None else (self.start, self.end)


ORPHANED = Placement(Outcome.ORPHANED, 0.0)


class _Part(NamedTuple):
    """old[old:old + length] stands at new[start:end], which is as long."""

    start: int
    end: int
    old: int
    piece: int

    @property
    def until(self) -> int:
        return self.old + self.end - self.start


class Follower:
    """Follows spans of the old text by one alignment."""

    def __init__(self, alignment: Alignment) -> None:
        self.old, self.new = alignment.old.text, alignment.new.text
        self.pieces = alignment.pieces if self.old != self.new else [Piece(0, len(self.old), 0)]
        self.ends = [piece.end for piece in self.pieces]
        ordered = climbing(
            [(at, piece.to, piece.end - piece.start) for at, piece in enumerate(self.pieces)]
        )
        self.in_order = {at for at, _ in ordered}

    def follow(self, start: int, end: int) -> Placement:
        """The placement of old[start:end], which is not empty."""
        parts = self._parts(start, end)
        best = self._heaviest(parts, end - start)
        kept = self._kept(start, end, best)
        if kept < ORPHAN:
            return self._place_corrected(start, end)
        return self._placed(start, end, parts, best, kept)

    def _parts(self, start: int, end: int) -> list[_Part]:
        parts = []
        at = bisect_right(self.ends, start)
        while at < len(self.pieces) and self.pieces[at].start < end:
            piece = self.pieces[at]
            low, high = max(piece.start, start), min(piece.end, end)
            to = piece.to - piece.start
            parts.append(_Part(low + to, high + to, low, at))
            at += 1
        return parts

    def _heaviest(self, parts: list[_Part], length: int) -> list[_Part]:
        """The parts that stand together, in order, and hold most of the quotation."""
        if not parts:
            return []
        chain = climbing([(at, part.start, part.end - part.start) for at, part in enumerate(parts)])
        groups: list[list[_Part]] = []
        for part in (parts[at] for at, _ in chain):
            if groups and part.start - groups[-1][-1].end <= STRETCH * length + LINE:
                groups[-1].append(part)
            else:
                groups.append([part])
        return max(groups, key=_length)

    def _kept(self, start: int, end: int, parts: list[_Part]) -> float:
        """The share of the quotation that stands in the parts: of its letters or its words."""
        share = _length(parts) / (end - start)
        if share < ORPHAN or share > PLAIN:
            return share
        tokens = words_of(self.old, start, end)
        if not tokens.words:
            return share
        kept = at = 0
        for token, until in zip(tokens.starts, tokens.ends, strict=True):
            while at < len(parts) and parts[at].until < until:
                at += 1
            kept += at < len(parts) and parts[at].old <= token
        return min(share, kept / len(tokens.words))

    def _placed(
        self, start: int, end: int, parts: list[_Part], best: list[_Part], kept: float
    ) -> Placement:
        first, last = self._span(start, end, best)
        elsewhere = _length(parts) - _length(best)
        is_same = self.new[first:last] == self.old[start:end]
        is_split = self.new.count("\n", first, last) > self.old.count("\n", start, end)
        outcome = Outcome.UNCHANGED
        if not is_same:
            is_apart = elsewhere >= ORPHAN * (end - start)
            outcome = Outcome.SPLIT if is_split or is_apart else Outcome.EDITED
        return Placement(
            outcome,
            1.0 if is_same else round(min(kept, 0.99), 2),
            first,
            last,
            is_asked=kept < ASKED or elsewhere > RIVAL * _length(best),
            is_moved=max(best, key=lambda part: part.end - part.start).piece not in self.in_order,
        )

    def _span(self, start: int, end: int, best: list[_Part]) -> Span:
        """From the first of the parts to the last, and what else of it stands next to them."""
        kept, stands = (best[0].old, best[-1].until), (best[0].start, best[-1].end)
        first, last = with_corrected_ends(self.old, self.new, (start, end), kept, stands)
        low, high = with_joined_words(self.old, self.new, (start, end), (first, last))
        return (
            first if self._is_taken(low, first) else low,
            last if self._is_taken(last, high) else high,
        )

    def _is_taken(self, first: int, last: int) -> bool:
        """Whether any of new[first:last] is the words of some other place in the old text."""
        at = bisect_right(self._taken, (last, -1)) - 1
        return first < last and at >= 0 and self._taken[at][1] > first

    @cached_property
    def _taken(self) -> list[Span]:
        return sorted((piece.to, piece.to + piece.end - piece.start) for piece in self.pieces)

    def _place_corrected(self, start: int, end: int) -> Placement:
        """Where the quotation stood, if what stands there now is plainly the same."""
        stretch = self._replaced(start, end)
        found = stretch and corrected(self.old, self.new, (start, end), stretch)
        if not found:
            return ORPHANED
        return Placement(Outcome.EDITED, round(found.share * 0.9, 2), *found.span)

    def _replaced(self, start: int, end: int) -> tuple[Span, Span] | None:
        """What lies between the neighbouring pieces, if they are neighbours there too."""
        at = bisect_right(self.ends, start)
        while at < len(self.pieces) and self.pieces[at].start < end:
            at += 1
        before = bisect_right(self.ends, start) - 1
        if before < 0 and at == len(self.pieces):
            return None
        a1, b1 = (0, 0) if before < 0 else self._end_of(before)
        a2, b2 = len(self.old), len(self.new)
        if at < len(self.pieces):
            a2, b2 = self.pieces[at].start, self.pieces[at].to
        is_short = 0 < a2 - a1 <= CORRECTED_LENGTH and 0 < b2 - b1 <= CORRECTED_LENGTH
        return ((a1, a2), (b1, b2)) if is_short else None

    def _end_of(self, piece: int) -> Span:
        start, end, to = self.pieces[piece]
        return end, to + end - start


def _length(parts: Iterable[_Part]) -> int:
    return sum(part.end - part.start for part in parts)
