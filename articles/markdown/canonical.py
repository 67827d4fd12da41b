"""The one spelling of a tree: equal words with equal marks are equal trees.

What is written back to Markdown must parse to the same tree again, so everything is settled here
that Markdown cannot say: white space at the edges, empty elements, equal elements side by side,
a break at the edge of an element, letters divided by an element.
"""

from __future__ import annotations

import re
from dataclasses import replace

from articles.markdown.inline import Break, Code, Formula, Node, Span, Text, leaves, plain_text
from articles.markdown.linking import linked
from articles.normalising import leading_marks, normalise_runs

BLANKS = re.compile("[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]")
EMPTY = (Text(""), Code(""))


def canonical(nodes: list[Node], *, breaks: bool = True) -> list[Node]:
    """The nodes in their one spelling; without `breaks`, hard breaks are spaces."""
    if not breaks:
        nodes = _breaks_as_spaces(nodes)
    nodes = _unnested(nodes)
    _normalise(nodes)
    _trim(nodes)
    nodes = _without_outer_breaks(_settled(nodes))
    return linked(_without_touching_scripts(nodes))


def _breaks_as_spaces(nodes: list[Node]) -> list[Node]:
    changed: list[Node] = []
    for node in nodes:
        if isinstance(node, Span):
            node = replace(node, children=_breaks_as_spaces(node.children))
        changed.append(Text(" ") if isinstance(node, Break) else node)
    return changed


def _unnested(nodes: list[Node], around: frozenset[str] = frozenset()) -> list[Node]:
    """Without spans inside others of their kind, which add nothing."""
    parts: list[Node] = []
    for node in nodes:
        if isinstance(node, Span):
            children = _unnested(node.children, around | {node.tag})
            parts.extend(children if node.tag in around else [replace(node, children=children)])
        else:
            parts.append(node)
    return parts


def _normalise(nodes: list[Node]) -> None:
    """Normalises the words across the elements that divide them."""
    said = list(leaves(nodes))
    closed = {place for place, leaf in enumerate(said) if not isinstance(leaf, Text | Code)}
    runs = normalise_runs([plain_text([leaf]) for leaf in said], closed)
    after_formula = False
    for leaf, run in zip(said, runs, strict=True):
        if isinstance(leaf, Text | Code):
            # what would compose with the last letter of a formula is left out
            run = run[leading_marks(run) :] if after_formula else run
            leaf.value = BLANKS.sub(" ", run)
        after_formula = isinstance(leaf, Formula) or (after_formula and leaf in EMPTY)


def _trim(nodes: list[Node]) -> None:
    """Takes white space from the edges of the block and of its lines."""
    said = list(leaves(nodes))
    at_edge = True
    for leaf in said:
        if isinstance(leaf, Text) and at_edge:
            leaf.value = leaf.value.lstrip()
        at_edge = isinstance(leaf, Break) or (at_edge and leaf in EMPTY)
    at_edge = True
    for leaf in reversed(said):
        if isinstance(leaf, Text) and at_edge:
            leaf.value = leaf.value.rstrip()
        at_edge = isinstance(leaf, Break) or (at_edge and leaf in EMPTY)


def _settled(nodes: list[Node]) -> list[Node]:
    """Without empty nodes, breaks at the edges of spans, and equal neighbours."""
    settled: list[Node] = []
    for node in nodes:
        for part in _settled_parts(node):
            _append(settled, part)
    return settled


def _settled_parts(node: Node) -> list[Node]:
    if not isinstance(node, Span):
        return [] if node in EMPTY else [node]
    children = _settled(node.children)
    before = _count_breaks(children)
    after = _count_breaks(children[before:][::-1])
    inside = children[before : len(children) - after]
    span = [replace(node, children=inside)] if inside else []
    return [*children[:before], *span, *children[len(children) - after :]]


def _count_breaks(nodes: list[Node]) -> int:
    return next((i for i, node in enumerate(nodes) if not isinstance(node, Break)), len(nodes))


def _append(nodes: list[Node], node: Node) -> None:
    """Appends, joining what is equal in kind; links stay apart, each has its own end."""
    last = nodes[-1] if nodes else None
    if isinstance(node, Text) and isinstance(last, Text):
        nodes[-1] = Text(last.value + node.value)
    elif isinstance(node, Code) and isinstance(last, Code):
        nodes[-1] = Code(last.value + node.value)
    elif isinstance(node, Span) and isinstance(last, Span) and last.tag == node.tag != "a":
        joined = list(last.children)
        for child in node.children:
            _append(joined, child)
        nodes[-1] = Span(node.tag, joined)
    else:
        nodes.append(node)


def _without_outer_breaks(nodes: list[Node]) -> list[Node]:
    first = _count_breaks(nodes)
    last = _count_breaks(nodes[::-1])
    return nodes[first : max(first, len(nodes) - last)]


def _without_touching_scripts(nodes: list[Node], edge: bool = False) -> list[Node]:
    """A subscript right at the edge of struck words stands in line: `~` and `~~` would merge."""
    kept: list[Node] = []
    for place, node in enumerate(nodes):
        beside = [nodes[i] for i in (place - 1, place + 1) if 0 <= i < len(nodes)]
        at_edge = edge and place in (0, len(nodes) - 1)
        touches = at_edge or any(isinstance(near, Span) and near.tag == "s" for near in beside)
        if isinstance(node, Span) and node.tag == "sub" and touches:
            parts = node.children
        elif isinstance(node, Span):
            inside = _without_touching_scripts(node.children, edge=node.tag == "s")
            parts = [replace(node, children=inside)]
        else:
            parts = [node]
        for part in parts:
            _append(kept, part)
    return kept
