"""Marks in a block: the text stays the text, whatever overlaps."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.reading.marking import Mark, More, lanes, marked


def text_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


HTML = 'A <em>plain</em> &amp; <a href="/x">linked text</a>, e\u0301 😀 and more.'
LENGTH = len(text_of(HTML))
spans = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, LENGTH)).map(
    lambda ends: (min(ends[0], ends[1] - 1), max(ends[0] + 1, ends[1]))
)


@given(st.lists(spans, max_size=12))
def test_text_stays_and_every_passage_has_its_words_and_its_sign(
    ends: list[tuple[int, int]],
) -> None:
    marks = [Mark(str(number), start, end, 1) for number, (start, end) in enumerate(ends)]
    html = marked(HTML, LENGTH, marks)
    assert text_of(html) == text_of(HTML)
    for mark in marks:
        pieces = re.findall(
            rf'data-threads="(?:[^"]* )?{mark.label}(?: [^"]*)?">(.*?)</span>', html
        )
        said = text_of("".join(pieces))
        assert said == text_of(HTML)[mark.start : mark.end]
        assert html.count(f'id="s-{mark.label}"') == 1


def test_a_sign_never_stands_in_a_link_nor_in_a_formula() -> None:
    html = marked(
        '<a href="/x">linked</a> <math><mi>x</mi></math>',
        8,
        [
            Mark("1", 0, 3, 1),
            Mark("2", 7, 8, 1),
        ],
    )
    assert html.index("</a>") < html.index('id="s-1"')
    assert html.index("</math>") < html.index('id="s-2"')
    assert "<span" not in html[html.index("<math>") : html.index("</math>")]


def test_a_table_is_marked_inside_its_cells_only() -> None:
    table = "<tr><td>one</td>\t<td>two</td></tr>\n"
    html = marked(table, 8, [Mark("1", 0, 7, 1)])
    assert text_of(html) == text_of(table)
    assert "</td>\t<td>" in html


@pytest.mark.parametrize(("count", "weight"), [(1, "d1"), (2, "d2"), (4, "d2"), (5, "d3")])
def test_how_much_is_said_deepens_the_wash(count: int, weight: str) -> None:
    assert f"hl {weight} a{weight[1]} open" in marked("words", 5, [Mark("1", 0, 5, count)])


def test_two_that_overlap_have_a_line_each_and_a_third_has_none() -> None:
    three = [Mark("1", 0, 9, 1), Mark("2", 2, 6, 1), Mark("3", 3, 5, 1)]
    assert lanes(three) == {"1": "a", "2": "b", "3": ""}


def test_a_crowd_of_signs_folds_into_a_number() -> None:
    crowd = [Mark(str(number), 0, 5, 1) for number in range(200)]
    html = marked("words", 5, crowd, More("/p/x/", "{} more".format))
    assert html.count("siglum") == 3
    assert 'href="/p/x/" data-label="+198" aria-label="198 more"' in html
