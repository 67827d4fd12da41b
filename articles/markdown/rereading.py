"""Sanitised HTML of a block, read back into the tree it came from."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from articles.markdown.inline import Break, Code, Formula, Mark, Node, Span, Text, plain_text

MARK_ADDRESS = re.compile(r"#fn-([1-9]\d{0,5})$")


class _TextCollector(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def text_content(html: str) -> str:
    """What a browser's `textContent` says of sanitised HTML."""
    collector = _TextCollector()
    collector.feed(html)
    collector.close()
    return "".join(collector.said)


class _TreeBuilder(HTMLParser):
    """Builds the tree; knows only what `rendering` writes and the sanitiser passes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[Span] = [Span("")]
        self.formula: list[str] | None = None
        self.tex = ""
        self.display = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "math":
            self.formula = []
            self.tex = given.get("alttext") or ""
            self.display = given.get("display") == "block"
        if self.formula is not None:
            return
        if tag == "br":
            self.open[-1].children.append(Break())
        else:
            self.open.append(Span(tag, href=given.get("href") or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "math":
            text = "".join(self.formula or ())
            self.formula = None
            self.open[-1].children.append(Formula(self.tex, "", text, self.display))
        elif self.formula is None:
            span = self.open.pop()
            self.open[-1].children.append(_closed(span))

    def handle_data(self, data: str) -> None:
        if self.formula is not None:
            self.formula.append(data)
        else:
            self.open[-1].children.append(Text(data))


def _closed(span: Span) -> Node:
    if span.tag == "code":
        return Code(plain_text(span.children))
    if span.tag == "sup" and len(span.children) == 1:
        only = span.children[0]
        address = MARK_ADDRESS.match(only.href) if isinstance(only, Span) else None
        if address:
            return Mark(int(address[1]))
    return span


def reread(html: str) -> list[Node]:
    """The tree that was rendered to this HTML; formulas come without their MathML."""
    builder = _TreeBuilder()
    builder.feed(html)
    builder.close()
    return _without_break_feeds(builder.open[0].children)


def _without_break_feeds(nodes: list[Node]) -> list[Node]:
    """Only a break writes a line feed, and the break itself stands in the tree."""
    for node in nodes:
        if isinstance(node, Text):
            node.value = node.value.replace("\n", "")
        elif isinstance(node, Span):
            node.children = _without_break_feeds(node.children)
    return [node for node in nodes if node != Text("")]
