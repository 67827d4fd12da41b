"""Which lines of a plain text belong together."""

from __future__ import annotations

import textwrap

from articles.importers import read_file
from articles.importers.lines import units_of

WORDS = "The lamp of the harbour was lit by hand until the year in which the keeper died. "


def test_an_indented_line_begins_a_paragraph_however_long_the_line_before_is() -> None:
    """Without blank lines only the indent says so; the last line before may be full."""
    full = textwrap.wrap(WORDS * 4, 60, initial_indent="    ")
    full[-1] = full[-1].ljust(60, "x")
    further = textwrap.wrap(WORDS * 3, 60, initial_indent="    ")
    units = units_of("\n".join([*full, *further]))
    assert [unit.text for unit in units] == [
        " ".join(line.strip() for line in lines) for lines in (full, further)
    ]


def test_a_margin_that_all_lines_have_says_nothing() -> None:
    wrapped = textwrap.wrap(WORDS * 3, 60)
    quoted = textwrap.wrap(WORDS * 2, 58)
    lines = [*wrapped, "", *(f"> {line}" for line in quoted), "", *wrapped]
    units = units_of("\n".join(f"     {line}" if line else "" for line in lines))
    assert [(unit.text, unit.quoted) for unit in units] == [
        (" ".join(wrapped), False),
        (" ".join(quoted), True),
        (" ".join(wrapped), False),
    ]


def test_what_is_quoted_stands_apart_without_an_empty_line() -> None:
    units = units_of("> Did you come?\nI did.\n> And then?\nThen not.\n")
    assert [unit.quoted for unit in units] == [True, False, True, False]


DIVIDED = """\
the boats that came home in the morning lay by har-
bour walls, and the keeper counted them until win-
ter began, when none came, and again in the sum-
mer, which the well known map of the coast had and
on which nobody lay there for weeks and weeks on.
"""


def test_a_file_that_divides_words_has_them_whole() -> None:
    words = units_of(DIVIDED)[0].text
    assert "harbour walls" in words
    assert "winter began" in words
    assert "summer, which" in words


def test_compounds_at_line_ends_keep_their_hyphens() -> None:
    """One line in a file, or a file that divides words where both parts are words of their own."""
    alone = "A rule of a treaty against every sort of counter-\nterrorism was never made in those."
    assert "counter-terrorism" in units_of(f"{alone}\n\n{alone}")[0].text
    both = f"{DIVIDED}\n{DIVIDED.replace('by har-', 'as well-').replace('bour', 'known')}"
    assert "as well-known walls" in units_of(both)[1].text


def test_in_a_file_of_long_lines_short_ones_are_no_verse() -> None:
    long = WORDS * 3
    text = f"The title of it\n{long}\nHe said:\nShe asked:\n{long}\n"
    kept = [piece.words for piece in read_file(text.encode(), "a.txt").pieces if piece.kept]
    assert kept == [long.strip(), "He said:", "She asked:", long.strip()]


def test_a_number_or_a_dash_at_the_beginning_of_a_wrapped_line_is_no_item() -> None:
    lines = ["The wall was opened in the night of Thursday, the"]
    lines += ["9. November 1989, as all the world could see then"]
    lines += ["– though hardly anybody had known of it before."]
    assert [unit.text for unit in units_of("\n".join([*lines, "", *lines]))] == [
        " ".join(lines)
    ] * 2


def test_items_of_a_wrapped_list_begin_after_full_lines() -> None:
    item = "The ladder at the mole was mended and that is all"
    lines = [f"{number}. {item}" for number in (1, 2, 3)]
    units = units_of("\n".join([*lines, "", *(f"- {item}" for _line in lines)]))
    assert [unit.text for unit in units] == [item] * 6
