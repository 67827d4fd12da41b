"""What is read from books: pages in order, chapters, notes across pages, facts, and what is not."""

from __future__ import annotations

import time

import pytest

from articles.importers import document_of, read_file
from articles.importers.document import ImportRefused
from articles.importers.epub import read_epub
from articles.importers.pieces import Kind, Piece, Reading, Why
from tests.articles.importers.booked import METADATA, booked, nav, ncx, page
from tests.articles.importers.test_pictures import picture

ONE = page("<h1>One</h1><p>First words.</p>")
TWO = page("<h1>Two</h1><p>Second words.</p>")


def read(data: bytes) -> Reading:
    return read_file(data, "book.epub")


def kept(reading: Reading) -> list[Piece]:
    return [piece for piece in reading.pieces if piece.kept]


def said(reading: Reading) -> list[tuple[int, str]]:
    return [(piece.part, piece.words) for piece in kept(reading)]


def test_pages_are_read_in_the_order_of_the_spine() -> None:
    spine = '<itemref idref="b.xhtml"/><itemref idref="a.xhtml"/>'
    reading = read(booked({"a.xhtml": ONE, "b.xhtml": TWO}, spine=spine))
    assert [words for _part, words in said(reading)] == [
        "Two",
        "Second words.",
        "One",
        "First words.",
    ]


def test_what_is_beside_the_text_comes_after_it() -> None:
    spine = '<itemref idref="a.xhtml" linear="no"/><itemref idref="b.xhtml"/>'
    reading = read(booked({"a.xhtml": ONE, "b.xhtml": TWO}, spine=spine))
    assert said(reading)[0][1] == "Two"


@pytest.mark.parametrize("kind", ["nav", "ncx"])
def test_chapters_are_what_the_contents_say(kind: str) -> None:
    entries = (("Chapter one", "a.xhtml"), ("Chapter two", "c%20d.xhtml#x"))
    pages: dict[str, str | bytes] = {
        "a.xhtml": ONE,
        "b.xhtml": page("<p>Still one.</p>"),
        "c d.xhtml": page("<p>End of one.</p><div><h2 id='x'>Two</h2><p>Of two.</p></div>"),
    }
    made = {"contents": nav(*entries)} if kind == "nav" else {"old_contents": ncx(*entries)}
    reading = read(booked(pages, **made))
    assert reading.parts == ["Chapter one", "Chapter two"]
    assert said(reading) == [
        (0, "One"),
        (0, "First words."),
        (0, "Still one."),
        (0, "End of one."),
        (1, "Two"),
        (1, "Of two."),
    ]


def test_a_chapter_may_begin_at_an_anchor_within_its_heading() -> None:
    body = "<p>Of one.</p><h2><span><a id='x'></a></span>Two</h2><p>Of two.</p>"
    reading = read(
        booked({"a.xhtml": page(body)}, contents=nav(("One", "a.xhtml"), ("Two", "a.xhtml#x")))
    )
    assert said(reading) == [(0, "Of one."), (1, "Two"), (1, "Of two.")]


def test_entries_below_a_heading_that_leads_nowhere_are_chapters() -> None:
    items = "<li><a href='a.xhtml#x'>One</a></li><li><a href='a.xhtml#y'>Two</a></li>"
    contents = f"<nav epub:type='toc'><ol><li><span>Part</span><ol>{items}</ol></li></ol></nav>"
    body = "<h2 id='x'>One</h2><p>Of one.</p><h2 id='y'>Two</h2><p>Of two.</p>"
    reading = read(booked({"a.xhtml": page(body)}, contents=page(contents)))
    assert reading.parts == ["One", "Two"]


def test_what_stands_before_the_first_chapter_is_a_part_of_its_own() -> None:
    pages: dict[str, str | bytes] = {"f.xhtml": page("<h2>Preface</h2><p>Why.</p>"), "a.xhtml": ONE}
    reading = read(booked(pages, contents=nav(("Chapter", "a.xhtml"))))
    assert reading.parts == ["Preface", "Chapter"]


def test_without_contents_a_page_that_begins_with_a_heading_is_a_chapter() -> None:
    reading = read(booked({"a.xhtml": ONE, "x.xhtml": page("<p>On.</p>"), "b.xhtml": TWO}))
    assert reading.parts == ["One", "Two"]
    assert [part for part, _words in said(reading)] == [0, 0, 0, 1, 1]


def test_the_contents_are_left_out_wherever_they_stand() -> None:
    spine = '<itemref idref="nav"/><itemref idref="a.xhtml"/><itemref idref="b.xhtml"/>'
    inner = "<nav epub:type='toc'><ol><li><a href='a.xhtml'>One</a></li></ol></nav>"
    reading = read(
        booked(
            {"a.xhtml": ONE, "b.xhtml": page(inner + "<p>Words.</p>")},
            contents=nav(("One", "a.xhtml"), ("Two", "b.xhtml")),
            spine=spine,
        )
    )
    assert [words for _part, words in said(reading)] == ["One", "First words.", "Words."]
    assert Why.CONTENTS in {piece.why for piece in reading.pieces}


def test_a_page_of_links_that_says_the_contents_once_more_is_left_out() -> None:
    links = "".join(f"<p><a href='{name}.xhtml'>Chapter {name}</a></p>" for name in "abc")
    pages: dict[str, str | bytes] = {
        "toc.xhtml": page(f"<h2>Contents</h2>{links}"),
        "a.xhtml": ONE,
        "b.xhtml": page(f"<p>{'See the other chapters of this book. ' * 5}</p>{links}"),
    }
    titles = ((f"Chapter {name}", f"{name}.xhtml") for name in "abc")
    reading = read(booked(pages, old_contents=ncx(*titles)))
    assert {piece.why for piece in reading.pieces if not piece.kept} == {Why.CONTENTS}
    assert said(reading)[0][1] == "One"
    assert said(reading)[-1][1] == "Chapter c"


def test_a_cover_and_a_page_of_only_the_title_are_left_out() -> None:
    pages: dict[str, str | bytes] = {
        "cover.xhtml": page("<img src='cover.png' alt='Cover'/>"),
        "title.xhtml": page("<h1>The Salt Road</h1><p>by Berit Aune</p>"),
        "a.xhtml": ONE,
    }
    metadata = METADATA + "<dc:creator>Berit Aune</dc:creator>"
    data = booked(pages, metadata=metadata, files={"OEBPS/cover.png": picture()})
    assert [words for _part, words in said(read(data))] == ["One", "First words."]


def test_the_title_that_one_article_begins_with_leaves_the_text() -> None:
    reading = read(booked({"a.xhtml": page("<h1>The Salt Road</h1><p>Words.</p>")}))
    assert said(reading) == [(0, "Words.")]


def test_a_page_with_more_than_the_title_stays() -> None:
    title = page("<h1>The salt road</h1><p>A tale of nine days.</p>")
    reading = read(booked({"t.xhtml": title, "a.xhtml": ONE}))
    assert said(reading)[0][1] == "The salt road"


def test_notes_in_another_page_belong_to_the_chapter_that_mentions_them() -> None:
    mark = "<a epub:type='noteref' href='notes.xhtml#n{0}'>{0}</a>"
    note = "<aside epub:type='footnote' id='n{0}'><p>A remark, number {0}.</p></aside>"
    pages: dict[str, str | bytes] = {
        "a.xhtml": page("<h1>One</h1><p>Words" + mark.format(1) + "</p>"),
        "b.xhtml": page("<h1>Two</h1><p>Words" + mark.format(2) + "</p>"),
        "notes.xhtml": page(note.format(1) + note.format(2)),
    }
    reading = read(booked(pages))
    assert said(reading) == [
        (0, "One"),
        (0, "Words[^1]"),
        (1, "Two"),
        (1, "Words[^2]"),
        (0, "A remark, number 1."),
        (1, "A remark, number 2."),
    ]
    assert "[^1]: A remark, number 1." in document_of(reading).markdown


def test_a_section_that_says_it_is_a_note_is_one() -> None:
    body = (
        "<p>Words<a epub:type='noteref' href='#a'>*</a></p>"
        "<section epub:type='rearnote' id='a'><p>A remark on them.</p></section>"
    )
    reading = read(booked({"a.xhtml": page(body)}))
    assert said(reading) == [(0, "Words[^1]"), (0, "A remark on them.")]


def test_pictures_are_taken_from_the_book() -> None:
    body = "<p>Words.</p><figure><img src='../img/a%20b.png' alt='A hill'/></figure>"
    data = booked(
        {"text/a.xhtml": page("<p>First.</p>"), "text/b.xhtml": page(body)},
        files={"OEBPS/img/a b.png": picture(size=(200, 100))},
    )
    reading = read(data)
    figure = kept(reading)[-1]
    assert figure.kind is Kind.FIGURE
    assert figure.src.removeprefix("/pictures/") in reading.pictures


def test_formulas_and_choices_say_what_is_seen() -> None:
    formula = (
        "<math xmlns='http://www.w3.org/1998/Math/MathML'><mi>x</mi><mo>=</mo><mn>2</mn></math>"
    )
    choice = (
        "<epub:switch><epub:case required-namespace='x'>Not this</epub:case>"
        "<epub:default><p>This</p></epub:default></epub:switch>"
    )
    reading = read(booked({"a.xhtml": page(f"<p>So {formula} then.</p>{choice}")}))
    assert [words for _part, words in said(reading)] == ["So x=2 then.", "This"]


def test_facts_of_epub_3() -> None:
    metadata = (
        '<dc:title id="s">Nine days</dc:title><meta refines="#s" property="title-type">subtitle'
        '</meta><dc:title id="t">The road</dc:title><meta refines="#t" property="title-type">main'
        '</meta><dc:creator id="a">Berit Aune</dc:creator><meta refines="#a" property="role">aut'
        '</meta><dc:creator id="b">Okon Bassey</dc:creator><meta refines="#b" property="role">ill'
        "</meta><dc:date>2014-03</dc:date><dc:language>nb</dc:language>"
        '<dc:rights>CC BY 4.0</dc:rights><meta property="dcterms:modified">2015-02-01T00:00:00Z'
        "</meta>"
    )
    reading = read(booked({"a.xhtml": ONE}, metadata=metadata))
    assert {name: fact.value for name, fact in reading.facts.items()} == {
        "title": "The road",
        "standfirst": "Nine days",
        "byline": "Berit Aune",
        "published": "2014-03",
        "updated": "2015-02-01",
        "language": "nb",
        "licence": "CC BY 4.0",
    }


def test_facts_of_epub_2() -> None:
    metadata = METADATA + (
        '<dc:creator opf:role="aut">Berit Aune</dc:creator>'
        '<dc:creator opf:role="trl">Okon Bassey</dc:creator>'
        '<dc:date opf:event="modification">2016-01-01</dc:date>'
        '<dc:date opf:event="publication">1851</dc:date>'
    )
    reading = read(booked({"a.xhtml": ONE}, metadata=metadata))
    assert reading.fact("byline") == "Berit Aune"
    assert (reading.fact("published"), reading.fact("updated")) == ("1851", "2016-01-01")


def test_a_date_that_says_unknown_is_none() -> None:
    metadata = METADATA + "<dc:date>0101-01-01T00:00:00+00:00</dc:date>"
    assert read(booked({"a.xhtml": ONE}, metadata=metadata)).fact("published") is None


def test_missing_and_broken_pages_are_told_and_passed_over() -> None:
    spine = '<itemref idref="gone"/><itemref idref="a.xhtml"/><itemref idref="b.xhtml"/>'
    spine += '<itemref idref="listed"/>'
    manifest = '<item id="listed" href="listed.xhtml" media-type="application/xhtml+xml"/>'
    data = booked({"a.xhtml": ONE, "b.xhtml": ""}, spine=spine, manifest=manifest)
    reading = read(data)
    assert len(kept(reading)) == 2
    (warning,) = reading.warnings
    assert warning.values == {"count": 3}


def test_a_page_that_is_not_well_formed_is_read() -> None:
    reading = read(booked({"a.xhtml": ONE, "b.xhtml": "<html><body><p>One<br>two &eacute;<p>"}))
    assert said(reading)[-1][1] == "One\\\ntwo é"


def test_entities_of_a_page_are_not_expanded() -> None:
    laughs = "<!DOCTYPE html [<!ENTITY a 'haha'><!ENTITY b '&a;&a;'>"
    outside = "<!ENTITY c SYSTEM 'file:///etc/passwd'>]>"
    data = booked({"a.xhtml": ONE, "b.xhtml": laughs + outside + page("<p>Seen &b; &c;</p>")})
    whole = document_of(read(data)).markdown
    assert "Seen" in whole
    assert "haha" not in whole
    assert "root:" not in whole


def test_a_locked_book_is_refused_and_masked_fonts_lock_nothing() -> None:
    def locked(method: str) -> bytes:
        encryption = (
            '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
            '<enc:EncryptedData xmlns:enc="http://www.w3.org/2001/04/xmlenc#">'
            f'<enc:EncryptionMethod Algorithm="{method}"/></enc:EncryptedData></encryption>'
        )
        return booked({"a.xhtml": ONE}, files={"META-INF/encryption.xml": encryption})

    with pytest.raises(ImportRefused, match="DRM"):
        read(locked("http://www.w3.org/2001/04/xmlenc#aes256-cbc"))
    assert read(locked("http://www.idpf.org/2008/embedding"))


def test_pages_laid_out_as_pictures_are_refused_but_read_where_they_have_text() -> None:
    metadata = METADATA + '<meta property="rendition:layout">pre-paginated</meta>'
    with pytest.raises(ImportRefused, match="fixed layout"):
        read(booked({"a.xhtml": page("<p>Boo!</p>")}, metadata=metadata))
    long = page("<p>" + "Words and words. " * 40 + "</p>")
    reading = read(booked({"a.xhtml": long}, metadata=metadata))
    assert "fixed layout" in reading.warnings[0].template


@pytest.mark.parametrize(
    "files",
    [
        {"META-INF/container.xml": "<container/>", "OEBPS/book.opf": b""},
        {"OEBPS/book.opf": "<package/>"},
    ],
)
def test_a_book_without_a_package_or_pages_is_refused(files: dict[str, str | bytes]) -> None:
    data = booked({"a.xhtml": ONE}, files=files)
    with pytest.raises(ImportRefused):
        read(data)


def test_progress_goes_page_by_page() -> None:
    told: list[tuple[int, int]] = []
    read_epub(booked({"a.xhtml": ONE, "b.xhtml": TWO}), lambda done, of: told.append((done, of)))
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]


def test_progress_is_told_before_each_picture_too() -> None:
    told: list[tuple[int, int]] = []
    images = "<p>Words.</p><img src='a.png'/><img src='b.png'/>"
    files = {"OEBPS/a.png": picture(), "OEBPS/b.png": picture("JPEG")}
    data = booked({"a.xhtml": page(images)}, files=files)
    read_epub(data, lambda done, of: told.append((done, of)))
    assert told == [(0, 2), (1, 2), (1, 2), (1, 2), (2, 2)]


def test_a_long_book_is_read_in_time() -> None:
    chapter = "".join(f"<p>{'Some words of a long book. ' * 12}</p>" for _ in range(60))
    pages: dict[str, str | bytes] = {
        f"{number}.xhtml": page(f"<h1>Chapter {number}</h1>{chapter}") for number in range(100)
    }
    began = time.monotonic()
    assert len(read(booked(pages)).parts) == 100
    assert time.monotonic() - began < 8
