"""What looks wrong in a file that was read: for a person to look at, nothing is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from articles.importers.decoding import AND
from articles.importers.pieces import Kind, Piece, Reading, Warning
from articles.refusing import gettext_noop

LATIN_AND_SIGNS = "\u00a0-\u017f\u2010-\u2044\u20ac\u2122"
USUAL = {  # what such text meant, if it meant something
    "cp1252": re.compile(f"[{LATIN_AND_SIGNS}\u0370-\u04ff]+"),
    "cp1251": re.compile(f"[{LATIN_AND_SIGNS}\u0401-\u0491]+"),
}
CLOSING = "»”“’…›"
FEW_GARBLED = 3  # places; a sign of three bytes is proof alone

CUT = re.compile(r"([^\W\d_]{2,})[-‐\u00ad¬] ([^\W\d_]{2,})")
# "Ein- und Ausgang", "two- or threefold": the hyphen stands for a part that comes
SHARED = frozenset(
    {
        *("and", "or", "to", "nor", "und", "oder", "bis", "bzw", "sowie", "et", "ou", "y", "e"),
        *("lub", "oraz", "и", "или", "та", "або", "en", "of", "och", "eller", "og"),
    }
)
MANY_CUT = 4
CUT_SHARE = 1 / 400  # of the words

LONG_ENOUGH = 12  # paragraphs
ONE_WORD_SHARE = 0.3
SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def doubts(reading: Reading) -> list[Warning]:
    """Warnings about mixed or misread encodings, words cut by hyphens, paragraphs of one word."""
    kept = [piece for piece in reading.pieces if piece.kept and piece.kind is not Kind.CODE]
    found = (
        _mixed_encodings(reading),
        _garbled(kept),
        _cut_words(kept),
        _one_word_paragraphs(kept),
    )
    return [warning for warning in found if warning is not None]


def _mixed_encodings(reading: Reading) -> Warning | None:
    first, _, other = reading.encoding.partition(AND)
    if not other:
        return None
    return Warning(
        gettext_noop(
            "The file mixes encodings: most of it is %(first)s, some lines are %(other)s."
            " Look whether letters with accents came out right."
        ),
        {"first": first, "other": other},
    )


def _garbled(pieces: Sequence[Piece]) -> Warning | None:
    """Words that were saved in UTF-8 and read in another encoding before they came here."""
    found = []
    for piece in pieces:
        found += list(_misread(piece.words))
        if len(found) >= FEW_GARBLED:
            break
    if len(found) < FEW_GARBLED and not any(is_proof for _run, is_proof in found):
        return None
    return Warning(
        gettext_noop(
            "Some letters look as if they had been read in a wrong encoding, as in “%(example)s”."
            " Save the file anew from where it comes, as UTF-8."
        ),
        {"example": found[0][0]},
    )


def _misread(words: str) -> Iterator[tuple[str, bool]]:
    """Runs of signs that are UTF-8 in truth, and whether that is beyond doubt."""
    if words.isascii():
        return
    for codec, usual in USUAL.items():
        for run in _pattern(codec).findall(words):
            if len(run) == 2 and run[1] in CLOSING:
                continue  # a capital at the end of what is quoted
            try:
                meant = run.encode(codec).decode("utf-8")
            except UnicodeError:
                continue
            if usual.fullmatch(meant):
                yield run, len(run) > 2


@cache
def _pattern(codec: str) -> re.Pattern[str]:
    """Runs of the signs that the bytes of UTF-8 are in the codec.

    In Cyrillic two at least: a capital before a quotation mark is one by chance.
    """
    two, three, further = (
        re.escape(bytes(range(first, last)).decode(codec, "ignore"))
        for first, last in ((0xC2, 0xE0), (0xE0, 0xF0), (0x80, 0xC0))
    )
    least = 2 if codec == "cp1251" else 1
    return re.compile(f"(?:[{two}][{further}]){{{least},20}}|[{three}][{further}]{{2}}")


def _cut_words(pieces: Sequence[Piece]) -> Warning | None:
    """Words that were divided at the ends of lines which are no more."""
    count, example, words = 0, "", 0
    for piece in pieces:
        words += piece.words.count(" ") + 1
        for cut in CUT.finditer(piece.words):
            if cut[2].lower() not in SHARED and cut[2].islower():
                count += 1
                example = example or cut[0]
    if count < MANY_CUT or count < CUT_SHARE * words:
        return None
    return Warning(
        gettext_noop(
            "%(count)d words seem to be divided by hyphens that belonged to the ends of lines, as"
            " in “%(example)s”."
        ),
        {"count": count, "example": example},
    )


def _one_word_paragraphs(pieces: Sequence[Piece]) -> Warning | None:
    paragraphs = [piece.words for piece in pieces if piece.kind is Kind.PARAGRAPH]
    single = [words for words in paragraphs if len(words.split()) == 1]
    if SPACELESS.search("".join(single[:20])):
        return None
    if len(paragraphs) < LONG_ENOUGH or len(single) < ONE_WORD_SHARE * len(paragraphs):
        return None
    return Warning(
        gettext_noop(
            "%(count)d of %(all)d paragraphs are one word: the lines of the file may be no"
            " paragraphs."
        ),
        {"count": len(single), "all": len(paragraphs)},
    )
