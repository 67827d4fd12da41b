"""What a style is by its name, in word processors of all kinds."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Names of built-in styles are English in the file, whatever the language of the program
# (ECMA-376-1, 17.7.4.9); other programs write their own.
HEADING = re.compile(
    r"(?:heading|überschrift|ueberschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|otsikko"
    r"|nagłówek|nadpis|címsor|заголовок|başlık|επικεφαλίδα|標題|标题|見出し|제목)[ _-]?([1-9])"
    r"(?![0-9])",
    re.I,
)
ROLES = {
    "title": "title",
    "subtitle": "standfirst",
    "author": "byline",
    "authors": "byline",
    "byline": "byline",
    "date": "published",
    "abstract": "abstract",
    "quote": "quotation",
    "intense quote": "quotation",
    "block text": "quotation",
    "block quote": "quotation",
    "blockquote": "quotation",
    "quotations": "quotation",
    "quotation": "quotation",
    "source code": "code",
    "sourcecode": "code",
    "code": "code",
    "code block": "code",
    "codeblock": "code",
    "html preformatted": "code",
    "preformatted text": "code",
    "preformatted": "code",
    "macro": "code",
    "macro text": "code",
    "caption": "caption",
    "image caption": "caption",
    "table caption": "table caption",
    "toc heading": "contents",
    "table of figures": "contents",
    "contents heading": "contents",
    "index heading": "contents",
    "illustration": "caption",
    "figure": "caption",
    "drawing": "caption",
    "horizontal line": "rule",
}
CONTENTS = re.compile(r"(?:toc|contents|index) ?[1-9]$", re.I)
LISTED = re.compile(r"list (?P<sign>bullet|number)(?: (?P<level>[2-5]))?$", re.I)
GOING_ON = re.compile(r"list (?:paragraph|continue)(?: [2-5])?$", re.I)
INLINE_CODE = {
    "verbatim char", "source code char", "html code", "html typewriter", "html sample",
    "html keyboard", "source text", "inline code", "code char", "code", "codechar",
    "html preformatted char",
}  # fmt: skip


def role_of(names: Iterable[str]) -> str:
    """What a paragraph is by the names of its style and of those that it is based on.

    A value of `ROLES`, or nothing. Names are in small letters, its own first. What is a heading by
    a nearer name is nothing else.
    """
    for name in names:
        if HEADING.match(name):
            return ""
        if name in ROLES:
            return ROLES[name]
        if CONTENTS.fullmatch(name):
            return "contents"
    return ""


def heading_of(names: Iterable[str]) -> int:
    """The level of a heading by such names, or 0."""
    found = (HEADING.match(name) for name in names)
    return next((int(each[1]) for each in found if each), 0)
