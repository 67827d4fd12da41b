"""What stands at the edges of pages and is no text: running heads and feet, numbers of pages and
of lines.

A row at the top or the bottom is taken away when it says the same on other pages at the same
place (numbers aside), or when it is the page's own number, or what a browser prints around a page.
It is looked at from the outside inwards, until a row that is text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from articles.importers.pdf.lines import line_of, rows_of
from articles.importers.pdf.margin_words import EDGE, Left, take_line_numbers, take_repeated
from articles.importers.pdf.model import Line, Page, Word
from articles.importers.pieces import Why

MOST_ROWS = 5  # at each edge
MOST_HEAD = 100  # letters
SAME_PLACE = 4.0  # points

ROMAN = r"(?=[ivxlc])(?:c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})"
WORDS_BEFORE = r"(?:page|seite|p\.|pg\.?|s\.|pagina|página|strona|стр\.?|с\.|sida|side|صفحة)"
OF = r"(?:\s*(?:/|\||of|von|de|sur|di|из|van|av|z|–)\s*\d{1,4})?"
PAGE_NUMBER = re.compile(
    rf"[\s\-–—•·|\[(~]*(?:{WORDS_BEFORE}\s*)?(?P<number>\d{{1,4}}|{ROMAN}){OF}[\s\-–—•·|\])~.]*",
    re.I,
)
AT_AN_END = re.compile(rf"^(?P<first>\d{{1,4}})(?=\s)|(?<=\s)(?P<last>\d{{1,4}}){OF}$")
PRINTED_AT = re.compile(
    r"\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4},? \d{1,2}:\d\d(?: ?[AP]M)?(?: .*)?", re.I
)
PRINTED_FROM = re.compile(r"(?:[a-z]+://\S*|about:blank|data:\S*).*\d+/\d+", re.I)
NUMBERS = re.compile(r"\d+")


@dataclass
class Row:
    """A row at an edge of a page."""

    words: list[Word]
    line: Line
    page: Page
    top: bool
    place: int  # from the outside, 0 first

    @property
    def text(self) -> str:
        return self.line.text

    @property
    def said(self) -> str:
        """What it says, numbers aside."""
        words = NUMBERS.sub("#", self.text.casefold())
        return " ".join(
            "#" if re.fullmatch(ROMAN, word) and word else word for word in words.split()
        )

    @property
    def number(self) -> int | None:
        found = PAGE_NUMBER.fullmatch(self.text.strip())
        return _value(found["number"]) if found else None


def take_margins(pages: Sequence[Page], names: Sequence[str]) -> list[Left]:
    """Takes what is no text out of the pages' words; answers it in order.

    `names` are the text's title and author, as heads may say them.
    """
    left = take_repeated(pages)
    edges = {page.number: _edges(page) for page in pages if page.words}
    finder = Finder(edges, pages, names)
    found: dict[tuple[int, bool], list[Left]] = {}
    for page in pages:
        for top, rows in zip((True, False), edges.get(page.number, ()), strict=False):
            found[page.number, top] = finder.outer(rows)
    spots = {_spot_of(one.line) for gone in found.values() for one in gone}
    for page in pages:
        for top, rows in zip((True, False), edges.get(page.number, ()), strict=False):
            gone = found[page.number, top] or _like_others(rows, spots, finder)
            left += gone
            ids = {id(word) for one in gone for word in one.line.words}
            page.words = [word for word in page.words if id(word) not in ids]
        left += take_line_numbers(page)
    return left


def _like_others(rows: Sequence[Row], spots: Set[tuple[int, float]], finder: Finder) -> list[Left]:
    """The outermost row, where heads of other pages stand: it names another part."""
    row = rows[0] if rows else None
    if row is None or len(row.text) > MOST_HEAD or not finder.stands_apart(row):
        return []
    return [Left(row.line, Why.RUNNING_HEAD)] if _spot_of(row.line) in spots else []


def _spot_of(line: Line) -> tuple[int, float]:
    """Height and size of a line, about."""
    return round(line.y), round(line.size, 1)


def _edges(page: Page) -> tuple[list[Row], list[Row]]:
    rows = rows_of(page.words)
    half = (len(rows) + 1) // 2 if len(rows) > 1 else 1
    top = rows[: min(MOST_ROWS, half)]
    bottom = rows[len(top) :][-MOST_ROWS:][::-1]
    return (
        [Row(row, line_of(row, page.number), page, True, at) for at, row in enumerate(top)],
        [Row(row, line_of(row, page.number), page, False, at) for at, row in enumerate(bottom)],
    )


class Finder:
    """Knows the rows at the edges of all pages."""

    def __init__(
        self,
        edges: dict[int, tuple[list[Row], list[Row]]],
        pages: Sequence[Page],
        names: Sequence[str],
    ) -> None:
        self.pages = len(pages)
        self.names = {" ".join(name.casefold().split()) for name in names if name.strip()}
        self.said: dict[tuple[bool, str, int], set[int]] = defaultdict(set)
        self.offsets: Counter[tuple[bool, int]] = Counter()
        sizes = Counter(round(word.size, 1) for page in pages for word in page.words)
        self.size = sizes.most_common(1)[0][0] if sizes else 10.0
        tags = [word.tag >= 0 for page in pages for word in page.words]
        self.tagged = sum(tags) > 0.85 * len(tags)
        for rows in (rows for pair in edges.values() for rows in pair):
            for row in rows:
                near = round(row.line.y / SAME_PLACE)
                self.said[row.top, row.said, near].add(row.page.number)
            self.offsets.update({(row.top, offset) for row in rows for offset in _offsets(row)})
        self.inner = {
            (number, top): _inner(rows)
            for number, pair in edges.items()
            for top, rows in zip((True, False), pair, strict=True)
        }
        outermost = [rows[0] for pair in edges.values() for rows in pair if rows]
        self.alike = Counter(
            (row.top, _spot_of(row.line)) for row in outermost if self.stands_apart(row)
        )

    def outer(self, rows: Sequence[Row]) -> list[Left]:
        """The rows that are no text, from the outside to the first that is.

        What is only repeated has to stand apart from the rows further in: pages may say the same.
        """
        found: list[Left] = []
        for row in rows:
            why = self.why(row)
            if why is None:
                break
            found.append(Left(row.line, why))
        if len(found) == len(rows) and len(rows) > 1 and self.pages > 1:
            # pages that say the same: only what is set as a head can be one
            small = rows[0].line.size < 0.97 * self.size and self.stands_apart(rows[0])
            return found[: int(small or found[0].why is Why.PAGE_NUMBER)]
        last = len(found) - 1
        while last >= 0 and found[last].why is Why.RUNNING_HEAD:
            if self.stands_apart(rows[last]):
                break
            last -= 1
        return found[: last + 1]

    def why(self, row: Row) -> Why | None:
        """Why the row is no text, or None."""
        text = row.text.strip()
        if not text:
            return Why.EMPTY
        if row.number is not None and self._is_page_number(row):
            return Why.PAGE_NUMBER
        if self.tagged and self._is_at_edge(row) and all(word.tag < 0 for word in row.words):
            return Why.RUNNING_HEAD  # what is no content has no tag
        if self._is_repeated(row) or self._is_numbered(row) or self._is_printed(row, text):
            return Why.RUNNING_HEAD
        if self._is_named(row) or self._stands_with_others(row):
            return Why.RUNNING_HEAD
        return None

    def _is_at_edge(self, row: Row) -> bool:
        y, height = row.line.y, max(row.page.height, 1.0)
        return y < EDGE * height if row.top else y > (1 - EDGE) * height

    def _is_page_number(self, row: Row) -> bool:
        number = row.number
        if number is None or not self._is_at_edge(row):
            return False
        if self.offsets[row.top, number - row.page.number] >= 2:
            return True
        return self.stands_apart(row) and (number == row.page.number or self.pages <= 2)

    def stands_apart(self, row: Row) -> bool:
        """Whether a gap divides the row from the next one inwards."""
        inner = self.inner[row.page.number, row.top]
        at = next((place for place, y in enumerate(inner) if y == row.line.y), None)
        if at is None or at + 1 >= len(inner):
            return True
        return abs(inner[at + 1] - inner[at]) > 1.6 * self.size

    def _is_repeated(self, row: Row) -> bool:
        if not any(sign.isalpha() for sign in row.said):
            return False
        near = round(row.line.y / SAME_PLACE)
        pages: set[int] = set()
        for step in (-1, 0, 1):
            pages |= self.said.get((row.top, row.said, near + step), set())
        others = len(pages - {row.page.number})
        if others < 1:
            return False
        # two pages that begin alike may do so by accident
        return others >= 2 or self.pages <= 4 or self._is_at_edge(row)

    def _is_numbered(self, row: Row) -> bool:
        """A head with the page's number in it, though its words change from part to part."""
        if (
            len(row.text) > 120
            or row.text.rstrip().endswith((".", ",", ":", ";"))
            or not self._is_at_edge(row)
            or row.place > 1
        ):
            return False
        if not self.stands_apart(row):
            return False
        much = row.line.size < 0.9 * self.size and row.place == 0
        return any(
            self.offsets[row.top, offset] >= 3
            or self.offsets[True, offset] + self.offsets[False, offset] >= 2
            or (much and offset == 0)
            for offset in _offsets(row)
        )

    def _stands_with_others(self, row: Row) -> bool:
        """A small row at one place above or below the text of most pages: it names their parts."""
        if row.place > 0 or len(row.text) > MOST_HEAD or row.line.size > 0.97 * self.size:
            return False
        return self.alike[row.top, _spot_of(row.line)] >= max(3, 0.5 * self.pages)

    def _is_named(self, row: Row) -> bool:
        """The text's title or author in small, with or without the page's number."""
        words = NUMBERS.sub("", row.text.casefold()).strip(" -–—|·•")
        if " ".join(words.split()) not in self.names:
            return False
        small = row.line.size < 0.9 * self.size
        return small and self._is_at_edge(row) and self.stands_apart(row) and row.place == 0

    def _is_printed(self, row: Row, text: str) -> bool:
        """What browsers print: date and title above, address and page below."""
        if not self._is_at_edge(row) or row.place > 0 or row.line.size > 0.95 * self.size:
            return False
        return bool((PRINTED_AT if row.top else PRINTED_FROM).fullmatch(text))


def _inner(rows: Sequence[Row]) -> list[float]:
    return [row.line.y for row in rows]


def _offsets(row: Row) -> Iterator[int]:
    """How far the numbers that may be the page's are from its place in the file."""
    found = AT_AN_END.search(row.text.strip())
    for name in ("first", "last") if found else ():
        if found and found[name]:
            yield int(found[name]) - row.page.number
    if row.number is not None and not found:
        yield row.number - row.page.number


def _value(number: str) -> int | None:
    if number.isdigit():
        return int(number)
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    total, last = 0, 0
    for sign in reversed(number.lower()):
        value = values[sign]
        total += value if value >= last else -value
        last = max(last, value)
    return total or None
