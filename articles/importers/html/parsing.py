"""The text of a page to a tree that has an end to its size and depth."""

from __future__ import annotations

import re

from lxml import etree, html

from articles.importers.document import ImportRefused
from articles.importers.xml import without_empty
from articles.normalising import without_unsayable
from articles.refusing import gettext_noop

MAX_TAGS = 300_000  # opening and closing ones; some ten seconds of work
INLINE = r"font|span|b|i|u|em|strong|big|small|tt|center|a|s|strike|abbr|nobr|ins|label"
INLINE_TAG = re.compile(rf"</?(?:{INLINE})\b[^<>]{{0,2000}}>", re.I)
ANY_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)\b[^<>]{0,2000}>")
FLAT = frozenset(("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6"))
UNREAD = re.compile(r"<(script|style)\b.*?</\1\s*>", re.I | re.S)


def page_tree(text: str) -> html.HtmlElement:
    """The root of the page, without comments.

    libxml2 ends a page at 2,048 levels. What is deeper, mostly for tags that nobody closed, is
    read again without the tags of words, and then without any but those of paragraphs.
    """
    text = without_unsayable(text)
    if text.count("<") > MAX_TAGS:
        raise ImportRefused(
            gettext_noop("The page has too many tags to be read. Save it as text and bring that.")
        )
    root, is_whole = _parsed(text)
    if not is_whole:
        root, is_whole = _parsed(INLINE_TAG.sub("", text))
    if not is_whole:
        root, is_whole = _parsed(_flattened(text))
    if root is None:
        raise ImportRefused(gettext_noop("There is no text on this page."))
    if root.find("body") is None and root.find("head") is not None:
        # what stands before any tag of a body was taken for the head
        root.find("head").tag = "body"
    without_empty(root)
    return root


def _parsed(text: str) -> tuple[html.HtmlElement | None, bool]:
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None, True
    cut = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return root, not cut


def _flattened(text: str) -> str:
    """The text with only the tags of paragraphs and headings, each element that stood by itself
    beginning one.
    """

    def kept(tag: re.Match[str]) -> str:
        name = tag[2].lower()
        return f"<{tag[1]}{name}>" if name in FLAT else "<p>"

    return ANY_TAG.sub(kept, UNREAD.sub(" ", INLINE_TAG.sub("", text)))
