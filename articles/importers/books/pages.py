"""The pages of a book that say nothing of its text: covers, contents, titles."""

from __future__ import annotations

import re

from articles.importers.books.opf import Book, File
from articles.importers.dom.elements import Element, name_of, text_of, types_of
from articles.importers.pieces import Why

CONTENTS = {"toc", "doc-toc", "landmarks", "page-list", "doc-pagelist", "loi", "lot"}
LONGEST_TITLE_PAGE = 400  # characters
FEWEST_LINKS = 3
LONGEST_LINK = 300  # characters
LINKED_SHARE = 0.7  # of all letters of a page
KNOWN_SHARE = 0.6  # of the links of a page
WORD = re.compile(r"\w+")
USUAL = {"by", "von", "par", "de", "di", "av", "af", "and", "und", "et", "the", "a", "an"}


def left_out(
    book: Book, file: File, body: Element, titles: frozenset[str], *, first: bool
) -> dict[Element, Why]:
    """The elements of a page that are left out, and why; the whole page may be.

    `titles` are those in the table of contents, in small letters.
    """
    why = _why_page(book, file, body, titles, first)
    if why:
        return {body: why}
    return {
        each: Why.CONTENTS
        for each in body.iter("*")
        if each.attrib and not CONTENTS.isdisjoint(types_of(each))
    }


def _why_page(book: Book, file: File, body: Element, titles: frozenset[str], first: bool) -> Why:
    nav = book.nav
    if file.path == book.guide.get("toc") or (nav is not None and nav.path == file.path):
        return Why.CONTENTS
    if not CONTENTS.isdisjoint(types_of(body)) or _lists_titles(body, titles):
        return Why.CONTENTS
    said = " ".join(text_of(body, LONGEST_TITLE_PAGE).split())
    if not said and (first or file.path == book.guide.get("cover")):
        return Why.FURNITURE
    if len(said) <= LONGEST_TITLE_PAGE and _says_only_facts(book, " ".join(body.itertext())):
        return Why.FACT
    return Why.PLAIN


def _lists_titles(body: Element, titles: frozenset[str]) -> bool:
    """Whether a page is little else than links that say what the table of contents says."""
    links = [each for each in body.iter("*") if name_of(each) == "a" and each.get("href")]
    said = [" ".join(text_of(each, LONGEST_LINK).casefold().split()) for each in links]
    known = sum(words in titles for words in said)
    if known < FEWEST_LINKS or known < KNOWN_SHARE * len(said):
        return False
    linked = sum(len(words.replace(" ", "")) for words in said)
    return linked > LINKED_SHARE * len("".join(text_of(body).split()))


def _says_only_facts(book: Book, said: str) -> bool:
    """Whether a page has no words but those of title and names."""
    known = " ".join(book.said.get(name, "") for name in ("title", "standfirst", "byline"))
    words = set(WORD.findall(said.casefold()))
    title = set(WORD.findall(book.said.get("title", "").casefold()))
    return bool(title) and title <= words <= set(WORD.findall(known.casefold())) | USUAL
