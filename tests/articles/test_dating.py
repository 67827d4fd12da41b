from __future__ import annotations

import pytest

from articles.dating import in_words


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ("", ""),
        ("2005", "2005"),
        ("2005-10", "October 2005"),
        ("2005-10-01", "1 October 2005"),
        ("2008-11-04T01:59", "4 November 2008, 01:59"),
        ("2005-02-31", "2005-02-31"),
        ("2005-13", "2005-13"),
        ("0000-01-01T01:00", "0000-01-01, 01:00"),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(known: str, words: str) -> None:
    assert in_words(known) == words
