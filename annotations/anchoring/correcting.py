"""Words of a quotation that do not survive as they were, but are plainly the ones that stand there.

Spelt otherwise, in another order, numbered anew, or written together with something: none of it
moves a quotation, it only widens what the surviving words tell, or stands in for them where the
words before and after it survive and leave no other place.
"""

import re
from collections import Counter
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from articles.aligning.tokens import Tokens, joined_after, joined_before

# A replaced stretch is the old one corrected from this share of equal letters, or of equal words
CORRECTED = 0.7
CORRECTED_LENGTH = 200

# Words in another order stand within this many times their length
TOGETHER = 1.5

Span = tuple[int, int]  # from and until


class Corrected(NamedTuple):
    """Where it stands, and how much of it is equal, 0..1."""

    span: Span
    share: float


def words_of(text: str, start: int, end: int) -> Tokens:
    tokens = Tokens()
    tokens.add(text[start:end], start)
    return tokens


def corrected(old: str, new: str, quoted: Span, stretch: tuple[Span, Span]) -> Corrected | None:
    """Where the quotation stands in a replaced stretch, given as what it was and what it is.

    None unless nearly all of its letters stand there in order, or all of its words in another.
    """
    (a1, a2), (b1, b2) = stretch
    if are_alike(old[a1:a2], new[b1:b2]):
        return _by_letters(old, new, quoted, stretch)
    return _by_words(old, new, quoted, stretch)


def _by_letters(old: str, new: str, quoted: Span, stretch: tuple[Span, Span]) -> Corrected | None:
    (a1, a2), (b1, b2) = stretch
    start, end = quoted
    blocks = LCSseq.editops(old[a1:a2], new[b1:b2]).as_matching_blocks()
    pairs = [(a1 + block.a + k, b1 + block.b + k) for block in blocks for k in range(block.size)]
    to = [j for i, j in pairs if start <= i < end]
    share = len(to) / (end - start)
    if share < CORRECTED:
        return None
    words = words_of(new, b1, b2)
    first = max((at for at in words.starts if at <= to[0]), default=to[0])
    last = min((at for at in words.ends if at > to[-1]), default=to[-1] + 1)
    return Corrected((first, last), share)


def _by_words(old: str, new: str, quoted: Span, stretch: tuple[Span, Span]) -> Corrected | None:
    was, now = words_of(old, *stretch[0]), words_of(new, *stretch[1])
    before, after = Counter(was.words), Counter(now.words)
    wanted = Counter(words_of(old, *quoted).words)
    equal = 2 * _weight(before & after) / max(1, _weight(before) + _weight(after))
    if len(wanted) < 2 or wanted - after or equal < CORRECTED:
        return None
    places = [at for at, word in enumerate(now.words) if word in wanted]
    first, last = now.starts[places[0]], now.ends[places[-1]]
    is_together = last - first <= TOGETHER * (quoted[1] - quoted[0])
    return Corrected((first, last), equal) if is_together else None


def _weight(words: Counter[str]) -> int:
    return sum(len(word) * count for word, count in words.items())


def with_corrected_ends(old: str, new: str, quoted: Span, kept: Span, stands: Span) -> Span:
    """`stands`, where old[kept] is, and at either end the quotation's words spelt otherwise."""
    first, last = stands
    before, after = old[quoted[0] : kept[0]].strip(), old[kept[1] : quoted[1]].strip()
    if 0 < len(before) <= CORRECTED_LENGTH:
        there = words_of(new, max(0, first - 2 * len(before) - 2), first)
        count = len(words_of(before, 0, len(before)).words)
        low = there.starts[-count] if len(there.starts) >= count else first
        is_number = _starts_word(old, quoted[0]) and _are_numbers(before, new[low:first])
        first = low if is_number or are_alike(before, new[low:first]) else first
    if 0 < len(after) <= CORRECTED_LENGTH:
        there = words_of(new, last, last + 2 * len(after) + 2)
        count = len(words_of(after, 0, len(after)).words)
        high = there.ends[count - 1] if len(there.ends) >= count else last
        is_number = _ends_word(old, quoted[1]) and _are_numbers(after, new[last:high])
        last = high if is_number or are_alike(after, new[last:high]) else last
    return first, last


def with_joined_words(old: str, new: str, quoted: Span, stands: Span) -> Span:
    """`stands` with what its first and last word are now joined to: a version 1.1 that is 1.1.1.

    Not where the quotation was a part of such a word already.
    """
    (start, end), (first, last) = quoted, stands
    if _starts_word(old, start):
        first = joined_before(new, first)
    if _ends_word(old, end):
        last = joined_after(new, last)
    return first, last


def are_alike(one: str, other: str) -> bool:
    return LCSseq.normalized_similarity(one.strip(), other.strip()) >= CORRECTED


def _are_numbers(one: str, other: str) -> bool:
    return one.strip().isdigit() and other.strip().isdigit()


def _starts_word(text: str, at: int) -> bool:
    """Whether no word stands right before `at`, nor one that is joined to what follows."""
    return not _is_within_word(text, at) and joined_before(text, at) == at


def _ends_word(text: str, at: int) -> bool:
    return not _is_within_word(text, at) and joined_after(text, at) == at


def _is_within_word(text: str, at: int) -> bool:
    return re.fullmatch(r"\w\w", text[max(0, at - 1) : at + 1]) is not None
