"""A topic's timeline as a picture that the server makes: how much was said in which month or year.

Bars in a box of fixed size, with the same numbers as a table for who does not see it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from django.utils.formats import date_format

if TYPE_CHECKING:
    from annotations.models import TopicFigures

WIDTH, HEIGHT, LABELS = 1160, 72, 22  # units of the picture
MOST_MONTHS = 60  # what is longer is told by years
WIDEST = 28
LEAST_BETWEEN = 64  # units between two labels of the axis
LEAST_BETWEEN_MONTHS = 190


@dataclass(frozen=True, slots=True)
class Bar:
    """A month or a year and how much was said in it; where its bar stands in the picture."""

    words: str
    count: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Label:
    """A year under the axis."""

    words: str
    x: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the picture shows, from the first month to the last."""

    bars: list[Bar]
    labels: list[Label]
    total: int
    made_at: datetime
    by_year: bool

    @property
    def first(self) -> str:
        return self.bars[0].words

    @property
    def last(self) -> str:
        return self.bars[-1].words

    @property
    def most(self) -> Bar:
        return max(self.bars, key=lambda bar: bar.count)


def timeline(figures: TopicFigures | None) -> Timeline | None:
    """The picture of these figures; None where nothing was counted."""
    if figures is None or not figures.months:
        return None
    counts: dict[str, int] = dict(figures.months)
    by_year = _months_between(min(counts), max(counts)) > MOST_MONTHS
    if by_year:
        counts = _by_year(counts)
    spans = _all_between(min(counts), max(counts))
    step = WIDTH / len(spans)
    width = min(step * 0.7, WIDEST)
    highest = max(counts.values())
    bars = [
        _bar(span, counts.get(span, 0), step * (place + 0.5) - width / 2, width, highest)
        for place, span in enumerate(spans)
    ]
    labels = _labels(spans, step)
    return Timeline(
        [bar for bar in bars if bar.count], labels, sum(counts.values()), figures.made_at, by_year
    )


def _bar(span: str, count: int, x: float, width: float, highest: int) -> Bar:
    height = max(2.0, HEIGHT * count / highest)
    return Bar(
        _in_words(span),
        count,
        round(x, 1),
        round(HEIGHT - height, 1),
        round(width, 1),
        round(height, 1),
    )


def _labels(spans: list[str], step: float) -> list[Label]:
    """Each month where there is room for their names; else years where they begin."""
    if len(spans[0]) > 4 and step >= LEAST_BETWEEN_MONTHS:
        return [Label(_in_words(one), round(step * (n + 0.5), 1)) for n, one in enumerate(spans)]
    years = [
        Label(after[:4], round(step * (place + 0.5), 1))
        for place, (before, after) in enumerate(pairwise(["", *spans]))
        if before[:4] != after[:4]
    ]
    kept: list[Label] = []
    for label in years:
        if not kept or label.x - kept[-1].x >= LEAST_BETWEEN:
            kept.append(label)
    return kept


def _in_words(span: str) -> str:
    if len(span) == 4:
        return span
    return date_format(date(int(span[:4]), int(span[5:7]), 1), "F Y")


def _by_year(counts: dict[str, int]) -> dict[str, int]:
    years: dict[str, int] = {}
    for month, count in counts.items():
        years[month[:4]] = years.get(month[:4], 0) + count
    return years


def _all_between(first: str, last: str) -> list[str]:
    """Every month, or every year, from the first to the last."""
    if len(first) == 4:
        return [str(year) for year in range(int(first), int(last) + 1)]
    begin, count = _number(first), _months_between(first, last)
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(begin, begin + count)]


def _months_between(first: str, last: str) -> int:
    return _number(last) - _number(first) + 1


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1
