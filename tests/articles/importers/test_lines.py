"""Which lines of a plain text belong together."""

from __future__ import annotations

import textwrap

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
