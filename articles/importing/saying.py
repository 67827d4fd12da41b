"""What an import says of itself in words: kinds, reasons, how sure, where a fact was found."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.importers.pieces import Kind, Piece, Why
from articles.refusing import TextRefused

DOUBTFUL = 0.7
"""Whatever is less sure than this is to be looked at, and what is taken for it by its looks."""

KINDS: dict[Kind, Any] = {
    Kind.PARAGRAPH: gettext_lazy("Paragraph"),
    Kind.LIST_ITEM: gettext_lazy("List item"),
    Kind.QUOTATION: gettext_lazy("Quotation"),
    Kind.CODE: gettext_lazy("Code"),
    Kind.TABLE: gettext_lazy("Table"),
    Kind.FIGURE: gettext_lazy("Picture"),
    Kind.MARKDOWN: gettext_lazy("Markdown"),
}
LEFT_OUT: dict[Why, Any] = {
    Why.PLAIN: gettext_lazy("by you"),
    Why.LOOKS: gettext_lazy("by its looks"),
    Why.FURNITURE: gettext_lazy("menus, buttons and the like"),
    Why.FACT: gettext_lazy("title, author, date and the like, which stand above"),
    Why.PAGE_NUMBER: gettext_lazy("page number"),
    Why.RUNNING_HEAD: gettext_lazy("head or foot of a page"),
    Why.HIDDEN: gettext_lazy("hidden in the file"),
    Why.REPEATED: gettext_lazy("said before"),
    Why.CONTENTS: gettext_lazy("table of contents"),
    Why.EMPTY: gettext_lazy("nothing to read in it"),
    Why.REMOTE: gettext_lazy("a picture that is not in the file"),
}
FILES: dict[str, Any] = {
    "text": gettext_lazy("plain text"),
    "markdown": gettext_lazy("Markdown"),
    "html": gettext_lazy("web page (HTML)"),
    "mhtml": gettext_lazy("web page (MHTML)"),
    "webarchive": gettext_lazy("web page (Safari)"),
    "docx": gettext_lazy("Word (DOCX)"),
    "odt": gettext_lazy("OpenDocument (ODT)"),
    "epub": gettext_lazy("book (EPUB)"),
    "pdf": gettext_lazy("PDF"),
}
ORIGINS: dict[str, Any] = {
    "": gettext_lazy("in the file"),
    "looks": gettext_lazy("by how the text looks"),
    "text": gettext_lazy("in the text"),
    "words": gettext_lazy("by the words of the text"),
    "first page": gettext_lazy("on the first page"),
    "style": gettext_lazy("by the style of a paragraph"),
    "h1": gettext_lazy("in the first heading"),
    "heading": gettext_lazy("in a heading"),
    "title": gettext_lazy("in the title of the window"),
    "byline": gettext_lazy("in a line that names the author"),
    "archive": gettext_lazy("where the page was saved from"),
    "address": gettext_lazy("the address that it was fetched from"),
    "link": gettext_lazy("in a link of the page's head"),
    "rel license": gettext_lazy("in a link to the licence"),
    "metadata": gettext_lazy("in the file's metadata"),
    "front matter": gettext_lazy("in the fields at the top"),
    "opf": gettext_lazy("in the book's metadata"),
}


def kind_words(piece: Piece) -> str:
    """What a piece was recognised as."""
    if piece.kind is Kind.HEADING:
        return _("Heading %(level)d") % {"level": piece.level}
    if piece.kind is Kind.NOTE:
        return _("Footnote %(label)s") % {"label": piece.note}
    if piece.kind is Kind.LIST_ITEM and piece.number is not None:
        return _("List item %(number)d") % {"number": piece.number}
    return str(KINDS[piece.kind])


def sure_words(sure: float) -> str:
    """How sure that is; nothing where it is sure."""
    if sure >= 0.9:
        return ""
    if sure >= DOUBTFUL:
        return _("fairly sure")
    return _("not sure") if sure >= 0.5 else _("a guess")


def how_words(piece: Piece) -> str:
    """By what a piece that is kept was recognised, and how sure that is."""
    looks = _("by its looks") if piece.why is Why.LOOKS else ""
    return ", ".join(part for part in (looks, sure_words(piece.sure)) if part)


def origin_words(fact: dict[str, Any]) -> str:
    """Where a fact was found and how sure it is, from `Import.facts`."""
    origin = fact.get("origin", "")
    where = ORIGINS.get(origin, ORIGINS["metadata"])
    return ", ".join(part for part in (str(where), sure_words(fact.get("sure", 1.0))) if part)


def file_words(kind: str) -> str:
    """What kind of file it is."""
    return str(FILES.get(kind, kind))


def said_words(template: dict[str, Any] | None) -> str:
    """A refusal or warning of an import in words; see `Import`."""
    if template is None:
        return ""
    return TextRefused(template["template"], **template["values"]).words(_)
