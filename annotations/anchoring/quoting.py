"""Where a quotation stands in a text that it was not taken from: from another system, or by hand.

First verbatim, then but for white space, and if it occurs more than once, by what stands around it;
then approximately: a rough place by letters, and there the quotation is followed as if it had been
revised. A place is only given with a margin over the runner-up.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from annotations.anchoring.describing import CONTEXT
from annotations.anchoring.following import Follower
from articles.aligning.alignment import Alignment
from articles.aligning.tokens import Tokens, fold

# A quotation from this many code points on is its own proof; a shorter one that occurs once must
# have some of its surroundings, if it came with any
LONG = 24
SOME = 0.4

# Of the places of a quotation that occurs more than once, the best must have this much of the
# surroundings, and this much more than the next
SURE = 0.5
MARGIN = 0.15

# What must be equal of an approximate quotation, and by how much it must beat the next place
APPROXIMATE = 0.65
APPROXIMATE_MARGIN = 0.1
KEPT = 0.5  # the share of its words that must be found there
RARE = 50
WINDOWS = 8

OCCURRENCES = 2_000

# An approximate quotation longer than this is found by its ends
VERY_LONG = 2_000
HEAD = 500


@dataclass(frozen=True, slots=True)
class Found:
    start: int
    end: int
    confidence: float  # 0..1


def place_quote(text: str, quote: str, prefix: str = "", suffix: str = "") -> Found | None:
    """The span of `text` that the quotation means, or None where that is not plain."""
    if not quote.strip():
        return None
    places = _verbatim(text, quote) or _but_for_space(text, quote)
    if len(places) >= OCCURRENCES:
        return None
    if places:
        return _by_surroundings(text, places, quote, prefix, suffix)
    if len(quote) > VERY_LONG:
        return _by_both_ends(text, quote, prefix, suffix)
    return _approximate(text, quote, prefix, suffix)


def _by_both_ends(text: str, quote: str, prefix: str, suffix: str) -> Found | None:
    """The span between its first and its last words, if that is about as long as the quotation."""
    head = place_quote(text, quote[:HEAD], prefix)
    tail = place_quote(text, quote[-HEAD:], "", suffix)
    if head is None or tail is None:
        return None
    length = (tail.end - head.start) / len(quote)
    if not APPROXIMATE <= length <= 1 / APPROXIMATE:
        return None
    return Found(head.start, tail.end, round(min(head.confidence, tail.confidence) * 0.9, 2))


def _verbatim(text: str, quote: str) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    at = text.find(quote)
    while at >= 0 and len(places) < OCCURRENCES:
        places.append((at, at + len(quote)))
        at = text.find(quote, at + 1)
    return places


def _but_for_space(text: str, quote: str) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    pattern = re.compile(r"\s+".join(map(re.escape, quote.split())))
    for match in pattern.finditer(text):
        places.append(match.span())
        if len(places) == OCCURRENCES:
            break
    return places


def _by_surroundings(
    text: str, places: list[tuple[int, int]], quote: str, prefix: str, suffix: str
) -> Found | None:
    scored = sorted(
        ((_surroundings(text, start, end, prefix, suffix), start, end) for start, end in places),
        reverse=True,
    )
    share, start, end = scored[0]
    if len(scored) == 1:
        if len(quote) < LONG and (prefix or suffix) and share < SOME:
            return None
        return Found(start, end, round(0.6 + 0.4 * share, 2))
    if share < SURE or share - scored[1][0] < MARGIN:
        return None
    return Found(start, end, round(share, 2))


def _surroundings(text: str, start: int, end: int, prefix: str, suffix: str) -> float:
    """How much of prefix and suffix stands before and after, 0..1; without either, 0."""
    prefix, suffix = fold(prefix[-CONTEXT:]), fold(suffix[:CONTEXT])
    if not prefix and not suffix:
        return 0.0
    before = fold(text[max(0, start - len(prefix)) : start])
    after = fold(text[end : end + len(suffix)])
    pairs = [(_words(prefix), _words(before)), (_words(suffix), _words(after))]
    equal = sum(LCSseq.similarity(ours, theirs) for ours, theirs in pairs)
    return equal / max(1, sum(len(ours) for ours, _ in pairs))


def _words(text: str) -> list[str]:
    tokens = Tokens()
    tokens.add(text, 0)
    return tokens.words


def _approximate(text: str, quote: str, prefix: str, suffix: str) -> Found | None:
    folded = fold(quote)
    found = []
    for window in _windows(text, quote):
        best = fuzz.partial_ratio_alignment(folded, fold(text[window : window + 2 * len(quote)]))
        if best is not None and best.score >= 100 * APPROXIMATE:
            span = window + best.dest_start, window + best.dest_end
            around = _surroundings(text, *span, prefix, suffix)
            found.append(((best.score / 100 + 0.5 * around) / 1.5, *span))
    found.sort(reverse=True)
    if not found:
        return None
    score, start, end = found[0]
    rivals = [other for other in found[1:] if other[1] >= end or other[2] <= start]
    if rivals and score - rivals[0][0] < APPROXIMATE_MARGIN:
        return None
    followed = _followed(text, (start, end), quote, prefix, suffix)
    return None if followed is None else Found(*followed, round(score, 2))


def _followed(
    text: str, rough: tuple[int, int], quote: str, prefix: str, suffix: str
) -> tuple[int, int] | None:
    """Where the words of the quotation are about the rough place; None if too few are there."""
    margin = max(CONTEXT, len(quote) // 2) + CONTEXT
    low = max(0, rough[0] - margin)
    old, new = prefix + quote + suffix, text[low : rough[1] + margin]
    follower = Follower(Alignment(old.split("\n"), new.split("\n")))
    found = follower.follow(len(prefix), len(prefix) + len(quote))
    if found.span is None or found.confidence < KEPT:
        return None
    return low + found.span[0], low + found.span[1]


def _windows(text: str, quote: str) -> list[int]:
    """Where approximate places may start, told by the rarer words that they share."""
    ours, theirs = Tokens(), Tokens()
    ours.add(quote, 0)
    theirs.add(text, 0)
    wanted = frozenset(ours.words)
    where: dict[str, list[int]] = defaultdict(list)
    for word, start in zip(theirs.words, theirs.starts, strict=True):
        if word in wanted and len(where[word]) <= RARE:
            where[word].append(start)
    votes: Counter[int] = Counter()
    step = max(1, len(quote) // 2)
    for word, offset in zip(ours.words, ours.starts, strict=True):
        if len(where[word]) <= RARE:
            for start in where[word]:
                votes[(start - offset) // step] += len(word)
    return [max(0, slot * step - step // 2) for slot, _ in votes.most_common(WINDOWS)]
