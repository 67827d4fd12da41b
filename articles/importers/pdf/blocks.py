"""A block: lines that make one paragraph, heading, item, table and so on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from articles.importers.pdf.model import Line, TagBlock
from articles.importers.pieces import Kind, Why

TERMINAL = re.compile(r"[.!?…。！？؟।:;][\"'”’»›)\]*†‡\d]*$")
BULLET = re.compile(r"(?P<bullet>[•●○◦▪▫■□‣⁃∙·◆◇►▸▹➢➤✓✔❖–—*]|[-−](?=\s))\s*(?P<words>.*)", re.S)
NUMBERED = re.compile(r"[(\[]?(?P<number>\d{1,3})[.)\]]\s+(?P<words>\S.*)", re.S)
LETTERED = re.compile(
    r"(?:\((?P<inner>[a-z]|[ivx]{1,5})\)|(?P<letter>[a-z]|[ivx]{1,5})[.)])\s+(?P<words>\S.*)",
    re.S | re.I,
)


@dataclass(eq=False)
class Block:
    """Lines that belong together, and what they are taken for."""

    lines: list[Line]
    kind: Kind = Kind.PARAGRAPH
    role: str = ""  # in the file's own structure
    path: tuple[str, ...] = ()
    tagged: TagBlock | None = None
    known: bool = False  # the file's structure says where it begins and ends
    level: int = 0
    depth: int = 0
    quoted: int = 0
    number: int | None = None
    marked: bool = False  # its first word is the bullet or number of an item
    begins: bool = False
    goes_back: bool = False
    goes_on: bool = False
    breaks: set[int] = field(default_factory=set)  # lines after which a line's end is meant
    note: str = ""
    rows: list[list[str]] = field(default_factory=list)  # of a table
    sure: float = 0.9
    why: Why = Why.PLAIN

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def letters(self) -> int:
        return sum(line.letters for line in self.lines)

    @property
    def size(self) -> float:
        return max(self.lines, key=lambda line: line.letters).size

    def share(self, trait: str) -> float:
        """Which part of the letters is set so."""
        said = sum(line.share(trait) * line.letters for line in self.lines)
        return said / max(1, self.letters)


def has_marker(text: str) -> bool:
    """Whether the text begins as an item of a list does."""
    return bool(BULLET.match(text) or NUMBERED.match(text) or LETTERED.match(text))


def ends_sentence(text: str) -> bool:
    return TERMINAL.search(text.rstrip()) is not None
