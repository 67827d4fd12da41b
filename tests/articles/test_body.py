"""What a person says, as HTML and as plain words."""

from __future__ import annotations

import pytest
from hypothesis import assume, given

from articles.blocks import MarkdownRefused
from articles.body import body_text, render_body
from articles.sanitising import sanitise_body
from tests.articles.markdown import making


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("a\n\nb", "<p>a</p><p>b</p>"),
        ("# a\n\nb", "<p><strong>a</strong></p><p>b</p>"),
        ("a[^1]\n\n[^1]: b", "<p>a[^1]</p><p>[^1]: b</p>"),
        ("> a\n>\n> b", "<blockquote><p>a</p><p>b</p></blockquote>"),
        (
            "- a\n- b\n  1. c",
            "<ul><li><p>a</p></li><li><p>b</p><ol><li><p>c</p></li></ol></li></ul>",
        ),
        ("7. a", '<ol start="7"><li><p>a</p></li></ol>'),
        ("a\n\n---\n\nb", "<p>a</p><hr><p>b</p>"),
        ("```\na\n```", "<pre><code>a</code></pre>"),
        ("a\\\nb", "<p>a<br>\nb</p>"),
        (
            "| a |\n|--:|\n| b |",
            '<table><thead><tr><th class="right">a</th></tr></thead>\n'
            '<tbody><tr><td class="right">b</td></tr></tbody></table>',
        ),
    ],
)  # fmt: skip
def test_a_body_is_what_its_markdown_says(markdown: str, html: str) -> None:
    assert render_body(markdown) == html


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("![a **b**](https://example.org/c.png)", "a b"),
        ('![a](https://example.org/c.png "d")', "d"),
        ("see ![a](https://example.org/c.png)", "a"),
        ("![](https://example.org/c.png)", "https://example.org/c.png"),
    ],
)
def test_an_image_is_a_link_so_that_nothing_is_loaded(markdown: str, words: str) -> None:
    html = render_body(markdown)
    assert "<img" not in html
    assert 'href="https://example.org/c.png" rel="nofollow ugc noopener">' in html
    assert words in body_text(html)


def test_links_of_readers_vouch_for_nothing() -> None:
    assert 'rel="nofollow ugc noopener"' in render_body("[a](https://example.org/)")


def test_the_words_of_a_body_stand_on_one_line() -> None:
    markdown = "# a\n\nb\\\nc *d*e\n\n- f\n- g\n\n| h | i |\n|---|---|\n| j | k |\n\n```\nl\nm\n```"
    assert body_text(markdown) == "a b c de f g h i j k l m"
    assert body_text(render_body(markdown)) == body_text(markdown)


@given(making.any_markdown())
def test_any_body_is_clean_and_well_nested(markdown: str) -> None:
    try:
        html = render_body(markdown)
    except MarkdownRefused:
        assume(False)
        raise
    assert sanitise_body(html) == html
    assert "<script" not in html
    assert "<img" not in html
