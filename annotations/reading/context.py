"""A passage in its context: with the sentence before and the one after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from annotations.topics.sentences import sentences

FARTHEST = 280  # characters on either side, where sentences are long
LONGEST_QUOTE = 700


class Context(NamedTuple):
    """The words of a passage and what stands around them; `…` where something is left out."""

    before: str
    quote: str
    after: str
    lead: str = ""  # the sentence before it where that is the end of another block
    trail: str = ""  # and the one after it


def in_context(
    first: str,
    start: int,
    last: str,
    end: int,
    *,
    is_one: bool = True,
    previous: str = "",
    following: str = "",
) -> Context:
    """The passage from `start` in the block `first` to `end` in the block `last`.

    Where it lies in one block (`is_one`) the two texts are the same. `previous` and `following`
    are the texts of the blocks around, for what begins or ends at the edge of its own.
    """
    quote = first[start:end] if is_one else f"{first[start:]} … {last[:end]}"
    begins, ends = sentences(first), sentences(last)
    is_at_beginning = not any(stop <= start for _begin, stop in begins)
    is_at_end = not any(begin >= end for begin, _stop in ends)
    return Context(
        _before(first, start, begins),
        shortened(quote),
        _after(last, end, ends),
        _last_sentence(previous) if is_at_beginning else "",
        _first_sentence(following) if is_at_end else "",
    )


def shortened(quote: str) -> str:
    """A quote with its middle left out where it is long."""
    if len(quote) <= LONGEST_QUOTE:
        return quote
    half = LONGEST_QUOTE // 2
    return f"{quote[:half].rsplit(None, 1)[0]} … {quote[-half:].split(None, 1)[-1]}"


def _before(text: str, start: int, spans: Sequence[tuple[int, int]]) -> str:
    """From the beginning of the sentence before the one in which the passage begins."""
    begins = [begin for begin, _stop in spans if begin <= start]
    return _tail(text[begins[-2] if len(begins) > 1 else 0 : start])


def _after(text: str, end: int, spans: Sequence[tuple[int, int]]) -> str:
    """To the end of the sentence after the one in which the passage ends."""
    stops = [stop for _begin, stop in spans if stop >= end]
    return _head(text[end : stops[1] if len(stops) > 1 else len(text)])


def _last_sentence(text: str) -> str:
    return _tail(text[slice(*found[-1])]) if (found := sentences(text)) else ""


def _first_sentence(text: str) -> str:
    return _head(text[slice(*found[0])]) if (found := sentences(text)) else ""


def _tail(words: str) -> str:
    """The end of what stands before, from the beginning of a word where it is long."""
    if len(words) <= FARTHEST:
        return words
    cut = words[-FARTHEST:]
    return f"… {cut.split(None, 1)[-1] if ' ' in cut.strip() else cut}"


def _head(words: str) -> str:
    """The beginning of what stands after, to the end of a word where it is long."""
    if len(words) <= FARTHEST:
        return words.rstrip()
    cut = words[:FARTHEST]
    return f"{cut.rsplit(None, 1)[0] if ' ' in cut.strip() else cut} …"
