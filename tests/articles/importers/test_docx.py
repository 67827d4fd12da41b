"""What is read from DOCX files: blocks, lists, notes, links, and what is left out."""

from __future__ import annotations

import io
import zipfile

import pytest

from articles.importers import document_of
from articles.importers.document import ImportRefused
from articles.importers.docx import read_docx
from articles.importers.pieces import Kind, Why
from tests.articles.importers.archived import zipped
from tests.articles.importers.test_pictures import picture
from tests.articles.importers.worded import (
    LISTS,
    item,
    kept,
    p,
    r,
    read,
    relations,
    style,
    styled,
    worded,
    words,
)

BODY = p("One paragraph.") + p("Another one.")
LINKED = (("rId9", "hyperlink", "https://example.org/a"),)


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def drawing(relation: str = "rId7", alt: str = "A hill", inside: str = "") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{alt}"/>'
        f'<a:graphic><a:blip r:embed="{relation}"/></a:graphic>{inside}</wp:inline></w:drawing>'
        "</w:r>"
    )


def test_paragraphs_are_paragraphs() -> None:
    assert words(read(worded(BODY))) == ["One paragraph.", "Another one."]


def test_the_main_part_is_found_by_its_relation() -> None:
    assert len(kept(read(worded(BODY, main="word/other2.xml")))) == 2


def test_the_strict_schema_is_read_alike() -> None:
    usual = worded(BODY + item("An item"), numbering=LISTS)
    with zipfile.ZipFile(io.BytesIO(usual)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    schemas = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    strict = {
        name: part.replace(
            schemas[0] + b"wordprocessingml/2006/", schemas[1] + b"wordprocessingml/"
        ).replace(schemas[0] + b"officeDocument/2006/", schemas[1] + b"officeDocument/")
        for name, part in parts.items()
    }
    assert read(zipped(strict)).pieces == read(usual).pieces


@pytest.mark.parametrize(
    ("name", "style_id"),
    [("heading 2", "berschrift2"), ("Rubrik 2", "R2"), ("Überschrift 2", "U2")],
)
def test_headings_are_known_by_the_names_of_styles(name: str, style_id: str) -> None:
    data = worded(styled("Words", style_id) + BODY, styles=style(name, style_id))
    assert (kept(read(data))[0].kind, kept(read(data))[0].level) == (Kind.HEADING, 2)


def test_headings_are_known_by_what_a_style_is_based_on_and_by_outline_levels() -> None:
    styles = (
        style("heading 2", "H2")
        + style("Mine", "Mine", based="H2")
        + style("Outlined", "Out", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
    )
    body = styled("One", "Mine") + styled("Two", "Out") + p("Three", '<w:outlineLvl w:val="3"/>')
    found = kept(read(worded(BODY + body, styles=styles)))[2:]
    assert [(piece.kind, piece.level) for piece in found] == [
        (Kind.HEADING, 2),
        (Kind.HEADING, 3),
        (Kind.HEADING, 4),
    ]


def test_styles_that_are_based_on_each_other_in_a_circle_end() -> None:
    styles = style("A", "A", based="B") + style("B", "B", based="A")
    assert words(read(worded(styled("Words", "A"), styles=styles))) == ["Words"]


def test_title_subtitle_author_and_date_are_facts() -> None:
    body = (
        styled("The salt", "Title")
        + styled("road", "Title")
        + styled("Nine days", "Subtitle")
        + styled("Berit Aune", "Author")
        + styled("Okon Bassey", "Author")
        + styled("5 March 2014", "Date")
        + BODY
        + styled("Title again", "Title")
    )
    reading = read(worded(body))
    assert {name: fact.value for name, fact in reading.facts.items() if name != "language"} == {
        "title": "The salt road",
        "standfirst": "Nine days",
        "byline": "Berit Aune, Okon Bassey",
        "published": "2014-03-05",
    }
    assert words(reading) == ["One paragraph.", "Another one.", "Title again"]
    assert kept(reading)[-1].kind is Kind.HEADING


def test_a_heading_that_says_the_title_once_more_is_left_out() -> None:
    body = styled("The road", "Title") + styled("The Road", "Heading1") + BODY
    reading = read(worded(body))
    assert words(reading) == ["One paragraph.", "Another one."]
    assert reading.pieces[1].why is Why.REPEATED


def test_a_heading_based_on_the_title_is_a_heading() -> None:
    styles = style("heading 1", "H1", based="T") + style("Title", "T")
    reading = read(worded(styled("One", "H1") + styled("Two", "H1") + BODY, styles=styles))
    assert reading.fact("title") is None
    assert [piece.kind for piece in kept(reading)][:2] == [Kind.HEADING, Kind.HEADING]


def test_a_date_that_is_none_stays_in_the_text() -> None:
    assert words(read(worded(styled("soon", "Date") + BODY)))[0] == "soon"


def test_a_single_first_heading_of_level_1_is_the_title() -> None:
    body = styled("The road", "Heading1") + BODY + styled("Part", "Heading2") + BODY
    reading = read(worded(body))
    assert reading.fact("title") == "The road"
    assert reading.pieces[0].why is Why.FACT
    assert "The road" not in words(reading)


def test_one_of_several_headings_of_level_1_is_no_title() -> None:
    body = styled("One", "Heading1") + BODY + styled("Two", "Heading1") + BODY
    reading = read(worded(body))
    assert reading.fact("title") is None
    assert words(reading)[0] == "One"


def test_short_bold_lines_are_headings_where_there_are_no_others() -> None:
    body = BODY + p(r("A part", "<w:b/>")) + BODY + BODY
    found = kept(read(worded(body)))[2]
    assert (found.kind, found.words, found.why) == (Kind.HEADING, "A part", Why.LOOKS)
    assert found.sure < 1
    with_others = kept(read(worded(styled("Real", "Heading2") + body)))
    assert with_others[3].kind is Kind.PARAGRAPH


def test_a_large_first_line_is_the_title() -> None:
    reading = read(worded(p(r("The road", '<w:sz w:val="44"/>')) + BODY))
    assert reading.fact("title") == "The road"
    assert reading.facts["title"].sure < 0.7


def test_emphasis_is_what_runs_and_their_styles_say() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="V"><w:name w:val="Verbatim Char"/></w:style>'
    )
    body = (
        r("plain ")
        + r("bold ", "<w:b/>")
        + r("both", "<w:b/><w:i/>")
        + r(" off", '<w:rStyle w:val="Strong"/><w:b w:val="0"/>')
        + r(" on", '<w:rStyle w:val="Strong"/>')
        + r(" gone", "<w:strike/>")
        + r(" x")
        + r("2", '<w:vertAlign w:val="superscript"/>')
        + r(" ")
        + r("a*b", '<w:rStyle w:val="V"/>')
    )
    (found,) = words(read(worded(p(body), styles=styles)))
    assert found == "plain **bold *both*** off **on** ~~gone~~ x^2^ `a*b`"


def test_the_bold_of_a_heading_is_no_emphasis() -> None:
    body = p(r("All", "<w:b/>"), '<w:pStyle w:val="Heading2"/>')
    assert words(read(worded(BODY + body)))[2] == "All"


def test_signs_breaks_and_blanks() -> None:
    inside = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d"
        '</w:t><w:softHyphen/><w:t>e</w:t><w:br w:type="page"/><w:t>f</w:t>'
        '<w:sym w:font="Symbol" w:char="F061"/></w:r>'
    )
    assert words(read(worded(p(inside)))) == ["a b\\\nc\u2011de fα"]


def test_insertions_are_kept_and_deletions_dropped() -> None:
    inside = (
        r("Stays ")
        + f"<w:ins>{r('comes ')}</w:ins><w:del><w:r><w:delText>goes </w:delText></w:r></w:del>"
        + f"<w:moveFrom>{r('was here ')}</w:moveFrom><w:moveTo>{r('is here')}</w:moveTo>"
    )
    assert words(read(worded(p(inside)))) == ["Stays comes is here"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    body = p("One ", "<w:rPr><w:del/></w:rPr>") + p("goes on.") + p("Last.")
    assert words(read(worded(body))) == ["One goes on.", "Last."]


def test_an_initial_belongs_to_its_paragraph() -> None:
    body = p("O", '<w:framePr w:dropCap="drop"/>') + p("nce there was.")
    assert words(read(worded(body))) == ["Once there was."]


def test_links_by_relation_and_by_field() -> None:
    inside = (
        f'<w:hyperlink r:id="rId9" w:anchor="there">{r("one")}</w:hyperlink>'
        + r(" and ")
        + field('HYPERLINK "https://example.org/b" \\o "tip"', r("two"))
        + r(" and ")
        + f"<w:fldSimple w:instr='HYPERLINK \"https://example.org/c\"'>{r('three')}</w:fldSimple>"
        + f'<w:hyperlink w:anchor="within">{r(" within")}</w:hyperlink>'
    )
    assert words(read(worded(p(inside), links=LINKED))) == [
        "[one](https://example.org/a#there) and [two](https://example.org/b)"
        " and [three](https://example.org/c) within"
    ]


@pytest.mark.parametrize(
    "href",
    ["file:///C:/a.doc", "javascript:alert(1)", "b.docx", "//host/a", "#place", "http://[::1"],
)
def test_what_no_reader_can_go_to_is_no_link(href: str) -> None:
    inside = f'<w:hyperlink r:id="rId9">{r("one")}</w:hyperlink>' + r(" and ")
    inside += field(f'HYPERLINK "{href}"', r("two"))
    data = worded(p(inside), links=(("rId9", "hyperlink", href),))
    assert words(read(data)) == ["one and two"]


def test_fields_show_their_results_and_hide_their_instructions() -> None:
    nested = field("IF " + field("PAGE", r("7")) + " = 7", r("seen"))
    assert words(read(worded(p(r("Page ") + nested)))) == ["Page seen"]


def test_a_field_that_never_ends_hides_nothing() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert words(read(worded(p(begun + r("Words.")) + BODY)))[0] == "Words."


def test_a_table_of_contents_is_left_out() -> None:
    toc = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
    )
    begins = p(toc + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("One 1"))
    ends = p(r("Two 2")) + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{p('Contents')}</w:sdtContent></w:sdt>"
    )
    reading = read(worded(control + begins + ends + BODY))
    assert words(reading) == ["One paragraph.", "Another one."]
    left = [piece.source for piece in reading.pieces if piece.why is Why.CONTENTS]
    assert left == ["Contents", "One 1", "Two 2"]


def test_hidden_words_are_left_out_and_shown_as_such() -> None:
    reading = read(worded(p(r("Seen.") + r(" Not seen.", "<w:vanish/>"))))
    assert [(piece.words, piece.why) for piece in reading.pieces] == [
        ("Seen.", Why.PLAIN),
        ("Not seen.", Why.HIDDEN),
    ]


def test_content_controls_and_wrappers_are_transparent() -> None:
    inside = (
        f"<w:sdt><w:sdtContent>{r('a')}</w:sdtContent></w:sdt>"
        f"<w:smartTag><w:smartTag>{r('b')}</w:smartTag></w:smartTag>"
        f"<w:customXml>{r('c')}</w:customXml>"
    )
    block = f"<w:sdt><w:sdtContent>{p(inside)}</w:sdtContent></w:sdt>"
    assert words(read(worded(f"<w:customXml>{block}</w:customXml>"))) == ["abc"]


def test_items_have_depth_and_number() -> None:
    body = (
        item("one")
        + item("sub", level=1)
        + item("two")
        + p("Between.")
        + item("three")
        + item("seven", list_id=3)
        + item("bullet", list_id=2)
    )
    found = kept(read(worded(body, numbering=LISTS)))
    assert [(piece.words, piece.depth, piece.number) for piece in found] == [
        ("one", 1, 1),
        ("sub", 2, None),
        ("two", 1, 2),
        ("Between.", 0, None),
        ("three", 1, 3),
        ("seven", 1, 7),
        ("bullet", 1, None),
    ]
    assert [piece.begins for piece in found][-2:] == [True, True]


def test_deeper_levels_begin_anew_below_each_item() -> None:
    body = "".join(
        item(words, level=level)
        for words, level in (("a", 0), ("b", 1), ("c", 2), ("d", 2), ("e", 1), ("f", 2))
    )
    found = kept(read(worded(body, numbering=LISTS)))
    assert [piece.number for piece in found] == [1, None, 1, 2, None, 1]


def test_an_item_without_sign_goes_on_with_the_one_before() -> None:
    lists = LISTS + (
        '<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val=" "/></w:lvl></w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="5"/></w:num>'
    )
    body = item("one") + item("goes on", list_id=5) + item("two") + p("Text.")
    reading = read(worded(body, numbering=lists))
    assert document_of(reading).markdown == "1. one\n\n   goes on\n\n2. two\n\nText.\n"


def test_a_list_of_a_style_and_one_switched_off() -> None:
    numbered = '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
    off = '<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    data = worded(
        styled("in", "L") + p("out", off), styles=style("L", "L", numbered), numbering=LISTS
    )
    assert [piece.kind for piece in kept(read(data))] == [Kind.LIST_ITEM, Kind.PARAGRAPH]


def test_quotations_and_code_by_style() -> None:
    body = (
        styled("Said.", "IntenseQuote")
        + styled("a  = 1", "SourceCode")
        + p("<w:r/>", '<w:pStyle w:val="SourceCode"/>')
        + styled("b = *2*", "SourceCode")
        + BODY
    )
    found = kept(read(worded(body)))
    assert (found[0].kind, found[0].quoted) == (Kind.QUOTATION, 1)
    assert (found[1].kind, found[1].words) == (Kind.CODE, "a  = 1\n\nb = *2*")


def test_footnotes_and_endnotes_are_numbered_together() -> None:
    body = (
        p(r("One") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(" two."))
        + p(r("Three") + '<w:r><w:endnoteReference w:id="2"/></w:r>')
        + p(r("None") + '<w:r><w:footnoteReference w:id="77"/></w:r>')
    )
    sign = "<w:r><w:footnoteRef/></w:r>"
    first = '<w:footnote w:id="2">' + p(sign + r(" A note.")) + p("More.") + "</w:footnote>"
    second = '<w:endnote w:id="2">' + p("The end.") + "</w:endnote>"
    reading = read(worded(body, footnotes=first, endnotes=second))
    assert document_of(reading).markdown == (
        "One[^1] two.\n\nThree[^2]\n\nNone\n\n[^1]: A note.\n\n    More.\n\n[^2]: The end.\n"
    )


def test_comments_are_left_out() -> None:
    inside = (
        '<w:commentRangeStart w:id="1"/>'
        + r("Words")
        + '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
    )
    assert words(read(worded(p(inside)))) == ["Words"]


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def test_tables_with_cells_over_others() -> None:
    wide, begins, goes_on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = "".join(
        f"<w:tr>{''.join(cells)}</w:tr>"
        for cells in (
            (cell(p("a"), wide), cell(p("b|c"))),
            (cell(p("d") + p("e"), begins), cell(p("f")), cell(p(""))),
            (cell(p(""), goes_on), cell(p("g")), cell(p("h"))),
        )
    )
    (found,) = kept(read(worded(f"<w:tbl>{rows}</w:tbl>")))
    assert found.kind is Kind.TABLE
    assert found.words.split("\n") == [
        "| a |  | b\\\\|c |",
        "|---|---|---|",
        "| d e | f |  |",
        "|  | g | h |",
    ]


def test_a_table_of_one_cell_or_with_headings_only_lays_out() -> None:
    one = f"<w:tbl><w:tr>{cell(BODY)}</w:tr></w:tbl>"
    assert words(read(worded(one))) == ["One paragraph.", "Another one."]
    two = f"<w:tbl><w:tr>{cell(styled('Part', 'Heading2') + BODY)}{cell(BODY)}</w:tr></w:tbl>"
    assert kept(read(worded(two)))[0].kind is Kind.HEADING


def test_a_table_of_nothing_is_left_out() -> None:
    table = f"<w:tbl><w:tr>{cell(p(''))}{cell(p(''))}</w:tr></w:tbl>"
    found, _after = read(worded(table + p("Words."))).pieces
    assert (found.kept, found.why) == (False, Why.EMPTY)


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
    both = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline>"
        f"<wps:txbx>{box}</wps:txbx></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert words(read(worded(p(r("Around.") + both)))) == ["Around.", "In the box."]


def test_pictures_are_taken_with_their_words() -> None:
    data = worded(
        p(drawing()) + styled("A hill in June.", "Caption") + BODY,
        links=(("rId7", "image", "media/a.png"),),
        parts={"word/media/a.png": picture()},
    )
    reading = read(data)
    figure = kept(reading)[0]
    assert (figure.kind, figure.alt, figure.words) == (Kind.FIGURE, "A hill", "A hill in June.")
    assert figure.src.removeprefix("/pictures/") in reading.pictures
    assert len(kept(reading)) == 3


def test_the_caption_of_a_picture_that_is_not_taken_stays() -> None:
    data = worded(
        p(drawing()) + styled("A hill in June.", "Caption"),
        links=(("rId7", "image", "media/a.emf"),),
        parts={"word/media/a.emf": b"no picture"},
    )
    assert words(read(data)) == ["A hill in June."]


def test_a_break_in_a_heading_is_a_blank() -> None:
    inside = "<w:r><w:t>One</w:t><w:br/><w:t>two</w:t></w:r>"
    body = p(inside, '<w:pStyle w:val="Heading2"/>') + BODY
    assert document_of(read(worded(body))).markdown.startswith("## One two\n")


def test_a_deleted_end_before_a_table_joins_nothing() -> None:
    cells = "".join(f"<w:tc>{p(name)}</w:tc>" for name in "ab")
    body = p("One.", "<w:rPr><w:del/></w:rPr>") + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" + BODY
    assert [piece.kind for piece in kept(read(worded(body)))][:2] == [Kind.PARAGRAPH, Kind.TABLE]


PAGE_INSIDE = "<html><body><h2>Part</h2><p>Words <b>in</b> it.</p></body></html>"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("chunk.htm", PAGE_INSIDE),
        ("chunk.html", PAGE_INSIDE.replace("</p>", "<br>")),
        ("chunk.mht", f"MIME-Version: 1.0\nContent-Type: text/html\n\n{PAGE_INSIDE}"),
    ],
)
def test_a_page_inside_is_read(name: str, content: str) -> None:
    data = worded(
        BODY + '<w:altChunk r:id="rId8"/>',
        links=(("rId8", "aFChunk", name),),
        parts={f"word/{name}": content},
    )
    assert words(read(data))[-2:] == ["Part", "Words **in** it."]


def test_a_file_with_a_password_is_refused_as_such() -> None:
    data = b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(ImportRefused, match="password"):
        read(data)


def test_pictures_stand_before_or_after_the_words_of_their_paragraph() -> None:
    data = worded(
        p(drawing() + r("After it.")) + p(r("Before it.") + drawing()),
        links=(("rId7", "image", "media/a.png"),),
        parts={"word/media/a.png": picture()},
    )
    assert [piece.words or piece.alt for piece in kept(read(data))] == [
        "A hill",
        "After it.",
        "Before it.",
        "A hill",
    ]


def test_a_picture_is_in_an_item_only_where_its_paragraph_is() -> None:
    data = worded(
        item("one") + p(drawing()) + item("two").replace("</w:p>", drawing() + "</w:p>"),
        numbering=LISTS,
        links=(("rId7", "image", "media/a.png"),),
        parts={"word/media/a.png": picture()},
    )
    assert [piece.depth for piece in kept(read(data))] == [1, 0, 1, 1]


def test_the_caption_in_a_text_box_beside_a_picture_is_the_picture_s() -> None:
    box = f"<wps:txbx><w:txbxContent>{styled('In June.', 'Caption')}</w:txbxContent></wps:txbx>"
    data = worded(
        p(drawing(inside=box)),
        links=(("rId7", "image", "media/a.png"),),
        parts={"word/media/a.png": picture()},
    )
    (figure,) = kept(read(data))
    assert (figure.kind, figure.words) == (Kind.FIGURE, "In June.")


def test_an_old_picture_is_taken_too() -> None:
    old = '<w:r><w:pict><v:shape alt="Old"><v:imagedata r:id="rId7"/></v:shape></w:pict></w:r>'
    data = worded(
        p(old), links=(("rId7", "image", "media/a.png"),), parts={"word/media/a.png": picture()}
    )
    (figure,) = kept(read(data))
    assert figure.alt == "Old"


def test_a_picture_elsewhere_is_left_out_and_says_so() -> None:
    part = relations(("rId7", "image", "https://example.org/a.png"), outside=True)
    data = worded(p(drawing()) + BODY, main="word/d.xml", parts={"word/_rels/d.xml.rels": part})
    figure = read(data).pieces[0]
    assert (figure.kept, figure.why, figure.alt) == (False, Why.REMOTE, "A hill")


def test_formulas_are_words() -> None:
    formula = (
        "<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>c</m:t></m:r>"
        "</m:den></m:f><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r>"
        "</m:sup></m:sSup><m:rad><m:deg/><m:e><m:r><m:t>y</m:t></m:r></m:e></m:rad></m:oMath>"
    )
    assert words(read(worded(p(formula)))) == ["(a+b)/cx^2^√y"]


def test_an_empty_bordered_paragraph_is_a_rule() -> None:
    line = p("<w:r/>", '<w:pBdr><w:bottom w:val="single"/></w:pBdr>')
    found = kept(read(worded(p("One.") + line + p("Two."))))
    assert [piece.rule for piece in found] == [False, True]


def test_text_set_in_from_both_sides_is_a_quotation_unless_all_is() -> None:
    quoted = p("Set in.", '<w:ind w:left="1440"/>')
    found = kept(read(worded(BODY + quoted + BODY)))
    assert (found[2].kind, found[2].why) == (Kind.QUOTATION, Why.LOOKS)
    assert {piece.kind for piece in kept(read(worded(quoted * 5)))} == {Kind.PARAGRAPH}


def test_a_file_inside_is_read() -> None:
    data = worded(
        BODY + '<w:altChunk r:id="rId8"/>',
        links=(("rId8", "aFChunk", "chunk.txt"),),
        parts={"word/chunk.txt": "From *inside*.\n"},
    )
    assert words(read(data))[-1] == "From \\*inside\\*."


def test_properties_are_facts_where_the_text_says_nothing() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>The road</dc:title>'
        "<dc:creator>Berit Aune;Okon Bassey</dc:creator>"
        "<dcterms:created>2014-03-05T10:00:00Z</dcterms:created></cp:coreProperties>"
    )
    rels = relations(
        ("rId1", "officeDocument", "word/document.xml"),
        ("rId2", "core-properties", "docProps/core.xml"),
    )
    reading = read(worded(BODY, parts={"docProps/core.xml": core, "_rels/.rels": rels}))
    assert reading.fact("title") == "The road"
    assert reading.fact("byline") == "Berit Aune, Okon Bassey"
    assert reading.fact("published") == "2014-03-05"


def test_tables_nested_deep_are_refused() -> None:
    opened, closed = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    with pytest.raises(ImportRefused, match="deeper"):
        read(worded(opened * 60 + p("x") + closed * 60))


def test_wrappers_nested_deep_are_read() -> None:
    tags = "<w:ins>" * 200, "</w:ins>" * 200
    assert words(read(worded(p(tags[0] + r("Deep.") + tags[1])))) == ["Deep."]


def test_broken_parts_beside_the_text_do_not_matter() -> None:
    data = worded(BODY, styles="<w:style", numbering="</w:no>", footnotes="&")
    assert len(kept(read(data))) == 2


def test_a_file_without_its_text_is_refused() -> None:
    data = worded(BODY, parts={"word/document.xml": "<w:document"})
    with pytest.raises(ImportRefused):
        read(data)


def test_progress_is_told_every_two_hundred_paragraphs() -> None:
    told: list[tuple[int, int]] = []
    read_docx(worded(p("Words.") * 450), lambda done, of: told.append((done, of)))
    assert told == [(200, 451), (400, 451), (451, 451)]
