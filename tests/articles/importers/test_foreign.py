"""Markdown of other houses: what its readers saw is read, what they did not see is left out."""

from __future__ import annotations

import time

import pytest

from articles.blocks import blocks_from_markdown
from articles.importers import read_document
from articles.importers.foreign import in_our_markdown


def texts(source: str) -> list[tuple[str, str]]:
    document = read_document(f"# A\n\n{source}\n".encode(), "a.md")
    return [(block.kind, block.text) for block in blocks_from_markdown(document.markdown)]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("one<br>two", "one\ntwo"),
        ("one<br />\ntwo", "one\ntwo"),
        ("<b>one</b> and <i>two</i>", "one and two"),
        ("H<sub>2</sub>O", "H2O"),
        ("one <!-- two --> three", "one  three"),
        ('a <a href="https://e.org/x">link</a>', "a link"),
        ('a <a name="here"></a>place', "a place"),
        ("`<b>` is a tag", "<b> is a tag"),
        (r"\<b> is a tag", "<b> is a tag"),
        ("write <your name> here", "write <your name> here"),
        ("<https://e.org/>", "https://e.org/"),
        ("a < b and c > d", "a < b and c > d"),
        ("press <kbd>q</kbd>", "press q"),
        ("one <span>two", "one two"),
    ],
)
def test_tags_among_words(source: str, words: str) -> None:
    assert texts(source) == [("paragraph", words)]


def test_emphasis_and_links_in_tags_are_kept() -> None:
    found = in_our_markdown('<b>one</b> <a href="https://e.org/">two</a> <b> three </b>')
    assert found == "**one** [two](https://e.org/)  three "


def test_blocks_of_html_are_read_as_a_page_is() -> None:
    source = (
        '<p align="center">One <em>two</em></p>\n\n<!-- a\n\nb -->\n\n'
        "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>\n\n"
        "<details>\n<summary>More</summary>\n\nHidden.\n\n</details>\n\n<ul><li>item</li></ul>\n"
    )
    assert texts(source) == [
        ("paragraph", "One two"),
        ("table", "a\tb\n1\t2"),
        ("paragraph", "More"),
        ("paragraph", "Hidden."),
        ("list_item", "item"),
    ]


def test_code_is_left_alone() -> None:
    source = "```html\n<p>a</p>\n{: .x}\n:::\n```\n\n    <b>c</b>"
    assert texts(source) == [("code", "<p>a</p>\n{: .x}\n:::"), ("code", "<b>c</b>")]


def test_what_generators_read_is_left_out() -> None:
    source = (
        "[TOC]\n\n## B {#b .c}\n\n::: note\nOne.\n:::\n\nTwo.\n{: .lead}\n\n"
        "{% include x %}\n\nC {#c}\n---\n"
    )
    assert texts(source) == [
        ("heading", "B"),
        ("paragraph", "One."),
        ("paragraph", "Two."),
        ("heading", "C"),
    ]


@pytest.mark.parametrize(
    "source", ["Set {a, b} is {#1}", "A | b {x}", "::: is a sign", "[toc] here", "2 < 3"]
)
def test_what_only_looks_so_stays(source: str) -> None:
    assert texts(source) == [("paragraph", source)]


def test_lists_in_front_matter_are_fields() -> None:
    document = read_document(
        b"---\ntitle: A\ntags:\n- x\n- y\nauthors:\n  - name: B C\n  - D\n"
        b"og:image: /x.png\n---\nText.\n",
        "a.md",
    )
    assert (document.title, document.byline, document.markdown) == ("A", "B C, D", "Text.\n")


def test_front_matter_in_toml() -> None:
    document = read_document(
        b'+++\ntitle = "A"\ndate = 2021-03-04\nauthors = ["B", "C"]\n[extra]\nx = 1\n+++\nText.\n',
        "a.md",
    )
    assert (document.title, document.published, document.byline) == ("A", "2021-03-04", "B, C")


@pytest.mark.parametrize(
    "piece",
    [
        "<table><tr><td>a\n",
        "- <b>\n",
        "a <b>\n\n",
        "<b>",
        "<!-- ",
        "`" * 3 + " ",
        "` `` ",
        "<a href=",
        "<div>\n\n",
        "</b>",
        "<br>",
        "a {#a}\n",
        "> <div>",
    ],
)
def test_much_of_it_is_read_soon(piece: str) -> None:
    began = time.process_time()
    in_our_markdown("<i>" + piece * (400_000 // len(piece)))
    assert time.process_time() - began < 8
