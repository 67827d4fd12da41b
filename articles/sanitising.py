"""The one allow-list: HTML becomes `SanitisedHtml` here or nowhere."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Final, final
from urllib.parse import urljoin

import nh3

_MADE_HERE: Final = object()

INLINE_TAGS = {"a", "br", "code", "em", "s", "strong", "sub", "sup"}
TABLE_TAGS = {"table", "thead", "tbody", "tr", "th", "td"}
MATH_TAGS = {"math", "mrow", "mi", "mn", "mo", "ms", "mtext", "mspace", "msup", "msub", "msubsup"}
MATH_TAGS |= {"mfrac", "msqrt", "mroot", "mover", "munder", "munderover", "mtable", "mtr", "mtd"}
MATH_TAGS |= {"mpadded", "mphantom", "menclose", "mmultiscripts", "mprescripts"}
PAGE_TAGS = {"h2", "h3"}
BODY_TAGS = {"p", "pre", "ul", "ol", "li", "blockquote", "hr"}

ATTRIBUTES = {
    "a": {"href"},
    "math": {"alttext", "display"},
    "ol": {"start"},
    "mo": {"stretchy", "fence", "form", "separator"},
}
SCHEMES = {"http", "https", "mailto"}
ALIGNMENTS = ("left", "center", "right")
CLASSES = {"th": set(ALIGNMENTS), "td": set(ALIGNMENTS)}

TABLE_TAG = re.compile(r"</?table\b")
SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:")


@final
class SanitisedHtml(str):
    """HTML that has been through this module's allow-list; templates output it unescaped."""

    __slots__ = ()

    def __new__(cls, value: str, *, token: object = None) -> SanitisedHtml:
        if token is not _MADE_HERE:
            raise TypeError("SanitisedHtml is made by articles.sanitising only")
        return super().__new__(cls, value)

    def __html__(self) -> str:
        return str(self)

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Pickled as a plain string: what comes out of a cache must say who vouches for it."""
        return (str, (str(self),))


def sanitise_block(html: str) -> SanitisedHtml:
    """The inline HTML of one block of an article."""
    return _sanitised(html, INLINE_TAGS | MATH_TAGS, "noopener")


def sanitise_table(html: str) -> SanitisedHtml:
    """The inside of a table, rows with their cells; whatever is no table comes out without tags."""
    # a row outside a table is no row to an HTML parser, so it is cleaned within one
    clean = _sanitised(f"<table>{html}</table>", INLINE_TAGS | MATH_TAGS | TABLE_TAGS, "noopener")
    inside = clean.removeprefix("<table>").removesuffix("</table>")
    if len(clean) - len(inside) != len("<table></table>") or TABLE_TAG.search(inside):
        return _sanitised(html, set(), "noopener")
    return SanitisedHtml(inside, token=_MADE_HERE)


def sanitise_code(html: str) -> SanitisedHtml:
    """The inside of a `pre`."""
    return _sanitised(html, {"code"}, "noopener")


def sanitise_body(html: str) -> SanitisedHtml:
    """What a person says; its links do not vouch for where they lead."""
    tags = INLINE_TAGS | MATH_TAGS | TABLE_TAGS | BODY_TAGS
    return _sanitised(html, tags, "nofollow ugc noopener")


def sanitise_page(html: str) -> SanitisedHtml:
    """A page about the site: what a body may hold, and headings."""
    tags = INLINE_TAGS | MATH_TAGS | TABLE_TAGS | BODY_TAGS | PAGE_TAGS
    return _sanitised(html, tags, "noopener")


def trusted_from_storage(value: str) -> SanitisedHtml:
    """What this module made and the database kept, as `SanitisedHtml` again.

    The only other door: never for a value that came from anywhere else.
    """
    return SanitisedHtml(value, token=_MADE_HERE)


def with_whole_addresses(html: SanitisedHtml, base: str) -> SanitisedHtml:
    """The same HTML for where no page is around it: its links named from `base`."""

    def whole(link: re.Match[str]) -> str:
        address = unescape(link[1])
        return f'href="{escape(address if SCHEME.match(address) else urljoin(base, address))}"'

    return SanitisedHtml(re.sub(r'href="([^"]*)"', whole, html), token=_MADE_HERE)


def is_allowed_address(url: str) -> bool:
    """Whether a link may lead there: a sound http, https or mailto address, or within this site."""
    scheme = SCHEME.match(url)
    if url.startswith("//") or (scheme and scheme.group()[:-1].lower() not in SCHEMES):
        return False
    # what is no sound address ("http://a:b") the sanitiser would take out of the link
    return "href=" in _sanitised(f'<a href="{escape(url)}"></a>', {"a"}, "noopener")


def _sanitised(html: str, tags: set[str], rel: str) -> SanitisedHtml:
    clean = nh3.clean(
        html,
        tags=tags,
        clean_content_tags={"script", "style"},
        attributes={tag: names for tag, names in ATTRIBUTES.items() if tag in tags},
        allowed_classes={tag: names for tag, names in CLASSES.items() if tag in tags},
        url_schemes=SCHEMES,
        link_rel=rel if "a" in tags else None,
    )
    return SanitisedHtml(clean, token=_MADE_HERE)
