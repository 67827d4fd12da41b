"""What every importer makes of a file."""

from __future__ import annotations

from dataclasses import dataclass

from articles.refusing import TextRefused, gettext_noop

MAX_PIECES = 50_000  # of one file; a Bible has 31,000 verses


class ImportRefused(TextRefused):
    """A file that cannot be taken."""


@dataclass(frozen=True)
class Document:
    """A text with what is known about it; None is "not known".

    Dates are ISO 8601 and as precise as known: "2005", "2005-10", "2005-10-01",
    "2008-11-04T01:59". `markdown` is the text alone, in the dialect of docs/markdown.md.
    """

    markdown: str
    title: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    byline_note: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    source_url: str | None = None
    licence: str | None = None


def damaged() -> ImportRefused:
    """The refusal of a file that is cut off or broken."""
    return ImportRefused(
        gettext_noop("The file is damaged or not complete. Save or download it once more.")
    )


def too_many_pieces() -> ImportRefused:
    """The refusal of a file that nobody could look through."""
    return ImportRefused(
        gettext_noop(
            "There are more than %(most)d paragraphs in this file. Bring it in several files."
        ),
        most=MAX_PIECES,
    )
