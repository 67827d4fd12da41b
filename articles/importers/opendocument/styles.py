"""Styles of OpenDocument (16): named ones, and automatic ones for what was formatted by hand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml import etree

from articles.importers.looks import PLAIN_LOOK, Look
from articles.importers.opendocument.names import FO, STYLE, TEXT, points, unescaped, whole
from articles.importers.stylenames import INLINE_CODE, heading_of, role_of

MOST_BASES = 30
BOLD = {"bold", "600", "700", "800", "900", "bolder"}
USUAL_SIZE = 24  # half-points


@dataclass(frozen=True)
class Style:
    """A style with all that it inherits from those that have names."""

    names: tuple[str, ...] = ()  # in small letters, those of automatic styles left out
    look: Look = PLAIN_LOOK
    own: Look = PLAIN_LOOK  # of the automatic style alone
    outline: int = 0
    list_style: str = ""
    left: float = 0.0  # points that it is set in by hand
    centred: bool = False

    @property
    def role(self) -> str:
        return role_of(self.names)

    @property
    def heading(self) -> int:
        return self.outline or heading_of(self.names)


@dataclass(frozen=True)
class Level:
    """How the items of one level of a list are marked."""

    ordered: bool = False
    marked: bool = True
    start: int = 1


@dataclass
class Styles:
    """The styles of a document, by family and name."""

    elements: dict[tuple[str, str], etree._Element] = field(default_factory=dict)
    automatic: set[tuple[str, str]] = field(default_factory=set)
    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    size: int = USUAL_SIZE
    language: str = ""
    _known: dict[tuple[str, str], Style] = field(default_factory=dict)

    def add(self, styles: etree._Element | None, *, automatic: bool) -> None:
        """Takes up a group of styles; the first of a name counts."""
        for element in styles if styles is not None else ():
            name = element.get(STYLE + "name") or ""
            key = (element.get(STYLE + "family") or "", name)
            if element.tag == STYLE + "style" and key not in self.elements:
                self.elements[key] = element
                if automatic:
                    self.automatic.add(key)
            elif element.tag == TEXT + "list-style":
                self.lists.setdefault(name, _levels(element))
            elif element.tag == STYLE + "default-style" and key[0] == "paragraph":
                self._take_defaults(element)

    def _take_defaults(self, element: etree._Element) -> None:
        about = element.find(STYLE + "text-properties")
        if about is not None:
            self.size = _size(about.get(FO + "font-size")) or self.size
            language = about.get(FO + "language") or ""
            self.language = "" if language in ("none", "zxx") else language

    def named(self, family: str, name: str | None) -> Style:
        """A style; that of nothing where there is none of that name."""
        key = (family, name or "")
        if key not in self._known:
            self._known[key] = self._made(key)
        return self._known[key]

    def _made(self, key: tuple[str, str]) -> Style:
        family, name = key
        if key not in self.elements:
            own = unescaped(name)
            return Style((own,) if own else (), Look(code=own in INLINE_CODE or None))
        chain: list[tuple[str, etree._Element]] = []
        while (family, name) in self.elements and len(chain) < MOST_BASES:
            element = self.elements[family, name]
            chain.append((name, element))
            name = element.get(STYLE + "parent-style-name") or ""
        look = PLAIN_LOOK
        for _name, element in reversed(chain):
            look = _look(element).over(look)
        named = [(each, element) for each, element in chain if (family, each) not in self.automatic]
        if name and (family, name) not in self.elements:
            # a parent that is nowhere defined still has a name
            named.append((name, chain[-1][1]))
        first = chain[0][1]
        by_hand = key in self.automatic
        about = first.find(STYLE + "paragraph-properties")
        names = tuple(_shown_name(each, element) for each, element in named)
        code = any(each in INLINE_CODE for each in names) or None
        return Style(
            names,
            replace(look, code=code),
            _look(first) if by_hand else PLAIN_LOOK,
            next((o for _n, e in chain if (o := _outline(e))), 0),
            next((s for _n, e in chain if (s := e.get(STYLE + "list-style-name"))), ""),
            (points(about.get(FO + "margin-left")) or 0.0)
            if by_hand and about is not None
            else 0.0,
            about is not None and about.get(FO + "text-align") == "center",
        )


def _shown_name(name: str, element: etree._Element) -> str:
    shown = element.get(STYLE + "display-name")
    own = element.get(STYLE + "name") == name
    return shown.lower() if shown and own else unescaped(name)


def _outline(element: etree._Element) -> int:
    return whole(element.get(STYLE + "default-outline-level"), 0)


def _look(element: etree._Element) -> Look:
    about = element.find(STYLE + "text-properties")
    if about is None:
        return PLAIN_LOOK
    weight, slant = about.get(FO + "font-weight"), about.get(FO + "font-style")
    line = about.get(STYLE + "text-line-through-style") or about.get(
        STYLE + "text-line-through-type"
    )
    display = about.get(TEXT + "display")
    return Look(
        None if weight is None else weight in BOLD,
        None if slant is None else slant in ("italic", "oblique"),
        None if line is None else line != "none",
        _script(about.get(STYLE + "text-position")),
        None if display is None else display == "none",
        _size(about.get(FO + "font-size")),
    )


def _script(position: str | None) -> str | None:
    """`sub`, `sup`, or nothing, by how far words are raised (20.384)."""
    if not position:
        return None
    raised = position.split()[0]
    if raised in ("sub", "super"):
        return "sup" if raised == "super" else "sub"
    try:
        share = float(raised.rstrip("%"))
    except ValueError:
        return None
    return "sup" if share > 0 else "sub" if share < 0 else ""


def _size(words: str | None) -> int | None:
    size = points(words)
    return round(2 * size) if size and size > 0 else None


def _levels(element: etree._Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for each in element:
        number = whole(each.get(TEXT + "level"), 0)
        if each.tag == TEXT + "list-level-style-number":
            marked = bool((each.get(STYLE + "num-format") or "").strip())
            found[number] = Level(True, marked, whole(each.get(TEXT + "start-value"), 1))
        elif each.tag in (TEXT + "list-level-style-bullet", TEXT + "list-level-style-image"):
            sign = each.get(TEXT + "bullet-char")
            found[number] = Level(False, sign is None or bool(sign.strip()))
    return found
