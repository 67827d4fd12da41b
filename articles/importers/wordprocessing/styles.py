"""Styles: what a paragraph is by the name of its style or of one that it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from articles.importers.looks import PLAIN_LOOK, Look
from articles.importers.stylenames import INLINE_CODE, heading_of, role_of
from articles.importers.wordprocessing.names import W, child_value, is_on, value, whole

MOST_BASES = 30  # styles based on each other


@dataclass(frozen=True)
class Shape:
    """What the properties of a paragraph say; None is "not said here"."""

    outline: int | None = None  # 0 to 8; 9 is body text
    list_id: str | None = None
    list_level: int | None = None
    left: int | None = None  # twentieths of a point
    right: int | None = None
    first: int | None = None

    def over(self, other: Shape) -> Shape:
        said = {name: each for name, each in vars(self).items() if each is not None}
        return replace(other, **said) if said else other


@dataclass(frozen=True)
class Style:
    """A style with all that it inherits."""

    name: str = ""
    names: tuple[str, ...] = ()  # its own and those that it is based on, in small letters
    look: Look = PLAIN_LOOK
    shape: Shape = Shape()

    @property
    def role(self) -> str:
        return role_of(self.names)

    @property
    def heading(self) -> int:
        return heading_of(self.names)


@dataclass
class Styles:
    """The styles of a document by id."""

    elements: dict[str, etree._Element] = field(default_factory=dict)
    default: str = ""  # the id of the paragraph style where none is named
    size: int = 20  # half-points where nothing is said; 17.3.2.38
    language: str = ""
    _known: dict[str, Style] = field(default_factory=dict)

    @classmethod
    def of(cls, root: etree._Element | None) -> Styles:
        styles = cls()
        if root is None:
            return styles
        for element in root.iter(W + "style"):
            style_id = value(element, "styleId")
            if style_id:
                styles.elements.setdefault(style_id, element)
                if value(element, "type") == "paragraph" and value(element, "default") in (
                    "1",
                    "true",
                    "on",
                ):
                    styles.default = style_id
        usual = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        styles.size = whole(child_value(usual, "sz")) or 20
        styles.language = child_value(usual, "lang") or ""
        return styles

    def named(self, style_id: str | None) -> Style:
        """The style of an id; that of nothing where there is none."""
        key = style_id or ""
        if key not in self._known:
            self._known[key] = self._made(key)
        return self._known[key]

    def paragraph(self, style_id: str | None) -> Style:
        """The style of a paragraph: the default one where it names none."""
        return self.named(style_id or self.default)

    def _made(self, style_id: str) -> Style:
        chain: list[tuple[str, etree._Element]] = []
        following: str | None = style_id
        while following in self.elements and len(chain) < MOST_BASES:
            element = self.elements[following]
            chain.append((following, element))
            following = child_value(element, "basedOn")
        if not chain:
            # a style that is named and nowhere defined still has a name
            return Style(style_id, (_spaced(style_id),) if style_id else ())
        look, shape = PLAIN_LOOK, Shape()
        for _id, element in reversed(chain):
            look = look_of(element.find(W + "rPr")).over(look)
            shape = shape_of(element.find(W + "pPr")).over(shape)
        names = tuple((child_value(element, "name") or each).lower() for each, element in chain)
        code = any(name in INLINE_CODE for name in names) or None
        return Style(
            child_value(chain[0][1], "name") or style_id, names, replace(look, code=code), shape
        )


def _spaced(style_id: str) -> str:
    """An id as the name that it was made from: "Heading1" is "heading 1"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z0-9])", " ", style_id).lower()


def look_of(properties: etree._Element | None) -> Look:
    """What the properties of a run say."""
    if properties is None or not len(properties):
        return PLAIN_LOOK
    script = child_value(properties, "vertAlign")
    struck, double = is_on(properties, "strike"), is_on(properties, "dstrike")
    fonts = properties.find(W + "rFonts")
    return Look(
        bold=is_on(properties, "b"),
        italic=is_on(properties, "i"),
        struck=struck if double is None else bool(struck or double),
        script={"superscript": "sup", "subscript": "sub"}.get(script, "") if script else None,
        hidden=is_on(properties, "vanish"),
        size=whole(child_value(properties, "sz")),
        font=value(fonts, "ascii") or value(fonts, "hAnsi"),
    )


def shape_of(properties: etree._Element | None) -> Shape:
    """What the properties of a paragraph say."""
    if properties is None or not len(properties):
        return Shape()
    numbering = properties.find(W + "numPr")
    indent = properties.find(W + "ind")
    hanging = whole(value(indent, "hanging"))
    return Shape(
        outline=whole(child_value(properties, "outlineLvl")),
        list_id=child_value(numbering, "numId"),
        list_level=whole(child_value(numbering, "ilvl")),
        left=_first_said(indent, "left", "start"),
        right=_first_said(indent, "right", "end"),
        first=-hanging if hanging else whole(value(indent, "firstLine")),
    )


def _first_said(element: etree._Element | None, *names: str) -> int | None:
    return next((whole(found) for name in names if (found := value(element, name))), None)
