"""Of the site that `everywhere` makes: imports in every state, one with all that a review shows."""

from __future__ import annotations

from articles.importers.apart import BROKEN
from articles.importers.pieces import Fact, Kind, Piece, Reading, Warning, Why
from articles.importing import correcting
from articles.importing.beginning import begin_import
from articles.importing.reading import keep_found
from articles.models import Import
from ncr.accounts.models import User


def build(by: User, long: str) -> list[str]:
    """The addresses of pages about imports of `by`."""
    addresses = ["/imports/"]
    for state in Import.State.values:
        begun = begin_import(by=by, data=state.encode(), filename=long)
        addresses.append(begun.get_absolute_url())
        if state == Import.State.READY:
            addresses += _reviewed(begun, by, long)
            continue
        why = {"template": BROKEN, "values": {}} if state == Import.State.REFUSED else None
        Import.objects.filter(pk=begun.pk).update(state=state, refusal=why, read=3, total=9)
    return addresses


def _reviewed(begun: Import, by: User, long: str) -> list[str]:
    keep_found(begun.pk, _found(long))
    changed = begun.pieces.order_by("position")[1]
    correcting.set_kind(begun, changed.pk, by=by, choice="quotation")
    address = begun.get_absolute_url()
    return [
        *(f"{address}?show={show}" for show in ("left-out", "doubtful")),
        f"{address}pieces/{changed.pk}/",
        f"{address}again/",
        f"{address}throw-away/",
    ]


def _found(long: str) -> Reading:
    pieces = [
        Piece(Kind.HEADING, f"Στα σύνορα {long}", "Στα σύνορα", level=2, sure=0.4, why=Why.LOOKS),
        Piece(Kind.PARAGRAPH, "Το τρένο *σταματά*.[^1]", "Το τρένο σταματά.", page=1),
        Piece(Kind.PARAGRAPH, "1", "1", page=1, kept=False, why=Why.PAGE_NUMBER),
        Piece(Kind.PARAGRAPH, "2", "2", page=2, kept=False, why=Why.PAGE_NUMBER),
        Piece(Kind.LIST_ITEM, long, long, number=3, part=1),
        Piece(Kind.TABLE, f"| α | {long} |\n|---|---|\n| γ | δ |", f"α {long} γ δ", part=1),
        Piece(Kind.CODE, long * 2, long * 2, part=1),
        Piece(Kind.QUOTATION, "Δεν είναι δώρο.", "Δεν είναι δώρο.", part=1),
        Piece(Kind.NOTE, "Λένε.", "Λένε.", note="1", part=1),
        Piece(Kind.FIGURE, "Το πλοίο", "Το πλοίο", part=1, kept=False, why=Why.REMOTE),
    ]
    facts = {"title": Fact(f"Βιβλίο {long}", 0.6, "h1"), "language": Fact("el", 0.9, "words")}
    warnings = [Warning("%(count)d pictures too many were left out.", {"count": 3})]
    return Reading("epub", pieces, facts, ["Πρώτο", long], warnings=warnings)
