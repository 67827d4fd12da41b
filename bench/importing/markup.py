"""The blocks of a text as HTML, as sites of different habits write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from articles.blocks import BlockContent
from bench.importing.samples import Sample

HEADINGS = {1: "h1", 2: "h2", 3: "h3", 4: "h4"}
EDIT = '<span class="mw-editsection">[<a href="#">edit</a>]</span>'
ANCHOR = '<a class="headerlink" href="#x" title="Link to this heading">¶</a>'
BACK = ' <a href="#ref-{0}" class="footnote-back">↩</a>'


def semantic(blocks: Sequence[BlockContent], after_heading: str = "") -> str:
    """Each block in its own element; lists and quotations around those that stand in them."""
    parts: list[str] = []
    opened: list[str] = []
    for block in blocks:
        within = block.within
        stays = min(block.joins, len(opened), len(within))
        parts += [f"</{tag}>" for tag in reversed(opened[stays:])]
        for tag in within[stays:]:
            parts.append(_opening(tag, block))
        opened = list(within)
        parts.append(element(block, after_heading) + "\n")
    return "".join([*parts, *(f"</{tag}>" for tag in reversed(opened))])


def _opening(tag: str, block: BlockContent) -> str:
    number = block.attrs.get("footnote")
    if tag == "li" and number:
        return f'<li id="fn-{number}">'
    if tag == "ol" and number:
        return '<ol class="footnotes">'
    return f"<{tag}>"


def element(block: BlockContent, after_heading: str = "") -> str:
    match block.kind:
        case "heading":
            tag = HEADINGS.get(block.level, "h5")
            return f"<{tag}>{block.html}{after_heading}</{tag}>"
        case "code":
            return f"<pre>{block.html}</pre>"
        case "table":
            return f"<table>{block.html}</table>"
        case "figure":
            alt = escape(block.attrs.get("alt", ""))
            src = escape(block.attrs.get("src", ""))
            caption = f"<figcaption>{block.html}</figcaption>"
            return f'<figure><img src="{src}" alt="{alt}">{caption}</figure>'
        case "list_item":
            number = block.attrs.get("footnote")
            return block.html + (BACK.format(number) if number else "")
    return f"<p>{block.html}</p>"


def divs(blocks: Sequence[BlockContent]) -> str:
    """No element says what it is."""
    parts = []
    for block in blocks:
        if block.kind in ("code", "table"):
            parts.append(element(block))
        elif block.kind == "heading":
            parts.append(f'<div class="t2"><div><span>{block.html}</span></div></div>')
        elif block.kind == "list_item":
            parts.append(f'<div class="t4"><div>•</div><div>{block.html}</div></div>')
        else:
            parts.append(f'<div class="t3"><div>{block.html}</div></div>')
    return "\n".join(parts)


def breaks(blocks: Sequence[BlockContent]) -> str:
    """Paragraphs are divided by two line breaks, as pages of the nineties have them."""
    parts = []
    for block in blocks:
        if block.kind in ("code", "table"):
            parts.append(element(block))
        elif block.kind == "heading":
            parts.append(f'<FONT SIZE="4"><B>{block.html}</B></FONT><BR><BR>')
        elif block.kind == "list_item":
            parts.append(f"• {block.html}<BR>")
        else:
            parts.append(f"{block.html}<BR><BR>")
    return "\n".join(parts)


def hostile(blocks: Sequence[BlockContent]) -> str:
    """Names of classes that say the opposite, pixels that track, soft hyphens in words."""
    whole = semantic(blocks)
    whole = whole.replace("<p>", '<p class="advertisement-free-comment">')
    whole = re.sub(r"(?<=[a-z]{4})(ing|tion)\b", "&shy;\\1", whole)
    pixel = '<img src="https://tracker.example.org/p.gif" width="1" height="1" alt="">'
    return whole.replace("</p>", f"{pixel}</p>")


def thirds(sample: Sample) -> list[list[BlockContent]]:
    """The blocks in three parts, cut before paragraphs or headings that stand in nothing."""
    blocks = list(sample.blocks)
    cuts = [
        place
        for place, block in enumerate(blocks)
        if place and block.kind in ("paragraph", "heading") and not block.within
    ]
    first = next((cut for cut in cuts if cut >= len(blocks) / 3), len(blocks))
    second = next((cut for cut in cuts if cut >= 2 * len(blocks) / 3), len(blocks))
    return [blocks[:first], blocks[first:second], blocks[second:]]
