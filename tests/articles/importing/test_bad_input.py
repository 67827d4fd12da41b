"""Files that are broken or made to do harm: refused in words or cleaned, within their bounds."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.blocks import blocks_from_markdown
from articles.importers import document_of
from articles.importers.apart import Reader
from articles.importers.pieces import Reading
from articles.importing.beginning import begin_import, start_reading
from articles.models import Article, Collection, Import, ImportChunk, ImportPiece, StoredPicture
from articles.refusing import TextRefused
from ncr.accounts.models import User
from ncr.refusals import Refused
from tests import factories
from tests.articles.importers.booked import booked, page
from tests.articles.importers.worded import worded
from tests.articles.importing.hostile import ALL
from tests.articles.importing.made import MADE, words

MOST_KILOBYTES = 512 * 1024
MOST_SECONDS = 10.0  # of processor time, for reading and for making blocks of it
# what of all these is read; the others are refused
READ = {
    "archive": {
        "laughs in a.epub", "outside entity in a.epub", "laughs in a package",
        "laughs in a container", "svg", "traversal in a book", "traversal in a container",
        "wide span", "repeated columns", "repeated blanks", "a book of one page 5,000 times",
    },
    "pdf": {"circular rest", "a huge page", "no table"},
    "text": {
        "NUL in HTML", "surrogates in HTML", "surrogates in UTF-8", "5 MB of empty lines",
    },
    "markdown": {
        "entities", "definitions", "blanks", "backslashes", "underlined",
    },
    "mhtml": {"long heads", "nearly folded"},
}  # fmt: skip
QUICK = ("nested div", "nested b", "nested table", "nested svg")
# what takes seconds, and of which only the bounds are asked, whether it is read or not
SLOW = {
    "text": {
        "a word of 5 MB", "5 MB of lines", "5 MB of items", "5 MB of quotations",
        "5 MB of paragraphs", "5 MB of underlines", "5 MB of dates", "5 MB of mail",
        "5 MB of hyphens", "5 MB of Markdown",
    },
    "markdown": {"definitions", "blanks", "fences", "lazy"},
    "html": {
        *(name for name in ALL["html"] if name.startswith("nested") and name not in QUICK),
        "unclosed paragraphs", "attributes", "an attribute", "classes",
        "cells", "items", "breaks", "links", "paragraphs", "a word", "notes", "entities",
    },
    "archive": {"lying docx", "300 MB document.xml", "bomb.docx", "lying bomb"},
    "pdf": {"20,000 pages"},
}  # fmt: skip
HARM = re.compile(
    r"root:.*:0:0|lol lol lol|href=\"?\s*(?:java|vb|data)|<script|<[^>]*\bon(?:click|error|load)="
    r"|<iframe|<img|<object|<style|<[^>]*style=|srcdoc",
    re.I,
)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


def cases(group: str) -> list[object]:
    slow = SLOW.get(group, set())
    return [
        pytest.param(name, marks=[pytest.mark.slow] if name in slow else [], id=name)
        for name in ALL[group]
    ]


def outcome(reader: Reader, group: str, name: str) -> str:
    """Empty where the file is read and can be shown; else why it is refused. Bounds are asked."""
    filename, make = ALL[group][name]
    content = make()
    refused = ""
    began = time.process_time()
    try:
        document = document_of(reader.read(content, filename))
        blocks = blocks_from_markdown(document.markdown)
    except TextRefused as error:
        refused = error.words(str)
    else:
        said = [document.title or "", *(f"{block.text} {block.html}" for block in blocks)]
        assert not [line for line in said if HARM.search(line)]
    # what whoever brings it spends on it, and what the process that reads it does
    assert reader.used.seconds + time.process_time() - began < MOST_SECONDS
    assert 0 < reader.used.kilobytes < MOST_KILOBYTES
    return refused


def check(reader: Reader, group: str, name: str) -> None:
    refused = outcome(reader, group, name)
    if refused:
        assert refused.endswith(".")
        assert "Traceback" not in refused
    if name not in SLOW.get(group, set()):
        assert bool(refused) is (name not in READ.get(group, ALL[group])), refused


@pytest.mark.parametrize("name", cases("archive"))
def test_archives(name: str, reader: Reader) -> None:
    check(reader, "archive", name)


@pytest.mark.parametrize("name", cases("pdf"))
def test_pdf(name: str, reader: Reader) -> None:
    check(reader, "pdf", name)


@pytest.mark.parametrize("name", cases("text"))
def test_text(name: str, reader: Reader) -> None:
    check(reader, "text", name)


@pytest.mark.parametrize("name", cases("markdown"))
def test_markdown(name: str, reader: Reader) -> None:
    check(reader, "markdown", name)


@pytest.mark.parametrize("name", cases("html"))
def test_html(name: str, reader: Reader) -> None:
    refused = outcome(reader, "html", name)
    assert refused == "" or refused.endswith(".")


@pytest.mark.parametrize("name", cases("mhtml"))
def test_mhtml(name: str, reader: Reader) -> None:
    check(reader, "mhtml", name)


HARMFUL = (
    "<script>alert(1)</script><style>p{background:url(http://t.example/x)}</style>"
    "<p onclick=\"alert(1)\" style=\"color:red\">Ice closes the <a href=\"javascript:alert(1)\">"
    "harbour</a> for <a href=\" java\nscript:alert(1)\">two</a> months"
    "<img src=\"http://t.example/pixel.gif\" width=\"1\" height=\"1\" onerror=\"alert(1)\"/> of"
    " <a href=\"data:text/html,x\">the</a> <a href=\"https://a.example/\">year</a>.</p>"
    "<p>Everything waits for the first ship.</p>"
    "<iframe src=\"http://t.example/\"></iframe><object data=\"x\"></object>"
)  # fmt: skip
LINKED = (
    '<w:p><w:hyperlink r:id="rId7"><w:r><w:t>Ice</w:t></w:r></w:hyperlink><w:r>'
    '<w:t xml:space="preserve"> closes the harbour &lt;script&gt; for two months.</w:t></w:r>'
    "</w:p>"
)
TO_CLEAN = {
    "a.html": lambda: f"<html><body><article>{HARMFUL}</article></body></html>".encode(),
    "a.epub": lambda: booked({"one.xhtml": page(HARMFUL.replace("&", "&amp;"))}),
    "a.md": lambda: (
        b"Ice closes [the](javascript:alert(1)) [harbour](vbscript:x) for two months.\n\n"
        b"<script>alert(1)</script>\n\n<p onclick=x>Waits</p> ![x](http://t.example/x.gif)\n\n"
        b"The [year](https://a.example/) is long.\n"
    ),
    "a.docx": lambda: worded(LINKED, links=(("rId7", "hyperlink", "javascript:alert(1)"),)),
}  # fmt: skip


@pytest.mark.parametrize("filename", list(TO_CLEAN))
def test_scripts_and_trackers_are_cleaned_away_and_the_words_stay(
    filename: str, reader: Reader
) -> None:
    reading = reader.read(TO_CLEAN[filename](), filename)
    blocks = blocks_from_markdown(document_of(reading).markdown)
    html = " ".join(block.html for block in blocks)
    assert not HARM.search(html)
    assert "harbour" in html
    assert "two" in html
    assert not re.search(r"href=\"(?!https://a\.example/|http://t\.example/x)", html)
    assert not [b for b in blocks if str(b.attrs.get("src", "")).startswith(("data:", "java"))]
    assert not reading.pictures


@pytest.mark.parametrize("suffix", list(MADE))
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_what_is_cut_off_is_refused_or_read_as_far_as_it_goes(
    suffix: str, share: float, reader: Reader
) -> None:
    whole = MADE[suffix](1)
    found, refused = read_or_refused(reader, whole[: int(len(whole) * share)], f"a{suffix}")
    assert refused.endswith(".") if found is None else found.pieces
    assert found is None or suffix in (".txt", ".md", ".html", ".pdf")


def read_or_refused(reader: Reader, content: bytes, filename: str) -> tuple[Reading | None, str]:
    try:
        return reader.read(content, filename), ""
    except TextRefused as refused:
        return None, refused.words(str)


# what is called a page and holds no tags is a page without tags
WRONG = [
    (suffix, wrong)
    for suffix in MADE
    for wrong in (".txt", ".pdf", ".docx", ".html", ".zip", "")
    if not (suffix in (".txt", ".md") and wrong == ".html")
]


@pytest.mark.parametrize(("suffix", "wrong"), WRONG)
def test_a_wrong_name_misleads_nobody(suffix: str, wrong: str, reader: Reader) -> None:
    right = reader.read(MADE[suffix](1), f"a{suffix}")
    wrongly = reader.read(MADE[suffix](1), f"a{wrong}")
    if suffix != ".md":
        assert wrongly.kind == right.kind
    assert any(words(1) in piece.words for piece in wrongly.pieces)


@pytest.mark.parametrize("suffix", [*MADE, ".mhtml", ".zip", ".doc"])
@pytest.mark.parametrize("content", [b"", b"\0", b"\xff" * 1_000, b"PK\x03\x04", b"%PDF-", b"<"])
def test_hardly_anything_is_refused(content: bytes, suffix: str, reader: Reader) -> None:
    found, refused = read_or_refused(reader, content, f"a{suffix}")
    assert refused.endswith(".") if found is None else found.pieces


@pytest.fixture
def editor(db: None) -> User:
    return factories.person("editor", is_superuser=True)


def rows() -> dict[str, int]:
    models = (Article, Collection, ImportChunk, ImportPiece, StoredPicture)
    return {model.__name__: model.objects.count() for model in models}


BROUGHT = [
    ("archive", "laughs in a.docx"),
    ("archive", "laughs in a.odt"),
    ("archive", "very many parts"),
    ("pdf", "circular forms"),
    ("text", "NUL"),
    ("markdown", "quotations"),
    ("html", "less"),
    ("mhtml", "nested parts"),
]


@pytest.mark.parametrize(("group", "name"), BROUGHT)
def test_nothing_of_a_refused_import_stays_on_the_site(group: str, name: str, editor: User) -> None:
    before = rows()
    filename, make = ALL[group][name]
    begun = begin_import(by=editor, data=make(), filename=filename)
    start_reading(begun)
    assert begun.state == Import.State.REFUSED
    refusal = begun.refusal or {}
    assert TextRefused(refusal["template"], **refusal["values"]).words(str).endswith(".")
    assert rows() == before


def test_an_empty_file_does_not_even_begin(editor: User) -> None:
    with pytest.raises(Refused, match="empty"):
        begin_import(by=editor, data=b"", filename="a.txt")
    assert not Import.objects.exists()


@pytest.mark.django_db
def test_nothing_of_a_refused_file_stays_after_the_command(tmp_path: Path) -> None:
    before = rows()
    for number, (group, name) in enumerate(BROUGHT):
        filename, make = ALL[group][name]
        (tmp_path / f"{number}-{filename}").write_bytes(make())
    with pytest.raises(CommandError, match="8 of 8"):
        call_command("import_article", str(tmp_path), stderr=StringIO(), stdout=StringIO())
    assert rows() == before
