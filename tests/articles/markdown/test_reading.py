"""What each kind of block is, and what its text is: the statements of docs/markdown.md."""

from __future__ import annotations

from typing import Any

import pytest

from articles.blocks import BlockContent, blocks_from_markdown, revision_text


def only(markdown: str) -> BlockContent:
    (block,) = blocks_from_markdown(markdown)
    return block


def kinds(markdown: str) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, block.text) for block in blocks_from_markdown(markdown)]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# One\n\n###### Six", [("heading", 1, "One"), ("heading", 6, "Six")]),
        ("One\nline", [("paragraph", 0, "One line")]),
        ("- a\n- b\n  1. c", [("list_item", 1, "a"), ("list_item", 1, "b"), ("list_item", 2, "c")]),
        ("- a\n\n  b", [("list_item", 1, "a"), ("paragraph", 0, "b")]),
        ("> a\n>\n> > b", [("quotation", 1, "a"), ("quotation", 2, "b")]),
        ("> - a", [("list_item", 1, "a")]),
        ("- > a", [("quotation", 1, "a")]),
        ("```\na\n  b\n```", [("code", 0, "a\n  b")]),
        ("| a | b |\n|---|---|\n| c |", [("table", 0, "a\tb\nc\t")]),
        ("![a *b*](/c.png)", [("figure", 0, "a b")]),
        ('![a](/c.png "d")', [("figure", 0, "d")]),
        ("![](/c.png)", [("figure", 0, "/c.png")]),
        (f"![](/pictures/{'0a' * 12}-9x9.png)", [("figure", 0, "🖼")]),
        ("a ![b](/c.png)", [("paragraph", 0, "a b")]),
    ],
)
def test_each_kind_has_its_level_and_text(
    markdown: str, expected: list[tuple[str, int, str]]
) -> None:
    assert kinds(markdown) == expected


@pytest.mark.parametrize(
    ("markdown", "text", "html"),
    [
        ("a\\\nb  \nc", "a\nb\nc", "a<br>\nb<br>\nc"),
        ("# a\\\nb", "a\\", "a\\"),
        ("H~2~O, x^2^", "H2O, x2", "H<sub>2</sub>O, x<sup>2</sup>"),
        ("~~a~~ **b** *c* `d`", "a b c d", "<s>a</s> <strong>b</strong> <em>c</em> <code>d</code>"),
        ("2 < 3 & 4", "2 < 3 & 4", "2 &lt; 3 &amp; 4"),
        ("<b>a</b>", "<b>a</b>", "&lt;b&gt;a&lt;/b&gt;"),
        ("&auml;", "ä", "ä"),
        ("e\u0301", "é", "é"),
        ("[](https://e.org/)", "https://e.org/", None),
        ("*a*\u0301", "á", "<em>á</em>"),
        ("a\u2028b\x0bc", "a b c", "a b c"),
    ],
)
def test_marks_add_nothing_to_the_text(markdown: str, text: str, html: str | None) -> None:
    block = blocks_from_markdown(markdown)[0]
    assert block.text == text
    assert html is None or block.html == html


def test_a_formula_says_its_signs_and_keeps_its_tex() -> None:
    block = only("Root: $x^2 + 1$.")
    assert block.text == "Root: x2+1."
    assert 'alttext="x^2 + 1"' in block.html
    assert only("It costs $5 and $10.").text == "It costs $5 and $10."


def test_footnotes_are_numbered_by_mention_and_stand_last() -> None:
    blocks = blocks_from_markdown("a[^y] b[^x] c[^y]\n\n[^x]: two\n[^y]: one\n\n    more\n\nafter")
    assert [(block.kind, block.text, block.attrs.get("footnote")) for block in blocks] == [
        ("paragraph", "a[1] b[2] c[1]", None),
        ("paragraph", "after", None),
        ("list_item", "one", 1),
        ("paragraph", "more", 1),
        ("list_item", "two", 2),
    ]
    assert '<sup><a href="#fn-1"' in blocks[0].html


def test_an_address_in_words_is_a_link_without_the_sentence_it_ends() -> None:
    block = only("See https://example.org/a_(b)?c, or (https://example.org/d).")
    assert 'href="https://example.org/a_(b)?c"' in block.html
    assert 'href="https://example.org/d"' in block.html
    assert block.text == "See https://example.org/a_(b)?c, or (https://example.org/d)."


@pytest.mark.parametrize(
    ("markdown", "attrs"),
    [
        ("```python title\na\n```", {"language": "python"}),
        ("```<b>\na\n```", {}),
        ("---\n\na", {"rule": True}),
        ("![a](/b.png)", {"src": "/b.png", "alt": "a"}),
        ("| a |\n|:-:|", {"align": ["center"]}),
        ("> a", {"within": ["blockquote"]}),
        (
            "7. a",
            {"within": ["ol", "li"], "numbers": [7], "ordered": True, "new": True, "start": 7},
        ),
    ],
)
def test_attributes_say_what_the_text_does_not(markdown: str, attrs: dict[str, Any]) -> None:
    assert only(markdown).attrs == attrs


def test_containers_are_told_by_what_stands_in_them() -> None:
    blocks = blocks_from_markdown("- a\n- b\n\n  > c\n\n* d")
    assert [(block.within, block.joins) for block in blocks] == [
        (["ul", "li"], 0),
        (["ul", "li"], 1),
        (["ul", "li", "blockquote"], 2),
        (["ul", "li"], 0),
    ]


def test_blocks_that_say_nothing_are_none() -> None:
    assert blocks_from_markdown("#\n\n&nbsp;\n\n```\n\n```\n\n| |\n|-|\n\n[^1]: x\n\n[a]: /b") == []


def test_the_text_of_a_revision_joins_that_of_its_blocks() -> None:
    blocks = blocks_from_markdown("# a\n\nb\n\n- c")
    assert revision_text(blocks) == "a\nb\nc"
