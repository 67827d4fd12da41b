"""Two texts side by side: block by block, and word by word where a block changed.

Pure: from the blocks of two revisions, each a key and its text, to rows in the order in which one
reads them. Blocks are paired by their keys. Of those that both texts have, the most that kept
their order stand where they are; the others are said to have moved.

The time is bounded: the matcher's worst case is quadratic, so a block with too many words, or
with words that repeat too often, is shown as replaced as a whole, and so is every block after the
work for one comparison is used up.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape

from django.utils.safestring import SafeString, mark_safe

from articles.aligning.skeleton import climbing

SAME, CHANGED, ADDED, REMOVED = "same", "changed", "added", "removed"
IN, OUT = "in", "out"
# A sign of a script without spaces is a word by itself
IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
WORDS = re.compile(rf"\s+|[{IDEOGRAPHS}]|[^\W{IDEOGRAPHS}]+|[^\w\s]")
JOINER = "\u200d"
MOST_WORDS = 6000  # of both sides of one block, less what is the same at its ends
MOST_PAIRS = 50_000  # of equal words in one block, each of one side with each of the other
WORK = 400_000  # pairs in one comparison
NEAR, LONGEST = 80, 600  # characters beside a change, and of a change, where they are shortened
SHORTEST_CUT = 20  # characters that it is worth leaving out
AROUND = 1  # unchanged blocks shown on either side of a change


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words: `same`, taken `out`, or put `in`."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One block: same, changed, added or removed; its places count from 0, None where it is not.

    The pieces that are not `in` are the old text, those that are not `out` the new one.
    """

    kind: str
    key: str
    old: int | None
    new: int | None
    pieces: tuple[Piece, ...]
    is_moved: bool = False

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing to see in it."""
        return self.kind == SAME and not self.is_moved

    @property
    def html(self) -> SafeString:
        """Both texts in one."""
        return pieces_html(self.pieces)

    @property
    def old_html(self) -> SafeString:
        return pieces_html(piece for piece in self.pieces if piece.kind != IN)

    @property
    def new_html(self) -> SafeString:
        return pieces_html(piece for piece in self.pieces if piece.kind != OUT)


@dataclass(frozen=True, slots=True)
class Fold:
    """Unchanged blocks that are left out between changes."""

    count: int
    key: str  # of the first of them


@dataclass
class Work:
    """How much may still be compared word by word."""

    left: int = WORK

    def take(self, pairs: int) -> bool:
        if pairs > min(self.left, MOST_PAIRS):
            return False
        self.left -= pairs
        return True


def compared(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> list[Row]:
    """A row for each block of either text, in the order of the new one.

    Blocks are (key, text). What was removed stands behind the block that it stood behind.
    """
    work = Work()
    places = {key: place for place, (key, _text) in enumerate(old)}
    in_order = _in_order([places[key] for key, _text in new if key in places])
    removed = _removed(old, {key for key, _text in new}, in_order)
    rows = list(removed[-1])
    for place, (key, text) in enumerate(new):
        before = places.get(key)
        if before is None:
            rows.append(Row(ADDED, key, None, place, _one(IN, text)))
            continue
        is_moved = before not in in_order
        rows.append(_pair(key, before, place, old[before][1], text, is_moved, work))
        if not is_moved:
            rows += removed[before]
    return rows


def folded(rows: Sequence[Row], around: int = AROUND) -> list[Row | Fold]:
    """The rows with each stretch of unchanged blocks left out, but for `around` at a change."""
    shown: set[int] = set()
    for place, row in enumerate(rows):
        if not row.is_quiet:
            shown.update(range(place - around, place + around + 1))
    out: list[Row | Fold] = []
    for place, row in enumerate(rows):
        last = out[-1] if out else None
        if place in shown:
            out.append(row)
        elif isinstance(last, Fold):
            out[-1] = Fold(last.count + 1, last.key)
        else:
            out.append(Fold(1, row.key))
    return out


def word_changes(before: str, after: str, work: Work | None = None) -> tuple[Piece, ...]:
    """What was taken out and what was put in, word by word."""
    if before == after:
        return _one(SAME, before)
    old, new = words_of(before), words_of(after)
    start, end = _same_ends(old, new)
    middle = old[start : len(old) - end], new[start : len(new) - end]
    head, tail = old[:start], old[len(old) - end :]
    changes = _changes(*middle, work or Work())
    pieces = [(SAME, "".join(head)), *changes, (SAME, "".join(tail))]
    return tuple(_joined(pieces))


def around_changes(pieces: Sequence[Piece], near: int = NEAR, most: int = LONGEST) -> list[Piece]:
    """The pieces with what is far from any change left out, and of long changes the middle."""
    last = len(pieces) - 1
    out = []
    for place, piece in enumerate(pieces):
        text, is_same = piece.text, piece.kind == SAME
        if not is_same or last == 0:
            out.append(Piece(piece.kind, _without_middle(text, most // 2, most // 2)))
            continue
        begin = near if place else 0
        end = near if place < last else 0
        out.append(Piece(SAME, _without_middle(text, begin, end)))
    return out


def pieces_html(pieces: Iterable[Piece]) -> SafeString:
    """HTML in which `del` holds what was taken out and `ins` what was put in."""
    tags = {OUT: "del", IN: "ins"}
    out = []
    for piece in pieces:
        words, tag = escape(piece.text), tags.get(piece.kind)
        out.append(f"<{tag}>{words}</{tag}>" if tag else words)
    return mark_safe("".join(out))  # noqa: S308


def words_of(text: str) -> list[str]:
    """Words, gaps and signs; what combines stays with what it stands on."""
    words: list[str] = []
    is_open = False  # the last word goes on behind a mark
    for piece in WORDS.findall(text):
        joins = piece[0] == JOINER or unicodedata.category(piece[0]).startswith("M")
        if words and (joins or (is_open and _is_word(piece, words[-1]))):
            words[-1] += piece
        else:
            words.append(piece)
        is_open = joins or (is_open and not piece.isspace())
    return words


def _is_word(piece: str, before: str) -> bool:
    return before.endswith(JOINER) or (piece[0].isalnum() and before[0].isalnum())


def _without_middle(text: str, begin: int, end: int) -> str:
    """A text with at most so much of its beginning and end, cut between words."""
    if len(text) <= begin + end + SHORTEST_CUT:
        return text
    head, tail = text[:begin], text[len(text) - end :]
    if begin and " " in head:
        head = head[: head.rindex(" ") + 1]
    if end and " " in tail:
        tail = tail[tail.index(" ") :]
    return f"{head}…{tail}"


def _one(kind: str, text: str) -> tuple[Piece, ...]:
    return (Piece(kind, text),) if text else ()


def _pair(key: str, before: int, place: int, old: str, new: str, is_moved: bool, work: Work) -> Row:
    kind = SAME if old == new else CHANGED
    return Row(kind, key, before, place, word_changes(old, new, work), is_moved)


def _in_order(places: Sequence[int]) -> set[int]:
    """The most of these that rise."""
    return {place for _at, place in climbing([(at, one, 1) for at, one in enumerate(places)])}


def _removed(
    old: Sequence[tuple[str, str]], kept: set[str], in_order: set[int]
) -> dict[int, list[Row]]:
    """What was removed, by the place of the block that it stands behind; -1 is the beginning."""
    removed: dict[int, list[Row]] = defaultdict(list)
    behind = -1
    for place, (key, text) in enumerate(old):
        if place in in_order:
            behind = place
        elif key not in kept:
            removed[behind].append(Row(REMOVED, key, place, None, _one(OUT, text)))
    return removed


def _same_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many words are the same at the beginning and, behind those, at the end."""
    most = min(len(old), len(new))
    start = 0
    while start < most and old[start] == new[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, end


def _changes(old: list[str], new: list[str], work: Work) -> list[tuple[str, str]]:
    seen = Counter(word for word in new if not word.isspace())
    pairs = sum(seen[word] for word in old)
    if len(old) + len(new) > MOST_WORDS or not work.take(pairs):
        return [(OUT, "".join(old)), (IN, "".join(new))]
    # Gaps lead nowhere by themselves, and there are as many of them as words
    matcher = SequenceMatcher(str.isspace, old, new, autojunk=False)
    changes = []
    for name, a, b, c, d in matcher.get_opcodes():
        if name == "equal":
            changes.append((SAME, "".join(old[a:b])))
        else:
            changes += [(OUT, "".join(old[a:b])), (IN, "".join(new[c:d]))]
    return changes


def _joined(changes: Sequence[tuple[str, str]]) -> Iterator[Piece]:
    """Pieces, in which a mere gap between two changes belongs to both."""
    out = put = ""
    for place, (kind, text) in enumerate(changes):
        is_inside = 0 < place < len(changes) - 1 and (out or put)
        if kind == OUT:
            out += text
        elif kind == IN:
            put += text
        elif text and is_inside and text.isspace() and _goes_on(changes[place + 1 :]):
            out, put = out + text, put + text
        elif text:
            yield from (*_one(OUT, out), *_one(IN, put), Piece(SAME, text))
            out = put = ""
    yield from (*_one(OUT, out), *_one(IN, put))


def _goes_on(rest: Sequence[tuple[str, str]]) -> bool:
    """Whether the next thing to come is a change."""
    return next((kind != SAME for kind, text in rest if text), False)
