"""What asks for more than its share is refused, whoever writes it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from articles.blocks import MarkdownRefused, blocks_from_markdown
from articles.body import render_body
from articles.markdown.limits import (
    ARTICLE,
    BODY,
    MAX_COLUMNS,
    MAX_DEPTH,
    MAX_LINE_MARKERS,
    MAX_PARAGRAPH,
    MAX_SIGNS,
)

Reader = Callable[[str], object]
READERS = [blocks_from_markdown, render_body]


def nested_list(depth: int) -> str:
    return "\n".join("  " * level + "- a" for level in range(depth))


def wide_table(columns: int) -> str:
    return "|a" * columns + "|\n" + "|-" * columns + "|"


TOO_MUCH = {
    "10,000 nested quotes": (">" * 10_000 + " a", "12 deep"),
    "10,000 nested quotes with spaces": ("> " * 9_000 + "a", "12 deep"),
    "10,000 nested quotes in a list": ("- " + ">" * 10_000 + " a", "12 deep"),
    "lists on one line": ("- " * 5_000 + "a", "12 deep"),
    "numbered lists on one line": ("1. " * 5_000 + "a", "12 deep"),
    "one list too deep": (nested_list(MAX_DEPTH + 1), "12 deep"),
    "one quotation too deep": (">" * (MAX_DEPTH + 1) + " a", "12 deep"),
    "quotations and lists too deep": ("> - " * 7 + "a", "12 deep"),
    "one column too many": (wide_table(MAX_COLUMNS + 1), "100 columns"),
    "a table of a column for each character": (wide_table(4_000), "100 columns"),
    "short rows that are filled up": ("a\n", "cells"),
    "stars": ("*a " * (MAX_SIGNS + 1), "too many signs"),
    "brackets": ("[" * (MAX_SIGNS + 1), "too many signs"),
    "images": ("![" * (MAX_SIGNS + 1), "too many signs"),
    "ticks": ("` `` " * (MAX_SIGNS + 1), "too many signs"),
    "dollars": ("$a" * (MAX_SIGNS + 1), "too many signs"),
    "struck": ("~~a" * (MAX_SIGNS + 1), "too many signs"),
    "signs in a table's cell": ("| " + "*a " * 2_100 + "|\n|-|", "too many signs"),
    "signs in a heading": ("# " + "_a " * 2_100, "too many signs"),
    "signs in many paragraphs": ("", "too many signs"),
    "too many characters": ("", "characters"),
}  # fmt: skip


def for_reader(name: str, markdown: str, reader: Reader) -> str:
    """What depends on whose limits hold."""
    limits = BODY if reader is render_body else ARTICLE
    if name == "short rows that are filled up":
        return wide_table(MAX_COLUMNS) + "\na" * (limits.cells // MAX_COLUMNS + 1)
    if name == "signs in many paragraphs":
        return "\n\n".join(["*a" * 1_000] * (limits.work // 1_000**2 + 1))
    if name == "too many characters":
        return "a " * (limits.characters // 2) + "b"
    return markdown


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", TOO_MUCH)
def test_too_much_is_refused_in_words(name: str, reader: Reader) -> None:
    markdown, words = TOO_MUCH[name]
    with pytest.raises(MarkdownRefused, match=words):
        reader(for_reader(name, markdown, reader))


ENOUGH = {
    "the deepest list": nested_list(MAX_DEPTH),
    "the deepest quotation": ">" * MAX_DEPTH + " a",
    "the widest table": wide_table(MAX_COLUMNS),
    "a rule of many dashes": "a\n\n" + "- " * (MAX_LINE_MARKERS * 3) + "\n\nb",
    "a rule of many stars": "a\n\n" + "*" * 10_000 + "\n\nb",
    "signs that are escaped": "\\*a " * (MAX_SIGNS + 1),
    "no more signs than may be": "*a" * MAX_SIGNS,
    "an underline of a thousand dashes": "a\n" + "-" * 1_000,
    "many small quotations": "> a\n\n" * 1_000,
}  # fmt: skip


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", ENOUGH)
def test_what_is_just_within_the_limits_is_read(name: str, reader: Reader) -> None:
    assert reader(ENOUGH[name])


def test_an_article_holds_what_a_body_does_not() -> None:
    markdown = "a word and another\n\n" * 2_000
    assert len(blocks_from_markdown(markdown)) == 2_000
    with pytest.raises(MarkdownRefused, match="20000"):
        render_body(markdown)


def test_one_endless_paragraph_is_refused() -> None:
    with pytest.raises(MarkdownRefused, match="divide it"):
        blocks_from_markdown("a" * (MAX_PARAGRAPH + 1))
    assert len(blocks_from_markdown("a" * MAX_PARAGRAPH)) == 1


def test_a_text_of_the_largest_size_is_read_and_one_more_character_is_not() -> None:
    line = "a" * 99_998 + "\n\n"
    whole = line * (ARTICLE.characters // len(line))
    assert len(blocks_from_markdown(whole)) == ARTICLE.characters // len(line)
    with pytest.raises(MarkdownRefused, match="5000000"):
        blocks_from_markdown(whole + "a")


@pytest.mark.parametrize(
    "tex", ["{" * 400, "\\frac{" * 100, "x" * 1_001, "\\begin{matrix}", "\\sqrt" * 200]
)
def test_a_formula_beyond_the_limits_stays_words(tex: str) -> None:
    (block,) = blocks_from_markdown(f"${tex}$")
    assert "<math" not in block.html
    assert block.text.startswith("$")


@pytest.mark.parametrize("tex", ["\\newcommand", "\\unicode{0}", "\\href{javascript:a()}{b}", "&"])
def test_odd_formulas_raise_nothing(tex: str) -> None:
    (block,) = blocks_from_markdown(f"${tex}$")
    assert "javascript:" not in block.html.replace('alttext="\\href{javascript:a()}{b}"', "") or (
        "<math" not in block.html
    )
