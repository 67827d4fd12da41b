"""What a page says about its article: each fact with how sure it is and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

from articles.importers import phrases
from articles.importers.dates import read_date
from articles.importers.dom.elements import Element, name_of, text_of
from articles.importers.html.linked_data import LinkedArticle
from articles.importers.html.words import names_on
from articles.importers.pieces import Fact

WEB = re.compile(r"https?://[^\s/]+\S*", re.I)
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]+(\d\d):?(\d\d))?")
SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)\s*(\S{1,2000})\s*-->", re.I)
SAVED_BY = re.compile(r"<!--[^>]{0,200}?\burl:\s*(https?://\S{1,2000})", re.I)
BYLINE_START = re.compile(
    r"(?:(?:written|posted|story|words|article)\s+by|by|von|par|de|por|di|przez|автор:?|text:)\s+(?=\S)",
    re.I,
)
COMMONS = re.compile(r"https?://creativecommons\.org/(?:licenses|publicdomain)/[\w./-]+", re.I)
MAX_BYLINE = 200
MAX_LEAD = 1_000
MAX_DATE_WORDS = 20

META = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "title"),
    "byline": ("author", "dc.creator", "dcterms.creator", "article:author", "citation_author"),
    "published": (
        "article:published_time", "og:published_time", "datepublished", "date", "dc.date",
        "dc.date.issued", "dcterms.created", "dcterms.issued", "pubdate", "publishdate",
        "publish-date", "publication_date", "citation_publication_date", "citation_date",
        "sailthru.date", "parsely-pub-date",
    ),
    "updated": (
        "article:modified_time", "og:updated_time", "datemodified", "last-modified",
        "dcterms.modified", "dc.date.modified", "lastmod", "revised",
    ),
    "language": ("content-language", "dc.language", "dcterms.language", "og:locale", "language"),
    "source_url": ("og:url", "twitter:url"),
    "licence": ("dcterms.license", "dc.rights.license", "license", "dcterms.rights", "dc.rights"),
    "lead": ("og:description", "description", "twitter:description", "dc.description"),
}  # fmt: skip


@dataclass
class Told:
    """What the head of a page and its markup say, before it is known where the article is."""

    root: Element
    text: str
    metas: dict[str, str] = field(default_factory=dict)
    linked: LinkedArticle = field(init=False)

    def __post_init__(self) -> None:
        self.linked = LinkedArticle(self.root)
        for meta in self.root.iter("meta"):
            names = (meta.get(key) for key in ("property", "name", "itemprop", "http-equiv"))
            content = " ".join((meta.get("content") or "").split())
            for name in names:
                if name and content:
                    self.metas.setdefault(name.strip().lower(), content)

    def of(self, fact: str) -> Iterator[tuple[str, str]]:
        """What the page's meta elements say, with their names."""
        for name in META[fact]:
            if name in self.metas:
                yield self.metas[name], f"meta {name}"

    def address(self) -> Fact | None:
        """Where the page was."""
        saved = SAVED_FROM.search(self.text[:5_000]) or SAVED_BY.search(self.text[:5_000])
        links = (
            each.get("href") or "" for each in self.root.iter("link") if _is(each, "canonical")
        )
        found = [
            *((href.strip(), "canonical") for href in links),
            *self.of("source_url"),
            *([(saved[1], "saved from")] if saved else []),
            (self.linked.first("url", "mainEntityOfPage", "@id"), "json-ld"),
        ]
        return next((Fact(url, 0.95, how) for url, how in found if WEB.fullmatch(url)), None)


def _is(element: Element, relation: str) -> bool:
    return relation in (element.get("rel") or "").lower().split()


def byline_of(told: Told, head: Iterable[Element] = ()) -> Fact | None:
    """Who wrote it."""
    people = [name for name in told.linked.people("author") if not WEB.match(name)]
    if people:
        return _named(", ".join(people), 0.95, "json-ld")
    for words, how in told.of("byline"):
        found = _named(words, 0.9, how)
        if found:
            return found
    for element in told.root.iter("a", "span", "address", "p", "div"):
        if _is(element, "author") or (element.get("itemprop") or "").lower() == "author":
            found = _named(" ".join(text_of(element, 300).split()), 0.8, "rel author")
            if found:
                return found
    for element in head:
        words = " ".join(text_of(element, 300).split())
        named = "byline" in names_on(element) or "author" in names_on(element)
        if named or BYLINE_START.match(words):
            found = _named(words, 0.7, "byline")
            if found:
                return found
    return None


def _named(words: str, sure: float, how: str) -> Fact | None:
    words = BYLINE_START.sub("", words, count=1).strip(" ,;|·•-–—:")
    fits = bool(words) and len(words) <= MAX_BYLINE and not WEB.match(words)
    is_name = fits and any(sign.isalpha() for sign in words) and "@" not in words
    return Fact(words, sure, how) if is_name and words.lower() not in ("admin", "author") else None


def dates_of(
    told: Told, times: Iterable[Element], lines: Iterable[tuple[str, bool]]
) -> dict[str, Fact]:
    """When it was published and updated; `lines` are dates on the page, and whether of updates."""
    found: dict[str, Fact] = {}

    def keep(name: str, value: str, sure: float, how: str) -> None:
        iso = iso_of(value)
        if iso and name not in found:
            found[name] = Fact(iso, sure, how)

    keep("published", told.linked.first("datePublished", "dateCreated"), 0.95, "json-ld")
    keep("updated", told.linked.first("dateModified"), 0.95, "json-ld")
    for name in ("published", "updated"):
        for value, how in told.of(name):
            keep(name, value, 0.9, how)
    for time in times:
        named = {*names_on(time), *(time.get("itemprop") or "").lower().split()}
        is_update = not named.isdisjoint(("updated", "modified", "datemodified"))
        value = time.get("datetime") or time.get("content") or text_of(time, 100)
        keep("updated" if is_update else "published", value, 0.85, "time")
    for value, is_update in lines:
        keep("updated" if is_update else "published", value, 0.7, "text")
    if found.get("updated") and found["updated"].value == found.get("published", Fact("")).value:
        del found["updated"]
    return found


def dates_in(lines: Iterable[str]) -> list[tuple[str, bool]]:
    """The dates that lines before a text say, and whether they are those of an update."""
    found: list[tuple[str, bool]] = []
    for line in lines:
        words = line.split()[:MAX_DATE_WORDS]
        for place in range(len(words)):
            rest = " ".join(words[place:])
            date = read_date(rest) if any(sign.isdigit() for sign in words[place]) else None
            if date is not None and len(date.iso) > len("2005"):
                before = " ".join(words[:place])
                found.append((date.iso, phrases.UPDATED_LABEL.search(before) is not None))
                break
    return found


def iso_of(value: str) -> str | None:
    """The date as it is kept: to the minute, in the page's own time, where that is known."""
    value = value.strip()
    found = ISO.match(value)
    if found:
        year, month, day, hour, minute = found.groups()
        day_read = read_date(f"{year}-{month}-{day}")
        if day_read is None or not "1450" <= year <= "2100":
            return None
        timed = hour is not None and (hour, minute) != ("00", "00")
        return f"{day_read.iso}T{hour}:{minute}" if timed else day_read.iso
    if re.fullmatch(r"(?:1[5-9]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?", value):
        return value
    read = read_date(value)
    return read.iso if read else None


def language_of(told: Told, detected: str | None) -> Fact | None:
    """The language that the page says, unless the words are plainly in another."""
    root = told.root
    said = [
        (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "", "lang")
    ]
    said += [(told.linked.first("inLanguage"), "json-ld"), *told.of("language")]
    for words, how in said:
        words = words.strip()
        if not LANGUAGE.fullmatch(words):
            continue
        primary, *rest = re.split("[-_]", words)
        if detected and detected != primary.lower():
            continue
        return Fact("-".join([primary.lower(), *rest]), 0.95 if detected else 0.8, how)
    return Fact(detected, 0.85, "words") if detected else None


def licence_of(told: Told) -> Fact | None:
    """Under which licence it is, as an address where there is one."""
    for element in told.root.iter("a", "link"):
        href = (element.get("href") or "").strip()
        if _is(element, "license") and WEB.fullmatch(href):
            return Fact(href, 0.9, "rel license")
    said = told.linked.first("license")
    if said:
        return Fact(said[:500], 0.9, "json-ld")
    for words, how in told.of("licence"):
        return Fact(words[:500], 0.8, how)
    for element in told.root.iter("a"):
        if COMMONS.fullmatch((element.get("href") or "").strip()):
            return Fact((element.get("href") or "").strip(), 0.7, "link")
    return None


def leads_of(told: Told) -> list[str]:
    """What may be the standfirst, where it stands on the page."""
    said = [told.linked.first("description", "alternativeHeadline")]
    said += [words for words, _how in told.of("lead")]
    return [words for words in said if words and len(words) <= MAX_LEAD]


def base_of(told: Told, source: str) -> str:
    """The address that others on the page are relative to."""

    for base in told.root.iter("base"):
        href = (base.get("href") or "").strip()
        if href and name_of(base) == "base":
            try:
                return str(urljoin(source, href))
            except ValueError:
                return source
    return source
