"""Addresses: as they are kept in links, and found in words."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import quote

from articles.markdown.inline import Node, Span, Text
from articles.normalising import continues_letter, without_unsayable
from articles.sanitising import is_allowed_address

KEPT_SIGNS = "!#$%&'()*+,/:;=?@[]_.~-"
LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
# ASCII, blanks, and what is there without being seen
ENCODABLE = re.compile("[\x00-\xa0\\s\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")

BARE_ADDRESS = re.compile(r"https?://[\w\-.~:/?#@!$&()*+,;=%']+")
NOT_LAST = ".,:;!?'*_~&"


def normalise_address(url: str) -> str:
    """The address with what no address may hold percent-encoded (RFC 3986, 2.1); idempotent.

    Letters beyond ASCII stay, as in an IRI (RFC 3987).
    """
    url = LONE_PERCENT.sub("%25", without_unsayable(url).strip())
    return ENCODABLE.sub(lambda found: quote(found.group(), safe=KEPT_SIGNS), url)


def linked(nodes: list[Node]) -> list[Node]:
    """The nodes with addresses in their words made links."""
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, Text):
            found.extend(_linked_text(node.value))
        elif isinstance(node, Span) and node.tag not in ("a", "sub", "sup"):
            found.append(replace(node, children=linked(node.children)))
        else:
            found.append(node)
    return found


def _linked_text(words: str) -> list[Node]:
    parts: list[Node] = []
    done = 0
    for found in BARE_ADDRESS.finditer(words):
        address = _without_tail(found.group())
        end = found.start() + len(address)
        if not _stands_alone(words, found.start(), end, address):
            continue
        if words[done : found.start()]:
            parts.append(Text(words[done : found.start()]))
        parts.append(Span("a", [Text(address)], normalise_address(address)))
        done = end
    if words[done:]:
        parts.append(Text(words[done:]))
    return parts


def _without_tail(address: str) -> str:
    """The address without the punctuation of the sentence it stands in."""
    while True:
        shorter = address.rstrip(NOT_LAST)
        if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter


def _stands_alone(words: str, start: int, end: int, address: str) -> bool:
    begins = start == 0 or not (words[start - 1].isalnum() or words[start - 1] == "_")
    divides_letter = end < len(words) and continues_letter(words[end])
    has_host = len(address) > len("https://")
    return begins and has_host and not divides_letter and is_allowed_address(address)
