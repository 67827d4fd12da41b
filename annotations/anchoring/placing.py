"""Where anchors of an old text stand in a new one, how sure that is, and who should look at it.

The words of the quotation that survive (`articles.aligning`) tell where it stands. When too few do,
it is an orphan, unless the place where it stood is plain from what stands before and after it, and
what stands there now is nearly the same letters: a typing error put right.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from annotations.anchoring.describing import Selector, same_words
from annotations.anchoring.quoting import place_quote
from articles.aligning.alignment import Alignment, Piece
from articles.aligning.skeleton import climbing
from articles.aligning.tokens import Tokens

# The share of a quotation, in words and in letters, below which it is an orphan, and below which a
# person is asked
ORPHAN = 0.25
ASKED = 0.5
PLAIN = 0.9  # past this words need not be counted

# Two parts of a quotation belong together while no more was written between them than this many
# times its own length, and a line
STRETCH = 1.25
LINE = 50

# A second place that holds more than this share of what the best one holds makes it doubtful
RIVAL = 0.5

# A replaced stretch is the old one corrected from this share of equal letters
CORRECTED = 0.7
CORRECTED_LENGTH = 200


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


def place(anchors: Iterable[Selector], old_text: str, new_text: str) -> list[Placement]:
    """The placements of anchors of `old_text` in `new_text`, in the order of `anchors`.

    An anchor whose quote is not what stands at its position is placed by its quote alone, and a
    person is asked; so is one whose position is no span of the old text. Raises nothing.
    """
    return place_in_blocks(anchors, old_text.split("\n"), new_text.split("\n"))


def place_in_blocks(
    anchors: Iterable[Selector], old: Sequence[str], new: Sequence[str]
) -> list[Placement]:
    """The same for texts given in blocks, which are joined by one line feed."""
    placer = Placer(Alignment(old, new))
    return [placer.place(anchor) for anchor in anchors]


class Placer:
    """Places anchors by one alignment."""

    def __init__(self, alignment: Alignment) -> None:
        self.old, self.new = alignment.old.text, alignment.new.text
        self.pieces = alignment.pieces if self.old != self.new else [Piece(0, len(self.old), 0)]
        self.ends = [piece.end for piece in self.pieces]
        ordered = climbing(
            [(at, piece.to, piece.end - piece.start) for at, piece in enumerate(self.pieces)]
        )
        self.in_order = {at for at, _ in ordered}

    def place(self, anchor: Selector) -> Placement:
        start, end = anchor.start, anchor.end
        is_span = 0 <= start < end <= len(self.old)
        if not is_span or not same_words(self.old[start:end], anchor.quote):
            return self._place_by_quote(anchor)
        parts = self._parts(start, end)
        best = self._heaviest(parts, end - start)
        kept = self._kept(start, end, best)
        if kept < ORPHAN:
            return self._place_corrected(start, end)
        return self._placed(start, end, parts, best, kept)

    def _place_by_quote(self, anchor: Selector) -> Placement:
        found = place_quote(self.new, anchor.quote, anchor.prefix, anchor.suffix)
        if found is None:
            return ORPHANED
        is_same = self.new[found.start : found.end] == anchor.quote
        outcome = Outcome.UNCHANGED if is_same else Outcome.EDITED
        return Placement(outcome, found.confidence, found.start, found.end, is_asked=True)

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
        tokens = _tokens(self.old, start, end)
        if not tokens.words:
            return share
        kept = at = 0
        for token, until in zip(tokens.starts, tokens.ends, strict=True):
            while at < len(parts) and parts[at].old + parts[at].end - parts[at].start < until:
                at += 1
            kept += at < len(parts) and parts[at].old <= token
        return min(share, kept / len(tokens.words))

    def _placed(
        self, start: int, end: int, parts: list[_Part], best: list[_Part], kept: float
    ) -> Placement:
        first, last = self._with_corrected_ends(start, end, best)
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

    def _with_corrected_ends(self, start: int, end: int, best: list[_Part]) -> tuple[int, int]:
        """The span of the parts, and at either end a word of the quotation spelt otherwise."""
        first, last = best[0].start, best[-1].end
        until = best[-1].old + best[-1].end - best[-1].start
        before, after = self.old[start : best[0].old].strip(), self.old[until:end].strip()
        if 0 < len(before) <= CORRECTED_LENGTH:
            there = _tokens(self.new, max(0, first - 2 * len(before) - 2), first)
            count = len(_tokens(before, 0, len(before)).words)
            low = there.starts[-count] if len(there.starts) >= count else first
            first = low if _are_alike(before, self.new[low:first]) else first
        if 0 < len(after) <= CORRECTED_LENGTH:
            there = _tokens(self.new, last, last + 2 * len(after) + 2)
            count = len(_tokens(after, 0, len(after)).words)
            high = there.ends[count - 1] if len(there.ends) >= count else last
            last = high if _are_alike(after, self.new[last:high]) else last
        return first, last

    def _place_corrected(self, start: int, end: int) -> Placement:
        """Where the quotation stood, if the letters that stand there now are nearly its own."""
        stretch = self._replaced(start, end)
        if stretch is None:
            return ORPHANED
        a1, a2, b1, b2 = stretch
        old, new = self.old[a1:a2], self.new[b1:b2]
        if not _are_alike(old, new):
            return ORPHANED
        blocks = LCSseq.editops(old, new).as_matching_blocks()
        pairs = [
            (a1 + block.a + k, b1 + block.b + k) for block in blocks for k in range(block.size)
        ]
        to = [j for i, j in pairs if start <= i < end]
        share = len(to) / (end - start)
        if share < CORRECTED:
            return ORPHANED
        tokens = _tokens(self.new, b1, b2)
        first = max((at for at in tokens.starts if at <= to[0]), default=to[0])
        last = min((at for at in tokens.ends if at > to[-1]), default=to[-1] + 1)
        return Placement(Outcome.EDITED, round(share * 0.9, 2), first, last)

    def _replaced(self, start: int, end: int) -> tuple[int, int, int, int] | None:
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
        return (a1, a2, b1, b2) if is_short else None

    def _end_of(self, piece: int) -> tuple[int, int]:
        start, end, to = self.pieces[piece]
        return end, to + end - start


def _length(parts: Iterable[_Part]) -> int:
    return sum(part.end - part.start for part in parts)


def _tokens(text: str, start: int, end: int) -> Tokens:
    tokens = Tokens()
    tokens.add(text[start:end], start)
    return tokens


def _are_alike(old: str, new: str) -> bool:
    return LCSseq.normalized_similarity(old.strip(), new.strip()) >= CORRECTED
