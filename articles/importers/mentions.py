"""Which footnotes a text mentions, so that no mark and no note is left without the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from articles.importers.pieces import Kind, Piece

# what is escaped and what is code is passed over
SEEN = re.compile(r"\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|\[\^(?P<label>\d+)\]", re.S)


def labels_in(piece: Piece) -> set[str]:
    """The labels of the footnotes that a piece mentions."""
    if piece.kind is Kind.CODE or "[^" not in piece.words:
        return set()
    return {found["label"] for found in SEEN.finditer(piece.words) if found["label"]}


def settled(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a text, whose marks without a note go, and notes without a mark are paragraphs.

    Not for what a Markdown file says: its blocks define notes in ways of their own.
    """
    mentioned = _mentioned(pieces)
    return [_settled(piece, mentioned) for piece in pieces]


def reached(labels: Iterable[str], notes: Iterable[Piece]) -> set[str]:
    """These labels, and all that the notes with them mention, directly or not."""
    mentions: dict[str, set[str]] = {}
    for note in notes:
        mentions.setdefault(note.note, set()).update(labels_in(note))
    return _reached(labels, mentions)


def _reached(labels: Iterable[str], mentions: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(labels)
    while waiting:
        label = waiting.pop()
        if label not in found:
            found.add(label)
            waiting += mentions.get(label, ())
    return found


def _mentioned(pieces: Sequence[Piece]) -> set[str]:
    """The labels of the notes that stay notes; what becomes a paragraph mentions notes too."""
    mentions: dict[str, set[str]] = {
        piece.note: set() for piece in pieces if piece.kind is Kind.NOTE
    }
    free: set[str] = set()
    for piece in pieces:
        mentions.get(piece.note, free).update(labels_in(piece))
    mentioned = _reached(free, mentions)
    for label in mentions:
        if label not in mentioned:
            mentioned |= _reached(mentions[label] - mentioned, mentions) - {label}
    return mentioned & mentions.keys()


def _settled(piece: Piece, mentioned: set[str]) -> Piece:
    if piece.note and piece.note not in mentioned:
        kind = Kind.PARAGRAPH if piece.kind is Kind.NOTE else piece.kind
        piece = replace(piece, kind=kind, note="")
    if labels_in(piece) <= mentioned:
        return piece
    words = with_marks(piece.words, lambda label: f"[^{label}]" if label in mentioned else "")
    return replace(piece, words=words)


def with_marks(words: str, mark: Callable[[str], str]) -> str:
    """The words with what `mark` says for each label in place of the marks."""
    return SEEN.sub(lambda found: mark(found["label"]) if found["label"] else found.group(), words)
