"""Where the sentences of a text begin and end, in the languages that we read and some others.

A sentence ends with a full stop, a question or exclamation mark or an ellipsis, with the quotes
and brackets that close after it, where white space and then something follows that can begin one:
no small letter. A full stop does not end one after an abbreviation ("Art. 5"), an initial
("J. Smith", "т. е.") or a German ordinal before what is counted ("12. Mai"). The signs of scripts
that put no space between sentences (。！？ and their like) end one by themselves. The cells of a
table, parted by tabs and lines, are not parts of one sentence.

A rule of thumb and no grammar: where it errs, a sentence is too long, or one too many. Time grows
with the text's length, whatever stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# English, French, German, Russian; single letters are taken for initials anyway
SHORTENED = """
    mr mrs ms dr prof gen col lt sgt capt adm sen rep gov hon rev st sr jr vs cf eg ie viz ca al
    eds vols pp nos op cit ibid approx dept inc ltd jan feb apr jun jul aug sep sept oct nov dec
    mm mme mlle chap
    abs bzw bspw dgl evtl ggf hrsg hr fr inkl sog usw vgl mio mrd bd ff jh
    гг вв тт пп ст стр рис табл им см ср др пр тыс млн млрд руб проф акад ген обл
"""
# Words of their own, too: only before a number
NUMBERED = "no nr art arts para paras sect fig figs vol ed"
# What German counts with an ordinal
COUNTED = """
    januar februar märz april mai juni juli august september oktober november dezember
    jahrhundert jahrhunderts jahrestag
"""
_shortened, _numbered, _counted = map(frozenset, map(str.split, (SHORTENED, NUMBERED, COUNTED)))
STOPS = ".!?…‽؟۔।॥።։"
CLOSING = "\"'”’»›“‘)\\]}"
CLOSING_WIDE = "」』”’）》〉】"
END = re.compile(
    rf"(?<![{STOPS}])(?P<mark>[{STOPS}]++)[{CLOSING}]*+(?:\s»)?(?=\s|$)"
    rf"|[。！？｡．]++(?![{CLOSING_WIDE}]++\w)[{CLOSING_WIDE}]*"
)
LAST_WORD = re.compile(r"(?:[^\W\d_]+|\d+)$")
NEXT_WORD = re.compile(r"[^\w\s]*\s*[^\w\s]*(?P<word>\w+)")
CELLS = re.compile(r"[\t\n]+")
LONGEST_WORD = 40


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a block's text, in order: begin and end in code points, without the white
    space around them; together all of the text that is not white space.
    """
    stripped = (_stripped(text, begin, end) for begin, end in _pieces(text))
    return [(begin, end) for begin, end in stripped if begin < end]


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for ends, begins in _cuts(text):
        yield begin, ends
        begin = begins
    yield begin, len(text)


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """Where a sentence ends and where what follows begins."""
    if "\t" in text:
        yield from (found.span() for found in CELLS.finditer(text))
        return
    for found in END.finditer(text):
        if _ends(text, found):
            yield found.end(), found.end()


def _ends(text: str, found: re.Match[str]) -> bool:
    mark = found["mark"]
    if mark is None:
        return True
    following = NEXT_WORD.match(text, found.end(), found.end() + LONGEST_WORD)
    if following is None:
        return True
    word = following["word"]
    if word[0].islower():
        return False
    return found.group() != "." or not _is_short(text, found.start(), word)


def _is_short(text: str, stop: int, following: str) -> bool:
    """Whether the word before a full stop is an abbreviation, an initial or a German ordinal."""
    before = LAST_WORD.search(text[max(0, stop - LONGEST_WORD) : stop])
    if before is None:
        return False
    word = before.group()
    if word.isdigit():
        return len(word) <= 2 and following.casefold() in _counted
    folded = word.casefold()
    is_initial = len(word) == 1 and word != "I"
    return is_initial or folded in _shortened or (folded in _numbered and following.isdigit())


def _stripped(text: str, begin: int, end: int) -> tuple[int, int]:
    """Without the white space at either end; what holds nothing else comes out empty."""
    piece = text[begin:end].rstrip()
    return begin + len(piece) - len(piece.lstrip()), begin + len(piece)
