"""DOCX, ODT and EPUB files made to do harm are refused in words, soon, and need little memory."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable, Iterator

import pytest

from articles.blocks import blocks_from_markdown
from articles.importers import document_of, read_file
from articles.importers.document import ImportRefused
from tests.articles.importers.archived import bomb, encrypted, joined, with_link, zipped
from tests.articles.importers.booked import CONTAINER, booked, page
from tests.articles.importers.test_odt import NAMES as ODF
from tests.articles.importers.test_odt import made
from tests.articles.importers.worded import NAMES, TYPES, p, relations, worded

WORDS = page("<p>Words of a book.</p>")
LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {after} '{f'&{before};' * 10}'>"
    for before, after in zip("abcdefghi", "bcdefghij", strict=True)
)
SECRET = "root:x:0:0"
KINDS: dict[str, Callable[[], bytes]] = {
    "docx": lambda: worded(p("Words.")),
    "odt": lambda: made("<text:p>Words.</text:p>"),
    "epub": lambda: booked({"a.xhtml": WORDS}),
}


@pytest.fixture(autouse=True)
def _soon() -> Iterator[None]:
    began = time.monotonic()
    yield
    assert time.monotonic() - began < 10


def with_part(kind: str, content: str | bytes) -> bytes:
    """A file whose text is this XML."""
    if kind == "docx":
        return worded("", parts={"word/document.xml": content})
    if kind == "odt":
        return made("", files={"content.xml": content})
    return booked({"a.xhtml": content, "b.xhtml": WORDS})


def text_of(kind: str, doctype: str, said: str) -> str:
    if kind == "docx":
        inside = f"<w:body><w:p><w:r><w:t>{said}</w:t></w:r></w:p></w:body>"
        return f"{doctype}<w:document {NAMES}>{inside}</w:document>"
    if kind == "odt":
        inside = f"<office:body><office:text><text:p>{said}</text:p></office:text></office:body>"
        return f"{doctype}<office:document-content {ODF}>{inside}</office:document-content>"
    return doctype + page(f"<p>{said}</p>")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("doctype", "said"),
    [
        (LAUGHS + "]>", "&j;"),
        ("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", "&a;"),
        ("<!DOCTYPE x [<!ENTITY % a SYSTEM 'http://127.0.0.1:1/x.dtd'> %a;]>", "Words"),
        ("<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'>", "Words"),
    ],
)
def test_entities_are_never_expanded_and_nothing_is_fetched(
    kind: str, doctype: str, said: str
) -> None:
    try:
        whole = document_of(read_file(with_part(kind, text_of(kind, doctype, said)), kind)).markdown
    except ImportRefused:
        return
    assert SECRET not in whole
    assert "haha" not in whole


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_declared_entities_are_refused_in_words(kind: str) -> None:
    with pytest.raises(ImportRefused, match="entities"):
        read_file(with_part(kind, text_of(kind, LAUGHS + "]>", "&j;")), kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_locked_file_is_refused_in_words(kind: str) -> None:
    with pytest.raises(ImportRefused, match="password"):
        read_file(encrypted(KINDS[kind]()), kind)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("share", [0.0, 0.3, 0.9, 0.999])
def test_a_truncated_file_is_refused_in_words(kind: str, share: float) -> None:
    data = KINDS[kind]()
    with pytest.raises(ImportRefused):
        read_file(data[: int(len(data) * share)], f"text.{kind}")


@pytest.mark.parametrize("kind", KINDS)
def test_a_link_out_of_the_archive_is_refused(kind: str) -> None:
    with pytest.raises(ImportRefused, match="lead elsewhere"):
        read_file(with_link(KINDS[kind](), "media/link.png", "/etc/passwd"), kind)


@pytest.mark.parametrize("kind", KINDS)
def test_the_ending_of_the_name_does_not_matter(kind: str) -> None:
    assert read_file(KINDS[kind](), "text.pdf").kind == kind


def test_300_mb_of_a_document_are_refused_without_being_held() -> None:
    start = f"<w:document {NAMES}><w:body>".encode()
    large = bomb("word/document.xml", 300, start, b"</w:body></w:document>")
    parts = {"[Content_Types].xml": TYPES, "_rels/.rels": relations()}
    tracemalloc.start()
    with pytest.raises(ImportRefused, match="too large"):
        read_file(joined(large, parts), "text.docx")
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 100_000_000


@pytest.mark.parametrize("name", ["../../out.xhtml", "/etc/passwd", "..%2f..%2fetc/passwd"])
def test_references_out_of_a_book_lead_nowhere(name: str) -> None:
    spine = '<itemref idref="x"/><itemref idref="a.xhtml"/>'
    manifest = f'<item id="x" href="{name}" media-type="application/xhtml+xml"/>'
    reading = read_file(booked({"a.xhtml": WORDS}, spine=spine, manifest=manifest), "a.epub")
    assert [piece.words for piece in reading.pieces] == ["Words of a book."]
    assert reading.warnings


def test_a_drawing_with_entities_and_scripts_is_no_picture() -> None:
    drawing = LAUGHS + "]><svg xmlns='http://www.w3.org/2000/svg'><script>1</script>&j;</svg>"
    body = page("<p>Words.</p><img src='a.svg' alt='A hill'/>")
    reading = read_file(booked({"a.xhtml": body}, files={"OEBPS/a.svg": drawing}), "a.epub")
    assert not reading.pictures
    assert "haha" not in document_of(reading).markdown


def test_a_page_nested_deep_is_read_or_refused() -> None:
    deep = "<html><body>" + "<div>" * 50_000 + "Words" + "</div>" * 50_000 + "</body></html>"
    reading = read_file(booked({"a.xhtml": WORDS, "b.xhtml": deep}), "a.epub")
    assert reading.pieces[0].words == "Words of a book."


def test_an_archive_that_only_says_it_is_a_book_is_refused() -> None:
    with pytest.raises(ImportRefused):
        read_file(zipped({"mimetype": "application/epub+zip"}), "a.epub")
    with pytest.raises(ImportRefused):
        read_file(zipped({"META-INF/container.xml": CONTAINER}), "a.epub")


def test_other_archives_and_office_files_are_refused_in_words() -> None:
    for parts in ({"a.txt": "words"}, {"[Content_Types].xml": "<x/>", "xl/a.xml": "<x/>"}):
        with pytest.raises(ImportRefused, match="archive of files"):
            read_file(zipped(parts), "a.docx")


def test_one_paragraph_of_very_many_words_is_several() -> None:
    data = worded(p("words " * 60_000))
    whole = document_of(read_file(data, "a.docx")).markdown
    assert len(blocks_from_markdown(whole)) > 1
    assert whole.count("words") == 60_000


def test_very_many_signs_and_formats_are_read_in_time() -> None:
    runs = "".join(
        f"<w:r><w:rPr>{'<w:b/>' if number % 2 else '<w:i/>'}</w:rPr><w:t>a*_`[b</w:t></w:r>"
        for number in range(20_000)
    )
    reading = read_file(worded(f"<w:p>{runs}</w:p>"), "a.docx")
    assert blocks_from_markdown(document_of(reading).markdown)


def test_more_paragraphs_than_any_text_has_are_refused() -> None:
    with pytest.raises(ImportRefused, match="paragraphs"):
        read_file(worded("<w:p/>" * 200_001), "a.docx")
