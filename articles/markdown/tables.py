"""Tables: cells divided by tabs, rows by line feeds, in the text and in the HTML alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from markdown_it.token import Token

from articles.markdown.building import build
from articles.markdown.canonical import canonical
from articles.markdown.inline import Code, leaves
from articles.markdown.limits import MAX_COLUMNS, too_wide
from articles.markdown.rendering import render

ALIGN = re.compile(r"text-align:(left|center|right)")


def read_table(
    tokens: Sequence[Token], number_of: Callable[[str], int]
) -> tuple[str, list[str | None]]:
    """The rows as HTML, and how each column is aligned."""
    head: list[str] = []
    body: list[str] = []
    alignments: list[str | None] = []
    section = head
    cells: list[str] = []
    for place, token in enumerate(tokens):
        if token.type == "tbody_open":
            section = body
        elif token.type == "tr_open":
            cells = []
        elif token.type in ("th_open", "td_open"):
            if token.type == "th_open":
                alignments.append(_alignment(token))
            cells.append(_cell(token, tokens[place + 1], number_of))
        elif token.type == "tr_close":
            section.append("<tr>" + "\t".join(cells) + "</tr>")
    if len(alignments) > MAX_COLUMNS:
        raise too_wide()
    sections = [f"<thead>{head[0]}</thead>"]
    if body:
        sections.append("<tbody>" + "\n".join(body) + "</tbody>")
    return "\n".join(sections), alignments


def _alignment(token: Token) -> str | None:
    found = ALIGN.search(str(token.attrGet("style") or ""))
    return found[1] if found else None


def _cell(token: Token, inline: Token, number_of: Callable[[str], int]) -> str:
    nodes = canonical(build(inline.children or [], number_of), breaks=False)
    for leaf in leaves(nodes):
        if isinstance(leaf, Code):
            leaf.value = leaf.value.replace("\t", " ")
    alignment = _alignment(token)
    opening = f'{token.tag} class="{alignment}"' if alignment else token.tag
    return f"<{opening}>{render(nodes)}</{token.tag}>"
