"""What is read from OpenDocument texts: blocks, lists, notes, frames, and what is left out."""

from __future__ import annotations

import io

import pytest
from odf.opendocument import OpenDocumentText
from odf.style import Style, TextProperties
from odf.text import H, P, Span

from articles.importers import document_of, read_file
from articles.importers.document import ImportRefused
from articles.importers.odt import read_odt
from articles.importers.pieces import Kind, Piece, Reading, Why
from tests.articles.importers.archived import zipped
from tests.articles.importers.test_pictures import picture

URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = (
    f'xmlns:office="{URN}:office:1.0" xmlns:text="{URN}:text:1.0" xmlns:table="{URN}:table:1.0"'
    f' xmlns:draw="{URN}:drawing:1.0" xmlns:style="{URN}:style:1.0"'
    f' xmlns:fo="{URN}:xsl-fo-compatible:1.0" xmlns:svg="{URN}:svg-compatible:1.0"'
    f' xmlns:meta="{URN}:meta:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:math="http://www.w3.org/1998/Math/MathML"'
)
BODY = "<text:p>One paragraph.</text:p><text:p>Another one.</text:p>"
LISTS = (
    '<text:list-style style:name="N"><text:list-level-style-number text:level="1"'
    ' style:num-format="1"/><text:list-level-style-bullet text:level="2" text:bullet-char="*"/>'
    '</text:list-style><text:list-style style:name="U"><text:list-level-style-number'
    ' text:level="1" style:num-format=""/></text:list-style>'
)


def made(
    body: str,
    *,
    automatic: str = "",
    styles: str = "",
    meta: str = "",
    files: dict[str, str | bytes] | None = None,
) -> bytes:
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    named = (
        f"<office:document-styles {NAMES}><office:styles>{styles}</office:styles>"
        "</office:document-styles>"
    )
    about = (
        f"<office:document-meta {NAMES}><office:meta>{meta}</office:meta></office:document-meta>"
    )
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content,
        "styles.xml": named,
        "meta.xml": about,
    }
    return zipped({**parts, **(files or {})})


def read(data: bytes) -> Reading:
    return read_file(data, "text.odt")


def kept(reading: Reading) -> list[Piece]:
    return [piece for piece in reading.pieces if piece.kept]


def words(reading: Reading) -> list[str]:
    return [piece.words for piece in kept(reading)]


def automatic(name: str, inside: str, *, family: str = "text", parent: str = "") -> str:
    above = f' style:parent-style-name="{parent}"' if parent else ""
    return f'<style:style style:name="{name}" style:family="{family}"{above}>{inside}</style:style>'


def looks(name: str, attributes: str) -> str:
    return automatic(name, f"<style:text-properties {attributes}/>")


def test_what_a_library_writes_is_read() -> None:
    document = OpenDocumentText()
    bold = Style(name="Bold", family="text")
    bold.addElement(TextProperties(fontweight="bold"))
    document.automaticstyles.addElement(bold)
    document.text.addElement(H(outlinelevel=2, text="A part"))
    paragraph = P(text="Some ")
    paragraph.addElement(Span(stylename=bold, text="bold"))
    paragraph.addText(" words.")
    document.text.addElement(paragraph)
    written = io.BytesIO()
    document.write(written)
    found = kept(read(written.getvalue()))
    assert [(piece.kind, piece.level, piece.words) for piece in found] == [
        (Kind.HEADING, 2, "A part"),
        (Kind.PARAGRAPH, 0, "Some **bold** words."),
    ]


def test_formats_by_automatic_and_named_styles() -> None:
    styles = (
        looks("B", 'fo:font-weight="bold"')
        + looks("I", 'fo:font-style="italic"')
        + looks("S", 'style:text-line-through-style="solid"')
        + looks("U", 'style:text-position="super 58%"')
        + looks("D", 'style:text-position="-33% 58%"')
        + automatic("E", "", parent="Source_20_Text")
    )
    spans = "".join(
        f'<text:span text:style-name="{name}">{inside}</text:span> '
        for name, inside in (
            ("B", '<text:span text:style-name="I">both</text:span> bold'),
            ("S", "gone"),
            ("E", "a*b"),
        )
    )
    ends = (
        'x<text:span text:style-name="U">2</text:span>y<text:span text:style-name="D">i</text:span>'
    )
    (found,) = words(read(made(f"<text:p>{spans}{ends}</text:p>", automatic=styles)))
    assert found == "***both* bold** ~~gone~~ `a*b` x^2^y~i~"


def test_blanks_tabs_and_breaks() -> None:
    inside = 'a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d<text:soft-page-break/>e'
    assert words(read(made(f"<text:p>{inside}</text:p>"))) == ["a b c\\\nde"]


def test_named_styles_say_what_a_paragraph_is() -> None:
    body = (
        '<text:p text:style-name="Title">The road</text:p>'
        '<text:p text:style-name="P1">Nine days</text:p>'
        '<text:p text:style-name="Quotations">Said.</text:p>'
        '<text:p text:style-name="Preformatted_20_Text">a <text:s/>= 1</text:p>'
        '<text:p text:style-name="Preformatted_20_Text">b</text:p>'
        '<text:p text:style-name="P2">Part</text:p>' + BODY
    )
    styles = automatic("P1", "", family="paragraph", parent="Subtitle") + automatic(
        "P2", "", family="paragraph", parent="Heading_20_3"
    )
    reading = read(made(body, automatic=styles))
    assert (reading.fact("title"), reading.fact("standfirst")) == ("The road", "Nine days")
    assert [(piece.kind, piece.words) for piece in kept(reading)][:3] == [
        (Kind.QUOTATION, "Said."),
        (Kind.CODE, "a  = 1\nb"),
        (Kind.HEADING, "Part"),
    ]


def test_lists_are_nested_go_on_and_have_headers() -> None:
    def item(inside: str, attributes: str = "") -> str:
        return f"<text:list-item{attributes}><text:p>{inside}</text:p></text:list-item>"

    nested = (
        "<text:list-item><text:p>two</text:p><text:p>more of two</text:p>"
        f"<text:list>{item('sub')}</text:list></text:list-item>"
    )
    body = (
        f'<text:list text:style-name="N">{item("one")}{nested}</text:list><text:p>Between.</text:p>'
        f'<text:list text:style-name="N" text:continue-numbering="true">{item("three")}'
        f"{item('nine', ' text:start-value=' + chr(34) + '9' + chr(34))}</text:list>"
        f'<text:list text:style-name="N"><text:list-header><text:p>Header</text:p>'
        f"</text:list-header>{item('again')}</text:list>"
    )
    found = kept(read(made(body, automatic=LISTS)))
    assert [(piece.kind, piece.words, piece.depth, piece.number) for piece in found] == [
        (Kind.LIST_ITEM, "one", 1, 1),
        (Kind.LIST_ITEM, "two", 1, 2),
        (Kind.PARAGRAPH, "more of two", 1, None),
        (Kind.LIST_ITEM, "sub", 2, None),
        (Kind.PARAGRAPH, "Between.", 0, None),
        (Kind.LIST_ITEM, "three", 1, 3),
        (Kind.LIST_ITEM, "nine", 1, 9),
        (Kind.PARAGRAPH, "Header", 1, None),
        (Kind.LIST_ITEM, "again", 1, 1),
    ]


def test_headings_in_lists_are_headings_and_lists_without_signs_paragraphs() -> None:
    body = (
        '<text:list text:style-name="N"><text:list-item><text:h text:outline-level="2">Part'
        "</text:h></text:list-item></text:list>" + BODY + '<text:list text:style-name="U">'
        "<text:list-item><text:p>Plain.</text:p></text:list-item></text:list>"
    )
    found = kept(read(made(body, automatic=LISTS)))
    assert (found[0].kind, found[0].level) == (Kind.HEADING, 2)
    assert found[-1].kind is Kind.PARAGRAPH


def test_notes_and_links_are_kept_and_annotations_left_out() -> None:
    note = (
        "<text:note text:note-class='{0}'><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>{1}</text:p><text:p>More.</text:p></text:note-body></text:note>"
    )
    body = (
        f"<text:p>One{note.format('footnote', 'A note.')} two<office:annotation><text:p>Psst"
        "</text:p></office:annotation>.</text:p><text:p><text:a xlink:href='https://example.org/a'>There"
        f"</text:a>{note.format('endnote', 'The end.')}</text:p>"
    )
    assert document_of(read(made(body))).markdown == (
        "One[^1] two.\n\n[There](https://example.org/a)[^2]\n\n[^1]: A note.\n\n    More.\n\n"
        "[^2]: The end.\n\n    More.\n"
    )


def test_deletions_contents_and_hidden_sections_are_left_out() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>Seen<text:change text:change-id='c'/>.</text:p>"
        "<text:table-of-content><text:table-of-content-source/><text:index-body><text:index-title>"
        "<text:p>Contents</text:p></text:index-title><text:p>Part 1</text:p></text:index-body>"
        "</text:table-of-content>"
        "<text:section text:display='none'><text:p>Hidden.</text:p></text:section>"
        "<text:section><text:p>Open.</text:p></text:section>"
        "<text:p>Half <text:span text:style-name='H'>hidden</text:span></text:p>"
    )
    reading = read(made(body, automatic=looks("H", 'text:display="none"')))
    assert words(reading) == ["Seen.", "Open.", "Half"]
    assert [(piece.source, piece.why) for piece in reading.pieces if not piece.kept] == [
        ("Contents", Why.CONTENTS),
        ("Part 1", Why.CONTENTS),
        ("Hidden.", Why.HIDDEN),
        ("hidden", Why.HIDDEN),
    ]


def test_tables_with_spans_and_repeated_cells() -> None:
    def cell(inside: str, attributes: str = "") -> str:
        return f"<table:table-cell {attributes}><text:p>{inside}</text:p></table:table-cell>"

    covered = "<table:covered-table-cell/>"
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        + cell("a", "table:number-columns-spanned='2'")
        + covered
        + cell("b")
        + "</table:table-row></table:table-header-rows><table:table-row>"
        + cell("c", "table:number-columns-repeated='2'")
        + cell("d")
        + "</table:table-row><table:table-row table:number-rows-repeated='1000000'>"
        "<table:table-cell table:number-columns-repeated='16000'/></table:table-row></table:table>"
    )
    (found,) = kept(read(made(body)))
    assert found.words.split("\n") == ["| a |  | b |", "|---|---|---|", "| c | c | d |"]


def test_cells_repeated_beyond_measure_are_bounded() -> None:
    row = (
        "<table:table-row table:number-rows-repeated='99999999'><table:table-cell"
        " table:number-columns-repeated='99999999'><text:p>x</text:p></table:table-cell>"
        "</table:table-row>"
    )
    assert len(document_of(read(made(f"<table:table>{row}</table:table>"))).markdown) < 50_000


def test_frames_of_pictures_with_captions_and_boxes_of_text() -> None:
    image = (
        "<draw:frame><draw:image xlink:href='Pictures/a.png'/><svg:title>Hill</svg:title>"
        "<svg:desc>A hill</svg:desc></draw:frame>"
    )
    body = (
        f"<text:p>Words{image}.</text:p><text:p><draw:frame><draw:text-box>"
        f"<text:p text:style-name='Illustration'>{image}Figure 1: in June</text:p></draw:text-box>"
        "</draw:frame></text:p><text:p><draw:custom-shape><text:p>In a shape.</text:p>"
        "</draw:custom-shape></text:p>"
    )
    reading = read(made(body, files={"Pictures/a.png": picture()}))
    assert [(piece.kind, piece.words, piece.alt) for piece in kept(reading)] == [
        (Kind.PARAGRAPH, "Words.", ""),
        (Kind.FIGURE, "", "A hill"),
        (Kind.FIGURE, "Figure 1: in June", "A hill"),
        (Kind.PARAGRAPH, "In a shape.", ""),
    ]
    assert len(reading.pictures) == 1


def test_pictures_stand_where_they_do_in_their_paragraph_and_item() -> None:
    image = "<draw:frame><draw:image xlink:href='a.png'/><svg:desc>Hill</svg:desc></draw:frame>"
    one = f"<text:list-item><text:p>one{image}</text:p></text:list-item>"
    body = f"<text:p>{image}After it.</text:p><text:list>{one}</text:list>"
    found = kept(read(made(body, files={"a.png": picture()})))
    assert [(piece.words or piece.alt, piece.depth) for piece in found] == [
        ("Hill", 0),
        ("After it.", 0),
        ("one", 1),
        ("Hill", 1),
    ]


def test_formulas_are_words() -> None:
    formula = (
        "<math xmlns='http://www.w3.org/1998/Math/MathML'><mi>x</mi><mo>=</mo><mn>2</mn></math>"
    )
    body = "<text:p>So <draw:frame><draw:object xlink:href='./Object 1'/></draw:frame>.</text:p>"
    assert words(read(made(body, files={"Object 1/content.xml": formula}))) == ["So x=2."]


def test_a_line_from_side_to_side_is_a_rule() -> None:
    body = (
        "<text:p>One.</text:p><text:p text:style-name='Horizontal_20_Line'/><text:p>Two.</text:p>"
    )
    assert [piece.rule for piece in kept(read(made(body)))] == [False, True]


def test_what_the_file_says_of_itself() -> None:
    meta = (
        "<dc:title>The road</dc:title><meta:initial-creator>Berit Aune</meta:initial-creator>"
        "<dc:creator>Okon Bassey</dc:creator>"
        "<meta:creation-date>2014-03-05T10:00:00</meta:creation-date>"
    )
    reading = read(made(BODY, meta=meta))
    assert [reading.fact(name) for name in ("title", "byline", "published")] == [
        "The road",
        "Berit Aune",
        "2014-03-05",
    ]


def test_a_flat_file_is_read_too() -> None:
    flat = (
        f"<?xml version='1.0'?><office:document {NAMES}><office:body><office:text>{BODY}"
        "</office:text></office:body></office:document>"
    )
    assert words(read_file(flat.encode(), "a.fodt")) == ["One paragraph.", "Another one."]


def test_an_encrypted_file_is_refused_in_words() -> None:
    manifest = (
        f"<manifest:manifest xmlns:manifest='{URN}:manifest:1.0'><manifest:file-entry>"
        "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    )
    with pytest.raises(ImportRefused, match="password"):
        read(made(BODY, files={"META-INF/manifest.xml": manifest}))


@pytest.mark.parametrize("content", ["", "<x/>", "<office:document-content"])
def test_a_file_without_its_text_is_refused(content: str) -> None:
    with pytest.raises(ImportRefused):
        read(made(BODY, files={"content.xml": content}))


def test_broken_parts_beside_the_text_do_not_matter() -> None:
    data = made(BODY, files={"styles.xml": "<x", "meta.xml": ""})
    assert words(read(data)) == ["One paragraph.", "Another one."]


def test_what_is_nested_deep_is_refused() -> None:
    opened = "<table:table><table:table-row><table:table-cell>"
    closed = "</table:table-cell></table:table-row></table:table>"
    with pytest.raises(ImportRefused, match="deeper"):
        read(made(opened * 60 + BODY + closed * 60))


def test_progress_is_told_every_two_hundred_paragraphs() -> None:
    told: list[tuple[int, int]] = []
    read_odt(made("<text:p>Words.</text:p>" * 450), lambda done, of: told.append((done, of)))
    assert told == [(200, 451), (400, 451), (451, 451)]
