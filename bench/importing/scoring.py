"""How near what an importer found comes to the paragraphs that are known."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Chinese and Japanese are written without spaces: each character is a token
TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+"
)
MARK = re.compile(r"\[\d{1,3}\]|\[\^[\w-]+\]|[↩↑]|\u00ad")
SIGN = re.compile(r"(?:[-•▪◦○*–—·‣■]|\(?\d{1,3}[.)]|[a-z][.)])\s+")


@dataclass(frozen=True)
class Score:
    """`tokens`: F1 of the multisets of words. `whole`: share of paragraphs found, in order."""

    tokens: float
    whole: float


def plain(text: str) -> str:
    """A paragraph as it is compared: without marks of notes and signs of lists, spaces as one."""
    text = MARK.sub("", unicodedata.normalize("NFKC", text)).replace("\u2010", "-")
    text = " ".join(text.replace("|", " ").split())
    return SIGN.sub("", text, count=1) if SIGN.match(text) else text


def score(truth: Sequence[str], found: Sequence[str], facts: Iterable[str] = ()) -> Score:
    """Facts that stand among what was found are neither asked for nor held against it."""
    told = {plain(fact) for fact in facts}
    wanted = [words for text in truth if TOKEN.search(words := plain(text))]
    got = [words for text in found if TOKEN.search(words := plain(text))]
    asked = set(wanted)
    got = [words for words in got if words in asked or words not in told]
    return Score(_f1(wanted, got), _longest_common(wanted, got) / max(1, len(wanted)))


def _f1(wanted: Iterable[str], got: Iterable[str]) -> float:
    one, other = _tokens(wanted), _tokens(got)
    if not one and not other:
        return 1.0
    return 2 * (one & other).total() / (one.total() + other.total())


def _tokens(texts: Iterable[str]) -> Counter[str]:
    return Counter(token for text in texts for token in TOKEN.findall(text.casefold()))


def _longest_common(wanted: Sequence[str], got: Sequence[str]) -> int:
    """Length of the longest common subsequence (Hunt and Szymanski 1977)."""
    places: dict[str, list[int]] = {}
    for place, words in enumerate(got):
        places.setdefault(words, []).append(place)
    ends: list[int] = []  # the least place at which a common subsequence of each length ends
    for words in wanted:
        for place in reversed(places.get(words, ())):
            at = bisect_left(ends, place)
            ends[at : at + 1] = [place]
    return len(ends)
