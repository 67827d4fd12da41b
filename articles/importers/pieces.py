"""What every importer finds in a file: pieces in order, facts about the text, pictures.

A piece is one heading, paragraph, item and so on, as the file has it, whether it is kept or not:
the page on which an import is looked at shows all of them, and what is kept is composed into
Markdown by `articles.importers.composing`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

Progress = Callable[[int, int], None]
"""Told how many of how many pages, chapters or the like are read; may raise to stop the reading."""


def silent(done: int, of: int) -> None:
    """The progress of whoever does not want to know."""


class Kind(StrEnum):
    """What a piece is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTATION = "quotation"
    CODE = "code"
    TABLE = "table"
    FIGURE = "figure"
    NOTE = "note"
    MARKDOWN = "markdown"  # several blocks of a Markdown file, as they stand there


class Why(StrEnum):
    """Why a piece is taken for what it is, or left out."""

    PLAIN = ""  # nothing to say: the file itself says what it is
    LOOKS = "looks"  # by its size, place or shape alone
    FURNITURE = "furniture"  # navigation, buttons, related links: what stands around a text
    FACT = "fact"  # title, byline, date and the like: kept, but not in the text
    PAGE_NUMBER = "page_number"
    RUNNING_HEAD = "running_head"
    HIDDEN = "hidden"  # nobody sees it in the file
    REPEATED = "repeated"  # said before
    CONTENTS = "contents"  # a table of contents
    EMPTY = "empty"  # a figure without picture and words, a table of nothing
    REMOTE = "remote"  # a picture that is not in the file


@dataclass(frozen=True)
class Piece:
    """One thing in the file.

    `words` is Markdown: of what stands inside for a heading, paragraph, item, quotation and note;
    the caption of a figure; the rows of a table; the lines of code as they are; whole blocks for
    `markdown`. `source` is what the file says there, as plain words. `sure` goes from 0 to 1.
    `page` and `part` (a chapter) count from 1 and 0; 0 is "has none" for a page.
    """

    kind: Kind
    words: str
    source: str = ""
    level: int = 0  # of a heading, 1 to 6
    depth: int = 0  # of lists: an item's own, or that of the item which another piece belongs to
    quoted: int = 0  # quotations around it
    number: int | None = None  # of an item of a numbered list
    begins: bool = False  # a new list or quotation, though one like it stands right before
    rule: bool = False  # a rule stands before it
    note: str = ""  # the label of the footnote that it is, or is a further paragraph of
    language: str = ""  # of code
    src: str = ""  # of a figure
    alt: str = ""
    page: int = 0
    part: int = 0
    kept: bool = True
    sure: float = 1.0
    why: Why = Why.PLAIN


@dataclass(frozen=True)
class Fact:
    """Something known about the text; `origin` says from where, as a short technical name."""

    value: str
    sure: float = 1.0
    origin: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture made anew from one in the file; width and height in pixels.

    `name` is by its bytes, its size and its format: 24 hex digits, then `-800x600.jpg`.
    """

    name: str
    data: bytes
    media_type: str
    width: int
    height: int


@dataclass(frozen=True)
class Warning:
    """Something that looks wrong; `template` as in `articles.refusing.TextRefused`."""

    template: str
    values: dict[str, str | float] = field(default_factory=dict)


@dataclass
class Reading:
    """All that was found in a file.

    `facts` are by the names of Document's fields. `parts` are the titles of chapters, by
    `Piece.part`; empty where the file has none. `markdown` is the source itself where the file is
    Markdown; it holds as long as no piece is corrected.
    """

    kind: str  # text, markdown, html, docx, odt, epub, pdf
    pieces: list[Piece] = field(default_factory=list)
    facts: dict[str, Fact] = field(default_factory=dict)
    parts: list[str] = field(default_factory=list)
    pictures: dict[str, Picture] = field(default_factory=dict)
    warnings: list[Warning] = field(default_factory=list)
    encoding: str = ""
    markdown: str | None = None

    def fact(self, name: str) -> str | None:
        found = self.facts.get(name)
        return found.value if found else None
