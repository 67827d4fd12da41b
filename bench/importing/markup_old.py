"""The blocks of a text as HTML that word processors and people without an editor write."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

from articles.blocks import BlockContent
from bench.importing.markup import HEADINGS, element

BULLET = (
    "<![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>{0}<span"
    " style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>"
)
EMPTY = "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"


def word(blocks: Sequence[BlockContent]) -> str:
    """As Word saves HTML: signs of lists are words, empty paragraphs make the gaps."""
    parts: list[str] = []
    for block in blocks:
        spans = f"<span style='mso-fareast-language:EN-US'>{block.html}<o:p></o:p></span>"
        if block.kind == "table":
            cells = re.sub(
                r"<(t[hd])>(.*?)</\1>", r"<td><p class=MsoNormal>\2</p></td>", block.html
            )
            parts.append(f"<table class=MsoTableGrid border=1>{cells}</table>")
        elif block.kind == "heading":
            tag = HEADINGS[block.level]
            parts.append(f"<{tag}>{spans}</{tag}>")
        elif block.kind == "list_item":
            numbers = block.attrs.get("numbers")
            sign = BULLET.format(f"{numbers[-1]}." if numbers else "·")
            style = f"text-indent:-18.0pt;mso-list:l0 level{block.level} lfo1"
            parts.append(f"<p class=MsoListParagraph style='{style}'>{sign}{spans}</p>")
        elif block.kind == "quotation":
            parts.append(f"<p class=MsoQuote style='margin-left:36.0pt'>{spans}</p>")
        else:
            parts.append(f"<p class=MsoNormal>{spans}</p>")
        parts.append(EMPTY)
    return "\n".join(lined(part) for part in parts)


def lined(part: str) -> str:
    """The source in lines of 76 characters, as Word writes it."""
    return "\n".join(textwrap.wrap(part, 76, break_long_words=False, break_on_hyphens=False))


def unclosed(blocks: Sequence[BlockContent]) -> str:
    """Nothing is closed that need not be (HTML 4.01, 9.3.1), and lists stand in capitals."""
    parts: list[str] = []
    opened = ""
    for block in blocks:
        wanted = "" if block.kind != "list_item" else "OL" if block.attrs["ordered"] else "UL"
        if wanted != opened:
            parts += [f"</{opened}>" if opened else "", f"<{wanted}>" if wanted else ""]
            opened = wanted
        if block.kind == "list_item":
            parts.append(f"<LI>{block.html}")
        elif block.kind == "quotation":
            parts.append(f"<BLOCKQUOTE><P>{block.html}</BLOCKQUOTE>")
        elif block.kind == "paragraph":
            parts.append(f"<P>{block.html}")
        else:
            parts.append(element(block))
    return "\n".join(lined(part) if "<pre" not in part else part for part in parts if part)


def in_one_paragraph(blocks: Sequence[BlockContent]) -> str:
    """One `p` with line breaks between what are paragraphs."""
    parts: list[str] = []
    for block in blocks:
        if parts and parts[-1].startswith("- ") and block.kind != "list_item":
            parts.append("<br />")
        if block.kind == "heading":
            parts.append(f"<strong>{block.html}</strong><br /><br />")
        elif block.kind == "list_item":
            parts.append(f"- {block.html}<br />")
        else:
            parts.append(f"{block.html}<br /><br />")
    return "\n".join(parts)


def rich(blocks: Sequence[BlockContent]) -> str:
    """As an editor in a browser leaves it: `div`s, spaces that do not break, empty lines."""
    parts: list[str] = []
    for block in blocks:
        words = block.html.replace(". ", ".&#160; ")
        if block.kind == "heading":
            parts.append(
                f'<h{block.level + 1} class="ms-rteElement">&#8203;{words}</h{block.level + 1}>'
            )
        elif block.kind == "list_item":
            tag = "ol" if block.attrs.get("ordered") else "ul"
            start = f' start="{block.attrs["numbers"][-1]}"' if block.attrs.get("numbers") else ""
            parts.append(f"<{tag}{start}><li>{words}<br></li></{tag}>")
        elif block.kind in ("table", "code"):
            parts.append(element(block))
        else:
            parts.append(f'<div><span style="font-size:11pt">{words}</span></div>')
        parts.append("<div><br></div><div>&#160;</div>")
    return "\n".join(parts)
