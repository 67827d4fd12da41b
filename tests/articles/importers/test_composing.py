"""Pieces to Markdown: the blocks that come out are those that went in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from articles.blocks import blocks_from_markdown
from articles.importers import document_of
from articles.importers.composing import compose
from articles.importers.markdown import pieces_of_markdown, read_markdown
from articles.importers.pieces import Fact, Kind, Piece, Reading

SAMPLES = Path(__file__).parent.parent.parent.parent / "articles" / "samples"


def shape(pieces: list[Piece]) -> list[tuple[str, int, str]]:
    blocks = blocks_from_markdown(compose(pieces))
    return [(block.kind, block.level, block.text) for block in blocks]


def item(words: str, depth: int = 1, **given: object) -> Piece:
    return Piece(Kind.LIST_ITEM, words, depth=depth, **given)  # type: ignore[arg-type]


def paragraph(words: str, **given: object) -> Piece:
    return Piece(Kind.PARAGRAPH, words, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.md")), ids=lambda path: path.stem)
def test_markdown_cut_in_pieces_and_put_together_is_the_same_text(path: Path) -> None:
    source = read_markdown(path.read_text("utf-8")).markdown
    assert blocks_from_markdown(compose(pieces_of_markdown(source))) == blocks_from_markdown(source)


@pytest.mark.parametrize(
    "source",
    [
        "[first]: https://a.example\n\nA [link][first].\n",
        "A [link][later].\n\n[later]: https://a.example\n\nMore.\n",
        "One\n---\n\nTwo\n\n---\n\nThree[^1]\n\n[^1]: A note\n\n    that goes on.\n",
        "- a\n\n  b\n\n- c\n\n\n* d\n\n    code\n\n> q\n> > r\n",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n```py\nx\n\ny\n```\n",
        "# A #\n\n#\n\nSetext *title*\n===\n",
    ],
)
def test_markdown_of_all_sorts_stays_what_it_is(source: str) -> None:
    assert blocks_from_markdown(compose(pieces_of_markdown(source))) == blocks_from_markdown(source)


def test_lists_stand_in_each_other_and_beside_each_other() -> None:
    pieces = [
        item("a"),
        item("b", 2),
        item("c", 2),
        paragraph("of c", depth=2),
        item("d"),
        item("e", number=3),
        item("f", number=4),
        item("g", begins=True, number=1),
        paragraph("after"),
    ]
    assert shape(pieces) == [
        ("list_item", 1, "a"),
        ("list_item", 2, "b"),
        ("list_item", 2, "c"),
        ("paragraph", 0, "of c"),
        ("list_item", 1, "d"),
        ("list_item", 1, "e"),
        ("list_item", 1, "f"),
        ("list_item", 1, "g"),
        ("paragraph", 0, "after"),
    ]
    starts = [
        block.attrs["start"]
        for block in blocks_from_markdown(compose(pieces))
        if block.attrs.get("ordered")
    ]
    assert starts == [3, 4, 1]


def test_what_stands_too_deep_stands_less_deep_and_is_not_lost() -> None:
    pieces = [item(f"level {depth}", depth) for depth in range(1, 20)]
    pieces += [paragraph("deep", quoted=40)]
    said = [text for _kind, _level, text in shape(pieces)]
    assert said == [*(f"level {depth}" for depth in range(1, 20)), "deep"]


def test_an_item_whose_list_begins_too_deep_is_an_item_all_the_same() -> None:
    assert shape([item("a", 3), item("b", 1)]) == [("list_item", 1, "a"), ("list_item", 1, "b")]


def test_quotations_go_on_or_begin() -> None:
    pieces = [
        Piece(Kind.QUOTATION, "a"),
        Piece(Kind.QUOTATION, "b"),
        Piece(Kind.QUOTATION, "c", begins=True),
        Piece(Kind.LIST_ITEM, "d", depth=1, quoted=1),
        Piece(Kind.QUOTATION, "e", quoted=2),
    ]
    blocks = blocks_from_markdown(compose(pieces))
    assert [(block.kind, block.level, block.text) for block in blocks] == [
        ("quotation", 1, "a"),
        ("quotation", 1, "b"),
        ("quotation", 1, "c"),
        ("list_item", 1, "d"),
        ("quotation", 2, "e"),
    ]
    assert [block.attrs.get("joins", 0) for block in blocks[:3]] == [0, 1, 0]


def test_notes_code_tables_and_figures() -> None:
    pieces = [
        paragraph("Said[^4] so[^9]"),
        Piece(Kind.CODE, "a\n```\n  b", language="py"),
        Piece(Kind.TABLE, "| a | b |\n|---|---|\n| 1 | 2 |"),
        Piece(Kind.FIGURE, "At the quay", src="https://a.example/b.png", alt='A "ferry"'),
        Piece(Kind.FIGURE, "", src="https://a.example/c.png", alt="Alone"),
        Piece(Kind.NOTE, "The first", note="4"),
        paragraph("goes on", note="4"),
        Piece(Kind.NOTE, "The second", note="9"),
    ]
    assert shape(pieces) == [
        ("paragraph", 0, "Said[1] so[2]"),
        ("code", 0, "a\n```\n  b"),
        ("table", 0, "a\tb\n1\t2"),
        ("figure", 0, "At the quay"),
        ("figure", 0, "Alone"),
        ("list_item", 1, "The first"),
        ("paragraph", 0, "goes on"),
        ("list_item", 1, "The second"),
    ]
    figure = blocks_from_markdown(compose(pieces))[3]
    assert figure.attrs["alt"] == 'A "ferry"'


def test_what_is_left_out_is_left_out() -> None:
    pieces = [paragraph("a"), paragraph("b", kept=False), paragraph(" ")]
    assert shape(pieces) == [("paragraph", 0, "a")]


def test_a_rule_stands_before_its_piece() -> None:
    blocks = blocks_from_markdown(compose([paragraph("a"), paragraph("b", rule=True)]))
    assert [block.attrs.get("rule", False) for block in blocks] == [False, True]


def test_what_is_hardly_known_is_shown_and_not_taken() -> None:
    facts = {"title": Fact("A", 0.9), "published": Fact("2013-12-23", 0.3, "core.xml")}
    document = document_of(Reading("docx", [paragraph("a")], facts))
    assert (document.title, document.published) == ("A", None)


def note(label: str, words: str, **given: object) -> Piece:
    return Piece(Kind.NOTE, words, note=label, **given)  # type: ignore[arg-type]


def test_a_mark_without_its_note_goes() -> None:
    left_out = note("1", "At six.", kept=False)
    assert shape([paragraph("They left[^1] early[^2]."), left_out, note("2", "At nine.")]) == [
        ("paragraph", 0, "They left early[1]."),
        ("list_item", 1, "At nine."),
    ]
    said = paragraph(r"A \[^1] and `[^1]` are words, \\[^1]not.")
    assert compose([said, paragraph("At six.")]).startswith(r"A \[^1] and `[^1]` are words, \\not.")
    assert compose([Piece(Kind.CODE, "x[^1]")]) == "```\nx[^1]\n```\n"


def test_a_note_that_nobody_mentions_is_a_paragraph_where_it_stands() -> None:
    further = paragraph("By the clock.", note="1")
    pieces = [
        paragraph("Left out[^1].", kept=False),
        note("1", "At six[^2]."),
        further,
        paragraph("They came."),
        note("2", "Or seven."),
    ]
    assert shape(pieces) == [
        ("paragraph", 0, "At six[1]."),
        ("paragraph", 0, "By the clock."),
        ("paragraph", 0, "They came."),
        ("list_item", 1, "Or seven."),
    ]
    assert compose([note("1", "a[^2]"), note("2", "b[^1]")]) == "a[^2]\n\n[^2]: b\n"
    assert shape([paragraph("a[^1]"), note("1", "b[^2]"), note("2", "c")])[-1][0] == "list_item"


def test_a_further_paragraph_of_a_note_that_is_left_out_is_one_by_itself() -> None:
    pieces = [paragraph("a[^1]"), note("1", "b", kept=False), paragraph("c", note="1")]
    assert shape(pieces) == [("paragraph", 0, "a"), ("paragraph", 0, "c")]


def test_notes_of_a_markdown_file_are_its_own_business() -> None:
    block = Piece(Kind.MARKDOWN, "[^1]: A note.", kept=False)
    assert compose([paragraph("a[^1]"), block]) == "a[^1]\n"


@pytest.mark.parametrize(
    "words", ["cap ] x", "cap [ x", "a ] b [ c", "[a] b", "cap \\", "a `]` b", r"a \] \\"]
)
def test_a_caption_breaks_no_figure(words: str) -> None:
    for alt in ("", 'A "quay"'):
        blocks = blocks_from_markdown(compose([Piece(Kind.FIGURE, words, src="/a.png", alt=alt)]))
        assert [(block.kind, block.attrs["src"]) for block in blocks] == [("figure", "/a.png")]


def test_a_caption_with_quotation_marks_is_said_whole() -> None:
    figure = Piece(Kind.FIGURE, r'The \"quay" \\', src="/a.png", alt="Ships")
    assert shape([figure]) == [("figure", 0, 'The "quay" \\')]


def test_where_no_line_breaks_a_hard_break_is_a_blank() -> None:
    assert shape([Piece(Kind.HEADING, "Head\\\ntwo", level=2)]) == [("heading", 2, "Head two")]
    figure = Piece(Kind.FIGURE, "At the\\\nquay", src="/a.png")
    assert shape([figure, replace(figure, alt="Ships")]) == [("figure", 0, "At the quay")] * 2
