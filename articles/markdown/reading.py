"""The parser's tokens as blocks.

Containers (quotations, lists and their items) are no blocks. A block says in `attrs["within"]`
which it stands in, outermost first, and in `attrs["joins"]` how many of those stood open already
around the block before; with both, the tree can be made again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from markdown_it.token import Token

from articles.markdown.building import build, plain_label
from articles.markdown.canonical import canonical
from articles.markdown.content import BlockContent
from articles.markdown.inline import Node, Text, plain_text, unmarked_text
from articles.markdown.notes import Notes
from articles.markdown.rendering import render
from articles.markdown.rereading import text_content
from articles.markdown.tables import read_table
from articles.normalising import normalise
from articles.picturing import size_of
from articles.sanitising import SanitisedHtml, sanitise_block, sanitise_code, sanitise_table

CONTAINERS = {
    "blockquote_open": "blockquote",
    "bullet_list_open": "ul",
    "ordered_list_open": "ol",
    "list_item_open": "li",
}
CLOSING = {name.replace("_open", "_close") for name in CONTAINERS}
EMPTY_NOTE = "–"
PICTURE = "\N{FRAME WITH PICTURE}"
LANGUAGE = re.compile(r"[A-Za-z0-9_+#.\-]{1,30}(?!\S)")


@dataclass(eq=False)
class Container:
    """One quotation, list or item; `number` is a list's next number, or an item's own."""

    name: str
    number: int = 0
    used: bool = False


@dataclass
class Reader:
    """Goes through tokens once and keeps the blocks they make."""

    notes: Notes
    blocks: list[BlockContent] = field(default_factory=list)
    containers: list[Container] = field(default_factory=list)
    before: list[Container] = field(default_factory=list)
    after_rule: bool = False
    note: int = 0

    def read(self, tokens: Sequence[Token]) -> None:
        place = 0
        while place < len(tokens):
            place = self._read_one(tokens, place)

    def _read_one(self, tokens: Sequence[Token], place: int) -> int:
        """Reads what begins there, and says where the next thing does."""
        token = tokens[place]
        if token.type in CONTAINERS:
            number = int(token.attrGet("start") or 0) if token.attrGet("start") is not None else 1
            self.containers.append(Container(CONTAINERS[token.type], number))
        elif token.type in CLOSING:
            self.containers.pop()
        elif token.type == "heading_open":
            self._heading(int(token.tag[1]), tokens[place + 1])
            return place + 3
        elif token.type == "paragraph_open":
            self._paragraph(tokens[place + 1])
            return place + 3
        elif token.type in ("fence", "code_block"):
            self._code(token)
        elif token.type == "table_open":
            return self._table(tokens, place)
        elif token.type == "hr":
            self.after_rule = True
        return place + 1

    def _heading(self, level: int, inline: Token) -> None:
        self._add_inline("heading", level, self._nodes(inline, breaks=False), {})

    def _paragraph(self, inline: Token) -> None:
        children = inline.children or []
        if len(children) == 1 and children[0].type == "image" and children[0].attrGet("src"):
            self._figure(children[0])
            return
        kind, level = self._paragraph_kind()
        self._add_inline(kind, level, self._nodes(inline), {})

    def _paragraph_kind(self) -> tuple[str, int]:
        names = [container.name for container in self.containers]
        if not names:
            return "paragraph", 0
        if names[-1] == "blockquote":
            return "quotation", names.count("blockquote")
        if not self.containers[-1].used:
            return "list_item", names.count("li")
        return "paragraph", 0

    def _nodes(self, inline: Token, *, breaks: bool = True) -> list[Node]:
        built = build(inline.children or [], self.notes.number_of)
        return canonical(built, breaks=breaks)

    def _figure(self, image: Token) -> None:
        """Its caption is the title, or else the words in brackets, or else the address.

        Of a picture of the site the address says nothing: there it is a sign.
        """
        source = str(image.attrGet("src") or "")
        caption = canonical([Text(str(image.attrGet("title") or ""))])
        alt = plain_text(canonical([Text(plain_label(image))]))
        if not caption:
            caption = self._nodes(image, breaks=False)
            alt = unmarked_text(caption)
        caption = caption or canonical([Text(PICTURE if size_of(source) else source)])
        self._add_inline("figure", 0, caption, {"src": source, "alt": alt})

    def _add_inline(self, kind: str, level: int, nodes: list[Node], attrs: dict[str, Any]) -> None:
        html = sanitise_block(render(nodes))
        self._add(kind, level, html, attrs)

    def _code(self, token: Token) -> None:
        text = normalise(token.content.removesuffix("\n"))
        language = LANGUAGE.match(token.info.strip())
        # within `code`, so that no line feed comes right after `pre`, where HTML drops it
        html = sanitise_code(f"<code>{escape(text, quote=False)}</code>")
        self._add("code", 0, html, {"language": language[0]} if language else {})

    def _table(self, tokens: Sequence[Token], place: int) -> int:
        end = next(i for i in range(place, len(tokens)) if tokens[i].type == "table_close")
        html, alignments = read_table(tokens[place:end], self.notes.number_of)
        attrs = {"align": alignments} if any(alignments) else {}
        self._add("table", 0, sanitise_table(html), attrs)
        return end + 1

    def _add(self, kind: str, level: int, html: SanitisedHtml, attrs: dict[str, Any]) -> None:
        """Keeps the block unless it says nothing."""
        text = text_content(html)
        if not text.strip():
            return
        self.blocks.append(BlockContent(kind, level, text, html, attrs | self._place(kind)))
        self.before = list(self.containers)
        self.after_rule = False

    def _place(self, kind: str) -> dict[str, Any]:
        """Where the block stands, as attributes; numbers the items that it begins."""
        attrs: dict[str, Any] = {}
        if self.containers:
            self._number_items()
            attrs["within"] = [container.name for container in self.containers]
            joins = self._joins()
            attrs |= {"joins": joins} if joins else {}
            numbers = self._numbers()
            attrs |= {"numbers": numbers} if numbers else {}
        if kind == "list_item":
            attrs |= self._item(attrs.get("joins", 0))
        if self.after_rule:
            attrs["rule"] = True
        if self.note:
            attrs["footnote"] = self.note
        return attrs

    def _number_items(self) -> None:
        for outer, inner in zip(self.containers, self.containers[1:], strict=False):
            if inner.name == "li" and not inner.used:
                inner.number = outer.number
                outer.number += 1
        for container in self.containers:
            container.used = True

    def _joins(self) -> int:
        pairs = zip(self.containers, self.before, strict=False)
        return next(
            (place for place, (now, before) in enumerate(pairs) if now is not before),
            min(len(self.containers), len(self.before)),
        )

    def _numbers(self) -> list[int]:
        pairs = zip(self.containers, self.containers[1:], strict=False)
        return [inner.number for outer, inner in pairs if outer.name == "ol"]

    def _item(self, joins: int) -> dict[str, Any]:
        """Of which kind its list is, whether it begins it, and the number it has there."""
        ordered = self.containers[-2].name == "ol"
        attrs: dict[str, Any] = {"ordered": ordered}
        attrs |= {"new": True} if joins <= len(self.containers) - 2 else {}
        return attrs | ({"start": self.containers[-1].number} if ordered else {})


def read_blocks(tokens: Sequence[Token]) -> list[BlockContent]:
    """The blocks of the tokens, then those of the footnotes in the order of their marks."""
    notes = Notes()
    reader = Reader(notes)
    reader.read(notes.without_definitions(tokens))
    _read_notes(reader, notes)
    return reader.blocks


def _read_notes(reader: Reader, notes: Notes) -> None:
    reader.after_rule = False
    notes_list = Container("ol", 1)
    for number, tokens in notes.in_order():
        reader.note = number
        reader.containers = [notes_list, Container("li")]
        count = len(reader.blocks)
        reader.read(tokens)
        if len(reader.blocks) == count:
            reader._add_inline("list_item", 1, [Text(EMPTY_NOTE)], {})
