"""Lines that are furniture, what they say, and sentences that only look like it."""

from __future__ import annotations

import pytest

from articles.importers.furniture import Role, clues_of

SAYS = {
    "By Jane Doe": [(Role.BYLINE, "Jane Doe")],
    "BY JANE DOE": [(Role.BYLINE, "JANE DOE")],
    "Written by Jane Doe and John Smith": [(Role.BYLINE, "Jane Doe and John Smith")],
    "Authors: Jane Doe, John Smith": [(Role.BYLINE, "Jane Doe, John Smith")],
    "By Jane Doe in Riga": [(Role.BYLINE, "Jane Doe")],
    "Von Anneliese Krohn, Berlin": [(Role.BYLINE, "Anneliese Krohn")],
    "Par Maëlle Kerdoncuff": [(Role.BYLINE, "Maëlle Kerdoncuff")],
    "Текст: Марина Зотова": [(Role.BYLINE, "Марина Зотова")],
    "By Jane Doe, 1 May 2019": [(Role.BYLINE, "Jane Doe"), (Role.DATE, "2019-05-01")],
    "By Jane Doe on 3 May 2019": [(Role.BYLINE, "Jane Doe"), (Role.DATE, "2019-05-03")],
    "Posted on January 9, 2022 by Jane Doe": [
        (Role.PUBLISHED, "2022-01-09"),
        (Role.BYLINE, "Jane Doe"),
    ],
    "Published 3 May 2019, updated 4 May 2019": [
        (Role.PUBLISHED, "2019-05-03"),
        (Role.UPDATED, "2019-05-04"),
    ],
    "Published 3 May 2019 Updated 4 May 2019": [
        (Role.PUBLISHED, "2019-05-03"),
        (Role.UPDATED, "2019-05-04"),
    ],
    "Last updated: 04 Nov. 2008 01:59": [(Role.UPDATED, "2008-11-04T01:59")],
    "Updated at 14:05 on 12 July 2016": [(Role.UPDATED, "2016-07-12T14:05")],
    "Page last reviewed: 3 June 2010": [(Role.UPDATED, "2010-06-03")],
    "Revised June 2010": [(Role.UPDATED, "2010-06")],
    "Stand: 05.03.2019": [(Role.UPDATED, "2019-03-05")],
    "Publié le 1er août 2021 à 9h05 - Mis à jour le 2 août 2021": [
        (Role.PUBLISHED, "2021-08-01T09:05"),
        (Role.UPDATED, "2021-08-02"),
    ],
    "آخر تحديث: ١٣ أكتوبر ٢٠١٨": [(Role.UPDATED, "2018-10-13")],
    "Share on Facebook, Twitter and LinkedIn": [(Role.ACTION, "")],
    "Comments (3)": [(Role.COUNT, "")],
    "This article is for subscribers only": [(Role.ACTION, "")],
    "La suite est réservée aux abonnés": [(Role.ACTION, "")],
    "Schon Abonnent? Hier anmelden": [(Role.ACTION, "")],
    "5 min read": [(Role.READING_TIME, "")],
    "© 2019 A Paper. All rights reserved.": [(Role.COPYRIGHT, "")],
    "Source: https://example.org/a": [(Role.ADDRESS, "https://example.org/a")],
    "• |": [(Role.SIGNS, "")],
}
TEXT = [
    "By Monday the kettle was gone.",
    "By the river",
    "Updated kettles were sold in 1999",
    "May 2005 was wet.",
    "In May 2005",
    "Home is where the kettle is.",
    "Share what you find.",
    "Paris, 3 May 2019",
    "Comments on it fill shelves.",
    "Print is dead | long live the book",
    "On 3 May 2019 the bridge was opened by Jane Doe",
    "Search, and you will find.",
]


@pytest.mark.parametrize("line", SAYS)
def test_furniture_is_known_and_says_what_it_says(line: str) -> None:
    assert [(clue.role, clue.value) for clue in clues_of(line)] == SAYS[line]


@pytest.mark.parametrize("line", TEXT)
def test_sentences_that_look_like_furniture_are_text(line: str) -> None:
    assert clues_of(line) == []
