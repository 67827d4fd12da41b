"""A page's bytes to a Reading."""

from __future__ import annotations

import re

from articles.importers.document import ImportRefused
from articles.importers.dom import Element, Page, pieces_of
from articles.importers.dom.elements import is_hidden, text_of
from articles.importers.html.archives import Archive, archive_in_mhtml, archive_in_plist
from articles.importers.html.article import Article, article_of
from articles.importers.html.boxes import box_bare_words
from articles.importers.html.decoding import decoded
from articles.importers.html.edges import Edges
from articles.importers.html.facts import (
    Told,
    base_of,
    byline_of,
    dates_in,
    dates_of,
    language_of,
    leads_of,
    licence_of,
)
from articles.importers.html.leaving import Leaver
from articles.importers.html.notes import with_their_marks
from articles.importers.html.opinions import may_be_asked, opinions_on
from articles.importers.html.parsing import page_tree
from articles.importers.html.pictures import PagePictures
from articles.importers.html.sections import leave_sections
from articles.importers.html.segments import MAX_HIDDEN, Outline, key_of, outline_of
from articles.importers.html.titles import titles_of
from articles.importers.languages import detect_language
from articles.importers.pieces import Fact, Kind, Piece, Progress, Reading, Why, silent
from articles.importers.ticking import Ticker
from articles.markdown.writing_inline import escape_words
from articles.refusing import gettext_noop

TAG = re.compile("<[^<>]{1,500}>")
LEAST_BODY = 500  # letters of a text in JSON-LD
MAX_LINE = 90_000
SAMPLE = 20_000  # characters in which the language is looked for


def read_html(data: bytes, progress: Progress = silent) -> Reading:
    """What a page holds, a saved one or a fragment; raises ImportRefused for one without text."""
    return _read(Archive(data), "html", progress)


def read_mhtml(data: bytes, progress: Progress = silent) -> Reading:
    """What the page in an MHTML archive holds, with its pictures; raises as `read_html`."""
    return _read(archive_in_mhtml(data), "mhtml", progress)


def read_webarchive(data: bytes, progress: Progress = silent) -> Reading:
    """What the page in a web archive of Safari holds; raises as `read_html`."""
    return _read(archive_in_plist(data), "webarchive", progress)


def _read(archive: Archive, kind: str, progress: Progress) -> Reading:
    pictures = PagePictures(archive.parts)
    text, encoding = decoded(archive.page, archive.hint)
    root = page_tree(text)
    found = root.find("body")
    body = root if found is None else found
    opinions = opinions_on(body) if may_be_asked(body) else []
    progress(0, 0)
    box_bare_words(body)
    outline = _seen(body)
    if not outline.segments:
        raise ImportRefused(gettext_noop("There is no text on this page."))
    ticker = Ticker(progress, len(outline.segments))
    progress(0, ticker.of)
    told = Told(root, text)
    source = Fact(archive.url, 0.95, "archive") if archive.url else told.address()
    title, titles = titles_of(told, outline)
    byline = byline_of(told)
    article = article_of(outline, opinions, told.linked.body)
    progress(0, ticker.of)
    leaver = Leaver(article)
    leaver.leave()
    progress(0, ticker.of)
    if not article.is_plain:
        leave_sections(leaver)
        leaver.leave_headings()
    edges = Edges(
        leaver,
        frozenset(key_of(words) for words in titles if key_of(words)),
        frozenset(key_of(words) for words in leads_of(told)),
        key_of(title.value) if title else "",
        key_of(byline.value) if byline else "",
    )
    edges.read()
    progress(0, ticker.of)
    base = base_of(told, source.value if source else "")
    page = Page(base=base, picture=pictures.of, marks=leaver.marks, ticker=ticker)
    if outline.shows_hidden:
        _show_hidden(article, leaver)
    pieces = with_their_marks(pieces_of(outline.root, page))
    pieces += _said_only_in_json(told, pieces)
    ticker.end()
    facts = {"title": title, "source_url": source} | _facts(told, article, edges, pieces)
    return Reading(
        kind,
        pieces,
        {name: fact for name, fact in facts.items() if fact is not None},
        pictures=pictures.pictures.taken,
        warnings=pictures.pictures.warnings(),
        encoding=encoding,
    )


def _seen(root: Element) -> Outline:
    """What is seen of the page; with what it hides where that is most of it, as pages do that are
    shown by their scripts.
    """
    outline = outline_of(root)
    if not outline.hides:
        return outline
    whole = outline_of(root, hidden=True)
    sizes = [sum(segment.size for segment in each.segments) for each in (outline, whole)]
    return outline if sizes[0] >= (1 - MAX_HIDDEN) * sizes[1] else whole


def _said_only_in_json(told: Told, pieces: list[Piece]) -> list[Piece]:
    """The paragraphs of a text that the page itself leaves to its scripts to show."""
    said = told.linked.body
    kept = sum(len(piece.source) for piece in pieces if piece.kept)
    if len(said) < LEAST_BODY or len(said) < kept * 3:
        return []
    lines = [" ".join(line.split()) for line in TAG.sub(" ", said).split("\n")]
    return [
        Piece(Kind.PARAGRAPH, escape_words(line[:MAX_LINE]), line, sure=0.6, why=Why.LOOKS)
        for line in lines
        if line
    ]


def _show_hidden(article: Article, leaver: Leaver) -> None:
    """Marks what holds the text as seen, though the page hides it until its scripts have run."""
    for element in article.root.iter("*"):
        if article.sums(element).own and is_hidden(element):
            leaver.marks.setdefault(element, Why.PLAIN)


def _facts(
    told: Told, article: Article, edges: Edges, pieces: list[Piece]
) -> dict[str, Fact | None]:
    words = "\n".join(piece.source for piece in pieces if piece.kept)
    lines = [" ".join(text_of(element, 500).split()) for element in edges.before]
    dates = dates_in(lines)
    near = article.root.getparent()
    times = (article.root if near is None else near).iter("time")
    found: dict[str, Fact | None] = {
        "byline": byline_of(told, edges.before),
        "language": language_of(told, detect_language(words[:SAMPLE])),
        "licence": licence_of(told),
        "byline_note": Fact(edges.about, 0.8, "words") if edges.about else None,
        "standfirst": Fact(edges.standfirst, 0.8, "lead") if edges.standfirst else None,
    }
    return found | dates_of(told, times, dates)
