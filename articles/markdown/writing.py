"""Blocks as Markdown from which the same blocks are made again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from articles.markdown.building import build
from articles.markdown.canonical import canonical
from articles.markdown.content import BlockContent
from articles.markdown.inline import Mark, Node, Text, leaves, plain_text, unmarked_text
from articles.markdown.limits import MAX_SIGNS, SIGNS, MarkdownRefused
from articles.markdown.parsing import tokens_of_article
from articles.markdown.rendering import render
from articles.markdown.rereading import reread
from articles.markdown.writing_inline import (
    STYLES,
    address,
    escape_words,
    has_signs,
    heading_line,
    write_inline,
)
from articles.sanitising import sanitise_block

MAX_NUMBER = 999_999_999  # CommonMark 0.31, 5.2: at most nine digits
RULE = "___"
CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.S)
ROW = re.compile(r"<tr>(.*?)</tr>", re.S)
ALIGNED = {None: "---", "left": ":--", "center": ":-:", "right": "--:"}


@dataclass
class Opened:
    """A container that is open in the Markdown: what begins its lines after the first."""

    name: str
    indent: str = ""
    mark: str = ""


class Writer:
    """Writes blocks one after another, keeping which containers stand open."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.opened: list[Opened] = []
        self.last: BlockContent | None = None

    def write(self, block: BlockContent) -> None:
        body = written_block(block)
        if block.attrs.get("rule"):
            body = f"{RULE}\n\n{body}"
        closed = self.opened[block.joins :]
        del self.opened[block.joins :]
        if self.last is not None and not self._is_tight(block):
            self.lines.append(self._indent().rstrip())
        first = self._indent() + self._open_new(block, closed)
        rest = self._indent()
        head, *tail = body.split("\n")
        self.lines.append((first + head).rstrip() if not head else first + head)
        self.lines.extend(rest + line if line else rest.rstrip() for line in tail)
        self.last = block

    def _is_tight(self, block: BlockContent) -> bool:
        """Whether the block is the next item of a list after a one-line item."""
        last = self.last
        return (
            last is not None
            and last.kind == block.kind == "list_item"
            and not block.attrs.get("rule")
            and "footnote" not in block.attrs
            and len(block.within) == block.joins + 1
        )

    def _indent(self) -> str:
        return "".join(container.indent for container in self.opened)

    def _open_new(self, block: BlockContent, closed: Sequence[Opened]) -> str:
        """Opens the block's new containers, and answers their marks."""
        marks = ""
        numbers = list(block.attrs.get("numbers", ()))
        within = block.within
        for place in range(block.joins, len(within)):
            name = within[place]
            if name in ("ul", "ol"):
                before = closed[0] if place == block.joins and closed else None
                self.opened.append(Opened(name, mark=_list_mark(name, before)))
                continue
            mark = "> "
            if name == "li":
                mark = self._item_mark(block, place, numbers[within[:place].count("ol") - 1 :])
            indent = mark if name == "blockquote" else " " * len(mark)
            if mark.startswith("[^"):
                indent = "    "
            self.opened.append(Opened(name, indent))
            marks += mark
        return marks

    def _item_mark(self, block: BlockContent, place: int, numbers: list[int]) -> str:
        if place == 1 and "footnote" in block.attrs:
            return f"[^{block.attrs['footnote']}]: "
        opened_list = self.opened[-1]
        if opened_list.name == "ul":
            return f"{opened_list.mark} "
        return f"{min(numbers[0], MAX_NUMBER)}{opened_list.mark} "


def _list_mark(name: str, before: Opened | None) -> str:
    """The sign of a new list; another than that of a list right before, which it would go on."""
    usual, other = ("-", "*") if name == "ul" else (".", ")")
    return other if before and before.name == name and before.mark == usual else usual


def written_block(block: BlockContent) -> str:
    """The block's own Markdown, without what its containers put before it."""
    match block.kind:
        case "heading":
            return heading_line(block.level, _written_inline(block.html))
        case "code":
            return _written_code(block)
        case "table":
            return _written_table(block)
        case "figure":
            return _written_figure(block)
        case _:
            return _written_inline(block.html)


def inline_markdown(nodes: list[Node], *, in_cell: bool = False) -> str:
    """Markdown from which the tree is read again, as far as the dialect can say it.

    What has more signs than one paragraph may have loses its form, not its words.
    """
    nodes = canonical(nodes)
    # reading it again takes the square of its signs: what has too many is not tried
    if _is_within_signs(write_inline(nodes, STYLES[0], in_cell=in_cell)):
        with suppress(MarkdownRefused):
            written = _written_inline(sanitise_block(render(nodes)), in_cell=in_cell)
            if _is_within_signs(written):
                return written
    return write_inline([Text(plain_text(nodes))], STYLES[0], in_cell=in_cell)


def _is_within_signs(markdown: str) -> bool:
    """Whether one paragraph may have as many signs."""
    return sum(1 for found in SIGNS.finditer(markdown) if found[1]) <= MAX_SIGNS


def _written_inline(html: str, *, in_cell: bool = False) -> str:
    nodes = reread(html)
    if not has_signs(nodes):
        return write_inline(nodes, STYLES[0], in_cell=in_cell)
    attempts = [write_inline(nodes, style) for style in STYLES]
    right = next((made for made in attempts[:-1] if _reads_as(made, html, nodes)), attempts[-1])
    return right.replace("|", "\\|") if in_cell else right


def _reads_as(markdown: str, html: str, nodes: list[Node]) -> bool:
    # footnotes only count as such where they are defined
    marks = [leaf.number for leaf in leaves(nodes) if isinstance(leaf, Mark)]
    defined = "".join(f"\n\n[^{number}]: x" for number in marks)
    tokens = tokens_of_article(markdown + defined)
    if tokens[0].type != "paragraph_open" or (len(tokens) > 3 and not marks):
        return False
    read = canonical(build(tokens[1].children or [], int))
    return sanitise_block(render(read)) == html


def _written_code(block: BlockContent) -> str:
    longest = max((len(run) for run in re.findall("`+", block.text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{block.attrs.get('language', '')}\n{block.text}\n{fence}"


def _written_table(block: BlockContent) -> str:
    rows = [CELL.findall(row) for row in ROW.findall(block.html)]
    alignments = block.attrs.get("align") or [None] * len(rows[0])
    lines = [_row(cells, lambda cell: _written_inline(cell, in_cell=True)) for cells in rows]
    lines.insert(1, "|" + "|".join(ALIGNED[alignment] for alignment in alignments) + "|")
    return "\n".join(lines)


def _row(cells: Sequence[str], write: Callable[[str], str]) -> str:
    return "| " + " | ".join(write(cell) for cell in cells) + " |"


def _written_figure(block: BlockContent) -> str:
    source = address(str(block.attrs["src"]))
    alt = str(block.attrs["alt"])
    if alt == unmarked_text(reread(block.html)):
        return f"![{_written_inline(block.html)}]({source})"
    title = escape_words(block.text).replace('"', '\\"')
    return f'![{escape_words(alt)}]({source} "{title}")'


def markdown_of(blocks: Sequence[BlockContent]) -> str:
    """Markdown from which `read_blocks` makes these blocks."""
    writer = Writer()
    for block in blocks:
        writer.write(block)
    return "\n".join(writer.lines) + ("\n" if blocks else "")
