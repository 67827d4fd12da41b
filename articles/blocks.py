"""Markdown to blocks and back: the one way in for every text.

For every list of blocks that `blocks_from_markdown` can return,
`blocks_from_markdown(markdown_from_blocks(blocks)) == blocks`. The dialect, and what the text of
each kind of block is, stand in docs/markdown.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from articles.markdown.content import BlockContent
from articles.markdown.limits import MarkdownRefused
from articles.markdown.parsing import tokens_of_article
from articles.markdown.reading import read_blocks
from articles.markdown.writing import markdown_of

__all__ = [
    "BlockContent",
    "MarkdownRefused",
    "blocks_from_markdown",
    "markdown_from_blocks",
    "revision_text",
]


def blocks_from_markdown(source: str) -> list[BlockContent]:
    """The blocks of a text; raises MarkdownRefused for what is beyond the limits."""
    return read_blocks(tokens_of_article(source))


def markdown_from_blocks(blocks: Sequence[BlockContent]) -> str:
    """Markdown from which the same blocks are made; parses blocks that have marks in them."""
    return markdown_of(blocks)


def revision_text(blocks: Iterable[BlockContent]) -> str:
    """The text of a revision: that of its blocks, joined by line feeds."""
    return "\n".join(block.text for block in blocks)
