"""A passage in its context: with the sentence before and the one after."""

from __future__ import annotations

import re
from typing import NamedTuple

FARTHEST = 280  # characters on either side, where sentences are long
LONGEST_QUOTE = 700
# A stop with what closes after it and a gap; a full-width stop needs no gap; or a line's end
SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+|[。！？]+[」』”’]*|\n+")


class Context(NamedTuple):
    """The words of a passage and what stands around them; `…` where something is left out."""

    before: str
    quote: str
    after: str


def in_context(first: str, start: int, last: str, end: int, *, is_one: bool = True) -> Context:
    """The passage from `start` in the block `first` to `end` in the block `last`.

    Where it lies in one block (`is_one`) the two texts are the same.
    """
    quote = first[start:end] if is_one else f"{first[start:]} … {last[:end]}"
    return Context(_before(first, start), shortened(quote), _after(last, end))


def shortened(quote: str) -> str:
    """A quote with its middle left out where it is long."""
    if len(quote) <= LONGEST_QUOTE:
        return quote
    half = LONGEST_QUOTE // 2
    return f"{quote[:half].rsplit(None, 1)[0]} … {quote[-half:].split(None, 1)[-1]}"


def _before(text: str, start: int) -> str:
    """From the beginning of the sentence before the one in which the passage begins."""
    begins = [0, *(found.end() for found in SENTENCE_END.finditer(text, 0, start))]
    begin = begins[-2] if len(begins) > 1 else 0
    if start - begin <= FARTHEST:
        return text[begin:start]
    cut = text[start - FARTHEST : start]
    return f"… {cut.split(None, 1)[-1] if ' ' in cut.strip() else cut}"


def _after(text: str, end: int) -> str:
    """To the end of the sentence after the one in which the passage ends."""
    ends = [found.end() for found in SENTENCE_END.finditer(text) if found.end() >= end]
    stop = ends[1] if len(ends) > 1 else len(text)
    if stop - end <= FARTHEST:
        return text[end:stop].rstrip()
    cut = text[end : end + FARTHEST]
    return f"{cut.rsplit(None, 1)[0] if ' ' in cut.strip() else cut} …"
