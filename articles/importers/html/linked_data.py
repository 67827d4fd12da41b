"""What a page says of its article in JSON-LD (schema.org)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from articles.importers.dom.elements import Element

ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Essay|Chapter|Recipe|CreativeWork|Book)$")
MAX_SCRIPT = 2_000_000  # characters
MAX_OBJECTS = 2_000
BROKEN = re.compile(r"[\x00-\x1f]")
TAG = re.compile(r"<[^<>]{1,500}>")


class LinkedArticle:
    """The first object of a page that is an article; everything is empty where there is none."""

    def __init__(self, root: Element) -> None:
        self._found: dict[str, Any] = {}
        self._page: dict[str, Any] = {}
        for each in _objects(root):
            kinds = _strings(each.get("@type"))
            if any(ARTICLE.search(kind) for kind in kinds):
                if not self._found or (each.get("articleBody") and not self.body):
                    self._found = each
            elif "WebPage" in kinds and not self._page:
                self._page = each

    @property
    def body(self) -> str:
        """The words of the article."""
        return "\n".join(_strings(self._found.get("articleBody")))

    def first(self, *names: str) -> str:
        """The first of the fields that says something, of the article and then of the page."""
        for source in (self._found, self._page):
            for name in names:
                said = _plain(next(iter(_strings(source.get(name))), ""))
                if said:
                    return said
        return ""

    def people(self, name: str) -> list[str]:
        """The names of the persons in a field."""
        said = (_plain(each) for each in _strings(self._found.get(name)))
        return list(dict.fromkeys(each for each in said if each))


def _objects(root: Element) -> Iterator[dict[str, Any]]:
    """All objects in the page's scripts, those of graphs and lists too; the outer ones first."""
    waiting = [
        _read(script.text or "")
        for script in root.iter("script")
        if "ld+json" in (script.get("type") or "").lower()
    ]
    done = 0
    while waiting and done < MAX_OBJECTS:
        each = waiting.pop(0)
        done += 1
        if isinstance(each, list):
            waiting.extend(each)
        elif isinstance(each, dict):
            yield each
            inner = (each.get("@graph"), each.get("mainEntity"), each.get("mainEntityOfPage"))
            waiting.extend(part for part in inner if isinstance(part, list | dict))


def _read(source: str) -> Any:
    source = source.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    if len(source) > MAX_SCRIPT:
        return None
    for attempt in (source, BROKEN.sub(" ", source)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _strings(value: Any) -> list[str]:
    """The words of a value, of the objects in it by what they are called."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [words for each in value[:50] for words in _strings_of_one(each)]
    return _strings_of_one(value)


def _strings_of_one(value: Any) -> list[str]:
    if isinstance(value, dict):
        for name in ("name", "@id", "url", "@value"):
            if isinstance(value.get(name), str):
                return [value[name]]
        return []
    return [value] if isinstance(value, str) else []


def _plain(words: str) -> str:
    """Words without the tags and entities that some pages put there."""
    return " ".join(TAG.sub("", html.unescape(html.unescape(words))).split())
