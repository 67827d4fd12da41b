"""The tree of a block as Markdown that parses to the same tree.

Most of it could be written by anybody: `*` and `**`, a backslash where a sign would act. Where
CommonMark's rules about what may open and close emphasis (0.31, 6.2) would read it otherwise, the
letters beside the signs are written as numbers (`&#97;`), beside which every sign acts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.markdown.inline import Break, Code, Formula, Mark, Node, Span, Text

ACTING = re.compile(r"[\\`*_\[\]<~^$|]|&(?=(?:#[xX]?[0-9a-fA-F]+|\w+);)")
LINE_START = re.compile(r"(?P<sign>[-+=#:>])|(?P<number>\d{1,9})(?=[.)])")
CLOSING = re.compile(r"(?<= )#+$")
AUTOLINK = re.compile(r"https?://[A-Za-z0-9\-./?=#+~:,_%]+")
NOTHING = "![]()"  # an image of nothing says nothing
PLAIN_ADDRESS = re.compile(r"[A-Za-z0-9\-./?=#+:,%@]+")


@dataclass(frozen=True)
class Style:
    """How emphasis is written, and whether the letters beside signs are written as numbers."""

    em: str = "*"
    numbers: bool = False


STYLES = (Style(), Style(em="_"), Style(em="_", numbers=True))


@dataclass
class Piece:
    """A part of the Markdown: words still to be escaped, or signs that act."""

    value: str
    acts: bool = False


def write_inline(nodes: list[Node], style: Style, *, in_cell: bool = False) -> str:
    """The nodes as one or more lines of Markdown; the first is at a line's beginning."""
    pieces = [piece for node in nodes for piece in _pieces(node, style)]
    written: list[str] = []
    for place, piece in enumerate(pieces):
        if piece.acts:
            # the signs of two formulas side by side would merge
            merges = piece.value.startswith("$") and place > 0 and _is_formula(pieces[place - 1])
            written.append(NOTHING + piece.value if merges else piece.value)
            continue
        first = style.numbers and place > 0 and pieces[place - 1].value != "\\\n"
        last = style.numbers and place + 1 < len(pieces) and pieces[place + 1].value != "\\\n"
        starts_line = place == 0 or pieces[place - 1].value == "\\\n"
        words = _escaped(piece.value, first, last, starts_line)
        # before a link, an exclamation mark would make it an image
        before_link = place + 1 < len(pieces) and pieces[place + 1].value == "["
        written.append(words[:-1] + "\\!" if before_link and words.endswith("!") else words)
    whole = "".join(written)
    return whole.replace("|", "\\|") if in_cell else whole


def _is_formula(piece: Piece) -> bool:
    return piece.acts and piece.value.startswith("$")


def has_signs(nodes: list[Node]) -> bool:
    """Whether there is anything that the ways of writing emphasis could differ in."""
    return any(not isinstance(node, Text | Break) for node in nodes)


def escape_words(words: str) -> str:
    """Words as Markdown that says just them, wherever in a line they stand."""
    return _escaped(words, False, False, starts_line=True)


def heading_line(level: int, words: str) -> str:
    """The line of a heading; the words are Markdown already."""
    # number signs at the end would be taken for the heading's closing
    closed = CLOSING.sub(lambda found: "\\" + found.group(), words)
    return f"{'#' * level} {closed}"


def _escaped(words: str, first: bool, last: bool, starts_line: bool) -> str:
    if len(words) == 1 and (first or last):
        return _numbered(words)
    head = _numbered(words[0]) if first else ""
    tail = _numbered(words[-1]) if last else ""
    middle = words[1 if first else 0 : len(words) - 1 if last else None]
    if starts_line and not first:
        return _escaped_line_start(middle) + tail
    return head + _acting_escaped(middle) + tail


def _numbered(sign: str) -> str:
    return f"&#{ord(sign)};"


def _acting_escaped(words: str) -> str:
    return ACTING.sub(lambda found: "\\" + found.group(), words)


def _escaped_line_start(words: str) -> str:
    found = LINE_START.match(words)
    if found is None:
        return _acting_escaped(words)
    if found["sign"]:
        return "\\" + words[0] + (_acting_escaped(words[1:]) if words[1:] else "")
    number = found["number"]
    return number + "\\" + words[len(number)] + _acting_escaped(words[len(number) + 1 :])


def _pieces(node: Node, style: Style) -> list[Piece]:
    match node:
        case Text(value):
            return [Piece(value)]
        case Break():
            return [Piece("\\\n", acts=True)]
        case Code(value):
            return [Piece(_code(value), acts=True)]
        case Mark(number):
            return [Piece(f"[^{number}]", acts=True)]
        case Formula(tex=tex, display=display):
            sign = "$$" if display else "$"
            return [Piece(f"{sign}{tex}{sign}", acts=True)]
        case Span("a", children, href):
            return _link(children, href, style)
        case Span("sub" | "sup" as tag, children):
            return [Piece(_script(tag, children), acts=True)]
        case Span(tag, children):
            sign = {"em": style.em, "strong": "**", "s": "~~"}[tag]
            inside = [piece for child in children for piece in _pieces(child, style)]
            return [Piece(sign, acts=True), *inside, Piece(sign, acts=True)]


def _code(value: str) -> str:
    longest = max((len(run) for run in re.findall("`+", value)), default=0)
    runs = {len(run) for run in re.findall("`+", value)}
    fence = "`" * next(size for size in range(1, longest + 2) if size not in runs)
    padded = value.startswith("`") or value.endswith("`")
    padded = padded or (value[0] == value[-1] == " " and bool(value.strip(" ")))
    return f"{fence} {value} {fence}" if padded else f"{fence}{value}{fence}"


def _script(tag: str, children: list[Node]) -> str:
    sign = "~" if tag == "sub" else "^"
    words = "".join(child.value for child in children if isinstance(child, Text))
    # a blank or an ampersand as a number: the rule takes one word
    signs = (
        _numbered(letter) if letter.isspace() or letter in "&\\~^" else letter for letter in words
    )
    return f"{sign}{''.join(signs)}{sign}"


def _link(children: list[Node], href: str, style: Style) -> list[Piece]:
    if children == [Text(href)] and AUTOLINK.fullmatch(href):
        return [Piece(f"<{href}>", acts=True)]
    inside = [piece for child in children for piece in _pieces(child, style)]
    return [Piece("[", acts=True), *inside, Piece(f"]({address(href)})", acts=True)]


def address(href: str) -> str:
    """The address as it stands in a link's or an image's parentheses."""
    if PLAIN_ADDRESS.fullmatch(href):
        return href
    escaped = re.sub(r"&(?=(?:#[xX]?[0-9a-fA-F]+|\w+);)", "&amp;", href)
    return f"<{escaped}>"
