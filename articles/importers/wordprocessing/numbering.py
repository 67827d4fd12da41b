"""Lists: which sign or number a paragraph has (ECMA-376-1, 17.9)."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from articles.importers.wordprocessing.names import W, child_value, value, whole

MOST_LEVELS = 9
MOST_LINKS = 10  # lists that refer to a style that refers to a list


@dataclass(frozen=True)
class Level:
    """How the items of one level of a list are marked."""

    format: str = "decimal"
    start: int = 1
    restart: int | None = None  # the level above (from 1) after which it begins anew; 0 is never
    style: str = ""
    sign: str = "*"  # what the mark is made of; blank where nothing is seen

    @property
    def is_marked(self) -> bool:
        return self.format != "none" and bool(self.sign.strip())

    @property
    def is_ordered(self) -> bool:
        return self.format not in ("bullet", "none")


@dataclass
class List:
    """One list: its levels, and the definition with which it shares its counters."""

    shared: str
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)  # levels that begin anew in this list


@dataclass
class Numbering:
    """The lists of a document, and how far each is counted."""

    lists: dict[str, List] = field(default_factory=dict)
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, root: etree._Element | None) -> Numbering:
        numbering = cls()
        if root is None:
            return numbering
        abstract = {
            value(each, "abstractNumId") or "": each for each in root.iter(W + "abstractNum")
        }
        concrete = {value(each, "numId") or "": each for each in root.iterchildren(W + "num")}
        styled = {
            style: list_id
            for list_id, each in concrete.items()
            if (shared := abstract.get(child_value(each, "abstractNumId") or "")) is not None
            and (style := child_value(shared, "styleLink"))
        }
        for list_id, each in concrete.items():
            shared_id = child_value(each, "abstractNumId") or ""
            for _ in range(MOST_LINKS):
                link = child_value(abstract.get(shared_id), "numStyleLink")
                if link not in styled:
                    break
                shared_id = child_value(concrete[styled[link]], "abstractNumId") or ""
            numbering.lists[list_id] = _list(shared_id, abstract.get(shared_id), each)
        return numbering

    def level(self, list_id: str, number: int) -> Level | None:
        """How a level is marked; None where the list is unknown."""
        found = self.lists.get(list_id)
        return found.levels.get(number, Level("bullet")) if found else None

    def level_of_style(self, list_id: str, style_id: str) -> int:
        """The level of a list that is linked with a paragraph style; 0 where none is."""
        found = self.lists.get(list_id)
        levels = found.levels.items() if found else ()
        return next((number for number, level in levels if level.style == style_id), 0)

    def count(self, list_id: str, number: int) -> int:
        """The number of the next item at a level; counts it."""
        here = self.lists[list_id]
        level = here.levels.get(number, Level())
        key = (here.shared, number)
        begun = (list_id, number)
        if number in here.starts and begun not in self._begun:
            self._counts[key] = here.starts[number]
        else:
            self._counts[key] = self._counts.get(key, level.start - 1) + 1
        self._begun.add(begun)
        self._restart_below(here, number)
        return self._counts[key]

    def _restart_below(self, here: List, number: int) -> None:
        for lower in range(number + 1, MOST_LEVELS):
            restart = here.levels.get(lower, Level()).restart
            if restart is None or (restart and number < restart):
                self._counts.pop((here.shared, lower), None)


def _list(shared_id: str, shared: etree._Element | None, own: etree._Element) -> List:
    made = List(shared_id)
    if shared is not None:
        made.levels = {_level_number(each): _level(each) for each in shared.iterchildren(W + "lvl")}
    for override in own.iterchildren(W + "lvlOverride"):
        number = _level_number(override)
        replaced = override.find(W + "lvl")
        if replaced is not None:
            made.levels[number] = _level(replaced)
        start = whole(child_value(override, "startOverride"))
        if start is not None:
            made.starts[number] = max(0, start)
    return made


def _level_number(element: etree._Element) -> int:
    return min(max(whole(value(element, "ilvl")) or 0, 0), MOST_LEVELS - 1)


def _level(element: etree._Element) -> Level:
    start = whole(child_value(element, "start"))
    text = element.find(W + "lvlText")
    sign = "*" if text is None else value(text) or ""
    return Level(
        child_value(element, "numFmt") or "decimal",
        1 if start is None else max(0, start),
        whole(child_value(element, "lvlRestart")),
        child_value(element, "pStyle") or "",
        "*" if element.find(W + "lvlPicBulletId") is not None else sign,
    )
