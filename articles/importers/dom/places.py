"""Where in a text the walk is: in which headings, lists, quotations and notes."""

from __future__ import annotations

from dataclasses import dataclass

from articles.importers.dom.inline import Formats
from articles.importers.pieces import Why


@dataclass(eq=False)
class Items:
    """A list that is open: its next number, and whether it has begun."""

    ordered: bool
    next: int = 1
    step: int = 1
    begun: bool = False


@dataclass(eq=False)
class Item:
    """An item that is open; `used` when its first words have been said."""

    items: Items | None
    number: int | None
    used: bool = False


@dataclass(eq=False)
class Note:
    number: int
    begun: bool = False


@dataclass(frozen=True)
class Place:
    """Where in the text the walk is."""

    formats: Formats = ()
    why: Why = Why.PLAIN
    quoted: int = 0
    depth: int = 0
    heading: int = 0
    items: Items | None = None
    item: Item | None = None
    note: Note | None = None
    code: bool = False
