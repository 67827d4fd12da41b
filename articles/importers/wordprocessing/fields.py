"""Fields (ECMA-376-1, 17.16): instructions that nobody sees, and results that everybody sees."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from articles.importers.dom.inline import Format
from articles.importers.runs import link_to
from articles.importers.wordprocessing.names import W, value

TABLES_OF_CONTENTS = {"TOC", "INDEX", "TOA", "RD"}
ARGUMENT = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
MOST_INSTRUCTION = 4000  # characters


@dataclass
class Field:
    """A field that is open."""

    instruction: str = ""
    shown: bool = False  # whether its result has begun
    link: Format | None = None

    @property
    def kind(self) -> str:
        words = self.instruction.split(None, 1)
        return words[0].upper() if words else ""

    def begin_result(self) -> None:
        self.shown = True
        self.link = link_to(address_of(self.instruction))


@dataclass
class Fields:
    """The fields around the place that has been reached."""

    opened: list[Field] = field(default_factory=list)

    def turn(self, kind: str | None) -> Field | None:
        """Begins, goes on to the result of, or ends a field; answers one that ends."""
        if kind == "begin":
            self.opened.append(Field())
        elif kind == "separate" and self.opened:
            self.opened[-1].begin_result()
        elif kind == "end" and self.opened:
            return self.opened.pop()
        return None

    def instruct(self, words: str) -> None:
        if self.opened and len(self.opened[-1].instruction) < MOST_INSTRUCTION:
            self.opened[-1].instruction += words

    @property
    def hides(self) -> bool:
        """Whether what stands here is an instruction."""
        return any(not each.shown for each in self.opened)

    @property
    def link(self) -> Format | None:
        return next((each.link for each in reversed(self.opened) if each.link), None)

    @property
    def is_contents(self) -> bool:
        return any(each.kind in TABLES_OF_CONTENTS for each in self.opened)


def address_of(instruction: str) -> str:
    """Where a field HYPERLINK leads; nothing for another field, or a place within the text."""
    found = [quoted or bare for quoted, bare in ARGUMENT.findall(instruction[:MOST_INSTRUCTION])]
    if not found or found[0].upper() != "HYPERLINK":
        return ""
    arguments = iter(found[1:])
    href = anchor = ""
    for word in arguments:
        if word in ("\\l", "\\o", "\\t", "\\m", "\\n"):
            following = next(arguments, "") if word in ("\\l", "\\o", "\\t") else ""
            anchor = following if word == "\\l" else anchor
        elif not href:
            href = word.replace("\\\\", "\\")
    return f"{href}#{anchor}" if href and anchor else href


def drop_unmatched(root: etree._Element) -> None:
    """Takes away beginnings of fields that never end, which would hide all that follows."""
    opened: list[etree._Element] = []
    for sign in root.iter(W + "fldChar"):
        kind = value(sign, "fldCharType")
        if kind == "begin":
            opened.append(sign)
        elif kind == "end" and opened:
            opened.pop()
    for sign in opened:
        sign.set(W + "fldCharType", "none")
