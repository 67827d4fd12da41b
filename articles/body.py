"""What a person says: Markdown to sanitised HTML, and to plain words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from articles.markdown.content import BlockContent
from articles.markdown.parsing import tokens_of_body, tokens_of_page
from articles.markdown.reading import read_blocks
from articles.markdown.rereading import text_content
from articles.sanitising import SanitisedHtml, sanitise_body, sanitise_page

RENDERER = 1
"""Stored beside what was rendered; raised when the same Markdown would render otherwise."""

ENDS_WORDS = ("</p>", "</li>", "</pre>", "</tr>", "</blockquote>", "<br>")


def render_body(markdown: str) -> SanitisedHtml:
    """The HTML of an annotation; raises MarkdownRefused for what is beyond the limits.

    A heading becomes a strong paragraph, an image a link to it. There are no footnotes.
    """
    return sanitise_body(_nested(read_blocks(tokens_of_body(markdown))))


def render_page(markdown: str) -> SanitisedHtml:
    """The HTML of a page about the site, whose headings stay headings, under the page's own."""
    return sanitise_page(_nested(read_blocks(tokens_of_page(markdown)), _titled))


def render_blocks(blocks: Sequence[BlockContent]) -> SanitisedHtml:
    """Blocks of an article by themselves, as those of an annotation are rendered."""
    return sanitise_body(_nested(blocks))


def body_text(body: str) -> str:
    """The words of a body, given as its sanitised HTML or as Markdown, on one line."""
    html: str = body if isinstance(body, SanitisedHtml) else render_body(body)
    for end in ENDS_WORDS:
        html = html.replace(end, f"{end} ")
    return " ".join(text_content(html).split())


def _nested(
    blocks: Sequence[BlockContent], element: Callable[[BlockContent], str] | None = None
) -> str:
    """The blocks within their containers."""
    element = element or _element
    parts: list[str] = []
    opened: list[str] = []
    for block in blocks:
        _close(parts, opened, block.joins)
        _open(parts, opened, block)
        parts.append(element(block))
    _close(parts, opened, 0)
    return "".join(parts)


def _close(parts: list[str], opened: list[str], depth: int) -> None:
    while len(opened) > depth:
        parts.append(f"</{opened.pop()}>")


def _open(parts: list[str], opened: list[str], block: BlockContent) -> None:
    for name in block.within[block.joins :]:
        opened.append(name)
        if name == "ol":
            number = block.attrs["numbers"][opened.count("ol") - 1]
            parts.append(f'<ol start="{number}">' if number != 1 else "<ol>")
        else:
            parts.append(f"<{name}>")


def _element(block: BlockContent) -> str:
    rule = "<hr>" if block.attrs.get("rule") else ""
    match block.kind:
        case "heading":
            return f"{rule}<p><strong>{block.html}</strong></p>"
        case "code":
            return f"{rule}<pre>{block.html}</pre>"
        case "table":
            return f"{rule}<table>{block.html}</table>"
        case "figure":
            # the words without form: a link within a link is none
            return f'{rule}<p><a href="{escape(block.attrs["src"])}">{escape(block.text)}</a></p>'
        case _:
            return f"{rule}<p>{block.html}</p>"


def _titled(block: BlockContent) -> str:
    if block.kind != "heading":
        return _element(block)
    name = "h2" if block.level < 3 else "h3"
    return f"<{name}>{block.html}</{name}>"
