"""Texts as EPUB 2 and 3: one text, a book of chapters, and books as shops sell them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from bench.importing.made import Made, day_of, facts_of
from bench.importing.markup import semantic
from bench.importing.pictures import picture
from bench.importing.samples import Sample, samples

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="{0}" media-type="application/oebps-package+xml"/></rootfiles></container>"""
IMPRINT = ("© 2024 Harbour Books, Orre.", "All rights reserved.", "ISBN 0-00-000000-0")
XHTML = "application/xhtml+xml"


@dataclass(frozen=True)
class Book:
    """What a publisher makes of which texts, each a chapter."""

    name: str
    texts: tuple[str, ...]
    version: int = 3
    folder: str = "OEBPS/"
    has_shop_pages: bool = False  # cover, title page, imprint, contents among the chapters
    has_cut_chapters: bool = False  # a chapter goes on in a second file
    has_aside_notes: bool = False  # notes in <aside epub:type="footnote">
    is_held_back: bool = False

    @property
    def is_of_a_house(self) -> bool:
        """Whether it has the numbers of printed pages, and notes in a file by themselves."""
        return self.is_held_back and self.version == 3


BOOKS = (
    Book("plain2", ("long-walk.en",), version=2),
    Book("plain3", ("tidal-gauge.en",), has_aside_notes=True),
    Book("chapters3", ("kaliningrad-transit", "cfe-linkage", "nrc-in-practice")),
    Book("chapters2", ("ecluse.fr", "quai.fr", "couloir.fr"), version=2, has_shop_pages=True),
    Book("shop3", ("bell-founder.en", "long-walk.en", "queue-manual.en"), has_shop_pages=True),
    Book("cut3", ("afghan-opium", "long-walk.en"), has_cut_chapters=True, folder=""),
    Book("russian2", ("pochta.ru", "bumaga.ru"), version=2),
    Book("arabic3", ("grain-corridor", "nahr.ar")),
    Book("deep3", ("minutes.en", "tidal-gauge.en"), folder="EPUB/a b/", is_held_back=True),
    Book("library2", ("nachlass.de", "wegeordnung.de"), 2, has_shop_pages=True, is_held_back=True),
    Book("made3", ("tidal-gauge.en", "bell-founder.en"), folder="EPUB/text/", is_held_back=True),
    Book("several3", ("przeprawa.pl", "faros.el", "fener.tr"), folder="", is_held_back=True),
)


@dataclass
class Parts:
    """The files of a book as they are made: names, contents, and the order of reading."""

    files: dict[str, bytes] = field(default_factory=dict)
    spine: list[str] = field(default_factory=list)
    titles: list[tuple[str, str]] = field(default_factory=list)

    def add(self, name: str, title: str, body: str, *, is_listed: bool = True) -> None:
        self.files[name] = xhtml(title, body).encode()
        self.spine.append(name)
        if is_listed:
            self.titles.append((name, title))


def make() -> Iterator[Made]:
    for book in BOOKS:
        texts = [samples()[name] for name in book.texts]
        truth = []
        for text in texts:
            truth += [text.title] if len(texts) > 1 else []
            truth += [block.text for block in text.body]
        # notes belong to the end, of a book as of a text
        truth += [note.text for text in texts for note in text.notes]
        facts = [fact for text in texts for fact in facts_of(text)]
        facts.append(title_of(texts))
        if book.has_shop_pages:
            facts += ["Harbour Books", "Cover", *IMPRINT]
        data = written(book, texts)
        yield Made(f"{book.name}.epub", "epub", data, truth, facts, book.is_held_back)


def title_of(texts: Sequence[Sample]) -> str:
    return texts[0].title if len(texts) == 1 else f"{texts[0].title} and other texts"


def written(book: Book, texts: Sequence[Sample]) -> bytes:
    parts = Parts()
    title = title_of(texts)
    if book.has_shop_pages:
        parts.add("cover.xhtml", "Cover", '<div><img src="cover.png" alt="Cover"/></div>')
        parts.add("title.xhtml", "Title page", f"<h1>{escape(title)}</h1><p>Harbour Books</p>")
        rights = "".join(f"<p>{line}</p>" for line in IMPRINT)
        parts.add("copyright.xhtml", "Copyright", rights)
    for place, text in enumerate(texts):
        for name, inside in chapter(book, text, f"chapter{place + 1}"):
            parts.add(name, text.title, inside, is_listed="-" not in name)
    if book.has_shop_pages:
        listed = "".join(f'<li><a href="{name}">{escape(t)}</a></li>' for name, t in parts.titles)
        parts.files["contents.xhtml"] = xhtml(
            "Contents", f"<h1>Contents</h1><ul>{listed}</ul>"
        ).encode()
        parts.spine.insert(3, "contents.xhtml")
    parts.files["cover.png"] = picture()
    navigation(book, parts, title)
    return zipped(book, parts, package(book, parts, title, texts))


def chapter(book: Book, text: Sample, name: str) -> Iterator[tuple[str, str]]:
    """The files of one text."""
    head = f"<h1>{escape(text.title)}</h1>"
    if text.standfirst:
        head += f'<p class="lead">{escape(text.standfirst)}</p>'
    head += f'<p class="author">{escape(text.byline)}, {day_of(text)}</p>'
    blocks = list(text.blocks)
    notes = ""
    if book.has_aside_notes and text.notes:
        blocks = text.body
        notes = "".join(
            f'<aside epub:type="footnote" id="fn-{note.attrs["footnote"]}">'
            f"<p>{note.html}</p></aside>"
            for note in text.notes
        )
    if not book.has_cut_chapters:
        body = linked(semantic(text.body if book.is_of_a_house else blocks), book)
        yield f"{name}.xhtml", head + (paged(body, name) if book.is_of_a_house else body) + notes
        if book.is_of_a_house and text.notes:
            yield (
                f"{name}-notes.xhtml",
                f"<section epub:type='endnotes'>{semantic(text.notes)}</section>",
            )
        return
    cut = next(
        place
        for place, block in enumerate(blocks)
        if place >= len(blocks) // 2 and block.kind == "paragraph" and not block.within
    )
    yield f"{name}.xhtml", head + semantic(blocks[:cut])
    yield f"{name}-2.xhtml", semantic(blocks[cut:]) + notes


def linked(body: str, book: Book) -> str:
    """Marks of notes say what they are, where the version knows it."""
    if book.version < 3:
        return body
    return re.sub(r'<a href="#fn-', '<a epub:type="noteref" href="#fn-', body)


def paged(body: str, name: str) -> str:
    """The body with marks of printed pages in it, also within paragraphs, and links to notes."""
    marked = re.sub(r"<[^>]*>|[^<]+", _with_page_marks, body)
    return marked.replace('href="#fn-', f'href="{name}-notes.xhtml#fn-')


def _with_page_marks(part: re.Match[str]) -> str:
    """One mark in each long run of words, before the word that follows its middle."""
    words = part[0]
    place = words.find(" ", len(words) // 2)
    if words[0] == "<" or len(words) < 300 or place < 0:
        return words
    mark = f'<span epub:type="pagebreak" id="p{part.start()}" title="{part.start() // 900 + 1}"/>'
    return f"{words[:place]} {mark}{words[place + 1 :]}"


def xhtml(title: str, body: str) -> str:
    body = re.sub(r"<(br|hr|img\b[^>]*?)/?>", r"<\1/>", body).replace("&nbsp;", "\u00a0")
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title>{escape(title)}</title></head><body>{body}</body></html>"
    )


def navigation(book: Book, parts: Parts, title: str) -> None:
    """The table of contents of version 3, or the NCX of version 2."""
    if book.version == 3:
        items = "".join(f'<li><a href="{n}">{escape(t)}</a></li>' for n, t in parts.titles)
        body = f'<nav epub:type="toc"><h1>Contents</h1><ol>{items}</ol></nav>'
        parts.files["nav.xhtml"] = xhtml("Contents", body).encode()
        return
    points = "".join(
        f'<navPoint id="n{place}" playOrder="{place + 1}"><navLabel><text>{escape(t)}</text>'
        f'</navLabel><content src="{name}"/></navPoint>'
        for place, (name, t) in enumerate(parts.titles)
    )
    parts.files["toc.ncx"] = (
        '<?xml version="1.0"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">'
        f"<head/><docTitle><text>{escape(title)}</text></docTitle><navMap>{points}</navMap></ncx>"
    ).encode()


def package(book: Book, parts: Parts, title: str, texts: Sequence[Sample]) -> str:
    types = {"xhtml": XHTML, "png": "image/png", "ncx": "application/x-dtbncx+xml"}
    nav = ' properties="nav"'
    manifest = "".join(
        f'<item id="i{place}" href="{name}" media-type="{types[name.rsplit(".")[-1]]}"'
        f"{nav if name == 'nav.xhtml' else ''}/>"
        for place, name in enumerate(parts.files)
    )
    ids = {name: f"i{place}" for place, name in enumerate(parts.files)}
    spine = "".join(f'<itemref idref="{ids[name]}"/>' for name in parts.spine)
    toc = f' toc="{ids["toc.ncx"]}"' if book.version == 2 else ""
    guide = '<guide><reference type="toc" title="Contents" href="contents.xhtml"/></guide>'
    return (
        f'<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"'
        f' version="{book.version}.0"'
        ' unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">urn:example:{book.name}</dc:identifier>'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(texts[0].byline)}</dc:creator>"
        f"<dc:language>{texts[0].language}</dc:language><dc:date>{texts[0].published}</dc:date>"
        f"</metadata><manifest>{manifest}</manifest><spine{toc}>{spine}</spine>"
        f"{guide if book.has_shop_pages and book.version == 2 else ''}</package>"
    )


def zipped(book: Book, parts: Parts, opf: str) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", CONTAINER.format(f"{book.folder}content.opf"))
        archive.writestr(f"{book.folder}content.opf", opf)
        for name, data in parts.files.items():
            archive.writestr(f"{book.folder}{name}", data)
    return whole.getvalue()
