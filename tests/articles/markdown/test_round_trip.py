"""Markdown to blocks, to Markdown, to blocks: the identity."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given

from articles.blocks import (
    BlockContent,
    MarkdownRefused,
    blocks_from_markdown,
    markdown_from_blocks,
)
from articles.markdown.rereading import text_content
from articles.normalising import normalise
from articles.sanitising import SanitisedHtml
from tests.articles.markdown import making

HARD = {
    "emphasis inside a word": "un*frigging*believable and a**b**c",
    "emphasis beside punctuation": "a*(b)*c **(d)**e *“f”*g",
    "emphasis that ends in a space": "*a *b c** d**",
    "emphasis within its kind": "**a **b** c** and *d *e* f*",
    "strong and em side by side": "*a***b**_c_ ***d** e* **f *g***",
    "stars as words": r"\*a\* 2 * 3 * 4 ** 5",
    "underscores in a word": "snake_case_word _a_b_ __init__",
    "a link in emphasis": "*[a](/b)* [*c*](/d) **[e `f`](/g)**",
    "links side by side": "[a](/b)[c](/b)[d](/e)",
    "a link with brackets": r"[a [b] c\]](/d) [e](</f (g>)",
    "a link with a title": '[a](/b "title")',
    "a link without words": "[](https://example.org/) [ ](/x)",
    "a link without an address": "[a]() [b](<>)",
    "a bang before a link": r"Look\![a](/b) and !\[c](/d)",
    "a reference": "[a][b] and [b]\n\n[b]: https://example.org/ 'c'",
    "an address in angles": "<https://example.org/a_b_c> <mailto:a@example.org>",
    "a bare address": "See https://example.org/a_(b)?c=d&e=f#g, or (https://example.org/).",
    "a bare address in emphasis": "*https://example.org/* **see https://example.org/a**",
    "an address with letters beyond ASCII": "[a](https://example.org/ä%20ö%zz)",
    "an image among words": "Before ![alt *em*](/a.png) after",
    "a figure": "![a caption with *em*](/a.png)",
    "a figure with a title": '![what is seen](/a.png "what is said, \\"so\\"")',
    "a figure without words": "![](/a.png)",
    "code spans": "`a` `` b`c `` ` ` ``  `` `` ` `` `\\`",
    "code that begins with a tick": "`` `a` `` ``` `` ```",
    "a hard break": "a\\\nb  \nc\\\n",
    "breaks at the edges of emphasis": "*a\\\n*b **\\\nc**",
    "lines that begin with a sign": "a\\\n- b\\\n1. c\\\n# d\\\n> e\\\n+ f\\\n=== \\\n: g",
    "a number that begins a paragraph": "1986\\. A great year.\n\n3\\) x",
    "headings": "# a #\n\n## b \\#\n\n### *c* `d`\n\nSet\nover lines\n===\n\ne\n---",
    "an empty heading": "#\n\n## ##\n\na",
    "a heading within a list": "- # a\n\n  b",
    "lists": "- a\n- b\n\n  c\n- d\n  - e\n    1. f\n    2. g\n\n3. h\n7. i",
    "two lists side by side": "- a\n\n* b\n\n+ c\n\n1. d\n\n1) e",
    "a list from nought": "0. a\n1. b",
    "a list from the highest number": "999999999. a\n999999999. b",
    "an empty item": "-\n- a\n-\n\n1.\n2. b",
    "a list that begins with a list": "- - - a\n    - b\n  - c",
    "a list that begins with code": "-     a\n\n- ```\n  b\n  ```",
    "quotations": "> a\n>\n> > b\n>\n> c\n\n> d",
    "a quotation in a list": "- > a\n  > - b\n\n  c",
    "a list in a quotation": "> - a\n>   b\n> - c\n>\n> d",
    "a rule": "a\n\n---\n\nb\n\n***\n\n___",
    "a rule first and last": "---\n\na\n\n---",
    "a rule in a list": "- a\n\n  ---\n\n  b",
    "code blocks": "```python title\na\n\n b\n```\n\n~~~\n```\n~~~\n\n    c\n\n      d",
    "code with ticks and blank lines": "`````\n\n````\n\n\n`````",
    "code in a quotation": "> ```\n> a\n>\n> b\n> ```",
    "a table": "| a | b |\n|:-:|--:|\n| *c* | `d\\|e` |\n| f |\n| \\| | |",
    "a table without rows": "| a | b |\n|---|---|",
    "a table within a list": "- a\n\n  | b |\n  |---|\n  | c |",
    "a table with hard cells": "| **a**b | [c](/d) |\n|---|---|\n| \\\\ | \\\\\\| |",
    "footnotes": "a[^x] b[^y] c[^x]\n\n[^y]: two *em*\n\n    more\n\n[^x]: one",
    "a footnote in a footnote": "a[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1]",
    "a footnote that nobody mentions": "a\n\n[^1]: b",
    "a footnote that nobody wrote": "a[^1]",
    "an empty footnote": "a[^1]\n\n[^1]:",
    "a footnote in a table and a heading": "# a[^1]\n\n| b[^2] |\n|---|\n\n[^1]: c\n[^2]: d",
    "a footnote with a list": "a[^1]\n\n[^1]: - b\n    - c",
    "subscript and superscript": "H~2~O x^2^ ~a\\ b~ ^c\\^d^ ~~e~~ ~~f~g~~",
    "subscript within struck words": "~~~a~ b~~ ~~c ~d~~~",
    "formulas": "$x_1^2$ and $$\\frac{a}{b}$$ cost $5 and $10 or \\$6$",
    "formulas side by side": "$x^2$\u202e$y$ *$x$\u2069$$y$$* [$x$\u2069$y$](/a) $x$\u20695",
    "a footnote in a figure with a title": '![a[^n]](/p.png "b")\n\n[^n]: c',
    "a footnote in a figure": "![a[^n]](/p.png)\n\n[^n]: c",
    "a figure of a footnote and a formula": "![[^n]](/p.png)\n\n![$x^2$[^n]](/p.png)\n\n[^n]: c",
    "a figure that says its address": "![](https://example.org/a.png)\n\n![<https://e.org>](/b.png)",
    "a footnote in an image": "a ![b[^n]](/c.png)\n\n[^n]: d",
    "an image in an image": "a ![b ![*c*](/d.png)](/e.png)",
    "a formula that is none": "$\\nosuchthing{$ and $ x$",
    "entities": "&amp; &lt; &copy; &#120; &nosuch; \\&amp; AT&T",
    "tags as words": "<b>a</b> <script>alert(1)</script> <!-- b -->",
    "white space of many kinds": "a\tb\u00a0c\u3000d\u2028e\x0bf\x85g",
    "marks across elements": "*e*\u0301 a`b`\u0301 *\u0301c*",
    "Hangul across elements": "*\u1100*\u1161\u11a8",
    "bidi controls": "\u202bא\u202c \u2067b\u2069 *\u202ec* d\u202c \u2069",
    "right to left": "فقرة *عربية* مع [وصلة](/a) و`كود`.",
    "what cannot be kept": "a\x00b\ud800c\ufffed",
    "line ends of all kinds": "a\r\nb\rc\n\r\nd\x0ce",
    "nothing": "",
    "nothing that is seen": " \n\t\n&nbsp;\n\n> \n\n-\n",
    "a reference alone": "[a]: /b",
}  # fmt: skip


def blocks_or_assume(markdown: str) -> list[BlockContent]:
    try:
        return blocks_from_markdown(markdown)
    except MarkdownRefused:
        assume(False)
        raise


def check(blocks: list[BlockContent]) -> None:
    """All that is promised of any blocks."""
    for block in blocks:
        assert isinstance(block.html, SanitisedHtml)
        assert block.text == text_content(block.html)
        assert block.text == normalise(block.text)
        assert block.text.strip()
        assert unicodedata.is_normalized("NFC", block.text)
    written = markdown_from_blocks(blocks)
    again = blocks_from_markdown(written)
    assert again == blocks
    assert markdown_from_blocks(again) == written


@pytest.mark.parametrize("markdown", HARD.values(), ids=HARD.keys())
def test_hard_cases_come_back_as_they_were(markdown: str) -> None:
    check(blocks_from_markdown(markdown))


@given(making.signs())
def test_any_signs_come_back_as_they_were(markdown: str) -> None:
    check(blocks_or_assume(markdown))


@given(making.fragments())
def test_any_fragments_come_back_as_they_were(markdown: str) -> None:
    check(blocks_or_assume(markdown))


@given(making.texts())
def test_any_texts_come_back_as_they_were(markdown: str) -> None:
    check(blocks_or_assume(markdown))


def test_a_picture_of_the_site_without_words_stays_one() -> None:
    """By itself: of the others a browser draws a page, and there is no such picture to be had."""
    blocks = blocks_from_markdown(f"a\n\n![](/pictures/{'0a' * 12}-9x9.png)\n")
    assert blocks_from_markdown(markdown_from_blocks(blocks)) == blocks
