"""What Markdown of other houses has and ours has not: raw HTML, attributes, marks of generators.

In our dialect a tag is words. Files from elsewhere have line breaks, pictures, tables and comments
written in tags, which their readers never saw. Blocks of HTML (CommonMark 0.31, 4.6) are read as a
page is; tags among words become signs of Markdown, or nothing. Names that HTML does not have, as
in "<your name>", are words, and so is everything in code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import zip_longest

from markdown_it import MarkdownIt
from markdown_it.token import Token

from articles.importers.composing import compose

SIGNS = {
    **dict.fromkeys(("b", "strong"), "**"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "*"),
    **dict.fromkeys(("s", "del", "strike"), "~~"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "`"),
    "sub": "~",
    "sup": "^",
}
UNSIGNED = frozenset(
    {
        *("a", "abbr", "acronym", "bdi", "bdo", "big", "center", "div", "font", "ins", "label"),
        *("mark", "nobr", "p", "q", "ruby", "rb", "rp", "rt", "small", "span", "time", "u", "wbr"),
        *("details", "summary", "section", "article", "picture", "source", "figure", "figcaption"),
    }
)
SOMETHING = re.compile(r"<[A-Za-z/!?]|\{[#.:%]|^:::|^\[{1,2}_?toc", re.I | re.M)
# Pandoc's fences of divisions, kramdown's and others' attributes and contents, Jekyll's commands
GENERATED = re.compile(
    r" {0,3}(?::{3,}[ \t]*(?:[\w-]+|\{[^{}]*\})?|\{:[^{}]*\}|\{%[^{}]*%\}|\[\[?_?TOC_?\]?\])\s*",
    re.I,
)
ATTRIBUTES = re.compile(r"[ \t]+\{:?[ \t]*[#.][^{}\n]*\}(?=[ \t]*#*[ \t]*$)", re.M)
UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
PART = re.compile(
    r"\\[\\`<]|`+"
    r"|<!--"
    r"|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]{0,20})(?P<rest>(?:\s[^<>]{0,2000})?)/?>",
    re.S,
)
ATTRIBUTE = re.compile(r"""\b(href|src|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)
ADDRESS = re.compile(r"(?:https?://|mailto:|/)[^\s()<>]*")
CODE = ("fence", "code_block")
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
MAX_LENGTH = 500_000  # characters
MAX_BLOCKS = 5_000  # of HTML that are read as pages; of more only the tags go
MAX_OPEN = 50  # tags that stand open in one stretch of words


@dataclass
class Opened:
    """A tag that is open: where in the parts its words begin."""

    name: str
    place: int
    href: str


def in_our_markdown(source: str) -> str:
    """The source with what is foreign read or left out; the same source where nothing is.

    What is longer than MAX_LENGTH stays as it is: reading it twice would take too long.
    """
    if len(source) > MAX_LENGTH or not SOMETHING.search(source):
        return source
    lines = source.split("\n")
    made: list[str] = []
    place = 0
    for token in _blocks(source):
        begin, end = token.map or (0, 0)
        if begin < place:
            continue
        made += _words(lines[place:begin])
        made += lines[begin:end] if token.type in CODE else _block(lines[begin:end])
        place = end
    return "\n".join([*made, *_words(lines[place:])])


def _blocks(source: str) -> Iterator[Token]:
    """Outermost blocks of HTML, and all of code; only blocks are looked for, in linear time."""
    parser = MarkdownIt("commonmark", {"maxNesting": 20})
    parser.core.ruler.enableOnly(["normalize", "block"])
    blocks = 0
    for token in parser.parse(source):
        is_html = token.type == "html_block" and token.level == 0
        blocks += is_html
        if token.type in CODE or (is_html and blocks <= MAX_BLOCKS):
            yield token


def _block(lines: list[str]) -> list[str]:
    """A block of HTML as Markdown, an empty line around it; as it is if it is no HTML."""
    # these bring lxml along, which most Markdown does without
    from articles.importers.dom import pieces_of
    from articles.importers.html.parsing import page_tree

    whole = "\n".join(lines)
    names = [found["name"].lower() for found in PART.finditer(whole) if found["name"]]
    if names and not _is_known(names[0]):
        return lines
    if "img" not in names and not TAG.sub("", whole).strip():
        return [""]
    markdown = compose(pieces_of(page_tree(f"<body>{whole}</body>")))
    return ["", *markdown.rstrip("\n").split("\n"), ""] if markdown else [""]


def _is_known(name: str) -> bool:
    from lxml.html.defs import tags

    return name in tags or name in UNSIGNED or name in ("img", "br")


def _words(lines: list[str]) -> list[str]:
    """Lines between blocks of HTML, paragraph by paragraph, so that tags end with these."""
    lines = [line for line in _without_attributes(lines) if not GENERATED.fullmatch(line)]
    if not any("<" in line for line in lines):
        return lines
    stretches = re.split(r"(\n[ \t]*\n)", "\n".join(lines))
    return "".join(
        Stretch(stretch).read() if "<" in stretch else stretch for stretch in stretches
    ).split("\n")


def _without_attributes(lines: list[str]) -> Iterator[str]:
    """The lines, headings without what Pandoc and others write after them in braces."""
    for line, further in zip_longest(lines, lines[1:], fillvalue=""):
        is_heading = line.lstrip().startswith("#") or UNDERLINE.fullmatch(further)
        yield ATTRIBUTES.sub("", line) if is_heading and line.endswith(("}", "#", " ")) else line


class Stretch:
    """A paragraph, read from left to right in linear time."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.is_row = words.lstrip().startswith("|")
        self.parts: list[str] = []
        self.opened: list[Opened] = []
        self.never: set[str] = set()  # what ends something, and does not come any more

    def read(self) -> str:
        """The words with their tags as signs."""
        place = 0
        while found := PART.search(self.words, place):
            self.parts.append(self.words[place : found.start()])
            place = self._add(found)
        return "".join([*self.parts, self.words[place:]])

    def _add(self, found: re.Match[str]) -> int:
        """Adds what was found; where it ends."""
        whole, name = found[0], (found["name"] or "").lower()
        if whole[0] == "`":
            return self._code(found)
        if whole == "<!--":
            end = self._end("-->", re.compile("-->"), found.end())
            if end is None:
                self.parts.append(whole)
            return end or found.end()
        if name == "br":
            self.parts.append(" " if self.is_row else "\\\n")
            blank = re.compile("" if self.is_row else r"\s*").match(self.words, found.end())
            return blank.end() if blank else found.end()
        if name == "img":
            self.parts.append(_image(found["rest"]))
        elif name not in SIGNS and name not in UNSIGNED:
            self.parts.append(whole)
        elif found["close"]:
            _close(name, self.parts, self.opened)
        elif len(self.opened) < MAX_OPEN:
            href = _attributes(found["rest"]).get("href", "") if name == "a" else ""
            self.opened.append(Opened(name, len(self.parts), href))
        return found.end()

    def _code(self, found: re.Match[str]) -> int:
        """A code span as it is; the backticks alone where it never ends."""
        closing = re.compile(rf"(?<!`){found[0]}(?!`)")
        end = self._end(found[0], closing, found.end()) or found.end()
        self.parts.append(self.words[found.start() : end])
        return end

    def _end(self, name: str, closing: re.Pattern[str], place: int) -> int | None:
        if name in self.never:
            return None
        found = closing.search(self.words, place)
        if found is None:
            self.never.add(name)
        return found.end() if found else None


def _close(tag: str, parts: list[str], opened: list[Opened]) -> None:
    """Signs around what stands in the tag, where they would be understood."""
    at = next((one for one in reversed(range(len(opened))) if opened[one].name == tag), None)
    if at is None:
        return
    begun = opened[at]
    del opened[at:]
    inside = "".join(parts[begun.place :])
    parts[begun.place :] = [_signed(begun, inside)]


def _signed(begun: Opened, inside: str) -> str:
    if begun.href and ADDRESS.fullmatch(begun.href) and inside.strip() and "[" not in inside:
        return f"[{inside}]({begun.href})"
    sign = SIGNS.get(begun.name, "")
    fits = inside[:1].isalnum() and inside[-1:].isalnum()
    if sign in ("~", "^"):
        fits = inside.isalnum()
    return f"{sign}{inside}{sign}" if fits else inside


def _image(rest: str) -> str:
    found = _attributes(rest)
    address = found.get("src", "")
    if not ADDRESS.fullmatch(address):
        return found.get("alt", "")
    return f"![{found.get('alt', '')}]({address})"


def _attributes(rest: str) -> dict[str, str]:
    return {
        name.lower(): unescape(one or two or three)
        for name, one, two, three in ATTRIBUTE.findall(rest)
    }
