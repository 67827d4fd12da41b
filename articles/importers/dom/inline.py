"""Words with their formats, gathered one after another, to the tree of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.markdown.canonical import canonical
from articles.markdown.inline import Break, Code, Leaf, Mark, Node, Span, Text, plain_text
from articles.markdown.writing import inline_markdown
from articles.markdown.writing_inline import STYLES, escape_words, write_inline
from articles.normalising import normalise

# HTML 5.2, 2.4.1: other blanks are letters like any other
BLANKS = re.compile(r"[ \t\n\r\f\x0b\x85\u2028\u2029]+")
# signs that say only where a line may be broken, or nothing; the joiners of letters stay
UNSEEN = re.compile("[\xad\u200b\u2060\ufeff\u180e]")
MAX_FORMATS = 8
MAX_PLAIN = 200  # nodes of a paragraph that is written without being read again
MAX_SIGNS = 500
PLAIN_LINK = re.compile(r"https?://[A-Za-z0-9.-]+/[A-Za-z0-9/.,=+?#_-]*")
PLAIN_CODE = re.compile(r"[^\s`|\\](?:[^\n`|\\]*[^\s`|\\])?")
# white space, and what ends words, before which the signs of emphasis close
APART = {-1: frozenset(" \n"), 0: frozenset(" \n.,;:?")}
MAX_SCRIPT = 40  # characters of a superscript


@dataclass(frozen=True, eq=False)
class Format:
    """An element that gives form to words: its tag in the dialect, and a link's address."""

    tag: str
    href: str = ""


Formats = tuple[Format, ...]


@dataclass
class Run:
    """A leaf, and the formats around it, outermost first."""

    leaf: Leaf
    formats: Formats


def collapsed(runs: Sequence[Run]) -> list[Run]:
    """The runs with white space as a browser shows it: one blank, and none at a line's edge."""
    kept: list[Run] = []
    blank = True  # whether a further blank would not be seen
    for run in runs:
        if isinstance(run.leaf, Text | Code):
            value = BLANKS.sub(" ", UNSEEN.sub("", run.leaf.value))
            value = value[1:] if blank and value.startswith(" ") else value
            if not value:
                continue
            blank = value.endswith(" ")
            kept.append(Run(type(run.leaf)(value), run.formats))
        else:
            if isinstance(run.leaf, Break):
                _trim_end(kept)
                blank = True
            else:
                blank = False
            kept.append(run)
    _trim_end(kept)
    return kept


def _trim_end(runs: list[Run]) -> None:
    while runs and isinstance(runs[-1].leaf, Text | Code):
        value = runs[-1].leaf.value.rstrip(" ")
        if value:
            runs[-1].leaf.value = value
            return
        runs.pop()


def divided(runs: Sequence[Run]) -> list[Run]:
    """The runs with a blank where one ends a sentence and the next begins another.

    Captions, credits and labels are often divided by their style alone.
    """
    kept: list[Run] = []
    for run in runs:
        last = kept[-1].leaf if kept else None
        if isinstance(last, Text) and isinstance(run.leaf, Text):
            ends, begins = last.value[-1:], run.leaf.value[:1]
            if ends in (".", "!", "?", "…") and begins.isupper():
                kept.append(Run(Text(" "), ()))
        kept.append(run)
    return kept


def paragraphs(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """The runs, divided where two line breaks or more stand together."""
    part: list[Run] = []
    breaks: list[Run] = []
    for run in collapsed(runs):
        if isinstance(run.leaf, Break):
            breaks.append(run)
        elif isinstance(run.leaf, Text) and breaks and not run.leaf.value.strip():
            continue
        else:
            if len(breaks) > 1 and part:
                yield part
                part = []
            elif part:
                part += breaks
            breaks = []
            part.append(run)
    if part:
        yield part


def tree(runs: Sequence[Run], depth: int = 0) -> list[Node]:
    """The runs as a tree, what stands in the same element side by side within one span."""
    nodes: list[Node] = []
    place = 0
    while place < len(runs):
        run = runs[place]
        if len(run.formats) <= depth:
            nodes.append(run.leaf)
            place += 1
            continue
        around = run.formats[depth]
        end = place
        while end < len(runs) and _inside(runs[end], around, depth):
            end += 1
        nodes.extend(_span(around, tree(runs[place:end], depth + 1)))
        place = end
    return nodes


def _inside(run: Run, around: Format, depth: int) -> bool:
    return len(run.formats) > depth and run.formats[depth] is around


def _span(around: Format, children: list[Node]) -> list[Node]:
    if around.tag in ("sub", "sup"):
        words = plain_text(children)
        # the dialect has scripts of plain words only
        fits = all(isinstance(child, Text) for child in children) and len(words) <= MAX_SCRIPT
        return [Span(around.tag, children)] if fits and words.strip() else children
    return [Span(around.tag, children, around.href)]


def with_format(formats: Formats, added: Format) -> Formats:
    """The formats with one more inside; scripts stay innermost, and nothing stands twice."""
    if len(formats) >= MAX_FORMATS or any(each.tag == added.tag for each in formats):
        return formats
    if formats and formats[-1].tag in ("sub", "sup"):
        if added.tag in ("sub", "sup"):
            return formats
        return (*formats[:-1], added, formats[-1])
    return (*formats, added)


def markdown_of(nodes: list[Node], *, in_cell: bool = False) -> str:
    """The tree as inline Markdown.

    What is plain enough that nobody could read it otherwise is written at once; all else is read
    again to see whether it says the same, which takes twenty times as long.
    """
    if not _is_plain(nodes):
        return inline_markdown(nodes, in_cell=in_cell)
    written = write_inline(canonical(nodes), STYLES[0], in_cell=in_cell)
    return written if written.count("\\") < MAX_SIGNS else inline_markdown(nodes, in_cell=in_cell)


def _is_plain(nodes: list[Node]) -> bool:
    """Whether there are only words, breaks, code and spans of words that stand apart."""
    if len(nodes) > MAX_PLAIN:
        return False
    for place, node in enumerate(nodes):
        before = nodes[place - 1] if place else None
        after = nodes[place + 1] if place + 1 < len(nodes) else None
        if isinstance(node, Span):
            if not (_is_plain_span(node) and _is_apart(before, -1) and _is_apart(after, 0)):
                return False
        elif isinstance(node, Mark):
            # at a line's beginning it could be read as where the note is
            follows = isinstance(before, Text) and bool(before.value.strip())
            if not (follows and _is_apart(after, 0)):
                return False
        elif not (isinstance(node, Break) or _is_plain_leaf(node)):
            return False
    return True


def _is_plain_leaf(node: Node) -> bool:
    if isinstance(node, Text):
        return "://" not in node.value
    return isinstance(node, Code) and PLAIN_CODE.fullmatch(node.value) is not None


def _is_plain_span(span: Span) -> bool:
    if len(span.children) != 1 or not _is_plain_leaf(span.children[0]):
        return False
    words = plain_text(span.children)
    if not words or words != words.strip():
        return False
    if span.tag == "a":
        return PLAIN_LINK.fullmatch(span.href) is not None
    return span.tag in ("em", "strong") and words[0].isalnum() and words[-1].isalnum()


def _is_apart(beside: Node | None, edge: int) -> bool:
    """Whether what stands beside a span ends or begins so that the span's signs act."""
    if beside is None:
        return True
    return isinstance(beside, Text) and beside.value[edge : edge + 1 or None] in APART[edge]


def plain_markdown(nodes: list[Node]) -> str:
    """The words of the tree without form, marks of notes aside."""
    return escape_words(normalise(plain_text(nodes)).replace("\n", " ").strip())
