"""Dates as far as a source tells them: a year, a month, a day, a minute (ISO 8601, shortened)."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format


def in_words(known: str) -> str:
    """`2005`, `October 2005`, `1 October 2005` or `1 October 2005, 09:30`, as the reader says it.

    What is no day of any calendar stays as it was typed.
    """
    day, _, minute = known.partition("T")
    try:
        year, month, *rest = (int(part) for part in day.split("-"))
        words = (
            date_format(date(year, month, *rest), "DATE_FORMAT")
            if rest
            else date_format(date(year, month, 1), "YEAR_MONTH_FORMAT")
        )
    except ValueError:
        words = day
    return f"{words}, {minute}" if minute else words
