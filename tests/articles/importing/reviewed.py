"""Imports for tests, made as sent files make them."""

from __future__ import annotations

from articles.importers.pieces import Kind, Piece, Reading, Why
from articles.importing.beginning import begin_import
from articles.importing.reading import keep_found
from articles.models import Import, ImportPiece
from ncr.accounts.models import User

SPRING = "In spring they came back. They run until June."
PIECES = (
    Piece(Kind.PARAGRAPH, "Menu", "Menu", kept=False, why=Why.FURNITURE),
    Piece(Kind.HEADING, "The ice", "The ice", level=2, sure=0.6, why=Why.LOOKS),
    Piece(Kind.PARAGRAPH, "The ferries ran un-", "The ferries ran un-", page=1),
    Piece(Kind.PARAGRAPH, "17", "17", page=1, kept=False, why=Why.PAGE_NUMBER),
    Piece(Kind.PARAGRAPH, "til the ice *came*.", "til the ice came.", page=2),
    Piece(Kind.CODE, "x = 1", "x = 1"),
    Piece(Kind.PARAGRAPH, "18", "18", page=2, kept=False, why=Why.PAGE_NUMBER),
    Piece(Kind.PARAGRAPH, SPRING, SPRING, page=3),
)


def ready(by: User, *pieces: Piece, data: bytes = b"The ferry", **found: object) -> Import:
    """An import that is to be looked at, with these pieces; PIECES where none are given."""
    begun = begin_import(by=by, data=data, filename="ferry.pdf")
    reading = Reading("pdf", list(pieces or PIECES), **found)  # type: ignore[arg-type]
    keep_found(begun.pk, reading)
    begun.refresh_from_db()
    return begun


def rows(bringing: Import) -> list[ImportPiece]:
    return list(bringing.pieces.order_by("position"))


def row(bringing: Import, words: str) -> ImportPiece:
    """The row that says these words."""
    return next(one for one in rows(bringing) if words in one.content["words"])


def says(bringing: Import) -> list[tuple[bool, str, str]]:
    """What there is, in order: whether it is kept, its kind, its words."""
    return [(one.kept, one.content["kind"], one.content["words"]) for one in rows(bringing)]
