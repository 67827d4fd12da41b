"""Elements to pieces: what a browser would show, as headings, paragraphs, items and the rest."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

import pytest
from lxml import html

from articles.blocks import blocks_from_markdown
from articles.importers.composing import compose
from articles.importers.dom import Page, pieces_of
from articles.importers.dom.inline import markdown_of
from articles.importers.pieces import Kind, Picture, Piece, Why
from articles.markdown.inline import Break, Node, Span, Text
from articles.markdown.writing import inline_markdown

BASE = "https://example.org/essays/tides.html"


def pieces(source: str, page: Page | None = None) -> list[Piece]:
    return pieces_of(html.document_fromstring(source), page or Page(base=BASE))


def told(source: str) -> list[tuple[str, str]]:
    """Kinds and words of what is kept."""
    return [(str(piece.kind), piece.words) for piece in pieces(source) if piece.kept]


def texts(source: str) -> list[str]:
    """The texts of the blocks that come of it."""
    return [block.text for block in blocks_from_markdown(compose(pieces(source)))]


def lists(source: str) -> list[tuple[str, int, int | None]]:
    return [(p.words, p.depth, p.number) for p in pieces(source) if p.kind is Kind.LIST_ITEM]


def test_bare_words_between_blocks_are_paragraphs() -> None:
    source = "<div>Low water <b>at noon</b>.<p>High water</p>late <i>at night</i></div>"
    assert texts(source) == ["Low water at noon.", "High water", "late at night"]


def test_white_space_is_as_a_browser_shows_it() -> None:
    source = "<p> Low\n water<b> </b> <i> at </i>\tnoon<span> </span></p><p>so<em>far</em></p>"
    assert texts(source) == ["Low water at noon", "sofar"]


def test_unseen_signs_are_left_out_and_joiners_stay() -> None:
    assert texts("<p>Tide&shy;table&#8203;s\ufeff and می\u200cخواهم</p>") == [
        "Tidetables and می\u200cخواهم"
    ]


def test_two_breaks_end_a_paragraph_and_one_does_not() -> None:
    source = "<div>First line<br>second line<br><br> <br>Another<br></div>"
    assert texts(source) == ["First line\nsecond line", "Another"]


def test_lines_with_the_signs_of_items_are_items() -> None:
    source = (
        "<p>One needs<br>• a <b>rope</b>,<br>• <i>a lamp</i><br>by day as well."
        "<br><br>Then one goes.</p>"
        "<p>– So?<br>- Yes.</p>"
    )
    assert [(piece.kind, piece.words) for piece in pieces(source)] == [
        (Kind.PARAGRAPH, "One needs"),
        (Kind.LIST_ITEM, "a **rope**,"),
        (Kind.LIST_ITEM, "*a lamp*\\\nby day as well."),
        (Kind.PARAGRAPH, "Then one goes."),
        (Kind.PARAGRAPH, "– So?\\\n\\- Yes."),
    ]


def test_headings_have_levels_and_lose_the_sign_that_links_to_them() -> None:
    source = '<h1>Tides</h1><h4><span>Of <br>rivers</span><a href="#of" class="x">¶</a></h4>'
    found = pieces(source)
    assert [(p.kind, p.words, p.level) for p in found] == [
        (Kind.HEADING, "Tides", 1),
        (Kind.HEADING, "Of rivers", 4),
    ]


def test_lists_have_depth_and_numbers() -> None:
    source = """<ol start=3><li>three<ul><li>inner</ul><li value=9>nine</ol>
        <ol reversed><li>two<li>one</ol>"""
    assert lists(source) == [
        ("three", 1, 3),
        ("inner", 2, None),
        ("nine", 1, 9),
        ("two", 1, 2),
        ("one", 1, 1),
    ]


def test_lists_side_by_side_stay_two_and_an_inner_list_stays_inside() -> None:
    source = "<ul><li>a<ul><li>b</ul></ul><ul><li>c</ul>"
    blocks = blocks_from_markdown(compose(pieces(source)))
    assert [(b.text, b.level, b.attrs.get("new", False)) for b in blocks] == [
        ("a", 1, True),
        ("b", 2, True),
        ("c", 1, True),
    ]


def test_further_paragraphs_belong_to_their_item() -> None:
    found = pieces("<ul><li><p>First</p><p>Second</p></li></ul><p>After</p>")
    assert [(p.kind, p.depth) for p in found] == [
        (Kind.LIST_ITEM, 1),
        (Kind.PARAGRAPH, 1),
        (Kind.PARAGRAPH, 0),
    ]


def test_quotations_by_paragraph() -> None:
    found = pieces("<blockquote><p>One<p>Two</blockquote><blockquote>Three</blockquote>")
    assert [(p.kind, p.quoted, p.begins) for p in found] == [
        (Kind.QUOTATION, 1, True),
        (Kind.QUOTATION, 1, False),
        (Kind.QUOTATION, 1, True),
    ]


def test_code_keeps_its_lines_and_says_its_language() -> None:
    source = """<div class="highlight"><pre class="language-python">
<span class="lineno">1</span><code>def tide():
    return 1<br>    # so</code></pre></div><p>Call <code>tide( )</code>.</p>"""
    code, paragraph = pieces(source)
    assert (code.words, code.language) == ("def tide():\n    return 1\n    # so", "python")
    assert paragraph.words == "Call `tide( )`."


def test_tables_have_a_head_and_spans_are_filled() -> None:
    source = """<table><caption>Ports</caption><tr><th>Port<th>Rise
        <tr><td rowspan=2>Brest<td>7.2 | springs<tr><td>2.8</table>"""
    assert texts(source) == ["Ports", "Port\tRise\nBrest\t7.2 | springs\n\t2.8"]


def test_tables_that_lay_out_a_page_are_none() -> None:
    source = """<table><tr><td><a href="/">Home</a></td><td><h2>Tides</h2><p>They rise.</p>
        <table><tr><td>and fall</td></tr></table></td></tr></table>"""
    assert texts(source) == ["Home", "Tides", "They rise.", "and fall"]


def test_links_are_whole_and_unsafe_ones_are_words() -> None:
    source = """<p><a href="../moon">moon</a> <a href="javascript:x()">run</a>
        <a href="data:text/html,x">data</a> <a href="#note">below</a>
        <a href="mailto:a@example.org">write</a></p>"""
    assert told(source)[0][1] == (
        "[moon](https://example.org/moon) run data below [write](mailto:a@example.org)"
    )


def test_links_without_a_base_are_words() -> None:
    assert pieces('<p><a href="/moon">moon</a></p>', Page())[0].words == "moon"


def test_forms_of_words() -> None:
    source = "<p><i>a</i> <b>b</b> <del>c</del> H<sub>2</sub>O</p><b><div>d</div><div>e</div></b>"
    assert [words for _, words in told(source)] == ["*a* **b** ~~c~~ H~2~O", "**d**", "**e**"]


def test_a_picture_in_the_file_is_a_figure() -> None:
    picture = Picture("abc.png", b"", "image/png", 400, 300)
    page = Page(base=BASE, picture={"https://example.org/essays/a.png": picture}.get)
    source = '<p>Before <img src="a.png" alt="A pier"> after.</p>'
    paragraph, figure = pieces(source, page)
    assert paragraph.words == "Before after."
    assert (figure.src, figure.alt, figure.kept) == ("/pictures/abc.png", "A pier", True)


def test_a_picture_elsewhere_keeps_its_caption_and_one_without_is_left_out() -> None:
    source = """<figure><a href="b.png"><img src="a.png" alt="A pier"></a>
        <figcaption>The <b>pier</b> at noon</figcaption></figure><p><img src="c.png" alt="C"></p>
        <img src="https://count.example/p" width=1 height=1>"""
    captioned, bare = pieces(source)
    assert (captioned.kind, captioned.words, captioned.kept) == (
        Kind.FIGURE,
        "The pier at noon",
        True,
    )
    assert (bare.kept, bare.why, bare.alt) == (False, Why.REMOTE, "C")


def test_hidden_things_are_left_out_and_say_so() -> None:
    source = """<p>Seen <span class="sr-only">(opens elsewhere)</span>.</p><div hidden>Not</div>
        <p style="display: none">nor this</p><div aria-hidden="true">nor that</div>"""
    found = pieces(source)
    assert [(p.words, p.kept, p.why) for p in found] == [
        ("Seen .", True, Why.PLAIN),
        ("Not", False, Why.HIDDEN),
        ("nor this", False, Why.HIDDEN),
        ("nor that", False, Why.HIDDEN),
    ]


def test_what_is_marked_is_left_out_and_what_is_marked_inside_it_is_kept() -> None:
    root = html.document_fromstring("<div>menu<div id=a>Text<p id=b>share</p></div>more</div>")
    a, b = root.get_element_by_id("a"), root.get_element_by_id("b")
    marks = {root: Why.FURNITURE, a: Why.PLAIN, b: Why.FURNITURE}
    found = pieces_of(root, Page(marks=marks))
    assert [(p.words, p.kept) for p in found] == [
        ("menu", False),
        ("Text", True),
        ("share", False),
        ("more", False),
    ]


def notes(source: str) -> list[str]:
    return texts(f"<body>{source}</body>")


def test_footnotes_of_superscripts() -> None:
    source = """<p>Tides<sup><a href="#fn1" id="ref1">1</a></sup> turn.</p>
        <ol><li id="fn1"><p>Twice a day. <a href="#ref1">↩</a></p><p>As a rule.</p></li></ol>"""
    assert notes(source) == ["Tides[1] turn.", "Twice a day.", "As a rule."]


def test_footnotes_as_wikis_have_them() -> None:
    source = """<p>Tides turn<sup id="cite_ref-A_1-0" class="reference"><a href="#cite_note-A-1">
        [1]</a></sup>.</p><ol class="references"><li id="cite_note-A-1">
        <span class="mw-cite-backlink"><b><a href="#cite_ref-A_1-0">^</a></b></span>
        <span class="reference-text">Ann, p. 4.</span></li></ol>"""
    assert notes(source) == ["Tides turn[1].", "Ann, p. 4."]


def test_footnotes_as_word_has_them() -> None:
    source = """<p>Tides turn.<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a></p><div>
        <p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Twice a day.</p></div>"""
    assert notes(source) == ["Tides turn.[1]", "Twice a day."]


def test_footnotes_of_books() -> None:
    source = """<p>Tides turn<a epub:type="noteref" href="#n7">7</a>.</p>
        <aside epub:type="footnote" id="n7">7. Twice a day.</aside>"""
    assert notes(source) == ["Tides turn[1].", "Twice a day."]


def test_what_only_looks_like_a_note_stays_text() -> None:
    source = """<p><a href="#part1">1</a> Of tides</p><h2 id="part1">Tides</h2><p>They turn.</p>"""
    assert notes(source) == ["1 Of tides", "Tides", "They turn."]


def test_formulas_are_words_once() -> None:
    source = """<p>So <math alttext="x^2"><semantics><msup><mi>x</mi><mn>2</mn></msup>
        <annotation encoding="application/x-tex">x^2</annotation></semantics></math> it is</p>"""
    assert texts(source) == ["So x2 it is"]


def test_ruby_stands_in_brackets() -> None:
    source = "<p><ruby>潮<rp>(</rp><rt>しお</rt><rp>)</rp></ruby>が満ちる</p>"
    assert texts(source) == ["潮(しお)が満ちる"]


def test_definitions_details_and_rules() -> None:
    source = """<dl><dt>Neap</dt><dd>A low rise.</dd></dl><hr>
        <details><summary>More</summary>Of this.</details>"""
    found = pieces(source)
    assert [(p.words, p.rule) for p in found] == [
        ("**Neap**", False),
        ("A low rise.", False),
        ("**More**", True),
        ("Of this.", False),
    ]


def kinds(found: Sequence[Piece]) -> set[Kind]:
    return {piece.kind for piece in found}


def test_a_very_deep_tree_is_walked() -> None:
    root = html.Element("div")
    inner = root
    for _ in range(2_000):
        inner = html.etree.SubElement(inner, "div")
    inner.text = "deep"
    assert [p.words for p in pieces_of(root)] == ["deep"]


def test_a_very_long_paragraph_is_divided() -> None:
    found = pieces(f"<p>{'tide ' * 50_000}</p>")
    assert len(found) > 1
    assert kinds(found) == {Kind.PARAGRAPH}
    assert sum(piece.words.count("tide") for piece in found) == 50_000


@pytest.mark.parametrize(
    "nodes",
    [
        [Text("1. Low *water* ["), Span("a", [Text("at_noon")], "https://e.org/a_b"), Text("!")],
        [Span("em", [Text("Low")]), Text(" # |"), Break(), Text("- at "), Span("em", [Text("x")])],
        [Text("so"), Span("em", [Text("far")]), Text("ther")],
        [Text("see "), Span("a", [Text("it")], "https://e.org/a"), Span("em", [Text("now")])],
        [Text("at https://e.org/ "), Span("em", [Text(" low ")]), Text("\u202ewater e\u0301")],
    ],
)  # fmt: skip
def test_the_quick_way_to_write_words_says_what_the_careful_one_does(nodes: list[Node]) -> None:
    assert markdown_of(deepcopy(nodes)) == inline_markdown(deepcopy(nodes))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('<p><span aria-hidden="true">T</span>he tide turns.</p>', "The tide turns."),
        (
            '<p><span class="sr-only">The</span><span aria-hidden="true"><b>T</b></span>he sea</p>',
            "**T**he sea",
        ),
        (
            '<p><span aria-hidden="true">12 ft</span><span class="visually-hidden">12 feet</span>'
            " of water.</p>",
            "12 ft of water.",
        ),
        ('<p>Go <i class="material-icons" aria-hidden="true">arrow_back</i>on.</p>', "Go on."),
        ('<p>Go <i aria-hidden="true">→</i>on.</p>', "Go on."),
        ('<p>Go <i aria-hidden="true"><svg><title>Bird</title></svg></i>on.</p>', "Go on."),
        ('<div>Go on.<span aria-hidden="true"><div>Dialog</div></span></div>', "Go on."),
    ],
)
def test_words_amid_a_line_that_only_listeners_are_spared_are_seen(source: str, words: str) -> None:
    assert [piece.words for piece in pieces(source) if piece.kept] == [words]


def test_code_keeps_its_tabs() -> None:
    source = "<pre>all:\n\tmake\tit\n</pre><ul><li>so<pre>\tagain</pre></li></ul>"
    assert texts(source) == ["all:\n\tmake\tit", "so", "\tagain"]
    assert texts("<blockquote><pre>a:\n\tb</pre></blockquote>") == ["a:\n\tb"]


def test_of_more_signs_than_a_paragraph_may_have_no_style_is_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[str] = []
    monkeypatch.setattr("articles.markdown.writing.sanitise_block", tried.append)
    nodes: list[Node] = []
    for place in range(1100):
        nodes += [Text("at "), Span("a", [Text("sea")], f"https://example.org/{place}"), Text(" ")]
    assert inline_markdown(nodes) == ("at sea " * 1100).strip()
    assert not tried
