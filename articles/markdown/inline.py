"""What stands inside a block: a small tree, from which both its text and its HTML come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Text:
    """Words."""

    value: str


@dataclass
class Code:
    """A code span."""

    value: str


@dataclass(frozen=True)
class Break:
    """A hard line break; a line feed in the text."""


@dataclass(frozen=True)
class Formula:
    """A formula; its text is the text content of its MathML."""

    tex: str
    mathml: str
    text: str
    display: bool


@dataclass(frozen=True)
class Mark:
    """A footnote's mark; "[1]" in the text."""

    number: int


@dataclass
class Span:
    """An element around others: em, strong, s, sub, sup, or a with its address."""

    tag: str
    children: list[Node] = field(default_factory=list)
    href: str = ""


Node = Text | Code | Break | Formula | Mark | Span
Leaf = Text | Code | Break | Formula | Mark


def leaves(nodes: list[Node]) -> Iterator[Leaf]:
    """What the tree says, in reading order."""
    for node in nodes:
        if isinstance(node, Span):
            yield from leaves(node.children)
        else:
            yield node


def plain_text(nodes: list[Node]) -> str:
    """The text of the tree, as a browser's `textContent` of its HTML."""
    return "".join(_said(leaf) for leaf in leaves(nodes))


def unmarked_text(nodes: list[Node]) -> str:
    """The text of the tree without its footnotes' marks."""
    return plain_text([leaf for leaf in leaves(nodes) if not isinstance(leaf, Mark)])


def _said(leaf: Leaf) -> str:
    match leaf:
        case Text(value) | Code(value):
            return value
        case Break():
            return "\n"
        case Formula(text=text):
            return text
        case Mark(number):
            return f"[{number}]"
