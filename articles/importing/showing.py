"""The review of an import: what the file says beside how it will be read, a page of it at a time.

All pieces are read at once, in one query; what of them stands on the page is rendered.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.utils.translation import gettext_lazy

from articles.body import render_blocks
from articles.importers.composing import compose
from articles.importers.mentions import with_marks
from articles.importers.pieces import Kind, Piece, Why
from articles.importing import saying
from articles.importing.changing import SAID, blocks_of, choice_of
from articles.importing.correcting import digest_of
from articles.importing.reading import piece_of
from articles.models import Import, ImportPiece
from articles.sanitising import SanitisedHtml, sanitise_block
from ncr.refusals import Refused

ON_A_PAGE = 50
SHOWS = {
    "all": gettext_lazy("All"),
    "left-out": gettext_lazy("Left out"),
    "doubtful": gettext_lazy("Doubtful"),
}
OWN_REASONS = (Why.PLAIN, Why.LOOKS)


class Row:
    """One row of the review."""

    def __init__(self, row: ImportPiece, piece: Piece) -> None:
        self.row, self.piece, self.pk = row, piece, row.pk
        self.next: Row | None = None  # the next that is kept
        self.chapter = ""  # that begins with it, on the page at hand
        self.page = piece.page  # of the file; 0 where the row before has said it

    @property
    def seen(self) -> str:
        return digest_of(self.row)

    @property
    def next_seen(self) -> str:
        return self.next.seen if self.next else ""

    @property
    def is_corrected(self) -> bool:
        return self.row.found is not None

    @property
    def is_doubtful(self) -> bool:
        by_looks = self.piece.kept and self.piece.why is Why.LOOKS
        return (by_looks or self.piece.sure < saying.DOUBTFUL) and not self.is_corrected

    @property
    def kind(self) -> str:
        return saying.kind_words(self.piece)

    @property
    def how(self) -> str:
        return saying.how_words(self.piece)

    @property
    def why(self) -> str:
        """Why it is left out, or was."""
        return str(saying.LEFT_OUT[self.piece.why])

    @property
    def choice(self) -> str:
        return choice_of(self.piece)

    @property
    def can_split(self) -> bool:
        return self.piece.kind in SAID

    @property
    def can_join(self) -> bool:
        if self.next is None:
            return False
        both = {self.piece.kind, self.next.piece.kind}
        return both <= SAID or both == {Kind.CODE}

    @property
    def first_words(self) -> str:
        """By which it is told from others, for those who hear the page."""
        return " ".join((self.piece.source or self.piece.words).split())[:60]

    @property
    def source(self) -> str:
        """What the file says there; of what is left out always something, so that one sees it."""
        if self.piece.source or (self.is_corrected and self.piece.kept):
            return self.piece.source
        return self.piece.words or self.piece.alt

    @property
    def picture(self) -> str:
        """The address of the picture that it shows; none of another site's."""
        return self.piece.src if self.piece.src.startswith("/pictures/") else ""

    @cached_property
    def is_same(self) -> bool:
        """Whether the file says the same words."""
        return " ".join(self.source.split()) == " ".join(self.text.split())

    @cached_property
    def text(self) -> str:
        return "\n".join(block.text for block in self._blocks)

    @cached_property
    def html(self) -> SanitisedHtml:
        """How it will be read, without what makes it a heading, an item and so on."""
        if self.piece.kind is Kind.MARKDOWN:
            return render_blocks(self._blocks)
        return self._blocks[0].html if self._blocks else sanitise_block("")

    @cached_property
    def _blocks(self) -> list[Any]:
        """Its blocks, with marks of footnotes by the labels that these have in the file."""
        try:
            found = blocks_of(_with_marks(self.piece))
        except Refused:
            return []
        return [block for block in found if "footnote" not in block.attrs]


def _with_marks(piece: Piece) -> Piece:
    if piece.kind in (Kind.CODE, Kind.FIGURE):
        return piece
    return replace(piece, words=with_marks(piece.words, r"^\[{}\]^".format))


@dataclass(frozen=True)
class Reason:
    """One kind of what was left out, with how many are and how many were kept after all."""

    name: str
    words: str
    left_out: int
    kept: int


class Review:
    """What there is to look at; `number` and `show` say which rows of it."""

    def __init__(self, bringing: Import, *, show: str = "all", number: int = 1) -> None:
        self.bringing = bringing
        self.show = show if show in SHOWS else "all"
        self.all = _rows_of(bringing)
        self._wanted = number

    @cached_property
    def chosen(self) -> list[Row]:
        """The rows that the filter leaves."""
        if self.show == "left-out":
            return [row for row in self.all if not row.piece.kept]
        if self.show == "doubtful":
            return [row for row in self.all if row.is_doubtful]
        return self.all

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.chosen) // ON_A_PAGE))

    @property
    def number(self) -> int:
        return min(max(1, self._wanted), self.pages)

    @cached_property
    def rows(self) -> list[Row]:
        """Those on this page, with pages and chapters of the file where these begin."""
        start = (self.number - 1) * ON_A_PAGE
        rows = self.chosen[start : start + ON_A_PAGE]
        part, page, parts = -1, 0, self.bringing.parts
        for row in rows:
            if row.piece.part != part and row.piece.part < len(parts):
                row.chapter = parts[row.piece.part]
            row.page = row.piece.page if row.piece.page != page else 0
            part, page = row.piece.part, row.piece.page
        return rows

    @cached_property
    def source(self) -> str:
        """The Markdown that it comes to."""
        if self.bringing.markdown is not None:
            return self.bringing.markdown
        return compose(row.piece for row in self.all)

    @cached_property
    def outline(self) -> list[tuple[Row, int]]:
        """The headings that are kept, with the page of all rows on which each stands."""
        return [
            (row, place // ON_A_PAGE + 1)
            for place, row in enumerate(self.all)
            if row.piece.kind is Kind.HEADING and row.piece.kept
        ]

    @property
    def tallies(self) -> list[tuple[str, Any, int]]:
        """The filters, with how many rows each leaves."""
        left_out = sum(not row.piece.kept for row in self.all)
        doubtful = sum(row.is_doubtful for row in self.all)
        counts = {"all": len(self.all), "left-out": left_out, "doubtful": doubtful}
        return [(name, words, counts[name]) for name, words in SHOWS.items()]

    @cached_property
    def reasons(self) -> list[Reason]:
        """What was left out, by reason, where more than one is of a kind."""
        left = Counter(row.piece.why for row in self.all if not row.piece.kept)
        kept = Counter(row.piece.why for row in self.all if row.piece.kept)
        return [
            Reason(why.value, str(words), left[why], kept[why])
            for why, words in saying.LEFT_OUT.items()
            if why not in OWN_REASONS and left[why] + kept[why] > 1
        ]

    @property
    def kept_count(self) -> int:
        return sum(row.piece.kept for row in self.all)

    @property
    def left_out_count(self) -> int:
        return len(self.all) - self.kept_count

    def page_of(self, pk: int) -> int:
        """The page among the chosen rows on which a row stands; 0 where it does not."""
        place = next((place for place, row in enumerate(self.chosen) if row.pk == pk), -1)
        return place // ON_A_PAGE + 1


def _rows_of(bringing: Import) -> list[Row]:
    rows = [Row(row, piece_of(row)) for row in bringing.pieces.order_by("position")]
    following = None
    for row in reversed(rows):
        row.next = following
        if row.piece.kept:
            following = row
    return rows
