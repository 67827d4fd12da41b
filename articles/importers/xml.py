"""XML from files that anybody may have made: no entities, nothing fetched, bounded.

libxml2 itself ends at 256 levels and at texts of 10 MB, as long as it is not told `huge_tree`.
"""

from __future__ import annotations

import re
from html.entities import html5

from lxml import etree

from articles.importers.document import ImportRefused
from articles.refusing import gettext_noop

MAX_MARKS = 3_000_000  # tags and attributes; each takes some 130 bytes of memory
WIDE_STARTS = (b"\xff\xfe", b"\xfe\xff", b"\x00", b"<\x00")  # UTF-16 and UTF-32
NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
DOCTYPE = re.compile(rb"<!DOCTYPE\b[^\[>]*(?:\[.*?\]\s*)?>", re.S | re.I)
DECLARED = re.compile(
    rb"[\xef\xbb\xbf\s]*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9._-]{2,30})"
)
# empty elements that libxml2's reader of HTML does not know, so that what follows becomes a child
# (HTML Living Standard, 13.1.2), and those that browsers take for empty besides
EMPTY = ("wbr", "embed", "keygen", "source", "track", "command", "bgsound", "spacer", "nextid")
KEPT_SHARE = 0.9  # of the letters, below which something swallowed them
OWN_ENTITIES = {b"lt", b"gt", b"amp", b"quot", b"apos"}  # XML 1.0, 4.6


def parsed(data: bytes, *, recover: bool = False) -> etree._Element:
    """The root of the XML; comments and processing instructions are left out.

    With `recover`, XML that is not well-formed is read as far as can be. Raises ImportRefused for
    what cannot be read, for what declares entities, and for more than it is good to hold.
    """
    narrow = data.replace(b"\x00", b"") if data.startswith(WIDE_STARTS) else data
    if b"<!ENTITY" in narrow:
        raise _with_entities()
    if narrow.count(b"<") + narrow.count(b"=") > MAX_MARKS:
        raise _too_much()
    try:
        root = etree.fromstring(data, _parser(recover=recover))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _unreadable() from error
    if root is None:
        raise _unreadable()
    if _has_entities(root):
        raise _with_entities()
    return root


def parsed_lenient(data: bytes) -> etree._Element:
    """The root of XML that is read as far as can be, where it is not well-formed.

    The names of HTML's letters (`&nbsp;`) are known without the DTD that declares them; the
    document type goes, with whatever it declares.
    """
    plain = _without_doctype(data)
    strict = _strict(plain)
    return parsed(plain, recover=True) if strict is None else strict


def parsed_page(data: bytes) -> etree._Element:
    """The root of a page in XHTML, or in the HTML that some books have instead."""
    plain = _without_doctype(data)
    strict = _strict(plain)
    if strict is not None:
        return strict
    recovered = parsed(plain, recover=True)
    try:
        as_html = etree.fromstring(plain, _html_parser(plain))
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return recovered
    if as_html is not None:
        without_empty(as_html)
    # empty elements of XML can swallow a page of HTML
    loses = as_html is None or _letters(as_html) < KEPT_SHARE * _letters(recovered)
    return recovered if loses else as_html


def _strict(data: bytes) -> etree._Element | None:
    """The root; None where it is not well-formed."""
    try:
        return parsed(data)
    except ImportRefused as error:
        if not isinstance(error.__cause__, etree.XMLSyntaxError):
            raise
        return None


def _without_doctype(data: bytes) -> bytes:
    if data.startswith(WIDE_STARTS):
        return data
    return NAMED.sub(_numbered, DOCTYPE.sub(b"", data, count=1))


def _html_parser(data: bytes) -> etree.HTMLParser:
    declared = DECLARED.match(data[:200])
    encoding = declared[1].decode("ascii") if declared else "utf-8"
    if data.startswith(WIDE_STARTS):
        encoding = "utf-16"
    return etree.HTMLParser(
        encoding=encoding, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )


def without_empty(root: etree._Element) -> None:
    """Takes empty elements that say nothing out of a tree of HTML, not what follows them."""
    etree.strip_tags(root, *EMPTY)


def _letters(root: etree._Element) -> int:
    return sum(len(words) for words in root.itertext())


def local(element: etree._Element) -> str:
    """The element's name without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _parser(*, recover: bool) -> etree.XMLParser:
    # a parser remembers what it parsed: a new one each time
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def _has_entities(root: etree._Element) -> bool:
    """Whether entities were declared in an encoding in which the plain search misses them."""
    declared = root.getroottree().docinfo.internalDTD
    return declared is not None and any(True for _ in declared.iterentities())


def _numbered(found: re.Match[bytes]) -> bytes:
    name = found[1]
    if name in OWN_ENTITIES:
        return found[0]
    letters = html5.get(name.decode("ascii") + ";")
    if letters is None:
        return found[0]
    return "".join(f"&#{ord(letter)};" for letter in letters).encode("ascii")


def _unreadable() -> ImportRefused:
    return ImportRefused(
        gettext_noop(
            "A part of the file is damaged: it is no XML that can be read. Open the file in its"
            " program and save it once more."
        )
    )


def _with_entities() -> ImportRefused:
    return ImportRefused(
        gettext_noop(
            "The file declares entities of its own in XML, which can be made to do harm. Open it in"
            " its program and save it once more."
        )
    )


def _too_much() -> ImportRefused:
    return ImportRefused(
        gettext_noop(
            "A part of the file has more than %(most)d million marks. Bring it in several files."
        ),
        most=MAX_MARKS // 1_000_000,
    )


def too_deep() -> ImportRefused:
    """The refusal of what is nested deeper than any text is."""
    return ImportRefused(
        gettext_noop("The file has tables, lists or the like nested deeper than can be read.")
    )
