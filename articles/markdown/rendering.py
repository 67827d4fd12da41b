"""The tree of a block as HTML, whose text content is the block's text."""

from __future__ import annotations

from html import escape

from articles.markdown.inline import Break, Code, Formula, Mark, Node, Span, Text


def render(nodes: list[Node]) -> str:
    """The HTML of the nodes; still to be sanitised."""
    return "".join(_rendered(node) for node in nodes)


def _rendered(node: Node) -> str:
    match node:
        case Text(value):
            return escape(value, quote=False)
        case Code(value):
            return f"<code>{escape(value, quote=False)}</code>"
        case Break():
            # the line feed is for `textContent`, which a br alone does not add to
            return "<br>\n"
        case Formula(mathml=mathml):
            return mathml
        case Mark(number):
            return f'<sup><a href="#fn-{number}">[{number}]</a></sup>'
        case Span("a", children, href):
            return f'<a href="{escape(href)}">{render(children)}</a>'
        case Span(tag, children):
            return f"<{tag}>{render(children)}</{tag}>"
