"""What stands on a page: words in upright coordinates, lines of them, and regions of lines.

Units are points (1/72 inch); x grows to the right and y downwards, from the page's top left corner
as it is shown. A line's y is its baseline.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Face:
    """A font as far as it says something about the words set in it."""

    name: str = ""
    bold: bool = False
    italic: bool = False
    mono: bool = False
    hidden: bool = False  # painted in the colour of the paper
    pressed: bool = False  # neither filled nor stroked: a text layer over a picture of the page


@dataclass(slots=True, eq=False)
class Word:
    """Letters that stand together in one face."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    face: Face
    tag: int = -1  # marked content, by its number on the page
    order: int = 0  # place among the words as the file paints them
    blank_before: bool = False  # the file says so by a blank
    blank_after: bool = False
    glued: bool = False  # to the word before it in its line
    logical: bool = False  # its signs stand as they are read, from the right or not
    raised: int = 0  # 1 for a superscript, -1 for a subscript
    link: str = ""

    @property
    def top(self) -> float:
        return self.y - 0.75 * self.size

    @property
    def bottom(self) -> float:
        return self.y + 0.25 * self.size


@dataclass(slots=True, eq=False)
class Line:
    """Words on one baseline, in reading order, and the column that they stand in."""

    words: list[Word]
    x0: float
    x1: float
    y: float
    size: float  # of most of its letters
    page: int
    left: float = 0.0  # of the column
    right: float = 0.0
    region: int = 0  # lines of one region stand below each other
    rtl: bool = False
    text: str = field(init=False)  # the words, as they read
    letters: int = field(init=False)

    def __post_init__(self) -> None:
        self.text = "".join(
            [word.text if word.glued else " " + word.text for word in self.words]
        ).removeprefix(" ")
        self.letters = sum([len(word.text) for word in self.words])

    def share(self, trait: str) -> float:
        """Which part of the letters is set so: "bold", "italic" or "mono"."""
        said = sum([len(word.text) for word in self.words if getattr(word.face, trait)])
        return said / max(1, self.letters)


@dataclass(slots=True)
class Page:
    """One page: its words, and what the file says about how they belong together."""

    number: int  # from 1
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    turned: list[list[Word]] = field(default_factory=list)  # one list an angle, made upright
    outside: list[Word] = field(default_factory=list)  # hidden, or beyond the edges
    links: list[tuple[float, float, float, float, str]] = field(default_factory=list)
    blocks: list[TagBlock] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)  # thin lines
    unmapped: int = 0  # glyphs of which nobody knows which letters they are


@dataclass(slots=True)
class TagBlock:
    """One block as the file's own structure has it; `tags` are numbers of marked content."""

    role: str  # "P", "H1", "LI", "Lbl", "TD"...; "" for words in no block
    tags: list[int]
    path: tuple[str, ...] = ()  # the roles around it, from the outside
    table: int = 0  # which table of the page, from 1
    row: int = 0
    cell: int = 0
    header: bool = False
    goes_back: bool = False  # it began on an earlier page
    goes_on: bool = False
    item: int = 0  # which item of a list on the page it stands in, from 1
    listed: int = 0  # which list
