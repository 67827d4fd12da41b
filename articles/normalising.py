"""Text as it is kept: one spelling for what looks the same, and nothing that cannot be stored."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence, Set
from itertools import accumulate

LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

# Lone surrogates cannot be encoded, NUL ends strings in PostgreSQL, the other controls and the
# non-characters are not allowed in XML (XML 1.0, 2.2).
UNSAYABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

# Unicode Bidirectional Algorithm (UAX 9), 2.1-2.3 and 2.5
EMBEDDINGS = frozenset("\u202a\u202b\u202d\u202e")
ISOLATES = frozenset("\u2066\u2067\u2068")
POP_EMBEDDING = "\u202c"
POP_ISOLATE = "\u2069"
BIDI_CONTROLS = EMBEDDINGS | ISOLATES | {POP_EMBEDDING, POP_ISOLATE}
BIDI_CONTROL = re.compile(f"[{''.join(sorted(BIDI_CONTROLS))}]")


def normalise(text: str) -> str:
    """The text in NFC, lines ended by LF, without NUL, lone surrogates or unbalanced bidi controls.

    Idempotent. "Balanced" is within the text given, which for an article is one block.
    """
    return unicodedata.normalize("NFC", balance_bidi(without_unsayable(text)))


def without_unsayable(text: str) -> str:
    """The text with its lines ended by LF and without characters that cannot be kept."""
    return UNSAYABLE.sub("", LINE_ENDS.sub("\n", text))


def balance_bidi(text: str) -> str:
    """The text without those bidi controls that open or close nothing."""
    stray = stray_bidi_controls(text)
    return "".join(sign for place, sign in enumerate(text) if place not in stray) if stray else text


def stray_bidi_controls(text: str) -> set[int]:
    """The places of bidi controls that have no partner (UAX 9, BD9 and BD11); linear time."""
    stray: set[int] = set()
    # embeddings opened within each isolate that is open, and at the bottom outside of all
    levels: list[tuple[int, list[int]]] = [(-1, [])]
    for found in BIDI_CONTROL.finditer(text):
        place, sign = found.start(), found.group()
        if sign in EMBEDDINGS:
            levels[-1][1].append(place)
        elif sign in ISOLATES:
            levels.append((place, []))
        elif sign == POP_EMBEDDING and levels[-1][1]:
            levels[-1][1].pop()
        elif sign == POP_ISOLATE and len(levels) > 1:
            stray.update(levels.pop()[1])
        else:
            stray.add(place)
    for isolate, embeddings in levels:
        stray.update(embeddings, [isolate])
    return stray - {-1}


def normalise_runs(runs: Sequence[str], closed: Set[int] = frozenset()) -> list[str]:
    """The runs of one text, so that joined they are normalised, and none begins inside a letter.

    A combining mark at the beginning of a run goes to the run before it, unless that is one of
    the `closed`, by index, which nothing is added to.
    """
    runs = [without_unsayable(run) for run in runs]
    whole = "".join(runs)
    if whole.isascii():
        return runs
    return _composed(_without_places(runs, stray_bidi_controls(whole)), closed)


def _without_places(runs: Sequence[str], places: set[int]) -> list[str]:
    if not places:
        return list(runs)
    starts = accumulate((len(run) for run in runs), initial=0)
    return [
        "".join(sign for place, sign in enumerate(run, start) if place not in places)
        for run, start in zip(runs, starts, strict=False)
    ]


def _composed(runs: list[str], closed: Set[int]) -> list[str]:
    kept: list[str] = []
    last = -1  # the last run that is not empty
    for place, run in enumerate(runs):
        marks = 0 if last < 0 or last in closed else leading_marks(run)
        if marks:
            kept[last] += run[:marks]
        kept.append(run[marks:])
        if run[marks:]:
            last = place
    return [unicodedata.normalize("NFC", run) for run in kept]


def leading_marks(run: str) -> int:
    """How many characters at the beginning belong to the letter before them."""
    for place, sign in enumerate(run):
        if not continues_letter(sign):
            return place
    return len(run)


def continues_letter(sign: str) -> bool:
    """Whether this may compose with what stands before it (UAX 15: NFC_Quick_Check is not Yes)."""
    # medial vowels and final consonants of Hangul compose though they are letters
    jamo = "\u1161" <= sign <= "\u1175" or "\u11a8" <= sign <= "\u11c2"
    return jamo or unicodedata.category(sign) in ("Mn", "Mc")
