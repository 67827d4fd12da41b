"""The parser's inline tokens as a tree."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markdown_it.token import Token

from articles.markdown.inline import Break, Code, Formula, Mark, Node, Span, Text
from articles.markdown.rereading import text_content

NumberOf = Callable[[str], int]


def build(tokens: Sequence[Token], number_of: NumberOf, *, within_link: bool = False) -> list[Node]:
    """The tree of the tokens; `number_of` numbers footnotes by their label.

    In a link neither images nor footnote marks can be links: both are words there.
    """
    opened = [Span("a" if within_link else "")]
    for token in tokens:
        if token.nesting == 1:
            opened.append(Span(token.tag, href=str(token.attrGet("href") or "")))
        elif token.nesting == -1:
            span = opened.pop()
            opened[-1].children.extend(_closed(span))
        else:
            in_link = any(span.tag == "a" for span in opened)
            opened[-1].children.extend(_leaf(token, number_of, in_link))
    return opened[0].children


def _closed(span: Span) -> list[Node]:
    """The span; a link without words says its address, one without an address only its words."""
    if span.tag == "a" and not span.href:
        return span.children
    if span.tag == "a" and not span.children:
        return [Span("a", [Text(span.href)], span.href)]
    return [span]


def _leaf(token: Token, number_of: NumberOf, in_link: bool) -> list[Node]:
    match token.type:
        case "softbreak":
            return [Text(" ")]
        case "hardbreak":
            return [Break()]
        case "code_inline":
            return [Code(token.content)]
        case "formula":
            return [formula(token)]
        case "footnote_ref":
            label = str(token.meta["label"])
            return [Text(f"[^{label}]") if in_link else Mark(number_of(label))]
        case "image":
            return _image(token, number_of, in_link)
        case _:
            return [Text(token.content)]


def formula(token: Token) -> Formula:
    mathml = str(token.meta["mathml"])
    return Formula(token.content, mathml, text_content(mathml), bool(token.meta["display"]))


def _image(token: Token, number_of: NumberOf, in_link: bool) -> list[Node]:
    """An image among words is a link to it, so that nothing is loaded from elsewhere."""
    source = str(token.attrGet("src") or "")
    if in_link or not source:
        return [Text(plain_label(token) or source)]
    label = build(token.children or [], number_of, within_link=True)
    return [Span("a", _without_links(label) or [Text(source)], source)]


def plain_label(token: Token) -> str:
    """The words in an image's brackets, without any form."""
    return "".join(
        plain_label(child)
        if child.type == "image"
        else child.content or " " * bool(child.tag == "br")
        for child in token.children or []
    )


def _without_links(nodes: list[Node]) -> list[Node]:
    plain: list[Node] = []
    for node in nodes:
        if isinstance(node, Span):
            inside = _without_links(node.children)
            plain.extend(inside if node.tag == "a" else [Span(node.tag, inside)])
        else:
            plain.append(node)
    return plain
