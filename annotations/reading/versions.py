"""Versions side by side: what was taken out and what was put in, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape

from django.utils.safestring import SafeString, mark_safe

from annotations.models import AnnotationVersion

WORDS = re.compile(r"\s+|\w+|[^\w\s]")
# Past this, words are compared line by line: the matcher's worst case is quadratic
MOST_WORDS = 4000


@dataclass(frozen=True)
class WordedVersion:
    """A version with what changed against the one before it; the first shows its text."""

    version: AnnotationVersion
    html: SafeString


def worded_changes(versions: Sequence[AnnotationVersion]) -> list[WordedVersion]:
    """Newest first."""
    worded: list[WordedVersion] = []
    before = ""
    for version in versions:
        html = word_diff(before, version.body) if worded else escape(version.body)
        worded.append(WordedVersion(version, mark_safe(html)))  # noqa: S308
        before = version.body
    return worded[::-1]


def word_diff(before: str, after: str) -> str:
    """HTML in which `del` holds what was taken out and `ins` what was put in."""
    old, new = _pieces(before), _pieces(after)
    if len(old) + len(new) > MOST_WORDS:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return "".join(_changes(old, new))


def _pieces(text: str) -> list[str]:
    return WORDS.findall(text)


def _changes(old: list[str], new: list[str]) -> Iterator[str]:
    for name, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if name == "equal":
            yield escape("".join(old[a:b]))
            continue
        if b > a:
            yield f"<del>{escape(''.join(old[a:b]))}</del>"
        if d > c:
            yield f"<ins>{escape(''.join(new[c:d]))}</ins>"
