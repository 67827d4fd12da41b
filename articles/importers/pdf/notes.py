"""Footnotes: small lines at the foot of a page, and the raised marks in the text that name them.

Only where mark and note agree on a page is it a note. Other small lines stay text; where they
would stand amid a sentence, `flow` puts them after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.importers.pdf.measures import Measures
from articles.importers.pdf.model import Line, Word

SMALL = 0.95  # of the size of the text
LABEL = re.compile(r"\[?(?P<label>\d{1,3}|[*†‡§¶]{1,3}|[a-z])\]?[.):]?")
BEGINNING = re.compile(r"\[?(?P<label>\d{1,3}|[*†‡§¶]{1,3})\]?[.):]?(?=\s|[^\W\d_])")


@dataclass
class Note:
    """A footnote: the label that it has in the file, and its lines."""

    label: str
    page: int
    lines: list[Line]
    number: int = 0  # in the whole text, by the order of marks
    signs: int = 0  # of the label, to be left out of its words


@dataclass
class Feet:
    """The lines that are no notes, the notes, and the marks: numbers by a word's identity."""

    lines: list[Line] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    marks: dict[int, int] = field(default_factory=dict)


def take_notes(pages: Sequence[Sequence[Line]], measures: Measures) -> Feet:
    """Takes the footnotes out of the lines of all pages."""
    feet = Feet()
    taken = 0
    for lines in pages:
        marks = _marks(lines, measures)
        notes, rest = _notes_of(lines, marks, measures, feet.notes[-1:] or None)
        for note in notes:
            taken += 1
            note.number = taken
            for word in marks.get(note.label, ())[:1]:
                feet.marks[id(word)] = taken
        feet.notes += notes
        feet.lines += rest
    return feet


def _marks(lines: Sequence[Line], measures: Measures) -> dict[str, list[Word]]:
    """The raised words of the text that may name a note."""
    found: dict[str, list[Word]] = {}
    for line in lines:
        if line.size < SMALL * measures.size:
            continue
        for place, word in enumerate(line.words):
            label = LABEL.fullmatch(word.text)
            if word.raised == 1 and label and place:
                found.setdefault(label["label"], []).append(word)
    return found


def _notes_of(
    lines: Sequence[Line],
    marks: dict[str, list[Word]],
    measures: Measures,
    before: list[Note] | None,
) -> tuple[list[Note], list[Line]]:
    """The notes at the feet of a page's columns, and the other lines."""
    notes: list[Note] = []
    rest: list[Line] = []
    for foot, others in _feet(lines, measures):
        started = False
        loose: list[Line] = []
        for line in foot:
            label = _label_of(line)
            if label is not None and label in marks and not _is_known(notes, label):
                signs = len(line.text[: BEGINNING.match(line.text).end()])  # type: ignore[union-attr]
                notes.append(Note(label, line.page, [line], signs=signs))
                started = True
            elif started:
                notes[-1].lines.append(line)
            else:
                loose.append(line)
        if started and loose and before and before[0].page == loose[0].page - 1:
            before[0].lines += loose
            loose = []
        rest += [*others, *loose]
    return notes, rest


def _is_known(notes: Sequence[Note], label: str) -> bool:
    return any(note.label == label for note in notes)


def _label_of(line: Line) -> str | None:
    found = BEGINNING.match(line.text)
    return found["label"] if found else None


def _feet(lines: Sequence[Line], measures: Measures) -> list[tuple[list[Line], list[Line]]]:
    """For each column, the small lines at its end, and those above."""
    regions: dict[int, list[Line]] = {}
    for line in lines:
        regions.setdefault(line.region, []).append(line)
    small = SMALL * measures.size
    made = []
    for members in regions.values():
        at = len(members)
        while at > 0 and members[at - 1].size <= small:
            at -= 1
        made.append((members[at:], members[:at]))
    return made
