"""Dates as people write them."""

from __future__ import annotations

import pytest

from articles.importers.dates import read_date


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2005-10-01", "2005-10-01"),
        ("2008-11-04T01:59:30Z", "2008-11-04T01:59"),
        ("2008-11-04 01:59 +0200", "2008-11-04T01:59"),
        ("2008/11/04", "2008-11-04"),
        ("01 Oct. 2005", "2005-10-01"),
        ("1st of October, 2005", "2005-10-01"),
        ("Sat, 1 Oct 2005", "2005-10-01"),
        ("Saturday 1 October 2005 at 9.05 pm", "2005-10-01T21:05"),
        ("October 1, 2005, 12:05 a.m.", "2005-10-01T00:05"),
        ("October 1, 2005 12:05 pm EST", "2005-10-01T12:05"),
        ("22-Mar-2011 09:30", "2011-03-22T09:30"),
        ("14:05, 12 July 2016", "2016-07-12T14:05"),
        ("at 2:05 pm on 12 July 2016", "2016-07-12T14:05"),
        ("October 2005", "2005-10"),
        ("Sept. 2005", "2005-09"),
        ("3. März 2019", "2019-03-03"),
        ("Sonntag, 3. März 2019, 14:30 Uhr", "2019-03-03T14:30"),
        ("05.03.2019 um 8:05 Uhr", "2019-03-05T08:05"),
        ("5. 3. 2019", "2019-03-05"),
        ("12. Jänner 2001", "2001-01-12"),
        ("1er août 2021 à 9h05", "2021-08-01T09:05"),
        ("le 14 juillet 1998", "1998-07-14"),
        ("3 de febrero de 2011", "2011-02-03"),
        ("1º de março de 2011", "2011-03-01"),
        ("4 maggio 2003", "2003-05-04"),
        ("6 mei 2003", "2003-05-06"),
        ("11 września 2001", "2001-09-11"),
        ("14 ноября 2017 г., 08:30", "2017-11-14T08:30"),
        ("24 серпня 1991 року", "1991-08-24"),
        ("١٢ أكتوبر ٢٠١٨", "2018-10-12"),
        ("2011年3月11日", "2011-03-11"),
        ("31/12/1999", "1999-12-31"),
        ("12/31/1999", "1999-12-31"),
        ("07/07/2007", "2007-07-07"),
        ("03/12/2018", "2018"),
    ],
)
def test_a_date_is_read_in_many_spellings(words: str, iso: str) -> None:
    found = read_date(words)
    assert found is not None
    assert found.iso == iso


def test_days_come_first_where_people_write_them_first() -> None:
    for words, iso in (
        ("03/12/2018", "2018-12-03"),
        ("12/31/2018", None),
        ("31/12/2018", "2018-12-31"),
    ):
        found = read_date(words, day_first=True)
        assert (found.iso if found else None) == iso


@pytest.mark.parametrize(
    "words",
    [
        "", "yesterday", "31 February 2005", "2005-13-01", "2005-02-30", "32.01.2005",
        "may be 2005",
        "12 Sausages 2005", "25:00", "14:05", "1 October 0099", "10.05 in 2019", "Monday",
        "1999 words",
    ],
)  # fmt: skip
def test_what_is_no_date_is_none(words: str) -> None:
    assert read_date(words) is None


def test_a_date_says_where_it_ends() -> None:
    found = read_date("1 October 2005: a Saturday")
    assert found is not None
    assert "1 October 2005: a Saturday"[found.end :] == ": a Saturday"
