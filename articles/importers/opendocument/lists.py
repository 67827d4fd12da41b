"""Lists of OpenDocument (5.3): which number an item has, and in which list it is."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from articles.importers.opendocument.names import TEXT, whole
from articles.importers.opendocument.styles import Level, Styles

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass
class Open:
    """A list that is open: how its items are marked, and how far it is counted."""

    style: str
    level: Level
    number: int
    begun: bool = False
    used: bool = False  # whether the open item has said its first words


@dataclass
class Lists:
    """The lists around a place, and how far closed ones were counted."""

    styles: Styles
    opened: list[Open] = field(default_factory=list)
    _ended: dict[str, int] = field(default_factory=dict)  # by id, and by style and depth

    @property
    def depth(self) -> int:
        return len(self.opened)

    def open(self, element: etree._Element, usual: str) -> None:
        """Opens a list; `usual` is the list style of its first paragraph's own style."""
        depth = self.depth + 1
        style = element.get(TEXT + "style-name") or ""
        style = style or (self.opened[-1].style if self.opened else usual)
        level = self.styles.lists.get(style, {}).get(depth, Level())
        before = None
        continued = element.get(TEXT + "continue-list")
        if continued:
            before = self._ended.get(continued)
        elif element.get(TEXT + "continue-numbering") == "true":
            before = self._ended.get(f"{style} {depth}")
        self.opened.append(Open(style, level, level.start - 1 if before is None else before))

    def close(self, element: etree._Element) -> None:
        ended = self.opened.pop()
        for key in (element.get(XML_ID), f"{ended.style} {self.depth + 1}"):
            if key:
                self._ended[key] = ended.number

    def begin_item(self, item: etree._Element) -> None:
        """Counts an item; headers of lists have no number, and go on with what is before."""
        here = self.opened[-1]
        here.used = item.tag == TEXT + "list-header"
        if not here.used:
            here.number = whole(item.get(TEXT + "start-value"), here.number + 1)
