"""Bytes to text, or a refusal."""

from __future__ import annotations

import time

import pytest

from articles.importers import ImportRefused, read_document, read_file
from articles.importers.decoding import decode
from articles.importers.kinds import MAX_BYTES, kind_of


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"na\xc3\xafve", "naïve"),
        (b"\xef\xbb\xbfna\xc3\xafve", "naïve"),
        (b"na\xefve \x96 \x93so\x94 \x80", "naïve – “so” €"),
        (b"\xff\xfea\x00\xef\x00", "aï"),
        (b"\xfe\xff\x00a\x00\xef", "aï"),
        (b"a\x81b", "a\ufffdb"),
        (b"a\r\nb\rc\x0cd", "a\nb\nc\nd"),
        (b"e\xcc\x81", "é"),
        ("\u202ea".encode(), "a"),
        ("أهلا".encode(), "أهلا"),
    ],
)
def test_text_is_decoded_and_normalised(content: bytes, text: str) -> None:
    assert decode(content)[0] == text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Word"),
        (b"{\\rtf1", "RTF"),
        (b"\x89PNG\r\n", "picture"),
        (b"GIF89a", "picture"),
        (b"\x1f\x8b\x08", "compressed"),
        (b"MZ\x90\x00\x03", "binary"),
        (b"text with a \x00 in it", "binary"),
        (b"\xff\xfea\x00b", "UTF-16"),
        (b"\xff\xfe\x00\xd8", "UTF-16"),
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"a" * (MAX_BYTES["text"] + 1), "too large"),
        (b"\xff" * 20_000_000, "20.0 MB"),
    ],
)
def test_what_is_no_text_is_refused_in_words(content: bytes, words: str) -> None:
    with pytest.raises(ImportRefused, match=words):
        read_file(content, "a.txt")


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"%PDF-1.4\n", "a.txt", "pdf"),
        (b"  <!DOCTYPE html><p>a", "a.txt", "html"),
        (b"<!-- saved --><html><p>a", "a", "html"),
        ("\ufeff<html>".encode("utf-16-le"), "a", "html"),
        (b"<p>a", "a.htm", "html"),
        (b"From: <x>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n a=b\n", "a", "mhtml"),
        (b"# a", "a.md", "markdown"),
        (b"# a", "a.txt", "text"),
        (b"<p>The tide</p>", "pasted.txt", "html"),
        (b"\n<!-- a --> <div class='a'>\n<p>The <div>tide</div> turns</p></DIV >\n", "a", "html"),
        (b"<h1>Tides</h1>\n<p>Low water.\n<p>High water.<br>", "a.txt", "html"),
        (b"<ul><li>a<li>b</ul>", "a", "html"),
        ("\ufeff<blockquote>a</blockquote>".encode("utf-16-le"), "a", "html"),
        (b"<p>The tide</p>", "a.md", "markdown"),
        (b"<p> begins a paragraph, </p> ends it, and so does <br>", "a.txt", "text"),
        (b"<div>s are boxes.\n\nNothing else is <b>.", "a.txt", "text"),
        (b"<h1>Orre</h1>\n\n<p>x</p>\n\n## How to sail\n\nBy *day*.", "pasted.txt", "text"),
        (b"<https://example.org/a> is where </p> is told <p>", "a.txt", "text"),
        (b"<pre>a</pre>", "a.txt", "text"),
    ],
)
def test_a_file_is_known_by_what_it_holds(content: bytes, name: str, kind: str) -> None:
    assert kind_of(content, name) == kind


@pytest.mark.parametrize("content", [b"<!---->" * 580, b"<!--" * 1000, b"<p " * 1300, b"<!-- " * 2])
def test_what_a_file_is_is_known_at_once(content: bytes) -> None:
    began = time.monotonic()
    assert kind_of(content + b"<p>", "a.txt") == "text"
    assert kind_of(b"<p>" + b"</p " * 1_000_000 + b"a>", "a.txt") == "text"
    assert time.monotonic() - began < 2


def test_a_long_file_is_read_whole() -> None:
    lines = [
        f"Line {number} says a little more than its number, but not much."
        for number in range(4_000)
    ]
    document = read_document("\n\n".join(["Lines", *lines]).encode(), "a.txt")
    assert document.markdown.split("\n\n") == [*lines[:-1], lines[-1] + "\n"]


@pytest.mark.parametrize(
    "line",
    ["The ferry of 5 May by the wall, and on\n\n", "• a\n", "Share\n", "Read more: a\n", "> a\n",
     "1. a\n\n", "A title of something\n\n", "From: a\n", "x-\n", "| ", "a > ", "a: b\n"],
)  # fmt: skip
def test_many_lines_of_a_kind_are_not_compared_each_with_each(line: str) -> None:
    """Whatever stands before them, in whatever number, the last words are kept."""
    content = line * (100_000 // len(line)) + "\n\nThe last words, which nobody would leave out.\n"
    document = read_document(content.encode(), "a.txt")
    assert "The last words" in f"{document.title} {document.standfirst} {document.markdown}"
