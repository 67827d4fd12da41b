"""The parser: CommonMark without raw HTML, with what docs/markdown.md adds."""

from __future__ import annotations

from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from articles.markdown.extras import extras, notes_as_words
from articles.markdown.limits import ARTICLE, BODY, Limits, check_blocks, check_inline, check_source
from articles.markdown.linking import normalise_address
from articles.normalising import without_unsayable
from articles.sanitising import is_allowed_address


def tokens_of_article(source: str) -> list[Token]:
    """The tokens of a text; raises MarkdownRefused for what is beyond the limits."""
    return _tokens(source, ARTICLE, _parser(footnotes=True))


def tokens_of_body(source: str) -> list[Token]:
    """The tokens of what a person says: no footnotes, which would need a place on the page."""
    return _tokens(source, BODY, _parser(footnotes=False))


def tokens_of_page(source: str) -> list[Token]:
    """The tokens of a page about the site: as long as a text may be, without footnotes."""
    return _tokens(source, ARTICLE, _parser(footnotes=False))


def _tokens(source: str, limits: Limits, parser: MarkdownIt) -> list[Token]:
    check_source(source, limits)
    return parser.parse(without_unsayable(source), {"limits": limits})


@lru_cache(maxsize=2)
def _parser(*, footnotes: bool) -> MarkdownIt:
    parser = _Parser("commonmark", {"html": False, "maxNesting": 100})
    parser.disable(["html_block", "html_inline"])
    parser.enable(["table", "strikethrough"])
    parser.use(extras)
    if footnotes:
        parser.use(footnote_plugin, inline=False, move_to_end=False)
    else:
        parser.use(notes_as_words)
    parser.core.ruler.after("block", "check_blocks", check_blocks)
    parser.core.ruler.after("check_blocks", "check_inline", check_inline)
    return parser


class _Parser(MarkdownIt):
    """markdown-it with our rule for addresses."""

    def validateLink(self, url: str) -> bool:
        return bool(url) and is_allowed_address(url)

    def normalizeLink(self, url: str) -> str:
        return normalise_address(url)

    def normalizeLinkText(self, link: str) -> str:
        return link
