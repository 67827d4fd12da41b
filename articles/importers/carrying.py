"""What was found in a file as JSON and back: between processes, and in the database."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from articles.importers.pieces import Fact, Kind, Piece, Reading, Warning, Why
from articles.normalising import without_unsayable

DEFAULTS = {
    name: field.default
    for name, field in Piece.__dataclass_fields__.items()
    if name not in ("kind", "words")
}


def piece_as_json(piece: Piece) -> dict[str, Any]:
    """The piece without what is as usual."""
    return {
        name: value
        for name, value in asdict(piece).items()
        if name not in DEFAULTS or value != DEFAULTS[name]
    }


def piece_from_json(found: dict[str, Any]) -> Piece:
    """The piece; raises TypeError or ValueError for what is none."""
    known = {**found, "kind": Kind(found["kind"]), "why": Why(found.get("why", ""))}
    return Piece(**known)


def reading_as_json(reading: Reading) -> dict[str, Any]:
    """All but the bytes of pictures, which are carried as files."""
    return {
        "kind": reading.kind,
        "pieces": [piece_as_json(piece) for piece in reading.pieces],
        "facts": {name: asdict(fact) for name, fact in reading.facts.items()},
        "parts": reading.parts,
        "warnings": [asdict(warning) for warning in reading.warnings],
        "encoding": reading.encoding,
        "markdown": reading.markdown,
    }


def reading_from_json(found: dict[str, Any]) -> Reading:
    """The reading without its pictures; raises as `piece_from_json`, and KeyError.

    Whatever the reader did: no word comes out that no database and no page can say.
    """
    found = sayable(found)
    return Reading(
        kind=found["kind"],
        pieces=[piece_from_json(piece) for piece in found["pieces"]],
        facts={name: Fact(**fact) for name, fact in found["facts"].items()},
        parts=list(found["parts"]),
        warnings=[Warning(**warning) for warning in found["warnings"]],
        encoding=found["encoding"],
        markdown=found["markdown"],
    )


def sayable(value: Any) -> Any:
    """The same from JSON, its strings without NUL, lone surrogates and the like."""
    match value:
        case str():
            return without_unsayable(value)
        case list():
            return [sayable(one) for one in value]
        case dict():
            return {name: sayable(one) for name, one in value.items()}
        case _:
            return value
