"""The package document of a book: what it is called, and its files in reading order.

EPUB 3.3, 5 and OPF 2.0.1 (EPUB 2) are read alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from posixpath import normpath
from urllib.parse import unquote, urldefrag, urljoin

from lxml import etree

from articles.importers.archives import Archive
from articles.importers.document import damaged
from articles.importers.xml import local, parsed_lenient

MOST_FILES = 10_000
MOST_FALLBACKS = 10
PAGES = {"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"}
PAGE_SUFFIX = re.compile(r"\.x?html?$", re.I)
DATE = re.compile(r"[12]\d{3}(?:-\d\d(?:-\d\d)?)?(?!\d)")
WRITERS = {"", "aut", "author", "creator"}


@dataclass(frozen=True)
class File:
    """A file of the book, by its path in the archive."""

    path: str
    media_type: str = ""
    properties: frozenset[str] = frozenset()
    fallback: str = ""
    linear: bool = True

    @property
    def is_page(self) -> bool:
        return self.media_type in PAGES or bool(PAGE_SUFFIX.search(self.path))


@dataclass
class Book:
    """What the package document says."""

    path: str
    files: dict[str, File] = field(default_factory=dict)  # by id
    spine: list[File] = field(default_factory=list)
    guide: dict[str, str] = field(default_factory=dict)  # paths by what they are: toc, cover
    ncx: str = ""
    fixed: bool = False  # whether its pages are laid out as pictures are
    missing: int = 0  # files that are named and not listed
    said: dict[str, str] = field(default_factory=dict)  # by the names of Document's fields

    @cached_property
    def nav(self) -> File | None:
        """The table of contents of EPUB 3."""
        return next((each for each in self.files.values() if "nav" in each.properties), None)


def path_of(base: str, href: str) -> str:
    """The path in the archive that a reference in a file leads to, without its fragment."""
    try:
        return normpath(unquote(urljoin(base, urldefrag(href.strip()).url))).lstrip("/")
    except ValueError:
        return ""


def read_book(archive: Archive) -> Book:
    """The book's package document; raises ImportRefused where there is none."""
    path = _package_path(archive)
    root = parsed_lenient(archive.read(path))
    book = Book(path)
    metadata = _child(root, "metadata")
    if metadata is not None:
        # OPF 1.2 puts them one deeper
        inner = [each for each in metadata if local(each) in ("dc-metadata", "x-metadata")]
        entries = [each for part in (inner or [metadata]) for each in part]
        book.said = _metadata(entries)
        book.fixed = _is_fixed(entries)
    _read_manifest(book, _child(root, "manifest"))
    _read_spine(book, _child(root, "spine"))
    for each in _children(_child(root, "guide"), "reference"):
        book.guide.setdefault(
            (each.get("type") or "").lower(), path_of(path, each.get("href") or "")
        )
    return book


def _package_path(archive: Archive) -> str:
    container = archive.named("META-INF/container.xml")
    if container is not None:
        for each in parsed_lenient(archive.read(container)).iter("{*}rootfile"):
            known = archive.named(unquote(each.get("full-path") or ""))
            if known is not None:
                return known
    found = next((name for name in archive if name.lower().endswith(".opf")), None)
    if found is None:
        raise damaged()
    return found


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    return next(iter(_children(element, name)), None)


def _children(element: etree._Element | None, name: str) -> list[etree._Element]:
    return [] if element is None else [each for each in element if local(each).lower() == name]


def _read_manifest(book: Book, manifest: etree._Element | None) -> None:
    for each in _children(manifest, "item")[:MOST_FILES]:
        book.files.setdefault(
            each.get("id") or "",
            File(
                path_of(book.path, each.get("href") or ""),
                (each.get("media-type") or "").strip().lower(),
                frozenset((each.get("properties") or "").split()),
                each.get("fallback") or "",
            ),
        )


def _read_spine(book: Book, spine: etree._Element | None) -> None:
    """The files in reading order; what is beside the text comes after it."""
    if spine is not None:
        ncx = book.files.get(spine.get("toc") or "")
        book.ncx = ncx.path if ncx else ""
    if not book.ncx:
        kind = "application/x-dtbncx+xml"
        book.ncx = next((f.path for f in book.files.values() if f.media_type == kind), "")
    found: dict[str, File] = {}
    for each in _children(spine, "itemref")[:MOST_FILES]:
        file = book.files.get(each.get("idref") or "")
        for _ in range(MOST_FALLBACKS):
            if file is None or file.is_page or file.fallback not in book.files:
                break
            file = book.files[file.fallback]
        if file is None:
            book.missing += 1
        else:
            linear = (each.get("linear") or "yes").lower() != "no"
            listed = File(file.path, file.media_type, file.properties, linear=linear)
            found.setdefault(file.path, listed)
    book.spine = sorted(found.values(), key=lambda each: not each.linear)


def _metadata(entries: list[etree._Element]) -> dict[str, str]:
    said: dict[str, list[etree._Element]] = {}
    refined: dict[tuple[str, str], str] = {}
    named: dict[str, str] = {}
    for each in entries:
        about, kind = (each.get("refines") or "").lstrip("#"), each.get("property") or ""
        if about:
            refined[about, kind] = _words(each)
        elif local(each) == "meta":
            named.setdefault(kind or each.get("name") or "", _words(each))
        elif _words(each):
            said.setdefault(local(each).lower(), []).append(each)
    titles = {
        refined.get((each.get("id") or "", "title-type"), ""): each
        for each in reversed(said.get("title", []))
    }
    main = titles.get("main", said.get("title", [None])[0])
    found = {
        "title": _words(main),
        "standfirst": _words(titles.get("subtitle")),
        "byline": ", ".join(_writers(said.get("creator", []), refined)),
        "language": _words(_first(said, "language")),
        "licence": _words(_first(said, "rights")),
        "published": _date(
            said.get("date", []), ("", "publication", "original-publication", "issued")
        ),
        "updated": _date(said.get("date", []), ("modification",))
        or _day(named.get("dcterms:modified", "")),
        "source_url": _words(_first(said, "source")),
    }
    if not re.fullmatch(r"https?://\S+", found["source_url"]):
        del found["source_url"]
    return {name: value for name, value in found.items() if value}


def _writers(creators: list[etree._Element], refined: dict[tuple[str, str], str]) -> list[str]:
    """Those who wrote it; all who are named, if nobody is said to have."""
    roles = [
        refined.get((each.get("id") or "", "role"), "")
        or each.get("{http://www.idpf.org/2007/opf}role")
        or ""
        for each in creators
    ]
    names = [_words(each) for each in creators]
    writers = [name for name, role in zip(names, roles, strict=True) if role.lower() in WRITERS]
    return list(dict.fromkeys(writers or names))


def _date(dates: list[etree._Element], events: tuple[str, ...]) -> str:
    for event in events:
        for each in dates:
            said = (each.get("{http://www.idpf.org/2007/opf}event") or "").lower()
            if said == event and (day := _day(_words(each))):
                return day
    return ""


def _day(words: str) -> str:
    """The date of a moment, as precise as it is known; years before 1000 say "unknown"."""
    found = DATE.match(words)
    return found.group() if found else ""


def _is_fixed(entries: list[etree._Element]) -> bool:
    for each in entries:
        name = each.get("property") or each.get("name") or ""
        value = (_words(each) or each.get("content") or "").lower()
        if (name, value) in (("rendition:layout", "pre-paginated"), ("fixed-layout", "true")):
            return True
    return False


def _first(said: dict[str, list[etree._Element]], name: str) -> etree._Element | None:
    return next(iter(said.get(name, [])), None)


def _words(element: etree._Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())[:1000]
