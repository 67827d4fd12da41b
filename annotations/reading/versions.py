"""Versions side by side: what was taken out and what was put in, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from annotations.models import AnnotationVersion
from articles.comparing import pieces_html, word_changes


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
        pieces = word_changes(before, version.body)
        html = pieces_html(pieces) if worded else conditional_escape(version.body)
        worded.append(WordedVersion(version, html))
        before = version.body
    return worded[::-1]
