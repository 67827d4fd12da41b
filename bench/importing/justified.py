"""Words to lines that fill a width, as a typesetter makes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase import pdfmetrics

from bench.importing.hyphens import parts_of
from bench.importing.samples import Run


@dataclass
class Word:
    """What stands between two spaces, of one or several faces; `raised` are marks of notes."""

    parts: list[tuple[str, str, bool]]  # words, face, raised
    note: int = 0

    def width(self, size: float) -> float:
        return sum(width_of(words, face, size, raised) for words, face, raised in self.parts)


@dataclass
class Line:
    words: list[Word]
    space: float  # between words
    indent: float
    size: float
    leading: float
    before: float = 0.0
    notes: list[int] = field(default_factory=list)


def width_of(words: str, face: str, size: float, raised: bool) -> float:
    return float(pdfmetrics.stringWidth(words, face, size * (0.65 if raised else 1)))


def words_of(runs: Sequence[Run]) -> list[Word]:
    """The words of a block; what no space divides is one word, whatever its faces."""
    words = [Word([])]
    for run in runs:
        face = next((mark for mark in ("strong", "em") if mark in run.marks), "plain")
        if run.note:
            words[-1].parts.append((run.words, face, True))
            words[-1].note = run.note
            continue
        for place, part in enumerate(run.words.replace("\n", " ").split(" ")):
            if place:
                words.append(Word([]))
            if part:
                words[-1].parts.append((part, face, False))
    return [word for word in words if word.parts]


def broken(
    words: Sequence[Word],
    size: float,
    leading: float,
    width: float,
    *,
    first: float = 0.0,
    hyphenated: bool,
) -> list[Line]:
    """Lines that fill the width, the last as it comes."""
    usual = width_of(" ", "plain", size, False)
    lines: list[Line] = []
    left = list(words)
    while left:
        indent = first if not lines else 0.0
        held, room = fitting(left, size, width - indent, usual, hyphenated)
        space = usual
        if left and len(held) > 1 and room < 0.4 * width:
            space += room / (len(held) - 1)
        notes = [word.note for word in held if word.note]
        lines.append(Line(held, space, indent, size, leading, notes=notes))
    return lines


def fitting(
    left: list[Word], size: float, width: float, usual: float, hyphenated: bool
) -> tuple[list[Word], float]:
    """Takes from `left` the words of one line, the last divided if that helps; and what is over."""
    held: list[Word] = []
    room = width
    while left and (not held or left[0].width(size) <= room):
        word = left.pop(0)
        held.append(word)
        room -= word.width(size) + usual
    if left and hyphenated and (cut := divided(left[0], size, room)):
        held.append(cut[0])
        left[0] = cut[1]
        room -= cut[0].width(size) + usual
    return held, max(0.0, room + usual)


def divided(word: Word, size: float, room: float) -> tuple[Word, Word] | None:
    """A word in two, the first with a hyphen and no wider than there is room."""
    if len(word.parts) != 1 or word.note:
        return None
    words, face, raised = word.parts[0]
    parts = parts_of(words)
    for count in range(len(parts) - 1, 0, -1):
        one = Word([("".join(parts[:count]) + "-", face, raised)])
        if one.width(size) <= room:
            return one, Word([("".join(parts[count:]), face, raised)])
    return None
