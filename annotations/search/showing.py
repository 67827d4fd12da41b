"""Snippets: a stretch of a text with the words marked that were looked for.

Made from the text itself after the gate let it through, so that both engines show the same, and
nothing but `<mark>` is in them that was not escaped here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from annotations.search.analysing import Token, tokens
from annotations.search.asking import Question

LENGTH = 240  # characters of a text in a snippet, about
READ = 20_000  # characters in which marks are looked for


def snippet(text: str, language: str, question: Question, length: int = LENGTH) -> SafeString:
    """The first stretch that has most of the words; the beginning where there is none."""
    hits = _hits(text, language, question)
    begin, end = _stretch(text, hits, length)
    pieces = ["…" if begin else ""]
    at = begin
    for token in hits:
        if token.start < at or token.end > end:
            continue
        pieces += [escape(text[at : token.start]), "<mark>"]
        pieces += [escape(text[token.start : token.end]), "</mark>"]
        at = token.end
    pieces += [escape(text[at:end]), "…" if end < len(text) else ""]
    return mark_safe("".join(pieces).strip())  # noqa: S308 (each piece is escaped above)


def _hits(text: str, language: str, question: Question) -> list[Token]:
    asked = question.words
    read = tokens(text[:READ], language)
    if question.is_prefix:
        return [token for token in read if token.word.startswith(tuple(asked))]
    return [token for token in read if token.word in asked]


def _stretch(text: str, hits: Sequence[Token], length: int) -> tuple[int, int]:
    """Where to begin and to end, between words."""
    first = _richest(hits, length) if hits else 0
    begin = max(0, min(first - length // 4, len(text) - length))
    if begin and (gap := text.find(" ", begin, first)) > 0:
        begin = gap + 1
    end = min(len(text), begin + length)
    if end < len(text) and (gap := text.rfind(" ", begin, end)) > first:
        end = gap
    return begin, end


def _richest(hits: Sequence[Token], length: int) -> int:
    """The beginning of the first hit that has the most different words after it within reach."""
    reach = length * 3 // 4
    best, start = 0, hits[0].start
    counts: dict[str, int] = {}
    last = 0
    for hit in hits:
        while last < len(hits) and hits[last].end <= hit.start + reach:
            counts[hits[last].word] = counts.get(hits[last].word, 0) + 1
            last += 1
        if len(counts) > best:
            best, start = len(counts), hit.start
        if hit.word in counts:
            counts[hit.word] -= 1
            if not counts[hit.word]:
                del counts[hit.word]
    return start


def marked(text: str, language: str, question: Question) -> Any:
    """A whole short text (a title, a name) with its words marked."""
    return snippet(text, language, question, length=max(LENGTH, len(text)))
