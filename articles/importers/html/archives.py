"""Archives of one page with what belongs to it: MHTML (RFC 2557), and Safari's web archives."""

from __future__ import annotations

import email
import email.policy
import plistlib
from dataclasses import dataclass, field
from email.message import Message
from typing import Any
from xml.parsers.expat import ExpatError

from articles.importers.document import ImportRefused, damaged
from articles.refusing import gettext_noop

MAX_PARTS = 3_000
PAGES = ("text/html", "application/xhtml+xml")


@dataclass
class Archive:
    """The page's bytes, what is told of its encoding and address, and the parts beside it."""

    page: bytes
    hint: str = ""
    url: str = ""
    parts: dict[str, bytes] = field(default_factory=dict)


def archive_in_mhtml(data: bytes) -> Archive:
    """What an MHTML file holds; raises ImportRefused where there is no page in it."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        parts = [part for part in message.walk() if not part.is_multipart()][:MAX_PARTS]
    except (RecursionError, ValueError, LookupError) as error:
        raise damaged() from error
    page = _page(message, parts)
    if page is None:
        raise ImportRefused(gettext_noop("There is no web page in this archive."))
    told = str(message.get("Snapshot-Content-Location") or page.get("Content-Location") or "")
    archive = Archive(_bytes(page), str(page.get_content_charset() or ""), _web(told))
    for part in parts:
        if part.get_content_maintype() == "image":
            for address in _addresses(part):
                archive.parts.setdefault(address, _bytes(part))
    return archive


def _page(message: Message, parts: list[Message]) -> Message | None:
    """The part that the others belong to: the one that is named as such, or the first page."""
    start = message.get_param("start")
    pages = [part for part in parts if part.get_content_type() in PAGES]
    named = [part for part in pages if start and str(part.get("Content-ID")) == str(start)]
    return next(iter([*named, *pages]), None)


def _bytes(part: Message) -> bytes:
    body = part.get_payload(decode=True)
    return body if isinstance(body, bytes) else b""


def _addresses(part: Message) -> list[str]:
    found = [str(part.get("Content-Location") or "").strip()]
    own = str(part.get("Content-ID") or "").strip().strip("<>")
    return [address for address in (*found, f"cid:{own}" if own else "") if address]


def _web(address: str) -> str:
    address = "".join(address.split())
    return address if address.lower().startswith(("http://", "https://")) else ""


def archive_in_plist(data: bytes) -> Archive:
    """What a Safari web archive holds; raises ImportRefused where there is no page in it."""
    try:
        tree: Any = plistlib.loads(data)
        main = tree["WebMainResource"]
        page = bytes(main["WebResourceData"])
        told = main.get("WebResourceTextEncodingName"), main.get("WebResourceURL")
        resources = tree.get("WebSubresources", [])[:MAX_PARTS]
        parts = {str(each["WebResourceURL"]): bytes(each["WebResourceData"]) for each in resources}
    except (plistlib.InvalidFileException, ExpatError, RecursionError) as error:
        raise damaged() from error
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise damaged() from error
    return Archive(page, str(told[0] or ""), _web(str(told[1] or "")), parts)
