"""Tagged PDFs: the file says what belongs together."""

from __future__ import annotations

from articles.importers import read_file
from articles.importers.pieces import Kind, Piece, Why
from tests.articles.importers.pdf.objects import tagged

P = "P"


def found(data: bytes) -> list[Piece]:
    return [piece for piece in read_file(data, "a.pdf").pieces if piece.kept]


def said(data: bytes) -> list[tuple[Kind, str]]:
    return [(piece.kind, piece.source) for piece in found(data)]


def test_elements_are_paragraphs_however_they_look() -> None:
    lines = [
        ("The wall is long and the tide is", 0),
        ("low. It stays so.", 0),
        ("Nobody came.", 1),
        ("Nobody went.", 2),
    ]
    assert said(tagged([lines], [(P, [(0, 0)]), (P, [(0, 1)]), (P, [(0, 2)])])) == [
        (Kind.PARAGRAPH, "The wall is long and the tide is low. It stays so."),
        (Kind.PARAGRAPH, "Nobody came."),
        (Kind.PARAGRAPH, "Nobody went."),
    ]


def test_the_order_is_that_of_the_structure() -> None:
    lines = [("The second paragraph.", 0), ("The first paragraph.", 1)]
    data = tagged([lines], [(P, [(0, 1)]), (P, [(0, 0)])])
    assert [words for _kind, words in said(data)] == [
        "The first paragraph.",
        "The second paragraph.",
    ]


def test_headings_lists_quotations_and_tables() -> None:
    lines = [
        ("What there is", 0),
        ("1.", 1),
        ("The mole", 2),
        ("2.", 3),
        ("The lock", 4),
        ("Nobody asked.", 5),
        ("Place", 6),
        ("Year", 7),
        ("Mole", 8),
        ("1988", 9),
    ]
    item = [("LI", [("Lbl", [(0, n)]), ("LBody", [(0, n + 1)])]) for n in (1, 3)]
    table = [
        ("TR", [("TH", [(0, 6)]), ("TH", [(0, 7)])]),
        ("TR", [("TD", [(0, 8)]), ("TD", [(0, 9)])]),
    ]
    data = tagged(
        [lines],
        [
            ("H2", [(0, 0)]),
            ("L", item),
            ("BlockQuote", [(P, [(0, 5)])]),
            ("Table", table),
        ],
    )
    pieces = found(data)
    assert [piece.kind for piece in pieces] == [
        Kind.HEADING,
        Kind.LIST_ITEM,
        Kind.LIST_ITEM,
        Kind.QUOTATION,
        Kind.TABLE,
    ]
    assert pieces[0].level == 2
    assert [(piece.number, piece.words) for piece in pieces[1:3]] == [
        (1, "The mole"),
        (2, "The lock"),
    ]
    assert pieces[4].words == "| Place | Year |\n|---|---|\n| Mole | 1988 |"


def test_a_paragraph_on_two_pages_is_one() -> None:
    pages = [
        [("The wall is long.", 0), ("It was built by people.", 1)],
        [("They had come by sea.", 0), ("Nobody asked.", 1)],
    ]
    data = tagged(pages, [(P, [(0, 0)]), (P, [(0, 1), (1, 0)]), (P, [(1, 1)])])
    assert [words for _kind, words in said(data)] == [
        "The wall is long.",
        "It was built by people. They had come by sea.",
        "Nobody asked.",
    ]


def test_what_has_no_tag_at_the_edge_is_left_out() -> None:
    lines = [("The Quiet Review, vol. 3", -1), *[("", -1)] * 2]
    lines += [("The wall is long, and longer than it looks from the sea.", 0)] * 5
    reading = read_file(tagged([lines], [(P, [(0, 0)])]), "a.pdf")
    assert [piece.why for piece in reading.pieces if not piece.kept] == [Why.RUNNING_HEAD]


def test_tags_that_tear_sentences_are_not_trusted() -> None:
    """Some programs make each line a paragraph."""
    words = "the wall was built by people who did not expect ships and wanted shelter for boats"
    lines = [(f"{words} {number}", number) for number in range(6)]
    lines.append(("which is all.", 6))
    data = tagged([lines], [(P, [(0, number)]) for number in range(7)])
    assert len(found(data)) == 1
